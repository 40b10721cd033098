import type { Migration } from './migration';

/** What was decided is looked for at every start: it must not cost a look through the whole log. */
export const decided: Migration = {
  version: 4,
  sql: `
    CREATE INDEX log_decided ON log (handoff_id) WHERE entry IN ('decided', 'split');
  `,
};
