import { isList } from '../../shared/handoff/groups';
import { samePerson, stableId } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { KEPT_OF_MANY, keptLately } from '../../shared/handoff/lately';
import type { Evidence } from '../../shared/handoff/model';
import { nearness, pointsTo } from './nearness';
import type { Seed } from './openings';
import { readAbsence } from '../../shared/reading/absence';
import { offersHelp, standsIn, tellsWhoStandsIn } from './phrases';
import { sentencesIn } from './sentences';
import { mailSubject, type Utterance } from './utterance';

/** Colleagues of the one asked beyond whom nobody's offers are looked for: a team, not a company. */
export const TEAM_LIMIT = 15;
const ABOUT = 0.2;
const NOBODY = { by: null, quote: '' };
const TO_ANYONE = /\b(?:if|for) (?:any|some)(?:one|body)\b/i;

/** Somebody who was not asked tells the giver that they could do it: the next hand, in their own words. */
export function offerFacts(seed: Seed, others: readonly Utterance[]): Evidence[] {
  const { giver, taker, saidAt } = seed.opening;
  const found: Evidence[] = [];
  for (const said of others) {
    if (said.nature !== 'human') continue;
    const before = said.at <= saidAt;
    if (before && Date.parse(saidAt) - Date.parse(said.at) > STANDING_IN_MS) continue;
    if (samePerson(said.from, giver) || samePerson(said.from, taker)) continue;
    const offered = before ? null : offeredIn(seed, said, taker);
    const { by: hand, quote } =
      offered === null ? (stoodInFor(seed, said) ?? NOBODY) : { by: said.from, quote: offered };
    if (hand === null) continue;
    found.push({
      id: stableId(seed.id, 'offered', said.source.kind, said.source.id),
      kind: 'bystander',
      end: 'other',
      by: said.from,
      // Arranged before it was asked, it bears on it from then on.
      at: before ? saidAt : said.at,
      source: said.source,
      quote,
      until: null,
      to: hand,
      believes: null,
      link: {
        reason: offered === null ? 'has their work for the time being' : 'offers to do it',
        confidence: 0.7,
      },
    });
  }
  return found;
}

/** The sentence that offers, where it or its neighbour names the one asked, or speaks of the same work. */
function offeredIn(seed: Seed, said: Utterance, taker: Person | null): string | null {
  if (!said.audience.some((p) => samePerson(p, seed.opening.giver))) return null;
  for (const { sentence, near } of offersIn(said)) {
    const names = taker !== null && said.named(near).some((p) => samePerson(p, taker));
    const speaks =
      nearness(seed, near) >= ABOUT ||
      pointsTo(seed, near) ||
      // Held out to anyone of the team who has such a thing: one word of the work is enough.
      (TO_ANYONE.test(sentence) && nearness(seed, sentence) > 0);
    if (speaks || (names && said.to.some((p) => samePerson(p, seed.opening.giver))))
      return sentence.replace(/\s+/g, ' ').trim();
  }
  return null;
}

interface Near {
  sentence: string;
  /** With its neighbours. */
  near: string;
}
const nearby = (sentences: readonly string[], is: (sentence: string) => boolean): Near[] =>
  sentences.flatMap((sentence, n) =>
    is(sentence) ? [{ sentence, near: sentences.slice(Math.max(0, n - 1), n + 2).join(' ') }] : [],
  );

/** Every message is compared with each handoff of a team in turn, and few offer anything. */
const offersIn = keptLately(
  (said: Utterance): readonly Near[] =>
    nearby(said.ownText.split(/\n{2,}|(?<=[.!?])\s+/), offersHelp),
  KEPT_OF_MANY,
);
const standsInIn = keptLately(
  (said: Utterance): readonly Near[] =>
    nearby(
      sentencesIn(said.ownText),
      (sentence) =>
        !/\?\s*$/.test(sentence) &&
        !UNSURE.test(sentence) &&
        (standsIn(sentence) || tellsWhoStandsIn(sentence)),
    ),
  KEPT_OF_MANY,
);

/** How long before an ask somebody may have told that they stand in for the one asked. */
export const STANDING_IN_MS = 60 * 86_400_000;

/**
 * "While Fergus is at home I am looking after his dealers": who has the work of the one asked for the time being, said by
 * them or by a colleague, to the giver or to everybody, and not over when it was asked. Null where no sentence says so.
 */
function stoodInFor({ opening }: Seed, said: Utterance): { by: Person; quote: string } | null {
  const { giver, taker } = opening;
  if (!said.audience.some((p) => samePerson(p, giver) || isList(p))) return null;
  for (const { sentence, near } of standsInIn(said)) {
    const by = standsIn(sentence) ? said.from : namedHand(sentence, said, [giver, taker]);
    if (by === null) continue;
    const subject = mailSubject(said);
    if (!said.named(`${subject}. ${near}`).some((p) => samePerson(p, taker))) continue;
    const ends = sentencesIn(near).filter((line) => ENDS.test(line));
    const { until } = readAbsence(ends.join(' '), {
      at: said.at,
      timeZone: null,
      author: said.from,
    });
    if (until !== null && Date.parse(until) <= Date.parse(opening.saidAt)) continue;
    return { by, quote: sentence.replace(/\s+/g, ' ').trim() };
  }
  return null;
}
const UNSURE =
  /\b(?:if|might|may|maybe|perhaps|not sure|would|could|should|wish|not|never)\b|n['’]t\b/i;

/** The one of whom a sentence tells that they have another's work; null where it tells so of nobody, or names several. */
function namedHand(
  sentence: string,
  said: Utterance,
  others: readonly (Person | null)[],
): Person | null {
  const named = said.named(sentence).filter((p) => !others.some((q) => samePerson(p, q)));
  return named.length === 1 ? (named[0] ?? null) : null;
}
/** Only a day of return ends it; the birth on Wednesday does not. */
const ENDS = /\b(?:back|until|till|through|returns?)\b/i;
