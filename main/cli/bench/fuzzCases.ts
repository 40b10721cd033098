import { eventsFromIcs } from '../../archive/calendar';
import { mailFromBytes } from '../../archive/mail';
import { parseVtt } from '../../archive/vtt';
import {
  chatFromGraph,
  chatMessageFromGraph,
  completeMail,
  eventFromGraph,
  GraphChatMessage,
  GraphEvent,
  GraphMessage,
  GraphPlannerTask,
  GraphUser,
  mailFromGraph,
  plannerTaskFromGraph,
  userFromGraph,
} from '../../../shared/handoff/graphShape';

/** What one damaged input came to. */
export interface Outcome {
  /** Things told as refused. */
  refused: number;
  /** What broke; null when nothing did. */
  wrong: string | null;
}

type Random = () => number;
const below = (random: Random, n: number) => Math.floor(random() * n);
const STRANGE = [
  '\0',
  '\uFFFD',
  '\u202E',
  '\uD800',
  '🪨',
  '\r',
  '\n\n',
  '"',
  '<',
  '&#x0;',
  '-->',
  ':',
  ';',
  '=',
  '%',
  ' '.repeat(300),
];

/** Cuts, doubles, swaps and inserts: a few wounds to a text. */
function damaged(text: string, random: Random): string {
  let result = text;
  for (let wounds = 1 + below(random, 5); wounds > 0; wounds -= 1) {
    const at = below(random, result.length + 1);
    const length = below(random, 24);
    const strange = STRANGE[below(random, STRANGE.length)] ?? '';
    const kinds = [
      () => result.slice(0, at) + result.slice(at + length),
      () =>
        result.slice(0, at) + result.slice(at, at + length).repeat(3) + result.slice(at + length),
      () => result.slice(0, at) + strange + result.slice(at),
      () => result.slice(0, at) + String.fromCharCode(below(random, 0x2fff)) + result.slice(at + 1),
    ];
    result = kinds[below(random, kinds.length)]?.() ?? result;
  }
  return result;
}

const VALUES: readonly unknown[] = [
  null,
  undefined,
  7,
  -1,
  '',
  true,
  [],
  {},
  [null],
  'x'.repeat(5000),
  '9999-99-99T99:99:99Z',
  { id: 1 },
  [[[]]],
];

/** The same object with a few of its values, at any depth, replaced by what does not belong there. */
function disturbed(value: unknown, random: Random): unknown {
  const copy: unknown = structuredClone(value);
  for (let wounds = 1 + below(random, 4); wounds > 0; wounds -= 1) {
    let holder: unknown = copy;
    for (;;) {
      if (typeof holder !== 'object' || holder === null) break;
      const keys = Object.keys(holder);
      const key = keys[below(random, keys.length)];
      if (key === undefined) break;
      const inner: unknown = (holder as Record<string, unknown>)[key];
      if (typeof inner === 'object' && inner !== null && random() < 0.7) {
        holder = inner;
        continue;
      }
      (holder as Record<string, unknown>)[key] = VALUES[below(random, VALUES.length)];
      break;
    }
  }
  return copy;
}

const address = (name: string) => ({
  emailAddress: { name, address: `${name.toLowerCase()}@brackwater.test` },
});
const MESSAGE = {
  id: 'AAkALg',
  conversationId: 'c',
  internetMessageId: '<m@brackwater.test>',
  subject: 'Kiln',
  from: address('Jonas'),
  sender: address('Jonas'),
  toRecipients: [address('Mira')],
  ccRecipients: [address('Ada')],
  receivedDateTime: '2026-03-20T08:00:00Z',
  sentDateTime: '2026-03-20T08:00:00Z',
  isDraft: false,
  hasAttachments: true,
  body: { contentType: 'html', content: '<p>Here.</p>' },
  webLink: 'https://outlook.test/x',
  attachments: [{ id: 'a', name: 'survey.pdf' }],
  internetMessageHeaders: [{ name: 'In-Reply-To', value: '<n@brackwater.test>' }],
  singleValueExtendedProperties: [{ id: 'String 0x1a', value: 'IPM.Note' }],
};
const CHAT = {
  id: '19:room@thread.v2',
  chatType: 'group',
  topic: 'Kiln',
  webUrl: null,
  members: [{ userId: 'u', displayName: 'Mira', email: 'mira@brackwater.test' }],
};
const SAID = {
  id: '1773648000000',
  createdDateTime: '2026-03-20T08:00:00Z',
  lastModifiedDateTime: '2026-03-20T08:00:00Z',
  messageType: 'message',
  from: { user: { id: 'u', displayName: 'Mira' } },
  body: { contentType: 'html', content: '<p><at id="0">Ada</at> yours?</p>' },
  mentions: [{ id: 0, mentionText: 'Ada', mentioned: { user: { id: 'v', displayName: 'Ada' } } }],
  reactions: [
    {
      reactionType: '👍',
      createdDateTime: '2026-03-20T09:00:00Z',
      user: { user: { id: 'v', displayName: 'Ada' } },
    },
  ],
  attachments: [{ id: 'a', contentType: 'reference', name: 'survey.pdf' }],
};
const EVENT = {
  id: 'e',
  subject: 'Handover',
  bodyPreview: '',
  start: { dateTime: '2026-03-20T08:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-03-20T09:00:00.0000000', timeZone: 'UTC' },
  createdDateTime: '2026-03-01T08:00:00Z',
  organizer: address('Jonas'),
  attendees: [
    {
      ...address('Mira'),
      type: 'required',
      status: { response: 'accepted', time: '2026-03-02T08:00:00Z' },
    },
  ],
  isCancelled: false,
  showAs: 'busy',
};
const TASK = {
  id: 't',
  title: 'Order lining',
  percentComplete: 50,
  createdDateTime: '2026-03-01T08:00:00Z',
  dueDateTime: '2026-03-22T08:00:00Z',
  assignments: { u: { assignedDateTime: '2026-03-01T08:00:00Z' } },
  createdBy: { user: { id: 'u' } },
};
const USER = {
  id: 'u',
  displayName: 'Mira',
  mail: 'mira@brackwater.test',
  userPrincipalName: 'mira@brackwater.test',
  proxyAddresses: ['SMTP:mira@brackwater.test'],
  mailboxSettings: {
    timeZone: 'W. Europe Standard Time',
    workingHours: {
      daysOfWeek: ['monday'],
      startTime: '08:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: 'W. Europe Standard Time' },
    },
  },
};

const nobody = new Map<string, never>();
/** Each shape with its reader: null is told by the schema, anything read must come through the mapping. */
const SHAPES: readonly { whole: object; read: (value: unknown) => 'refused' | 'read' }[] = [
  {
    whole: MESSAGE,
    read: (value) => {
      const r = GraphMessage.safeParse(value);
      if (!r.success) return 'refused';
      completeMail(mailFromGraph(r.data, { folder: 'inbox' }));
      return 'read';
    },
  },
  {
    whole: SAID,
    read: (value) => {
      const r = GraphChatMessage.safeParse(value);
      if (!r.success) return 'refused';
      chatMessageFromGraph(chatFromGraph(CHAT, nobody), r.data, nobody);
      return 'read';
    },
  },
  {
    whole: EVENT,
    read: (value) => {
      const r = GraphEvent.safeParse(value);
      if (!r.success) return 'refused';
      eventFromGraph(r.data);
      return 'read';
    },
  },
  {
    whole: TASK,
    read: (value) => {
      const r = GraphPlannerTask.safeParse(value);
      if (!r.success) return 'refused';
      plannerTaskFromGraph(r.data, nobody);
      return 'read';
    },
  },
  {
    whole: USER,
    read: (value) => {
      const r = GraphUser.safeParse(value);
      if (!r.success) return 'refused';
      userFromGraph(r.data);
      return 'read';
    },
  },
];

export function payloadsFrom(random: Random): Outcome {
  const shape = SHAPES[below(random, SHAPES.length)];
  if (!shape) return { refused: 0, wrong: null };
  const read = shape.read(disturbed(shape.whole, random));
  const neighbour = shape.read(shape.whole);
  return {
    refused: read === 'refused' ? 1 : 0,
    wrong: neighbour === 'read' ? null : 'the neighbour was refused',
  };
}

const MAIL = `From: Jonas Weil <jonas@brackwater.test>\r\nTo: mira@brackwater.test\r\nSubject: =?utf-8?q?Kiln_=C3=A4?=\r\nDate: Fri, 20 Mar 2026 09:00:00 +0100\r\nMessage-ID: <m@brackwater.test>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nPlease send the survey by Friday.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Please send the survey.</p>\r\n--b--\r\n`;

export async function mailFrom(random: Random): Promise<Outcome> {
  let refused = 0;
  const complain = () => {
    refused += 1;
  };
  const place = { folder: 'inbox', where: 'message 1', envelope: null };
  const mail = await mailFromBytes(Buffer.from(damaged(MAIL, random)), place, complain);
  return { refused, wrong: mail === null && refused === 0 ? 'left out without a word' : null };
}

const CUE = '0:0:4.120 --> 0:0:9.870\n<v Jonas Weil>Kiln four is yours from tomorrow, Mira.</v>\n';

export function transcriptFrom(random: Random): Outcome {
  let refused = 0;
  const text = `WEBVTT\n\n${damaged(CUE, random)}\n\n00:01:00.000 --> 00:01:04.000\n<v Mira Okonjo>The neighbour speaks.</v>\n`;
  const { cues } = parseVtt(text, () => {
    refused += 1;
  });
  const there = cues.some((cue) => cue.text.includes('The neighbour speaks.'));
  return { refused, wrong: there ? null : 'the neighbour is lost' };
}

const block = (uid: string) =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nSUMMARY:Shift handover\r\nDTSTART:20260320T080000Z\r\nDTEND:20260320T090000Z\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nORGANIZER;CN=Jonas:mailto:jonas@brackwater.test\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:mira@brackwater.test\r\nEND:VEVENT\r\n`;
const WINDOW = { from: Date.parse('2026-01-01T00:00:00Z'), to: Date.parse('2026-12-31T00:00:00Z') };

export function calendarFrom(random: Random): Outcome {
  let refused = 0;
  const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${damaged(block('one'), random)}\r\n${block('neighbour')}END:VCALENDAR\r\n`;
  const found = eventsFromIcs(text, WINDOW, 'UTC', () => {
    refused += 1;
  });
  return {
    refused,
    wrong: found.some((event) => event.id.includes('neighbour')) ? null : 'the neighbour is lost',
  };
}
