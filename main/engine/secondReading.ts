import type { Person } from '../../shared/handoff/item';
import type { Evidence, EvidenceKind } from '../../shared/handoff/model';
import { languageOf } from '../../shared/reading/language';
import { closingOdds, type Closing } from '../../shared/reading/learned/closings';
import {
  likeliestSentence,
  partOf,
  OUTCOMES,
  weighedOutcomes,
  type Answered,
  type Outcome,
} from '../../shared/reading/learned/outcomes';
import { samePerson } from '../../shared/handoff/identity';
import { isAsk, type Act } from '../../shared/handoff/act';
import { closes } from './acts';
import type { Correlated } from './correlated';
import { dayPromised, dayTaken } from './dayTaken';
import { evidenceOf } from './evidence';
import { OF_ALL } from './meant';
import { handNamed } from './namedHands';
import type { Seed } from './openings';
import { bareDeed } from './outcomeWords';
import { asksWhatNow, asksWhen, hangsOn } from './phrases';
import { isQuestion } from './plainSentences';
import type { Share } from './points';
import { soundsDone } from './soundsDone';
import { sentencesIn } from './sentences';
import { channelOf, kindOfWork } from './surroundings';
import { asksToBeTold, saysNotYet, tellsInItsWords } from './toKnow';
import { gist, type Utterance } from './utterance';
import { asWords } from './words';

/**
 * What an answer does to an ask is read twice: by the rules, act by act, and as a whole by what was learned from asks and
 * their answers. Where the second reading is the surer, its outcome takes the place of what the rules made of it: an ask
 * that is closed although it is not done is the worst mistake there is.
 */

/** The evidence each outcome is. Who waits for a third has it still, and later. */
const EVIDENCE: Readonly<Record<Outcome, EvidenceKind>> = {
  done: 'done',
  taken: 'taken',
  partial: 'partial',
  deferred: 'deferred',
  declined: 'declined',
  redirected: 'redirected',
  questioned: 'questioned',
  waiting: 'deferred',
  replied: 'replied',
};
/** Of several facts of one message, the one that tells most of what it did. */
const TELLING: readonly Outcome[] = [
  'done',
  'redirected',
  'declined',
  'questioned',
  'waiting',
  'partial',
  'deferred',
  'taken',
  'replied',
];
/** How likely an outcome must be to take the place of another, and how likely that other may be still. */
const LIKELY = 0.6;
const DOUBTED = 0.3;
/** Where the rules found it done: that it hardly is, and surely another. */
const HARDLY = 0.08;
const SURELY = 0.55;
/** From here on what was learned of closings closes what the rules leave open. */
const CLOSED = 0.75;

/** What the rules made of a message; null where it moved the work on, or said nothing of it. */
export function ruledOutcome(facts: readonly Evidence[]): Outcome | null {
  if (facts.some((f) => f.kind === 'placed' || f.kind === 'withdrawn')) return null;
  return TELLING.find((outcome) => facts.some((f) => f.kind === outcome)) ?? null;
}

/** Whatever it asks, it asks of others by name than the one who asked. */
function asksOnlyOthers({ seed }: Correlated, { acts }: Utterance): boolean {
  const asks = acts.filter(isAsk);
  const { giver } = seed.opening;
  return asks.length > 0 && asks.every((a) => a.addressee && !samePerson(a.addressee, giver));
}

const DONE = /^\W*(?:(?:all|both|now|hi \p{L}+) )*done\s*$/iu;
/**
 * "Done, and I'll do next week's tomorrow": it opens with the deed. A question is answered by a no, by half a yes, and one
 * for a day by a promise.
 */
function isPlainlyDone({ opening }: Seed, text: string, best: Outcome): boolean {
  const [first = ''] = text.split(/[,;.!\n]|\s(?:and|but)\s/);
  if (DONE.test(first) || bareDeed(first) !== null) return true;
  if (best === 'taken') return asksWhen(opening.quote) || asksWhatNow(opening.quote);
  const told = isQuestion(opening) || asksToBeTold(opening);
  if (told && sentencesIn(text).some((sentence) => tellsInItsWords(opening, sentence))) return true;
  return told && (best === 'declined' || best === 'partial' || best === 'deferred');
}

/** An answer as the tables see it, beside the other asks its words may be of. */
export function answeredBy(
  handoff: Correlated,
  { asked, said }: Share,
  ruled: Outcome | null,
  around: Pick<Before, 'since' | 'last'>,
): Answered {
  const { opening } = handoff.seed;
  return {
    ask: { quote: opening.quote, isQuestion: isQuestion(opening) },
    beside: asked.filter((h) => h !== handoff).map((h) => h.seed.opening.quote),
    sentences: sentencesIn(said.ownText),
    acts: said.acts,
    attachments: said.item.attachments.length,
    ruled,
    since: around.since,
    later: asked.length - 1 - asked.indexOf(handoff),
    prior:
      handoff.evidence.findLast((e) => e.end === 'taker' && e.source.id !== said.source.id)?.kind ??
      'none',
    before: samePerson(around.last, opening.giver)
      ? 'giver'
      : samePerson(around.last, said.from)
        ? 'taker'
        : 'other',
    calls: callsOf(handoff, said),
  };
}

function callsOf({ seed }: Correlated, said: Utterance): 'giver' | 'other' | 'nobody' {
  const named = said
    .named(said.ownText)
    .filter((p) => !samePerson(p, said.from) && said.audience.some((q) => samePerson(p, q)));
  if (named.length === 0)
    return said.item.kind === 'mail' && !said.to.some((p) => samePerson(p, seed.opening.giver))
      ? 'other'
      : 'nobody';
  return named.some((p) => samePerson(p, seed.opening.giver)) ? 'giver' : 'other';
}

/** What is known of a handoff and of its conversation before an answer. */
export interface Before {
  /** How much evidence there was. */
  known: number;
  /** Messages from the ask to the answer. */
  since: number;
  /** Who wrote last. */
  last: Person | null;
}

/**
 * Reads a part of a message of the taker's again, beside one of the asks it may be of. The acts that it turns out to be
 * made of are `used` up.
 */
export function readAgain(handoff: Correlated, share: Share, before: Before, used: Set<Act>): void {
  const { seed, evidence } = handoff;
  const { opening } = seed;
  const { said } = share;
  const isOwn = (f: Evidence) => f.end === 'taker' && f.source.id === said.source.id;
  const facts = evidence.slice(before.known).filter(isOwn);
  const ruled = ruledOutcome(facts);
  // Moved on or taken back, or whose move each takes it to be: that is told by more than the words of one answer.
  if ((facts.length > 0 && ruled === null) || ruled === 'waiting' || said.waits !== null) return;
  const { ownText: text } = said;
  if (languageOf(`${opening.quote}\n${text}`) !== 'en') return;
  const answered = answeredBy(handoff, share, ruled, before);
  const weighed = weighedOutcomes(answered);
  if (!weighed) return;
  // What the rules have for done, and not of this, is another thing that is done.
  const isOfOther = !answered.ask.isQuestion && said.acts.some(closes);
  const closed =
    ruled === 'done' || isOfOther ? null : closingOdds(closingOf(seed, said, answered, weighed));
  if (closed !== null && closed >= CLOSED && !onlySoundsDone()) {
    retell('done', closed);
    return;
  }
  if (OF_ALL.test(text) || hangs(text)) return;
  const likely = (outcome: Outcome) => weighed[OUTCOMES.indexOf(outcome)] ?? 0;
  const best = OUTCOMES.reduce((a, b) => (likely(b) > likely(a) ? b : a));
  const stands = ruled ?? 'replied';
  if (EVIDENCE[best] === EVIDENCE[stands]) return;
  // What closes is told above.
  if (best === 'done') return;
  const least = ruled === 'done' ? SURELY : LIKELY;
  if (likely(best) < least || likely(stands) > (ruled === 'done' ? HARDLY : DOUBTED)) return;
  // Of one ask alone the rules know more: only what they have for a bare reply, or for done, is doubted.
  if (answered.beside.length === 0 && ruled !== 'done' && ruled !== 'replied') return;
  const part = partOf(answered);
  const { of } = part;
  // What none of its words or wants are in may be of another ask: from there nothing is taken on, or said for the first time.
  if (ruled === null && (of === 'rest' || of === 'nothing')) return;
  if (best === 'taken' && (ruled === 'replied' || of !== 'named')) return;
  if (best === 'replied' && ruled !== null && !DOUBTFUL.includes(ruled)) return;
  if (ruled !== null && MOVES.includes(ruled) && HANGS.test(text)) return;
  if (ruled === 'done' && isPlainlyDone(seed, text, best)) return;
  // Nobody says yes to a day for what they have not taken.
  if (ruled === 'taken' && dayTaken(said)) return;
  if (best === 'questioned' && asksOnlyOthers(handoff, said)) return;
  retell(best, likely(best));

  /** Does the sentence by which it would be done hang on something, or say that it has its day? */
  function onlySoundsDone(): boolean {
    const told = likeliestSentence(answered, partOf(answered).sentences, 'done') ?? text;
    return hangsOn(told) !== null || soundsDone(told, opening.quote) !== null;
  }

  /** Puts an outcome in the place of what the rules made of the message. */
  function retell(outcome: Outcome, surely: number): void {
    const { sentences } = partOf(answered);
    const quote = likeliestSentence(answered, sentences, outcome) ?? facts[0]?.quote ?? gist(said);
    const fact: Evidence = {
      ...(facts[0] ??
        evidenceOf(seed, said, EVIDENCE[outcome], { end: 'taker', reason: '', confidence: 0 })),
      kind: EVIDENCE[outcome],
      quote,
      until: said.day(quote) ?? (EVIDENCE[outcome] === 'deferred' ? dayPromised(said) : null),
      to: outcome === 'redirected' || outcome === 'declined' ? handNamed(quote, said) : null,
      believes: outcome === 'questioned' ? 'giver' : null,
      link: {
        reason: 'the answer as a whole, beside what was asked',
        confidence: Math.round(surely * 1000) / 1000,
      },
    };
    fact.id = `${fact.id}-again`;
    const kept = evidence.filter((f, n) => n < before.known || !isOwn(f));
    evidence.splice(0, evidence.length, ...kept, fact);
    for (const act of said.acts)
      if (USES[outcome]?.includes(act.kind) && quote.includes(act.quote)) used.add(act);
  }
}

const hangs = (text: string): boolean =>
  sentencesIn(text).some((sentence) => hangsOn(sentence) !== null);

/** The answer and its ask as the table of closings sees them. */
export function closingOf(
  { opening }: Seed,
  said: Utterance,
  answered: Answered,
  weighed: readonly number[],
): Closing {
  const { ownText: text } = said;
  return {
    ...answered,
    weighed,
    kind: kindOfWork(opening),
    channel: channelOf(said),
    files: said.item.attachments.map(asWords),
    signs: {
      ahead: AHEAD.test(text),
      askedOn: ASKED_ON.test(text),
      elsewhere: LIES.test(text) && GOES.test(opening.quote),
      notYet: saysNotYet(text),
      hangs: hangs(text),
      ofAll: OF_ALL.test(text),
      asksWhen: asksWhen(opening.quote),
      asksWhatNow: asksWhatNow(opening.quote),
      asksToBeTold: asksToBeTold(opening),
      tellsIt: answered.sentences.some((sentence) => tellsInItsWords(opening, sentence)),
    },
  };
}

/** What the rules find too readily where nothing was said of the work. */
const DOUBTFUL: readonly Outcome[] = ['done', 'questioned', 'taken', 'declined'];

/** What may be the half of a wait on each other. */
const MOVES: readonly Outcome[] = ['taken', 'questioned', 'deferred'];
const HANGS =
  /\b(?:wait\w*|await\w*|once|until|till|soon as|when|before|after|if|needs?|same (?:day|moment))\b/i;

/** What is still to come, or hangs on something. */
const AHEAD =
  /\b(?:will|shall|would|could|going to|tomorrow|tonight|later|soon|shortly|until|till|once|when|after|before|yet|still|not|cannot|never|only|first|says?|run out|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next|in \d+|\d+ ?(?:min\w*|hrs?|hours?|days?|%))\b|'ll\b|n['’]t\b|\?/i;
/** It lies with others, or they were spoken to. */
const ASKED_ON =
  /\b(?:is|are|lies?|sits?)(?: \p{L}+)? with (?!you\b)|\b(?:asked|phoned|rang|rung|called|told|informed|contacted|chased|written to|e-?mailed|messaged|reminded)\b/iu;
/** "The projector is in the car", where it was to go back into the lab. */
const LIES = /\b(?:is|are|sits?|lies?|stands?)(?: \p{L}+)? (?:in|on|at|with|under|by) /iu;
const GOES = /\b(?:to|into|onto|in|on|at|from) (?:the|our|my|your|room|bay|hall) \p{L}+/iu;

/** Acts that are what the outcome says, and no new piece of work. */
const USES: Partial<Record<Outcome, readonly Act['kind'][]>> = {
  questioned: ['question', 'request'],
  taken: ['commitment', 'acceptance'],
  deferred: ['commitment', 'deferral'],
  waiting: ['commitment', 'deferral'],
  partial: ['commitment', 'delivery', 'completion'],
  done: ['delivery', 'completion', 'acceptance', 'decision'],
};
