import { expect, test } from 'vitest';
import { BRAM, mail, NORA } from '../../tests/support/mail';
import { pageOf, running, type Running } from '../../tests/support/engine';
import type { Item } from '../../shared/handoff/item';

/** Four weeks of asks answered within the hour, each in a thread of its own, and one more that still waits. */
const WORK = [
  'kiln shelves',
  'cone packs',
  'glaze buckets',
  'burner plates',
  'clay sacks',
  'props',
];
const week = (n: number): Item[] =>
  WORK.flatMap((what, place) => {
    const [id, at] = [`w${String(n)}.${String(place)}`, 168 * n + 24 * (place % 5) + place];
    const subject = `${what} of week ${String(n)}`;
    return [
      mail(`${id}a`, at, NORA, BRAM, `Could you count the ${subject}?`, { subject }),
      mail(`${id}b`, at + 0.5, BRAM, NORA, `I counted them, there are 40.`, {
        ...{ answers: `${id}a`, subject: `Re: ${subject}` },
      }),
    ];
  });
const WAITING = 'Could you send me the insurance papers of the van?';
const waiting = mail('open', 168 * 4, NORA, BRAM, WAITING, { subject: 'The van' });
const NOW = 168 * 4 + 9;

const back = (run: Running, items: Item[], over: 'goingOn' | 'over' = 'goingOn') => {
  run.engine.absorbNow(pageOf(items, { back: over }));
};
/** When the one that waits is looked at next: by how long its taker usually takes. */
const patience = (run: Running) => run.ledger.projection(run.of('insurance').id)?.nextCheckAt;

/** What is held, and when the one that waits is looked at next. */
const stand = (run: Running) => [run.held(), patience(run)];

function straight(): ReturnType<typeof stand> {
  const run = running(NOW);
  run.take(...[0, 1, 2, 3].flatMap(week), waiting);
  return stand(run);
}

test('older pages move no silence one by one, and all of them once reading back is over', () => {
  const run = running(NOW);
  run.take(waiting, ...week(3));
  const before = patience(run);
  // Less than a quarter more.
  back(run, week(2).slice(0, 2));
  expect(patience(run)).toEqual(before);
  back(run, [], 'over');
  expect(patience(run)).not.toEqual(before);
  back(run, week(2));
  back(run, [...week(1), ...week(0)]);
  back(run, [], 'over');
  expect(stand(run)).toEqual(straight());
});

test('a quarter more is enough to judge anew', () => {
  const run = running(NOW);
  run.take(waiting, ...week(3));
  const before = patience(run);
  back(run, week(2).slice(0, 2));
  back(run, week(2));
  expect(patience(run)).not.toEqual(before);
});

test('what is held back outlasts an end of the program', () => {
  const first = running(NOW);
  first.take(waiting, ...week(3));
  for (const n of [2, 1, 0]) for (const item of week(n)) back(first, [item]);
  const second = running(NOW, { ledger: first.ledger });
  back(second, [], 'over');
  expect(stand(second)).toEqual(straight());
});

test('what is new is judged at once meanwhile', () => {
  const run = running(NOW);
  run.take(...week(3), waiting);
  back(run, week(2).slice(0, 2));
  run.take(
    mail('taken', 168 * 4 + 2, BRAM, NORA, 'On it, you will have them.', { answers: 'open' }),
  );
  expect(run.of('insurance').rung).toBe(5);
});
