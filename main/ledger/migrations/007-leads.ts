import type { Migration } from './migration';

/** How long each piece of work took, beside how long it waited for an answer. What is there already is noted when next looked at. */
export const leads: Migration = {
  version: 7,
  sql: `
    -- Null while it has not arrived; else when it did, what it took and by which words it is known, as the engine writes it.
    ALTER TABLE waits ADD COLUMN work TEXT;
  `,
};
