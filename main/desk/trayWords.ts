import type { HandoffRow, SyncStatus } from '../../shared/contract/views';
import type { Person } from '../../shared/handoff/item';
import { called } from '../../shared/handoff/standingWords';
import type { TrayMood } from './trayIcon';

/** What the tray says: in one look, and in words. */
export interface TrayState {
  mood: TrayMood;
  count: number;
  tooltip: string;
  /** The most urgent, at most three. */
  urgent: { id: string; label: string }[];
}

/** The state of the tray from what is open and how the sync fares. `open` is most urgent first. */
export function trayState(
  open: readonly HandoffRow[],
  count: number,
  sync: SyncStatus,
  me: readonly Person[],
): TrayState {
  const urgent = open.filter((row) => row.needsYou).slice(0, 3);
  const broken = sync.state === 'failed' || sync.state === 'offline';
  const words =
    count === 0
      ? open.length === 0
        ? 'nothing is open'
        : 'nothing needs you now'
      : count === 1
        ? '1 handoff needs you'
        : `${count} handoffs need you`;
  const first = urgent[0];
  return {
    mood: broken ? 'notSyncing' : count > 0 ? 'needsYou' : open.length > 0 ? 'waiting' : 'calm',
    count,
    tooltip:
      `Corridor: ${words}` +
      (first ? `. First: ${labelOf(first, me)}` : '') +
      (broken ? `. Not syncing: ${sync.problem ?? 'no connection'}` : ''),
    urgent: urgent.map((row) => ({ id: row.id, label: labelOf(row, me) })),
  };
}

/** "Contract for Brightwater: you → Ana Ruiz", short enough for a menu. */
export function labelOf(row: HandoffRow, me: readonly Person[]): string {
  const what =
    row.what.length > 48 ? `${row.what.slice(0, row.what.lastIndexOf(' ', 47))}…` : row.what;
  return `${what}: ${called(row.giver, { me })} → ${called(row.taker, { me })}`;
}
