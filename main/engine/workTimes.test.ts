import { expect, test } from 'vitest';
import { BRAM, mail, NORA } from '../../tests/support/mail';
import { pageOf, running, type Running } from '../../tests/support/engine';
import type { Item } from '../../shared/handoff/item';

const DAY = 24;
/** The nth round of a piece of work asked of Bram on a Monday, which arrives after so many days of that week. */
const round = (n: number, what: string, days: number): Item[] => {
  const [id, at] = [`${what}${String(n)}`, 7 * DAY * n];
  const subject = `The ${what} of week ${String(n)}`;
  return [
    mail(`${id}a`, at, NORA, BRAM, `Could you send me the ${what} of week ${String(n)}?`, {
      subject,
    }),
    mail(
      `${id}b`,
      at + days * DAY,
      BRAM,
      NORA,
      `Here is the ${what} of week ${String(n)}, attached.`,
      {
        ...{ answers: `${id}a`, subject: `Re: ${subject}`, attachments: [`${what}.pdf`] },
      },
    ),
  ];
};
/** Asked on the fourth Monday, for its Friday. */
const MONDAY = 7 * DAY * 4;
const ask = mail(
  'now',
  MONDAY,
  NORA,
  BRAM,
  'Could you send me the kiln forecast of week 4 by Friday?',
  {
    subject: 'The kiln forecast of week 4',
  },
);
const slow = [1, 2, 3].flatMap((n) => round(n, 'kiln forecast', 2));
const quick = [1, 2, 3].flatMap((n) => round(n, 'shift roster', 0.1));
const safe = (run: Running) => run.of('forecast of week 4').lastSafeAt;

function after(...items: Item[]): Running {
  const run = running(MONDAY + 2);
  run.take(...items);
  return run;
}

test('what such work took them moves the last safe moment; other work and too little of it do not', () => {
  const usual = safe(after(ask));
  expect(safe(after(...quick, ask))).toBe(usual);
  expect(safe(after(...round(1, 'kiln forecast', 2), ask))).toBe(usual);
  const known = after(...slow, ...quick, ask);
  expect(Date.parse(safe(known) ?? '')).toBe(Date.parse(usual ?? '') - DAY * 3_600_000);
  expect(known.of('forecast of week 4').why).toContain('the middle of the last 3');
});

test('what arrived only after the silence began says nothing of it', () => {
  const late = [...round(1, 'kiln forecast', 2), ...round(3, 'kiln forecast', 7.04)];
  expect(safe(after(...late, ask))).toBe(safe(after(ask)));
});

test('in any order the same, also where the earlier work comes last, one by one', () => {
  const items = [...slow, ...quick, ask];
  const whole = after(...items).held();
  const run = running(MONDAY + 2);
  for (const item of [...items].reverse()) run.take(item);
  expect(run.held()).toEqual(whole);
  const back = running(MONDAY + 2);
  back.take(ask);
  for (const item of [...slow, ...quick].reverse())
    back.engine.absorbNow(pageOf([item], { back: 'goingOn' }));
  back.engine.absorbNow(pageOf([], { back: 'over' }));
  expect(back.held()).toEqual(whole);
});

test('a note that cannot be read is passed over', () => {
  const run = after(...slow, ask);
  const usual = safe(after(ask));
  for (const id of run.ledger.handoffIds()) {
    const wait = run.ledger.wait(id);
    if (wait !== null && wait.work !== null) run.ledger.putWait(id, { ...wait, work: '{"done":1' });
  }
  const again = running(MONDAY + 2, { ledger: run.ledger });
  again.take(
    mail('again', MONDAY + 1, NORA, BRAM, 'Any news?', {
      answers: 'now',
      subject: 'Re: The kiln forecast of week 4',
    }),
  );
  expect(safe(again)).toBe(usual);
});
