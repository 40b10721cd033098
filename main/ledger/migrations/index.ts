import type { Connection } from '../connection';
import { base } from './001-base';
import { outbox } from './002-outbox';
import { pace } from './003-pace';
import { decided } from './004-decided';
import { marks } from './005-marks';
import { kinds } from './006-kinds';
import { leads } from './007-leads';
import { steps } from './008-steps';
import { writings } from './009-writings';
import type { Migration } from './migration';

/** Every step, in order. A released one is never edited. */
export const MIGRATIONS: readonly Migration[] = [
  base,
  outbox,
  pace,
  decided,
  marks,
  kinds,
  leads,
  steps,
  writings,
];

/** The version this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** "CRDR": tells a ledger from any other SQLite file. */
export const APPLICATION_ID = 0x43524452;

/** Brings an open ledger from the version it has to `to`. Each step is whole or did not happen. */
export function migrate(db: Connection, to: number = SCHEMA_VERSION): void {
  const from = Number(db.pragma('user_version'));
  for (const step of MIGRATIONS.filter((m) => m.version > from && m.version <= to)) {
    db.transaction(() => {
      db.exec(step.sql);
      db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${step.version}`);
    });
  }
}
