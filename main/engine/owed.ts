import { isAsk, type Act } from '../../shared/handoff/act';
import { sameHouse } from '../../shared/handoff/groups';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Opening } from '../../shared/handoff/model';
import { owedOdds, type Spoken } from '../../shared/reading/learned/owed';
import { calledIn, type Cue } from './cue';
import { leadsToAsks } from '../../shared/reading';
import { FOR_SOMEBODY } from './openings';
import { hangsOn } from './phrases';
import { channelOf, kindOfAct, surroundings } from './surroundings';
import { mailSubject, type Utterance } from './utterance';

/**
 * "Please leave the bikes outside on Thursday", "I'll frame that minute", "whose umbrella is that?": words that ask or promise, for
 * which nobody is owed anything. What makes them so cannot be listed; it is weighed by what was learned from the talk of
 * offices in which every ask that counts is marked.
 */

/**
 * Below it nothing is held: of what is written in English, and in the others, of which the table has seen less; of a question
 * to one reader; of what is asked plainly, which is rarely idle; of what is said in a meeting.
 */
const LEAST = { english: 0.7, other: 0.6, question: 0.5, plain: 0.35, spoken: 0.6 };
/** What the reader is only half sure of, or what says little in a meeting, is held from here on. */
const SURELY = { written: 0.8, spoken: 0.95 };

/**
 * Is nothing owed to anybody for what a message asks or promises? `answers`: said to what another has just said (`Around`).
 * What was sent from the desk for a handoff is meant.
 */
export function isIdle(act: Act, opening: Opening, said: Utterance, answers: boolean): boolean {
  if (said.sentFor !== null) return false;
  const likely = owedOdds(spokenOf(act, opening, said, answers));
  return likely !== null && likely < leastOf(act, opening, said);
}

/** Is something so surely owed for words the reader is only half sure of that they open a handoff all the same? */
export function isOwed(act: Act, opening: Opening, said: Utterance, answers: boolean): boolean {
  const likely = owedOdds(spokenOf(act, opening, said, answers));
  return likely !== null && likely >= SURELY.written;
}

function leastOf(act: Act, opening: Opening, said: Utterance): number {
  if (isNamedBehind(act.quote, said.ownText)) return 0;
  if (isPlain(act, opening, said)) return LEAST.plain;
  if (act.kind === 'question' && act.confidence >= ASKS && isMailToOne(said)) return LEAST.question;
  return (said.language ?? 'en') === 'en' ? LEAST.english : LEAST.other;
}

/**
 * Asked in so many words of one person, by a day, by name, of nobody else or for oneself; of whoever will, or of all for oneself
 * by a day; or something hangs on it.
 */
function isPlain(act: Act, { taker }: Opening, said: Utterance): boolean {
  if (act.condition || said.waits !== null || hangsOn(act.quote) !== null) return true;
  const isDated = Boolean(act.due?.at);
  if (act.confidence < ASKS || (act.kind !== 'request' && !isDated)) return false;
  if (taker === null) return FOR_SOMEBODY.test(act.quote) || (isDated && TO_ME.test(act.quote));
  const isCalled = said.named(act.quote).some((p) => samePerson(p, taker));
  return isDated || isCalled || isToOne(said) || TO_ME.test(act.quote);
}
/** "We still need for the stand: the floor plan and the name of your electrician": by itself a thing asks for nothing. */
function isNamedBehind(quote: string, text: string): boolean {
  const before = text.slice(0, Math.max(0, text.indexOf(quote)));
  const lead = before.slice(0, before.lastIndexOf(':') + 1);
  const others = before.slice(lead.length);
  return (
    lead !== '' && !/[.?!]\s/.test(others) && leadsToAsks(lead.split(/\n|[.?!]\s/).at(-1) ?? '')
  );
}
const isToOne = ({ to, audience }: Utterance): boolean => to.length === 1 && audience.length === 1;
const isMailToOne = (said: Utterance): boolean => said.item.kind === 'mail' && isToOne(said);
/** How sure the reader must be that it asks, for either. */
const ASKS = 0.7;
const TO_ME = /\b(?:send|give|get|bring|forward|mail|pass|hand|lend|let|tell|show) (?:me|us)\b/i;

/**
 * The same of a line of a meeting; what is decided there is decided. `firm`: with a day, taken or welcomed there; `doubtful`: by
 * itself it says too little.
 */
export function isIdleThere(
  act: Act,
  opening: Opening,
  cue: Cue,
  { taken, firm, doubtful }: { taken: boolean; firm: boolean; doubtful: boolean },
): boolean {
  // A word given to another house for a day is owed, however lightly it was said.
  if (act.kind === 'commitment' && act.due?.at != null && isAbroad(opening)) return false;
  const likely = act.kind === 'decision' ? null : owedOdds(spokenThere(act, opening, cue, taken));
  if (doubtful) return likely === null || likely < SURELY.spoken;
  return likely !== null && likely < (firm ? LEAST.plain : LEAST.spoken);
}

const isAbroad = ({ giver, taker }: Opening): boolean => taker !== null && !sameHouse(giver, taker);

/** Words of a message that ask or promise, as the table sees them. `answers`: said to what another has just said (`Around`). */
export function spokenOf(act: Act, opening: Opening, said: Utterance, answers: boolean): Spoken {
  return {
    ...around(act.quote, said.ownText),
    ...ends(opening, said.named(act.quote)),
    ...common(act, said.acts),
    subject: mailSubject(said),
    channel: channelOf(said),
    others: said.to.length,
    waits: said.waits !== null,
    taken: false,
    answers,
    files: said.item.attachments.length > 0,
  };
}

/** The same of a line of a meeting. `taken`: somebody takes it up right away. */
export function spokenThere(act: Act, opening: Opening, cue: Cue, taken: boolean): Spoken {
  return {
    ...around(act.quote, cue.text),
    ...ends(opening, calledIn(act.quote, cue.others)),
    ...common(act, cue.acts),
    subject: opening.subject,
    channel: 'meeting',
    others: cue.others.length,
    ...{ waits: false, answers: false, files: false, taken },
  };
}

function common(act: Act, acts: readonly Act[]) {
  return {
    kind: kindOfAct(act),
    quote: act.quote,
    confidence: act.confidence,
    due: act.due ? (act.due.at === null ? 'event' : 'day') : 'none',
    asks: acts.filter(isAsk).length,
    acts: acts.length,
  } as const;
}

/** What stands before the words of a point of a list. */
const POINT = /(?:^|\n)[ \t]*(?:[-–—•*·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):])[ \t]*$/i;

function around(quote: string, text: string) {
  const at = Math.max(0, text.indexOf(quote));
  return { ...surroundings(quote, text), isPoint: POINT.test(text.slice(0, at)) };
}

function ends(opening: Opening, named: readonly Person[]) {
  const { giver, taker, act } = opening;
  const other = act === 'commitment' ? giver : taker;
  return {
    isOnes: taker !== null,
    isCalled: other !== null && named.some((p) => samePerson(p, other)),
    isAbroad: isAbroad(opening),
  };
}
