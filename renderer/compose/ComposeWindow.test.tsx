import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { DraftView } from '../../shared/contract';
import { fakeMain } from '../testing/fakeBridge';
import type { FakeMain } from '../testing/fakeBridge';
import { handoff } from '../testing/handoffs';
import { stage } from '../testing/stage';
import { readPerson } from './ToField';

const body = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });

async function open(main: FakeMain = fakeMain([handoff('annex')])) {
  const staged = stage(main, { compose: 'annex' });
  await screen.findByRole('button', { name: 'Send' });
  await screen.findByRole('heading', { name: 'Signed data-processing annex' });
  return { main, ...staged };
}

/** The draft as the main process last had it, with something changed. */
async function draftNow(main: FakeMain, part: Partial<DraftView>): Promise<DraftView> {
  const answer = await main.bridge.request('draft/get', { handoffId: 'annex' });
  if (!answer.ok) throw new Error(answer.problem);
  return { ...(answer.value as DraftView), ...part };
}

test('Send approves exactly what is on screen and counts down the undo time', async () => {
  const { main, user, pass } = await open();
  await user.clear(body());
  await user.type(body(), 'Is the annex with you?');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(main.bodies('draft/approve')).toEqual([
    {
      id: 'draft-annex',
      to: [{ name: 'Ines Duarte', address: 'ines.duarte@northwind.example' }],
      subject: 'Re: Contoso: annex',
      body: 'Is the annex with you?',
    },
  ]);
  expect(await screen.findByText('Leaves in 10 s')).toBeTruthy();
  expect(body().readOnly).toBe(true);
  await pass(3_100);
  expect(await screen.findByText('Leaves in 7 s')).toBeTruthy();
});

test('Undo takes it back; the words are as they were and can be sent again', async () => {
  const { main, user } = await open();
  await user.type(body(), ' Thanks.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(main.bodies('draft/undo')).toEqual([{ id: 'draft-annex' }]);
  await user.click(await screen.findByRole('button', { name: 'Send' }));
  await screen.findByRole('button', { name: 'Undo' });
  await user.keyboard('u');
  expect(main.bodies('draft/undo')).toHaveLength(2);
  await screen.findByRole('button', { name: 'Send' });
  expect(body().value).toMatch(/ Thanks\.$/);
  expect(body().readOnly).toBe(false);
});

test('a second Ctrl+Enter does not approve twice', async () => {
  const { main, user } = await open();
  await user.keyboard('{Control>}{Enter}{Enter}{/Control}');
  await screen.findByRole('button', { name: 'Undo' });
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(main.bodies('draft/approve')).toHaveLength(1);
  expect(main.bodies('draft/undo')).toEqual([]);
});

test.each([
  ['sending', 'Leaving now'],
  ['sent', 'Sent'],
  ['withdrawn', 'Withdrawn: the answer came first'],
  ['doubtful', /not certain that this left/],
] as const)('%s is said in words, and nothing can be sent', async (state, words) => {
  const { main } = await open();
  const draft = await draftNow(main, { state });
  act(() => {
    main.emit('draft/changed', draft);
  });
  await waitFor(() => {
    const said = screen.getAllByRole('status').map((one) => one.textContent);
    expect(said).toContainEqual(expect.stringMatching(words));
  });
  expect(screen.queryByRole('button', { name: /Send/ })).toBeNull();
  expect(body().readOnly).toBe(true);
});

test('a failure says why and can be sent again', async () => {
  const { main, user } = await open();
  const draft = await draftNow(main, { state: 'failed', problem: 'The mailbox is full.' });
  act(() => {
    main.emit('draft/changed', draft);
  });
  expect(await screen.findByText('The mailbox is full.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Send again' }));
  expect(main.bodies('draft/approve')).toHaveLength(1);
});

test('a refused approval keeps the words and says why', async () => {
  const { main, user } = await open();
  main.answer('draft/approve', () => {
    throw new Error('This would go to oneself.');
  });
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect((await screen.findByRole('alert')).textContent).toBe('This would go to oneself.');
  expect(screen.getByRole('button', { name: 'Send' })).toBeTruthy();
});

test('an answer in a channel says where all of a team will read it', async () => {
  const { main, user } = await open();
  const draft = await draftNow(main, {
    ...{ channel: 'channel', place: 'Legal / Contracts', subject: '' },
  });
  act(() => {
    main.emit('draft/changed', draft);
  });
  expect(await screen.findByText(/^Legal \/ Contracts, an answer to Ines Duarte/)).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: 'Subject' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Send in Teams' }));
  expect(main.bodies('draft/approve')).toHaveLength(1);
});

test('what is typed is kept after a rest, and at once when Esc closes', async () => {
  const { main, user, pass } = await open();
  await user.type(body(), ' One');
  expect(main.bodies('draft/edit')).toEqual([]);
  await pass(500);
  expect(main.bodies('draft/edit')).toHaveLength(1);
  await user.type(body(), ' Two');
  await user.keyboard('{Escape}');
  await waitFor(() => {
    expect(main.bodies('compose/close')).toHaveLength(1);
  });
  const order = main.asked.map((one) => one.name);
  expect(order.lastIndexOf('draft/edit')).toBeLessThan(order.indexOf('compose/close'));
  expect(main.bodies('draft/edit').at(-1)?.body).toMatch(/ One Two$/);
});

test('an echo of an older edit does not overwrite what is being typed', async () => {
  const { main, user } = await open();
  const older = await draftNow(main, { body: 'older words' });
  await user.type(body(), ' newer');
  act(() => {
    main.emit('draft/changed', older);
  });
  expect(body().value).toContain('newer');
});

test('recipients are tokens: one goes, one comes, and without any nothing is sent', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Remove Ines Duarte' }));
  const send = screen.getByRole('button', { name: 'Send' });
  expect(send.hasAttribute('disabled')).toBe(true);
  await user.keyboard('{Control>}{Enter}{/Control}');
  const field = screen.getByRole('textbox', { name: 'Add a recipient' });
  await user.type(field, 'nobody{Enter}');
  expect(screen.getByText(/An address looks like/)).toBeTruthy();
  await user.clear(field);
  await user.type(field, 'Lars Holm <Lars.Holm@northwind.example>{Enter}');
  expect(screen.getByRole('row', { name: 'Lars Holm' })).toBeTruthy();
  expect(send.hasAttribute('disabled')).toBe(false);
});

test('a handoff with nothing to say says so and leads to the window', async () => {
  const main = fakeMain([handoff('annex', { catch: null, catchVerb: null })]);
  const { user } = stage(main, { compose: 'annex' });
  await screen.findByText('Nothing is to be said here');
  await user.click(screen.getByRole('button', { name: 'Open in window' }));
  expect(main.bodies('window/show')).toEqual([{ handoffId: 'annex' }]);
});

test('snooze from the pop-up', async () => {
  const { main, user } = await open();
  await user.click(screen.getByRole('button', { name: 'Snooze' }));
  await user.click(await screen.findByRole('menuitem', { name: /Next Monday/ }));
  expect(main.bodies('triage/run')).toEqual([
    { kind: 'snooze', id: 'annex', until: '2026-11-30T09:00:00.000Z' },
  ]);
});

test('addresses are read as people write them', () => {
  expect(readPerson('"Holm, Lars" <lars@northwind.example>')).toEqual({
    name: 'Holm, Lars',
    address: 'lars@northwind.example',
  });
  expect(readPerson(' Tom@Northwind.example ')).toEqual({
    name: '',
    address: 'tom@northwind.example',
  });
  expect(readPerson('tom at northwind')).toBeNull();
  expect(readPerson('a@b.example, c@d.example')).toBeNull();
});

test('one-tap answers go along when ticked, and the line they add is on screen before it is approved', async () => {
  const asks = handoff('annex');
  if (asks.catch) asks.catch = { ...asks.catch, oneTap: { day: '27 November 2026' } };
  const { main, user } = await open(fakeMain([asks]));
  const line = 'One tap answers it: I have it · Not mine · By 27 November 2026';
  expect(screen.queryByText(line)).toBeNull();
  await user.click(screen.getByRole('checkbox', { name: 'Add one-tap answers' }));
  expect(screen.getByText(line)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(main.bodies('draft/approve')).toMatchObject([{ id: 'draft-annex', oneTap: true }]);
  await screen.findByText('Leaves in 10 s');
  expect(screen.getByText(line)).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('where no one-tap answer fits, none is offered', async () => {
  await open();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

const ines = { name: 'Ines Duarte', address: 'ines.duarte@northwind.example' };
const away = (until: string | null) => ({
  ...{ person: ines, presence: null, unreachable: null, manager: null },
  away: { until, note: 'Back on Monday. Ask Lars.' },
});

test('who is away is said before something goes to them, and the approval says that it was', async () => {
  const main = fakeMain([handoff('annex')]);
  main.answer('people/standing', () => [away(null)]);
  const { user } = await open(main);
  expect(await screen.findByText(/Ines Duarte is away\./)).toBeTruthy();
  expect(screen.getByText('“Back on Monday. Ask Lars.”')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(main.bodies('draft/approve')).toMatchObject([{ told: [ines.address] }]);
});

test('news of an absence that only the approval brings is said, and sending again sends', async () => {
  const main = fakeMain([handoff('annex')]);
  let known = false;
  main.answer('people/standing', () => (known ? [away(null)] : []));
  const sendAt = new Date(Date.parse(main.state.now) + 10_000).toISOString();
  const approved = await draftNow(main, { state: 'approved', sendAt });
  main.answer('draft/approve', (asked) => {
    if (asked.told?.includes(ines.address) === true) return approved;
    known = true;
    throw new Error('Away: Ines Duarte. Sending again sends it all the same.');
  });
  const { user } = await open(main);
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText(/Sending again sends it/)).toBeTruthy();
  expect(await screen.findByText(/Ines Duarte is away\./)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByRole('button', { name: /Undo/ })).toBeTruthy();
});
