import { act, screen, within, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { AccountsView } from '../../shared/contract';
import { accountOf, accountsOf, partOf } from '../testing/accounts';
import { fakeMain } from '../testing/fakeBridge';
import { handoff } from '../testing/handoffs';
import { stage } from '../testing/stage';

const KEY = 'a'.repeat(32);

/** The corridor with the dialog open over it; `tell` is what the main process says next. */
async function open(view: AccountsView) {
  const main = fakeMain([handoff('one')]);
  main.answer('account/state', () => view);
  for (const name of ['account/signIn', 'account/configure', 'account/remove'] as const)
    main.answer(name, () => view);
  const { user, desk } = stage(main);
  await screen.findByRole('option');
  act(() => {
    desk.store.getState().open({ is: 'account' });
  });
  const dialog = await screen.findByRole('dialog', { name: 'Accounts and sign-in' });
  // Its heading comes first, what stands under it when the main process has answered.
  await waitFor(() => {
    expect(dialog.children.length).toBeGreaterThan(1);
  });
  const tell = (next: AccountsView) => {
    act(() => {
      main.emit('account/changed', next);
    });
  };
  return { main, user, dialog: within(dialog), tell };
}

describe('accounts', () => {
  test('a part is turned on and off by its own button, and says what is so without it', async () => {
    const parts = [
      partOf('basic'),
      partOf('chats', { state: 'on', words: 'Chats are read.' }),
      partOf('tasks', { words: 'A finished task is not seen.' }),
      partOf('transcripts', { state: 'needsAdmin', words: 'Waits for an administrator.' }),
    ];
    const { main, user, dialog } = await open(accountsOf({ accounts: [accountOf({ parts })] }));
    expect(await dialog.findByText('A finished task is not seen.')).toBeTruthy();
    expect(dialog.getByText('Needs an administrator')).toBeTruthy();
    // Without the basic part nothing works: it cannot be turned off.
    expect(
      dialog.queryByRole('button', { name: 'Turn off: Mail, calendar and people' }),
    ).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Turn on: Planner and To Do tasks' }));
    expect(main.bodies('account/signIn')).toEqual([{ key: KEY, part: 'tasks' }]);
    await user.click(dialog.getByRole('button', { name: 'Turn off: Teams chats' }));
    expect(main.bodies('account/turnOff')).toEqual([{ key: KEY, part: 'chats' }]);
  });

  test('removing asks first what becomes of what was read', async () => {
    const { main, user, dialog } = await open(accountsOf({ accounts: [accountOf()] }));
    await user.click(dialog.getByRole('button', { name: 'Sign out and remove this account' }));
    expect(main.bodies('account/remove')).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Delete everything of it' }));
    expect(main.bodies('account/remove')).toEqual([{ key: KEY, data: 'delete' }]);
  });

  test('a missing keyring is a choice; nothing else is pressed for', async () => {
    const locked = accountOf({ state: 'locked', words: 'Its keys are locked.', kept: 'none' });
    const { main, user, dialog } = await open(
      accountsOf({
        accounts: [locked],
        keyring: { is: 'ask', held: true, words: 'No keyring is there.' },
      }),
    );
    expect(dialog.queryByRole('button', { name: 'Sign in again' })).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Keep them in memory only' }));
    expect(main.bodies('account/keepInMemory')).toEqual([{ yes: true }]);
  });

  test('on the demo, a registration is checked before it is kept', async () => {
    const { main, user, dialog } = await open(
      accountsOf({ mode: 'demo', client: null, clientFrom: null }),
    );
    await user.type(dialog.getByLabelText('Application (client) id'), 'not-an-id');
    await user.click(dialog.getByRole('button', { name: 'Keep' }));
    expect(dialog.getByRole('alert').textContent).toContain('GUID');
    expect(main.bodies('account/configure')).toEqual([]);
    await user.clear(dialog.getByLabelText('Application (client) id'));
    await user.type(
      dialog.getByLabelText('Application (client) id'),
      '5c0a1f0e-7d8e-4c57-9f5e-0d3a7a1c9b42',
    );
    await user.click(dialog.getByRole('button', { name: 'Keep' }));
    expect(main.bodies('account/configure')).toEqual([
      {
        clientId: '5c0a1f0e-7d8e-4c57-9f5e-0d3a7a1c9b42',
        tenant: 'organizations',
        cloud: 'public',
      },
    ]);
  });
});

describe('a sign-in under way', () => {
  test('its steps take the focus as they come', async () => {
    const { main, user, dialog, tell } = await open(accountsOf({ accounts: [accountOf()] }));
    tell(accountsOf({ flow: { is: 'browser', until: '2026-11-23T10:47:00.000Z' } }));
    expect(document.activeElement?.textContent).toBe('The sign-in goes on in the browser');
    await user.click(dialog.getByText('The page shows an error'));
    await user.type(dialog.getByLabelText(/^The error/), 'AADSTS50011: no');
    await user.click(dialog.getByRole('button', { name: 'Explain' }));
    expect(main.bodies('account/explain')).toEqual([{ text: 'AADSTS50011: no' }]);
    tell(
      accountsOf({
        flow: {
          is: 'problem',
          problem: {
            kind: 'adminApproval',
            title: 'An administrator’s approval is needed',
            words: 'Only an administrator permits this.',
            code: 'AADSTS90094',
            admin: { link: 'https://login.microsoftonline.com/x/adminconsent', text: 'Hello' },
            codeMayHelp: false,
          },
        },
      }),
    );
    expect(document.activeElement?.textContent).toBe('An administrator’s approval is needed');
    await user.click(dialog.getByRole('button', { name: 'Copy the message' }));
    expect(main.bodies('account/copy')).toEqual([{ what: 'text' }]);
    expect(await dialog.findByText('Copied')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Try again' }));
    expect(main.bodies('account/again')).toHaveLength(1);
  });

  test('a session that ended is one line over the list, and only then', async () => {
    const { tell } = await open(accountsOf({ accounts: [accountOf()] }));
    const strip = () => screen.queryByRole('complementary', { name: 'Account', hidden: true });
    expect(strip()).toBeNull();
    tell(accountsOf({ accounts: [accountOf({ state: 'ended', words: 'It asks anew.' })] }));
    expect(strip()?.textContent).toContain('Tom Becker: It asks anew.');
  });
});
