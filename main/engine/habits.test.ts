import { expect, test } from 'vitest';
import type { Item, MailItem, Person } from '../../shared/handoff/item';
import { pageOf, running, type Running } from '../../tests/support/engine';
import { BRAM, colleague, hour, mail, NORA } from '../../tests/support/mail';

/** People outside, of whom no directory says when they work. */

const ADA: Person = { name: 'Ada Quill', address: 'ada@mesa.example' };
const WEEK = 7 * 24;
/** Six weeks of Ada's mail before the invented Monday, at these hours of each working day, in Greenwich. */
const history = (hours: readonly number[], date: (at: number) => Partial<MailItem>): Item[] =>
  [1, 2, 3, 4, 5, 6].flatMap((week) =>
    [0, 1, 2, 3, 4].flatMap((day) =>
      hours.map((at) => {
        const when = day * 24 + at - 8 - WEEK * week;
        const id = `${String(week)}${String(day)}${String(at)}`;
        return mail(id, when, ADA, NORA, 'For your files.', { subject: id, ...date(when) });
      }),
    ),
  );
/** In winter, by Boston's clock: in the Date header only, as Graph gives it. */
const boston = (at: number): Partial<MailItem> => ({
  headers: {
    date: new Date(Date.parse(hour(at - 5))).toUTCString().replace('GMT', '-0500'),
  },
});
const AFTERNOONS = [14, 16, 18, 21];
/** Asked on Monday at nine in Amsterdam. */
const ask = mail('ask', 0, NORA, ADA, 'Could you send me the drill log of well six?', {
  subject: 'Well six',
});

function after(...items: Item[]): Running {
  const run = running(WEEK);
  run.take(...items, ask);
  return run;
}
const staleAfter = (run: Running) => {
  const { staleSince, saidAt } = run.of('drill log');
  return (Date.parse(staleSince ?? '') - Date.parse(saidAt)) / 3_600_000;
};

test('silence is counted in the hours in which somebody writes', () => {
  const known = after(...history(AFTERNOONS, boston));
  expect(staleAfter(known)).toBeGreaterThan(staleAfter(after()) + 5);
  expect(known.of('drill log').takerCard).toMatchObject({
    person: ADA,
    timeZone: 'America/New_York',
    workingHours: { days: [1, 2, 3, 4, 5] },
    learnedFrom: 60,
  });
  expect(after(...history(AFTERNOONS, boston).slice(0, 20)).of('drill log').takerCard).toBeNull();
});

test('a directory that tells their hours is believed', () => {
  const run = running(WEEK);
  run.engine.absorbNow(pageOf([], { people: [colleague(ADA)] }));
  run.take(...history(AFTERNOONS, boston), ask);
  expect(run.of('drill log').takerCard).toEqual(colleague(ADA));
});

test('what machines write in their name says nothing of them', () => {
  const machines = history(AFTERNOONS, () => ({ headers: { 'list-id': 'wells' } }));
  expect(after(...machines).of('drill log').takerCard).toBeNull();
});

test('in any order the same, also read backwards', () => {
  const items = [ask, ...history(AFTERNOONS, boston)];
  const whole = after(...items).held();
  const run = running(WEEK);
  for (const item of [...items].reverse()) run.take(item);
  expect(run.held()).toEqual(whole);
  const back = running(WEEK);
  for (const item of items) back.engine.absorbNow(pageOf([item], { back: 'goingOn' }));
  back.engine.absorbNow(pageOf([], { back: 'over' }));
  expect(back.held()).toEqual(whole);
  const again = running(WEEK, { ledger: back.ledger });
  again.take(mail('more', 1, BRAM, NORA, 'Nothing new here.', { subject: 'Other' }));
  expect(again.of('drill log')).toEqual(back.of('drill log'));
});

test('"by noon" is by the clock of whoever writes it, and else by that of the desk', () => {
  const due = (over: Partial<MailItem>) => {
    const run = running(WEEK);
    run.take(mail('noon', 8, ADA, NORA, 'Could you send me the core by noon tomorrow?', over));
    return run.of('core').due?.at;
  };
  expect(due(boston(8))).toBe('2026-03-03T12:00:00-05:00');
  expect(due({})).toBe('2026-03-03T12:00:00+01:00');
});
