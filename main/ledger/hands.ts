import type { HandoffDetail } from '../../shared/contract/views';
import type { Person } from '../../shared/handoff/item';
import { isUnconfirmed } from '../../shared/handoff/model';
import { wordsIn } from '../../shared/handoff/similarity';
import type { Connection } from './connection';
import { personKey } from './itemKeys';
import { ALL, EVER, hasWords, knownAmong, KeptRows, type Load, type TimedRow } from './keptRows';
import type { Answerable, Ledger } from './types';

/** A handoff in somebody's hands, as the table has it: one row for each it was put to. */
interface HeldRow {
  id: string;
  hand: string;
  giver: string;
  /** ms. */
  saidAt: number;
  /** ms: since then no message can change it; null while it is open. */
  settled: number | null;
  /** Each between blanks. */
  words: string | null;
}

/** The same as it is kept: whose hands, when it was said, its id. */
interface Held extends TimedRow {
  order: string;
  id: string;
  giver: string;
  settled: number | null;
  words: readonly string[] | null;
}

export interface HandStore extends Pick<Ledger, 'answerable' | 'askedOf' | 'givenBy'> {
  /** Notes in whose hands a handoff is; `settledAt` (ms), where it is known better than from the fact that closed it. */
  put(detail: HandoffDetail, settledAt: number | null | undefined): void;
  /** Its rows go with its projection. */
  forget(handoffId: string): void;
}

/** Rows kept of all people together. */
const ROWS_KEPT = 100_000;
const SELECT = 'SELECT handoff_id AS id, hand, giver, said_at AS saidAt, settled, words FROM hands';

/**
 * What each person was asked, kept in memory once it was asked for: every message is compared with what its author and
 * those it goes to were asked in the last months, and hundreds of rows for each would be most of the cost.
 */
export function handStore(db: Connection): HandStore {
  const load: Load<Held> = (hand, since, before, most) =>
    (
      db.all(
        `${SELECT} WHERE hand = ? AND said_at >= ? AND said_at < ?
         ORDER BY said_at DESC, handoff_id DESC LIMIT ?`,
        ...[hand, since, before, most],
      ) as HeldRow[]
    ).map(read);
  const kept = new KeptRows<Held>(ROWS_KEPT, load);
  db.onRollback(() => {
    kept.clear();
    given.clear();
  });
  // Others see the file as it was before the page that is being taken in; and all there ever was is asked for rarely.
  const between = (hand: string, since: number, until: number): Held[] =>
    db.seesAll() && since > 0
      ? kept.between(hand, since, until)
      : load(hand, since, Math.min(EVER, until + 1), ALL).reverse();

  const loadGiven: Load<Held> = (giver, since, before, most) =>
    (
      db.all(
        `${SELECT} WHERE giver = ? AND said_at >= ? AND said_at < ?
         ORDER BY said_at DESC, handoff_id DESC, hand DESC LIMIT ?`,
        ...[giver, since, before, most],
      ) as HeldRow[]
    ).map(readGiven);
  const given = new KeptRows<Held>(ROWS_KEPT, loadGiven, ({ words }) => words);
  const givenWith = (
    ...[giver, since, until, words]: [string, number, number, ReadonlySet<string>]
  ): Held[] =>
    db.seesAll() && since > 0
      ? given.among(giver, since, until, words)
      : loadGiven(giver, since, until + 1, ALL).filter((held) => hasWords(held.words, words));

  return {
    put(detail, settledAt) {
      const before = rowsOf(db, detail.id);
      // What only a model proposed is in nobody's hands: nothing that is said looks for it.
      const now = isUnconfirmed(detail) ? [] : handsOf(detail, settledAt);
      if (isSame(before, now)) return;
      for (const row of before) {
        kept.take(read(row));
        given.take(readGiven(row));
      }
      if (before.length > 0) db.run('DELETE FROM hands WHERE handoff_id = ?', detail.id);
      for (const row of now) {
        db.run(
          'INSERT INTO hands (hand, giver, said_at, handoff_id, settled, words) VALUES (?, ?, ?, ?, ?, ?)',
          ...[row.hand, row.giver, row.saidAt, row.id, row.settled, row.words],
        );
        kept.put(read(row));
        given.put(readGiven(row));
      }
    },

    forget(handoffId) {
      for (const row of rowsOf(db, handoffId)) {
        kept.take(read(row));
        given.take(readGiven(row));
      }
    },

    answerable(author, audience, since, at, ahead = 0) {
      const found = new Map<string, Held>();
      const isStill = ({ settled }: Held) => settled === null || settled >= at;
      const key = personKey(author);
      for (const held of between(key, since, at + ahead))
        if (isStill(held)) found.set(held.order, held);
      for (const hand of new Set(audience.map(personKey)))
        for (const held of between(hand, since, at + ahead))
          if (held.giver === key && isStill(held)) found.set(held.order, held);
      return inOrder([...found.values()]);
    },

    givenBy(people, since, at, words, least) {
      const found = new Map<string, Held>();
      for (const giver of new Set(people.map(personKey)))
        for (const held of knownAmong(
          words,
          least,
          (any) => givenWith(giver, since, at, any),
          (row) => row.words,
        ))
          if (held.settled === null || held.settled >= at) found.set(held.id, held);
      return [...found.values()]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, words: known }) => ({ id, words: known }));
    },

    askedOf: (person, since, until) => inOrder(between(personKey(person), since, until)),
  };
}

const inOrder = (held: readonly Held[]): Answerable[] =>
  [...held]
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ order, words }) => ({ id: order, words }));

function read({ id, hand, giver, saidAt, settled, words }: HeldRow): Held {
  return {
    ...{ whose: hand, at: saidAt, order: id, id, giver, settled },
    words: words === null ? null : words.split(' ').filter((word) => word !== ''),
  };
}

/** The same, as one of whoever gave it. */
const readGiven = (row: HeldRow): Held => ({
  ...read(row),
  whose: row.giver,
  order: `${row.id} ${row.hand}`,
});

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
