import { contentWords, tellingIn, wordsIn } from '../../handoff/similarity';
import { PRIOR } from './closings';
import { addText, begin } from './features';
import { FURTHER_TABLE, FURTHER_WEIGHTS } from './furtherTable';
import { is, most, oddsIn, sharedIn, Stacked, type Learned } from './stacked';

/** A work that is open between the author of a message and those who read it. */
export interface Standing {
  quote: string;
  kind: 'request' | 'question' | 'promise';
  /** How near the words are to its own, 0..1. */
  near: number;
  /** Messages since it was opened, and since something was last said of it. */
  since: number;
  last: number;
  /** Days since then. */
  days: number;
  /** What its taker last did of it; 'none' where nothing. */
  prior: string;
}

/** Words of a message that ask something, beside what is open there already. */
export interface Beside {
  kind: 'request' | 'question';
  /** The reader's, 0..1. */
  confidence: number;
  quote: string;
  /** The sentences right before and behind; '' where there is none. */
  before: string;
  after: string;
  channel: 'mail' | 'chat' | 'group';
  due: boolean;
  /** It is said to what another has just said. */
  answers: boolean;
  /** Sentences of the message, and where among them this stands, from 0. */
  sentences: number;
  place: number;
  /** Kinds of the other acts of its message, before it and behind it. */
  earlier: readonly string[];
  later: readonly string[];
  files: boolean;
  /** What the author has in hand, and what they wait for. */
  mine: readonly Standing[];
  given: readonly Standing[];
  /** It asks one of those after what they wait for by the rules. */
  chases: boolean;
}

const KINDS = ['request', 'question', 'promise'] as const;
const ACTS = [
  ...(['request', 'question', 'commitment', 'delivery', 'completion', 'acknowledgement'] as const),
  ...(['acceptance', 'decline', 'deferral', 'redirect'] as const),
] as const;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
/** Words of what is open become what they are. */
function marked(text: string, works: readonly Standing[]): string {
  const known = works.map(({ quote }) => wordsIn(quote));
  return text.replace(WORD, (word) => {
    const [stem] = contentWords(word);
    return stem !== undefined && known.some((words) => words.has(stem)) ? 'asked' : word;
  });
}

/** Fills the list of features with its words. */
export function furtherWords({ quote, before, after, mine, given }: Beside): void {
  begin();
  addText(marked(quote, [...mine, ...given]), 4100);
  if (before !== '') addText(marked(before, [...mine, ...given]), 4200);
  if (after !== '') addText(marked(after, [...mine, ...given]), 4300);
}

/** What is weighed beside the words: one number each, in this order. */
export function furtherFeatures(said: Beside): number[] {
  const { kind, quote, channel } = said;
  const telling = tellingIn(quote);
  const shared = (works: readonly Standing[]) =>
    sharedIn(telling, works.map((w) => w.quote).join('\n'));
  const known = sharedIn(telling, [...said.mine, ...said.given].map((w) => w.quote).join('\n'));
  const plain = [
    oddsIn(said.confidence, 0.3),
    is(said.due),
    is(said.answers),
    is(quote.includes('?')),
    is(/\d/.test(quote)),
    is(POINTS.test(quote)),
    is(FURTHER.test(quote)),
    is(FURTHER.test(said.before)),
    most(contentWords(quote).size, 6),
    most(contentWords(quote).size, 2),
    most(telling.size, 5),
    most(telling.size - known, 4),
    is(telling.size === known),
    is(said.sentences === 1),
    most(said.sentences, 10),
    is(said.place === 0),
    is(said.place === said.sentences - 1),
    is(said.before.endsWith('?')),
    is(said.files),
    is(said.chases),
    ...ACTS.map((act) => is(said.earlier.includes(act))),
    ...ACTS.map((act) => is(said.later.includes(act))),
    ...standing(said.mine, shared(said.mine)),
    ...standing(said.given, shared(said.given)),
    is(channel === 'mail'),
    is(channel === 'group'),
  ];
  return [...plain, is(kind === 'question'), ...plain.map((n) => (kind === 'question' ? n : 0))];
}

function standing(works: readonly Standing[], shared: number): number[] {
  const last = works.reduce<Standing | null>((a, w) => (a && a.since <= w.since ? a : w), null);
  return [
    most(works.length, 1),
    most(works.length, 4),
    most(shared, 3),
    Math.max(0, ...works.map((w) => w.near)),
    last ? 1 / last.since : 0,
    is(last?.since === 1),
    is(last?.last === 1),
    last ? Math.log2(1 + last.days) / 4 : 0,
    ...KINDS.map((kind) => is(last?.kind === kind)),
    ...PRIOR.map((prior) => is(last?.prior === prior)),
    is(works.some((w) => w.prior === 'none')),
  ];
}

/** What points back at something. */
const POINTS = /\b(?:it|this|that|them|those|these|one|ones|same|he|she|they|him|her)\b/i;
/** What says of itself that it is one thing more. */
const FURTHER =
  /\b(?:also|another|separately|besides|ps|p\.s|by the way|btw|one (?:more|other|last) (?:thing|ask|question)|while (?:you're|you are|i have|i've got|we're)|on (?:another|a different)|too|as well|else|next|and (?:can|could|would|will) (?:you|u))\b/i;

const stacked = new Stacked({ weights: FURTHER_WEIGHTS, words: FURTHER_TABLE });
export const replaceFurther = (learned: Learned | null): void => {
  stacked.replace(learned);
};

/** How likely the words open a work of their own, 0..1; null where nothing learned is in use. */
export function furtherOdds(said: Beside): number | null {
  if (stacked.weights === null) return null;
  furtherWords(said);
  return stacked.likely(furtherFeatures(said));
}
