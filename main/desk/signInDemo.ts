import type { Clock } from '../../shared/timing/clock';
import type { ClientSettings } from '../../shared/contract';
import type { TenantArchive } from '../demo/archive';
import { startTenant, type Tenant } from '../demo/server';
import { DEMO_CLIENT_ID, startSignIn, type SignInPages } from '../demo/signIn';
import { holderOf, mailboxGuard } from '../demo/signInGuard';
import type { SignInUser } from '../demo/signInTokens';
import { remappedFetch, type FetchLike } from '../graph/client';
import { systemFetch } from './signInHost';

/** The demo's sign-in, and behind it a mailbox for each person who has one. */
export interface DemoSignIn {
  url: string;
  client: ClientSettings;
  /** The way to the Graph that holds a person's mailbox. */
  fetchOf(address: string): Promise<FetchLike>;
  close(): Promise<void>;
}

/** Somebody of another organisation, to be turned away. */
const STRANGER: SignInUser = {
  name: 'Vera Lunt (another organisation)',
  address: 'vera.lunt@glaze.example',
  foreign: true,
};
const CLIENT: ClientSettings = {
  clientId: DEMO_CLIENT_ID,
  tenant: 'organizations',
  cloud: 'public',
};

/** Starts the sign-in pages over an archive, or takes the ones that run at `signInUrl`. */
export async function demoSignIn(
  world: { url: string; clock: Clock; archive: TenantArchive | null; tenant: Tenant | null },
  signInUrl: string | null,
): Promise<DemoSignIn> {
  const { archive } = world;
  if (signInUrl !== null || archive === null)
    return {
      url: signInUrl ?? world.url,
      client: CLIENT,
      fetchOf: () => Promise.resolve(remappedFetch(world.url, systemFetch)),
      close: () => Promise.resolve(),
    };
  const { clock } = world;
  const pages: SignInPages = await startSignIn({ users: usersOf(archive, world.tenant), clock });
  // One tenant for all of them: what one sends arrives at the others.
  const mailboxes = await startTenant({
    ...{ archive, clock, me: world.tenant?.me ?? '' },
    ...{ guard: mailboxGuard(pages, null), whose: holderOf(pages) },
  });
  return {
    url: pages.url,
    client: CLIENT,
    fetchOf: () => Promise.resolve(remappedFetch(mailboxes.url, systemFetch)),
    async close() {
      await mailboxes.close();
      await pages.close();
    },
  };
}

/** Whoever's desk it is first, then some colleagues, then the stranger. */
function usersOf(archive: TenantArchive, tenant: Tenant | null): SignInUser[] {
  const me = tenant?.me ?? '';
  const people = archive.directory
    .map(({ person }) => ({ name: person.name, address: person.address, foreign: false }))
    .filter(({ address }) => address.endsWith(me.slice(me.lastIndexOf('@'))));
  const mine = people.filter(({ address }) => address === me);
  const others = people.filter(({ address }) => address !== me).slice(0, 4);
  return [...mine, ...others, STRANGER];
}
