import type { Act } from '../../handoff/act';
import { contentWords } from '../../handoff/similarity';
import { hashOf } from '../chars';
import { addFact, addText, begin } from './features';
import { gives, partFor, wantOf, type Part, type Want } from './alignment';
import { OUTCOME_TABLES } from './outcomeTable';
import { logistic, maskedOdds, unpacked, type PackedTable, type Table } from './table';

/** What an answer does to an ask. */
export const OUTCOMES = [
  'done',
  'taken',
  'partial',
  'deferred',
  'declined',
  'redirected',
  'questioned',
  'waiting',
  'replied',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** An ask and what was answered to it. */
export interface Answered {
  ask: { quote: string; isQuestion: boolean };
  /** Words of the other asks the answer may speak of. */
  beside: readonly string[];
  /** The answer's own sentences, and what the reader found in them. */
  sentences: readonly string[];
  acts: readonly Pick<Act, 'quote' | 'kind' | 'confidence' | 'condition' | 'due'>[];
  /** What the rules make of it; null where they find nothing in it for this ask. */
  ruled: Outcome | null;
  /** Messages from the ask to the answer, 1 for the next. */
  since: number;
  /** How many of the others were asked later. */
  later: number;
  /** What the other end last did of it; 'none' where nothing. */
  prior: string;
  /** Who wrote last before the answer. */
  before: 'giver' | 'taker' | 'other';
  /** Whom its words call by name. */
  calls: 'giver' | 'other' | 'nobody';
  attachments: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
/** Stands for a word of the ask in the answer: "the roster is up" says of any ask for a roster the same. */
const ASKED = 'asked';
const HELD = 0.5;

const LEAD =
  /^\W*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|morning|afternoon|evening)\b[^\n,.!?]{0,30}[\n,.!?]+\s*)?/i;

/** A text with the words of an ask made what they are, and how many there were. */
export function marked(text: string, ask: string): { said: string; shared: number } {
  const words = contentWords(ask);
  let shared = 0;
  const said = text.replace(WORD, (word) => {
    const [stem] = contentWords(word);
    if (stem === undefined || !words.has(stem)) return word;
    shared++;
    return ASKED;
  });
  return { said, shared };
}

/** Fills the list of features with those of an answer. */
export function outcomeFeatures(answered: Answered): void {
  const { ask, beside, sentences, attachments } = answered;
  begin();
  const part = partFor(ask.quote, beside, sentences);
  const text = part.sentences.join('\n');
  const { said, shared } = marked(text, ask.quote);
  addText(text, 0);
  addText(said, 100);
  const first = said.replace(LEAD, '').split(/(?<=[.!?])\s+|\n+/)[0] ?? '';
  addText(first, 200);
  addText(ask.quote, 300);
  const as = ask.isQuestion ? 'question' : 'request';
  const all = sentences.join('\n');
  const facts = [
    as,
    `shared ${Math.min(3, shared)}`,
    `length ${Math.round(Math.log2(1 + text.split(/\s+/).length))}`,
    attachments > 0 ? 'attached' : 'nothing attached',
    /\d/.test(text) ? 'a figure' : 'no figure',
    text.trim().endsWith('?') ? 'ends asking' : text.includes('?') ? 'asks' : 'tells',
    /https?:\/\//.test(text) ? 'a link' : 'no link',
  ];
  const acts = answered.acts.filter((act) => act.confidence >= HELD);
  const own = part.of === 'whole' ? acts : acts.filter((act) => text.includes(act.quote));
  for (const act of own) {
    facts.push(`act ${act.kind}`);
    if (act.condition) facts.push(`${act.kind} on ${act.condition.on}`);
    if (act.due) facts.push(`${act.kind} dated`);
  }
  if (own.length === 0) facts.push('no act');
  facts.push(`ruled ${answered.ruled}`);
  const several = beside.length > 0;
  if (several) {
    addText(all, 1100);
    facts.push(
      `part ${part.of}`,
      `of several: ruled ${answered.ruled}`,
      `part ${part.of}: ruled ${answered.ruled}`,
      `named ${Math.min(3, part.named)}`,
      `others ${Math.min(3, part.others)}`,
      `beside ${Math.min(3, beside.length)}`,
      `later ${Math.min(2, answered.later)}`,
      `part ${part.of}, others ${Math.min(3, part.others)}, later ${Math.min(2, answered.later)}`,
      `sentences ${Math.min(4, part.sentences.length)} of ${Math.min(6, sentences.length)}`,
    );
    for (const act of own) facts.push(`${part.of}: act ${act.kind}`);
  }
  facts.push(
    `since ${Math.min(3, answered.since)}`,
    `prior ${answered.prior}`,
    `before ${answered.before}, since ${Math.min(2, answered.since)}`,
    `calls ${answered.calls}`,
  );
  const want = wantOf(ask.quote);
  const fits = part.sentences.filter((sentence) => gives(want, sentence)).length;
  for (const given of GIVEN) {
    const has = part.sentences.some((sentence) => gives(given, sentence));
    facts.push(`wants ${want}, ${has ? 'gives' : 'without'} ${given}`);
  }
  facts.push(
    `wants ${want}`,
    `fits ${Math.min(2, fits)}`,
    `wants ${want}, shared ${Math.min(2, shared)}`,
  );
  facts.push(`wants ${want}, shared ${Math.min(1, shared)}, fits ${Math.min(1, fits)}, ${part.of}`);
  for (const act of own) facts.push(`wants ${want}, act ${act.kind}`);
  for (const fact of facts) {
    addFact(hashOf(fact));
    addFact(hashOf(`${as}: ${fact}`));
  }
}
const GIVEN: readonly Want[] = ['day', 'person', 'figure', 'nod', 'place', 'reason'];

let committed: readonly PackedTable[] = OUTCOME_TABLES;
let tables: readonly Table[] | undefined;

/** Puts other tables in place of the committed ones, or none: the trainer measures what has not been seen, and the rules alone. */
export function replaceOutcomes(packed: readonly PackedTable[]): void {
  committed = packed;
  tables = undefined;
}

/** The log-odds of each outcome for the features filled in last. */
function outcomeOdds(): number[] {
  tables ??= committed.map(unpacked);
  return tables.map((table) => maskedOdds(table));
}

/**
 * How likely each outcome is, 0..1, in the order of `OUTCOMES`, by the words of ask and answer and the acts found in it.
 * Null where nothing learned is in use.
 */
export function weighedOutcomes(answered: Answered): number[] | null {
  if (committed.length === 0) return null;
  outcomeFeatures(answered);
  const shares = outcomeOdds().map(logistic);
  const sum = shares.reduce((s, x) => s + x, 0);
  return shares.map((x) => x / sum);
}

/** The part of an answer that speaks of its ask. */
export const partOf = ({ ask, beside, sentences }: Answered): Part =>
  partFor(ask.quote, beside, sentences);

/** Of several sentences the one that tells this outcome best; undefined where there is none. */
export function likeliestSentence(
  answered: Answered,
  sentences: readonly string[],
  outcome: Outcome,
): string | undefined {
  const at = OUTCOMES.indexOf(outcome);
  let [best, most] = [sentences[0], -Infinity];
  for (const text of sentences) {
    outcomeFeatures({ ...answered, beside: [], sentences: [text], acts: [], attachments: 0 });
    const odds = outcomeOdds()[at] ?? 0;
    if (odds > most) [best, most] = [text, odds];
  }
  return best;
}
