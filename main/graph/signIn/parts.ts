import type { Part, PartView } from '../../../shared/contract/account';
import type { CloudName } from '../../../shared/contract/account';
import { clouds } from './clouds';

interface PartFacts {
  title: string;
  about: string;
  scopes: readonly string[];
  /** How Corridor works with it. */
  on: string;
  /** How Corridor works without it. */
  without: string;
  /** Microsoft lets nobody but an administrator grant it. */
  adminOnly: boolean;
}

/**
 * What each part needs and what is so without it. The first sign-in asks for `basic` alone; the others
 * are asked for when the person turns the part on, so that a tenant that refuses one loses only that one.
 */
export const parts: Record<Part, PartFacts> = {
  basic: {
    title: 'Mail, calendar and people',
    about: 'Reads mail, meetings, working hours and who the people are.',
    scopes: [
      'User.Read',
      'User.ReadBasic.All',
      'Mail.Read',
      'MailboxSettings.Read',
      'Calendars.Read',
      'People.Read',
    ],
    on: 'Mail and calendar are read.',
    without: 'Nothing can be read without it.',
    adminOnly: false,
  },
  chats: {
    title: 'Teams chats',
    about: 'Reads the chats you are part of, when Corridor is opened or refreshed.',
    scopes: ['Chat.Read'],
    on: 'Chats are read when Corridor is opened or refreshed.',
    without: 'Mail only: what passes between people in Teams is not seen.',
    adminOnly: false,
  },
  channels: {
    title: 'Teams channels',
    about: 'Reads the channels of your teams, when Corridor is opened or refreshed.',
    scopes: ['Team.ReadBasic.All', 'Channel.ReadBasic.All', 'ChannelMessage.Read.All'],
    on: 'Channels are read when Corridor is opened or refreshed.',
    without: 'What is asked in a channel is not seen.',
    adminOnly: true,
  },
  tasks: {
    title: 'Planner and To Do tasks',
    about: 'Reads tasks assigned to you or by you, and your own lists.',
    scopes: ['Tasks.Read'],
    on: 'Tasks are read.',
    without: 'A finished task is not seen; only what mail says of it.',
    adminOnly: false,
  },
  sending: {
    title: 'Drafts and sending',
    about: 'Puts an approved draft into Outlook and sends it.',
    scopes: ['Mail.ReadWrite', 'Mail.Send'],
    on: 'An approved draft is sent from your own mailbox.',
    without: 'Drafts are shown to be copied; nothing is put into Outlook and nothing is sent.',
    adminOnly: false,
  },
  presence: {
    title: 'Presence in Teams',
    about: 'Asks whether somebody is out of office, when you look at what waits on them.',
    scopes: ['Presence.Read.All'],
    on: 'Asked when a handoff or a draft to somebody is opened, never in the background.',
    without: 'Who is away is known from automatic replies and calendars only.',
    adminOnly: false,
  },
  transcripts: {
    title: 'Meeting transcripts',
    about: 'Reads the transcripts of meetings you were part of.',
    scopes: ['OnlineMeetings.Read', 'OnlineMeetingTranscript.Read.All'],
    on: 'Transcripts of scheduled meetings are read.',
    without: 'What was promised aloud is not seen, unless a .vtt file is in an archive.',
    adminOnly: true,
  },
  managers: {
    title: 'Who works for whom',
    about: 'Reads whom a colleague works for.',
    scopes: ['User.Read.All'],
    on: 'Whom somebody works for is shown beside their name.',
    without: 'Managers are not shown.',
    adminOnly: true,
  },
};

export const allParts = Object.keys(parts) as Part[];

/** Asked for with both parts only: sending into a chat needs the chat. */
const SENDING_INTO = { chats: 'ChatMessage.Send', channels: 'ChannelMessage.Send' } as const;

/** The permissions of these parts together, each once. */
export function scopesOf(wanted: readonly Part[]): string[] {
  const all = new Set(wanted.flatMap((part) => parts[part].scopes));
  if (wanted.includes('sending'))
    for (const part of ['chats', 'channels'] as const)
      if (wanted.includes(part)) all.add(SENDING_INTO[part]);
  return [...all];
}

/** Scopes as a token request names them: outside the public cloud the short form means another Graph. */
export function requestScopes(scopes: readonly string[], cloud: CloudName): string[] {
  const { origin } = new URL(clouds[cloud].graphRoot);
  return cloud === 'public' ? [...scopes] : scopes.map((scope) => `${origin}/${scope}`);
}

/** Granted scopes by their short names, as a token answer lists them. */
export function shortScopes(granted: readonly string[]): string[] {
  return granted.map((scope) => scope.replace(/^https:\/\/[^/]+\//, ''));
}

/** True when a granted scope includes the wanted one: ReadWrite includes Read. */
export function isGranted(wanted: string, granted: readonly string[]): boolean {
  const wider = wanted.replace(/\.Read(?=\.|$)/, '.ReadWrite');
  const known = granted.map((scope) => scope.toLowerCase());
  return known.includes(wanted.toLowerCase()) || known.includes(wider.toLowerCase());
}

/** What may be missing of a part that is still worth having: the ranking of people. */
const OPTIONAL = new Set(['People.Read']);

/** True when everything a part cannot do without was granted. */
export function isPartGranted(part: Part, granted: readonly string[]): boolean {
  return parts[part].scopes.every((scope) => OPTIONAL.has(scope) || isGranted(scope, granted));
}

/** How a part stands for an account, in words. */
export function partView(
  part: Part,
  account: {
    granted: readonly string[];
    wanted: readonly Part[];
    refused: Readonly<Partial<Record<Part, 'refused' | 'needsAdmin'>>>;
  },
): PartView {
  const { title, about, scopes, on, without, adminOnly } = parts[part];
  const view = { part, title, about, permissions: [...scopes] };
  const missing = scopes.filter((scope) => !isGranted(scope, account.granted));
  if (account.wanted.includes(part) && isPartGranted(part, account.granted)) {
    const words = missing.length > 0 ? `${on} People are ranked from your own mail.` : on;
    return { ...view, state: 'on', words };
  }
  const refused = account.refused[part];
  if (refused === 'needsAdmin')
    return { ...view, state: 'needsAdmin', words: `Waits for an administrator. ${without}` };
  if (refused === 'refused')
    return { ...view, state: 'refused', words: `Not permitted at the last sign-in. ${without}` };
  const hint = adminOnly ? ' Microsoft lets only an administrator permit it.' : '';
  return { ...view, state: 'off', words: `${without}${hint}` };
}
