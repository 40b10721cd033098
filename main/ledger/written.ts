import type { Connection } from './connection';
import { personKey } from './itemKeys';
import { ALL, hasWords, knownAmong, KeptRows, type Load, type TimedRow } from './keptRows';
import type { Ledger } from './types';

/** A message as the table has it: one row for each who wrote it (`whose`); `order` is its id. */
interface WrittenRow extends TimedRow {
  order: string;
  /** Each between blanks; null: not noted. */
  words: string | null;
}

/** The same as it is kept. */
interface Written extends TimedRow {
  order: string;
  words: readonly string[] | null;
}

export interface WrittenStore extends Pick<
  Ledger,
  'written' | 'knownBy' | 'writtenFrom' | 'readyWritten' | 'setWords'
> {
  /** Tells of a change of the item in this row (`seq`), which `work` makes. */
  changing<T>(seq: number, work: () => T): T;
  /** An item has come. */
  came(seq: number): void;
  clear(): void;
}

/** Rows kept of all people together. */
const ROWS_KEPT = 60_000;
const SELECT = `SELECT w.author AS whose, w.at, i.id AS "order", i.words
  FROM authors w JOIN items i ON i.seq = w.item`;
const LATEST = 'ORDER BY w.at DESC, i.id DESC LIMIT ?';
const SAID = `i.kind IN ('mail', 'chat')`;
/** Whose the rows of everybody together are. */
const EVERYBODY = '';

/**
 * What each person wrote, with its words, kept in memory once it was asked for: for each handoff that is opened all that
 * its people wrote in the months after is looked through, and reading thousands of rows each time would be most of the cost.
 */
export function writtenStore(db: Connection): WrittenStore {
  const load: Load<Written> = (author, from, before, most) =>
    (
      db.all(
        `${SELECT} WHERE w.author = ? AND w.at >= ? AND w.at < ? AND ${SAID} ${LATEST}`,
        ...[author, from, before, most],
      ) as WrittenRow[]
    ).map(read);
  const loadAll: Load<Written> = (_, from, before, most) =>
    (
      db.all(
        `${SELECT} WHERE w.at >= ? AND w.at < ? AND ${SAID} ${LATEST}`,
        ...[from, before, most],
      ) as WrittenRow[]
    ).map((row) => ofEverybody(read(row)));
  const kept = new KeptRows<Written>(ROWS_KEPT, load, ({ words }) => words);
  // By its words a message is looked for whoever wrote it; they stand beside those of single people, and put none of them out.
  const everybodys = new KeptRows<Written>(Infinity, loadAll, ({ words }) => words);
  const clear = () => {
    kept.clear();
    everybodys.clear();
  };
  db.onRollback(clear);
  const rowsOf = (seq: number) =>
    (db.all(`${SELECT} WHERE w.item = ? AND ${SAID}`, seq) as WrittenRow[]).map(read);

  const put = (seq: number) => {
    for (const row of rowsOf(seq)) {
      kept.put(row);
      everybodys.put(ofEverybody(row));
    }
  };

  const changing = <T>(seq: number, work: () => T): T => {
    for (const row of rowsOf(seq)) {
      kept.take(row);
      everybodys.take(ofEverybody(row));
    }
    const value = work();
    put(seq);
    return value;
  };

  return {
    clear,
    changing,
    came: put,
    setWords(id, words) {
      const row = db.one('SELECT seq FROM items WHERE id = ?', id) as { seq: number } | undefined;
      if (row === undefined) throw new Error(`no item ${id}`);
      changing(row.seq, () => {
        db.run('UPDATE items SET words = ? WHERE seq = ?', words, row.seq);
      });
    },
    *readyWritten(authors, after) {
      if (!db.seesAll() || after <= 0) return;
      for (const author of authors) yield* kept.reach(personKey(author), after + 1);
      yield* everybodys.reach(EVERYBODY, after + 1);
    },
    written(author, after, until, words, least = 1) {
      const whose = personKey(author);
      // Others see the file as it was before the page that is being taken in; all there ever was is asked for rarely.
      if (!db.seesAll() || after <= 0)
        return load(whose, after + 1, until + 1, ALL)
          .filter((row) => !words || hasWords(row.words, words, least))
          .map(({ order }) => order)
          .reverse();
      const rows = words
        ? kept.among(whose, after + 1, until, words, least)
        : kept.between(whose, after + 1, until);
      return rows.map(({ order }) => order);
    },
    knownBy(words, least, after, until) {
      const among = (any: ReadonlySet<string>): Written[] =>
        db.seesAll() && after > 0
          ? everybodys.among(EVERYBODY, after + 1, until, any)
          : loadAll(EVERYBODY, after + 1, until + 1, ALL)
              .filter((row) => hasWords(row.words, any))
              .reverse();
      return knownAmong(words, least, among, (row) => row.words).map(({ order }) => order);
    },
    writtenFrom(half, words, after, until, most) {
      const known = [...words].map(() => 'instr(i.words, ?) > 0').join(' OR ');
      const [where, part] =
        'local' in half
          ? ['substr(w.author, 1, length(?)) = ?', `${half.local}@`]
          : ['substr(w.author, -length(?)) = ?', `@${half.house}`];
      const rows = db.all(
        `SELECT i.id FROM authors w JOIN items i ON i.seq = w.item
         WHERE w.at > ? AND w.at <= ? AND ${where} AND ${SAID} ${known === '' ? '' : `AND (${known})`}
         ORDER BY w.at DESC, i.id DESC LIMIT ?`,
        ...[after, until, part, part, ...[...words].map((word) => ` ${word} `), most],
      ) as { id: string }[];
      return rows.map(({ id }) => id);
    },
  };
}

const read = ({ words, ...row }: WrittenRow): Written => ({
  ...row,
  words:
    words === null ? null : words.split(' ').flatMap((word) => (word === '' ? [] : once(word))),
});

/** Each word once in memory: hundreds of thousands of rows are made of some ten thousand. */
const pool = new Map<string, string>();
function once(word: string): string {
  const known = pool.get(word);
  if (known !== undefined) return known;
  if (pool.size >= POOL) pool.clear();
  pool.set(word, word);
  return word;
}
const POOL = 100_000;

const ofEverybody = (row: Written): Written => ({ ...row, whose: EVERYBODY });
