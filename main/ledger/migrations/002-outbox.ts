import type { Migration } from './migration';

/** What leaves the desk and what the desk did. Both keep a numbered rowid: salvage walks it around damage. */
export const outbox: Migration = {
  version: 2,
  sql: `
    CREATE TABLE outbox (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      handoff_id TEXT NOT NULL,
      state TEXT NOT NULL,
      draft TEXT NOT NULL,
      approved_hash TEXT,
      send_at REAL,
      remote_id TEXT,
      remote_step TEXT NOT NULL,
      problem TEXT,
      created_at REAL NOT NULL,
      updated_at REAL NOT NULL
    ) STRICT;
    CREATE INDEX outbox_remote ON outbox (remote_id);
    CREATE INDEX outbox_handoff ON outbox (handoff_id, created_at, id);
    CREATE INDEX outbox_state ON outbox (state, created_at, id);

    CREATE TABLE journal (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      at REAL NOT NULL,
      what TEXT NOT NULL,
      why TEXT NOT NULL,
      undo TEXT
    ) STRICT;
  `,
};
