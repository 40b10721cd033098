import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { KEPT_OF_MANY, keptLately } from '../../shared/handoff/lately';
import { sentencesIn } from './sentences';
import type { Utterance } from './utterance';

/** By which words the next hand of a step is told of it, or is said to have been. */

/** Is somebody among these people? */
export function has(people: readonly Person[], person: Person): boolean {
  return people.some((p) => samePerson(p, person));
}

/** Written to the next hand, by whomever, or by them; or somebody says that they were told: it has been passed on. */
export function tells(said: Utterance, step: { next: Person }): boolean {
  return has([said.from, ...said.audience], step.next) || whereTold(step.next, said) !== undefined;
}

/** Could any sentence of it say so? */
export const mayTell = (text: string): boolean => TOLD.test(text) || KNOWS.test(text);

/** The sentence by which the next hand knows: "I rang Zbigniew", "Lorelei has the letter", "handed over to Vera". */
export const whereTold = (next: Person, said: Utterance): string | undefined =>
  tellingLines(said).find((line) => has(said.named(line), next));

/** One step is compared with months of messages, and the next with the same. */
const tellingLines = keptLately(
  (said: Utterance): readonly string[] =>
    sentencesIn(said.ownText).filter((line) => mayTell(line) && !NOT_TOLD.test(line)),
  KEPT_OF_MANY,
);

/** How one hand lets another know. */
export const TELLING =
  "(?:told|rang|rung|called|phoned|spoke|spoken|informed|notified|briefed|pinged|messaged|texted|e-?mailed|mailed|wrote|written|sent|passed|handed|gave|given|forwarded|cc['’]?d|copied|dropped|left|let|walked|brought|took|taken|shown|showed|caught|collared|grabbed|stopped)";
const TOLD = new RegExp(`\\b(?:${TELLING}|in the loop)\\b`, 'i');
const KNOWS =
  /\p{Lu}[\p{L}'’-]+(?:['’]s| is| has| already| now| also| both)* (?:knows?|(?:has|got|have) (?:now |already |got )*(?:it|them|this|that|these|everything|all|both|a copy)|aware|informed|in the picture|up to speed|on (?:it|to it))\b/u;
const NOT_TOLD =
  /\?\s*$|n['’]t\b|\b(?:not|never|nobody|yet|will|shall|should|must|to be|needs? to|have to|has to|once|when|if|until|please|can|could|would|going to|asks?|asked)\b|['’]ll\b/i;
