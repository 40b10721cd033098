import type { Act } from '../../handoff/act';
import { contentWords, tellingWords } from '../../handoff/similarity';
import { hashOf } from '../chars';
import { gives, partFor, wantOf } from './alignment';
import { addFact, addText, begin } from './features';
import { logistic, maskedOdds, unpacked, type PackedTable, type Table } from './table';
import { VERDICT_TABLE } from './verdictTable';

/** What whoever asked says behind what was answered, beside one of the things they asked for. */
export interface Heard {
  ask: { quote: string; kind: 'request' | 'question' | 'promise' };
  /** Words of the other works that are owed them here. */
  beside: readonly string[];
  /** How many of these the messages brought that this one may be answering. */
  answered: number;
  /** Their own sentences, and what the reader found in them. */
  sentences: readonly string[];
  acts: readonly Pick<Act, 'quote' | 'kind' | 'confidence' | 'condition'>[];
  /** What the other end wrote since it was asked, message by message. */
  answers: readonly (readonly string[])[];
  /** Files that came with it. */
  files: number;
  /** What the other end last did of it; 'none' where nothing. */
  prior: string;
  /** What they do of it by the rules; 'none' where nothing. */
  ruled: string;
  /** Is the day it is promised or due for still to come? */
  day: 'ahead' | 'past' | 'none';
  /** Messages since it was asked, and since the other end last wrote; 0: never. */
  since: number;
  last: number;
  /** Who wrote last before them. */
  before: 'taker' | 'giver' | 'other';
  /** Whom their words call by name. */
  calls: 'taker' | 'other' | 'nobody';
  channel: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
const HELD = 0.5;

/** Words of the ask and of its answers become what they are: what one says of a thing that came is said of any. */
function marked(text: string, asked: ReadonlySet<string>, answered: ReadonlySet<string>) {
  let [own, others] = [0, 0];
  const words = text.replace(WORD, (word) => {
    const [stem] = contentWords(word);
    if (stem === undefined) return word;
    if (asked.has(stem)) own++;
    else if (answered.has(stem)) others++;
    else return word;
    return asked.has(stem) ? 'asked' : 'answered';
  });
  return { words, own, others };
}

/** Fills the list of features. */
export function verdictFeatures(heard: Heard): void {
  const { ask, beside, sentences, answers } = heard;
  begin();
  const part = partFor(ask.quote, beside, sentences);
  const text = part.sentences.join('\n');
  const all = sentences.join('\n');
  const asked = contentWords(ask.quote);
  const last = answers.at(-1) ?? [];
  const lastPart = partFor(ask.quote, beside, last);
  const answer = lastPart.sentences.join('\n');
  const said = marked(text, asked, contentWords(answer));
  const whole = marked(all, asked, contentWords(last.join('\n')));
  addText(said.words, 2000);
  if (beside.length > 0) addText(whole.words, 2100);
  const first = said.words.split(/(?<=[.!?])\s+|\n+/)[0] ?? '';
  addText(first, 2200);
  addText(marked(answer, asked, new Set()).words, 2300);
  const want = wantOf(ask.quote);
  const facts = [
    `kind ${ask.kind}`,
    `prior ${heard.prior}`,
    `ruled ${heard.ruled}`,
    `day ${heard.day}`,
    `day ${heard.day}, prior ${heard.prior}`,
    `since ${Math.min(4, heard.since)}`,
    `last ${Math.min(3, heard.last)}`,
    `before ${heard.before}`,
    `calls ${heard.calls}`,
    `channel ${heard.channel}`,
    `files ${Math.min(1, heard.files)}`,
    `want ${want}`,
    `beside ${Math.min(3, beside.length)}`,
    `answered ${Math.min(2, heard.answered)}`,
    `answered ${Math.min(1, heard.answered)}, part ${part.of}`,
    `answered ${Math.min(1, heard.answered)}, own ${Math.min(1, said.own)}, prior ${heard.prior}`,
    `part ${part.of}`,
    `part ${part.of}, prior ${heard.prior}`,
    `own ${Math.min(2, said.own)}`,
    `of the answer ${Math.min(2, said.others)}`,
    `own ${Math.min(1, said.own)}, of the answer ${Math.min(1, said.others)}`,
    all.includes('?') ? 'asks' : 'tells',
    text.includes('?') ? 'part asks' : 'part tells',
    `answer ${lastPart.of}`,
    `answer fits ${lastPart.sentences.some((s) => gives(want, s))}`,
    `answer shares ${Math.min(2, [...tellingWords(answer)].filter((w) => asked.has(w)).length)}`,
    `answers ${Math.min(3, answers.length)}`,
    answer.trim().endsWith('?') ? 'answer ends asking' : 'answer tells',
    `length ${Math.round(Math.log2(1 + all.split(/\s+/).length))}`,
  ];
  const acts = heard.acts.filter((act) => act.confidence >= HELD);
  for (const act of acts) facts.push(`act ${act.kind}`);
  for (const act of acts.filter((a) => text.includes(a.quote))) facts.push(`part act ${act.kind}`);
  const thanks = acts.some((act) => act.kind === 'acknowledgement');
  facts.push(
    `thanks ${thanks}, prior ${heard.prior}`,
    `thanks ${thanks}, last ${Math.min(3, heard.last)}, files ${Math.min(1, heard.files)}`,
  );
  if (acts.length === 0) facts.push('no act');
  for (const fact of facts) {
    addFact(hashOf(`verdict: ${fact}`));
    addFact(hashOf(`verdict of ${ask.kind}: ${fact}`));
  }
}

let committed: PackedTable | null = VERDICT_TABLE;
let table: Table | undefined;

/** Puts another table in place of the committed one, or none: the trainer measures what has not been seen, and the rules alone. */
export function replaceVerdicts(packed: PackedTable | null): void {
  committed = packed;
  table = undefined;
}

/** How likely whoever asked says by this that they have what they asked for, 0..1; null where nothing learned is in use. */
export function settledOdds(heard: Heard): number | null {
  if (!committed) return null;
  table ??= unpacked(committed);
  verdictFeatures(heard);
  return logistic(maskedOdds(table));
}
