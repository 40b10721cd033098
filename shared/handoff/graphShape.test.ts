import { expect, test } from 'vitest';
import {
  chatFromGraph,
  chatMessageFromGraph,
  completeMail,
  eventFromGraph,
  GraphChat,
  GraphChatMessage,
  GraphEvent,
  GraphMessage,
  GraphPlannerTask,
  GraphUser,
  ianaZone,
  mailFromGraph,
  peopleById,
  plannerTaskFromGraph,
  userFromGraph,
  zonedInstant,
} from './graphShape';
import { messageIds } from './mailFacts';

const ines = userFromGraph(
  GraphUser.parse({
    id: 'u-ines',
    displayName: 'Ines Varga',
    mail: 'Ines.Varga@harbor.example',
    userPrincipalName: 'ivarga@harbor.example',
    proxyAddresses: [
      'SMTP:ines.varga@harbor.example',
      'smtp:ines@harbor.example',
      'x500:/o=h/cn=i',
    ],
    department: 'Rigging',
    jobTitle: 'Lead',
    somethingNew: { unknown: true },
    mailboxSettings: {
      timeZone: 'UTC',
      workingHours: {
        daysOfWeek: ['tuesday', 'monday'],
        startTime: '07:30:00.0000000',
        endTime: '16:00:00.0000000',
        timeZone: { name: 'W. Europe Standard Time' },
      },
    },
  }),
);
const people = peopleById([ines]);
const chat = chatFromGraph(
  GraphChat.parse({
    id: '19:k@thread.v2',
    chatType: 'group',
    topic: null,
    members: [
      { userId: 'u-ines', displayName: 'Ines Varga', email: null },
      { userId: 'u-otto', displayName: 'Otto Lind', email: 'Otto.Lind@harbor.example' },
    ],
  }),
  people,
);
const otto = { name: 'Otto Lind', address: 'otto.lind@harbor.example' };
const say = (raw: object) => chatMessageFromGraph(chat, GraphChatMessage.parse(raw), people);

test('a user becomes a directory entry in the zone of the working hours', () => {
  expect(ines).toEqual({
    id: 'u-ines',
    person: { name: 'Ines Varga', address: 'ines.varga@harbor.example' },
    aliases: ['ivarga@harbor.example', 'ines@harbor.example'],
    team: 'Rigging',
    title: 'Lead',
    timeZone: 'Europe/Berlin',
    workingHours: { days: [1, 2], start: '07:30', end: '16:00' },
  });
});

test('zones: Windows names, IANA names, and names nobody knows', () => {
  expect(ianaZone('Eastern Standard Time')).toBe('America/New_York');
  expect(ianaZone('Asia/Kolkata')).toBe('Asia/Kolkata');
  expect(ianaZone('UTC')).toBe('UTC');
  expect(ianaZone('Customized Time Zone')).toBeNull();
  expect(ianaZone(null)).toBeNull();
  expect(zonedInstant('2026-03-29T09:00:00.0000000', 'Europe/Berlin')).toBe(
    '2026-03-29T09:00:00.000+02:00',
  );
  expect(zonedInstant('2026-03-02T13:00:00', 'UTC')).toBe('2026-03-02T13:00:00.000Z');
  expect(zonedInstant('tomorrow', 'UTC')).toBeNull();
});

test('a chat message resolves sender, mentions and reactions by user id', () => {
  const item = say({
    id: '1772441940123',
    messageType: 'message',
    createdDateTime: '2026-03-02T08:59:00.123Z',
    from: { user: { id: 'u-otto', displayName: null } },
    body: { contentType: 'html', content: '<p><at id="0">Ines</at> yours now?</p>' },
    mentions: [{ id: 0, mentionText: 'Ines', mentioned: { user: { id: 'u-ines' } } }],
    reactions: [
      {
        reactionType: '👍',
        createdDateTime: '2026-03-02T09:00:00Z',
        user: { user: { id: 'u-ines', displayName: null } },
      },
    ],
    attachments: [
      { contentType: 'reference', name: 'plan.xlsx' },
      { contentType: 'messageReference', name: null },
    ],
  });
  expect(item).toMatchObject({
    id: 'chat:19:k@thread.v2/1772441940123',
    from: otto,
    mentions: [ines.person],
    reactions: [{ type: '👍', by: ines.person, at: '2026-03-02T09:00:00Z' }],
    attachments: ['plan.xlsx'],
    deleted: false,
    editedAt: null,
    members: [ines.person, otto],
  });
});

test('system messages are skipped, deleted ones stay flagged, a sender who left is a member of his own words', () => {
  const base = { id: '1', createdDateTime: '2026-03-02T08:00:00Z' };
  expect(say({ ...base, messageType: 'unknownFutureValue', from: null })).toBeNull();
  expect(say({ ...base, messageType: 'systemEventMessage', from: null })).toBeNull();
  const gone = say({
    ...base,
    messageType: 'message',
    deletedDateTime: '2026-03-02T08:05:00Z',
    from: { user: { id: 'u-gone', displayName: 'Rui Mota' } },
    body: { contentType: 'text', content: '' },
  });
  expect(gone?.deleted).toBe(true);
  expect(gone?.members).toContainEqual({ name: 'Rui Mota', address: '' });
});

test('an event in a Windows zone keeps its local offset, an all-day one its date', () => {
  const event = eventFromGraph(
    GraphEvent.parse({
      id: 'ev1',
      subject: 'Go-live',
      body: { contentType: 'html', content: '<p>Bring <b>keys</b></p>' },
      start: { dateTime: '2026-03-10T09:00:00.0000000', timeZone: 'Eastern Standard Time' },
      end: { dateTime: '2026-03-10T10:00:00.0000000', timeZone: 'Eastern Standard Time' },
      organizer: { emailAddress: { name: 'Otto Lind', address: 'otto.lind@harbor.example' } },
      attendees: [
        {
          emailAddress: { name: 'Ines Varga', address: 'INES.VARGA@harbor.example' },
          status: { response: 'tentativelyAccepted', time: '2026-03-01T10:00:00Z' },
        },
        {
          emailAddress: { name: 'Otto Lind', address: 'otto.lind@harbor.example' },
          status: { response: 'none', time: '0001-01-01T00:00:00Z' },
        },
      ],
    }),
  );
  expect(event).toMatchObject({
    id: 'event:ev1',
    startsAt: '2026-03-10T09:00:00.000-04:00',
    description: 'Bring keys',
    attendees: [
      { person: ines.person, response: 'tentative', respondedAt: '2026-03-01T10:00:00Z' },
      { person: otto, response: 'none', respondedAt: null },
    ],
  });
  const day = eventFromGraph(
    GraphEvent.parse({
      id: 'ev2',
      isAllDay: true,
      originalStartTimeZone: 'Pacific Standard Time',
      start: { dateTime: '2026-03-13T00:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-03-14T00:00:00.0000000', timeZone: 'UTC' },
    }),
  );
  expect(day?.startsAt).toBe('2026-03-13T00:00:00.000-07:00');
  expect(eventFromGraph(GraphEvent.parse({ id: 'ev3', subject: 'sparse' }))).toBeNull();
});

test('a planner task names its hands; an unassigned one is left out', () => {
  const task = plannerTaskFromGraph(
    GraphPlannerTask.parse({
      id: 't1',
      title: 'Survey',
      createdDateTime: '2026-03-01T10:00:00Z',
      percentComplete: 50,
      assignments: { 'u-ines': { orderHint: '1' }, 'u-otto': null, 'u-x': {} },
      createdBy: { user: { id: 'u-ines' } },
    }),
    people,
  );
  expect(task).toMatchObject({
    id: 'task:t1',
    assignedTo: [ines.person, { name: 'u-x', address: '' }],
    createdBy: ines.person,
    percentComplete: 50,
    dueAt: null,
  });
  expect(plannerTaskFromGraph(GraphPlannerTask.parse({ id: 't2' }), people)).toBeNull();
});

const whole = {
  id: 'AAk1',
  internetMessageId: '<one@harbor.example>',
  conversationId: 'c1',
  subject: 'Crane rota',
  sentDateTime: '2026-03-02T08:14:02Z',
  from: { emailAddress: { name: 'otto.lind@harbor.example', address: 'otto.lind@harbor.example' } },
  toRecipients: [{ emailAddress: { name: 'Ines Varga', address: 'ines.varga@harbor.example' } }],
  body: { contentType: 'html', content: '<p>yours</p>' },
};

test('a sparse mail gives only what it carries, and merging it loses nothing', () => {
  const full = mailFromGraph(GraphMessage.parse(whole), { folder: 'inbox' });
  const flip = mailFromGraph(GraphMessage.parse({ id: 'AAk1', isRead: true }), { folder: 'inbox' });
  expect(flip).toEqual({ kind: 'mail', id: 'mail:AAk1', folder: 'inbox' });
  expect(completeMail(flip)).toBeNull();
  expect(completeMail({ ...full, ...flip })).toMatchObject({
    id: 'mail:AAk1',
    messageId: 'one@harbor.example',
    from: { name: '', address: 'otto.lind@harbor.example' },
    body: { type: 'html', content: '<p>yours</p>' },
    references: [],
    report: null,
  });
});

test('threading comes from headers, or from extended properties where Sent Items have none', () => {
  const byHeader = mailFromGraph(
    GraphMessage.parse({
      ...whole,
      internetMessageHeaders: [
        { name: 'In-Reply-To', value: '<zero@harbor.example>' },
        { name: 'References', value: '<a@h.example>\r\n <zero@harbor.example>' },
        { name: 'Auto-Submitted', value: 'auto-replied' },
        { name: 'Received', value: 'from somewhere' },
      ],
    }),
    { folder: 'inbox' },
  );
  expect(byHeader).toMatchObject({
    inReplyTo: 'zero@harbor.example',
    references: ['a@h.example', 'zero@harbor.example'],
    headers: { 'auto-submitted': 'auto-replied' },
    messageClass: 'IPM.Note.Rules.OofTemplate.Microsoft',
  });
  expect(byHeader.headers).not.toHaveProperty('received');
  const byProperty = mailFromGraph(
    GraphMessage.parse({
      ...whole,
      singleValueExtendedProperties: [
        { id: 'String 0x1042', value: '<zero@harbor.example>' },
        { id: 'string 0x1039', value: '<a@h.example> <zero@harbor.example>' },
      ],
    }),
    { folder: 'sentitems' },
  );
  expect(byProperty).toMatchObject({
    inReplyTo: 'zero@harbor.example',
    references: ['a@h.example', 'zero@harbor.example'],
  });
});

test('receipts and bounces are told by class, whatever the spelling of the property id', () => {
  const report = (id: string, value: string, body = '') =>
    mailFromGraph(
      GraphMessage.parse({
        ...whole,
        body: { contentType: 'text', content: body },
        singleValueExtendedProperties: [
          { id, value },
          { id: 'String 0x1046', value: '<first@harbor.example>' },
        ],
      }),
      { folder: 'inbox' },
    ).report;
  expect(report('String 0x1a', 'REPORT.IPM.Note.IPNRN')).toEqual({
    kind: 'read',
    originalMessageId: 'first@harbor.example',
    recipient: 'otto.lind@harbor.example',
  });
  expect(
    report('String 0x001A', 'report.ipm.note.ndr', 'No delivery to Lea@Gone.example today'),
  ).toEqual({
    kind: 'bounced',
    originalMessageId: 'first@harbor.example',
    recipient: 'lea@gone.example',
  });
  expect(report('String 0x001A', 'REPORT.IPM.Note.IPNNRN')).toBeNull();
  expect(report('String 0x001A', 'IPM.Note')).toBeNull();
});

test('message ids lose their brackets and survive careless spellings', () => {
  expect(messageIds('<a@b> <c@d>')).toEqual(['a@b', 'c@d']);
  expect(messageIds('a@b')).toEqual(['a@b']);
  expect(messageIds('Your message of Monday <x@y> "Re: plan"')).toEqual(['x@y']);
  expect(messageIds(undefined)).toEqual([]);
});
