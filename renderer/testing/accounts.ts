import type { AccountView, AccountsView, Part, PartView, RequestName } from '../../shared/contract';
import { NOW } from './handoffs';

/** The account side of the main process for tests of the screens. */

const titles: Record<Part, string> = {
  basic: 'Mail, calendar and people',
  chats: 'Teams chats',
  channels: 'Teams channels',
  tasks: 'Planner and To Do tasks',
  sending: 'Drafts and sending',
  presence: 'Presence in Teams',
  transcripts: 'Meeting transcripts',
  managers: 'Who works for whom',
};

export function partOf(part: Part, over: Partial<PartView> = {}): PartView {
  return {
    part,
    title: titles[part],
    about: 'What it is for.',
    permissions: ['Some.Read'],
    state: part === 'basic' ? 'on' : 'off',
    words: part === 'basic' ? 'Mail and calendar are read.' : 'It is not read.',
    ...over,
  };
}

export function accountOf(over: Partial<AccountView> = {}): AccountView {
  return {
    key: 'a'.repeat(32),
    name: 'Tom Becker',
    address: 'tom.becker@northwind.example',
    active: true,
    state: 'in',
    words: 'Signed in.',
    kept: 'sealed',
    count: 3,
    parts: (Object.keys(titles) as Part[]).map((part) => partOf(part)),
    ...over,
  };
}

export function accountsOf(over: Partial<AccountsView> = {}): AccountsView {
  return {
    mode: 'signIn',
    client: {
      clientId: '5c0a1f0e-7d8e-4c57-9f5e-0d3a7a1c9b42',
      tenant: 'organizations',
      cloud: 'public',
    },
    clientFrom: 'settings',
    accounts: [],
    flow: { is: 'idle' },
    keyring: { is: 'sealed', words: 'Keys are encrypted on disk with the keyring.' },
    now: NOW,
    speed: 1,
    ...over,
  };
}

type AccountRequest = Extract<RequestName, `account/${string}`>;

/** Answers of somebody who signs in nowhere. */
export function fakeAccounts() {
  const demo = accountsOf({ mode: 'demo', client: null, clientFrom: null });
  const view = () => demo;
  return {
    'account/state': view,
    'account/signIn': view,
    'account/again': view,
    'account/useCode': view,
    'account/openPage': () => true,
    'account/explain': view,
    'account/cancel': view,
    'account/keepInMemory': view,
    'account/tryKeyring': view,
    'account/turnOff': view,
    'account/remove': view,
    'account/show': view,
    'account/copy': () => true,
    'account/configure': view,
    'account/restart': () => null,
  } satisfies Record<AccountRequest, () => unknown>;
}
