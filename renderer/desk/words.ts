import type { HandoffDetail, HandoffRow, PersonStanding } from '../../shared/contract';
import type { Person, SourceRef } from '../../shared/handoff/item';
import { isUnconfirmed } from '../../shared/handoff/model';
import type { Catch, Evidence, EvidenceKind, Rung, Shape } from '../../shared/handoff/model';
import type { Tab } from '../replica/replica';
import { when, whenBack } from './dates';
import type { Here } from './dates';

/** Every sentence the screens share. Neutral statements of what is; never who is to blame. */

const SMALL = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Numbers to twelve as words, larger ones grouped by thousands. */
export function countInWords(n: number): string {
  return SMALL[n] ?? n.toLocaleString('en-GB');
}

/** "Three handoffs need you". */
export function needsYouWords(n: number): string {
  if (n === 0) return 'Nothing needs you';
  const count = capital(countInWords(n));
  return n === 1 ? `${count} handoff needs you` : `${count} handoffs need you`;
}

/** With a capital first letter. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function samePerson(a: Person | null, b: Person | null): boolean {
  if (a === null || b === null) return false;
  return a.address === '' || b.address === '' ? a.name === b.name : a.address === b.address;
}

/** A name to show: the address where a source gave no name. */
export function nameOf(person: Person): string {
  return person.name === '' ? person.address : person.name;
}

/** "Ines" of "Ines Duarte" and of "Duarte, Ines". */
export function firstName(person: Person): string {
  const name = nameOf(person);
  const comma = /^[^,]+,\s*(\S+)/.exec(name);
  return comma?.[1] ?? name.split(/\s+/)[0] ?? name;
}

/** Two letters for a person's mark. */
export function initials(person: Person): string {
  const parts = nameOf(person)
    .replace(/^([^,]+),\s*(.+)$/, '$2 $1')
    .split(/[\s.@_-]+/u)
    .filter((part) => part !== '');
  const first = parts[0]?.charAt(0) ?? '';
  const last = parts.length > 1 ? (parts.at(-1)?.charAt(0) ?? '') : '';
  return (first + last).toUpperCase();
}

/** "you", or the person's name. */
export function whom(person: Person | null, me: Person): string {
  if (person === null) return 'nobody in particular';
  return samePerson(person, me) ? 'you' : nameOf(person);
}

/** "19 working hours"; less than one is said as such. */
export function hoursInWords(hours: number): string {
  if (hours < 1) return 'less than a working hour';
  const whole = Math.round(hours);
  return whole === 1 ? '1 working hour' : `${whole.toLocaleString('en-GB')} working hours`;
}

export const shapeWords: Record<Shape, string> = {
  spoken: 'Said, not written',
  unreceived: 'Sent, not received',
  unpassed: 'Done, not passed on',
  standoff: 'Waiting on each other',
};

/** The shape of a row, or what it is instead of dying. */
export function stateWords(row: HandoffRow): string {
  if (row.state === 'closed') return 'Closed';
  if (isUnconfirmed(row)) return 'Proposed';
  if (row.notHeld !== undefined) return 'Seen, not held';
  return row.shape === null ? 'On its way' : shapeWords[row.shape];
}

export const tabWords: Record<Tab, string> = {
  needsYou: 'Needs you',
  held: 'Held',
  watched: 'Watched',
  snoozed: 'Snoozed',
  closed: 'Closed',
  proposed: 'Proposed',
  seen: 'Seen, not held',
};

export const rungWords: Record<Rung, string> = {
  0: 'sent',
  1: 'delivered',
  2: 'seen',
  3: 'reacted',
  4: 'replied',
  5: 'taken',
  6: 'placed',
  7: 'done',
};
/** Whether the work was sent at all: what was only said, or finished and kept, stands on no rung yet. */
export function wasSent(row: HandoffRow): boolean {
  return row.rung > 0 || (row.shape !== 'spoken' && row.shape !== 'unpassed');
}

export const rungs: readonly Rung[] = [0, 1, 2, 3, 4, 5, 6, 7];

const kindWords: Record<EvidenceKind, string> = {
  sent: 'Sent',
  delivered: 'Delivered',
  seen: 'Seen',
  reacted: 'Reacted',
  replied: 'Replied',
  taken: 'Taken on',
  placed: 'Placed in their work',
  done: 'Done',
  absent: 'Away',
  bounced: 'Not delivered',
  declined: 'Declined',
  questioned: 'Asked back',
  deferred: 'Put off',
  redirected: 'Pointed to someone else',
  withdrawn: 'Withdrawn',
  reminded: 'Reminded',
  waiting: 'Waiting',
  bystander: 'Answered by a bystander',
  partial: 'Partly done',
  merged: 'One piece of work with another handoff',
  differs: 'Another version',
  named: 'Another hand named',
};

/** What one fact is, in words, with whom or until when it names. */
export function evidenceWords(evidence: Evidence, here: Here): string {
  const kind = kindWords[evidence.kind];
  if (evidence.kind === 'redirected' && evidence.to !== null) {
    return `Pointed to ${nameOf(evidence.to)}`;
  }
  if (evidence.kind === 'named') {
    return evidence.to === null ? 'Named as nobody’s' : `Named as ${nameOf(evidence.to)}’s`;
  }
  const told = evidence.kind === 'absent' ? whenBack : when;
  const until = evidence.until === null ? '' : ` until ${told(evidence.until, here)}`;
  const cover =
    evidence.kind === 'absent' && evidence.to !== null ? `, ${nameOf(evidence.to)} covers` : '';
  return `${kind}${until}${cover}`;
}

/** The rung a kind of evidence stands on; null for what changes clock, route or turn without climbing. */
export function rungOf(kind: EvidenceKind): Rung | null {
  return rungs.find((rung) => rungWords[rung] === kind) ?? null;
}

/** Where a kind of evidence stands on the ladder: a rung, or one of the two places beside it. */
export function standingWords(kind: EvidenceKind): string {
  const rung = rungOf(kind);
  if (rung !== null) return `rung ${String(rung)}`;
  switch (kind) {
    case 'absent':
    case 'bounced':
      return 'absent';
    case 'declined':
    case 'questioned':
    case 'deferred':
    case 'redirected':
      return 'returned';
    default:
      return 'no rung';
  }
}

export function sourceWords(source: SourceRef): string {
  const names: Record<SourceRef['kind'], string> = {
    mail: 'Mail',
    chat: 'Chat',
    meeting: 'Meeting',
    event: 'Event',
    task: 'Task',
    absence: 'Out of office',
    person: 'Said at this desk',
  };
  return source.time === undefined ? names[source.kind] : `${names[source.kind]}, ${source.time}`;
}

/** Whose move it is. */
export function turnWords(row: HandoffRow, me: Person): string {
  if (row.state === 'closed') return 'Closed';
  const theirs = (person: Person | null) =>
    samePerson(person, me) ? 'Your move' : `${person ? firstName(person) : 'The next hand'}’s move`;
  switch (row.turn) {
    case 'giver':
      return theirs(row.giver);
    case 'taker':
      return theirs(row.taker);
    case 'contested':
      return 'Each waits for the other';
    case 'nobody':
      return 'Nobody’s move';
  }
}

/** What each end believes, where they differ. */
export function beliefWords(handoff: HandoffDetail): string | null {
  const { giver, taker } = handoff.beliefs;
  if (handoff.taker === null || giver === null || taker === null || giver === taker) return null;
  const named = (end: 'giver' | 'taker') =>
    firstName(end === 'giver' ? handoff.giver : (handoff.taker ?? handoff.giver));
  return `The last words of ${named('giver')} put the move on ${named(giver)}; those of ${named('taker')} put it on ${named(taker)}.`;
}

/** The giver's end, in words. */
export function giverEndWords(handoff: HandoffDetail, here: Here): string {
  const end = handoff.giverEnd;
  switch (end.is) {
    case 'spoken':
      return 'Said aloud, not written down';
    case 'written':
      return `Written ${when(end.at, here)}`;
    case 'sent':
      return `Sent ${when(end.at, here)}`;
    case 'finishedNotPassed':
      return `Finished ${when(end.at, here)}, not passed on`;
  }
}

/** The taker's end, in words. */
export function takerEndWords(handoff: HandoffDetail, here: Here): string {
  const end = handoff.takerEnd;
  const by = 'by' in end && end.by && !samePerson(end.by, handoff.taker) ? nameOf(end.by) : null;
  const suffix = by === null ? '' : `, by ${by}`;
  switch (end.is) {
    case 'unaware':
      return 'No sign of having it';
    case 'away':
      return [
        end.until === null ? 'Away' : `Away until ${whenBack(end.until, here)}`,
        ...(end.cover === null ? [] : [`${nameOf(end.cover)} covers`]),
      ].join('; ');
    case 'seen':
      return `Seen ${when(end.at, here)}`;
    case 'replied':
      return `Replied ${when(end.at, here)}${suffix}`;
    case 'taken':
      return `Taken on ${when(end.at, here)}${suffix}`;
    case 'placed':
      return `In their work since ${when(end.at, here)}${suffix}`;
    case 'done':
      return `Done ${when(end.at, here)}${suffix}`;
    case 'declined':
      return `Declined ${when(end.at, here)}${end.to === null ? '' : `, pointing to ${nameOf(end.to)}`}`;
  }
}

export const verbWords: Record<Catch['verb'], string> = {
  route: 'Pass it to the right hand',
  draft: 'The message that is missing',
  surface: 'One card for both ends',
  log: 'Write the decision down',
};

/** By which way the message goes; the name follows. */
export const wayWords: Record<Catch['channel'], string> = {
  mail: 'Mail to',
  chat: 'Chat with',
  channel: 'Answer to',
};

/** "Jonas Weil is away until Mon 23 Mar, 09:00."; '' for who is there. */
export function awayWords({ person, away }: PersonStanding, here: Here): string {
  if (away === null) return '';
  const until = away.until === null ? '' : ` until ${whenBack(away.until, here)}`;
  return `${nameOf(person)} is away${until}.`;
}

/** Why nothing arrives with somebody; '' where it does. */
export function unreachableWords({ person, unreachable }: PersonStanding): string {
  if (unreachable === null) return '';
  return unreachable === 'full'
    ? `${nameOf(person)}’s mailbox is full.`
    : `${nameOf(person)} takes no mail from this address.`;
}

const ACTIVITIES: Readonly<Record<string, string>> = {
  Available: 'available',
  Busy: 'busy',
  DoNotDisturb: 'not to be disturbed',
  Presenting: 'presenting',
  InACall: 'in a call',
  InAConferenceCall: 'in a call',
  InAMeeting: 'in a meeting',
  BeRightBack: 'back in a moment',
  Away: 'not at the desk',
  Offline: 'offline',
  OutOfOffice: 'out of office',
};

/** "in a meeting in Teams now"; '' where Teams says nothing that is known. */
export function presenceWords({ presence }: PersonStanding): string {
  const words = ACTIVITIES[presence?.activity ?? ''] ?? ACTIVITIES[presence?.availability ?? ''];
  return words === undefined ? '' : `Teams shows them as ${words} now.`;
}

/** That a source was deleted where it lay. */
export function goneWords(source: SourceRef): string {
  const where = {
    mail: 'This message was deleted in Outlook',
    chat: 'This message was deleted in Teams',
    event: 'This is no longer in the calendar',
    task: 'This task is no longer there',
    meeting: 'This transcript is no longer there',
    absence: 'This is no longer there',
    person: 'This is no longer there',
  }[source.kind];
  return `${where}; there is nothing to open. What was read of it is kept here.`;
}

/** Which program a source opens in. */
export function opensIn(source: SourceRef): string {
  switch (source.kind) {
    case 'chat':
    case 'meeting':
      return 'Teams';
    case 'task':
      return 'Planner';
    default:
      return 'Outlook';
  }
}
