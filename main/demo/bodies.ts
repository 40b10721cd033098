import { convert } from 'html-to-text';
import type { Person } from '../../shared/handoff/item';

/** A mail body as it is kept: what the writer's client made of it. */
export interface Body {
  type: 'text' | 'html';
  content: string;
}

const HEAD =
  '<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\r\n</head><body>';

/** Outlook puts this id on the block that opens the quoted mail; what stands before it is one's own. */
const QUOTE_MARK = /<hr\b[^>]*>\s*<div id="divRplyFwdMsg"/i;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text made safe to stand in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (c) => ENTITIES[c] ?? c);
}

/** Lines of text as Outlook writes them in HTML: one block a line, an empty line as an empty block. */
export function linesAsHtml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => `<div>${line.trim() === '' ? '<br>' : escapeHtml(line)}</div>`)
    .join('\r\n');
}

/** The body as HTML, whichever way it was written. */
export function asHtml(body: Body): string {
  if (body.type === 'html') return body.content;
  return `${HEAD}\r\n${linesAsHtml(body.content)}\r\n</body></html>`;
}

/** The body as text, whichever way it was written. */
export function asText(body: Body): string {
  if (body.type === 'text') return body.content;
  const text = convert(body.content, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
      { selector: 'img', format: 'skip' },
    ],
  });
  // Outlook's empty block is one empty line, not the two that its block and its break would make.
  return text.replace(/\n{3,}/g, '\n\n');
}

/** The first 255 characters on one line, as `bodyPreview` shows them. */
export function preview(body: Body): string {
  return asText(body).replace(/\s+/g, ' ').trim().slice(0, 255);
}

/** What stands between the body tags, or all of it when there are none. */
function inner(html: string): string {
  return /<body\b[^>]*>([\s\S]*?)<\/body>/i.exec(html)?.[1] ?? html;
}

/** The body without the mail it answers (`uniqueBody`). */
export function ownPart(body: Body): Body {
  if (body.type === 'html') {
    const cut = QUOTE_MARK.exec(body.content);
    if (!cut) return body;
    return { type: 'html', content: `${body.content.slice(0, cut.index)}</body></html>` };
  }
  const lines = body.content.replace(/\r\n?/g, '\n').split('\n');
  const quote = lines.findIndex(
    (line, i) =>
      /^-{2,}\s*(original message|forwarded message)\s*-{2,}$/i.test(line.trim()) ||
      /^on\b.+\bwrote:$/i.test(line.trim()) ||
      (/^from:\s/i.test(line) && /^(sent|date|to):\s/i.test(lines[i + 1] ?? '')) ||
      (line.startsWith('>') && lines.slice(i).every((l) => l.startsWith('>') || l.trim() === '')),
  );
  if (quote < 0) return body;
  return { type: 'text', content: lines.slice(0, quote).join('\n').trimEnd() };
}

/** What the quoted block says of the mail it quotes. */
export interface Quoted {
  from: Person;
  to: readonly Person[];
  cc: readonly Person[];
  subject: string;
  sentAt: number;
  body: Body;
}

function names(people: readonly Person[]): string {
  return people
    .map((p) => escapeHtml(p.name === '' ? p.address : `${p.name} <${p.address}>`))
    .join('; ');
}

/** The date line of the quoted block. Graph writes it in UTC unless a zone is preferred. */
function sentLine(at: number): string {
  return new Intl.DateTimeFormat('en-US', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(at);
}

/** The body of a reply or forward: the writer's HTML, then the quoted mail under its header block. */
export function replyBody(quoted: Quoted, own: string): Body {
  const block = [
    `<b>From:</b> ${names([quoted.from])}`,
    `<b>Sent:</b> ${sentLine(quoted.sentAt)}`,
    `<b>To:</b> ${names(quoted.to)}`,
    ...(quoted.cc.length > 0 ? [`<b>Cc:</b> ${names(quoted.cc)}`] : []),
    `<b>Subject:</b> ${escapeHtml(quoted.subject)}`,
  ].join('<br>\r\n');
  const above = own === '' ? '' : `${own}\r\n`;
  return {
    type: 'html',
    content: `${HEAD}\r\n${above}<hr tabindex="-1" style="display:inline-block; width:98%">\r\n<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" color="#000000" style="font-size:11pt">${block}</font>\r\n<div>&nbsp;</div>\r\n</div>\r\n${inner(asHtml(quoted.body))}\r\n</body></html>`,
  };
}

/** HTML reduced to what Exchange would let through: no scripts, no handlers. */
export function sanitised(html: string): string {
  return html
    .replace(/<(script|iframe|object)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '');
}
