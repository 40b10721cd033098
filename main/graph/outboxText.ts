import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import { TAP_BETWEEN, TAP_LEAD, tapLinks, tapWords, type Taps } from '../../shared/catching/oneTap';
import type { Person } from '../../shared/handoff/item';

/** The words of an outgoing message: what is approved, what is written, what is checked before it leaves. */

/** What a person approves. */
export interface Wording {
  to: readonly Person[];
  cc: readonly Person[];
  subject: string;
  body: string;
  channel: 'mail' | 'chat' | 'channel';
  inReplyTo: string | null;
  /** One-tap answers go along, with this day offered. */
  oneTap?: { on: boolean; day: string } | undefined;
}

/** Addresses of recipients, lower-case, sorted, each once. A person known by name only keeps the name. */
export function addressesOf(people: readonly Person[]): string[] {
  const all = people.map((p) => (p.address === '' ? p.name : p.address).trim().toLowerCase());
  return [...new Set(all)].sort();
}

function plainText(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

/** SHA-256 (hex) over normalised recipients, copies, subject, body, the line of one-tap answers, and the post it answers. */
export function hashOf(words: Wording): string {
  const normal = [
    addressesOf(words.to),
    addressesOf(words.cc),
    plainText(words.subject),
    plainText(words.body),
    ...(words.oneTap?.on === true ? [tapWords(words.oneTap.day)] : []),
    // Whom an answer in a channel reaches is told by where it stands.
    ...(words.channel === 'channel' ? [words.inReplyTo] : []),
  ];
  return createHash('sha256').update(JSON.stringify(normal)).digest('hex');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c);
}

/** Text as HTML paragraphs; web and mail addresses in it become links, so that an answer is one tap. */
export function paragraphs(text: string): string {
  const lines = (block: string) =>
    block
      .split('\n')
      .map((line) =>
        line
          .split(/((?:https?:\/\/|mailto:)[^\s<>"]+)/)
          .map((part, i) =>
            i % 2 === 1 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part),
          )
          .join(''),
      )
      .join('<br>');
  return plainText(text)
    .split(/\n[ \t]*\n\s*/)
    .map((block) => `<p>${lines(block)}</p>`)
    .join('');
}

/** The line of one-tap answers as HTML. Every character of it is ours, or escaped. */
export function tapParagraph(taps: Taps): string {
  const links = tapLinks(taps).map(
    ({ words, href }) => `<a href="${escaped(href)}">${escaped(words)}</a>`,
  );
  return `<p>${escaped(TAP_LEAD)} ${links.join(escaped(TAP_BETWEEN))}</p>`;
}

/** The id of our block names the entry, so that a quoted copy of an older one is never taken for it. */
function blockId(entryId: string): string {
  return `corridor-${entryId}`;
}

/** The body of a fresh message. `below`: HTML of ours under the text. */
export function freshBody(entryId: string, text: string, below = ''): string {
  return `<div id="${blockId(entryId)}">${paragraphs(text)}${below}</div>`;
}

/**
 * Our text above the quoted thread of a reply draft. A block written before is replaced; writing the
 * whole body instead would lose the quote.
 */
export function bodyAboveQuote(
  entryId: string,
  draftHtml: string,
  text: string,
  below = '',
): string {
  const ours = freshBody(entryId, text, below);
  const before = new RegExp(`<div[^>]*\\bid="?${blockId(entryId)}"?[^>]*>[\\s\\S]*?</div>`, 'i');
  if (before.test(draftHtml)) return draftHtml.replace(before, () => ours);
  // The service may have cleaned our id away: then the text standing first is ours already.
  if (startsWith(draftHtml, 'html', text, below)) return draftHtml;
  const open = /<body[^>]*>/i.exec(draftHtml);
  if (!open) return ours + draftHtml;
  const at = open.index + open[0].length;
  return draftHtml.slice(0, at) + ours + draftHtml.slice(at);
}

/** Visible words with all white space taken together: services re-wrap and re-indent. */
function visible(content: string, type: string): string {
  const text =
    type.toLowerCase() === 'html'
      ? convert(content, {
          wordwrap: false,
          selectors: [{ selector: 'a', options: { ignoreHref: true } }],
        })
      : content;
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** True when a body begins with exactly these words, and those of `below` under them. */
export function startsWith(content: string, type: string, text: string, below = ''): boolean {
  return visible(content, type).startsWith(visible(paragraphs(text) + below, 'html'));
}

/** True when a chat message says exactly these words. */
export function saysExactly(content: string, type: string, text: string): boolean {
  return visible(content, type) === visible(paragraphs(text), 'html');
}
