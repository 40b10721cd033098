import type { Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { contentWords } from '../../shared/handoff/similarity';
import { ACTION_WORDS } from '../../shared/reading/lexicon';

/**
 * A choice stated as a fact ("then that's settled, we close on Mondays"). One line alone never says so: news, plans of
 * the moment and answers have the same form. What tells is the talk: that it was closed, or that it sets something
 * aside, and that somebody else there agrees.
 */

/** A line of a meeting as far as it matters here. */
export interface Line {
  text: string;
  from: Person;
  acts: readonly Act[];
}

/** Lines within which somebody agrees, and before which the matter was talked over. */
const AGREED = 5;
const TALKED = 20;
/** As sure as the talk is, and no surer. */
const SURE = 0.65;

const LEAD = String.raw`(?:(?:ok|okay|right|good|great|fine|well|alright|all right|yes|yeah|and|no|done|so|then|now|in that case)[ ,.!]+)*`;
/** Says that the talk of it is over. */
const OVER = new RegExp(
  String.raw`(?:^|[,.;:!–-] *)${LEAD}(?:(?:that|it|this|that one|everything)(?:'s| is)(?: all)?(?: then| now)? (?:settled|decided|agreed|that|it|sorted|final|the decision)|(?:we|we all|we both)(?:'re| are)(?: all)? (?:agreed|decided|settled)|that settles (?:it|that)|(?:settled|decided|agreed|done deal)|(?:i don't think )?there(?:'s| is)(?: really)? (?:nothing|not much|no more|anything) (?:left |more )?to (?:argue|talk|discuss|decide)(?: about)?|we(?:'re| are) done (?:arguing|talking|voting|debating))(?:,? then)?(?=\s*(?:[,.:;!–-]|$))`,
  'i',
);
/** "Then …", "so …", "…, then": drawn from what was said. */
const DRAWN = new RegExp(
  String.raw`^(?:(?:ok|okay|right|good|great|fine|well|alright|all right|yes|yeah|no)[ ,.!]+)*(?:so|then|(?:ok|okay|right|alright|all right|fine) then|in that case)\b(?! (?:that's (?:it|all|me)(?= from| then|[,.]|$)|what|how|why|who|where|when|far|anyway)\b)|,? then[.!]?$`,
  'i',
);
/** It is otherwise than before, or than it might have been. */
const CHANGES =
  /\b(?:from (?:now on|here on|next \w+|(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)?|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter|new year)\b)|as of|starting|instead|rather than|no longer|no more|any ?more|for good|and not|, not (?:the |on |at |in |a )?[\p{L}\d]+)\b/iu;
/** "Skerry is out": what it is not to be, and the rest of the sentence what it is. */
const STRUCK =
  /(?:^|[\s,])((?:the )?[\p{L}\d'-]+(?: [\p{L}\d'-]+)?)(?:'s| is| are) (?:out|off(?: the (?:list|table))?|gone|dead|dropped|over)(?=\s*(?:[,;.–-]|and\b|then\b))|\bthat's ((?:the )?[\p{L}\d'-]+(?: [\p{L}\d'-]+)?) (?:gone|out|off|dead|over)\b|\b(?:that's (?:it for|the end of)|no more|enough of|we(?:'re| are) done with|goodbye(?: to)?|forget) ((?:the )?[\p{L}\d'-]+(?: [\p{L}\d'-]+)?)|\bno ([\p{L}\d'-]+(?: [\p{L}\d'-]+)?)(?=\s*[,;.])/iu;
/** What is chosen from among others. */
const CHOOSES =
  /\b(?:we(?:'ll| will)?(?: just| all)? (?:take|go (?:with|for)|use|keep|buy|pick|choose|stick with|stay with|hire|book|order)\b|we(?:'re| are) (?:going with|going for|taking|calling|keeping|using|buying|sticking with)\b|it(?:'s| is) (?!a\b|an\b|so\b|too\b|not\b|just\b|been\b|my\b|your\b|his\b|her\b)|(?:is|are) called\b|goes to\b|\p{L}+ it is\b)/iu;
/** More than one was there to be chosen from. */
const AMONG =
  /\bor\b|\bversus\b|\bvs\b|\bbetween\b|\beither\b|\bshort ?list\b|\b(?:two|three|four|\d) (?:left|options?|choices|candidates|offers|names|of them)\b/i;
/** In the present, and of what is everybody's. */
const STATES = new RegExp(
  String.raw`\b(?:we|we're|we'll|it's|it is|no more|is|are|isn't|aren't|stays?|remains|it is|(?:${ACTION_WORDS.join('|')}|com|mak|tak|do)e?s)\b|\p{L}(?:'s|'re)\b`,
  'iu',
);
/** Whose own business it is, what is only thought, and what is past. */
const NOT_STATED =
  /\?|^(?:\W|(?:and|but|so|then|okay|ok|right|well|good)\b)*(?:i\b|i'|he\b|he'|she\b|she'|they\b|they'|you\b|you'|there\b|there'|who\b|what\b|how\b|let's\b|if\b|unless\b|when\b|once\b|maybe\b|perhaps\b)|\b(?:if|unless|maybe|perhaps|might|probably|could|would|should|was|were|had|did|depends|i think|i guess|i suppose|not sure|they(?:'ve|'re| have| are)? (?:\w+ed|told|said|say|put|gave|want|made))\b/i;
/** A line that takes what was said before it. */
export const AGREES =
  /^(?:\W|(?:oh|ah|well|and|that|then)\b)*(?:yes|yeah|yep|yup|aye|good|fine|great|perfect|lovely|nice|agreed?|okay|ok|sure|deal|done|sold|settled|sounds? (?:good|great|right)|works for|me too|same(?: here)?|i(?:'m| am) (?:happy|fine|good|for (?:it|that)|all for|in\b|with (?:you|that))|i (?:like|agree|second)|i can (?:\p{L}+ ){1,2}(?:that|it|this|those|them)\b|(?:that|this|it)(?: one)? (?:i|we) can \p{L}+|(?:we )?love it|suits|sensible|hooray|finally|thank (?:god|heavens|goodness)|about time|makes sense|no objections?|brilliant|awesome|super|terrific|excellent|wonderful|amen|exactly|absolutely|definitely|happy with|i have no)\b/iu;
/** A line that does not. */
export const OBJECTS =
  /^(?:\W|(?:oh|ah|well|sorry|okay|yes|yeah)\b)*(?:no\b|nope|wait|hang on|hold on|but\b|hm+\b|really\b|not (?:so|sure|yet|me|happy)|i(?:'m| am) not|i don't|i'd rather|are we|do we|what about|can we|why\b|can't|one moment)/i;

/** The choice that one line states and others take, as a decision; null where it states none, or nobody agrees. */
export function stated(lines: readonly Line[], n: number): Act | null {
  const line = lines[n];
  if (!line || line.from.address === '') return null;
  const decides = line.acts.filter((act) => act.kind === 'decision' && act.confidence >= SURE);
  const sentences = sentencesIn(line.text);
  const over = sentences.findIndex((s) => OVER.test(s) && !NOT_STATED.test(s.replace(OVER, '')));
  for (const [at, sentence] of sentences.entries()) {
    const words = sentence.replace(OVER, ' ').trim();
    if (decides.some((act) => act.quote === sentence)) continue;
    if (NOT_STATED.test(words) || !STATES.test(words) || contentWords(words).size === 0) continue;
    const closed = over >= 0 && Math.abs(over - at) <= 1;
    const drawn = sentences.slice(0, at + 1).some((s) => DRAWN.test(s.trim()));
    const known = closed && contentWords(words).size >= 2;
    if (!known && !(drawn && turns(words, lines, n))) continue;
    if (!agreed(lines, n, contentWords(words))) continue;
    return {
      kind: 'decision',
      quote: sentence,
      start: line.text.indexOf(sentence),
      end: line.text.indexOf(sentence) + sentence.length,
      confidence: SURE,
      actor: line.from,
      sentence: at,
    };
  }
  return null;
}

/** Does it turn away from something, on a matter that was talked over? */
function turns(words: string, lines: readonly Line[], n: number): boolean {
  const choice = contentWords(words);
  const before = lines.slice(Math.max(0, n - TALKED), n);
  const shares = (line: Line): boolean =>
    [...contentWords(line.text)].some((word) => choice.has(word));
  // Told to somebody who asked it is news ("stand four").
  const asked = lines[n - 1];
  if (asked && /\?\s*$/.test(asked.text) && !/\b(?:we|us|our)\b/i.test(asked.text)) return false;
  if (strikes(words, before)) return true;
  if (CHANGES.test(words)) return before.some(shares);
  return CHOOSES.test(words) && before.some((line) => AMONG.test(line.text) && shares(line));
}

/** Is something set aside that was named before, and is nobody who is away? */
function strikes(words: string, before: readonly Line[]): boolean {
  const named = struckIn(words);
  const has = (text: string): boolean => [...contentWords(text)].some((word) => named.has(word));
  return before.some((line) => has(line.text)) && !before.some((line) => has(line.from.name));
}

function struckIn(words: string): ReadonlySet<string> {
  const match = STRUCK.exec(words);
  return contentWords(match?.slice(1).find(Boolean) ?? '');
}

/** Content words of what a line puts aside: "Skerry is out", "Thursdays instead of Fridays", "not the blue". */
export function setAside(text: string): ReadonlySet<string> {
  return new Set(
    sentencesIn(text).flatMap((said) => [
      ...struckIn(said),
      ...contentWords(INSTEAD_OF.exec(said)?.[1] ?? ''),
    ]),
  );
}

/** Were both to be chosen from, one or the other ("quarry or salt works")? */
export function rivals(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  before: readonly Line[],
): boolean {
  const alone = (a: ReadonlySet<string>, b: ReadonlySet<string>, words: ReadonlySet<string>) =>
    [...a].some((word) => !b.has(word) && words.has(word));
  return before.some((line) => {
    if (!AMONG.test(line.text)) return false;
    const words = contentWords(line.text);
    return alone(one, other, words) && alone(other, one, words);
  });
}
const INSTEAD_OF =
  /\b(?:instead of|rather than|in place of|(?:and|but|,) not|no longer|not|scrap(?:ping)?|drop(?:ping)?|cancel(?:l?ing)?|forget) (?:about )?((?:the |our |on |at |in |a )?[\p{L}\d'-]+(?: [\p{L}\d'-]+)?)/iu;

/** Does somebody else agree before anybody objects? Whose own decision it becomes in the next breath does not agree with this one. */
function agreed(lines: readonly Line[], n: number, choice: ReadonlySet<string>): boolean {
  const from = lines[n]?.from;
  if (!from) return false;
  for (const line of lines.slice(n + 1, n + 1 + AGREED)) {
    if (samePerson(line.from, from)) continue;
    if (line.acts.some((act) => act.kind === 'decision' && act.confidence >= SURE)) return false;
    if (OBJECTS.test(line.text)) return false;
    if (agrees(line, choice)) return true;
  }
  return false;
}
/** Does a line say yes to something, or say its words back? */
export function agrees(line: Line, choice: ReadonlySet<string>): boolean {
  return sentencesIn(line.text).some((said) => AGREES.test(said) || echoes(said, choice));
}

/** "Grey, yes.", "Seven it is.": it says the words back, and little else. */
export function echoes(said: string, words: ReadonlySet<string>, longest = ECHO): boolean {
  if (/\?\s*$/.test(said) || said.split(/\s+/).length > longest) return false;
  return [...contentWords(said)].some((word) => words.has(word));
}
const ECHO = 6;

/** The sentences of a line, without the blanks between them. */
export function sentencesIn(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
