import type { HandoffDetail } from '../../shared/contract/views';
import type { Person } from '../../shared/handoff/item';
import { isUnconfirmed } from '../../shared/handoff/model';
import { wordsIn } from '../../shared/handoff/similarity';
import type { Connection } from './connection';
import { personKey } from './itemKeys';
import type { Answerable, Ledger } from './types';

/** A handoff in somebody's hands: one for each it was put to. */
interface Held {
  id: string;
  hand: string;
  giver: string;
  /** ms. */
  saidAt: number;
  /** ms: since then no message can change it; null while it is open. */
  settled: number | null;
  words: readonly string[] | null;
}

interface HeldRow extends Omit<Held, 'words'> {
  words: string | null;
}

export interface HandStore extends Pick<Ledger, 'answerable' | 'askedOf'> {
  /** Notes in whose hands a handoff is; `settledAt` (ms), where it is known better than from the fact that closed it. */
  put(detail: HandoffDetail, settledAt: number | null | undefined): void;
  /** Its rows go with its projection. */
  forget(handoffId: string): void;
}

const SELECT = 'SELECT handoff_id AS id, hand, giver, said_at AS saidAt, settled, words FROM hands';

/**
 * What each person was asked, kept in memory once it was asked for: every message is compared with what its author and
 * those it goes to were asked in the last months, and hundreds of rows for each would be most of the cost.
 */
export function handStore(db: Connection): HandStore {
  const kept = keptHands();
  db.onRollback(() => {
    kept.clear();
  });

  const load = (hand: string, since: number, until: number): Held[] =>
    (
      db.all(
        `${SELECT} WHERE hand = ? AND said_at BETWEEN ? AND ? ORDER BY said_at, handoff_id`,
        ...[hand, since, until],
      ) as HeldRow[]
    ).map(read);
  const between = (hand: string, since: number, until: number): readonly Held[] => {
    const known = kept.get(hand);
    // Others see the file as it was before the page that is being taken in; and all there ever was is asked for rarely.
    if (!db.seesAll() || since <= 0) return load(hand, since, until);
    const from = since - MARGIN_MS;
    const held = known && known.from <= since ? known : { from, rows: load(hand, from, LATEST) };
    if (held !== known) kept.set(hand, held);
    const { rows } = held;
    return rows.slice(placeOf(rows, since, ''), placeOf(rows, until, LAST));
  };

  return {
    put(detail, settledAt) {
      const before = rowsOf(db, detail.id);
      // What only a model proposed is in nobody's hands: nothing that is said looks for it.
      const now = isUnconfirmed(detail) ? [] : handsOf(detail, settledAt);
      if (isSame(before, now)) return;
      for (const row of before) kept.take(row);
      if (before.length > 0) db.run('DELETE FROM hands WHERE handoff_id = ?', detail.id);
      for (const row of now) {
        db.run(
          'INSERT INTO hands (hand, giver, said_at, handoff_id, settled, words) VALUES (?, ?, ?, ?, ?, ?)',
          ...[row.hand, row.giver, row.saidAt, row.id, row.settled, row.words],
        );
        kept.put(read(row));
      }
    },

    forget(handoffId) {
      for (const row of rowsOf(db, handoffId)) kept.take(row);
    },

    answerable(author, audience, since, at) {
      const found = new Map<string, Held>();
      const isStill = ({ settled }: Held) => settled === null || settled >= at;
      const key = personKey(author);
      for (const held of between(key, since, at)) if (isStill(held)) found.set(held.id, held);
      for (const hand of new Set(audience.map(personKey)))
        for (const held of between(hand, since, at))
          if (held.giver === key && isStill(held)) found.set(held.id, held);
      return inOrder([...found.values()]);
    },

    askedOf: (person, since, until) => inOrder(between(personKey(person), since, until)),
  };
}

/** Kept for so much longer back than asked for: a first reading goes back page by page. */
const MARGIN_MS = 30 * 86_400_000;
const LATEST = Number.MAX_SAFE_INTEGER;
/** Behind every id. */
const LAST = '\uffff';

/** Where a handoff of this instant and id stands, or would stand, in a row by time and id. */
function placeOf(held: readonly Held[], saidAt: number, id: string): number {
  let [low, high] = [0, held.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = held[middle];
    const isBefore =
      there !== undefined && (there.saidAt < saidAt || (there.saidAt === saidAt && there.id < id));
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

const inOrder = (held: readonly Held[]): Answerable[] =>
  [...held].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, words }) => ({ id, words }));

function read({ words, ...row }: HeldRow): Held {
  return { ...row, words: words === null ? null : words.split(' ').filter((word) => word !== '') };
}

function rowsOf(db: Connection, handoffId: string): HeldRow[] {
  return db.all(`${SELECT} WHERE handoff_id = ? ORDER BY hand`, handoffId) as HeldRow[];
}

function isSame(before: readonly HeldRow[], now: readonly HeldRow[]): boolean {
  return (
    before.length === now.length &&
    before.every((row, n) => {
      const other = now[n];
      return (
        row.hand === other?.hand &&
        row.giver === other.giver &&
        row.saidAt === other.saidAt &&
        row.settled === other.settled &&
        row.words === other.words
      );
    })
  );
}

/** The rows of one handoff, in the order of their hands. */
function handsOf(detail: HandoffDetail, settledAt: number | null | undefined): HeldRow[] {
  const closing = detail.evidence.find((fact) => fact.id === detail.closedBy);
  const words = [...wordsIn(`${detail.quote}\n${detail.subject}`)].join(' ');
  const row = {
    id: detail.id,
    giver: personKey(detail.giver),
    saidAt: Date.parse(detail.saidAt),
    settled:
      settledAt === undefined ? (closing === undefined ? null : Date.parse(closing.at)) : settledAt,
    words: ` ${words} `,
  };
  const people: Person[] = [...detail.asked, ...(detail.taker ? [detail.taker] : [])];
  return [...new Set(people.map(personKey))].sort().map((hand) => ({ ...row, hand }));
}

/** Rows kept of all people together; beyond it, those not asked for the longest go. */
const ROWS_KEPT = 100_000;

/** One person's, from an instant on (ms), by time and id. */
interface Kept {
  from: number;
  rows: Held[];
}

function keptHands() {
  const kept = new Map<string, Kept>();
  let rows = 0;
  const drop = (hand: string) => {
    rows -= kept.get(hand)?.rows.length ?? 0;
    kept.delete(hand);
  };
  return {
    get(hand: string): Kept | undefined {
      const held = kept.get(hand);
      if (held === undefined) return undefined;
      // To the end of the row: who was asked for last goes last.
      kept.delete(hand);
      kept.set(hand, held);
      return held;
    },
    set(hand: string, held: Kept): void {
      drop(hand);
      kept.set(hand, held);
      rows += held.rows.length;
      for (const oldest of kept.keys()) {
        if (rows <= ROWS_KEPT || oldest === hand) break;
        drop(oldest);
      }
    },
    put(held: Held): void {
      const others = kept.get(held.hand);
      if (!others || held.saidAt < others.from) return;
      others.rows.splice(placeOf(others.rows, held.saidAt, held.id), 0, held);
      rows++;
    },
    take({ hand, saidAt, id }: HeldRow): void {
      const others = kept.get(hand)?.rows;
      const place = others ? placeOf(others, saidAt, id) : -1;
      if (others?.[place]?.id !== id) return;
      others.splice(place, 1);
      rows--;
    },
    clear(): void {
      kept.clear();
      rows = 0;
    },
  };
}
