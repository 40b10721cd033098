import type { Evidence } from '../../shared/handoff/model';
import { tellingWords } from '../../shared/handoff/similarity';
import { VERB } from '../../shared/reading/lexicon';
import type { Correlated } from './correlated';
import { OF_ALL } from './meant';
import { restFollows } from './sentAlong';
import type { Utterance } from './utterance';
import { meets } from './words';

/** Several deeds in one sentence: "I will post you a lamp, and I will also ask whether the mirror is the reason". */

/** The words by which each deed is known and no other of the sentence; one alone, or none named apart: empty. */
function partsOf(quote: string): ReadonlySet<string>[] {
  const pieces = quote.split(JOINS);
  if (pieces.length < 2 || !pieces.every((piece) => OF_A_THING.test(piece))) return [];
  const words = pieces.map((piece) => tellingWords(piece));
  const own = words.map(
    (set, n) => new Set([...set].filter((word) => words.every((w, m) => m === n || !w.has(word)))),
  );
  // "Count the trays and tell me how many are missing": what has no thing of its own is of the deed before.
  return own.every((set) => set.size >= LEAST) ? own : [];
}
const LEAST = 2;
/** What joins two deeds, and not two things or two verbs of one thing. */
const JOINS = new RegExp(
  `(?:,\\s*|\\s+)(?:and|plus)\\s+(?=(?:(?:also|then|please) )*(?:(?:i|we|you)(?:'ll| will| can| shall)?\\b|(?:could|can|would|will) you\\b|(?:also|then|please) |${VERB} (?:the|a|an|your|our|my|his|her|their|us|me|both|all|two|three|whether|if|how|what|who|when|where|which)\\b))`,
  'i',
);
const OF_A_THING =
  /\b(?:the|an?|your|our|my|his|her|their|its|this|that|these|those|some|all|both|two|three|four|five|\d+|whether|if|how|what|who|when|where|which)\s+\S/i;

/**
 * What says of one deed only that it is done, while another of the same sentence was not spoken of yet, brings a part. The
 * fact as it then counts.
 */
export function asFarAsSaid(handoff: Correlated, said: Utterance, fact: Evidence): Evidence {
  if (fact.kind !== 'done' || fact.end !== 'taker') return fact;
  if (restFollows(handoff.seed, said)) return { ...fact, kind: 'partial' };
  const parts = partsOf(handoff.seed.opening.quote);
  if (parts.length === 0 || OF_ALL.test(said.ownText)) return fact;
  const earlier = handoff.evidence.filter((e) => e.kind === 'partial').map((e) => e.quote);
  const told = tellingWords([said.ownText, ...earlier].join('\n'));
  const covered = parts.filter((words) => meets(words, told));
  return covered.length === 0 || covered.length === parts.length
    ? fact
    : { ...fact, kind: 'partial' };
}
