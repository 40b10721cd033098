import { Notification } from 'electron';
import type { HandoffRow } from '../../shared/contract/views';
import type { Clock } from '../../shared/timing/clock';
import type { WorkingHours } from '../../shared/timing/workingHours';
import { createGathering } from './gathering';
import type { Notice } from './noticeWords';

/** Native notifications for what needs the person now: grouped, few, and only in their working hours. */
export interface Notifier {
  /** Handoffs that have come to need the person. Until `begin` they are gathered for one summary. */
  risen(rows: readonly HandoffRow[]): void;
  /** The catch-up after start or wake is over: one summary, then one by one. */
  begin(count: number, first: HandoffRow | null): void;
  /** It needs nobody any more: its notification goes. */
  settled(handoffId: string): void;
  /** A plain sentence, once (e.g. that the app stays in the tray). */
  say(title: string, body: string): void;
  supported: boolean;
  close(): void;
}

export function createNotifier(options: {
  clock: Clock;
  hours: () => WorkingHours;
  /** The person wants it: the pop-up with its draft, or the window when there are several. */
  open(handoffId: string | null): void;
  /** Where no notification can be shown the pop-up itself appears. */
  fallback(handoffId: string): void;
  rowOf(handoffId: string): HandoffRow | null;
}): Notifier {
  // A notification without a reference is collected by the garbage collector and its click is lost.
  const live = new Map<string, Notification>();
  const supported = Notification.isSupported();

  const show = (notice: Notice) => {
    if (!supported) {
      if (notice.handoffId !== null) options.fallback(notice.handoffId);
      return;
    }
    live.get(notice.key)?.close();
    // The one it replaces may say that it closed only after this one is up.
    const drop = () => {
      if (live.get(notice.key) === notification) live.delete(notice.key);
    };
    const notification = new Notification({ title: notice.title, body: escapeMarkup(notice.body) });
    notification.on('click', () => {
      drop();
      options.open(notice.handoffId);
    });
    notification.on('close', drop);
    live.set(notice.key, notification);
    notification.show();
  };

  const gathering = createGathering({
    ...{ clock: options.clock, hours: options.hours, show },
    rowOf: (id) => options.rowOf(id),
  });
  return {
    supported,
    risen(rows) {
      gathering.risen(rows);
    },
    begin(count, first) {
      gathering.begin(count, first);
    },
    settled(handoffId) {
      gathering.settled(handoffId);
      live.get(handoffId)?.close();
    },
    say(title, body) {
      if (supported) show({ key: title, title, body, handoffId: null });
    },
    close() {
      gathering.close();
      for (const notification of live.values()) notification.close();
      live.clear();
    },
  };
}

/** Linux shows the body as markup: words of others must stay words. */
function escapeMarkup(body: string): string {
  return process.platform === 'linux'
    ? body.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    : body;
}
