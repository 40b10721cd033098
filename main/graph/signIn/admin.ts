import type { ClientSettings } from '../../../shared/contract/account';
import type { Part } from '../../../shared/contract/account';
import { clouds } from './clouds';
import { parts, scopesOf } from './parts';

/**
 * The page on which an administrator permits the application for the whole tenant. `tenant` is the
 * person's own where it is known: with 'organizations' the administrator's own account decides.
 */
export function adminLink(client: ClientSettings, tenant: string | null): string {
  const at = client.tenant === 'organizations' ? (tenant ?? 'organizations') : client.tenant;
  const query = new URLSearchParams({ client_id: client.clientId });
  return `${clouds[client.cloud].login}/${encodeURIComponent(at)}/adminconsent?${query.toString()}`;
}

/** A message to the administrator that can be sent as it is. */
export function adminText(link: string, client: ClientSettings, wanted: readonly Part[]): string {
  return [
    'Hello,',
    '',
    'I would like to use Corridor, a desktop application that shows which work has not been picked up after it passed from one person to another. It runs on this computer and reads my own mailbox with my own rights. Signing in to it needs an administrator’s approval in our tenant.',
    '',
    'This page lists the permissions and grants them:',
    link,
    '',
    `Application (client) id: ${client.clientId}`,
    'Delegated Microsoft Graph permissions:',
    ...wanted.map((part) => `- ${parts[part].title}: ${scopesOf([part]).join(', ')}`),
    '',
    'Thank you.',
  ].join('\n');
}
