import { CircleCheck, CloudOff, Search, Waypoints } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SyncStatus } from '../../shared/contract';
import { when } from '../desk/dates';
import type { Here } from '../desk/dates';
import type { Tab } from '../replica/replica';

interface EmptyProps {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
}

/** A pane that has nothing to show says what is so, and what follows from it. */
export function Empty({ icon: Icon, title, children }: EmptyProps) {
  return (
    <div className="empty">
      <Icon aria-hidden className="empty-icon" />
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** How far the first reading is cannot be known; how much was read can. */
export function FirstReading({ items }: { items: number }) {
  return (
    <div className="empty">
      <div className="progress" role="progressbar" aria-label="First reading" />
      <p className="empty-title">The first reading is under way</p>
      <p>
        {items === 0
          ? 'Mail, chats, meetings, calendar and tasks are being read.'
          : `${items.toLocaleString('en-GB')} items read so far.`}{' '}
        Handoffs appear here as they are found.
      </p>
    </div>
  );
}

const emptyWords: Record<Tab, { title: string; words: string }> = {
  needsYou: {
    title: 'Nothing needs you',
    words: 'Every handoff you have an end of is moving, or has time left.',
  },
  held: { title: 'Nothing is held', words: 'Open handoffs that still move are listed here.' },
  proposed: {
    title: 'Nothing is proposed',
    words: 'What a language model of one’s own proposes waits here until it is accepted.',
  },
  seen: {
    title: 'Everything that is seen is held',
    words: 'What is like things set aside before is listed here, open and without a clock.',
  },
  watched: {
    title: 'Nothing is watched',
    words: 'Handoffs between two others, with you in copy, are listed here and never counted.',
  },
  snoozed: {
    title: 'Nothing is snoozed',
    words: 'Snoozed handoffs wait here until their moment comes.',
  },
  closed: {
    title: 'Nothing is closed yet',
    words: 'A handoff closes when the thing itself arrived, or when a person says so.',
  },
};

interface EmptyListProps {
  tab: Tab;
  search: string;
  sync: SyncStatus | null;
  problem: string | null;
  here: Here;
}

/** Why the list shows no rows. */
export function EmptyList({ tab, search, sync, problem, here }: EmptyListProps) {
  if (search.trim() !== '') {
    return (
      <Empty icon={Search} title={`Nothing here speaks of “${search.trim()}”`}>
        <p>Other tabs are not searched.</p>
      </Empty>
    );
  }
  if (sync?.lastAt == null) {
    if (sync?.state === 'syncing') return null;
    if (sync?.state === 'offline') {
      return (
        <Empty icon={CloudOff} title="Offline, and nothing was read yet">
          <p>The first reading starts when the network is back.</p>
        </Empty>
      );
    }
    if (problem !== null || sync?.state === 'failed') {
      return (
        <Empty icon={CloudOff} title="Nothing could be read yet">
          <p>{problem ?? sync?.problem ?? 'No reason was given.'}</p>
        </Empty>
      );
    }
  }
  const { title, words } = emptyWords[tab];
  return (
    <Empty icon={tab === 'needsYou' ? CircleCheck : Waypoints} title={title}>
      <p>{words}</p>
      {sync?.state === 'offline' && sync.lastAt !== null && (
        <p>Offline: this is how things stood {when(sync.lastAt, here)}.</p>
      )}
    </Empty>
  );
}
