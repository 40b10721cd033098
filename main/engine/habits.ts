import { stableId } from '../../shared/handoff/identity';
import type { ChatItem, Item, MailItem, Person } from '../../shared/handoff/item';
import { isAutoReplied, offsetIn, writtenAt } from '../../shared/handoff/mailFacts';
import { habitOf, type Habit } from '../../shared/timing/habits';
import { MS_PER_HOUR } from '../../shared/timing/workingHours';
import type { Ledger, StoredWriting } from '../ledger/types';

/**
 * When those work of whom no directory tells it, by when they write. Of all hours in which somebody wrote a sample is
 * kept: those that come first in a row by chance, which is the same row in whatever order the messages came. So it
 * seldom changes, and a replay finds the same.
 */
export interface Habits {
  /** Takes note of a message. Returns its author's address (lower case) when their habit is another now. */
  note(item: Item): string | null;
  /** Null for whoever has written too little, or without any rhythm. */
  of(person: Person | null): Habit | null;
  /** What was remembered is not so any more. */
  clear(): void;
}

/** Hours kept of each person. */
const KEPT = 60;

interface Known {
  writings: StoredWriting[];
  habit: Habit | null;
}

/** `isTold`: does a directory tell this person's hours? `ownZone` (IANA) is that of the person at the desk. */
export function createHabits(
  ledger: Pick<Ledger, 'writings' | 'putWriting' | 'dropWriting'>,
  isTold: (person: Person) => boolean,
  ownZone: string,
): Habits {
  const known = new Map<string, Known>();
  const habitIn = (writings: readonly StoredWriting[]) =>
    habitOf(
      writings.map(({ hour, clock }) => ({ at: hour + MS_PER_HOUR / 2, offset: clock })),
      ownZone,
    );
  const knownOf = (address: string): Known => {
    let found = known.get(address);
    if (found === undefined) {
      const writings = ledger.writings(address);
      known.set(address, (found = { writings, habit: habitIn(writings) }));
    }
    return found;
  };
  return {
    note(item) {
      const said = writtenBy(item);
      if (said === null || said.from.address === '' || isTold(said.from)) return null;
      const address = said.from.address.toLowerCase();
      const before = knownOf(address);
      const next = withHour(before.writings, address, said.at, said.clock);
      if (next === null) return null;
      ledger.putWriting(address, next.put);
      if (next.dropped !== null) ledger.dropWriting(address, next.dropped);
      const habit = habitIn(next.writings);
      known.set(address, { writings: next.writings, habit });
      return JSON.stringify(habit) === JSON.stringify(before.habit) ? null : address;
    },
    of: (person) =>
      person === null || person.address === '' || isTold(person)
        ? null
        : knownOf(person.address.toLowerCase()).habit,
    clear: () => {
      known.clear();
    },
  };
}

/** Who wrote it and when; null for what no person wrote. */
function writtenBy(item: Item): { from: Person; at: number; clock: number | null } | null {
  if (item.kind === 'chat') return { ...byChat(item), clock: null };
  if (item.kind !== 'mail' || item.isDraft || item.report || isMachine(item)) return null;
  const told = writtenAt(item);
  return { from: item.from, at: Date.parse(told), clock: offsetIn(told) };
}

const byChat = ({ from, sentAt }: ChatItem) => ({ from, at: Date.parse(sentAt) });

function isMachine({ headers }: MailItem): boolean {
  return (
    isAutoReplied(headers) || 'list-id' in headers || /\bbulk\b/i.test(headers['precedence'] ?? '')
  );
}

/** The sample with the hour of one more message; null when it stays as it is. */
function withHour(
  writings: readonly StoredWriting[],
  address: string,
  at: number,
  clock: number | null,
): { writings: StoredWriting[]; put: StoredWriting; dropped: string | null } | null {
  const hour = Math.floor(at / MS_PER_HOUR) * MS_PER_HOUR;
  const rank = stableId(address, String(hour));
  const same = writings.find((writing) => writing.rank === rank);
  // Of several messages of one hour any may tell the clock: the easternmost counts, whichever came first.
  if (same && (clock === null || clock <= (same.clock ?? -Infinity))) return null;
  const put = { rank, hour, clock };
  const others = writings.filter((writing) => writing !== same);
  const all = [...others, put].sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const dropped = all.length > KEPT ? (all.pop()?.rank ?? null) : null;
  return dropped === rank ? null : { writings: all, put, dropped };
}
