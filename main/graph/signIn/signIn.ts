import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  AccountView,
  ClientSettings,
  FlowView,
  KeyringView,
  Part,
} from '../../../shared/contract/account';
import type { Clock } from '../../../shared/timing/clock';
import type { FetchLike, TokenSource } from '../client';
import { signInByBrowser, type Attempt, type Wanted } from './browserWay';
import { signInByCode } from './codeWay';
import { accountFolder, admit, openHeld, type Held, type HeldParts } from './held';
import type { CacheText, Granted } from './msal';
import { createNetwork } from './network';
import { isPartGranted, requestScopes, scopesOf, shortScopes } from './parts';
import { aadsts, problemOf, wrongAccount, wrongTenant, type SignInProblem } from './problem';
import { accountKey, readRegistry, writeRegistry, type KnownAccount } from './registry';
import type { Backend, Sealer } from './vault';
import { accountView, keyringView, problemView } from './view';

/** One signed-in account as the rest of the house sees it. */
export interface SignedAccount {
  key: string;
  address: string;
  /** Where its ledger lies. */
  folder: string;
  token: TokenSource;
  /** True when the person turned the part on and Microsoft granted it. Asked anew each time. */
  permits(part: Part): boolean;
}

/** How things stand, for the screens. */
export interface SignInView {
  client: ClientSettings;
  accounts: AccountView[];
  flow: FlowView;
  keyring: KeyringView;
}

/** Accounts of Microsoft 365: signing in, staying signed in, leaving. */
export interface SignIn {
  view(): SignInView;
  accounts(): SignedAccount[];
  /** The account at the desk; null when nobody has signed in. */
  active(): string | null;
  /** Opens the browser for a new account (`key` null), a new session, or one more part. */
  begin(ask: { key: string | null; part: Part | null }): Promise<void>;
  /** The last one once more. */
  again(): Promise<void>;
  /** Goes on with a code instead of the browser. */
  useCode(): void;
  openPage(): Promise<boolean>;
  /** Ends the running way with what Microsoft's own page said; false when no code is in the text. */
  explain(text: string): boolean;
  /** Ends what is under way, or puts a problem away. */
  cancel(): void;
  keepInMemory(yes: boolean): Promise<void>;
  tryKeyring(): Promise<void>;
  turnOff(key: string, part: Part): Promise<void>;
  /** Nothing of the account's keys stays; what was read stays only with 'keep'. */
  remove(key: string, data: 'keep' | 'delete'): Promise<void>;
  show(key: string): Promise<void>;
  onChange(listener: () => void): () => void;
  close(): void;
}

export interface SignInParts {
  client: ClientSettings;
  /** Folder of all accounts; made when the first one signs in. */
  folder: string;
  fetch: FetchLike;
  /** Resolves as soon as the browser was told. */
  openBrowser: (url: string) => Promise<void>;
  /** Takes Microsoft's sign-in host elsewhere; the identity in real use. */
  rewrite: (url: string) => string;
  sealer: Sealer;
  /** The desk's clock: deadlines and renewals. */
  clock: Clock;
  /** The machine's clock, on which MSAL counts. */
  machine: Clock;
  /** How long the browser may take, ms of the desk's clock. */
  deadlineMs: () => number;
  /** Handoffs of an account that need the person. */
  count: (key: string) => number;
  /** Called before anything of an account is removed: what has its files open lets go of them. */
  letGo: (key: string) => Promise<void>;
  log: (line: string) => void;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Flow =
  | { is: 'idle' }
  | { is: 'browser'; until: number }
  | { is: 'code'; shown: { code: string; address: string; until: number } | null }
  | { is: 'problem'; problem: SignInProblem };

interface Ask {
  key: string | null;
  part: Part | null;
}

/** Reads the accounts known from before and opens their keys once. */
export async function createSignIn(parts: SignInParts): Promise<SignIn> {
  const { client, clock } = parts;
  const file = join(parts.folder, 'accounts.json');
  const registry = await readRegistry(file, parts.log);
  const network = createNetwork({ ...parts, clock: parts.machine });
  const listeners = new Set<() => void>();
  const held = new Map<string, Held>();
  let backend: Backend = await parts.sealer.backend();
  let consent = false;
  let flow: Flow = { is: 'idle' };
  let ask: Ask | null = null;
  let waiting: Ask | null = null;
  let attempt: Attempt | null = null;
  let closed = false;

  const changed = () => {
    if (!closed) for (const listener of listeners) listener();
  };
  const heldParts: HeldParts = { ...parts, network, changed };
  const ours = (known: KnownAccount) =>
    known.client.clientId === client.clientId && known.client.cloud === client.cloud;
  for (const known of registry.accounts.filter(ours))
    held.set(known.key, await openHeld(known, heldParts));

  const write = () => writeRegistry(file, registry);
  const setFlow = (next: Flow) => {
    flow = next;
    changed();
  };
  const stop = () => {
    attempt?.stop();
    attempt = null;
  };
  const activeKey = () => {
    const chosen = registry.active;
    return chosen !== null && held.has(chosen) ? chosen : (held.keys().next().value ?? null);
  };
  const partsOf = ({ key, part }: Ask): Part[] => {
    const before = (key === null ? undefined : held.get(key)?.known.parts) ?? [];
    return [...new Set<Part>(['basic', ...before, ...(part === null ? [] : [part])])];
  };

  /** A way into Microsoft, by browser or by code; what comes of it counts only while it is the latest. */
  function run(what: Ask, by: 'browser' | 'code'): void {
    stop();
    ask = what;
    const account = what.key === null ? undefined : held.get(what.key);
    const session = account?.keeper?.session();
    const cache: CacheText = { text: '', changed: () => Promise.resolve() };
    const wanted: Wanted = {
      client,
      scopes: requestScopes(scopesOf(partsOf(what)), client.cloud),
      loginHint: account?.known.username ?? null,
      claims: session?.is === 'ended' ? session.claims : '',
      choose: what.key === null,
    };
    const way = { network, clock, machine: parts.machine, cache };
    let current: Attempt;
    if (by === 'browser') {
      const until = clock.now() + parts.deadlineMs();
      const { openBrowser } = parts;
      current = signInByBrowser(wanted, { ...way, openBrowser, until });
      attempt = current;
      setFlow({ is: 'browser', until });
    } else {
      current = signInByCode(wanted, {
        ...way,
        shown: (code) => {
          if (attempt === current) setFlow({ is: 'code', shown: code });
        },
      });
      attempt = current;
      setFlow({ is: 'code', shown: null });
    }
    current.done
      .then(async (granted) => {
        if (attempt !== current) return;
        await takeIn(what, granted, cache.text);
        attempt = null;
        setFlow({ is: 'idle' });
      })
      .catch((error: unknown) => {
        if (attempt !== current) return;
        attempt = null;
        fail(what, problemOf(error));
      });
  }

  function fail(what: Ask, problem: SignInProblem): void {
    parts.log(`sign-in did not come about: ${problem.code ?? problem.kind}`);
    const account = what.key === null ? undefined : held.get(what.key);
    const refusal = problem.kind === 'adminApproval' ? 'needsAdmin' : problem.kind;
    if (account && what.part !== null && (refusal === 'needsAdmin' || refusal === 'refused')) {
      account.known.refused = { ...account.known.refused, [what.part]: refusal };
      write().catch(sayUnwritten);
    }
    setFlow({ is: 'problem', problem });
  }
  const sayUnwritten = (error: unknown) => {
    parts.log(`accounts could not be written: ${error instanceof Error ? error.message : ''}`);
  };

  /** @throws SignInProblem when somebody else came than was asked for. */
  async function takeIn(what: Ask, granted: Granted, text: string): Promise<void> {
    const { account } = granted;
    if (GUID.test(client.tenant) && account.tenantId !== client.tenant.toLowerCase())
      throw wrongTenant();
    const key = accountKey(client, account.homeAccountId);
    const before = held.get(key);
    const asked = what.key === null ? undefined : held.get(what.key);
    if (asked && asked.known.key !== key)
      throw wrongAccount(asked.known.username, account.username);
    const scopes = shortScopes(granted.scopes);
    const wanted = partsOf({ key, part: what.part });
    const refused = { ...before?.known.refused };
    for (const part of wanted) {
      if (isPartGranted(part, scopes)) Reflect.deleteProperty(refused, part);
      else refused[part] = 'refused';
    }
    const known: KnownAccount = {
      key,
      homeAccountId: account.homeAccountId,
      tenantId: account.tenantId,
      username: account.username,
      name: account.name ?? account.username,
      client,
      granted: scopes,
      parts: wanted,
      refused,
    };
    // The list first: keys without an entry would lie on disk with nobody to remove them.
    registry.accounts = [...registry.accounts.filter((one) => one.key !== key), known];
    if (what.key === null) registry.active = key;
    await write();
    held.set(key, await admit(known, granted, text, before, heldParts));
    backend = await parts.sealer.backend();
  }

  const known = (key: string): Held => {
    const found = held.get(key);
    if (!found) throw new Error('This account is not known here.');
    return found;
  };

  /** Without a keyring nothing is begun before the person has chosen: keys must not come to lie in the open. */
  async function begin(what: Ask): Promise<void> {
    if (what.key !== null) known(what.key);
    stop();
    backend = await parts.sealer.backend();
    if (backend.is !== 'ready' && !consent) {
      waiting = what;
      setFlow({ is: 'idle' });
      return;
    }
    waiting = null;
    run(what, 'browser');
  }

  function cancel(): void {
    stop();
    waiting = null;
    setFlow({ is: 'idle' });
  }

  return {
    view: () => ({
      client,
      accounts: [...held.values()].map((one) =>
        accountView(one, one.known.key === activeKey(), parts.count(one.known.key)),
      ),
      flow: flowView(flow, client, ask && held.get(ask.key ?? '')?.known, ask ? partsOf(ask) : []),
      keyring: keyringView({
        backend,
        consent,
        kept: [...held.values()].map((one) => one.kept),
        wanted: waiting !== null || held.size === 0,
      }),
    }),
    accounts: () =>
      [...held.values()].map((one) => ({
        key: one.known.key,
        address: one.known.username,
        folder: accountFolder(parts.folder, one.known.key),
        // Asked through the map: a new sign-in puts a new keeper in its place.
        token: (challenge) => tokenOf(held.get(one.known.key), challenge),
        permits: (part) => {
          const now = held.get(one.known.key)?.known;
          return now?.parts.includes(part) === true && isPartGranted(part, now.granted);
        },
      })),
    active: activeKey,
    begin,
    again: () => begin(ask ?? { key: null, part: null }),
    useCode() {
      if (ask) run(ask, 'code');
    },
    async openPage() {
      const page = attempt?.page() ?? null;
      if (page === null) return false;
      await parts.openBrowser(page);
      return true;
    },
    explain(text) {
      if (!ask || aadsts(text) === null) return false;
      stop();
      fail(ask, problemOf(new Error(text)));
      return true;
    },
    cancel,
    async keepInMemory(yes) {
      consent = yes;
      const next = waiting;
      waiting = null;
      if (yes && next) await begin(next);
      else changed();
    },
    async tryKeyring() {
      backend = await parts.sealer.backend();
      for (const one of [...held.values()])
        if (one.kept.is === 'locked') held.set(one.known.key, await openHeld(one.known, heldParts));
      const next = waiting;
      if (next && backend.is === 'ready') await begin(next);
      else changed();
    },
    async turnOff(key, part) {
      const one = known(key).known;
      if (part === 'basic')
        throw new Error('Without mail, calendar and people nothing can be read.');
      one.parts = one.parts.filter((other) => other !== part);
      await write();
      changed();
    },
    async remove(key, data) {
      const one = known(key);
      if (ask?.key === key) cancel();
      await parts.letGo(key);
      one.keeper?.close();
      held.delete(key);
      // A write of MSAL's that is still under way ends before the file goes: the vault works in turn.
      await one.vault.forget();
      registry.accounts = registry.accounts.filter((other) => other.key !== key);
      if (registry.active === key) registry.active = held.keys().next().value ?? null;
      await write();
      if (data === 'delete')
        await rm(accountFolder(parts.folder, key), {
          recursive: true,
          force: true,
          maxRetries: 3,
        });
      changed();
    },
    async show(key) {
      known(key);
      registry.active = key;
      await write();
      changed();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      stop();
      closed = true;
      for (const one of held.values()) one.keeper?.close();
    },
  };
}

function tokenOf(
  held: Held | undefined,
  challenge: { claims: string } | undefined,
): Promise<string> {
  if (!held?.keeper) return Promise.reject(new Error('This account is not signed in.'));
  return held.keeper.token(challenge);
}

function flowView(
  flow: Flow,
  client: ClientSettings,
  account: KnownAccount | null | undefined,
  asked: readonly Part[],
): FlowView {
  const iso = (ms: number) => new Date(ms).toISOString();
  switch (flow.is) {
    case 'idle':
      return flow;
    case 'browser':
      return { is: 'browser', until: iso(flow.until) };
    case 'code':
      return {
        is: 'code',
        shown: flow.shown && { ...flow.shown, until: iso(flow.shown.until) },
      };
    case 'problem':
      return problemView(flow.problem, client, account?.tenantId ?? null, asked);
  }
}
