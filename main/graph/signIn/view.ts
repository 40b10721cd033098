import type {
  AccountView,
  ClientSettings,
  FlowView,
  KeyringView,
  Part,
} from '../../../shared/contract/account';
import { adminLink, adminText } from './admin';
import type { Held, Kept } from './held';
import { allParts, partView } from './parts';
import type { SignInProblem } from './problem';
import type { Backend, LockedWhy } from './vault';

/** What the account screens are shown, from what is. Pure. */

const LOCKED: Record<LockedWhy, string> = {
  keyringGone:
    'The keys of this sign-in are encrypted on disk, and the keyring that opens them is not there.',
  otherKeyring:
    'The keys of this sign-in were encrypted with another keyring than the one there is now.',
  unreadable: 'The keys of this sign-in could not be decrypted.',
  damaged: 'The file with the keys of this sign-in is damaged.',
};

/** How an account stands, in words. */
export function accountView(held: Held, active: boolean, count: number): AccountView {
  const { known, kept, keeper } = held;
  const session = keeper?.session() ?? null;
  const base = {
    key: known.key,
    name: known.name,
    address: known.username,
    active,
    count,
    kept: kept.is === 'sealed' || kept.is === 'memory' ? kept.is : ('none' as const),
    parts: allParts.map((part) => partView(part, { ...known, wanted: known.parts })),
  };
  if (kept.is === 'locked')
    return { ...base, state: 'locked', words: `${LOCKED[kept.why]} The file stays as it is.` };
  if (session === null)
    return {
      ...base,
      state: 'ended',
      words: 'No keys are stored for this account. What was read before is still here.',
    };
  if (session.is === 'ended') {
    const { code } = session.problem;
    const why = session.claims === '' ? 'asks for a new sign-in' : 'asks to confirm who you are';
    return {
      ...base,
      state: 'ended',
      words: `Microsoft 365 ${why}${code === null ? '' : ` (${code})`}. What was read before is still here.`,
    };
  }
  if (session.is === 'offline')
    return { ...base, state: 'offline', words: 'Signed in; Microsoft cannot be reached now.' };
  return { ...base, state: 'in', words: 'Signed in.' };
}

/** Where keys are kept, and whether the person has to choose. */
export function keyringView(now: {
  backend: Backend;
  consent: boolean;
  kept: readonly Kept[];
  /** A sign-in waits for the choice, or nobody is signed in yet. */
  wanted: boolean;
}): KeyringView {
  if (now.consent)
    return {
      is: 'memory',
      words: 'Keys are kept in memory only. Quitting Corridor signs out; nothing is on disk.',
    };
  const missing =
    now.backend.is === 'plain'
      ? 'This computer offers only an encryption with a key that everybody knows, which protects nothing.'
      : 'This computer offers no keyring to encrypt the keys of a sign-in with.';
  const locked = now.kept.some((kept) => kept.is === 'locked');
  if (now.backend.is !== 'ready' && locked)
    return {
      is: 'ask',
      held: true,
      words: `${missing} The keys of an earlier sign-in are encrypted on disk and stay as they are.`,
    };
  const inMemory = now.kept.some((kept) => kept.is === 'memory');
  if (now.backend.is !== 'ready' && (now.wanted || inMemory))
    return { is: 'ask', held: false, words: missing };
  if (inMemory)
    return {
      is: 'ask',
      held: false,
      words: 'The keys of this session could not be stored and are in memory only.',
    };
  return {
    is: 'sealed',
    words:
      now.backend.is === 'ready'
        ? `The keys of the sign-in are encrypted on disk with ${now.backend.name}.`
        : 'No keys are stored.',
  };
}

/** A failed sign-in with what the administrator needs, where one is needed. */
export function problemView(
  problem: SignInProblem,
  client: ClientSettings,
  tenant: string | null,
  asked: readonly Part[],
): FlowView {
  const link = adminLink(client, tenant);
  const forAdmin = ['adminApproval', 'notAssigned', 'appUnknown', 'refused'].includes(problem.kind);
  return {
    is: 'problem',
    problem: {
      kind: problem.kind,
      title: problem.title,
      words: problem.message,
      code: problem.code,
      admin: forAdmin ? { link, text: adminText(link, client, asked) } : null,
      codeMayHelp: ['deadline', 'other'].includes(problem.kind),
    },
  };
}
