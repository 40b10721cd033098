import { clipboard } from 'electron';
import type { AccountsView, ClientSettings } from '../../shared/contract';
import type { Clock } from '../../shared/timing/clock';
import type { SignIn } from '../graph/signIn/signIn';
import type { Handlers } from './ipc';
import { keepClient } from './signInClient';

/** The account screens' side of the main process. */
export type AccountHandlers = Pick<Handlers, Extract<keyof Handlers, `account/${string}`>>;

export interface AccountDesk {
  handlers: AccountHandlers;
  view(): AccountsView;
}

export interface AccountDeskParts {
  /** Null on the demo, where nobody signs in. */
  signIn: SignIn | null;
  clientFrom: 'environment' | 'settings' | 'demo' | null;
  /** Folder of the accounts and of what settings hold about the registration. */
  home: string;
  clock: Clock;
  speed: () => number;
  restart: () => void;
}

export function createAccountDesk(parts: AccountDeskParts): AccountDesk {
  const { signIn } = parts;
  let next: ClientSettings | null | undefined;

  const view = (): AccountsView => {
    const base = {
      now: new Date(parts.clock.now()).toISOString(),
      speed: parts.speed(),
      ...(signIn
        ? { mode: 'signIn' as const, ...signIn.view(), clientFrom: parts.clientFrom }
        : {
            mode: 'demo' as const,
            client: null,
            clientFrom: null,
            accounts: [],
            flow: { is: 'idle' as const },
            keyring: { is: 'sealed' as const, words: 'Nobody signs in on the demo tenant.' },
          }),
    };
    return next === undefined ? base : { ...base, client: next, clientFrom: 'next' };
  };
  const there = (): SignIn => {
    if (!signIn) throw new Error('Nobody signs in on the demo tenant.');
    return signIn;
  };
  const after = (work: Promise<void>): Promise<AccountsView> => work.then(view);

  return {
    view,
    handlers: {
      'account/state': view,
      'account/signIn': (ask) => after(there().begin(ask)),
      'account/again': () => after(there().again()),
      'account/useCode': () => {
        there().useCode();
        return view();
      },
      'account/openPage': () => there().openPage(),
      'account/explain': ({ text }) => {
        if (!there().explain(text))
          throw new Error('No code beginning with AADSTS is in this text.');
        return view();
      },
      'account/cancel': () => {
        there().cancel();
        return view();
      },
      'account/keepInMemory': ({ yes }) => after(there().keepInMemory(yes)),
      'account/tryKeyring': () => after(there().tryKeyring()),
      'account/turnOff': ({ key, part }) => after(there().turnOff(key, part)),
      'account/remove': ({ key, data }) => after(there().remove(key, data)),
      'account/show': ({ key }) => after(there().show(key)),
      'account/copy': ({ what }) => {
        const { flow } = there().view();
        const admin = flow.is === 'problem' ? flow.problem.admin : null;
        const code = flow.is === 'code' ? (flow.shown?.code ?? null) : null;
        const text = what === 'code' ? code : what === 'link' ? admin?.link : admin?.text;
        if (text == null) return false;
        void clipboard.writeText(text);
        return true;
      },
      'account/configure': async (client) => {
        await keepClient(parts.home, client);
        next = client;
        return view();
      },
      'account/restart': () => {
        parts.restart();
        return null;
      },
    },
  };
}
