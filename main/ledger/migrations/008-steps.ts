import type { Migration } from './migration';

/**
 * How long it took until what was said was written down, and what was finished passed on. What is there already is
 * noted when next looked at. And what was put to nobody in particular waits on whoever gave it.
 */
export const steps: Migration = {
  version: 8,
  sql: `
    CREATE TABLE steps (
      -- Address of whose custom it is, in lower case.
      person TEXT NOT NULL,
      -- 'written' or 'passed'.
      step TEXT NOT NULL,
      -- ms: when it came.
      at INTEGER NOT NULL,
      handoff_id TEXT NOT NULL UNIQUE,
      -- Working hours it took.
      hours REAL NOT NULL,
      -- The item it came with: one that writes down five things is one step.
      item TEXT NOT NULL,
      PRIMARY KEY (person, step, at, handoff_id)
    ) STRICT, WITHOUT ROWID;
    UPDATE projections SET waits_on = giver WHERE waits_on IS NULL;
  `,
};
