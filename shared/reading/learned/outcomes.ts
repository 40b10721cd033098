import type { Act } from '../../handoff/act';
import { contentWords } from '../../handoff/similarity';
import { hashOf } from '../chars';
import { addFact, addText, begin } from './features';
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
  /** The answer's own words, and what the reader found in them. */
  text: string;
  acts: readonly Pick<Act, 'kind' | 'confidence' | 'condition' | 'due'>[];
  attachments: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
/** Stands for a word of the ask in the answer: "the roster is up" says of any ask for a roster the same. */
const ASKED = 'asked';
const HELD = 0.5;

const LEAD =
  /^\W*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|morning|afternoon|evening)\b[^\n,.!?]{0,30}[\n,.!?]+\s*)?/i;

/** Fills the list of features with those of an answer. */
export function outcomeFeatures({ ask, text, acts, attachments }: Answered): void {
  begin();
  const words = contentWords(ask.quote);
  let shared = 0;
  const said = text.replace(WORD, (word) => {
    const [stem] = contentWords(word);
    if (stem === undefined || !words.has(stem)) return word;
    shared++;
    return ASKED;
  });
  addText(text, 0);
  addText(said, 100);
  const first = said.replace(LEAD, '').split(/(?<=[.!?])\s+|\n+/)[0] ?? '';
  addText(first, 200);
  addText(ask.quote, 300);
  const as = ask.isQuestion ? 'question' : 'request';
  const facts = [
    as,
    `shared ${Math.min(3, shared)}`,
    `length ${Math.round(Math.log2(1 + text.split(/\s+/).length))}`,
    attachments > 0 ? 'attached' : 'nothing attached',
    /\d/.test(text) ? 'a figure' : 'no figure',
    text.trim().endsWith('?') ? 'ends asking' : text.includes('?') ? 'asks' : 'tells',
    /https?:\/\//.test(text) ? 'a link' : 'no link',
  ];
  for (const act of acts)
    if (act.confidence >= HELD) {
      facts.push(`act ${act.kind}`);
      if (act.condition) facts.push(`${act.kind} on ${act.condition.on}`);
      if (act.due) facts.push(`${act.kind} dated`);
    }
  if (!acts.some((a) => a.confidence >= HELD)) facts.push('no act');
  for (const fact of facts) {
    addFact(hashOf(fact));
    addFact(hashOf(`${as}: ${fact}`));
  }
}

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

/** Of several sentences the one that tells this outcome best; undefined where there is none. */
export function likeliestSentence(
  ask: Answered['ask'],
  sentences: readonly string[],
  outcome: Outcome,
): string | undefined {
  const at = OUTCOMES.indexOf(outcome);
  let [best, most] = [sentences[0], -Infinity];
  for (const text of sentences) {
    outcomeFeatures({ ask, text, acts: [], attachments: 0 });
    const odds = outcomeOdds()[at] ?? 0;
    if (odds > most) [best, most] = [text, odds];
  }
  return best;
}
