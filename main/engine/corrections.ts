import { isAsk, type Act } from '../../shared/handoff/act';
import { KEPT_OF_MANY, keptLately } from '../../shared/handoff/lately';
import { contentWords, similarity, tellingWords } from '../../shared/handoff/similarity';
import type { Seed } from './openings';
import { contradicts } from './phrases';
import { sentencesIn } from './sentences';
import type { Utterance } from './utterance';
import { meets } from './words';

/** Why an ask was taken back when another took its place. */
export const REPLACED = 'the giver asked for something else in its place';

const INSTEAD =
  /\b(?:instead|in place of|rather than|correction|corrected|scrap|strike|skip|drop|(?<!\b(?:don['‘’ʼ]?t|not|never|lest|to) )forget|ignore|disregard|never ?mind|no longer|change of plans?|changed (?:my|our|his|her|their) minds?|new plan|second thoughts?|my (?:mistake|bad|error)|i meant|i should have (?:said|written)|wrong (?:one|file|date|version|number|site|name)|supersedes?|replaces?)\b/i;

/** How much of an ask's words another may share and still be other work; above it, it is the same ask again. */
const SAME = 0.85;

/**
 * Does a later ask of the giver's take the place of this one ("scrap the north side, send the south side instead"),
 * rather than chase it or move its day? It says so beside the ask, and it names something the first did not.
 */
export function replaces(seed: Seed, act: Act, said: Utterance): boolean {
  if (!isAsk(act)) return false;
  const at = Math.max(0, said.ownText.indexOf(act.quote));
  const beside = said.ownText.slice(Math.max(0, at - BESIDE), at + act.quote.length + BESIDE);
  if (!INSTEAD.test(beside) || ASKS_WHETHER.test(act.quote)) return false;
  if (!INSTEAD.test(act.quote) && saidOfAnother(seed, beside, act)) return false;
  const words = contentWords(act.due ? act.quote.replace(act.due.text, ' ') : act.quote);
  if (words.size < 2) return false;
  const near = similarity(seed.words, words);
  return near < SAME && (contradicts(seed.opening.quote, act.quote) || ownWords(words, seed) >= 1);
}
const BESIDE = 160;
/** "Is the survey no longer needed?" */
const ASKS_WHETHER =
  /^\W*(?:(?:and|so|or|but) )*(?:is|are|was|were|has|have|does|do|did)\b[^]*\?\s*$/i;

/** "Never mind the 20th. What about the rate?": what is dropped is named, and it is not this. */
function saidOfAnother(seed: Seed, beside: string, act: Act): boolean {
  const drops = sentencesIn(beside).filter((line) => INSTEAD.test(line));
  return (
    drops.length > 0 &&
    drops.every((line) => {
      const words = tellingWords(line.replace(INSTEAD, ' ').replace(act.quote, ' '));
      return words.size > 0 && !meets(words, seed.words);
    })
  );
}

/** Words of the later ask that the first did not have, as they say which work it is. */
function ownWords(words: ReadonlySet<string>, seed: Seed): number {
  return [...words].filter((w) => !seed.words.has(w) && !INSTEAD.test(w) && w.length > 3).length;
}

/**
 * "Actually leave the tree, the kids want it", "don't print those", "no need of her file any more": the giver takes the thing
 * of the ask out of it. The sentence that does; null where none does, or where the ask was to leave it.
 */
export function leftAlone(seed: Seed, said: Utterance): string | null {
  for (const { sentence, verb, thing } of droppedBy(said)) {
    // "Strike the set", "drop the keys off": the verb is the work itself.
    if (meets(contentWords(verb), contentWords(seed.opening.quote))) continue;
    const words = [...contentWords(thing)];
    const shared = words.filter((w) => seed.words.has(w)).length;
    if (words.length > 0 && shared / words.length >= 0.5) return sentence;
  }
  return null;
}

/** One message is compared with all that its author waits for. */
const droppedBy = keptLately(
  (said: Utterance) =>
    sentencesIn(said.ownText).flatMap((sentence) => {
      const dropped = droppedIn(sentence);
      return dropped === null ? [] : [{ sentence, ...dropped }];
    }),
  KEPT_OF_MANY,
);

/** Is what some words drop by its name another thing than what was asked for? */
export function dropsAnother(seed: Seed, words: string): boolean {
  const thing = tellingWords(droppedIn(words)?.thing ?? '');
  return thing.size > 0 && !meets(thing, seed.words) && !meets(thing, seed.subjectWords);
}

/** Does a message drop something by its name, whatever it is? */
export const dropsThing = (said: Utterance): boolean => droppedBy(said).length > 0;

/** What a sentence leaves out or undone, and by which verb; null where it does not. */
function droppedIn(sentence: string): { verb: string; thing: string } | null {
  if (/\?\s*$/.test(sentence) || sentence.length > LONGEST) return null;
  const plain = sentence.replace(/[‘’ʼ]/g, "'");
  const [, verb = '', thing, alone] = LEAVES.exec(plain) ?? [];
  const left =
    thing ?? alone ?? UNDONE.exec(plain)?.[1] ?? NEEDLESS.exec(plain)?.slice(1).find(Boolean);
  return left === undefined ? null : { verb, thing: left };
}

/** A longer sentence tells a story. */
const LONGEST = 300;
/** How such a sentence, or the part of it that does, may begin. */
const BEFORE = String.raw`(?:^(?:\p{L}+ (?=about|re|regarding))?|[,;:–-] *)(?:\W|(?:about|re|regarding|as for|concerning) (?:the |that |your |our )?[\p{L}\d' -]{2,30}[,:](?= )|(?:\p{L}+(?=,)|(?:actually|no|oh|wait|hang on|hold on|sorry|ok|okay|hm+|on second thoughts?|tell you what|but|and|please|pls|just|then|so|madam|sir|boss|mate|guys)(?=\s)))*`;
const THING = String.raw`((?:the|that|this|those|these|my|our|your|her|his|their) [\p{L}\d' -]{2,40}?)`;
const TAIL = String.raw`(?: (?:alone|be|out|off|for now|there|then|now|after all|any ?more|as (?:it|they) (?:is|are)|where (?:it|they) (?:is|are)))*(?=\s*(?:[,.;!–-]|$))`;
const LEAVES = new RegExp(
  String.raw`${BEFORE}(leave|skip|scrap|scratch|drop|ditch|bin|strike|shelve|cancel|stop|forget(?: about)?|ignore(?: me (?:on|about))?|disregard(?: the matter of)?) (?:${THING}${TAIL}|([\p{L}\d][\p{L}\d' -]{1,30}?) (?:alone|be)(?: after all)?(?=\s*(?:[,.;!–-]|$)))`,
  'iu',
);
const UNDONE = new RegExp(
  String.raw`${BEFORE}(?:don't|dont|do not|no need to|needn't) (?:bother (?:with|to) |trouble (?:about|yourself with) )?((?!worry|forget|hesitate|mind)[\p{L}' -]{2,50}?)(?: (?:any ?more|after all|now|for now|then))?(?=\s*(?:[,.;!–-]|$))`,
  'iu',
);
/** "No more need for the spread", "we won't need the van after all", "the paint analysis need not go ahead". */
const NEEDLESS = new RegExp(
  String.raw`\bno (?:more |further |longer any )?need (?:of|for) ${THING}${TAIL}|\b(?:i|we)(?:'ll| will)? (?:no longer|won't|don't|do not|will not) need (?:to )?([\p{L}\d' -]{2,40}?)(?: (?:after all|any ?more|any longer|now))+(?=\s*(?:[,.;!–-]|$))|\b${THING} (?:need not|needn't|(?:doesn't|does not|don't|do not) (?:need|have) to) (?:go ahead|happen|be done)\b`,
  'iu',
);
