import type { TenantArchive } from '../../main/demo/archive';
import { postThread } from '../../shared/handoff/identity';
import type { ChatItem, MailItem, Person } from '../../shared/handoff/item';

/** One company in which two people have one thing between them: for a desk at each end, or at one of them. */

export const NOOR: Person = { name: 'Noor Aalbers', address: 'noor@kiln.example' };
export const TESSA: Person = { name: 'Tessa Brink', address: 'tessa@kiln.example' };
const OMAR: Person = { name: 'Omar Haas', address: 'omar@kiln.example' };

/** Friday, 10:00 in Amsterdam: two days after the quote was due. */
export const PAIR_START = '2026-10-16T10:00:00+02:00';
const QUOTE = 'Quote for the glazing room';

/** Noor has asked Tessa for the quote; another mail asks nothing. What follows, they write themselves. */
export function pairArchive(): TenantArchive {
  return company(ASKED);
}

/** The same, and at noon Tessa sends what she was asked for, whoever sits at which desk. */
export function littleArchive(): TenantArchive {
  return company([
    ...ASKED,
    {
      ...mail('answer.1@kiln.example', '2026-10-16T10:00:00Z', TESSA, NOOR, `Re: ${QUOTE}`, [
        'Hi Noor,',
        'Here is the signed quote for the glazing room.',
        'Tessa',
      ]),
      inReplyTo: 'ask.1@kiln.example',
      references: ['ask.1@kiln.example'],
      attachments: ['quote-glazing-room-signed.pdf'],
    },
  ]);
}

const ASKED: readonly MailItem[] = [
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

/** Where Tessa has asked Noor for something before the whole team. */
export const POST = {
  teamId: 'team-kiln',
  team: 'Kiln',
  channelId: '19:glaze@thread.tacv2',
  name: 'Glaze',
  rootId: String(Date.parse('2026-10-13T08:00:00Z')),
};

/** A desk whose person owes an answer to a post in a channel. */
export function channelArchive(): TenantArchive {
  const chatId = postThread(POST.channelId, POST.rootId);
  const words = '<p><at id="0">Noor Aalbers</at> can you send me the test tiles by Wednesday?</p>';
  return company([
    {
      kind: 'chat',
      ...{ id: `chat:${chatId}/${POST.rootId}`, chatId, messageId: POST.rootId },
      ...{ chatType: 'channel', topic: 'Kiln / Glaze', channel: POST },
      ...{ from: TESSA, members: [TESSA, NOOR], mentions: [NOOR] },
      sentAt: '2026-10-13T08:00:00Z',
      ...{ editedAt: null, deleted: false, reactions: [], attachments: [], webLink: null },
      body: { type: 'html', content: words },
    },
  ]);
}

function company(items: readonly (MailItem | ChatItem)[]): TenantArchive {
  const directory = [NOOR, TESSA, OMAR].map((person, n) => ({
    id: `0000000${n}-1111-4222-8333-444444444444`,
    person,
    title: null,
    team: null,
    aliases: [],
    timeZone: 'Europe/Amsterdam',
    workingHours: null,
  }));
  return { items: [...items], directory };
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
    /** Invites somebody to something, as Outlook does; an hour, from `start` (ISO). */
    async invite(guest: Person, subject: string, start: string): Promise<void> {
      const zoned = (ms: number) => ({
        dateTime: new Date(ms).toISOString().slice(0, 19),
        timeZone: 'UTC',
      });
      const at = Date.parse(start);
      await call('POST', '/me/events', {
        ...{ subject, start: zoned(at), end: zoned(at + 3_600_000) },
        attendees: [{ type: 'required', emailAddress: guest }],
      });
    },
    /** Answers the invitation with this subject. */
    async answer(subject: string, how: 'accept' | 'decline'): Promise<void> {
      const window = 'startDateTime=2026-01-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z';
      const held = (await call('GET', `/me/calendarView?${window}&$top=100`)) as { value: Row[] };
      const event = held.value.find((row) => row.subject === subject);
      await call('POST', `/me/events/${encodeURIComponent(event?.id ?? '')}/${how}`, {});
    },
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
