import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { readAbsence } from '../../shared/reading/absence';
import { isOpen, isTaker, type Correlated } from './correlated';
import { evidenceOf } from './evidence';
import { sentencesIn } from './sentences';
import type { Utterance } from './utterance';

/**
 * "fyi the whole desk is out thu + fri, back mon": an absence told in passing, by a person to persons. It is no answer to
 * anything and changes the clock of what is asked of its author while it lasts, in the same conversation.
 */
export interface ToldAbsence {
  person: Person;
  /** ISO, the first moment they are back. */
  until: string;
  said: Utterance;
  quote: string;
}

/** The absence a message tells of its author; null where it tells none, or names no end. */
export function absenceTold(said: Utterance, zone: string | null): ToldAbsence | null {
  if (said.nature !== 'human') return null;
  const sentences = sentencesIn(said.ownText);
  const at = sentences.findIndex((sentence) => AWAY.test(sentence) && !NOT_TOLD.test(sentence));
  const sentence = sentences[at];
  if (sentence === undefined) return null;
  const next = sentences[at + 1] ?? '';
  const words = BACK.test(next) && !/\?\s*$/.test(next) ? `${sentence} ${next}` : sentence;
  const read = (text: string) =>
    readAbsence(text, { at: said.at, timeZone: zone, author: said.from }).until;
  const until = read(words);
  if (until === null) return null;
  // "Out thu + fri": away through the last day that is named.
  const end = BACK.test(words) ? Date.parse(until) : Date.parse(until) + DAY_MS;
  if (end - Date.parse(said.at) < LEAST_MS) return null;
  return { person: said.from, until: new Date(end).toISOString(), said, quote: words };
}
const DAY_MS = 86_400_000;
/** Out for lunch is no absence. */
const LEAST_MS = 6 * 3_600_000;

const WHO =
  '(?:i|we|(?:the )?(?:whole|entire|all of)? ?(?:our |my |the )?(?:[\\p{L}&]+ )?(?:team|desk|office|crew|department|branch|group|gang|workshop|studio|shop|lot)|all of us|everyone here|everybody here)';
const GONE_OUT =
  '(?:out(?! of (?!office|the office|town|the country))|off(?! (?:to|the|work on)\\b)|away(?! from (?:the|my) (?:desk|keyboard|phone))|on (?:leave|holiday|holidays|vacation|annual leave|pto|parental leave|maternity leave|paternity leave|a course|training)|ooo|not in|not here|not around|closed|travelling|traveling)\\b';
/** Said of oneself or one's own; from a thumb, without a verb or a subject. */
const AWAY = new RegExp(
  `(?<![\\p{L}])(?:${WHO}(?:['’](?:m|re|ll be)| am| are| is|['’]s| will be)(?: all| both| also| then| now)* ${GONE_OUT}|^\\W*(?:fyi|heads up|btw|note|reminder|just so you know)?\\W*(?:(?:i['’]m|am|we['’]re) )?(?:ooo|out|off|away|on (?:leave|holiday|vacation|pto))(?= (?:(?:all|from|until|till|on|next|this|tomorrow|the|for) )*(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|week|\\d)))`,
  'iu',
);
const BACK = /\b(?:back|return\w*|until|till|through)\b/i;
const NOT_TOLD = /\?\s*$|\b(?:if|were|was|had|might|may|maybe|not sure|wish|would)\b/i;

/** What a told absence says of one handoff; null where it is somebody else's, or over before it was asked. */
export function absentFact(
  handoff: Correlated,
  { person, until, said, quote }: ToldAbsence,
  at: string,
) {
  const { seed } = handoff;
  if (!isOpen(handoff) || !isTaker(seed, person) || Date.parse(until) <= Date.parse(at))
    return null;
  if (handoff.evidence.some((e) => e.source.id === said.source.id)) return null;
  const fact = evidenceOf(seed, said, 'absent', {
    end: 'taker',
    until,
    quote,
    reason: 'they said that they are away',
    confidence: 0.8,
  });
  // Told before it was asked, it bears on it from then on.
  return { ...fact, at };
}

/** The latest absence each has told of, added to. */
export function noted(told: ToldAbsence[], next: ToldAbsence | null): void {
  if (!next) return;
  const before = told.findIndex(({ person }) => samePerson(person, next.person));
  if (before >= 0) told.splice(before, 1);
  told.push(next);
}
