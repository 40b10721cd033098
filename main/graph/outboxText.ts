import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import type { Person } from '../../shared/handoff/item';

/** The words of an outgoing message: what is approved, what is written, what is checked before it leaves. */

/** What a person approves. */
export interface Wording {
  to: readonly Person[];
  cc: readonly Person[];
  subject: string;
  body: string;
}

/** Addresses of recipients, lower-case, sorted, each once. A person known by name only keeps the name. */
export function addressesOf(people: readonly Person[]): string[] {
  const all = people.map((p) => (p.address === '' ? p.name : p.address).trim().toLowerCase());
  return [...new Set(all)].sort();
}

function plainText(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

/** SHA-256 (hex) over normalised recipients, copies, subject and body. */
export function hashOf(words: Wording): string {
  const normal = [
    addressesOf(words.to),
    addressesOf(words.cc),
    plainText(words.subject),
    plainText(words.body),
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

/** The id of our block names the entry, so that a quoted copy of an older one is never taken for it. */
function blockId(entryId: string): string {
  return `corridor-${entryId}`;
}

/** The body of a fresh message. */
export function freshBody(entryId: string, text: string): string {
  return `<div id="${blockId(entryId)}">${paragraphs(text)}</div>`;
}

/**
 * Our text above the quoted thread of a reply draft. A block written before is replaced; writing the
 * whole body instead would lose the quote.
 */
export function bodyAboveQuote(entryId: string, draftHtml: string, text: string): string {
  const ours = freshBody(entryId, text);
  const before = new RegExp(`<div[^>]*\\bid="?${blockId(entryId)}"?[^>]*>[\\s\\S]*?</div>`, 'i');
  if (before.test(draftHtml)) return draftHtml.replace(before, () => ours);
  // The service may have cleaned our id away: then the text standing first is ours already.
  if (startsWith(draftHtml, 'html', text)) return draftHtml;
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

/** True when a body begins with exactly these words. */
export function startsWith(content: string, type: string, text: string): boolean {
  return visible(content, type).startsWith(visible(paragraphs(text), 'html'));
}

/** True when a chat message says exactly these words. */
export function saysExactly(content: string, type: string, text: string): boolean {
  return visible(content, type) === visible(paragraphs(text), 'html');
}
