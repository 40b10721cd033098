import { tellingIn } from '../../handoff/similarity';
import { partFor, gives, wantOf, type PartOf, type Want } from './alignment';
import { CLOSING_TABLE, CLOSING_WEIGHTS } from './closingTable';
import { addText, begin } from './features';
import { marked, OUTCOMES, type Answered } from './outcomes';
import { is, most, oddsIn, sharedIn, Stacked, type Learned } from './stacked';

/** An answer beside one of the works its author has in hand, with what is known of both. */
export interface Closing extends Answered {
  kind: 'request' | 'question' | 'promise';
  channel: 'mail' | 'chat' | 'group';
  /** Names of its files, as words. */
  files: readonly string[];
  /** How likely each outcome is by the tables, in the order of `OUTCOMES`. */
  weighed: readonly number[];
  /** What the rules see in ask and answer. */
  signs: Readonly<Record<Sign, boolean>>;
}
export const SIGNS = [
  'ahead',
  'askedOn',
  'elsewhere',
  'notYet',
  'hangs',
  'ofAll',
  'asksWhen',
  'asksWhatNow',
  'asksToBeTold',
  'tellsIt',
] as const;
export type Sign = (typeof SIGNS)[number];

const WANTS: readonly Want[] = [
  ...(['day', 'person', 'figure', 'place', 'reason', 'choice', 'nod', 'words', 'thing'] as const),
  'deed',
];
const PARTS: readonly PartOf[] = ['whole', 'named', 'given', 'rest', 'nothing'];
const ACTS = [
  ...(['request', 'question', 'commitment', 'delivery', 'completion', 'decision'] as const),
  ...(['acknowledgement', 'acceptance', 'decline', 'deferral', 'redirect'] as const),
] as const;
/** What a hand did last of a work. */
export const PRIOR = ['none', 'taken', 'placed', 'questioned', 'deferred', 'partial', 'replied'];
const HELD = 0.5;

/** Fills the list of features with its words: those of the ask become what they are. */
export function closingWords({ ask, beside, sentences }: Closing): void {
  begin();
  const part = partFor(ask.quote, beside, sentences);
  const { said } = marked(part.sentences.join('\n'), ask.quote);
  addText(said, 3800);
  addText(said.split(/(?<=[.!?])\s+|\n+/)[0] ?? '', 3900);
  addText(ask.quote, 4000);
}

/** What is weighed beside the words: one number each, in this order. */
export function closingFeatures(closing: Closing): number[] {
  const { ask, beside, sentences, ruled, kind, weighed, signs, files } = closing;
  const part = partFor(ask.quote, beside, sentences);
  const text = part.sentences.join('\n');
  const acts = closing.acts.filter((act) => act.confidence >= HELD);
  const own = part.of === 'whole' ? acts : acts.filter((act) => text.includes(act.quote));
  const want = wantOf(ask.quote);
  const fits = part.sentences.filter((sentence) => gives(want, sentence)).length;
  const telling = tellingIn(ask.quote);
  const named = sharedIn(telling, text);
  const filed = sharedIn(telling, files.join('\n'));
  const odds = weighed.map((p) => oddsIn(p));
  const best = weighed.reduce((at, p, n) => (p > (weighed[at] ?? 0) ? n : at), 0);
  const plain = [
    ...odds,
    ...OUTCOMES.map((_, n) => is(best === n)),
    ...PARTS.map((of) => is(part.of === of)),
    is(ruled === null),
    ...OUTCOMES.map((outcome) => is(ruled === outcome)),
    ...ACTS.map((act) => is(own.some((a) => a.kind === act))),
    is(acts.length > own.length),
    is(own.length === 0),
    is(files.length > 0),
    is(files.length > 0 && sentences.length <= 1),
    most(filed, 2),
    is(files.length > 0 && beside.length > 0 && filed === 0),
    most(beside.length, 3),
    most(part.others, 3),
    most(part.named, 3),
    most(named, 3),
    named / Math.max(1, telling.size),
    most(fits, 2),
    is(/\d/.test(text)),
    is(text.includes('?')),
    is(text.trim().endsWith('?')),
    Math.log2(1 + text.split(/\s+/).length) / 5,
    most(part.sentences.length, 5),
    most(sentences.length, 8),
    ...PRIOR.map((prior) => is(closing.prior === prior)),
    ...[1, 2, 3].map((n) => is(Math.min(3, closing.since) === n)),
    is(closing.before === 'giver'),
    is(closing.before === 'taker'),
    is(closing.calls === 'giver'),
    is(closing.calls === 'other'),
    most(closing.later, 2),
    ...SIGNS.map((sign) => is(signs[sign])),
    is(closing.channel === 'mail'),
    is(closing.channel === 'group'),
  ];
  return [
    ...plain,
    ...plain.map((x) => (kind === 'question' ? x : 0)),
    ...plain.map((x) => (beside.length > 0 ? x : 0)),
    is(kind === 'question'),
    is(kind === 'promise'),
    ...WANTS.flatMap((one) => [is(want === one), is(want === one && fits > 0)]),
  ];
}

const stacked = new Stacked({ weights: CLOSING_WEIGHTS, words: CLOSING_TABLE });
export const replaceClosings = (learned: Learned | null): void => {
  stacked.replace(learned);
};

/** How likely the work is over with this answer, 0..1; null where nothing learned is in use. */
export function closingOdds(closing: Closing): number | null {
  closingWords(closing);
  return stacked.likely(closingFeatures(closing));
}
