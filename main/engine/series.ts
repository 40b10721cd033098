import { wordsIn } from '../../shared/handoff/similarity';
import { wordsAsked, type Seed } from './openings';
import { otherOfSeries } from './phrases';
import { sentencesIn } from './sentences';
import { mailSubject, wordsTold, type Utterance } from './utterance';
import { inBoth } from './words';

/**
 * Is a message of another of the same series ("lot 7" where "lot 8" was asked for)? "The notes are attached. Reel 3 is on
 * Thursday.": where a sentence has words enough of the ask, what the others count is beside the matter.
 */
export function isOtherOfSeries(seed: Seed, said: Utterance): boolean {
  const asked = wordsAsked(seed);
  if (!otherOfSeries(asked, wordsTold(said))) return false;
  const subject = mailSubject(said);
  return !sentencesIn(said.ownText).some(
    (line) =>
      inBoth(wordsIn(line), seed.words).length >= ENOUGH &&
      !otherOfSeries(asked, `${subject}\n${line}`),
  );
}
const ENOUGH = 2;
