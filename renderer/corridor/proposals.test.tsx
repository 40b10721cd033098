import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { HandoffDetail } from '../../shared/contract';
import { fakeMain } from '../testing/fakeBridge';
import { handoff } from '../testing/handoffs';
import { stage } from '../testing/stage';

beforeEach(() => {
  localStorage.clear();
});

const proposal = (over: Partial<HandoffDetail> = {}) =>
  handoff('shelf', {
    ...{ what: 'Shelf drawings', proposal: { by: 'kiln-7b', accepted: false } },
    ...{ shape: null, stale: false, needsYou: false, turn: 'nobody', rung: 0, catch: null },
    ...{ catchVerb: null, silentHours: 0, urgency: 0 },
    why: 'Proposed by kiln-7b; not read by Corridor’s own reader.',
    nextMove: 'Accept it, or set it aside as not a handoff',
    ...over,
  });

async function shown() {
  const main = fakeMain([handoff('annex'), proposal()]);
  const { user } = stage(main);
  await user.click(await screen.findByRole('tab', { name: /^Proposed/ }));
  await screen.findByRole('heading', { name: 'Shelf drawings' });
  return { main, user };
}

test('without a proposal there is no such part of the list', async () => {
  stage(fakeMain([handoff('annex')]));
  await screen.findByRole('option', { selected: true });
  await screen.findByRole('tab', { name: /^Held/ });
  expect(screen.queryByRole('tab', { name: /^Proposed/ })).toBeNull();
});

test('a proposal is marked wherever it is shown, and offers two decisions', async () => {
  await shown();
  const row = screen.getByRole('option', { selected: true });
  expect(row.textContent).toContain('Proposed');
  expect(row.textContent).toContain('not read by Corridor’s own reader');
  const pane = within(screen.getByRole('main'));
  expect(await pane.findByText('Asked, as kiln-7b reads it')).toBeTruthy();
  expect(pane.getByText('Proposed, not held')).toBeTruthy();
  expect(pane.queryByText(/hours of silence/)).toBeNull();
  const decisions = within(screen.getByRole('group', { name: 'Decisions' }));
  expect(decisions.getAllByRole('button').map((one) => one.textContent?.trim())).toEqual([
    'Accept A',
    'Not a handoff X',
  ]);
});

test('done, snooze and draft are said to be no step for it; a and x are', async () => {
  const { main, user } = await shown();
  await user.keyboard('e');
  expect(await screen.findByText(/^This is a proposal/)).toBeTruthy();
  await user.keyboard('hd');
  expect(main.bodies('triage/run')).toEqual([]);
  await user.keyboard('ax');
  expect(main.bodies('triage/run')).toEqual([
    { kind: 'accept', id: 'shelf' },
    { kind: 'notHandoff', id: 'shelf' },
  ]);
});

test('accepted, it is held and still says whose proposal it was', async () => {
  const { main, user } = await shown();
  act(() => {
    main.change(proposal({ proposal: { by: 'kiln-7b', accepted: true }, turn: 'taker' }));
  });
  await user.click(screen.getByRole('tab', { name: /^Held/ }));
  expect(await screen.findByText('Proposed by kiln-7b; accepted at this desk.')).toBeTruthy();
  await waitFor(() => {
    expect(screen.queryByRole('tab', { name: /^Proposed/ })).toBeNull();
  });
  await user.keyboard('a');
  expect(await screen.findByText('This handoff is held already')).toBeTruthy();
});
