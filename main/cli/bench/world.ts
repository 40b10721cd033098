import type {
  ChatItem,
  DirectoryEntry,
  Item,
  MailItem,
  Person,
} from '../../../shared/handoff/item';

/** A made-up office whose mail and chats are the same for the same seed: something to measure on. */
export interface World {
  me: Person;
  directory: DirectoryEntry[];
  /** Mail and chat messages, oldest first. */
  items: (MailItem | ChatItem)[];
  /** ISO of the last of them. */
  until: string;
}

/** 0 ≤ next < 1, the same row for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FIRST = 'Alke Bente Coen Dirkje Edzo Fenna Gijs Hilde Ilja Jorrit Katinka Lubbert'.split(' ');
const LAST = 'Aalders Brink Coster Dijkema Elshof Faber'.split(' ');
const THINGS =
  'tide table,berth plan,crane lease,hull survey,ballast report,pilot roster,fender order,cargo manifest,quay repair,winch inspection,bunker invoice,towage tariff,gangway permit,mooring chart,dredging schedule,harbour dues'.split(
    ',',
  );
const PLACES = 'Dock Nine,the north pier,the slipway,Basin Two,the ferry stage,the old lock'.split(
  ',',
);
const ASKS = [
  (t: string) => `Could you send the ${t} by Friday?`,
  (t: string) => `Can you check the ${t} before we sign it off?`,
  (t: string) => `Please review the ${t} and let me know what is missing.`,
  (t: string) => `Who approves the ${t} this time?`,
];
const ANSWERS = [
  (t: string) => `I will send the ${t} tomorrow.`,
  (t: string) => `Here is the ${t}, with the changes marked.`,
  (t: string) => `Which part of the ${t} do you need first?`,
  () => 'Thanks, I am on it.',
  (t: string) => `As soon as I have the figures from you I can finish the ${t}.`,
];
const ARRIVES = (t: string) => `Here is the ${t}, attached.`;
const FILLER = [
  'The weather kept two ships outside until the evening.',
  'Nothing else has changed since the meeting on Tuesday.',
  'The visitors from the insurance were pleased with what they saw.',
  'Parking behind the shed is closed while the drains are cleaned.',
  'There is coffee in the upper office again.',
  'The numbers of last month are on the shared drive, in the usual folder.',
  'The night shift asked for better lamps near the stairs, which seems fair.',
];

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5, 7);

/** Messages a working day; a larger world is a busier one, not a longer one. */
const EACH_DAY = 60;
const LONGEST_DAYS = 1_600;
/** Of the talks begun, this share is answered by the very thing that was asked for. */
const KEPT_SHARE = 0.9;

/**
 * Builds `count` messages among 72 people, a third of them in chats, over six years at most (`longestDays` working days). What is asked for in a
 * large world mostly arrives, so that about a tenth as many handoffs stay open as there are messages.
 */
export function makeWorld(count: number, seed = 7, longestDays = LONGEST_DAYS): World {
  const roll = dice(seed);
  const eachDay = Math.max(EACH_DAY, Math.ceil(count / longestDays));
  const kept = count > 10_000;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  const people: Person[] = FIRST.flatMap((first) =>
    LAST.map((last) => ({
      name: `${first} ${last}`,
      address: `${first}.${last}@quayside.example`.toLowerCase(),
    })),
  );
  const me = people[0] as Person;
  const others = people.slice(1);
  const items: (MailItem | ChatItem)[] = [];
  const at = () => {
    const day = Math.floor(items.length / eachDay);
    const date = START + (day + 2 * Math.floor(day / 5)) * DAY;
    const minute = ((items.length % eachDay) * 9 + roll() * 5) * (EACH_DAY / eachDay);
    return new Date(date + minute * 60_000).toISOString();
  };
  const text = (line: string, to: Person) => {
    const around = Array.from({ length: 2 + Math.floor(roll() * 5) }, () => pick(FILLER));
    around.splice(Math.floor(roll() * around.length), 0, line);
    return `Hi ${to.name.split(' ')[0] ?? ''},\n\n${around.join(' ')}\n\nBest regards`;
  };

  while (items.length < count) {
    const who = pick(others);
    const thing = `${pick(THINGS)} for ${pick(PLACES)}`;
    const lines = [pick(ASKS)(thing)];
    while (lines.length < 5 && roll() < 0.6) lines.push(pick(ANSWERS)(thing));
    if (kept && roll() < KEPT_SHARE) lines.splice(1, Infinity, ARRIVES(thing));
    const [a, b] = roll() < 0.5 ? [me, who] : [who, me];
    const talk = items.length;
    const inChat = roll() < 0.33;
    for (const [n, line] of lines.entries()) {
      if (items.length >= count) break;
      const [from, to] = n % 2 === 0 ? [a, b] : [b, a];
      items.push(
        inChat
          ? chatOf(who, items.length, at(), from, [me, who], line)
          : mailOf(talk, n, at(), from, to, thing, text(line, to), line),
      );
    }
  }
  const directory = people.map((person): DirectoryEntry => ({
    id: person.address,
    person,
    aliases: [],
    team: null,
    title: null,
    timeZone: 'Europe/Amsterdam',
    workingHours: { days: [1, 2, 3, 4, 5], start: '08:30', end: '17:00' },
  }));
  return { me, directory, items, until: items.at(-1)?.sentAt ?? new Date(START).toISOString() };
}

function mailOf(
  talk: number,
  n: number,
  sentAt: string,
  from: Person,
  to: Person,
  thing: string,
  content: string,
  line: string,
): MailItem {
  const id = (k: number) => `t${talk}.${k}@quayside.example`;
  const earlier = Array.from({ length: n }, (_, k) => id(k));
  return {
    kind: 'mail',
    id: `mail:${id(n)}`,
    messageId: id(n),
    inReplyTo: earlier.at(-1) ?? null,
    references: earlier,
    conversationId: null,
    conversationIndex: null,
    from,
    to: [to],
    cc: [],
    sentAt,
    subject: `${n === 0 ? '' : 'Re: '}The ${thing}`,
    body: { type: 'text', content },
    headers: {},
    attachments: line === ARRIVES(thing) ? [`${thing}.pdf`] : [],
    messageClass: '',
    isDraft: false,
    folder: 'inbox',
    webLink: null,
    report: null,
  };
}

function chatOf(
  who: Person,
  n: number,
  sentAt: string,
  from: Person,
  members: Person[],
  content: string,
): ChatItem {
  const chatId = `19:${who.address.split('@')[0] ?? ''}@chat.example`;
  return {
    kind: 'chat',
    id: `chat:${chatId}/${n}`,
    chatId,
    messageId: String(n),
    chatType: 'oneOnOne',
    topic: null,
    members,
    from,
    sentAt,
    editedAt: null,
    deleted: false,
    body: { type: 'text', content },
    mentions: [],
    reactions: [],
    attachments: [],
    webLink: null,
  };
}

/** The items in pages of `size`. */
export function pagesOf(items: readonly Item[], size: number): Item[][] {
  const pages: Item[][] = [];
  for (let i = 0; i < items.length; i += size) pages.push(items.slice(i, i + size));
  return pages;
}
