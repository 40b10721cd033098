import type { TriageCommand } from '../../shared/contract/views';
import { samePerson, stableId } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import {
  isUnconfirmed,
  type Decision,
  type Handoff,
  type LogBody,
} from '../../shared/handoff/model';
import { whoseSilence } from '../../shared/handoff/standing';

/** What the person decides at the desk, as a line of the log. */
export interface Deciding {
  id: string;
  body: LogBody;
  /** What was done, for the toast and the journal. */
  words: string;
  /** It changes which words count as what: the conversation is read again. */
  readAgain: boolean;
}

/** A command as a line of the handoff's log. Throws, in a sentence, where it makes no sense for this handoff. */
export function decide(
  command: TriageCommand,
  handoff: Handoff,
  known: { at: string; by: Person; revision: number; notHeld: boolean },
): Deciding {
  refuse(command, handoff, known.notHeld);
  const { at, by } = known;
  const id = stableId('decision', command.id, at, command.kind, String(known.revision));
  const words = `${DECIDED[command.kind]}: ${handoff.what}`;
  if (command.kind === 'split') {
    const body: LogBody = { entry: 'split', id, at, by, other: command.other };
    return { id, body, words, readAgain: true };
  }
  const decision = decisionOf(command, handoff);
  return {
    ...{ id, words },
    body: { entry: 'decided', id, at, by, decision },
    readAgain: READ_AGAIN.includes(decision.kind),
  };
}
const READ_AGAIN: readonly Decision['kind'][] = ['reopened', 'accepted', 'wrongPerson'];

const DECIDED: Record<TriageCommand['kind'], string> = {
  done: 'Marked done',
  notHandoff: 'Set aside as not a handoff',
  snooze: 'Snoozed',
  reopen: 'Opened again',
  accept: 'Accepted as a handoff',
  notStale: 'Said not to be late',
  wrongPerson: 'Named another hand',
  split: 'Kept apart',
};

/** A proposal can be accepted or set aside, and nothing else; only what is not held yet can be accepted. */
function refuse(command: TriageCommand, handoff: Handoff, notHeld: boolean): void {
  const proposed = isUnconfirmed(handoff);
  if (command.kind === 'accept' && !proposed && !notHeld)
    throw new Error('This handoff is held already.');
  if (proposed && !['accept', 'notHandoff', 'reopen'].includes(command.kind))
    throw new Error('This is a proposal: it can be accepted, or set aside as not a handoff.');
  if (command.kind === 'notStale' && (handoff.state === 'closed' || notHeld))
    throw new Error('No clock runs for this handoff.');
  if (command.kind !== 'wrongPerson') return;
  if (handoff.state === 'closed') throw new Error('This handoff is closed.');
  if (samePerson(command.to, handoff.giver))
    throw new Error('This is who gave it: it cannot be theirs to take as well.');
  if (command.to === null ? handoff.taker === null : samePerson(command.to, handoff.taker))
    throw new Error('This is whose it is already.');
}

function decisionOf(
  command: Exclude<TriageCommand, { kind: 'split' }>,
  handoff: Handoff,
): Decision {
  switch (command.kind) {
    case 'done':
    case 'notHandoff':
      return { kind: command.kind };
    case 'snooze':
      return { kind: 'snoozed', until: command.until };
    case 'reopen':
      return { kind: 'reopened' };
    case 'accept':
      return { kind: 'accepted' };
    case 'notStale':
      return { kind: 'notStale', silent: whoseSilence(handoff), since: handoff.lastMoveAt };
    case 'wrongPerson':
      return { kind: 'wrongPerson', from: handoff.taker, to: command.to };
  }
}
