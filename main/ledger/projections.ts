import { HandoffDetail, HandoffRow } from '../../shared/contract/views';
import { isUnconfirmed } from '../../shared/handoff/model';
import { personKey } from './itemKeys';
import type { Connection, Value } from './connection';
import { jsonColumn } from './jsonColumn';
import type { Refusals } from './refusals';
import { isOwn, nextRevision, revision } from './revision';
import type { Ledger, Projection } from './types';

const rowColumn = jsonColumn('handoff row', HandoffRow);
const detailColumn = jsonColumn('handoff detail', HandoffDetail);

type ProjectionStore = Pick<
  Ledger,
  | 'project'
  | 'removeProjection'
  | 'projection'
  | 'due'
  | 'nextCheckAt'
  | 'changesSince'
  | 'revision'
  | 'answerable'
  | 'inHandsOf'
  | 'handoffsOf'
  | 'openWaitingOn'
  | 'openHandoffs'
  | 'countNeedsYou'
>;

interface RowRow {
  id: string;
  revision: number;
  rowShape: string;
  row: string;
}

interface ProjectionRow extends RowRow {
  nextCheckAt: number | null;
  thread: string;
  detailShape: string;
  detail: string;
}

const SELECT_ROW = 'SELECT handoff_id AS id, revision, row_shape AS rowShape, row FROM projections';

const ids = (rows: unknown[]): string[] => (rows as { id: string }[]).map((row) => row.id);

/** What the window is shown of each handoff, with the feed that keeps its replica true. */
export function projectionStore(db: Connection, refusals: Refusals): ProjectionStore {
  // The revision lives in its own column and is put back on reading, so that stored text compares equal
  // when nothing but the revision would change.
  const readRow = (stored: RowRow): HandoffRow | null => {
    const read = rowColumn.read(stored.row, stored.rowShape);
    if (read.ok) return { ...read.value, revision: stored.revision };
    refusals.unreadable('projection', stored.id, read.what);
    return null;
  };
  const readRows = (sql: string, ...values: Value[]): HandoffRow[] =>
    (db.all(sql, ...values) as RowRow[]).flatMap((stored) => readRow(stored) ?? []);

  const find = (id: string) =>
    db.one(
      `SELECT p.handoff_id AS id, p.revision, p.next_check_at AS nextCheckAt, h.thread,
         p.row_shape AS rowShape, p.row, p.detail_shape AS detailShape, p.detail
       FROM projections p JOIN handoffs h ON h.id = p.handoff_id WHERE p.handoff_id = ?`,
      id,
    ) as ProjectionRow | undefined;

  const write = (row: HandoffRow, values: [string, string], nextCheckAt: number | null): number => {
    const next = nextRevision(db);
    db.run('DELETE FROM tombstones WHERE handoff_id = ?', row.id);
    db.run(
      `INSERT INTO projections (handoff_id, revision, next_check_at, open, observed, needs_you,
         urgency, giver, taker, row_shape, row, detail_shape, detail)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (handoff_id) DO UPDATE SET revision = excluded.revision,
         next_check_at = excluded.next_check_at, open = excluded.open, observed = excluded.observed,
         needs_you = excluded.needs_you, urgency = excluded.urgency, giver = excluded.giver,
         taker = excluded.taker, row_shape = excluded.row_shape, row = excluded.row,
         detail_shape = excluded.detail_shape, detail = excluded.detail`,
      row.id,
      next,
      nextCheckAt,
      Number(row.state === 'open'),
      Number(row.observed),
      Number(row.needsYou),
      row.urgency,
      personKey(row.giver),
      row.taker === null ? null : personKey(row.taker),
      rowColumn.shape,
      values[0],
      detailColumn.shape,
      values[1],
    );
    return next;
  };

  const writeHands = (detail: HandoffDetail, settledAt: number | null | undefined): void => {
    const closing = detail.evidence.find((fact) => fact.id === detail.closedBy);
    const closed = closing === undefined ? null : Date.parse(closing.at);
    const settled = settledAt === undefined ? closed : settledAt;
    db.run('DELETE FROM hands WHERE handoff_id = ?', detail.id);
    // What only a model proposed is in nobody's hands: nothing that is said looks for it.
    if (isUnconfirmed(detail)) return;
    for (const hand of new Set([...detail.asked, detail.taker ?? []].flat().map(personKey)))
      db.run(
        'INSERT INTO hands (hand, giver, handoff_id, settled) VALUES (?, ?, ?, ?)',
        hand,
        personKey(detail.giver),
        detail.id,
        settled,
      );
  };

  return {
    project: ({ row: givenRow, detail: givenDetail, thread, nextCheckAt, settledAt }) =>
      db.transaction(() => {
        const row = rowColumn.check({ ...givenRow, revision: 0 });
        const detail = detailColumn.check({ ...givenDetail, revision: 0 });
        const values: [string, string] = [JSON.stringify(row), JSON.stringify(detail)];
        const before = find(row.id);
        if (before?.thread !== thread) {
          db.run(
            `INSERT INTO handoffs (id, thread, generation) VALUES (?, ?, 0)
             ON CONFLICT (id) DO UPDATE SET thread = excluded.thread`,
            row.id,
            thread,
          );
        }
        if (before?.row !== values[0] || before.detail !== values[1]) {
          const written = write(row, values, nextCheckAt);
          writeHands(detail, settledAt);
          return written;
        }
        // The window sees neither the next look nor the conversation: no revision, so that a watcher
        // that looked at ten thousand quiet handoffs does not send ten thousand rows.
        if (before.nextCheckAt !== nextCheckAt) {
          db.run(
            'UPDATE projections SET next_check_at = ? WHERE handoff_id = ?',
            nextCheckAt,
            row.id,
          );
        }
        return before.revision;
      }),

    removeProjection(handoffId) {
      db.transaction(() => {
        if (db.run('DELETE FROM projections WHERE handoff_id = ?', handoffId) === 0) return;
        db.run(
          'INSERT INTO tombstones (handoff_id, revision) VALUES (?, ?)',
          handoffId,
          nextRevision(db),
        );
      });
    },

    projection(handoffId): Projection | null {
      const stored = find(handoffId);
      if (stored === undefined) return null;
      const row = readRow(stored);
      const detail = detailColumn.read(stored.detail, stored.detailShape);
      if (!detail.ok) refusals.unreadable('detail', stored.id, detail.what);
      if (row === null || !detail.ok) return null;
      return {
        row,
        detail: { ...detail.value, revision: stored.revision },
        thread: stored.thread,
        nextCheckAt: stored.nextCheckAt,
      };
    },

    due: (at, limit) =>
      ids(
        db.all(
          `SELECT handoff_id AS id FROM projections WHERE next_check_at <= ?
           ORDER BY next_check_at, handoff_id LIMIT ?`,
          at,
          limit,
        ),
      ),

    nextCheckAt() {
      const row = db.one(
        'SELECT min(next_check_at) AS at FROM projections WHERE next_check_at IS NOT NULL',
      );
      return (row as { at: number | null }).at;
    },

    changesSince(since, limit) {
      const reset = !isOwn(db, since);
      const from = reset ? 0 : since;
      const changed = db.all(
        `${SELECT_ROW} WHERE revision > ? ORDER BY revision LIMIT ?`,
        from,
        limit + 1,
      ) as RowRow[];
      // A window that starts over has nothing to remove.
      const gone = (
        reset
          ? []
          : db.all(
              `SELECT handoff_id AS id, revision FROM tombstones WHERE revision > ?
               ORDER BY revision LIMIT ?`,
              from,
              limit + 1,
            )
      ) as { id: string; revision: number }[];
      const all = [...changed, ...gone].sort((a, b) => a.revision - b.revision);
      const more = all.length > limit;
      const last = all.slice(0, limit).at(-1)?.revision ?? from;
      const rows: HandoffRow[] = [];
      const removed = gone.filter((row) => row.revision <= last).map((row) => row.id);
      for (const stored of changed.filter((row) => row.revision <= last)) {
        const row = readRow(stored);
        // Better missing than shown as it was before: it comes back when it is projected again.
        if (row === null) removed.push(stored.id);
        else rows.push(row);
      }
      return { revision: more ? last : revision(db), reset, rows, removed, more };
    },

    revision: () => revision(db),

    answerable(author, audience, at) {
      const open = '(settled IS NULL OR settled >= ?)';
      const others = JSON.stringify(audience.map(personKey));
      const key = personKey(author);
      return ids(
        db.all(
          `SELECT handoff_id AS id FROM hands
             WHERE hand = ? AND giver IN (SELECT value FROM json_each(?)) AND ${open}
           UNION SELECT handoff_id AS id FROM hands
             WHERE giver = ? AND hand IN (SELECT value FROM json_each(?)) AND ${open}
           ORDER BY id`,
          ...[key, others, at],
          ...[key, others, at],
        ),
      );
    },

    inHandsOf: (hand, at) =>
      ids(
        db.all(
          `SELECT DISTINCT handoff_id AS id FROM hands
           WHERE hand = ? AND (settled IS NULL OR settled >= ?) ORDER BY id`,
          personKey(hand),
          at,
        ),
      ),

    handoffsOf(address) {
      const key = address.toLowerCase();
      return ids(
        db.all(
          `SELECT handoff_id AS id FROM hands WHERE hand = ? UNION
           SELECT handoff_id AS id FROM hands WHERE giver = ? ORDER BY id`,
          key,
          key,
        ),
      );
    },

    openWaitingOn(address) {
      const open = 'SELECT handoff_id AS id FROM projections WHERE open = 1';
      const key = address.toLowerCase();
      return ids(
        db.all(
          `${open} AND taker = ? UNION
           ${open} AND giver = ? AND json_extract(row, '$.turn') = 'giver' ORDER BY id`,
          key,
          key,
        ),
      );
    },

    openHandoffs: (limit) =>
      readRows(
        `${SELECT_ROW} WHERE open = 1 AND observed = 0
         ORDER BY urgency DESC, handoff_id LIMIT ?`,
        limit,
      ).filter((row) => !isUnconfirmed(row)),

    countNeedsYou: () =>
      (
        db.one('SELECT count(*) AS n FROM projections WHERE open = 1 AND needs_you = 1') as {
          n: number;
        }
      ).n,
  };
}
