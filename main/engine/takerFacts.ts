import type { Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Evidence, EvidenceKind } from '../../shared/handoff/model';
import { contentWords, tellingWords } from '../../shared/handoff/similarity';
import { conditionIn } from '../../shared/reading';
import { closes } from './acts';
import { dayPromised, dayTaken } from './dayTaken';
import { evidenceOf } from './evidence';
import { proposedDay, slipsTo } from './grantedDays';
import { inHandIn } from './inHand';
import {
  addressedTo,
  handNamed,
  leavesWith,
  pointedBy,
  pointedTo,
  POINTS,
  sentTo,
} from './namedHands';
import { namesElse } from './nearness';
import type { Seed } from './openings';
import { comingIn } from './outcomeWords';
import { besides, isToTakeOn, passedOnIn, type PassedOn } from './passedOn';
import { asksByWhen, conditionOf, leavesRest, withoutDay } from './phrases';
import { answersIt, isQuestion, leavesOpen, thanksOnly } from './plainSentences';
import { sentencesIn } from './sentences';
import { soundsDone } from './soundsDone';
import { asksToBeTold, saysNotYet } from './toKnow';
import { asksWhatIsMeant, toldBeside, toldFirst } from './toldBeside';
import type { Utterance } from './utterance';
import { inBoth, meets } from './words';

/**
 * What the taker's message says about a handoff that is theirs. Several acts give several facts. `beside` are other asks
 * the message may speak of.
 */
export function takerFacts(
  seed: Seed,
  said: Utterance,
  acts: readonly Act[],
  reason: string,
  beside: readonly Seed[] = [],
): Evidence[] {
  const facts: Evidence[] = [];
  const telling: Telling = {
    seed,
    said,
    acts,
    passed: passedOnIn(said.ownText, seed),
    waits: awaitsGiver(seed, said),
    add: (kind, act, more = {}) =>
      facts.push(
        evidenceOf(seed, said, kind, {
          end: 'taker',
          act,
          reason,
          confidence: act?.confidence ?? 0.6,
          ...more,
        }),
      ),
  };
  tellByActs(telling, beside);
  const waiting = telling.waits && !acts.some((a) => a.condition?.on === 'addressee');
  if (waiting && !facts.some((f) => f.kind === 'done' || f.kind === 'waiting'))
    telling.add('waiting', undefined, { believes: 'giver', quote: said.waits ?? undefined });
  if (facts.length === 0) tellByWords(telling);
  for (const fact of facts) if (fact.kind === 'deferred') fact.until ??= dayPromised(said);
  return facts;
}

/** A message about one handoff, and where what it tells is put. */
interface Telling {
  seed: Seed;
  said: Utterance;
  acts: readonly Act[];
  /** Where it says that the work was put with another hand. */
  passed: readonly PassedOn[];
  /** Does it leave the move with the giver? */
  waits: boolean;
  add: (kind: EvidenceKind, act: Act | undefined, more?: More) => void;
}

type More = Partial<Pick<Evidence, 'until' | 'to' | 'believes'>> & { quote?: string | undefined };

/** The facts its acts give, one by one. */
function tellByActs(telling: Telling, beside: readonly Seed[]): void {
  const { seed, said, acts, passed, waits, add } = telling;
  const takes = acts.some(
    (a) => !a.condition && ['acceptance', 'commitment', 'delivery', 'completion'].includes(a.kind),
  );
  const later = acts.some((a) => promisesIt(seed, a));
  // "Her card is attached. I'll send you his tomorrow": of one kind of thing, some has come.
  const more = said.acts.some((a) => promisesIt(seed, a) && GIVES.test(a.quote));
  const spoken = ofItOrNone(seed, said.ownText, beside);
  const isPart = (act: Act) =>
    more ||
    MOSTLY.test(act.quote) ||
    leavesRest(spoken, act.quote, seed.words) ||
    hangsStill(seed, said, act);
  for (const act of acts) {
    // "All good now. We sign it tomorrow, you have it on Thursday": what is promised for later has not come.
    if (later && closes(act) && !speaksOfIt(seed, act)) continue;
    if (act.condition?.on === 'addressee') {
      const toOther = act.addressee != null && !samePerson(act.addressee, seed.opening.giver);
      // "As soon as I have yours": whatever is promised, the move is put back.
      if (!toOther && (said.waits === null || waits)) add('waiting', act, { believes: 'giver' });
      continue;
    }
    // "I've passed it on to Karl", however it is read: nobody was pointed anywhere, and nothing has arrived.
    const on = passed.find((p) => p.moved && p.quote.includes(act.quote));
    if (on && (PUTS.has(act.kind) || (closes(act) && (on.asked || isToTakeOn(seed))))) {
      tellPassed(telling, on);
      continue;
    }
    const until = act.due?.at ?? null;
    const set = closes(act) ? soundsDone(act.quote, seed.opening.quote) : null;
    switch (act.kind) {
      case 'acceptance':
        // "Yes" to a question is its answer, not a promise of one.
        add(answersIt(seed.opening, act) ? 'done' : 'taken', act, { until });
        break;
      case 'commitment': {
        const told = toldBeside(seed, act, said);
        if (told === null) add('taken', act, { until });
        else add('done', act, { until, quote: told });
        break;
      }
      case 'deferral':
        // "Ja, mach ich, aber erst Mittwoch": a yes with a later day is a yes.
        add(YES_FIRST.test(act.quote) ? 'taken' : 'deferred', act, { until });
        break;
      case 'completion':
        if (set !== null) add(set, act, { until });
        // "It is finished and lies here, you get it as soon as …": nothing has arrived.
        else add(waits || isPart(act) ? 'partial' : 'done', act);
        break;
      case 'delivery':
        if (set !== null) add(set, act, { until });
        else add(isPart(act) ? 'partial' : 'done', act);
        break;
      case 'decline':
        tellDecline(telling, act);
        break;
      case 'redirect':
        add('redirected', act, { to: sentTo([act], said) });
        break;
      case 'request':
        tellRequest(telling, act, takes);
        break;
      case 'question':
        if (!takes) tellAskedBack(telling, act);
        break;
      case 'decision':
        if (seed.opening.act === 'question') add('done', act);
        break;
      case 'acknowledgement':
      case 'withdrawal':
        break;
    }
  }
}

/** The work lies with another hand, in these words. */
function tellPassed({ seed, said, add }: Telling, on: PassedOn): void {
  const to = said.named(on.hand).find((p) => !samePerson(p, seed.opening.giver)) ?? null;
  add('placed', undefined, { to, quote: on.quote });
}

function tellDecline(telling: Telling, act: Act): void {
  const { said, acts, passed, add } = telling;
  // "It's their part, not ours. I asked the foundry": why it went there, and no refusal.
  const why = besides(passed, act.quote, said.ownText);
  if (why) {
    tellPassed(telling, why);
    return;
  }
  add('declined', act, { to: sentTo(acts, said) ?? pointedBy(act, said) });
}

/** `takes`: other acts of the message take the work, or bring it. */
function tellRequest(telling: Telling, act: Act, takes: boolean): void {
  const { seed, said, add } = telling;
  // "Declarations are with Mikael, please ask him.": nothing is asked back.
  const to = POINTS.test(act.quote) ? handNamed(act.quote, said) : null;
  const day = dayTaken(said);
  if (to) add('redirected', act, { to });
  // "They come on Friday, so Monday works for me" asks for nothing.
  else if (day?.quote.includes(act.quote)) add('taken', act, day);
  // "I am waiting for your release, just let me know": no new ask, the turn is put back.
  else if (conditionIn({ text: act.quote })?.on === 'addressee')
    add('waiting', act, { believes: 'giver' });
  // "Set up.", "Ordered": the ask's own verb handed back is no ask.
  else if (echoes(seed, act)) add('done', act);
  // Whatever is said to a question is its answer ("yes, go ahead"), unless it asks back.
  else if (seed.opening.act === 'question') {
    if (!leavesOpen(act.quote, true)) add('done', act);
  } else if (!takes) tellAskedBack(telling, act);
}

function tellAskedBack(telling: Telling, act: Act): void {
  const { seed, said, add } = telling;
  const isElse = namesElse(seed, act.quote) && !asksWhatIsMeant(act.quote);
  // "Noor does them now, better ask her. How was the move?": whose it is was told, and the rest is talk.
  if (isElse && seed.opening.act === 'request' && pointsOn(telling)) return;
  const told = isElse ? toldFirst(seed, said) : null;
  if (told !== null) add('done', undefined, { quote: told });
  else if (addressedTo(act, seed.opening.giver, said)) {
    // "When do you need it?": whoever asks that has it in hand.
    if (seed.opening.taker !== null && asksByWhen(act.quote)) add('taken', act);
    add('questioned', act, { believes: 'giver', until: proposedDay(seed, act, said) });
  }
}

/** What it says as a whole, where no act of it says anything. */
function tellByWords(telling: Telling): void {
  const { seed, said, acts, passed, add } = telling;
  const { opening, words } = seed;
  const placed = passed.find((p) => p.ofIt && (p.moved || LIES_NOW.test(p.quote)));
  if (placed) {
    tellPassed(telling, placed);
    return;
  }
  const next = opening.act === 'request' ? pointsOn(telling) : null;
  if (next) {
    add('redirected', undefined, next);
    return;
  }
  const coming =
    opening.act === 'request' ? (comingIn(said.ownText, words) ?? confirmsIt(telling)) : null;
  if (coming !== null) {
    add('taken', undefined, { quote: coming });
    return;
  }
  const day = opening.act === 'request' && !asksToBeTold(opening) ? dayTaken(said) : null;
  if (day !== null) {
    add('taken', undefined, day);
    return;
  }
  const hand = asksToBeTold(opening) ? null : inHandIn(said.ownText, words);
  if (hand !== null) {
    const { own, quote } = hand;
    const to = own ? null : handNamed(quote, said);
    add(own ? 'taken' : 'placed', undefined, { to, until: said.day(quote), quote });
    return;
  }
  const slipped = slipsTo(seed, said);
  if (slipped !== null) {
    add('deferred', undefined, slipped);
    return;
  }
  const onlyThanks = acts.length > 0 && acts.every((a) => thanksOnly(seed, a));
  // A question expects only an answer, and this is one.
  const told = !leavesOpen(said.ownText, opening.taker !== null) && !saysNotYet(said.ownText);
  const rest = leavesRest(said.ownText, '', words);
  if (isQuestion(opening) && !onlyThanks && told) add('done', acts[0]);
  else add(rest && !onlyThanks ? 'partial' : 'replied', acts[0]);
}

/**
 * "Noted, they will be weighed when loading is finished", "Confirmed 2x, the driver is Piotr": it is on its way, and has not
 * been done; to confirm it was not what was asked.
 */
function confirmsIt({ seed, said }: Telling): string | null {
  const [first = ''] = sentencesIn(said.ownText.replace(GREETS, ''));
  if (first.endsWith('?')) return null;
  if (WILL_BE.test(first)) return first;
  return CONFIRMS.test(first) && !ASKS_TO_CONFIRM.test(seed.opening.quote) ? first : null;
}
const GREETS = /^\s*(?:dear|hi|hello|hey|good (?:morning|afternoon))\b[^,\n]{0,40},\s*/i;
const WILL_BE =
  /^(?:noted|understood|ok|okay|roger|sure|fine|right)[,.;:–-]+ *(?:it|they|that|those|these|this|both|all)(?:['’]ll| will| shall)(?: all| both)* be \p{L}+(?:ed|en|wn|ne|nt|lt|pt|id|ut)\b/iu;
const CONFIRMS =
  /^(?:(?:hereby|all|both|order|booking) )*(?:confirmed|scheduled|pencil+ed in|booked in)\b(?! (?:that|with|by)\b)/i;
const ASKS_TO_CONFIRM = /\b(?:confirm|schedule|book|pencil|reserve|slot|diary|calendar)/i;

/**
 * "I moved to the night shift. Otto keeps the keys now.": no word of refusal, and whose it is all the same. Not where that
 * hand reads it too, for then it was passed on, nor what the author does about it ("I'll ask Otto, he has it").
 */
function pointsOn({ seed, said }: Telling): { to: Person; quote: string } | null {
  const reads = (person: Person) => said.audience.some((p) => samePerson(p, person));
  for (const quote of sentencesIn(said.ownText)) {
    if (OWN_DEED.test(quote) || quote.endsWith('?')) continue;
    if (!OF_TODAY.test(quote)) continue;
    const to = pointedTo(quote, said);
    if (to && !samePerson(to, seed.opening.giver) && !reads(to)) return { to, quote };
  }
  return null;
}
const OF_TODAY = /\b(?:now|nowadays|these days|from now on|since (?:\p{Lu}|last|the|my|then))/u;
const OWN_DEED =
  /\b(?:i|we)(?:['’]ll| will| have|['’]ve|['’]m|['’]re| am| are)? (?!(?:can't|cannot|can’t|no longer|don't|don’t)\b)(?:just |already |only )*(?:asked|ask|passed|pass|sent|send|forward\p{L}*|check\p{L}*|chas\p{L}*|told|tell|spoke|speak|talk\p{L}*|call\p{L}*|get|got|look\p{L}*|wait\p{L}*|need|put)\b/iu;

/** Does the wait in a message leave the move with the giver of this handoff, and not with somebody else it is put to? */
function awaitsGiver(seed: Seed, said: Utterance): boolean {
  return said.waits !== null && leavesWith(seed.opening.giver, said.waits, said);
}

/** What words that only tell whom it was put with may be read as. */
const PUTS: ReadonlySet<Act['kind']> = new Set(['redirect', 'request', 'question']);

/** "It's with engineering now"; that the keys are with the sexton says where they are, and of no step. */
const LIES_NOW =
  /\b(?:it|this|that|das|es|het|dit)(?:['’]s| is| sits| lies| liegt| ligt) (?:now|already|jetzt|nun|nu|al)\b/i;

const YES_FIRST =
  /^\W*(?:ja|klar|gern\p{L}*|oui|d['’]accord|volontiers|sí|vale|claro|sim|sì|certo|volentieri|graag|prima|yes|yep|sure|will do|of course|gladly)(?![\p{L}]),? (?!aber|mais|pero|mas|ma |maar|but|leider|hélas)/iu;

/** Does an act have a word of the ask's own? */
const speaksOfIt = (seed: Seed, act: Act): boolean => meets(contentWords(act.quote), seed.words);

/** A promise of the very thing, in its words, for a day that is named. */
const promisesIt = (seed: Seed, act: Act): boolean =>
  act.kind === 'commitment' &&
  act.due !== undefined &&
  !act.condition &&
  meets(contentWords(withoutDay(act.quote, act.due)), seed.words);

const GIVES =
  /\b(?:send|bring|mail|e-?mail|forward|upload|share|drop|post|pass|hand|give|get you|let you have|follow)\b/i;

/** The sentences of a text that do not rather speak of another ask, in its words. */
function ofItOrNone(seed: Seed, text: string, beside: readonly Seed[]): string {
  if (beside.length === 0) return text;
  const isOfAnother = (sentence: string) => {
    const words = tellingWords(sentence);
    const own = inBoth(words, seed.words).length;
    return beside.some((other) => inBoth(words, other.words).length > own);
  };
  return sentencesIn(text)
    .filter((sentence) => !isOfAnother(sentence))
    .join('\n');
}

/** "Most of it's written": so far, and no further. */
const MOSTLY =
  /^(?:\W|and |so |well |good news )*(?:most|half|much|the bulk|the first half|nearly all|almost all|(?:a |one )?(?:third|quarter)|two thirds|part|some)(?: of)? (?:it|them|that|those|the \p{L}+)\b/iu;

/** "Agreement attached. Counsel signs it as soon as the annex is filled in", where it was asked for signed. */
function hangsStill({ words }: Seed, said: Utterance, act: Act): boolean {
  return sentencesIn(said.ownText).some((sentence) => {
    const condition = conditionOf(sentence);
    if (condition === null || sentence.includes(act.quote) || act.quote.includes(sentence))
      return false;
    return meets(contentWords(sentence.replace(condition, ' ')), words);
  });
}

/** A few words that only repeat the ask's. */
function echoes(seed: Seed, act: Act): boolean {
  const words = contentWords(act.quote);
  if (words.size === 0 || words.size > 3 || act.due || act.quote.trim().endsWith('?')) return false;
  for (const word of words) if (!seed.words.has(word)) return false;
  return true;
}
