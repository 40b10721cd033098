import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ClientSettings } from '../../shared/contract/account';
import { writeWhole } from '../graph/signIn/vault';

/** Which application signs in, and where that is set. */
export interface ChosenClient {
  client: ClientSettings;
  from: 'environment' | 'settings';
}

const file = (home: string) => join(home, 'client.json');

/**
 * The registration to sign in with: the environment's, else the one kept in settings; null for the demo.
 * @throws Error naming the variable that is not usable: a wrong id must not start the demo in silence.
 */
export function readClient(
  home: string,
  env: Readonly<Record<string, string | undefined>>,
  log: (line: string) => void,
): ChosenClient | null {
  const clientId = env['CORRIDOR_CLIENT_ID'] ?? '';
  if (clientId !== '') {
    const read = ClientSettings.safeParse({
      clientId,
      tenant: env['CORRIDOR_TENANT'] ?? 'organizations',
      cloud: env['CORRIDOR_CLOUD'] ?? 'public',
    });
    if (read.success) return { client: read.data, from: 'environment' };
    const names = { clientId: 'CORRIDOR_CLIENT_ID', tenant: 'CORRIDOR_TENANT' };
    const field = String(read.error.issues[0]?.path[0] ?? '');
    const name = field in names ? names[field as keyof typeof names] : 'CORRIDOR_CLOUD';
    const takes = {
      CORRIDOR_CLIENT_ID: 'the application (client) id, a GUID',
      CORRIDOR_TENANT: 'organizations, a tenant id or a domain',
      CORRIDOR_CLOUD: 'public, usGovernment, usDefense or china',
    };
    throw new Error(`${name} takes ${takes[name as keyof typeof takes]}.`);
  }
  const kept = keptClient(home, log);
  return kept && { client: kept, from: 'settings' };
}

/** What settings hold; null when they hold nothing usable, which is said. */
export function keptClient(home: string, log: (line: string) => void): ClientSettings | null {
  let text: string;
  try {
    text = readFileSync(file(home), 'utf8');
  } catch {
    return null;
  }
  try {
    return ClientSettings.parse(JSON.parse(text));
  } catch {
    log(`${file(home)} is not readable; the demo tenant is used.`);
    return null;
  }
}

/** Keeps a registration for the next start; null forgets it. */
export async function keepClient(home: string, client: ClientSettings | null): Promise<void> {
  if (client === null) await rm(file(home), { force: true });
  else await writeWhole(file(home), `${JSON.stringify(client, null, 2)}\n`);
}
