import type { Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Evidence } from '../../shared/handoff/model';
import { tellingWords } from '../../shared/handoff/similarity';
import { hasOwnWord } from './nearness';
import type { Seed } from './openings';
import { conditionOf, hangsOn } from './phrases';
import { sentencesIn } from './sentences';
import type { Utterance } from './utterance';
import { areKin, meets } from './words';

/** What the giver says behind a taker who waits for something: that it waits for what was asked. */

/**
 * "We load once the empty is here", said to whoever sends the empty when they have the list: what the giver is asked for
 * hangs on what they asked for. The sentence that says so; null where none does, or where they give it all the same.
 */
export function waitsBack(
  seed: Seed,
  said: Utterance,
  acts: readonly Act[],
  { answered, answer }: { answered: Evidence; answer: string },
): string | null {
  const awaited = tellingWords(answered.quote);
  // "All set at this end" gives nothing of what is waited for.
  const gives = (a: Act) =>
    hangsOn(a.quote) === null &&
    (a.kind === 'delivery' || (a.kind === 'completion' && meets(tellingWords(a.quote), awaited)));
  if (acts.some(gives)) return null;
  const putBack = answered.kind === 'questioned' || answered.kind === 'waiting';
  const hung = answered.kind === 'taken' || answered.kind === 'replied';
  const hanging = sentencesIn(`${answered.quote}\n${answer}`).filter((s) => hangsOn(s) !== null);
  if (!putBack && !(hung && hanging.length > 0)) return null;
  const { taker } = seed.opening;
  return (
    sentencesIn(said.ownText).find((sentence) => {
      if (putBack && isMadeOfIt(seed, sentence, awaited)) return true;
      const condition = conditionOf(sentence);
      if (condition === null) return false;
      if (said.named(condition).some((p) => !samePerson(p, taker))) return false;
      const comes = COMES_IN.test(condition) && hasOwnWord(seed, putBack ? said.ownText : sentence);
      if (hasOwnWord(seed, condition) || comes || (hung && said.waits === sentence)) return true;
      return hanging.some((line) => isCrossed(line, sentence));
    }) ?? null
  );
}

/** "You get the key when the fee is in", "the fee goes out against the key": each of two things hangs on the other. */
function isCrossed(one: string, other: string): boolean {
  const [a, b] = [one, other].map((sentence) => {
    const condition = conditionOf(sentence) ?? '';
    const given = tellingWords(sentence.replace(condition, ' '));
    return { given, awaited: tellingWords(condition) };
  });
  return (
    a !== undefined && b !== undefined && areKin(a.given, b.awaited) && areKin(b.given, a.awaited)
  );
}

/** "As soon as that lands": what comes to whoever asked comes from whoever was asked. */
const COMES_IN =
  /^(?:\S+ ){1,3}?(?:that|this|it|they|those|these)(?:['’]s|['’]ve| is| are| has| have)?(?: been| all| actually| finally)* (?:lands?|landed|arrives?|arrived|comes?|came|in|here|there|through|with (?:me|us)|reach(?:es)?|received|on (?:my|our) desk)\b/i;

/**
 * "The guest list is made from the seating plan", where the plan was asked for and its taker waits for the list: without a
 * "when", and the one hangs on the other all the same.
 */
function isMadeOfIt(seed: Seed, sentence: string, awaited: ReadonlySet<string>): boolean {
  const made = MADE_OF.exec(sentence);
  if (!made || NOT_SO.test(sentence)) return false;
  const [of = ''] = made.slice(1);
  return hasOwnWord(seed, of) && areKin(awaited, tellingWords(sentence.slice(0, made.index)));
}
const MADE_OF =
  /\b(?:from|out of|by|against|around|based on|on the basis of|depends? on|follow(?:s|ing)?|needs?|(?<=\bonly\b[^.!?]{0,40})(?:with|on|off)) ((?:the|your|that|its|a|an) [^,;.!?]{2,40})/i;
const NOT_SO = /\b(?:not|never|no longer|apart|aside|here|attached|enclosed)\b|n['’]t\b|\?\s*$/i;
