import { HandoffDetail, HandoffRow } from '../../shared/contract/views';
import { isUnconfirmed } from '../../shared/handoff/model';
import { personKey } from './itemKeys';
import type { Connection, Value } from './connection';
import { handStore } from './hands';
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
  | 'projected'
  | 'due'
  | 'nextCheckAt'
  | 'changesSince'
  | 'revision'
  | 'answerable'
  | 'askedOf'
  | 'givenBy'
  | 'hangingOn'
  | 'handoffsOf'
  | 'openBetween'
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
  const hands = handStore(db);
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
    const waitsOn = row.turn === 'giver' ? row.giver : (row.taker ?? row.giver);
    db.run('DELETE FROM tombstones WHERE handoff_id = ?', row.id);
    db.run(
      `INSERT INTO projections (handoff_id, revision, next_check_at, open, observed, needs_you,
         urgency, giver, taker, waits_on, moved_at, hangs, row_shape, row, detail_shape, detail)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (handoff_id) DO UPDATE SET revision = excluded.revision,
         next_check_at = excluded.next_check_at, open = excluded.open, observed = excluded.observed,
         needs_you = excluded.needs_you, urgency = excluded.urgency, giver = excluded.giver,
         taker = excluded.taker, waits_on = excluded.waits_on, moved_at = excluded.moved_at,
         hangs = excluded.hangs, row_shape = excluded.row_shape, row = excluded.row,
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
      personKey(waitsOn),
      Date.parse(row.lastMoveAt),
      Number(row.due?.source === 'event'),
      rowColumn.shape,
      values[0],
      detailColumn.shape,
      values[1],
    );
    return next;
  };

  return {
    project: ({ row: givenRow, detail: givenDetail, thread, nextCheckAt, settledAt }) =>
      db.together(() => {
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
          hands.put(detail, settledAt);
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
        hands.forget(handoffId);
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

    projected(handoffId) {
      const row = db.one(
        'SELECT revision, needs_you AS needsYou FROM projections WHERE handoff_id = ?',
        handoffId,
      ) as { revision: number; needsYou: number } | undefined;
      return row === undefined ? null : { revision: row.revision, needsYou: row.needsYou === 1 };
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

    answerable: hands.answerable,
    askedOf: hands.askedOf,
    givenBy: hands.givenBy,

    hangingOn: (people) =>
      db.all(
        `SELECT p.handoff_id AS id, h.thread FROM projections p JOIN handoffs h ON h.id = p.handoff_id
         WHERE p.hangs = 1 AND EXISTS (SELECT 1 FROM hands a, json_each(?) AS one
           WHERE a.handoff_id = p.handoff_id AND one.value IN (a.hand, a.giver))
         ORDER BY p.handoff_id`,
        JSON.stringify(people.map(personKey)),
      ) as { id: string; thread: string }[],

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

    openBetween: (giver, hand) =>
      ids(
        db.all(
          `SELECT h.handoff_id AS id FROM hands h JOIN projections p ON p.handoff_id = h.handoff_id
           WHERE h.giver = ? AND h.hand = ? AND p.open = 1 ORDER BY id`,
          personKey(giver),
          personKey(hand),
        ),
      ),

    openWaitingOn: (address, after, until) =>
      ids(
        db.all(
          `SELECT handoff_id AS id FROM projections
           WHERE open = 1 AND waits_on = ? AND moved_at > ? AND moved_at <= ? ORDER BY handoff_id`,
          address.toLowerCase(),
          after,
          until,
        ),
      ),

    openHandoffs: (limit) =>
      readRows(
        `${SELECT_ROW} WHERE open = 1 AND observed = 0
         ORDER BY urgency DESC, handoff_id LIMIT ?`,
        limit,
      ).filter((row) => !isUnconfirmed(row) && row.notHeld === undefined),

    countNeedsYou: () =>
      (
        db.one('SELECT count(*) AS n FROM projections WHERE open = 1 AND needs_you = 1') as {
          n: number;
        }
      ).n,
  };
}
