import { Notification } from 'electron';
import type { HandoffRow } from '../../shared/contract/views';
import type { Clock } from '../../shared/timing/clock';
import { addWorkingMs, isWorking, type WorkingHours } from '../../shared/timing/workingHours';
import { noticeOf, type Notice } from './noticeWords';

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

/** More than this a day is noise; the badge still counts. */
const MOST_A_DAY = 6;
/** What rises within this much real time is told in one notification. */
const GATHER_MS = 1_500;

export function createNotifier(options: {
  clock: Clock;
  hours: () => WorkingHours;
  /** The person wants it: the pop-up with its draft, or the window when there are several. */
  open(handoffId: string | null): void;
  /** Where no notification can be shown the pop-up itself appears. */
  fallback(handoffId: string): void;
  rowOf(handoffId: string): HandoffRow | null;
}): Notifier {
  const { clock } = options;
  // A notification without a reference is collected by the garbage collector and its click is lost.
  const live = new Map<string, Notification>();
  const waiting = new Map<string, HandoffRow>();
  const shown: number[] = [];
  let begun = false;
  let gathering = false;
  let closed = false;
  let cancel: (() => void) | null = null;
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

  const flush = () => {
    if (closed) return;
    const rows = [...waiting.values()]
      .map((row) => options.rowOf(row.id) ?? row)
      .filter((row) => row.needsYou)
      .sort((a, b) => b.urgency - a.urgency);
    waiting.clear();
    if (rows.length === 0) return;
    const now = clock.now();
    if (!isWorking(now, options.hours())) {
      // Outside the person's hours nothing is shown: it waits for their next working minute, in one summary.
      for (const row of rows) waiting.set(row.id, row);
      cancel?.();
      cancel = clock.at(addWorkingMs(now, 60_000, options.hours()), flush);
      return;
    }
    while ((shown[0] ?? now) < now - 86_400_000) shown.shift();
    if (shown.length >= MOST_A_DAY) return;
    shown.push(now);
    show(noticeOf(rows));
  };

  const gather = () => {
    if (gathering) return;
    gathering = true;
    void clock.pause(GATHER_MS).then(() => {
      gathering = false;
      flush();
    });
  };

  return {
    supported,
    risen(rows) {
      if (!begun) return;
      for (const row of rows) waiting.set(row.id, row);
      if (waiting.size > 0) gather();
    },
    begin(count, first) {
      begun = true;
      if (count > 0 && first) {
        shown.push(clock.now());
        show(noticeOf([first], count));
      }
    },
    settled(handoffId) {
      waiting.delete(handoffId);
      live.get(handoffId)?.close();
    },
    say(title, body) {
      if (supported) show({ key: title, title, body, handoffId: null });
    },
    close() {
      closed = true;
      cancel?.();
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
