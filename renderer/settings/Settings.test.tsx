import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { fakeMain } from '../testing/fakeBridge';
import { handoff } from '../testing/handoffs';
import { stage } from '../testing/stage';

beforeEach(() => {
  localStorage.clear();
});

async function opened() {
  const main = fakeMain([handoff('annex')]);
  const { user } = stage(main);
  await screen.findByRole('option', { selected: true });
  await user.keyboard(',');
  const dialog = await screen.findByRole('dialog', { name: 'Settings' });
  return { main, user, dialog, within: within(dialog) };
}

test('off at first, and it says what leaves the machine', async () => {
  const { within: inside } = await opened();
  const on = await inside.findByRole<HTMLInputElement>('switch');
  expect(on.checked).toBe(false);
  expect(inside.getByText(/Switched off: nothing\./)).toBeTruthy();
});

test('what was typed is kept; the key is written and never read', async () => {
  const { main, user, within: inside } = await opened();
  await user.click(await inside.findByRole('switch'));
  await user.type(inside.getByLabelText('Address'), 'https://models.example/v1');
  await user.type(inside.getByLabelText('Model'), 'kiln-7b');
  await user.type(inside.getByLabelText('Key'), 'sk-secret');
  await user.click(inside.getByRole('button', { name: 'Save' }));
  const typed = { url: 'https://models.example/v1', name: 'kiln-7b', key: 'sk-secret' };
  expect(main.bodies('settings/keepModel')).toEqual([{ on: true, ...typed }]);
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  await user.keyboard(',');
  const again = within(await screen.findByRole('dialog', { name: 'Settings' }));
  const key = await again.findByLabelText<HTMLInputElement>('Key');
  expect(key.value).toBe('');
  await user.click(again.getByRole('button', { name: 'Save' }));
  expect(main.bodies('settings/keepModel').at(-1)?.key).toBe(null);
  await user.keyboard(',');
  await user.click(await screen.findByRole('button', { name: 'Forget the key' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(main.bodies('settings/keepModel').at(-1)?.key).toBe('');
});

test('how far back is read is chosen, and kept at once', async () => {
  const { main, user, within: inside } = await opened();
  const three = await inside.findByRole<HTMLInputElement>('radio', { name: '3 months' });
  expect(three.checked).toBe(true);
  await user.click(inside.getByRole('radio', { name: '12 months' }));
  expect(main.bodies('settings/keepMonthsBack')).toEqual([12]);
  expect(
    (await inside.findByRole<HTMLInputElement>('radio', { name: '12 months', checked: true }))
      .checked,
  ).toBe(true);
});

test('the test says in words how it went, and keeps nothing', async () => {
  const { main, user, within: inside } = await opened();
  await user.type(await inside.findByLabelText('Model'), 'kiln-7b');
  await user.click(inside.getByRole('button', { name: 'Test' }));
  expect(await inside.findByText('It answered.')).toBeTruthy();
  main.answer('settings/tryModel', () => {
    throw new Error('The address must begin with https://, or lie on this machine.');
  });
  await user.click(inside.getByRole('button', { name: 'Test' }));
  expect(await inside.findByText(/must begin with https/)).toBeTruthy();
  expect(main.bodies('settings/keepModel')).toEqual([]);
});

test('what cannot be kept is said, and the fields stay', async () => {
  const { main, user, within: inside } = await opened();
  main.answer('settings/keepModel', () => {
    throw new Error('The model’s name is missing.');
  });
  await user.type(await inside.findByLabelText('Address'), 'https://models.example');
  await user.click(inside.getByRole('button', { name: 'Save' }));
  expect(await inside.findByText('The model’s name is missing.')).toBeTruthy();
  expect(inside.getByLabelText<HTMLInputElement>('Address').value).toBe('https://models.example');
});
