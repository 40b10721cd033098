import { join } from 'node:path';
import type { Clock } from '../../../shared/timing/clock';
import { createKeeper, type Keeper } from './keeper';
import type { CacheText, Granted } from './msal';
import type { SignInNetwork } from './network';
import type { KnownAccount } from './registry';
import { createVault, type LockedWhy, type Sealer, type Vault } from './vault';

/** Where an account's keys are: in the vault, in memory only, or nowhere this run can reach. */
export type Kept =
  { is: 'sealed' } | { is: 'memory' } | { is: 'nothing' } | { is: 'locked'; why: LockedWhy };

/** One account of this run: what is known of it, its vault and, when its keys are at hand, its keeper. */
export interface Held {
  known: KnownAccount;
  vault: Vault;
  kept: Kept;
  keeper: Keeper | null;
}

export interface HeldParts {
  folder: string;
  sealer: Sealer;
  network: SignInNetwork;
  clock: Clock;
  machine: Clock;
  changed: () => void;
  log: (line: string) => void;
}

/** Where everything of one account lies: keys, and what the desk keeps for it. */
export function accountFolder(folder: string, key: string): string {
  return join(folder, key);
}

/** Opens an account's vault once. Whatever is found, nothing is tried a second time by itself. */
export async function openHeld(known: KnownAccount, parts: HeldParts): Promise<Held> {
  const vault = createVault(
    join(accountFolder(parts.folder, known.key), 'keys.json'),
    parts.sealer,
  );
  const found = await vault.open();
  if (found.is === 'empty') return { known, vault, kept: { is: 'nothing' }, keeper: null };
  if (found.is === 'locked') {
    parts.log(`the keys of an account cannot be read: ${found.why}`);
    return { known, vault, kept: { is: 'locked', why: found.why }, keeper: null };
  }
  const held: Held = { known, vault, kept: { is: 'sealed' }, keeper: null };
  held.keeper = keeperOf(held, found.text, null, parts);
  return held;
}

/** Takes in what a sign-in brought: keys into the vault where it is fit, else into memory. */
export async function admit(
  known: KnownAccount,
  granted: Granted,
  text: string,
  before: Held | undefined,
  parts: HeldParts,
): Promise<Held> {
  before?.keeper?.close();
  const vault =
    before?.vault ??
    createVault(join(accountFolder(parts.folder, known.key), 'keys.json'), parts.sealer);
  const held: Held = {
    known,
    vault,
    kept: { is: await saved(vault, text, parts.log) },
    keeper: null,
  };
  held.keeper = keeperOf(held, text, granted, parts);
  return held;
}

function keeperOf(held: Held, text: string, fresh: Granted | null, parts: HeldParts): Keeper {
  const cache: CacheText = {
    text,
    async changed(next) {
      const where = await saved(held.vault, next, parts.log);
      if (where === held.kept.is) return;
      held.kept = { is: where };
      parts.changed();
    },
  };
  return createKeeper({
    account: held.known,
    cache,
    fresh,
    network: parts.network,
    clock: parts.clock,
    machine: parts.machine,
    changed: parts.changed,
    log: parts.log,
  });
}

/** A disk that cannot be written to must not end a session that works. */
async function saved(
  vault: Vault,
  text: string,
  log: (line: string) => void,
): Promise<'sealed' | 'memory'> {
  try {
    return await vault.save(text);
  } catch (error) {
    log(`keys could not be stored: ${error instanceof Error ? error.message : String(error)}`);
    return 'memory';
  }
}
