import type { Act } from '../handoff/act';
import { contentWords } from '../handoff/similarity';
import type { Sending } from './days';
import { dueIn, isBound } from './due';
import { HELD } from './ruled';
import type { Sentence } from './sentences';

/**
 * A list under a line that asks for it: "By Wednesday I need: - the plan - the price list". Each point is a thing asked for,
 * of whom and by when the line says; the line by itself asks for nothing more.
 */

/** The line names nothing but what is to come: "I need these from you by Thursday:", "Could you send me the following:". */
const INTRODUCES =
  /\b(?:need|want|like|have|get|send|give|bring|provide|see|missing|owe)(?: (?:me|us|over|back|to (?:have|see|get)|still))*(?: (?:all )?(?:these|those|this|the following|\w+|a few|a couple of)(?<! (?:the|your|our|my|a|an|his|her|their))(?: (?:more|other|last))?(?: (?:things|items|bits(?: and pieces)?|pieces|papers|documents|files|points|answers|figures|details|numbers))?)?(?: (?:from|of) (?:you|your (?:side|team|end)|each of you|everyone))?(?:,? (?:by|before|until|till|for|on|no later than) [^:]{2,50})?(?:,? (?:please|if you can|if possible))?\s*:\s*$/i;
/** "Could you help with these?": the same, asked and without a colon. */
const POINTS_DOWN =
  /\b(?:these|the following|the below|a (?:few|couple of) (?:things|points|questions|items)|(?:two|three|four|five|some) (?:things|points|questions|items|asks|bits))\b[^.?!:]{0,24}[?.]\s*$/i;
/** Longer than this it is no item of a list, but a text with a mark before it. */
const LONGEST_ITEM = 160;

/** Adds what the points of a list ask for, and takes back the line that only leads to them. `acts` are in order of the text. */
export function withLists(
  acts: Act[],
  sentences: readonly Sentence[],
  sending: Sending | undefined,
): void {
  for (const intro of [...acts]) {
    if (intro.kind !== 'request' || intro.confidence < HELD || !leadsDown(intro, sentences))
      continue;
    const items = itemsBelow(intro.sentence, sentences);
    if (items.length === 0) continue;
    for (const index of items) {
      const item = sentences[index];
      if (!item) continue;
      const own = acts.filter((a) => a.sentence === index && a.confidence >= HELD);
      if (own.length === 0) acts.push(itemAct(intro, item, index, sending));
      for (const act of own)
        if ((act.kind === 'request' || act.kind === 'question') && intro.due) act.due ??= intro.due;
    }
    acts.splice(acts.indexOf(intro), 1);
  }
  acts.sort((a, b) => a.sentence - b.sentence);
}

/** What an ask looks like where one is expected: what is needed, or a bare deed the reader has found to be likely one. */
const NEEDS =
  /^(?:\W|\p{L}+[,:] |also |and )*(?:(?:i|we)(?:'ll|'d| will| would| also| still| do| really)* )?(?:need|require|want|(?<=(?:'d|would) )like)s? (?:the|an?|your|my|our|some|any|two|three|four|five|six|\d+|[\p{L}-]+ )/iu;
/** From here on a point beside one that surely asks is an ask as well. */
const LIKELY = 0.35;
/** How sure an ask is that stands in a row of them. */
const IN_A_ROW = 0.8;
/** How sure one must be for the others to be in a row with it. */
const LEADS = 0.7;

/**
 * "1. Send me photos of the tags. 2. Can you send the certificate by Monday? 3. I need two lads on Friday": beside a point
 * that surely asks, one with a deed or a need asks as well.
 */
export function inARow(
  acts: Act[],
  sentences: readonly Sentence[],
  sending: Sending | undefined,
): void {
  const points = sentences.flatMap((sentence, index) => (sentence.bullet ? [index] : []));
  if (points.length < 2) return;
  const end = (n: number) => points[n + 1] ?? sentences.length;
  const asked = (n: number, least: number) =>
    acts.find(
      (a) =>
        a.sentence >= (points[n] ?? 0) &&
        a.sentence < end(n) &&
        sentences[a.sentence]?.block === sentences[points[n] ?? 0]?.block &&
        (a.kind === 'request' || a.kind === 'question') &&
        a.confidence >= least,
    );
  const sure = points.map((_, n) => asked(n, LEADS)).find((act) => act !== undefined);
  const looksAsked = (n: number) =>
    asked(n, LIKELY) !== undefined || NEEDS.test(sentences[points[n] ?? 0]?.text ?? '');
  // Minutes have an ask among what is told; a list of asks has little else.
  if (!sure || points.filter((_, n) => looksAsked(n)).length * 2 <= points.length) return;
  points.forEach((index, n) => {
    const item = sentences[index];
    if (!item || item.text.length > LONGEST_ITEM || asked(n, HELD + 0.2)) return;
    const likely = asked(n, LIKELY);
    if (likely?.kind === 'request') likely.confidence = IN_A_ROW;
    else if (!likely && NEEDS.test(item.text)) {
      const own = acts.findIndex((a) => a.sentence === index && a.kind === 'request');
      if (own >= 0) acts.splice(own, 1);
      const act = itemAct({ ...sure, kind: 'request', confidence: IN_A_ROW }, item, index, sending);
      delete act.condition;
      // "I need two helpers Friday": the day of a need is the day it is needed on.
      const alone = { before: '', after: '' };
      const due =
        dueIn(item.text, 'request', sending, alone, undefined) ??
        dueIn(item.text, 'acceptance', sending, alone, undefined);
      if (due) act.due = due;
      else delete act.due;
      acts.push(act);
    }
  });
  acts.sort((a, b) => a.sentence - b.sentence);
}

/** Does the line name nothing but what stands below it? */
function leadsDown({ quote, sentence }: Act, sentences: readonly Sentence[]): boolean {
  return (
    INTRODUCES.test(quote) ||
    (POINTS_DOWN.test(quote) &&
      sentences[sentence + 1]?.bullet === true &&
      !sentences[sentence]?.bullet)
  );
}

/** The points right below a line: one sentence each, up to the first line that is none. */
function itemsBelow(above: number, sentences: readonly Sentence[]): number[] {
  const items: number[] = [];
  for (let index = above + 1; index < sentences.length; index++) {
    const sentence = sentences[index];
    if (!sentence) break;
    if (!sentence.bullet) {
      // A second sentence of a point says something of it.
      if (items.length > 0 && sentences[index - 1]?.block === sentence.block) continue;
      break;
    }
    if (sentence.text.length > LONGEST_ITEM || contentWords(sentence.text).size === 0) break;
    items.push(index);
  }
  return items;
}

function itemAct(intro: Act, item: Sentence, index: number, sending: Sending | undefined): Act {
  const due = dueIn(item.text, 'request', sending, { before: '', after: '' }, undefined);
  const { start, end, text } = item;
  const act: Act = { ...intro, quote: text, start, end, sentence: index };
  // "The roster for September" is of a month, and not due in it.
  if (due && isBound(due)) act.due = due;
  return act;
}
