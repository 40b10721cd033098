import type { Migration } from './migration';

/**
 * Names a mail bears (docs/both-ends.md): handoffs that a mark on it names, tokens of one-tap answers. Received mail
 * kept its headers from the first version on, so marks of that time are found there; no token was given out then.
 */
export const marks: Migration = {
  version: 5,
  sql: `
    CREATE TABLE marks (
      mark TEXT NOT NULL,
      item INTEGER NOT NULL REFERENCES items (seq) ON DELETE CASCADE,
      PRIMARY KEY (mark, item)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX marks_item ON marks (item);
    INSERT INTO marks (mark, item)
      SELECT 'handoff:' || substr(c.json ->> '$.headers."x-corridor-handoff"', 1, 16), c.item
      FROM contents c
      WHERE c.json ->> '$.headers."x-corridor-handoff"' GLOB
        '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f];*';
  `,
};
