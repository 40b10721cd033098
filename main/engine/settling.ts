import type { Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { contentWords } from '../../shared/handoff/similarity';
import { sentencesIn } from './sentences';
import {
  AGREES,
  asOurs,
  BARE,
  CHANGES,
  CHOOSES,
  CONSENTS,
  DRAWN,
  EITHER_OR,
  INSTEAD_OF,
  LEFT_TO_CHOOSE,
  NOT_STATED,
  OBJECTS,
  OURS,
  OVER,
  PUTS,
  STATES,
  STRUCK,
} from './settlingWords';
import { meets } from './words';

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

/** Lines within which a bare choice takes up what was stated before it. */
const ECHO_LINES = 6;

/** "We're doing the opening at the old mill." – "The mill it is.": the same choice, and not a second one. */
function isEcho(lines: readonly Line[], n: number, choice: ReadonlySet<string>): boolean {
  for (let before = Math.max(0, n - ECHO_LINES); before < n; before++)
    for (const said of sentencesIn(lines[before]?.text ?? '')) {
      const words = contentWords(said);
      if (BARE.test(said) || ![...choice].every((word) => words.has(word))) continue;
      const decides = lines[before]?.acts.some((a) => a.kind === 'decision' && a.quote === said);
      if (decides || stated(lines, before)?.quote.includes(said)) return true;
    }
  return false;
}

/** The choice that one line states and others take, as a decision; null where it states none, or nobody agrees. */
export function stated(lines: readonly Line[], n: number): Act | null {
  const line = lines[n];
  if (!line || line.from.address === '') return null;
  const decides = line.acts.filter((act) => act.kind === 'decision' && act.confidence >= SURE);
  // What decides in so many words needs no second look; "then we're agreed" only says that something does.
  if (decides.some((act) => contentWords(act.quote).size >= 3)) return null;
  const sentences = sentencesIn(line.text);
  const over = sentences.findIndex((s) => OVER.test(s) && !NOT_STATED.test(s.replace(OVER, '')));
  for (const [at, sentence] of sentences.entries()) {
    if (decides.some((act) => act.quote === sentence)) continue;
    const words = asOurs(sentence.replace(OVER, ' ').trim());
    const choice = matterIn(words);
    const bare = BARE.test(sentence) && bareChoice(lines, n, choice);
    if (!bare && (!isStatement(words) || choice.size === 0)) continue;
    if (bare && isEcho(lines, n, choice)) continue;
    const put = wasPut(lines, n, sentences.slice(0, at));
    const ended = over >= 0 && Math.abs(over - at) <= 1;
    const closed = ended || put === 'asked';
    const drawn = sentences.slice(0, at + 1).some((s) => DRAWN.test(s.trim()));
    const known = choice.size >= 2 && (closed || (OURS.test(words) && consented(lines, n, words)));
    const least = bare || known || drawn ? 1 : OURS.test(words) ? 2 : Infinity;
    // "Alright then, we're doing the Friday." – "The Friday. Good.": drawn from the talk, and said back.
    const saidBack =
      DRAWN.test(sentence.trim()) &&
      OURS.test(words) &&
      !POINTS_TO_IT.test(words) &&
      agreement(lines, n, choice) === 2;
    if (!bare && !known && !saidBack && (least === Infinity || !turns(words, lines, n))) continue;
    // "Then we drop the hardback. That's settled.", and nobody minds.
    const outright =
      ended && choice.size >= 2 && OUTRIGHT.test(sentences[over] ?? '') && !isObjectedTo(lines, n);
    if (!(ended && put === 'agreed') && !outright && agreement(lines, n, choice) < least) continue;
    // "Mednote, then. We start with the physios": how it is meant stands behind it.
    const next = sentences[at + 1];
    const end = bare && next !== undefined && isStatement(next) ? next : sentence;
    const start = line.text.indexOf(sentence);
    const stop = line.text.indexOf(end, start) + end.length;
    return {
      kind: 'decision',
      quote: line.text.slice(start, stop),
      start,
      end: stop,
      confidence: SURE,
      actor: line.from,
      sentence: at,
    };
  }
  return null;
}

/**
 * "We'll print four thousand, hardback.", and another says "Good": to colleagues alone it is a choice of all of them, and
 * nobody's promise to another.
 */
export function chosenTogether(lines: readonly Line[], n: number, act: Act): boolean {
  const ours = WE_WILL.test(act.quote) && !FOR_YOU.test(act.quote);
  if (act.kind !== 'commitment' || act.due || !ours) return false;
  const houses = new Set(lines.flatMap(({ from }) => from.address.split('@').slice(1)));
  return houses.size === 1 && agreement(lines, n, contentWords(act.quote)) > 0;
}
const WE_WILL = /\bwe(?:['’]ll| will|['’]re going to| are going to)\b/i;
const FOR_YOU = /\byou\b|\byour\b|\blet (?:him|her|them|everyone|everybody) know\b/i;

/** "Okay, then that's what we're doing": what it is stands beside it. */
const POINTS_TO_IT = /\b(?:that|this|here)(?:['’]s| is) (?:what|how|where|the (?:plan|way))\b/i;

/** Does anybody object before whoever said it speaks again? */
function isObjectedTo(lines: readonly Line[], n: number): boolean {
  for (const line of lines.slice(n + 1, n + 1 + AGREED)) {
    if (samePerson(line.from, lines[n]?.from ?? null)) return false;
    if (OBJECTS.test(line.text)) return true;
  }
  return false;
}
const OUTRIGHT =
  /\b(?:that|it|this)(?:'s| is)(?: all)?(?: then| now)? (?:settled|decided|agreed|final|the decision)\b|\b(?:so )?(?:decided|agreed|settled) then\b|\bthat settles (?:it|that)\b/i;

/** Was it talked over, and does somebody give their word for it before anybody objects? */
function consented(lines: readonly Line[], n: number, words: string): boolean {
  const matter = matterIn(words);
  const before = lines.slice(Math.max(0, n - TALKED), n);
  if (!before.some((line) => meets(matterIn(line.text), matter))) return false;
  for (const line of lines.slice(n + 1, n + 1 + AGREED)) {
    if (samePerson(line.from, lines[n]?.from ?? null)) continue;
    if (CONSENTS.test(line.text)) return true;
    if (OBJECTS.test(line.text)) return false;
  }
  return false;
}

const isStatement = (words: string): boolean => !NOT_STATED.test(words) && STATES.test(words);

/** Is what is named without a verb one of those that were talked about? */
function bareChoice(lines: readonly Line[], n: number, choice: ReadonlySet<string>): boolean {
  const shares = ({ text }: Line): boolean => meets(contentWords(text), choice);
  const named = lines.slice(Math.max(0, n - TALKED), n).filter(shares);
  return (
    named.length >= 2 ||
    named.some((line) =>
      optionsIn(line.text).some(([a, b]) => meets(choice, a) !== meets(choice, b)),
    )
  );
}

/** Was the room asked for its word, in the sentences before or a few lines earlier, and did it give it? */
function wasPut(
  lines: readonly Line[],
  n: number,
  before: readonly string[],
): 'asked' | 'agreed' | null {
  if (before.some((said) => PUTS.test(said))) return 'asked';
  const from = lines[n]?.from ?? null;
  const at = lines.findLastIndex(
    (line, i) => i < n && i >= n - AGREED && samePerson(line.from, from) && PUTS.test(line.text),
  );
  if (at < 0) return null;
  const answers = lines.slice(at + 1, n).filter((line) => !samePerson(line.from, from));
  if (answers.some((line) => OBJECTS.test(line.text))) return null;
  return answers.some((line) => AGREES.test(line.text)) ? 'agreed' : null;
}

/** Does it turn away from something, on a matter that was talked over? */
function turns(words: string, lines: readonly Line[], n: number): boolean {
  const choice = matterIn(words);
  const before = lines.slice(Math.max(0, n - TALKED), n);
  const shares = (line: Line): boolean => meets(matterIn(line.text), choice);
  // Told to somebody who asked it is news ("stand four").
  const asked = lines[n - 1];
  if (asked && /\?\s*$/.test(asked.text) && !/\b(?:we|us|our)\b/i.test(asked.text)) return false;
  if (strikes(words, before)) return true;
  if (CHANGES.test(words)) return before.some(shares);
  return picks(words, before);
}

/** Is something set aside that was named before, and is nobody who is away? */
function strikes(words: string, before: readonly Line[]): boolean {
  const named = struckIn(words);
  const has = (text: string): boolean => meets(contentWords(text), named);
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
  const only = (words: ReadonlySet<string>, a: ReadonlySet<string>, b: ReadonlySet<string>) =>
    meets(words, a) && !meets(words, b);
  return before.some((line) =>
    optionsIn(line.text).some(
      ([a, b]) => (only(one, a, b) && only(other, b, a)) || (only(one, b, a) && only(other, a, b)),
    ),
  );
}

const without = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...a].filter((word) => !b.has(word)));

/** What a line puts to be chosen from, two by two: the words of each that the other has not. */
function optionsIn(text: string): [ReadonlySet<string>, ReadonlySet<string>][] {
  const pairs: [ReadonlySet<string>, ReadonlySet<string>][] = [];
  const add = (one: string, other: string): void => {
    const [a, b] = [matterIn(one), matterIn(other)];
    pairs.push([without(a, b), without(b, a)]);
  };
  for (const [, one = '', other = ''] of text.matchAll(EITHER_OR)) add(one, other);
  if (LEFT_TO_CHOOSE.test(text))
    for (const sentence of sentencesIn(text)) {
      const [one = '', other = ''] = sentence.split(/,? and (?:the |a )?/i);
      if (other !== '') add(one, other);
    }
  return pairs;
}

/** Does it take one of those that were to be chosen from: is that what stands right behind the verb? */
function picks(words: string, before: readonly Line[]): boolean {
  const verb = CHOOSES.exec(words);
  if (!verb) return false;
  const behind = words
    .slice(verb.index + verb[0].length)
    .trim()
    .split(/\s+/)
    .slice(0, CHOSEN);
  // "The barn it is": it stands before.
  const thing = matterIn(`${verb[0].replace(/^we\b.*/i, '')} ${behind.join(' ')}`);
  return before.some((line) =>
    optionsIn(line.text).some(([a, b]) => meets(thing, a) !== meets(thing, b)),
  );
}
const CHOSEN = 4;

/** Content words, and the days and months that are none of them. */
function matterIn(text: string): Set<string> {
  const days = text.toLowerCase().match(DAYS) ?? [];
  return new Set([...contentWords(text), ...days]);
}
const DAYS =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)/g;

/**
 * How far others agree before anybody objects: 0 not, 1 somebody does, 2 several, or one who says it back. Where they only
 * let it be and the one who said it goes on ("Good. The sauna door?"), it is 1. Whose own decision it becomes in the next
 * breath does not agree with this one.
 */
function agreement(lines: readonly Line[], n: number, choice: ReadonlySet<string>): 0 | 1 | 2 {
  const from = lines[n]?.from;
  if (!from) return 0;
  const content = new Set<string>();
  let heard = false;
  for (const line of lines.slice(n + 1, n + 1 + AGREED)) {
    if (samePerson(line.from, from)) {
      if (heard && content.size === 0 && GOES_ON.test(line.text)) return 1;
      continue;
    }
    if (line.acts.some((act) => act.kind === 'decision' && act.confidence >= SURE)) break;
    const back = saysBack(line.text, lines[n]?.text ?? '');
    if (!back && OBJECTS.test(line.text)) break;
    heard ||= !/\?\s*$/.test(line.text);
    const thanks = content.size > 0 && line.acts.some((act) => act.kind === 'acknowledgement');
    if (!back && !thanks && !agrees(line, choice)) continue;
    content.add(line.from.address);
    const said = sentencesIn(line.text);
    const yes = said.some((s) => AGREES.test(s)) && said.some((s) => echoes(s, choice));
    if (content.size > 1 || yes) return 2;
  }
  return content.size > 0 ? 1 : 0;
}
const GOES_ON = /^\W*(?:good|great|right|fine|lovely|perfect|excellent|done|settled)\b/i;

/** "No exceptions.": said back word by word. */
function saysBack(text: string, stated: string): boolean {
  const first = (sentencesIn(text)[0] ?? '').replace(/[.!?]+$/, '').toLowerCase();
  return contentWords(first).size > 0 && stated.toLowerCase().includes(first);
}

/** Does a line say yes to something, or say its words back? */
export function agrees(line: Line, choice: ReadonlySet<string>): boolean {
  return sentencesIn(line.text).some((said) => AGREES.test(said) || echoes(said, choice));
}

/** "Grey, yes.", "Seven it is.": it says the words back, and little else. */
export function echoes(said: string, words: ReadonlySet<string>, longest = ECHO): boolean {
  if (/\?\s*$/.test(said) || said.split(/\s+/).length > longest) return false;
  return meets(matterIn(said), words);
}
const ECHO = 6;
