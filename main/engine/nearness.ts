import { similarity, tellingWords, wordsIn } from '../../shared/handoff/similarity';
import type { Seed } from './openings';
import { headedBy, pointedAt } from './phrases';
import { meets } from './words';

/** Do some words speak of an ask: by those they share with it, or by pointing at it. */

/** Words shared with an opening from which an act is taken to speak of it, and not of its neighbour. */
export const SAME_WORK = 0.34;

/** How near an act's words are to an opening's: its own words first, the subject as a weaker witness. */
export function nearness(seed: Seed, text: string): number {
  const words = wordsIn(text);
  return Math.max(similarity(seed.words, words), 0.6 * similarity(seed.subjectWords, words));
}

/** Does a message point at the very ask ("saw your mail about the burner tips")? */
export function pointsTo(seed: Seed, text: string): boolean {
  const head = headedBy(text);
  if (head && [...head].every((word) => seed.words.has(word))) return true;
  const about = pointedAt(text);
  if (!about) return false;
  const known = new Set([...seed.words, ...seed.subjectWords]);
  let shared = 0;
  for (const word of about) if (known.has(word)) shared++;
  return shared >= Math.min(2, about.size) && shared / about.size >= 0.6;
}

/** Has a text one of the ask's own words that tells its work from another? */
export function hasOwnWord(seed: Seed, text: string): boolean {
  return meets(tellingWords(text), seed.words);
}

/** The same, of its own words or of the subject it stands under. */
export function hasAnyWord(seed: Seed, text: string): boolean {
  const words = tellingWords(text);
  return meets(words, seed.words) || meets(words, seed.subjectWords);
}

/** Does a text say what it speaks of, and have no word of this? */
export function namesElse(seed: Seed, text: string): boolean {
  return tellingWords(text).size > 0 && !hasAnyWord(seed, text);
}
