import type { Migration } from './migration';

/**
 * What keeps the cost of one more fact the same however much is held (docs/pace.md): the words a
 * message and a handoff are known by, the waits of each person in order of time. All of it can be computed again from what the first
 * ledger holds, and is filled from there. The acts of an item, never written, go.
 */
export const pace: Migration = {
  version: 3,
  sql: `
    DROP TABLE acts;

    -- Mails without references, by subject. answer: the subject says that it answers or forwards.
    CREATE TABLE subjects (
      key TEXT NOT NULL,
      answer INTEGER NOT NULL,
      at INTEGER NOT NULL,
      item INTEGER NOT NULL REFERENCES items (seq) ON DELETE CASCADE,
      PRIMARY KEY (key, answer, at, item)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX subjects_item ON subjects (item);
    INSERT INTO subjects (key, answer, at, item)
      SELECT r.message_id,
        lower(trim(coalesce(json_extract(c.json, '$.subject'), ''))) <> substr(r.message_id, 9),
        i.at, i.seq
      FROM refs r JOIN items i ON i.seq = r.item JOIN contents c ON c.item = i.seq
      WHERE r.message_id GLOB 'subject:*';
    DELETE FROM refs WHERE message_id GLOB 'subject:*';

    -- The words a message is known by, between blanks; null: not read yet, or nothing anybody said.
    ALTER TABLE items ADD COLUMN words TEXT;

    -- Who spoke in a meeting is involved in it.
    INSERT OR IGNORE INTO involved (address, item)
      SELECT w.author, w.item FROM authors w JOIN items i ON i.seq = w.item WHERE i.kind = 'meeting';

    -- What a conversation gave a handoff when it was last read, in short: the same again needs no second look.
    ALTER TABLE handoffs ADD COLUMN digest TEXT;
    -- Messages elsewhere that speak of it, one a line, after the state of it they were looked for.
    ALTER TABLE handoffs ADD COLUMN heard TEXT;

    -- Who is waited on, and since when (ms).
    ALTER TABLE projections ADD COLUMN waits_on TEXT;
    ALTER TABLE projections ADD COLUMN moved_at REAL;
    UPDATE projections SET
      waits_on = CASE WHEN row ->> '$.turn' = 'giver' THEN giver ELSE taker END,
      moved_at = unixepoch(row ->> '$.lastMoveAt') * 1000;
    -- Its deadline hangs on an event.
    ALTER TABLE projections ADD COLUMN hangs INTEGER;
    UPDATE projections SET hangs = row ->> '$.due.source' = 'event';
    CREATE INDEX projections_hangs ON projections (handoff_id) WHERE hangs = 1;
    DROP INDEX projections_taker;
    DROP INDEX projections_giver;
    CREATE INDEX projections_waits ON projections (waits_on, moved_at, handoff_id) WHERE open = 1;

    -- Who was asked, by whom, when and in which words (null: not known yet); settled is the instant (ms) from which no
    -- fact can change it any more.
    DROP TABLE hands;
    CREATE TABLE hands (
      hand TEXT NOT NULL,
      giver TEXT NOT NULL,
      said_at REAL NOT NULL,
      handoff_id TEXT NOT NULL REFERENCES projections (handoff_id) ON DELETE CASCADE,
      settled REAL,
      words TEXT,
      PRIMARY KEY (hand, said_at, handoff_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX hands_handoff ON hands (handoff_id);
    CREATE INDEX hands_giver ON hands (giver, hand, said_at);
    INSERT OR IGNORE INTO hands (hand, giver, said_at, handoff_id, settled)
      SELECT lower(coalesce(nullif(h.value ->> '$.address', ''), h.value ->> '$.name')), p.giver,
        unixepoch(p.row ->> '$.saidAt') * 1000, p.handoff_id,
        (SELECT unixepoch(f.value ->> '$.at') * 1000 FROM json_each(p.detail, '$.evidence') AS f
          WHERE f.value ->> '$.id' = p.detail ->> '$.closedBy')
      FROM projections p, json_each(json_array('$.asked', '$.taker')) AS part,
        json_each(CASE part.value WHEN '$.taker' THEN json_array(json_extract(p.detail, '$.taker'))
          ELSE json_extract(p.detail, '$.asked') END) AS h
      WHERE h.value IS NOT NULL AND h.type = 'object';

    -- How long each thing put to somebody waited: one row per handoff.
    CREATE TABLE waits (
      taker TEXT NOT NULL,
      began INTEGER NOT NULL,
      handoff_id TEXT NOT NULL UNIQUE,
      ended REAL,
      hours REAL NOT NULL,
      answered INTEGER NOT NULL,
      asked TEXT NOT NULL,
      PRIMARY KEY (taker, began, handoff_id)
    ) STRICT, WITHOUT ROWID;
    DELETE FROM cursors WHERE key GLOB 'answers/*';
  `,
};
