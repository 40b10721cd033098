import type { Migration } from './migration';

/**
 * What is looked for by kind among all that somebody wrote or is involved in: their events, their chats of two, their
 * tasks, and the messages in which they finish something. Without it each look goes through everything they ever wrote.
 */
export const kinds: Migration = {
  version: 6,
  sql: `
    -- 'event', 'task', or 'pair' for a chat of two; null for what is never looked for by kind.
    ALTER TABLE authors ADD COLUMN kind TEXT;
    UPDATE authors SET kind = (SELECT CASE
        WHEN i.kind IN ('event', 'task') THEN i.kind
        WHEN json_extract(c.json, '$.chatType') = 'oneOnOne' THEN 'pair' END
      FROM items i JOIN contents c ON c.item = i.seq WHERE i.seq = authors.item);
    CREATE INDEX authors_kind ON authors (author, kind, at, item) WHERE kind IS NOT NULL;

    ALTER TABLE involved ADD COLUMN kind TEXT;
    UPDATE involved SET kind = (SELECT i.kind FROM items i WHERE i.seq = involved.item);
    CREATE INDEX involved_tasks ON involved (address, item) WHERE kind = 'task';

    -- Messages that say of something that it is finished. What was not looked at yet may.
    CREATE TABLE finishings (
      author TEXT NOT NULL,
      at INTEGER NOT NULL,
      item INTEGER NOT NULL REFERENCES items (seq) ON DELETE CASCADE,
      PRIMARY KEY (author, at, item)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX finishings_item ON finishings (item);
    INSERT INTO finishings (author, at, item)
      SELECT w.author, w.at, w.item FROM authors w JOIN items i ON i.seq = w.item
      WHERE i.kind IN ('mail', 'chat');
  `,
};
