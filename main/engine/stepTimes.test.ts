import { expect, test } from 'vitest';
import type { Item, Person, TaskItem } from '../../shared/handoff/item';
import { pageOf, running, type Running } from '../../tests/support/engine';
import { BRAM, hour, mail, NORA, VERA } from '../../tests/support/mail';
import { talk } from '../../tests/support/talk';

const WEEK = 7 * 24;
const WORK = ['glaze chart', 'stall plan', 'insurance letter', 'shift roster'];
const NOW = 3;

/** What Bram promises aloud in the round of week n. */
const promised = (n: number): Item =>
  talk(
    [
      [NORA, 'And the rest?'],
      [BRAM, `I will send you the ${WORK[n] ?? ''} by Friday.`],
      [NORA, 'Good, next one.'],
    ],
    { id: `meeting:week${String(n)}`, startedAt: hour(2 + WEEK * n) },
  );
/** The same in writing, so many hours later. */
const written = (n: number, later: number): Item =>
  mail(
    `written${String(n)}`,
    2 + WEEK * n + later,
    BRAM,
    NORA,
    `As said in the round, I will send you the ${WORK[n] ?? ''} by Friday.`,
    { subject: `Round of week ${String(n)}` },
  );
/** What Bram completes in week n, which goes on to Vera by the plan. */
const completed = (n: number): Item[] => {
  const what = WORK[n] ?? '';
  const task: TaskItem = {
    kind: 'task',
    id: `task:week${String(n)}`,
    title: `The ${what}`,
    assignedTo: [BRAM],
    createdBy: NORA,
    createdAt: hour(WEEK * n - 20),
    modifiedAt: null,
    completedAt: hour(2 + WEEK * n),
    percentComplete: 100,
    dueAt: null,
  };
  const plan = `Bram: the ${what}, see the task. Then Bram sends the ${what} straight to Vera Lunt for firing.`;
  return [
    mail(`plan${String(n)}`, WEEK * n - 20, NORA, BRAM, plan, {
      subject: `The ${what}`,
      cc: [VERA],
    }),
    task,
  ];
};
const passed = (n: number, later: number): Item =>
  mail(
    `passed${String(n)}`,
    2 + WEEK * n + later,
    BRAM,
    VERA,
    `Vera, the ${WORK[n] ?? ''} is ready for firing, attached.`,
    { subject: `The ${WORK[n] ?? ''}`, attachments: [`${WORK[n] ?? ''}.pdf`] },
  );

const writing = (later: number) => [0, 1, 2].flatMap((n) => [promised(n), written(n, later)]);
const passing = (later: number) => [0, 1, 2].flatMap((n) => [...completed(n), passed(n, later)]);

function after(...items: Item[]): Running {
  const run = running(WEEK * NOW + 2 + 48);
  run.take(...items);
  return run;
}
/** The one that still waits for its step. */
const waiting = (run: Running) => {
  const [only, ...more] = run
    .held()
    .filter(({ quote, source }) => quote.includes(WORK[NOW] ?? '') && source.kind !== 'mail');
  if (only === undefined || more.length > 0) throw new Error('not one is held of this week');
  return only;
};
/** Hours until its silence was noticed; null while it is not. */
const noticed = (run: Running) => {
  const { staleSince, saidAt } = waiting(run);
  return staleSince === null ? null : (Date.parse(staleSince) - Date.parse(saidAt)) / 3_600_000;
};

test.each([
  ['written down', writing, [promised(NOW)], 'is usually written down within 5 working hours'],
  ['passed on', passing, completed(NOW), 'Bram Oster usually passes on what is finished within 5'],
])('how soon what is %s by custom moves the silence', (_, custom, now, words) => {
  const usual = noticed(after(...now)) ?? 0;
  expect(usual).toBeGreaterThan(6);
  const quick = after(...custom(0.5), ...now);
  expect(noticed(quick)).toBeLessThan(usual / 2);
  expect(waiting(quick).why).toContain(words);
  expect(noticed(after(...custom(48), ...now))).toBeNull();
});

test('three lines written down by one message are one step', () => {
  const three = WORK.slice(0, NOW).map((what) => `I will send you the ${what} by Friday.`);
  const round = talk(
    [[NORA, 'So, Bram?'], ...three.map((line): [Person, string] => [BRAM, line])],
    { id: 'meeting:first', startedAt: hour(2) },
  );
  const one = mail('recap', 2.5, BRAM, NORA, three.join('\n'));
  expect(waiting(after(round, one, promised(NOW))).why).toContain('(once so far)');
});

test('what was written down only after the silence began says nothing of it', () => {
  const late = [0, 1, 2].flatMap((n) => [promised(n), written(n, WEEK * (NOW - n) + 1)]);
  expect(noticed(after(...late, promised(NOW)))).toBe(noticed(after(promised(NOW))));
});

test.each([
  ['written down', [...writing(0.5), promised(NOW)]],
  ['passed on', [...passing(0.5), ...completed(NOW)]],
])('in any order the same, also read backwards: %s', (_, items) => {
  const whole = after(...items).held();
  const run = running(WEEK * NOW + 2 + 48);
  for (const item of [...items].reverse()) run.take(item);
  expect(run.held()).toEqual(whole);
  const back = running(WEEK * NOW + 2 + 48);
  for (const item of [...items].reverse())
    back.engine.absorbNow(pageOf([item], { back: 'goingOn' }));
  back.engine.absorbNow(pageOf([], { back: 'over' }));
  expect(back.held()).toEqual(whole);
});
