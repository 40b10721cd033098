import { contentWords } from '../handoff/similarity';
import { straight } from './chars';
import { ASKS_OF, leadsToAsks, TELLS } from './listing';

/**
 * Things named behind a colon: "We still need for the stand: the floor plan, the badges and the name of your electrician".
 * Each is a thing asked for; the words before the colon say by whom and for what.
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

/** The things such a sentence names; empty where it names none, or tells something besides. */
export function namedIn(text: string): Named[] {
  if (!text.includes(':')) return [];
  const level = straight(text);
  const lead = BEHIND.exec(level)?.[0];
  if (lead === undefined || !leadsToAsks(lead)) return [];
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
