import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** What this computer can keep secrets with, asked anew each time. */
export type Backend =
  | { is: 'ready'; name: string }
  /** Encrypts with a key everybody knows (Chromium's `basic_text`): no protection, never used silently. */
  | { is: 'plain' }
  | { is: 'none' };

/** The system's secret storage. In the app it is Electron's safeStorage. */
export interface Sealer {
  backend(): Promise<Backend>;
  /** Rejects when the storage has gone since it was asked for. */
  seal(text: string): Promise<Buffer>;
  /** `again`: it was sealed with an older key and wants to be sealed anew. Rejects when it cannot be opened. */
  unseal(sealed: Buffer): Promise<{ text: string; again: boolean }>;
}

/** Why keys on disk cannot be used as they lie there. */
export type LockedWhy = 'keyringGone' | 'otherKeyring' | 'unreadable' | 'damaged';

/** What was found at the opening. */
export type Opened =
  { is: 'empty' } | { is: 'open'; text: string } | { is: 'locked'; why: LockedWhy };

const Record_ = z.object({
  version: z.literal(1),
  /** Which storage sealed it: another one cannot open it. */
  backend: z.string().min(1),
  sealed: z.base64(),
});

/**
 * The keys of one account: a single encrypted record on disk. The states are those of docs/sign-in.md.
 * Nothing here tries twice, and a record that cannot be opened stays as it is until a new sign-in
 * replaces it or the account is removed.
 */
export interface Vault {
  open(): Promise<Opened>;
  /** Seals and replaces the record. 'memory' when the storage is not fit for it: the disk is as it was. */
  save(text: string): Promise<'sealed' | 'memory'>;
  /** Leaves nothing on disk. */
  forget(): Promise<void>;
}

export function createVault(path: string, sealer: Sealer): Vault {
  /** Writes follow each other: two at once could swap old for new. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };

  async function write(backend: string, sealed: Buffer): Promise<void> {
    const text = JSON.stringify({ version: 1, backend, sealed: sealed.toString('base64') });
    await writeWhole(path, text);
  }

  async function save(text: string): Promise<'sealed' | 'memory'> {
    const backend = await sealer.backend();
    if (backend.is !== 'ready') return 'memory';
    let sealed: Buffer;
    try {
      sealed = await sealer.seal(text);
    } catch {
      return 'memory';
    }
    await write(backend.name, sealed);
    return 'sealed';
  }

  async function read(): Promise<Opened> {
    let raw: string;
    try {
      raw = await readFile(path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        return { is: 'empty' };
      return { is: 'locked', why: 'damaged' };
    }
    const record = parse(raw);
    if (!record) return { is: 'locked', why: 'damaged' };
    const backend = await sealer.backend();
    if (backend.is !== 'ready') return { is: 'locked', why: 'keyringGone' };
    let found: { text: string; again: boolean };
    try {
      found = await sealer.unseal(Buffer.from(record.sealed, 'base64'));
    } catch {
      const why = record.backend === backend.name ? 'unreadable' : 'otherKeyring';
      return { is: 'locked', why };
    }
    // Moved to the storage of today while it can still be read.
    if (found.again || record.backend !== backend.name) await save(found.text);
    return { is: 'open', text: found.text };
  }

  return {
    open: () => inTurn(read),
    save: (text) => inTurn(() => save(text)),
    forget: () => inTurn(() => rm(path, { force: true })),
  };
}

function parse(raw: string): z.infer<typeof Record_> | null {
  try {
    const read = Record_.safeParse(JSON.parse(raw));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Writes beside and renames: a crash leaves the old file or the new one, never half of either. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomBytes(4).toString('hex')}.new`;
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
