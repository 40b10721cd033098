import { isAsk } from '../../shared/handoff/act';
import { sameHouse } from '../../shared/handoff/groups';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { KEPT_OF_MANY, keptLately } from '../../shared/handoff/lately';
import type { Evidence, Opening } from '../../shared/handoff/model';
import { contentWords, isTelling, wordsIn } from '../../shared/handoff/similarity';
import { endedOdds, type Overheard } from '../../shared/reading/learned/endings';
import { isTaker } from './correlated';
import { evidenceOf } from './evidence';
import { pointsTo } from './nearness';
import type { Seed } from './openings';
import { sentencesIn } from './sentences';
import { isOtherOfSeries } from './series';
import { channelOf, kindOfWork } from './surroundings';
import { mailSubject, wordsTold, type Utterance } from './utterance';
import { asWords, inBoth } from './words';

/**
 * "The beech truck just left, 12 pallets in bay 4", "used your figures in the deck": that work which was asked for in one
 * conversation is done is told in another, by whoever did it, wanted it, or saw it come. The rules know the plain ways;
 * beside them the whole of the message is weighed by what was learned from how such work ends.
 */

/** How surely it must be over. */
const ENDED = 0.75;
/** What a message does with the work by the rules, beside which it does not end it, or has. */
const OTHERWISE: readonly Evidence['kind'][] = [
  'done',
  ...(['placed', 'redirected', 'declined', 'deferred'] as const),
  ...(['questioned', 'waiting', 'withdrawn', 'partial'] as const),
];
const isOtherwise = ({ kind }: Evidence): boolean => OTHERWISE.includes(kind);
/** Words of what was asked, its subject's among them, that a message must have to be looked at. */
export const OVERHEARD_WORDS = 2;

/** The fact that a message outside a handoff's conversation tells that it is done; null where it does not. `ruled`: what the rules make of it. */
export function endedBy(seed: Seed, said: Utterance, ruled: readonly Evidence[]): Evidence | null {
  const overheard = overheardOf(seed, said, ruled);
  const likely = overheard && endedOdds(overheard);
  if (overheard === null || likely === null || likely < ENDED) return null;
  const giver = overheard.by === 'giver';
  return evidenceOf(seed, said, 'done', {
    end: giver ? 'giver' : 'taker',
    reason: giver ? 'whoever asked tells elsewhere that they have it' : 'told elsewhere to be done',
    confidence: Math.round(likely * 1000) / 1000,
  });
}

/** A message of another conversation as the table sees it, beside one of the works; null where it cannot be of it. */
export function overheardOf(
  seed: Seed,
  said: Utterance,
  ruled: readonly Evidence[],
): Overheard | null {
  const { giver, taker, quote, subject, act, saidAt } = seed.opening;
  if (act === 'completion' || !taker || ruled.some(isOtherwise)) return null;
  const own = samePerson(said.from, giver);
  if (!own && !said.audience.some((p) => samePerson(p, giver))) return null;
  if (!sharesEnough(seed, said) || !tells(said)) return null;
  return {
    ask: {
      quote,
      subject,
      kind: kindOfWork(seed.opening),
    },
    by: whoIs(said.from, seed, taker),
    heard: own
      ? 'own'
      : !said.to.some((p) => samePerson(p, giver))
        ? 'copy'
        : said.to.length === 1
          ? 'alone'
          : 'among',
    subject: mailSubject(said),
    files: said.item.attachments.map(asWords),
    sentences: sentencesIn(said.ownText),
    acts: said.acts,
    hands: { taker: contentWords(taker.name), giver: contentWords(giver.name) },
    points: pointsTo(seed, said.ownText),
    series: isOtherOfSeries(seed, said),
    taken: ruled.some(({ kind }) => kind === 'taken'),
    days: (Date.parse(said.at) - Date.parse(saidAt)) / 86_400_000,
    channel: channelOf(said),
  };
}

/** Does it tell anything, beside what it asks for and whom it greets? */
const tells = keptLately((said: Utterance): boolean => {
  const asks = said.acts.filter(isAsk);
  const tellsIn = (line: string) =>
    !/[?,:]$/.test(line) &&
    wordsIn(line).size > 0 &&
    !asks.some((act) => act.quote.includes(line) || line.includes(act.quote));
  return said.item.attachments.length > 0 || sentencesIn(said.ownText).some(tellsIn);
});

function whoIs(person: Person, seed: Seed, taker: Person): Overheard['by'] {
  const { giver } = seed.opening;
  if (samePerson(person, giver)) return 'giver';
  if (isTaker(seed, person)) return 'taker';
  if (sameHouse(person, taker) && !sameHouse(giver, taker)) return 'of the taker';
  return sameHouse(person, giver) ? 'of the giver' : 'other';
}

/** Has it words enough of what was asked: what the two ends do not tell each other must have one that tells which work it is. */
function sharesEnough({ opening, words, subjectWords }: Seed, said: Utterance): boolean {
  const told = toldWords(said);
  const shared = inBoth(new Set([...words, ...subjectWords]), told);
  if (shared.length < Math.min(OVERHEARD_WORDS, words.size)) return false;
  return isBetween(opening, said) || shared.some(isTelling);
}

/** One handoff is compared with thousands of messages, and the next with the same. */
const toldWords = keptLately(
  (said: Utterance): ReadonlySet<string> =>
    contentWords([wordsTold(said), ...said.item.attachments.map(asWords)].join('\n')),
  KEPT_OF_MANY,
);

/** One end says it to the other. */
function isBetween({ giver, taker }: Opening, said: Utterance): boolean {
  const other = samePerson(said.from, giver) ? taker : samePerson(said.from, taker) ? giver : null;
  return other !== null && said.audience.some((p) => samePerson(p, other));
}
