import { expect, test } from 'vitest';
import type { HandoffRow } from '../../shared/contract/views';
import { demoClock } from '../../shared/timing/clock';
import { withAway, workingHoursOf } from '../../shared/timing/workingHours';
import { hour } from '../../tests/support/mail';
import { running } from '../../tests/support/engine';
import { BRAM, mail, NORA } from '../../tests/support/mail';
import { createGathering } from './gathering';
import type { Notice } from './noticeWords';

/** Few notices, while the person works; what rises while they are away is one catch-up. */

const OFFICE = workingHoursOf(null, 'Europe/Amsterdam');
const at = (hours: number) => Date.parse(hour(hours));
/** From Tuesday noon until the end of Friday. */
const LEAVE = { from: at(28), until: at(4 * 24 + 16), knownAt: at(0), ends: true };

function row(n: number): HandoffRow {
  const run = running(24 * 20);
  run.take(
    mail(`m${n}`, 1, NORA, BRAM, `Bram, can you send me report ${n}?`, { subject: `Report ${n}` }),
  );
  const { id } = run.of(`report ${n}`);
  const found = run.ledger.projection(id)?.row;
  if (!found?.needsYou) throw new Error('it does not need anybody');
  return found;
}

function desk(now: number, away = [LEAVE]) {
  const clock = demoClock(now, 0);
  const notices: Notice[] = [];
  const settled = new Set<string>();
  const gathering = createGathering({
    // Gathering is real time of the person's; here it is over at once.
    clock: { ...clock, pause: () => Promise.resolve() },
    hours: () => withAway(OFFICE, away),
    show: (notice) => notices.push(notice),
    rowOf: (id) => (settled.has(id) ? { ...row(1), id, needsYou: false } : null),
  });
  gathering.begin(0, null);
  const step = async (hours: number) => {
    clock.step(hours * 3_600_000);
    await clock.pause(0);
  };
  return { gathering, notices, settled, step };
}

test('what rises while the person is away is told in one catch-up when they are back', async () => {
  const { gathering, notices, settled, step } = desk(at(30));
  for (const n of [1, 2, 3]) {
    gathering.risen([row(n)]);
    await step(20);
  }
  settled.add(row(2).id);
  await step(24);
  expect(notices).toEqual([]);
  // Through the weekend, until Monday's first minute.
  await step(24 * 7 - 30 - 84 + 1 / 30);
  expect(notices.map(({ title }) => title)).toEqual(['2 handoffs need you']);
  await step(24);
  expect(notices).toHaveLength(1);
});

test('there, it is told as it rises', async () => {
  const { gathering, notices, step } = desk(at(2), []);
  gathering.risen([row(1)]);
  await step(0);
  expect(notices.map(({ handoffId }) => handoffId)).toEqual([row(1).id]);
});

test('what needs nobody any more is not told, and nothing after the end', async () => {
  const { gathering, notices, step } = desk(at(30));
  gathering.risen([row(1)]);
  gathering.settled(row(1).id);
  await step(24 * 10);
  gathering.risen([row(2)]);
  gathering.close();
  await step(24);
  expect(notices).toEqual([]);
});
