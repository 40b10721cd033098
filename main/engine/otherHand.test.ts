import { expect, test } from 'vitest';
import type { Item, Person } from '../../shared/handoff/item';
import { pageOf, running } from '../../tests/support/engine';
import { BRAM, chat, colleague, LIEN, mail, NORA, OTTO, VERA } from '../../tests/support/mail';

/** What was asked of one comes by a colleague of theirs, in whatever conversation. */

const YARD = [NORA, BRAM, LIEN, OTTO];
const ask = mail(
  'ask',
  0,
  NORA,
  BRAM,
  'Hi Bram,\n\ncould you send me the moisture counts of pallets 7 and 8 by Thursday?',
  { subject: 'Moisture counts' },
);
const yard = (n: number, at: number, from: Person, text: string) =>
  chat('19:yard', n, at, from, YARD, text, { topic: 'Yard' });

function desk(...items: Item[]) {
  const run = running(40);
  const teams: [Person, string][] = [
    [NORA, 'Planning'],
    [BRAM, 'Drying'],
    [LIEN, 'Drying'],
    [OTTO, 'Forge'],
  ];
  run.engine.absorbNow(pageOf([], { people: teams.map(([p, team]) => colleague(p, { team })) }));
  run.take(...items);
  return run.of('moisture counts');
}

/** The same, whichever comes first. */
function bothWays(told: Item) {
  const [one, other] = [desk(ask, told), desk(told, ask)];
  expect(other.evidence.map((e) => e.kind)).toEqual(one.evidence.map((e) => e.kind));
  expect(other.state).toBe(one.state);
  return one;
}

test.each([
  '@Nora Feld Bram is up the chimney without a phone, so here from me: the moisture counts of pallets 7 and 8 are in the yard folder now',
  'Nora, Bram is off sick. Here are the moisture counts for pallets 7 and 8: 14 and 16 percent.',
])('brought in the channel for the one asked: %s', (words) => {
  const held = bothWays(yard(1, 20, LIEN, words));
  expect(held).toMatchObject({ state: 'closed', rung: 7 });
  expect(held.evidence.find((e) => e.kind === 'done')?.by).toEqual(LIEN);
});

test('brought by mail to whoever asked, in the words of the ask', () => {
  const told = mail(
    'brought',
    20,
    LIEN,
    NORA,
    'Here are the moisture counts of pallets 7 and 8 in place of Bram.',
    { subject: 'Pallets', attachments: ['moisture_counts_7_8.xlsx'] },
  );
  expect(bothWays(told)).toMatchObject({ state: 'closed' });
});

test.each([
  // Another of the series.
  'Nora, Bram is off sick. Here are the moisture counts for pallets 3 and 4.',
  // Still to come.
  'Nora, Bram is off sick. The moisture counts of pallets 7 and 8 will be in the folder tomorrow.',
  // Talk of other things, with the name in it.
  'Bram is up the chimney all week. The forklift is back and charged.',
  'The crane is fixed, Bram can have it',
  'who has counts for the raffle?',
])('not brought: %s', (words) => {
  expect(bothWays(yard(1, 20, LIEN, words))).toMatchObject({ state: 'open' });
});

test('nobody of another house brings it by telling of their own', () => {
  const told = mail('abroad', 20, VERA, NORA, 'Here are our moisture counts, Bram has them too.', {
    subject: 'Counts',
  });
  expect(bothWays(told)).toMatchObject({ state: 'open' });
});
