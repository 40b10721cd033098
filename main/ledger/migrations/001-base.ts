import type { Migration } from './migration';

/**
 * The first ledger. Once released a migration is never edited, only followed by another.
 *
 * Items are cut in two: thin rows that lists, joins and moves touch, and the heavy JSON beside them, so
 * that moving a conversation does not rewrite its mails. Every table is STRICT.
 */
export const base: Migration = {
  version: 1,
  sql: `
    CREATE TABLE items (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      at INTEGER NOT NULL,
      thread TEXT,
      message_id TEXT,
      gone_from TEXT
    ) STRICT;
    CREATE INDEX items_thread ON items (thread, at, id) WHERE thread IS NOT NULL;
    CREATE INDEX items_kind ON items (kind, at, id);
    CREATE INDEX items_at ON items (at, id);
    CREATE INDEX items_message_id ON items (message_id) WHERE message_id IS NOT NULL;

    CREATE TABLE contents (
      item INTEGER PRIMARY KEY REFERENCES items (seq) ON DELETE CASCADE,
      shape TEXT NOT NULL,
      json TEXT NOT NULL
    ) STRICT;

    CREATE TABLE acts (
      item INTEGER PRIMARY KEY REFERENCES items (seq) ON DELETE CASCADE,
      reader_version INTEGER NOT NULL,
      shape TEXT NOT NULL,
      json TEXT NOT NULL
    ) STRICT;

    -- Message-IDs a mail bears or refers to.
    CREATE TABLE refs (
      message_id TEXT NOT NULL,
      item INTEGER NOT NULL REFERENCES items (seq) ON DELETE CASCADE,
      PRIMARY KEY (message_id, item)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX refs_item ON refs (item);

    -- Who wrote an item or has it assigned.
    CREATE TABLE authors (
      author TEXT NOT NULL,
      at INTEGER NOT NULL,
      item INTEGER NOT NULL REFERENCES items (seq) ON DELETE CASCADE,
      PRIMARY KEY (author, at, item)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX authors_item ON authors (item);

    -- Whom an event or a task involves.
    CREATE TABLE involved (
      address TEXT NOT NULL,
      item INTEGER NOT NULL REFERENCES items (seq) ON DELETE CASCADE,
      PRIMARY KEY (address, item)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX involved_item ON involved (item);

    CREATE TABLE log (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      handoff_id TEXT NOT NULL,
      entry TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX log_handoff ON log (handoff_id, seq);
    CREATE TRIGGER log_no_update BEFORE UPDATE ON log BEGIN
      SELECT RAISE(ABORT, 'the log is append-only');
    END;
    CREATE TRIGGER log_no_delete BEFORE DELETE ON log BEGIN
      SELECT RAISE(ABORT, 'the log is append-only');
    END;
    -- INSERT OR REPLACE deletes without waking a delete trigger.
    CREATE TRIGGER log_no_replace BEFORE INSERT ON log
    WHEN EXISTS (SELECT 1 FROM log WHERE seq = NEW.seq) BEGIN
      SELECT RAISE(ABORT, 'the log is append-only');
    END;

    -- The conversation each handoff lies in now; it moves when conversations are joined.
    CREATE TABLE handoffs (
      id TEXT PRIMARY KEY,
      thread TEXT NOT NULL,
      generation REAL NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX handoffs_thread ON handoffs (thread, id);

    CREATE TABLE projections (
      handoff_id TEXT PRIMARY KEY REFERENCES handoffs (id),
      revision INTEGER NOT NULL UNIQUE,
      next_check_at REAL,
      open INTEGER NOT NULL,
      observed INTEGER NOT NULL,
      needs_you INTEGER NOT NULL,
      urgency REAL NOT NULL,
      giver TEXT NOT NULL,
      taker TEXT,
      row_shape TEXT NOT NULL,
      row TEXT NOT NULL,
      detail_shape TEXT NOT NULL,
      detail TEXT NOT NULL
    ) STRICT;
    CREATE INDEX projections_check ON projections (next_check_at, handoff_id)
      WHERE next_check_at IS NOT NULL;
    CREATE INDEX projections_urgent ON projections (urgency DESC, handoff_id)
      WHERE open = 1 AND observed = 0;
    CREATE INDEX projections_needs_you ON projections (handoff_id) WHERE open = 1 AND needs_you = 1;
    CREATE INDEX projections_taker ON projections (taker) WHERE open = 1;
    CREATE INDEX projections_giver ON projections (giver) WHERE open = 1;

    -- Who was asked, by whom; settled is the instant (ms) from which no fact can change it any more.
    CREATE TABLE hands (
      hand TEXT NOT NULL,
      giver TEXT NOT NULL,
      handoff_id TEXT NOT NULL REFERENCES projections (handoff_id) ON DELETE CASCADE,
      settled REAL,
      PRIMARY KEY (hand, giver, handoff_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX hands_handoff ON hands (handoff_id);
    CREATE INDEX hands_giver ON hands (giver, handoff_id);

    CREATE TABLE tombstones (
      handoff_id TEXT PRIMARY KEY,
      revision INTEGER NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE feed (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      base INTEGER NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE cursors (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE directory (
      id TEXT PRIMARY KEY,
      shape TEXT NOT NULL,
      json TEXT NOT NULL
    ) STRICT;

    CREATE TABLE refused (
      id INTEGER PRIMARY KEY,
      source TEXT NOT NULL,
      place TEXT NOT NULL,
      what TEXT NOT NULL,
      at REAL NOT NULL,
      UNIQUE (source, place, what)
    ) STRICT;
    CREATE INDEX refused_at ON refused (at);
  `,
};
