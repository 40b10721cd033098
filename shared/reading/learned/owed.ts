import { contentWords, tellingIn } from '../../handoff/similarity';
import { addText, begin } from './features';
import { OWED_TABLE, OWED_WEIGHTS } from './owedTable';
import { is, most, oddsIn, sharedIn, Stacked, type Learned } from './stacked';

/** Words that ask or promise something, with what is known of where they are said. */
export interface Spoken {
  kind: 'request' | 'question' | 'promise';
  /** The reader's, 0..1. */
  confidence: number;
  quote: string;
  /** The sentences right before and behind; '' where there is none. */
  before: string;
  after: string;
  /** A mail's or a meeting's; '' in a chat. */
  subject: string;
  channel: 'mail' | 'chat' | 'group' | 'meeting';
  /** How many others are spoken to. */
  others: number;
  /** One person is to do it; they are named in these words. */
  isOnes: boolean;
  isCalled: boolean;
  /** Whoever wants it and whoever is to do it are of different houses. */
  isAbroad: boolean;
  due: 'day' | 'event' | 'none';
  /** Something of theirs waits for it. */
  waits: boolean;
  /** It is said to what another has just said. */
  answers: boolean;
  /** In a meeting: somebody takes it up right away. */
  taken: boolean;
  /** What else is said beside it. */
  beside: readonly string[];
  /** It is a point of a list. */
  isPoint: boolean;
  /** Sentences of the message, and where among them this stands, from 0. */
  sentences: number;
  place: number;
  /** What else its message asks, promises or tells. */
  asks: number;
  acts: number;
  files: boolean;
}

const KINDS = ['request', 'question', 'promise'] as const;
const CHANNELS = ['mail', 'chat', 'group', 'meeting'] as const;

/** Fills the list of features with its words. */
export function owedWords({ quote, before, after, subject }: Spoken): void {
  begin();
  addText(quote, 3400);
  if (before !== '') addText(before, 3500);
  if (after !== '') addText(after, 3600);
  if (subject !== '') addText(subject, 3700);
}

/** What is weighed beside the words: one number each, in this order. */
export function owedFeatures(said: Spoken): number[] {
  const { kind, channel, quote } = said;
  const words = contentWords(quote);
  const telling = tellingIn(quote);
  const plain = [
    oddsIn(said.confidence, 0.3),
    is(said.due === 'day'),
    is(said.due === 'event'),
    is(said.waits),
    is(said.answers),
    is(said.taken),
    is(said.isOnes),
    is(said.isCalled),
    is(said.isAbroad),
    Math.log2(1 + said.others) / 4,
    most(words.size, 6),
    most(words.size, 2),
    is(quote.includes('?')),
    is(/\d/.test(quote)),
    is(said.sentences === 1),
    most(said.sentences, 10),
    is(said.place === 0),
    is(said.place === said.sentences - 1),
    most(said.asks, 4),
    most(said.acts - said.asks, 4),
    is(said.files),
    is(said.before.endsWith('?')),
    is(said.isPoint),
    most(telling.size, 5),
    most(sharedIn(telling, said.subject), 3),
    most(sharedIn(telling, said.beside.join('\n')), 3),
    said.sentences > 1 ? said.place / (said.sentences - 1) : 0,
    is(QUOTED.test(quote)),
    is(/!/.test(quote)),
    is(LAUGHS.test(`${quote} ${said.after}`)),
    is(ALL.test(quote)),
  ];
  return [
    ...KINDS.flatMap((one) => [is(kind === one), ...plain.map((n) => (kind === one ? n : 0))]),
    ...CHANNELS.flatMap((one) => KINDS.map((of) => is(channel === one && kind === of))),
    ...plain,
  ];
}

/** Words in quotation marks. */
const QUOTED = /["“”„«»]|(?:^|\s)['‘].*['’](?:\W|$)/;
const LAUGHS = /\p{Emoji_Presentation}|[:;]-?[)DP]|\b(?:ha(?:ha)+|lol|hehe|xx*)\b/u;
/** Said to everybody. */
const ALL =
  /\b(?:every(?:one|body)|all|team|folks|guys|both|you lot|someone|anyone|anybody|somebody|nobody)\b/i;

const stacked = new Stacked({ weights: OWED_WEIGHTS, words: OWED_TABLE });
export const replaceOwed = (learned: Learned | null): void => {
  stacked.replace(learned);
};

/** How likely something is owed for these words, 0..1; null where nothing learned is in use. */
export function owedOdds(said: Spoken): number | null {
  owedWords(said);
  return stacked.likely(owedFeatures(said));
}
