import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeMain, idle } from '../testing/fakeBridge';
import { handoff, ines, lars, tom } from '../testing/handoffs';
import { stage } from '../testing/stage';

beforeEach(() => {
  localStorage.clear();
});

const three = () => [
  handoff('annex', { urgency: 0.9, what: 'Signed annex' }),
  handoff('plan', { urgency: 0.8, what: 'Floor plan', shape: 'unpassed' }),
  handoff('note', { urgency: 0.7, what: 'Pricing note', shape: 'spoken' }),
];

const chosen = () => screen.getByRole('option', { selected: true });

async function ready() {
  await screen.findByRole('option', { selected: true });
}

test('the list says its count in words and each row tells how it stands', async () => {
  stage(fakeMain(three()));
  await ready();
  expect(await screen.findByRole('heading', { name: 'Three handoffs need you' })).toBeTruthy();
  const [first] = screen.getAllByRole('option');
  expect(first?.getAttribute('aria-setsize')).toBe('3');
  expect(first?.getAttribute('aria-posinset')).toBe('1');
  for (const words of [
    'Sent, not received',
    'Signed annex',
    'You →to Ines Duarte',
    'due Fri 27 Nov',
    '19 working hours silent',
    'Ask Ines whether this is hers',
  ]) {
    expect(first?.textContent).toContain(words);
  }
});

test('j, k and the arrows walk the list; the details follow', async () => {
  const { user } = stage(fakeMain(three()));
  await ready();
  await user.keyboard('j');
  expect(chosen().textContent).toContain('Floor plan');
  expect(await screen.findByRole('heading', { name: 'Floor plan' })).toBeTruthy();
  await user.keyboard('{ArrowDown}');
  expect(chosen().textContent).toContain('Pricing note');
  await user.keyboard('j');
  expect(chosen().textContent).toContain('Pricing note');
  await user.keyboard('k{ArrowUp}');
  expect(chosen().textContent).toContain('Signed annex');
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('main'));
});

test('the listbox names the chosen option', async () => {
  const { user } = stage(fakeMain(three()));
  await ready();
  await user.keyboard('j');
  const list = screen.getByRole('listbox', { name: 'Needs you' });
  expect(list.getAttribute('aria-activedescendant')).toBe(chosen().id);
});

test('e closes, the next row is chosen, and u takes it back', async () => {
  const all = three();
  const main = fakeMain(all);
  const { user } = stage(main);
  await ready();
  await user.keyboard('e');
  expect(main.bodies('triage/run')).toEqual([{ kind: 'done', id: 'annex' }]);
  const toasts = screen.getByRole('status');
  expect(await within(toasts).findByText('done annex')).toBeTruthy();
  act(() => {
    main.change({ ...handoff('annex'), state: 'closed', needsYou: false });
  });
  await waitFor(() => {
    expect(chosen().textContent).toContain('Floor plan');
  });
  await user.keyboard('u');
  expect(main.bodies('triage/undo')).toEqual([{ undo: 'undo-annex' }]);
  expect(await within(toasts).findByText('taken back undo-annex')).toBeTruthy();
  await user.keyboard('u');
  expect(main.bodies('triage/undo')).toHaveLength(1);
});

test('the toast has its own undo, and goes by itself while the key still works', async () => {
  const main = fakeMain(three());
  const { user, pass } = stage(main);
  await ready();
  await user.keyboard('x');
  expect(main.bodies('triage/run')).toEqual([{ kind: 'notHandoff', id: 'annex' }]);
  await screen.findByText('notHandoff annex');
  await pass(8_001);
  expect(screen.queryByText('notHandoff annex')).toBeNull();
  await user.keyboard('u');
  expect(main.bodies('triage/undo')).toEqual([{ undo: 'undo-annex' }]);
  await user.keyboard('e');
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(main.bodies('triage/undo')).toHaveLength(2);
});

test('h offers moments in the zone of the desk', async () => {
  const main = fakeMain(three());
  const { user } = stage(main);
  await ready();
  await user.keyboard('h');
  await user.click(await screen.findByRole('menuitem', { name: /Tomorrow morning/ }));
  expect(main.bodies('triage/run')).toEqual([
    { kind: 'snooze', id: 'annex', until: '2026-11-24T09:00:00.000Z' },
  ]);
});

test('d opens the compose window, and says so when nothing is proposed', async () => {
  const main = fakeMain([
    handoff('annex', { urgency: 0.9 }),
    handoff('plain', { urgency: 0.1, catchVerb: null, catch: null }),
  ]);
  const { user } = stage(main);
  await ready();
  await user.keyboard('d');
  expect(main.bodies('compose/open')).toEqual([{ handoffId: 'annex' }]);
  await user.keyboard('jd');
  expect(main.bodies('compose/open')).toHaveLength(1);
  expect(await screen.findByText('Nothing is proposed for this handoff')).toBeTruthy();
});

test('letters typed into the search never act; Escape clears it', async () => {
  const main = fakeMain(three());
  const { user } = stage(main);
  await ready();
  await user.keyboard('/');
  await user.keyboard('floor ines');
  expect(main.bodies('triage/run')).toEqual([]);
  await waitFor(() => {
    expect(screen.getAllByRole('option')).toHaveLength(1);
  });
  expect(chosen().textContent).toContain('Floor plan');
  await user.keyboard('exj');
  expect(main.bodies('triage/run')).toEqual([]);
  expect(await screen.findByText(/Nothing here speaks of/)).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.getAllByRole('option')).toHaveLength(3);
  });
});

test('? shows the keys, and single letters can be switched off', async () => {
  const main = fakeMain(three());
  const { user } = stage(main);
  await ready();
  await user.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: 'Keys' });
  await user.keyboard('e');
  expect(main.bodies('triage/run')).toEqual([]);
  await user.click(within(dialog).getByRole('checkbox'));
  await user.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  await user.keyboard('e');
  expect(main.bodies('triage/run')).toEqual([]);
  await user.keyboard('{ArrowDown}');
  expect(chosen().textContent).toContain('Floor plan');
});

test('the palette finds a command by its words and runs it', async () => {
  const main = fakeMain(three());
  const { user } = stage(main);
  await ready();
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('dialog', { name: 'Commands' });
  await user.keyboard('not a');
  await waitFor(() => {
    expect(screen.getAllByRole('menuitem')).toHaveLength(1);
  });
  await user.click(screen.getByRole('menuitem'));
  await waitFor(() => {
    expect(main.bodies('triage/run')).toEqual([{ kind: 'notHandoff', id: 'annex' }]);
  });
});

test('o opens the source with the quoted words marked', async () => {
  const main = fakeMain(three());
  const { user } = stage(main);
  await ready();
  await user.keyboard('o');
  const dialog = await screen.findByRole('dialog');
  await waitFor(() => {
    expect(dialog.querySelector('mark')?.textContent).toBe(
      'Could you send me\nthe signed annex by Friday?',
    );
  });
  await user.click(within(dialog).getByRole('button', { name: 'Open in Outlook' }));
  expect(main.bodies('source/open')).toEqual([{ kind: 'mail', id: 'annex@northwind.example' }]);
});

test('a source that was deleted meanwhile says so, keeps its words and offers nothing to open', async () => {
  const main = fakeMain(three());
  const { user } = stage(main);
  await ready();
  await user.keyboard('o');
  const dialog = await screen.findByRole('dialog');
  const open = await within(dialog).findByRole('button', { name: 'Open in Outlook' });
  expect(within(dialog).queryByRole('alert')).toBeNull();
  main.answer('source/open', () => false);
  main.answer('source/read', (source) => ({
    ...{ source, title: 'Contoso: annex', from: tom, to: [], at: main.state.now },
    ...{ text: 'Could you send me the signed annex?', webLink: null, gone: true },
  }));
  await user.click(open);
  const alert = await within(dialog).findByRole('alert');
  expect(alert.textContent).toContain('This message was deleted in Outlook');
  expect(dialog.textContent).toContain('Could you send me the signed annex?');
  expect(within(dialog).queryByRole('button', { name: 'Open in Outlook' })).toBeNull();
});

test('the tabs part the list, and a handoff named by the tray is found in whichever it is', async () => {
  const main = fakeMain([
    handoff('mine'),
    handoff('moving', { needsYou: false, stale: false, shape: null, what: 'Staging access' }),
    handoff('theirs', { needsYou: false, observed: true, giver: lars, what: 'Invoice address' }),
  ]);
  const { user } = stage(main);
  await ready();
  await user.click(screen.getByRole('tab', { name: /Held/ }));
  expect(await screen.findByRole('option', { name: /Staging access/ })).toBeTruthy();
  act(() => {
    main.emit('desk/select', { handoffId: 'theirs' });
  });
  expect(
    await screen.findByRole('option', { name: /Invoice address/, selected: true }),
  ).toBeTruthy();
  expect(screen.getByRole('tab', { selected: true }).textContent).toContain('Watched');
});

test('a change in the ledger reaches the list', async () => {
  const main = fakeMain(three());
  stage(main);
  await ready();
  act(() => {
    main.change(handoff('new', { urgency: 1, what: 'Board figures', giver: ines, taker: tom }));
  });
  expect(await screen.findByRole('option', { name: /Board figures/ })).toBeTruthy();
  expect(await screen.findByRole('heading', { name: 'Four handoffs need you' })).toBeTruthy();
});

test.each([
  ['nothing needs the person', idle, 'Nothing needs you'],
  [
    'the first reading runs',
    { state: 'syncing', lastAt: null, items: 1240, problem: null, back: null } as const,
    '1,240 items read so far.',
  ],
  [
    'offline before anything was read',
    { state: 'offline', lastAt: null, items: 0, problem: null, back: null } as const,
    'Offline, and nothing was read yet',
  ],
  [
    'reading failed',
    {
      state: 'failed',
      lastAt: null,
      items: 0,
      problem: 'The sign-in has ended.',
      back: null,
    } as const,
    'The sign-in has ended.',
  ],
])('an empty list says why: %s', async (_, sync, words) => {
  stage(fakeMain([], { sync }));
  expect((await screen.findAllByText(new RegExp(words))).length).toBeGreaterThan(0);
});

test.each([
  ['2026-01-05T09:00:00Z', 'Reading mail of January, 12,400 items so far'],
  ['2025-09-05T09:00:00Z', 'Reading mail of September 2025, 12,400 items so far'],
])('while older mail is read the foot of the list says how far it is: %s', async (at, words) => {
  const back = { source: 'mail', at };
  stage(fakeMain(three(), { sync: { ...idle, items: 12_400, back } }));
  await ready();
  expect(screen.getByText(words)).toBeTruthy();
});

test('a main process that does not answer is said, and the rows already kept stay', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const main = fakeMain(three());
  stage(main);
  await ready();
  main.answer('desk/state', () => {
    throw new Error('The ledger is being repaired.');
  });
  act(() => {
    main.emit('feed/changed', { revision: 99, count: 3 });
  });
  expect(await screen.findByText('The ledger is being repaired.')).toBeTruthy();
  expect(screen.getAllByRole('option')).toHaveLength(3);
  log.mockRestore();
});

test('the demo bar shows the demo clock and moves it', async () => {
  const main = fakeMain(three(), { demo: { title: 'Northwind', speed: 1 } });
  const { user } = stage(main);
  const bar = await screen.findByRole('complementary', { name: 'Demo clock' });
  expect(bar.textContent).toContain('Mon 23 Nov 2026, 10:42');
  await user.click(within(bar).getByRole('button', { name: '1 hour' }));
  await user.click(within(bar).getByRole('button', { name: '1 day' }));
  expect(main.bodies('demo/step')).toEqual([{ minutes: 60 }, { minutes: 1440 }]);
  await user.click(within(bar).getByRole('radio', { name: '×60' }));
  expect(main.bodies('demo/speed')).toEqual([{ speed: 60 }]);
  act(() => {
    main.emit('clock/changed', { now: '2026-11-24T10:42:00.000Z', speed: 60 });
  });
  expect(await within(bar).findByText('Tue 24 Nov 2026, 10:42')).toBeTruthy();
});

test('thousands of rows draw a window of them, each with its place among all', async () => {
  const many = Array.from({ length: 2_500 }, (_, i) =>
    handoff(`m${String(i)}`, {
      revision: i + 1,
      urgency: 1 - i / 2_500,
      what: `Work ${String(i)}`,
    }),
  );
  const main = fakeMain(many);
  stage(main);
  await waitFor(
    () => {
      expect(screen.getAllByRole('option')[0]?.getAttribute('aria-setsize')).toBe('2500');
    },
    { timeout: 15_000 },
  );
  expect(screen.getAllByRole('option').length).toBeLessThan(40);
});

test('away, the desk says until when; back, it says nothing of it', async () => {
  const away = { from: '2026-11-20T00:00:00Z', until: '2026-11-30T08:00:00Z', ends: true };
  const { pass } = stage(fakeMain(three(), { away }));
  await ready();
  const said = 'You are away until Mon 30 Nov, 08:00, by your automatic replies or calendar.';
  expect((await screen.findByText(said, { exact: false })).getAttribute('role')).toBe('note');
  await pass(7 * 86_400_000);
  await waitFor(() => {
    expect(screen.queryByText(said, { exact: false })).toBeNull();
  });
});
