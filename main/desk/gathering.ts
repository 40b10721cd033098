import type { HandoffRow } from '../../shared/contract/views';
import type { Clock } from '../../shared/timing/clock';
import { addWorkingMs, isWorking, type WorkingHours } from '../../shared/timing/workingHours';
import { noticeOf, type Notice } from './noticeWords';

/** What has come to need the person, gathered into few notices that come while they work. */
export interface Gathering {
  /** Until `begin` they are gathered for one summary. */
  risen(rows: readonly HandoffRow[]): void;
  begin(count: number, first: HandoffRow | null): void;
  /** It needs nobody any more. */
  settled(handoffId: string): void;
  close(): void;
}

/** More than this a day is noise; the badge still counts. */
const MOST_A_DAY = 6;
/** What rises within this much real time is told in one notification. */
const GATHER_MS = 1_500;

/** `hours`: the person's own, without the times they are away: what rises meanwhile is one catch-up once they are back. */
export function createGathering(options: {
  clock: Clock;
  hours: () => WorkingHours;
  show(notice: Notice): void;
  rowOf(handoffId: string): HandoffRow | null;
}): Gathering {
  const { clock } = options;
  const waiting = new Map<string, HandoffRow>();
  const shown: number[] = [];
  let begun = false;
  let gathering = false;
  let closed = false;
  let cancel: (() => void) | null = null;

  const gather = () => {
    if (gathering) return;
    gathering = true;
    void clock.pause(GATHER_MS).then(() => {
      gathering = false;
      flush();
    });
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
      // Back, they may be away for longer by now: then it waits on. What becomes late at that very moment comes along.
      cancel = clock.at(addWorkingMs(now, 60_000, options.hours()), gather);
      return;
    }
    while ((shown[0] ?? now) < now - 86_400_000) shown.shift();
    if (shown.length >= MOST_A_DAY) return;
    shown.push(now);
    options.show(noticeOf(rows));
  };

  return {
    risen(rows) {
      if (!begun) return;
      for (const row of rows) waiting.set(row.id, row);
      if (waiting.size > 0) gather();
    },
    begin(count, first) {
      begun = true;
      if (count > 0 && first) {
        shown.push(clock.now());
        options.show(noticeOf([first], count));
      }
    },
    settled: (handoffId) => void waiting.delete(handoffId),
    close() {
      closed = true;
      cancel?.();
    },
  };
}
