import { isAsk, type Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Evidence } from '../../shared/handoff/model';
import { contentWords, similarity, tellingWords } from '../../shared/handoff/similarity';
import { closes } from './acts';
import { evidenceOf } from './evidence';
import { namesOfEnds, type Seed } from './openings';
import { leavesRest, withoutDay } from './phrases';
import { sentencesIn } from './sentences';
import { isOtherOfSeries } from './series';
import { mailSubject, type Utterance } from './utterance';
import { asWords, inBoth, meets } from './words';

/**
 * "Henrik is in the tank all week, so here from me: the readings of block 12 are in the channel files": a colleague of the
 * one asked gives the thing to whoever asked, in whatever conversation. It has come, by another hand.
 */

/** What a colleague of the one asked brings to the giver; null where they bring nothing of it. */
export function broughtByMate(seed: Seed, said: Utterance): Evidence | null {
  const { giver, taker, act, saidAt } = seed.opening;
  const instead = INSTEAD.test(said.ownText);
  // What was promised is brought by another only where they say that they stand in.
  const may = act === 'request' || act === 'question' || (act === 'commitment' && instead);
  if (!taker || !may) return null;
  if (said.nature !== 'human' || Date.parse(said.at) <= Date.parse(saidAt)) return null;
  if (samePerson(said.from, giver) || samePerson(said.from, taker)) return null;
  if (houseOf(said.from) !== houseOf(taker)) return null;
  if (!said.audience.some((p) => samePerson(p, giver)) || !bringsSomething(said)) return null;
  if (isOtherOfSeries(seed, said)) return null;
  const named = said.named(said.ownText).some((p) => samePerson(p, taker));
  const direct = said.to.length === 1 && said.to.some((p) => samePerson(p, giver));
  // Somebody who neither speaks for the one asked nor writes to the giver alone tells others their own news.
  if (!named && !direct && !instead) return null;
  const quote = bringing(seed, said, named || instead ? FOR_THEM : OF_THEIR_OWN);
  if (quote === null) return null;
  return evidenceOf(seed, said, leavesRest(said.ownText, quote) ? 'partial' : 'done', {
    end: 'taker',
    quote,
    reason: 'a colleague of theirs gave it to whoever asked',
    confidence: 0.65,
  });
}

/** How much of the ask's words must come back: less where they say that they do it for the one asked. */
const FOR_THEM = { words: 2, share: 0.3 };
const OF_THEIR_OWN = { words: 3, share: 0.6 };

/** The sentence that brings it, and speaks of the same work. */
function bringing(
  seed: Seed,
  said: Utterance,
  least: { words: number; share: number },
): string | null {
  const asked = ownWords(seed);
  const files = asWords(said.item.attachments.join(' '));
  for (const line of sentencesIn(said.ownText)) {
    if (NOT_HERE.test(line)) continue;
    const acts = said.acts.filter((a) => a.quote.includes(line) || line.includes(a.quote));
    if (!acts.some(handsOver) || acts.some((a) => isAsk(a) && a.confidence >= SURE)) continue;
    if (attachesElse(line, asked)) continue;
    const subject = mailSubject(said);
    const told = contentWords(`${line}\n${files}\n${subject}`);
    const shared = inBoth(asked, told).length;
    if (shared >= Math.min(least.words, asked.size) && similarity(asked, told) >= least.share)
      return line;
  }
  return null;
}
/** "The waybill is attached", where a test report was asked for: what it says to be there is something else. */
function attachesElse(line: string, asked: ReadonlySet<string>): boolean {
  const words = tellingWords(ATTACHED.exec(line)?.[1] ?? '');
  return words.size > 0 && !meets(words, asked);
}
const ATTACHED =
  /(?:^|[,;:] |\b(?:and|the|my|our|a|an) )((?:[\p{L}\d'’-]+ ){0,2}[\p{L}\d'’-]+) (?:is|are) (?:attached|enclosed|below)\b/iu;

const SURE = 0.5;
const handsOver = (act: Act): boolean => closes(act) && act.confidence >= SURE;

/** Could it bring anything: does it say of something that it is here or done? */
export const bringsSomething = (said: Utterance): boolean => said.acts.some(handsOver);

/** Still to come, wanted, or another's deed that is only told of. */
const NOT_HERE =
  /\b(?:will|shall|would|should|going to|tomorrow|next|once|when|until|till|if|as soon as|not|never|yet|still|waiting|need|needs)\b|n['’]t\b|['’]ll\b|\?\s*$/i;
const INSTEAD =
  /\b(?:here from me|from me instead|instead of (?:him|her|them|\p{Lu}\p{L}+)|(?:on|in) (?:his|her|their|\p{Lu}\p{L}+['’]s) (?:behalf|place|stead|absence)|for \p{Lu}\p{L}+, who)\b/iu;

/** The telling words of what was asked, without its day and the names of its ends. */
function ownWords({ opening }: Seed): Set<string> {
  const called = namesOfEnds(opening);
  return new Set(
    [...tellingWords(withoutDay(opening.quote, opening.due))].filter((word) => !called.has(word)),
  );
}

/** What stands behind the @ of somebody's address. */
const houseOf = ({ address }: Person): string => (address.split('@')[1] ?? '').toLowerCase();
