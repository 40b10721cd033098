import { isAsk, type Act } from '../../shared/handoff/act';
import { sameHouse } from '../../shared/handoff/groups';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Opening } from '../../shared/handoff/model';
import { owedOdds, type Spoken } from '../../shared/reading/learned/owed';
import { PLAIN } from './bounds';
import { calledIn, type Cue } from './cue';
import { FOR_SOMEBODY } from './openings';
import { hangsOn } from './phrases';
import { sentencesIn } from './sentences';
import { mailSubject, type Utterance } from './utterance';

/**
 * "Please leave the bikes outside on Thursday", "I'll frame that minute", "whose umbrella is that?": words that ask or promise, for
 * which nobody is owed anything. What makes them so cannot be listed; it is weighed by what was learned from the talk of
 * offices in which every ask that counts is marked.
 */

/** Below it nothing is held. The table has seen little of other languages than English. */
const LEAST = { english: 0.4, other: 0.35 };
const leastIn = (language: string | null): number =>
  (language ?? 'en') === 'en' ? LEAST.english : LEAST.other;

/**
 * Is nothing owed to anybody for what a message asks or promises? `answers`: said to what another has just said (`Around`).
 * What was sent from the desk for a handoff is meant, and what is plainly asked.
 */
export function isIdle(act: Act, opening: Opening, said: Utterance, answers: boolean): boolean {
  if (said.sentFor !== null) return false;
  if (isPlain(act, opening, said)) return false;
  const likely = owedOdds(spokenOf(act, opening, said, answers));
  return likely !== null && likely < leastIn(said.language);
}

/** Asked in so many words of one person, by a day, by name or for oneself, or of whoever will; or something hangs on it. */
function isPlain(act: Act, { taker }: Opening, said: Utterance): boolean {
  if (act.condition || said.waits !== null || hangsOn(act.quote) !== null) return true;
  if (act.confidence < PLAIN || (act.kind !== 'request' && !act.due?.at)) return false;
  if (taker === null) return FOR_SOMEBODY.test(act.quote);
  const isCalled = said.named(act.quote).some((p) => samePerson(p, taker));
  return Boolean(act.due?.at) || isCalled || TO_ME.test(act.quote);
}
const TO_ME = /\b(?:send|give|get|bring|forward|mail|pass|hand|lend|let|tell|show) (?:me|us)\b/i;

/** The same of a line of a meeting; what is decided there is decided. */
export function isIdleThere(act: Act, opening: Opening, cue: Cue): boolean {
  const likely = act.kind === 'decision' ? null : owedOdds(spokenThere(act, opening, cue));
  return likely !== null && likely < LEAST.english;
}

/** Words of a message that ask or promise, as the table sees them. `answers`: said to what another has just said (`Around`). */
export function spokenOf(act: Act, opening: Opening, said: Utterance, answers: boolean): Spoken {
  return {
    ...around(act.quote, said.ownText),
    ...ends(opening, said.named(act.quote)),
    ...common(act, said.acts),
    subject: mailSubject(said),
    channel: said.item.kind === 'mail' ? 'mail' : said.to.length > 1 ? 'group' : 'chat',
    others: said.to.length,
    waits: said.waits !== null,
    answers,
    files: said.item.attachments.length > 0,
  };
}

/** The same of a line of a meeting. */
export function spokenThere(act: Act, opening: Opening, cue: Cue): Spoken {
  return {
    ...around(act.quote, cue.text),
    ...ends(opening, calledIn(act.quote, cue.others)),
    ...common(act, cue.acts),
    subject: opening.subject,
    channel: 'meeting',
    others: cue.others.length,
    ...{ waits: false, answers: false, files: false },
  };
}

function common(act: Act, acts: readonly Act[]) {
  const kind =
    act.kind === 'commitment' ? 'promise' : act.kind === 'question' ? 'question' : 'request';
  return {
    kind,
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
  const sentences = sentencesIn(text);
  const place = Math.max(
    0,
    sentences.findIndex((s) => s.includes(quote) || quote.includes(s)),
  );
  const last = sentences.findLastIndex((s) => s.includes(quote) || quote.includes(s));
  return {
    sentences: sentences.length,
    place,
    before: sentences[place - 1] ?? '',
    after: sentences[Math.max(place, last) + 1] ?? '',
    beside: sentences.filter((_, n) => n < place || n > last),
    isPoint: POINT.test(text.slice(0, Math.max(0, text.indexOf(quote)))),
  };
}

function ends({ giver, taker, act }: Opening, named: readonly Person[]) {
  const other = act === 'commitment' ? giver : taker;
  return {
    isOnes: taker !== null,
    isCalled: other !== null && named.some((p) => samePerson(p, other)),
    isAbroad: taker !== null && !sameHouse(giver, taker),
  };
}
