import { isAsk, type Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Evidence } from '../../shared/handoff/model';
import { contentWords, tellingWords } from '../../shared/handoff/similarity';
import { takers, type Correlated } from './correlated';
import { evidenceOf } from './evidence';
import { KEPT_OF_MANY, keptLately } from '../../shared/handoff/lately';
import { handOf } from './namedHands';
import { namesOfEnds, type Seed } from './openings';
import { passedOnIn } from './passedOn';
import { sentencesIn } from './sentences';
import { mailSubject, type Utterance } from './utterance';
import { asWords, inBoth, meets } from './words';

/**
 * A chain that goes on in a thread of its own: the taker asks a third hand, under another subject and in other words, for
 * what they were asked. What ties the two is what the taker tells the giver of it ("I asked the foundry"), and where they
 * tell nothing, the words, the day it is due and the giver in copy together.
 */

/** An onward ask later than this after the opening is of something else. */
const WITHIN_MS = 45 * 86_400_000;
/** It is told of about when it is asked. */
const TOLD_WITHIN_MS = 4 * 86_400_000;
const SURE = 0.6;
/** Words of the work in common without anything told. */
const SEEN = 2;
const UNSEEN = 3;
/** And these are so much of what the work is known by. */
const SHARE = 0.4;

/** What the taker told the giver of having put the work elsewhere. */
export interface Told {
  quote: string;
  hand: string;
  at: number;
  to: Person | null;
}

/** What its own conversation and other messages (`others`) tell of where the taker put it. */
export function toldOnward(handoff: Correlated, others: readonly Utterance[]): Told[] {
  const { seed, evidence } = handoff;
  const within = evidence
    .filter((e) => e.kind === 'placed' && e.end === 'taker')
    .map(({ quote, at, to }) => ({ text: quote, at, to }));
  const elsewhere = others
    .filter((said) => tellsGiver(seed, said))
    .map((said) => ({ text: said.ownText, at: said.at, to: null }));
  return [...within, ...elsewhere].flatMap(({ text, at, to }) =>
    passedOnIn(text, seed).map(({ quote, hand }) => ({ quote, hand, at: Date.parse(at), to })),
  );
}

/** The taker says to the giver, in another place, that they put the work with somebody: in two words of it. */
export function tellsOnward(seed: Seed, said: Utterance, reason: string): Evidence | null {
  if (!tellsGiver(seed, said)) return null;
  const known = knownBy(seed);
  const told = passedOnIn(said.ownText, seed).find(
    ({ quote }) => inBoth(contentWords(quote), known).length >= SEEN,
  );
  if (!told) return null;
  const to = said.named(told.hand).find((p) => !samePerson(p, seed.opening.giver)) ?? null;
  const { quote } = told;
  return evidenceOf(seed, said, 'placed', { end: 'taker', to, quote, reason, confidence: 0.65 });
}

/** Does it tell the giver of having put the work with anybody: then what was asked of others may be that. */
export function tellsOfOnward(seed: Seed, said: Utterance): boolean {
  return tellsGiver(seed, said) && passedOnIn(said.ownText, seed).length > 0;
}

function tellsGiver(seed: Seed, said: Utterance): boolean {
  return (
    takers(seed).some((p) => samePerson(p, said.from)) &&
    said.audience.some((p) => samePerson(p, seed.opening.giver))
  );
}

/** May this be an onward ask of the handoff? By itself a message only tells that it may. */
export function mayAskOnward(seed: Seed, said: Utterance): boolean {
  return mayBeOnward(seed, said) !== null;
}

/** The asks in it that may be onward ones, and how many words it shares with the work; null where it asks nothing of the kind. */
function mayBeOnward(seed: Seed, said: Utterance): { asks: Act[]; shared: number } | null {
  const { taker, act } = seed.opening;
  if (taker === null || act === 'completion' || !samePerson(taker, said.from)) return null;
  const since = Date.parse(said.at) - Date.parse(seed.opening.saidAt);
  if (since <= 0 || since > WITHIN_MS) return null;
  const asks = asksIn(seed, said);
  const shared = asks.length === 0 ? 0 : sharedWith(seed, said);
  return shared === 0 ? null : { asks, shared };
}

/** The onward ask that this message is (`told`: what was told of any), as the fact that the work was placed with whom it asks; null where nothing ties them. */
export function askedOnward(
  seed: Seed,
  said: Utterance,
  told: () => readonly Told[],
  where: string,
): Evidence | null {
  const may = mayBeOnward(seed, said);
  if (!may) return null;
  const { asks, shared } = may;
  const act = asks.find((a) => a.due) ?? asks.find((a) => a.kind === 'request') ?? asks[0];
  const to = act && handOf(act, said);
  if (!act || !to) return null;
  const says = told().some((t) => isOfThis(t, to, seed, said) || isAnnounced(t, seed, said));
  if (!says && !isPlain(seed, said, shared)) return null;
  return evidenceOf(seed, said, 'placed', {
    end: 'taker',
    act,
    to,
    reason: says
      ? `the taker asked the next hand ${where}, and told of it`
      : `the taker asked the next hand ${where}: the same words for the same day`,
    confidence: act.confidence * (says ? 0.85 : 0.7),
  });
}

/**
 * Nothing was told of it, and still it can be no other work: the words, the day it is due and the giver in copy say so. Of
 * what they were asked for two or three days ago, the words and the giver in copy are enough.
 */
function isPlain(seed: Seed, said: Utterance, shared: number): boolean {
  const seen = isSeen(seed, said);
  if (shared < (seen ? SEEN : UNSEEN)) return false;
  const since = Date.parse(said.at) - Date.parse(seed.opening.saidAt);
  if (seen && since <= SOON_MS) return true;
  return shared >= knownBy(seed).size * SHARE && isForTheDay(seed, said);
}
const SOON_MS = 3 * 86_400_000;

const isSeen = ({ opening }: Seed, said: Utterance): boolean =>
  said.audience.some((p) => samePerson(p, opening.giver));

/** "Writing to Madrid tomorrow", and a day later an ask of somebody there, with the giver in copy: whatever they are called. */
function isAnnounced({ at, to }: Told, seed: Seed, said: Utterance): boolean {
  const since = Date.parse(said.at) - at;
  return to === null && since >= 0 && since <= SOON_MS && isSeen(seed, said);
}

/** Asks in it that are put to a third. */
function asksIn(seed: Seed, said: Utterance): Act[] {
  const { giver } = seed.opening;
  return said.acts.filter((act) => {
    if (!isAsk(act) || act.confidence < SURE) return false;
    const hand = handOf(act, said);
    return hand !== null && !samePerson(hand, giver) && !samePerson(hand, said.from);
  });
}

/** Was it told of this very ask: by the name or the house of the hand, or by words the message has besides the work's? */
function isOfThis({ quote, hand, at, to: told }: Told, to: Person, seed: Seed, said: Utterance) {
  if (Math.abs(at - Date.parse(said.at)) > TOLD_WITHIN_MS) return false;
  if (told) return samePerson(told, to);
  const house = to.address.split('@')[1]?.split('.').slice(0, -1).join(' ') ?? '';
  const own = seed.opening.taker?.address.split('@')[1];
  const called = contentWords(
    to.address.endsWith(`@${own ?? ''}`) ? to.name : `${to.name} ${house}`,
  );
  const words = contentWords(hand);
  const plain = [...words].map((word) => word.replace(/[^\p{L}\d]/gu, ''));
  if (meets(plain, called)) return true;
  const known = knownBy(seed);
  const around = wordsAround(said);
  const besides = inBoth(tellingWords(`${hand} ${quote}`), around);
  return meets(words, around) || besides.some((word) => !known.has(word));
}

/** What the work is known by, without those it is between. */
const knownBy = keptLately(({ opening }: Seed): ReadonlySet<string> => {
  const { quote, subject } = opening;
  const names = namesOfEnds(opening);
  return new Set([...tellingWords(`${quote}\n${subject}`)].filter((word) => !names.has(word)));
});

/** One handoff is compared with thousands of messages, and the next with the same. */
const wordsAround = keptLately((said: Utterance): ReadonlySet<string> => {
  const files = said.item.attachments.map(asWords);
  return tellingWords([mailSubject(said), ...files, said.ownText].join('\n'));
}, KEPT_OF_MANY);

function sharedWith(seed: Seed, said: Utterance): number {
  const around = wordsAround(said);
  return inBoth(knownBy(seed), around).length;
}

/** Does it speak of the day the work is due? */
function isForTheDay({ opening: { due } }: Seed, said: Utterance): boolean {
  const day = due?.at?.slice(0, 10);
  if (day === undefined) return false;
  return (
    said.acts.some((act) => act.due?.at?.slice(0, 10) === day) ||
    sentencesIn(said.ownText).some((sentence) => said.day(sentence)?.slice(0, 10) === day)
  );
}
