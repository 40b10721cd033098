import { expect, test } from 'vitest';
import type { Item, Person } from '../../shared/handoff/item';
import { pageOf, running } from '../../tests/support/engine';
import { BRAM, chat, colleague, LIEN, mail, NORA, OTTO, VERA } from '../../tests/support/mail';

/** Work that was asked for in one conversation comes to its end in another. */

const ALL = [NORA, BRAM, LIEN, OTTO];
const floor = (n: number, at: number, from: Person, text: string) =>
  chat('19:floor', n, at, from, ALL, text, { topic: 'Floor' });

const pallets = mail(
  'ask',
  0,
  NORA,
  VERA,
  'Dear Ms Lind,\n\ncan you get the 12 pallets of beech to us by Thursday? The kiln is free from noon.\n\nNora Feld',
  { subject: 'Beech pallets' },
);

function desk(...items: Item[]) {
  const run = running(60);
  run.engine.absorbNow(pageOf([], { people: ALL.map((p) => colleague(p)) }));
  run.take(...items);
  return run.of('to us by Thursday');
}

/** The same, whichever comes first. */
function bothWays(told: Item) {
  const [one, other] = [desk(pallets, told), desk(told, pallets)];
  expect(other.evidence.map((e) => e.kind)).toEqual(one.evidence.map((e) => e.kind));
  expect(other.state).toBe(one.state);
  return one;
}

test.each([
  'the beech truck just left, 12 pallets unloaded, all in bay 4',
  'beech delivered at ten, all 12 pallets are in the shed',
])('a colleague of whoever asked tells that it came: %s', (words) => {
  const held = bothWays(floor(1, 30, OTTO, words));
  expect(held).toMatchObject({ state: 'closed', rung: 7 });
  expect(held.evidence.find((e) => e.kind === 'done')?.by).toEqual(OTTO);
});

test.each([
  'has anybody seen the beech pallets? bay 4 is empty',
  'the beech pallets come tomorrow, somebody keep bay 4 free please',
  'those 12 pallets of oak are in bay 4 now',
  'we still wait for the 12 pallets of beech',
])('what only speaks of it leaves it open: %s', (words) => {
  expect(bothWays(floor(1, 30, OTTO, words)).state).toBe('open');
});

test('the taker who asks a third for it has not brought it', () => {
  const onward = mail(
    'onward',
    20,
    VERA,
    BRAM,
    'Bram, could you get the 12 pallets of beech over to Nora by Thursday?',
    { subject: 'Beech pallets for Nora', cc: [NORA] },
  );
  expect(bothWays(onward).state).toBe('open');
});
