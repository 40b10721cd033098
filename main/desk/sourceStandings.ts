import type { SourceStanding } from '../../shared/contract';
import type { SourceStatus } from '../graph/sync';
import type { RefusedItem } from '../ledger/types';

/** How every source stands, in words, with what of it could not be read. Pure. */

const TITLES: Readonly<Record<string, string>> = {
  people: 'People',
  'working hours': 'Working hours of colleagues',
  mail: 'Mail',
  'out of office': 'Who is away',
  chats: 'Teams chats',
  channels: 'Teams channels',
  calendar: 'Calendar',
  tasks: 'Planner tasks',
  'to do': 'To Do tasks',
  transcripts: 'Meeting transcripts',
};
/** Refusals shown of one source. */
const MOST = 20;

const ON_USE = new Set(['chats', 'channels', 'transcripts']);

function stateOf(status: SourceStatus): Pick<SourceStanding, 'state' | 'words'> {
  const onUse = ON_USE.has(status.source);
  switch (status.state) {
    case 'current':
      return {
        state: 'on',
        words: onUse ? 'Read when Corridor is opened, looked at or refreshed.' : 'Read by itself.',
      };
    case 'notAsked':
      return { state: 'onUse', words: 'Read when Corridor is opened, looked at or refreshed.' };
    case 'off':
      return { state: 'off', words: 'Turned off. It is turned on under Accounts and sign-in.' };
    case 'notPermitted':
      return {
        state: 'notPermitted',
        words:
          'Microsoft 365 does not permit this for this account. An administrator can permit it; a refresh asks again.',
      };
    case 'stopped':
      return { state: 'waiting', words: 'The last reading was ended before its turn.' };
    case 'offline':
    case 'throttled':
      return { state: 'waiting', words: `${status.words} It is tried again by itself.` };
    default:
      return { state: 'failed', words: status.words };
  }
}

/** `refused`: the latest first, as the ledger lists them; those of a mail folder are of mail. */
export function sourceStandings(
  statuses: readonly SourceStatus[],
  refused: readonly RefusedItem[],
): SourceStanding[] {
  return statuses.map((status) => ({
    source: status.source,
    title: TITLES[status.source] ?? status.source,
    ...stateOf(status),
    refused: refused
      .filter((one) => one.source === status.source || one.source.startsWith(`${status.source}/`))
      .slice(0, MOST)
      .map(({ where, what, at }) => ({ where, what, at: new Date(at).toISOString() })),
  }));
}
