import type { Migration } from './migration';

/** What waits on one person is judged anew when their answer times change. */
export const openTaker: Migration = {
  version: 3,
  sql: `CREATE INDEX projections_taker ON projections (taker) WHERE open = 1;`,
};
