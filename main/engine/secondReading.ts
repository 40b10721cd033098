import type { Person } from '../../shared/handoff/item';
import type { Evidence, EvidenceKind } from '../../shared/handoff/model';
import { languageOf } from '../../shared/reading/language';
import type { PartOf } from '../../shared/reading/learned/alignment';
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
import type { Correlated } from './correlated';
import { dayTaken } from './dayTaken';
import { evidenceOf } from './evidence';
import { OF_ALL } from './meant';
import { handNamed } from './namedHands';
import type { Seed } from './openings';
import { bareDeed } from './outcomeWords';
import { asksWhatNow, asksWhen, hangsOn } from './phrases';
import { isQuestion } from './plainSentences';
import type { Share } from './points';
import { sentencesIn } from './sentences';
import { asksToBeTold, saysNotYet, tellsInItsWords } from './toKnow';
import { gist, type Utterance } from './utterance';

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
/** To close what the rules leave open: an answer to one ask alone, or the part of it that is this one's of several. */
const CLOSES = { alone: 0.9, part: 0.6 };

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
  // Between quoted lines each sentence is tied to the ask above it.
  if (said.between.length > 0) return;
  const { ownText: text } = said;
  if (OF_ALL.test(text) || sentencesIn(text).some((sentence) => hangsOn(sentence) !== null)) return;
  if (languageOf(`${opening.quote}\n${text}`) !== 'en') return;
  const answered = answeredBy(handoff, share, ruled, before);
  const weighed = weighedOutcomes(answered);
  if (!weighed) return;
  const likely = (outcome: Outcome) => weighed[OUTCOMES.indexOf(outcome)] ?? 0;
  const best = OUTCOMES.reduce((a, b) => (likely(b) > likely(a) ? b : a));
  const stands = ruled ?? 'replied';
  if (EVIDENCE[best] === EVIDENCE[stands]) return;
  const least =
    best === 'done'
      ? CLOSES[answered.beside.length === 0 ? 'alone' : 'part']
      : ruled === 'done'
        ? SURELY
        : LIKELY;
  if (likely(best) < least || likely(stands) > (ruled === 'done' ? HARDLY : DOUBTED)) return;
  // Of one ask alone the rules know more: only what they have for a bare reply, or for done, is doubted.
  if (answered.beside.length === 0 && ruled !== 'done' && ruled !== 'replied') return;
  const part = partOf(answered);
  const { of } = part;
  if (
    best === 'done' &&
    (!(isOfQuestion(answered, of, ruled) || isOfDeed(answered, ruled)) || saysNotYet(text))
  )
    return;
  // What none of its words or wants are in may be of another ask: from there nothing is taken on, or said for the first time.
  if (ruled === null && (of === 'rest' || of === 'nothing')) return;
  if (best === 'taken' && (ruled === 'replied' || of !== 'named')) return;
  if (best === 'replied' && ruled !== null && !DOUBTFUL.includes(ruled)) return;
  if (ruled !== null && MOVES.includes(ruled) && HANGS.test(text)) return;
  if (ruled === 'done' && isPlainlyDone(seed, text, best)) return;
  // Nobody says yes to a day for what they have not taken.
  if (ruled === 'taken' && dayTaken(said)) return;
  if (best === 'questioned' && asksOnlyOthers(handoff, said)) return;
  const quote = likeliestSentence(answered, part.sentences, best) ?? facts[0]?.quote ?? gist(said);
  const fact: Evidence = {
    ...(facts[0] ??
      evidenceOf(seed, said, EVIDENCE[best], { end: 'taker', reason: '', confidence: 0 })),
    kind: EVIDENCE[best],
    quote,
    until: said.day(quote),
    to: best === 'redirected' || best === 'declined' ? handNamed(quote, said) : null,
    believes: best === 'questioned' ? 'giver' : null,
    link: {
      reason: 'the answer as a whole, beside what was asked',
      confidence: Math.round(likely(best) * 1000) / 1000,
    },
  };
  fact.id = `${fact.id}-again`;
  const kept = evidence.filter((f, n) => n < before.known || !isOwn(f));
  evidence.splice(0, evidence.length, ...kept, fact);
  for (const act of said.acts)
    if (USES[best]?.includes(act.kind) && quote.includes(act.quote)) used.add(act);
}

/** What the rules find too readily where nothing was said of the work. */
const DOUBTFUL: readonly Outcome[] = ['done', 'questioned', 'taken', 'declined'];

/** What may be the half of a wait on each other. */
const MOVES: readonly Outcome[] = ['taken', 'questioned', 'deferred'];
const HANGS =
  /\b(?:wait\w*|await\w*|once|until|till|as soon as|when|before|after|if|needs?|same (?:day|moment))\b/i;

/**
 * A deed is closed by what says that it is done, which the rules read; only of a question every sentence that tells what
 * was asked is the answer. Where several were asked, it must be that one's.
 */
const isOfQuestion = ({ ask }: Answered, of: PartOf, ruled: Outcome | null): boolean =>
  ask.isQuestion && (of === 'whole' ? ruled === 'replied' : of === 'named' || of === 'given');

/**
 * The deed that was asked alone, in an answer the rules have for a bare reply: it is closed where the tables are all but
 * sure, and nothing in it is still to come or lies elsewhere than it was to go.
 */
const isOfDeed = ({ ask, beside, sentences, acts }: Answered, ruled: Outcome | null): boolean =>
  !ask.isQuestion &&
  beside.length === 0 &&
  ruled === 'replied' &&
  // What the rules have for done, and not of this, is another thing that is done.
  !acts.some(({ kind }) => kind === 'delivery' || kind === 'completion') &&
  !sentences.some(
    (line) => AHEAD.test(line) || ASKED_ON.test(line) || (LIES.test(line) && GOES.test(ask.quote)),
  );
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
