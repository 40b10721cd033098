import { stableId } from '../handoff/identity';
import type { Person } from '../handoff/item';
import { answerSubject } from './words';

/**
 * Answers that take one tap: links in a message that open a short reply. The reply holds one of three lines and a
 * token, and is read by these exactly. Both halves stand here, so that what is written is what is read.
 */

/** What one of the links answers with. */
export type TapAnswer =
  | { is: 'mine' }
  | { is: 'notMine' }
  /** The day as it was written; the sender's clock says which it is. */
  | { is: 'by'; day: string };

/** What a message with one-tap answers needs to be written. */
export interface Taps {
  /** Where the answers go. */
  to: Person;
  /** Names the message they answer. */
  token: string;
  /** The subject of the message. */
  subject: string;
  /** The day offered with "By", as the reply begins; '' leaves it to be filled in. */
  day: string;
}

const MINE = 'I have it';
const NOT_MINE = 'Not mine';

/** The token of an outbox entry: the same each time, and short enough to stand in a reply. */
export function tokenOf(entryId: string): string {
  return stableId('one-tap', entryId).slice(0, 12);
}

/** The links in order: the words that are shown, and where they lead. */
export function tapLinks({ to, token, subject, day }: Taps): { words: string; href: string }[] {
  const address = encodeURIComponent(to.address).replace(/%40/g, '@');
  const link = (line: string) =>
    `mailto:${address}?subject=${encodeURIComponent(answerSubject(subject))}&body=${encodeURIComponent(`${line}\r\n\r\n[Corridor ${token}]\r\n`)}`;
  return [
    { words: MINE, href: link(MINE) },
    { words: NOT_MINE, href: link(NOT_MINE) },
    { words: day === '' ? 'By …' : `By ${day}`, href: link(`By ${day}`) },
  ];
}

/** What stands before the links. */
export const TAP_LEAD = 'One tap answers it:';
export const TAP_BETWEEN = ' · ';

/** The line as a person sees it, and as it stands in plain text. */
export function tapWords(day: string): string {
  const links = [MINE, NOT_MINE, day === '' ? 'By …' : `By ${day}`];
  return `${TAP_LEAD} ${links.join(TAP_BETWEEN)}`;
}

const TOKEN = '\\[Corridor ([0-9a-f]{12})\\]';
const TOKENS = new RegExp(TOKEN, 'g');
const TOKEN_LINE = new RegExp(`^(.*?)\\s*${TOKEN}$`);
const QUOTED = /^\s*>/;

/** Every token that stands anywhere in a text. */
export function tokensIn(text: string): string[] {
  if (!text.includes('[Corridor ')) return [];
  return [...new Set([...text.matchAll(TOKENS)].map((match) => match[1] ?? ''))];
}

/** A one-tap answer in a mail's text. `start` and `end` are the offsets of its line. */
export interface Tap {
  token: string;
  answer: TapAnswer;
  quote: string;
  start: number;
  end: number;
}

/**
 * The answer a reply holds: exactly one of the three lines, right above the one token the writer's own lines hold
 * (blank lines aside). Anything else is no such answer, and read like other words. `quoted`: spans of earlier mail.
 */
export function readTap(
  text: string,
  quoted: readonly { start: number; end: number }[] = [],
): Tap | null {
  if (!text.includes('[Corridor ')) return null;
  const lines: { text: string; start: number; end: number }[] = [];
  let start = 0;
  for (const raw of text.split('\n')) {
    const at = start;
    start += raw.length + 1;
    const words = raw.replace(/\u00a0/g, ' ').trim();
    const isQuoted = QUOTED.test(raw) || quoted.some((s) => s.start <= at && at < s.end);
    if (words !== '' && !isQuoted) lines.push({ text: words, start: at, end: at + raw.length });
  }
  if (tokensIn(lines.map((line) => line.text).join('\n')).length !== 1) return null;
  const at = lines.findIndex((line) => TOKEN_LINE.test(line.text));
  const [, before = '', token = ''] = TOKEN_LINE.exec(lines[at]?.text ?? '') ?? [];
  const line = before === '' ? lines[at - 1] : lines[at];
  if (!line) return null;
  const quote = before === '' ? line.text : before;
  const answer = answerIn(quote);
  return answer && { token, answer, quote, start: line.start, end: lines[at]?.end ?? line.end };
}

function answerIn(line: string): TapAnswer | null {
  const words = line.replace(/[.!]$/, '').trim().toLowerCase();
  if (words === MINE.toLowerCase()) return { is: 'mine' };
  if (words === NOT_MINE.toLowerCase()) return { is: 'notMine' };
  const day = /^by\s+(\S.*)$/i.exec(line.replace(/[.!]$/, ''))?.[1];
  return day === undefined ? null : { is: 'by', day };
}
