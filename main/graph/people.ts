import { z } from 'zod';
import type { Clock } from '../../shared/timing/clock';
import { GraphMailboxSettings, GraphUser, userFromGraph } from '../../shared/handoff/graphShape';
import type { DirectoryEntry } from '../../shared/handoff/item';
import type { Source } from '../engine/page';
import type { RefusedItem } from '../ledger/types';
import type { Graph } from './client';
import { USER_FIELDS } from './directory';
import { pages, whatIsWrong, whereIs } from './pager';
import { GraphProblem } from './problem';

const DAY = 86_400_000;
/** A directory of a hundred thousand is not copied: the rest is asked for by id when met. */
const MOST_USERS = 2_000;

const ME_FIELDS = `${USER_FIELDS},otherMails,proxyAddresses,jobTitle,department`;

const Asked = z.object({ me: z.number(), users: z.number(), near: z.number().default(0) });

/** Of those the person works with most, as Exchange ranks them. */
const NEAREST = 50;
const NEAR_FIELDS = 'id,displayName,userPrincipalName,scoredEmailAddresses,personType';
const NearPerson = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  scoredEmailAddresses: z.array(z.object({ address: z.string().nullish() })).nullish(),
  personType: z.object({ subclass: z.string().nullish() }).nullish(),
});

/** The signed-in person with aliases, zone and working hours. Settings that may not be read stay unknown. */
export async function readMe(graph: Graph, signal?: AbortSignal): Promise<DirectoryEntry> {
  const ask = { signal };
  const answer = await graph.get(`/me?$select=${ME_FIELDS}`, { purpose: 'own profile', ...ask });
  const user = GraphUser.safeParse(answer);
  if (!user.success)
    throw new GraphProblem({
      kind: 'unavailable',
      status: 0,
      code: 'Unreadable',
      purpose: 'own profile',
    });
  let settings: z.infer<typeof GraphMailboxSettings> | null = null;
  try {
    const held = await graph.get('/me/mailboxSettings', { purpose: 'own settings', ...ask });
    settings = GraphMailboxSettings.safeParse(held).data ?? null;
  } catch (error) {
    const without =
      error instanceof GraphProblem && (error.kind === 'forbidden' || error.kind === 'notFound');
    if (!without) throw error;
  }
  return userFromGraph({ ...user.data, mailboxSettings: settings });
}

/**
 * The person and, where permitted, those they work with and their colleagues; once a day. Cursors: `people/me` is the person's
 * directory id, `people/asked` when each was last asked. A directory that may not be read is not asked
 * for again until the next day; the person's own entry stands without it.
 */
export function createPeopleSource(parts: {
  graph: Graph;
  clock: Clock;
  directory: () => readonly DirectoryEntry[];
}): Source {
  const { graph, clock } = parts;
  const none = { patches: [], gone: [] };

  /**
   * Those the person works with most who are not in the directory yet: guests, people of other companies, and everyone
   * where the directory may not be read. May be missing without harm: then nobody is learned this way.
   */
  async function nearest(meId: string | null, signal: AbortSignal) {
    const people: DirectoryEntry[] = [];
    const refused: RefusedItem[] = [];
    const known = new Set(parts.directory().map(({ person }) => person.address));
    try {
      const at = `/me/people?$top=${String(NEAREST)}&$select=${NEAR_FIELDS}`;
      const answer = await graph.get(at, { purpose: 'people worked with', signal });
      const { data } = z.object({ value: z.array(z.unknown()) }).safeParse(answer);
      (data?.value ?? []).forEach((value, index) => {
        const read = NearPerson.safeParse(value);
        if (!read.success) {
          const where = whereIs(value, index);
          refused.push({
            ...{ source: 'people', where, what: whatIsWrong(read.error), at: clock.now() },
          });
          return;
        }
        const { displayName, userPrincipalName, scoredEmailAddresses, personType } = read.data;
        const mail = scoredEmailAddresses?.[0]?.address ?? userPrincipalName ?? null;
        // Only somebody of the organisation has an id that is a user's.
        const own = personType?.subclass === 'OrganizationUser';
        const id = own ? read.data.id : `person:${(mail ?? read.data.id).toLowerCase()}`;
        const entry = userFromGraph({ id, displayName, mail });
        const { address } = entry.person;
        if (id === meId || address === '' || known.has(address)) return;
        known.add(address);
        people.push(entry);
      });
    } catch (error) {
      const without =
        error instanceof GraphProblem &&
        ['forbidden', 'notFound', 'badRequest'].includes(error.kind);
      if (!without) throw error;
    }
    return { people, refused };
  }

  return {
    name: 'people',
    rhythm: 'always',
    async sync(absorb, cursor, signal) {
      const stored = Asked.safeParse(JSON.parse(cursor('people/asked') ?? 'null'));
      const asked = stored.success ? stored.data : { me: 0, users: 0, near: 0 };
      const now = clock.now();
      const stamp = () => ({ key: 'people/asked', value: JSON.stringify(asked) });

      if (now - asked.me >= DAY) {
        const me = await readMe(graph, signal);
        asked.me = now;
        const cursors = [{ key: 'people/me', value: me.id }, stamp()];
        await absorb({ source: 'people', ...none, people: [me], cursors, refused: [] });
      }
      if (now - asked.near >= DAY) {
        const { people, refused } = await nearest(cursor('people/me'), signal);
        asked.near = now;
        await absorb({ source: 'people', ...none, people, cursors: [stamp()], refused });
      }
      if (now - asked.users < DAY) return;

      const finish = async () => {
        asked.users = now;
        await absorb({ source: 'people', ...none, people: [], cursors: [stamp()], refused: [] });
      };
      const meId = cursor('people/me');
      let count = 0;
      try {
        const at = `/users?$select=${USER_FIELDS}&$top=100`;
        for await (const page of pages(graph, at, { purpose: 'colleagues', signal })) {
          const refused: RefusedItem[] = [];
          const people = page.values.flatMap((value, index) => {
            const read = GraphUser.safeParse(value);
            // The own entry is richer than a row of this list and must not be thinned by it.
            if (read.success) return read.data.id === meId ? [] : [userFromGraph(read.data)];
            const where = whereIs(value, index);
            refused.push({ source: 'people', where, what: whatIsWrong(read.error), at: now });
            return [];
          });
          if (people.length + refused.length > 0)
            await absorb({ source: 'people', ...none, people, cursors: [], refused });
          count += page.values.length;
          if (count >= MOST_USERS) break;
        }
      } catch (error) {
        if (error instanceof GraphProblem && error.kind === 'forbidden') await finish();
        throw error;
      }
      await finish();
    },
  };
}
