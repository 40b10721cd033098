import type { TenantArchive } from '../../main/demo/archive';
import type { MailItem, Person } from '../../shared/handoff/item';

/** One company in which two people sit at a desk of their own, with one thing between them. */

export const NOOR: Person = { name: 'Noor Aalbers', address: 'noor@kiln.example' };
export const TESSA: Person = { name: 'Tessa Brink', address: 'tessa@kiln.example' };
const OMAR: Person = { name: 'Omar Haas', address: 'omar@kiln.example' };

/** Friday, 10:00 in Amsterdam: two days after the quote was due. */
export const PAIR_START = '2026-10-16T10:00:00+02:00';
export const QUOTE = 'Quote for the glazing room';

export function pairArchive(): TenantArchive {
  const items = [
    mail('ask.1@kiln.example', '2026-10-12T08:10:00Z', NOOR, TESSA, QUOTE, [
      'Hi Tessa,',
      'Could you send me the signed quote for the glazing room by Wednesday 14 October?',
      'Noor',
    ]),
    mail('fyi.1@kiln.example', '2026-10-14T09:00:00Z', OMAR, NOOR, 'Parking on Thursday', [
      'Hi Noor,',
      'The car park is resurfaced on Thursday. No need to answer.',
      'Omar',
    ]),
  ];
  const directory = [NOOR, TESSA, OMAR].map((person, n) => ({
    id: `0000000${n}-1111-4222-8333-444444444444`,
    person,
    title: null,
    team: null,
    aliases: [],
    timeZone: 'Europe/Amsterdam',
    workingHours: null,
  }));
  return { items, directory };
}

function mail(
  messageId: string,
  sentAt: string,
  from: Person,
  to: Person,
  subject: string,
  lines: string[],
): MailItem {
  return {
    kind: 'mail',
    id: `mail:${messageId}`,
    ...{ messageId, sentAt, from, subject },
    ...{ inReplyTo: null, references: [], conversationId: null, conversationIndex: null },
    to: [to],
    cc: [],
    body: { type: 'text', content: lines.join('\n\n') },
    ...{ headers: {}, attachments: [], messageClass: '', isDraft: false },
    ...{ folder: '', webLink: null, report: null },
  };
}

interface Row {
  id: string;
  subject: string;
  body: { content: string };
  toRecipients: { emailAddress: { address: string } }[];
}

/** Somebody's mailbox as their mail program sees it, past Corridor. */
export function mailProgram(url: string, person: Person) {
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${url}/v1.0${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${person.address}`,
        'Content-Type': 'application/json',
        Prefer: 'IdType="ImmutableId"',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
  const folder = async (name: string) =>
    ((await call('GET', `/me/mailFolders/${name}/messages?$top=100`)) as { value: Row[] }).value;
  const leave = async (id: string, body: string) => {
    const at = `/me/messages/${encodeURIComponent(id)}`;
    await call('PATCH', at, { body: { contentType: 'html', content: body } });
    await call('POST', `${at}/send`);
  };
  return {
    folder,
    /** Answers the newest mail in the inbox. */
    async reply(...lines: string[]): Promise<void> {
      const [latest] = await folder('inbox');
      const at = `/me/messages/${encodeURIComponent(latest?.id ?? '')}/createReply`;
      const draft = (await call('POST', at, {})) as Row;
      const words = lines.map((line) => `<p>${line}</p>`).join('');
      await leave(
        draft.id,
        draft.body.content.replace(/<body[^>]*>/i, (open) => open + words),
      );
    },
    /** Taps a link of the newest mail in the inbox by its words, and sends what opens unchanged. */
    async tap(words: string): Promise<void> {
      const [latest] = await folder('inbox');
      const links = [...(latest?.body.content ?? '').matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)];
      const href = links.find((link) => link[2] === words)?.[1];
      if (href === undefined) throw new Error(`No link says "${words}".`);
      const link = new URL(href.replaceAll('&amp;', '&'));
      const lines = (link.searchParams.get('body') ?? '').split('\r\n');
      const draft = (await call('POST', '/me/messages', {
        subject: link.searchParams.get('subject'),
        toRecipients: [{ emailAddress: { address: decodeURIComponent(link.pathname) } }],
      })) as Row;
      await leave(
        draft.id,
        lines.map((line) => `<div>${line === '' ? '<br>' : line}</div>`).join(''),
      );
    },
  };
}
