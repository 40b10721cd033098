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
/** Longer than this it is no item of a list, but a text with a mark before it. */
const LONGEST_ITEM = 160;

/** Adds what the points of a list ask for, and takes back the line that only leads to them. `acts` are in order of the text. */
export function withLists(
  acts: Act[],
  sentences: readonly Sentence[],
  sending: Sending | undefined,
): void {
  for (const intro of [...acts]) {
    if (intro.kind !== 'request' || intro.confidence < HELD || !INTRODUCES.test(intro.quote))
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
