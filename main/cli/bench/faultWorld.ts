import { todoId } from '../../../shared/handoff/graphTodo';
import { postThread } from '../../../shared/handoff/identity';
import type {
  ChatItem,
  DirectoryEntry,
  EventItem,
  Item,
  MailItem,
  MeetingItem,
  TaskItem,
} from '../../../shared/handoff/item';

/** A very small office, so that thousands of runs over it cost little: some seventy facts, a third of them still to come. */

export const START = Date.parse('2026-03-16T08:00:00Z');
const HOUR = 3_600_000;

export const ME = { name: 'Mira Okonjo', address: 'mira@brackwater.test' };
export const JONAS = { name: 'Jonas Weil', address: 'jonas@brackwater.test' };
export const ADA = { name: 'Ada Lind', address: 'ada@brackwater.test' };

const entry = (id: string, person: typeof ME): DirectoryEntry => ({
  id,
  person,
  aliases: [],
  team: null,
  title: null,
  timeZone: 'Europe/Berlin',
  workingHours: { days: [1, 2, 3, 4, 5], start: '08:00', end: '17:00' },
});
export const DIRECTORY = [entry('u-mira', ME), entry('u-jonas', JONAS), entry('u-ada', ADA)];

const at = (hours: number): string => new Date(START + hours * HOUR).toISOString();
const PEOPLE = [ME, JONAS, ADA];
const person = (index: number) => PEOPLE[index % PEOPLE.length] ?? ME;

const SAYINGS = [
  'Could you send the kiln survey by Friday?',
  'I will send the lining order tomorrow.',
  'Here is the kiln survey, attached.',
  'Who takes the night shift report over?',
  'Thanks, I am on it.',
  'The weather kept the trucks outside.',
];
const saying = (n: number) => SAYINGS[n % SAYINGS.length] ?? '';

function mail(n: number, hours: number): MailItem {
  const from = person(n);
  const answers = n % 3 === 2 ? n - 2 : null;
  const messageId = `f${String(n)}@brackwater.test`;
  return {
    kind: 'mail',
    id: `mail:${messageId}`,
    messageId,
    inReplyTo: answers === null ? null : `f${String(answers)}@brackwater.test`,
    references: answers === null ? [] : [`f${String(answers)}@brackwater.test`],
    conversationId: null,
    conversationIndex: null,
    from,
    to: [from === ME ? JONAS : ME],
    cc: [],
    sentAt: at(hours),
    subject: answers === null ? `Kiln ${String(n)}` : `Re: Kiln ${String(answers)}`,
    body: {
      type: n % 2 === 0 ? 'html' : 'text',
      content: n % 2 === 0 ? `<p>${saying(n)}</p>` : saying(n),
    },
    headers: {},
    attachments: n % 4 === 0 ? ['survey.pdf'] : [],
    messageClass: '',
    isDraft: false,
    folder: '',
    webLink: null,
    report: null,
  };
}

/** Two of the chats have ids that differ in nothing but the case of a letter. */
const CHATS = ['19:room@thread.v2', '19:Room@thread.v2', '19:hall@thread.v2'];

function chat(n: number, hours: number): ChatItem {
  const chatId = CHATS[n % CHATS.length] ?? '';
  const ms = START + hours * HOUR;
  const other = n % 3 === 2 ? ADA : JONAS;
  return {
    kind: 'chat',
    id: `chat:${chatId}/${String(ms)}`,
    chatId,
    messageId: String(ms),
    chatType: 'oneOnOne',
    topic: null,
    members: [ME, other],
    from: n % 2 === 0 ? ME : other,
    sentAt: at(hours),
    editedAt: null,
    deleted: false,
    body: { type: 'html', content: `<p>${saying(n)}</p>` },
    mentions: [],
    reactions: [],
    attachments: [],
    webLink: null,
  };
}

function event(n: number, hours: number): EventItem {
  return {
    kind: 'event',
    id: `event:f${String(n)}`,
    subject: `Shift handover ${String(n)}`,
    description: '',
    startsAt: at(hours),
    endsAt: at(hours + 1),
    createdAt: at(-400),
    organizer: JONAS,
    attendees: [{ person: ME, response: 'accepted', respondedAt: null }],
    cancelled: false,
    showAs: 'busy',
    webLink: null,
  };
}

function task(n: number, hours: number): TaskItem {
  return {
    kind: 'task',
    id: `task:f${String(n)}`,
    title: `Order lining ${String(n)}`,
    assignedTo: [ME],
    createdBy: JONAS,
    createdAt: at(hours),
    modifiedAt: null,
    completedAt: null,
    percentComplete: 0,
    dueAt: null,
  };
}

/** Two channels of one team; in each, a post and its answers. */
const CHANNELS = [
  { channelId: '19:lining@thread.tacv2', name: 'Lining' },
  { channelId: '19:shifts@thread.tacv2', name: 'Shifts' },
];

/** The `n`th word of a channel: every third one begins a post, which the next two answer. */
function post(n: number, hours: number, rootHours: number): ChatItem {
  const place = CHANNELS[n % CHANNELS.length] ?? { channelId: '', name: '' };
  const rootId = String(START + rootHours * HOUR);
  const said = chat(n, hours);
  const chatId = postThread(place.channelId, rootId);
  const from = person(n);
  return {
    ...said,
    id: `chat:${chatId}/${said.messageId}`,
    chatId,
    chatType: 'channel',
    topic: `Brackwater / ${place.name}`,
    members: [ME, JONAS],
    from,
    mentions: said.messageId === rootId ? [person(n + 1)] : [],
    channel: { teamId: 'team-brackwater', team: 'Brackwater', ...place, rootId },
  };
}

/** A post and its answers, hours apart. */
const thread = (n: number, hours: number): ChatItem[] => [
  post(n, hours, hours),
  post(n + 2, hours + 7, hours),
  post(n + 4, hours + 21, hours),
];

/** A task of one's own; every second one is done some hours later. */
function own(n: number, hours: number): TaskItem {
  const done = n % 2 === 0 ? at(hours + 13) : null;
  return {
    ...task(n, hours),
    id: todoId(`list-${String(n % 2)}`, `own${String(n)}`),
    title: `Send the kiln survey ${String(n)}`,
    createdBy: ME,
    modifiedAt: done,
    completedAt: done,
    percentComplete: done === null ? 0 : 100,
  };
}

function meeting(n: number, hours: number): MeetingItem {
  const cue = (t: number, who: typeof ME, text: string) => ({
    t,
    time: `00:00:${String(t).padStart(2, '0')}`,
    speaker: who,
    text,
  });
  return {
    kind: 'meeting',
    id: `meeting:f${String(n)}`,
    subject: `Kiln meeting ${String(n)}`,
    startedAt: at(hours),
    organizer: JONAS,
    attendees: [ME, JONAS, ADA],
    cues: [
      cue(4, JONAS, 'Mira, can you send me the lining drawings by Thursday?'),
      cue(11, ME, 'Yes, I will send the lining drawings on Wednesday.'),
      cue(19, ADA, 'I will ask the carrier about the trucks.'),
    ],
  };
}

/** What the person sends in a run: two mails, a message in a chat and an answer to a post. */
export const SENDS = ['send 1', 'send 2', 'send 3', 'send 4'];
/** The post that is answered, and the chat that is written in. */
export const ANSWERED = post(5, -300, -300);
export const [ROOM = ''] = CHATS;

const range = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Everything that is and will be, from two months before until two days after START. */
export const ITEMS: readonly Item[] = [
  ...range(8).map((n) => mail(21 + n, -360 - n * 150)),
  ...range(6).map((n) => chat(30 + n, -370 - n * 180)),
  ...range(3).map((n) => event(10 + n, -800 - n * 300)),
  ...range(12).map((n) => mail(n, n * 5 - 30)),
  ...range(9).map((n) => chat(n, n * 6 - 25)),
  ...range(3).map((n) => event(n, n * 20 - 10)),
  ...range(3).map((n) => task(n, n * 15 - 20)),
  ...range(4).flatMap((n) => thread(n, n * 16 - 40)),
  ...thread(5, -300),
  ...range(4).map((n) => own(n, n * 11 - 30)),
  ...range(3).map((n) => meeting(n, n * 24 - 30)),
];
