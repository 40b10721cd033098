import { DirectoryEntry } from '../../shared/handoff/item';
import type { Connection } from './connection';
import { jsonColumn } from './jsonColumn';
import type { Refusals } from './refusals';
import type { Ledger } from './types';

const column = jsonColumn('directory entry', DirectoryEntry);

/**
 * What is known of a colleague after one more source spoke. Sources know different halves (the user list
 * the team, mailbox settings the zone), so "unknown" never erases what another one said; aliases add up,
 * because old mail keeps its old address.
 */
function merged(known: DirectoryEntry | undefined, said: DirectoryEntry): DirectoryEntry {
  if (known === undefined) return said;
  const address = said.person.address === '' ? known.person.address : said.person.address;
  return {
    id: said.id,
    person: { name: said.person.name === '' ? known.person.name : said.person.name, address },
    aliases: [...new Set([...known.aliases, ...said.aliases])].filter((a) => a !== address).sort(),
    team: said.team ?? known.team,
    title: said.title ?? known.title,
    timeZone: said.timeZone ?? known.timeZone,
    workingHours: said.workingHours ?? known.workingHours,
  };
}

/** What sources say about colleagues. */
export function directoryStore(
  db: Connection,
  refusals: Refusals,
): Pick<Ledger, 'directory' | 'mergeDirectory'> {
  const read = (row: { id: string; shape: string; json: string }): DirectoryEntry | undefined => {
    const found = column.read(row.json, row.shape);
    if (found.ok) return found.value;
    refusals.unreadable('directory', row.id, found.what);
    return undefined;
  };
  const select = 'SELECT id, shape, json FROM directory';
  return {
    directory: () =>
      (db.all(`${select} ORDER BY id`) as Parameters<typeof read>[0][]).flatMap(
        (row) => read(row) ?? [],
      ),
    mergeDirectory: (entries) =>
      db.transaction(() =>
        entries.filter((entry) => {
          const row = db.one(`${select} WHERE id = ?`, entry.id) as
            Parameters<typeof read>[0] | undefined;
          const known = row === undefined ? undefined : read(row);
          const json = JSON.stringify(column.check(merged(known, entry)));
          if (row?.json === json && row.shape === column.shape) return false;
          db.run(
            `INSERT INTO directory (id, shape, json) VALUES (?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET shape = excluded.shape, json = excluded.json`,
            entry.id,
            column.shape,
            json,
          );
          return true;
        }),
      ),
  };
}
