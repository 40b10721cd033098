import type { Evidence, EvidenceKind } from '../../shared/handoff/model';
import { contentWords } from '../../shared/handoff/similarity';
import {
  likeliestSentence,
  OUTCOMES,
  weighedOutcomes,
  type Outcome,
} from '../../shared/reading/learned/outcomes';
import { samePerson } from '../../shared/handoff/identity';
import { handNamed, isAsk } from './answers';
import type { Correlated } from './correlated';
import { isQuestion } from './plainSentences';
import { sentencesIn } from './sentences';
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
/** How likely another outcome than the rules' must be; nothing is closed that they do not close unless it is surely done. */
const LIKELY = 0.4;
const SURELY_DONE = 0.7;

/** What the rules made of a message; null where it moved the work on, or said nothing of it. */
export function ruledOutcome(facts: readonly Evidence[]): Outcome | null {
  if (facts.some((f) => f.kind === 'placed' || f.kind === 'withdrawn')) return null;
  return TELLING.find((outcome) => facts.some((f) => f.kind === outcome)) ?? null;
}

/** Is it the first answer, and of what was asked: a question's, with something attached, or with a word of the ask? */
function speaksOfIt(
  { seed, evidence }: Correlated,
  said: Utterance,
  from: number,
  isQuestion: boolean,
): boolean {
  if (evidence.slice(0, from).some((f) => f.end === 'taker' && ANSWERS.has(f.kind))) return false;
  if (isQuestion || said.item.attachments.length > 0) return true;
  return [...contentWords(said.ownText)].some((word) => seed.words.has(word));
}
/** Whatever it asks, it asks of others by name than the one who asked. */
function asksOnlyOthers({ seed }: Correlated, { acts }: Utterance): boolean {
  const asks = acts.filter(isAsk);
  const { giver } = seed.opening;
  return asks.length > 0 && asks.every((a) => a.addressee && !samePerson(a.addressee, giver));
}
const ANSWERS: ReadonlySet<EvidenceKind> = new Set([...Object.values(EVIDENCE), 'placed']);

/** Reads a message of the taker's again; `from` is how much was known of the handoff before it. */
export function readAgain(handoff: Correlated, said: Utterance, from: number): void {
  const { seed, evidence } = handoff;
  const { opening } = seed;
  if (opening.act !== 'request' && opening.act !== 'question') return;
  const isOwn = (f: Evidence) => f.end === 'taker' && f.source.id === said.source.id;
  const facts = evidence.slice(from).filter(isOwn);
  const ruled = ruledOutcome(facts);
  // Whose move each takes it to be is told by more than the words of one answer.
  if (ruled === 'waiting') return;
  if (ruled === null || (said.language !== null && said.language !== 'en')) return;
  const text = said.ownText;
  const ask = { quote: opening.quote, isQuestion: isQuestion(opening) };
  const answered = { ask, text, acts: said.acts, attachments: said.item.attachments.length };
  const weighed = weighedOutcomes(answered);
  if (!weighed) return;
  const likely = (outcome: Outcome) => weighed[OUTCOMES.indexOf(outcome)] ?? 0;
  const best = OUTCOMES.reduce((a, b) => (likely(b) > likely(a) ? b : a));
  if (EVIDENCE[best] === EVIDENCE[ruled]) return;
  if (likely(best) < (best === 'done' ? SURELY_DONE : LIKELY)) return;
  // "Ana, can you extend it?": who is asked is somebody else.
  if (best === 'questioned' && asksOnlyOthers(handoff, said)) return;
  if (best === 'done' && !speaksOfIt(handoff, said, from, ask.isQuestion)) return;
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
