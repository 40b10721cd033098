import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import type { Connection } from './connection';

/** What SQLite keeps beside a database; they belong to it and travel with it. */
export const COMPANIONS = ['-wal', '-shm', '-journal'] as const;

/** Name part for an instant (ms): sorts by time and is a legal file name everywhere. */
export function stamp(at: number): string {
  return new Date(at).toISOString().replace(/[-:]/g, '').replace('.', '');
}

/** `wanted`, or with a number behind it when that name is taken: nothing kept is ever overwritten. */
function free(wanted: string): string {
  let name = wanted;
  for (let n = 2; existsSync(name); n++) name = `${wanted}-${n}`;
  return name;
}

/** Moves a damaged file out of the way with its companions, so that it can still be opened there. Returns where it lies. */
export function setAside(file: string, at: number): string {
  const aside = free(`${file}.damaged-${stamp(at)}`);
  renameSync(file, aside);
  for (const companion of COMPANIONS) {
    if (existsSync(file + companion)) renameSync(file + companion, aside + companion);
  }
  return aside;
}

/** Backups of a ledger file, the latest first. */
export function backupsOf(file: string): string[] {
  const prefix = `${path.basename(file)}.backup-`;
  const name = /^v\d+-(\d{8}T\d{9}Z(?:-\d+)?)$/;
  return readdirSync(path.dirname(file))
    .flatMap((entry) => {
      const time = entry.startsWith(prefix)
        ? name.exec(entry.slice(prefix.length))?.[1]
        : undefined;
      return time === undefined ? [] : [{ time, at: path.join(path.dirname(file), entry) }];
    })
    .sort((a, b) => b.time.localeCompare(a.time))
    .map((backup) => backup.at);
}

/** Writes a copy of an open ledger beside it and forgets all but the latest `keep`. Returns where it lies. */
export function backUp(
  db: Connection,
  file: string,
  version: number,
  at: number,
  keep: number,
): string {
  const backup = free(`${file}.backup-v${version}-${stamp(at)}`);
  db.run('VACUUM INTO ?', backup);
  // Mail lies in it, and it must be on disk before what it guards against begins.
  chmodSync(backup, 0o600);
  const handle = openSync(backup, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  for (const old of backupsOf(file).slice(Math.max(1, keep))) rmSync(old, { force: true });
  return backup;
}
