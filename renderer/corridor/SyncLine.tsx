import { Check, CloudOff, RefreshCw, Settings as SettingsIcon, TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { SyncStatus } from '../../shared/contract';
import { monthOf, when } from '../desk/dates';
import type { Here } from '../desk/dates';

interface SyncLineProps {
  sync: SyncStatus | null;
  problem: string | null;
  here: Here;
  onRefresh: () => void;
  onSettings: () => void;
}

/** How fresh the list is, at the foot of it. */
export function SyncLine({ sync, problem, here, onRefresh, onSettings }: SyncLineProps) {
  const said = sync === null ? null : say(sync, here);
  const back = sync !== null && isReadingBack(sync);
  const state = problem !== null ? 'failed' : back ? 'syncing' : (sync?.state ?? 'syncing');
  const Icon =
    state === 'idle'
      ? Check
      : state === 'syncing'
        ? RefreshCw
        : state === 'offline'
          ? CloudOff
          : TriangleAlert;
  return (
    <footer className="sync" data-state={state}>
      <Icon aria-hidden className="icon" />
      <span className="sync-words">{problem ?? said ?? 'Starting'}</span>
      <Button className="quiet square" aria-label="Read now" onPress={onRefresh}>
        <RefreshCw aria-hidden />
      </Button>
      <Button className="quiet square" aria-label="Settings" onPress={onSettings}>
        <SettingsIcon aria-hidden />
      </Button>
    </footer>
  );
}

/** Older mail is being read while the desk is in use. */
function isReadingBack(sync: SyncStatus): sync is SyncStatus & { back: object } {
  return sync.back !== null && (sync.state === 'idle' || sync.state === 'syncing');
}

function backWords(back: NonNullable<SyncStatus['back']>, items: number, here: Here): string {
  const { source, at } = back;
  return `Reading ${source} of ${monthOf(at, here)}, ${items.toLocaleString('en-GB')} items so far`;
}

function say(sync: SyncStatus, here: Here): string {
  const last = sync.lastAt === null ? null : when(sync.lastAt, here);
  if (isReadingBack(sync)) return backWords(sync.back, sync.items, here);
  switch (sync.state) {
    case 'idle':
      return last === null ? 'Nothing read yet' : `As of ${last}`;
    case 'syncing':
      return last === null
        ? `First reading: ${sync.items.toLocaleString('en-GB')} items`
        : 'Reading what is new';
    case 'offline':
      return last === null ? 'Offline' : `Offline; as of ${last}`;
    case 'failed':
      return sync.problem ?? 'The last reading did not finish';
  }
}
