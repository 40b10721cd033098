import { isAsk, type Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import { tellingWords } from '../../shared/handoff/similarity';
import { closes } from './acts';
import { endsOf, isTaker, type Correlated } from './correlated';
import { meant } from './meant';
import { handOf } from './namedHands';
import { hasAnyWord, hasOwnWord, namesElse, nearness, SAME_WORK } from './nearness';
import type { Seed } from './openings';
import { topicOf } from './phrases';
import { thingSent } from './sentAlong';
import { sentenceAround, sentencesIn } from './sentences';
import type { Utterance } from './utterance';
import { inBoth, meets } from './words';

/** Which of the handoffs of its conversation a message can be about, before its acts are looked at. */

/** Where a message stands among the others: how many were said since an earlier one. */
export type Place = (since: string) => number;

/** Has the talk left the handoff? */
export type Strayed = (handoff: Correlated) => boolean;

/**
 * In a chat of several a third has spoken since, and the words have nothing of the work: what says nothing else answers
 * them.
 */
export function hasStrayed(
  handoff: Correlated,
  said: Utterance,
  since: readonly Utterance[],
): boolean {
  if (said.item.kind !== 'chat' || said.to.length < 2) return false;
  const ends = endsOf(handoff.seed);
  return (
    since.some((u) => !ends.some((p) => samePerson(p, u.from))) &&
    nearness(handoff.seed, said.ownText) < SAME_WORK
  );
}

/** Messages after which a chat has moved on to other matters, unless the words say otherwise. */
const CHAT_REACH = 3;
/** Messages one matter is talked over in without a word of it: each close behind the last would else be about it for ever. */
const EXCHANGE = 12;

/**
 * Does this message speak to the handoff at all? A mail in the thread does. A chat never ends, so there it must be
 * close behind what was asked, or behind what was last said about it in so many words or in the same exchange; or share
 * its words.
 */
export function speaksTo(
  handoff: Correlated,
  said: Utterance,
  text: string,
  place: Place,
): boolean {
  const { seed, evidence } = handoff;
  if (said.item.kind === 'mail' || nearness(seed, text) >= SAME_WORK) return true;
  const opened = place(seed.opening.source.id);
  if (opened <= CHAT_REACH) return true;
  if (place(evidence[evidence.length - 1]?.source.id ?? '') > CHAT_REACH) return false;
  return (
    opened <= EXCHANGE ||
    evidence.some((e) => place(e.source.id) <= EXCHANGE && nearness(seed, e.quote) >= SAME_WORK)
  );
}

/** Was something said of it within days? */
export function isRecent({ seed, evidence }: Correlated, said: Utterance): boolean {
  const last = evidence[evidence.length - 1]?.at ?? seed.opening.saidAt;
  return Date.parse(said.at) - Date.parse(last) <= RECENT_MS;
}
const RECENT_MS = 3 * 86_400_000;

/** Could the handoff's other end see this message? */
export function reaches(seed: Seed, said: Utterance): boolean {
  if (said.at <= seed.opening.saidAt && said.source.id === seed.opening.source.id) return false;
  const ends = endsOf(seed);
  return (
    [said.from, ...said.audience].filter((p) => ends.some((e) => samePerson(e, p))).length >= 1
  );
}

export function asksOthers(act: Act, said: Utterance, mine: readonly Correlated[]): boolean {
  const hand = handOf(act, said);
  if (!hand) return said.to.length > 1;
  return !mine.some((h) => samePerson(h.seed.opening.giver, hand));
}

/** Does an act of the giver's concern this handoff, rather than another one they gave in this conversation? */
export function concerns(
  handoff: Correlated,
  act: Act,
  said: Utterance,
  given: readonly Correlated[],
): boolean {
  const to = handOf(act, said);
  if (isAsk(act) && to && !isTaker(handoff.seed, to)) return false;
  const among = act.kind === 'acknowledgement' ? thankedFor(given, act) : given;
  if (!among.includes(handoff)) return false;
  if (among.length === 1) return true;
  return meant(
    among.map((h) => h.seed),
    act.quote,
  ).includes(handoff.seed);
}

/** What has come is what was asked for and answered, before what was only promised on the way, unless that is named. */
function thankedFor(given: readonly Correlated[], act: Act): readonly Correlated[] {
  const isPromise = ({ seed }: Correlated) => seed.opening.act === 'commitment';
  const answered = given.filter((h) => !isPromise(h) && h.evidence.some((e) => e.end === 'taker'));
  const named = given.some((h) => isPromise(h) && nearness(h.seed, act.quote) > 0);
  return answered.length > 0 && !named ? answered : given;
}

/** In a chat of two, said long after the last word about it and with nothing of it: another matter, whatever it is. */
export function isSmallTalk({ seed, evidence }: Correlated, said: Utterance): boolean {
  if (said.item.kind !== 'chat') return false;
  const last = evidence[evidence.length - 1]?.at ?? seed.opening.saidAt;
  return Date.parse(said.at) - Date.parse(last) > LONG_MS && nearness(seed, said.ownText) === 0;
}
const LONG_MS = 12 * 3_600_000;

/**
 * What it says to be finished is something else the opening message spoke of, beside this handoff: "the grant form is
 * complete", where the same mail had told of that form and promised a call.
 */
export function endsAnother(
  seed: Seed,
  act: Act,
  source: (id: string) => Utterance | undefined,
): boolean {
  if (!closes(act)) return false;
  const words = tellingWords(act.quote);
  if (hasAnyWord(seed, act.quote)) return false;
  const opened = source(seed.opening.source.id)?.ownText ?? '';
  return sentencesIn(opened).some((sentence) => {
    if (sentence.includes(seed.opening.quote)) return false;
    const shared = inBoth(tellingWords(sentence), words).length;
    return shared >= 2;
  });
}

/** "Done" is said of what was asked of them by name before anything that was put to all, unless it has that one's words. */
export function askedByName(seeds: readonly Seed[], text: string): readonly Seed[] {
  if (seeds.some((seed) => seed.opening.taker === null && nearness(seed, text) > 0)) return seeds;
  const named = seeds.filter((seed) => seed.opening.taker !== null);
  return named.length > 0 ? named : seeds;
}

/**
 * "By the way we've moved across the street": the sentence says of itself that it is beside the matter, names its own, and
 * has no word of the ask.
 */
export const isAside = (seed: Seed, act: Act, said: Utterance): boolean => {
  const sentence = sentenceAround(said.ownText, act.quote);
  return (
    ASIDE.test(sentence) &&
    !OF_WHAT_WAS_SAID.test(sentence) &&
    namesElse(seed, sentence.replace(ASIDE, ''))
  );
};
const ASIDE =
  /^\W*(?:(?:oh|and|also|ps|p\.s\.),? )*(?:by the way|btw|incidentally|on (?:another|a different) (?:note|matter|subject|topic)|unrelated(?:ly)?|while (?:i think of it|i'm at it)|apropos of nothing)\b/i;
const OF_WHAT_WAS_SAID = /\b(?:it|that|this|them|those|these|yours)\b/i;

/**
 * "Thanks Ana, that's sorted then": said to a third, with thanks, it is the third's deed that is done, whoever else reads
 * it. A word of the work, or a thing of one's own that is attached, says otherwise.
 */
export function thanksThird(seed: Seed, act: Act, said: Utterance): boolean {
  if (!closes(act) || said.item.attachments.length > 0) return false;
  if (said.to.some((p) => samePerson(p, seed.opening.giver))) return false;
  return THANKS.test(sentenceAround(said.ownText, act.quote)) && !hasOwnWord(seed, act.quote);
}
const THANKS = /\b(?:thanks|thank you|cheers|thx|ta|well done|kudos|merci|danke|gracias|grazie)\b/i;

/** Do these very words pass the handoff on to the next hand? */
export const passedBy = ({ evidence }: Correlated, said: Utterance, act: Act): boolean =>
  evidence.some(
    (e) => e.kind === 'placed' && e.source.id === said.source.id && e.quote === act.quote,
  );

/**
 * "Trials have moved to Billing, so adding Ana. Ana, can you …": this very message passes the work on, and what it says to
 * have come about is something else. "Done. Ana, can you publish it?" is the work's.
 */
export function passedInstead({ seed, evidence }: Correlated, said: Utterance, act: Act): boolean {
  if (act.kind !== 'completion') return false;
  if (!evidence.some((e) => e.kind === 'placed' && e.source.id === said.source.id)) return false;
  return namesElse(seed, act.quote);
}

/**
 * "The sled build is up on the branch", where bullets for the shop page were asked for: what it says has come or is done
 * goes by a name of its own, and has no word of the ask.
 */
export function namesAnother(seed: Seed, act: Act): boolean {
  if (!closes(act)) return false;
  const thing = OWN_THING.exec(act.quote)?.[1];
  if (thing === undefined || OF_ANY_FILE.test(thing)) return false;
  return tellingWords(thing).size > 0 && !hasOwnWord(seed, act.quote);
}
/** What is said to be somewhere or to be finished, named before its verb. */
const OWN_THING =
  /^(?:\W|(?:fyi|ok|okay|so|and|also|btw|hey all|hi all|all)[,:]? )*((?!(?:it|this|that|they|these|those|both|all|everything|i|we|you|he|she|here|there|done|sent|attached|posted|uploaded)\b)(?:[\p{L}\d'’.-]+ ){0,5}?[\p{L}\d'’.-]+)(?:(?:'s|’s| is| are| has| have| was| were)\b| (?:done|sent|\p{L}{2,}ed)(?=\s*(?:[.,;!–-]|$)))/iu;
/** Said of whatever is sent. */
const OF_ANY_FILE =
  /\b(?:files?|docs?|documents?|links?|pdfs?|drafts?|copy|copies|versions?|work|job|task|rest|whole thing)\s*$/i;

/**
 * Asked for one thing, they promise to send or tell another: "I let you know the launch date" is no promise of the name, and
 * "as for the stains, I tell you tomorrow" none of the pillowcases.
 */
export function promisesAnother(seed: Seed, act: Act): boolean {
  if (act.kind !== 'commitment' || act.due === undefined) return false;
  const topic = topicOf(act.quote);
  if (topic && !meets(topic, seed.words) && !meets(topic, seed.subjectWords)) return true;
  const [asked, promised] = [thingSent(seed.opening.quote), thingSent(act.quote)];
  if (asked === null || promised === null || asked === promised) return false;
  return tellingWords(act.quote).has(promised) && !hasAnyWord(seed, act.quote);
}
