import type { Act } from '../../handoff/act';
import { contentWords, tellingWords } from '../../handoff/similarity';
import { gives, wantOf } from './alignment';
import { ENDING_TABLE, ENDING_WEIGHTS } from './endingTable';
import { addText, begin } from './features';
import { weighedOutcomes, OUTCOMES } from './outcomes';
import { logistic, logit, maskedOdds, unpacked, type PackedTable, type Table } from './table';
import { settledOdds } from './verdicts';

/** Something said in another conversation, beside one piece of work that whoever wants it hears of there. */
export interface Overheard {
  ask: { quote: string; subject: string; kind: 'request' | 'question' | 'promise' };
  /** Who says it: whoever wants it, the hand it is in, somebody of the one's or the other's house, a third. */
  by: 'giver' | 'taker' | 'of the giver' | 'of the taker' | 'other';
  /** Whoever wants it: is written to alone, among others, in copy only, or says it. */
  heard: 'alone' | 'among' | 'copy' | 'own';
  /** A mail's subject, '' elsewhere; the names of its files as words; its sentences, and what the reader found in them. */
  subject: string;
  files: readonly string[];
  sentences: readonly string[];
  acts: readonly Pick<Act, 'quote' | 'kind' | 'confidence'>[];
  /** Words of the names of the hand and of whoever wants it. */
  hands: { taker: ReadonlySet<string>; giver: ReadonlySet<string> };
  /** It points at the very ask; it counts another of the same series. */
  points: boolean;
  series: boolean;
  /** What it is by the rules; 'none' where nothing. */
  ruled: string;
  /** Days since it was asked. */
  days: number;
  channel: 'mail' | 'chat' | 'group';
}

const HELD = 0.5;
/** As much of a word as tells it in another form. */
const ROOT = 5;

/** Words, and those of which only the root is the same. */
interface Known {
  words: ReadonlySet<string>;
  roots: ReadonlySet<string>;
}
const known = (words: ReadonlySet<string>): Known => ({
  words,
  roots: new Set([...words].filter((w) => w.length >= ROOT).map((w) => w.slice(0, ROOT))),
});
const has = ({ words, roots }: Known, word: string): boolean =>
  words.has(word) || (word.length >= ROOT && roots.has(word.slice(0, ROOT)));

/** How much of what is asked a text has: its telling words, and of them those with a number. */
function overlap(text: string, own: Known): { shared: number; rare: number } {
  const words = [...tellingWords(text)].filter((word) => has(own, word));
  return { shared: words.length, rare: words.filter((word) => /\d/.test(word)).length };
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** Fills the list of features with the words of a message: those of what was asked, and of the two ends, become what they are. */
export function endingWords({ ask, subject, sentences, hands }: Overheard): void {
  begin();
  const quote = known(tellingWords(ask.quote));
  const about = known(tellingWords(ask.subject));
  const mark = (text: string) =>
    text.replace(WORD, (word) => {
      const [stem] = contentWords(word);
      if (stem === undefined) return word;
      if (hands.taker.has(stem)) return 'thehand';
      if (hands.giver.has(stem)) return 'theasker';
      return has(quote, stem) || has(about, stem) ? 'asked' : word;
    });
  const near = nearIn(sentences, quote, about);
  addText(mark(near.join('\n')), 3000);
  addText(mark(sentences.find((s) => speaks(s, quote, about)) ?? sentences[0] ?? ''), 3200);
  if (subject !== '') addText(mark(subject), 3300);
}

const speaks = (sentence: string, quote: Known, about: Known): boolean =>
  overlap(sentence, quote).shared + overlap(sentence, about).shared > 0;

/** What has its words, and what follows right behind; all of it where nothing has. */
function nearIn(sentences: readonly string[], quote: Known, about: Known): readonly string[] {
  const has = sentences.map((sentence) => speaks(sentence, quote, about));
  const near = sentences.filter((_, n) => has[n] === true || has[n - 1] === true);
  return near.length > 0 ? near : sentences;
}

const KINDS = ['request', 'question', 'promise'] as const;
const BY = ['giver', 'taker', 'of the giver', 'of the taker', 'other'] as const;
const TOLD = [
  'delivery',
  'completion',
  'acknowledgement',
  'commitment',
  'deferral',
  'decline',
] as const;

/** What is weighed: one number each, in this order. */
export function endingFeatures(said: Overheard): number[] {
  const { ask, sentences } = said;
  const quote = known(tellingWords(ask.quote));
  const about = known(tellingWords(ask.subject));
  const part = nearIn(sentences, quote, about);
  const text = part.join('\n');
  const acts = said.acts.filter((act) => act.confidence >= HELD);
  const own = acts.filter(
    (act) => text.includes(act.quote) || part.some((sentence) => act.quote.includes(sentence)),
  );
  const all = [said.subject, ...said.files, ...sentences].join('\n');
  const inAll = overlap(all, quote);
  const share = inAll.shared / Math.max(1, quote.words.size);
  const headed = overlap(said.subject, quote).shared + overlap(said.subject, about).shared;
  const want = wantOf(ask.quote);
  const asks = own.some((act) => act.kind === 'request' || act.kind === 'question');
  const likely = weighedOutcomes({
    ask: { quote: ask.quote, isQuestion: ask.kind === 'question' },
    ...{ beside: [], sentences: part, acts: own, ruled: null, since: 1, later: 0 },
    ...{ prior: 'none', before: 'giver', calls: 'nobody', attachments: said.files.length },
  });
  const odds = OUTCOMES.map((_, n) => logit(clamp(likely?.[n] ?? 1 / OUTCOMES.length)) / 3);
  const content =
    settledOdds({
      ask,
      ...{ beside: [], answered: 0, sentences: part, acts: own, answers: [], files: 0 },
      ...{ prior: 'none', ruled: 'none', day: 'none', since: 2, last: 1, before: 'taker' },
      ...{ calls: 'nobody', channel: said.channel },
    }) ?? 0.5;
  const is = (yes: boolean): number => (yes ? 1 : 0);
  const byGiver = said.by === 'giver';
  const most = (n: number, limit: number) => Math.min(n, limit) / limit;
  const words = [
    most(inAll.shared, 4),
    share,
    most(inAll.rare, 2),
    most(overlap(sentences.join('\n'), quote).shared, 3),
    most(overlap(all, about).shared, 3),
    most(overlap(said.files.join('\n'), quote).shared, 2),
    most(headed, 2),
  ];
  return [
    ...KINDS.map((kind) => is(ask.kind === kind)),
    ...BY.map((by) => is(said.by === by)),
    is(said.heard === 'alone'),
    is(said.heard === 'copy'),
    ...words,
    ...words.map((n) => (byGiver ? n : 0)),
    ...words.map((n) => (said.by === 'taker' ? n : 0)),
    is(said.files.length > 0 && !byGiver),
    is(said.points),
    is(said.series),
    is(said.ruled === 'none'),
    is(said.ruled === 'taken' || said.ruled === 'deferred'),
    is(said.ruled === 'done'),
    is(part.some((sentence) => gives(want, sentence))),
    is(ask.kind === 'question' && part.some((sentence) => gives(want, sentence))),
    is(text.includes('?')),
    is(asks),
    is(asks && byGiver),
    ...TOLD.map((kind) => is(own.some((act) => act.kind === kind))),
    ...odds.map((x) => (byGiver ? 0 : x)),
    byGiver ? logit(clamp(content)) / 3 : 0,
    is(byGiver && own.some((act) => act.kind === 'acknowledgement')),
    Math.log2(1 + said.days) / 4,
    most(sentences.length, 6),
    most(sentences.filter((s) => speaks(s, quote, about)).length, 3),
    is([...contentWords(all)].some((word) => said.hands.taker.has(word))),
    is(said.channel === 'mail'),
    is(ask.subject === ''),
  ];
}
const clamp = (p: number): number => Math.min(0.99, Math.max(0.01, p));

/** What the words alone say, as one number more. */
const WORDS_COUNT = 1 / 3;

interface Learned {
  weights: readonly number[];
  words: PackedTable;
}
let committed: Learned | null = { weights: ENDING_WEIGHTS, words: ENDING_TABLE };
let table: Table | undefined;

/** Puts other weights in place of the committed ones, or none: the trainer measures what has not been seen, and the rules alone. */
export function replaceEndings(learned: Learned | null): void {
  committed = learned;
  table = undefined;
}

/** How likely it tells that the work is done, 0..1; null where nothing learned is in use. */
export function endedOdds(said: Overheard): number | null {
  if (!committed) return null;
  table ??= unpacked(committed.words);
  const features = endingFeatures(said);
  endingWords(said);
  features.push(maskedOdds(table) * WORDS_COUNT);
  const { weights } = committed;
  return logistic(features.reduce((sum, x, n) => sum + x * (weights[n] ?? 0), weights.at(-1) ?? 0));
}
