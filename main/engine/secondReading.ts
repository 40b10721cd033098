import type { Evidence, EvidenceKind } from '../../shared/handoff/model';
import { languageOf } from '../../shared/reading/language';
import {
  likeliestSentence,
  OUTCOMES,
  weighedOutcomes,
  type Outcome,
} from '../../shared/reading/learned/outcomes';
import { samePerson } from '../../shared/handoff/identity';
import { handNamed, isAsk } from './answers';
import type { Correlated } from './correlated';
import { bareDeed } from './outcomeWords';
import type { Seed } from './openings';
import { asksWhatNow, asksWhen, hangsOn } from './phrases';
import { isQuestion } from './plainSentences';
import { sentencesIn } from './sentences';
import { asksToBeTold } from './toKnow';
import type { Utterance } from './utterance';

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
/** How likely an outcome must be where the rules found none. */
const LIKELY = 0.6;
/** And where they found it done: that it hardly is, and surely another. */
const HARDLY = 0.08;
const SURELY = 0.55;

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
  return told && (best === 'declined' || best === 'partial' || best === 'deferred');
}

/** Reads a message of the taker's again; `from` is how much was known of the handoff before it. */
export function readAgain(handoff: Correlated, said: Utterance, from: number): void {
  const { seed, evidence } = handoff;
  const { opening } = seed;
  if (opening.act !== 'request' && opening.act !== 'question') return;
  const isOwn = (f: Evidence) => f.end === 'taker' && f.source.id === said.source.id;
  const facts = evidence.slice(from).filter(isOwn);
  const ruled = ruledOutcome(facts);
  // Whose move each takes it to be is told by more than the words of one answer.
  if ((ruled !== 'done' && ruled !== 'replied') || said.waits !== null) return;
  const text = said.ownText;
  if (sentencesIn(text).some((sentence) => hangsOn(sentence) !== null)) return;
  if (languageOf(`${opening.quote}\n${text}`) !== 'en') return;
  const ask = { quote: opening.quote, isQuestion: isQuestion(opening) };
  const answered = { ask, text, acts: said.acts, attachments: said.item.attachments.length };
  const weighed = weighedOutcomes(answered);
  if (!weighed) return;
  const likely = (outcome: Outcome) => weighed[OUTCOMES.indexOf(outcome)] ?? 0;
  const best = OUTCOMES.reduce((a, b) => (likely(b) > likely(a) ? b : a));
  // Nothing is closed that the rules do not close, nor taken where no promise is read: both would quiet what is open.
  if (best === 'done' || (best === 'taken' && ruled === 'replied')) return;
  if (EVIDENCE[best] === EVIDENCE[ruled]) return;
  if (ruled === 'replied' && likely(best) < LIKELY) return;
  if (ruled === 'done' && (likely(best) < SURELY || likely('done') > HARDLY)) return;
  if (ruled === 'done' && isPlainlyDone(seed, text, best)) return;
  if (best === 'questioned' && asksOnlyOthers(handoff, said)) return;
  const [first] = facts;
  if (!first) return;
  const quote = likeliestSentence(ask, sentencesIn(text), best) ?? first.quote;
  const kept = evidence.filter((f, n) => n < from || !isOwn(f));
  const fact: Evidence = {
    ...first,
    id: `${first.id}-again`,
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
  evidence.splice(0, evidence.length, ...kept, fact);
}
