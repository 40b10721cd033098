import type { Migration } from './migration';

/** A sample of the hours in which people wrote of whom no directory says when they work. Filled by what arrives from now on. */
export const writings: Migration = {
  version: 9,
  sql: `
    CREATE TABLE writings (
      -- Address, in lower case.
      person TEXT NOT NULL,
      -- Where the hour stands in the row of all hours, by chance and always the same: the first are the sample.
      rank TEXT NOT NULL,
      -- ms: where the hour begins.
      hour INTEGER NOT NULL,
      -- Minutes east of Greenwich by the author's own clock; null where the message does not tell.
      clock INTEGER,
      PRIMARY KEY (person, rank)
    ) STRICT, WITHOUT ROWID;
  `,
};
