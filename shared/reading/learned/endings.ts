import { isAsk, type Act } from '../../handoff/act';
import { keptLately } from '../../handoff/lately';
import { contentWords, tellingIn, wordsIn } from '../../handoff/similarity';
import { gives, wantOf } from './alignment';
import { ENDING_TABLE, ENDING_WEIGHTS } from './endingTable';
import { addText, begin } from './features';
import { weighedOutcomes, OUTCOMES } from './outcomes';
import { is, most, oddsIn, Stacked, type Learned } from './stacked';
import { logistic } from './table';
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
  /** By the rules it takes the work. */
  taken: boolean;
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
/** Sentences and words come again with every work a message is compared with. */
const KEPT = 2_000;

const known = keptLately((text: string): Known => {
  const words = tellingIn(text);
  const roots = [...words].filter((w) => w.length >= ROOT).map((w) => w.slice(0, ROOT));
  return { words, roots: new Set(roots) };
}, KEPT);
/** The stem of one word; '' where it tells nothing. */
const stemOf = keptLately((word: string): string => {
  for (const stem of contentWords(word)) return stem;
  return '';
}, KEPT);
const has = ({ words, roots }: Known, word: string): boolean =>
  words.has(word) || (word.length >= ROOT && roots.has(word.slice(0, ROOT)));

/** How much of what is asked a text has: its telling words, and of them those with a number. */
function overlap(text: string, own: Known): { shared: number; rare: number } {
  let [shared, rare] = [0, 0];
  for (const word of tellingIn(text)) {
    if (!has(own, word)) continue;
    shared++;
    if (/\d/.test(word)) rare++;
  }
  return { shared, rare };
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** Fills the list of features with the words of a message: those of what was asked, and of the two ends, become what they are. */
export function endingWords({ ask, subject, sentences, hands }: Overheard): void {
  begin();
  const quote = known(ask.quote);
  const about = known(ask.subject);
  const mark = (text: string) =>
    text.replace(WORD, (word) => {
      const stem = stemOf(word);
      if (stem === '') return word;
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

/** A message beside one work, as far as it is looked at before it is weighed. */
interface Looked {
  part: readonly string[];
  /** What the reader found in that part. */
  own: Overheard['acts'];
}

function lookedAt({ ask, sentences, acts }: Overheard): Looked {
  const part = nearIn(sentences, known(ask.quote), known(ask.subject));
  const text = part.join('\n');
  const own = acts.filter(
    (act) =>
      act.confidence >= HELD &&
      (text.includes(act.quote) || part.some((sentence) => act.quote.includes(sentence))),
  );
  return { part, own };
}

/** What is weighed: one number each, in this order. */
export function endingFeatures(said: Overheard): number[] {
  const looked = lookedAt(said);
  return [...plainFeatures(said, looked), ...dearFeatures(said, looked)];
}

/** What is seen at once. */
function plainFeatures(said: Overheard, { part, own }: Looked): number[] {
  const { ask, sentences } = said;
  const quote = known(ask.quote);
  const about = known(ask.subject);
  const text = part.join('\n');
  const all = [said.subject, ...said.files, ...sentences].join('\n');
  const inAll = overlap(all, quote);
  const headed = overlap(said.subject, quote).shared + overlap(said.subject, about).shared;
  const want = wantOf(ask.quote);
  const gave = part.some((sentence) => gives(want, sentence));
  const asks = own.some(isAsk);
  const byGiver = said.by === 'giver';
  const words = [
    most(inAll.shared, 4),
    inAll.shared / Math.max(1, quote.words.size),
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
    is(said.taken),
    is(gave),
    is(ask.kind === 'question' && gave),
    is(text.includes('?')),
    is(asks),
    is(asks && byGiver),
    ...TOLD.map((kind) => is(own.some((act) => act.kind === kind))),
    is(byGiver && own.some((act) => act.kind === 'acknowledgement')),
    Math.log2(1 + said.days) / 4,
    most(sentences.length, 6),
    most(sentences.filter((s) => speaks(s, quote, about)).length, 3),
    is([...wordsIn(all)].some((word) => said.hands.taker.has(word))),
    is(said.channel === 'mail'),
    is(ask.subject === ''),
  ];
}

/** What the tables of answers make of it, were it one. */
function dearFeatures(said: Overheard, { part, own }: Looked): number[] {
  const { ask } = said;
  if (said.by === 'giver') {
    const content = settledOdds({
      ask,
      ...{ beside: [], answered: 0, sentences: part, acts: own, answers: [], files: 0 },
      ...{ prior: 'none', ruled: 'none', day: 'none', since: 2, last: 1, before: 'taker' },
      ...{ calls: 'nobody', channel: said.channel },
    });
    return [...OUTCOMES.map(() => 0), oddsIn(content ?? 0.5)];
  }
  const likely = weighedOutcomes({
    ask: { quote: ask.quote, isQuestion: ask.kind === 'question' },
    ...{ beside: [], sentences: part, acts: own, ruled: null, since: 1, later: 0 },
    ...{ prior: 'none', before: 'giver', calls: 'nobody', attachments: said.files.length },
  });
  return [...OUTCOMES.map((_, n) => oddsIn(likely?.[n] ?? 1 / OUTCOMES.length)), 0];
}

const stacked = new Stacked({ weights: ENDING_WEIGHTS, words: ENDING_TABLE });
export const replaceEndings = (learned: Learned | null): void => {
  stacked.replace(learned);
};

/**
 * So low by what is seen at once nothing that was learned from came to count as an end; the rest need not be asked. Log-odds.
 */
const HOPELESS = -0.75;

/** How likely it tells that the work is done, 0..1; null where nothing learned is in use. */
export function endedOdds(said: Overheard): number | null {
  const { weights } = stacked;
  if (!weights) return null;
  const looked = lookedAt(said);
  const plain = plainFeatures(said, looked);
  const seen = weighed(plain, weights, 0) + (weights.at(-1) ?? 0);
  if (seen < HOPELESS) return logistic(seen);
  const dear = dearFeatures(said, looked);
  endingWords(said);
  dear.push(stacked.words());
  return logistic(seen + weighed(dear, weights, plain.length));
}

const weighed = (features: readonly number[], weights: readonly number[], from: number): number =>
  features.reduce((sum, x, n) => sum + x * (weights[from + n] ?? 0), 0);
