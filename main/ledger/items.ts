import { isDeepStrictEqual } from 'node:util';
import { Item } from '../../shared/handoff/item';
import type { Connection, Value } from './connection';
import { finishingStore } from './finishings';
import { writtenStore } from './written';
import { handoffMark, itemKeys, personKey, tapMark, type ItemKeys } from './itemKeys';
import { jsonColumn } from './jsonColumn';
import type { Refusals } from './refusals';
import type { ItemPatch, Ledger, StoredItem } from './types';

const itemColumn = jsonColumn('item', Item);

/** Rows read at once by `eachItem`. */
const PAGE = 200;
/** What is looked for from the end lies there, mostly. */
const FEW = 4;

const SELECT = `
  SELECT i.seq, i.id, i.kind, i.at, i.gone_from AS goneFrom, c.shape, c.json
  FROM items i JOIN contents c ON c.item = i.seq`;

interface ItemRow {
  seq: number;
  id: string;
  kind: Item['kind'];
  at: number;
  goneFrom: string | null;
  shape: string;
  json: string;
}

type ItemStore = Pick<
  Ledger,
  | 'mergeItem'
  | 'markGone'
  | 'item'
  | 'itemByMessageId'
  | 'copiesOf'
  | 'setThread'
  | 'threadOf'
  | 'ofThread'
  | 'threadsByMessageIds'
  | 'thread'
  | 'threadIds'
  | 'countThread'
  | 'latestFirst'
  | 'bySubject'
  | 'marked'
  | 'setWords'
  | 'setFinishes'
  | 'finishedBy'
  | 'finishedNext'
  | 'eventsBy'
  | 'tasksInvolving'
  | 'written'
  | 'readyWritten'
  | 'knownBy'
  | 'writtenFrom'
  | 'tasksOf'
  | 'absencesOf'
  | 'outOfOffice'
  | 'meetingsWith'
  | 'idsBy'
  | 'latestInPair'
  | 'calendarAndTasks'
  | 'eachItem'
  | 'countItems'
>;

/** Items merged by id, and the conversation they belong to. */
export function itemStore(db: Connection, refusals: Refusals): ItemStore {
  const finishings = finishingStore(db);
  const written = writtenStore(db);
  /** The stored item of a row; null, and noted, when the row cannot be read. */
  const readItem = (row: ItemRow): Item | null => {
    const read = itemColumn.read(row.json, row.shape);
    if (read.ok) return read.value;
    refusals.unreadable('item', row.id, read.what);
    return null;
  };
  const stored = (row: ItemRow): StoredItem | null => {
    const item = readItem(row);
    if (item === null) return null;
    return row.goneFrom === null ? { item } : { item, goneFrom: row.goneFrom };
  };
  const select = (rest: string, ...values: Value[]): StoredItem[] =>
    (db.all(`${SELECT} ${rest}`, ...values) as ItemRow[]).flatMap((row) => stored(row) ?? []);
  const copiesOf = (messageId: string) => select('WHERE i.message_id = ? ORDER BY i.id', messageId);
  const find = (id: string) => db.one(`${SELECT} WHERE i.id = ?`, id) as ItemRow | undefined;

  const seqOf = (id: string): number => {
    const row = db.one('SELECT seq FROM items WHERE id = ?', id) as { seq: number } | undefined;
    if (row === undefined) throw new Error(`no item ${id}`);
    return row.seq;
  };

  const writeContent = (seq: number, item: Item): void => {
    db.run(
      `INSERT INTO contents (item, shape, json) VALUES (?, ?, ?)
       ON CONFLICT (item) DO UPDATE SET shape = excluded.shape, json = excluded.json`,
      seq,
      itemColumn.shape,
      JSON.stringify(item),
    );
  };

  /** Writes the keys of an item; `old` are those already written, null when there are none to trust. */
  const writeKeys = (seq: number, keys: ItemKeys, old: ItemKeys | null): void => {
    if (!isDeepStrictEqual(keys.refs, old?.refs)) {
      if (old !== null) db.run('DELETE FROM refs WHERE item = ?', seq);
      for (const id of keys.refs)
        db.run('INSERT INTO refs (message_id, item) VALUES (?, ?)', id, seq);
    }
    if (
      keys.at !== old?.at ||
      keys.kind !== old.kind ||
      !isDeepStrictEqual(keys.authors, old.authors)
    ) {
      if (old !== null) db.run('DELETE FROM authors WHERE item = ?', seq);
      for (const author of keys.authors)
        db.run(
          'INSERT INTO authors (author, at, item, kind) VALUES (?, ?, ?, ?)',
          ...[author, keys.at, seq, keys.kind],
        );
    }
    if (keys.at !== old?.at || !isDeepStrictEqual(keys.subject, old.subject)) {
      if (old !== null) db.run('DELETE FROM subjects WHERE item = ?', seq);
      if (keys.subject !== null)
        db.run(
          'INSERT INTO subjects (key, answer, at, item) VALUES (?, ?, ?, ?)',
          keys.subject.key,
          Number(keys.subject.answer),
          keys.at,
          seq,
        );
    }
    if (!isDeepStrictEqual(keys.involved, old?.involved)) {
      if (old !== null) db.run('DELETE FROM involved WHERE item = ?', seq);
      for (const address of keys.involved)
        db.run(
          'INSERT INTO involved (address, item, kind) VALUES (?, ?, (SELECT kind FROM items WHERE seq = ?))',
          ...[address, seq, seq],
        );
    }
    if (!isDeepStrictEqual(keys.marks, old?.marks)) {
      if (old !== null) db.run('DELETE FROM marks WHERE item = ?', seq);
      for (const mark of keys.marks)
        db.run('INSERT INTO marks (mark, item) VALUES (?, ?)', mark, seq);
    }
  };

  const create = (patch: ItemPatch): { item: Item; changed: boolean } => {
    const item = itemColumn.check(patch);
    const keys = itemKeys(item);
    // A row whose content could not be read is replaced as a whole, its keys with it.
    if (db.run('DELETE FROM items WHERE id = ?', item.id) > 0) {
      finishings.clear();
      written.clear();
    }
    const { seq } = db.one(
      'INSERT INTO items (id, kind, at, message_id) VALUES (?, ?, ?, ?) RETURNING seq',
      item.id,
      item.kind,
      keys.at,
      keys.messageId,
    ) as { seq: number };
    writeContent(seq, item);
    writeKeys(seq, keys, null);
    written.came(seq);
    return { item, changed: true };
  };

  const update = (row: ItemRow, before: Item, patch: ItemPatch) => {
    if (before.kind !== patch.kind)
      throw new Error(`item ${patch.id} is of kind ${before.kind}, not ${patch.kind}`);
    const given = Object.entries(patch).filter(([, value]) => value !== undefined);
    const item = itemColumn.check({ ...before, ...Object.fromEntries(given) });
    const contentChanged = !isDeepStrictEqual(item, before);
    if (contentChanged) {
      const keys = itemKeys(item);
      written.changing(row.seq, () => {
        db.run(
          'UPDATE items SET at = ?, message_id = ?, words = NULL WHERE seq = ?',
          keys.at,
          keys.messageId,
          row.seq,
        );
        writeContent(row.seq, item);
        writeKeys(row.seq, keys, itemKeys(before));
      });
    }
    // A source that shows an item again has it again.
    if (row.goneFrom !== null) db.run('UPDATE items SET gone_from = NULL WHERE seq = ?', row.seq);
    return { item, changed: contentChanged || row.goneFrom !== null };
  };

  return {
    mergeItem: (patch) =>
      db.transaction(() => {
        const row = find(patch.id);
        const before = row === undefined ? null : readItem(row);
        return row === undefined || before === null ? create(patch) : update(row, before, patch);
      }),

    markGone(id, left) {
      const row = find(id);
      const item = row === undefined ? null : readItem(row);
      if (row === undefined || item === null) return;
      const folder = item.kind === 'mail' ? item.folder : '';
      // A move is told twice, by both folders, in any order: leaving the old one says nothing about
      // a mail that was already seen in the new one.
      if (left !== undefined && left !== folder) return;
      db.run('UPDATE items SET gone_from = ? WHERE seq = ?', folder, row.seq);
    },

    item(id) {
      const row = find(id);
      return row === undefined ? null : stored(row);
    },

    // Two copies of one mail (sent to oneself): the same one every time.
    itemByMessageId: (messageId) => copiesOf(messageId)[0] ?? null,
    copiesOf,

    setThread(id, thread) {
      db.run('UPDATE items SET thread = ? WHERE seq = ?', thread, seqOf(id));
    },

    threadOf(id) {
      const row = db.one('SELECT thread FROM items WHERE id = ?', id);
      return (row as { thread: string | null } | undefined)?.thread ?? null;
    },

    ofThread: (thread, ids) =>
      new Set(
        (
          db.all(
            'SELECT id FROM items WHERE id IN (SELECT value FROM json_each(?)) AND thread = ?',
            JSON.stringify(ids),
            thread,
          ) as { id: string }[]
        ).map((row) => row.id),
      ),

    threadsByMessageIds(messageIds) {
      const rows = db.all(
        `SELECT DISTINCT i.thread FROM refs r JOIN items i ON i.seq = r.item
         WHERE r.message_id IN (SELECT value FROM json_each(?)) AND i.thread IS NOT NULL
         ORDER BY i.thread`,
        JSON.stringify(messageIds),
      ) as { thread: string }[];
      return rows.map((row) => row.thread);
    },

    thread: (thread) => select('WHERE i.thread = ? ORDER BY i.at, i.id', thread),

    threadIds: (thread) =>
      (
        db.all('SELECT id FROM items WHERE thread = ? ORDER BY at, id', thread) as { id: string }[]
      ).map((row) => row.id),

    countThread: (thread) =>
      (db.one('SELECT count(*) AS n FROM items WHERE thread = ?', thread) as { n: number }).n,

    *latestFirst(thread) {
      let [at, id] = [Number.MAX_SAFE_INTEGER, ''];
      for (let size = FEW; ; size = PAGE) {
        const rows = db.all(
          `${SELECT} WHERE i.thread = ? AND (i.at, i.id) < (?, ?)
           ORDER BY i.at DESC, i.id DESC LIMIT ?`,
          thread,
          at,
          id,
          size,
        ) as ItemRow[];
        for (const row of rows) {
          [at, id] = [row.at, row.id];
          const item = stored(row);
          if (item !== null) yield item;
        }
        if (rows.length < size) return;
      }
    },

    bySubject: (key, answers, from, to) =>
      select(
        `WHERE i.seq IN (SELECT item FROM subjects
           WHERE key = ? AND answer IN (1, ?) AND at BETWEEN ? AND ?) ORDER BY i.at, i.id`,
        key,
        answers === 'only' ? 1 : 0,
        from,
        to,
      ),

    marked: (mark) =>
      mark.is === 'mail'
        ? select(
            `WHERE i.message_id = ? AND EXISTS (SELECT 1 FROM marks m WHERE m.item = i.seq)
             ORDER BY i.at, i.id`,
            mark.messageId,
          )
        : select(
            'JOIN marks m ON m.item = i.seq WHERE m.mark = ? ORDER BY i.at, i.id',
            mark.is === 'handoff' ? handoffMark(mark.id) : tapMark(mark.token),
          ),

    setWords: written.setWords,
    written: written.written,
    readyWritten: (authors, after) => written.readyWritten(authors, after),
    knownBy: written.knownBy,
    writtenFrom: written.writtenFrom,
    setFinishes: finishings.setFinishes,
    finishedBy: finishings.finishedBy,
    finishedNext: finishings.finishedNext,

    tasksOf: (person, after, until) =>
      select(
        `JOIN involved n ON n.item = i.seq
         WHERE n.address = ? AND n.kind = 'task' AND i.at > ? AND i.at <= ? ORDER BY i.at, i.id`,
        personKey(person),
        after,
        until,
      ),

    absencesOf: (person) =>
      select(
        `JOIN involved n ON n.item = i.seq
         WHERE n.address = ? AND i.kind = 'absence' ORDER BY i.at, i.id`,
        personKey(person),
      ),

    outOfOffice: (addresses) =>
      select(
        `WHERE i.kind = 'event' AND json_extract(c.json, '$.showAs') = 'oof' AND i.seq IN
           (SELECT item FROM involved
            WHERE kind = 'event' AND address IN (SELECT value FROM json_each(?)))
         ORDER BY i.at, i.id`,
        JSON.stringify(addresses.map((address) => address.toLowerCase())),
      ),

    meetingsWith: (people, from, to) =>
      (
        db.all(
          `SELECT i.id FROM items i WHERE i.kind = 'meeting' AND i.at BETWEEN ? AND ? AND EXISTS
             (SELECT 1 FROM involved n WHERE n.item = i.seq
              AND n.address IN (SELECT value FROM json_each(?))) ORDER BY i.at, i.id`,
          from,
          to,
          JSON.stringify(people.map(personKey)),
        ) as { id: string }[]
      ).map((row) => row.id),

    idsBy: (author, after, limit) =>
      db.all(
        `SELECT i.id, i.thread FROM authors w JOIN items i ON i.seq = w.item
         WHERE w.author = ? AND w.at > ? ORDER BY w.at, i.id LIMIT ?`,
        author.toLowerCase(),
        instant(after),
        limit,
      ) as { id: string; thread: string | null }[],

    latestInPair: (author) =>
      select(
        `JOIN authors w INDEXED BY authors_kind ON w.item = i.seq
         WHERE w.author = ? AND w.kind = 'pair'
         ORDER BY w.at DESC, i.id DESC LIMIT 1`,
        author.toLowerCase(),
      )[0] ?? null,

    calendarAndTasks: (addresses) =>
      select(
        `WHERE i.kind IN ('event', 'task') AND i.seq IN
           (SELECT item FROM involved WHERE address IN (SELECT value FROM json_each(?)))
         ORDER BY i.at, i.id`,
        JSON.stringify(addresses.map((address) => address.toLowerCase())),
      ),

    eventsBy: (organizer, after, until, limit) =>
      select(
        `JOIN authors w INDEXED BY authors_kind ON w.item = i.seq
         WHERE w.author = ? AND w.kind = 'event' AND w.at > ? AND w.at <= ? ORDER BY w.at, w.item LIMIT ?`,
        ...[personKey(organizer), after, until, limit],
      ),

    tasksInvolving: (addresses) =>
      select(
        `WHERE i.seq IN (SELECT item FROM involved
           WHERE kind = 'task' AND address IN (SELECT value FROM json_each(?)))
         ORDER BY i.at, i.id`,
        JSON.stringify(addresses.map((address) => address.toLowerCase())),
      ),

    *eachItem(kind) {
      // By pages, not by an open statement: the caller writes (threads) while it walks.
      let [at, id] = [Number.MIN_SAFE_INTEGER, ''];
      for (;;) {
        const where = `(i.at, i.id) > (?, ?) ORDER BY i.at, i.id LIMIT ${PAGE}`;
        const rows = (
          kind === null
            ? db.all(`${SELECT} WHERE ${where}`, at, id)
            : db.all(`${SELECT} WHERE i.kind = ? AND ${where}`, kind, at, id)
        ) as ItemRow[];
        for (const row of rows) {
          [at, id] = [row.at, row.id];
          const item = stored(row);
          if (item !== null) yield item;
        }
        if (rows.length < PAGE) return;
      }
    },

    countItems: () => (db.one('SELECT count(*) AS n FROM items') as { n: number }).n,
  };
}

/** ms of an ISO instant; everything is later than one that cannot be read. */
function instant(iso: string): number {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? Number.MIN_SAFE_INTEGER : at;
}
