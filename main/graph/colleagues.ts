import { z } from 'zod';
import type { PersonStanding } from '../../shared/contract/views';
import { GraphDateTime, GraphUser, userFromGraph } from '../../shared/handoff/graphShape';
import { ianaZone, zonedInstant } from '../../shared/handoff/graphValues';
import { isList } from '../../shared/handoff/groups';
import type { AbsenceItem, DirectoryEntry, Person } from '../../shared/handoff/item';
import { readAbsence } from '../../shared/reading/absence';
import { plainText } from '../../shared/reading/text';
import type { Clock } from '../../shared/timing/clock';
import type { ItemPatch, Ledger } from '../ledger/types';
import { enc, type Ask, type Graph } from './client';
import { keptAbsence, type Away } from './keptAbsence';
import { GraphProblem } from './problem';

/**
 * How colleagues stand right now, by what one's own permissions show: mail tips and free/busy always, Teams presence
 * and the directory's managers where these parts are on. Asked for only when something is about to go to somebody or
 * somebody looks, never in a loop.
 */
export interface Colleagues {
  /** What is known now, and what of it is worth keeping. Never rejects: what cannot be asked is not known. */
  look(
    people: readonly Person[],
    how: Look,
  ): Promise<{ found: PersonStanding[]; kept: ItemPatch[] }>;
}

export interface Look {
  /** A person looks: Teams and the directory may be asked as well. */
  onUse: boolean;
  signal?: AbortSignal;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** What was told is taken as it is for so long. */
const FRESH_MS = 5 * MINUTE;
/** How far ahead a calendar is asked for the end of an absence. */
const AHEAD_MS = 30 * DAY;
const NOTE_MOST = 300;

const Tip = z.object({
  emailAddress: z.object({ address: z.string() }),
  automaticReplies: z
    .object({
      message: z.string().nullish(),
      scheduledStartTime: GraphDateTime.nullish(),
      scheduledEndTime: GraphDateTime.nullish(),
    })
    .nullish(),
  mailboxFull: z.boolean().nullish(),
  deliveryRestricted: z.boolean().nullish(),
});
const Presence = z.object({
  id: z.string(),
  availability: z.string().nullish(),
  activity: z.string().nullish(),
  outOfOfficeSettings: z
    .object({ isOutOfOffice: z.boolean().nullish(), message: z.string().nullish() })
    .nullish(),
});
const Schedule = z.object({
  scheduleId: z.string(),
  scheduleItems: z
    .array(z.object({ status: z.string().nullish(), start: GraphDateTime, end: GraphDateTime }))
    .nullish(),
});
const List = z.object({ value: z.array(z.unknown()) });

interface Known extends PersonStanding {
  absence: Away | null;
  /** Which of them could be asked: only those can also tell that somebody is back. */
  asked: ReadonlySet<AbsenceItem['via']>;
}

export function createColleagues(parts: {
  graph: Graph;
  clock: Clock;
  held: Pick<Ledger, 'item' | 'absencesOf'>;
  directory: () => readonly DirectoryEntry[];
  me: () => readonly string[];
  /** Whether Teams' presence, and the directory's managers, may be asked for. */
  permits: (part: 'presence' | 'managers') => boolean;
}): Colleagues {
  const { graph, clock, held } = parts;
  const fresh = new Map<string, { at: number; onUse: boolean; known: Known }>();
  const managers = new Map<string, { at: number; manager: Person | null }>();
  /** Calls that were not permitted are not made again until the next start. */
  const refused = new Set<string>();

  /** A list's readable rows; null when it could not be asked. */
  async function rows<T>(
    what: string,
    call: (ask: Ask) => Promise<unknown>,
    schema: z.ZodType<T>,
    signal: AbortSignal | undefined,
  ): Promise<T[] | null> {
    if (refused.has(what)) return null;
    try {
      const answer = List.safeParse(await call({ purpose: what, priority: 'person', signal }));
      return (answer.data?.value ?? []).flatMap((value) => schema.safeParse(value).data ?? []);
    } catch (error) {
      if (!(error instanceof GraphProblem)) throw error;
      if (error.kind === 'forbidden') refused.add(what);
      return null;
    }
  }

  const tipsOf = (addresses: readonly string[], signal: AbortSignal | undefined) =>
    rows(
      'mail tips',
      (ask) =>
        graph.post(
          '/me/getMailTips',
          {
            EmailAddresses: addresses,
            MailTipsOptions: 'automaticReplies, mailboxFullStatus, deliveryRestriction',
          },
          ask,
        ),
      Tip,
      signal,
    );

  const schedulesOf = (addresses: readonly string[], signal: AbortSignal | undefined) => {
    const now = clock.now();
    const zoned = (at: number) => ({
      dateTime: new Date(at).toISOString().slice(0, 19),
      timeZone: 'UTC',
    });
    return rows(
      'free and busy',
      (ask) =>
        graph.post(
          '/me/calendar/getSchedule',
          {
            schedules: addresses,
            startTime: zoned(now),
            endTime: zoned(now + AHEAD_MS),
            availabilityViewInterval: 1440,
          },
          ask,
        ),
      Schedule,
      signal,
    );
  };

  async function presencesOf(people: readonly Person[], signal: AbortSignal | undefined) {
    const ids = new Map(
      parts
        .directory()
        .filter(({ id }) => !id.startsWith('person:'))
        .filter(({ person }) => people.some((p) => p.address === person.address))
        .map(({ id, person }) => [id, person.address]),
    );
    if (ids.size === 0 || !parts.permits('presence')) return null;
    const found = await rows(
      'presence',
      (ask) => graph.post('/communications/getPresencesByUserId', { ids: [...ids.keys()] }, ask),
      Presence,
      signal,
    );
    return found && new Map(found.map((row) => [ids.get(row.id) ?? '', row]));
  }

  /** Nobody above them is an answer (404); not permitted is asked once. */
  async function managerOf(person: Person, signal: AbortSignal | undefined) {
    const known = managers.get(person.address);
    if (known && clock.now() - known.at < DAY) return known.manager;
    const entry = parts
      .directory()
      .find((e) => e.person.address === person.address && !e.id.startsWith('person:'));
    if (!entry || refused.has('manager') || !parts.permits('managers')) return null;
    try {
      const answer = await graph.get(
        `/users/${enc(entry.id)}/manager?$select=id,displayName,mail,userPrincipalName`,
        { purpose: 'manager', priority: 'person', signal },
      );
      const read = GraphUser.safeParse(answer);
      const manager = read.success ? userFromGraph(read.data).person : null;
      managers.set(person.address, { at: clock.now(), manager });
      return manager;
    } catch (error) {
      if (!(error instanceof GraphProblem)) throw error;
      if (error.kind === 'forbidden') refused.add('manager');
      if (error.kind === 'notFound')
        managers.set(person.address, { at: clock.now(), manager: null });
      return null;
    }
  }

  /** The day of return a note speaks of, where Exchange was told none. */
  const untilIn = (note: string, author: Person): string | null =>
    readAbsence(note, {
      at: new Date(clock.now()).toISOString(),
      timeZone:
        parts.directory().find((e) => e.person.address === author.address)?.timeZone ?? null,
      author,
    }).until;

  async function ask(people: readonly Person[], how: Look): Promise<Known[]> {
    const addresses = people.map((person) => person.address);
    const tips = await tipsOf(addresses, how.signal);
    const schedules = await schedulesOf(addresses, how.signal);
    const presences = how.onUse ? await presencesOf(people, how.signal) : null;
    const found: Known[] = [];
    for (const person of people) {
      const same = (address: string) => address.toLowerCase() === person.address;
      const tip = tips?.find((row) => same(row.emailAddress.address));
      const schedule = schedules?.find((row) => same(row.scheduleId));
      const presence = presences?.get(person.address);
      const absence =
        replying(tip, clock.now()) ?? outNow(schedule, clock.now()) ?? outInTeams(presence);
      const asked = new Set<AbsenceItem['via']>();
      if (tip) asked.add('automaticReply');
      if (schedule) asked.add('calendar');
      if (presence) asked.add('presence');
      const manager = how.onUse ? await managerOf(person, how.signal) : null;
      const shown = presence?.availability ?? 'PresenceUnknown';
      if (asked.size === 0 && manager === null) continue;
      found.push({
        person,
        away: absence && {
          until: absence.until ?? untilIn(absence.note, person),
          note: absence.note.slice(0, NOTE_MOST),
        },
        presence:
          shown === 'PresenceUnknown'
            ? null
            : { availability: shown, activity: presence?.activity ?? shown },
        unreachable:
          tip?.mailboxFull === true
            ? 'full'
            : tip?.deliveryRestricted === true
              ? 'restricted'
              : null,
        manager,
        absence,
        asked,
      });
    }
    return found;
  }

  /** An address that was only typed gets the name the directory has for it. */
  const named = (person: Person): Person =>
    person.name !== ''
      ? person
      : (parts.directory().find((e) => e.person.address === person.address)?.person ?? person);

  return {
    async look(people, how) {
      const own = new Set(parts.me());
      const wanted = new Map(
        people
          .map(({ name, address }) => named({ name, address: address.toLowerCase() }))
          .filter(({ address }) => address.includes('@') && !own.has(address))
          .filter((person) => !isList(person))
          .map((person) => [person.address, person]),
      );
      const now = clock.now();
      const stale = [...wanted.values()].filter(({ address }) => {
        const known = fresh.get(address);
        return !known || now - known.at >= FRESH_MS || (how.onUse && !known.onUse);
      });
      const kept: ItemPatch[] = [];
      if (stale.length > 0)
        for (const known of await ask(stale, how)) {
          fresh.set(known.person.address, { at: now, onUse: how.onUse, known });
          const { person, absence, asked } = known;
          kept.push(...keptAbsence(held, { person, absence, asked, now: clock.now() }));
        }
      const found = [...wanted.keys()].flatMap((address) => {
        const entry = fresh.get(address);
        if (!entry || now - entry.at >= FRESH_MS) return [];
        const { absence: _absence, asked: _asked, ...standing } = entry.known;
        return [standing];
      });
      return { found, kept };
    },
  };
}

function instantOf(time: z.infer<typeof GraphDateTime> | null | undefined): string | null {
  return time ? zonedInstant(time.dateTime, ianaZone(time.timeZone) ?? 'UTC') : null;
}

/** The automatic reply senders would get now; one that is only planned is not sent yet. */
function replying(tip: z.infer<typeof Tip> | undefined, now: number): Away | null {
  const message = tip?.automaticReplies?.message ?? '';
  if (message.trim() === '') return null;
  const from = instantOf(tip?.automaticReplies?.scheduledStartTime);
  const until = instantOf(tip?.automaticReplies?.scheduledEndTime);
  if (from !== null && Date.parse(from) > now) return null;
  if (until !== null && Date.parse(until) <= now) return null;
  return { via: 'automaticReply', from, until, note: plainText(message, 'html').trim() };
}

/** Out of office by the calendar at this moment, until the last of the entries that join on. */
function outNow(row: z.infer<typeof Schedule> | undefined, now: number): Away | null {
  const out = (row?.scheduleItems ?? [])
    .filter((item) => item.status === 'oof')
    .flatMap((item) => {
      const [from, until] = [instantOf(item.start), instantOf(item.end)];
      return from !== null && until !== null ? [{ from, until }] : [];
    })
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
  let found: { from: string; until: string } | null = null;
  for (const { from, until } of out)
    if (found === null) {
      if (Date.parse(from) <= now && Date.parse(until) > now) found = { from, until };
    } else if (Date.parse(from) <= Date.parse(found.until) && until > found.until)
      found = { from: found.from, until };
  return found && { via: 'calendar', ...found, note: '' };
}

function outInTeams(row: z.infer<typeof Presence> | undefined): Away | null {
  const out = row?.outOfOfficeSettings?.isOutOfOffice === true || row?.activity === 'OutOfOffice';
  if (!out) return null;
  const note = plainText(row.outOfOfficeSettings?.message ?? '', 'html').trim();
  return { via: 'presence', from: null, until: null, note };
}
