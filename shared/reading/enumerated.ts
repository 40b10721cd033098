import { contentWords } from '../handoff/similarity';
import { straight } from './chars';
import { ASKS_OF, leadsToAsks, TELLS } from './listing';

/**
 * Things named behind a colon: "We still need for the stand: the floor plan, the badges and the name of your electrician".
 * Each is a thing asked for; the words before the colon say by whom and for what. Led in as one thing ("one for you: bed
 * lift, ward 9 side, doors reopening") it is one, told in several words.
 */

export interface Named {
  /** Offset into the sentence. */
  start: number;
  text: string;
  question: boolean;
}

const BEHIND = /^([^:]{6,140}:)\s+(?=\S)/u;
const BETWEEN = /\s*[,;]\s+(?:(?:and|plus|as well as)\s+)?|\s+(?:and|plus|[&+])\s+/giu;
const LONGEST = 80;

/** A thing to do, and not several: "another quick one for your list please:", "got a small job for you:". */
const ONE_THING =
  /^(?:\W|(?:and|also|oh|hi|hello|hey|morning)\b|(?!(?:and|also|oh|hi|hello|hey|morning)\b)\p{L}+(?: \p{L}+)?,)*(?:(?:here(?:'s| is)|(?:i |we )?(?:have|got)|i've(?: got)?|we've(?: got)?|there(?:'s| is)|just|only) )*(?:(?:a|an|another|one|this|yet|my|the|last|next|final|further|other|more|new|quick|small|little|tiny|big|urgent|easy) )*(?:one|another|job|task|request|ask|favou?r|thing|ticket|fault|call-?out|work order|something)(?: more| else| again)?((?:,? (?:for|to) (?:you|u|your \p{L}+)(?: \p{L}+)?|,? (?:please|pls|plz)|,? (?:today|tomorrow|when you (?:can|have a \p{L}+)|if you (?:can|would)|(?:by|before) [\p{L}\d ]{2,24}))*)(?:, \p{L}+)?\s*:\s*$/iu;
/** Put to whoever reads. */
const TO_YOU = /(?<![\p{L}])(?:you|u|your|please|pls|plz)(?![\p{L}])/iu;

const leadOf = (text: string): string | undefined =>
  text.includes(':') ? BEHIND.exec(straight(text))?.[0] : undefined;

/** Does a sentence hand over one thing that is named behind a colon? */
export function namesOne(text: string): boolean {
  const lead = leadOf(text);
  if (text.includes('?')) return false;
  const circumstances = lead === undefined ? undefined : ONE_THING.exec(lead)?.[1];
  return circumstances !== undefined && TO_YOU.test(circumstances);
}

/** The things such a sentence names; empty where it names none, or one, or tells something besides. */
export function namedIn(text: string): Named[] {
  const lead = leadOf(text);
  if (lead === undefined || !leadsToAsks(lead) || ONE_THING.test(lead)) return [];
  const level = straight(text);
  const rest = level.slice(lead.length);
  const items: Named[] = [];
  let from = 0;
  const add = (to: number) => {
    const words = rest.slice(from, to);
    const start = lead.length + from + words.length - words.trimStart().length;
    items.push({
      start,
      text: text.slice(start, lead.length + to).trimEnd(),
      question: ASKS_OF.test(words.trim()),
    });
  };
  for (const { index, 0: joint } of rest.matchAll(BETWEEN)) {
    if (isInBrackets(rest, index)) continue;
    add(index);
    from = index + joint.length;
  }
  add(rest.length);
  return items.length > 1 && items.every(isThing) ? items : [];
}

/** "Could you (1) send the plan, (2) call the owner and (3) book the van": counted within the sentence, in order from the first. */
export function countedIn(text: string): Named[] {
  if (!text.includes(')')) return [];
  const marks = [...text.matchAll(COUNTED)];
  if (marks.length < 2) return [];
  const inOrder = marks.every(
    ({ 1: mark = '' }, n) => mark === String(n + 1) || mark === 'abcdefgh'.charAt(n),
  );
  if (!inOrder) return [];
  const items = marks.map((mark, n) => {
    const start = mark.index + mark[0].length;
    const words = text.slice(start, marks[n + 1]?.index).replace(/[\s,;]+(?:and|plus)?\s*$/iu, '');
    return { start, text: words, question: ASKS_OF.test(words) };
  });
  return items.every((item) => contentWords(item.text).size > 0) ? items : [];
}
const COUNTED = /(?<=^|\s)\(?([1-9]|[a-h])\)\s*(?=[\p{L}\d])/gu;

const isInBrackets = (text: string, at: number): boolean =>
  text.lastIndexOf('(', at) > text.lastIndexOf(')', at);

const isThing = ({ text, question }: Named): boolean =>
  text.length <= LONGEST &&
  contentWords(text).size > 0 &&
  (question || !TELLS.test(straight(text)));
