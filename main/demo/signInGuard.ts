import { GraphFault, type Area, type Route } from './answer';
import type { SignInPages } from './signIn';

/** The permission each part of the tenant wants for reading, and for writing where it differs. */
const READ: Record<Area, readonly string[]> = {
  mail: ['Mail.Read', 'Mail.ReadWrite'],
  calendar: ['Calendars.Read', 'Calendars.ReadWrite'],
  people: ['User.Read'],
  chats: ['Chat.Read', 'Chat.ReadWrite'],
  channels: ['ChannelMessage.Read.All'],
  presence: ['Presence.Read.All'],
  tasks: ['Tasks.Read', 'Tasks.ReadWrite'],
  meetings: ['OnlineMeetings.Read', 'OnlineMeetingTranscript.Read.All'],
};
const WRITE: Partial<Record<Area, readonly string[]>> = {
  mail: ['Mail.ReadWrite'],
  chats: ['ChatMessage.Send'],
  channels: ['ChannelMessage.Send'],
  tasks: ['Tasks.ReadWrite'],
};
/** Posted, but nothing is written by it. */
const ASKS = /\/(getMailTips|getSchedule|getPresencesByUserId)$/;

/** Whose mailbox the holder of a token is served; null for a token nobody holds, which the guard refuses. */
export const holderOf =
  (pages: SignInPages) =>
  (bearer: string): string | null =>
    pages.tokens.holder(bearer)?.user.address ?? null;

/**
 * What stands before the tenant when people really sign in: the token must be known, in its time, of this
 * person (null: of anybody who lives here), and permit what is asked. Throws what Graph answers otherwise.
 */
export function mailboxGuard(
  pages: SignInPages,
  address: string | null,
): (bearer: string, route: Route) => void {
  return (bearer, route) => {
    const holder = pages.tokens.holder(bearer);
    if (!holder)
      throw new GraphFault(
        401,
        'InvalidAuthenticationToken',
        'Lifetime validation failed, the token is expired.',
        { 'WWW-Authenticate': 'Bearer realm="", error="invalid_token"' },
      );
    const { challenge } = pages.switches;
    if (challenge !== null && !holder.claims) {
      const claims = Buffer.from(challenge, 'utf8').toString('base64');
      throw new GraphFault(
        401,
        'InvalidAuthenticationToken',
        'Continuous access evaluation resulted in challenge.',
        {
          'WWW-Authenticate': `Bearer realm="", error="insufficient_claims", claims="${claims}"`,
        },
      );
    }
    if (address !== null && holder.user.address !== address)
      throw new GraphFault(404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is not this person’s.');
    const writes = route.method !== 'GET' && !ASKS.test(route.path);
    const wanted = route.sends && route.area === 'mail' ? ['Mail.Send'] : null;
    const fitting =
      wanted ?? route.scopes ?? (writes ? WRITE[route.area] : undefined) ?? READ[route.area];
    if (fitting.some((scope) => holder.scopes.includes(scope))) return;
    const outlook = route.area === 'mail' || route.area === 'calendar';
    throw outlook
      ? new GraphFault(
          403,
          'ErrorAccessDenied',
          'Access is denied. Check credentials and try again.',
        )
      : new GraphFault(403, 'Forbidden', 'Missing scope permissions on the request.');
  };
}
