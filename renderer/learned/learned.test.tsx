import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Learned } from '../../shared/contract';
import { fakeMain } from '../testing/fakeBridge';
import { handoff, NOW, priya } from '../testing/handoffs';
import { stage } from '../testing/stage';

/** The verbs that teach, and the list of what they taught. */

const learned: Learned = {
  undo: 'annex/d1',
  handoffId: 'annex',
  kind: 'notStale',
  at: NOW,
  words: 'Said not to be late after 19 working hours: Signed annex',
  follows: 'Ines Duarte is given more time towards Tom Becker.',
};

async function shown(...parts: Parameters<typeof handoff>[1][]) {
  const main = fakeMain(parts.map((part, n) => handoff(n === 0 ? 'annex' : `other${n}`, part)));
  const staged = stage(main);
  await screen.findAllByRole('option');
  await screen.findByRole('article');
  return { main, ...staged };
}

test('N says that the silence is not late', async () => {
  const { main, user } = await shown({});
  await user.keyboard('n');
  expect(main.bodies('triage/run')).toEqual([{ kind: 'notStale', id: 'annex' }]);
  await user.click(screen.getByRole('button', { name: /Not late yet/ }));
  expect(main.bodies('triage/run')).toHaveLength(2);
});

test('W asks whose it is, and takes a name typed or nobody', async () => {
  const { main, user } = await shown({});
  await user.keyboard('w');
  const dialog = await screen.findByRole('dialog', { name: 'Whose is it?' });
  await within(dialog).findByRole('menuitem', { name: /Priya Nair/ });
  await user.keyboard('priya{ArrowDown}{Enter}');
  expect(main.bodies('triage/run')).toEqual([{ kind: 'wrongPerson', id: 'annex', to: priya }]);
  await user.keyboard('w');
  await user.click(await screen.findByRole('menuitem', { name: 'Nobody in particular' }));
  expect(main.bodies('triage/run')[1]).toEqual({ kind: 'wrongPerson', id: 'annex', to: null });
});

test('what was learned stands with the handoff, with its undo', async () => {
  const { main, user } = await shown({ learned: [learned] });
  const part = await screen.findByRole('region', { name: 'Learned from you' });
  expect(part.textContent).toContain('given more time');
  await user.click(within(part).getByRole('button', { name: /^Undo: Said not to be late/ }));
  expect(main.bodies('triage/undo')).toEqual([{ undo: 'annex/d1' }]);
});

test('L lists all of it; an undone line goes', async () => {
  const { main, user } = await shown({ learned: [learned] });
  await user.keyboard('l');
  const dialog = await screen.findByRole('dialog', { name: 'What was learned' });
  await user.click(await within(dialog).findByRole('button', { name: /^Undo: Said not/ }));
  expect(main.bodies('triage/undo')).toEqual([{ undo: 'annex/d1' }]);
  await within(dialog).findByText(/^Nothing yet/);
});

test('seen and not held has a part of its own, and can be accepted', async () => {
  const notHeld = 'Set aside three times like this; seen, not held.';
  const quiet = { needsYou: false, stale: false, shape: null, catch: null, catchVerb: null };
  const { main, user } = await shown({}, { ...quiet, notHeld, why: notHeld });
  await user.click(await screen.findByRole('tab', { name: 'Seen, not held' }));
  expect((await screen.findByRole('option')).textContent).toContain(notHeld);
  await user.click(await screen.findByRole('button', { name: /^Accept/ }));
  expect(main.bodies('triage/run')).toEqual([{ kind: 'accept', id: 'other1' }]);
});

test('two read as one can be kept apart', async () => {
  const { main, user } = await shown({ oneWith: [{ id: 'b', what: 'The same annex' }] });
  await user.click(await screen.findByRole('button', { name: 'Keep apart from: The same annex' }));
  expect(main.bodies('triage/run')).toEqual([{ kind: 'split', id: 'annex', other: 'b' }]);
});
