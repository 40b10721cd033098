import { createHash } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { z } from 'zod';
import { ClientSettings, Part } from '../../../shared/contract/account';
import { writeWhole } from './vault';

/** One account as it is remembered between starts; no secret is in it. */
export const KnownAccount = z.object({
  /** Names its folder: a hash of the account and its cloud. */
  key: z.string().regex(/^[0-9a-f]{32}$/),
  homeAccountId: z.string(),
  tenantId: z.string(),
  username: z.string(),
  name: z.string(),
  client: ClientSettings,
  /** Short scope names as Microsoft granted them. */
  granted: z.array(z.string()),
  /** Parts the person turned on. */
  parts: z.array(Part),
  refused: z.partialRecord(Part, z.enum(['refused', 'needsAdmin'])),
});
export type KnownAccount = z.infer<typeof KnownAccount>;

const RegistryFile = z.object({
  version: z.literal(1),
  active: z.string().nullable(),
  accounts: z.array(KnownAccount),
});
export type Registry = z.infer<typeof RegistryFile>;

/** The folder name of an account: the same at each sign-in, and telling nothing about the person. */
export function accountKey(client: ClientSettings, homeAccountId: string): string {
  return createHash('sha256').update(`${client.cloud}/${homeAccountId}`).digest('hex').slice(0, 32);
}

/** Reads the accounts. A file that is not readable is put beside and said, never guessed at. */
export async function readRegistry(path: string, log: (line: string) => void): Promise<Registry> {
  const empty: Registry = { version: 1, active: null, accounts: [] };
  let raw: string;
  try {
    raw = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return empty;
    throw error;
  }
  try {
    return RegistryFile.parse(JSON.parse(raw));
  } catch {
    log(`The list of accounts could not be read; it was put aside as ${path}.unreadable.`);
    await rename(path, `${path}.unreadable`);
    return empty;
  }
}

export function writeRegistry(path: string, registry: Registry): Promise<void> {
  return writeWhole(path, `${JSON.stringify(registry, null, 2)}\n`);
}
