import { expect, test } from 'vitest';
import type { MailItem } from '../../shared/handoff/item';
import { folderOf, mailFromBytes } from './mail';
import { mailDate } from '../../shared/handoff/mailDate';

async function read(
  raw: string | Buffer,
  envelope: string | null = null,
): Promise<{ mail: MailItem | null; said: string[] }> {
  const said: string[] = [];
  const bytes = typeof raw === 'string' ? Buffer.from(raw) : raw;
  const place = { folder: 'inbox', where: 'message 1', envelope };
  const mail = await mailFromBytes(bytes, place, (_where, what) => said.push(what));
  return { mail, said };
}

const head = (extra = '') =>
  `From: Otto Lind <Otto.Lind@Harbor.example>\nTo: ines@harbor.example\n` +
  `Date: Fri, 6 Mar 2026 17:42:00 -0500\nSubject: Crane rota\nMessage-ID: <m1@harbor.example>\n${extra}`;

test('an ordinary mail keeps the sender’s own clock, ids without brackets, lower-case addresses', async () => {
  const { mail, said } = await read(
    `${head('In-Reply-To: <m0@harbor.example>\nReferences: <r@h.example>\n\t<m0@harbor.example>\n')}\nYours from here.\n`,
  );
  expect(said).toEqual([]);
  expect(mail).toMatchObject({
    id: 'mail:m1@harbor.example',
    messageId: 'm1@harbor.example',
    inReplyTo: 'm0@harbor.example',
    references: ['r@h.example', 'm0@harbor.example'],
    from: { name: 'Otto Lind', address: 'otto.lind@harbor.example' },
    to: [{ name: '', address: 'ines@harbor.example' }],
    sentAt: '2026-03-06T17:42:00-05:00',
    body: { type: 'text', content: 'Yours from here.\n' },
    messageClass: '',
    report: null,
    isDraft: false,
  });
});

test.each([
  ['Fri, 6 Mar 2026 17:42:00 -0500', '2026-03-06T17:42:00-05:00'],
  ['6 Mar 26 17:42 EST', '2026-03-06T17:42:00-05:00'],
  ['Fri, 06 Mar 2026 22:42:00 GMT (UTC)', '2026-03-06T22:42:00+00:00'],
  ['Sun, 29 Mar 2026 09:00:00 +0530', '2026-03-29T09:00:00+05:30'],
  ['Fri Mar  6 17:42:00 2026', '2026-03-06T17:42:00+00:00'],
  ['Fri Mar  6 17:42:00 -0800 2026', '2026-03-06T17:42:00-08:00'],
  ['2026-03-06T17:42:00+01:00', '2026-03-06T17:42:00+01:00'],
  ['Mon, 31 Feb 2026 10:00:00 +0000', null],
  ['Thu, 1 Jan 1970 00:00:00 +0000', null],
  ['Fri, 6 Mar 2026 5:42:00 PM', null],
  ['yesterday', null],
  ['', null],
])('the date "%s" is %s', (written, expected) => {
  expect(mailDate(written)).toBe(expected);
});

test('a missing or odd Date is told and taken from Received, then the envelope, else the mail is refused', async () => {
  const without = 'From: a@h.example\nMessage-ID: <x@h.example>\n';
  const received = await read(
    `${without}Received: from x by y; Sat, 7 Mar 2026 08:00:00 +0100\nDate: soon\n\nhi\n`,
  );
  expect(received.mail?.sentAt).toBe('2026-03-07T08:00:00+01:00');
  expect(received.said[0]).toMatch(/Date header not readable \("soon"\).*Received/);
  const envelope = await read(`${without}\nhi\n`, 'a@h.example Fri Mar  6 17:42:00 2026');
  expect(envelope.mail?.sentAt).toBe('2026-03-06T17:42:00+00:00');
  expect(envelope.said[0]).toMatch(/no Date header.*mbox/);
  const none = await read(`${without}\nhi\n`);
  expect(none.mail).toBeNull();
  expect(none.said[0]).toMatch(/no other time/);
});

test('encoded words, quoted-printable, groups, no address, and an 8-bit head', async () => {
  const { mail } = await read(
    'From: =?iso-8859-1?Q?J=F6rg_Wei=DF?= <JW@harbor.example>\n' +
      'To: Crew: Ana <ana@h.example>, bo@h.example;, undisclosed-recipients:;, Yard Office\n' +
      'Cc: "\'Cy Dale\'" <cy@h.example>\nDate: Fri, 6 Mar 2026 17:42:00 +0000\n' +
      'Subject: =?utf-8?B?w4RuZGVydW5n?= =?utf-8?Q?_jetzt?=\nMessage-ID: <q@h.example>\n' +
      'Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nGr=FC=DFe, wir n=\nehmen es\n',
  );
  expect(mail).toMatchObject({
    from: { name: 'Jörg Weiß', address: 'jw@harbor.example' },
    to: [
      { name: 'Ana', address: 'ana@h.example' },
      { name: '', address: 'bo@h.example' },
      { name: 'Yard Office', address: '' },
    ],
    cc: [{ name: 'Cy Dale', address: 'cy@h.example' }],
    subject: 'Änderung jetzt',
    body: { type: 'text', content: 'Grüße, wir nehmen es\n' },
  });
  const latin = await read(
    Buffer.from('From: Jörg <j@h.example>\nDate: Fri, 6 Mar 2026 17:42:00 +0000\n\nhi\n', 'latin1'),
  );
  expect(latin.mail?.from.name).toBe('Jörg');
});

const alternative = (text: string, html: string) =>
  `${head('MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n')}\n` +
  `--b\nContent-Type: text/plain\n\n${text}\n--b\nContent-Type: text/html\n\n${html}\n--b--\n`;

test('of two versions the text is read, unless it only points at the HTML', async () => {
  const both = await read(alternative('Plain words', '<p>Plain words</p>'));
  expect(both.mail?.body).toMatchObject({ type: 'text', content: 'Plain words\n' });
  const stub = await read(
    alternative(
      'Please use an HTML viewer to read this mail',
      '<p>The rota is yours, Ines, please confirm by Friday noon.</p>',
    ),
  );
  expect(stub.mail?.body.type).toBe('html');
  const empty = await read(alternative('', '<p>words</p>'));
  expect(empty.mail?.body.type).toBe('html');
  const html = await read(`${head('Content-Type: text/html\n')}\n<p>only</p>\n`);
  expect(html.mail?.body).toMatchObject({ type: 'html' });
});

const report = (type: string, part: string, extra = '') =>
  `${head(`In-Reply-To: <asked@harbor.example>\n${extra}Content-Type: multipart/report; report-type=${type}; boundary=b\n`)}\n` +
  `--b\nContent-Type: text/plain\n\nA report.\n--b\nContent-Type: message/${type}\n\n${part}\n--b--\n`;

test('read receipts name the mail and the reader; deleted unread is not read', async () => {
  const fields =
    'Reporting-UA: x\nFinal-Recipient: rfc822;Ines@Harbor.example\nOriginal-Message-ID: <first@harbor.example>\n';
  const seen = await read(
    report(
      'disposition-notification',
      `${fields}Disposition: manual-action/MDN-sent-manually; displayed`,
    ),
  );
  expect(seen.mail).toMatchObject({
    messageClass: 'REPORT.IPM.Note.IPNRN',
    report: {
      kind: 'read',
      originalMessageId: 'first@harbor.example',
      recipient: 'ines@harbor.example',
    },
    attachments: [],
  });
  const gone = await read(
    report(
      'disposition-notification',
      `${fields}Disposition: automatic-action/MDN-sent-automatically; deleted`,
    ),
  );
  expect(gone.mail).toMatchObject({ messageClass: 'REPORT.IPM.Note.IPNNRN', report: null });
});

test('delivery reports tell bounces from deliveries; a delay is neither', async () => {
  const status = (action: string) =>
    `Reporting-MTA: dns;mx.example\n\nFinal-Recipient: rfc822; lea@gone.example\nAction: ${action}\n`;
  const bounced = await read(
    report('delivery-status', status('failed'), 'Auto-Submitted: auto-replied\n'),
  );
  expect(bounced.mail).toMatchObject({
    messageClass: 'REPORT.IPM.Note.NDR',
    report: {
      kind: 'bounced',
      originalMessageId: 'asked@harbor.example',
      recipient: 'lea@gone.example',
    },
  });
  const returned = report('delivery-status', status('failed')).replace(
    '--b--\n',
    '--b\nContent-Type: message/rfc822\n\nFrom: me@h.example\nMessage-ID: <inner@h.example>\n\nPlease take this.\n--b--\n',
  );
  const carried = await read(returned);
  expect(carried.mail?.report?.originalMessageId).toBe('inner@h.example');
  // The returned mail's words are not the reporter's.
  expect(carried.mail?.body.content).not.toMatch(/take this/);
  expect((await read(report('delivery-status', status('delivered')))).mail?.messageClass).toBe(
    'REPORT.IPM.Note.DR',
  );
  expect((await read(report('delivery-status', status('delayed')))).mail).toMatchObject({
    messageClass: '',
    report: null,
  });
});

test('meeting mail and automatic replies are told by class; kept headers are lower-case', async () => {
  const invite = (method: string) =>
    `${head('Content-Type: multipart/alternative; boundary=b\n')}\n--b\nContent-Type: text/plain\n\nJoin\n` +
    `--b\nContent-Type: text/calendar; method=${method}; charset=utf-8\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n--b--\n`;
  for (const [method, expected] of [
    ['REQUEST', 'IPM.Schedule.Meeting.Request'],
    ['CANCEL', 'IPM.Schedule.Meeting.Canceled'],
    ['reply', 'IPM.Schedule.Meeting.Resp'],
    ['PUBLISH', ''],
  ] as const)
    expect((await read(invite(method))).mail?.messageClass).toBe(expected);
  const away = await read(
    `${head('Auto-Submitted: auto-replied\nX-Auto-Response-Suppress: All\nX-Corridor-Handoff: h1\nX-Other: no\n')}\nBack Monday\n`,
  );
  expect(away.mail).toMatchObject({
    messageClass: 'IPM.Note.Rules.OofTemplate.Microsoft',
    headers: {
      'auto-submitted': 'auto-replied',
      'x-auto-response-suppress': 'All',
      'x-corridor-handoff': 'h1',
    },
  });
  expect(away.mail?.headers).not.toHaveProperty('x-other');
});

test('a mail without Message-ID gets a stable one; without sender, or no mail at all, it is refused', async () => {
  const raw = head().replace(/Message-ID:.*\n/, '') + '\nbody\n';
  const first = await read(raw);
  expect(first.mail?.messageId).toMatch(/^[0-9a-f]{40}@/);
  expect((await read(raw)).mail?.id).toBe(first.mail?.id);
  expect((await read(`${raw}more`)).mail?.id).not.toBe(first.mail?.id);
  expect((await read('Date: Fri, 6 Mar 2026 17:42:00 +0000\n\nhi\n')).said).toEqual([
    'no sender: the mail was left out',
  ]);
  expect((await read('just some words\n')).said[0]).toMatch(/^not a mail/);
});

test('attachments are named; pictures inside the text are not files', async () => {
  const { mail } = await read(
    `${head('Content-Type: multipart/mixed; boundary=m\n')}\n--m\nContent-Type: multipart/related; boundary=r\n\n` +
      '--r\nContent-Type: text/html\n\n<img src="cid:i1">\n--r\nContent-Type: image/png; name=logo.png\nContent-ID: <i1>\nContent-Transfer-Encoding: base64\n\nAA==\n--r--\n' +
      '--m\nContent-Type: application/pdf; name="Rota.pdf"\nContent-Disposition: attachment; filename="Rota.pdf"\n\nx\n--m--\n',
  );
  expect(mail?.attachments).toEqual(['Rota.pdf']);
});

test('folders are named in Graph’s words', () => {
  expect(['Sent Items.mbox', 'Drafts.mbox', 'INBOX.mbox', 'Yard.mbox'].map(folderOf)).toEqual([
    'sentitems',
    'drafts',
    'inbox',
    'Yard',
  ]);
});
