import { aroundOf } from '../../main/engine/around';
import { beginConversation } from '../../main/engine/correlate';
import { correlateMeeting, cuesOf, isTakenThere } from '../../main/engine/meetings';
import { spokenOf, spokenThere } from '../../main/engine/owed';
import type { Seed } from '../../main/engine/openings';
import { inOneGo } from '../../main/engine/steps';
import type { Utterance } from '../../main/engine/utterance';
import type { Act } from '../../shared/handoff/act';
import type { Item, MeetingItem, Person } from '../../shared/handoff/item';
import { found } from '../../shared/reading/learned/features';
import { owedFeatures, owedWords, type Spoken } from '../../shared/reading/learned/owed';
import { itemOf, readingsAmong } from './items';
import { itemsOf, personOf, sameWords, type Thread } from './threads';
export { replaceOwed } from '../../shared/reading/learned/owed';
export { sameWords };

/** Some days of one person's conversations, as build/train/labels/desks.jsonl has them. */
export interface Desk {
  me: string;
  people: Readonly<Record<string, string>>;
  messages: readonly Message[];
}
interface Message {
  n: number;
  conv: string;
  channel: 'mail' | 'chat' | 'group' | 'meeting';
  at: string;
  by: string;
  to: string[];
  cc?: string[];
  subject?: string;
  text: string;
  files?: string[];
}

/** What the holder opens without what is learned here: the message, its words, and how the table sees them. */
export interface Opened {
  n: number;
  quote: string;
  kind: Spoken['kind'];
  x: number[];
  ids: number[];
}

export function studyThread(thread: Thread): Opened[] {
  const people = Object.values(thread.people).map(personOf);
  return openedIn(itemsOf(thread), people).map(({ at, ...row }) => ({
    ...row,
    n: thread.messages[at]?.n ?? 0,
  }));
}

export function studyDesk(desk: Desk): Opened[] {
  const people = Object.values(desk.people).map(writtenPerson);
  const rows: Opened[] = [];
  for (const conv of new Set(desk.messages.map((m) => m.conv))) {
    const messages = desk.messages.filter((m) => m.conv === conv);
    const first = messages[0];
    const opened =
      first?.channel === 'meeting'
        ? openedThere(meetingOf(desk, messages), people)
        : openedIn(deskItems(desk, messages), people);
    for (const { at, ...row } of opened) rows.push({ ...row, n: messages[at]?.n ?? 0 });
  }
  return rows;
}

type Row = Omit<Opened, 'n'> & { at: number };

function openedIn(items: readonly Item[], people: Person[]): Row[] {
  const [me] = people;
  const readings = readingsAmong(people);
  const conversation = beginConversation({
    thread: 't',
    isMe: (p) => p.address === me?.address,
    isStranger: () => false,
    opensAll: true,
    reopenedAt: () => null,
    zoneOf: () => 'Europe/London',
  });
  const told: Utterance[] = [];
  const placeOf = new Map<string, number>();
  const known = new Set<string>();
  const rows: Row[] = [];
  for (const [at, item] of items.entries()) {
    const said = readings.of(item);
    if (!said) continue;
    placeOf.set(said.source.id, told.length);
    told.push(said);
    const around = aroundOf(said, told, placeOf);
    conversation.take(said);
    for (const { seed } of inOneGo(conversation.handoffs())) {
      if (known.has(seed.id)) continue;
      known.add(seed.id);
      const act = actOf(seed, said.acts);
      if (act && seed.opening.source.id === said.source.id)
        rows.push(rowOf(at, act, spokenOf(act, seed.opening, said, around.answers)));
    }
  }
  return rows;
}

function openedThere(meeting: MeetingItem, people: Person[]): Row[] {
  const ctx = {
    reopenedAt: () => null,
    isMe: () => true,
    zoneOf: () => 'Europe/London',
    directory: people,
    opensAll: true,
  };
  const cues = [...cuesOf(meeting, ctx)];
  return correlateMeeting(meeting, ctx, cues).flatMap(({ seed }) => {
    const at = cues.findIndex((cue) => cue.source.time === seed.opening.source.time);
    const cue = cues[at];
    const act = cue && actOf(seed, cue.acts);
    if (!cue || !act || act.kind === 'decision') return [];
    return rowOf(at, act, spokenThere(act, seed.opening, cue, isTakenThere(seed, null, cues, at)));
  });
}

/** The act a handoff was opened by. */
const actOf = ({ opening }: Seed, acts: readonly Act[]): Act | undefined =>
  acts.find((a) => a.kind === opening.act && a.quote === opening.quote) ??
  acts.find((a) => a.kind === opening.act && opening.quote.includes(a.quote));

function rowOf(at: number, act: Act, spoken: Spoken): Row {
  owedWords(spoken);
  const ids = [...found.ids.subarray(0, found.count)];
  return { at, quote: act.quote, kind: spoken.kind, x: owedFeatures(spoken), ids };
}

/** "Eleri Probert <eleri@school.example>" */
export function writtenPerson(words = ''): Person {
  const [, name = words, address = ''] = /^(.*?)\s*<(.*)>$/.exec(words) ?? [];
  return { name, address };
}

export function deskItems(desk: Desk, messages: readonly Message[]): Item[] {
  const person = (key: string) => writtenPerson(desk.people[key]);
  const ids = messages.map((m) => String(m.n));
  const everybody = new Set(messages.flatMap((m) => [m.by, ...m.to]));
  return messages.map((m, at) =>
    itemOf({
      id: String(m.n),
      channel: m.channel === 'meeting' ? 'group' : m.channel,
      sentAt: `${m.at}Z`,
      from: person(m.by),
      to: m.to.map(person),
      cc: (m.cc ?? []).map(person),
      subject: m.subject ?? '',
      text: m.text,
      files: m.files ?? [],
      before: ids.slice(0, at),
      members: [...everybody].map(person),
    }),
  );
}

function meetingOf(desk: Desk, messages: readonly Message[]): MeetingItem {
  const person = (key: string) => writtenPerson(desk.people[key]);
  const [first] = messages;
  const start = Date.parse(`${first?.at ?? ''}Z`);
  return {
    kind: 'meeting',
    id: `meeting:${first?.conv ?? ''}`,
    subject: first?.subject ?? '',
    startedAt: new Date(start).toISOString(),
    organizer: person(first?.by ?? ''),
    attendees: [...new Set(messages.flatMap((m) => [m.by, ...m.to]))].map(person),
    cues: messages.map((m, n) => {
      // Lines that bear one minute follow each other.
      const t = Math.round((Date.parse(`${m.at}Z`) - start) / 1000) + n;
      return {
        t,
        time: new Date(t * 1000).toISOString().slice(11, 19),
        speaker: person(m.by),
        text: m.text,
      };
    }),
  };
}
