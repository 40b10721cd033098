import type { ChatItem, DirectoryEntry, MailItem, Person } from '../../../shared/handoff/item';

/** A made-up office whose mail and chats are the same for the same seed: something to measure on. */
export interface World {
  me: Person;
  directory: DirectoryEntry[];
  /** How many messages there are. */
  count: number;
  /** Mail and chat messages, oldest first, made as they are asked for: a million of them need no memory. */
  items(): Generator<MailItem | ChatItem, void, undefined>;
  /** ISO: the morning after the last of them. */
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
/** Papers of a harbour office: the first word of each with the second of any. */
const OF =
  'tide berth crane hull ballast pilot fender cargo quay winch bunker towage gangway mooring dredging harbour anchor buoy customs freight galley hatch keel ladder marina noise oil paint radar salvage tanker vessel warehouse welding dry-dock engine ferry insurance lighting pontoon pump safety security storm'.split(
    ' ',
  );
const PAPER =
  'table plan lease survey report roster order manifest repair inspection invoice tariff permit chart schedule budget certificate contract drawing estimate form handbook index journal ledger map notice offer policy quotation receipt sheet statement tender warrant forecast checklist diagram memo minutes'.split(
    ' ',
  );
/** Ships: a new one calls every few weeks, as jobs do in any office. */
const SHIP_OF =
  'Al Ber Cor Dor El Fer Gal Har Is Jor Kel Lor Mar Nor Or Per Quin Ros Sel Tor Ul Ver Wil Yar Zan'.split(
    ' ',
  );
const SHIP_END = 'anda bury dina ena fort gard hild ina kerk loo mond nia oord'.split(' ');
/** The share of asks that come back again and again in the same words, as monthly papers do. */
const RECURRING = 0.1;
const RECURRENT = ['tide table for Dock Nine', 'pilot roster for Basin Two', 'quay repair budget'];
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
const KEPT_SHARE = 0.65;

/**
 * Builds `count` messages among 72 people, a third of them in chats, over `longestDays` working days at most (six years).
 * What is asked for mostly arrives, so that about a tenth as many handoffs stay open as there are messages. Its words are
 * as many as an office's: some two thousand papers of some three hundred ships, and a tenth of the asks come back.
 */
export function makeWorld(count: number, seed = 7, longestDays = LONGEST_DAYS): World {
  const people: Person[] = FIRST.flatMap((first) =>
    LAST.map((last) => ({
      name: `${first} ${last}`,
      address: `${first}.${last}@quayside.example`.toLowerCase(),
    })),
  );
  const me = people[0] as Person;
  const directory = people.map((person): DirectoryEntry => ({
    id: person.address,
    person,
    aliases: [],
    team: null,
    title: null,
    timeZone: 'Europe/Amsterdam',
    workingHours: { days: [1, 2, 3, 4, 5], start: '08:30', end: '17:00' },
  }));
  const eachDay = Math.max(EACH_DAY, Math.ceil(count / longestDays));
  const until = new Date(dayAt(count, eachDay) + DAY).toISOString();
  const items = () => talks({ count, eachDay, seed }, me, people.slice(1));
  return { me, directory, count, until, items };
}

/** ms: the morning of the day on which the nth message is written; nothing is at weekends. */
function dayAt(n: number, eachDay: number): number {
  const day = Math.floor(n / eachDay);
  return START + (day + 2 * Math.floor(day / 5)) * DAY;
}

function* talks(
  { count, eachDay, seed }: { count: number; eachDay: number; seed: number },
  me: Person,
  others: readonly Person[],
): Generator<MailItem | ChatItem, void, undefined> {
  const roll = dice(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  let made = 0;
  const at = () => {
    const minute = ((made % eachDay) * 9 + roll() * 5) * (EACH_DAY / eachDay);
    return new Date(dayAt(made, eachDay) + minute * 60_000).toISOString();
  };
  const text = (line: string, to: Person) => {
    const around = Array.from({ length: 2 + Math.floor(roll() * 5) }, () => pick(FILLER));
    around.splice(Math.floor(roll() * around.length), 0, line);
    return `Hi ${to.name.split(' ')[0] ?? ''},\n\n${around.join(' ')}\n\nBest regards`;
  };

  while (made < count) {
    const who = pick(others);
    const thing =
      roll() < RECURRING
        ? pick(RECURRENT)
        : `${pick(OF)} ${pick(PAPER)} of the ${pick(SHIP_OF)}${pick(SHIP_END)}`;
    const lines = [pick(ASKS)(thing)];
    while (lines.length < 5 && roll() < 0.6) lines.push(pick(ANSWERS)(thing));
    if (roll() < KEPT_SHARE) lines.splice(1, Infinity, ARRIVES(thing));
    const [a, b] = roll() < 0.5 ? [me, who] : [who, me];
    const talk = made;
    const inChat = roll() < 0.33;
    for (const [n, line] of lines.entries()) {
      if (made >= count) break;
      const [from, to] = n % 2 === 0 ? [a, b] : [b, a];
      yield inChat
        ? chatOf(who, made, at(), from, [me, who], line)
        : mailOf(talk, n, at(), from, to, thing, text(line, to), line);
      made++;
    }
  }
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

/** The next items in pages of `size`, `count` of them in all. */
export function* pagesOf<T>(items: Iterator<T, void>, count: number, size: number): Generator<T[]> {
  for (let left = count; left > 0; left -= size) {
    const page = taken(items, Math.min(left, size));
    if (page.length > 0) yield page;
  }
}

/** The next `count` items, fewer at the end. */
export function taken<T>(items: Iterator<T, void>, count: number): T[] {
  const page: T[] = [];
  while (page.length < count) {
    const next = items.next();
    if (next.done === true) break;
    page.push(next.value);
  }
  return page;
}
