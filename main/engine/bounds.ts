import { isAsk, type Act } from '../../shared/handoff/act';
import { HELD } from '../../shared/reading';
import type { Correlated } from './correlated';
import { asksWhen, topicOf } from './phrases';
import type { Utterance } from './utterance';

/** How sure the reader must be of what opens a handoff. */

/** The first message of somebody unknown asks often and is seldom owed anything. */
export const STRANGER = 0.6;
/** Acts that open a handoff, and how sure the reader must be: a wrong promise would sit in somebody's hands for days. */
const OPENS: Partial<Record<Act['kind'], number>> = {
  request: 0.5,
  question: 0.5,
  commitment: 0.7,
};

/** Is it of a kind that opens a handoff, and is the reader half sure of it? */
export const mayOpen = ({ kind, confidence }: Act): boolean =>
  OPENS[kind] !== undefined && confidence >= HELD;

/** In what answers somebody most of what sounds like an ask is of the matter in hand, asks it again, or is banter. */
const IN_ANSWERS: Readonly<Record<'mail' | 'chat', typeof OPENS>> = {
  mail: { request: 0.78, question: 0.8, commitment: 0.85 },
  chat: { request: 0.7, question: 0.6, commitment: 0.85 },
};

/** By a day, or asked with something hanging on it: meant in earnest wherever it stands. */
const isEarnest = (act: Act, said: Utterance): boolean =>
  act.due !== undefined || (isAsk(act) && said.waits !== null);

/** A promise that names its day. */
const DATED = 0.65;

/** The least confidence of an act that opens unless it is surely owed, 0..1; `answers`: what another has just said (`Around`). */
export function leastSure(
  act: Act,
  held: readonly Correlated[],
  said: Utterance,
  answers: boolean,
): number {
  const dated = act.kind === 'commitment' && (saysWhen(held, said) || topicOf(act.quote));
  if (dated && act.due) return DATED;
  const among = answers && !isEarnest(act, said) ? IN_ANSWERS[channelOf(said)] : OPENS;
  return among[act.kind] ?? Infinity;
}

const channelOf = ({ item }: Utterance) => (item.kind === 'mail' ? 'mail' : 'chat');

/** The message answers a question that asks for a day. */
const saysWhen = (held: readonly Correlated[], said: Utterance): boolean =>
  held.some(
    ({ seed, evidence }) =>
      seed.opening.act === 'question' &&
      asksWhen(seed.opening.quote) &&
      evidence.some((e) => e.source.id === said.source.id),
  );

/** Below it an ask is held only where it is surely owed, or somebody is called by name: "Chloe: the notes need German by Monday". */
export const CALLED = 0.56;
/** In English, whose confidences are fitted on what people wrote: conversations hold as many works with it, and fewer that are none. */
const CALLED_IN_ENGLISH = 0.62;
export const calledFrom = ({ language }: Utterance): number =>
  language === 'en' ? CALLED_IN_ENGLISH : CALLED;
/** From here on an ask is one by its own words. */
export const PLAIN = 0.75;
