import { z } from 'zod';
import type { Clock } from '../../shared/timing/clock';
import { completeMail, GraphMessage, mailFromGraph } from '../../shared/handoff/graphShape';
import type { MailItem } from '../../shared/handoff/item';
import type { Absorb, Source } from '../engine/page';
import type { ItemPatch, Ledger, RefusedItem } from '../ledger/types';
import { enc, IMMUTABLE, type Graph } from './client';
import { ALWAYS, whereAre, type MailFolder } from './folders';
import { lacksOriginal, originalOf } from './originals';
import { pages, whatIsWrong, whereIs } from './pager';
import { GraphProblem } from './problem';

/** What a source may ask of the ledger: it never writes there. */
export type Held = Pick<Ledger, 'item' | 'eachItem'>;

const SELECT = [
  'id',
  'conversationId',
  'conversationIndex',
  'internetMessageId',
  'subject',
  'from',
  'sender',
  'toRecipients',
  'ccRecipients',
  'receivedDateTime',
  'sentDateTime',
  'hasAttachments',
  'isDraft',
  'body',
  'webLink',
].join(',');

/** Message class, In-Reply-To, original Message-ID of a report, References (tags of MS-OXPROPS). */
const PROPERTIES = ['0x001A', '0x1042', '0x1046', '0x1039']
  .map((tag) => `id eq 'String ${tag}'`)
  .join(' or ');
const EXPAND = `singleValueExtendedProperties($filter=${PROPERTIES})`;

const DAY = 86_400_000;
/** Mails that left a folder, looked for in one round. */
const SETTLED_AT_ONCE = 200;

const Row = GraphMessage.extend({
  '@removed': z.unknown().optional(),
  hasAttachments: z.boolean().nullish(),
});
type Row = z.infer<typeof Row>;

/** Ids that left a folder in a round not finished yet, with the folder they left. */
const Left = z.record(z.string(), z.string());
const LEFT = 'mail/left';

/**
 * Mail by one delta chain per folder. Cursors: `mail/<folder>` is the link to go on from,
 * `mail/<folder>/restart` is set while a lost chain is read again, `mail/left` holds what left a
 * folder until the round knows whether it arrived in another.
 */
export function createMailSource(parts: {
  graph: Graph;
  clock: Clock;
  held: Held;
  /** Asked for at each round: the person may choose others. Those that are always read, when not said. */
  folders?: () => readonly MailFolder[];
  /** How far back the first round reaches. */
  windowDays?: number;
  pageSize?: number;
}): Source {
  const { graph, clock, held } = parts;
  const windowDays = parts.windowDays ?? 60;
  const prefer = [IMMUTABLE, `odata.maxpagesize=${String(parts.pageSize ?? 50)}`];

  /** Whether a message must be asked for itself before it can be kept, and for all of it or its headers only. */
  function missing(row: Row, folder: MailFolder): 'nothing' | 'headers' | 'all' {
    const patch = mailFromGraph(row, { folder: folder.id });
    if (held.item(patch.id)) return 'nothing';
    if (completeMail(patch) === null || row.body == null) return 'all';
    // A report that does not name its original may name it in its headers.
    const special =
      /^(report\.|ipm\.schedule\.)/i.test(patch.messageClass ?? '') && !lacksOriginal(patch);
    return row.hasAttachments !== true && (!folder.received || special) ? 'nothing' : 'headers';
  }

  /** Where everything the list cannot give of a message is read. */
  function detailsAt(row: Row, all: boolean): string {
    const select = all ? `${SELECT},internetMessageHeaders` : 'id,internetMessageHeaders';
    const expand = [
      ...(all ? [EXPAND] : []),
      // A sparse row does not say whether there are any.
      ...(all || row.hasAttachments === true ? ['attachments($select=id,name)'] : []),
    ];
    const query = expand.length > 0 ? `&$expand=${enc(expand.join(','))}` : '';
    return `/me/messages/${enc(row.id)}?$select=${select}${query}`;
  }

  /** The rows with their details; null for one that has left meanwhile. */
  async function detailed(
    rows: readonly Row[],
    folder: MailFolder,
    signal: AbortSignal,
  ): Promise<(Row | null)[]> {
    const ats = rows.flatMap((row, index) => {
      const what = missing(row, folder);
      return what === 'nothing' ? [] : [{ index, at: detailsAt(row, what === 'all') }];
    });
    const found: (Row | null)[] = [...rows];
    const answers =
      ats.length === 0
        ? []
        : await graph.getMany(
            ats.map(({ at }) => at),
            { purpose: 'mail details', prefer: [IMMUTABLE], signal },
          );
    ats.forEach(({ index }, place) => {
      const answer = answers[place];
      const row = rows[index];
      if (answer instanceof GraphProblem) {
        // One message that cannot be read at all must not keep its neighbours out; what would meet
        // every message alike ends the round.
        const itsOwn = answer.kind === 'notFound' || answer.kind === 'badRequest';
        if (!itsOwn) throw answer;
        found[index] = null;
        return;
      }
      const read = Row.safeParse(answer);
      if (row && read.success) found[index] = { ...row, ...read.data };
    });
    return found;
  }

  /** A new report that names its original nowhere gets the one its conversation tells. */
  async function withOriginal(patch: ItemPatch, signal: AbortSignal): Promise<ItemPatch> {
    const mail = patch as Partial<MailItem>;
    if (!mail.report || !lacksOriginal(mail)) return patch;
    const originalMessageId = await originalOf(graph, mail, signal);
    return { ...mail, id: patch.id, kind: 'mail', report: { ...mail.report, originalMessageId } };
  }

  function patchOf(row: Row, full: Row | null, folder: MailFolder): ItemPatch | string | null {
    const place = { folder: folder.id };
    const patch = mailFromGraph(row, place);
    if (held.item(patch.id)) {
      // What kind of mail it is never changes, and a row without headers may know less of it.
      const { messageClass: _class, report: _report, ...rest } = patch;
      return { ...rest, kind: 'mail' };
    }
    // A sparse row of a message that has gone already tells nothing worth keeping.
    if (full === null) return completeMail(patch);
    return completeMail(mailFromGraph(full, place)) ?? 'it has no sender or no time';
  }

  /** One page of rows: what to merge, what left, what could not be read. */
  async function readRows(values: readonly unknown[], folder: MailFolder, signal: AbortSignal) {
    const source = `mail/${folder.id}`;
    /** Each id as the page last speaks of it: a mail may leave and come back within one. */
    const last = new Map<string, 'left' | 'here'>();
    const refused: RefusedItem[] = [];
    const rows: Row[] = [];
    values.forEach((value, index) => {
      const read = Row.safeParse(value);
      if (!read.success) {
        const what = whatIsWrong(read.error);
        refused.push({ source, where: whereIs(value, index), what, at: clock.now() });
        return;
      }
      const gone = read.data['@removed'] !== undefined;
      last.set(`mail:${read.data.id}`, gone ? 'left' : 'here');
      if (!gone) rows.push(read.data);
    });
    const full = await detailed(rows, folder, signal);
    const patches: ItemPatch[] = [];
    for (const [index, row] of rows.entries()) {
      const patch = patchOf(row, full[index] ?? null, folder);
      if (patch === null) continue;
      if (typeof patch !== 'string') patches.push(await withOriginal(patch, signal));
      else refused.push({ source, where: row.id, what: patch, at: clock.now() });
    }
    return { patches, last, refused };
  }

  function stillLeft(
    cursor: Cursor,
    last: ReadonlyMap<string, 'left' | 'here'>,
    unseen: readonly string[],
    folder: string,
  ) {
    const known = Left.safeParse(JSON.parse(cursor(LEFT) ?? '{}'));
    const all = new Map(Object.entries(known.success ? known.data : {}));
    for (const id of unseen) all.set(id, folder);
    for (const [id, how] of last)
      if (how === 'left') all.set(id, folder);
      else if (all.get(id) === folder) all.delete(id);
    return all.size === 0 ? null : JSON.stringify(Object.fromEntries(all));
  }

  /** Follows a chain to its end, committing each page with the link that goes on from it. */
  async function follow(from: string, folder: MailFolder, round: Round, seen: Set<string> | null) {
    const key = `mail/${folder.id}`;
    const { absorb, cursor, signal } = round;
    for await (const page of pages(graph, from, { purpose: key, prefer, signal })) {
      const { patches, last, refused } = await readRows(page.values, folder, signal);
      for (const [id, how] of last)
        if (how === 'left') seen?.delete(id);
        else seen?.add(id);
      const done = page.delta !== null;
      const missed = seen !== null && done ? unseen(folder, seen) : [];
      const cursors = [{ key: LEFT, value: stillLeft(cursor, last, missed, folder.id) }];
      // A chain that is read again counts only whole: until its end the link is not kept, so an
      // interruption starts it over and nothing is called gone on half the evidence.
      if (seen === null) cursors.push({ key, value: page.delta ?? page.next });
      else if (done)
        cursors.push({ key, value: page.delta }, { key: `${key}/restart`, value: null });
      await absorb({ source: key, patches, gone: [], people: [], cursors, refused });
    }
  }

  /** Rows of a folder, within the window, that a whole new round did not show. */
  function unseen(folder: MailFolder, seen: ReadonlySet<string>): string[] {
    // A day of slack at the old edge: the filter is by receiving, the item by sending time.
    const edge = clock.now() - (windowDays - 1) * DAY;
    const found: string[] = [];
    for (const { item } of held.eachItem('mail'))
      if (
        item.kind === 'mail' &&
        item.folder === folder.id &&
        Date.parse(item.sentAt) >= edge &&
        !seen.has(item.id)
      )
        found.push(item.id);
    return found;
  }

  function firstCall(folder: MailFolder): string {
    const since = new Date(clock.now() - windowDays * DAY).toISOString().replace(/\.\d+Z$/, 'Z');
    const query = [
      `$select=${SELECT}`,
      `$expand=${enc(EXPAND)}`,
      `$filter=${enc(`receivedDateTime ge ${since}`)}`,
      `$orderby=${enc('receivedDateTime desc')}`,
    ];
    return `/me/mailFolders/${enc(folder.id)}/messages/delta?${query.join('&')}`;
  }

  async function syncFolder(folder: MailFolder, round: Round): Promise<void> {
    const key = `mail/${folder.id}`;
    const lost = () => round.cursor(`${key}/restart`) !== null;
    if (!lost()) {
      try {
        await follow(round.cursor(key) ?? firstCall(folder), folder, round, null);
        return;
      } catch (error) {
        if (!(error instanceof GraphProblem) || error.kind !== 'syncStateLost') throw error;
        await round.absorb({
          source: key,
          patches: [],
          gone: [],
          people: [],
          refused: [],
          cursors: [
            { key, value: null },
            { key: `${key}/restart`, value: 'yes' },
          ],
        });
      }
    }
    await follow(firstCall(folder), folder, round, new Set());
  }

  /** After all folders: of what left one and arrived in none it is asked where it is. */
  async function settle(round: Round): Promise<void> {
    const known = Left.safeParse(JSON.parse(round.cursor(LEFT) ?? '{}'));
    const left = Object.entries(known.success ? known.data : {});
    if (left.length === 0) return;
    const lost = left.flatMap(([id, folder]) => {
      const item = held.item(id)?.item;
      return item?.kind === 'mail' && item.folder === folder ? [id] : [];
    });
    // A rule may have swept a whole folder: the rest is asked for in the rounds that follow.
    const now = lost.slice(0, SETTLED_AT_ONCE);
    const later = new Set(lost.slice(SETTLED_AT_ONCE));
    const refused: RefusedItem[] = [];
    const { gone, moved } = await whereAre(graph, now, round.signal, (one) => {
      refused.push({ ...one, at: clock.now() });
    });
    const rest = left.filter(([id]) => later.has(id));
    const value = rest.length === 0 ? null : JSON.stringify(Object.fromEntries(rest));
    const patches = moved.map(({ id, folder }): ItemPatch => ({ id, kind: 'mail', folder }));
    const cursors = [{ key: LEFT, value }];
    await round.absorb({ source: 'mail', patches, gone, people: [], cursors, refused });
  }

  return {
    name: 'mail',
    rhythm: 'always',
    async sync(absorb, cursor, signal) {
      const round: Round = { absorb, cursor, signal };
      const failures: unknown[] = [];
      for (const folder of parts.folders?.() ?? ALWAYS) {
        try {
          await syncFolder(folder, round);
        } catch (error) {
          if (!(error instanceof GraphProblem)) throw error;
          if (error.kind === 'notFound' && folder.optional) continue;
          failures.push(error);
          // These would meet every folder alike.
          if (['auth', 'offline', 'throttled', 'forbidden'].includes(error.kind)) break;
        }
      }
      if (failures.length > 0) throw failures[0];
      await settle(round);
    },
  };
}

type Cursor = (key: string) => string | null;

interface Round {
  absorb: Absorb;
  cursor: Cursor;
  signal: AbortSignal;
}
