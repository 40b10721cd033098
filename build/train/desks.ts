import type { Item, MeetingItem, Person } from '../../shared/handoff/item';
import { itemOf } from './items';
import { itemsOf, personOf, type Thread } from './threads';

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

/** What was found in a message, by its place in its conversation: its number takes the place of that. */
type Numbered<R> = Omit<R, 'at'> & { n: number };

/** What `rowsIn` finds in an invented conversation. */
export function inThread<R extends { at: number }>(
  thread: Thread,
  rowsIn: (items: Item[], people: Person[]) => R[],
): Numbered<R>[] {
  const people = Object.values(thread.people).map(personOf);
  return numbered(rowsIn(itemsOf(thread), people), thread.messages);
}

/** The same in each conversation of a desk, and in its meetings. */
export function inDesk<R extends { at: number }>(
  desk: Desk,
  rowsIn: (items: Item[], people: Person[]) => R[],
  rowsThere: (meeting: MeetingItem, people: Person[]) => R[] = () => [],
): Numbered<R>[] {
  const people = Object.values(desk.people).map(writtenPerson);
  return [...new Set(desk.messages.map((m) => m.conv))].flatMap((conv) => {
    const messages = desk.messages.filter((m) => m.conv === conv);
    const rows =
      messages[0]?.channel === 'meeting'
        ? rowsThere(meetingOf(desk, messages), people)
        : rowsIn(deskItems(desk, messages), people);
    return numbered(rows, messages);
  });
}

const numbered = <R extends { at: number }>(
  rows: readonly R[],
  messages: readonly { n: number }[],
): Numbered<R>[] => rows.map(({ at, ...row }) => ({ ...row, n: messages[at]?.n ?? 0 }));

/** "Eleri Probert <eleri@school.example>" */
function writtenPerson(words = ''): Person {
  const [, name = words, address = ''] = /^(.*?)\s*<(.*)>$/.exec(words) ?? [];
  return { name, address };
}

function deskItems(desk: Desk, messages: readonly Message[]): Item[] {
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
