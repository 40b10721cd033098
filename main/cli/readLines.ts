import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { Act } from '../../shared/handoff/act';
import type { Person } from '../../shared/handoff/item';
import { Listening, readText, type ReadInput } from '../../shared/reading';

/**
 * `npm run --silent read`: JSONL in, JSONL out, same order. A line that cannot be read is answered with
 * `{"id","error"}` and stops nothing.
 */

/** `null` counts as not said: other programs write their empty fields so. */
const optional = <T extends z.ZodType>(schema: T) =>
  z
    .union([schema, z.null()])
    .optional()
    .transform((value) => value ?? undefined);

const People = z.union([z.string(), z.array(z.string())]);

const ReadLine = z.object({
  id: z.unknown().optional(),
  text: z.string(),
  from: optional(z.string()),
  to: optional(People),
  cc: optional(People),
  sentAt: optional(z.string()),
  timeZone: optional(z.string()),
  channel: optional(z.enum(['mail', 'chat', 'meeting'])),
  meeting: optional(z.string()),
});

type ReadLine = z.infer<typeof ReadLine>;

const isText = (value: unknown): boolean => typeof value === 'string';
const isNoneOrText = (value: unknown): boolean => value === undefined || isText(value);
const areTexts = (value: unknown): boolean =>
  isNoneOrText(value) || (Array.isArray(value) && value.every(isText));
const CHANNELS: readonly unknown[] = [undefined, 'mail', 'chat', 'meeting'];

/**
 * Whether a line is plainly as it should be. Most are, and the schema costs more than parsing the JSON; it
 * judges the others and words their errors.
 */
function isPlain(raw: object): raw is ReadLine {
  const line = raw as Partial<Record<keyof ReadLine, unknown>>;
  return (
    isText(line.text) &&
    CHANNELS.includes(line.channel) &&
    isNoneOrText(line.from) &&
    areTexts(line.to) &&
    areTexts(line.cc) &&
    isNoneOrText(line.sentAt) &&
    isNoneOrText(line.timeZone) &&
    isNoneOrText(line.meeting)
  );
}

function checked(raw: unknown): ReadLine {
  if (typeof raw === 'object' && raw !== null && isPlain(raw)) return raw;
  const parsed = ReadLine.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw new Error(`${where === '' ? 'line' : where}: ${issue?.message ?? 'not understood'}`);
}

const PERSONS = new Map<string, Person>();
/** So many spellings of people are remembered. */
const PERSONS_KEPT = 1000;

/** "Name <addr>", a bare address, or a name. The same words give the same person. */
export function personOf(text: string): Person {
  const known = PERSONS.get(text);
  if (known) return known;
  if (PERSONS.size >= PERSONS_KEPT) PERSONS.clear();
  const person = personAnew(text);
  PERSONS.set(text, person);
  return person;
}

function personAnew(text: string): Person {
  const angled = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/.exec(text);
  if (angled) return { name: (angled[1] ?? '').trim(), address: (angled[2] ?? '').toLowerCase() };
  const bare = text.trim();
  return /^[^\s@]+@[^\s@]+$/.test(bare)
    ? { name: '', address: bare.toLowerCase() }
    : { name: bare, address: '' };
}

const peopleOf = (list: string | string[] | undefined): Person[] =>
  (typeof list === 'string' ? [list] : (list ?? [])).filter((p) => p.trim() !== '').map(personOf);

const keyOf = (person: Person): string => person.address || person.name.toLowerCase();

/** A meeting so far: who has spoken (the only list of attendees a stream of utterances gives), and what. */
interface Meeting {
  speakers: Map<string, Person>;
  /** What has been heard and not yet been answered: an utterance is judged by its whole meeting. */
  listening: Listening | undefined;
  /** The line it was heard at last. */
  last: number;
}

/** The meetings of one stream of lines. */
export class Meetings {
  private readonly known = new Map<string, Meeting>();
  private readonly open = new Set<Meeting>();
  private line = 0;

  /** Another line has come, of whatever kind. */
  next(): void {
    this.line++;
  }

  of(name: string, speaker: Person | undefined): Meeting {
    let meeting = this.known.get(name);
    if (!meeting) {
      meeting = { speakers: new Map(), listening: undefined, last: 0 };
      this.known.set(name, meeting);
      const oldest = this.known.keys().next();
      if (this.known.size > MEETINGS_KEPT && !oldest.done) this.known.delete(oldest.value);
    }
    if (this.isOver(meeting)) meeting.listening = undefined;
    if (speaker) meeting.speakers.set(keyOf(speaker), speaker);
    meeting.last = this.line;
    return meeting;
  }

  /** Its listener; what comes after a long silence is heard as another part of it. */
  listening(meeting: Meeting): Listening {
    this.open.add(meeting);
    return (meeting.listening ??= new Listening());
  }

  /** No line of it has come for a while. */
  isOver(meeting: Meeting): boolean {
    return this.line - meeting.last >= OVER_AFTER;
  }

  /** Lets go what was heard in meetings that are over, or in all; answers still waiting keep hold of theirs. */
  letGo(all = false): void {
    for (const meeting of this.open) {
      if (!all && !this.isOver(meeting)) continue;
      meeting.listening = undefined;
      this.open.delete(meeting);
    }
  }
}

/** Lines of other things after which a meeting is taken to be over; two may come mixed. */
const OVER_AFTER = 64;
/** Answers never wait for more lines than this: a meeting longer still is heard in parts. */
export const MOST_WAITING = 20_000;
/** Answers are written together up to this many characters. */
const BLOCK = 65_536;
/** This many meetings are remembered; a stream of years must not grow without end. */
const MEETINGS_KEPT = 500;

/** A line of output that may wait for lines to come. */
export interface Answer {
  ripe: () => boolean;
  text: () => string;
}

const atOnce = (text: string): Answer => ({ ripe: () => true, text: () => text });

/** The answer to one line of input, as one line of output. Never throws. */
export function answerLine(json: string, meetings: Meetings): Answer {
  let id: unknown = null;
  meetings.next();
  try {
    const raw: unknown = JSON.parse(json);
    if (typeof raw === 'object' && raw !== null && 'id' in raw) id = raw.id ?? null;
    const line = checked(raw);
    const { text, from, to, cc, sentAt, timeZone, meeting } = line;
    const channel = line.channel ?? 'mail';
    const speaker = from === undefined || from.trim() === '' ? undefined : personOf(from);
    const recipients = peopleOf(to);
    const talk = channel === 'meeting' ? meetings.of(meeting ?? '', speaker) : undefined;
    const others = talk ? [...talk.speakers.values()] : [];
    const input: ReadInput = { text, channel, cc: peopleOf(cc) };
    if (speaker) input.from = speaker;
    if (recipients.length > 0 || channel !== 'meeting') input.to = recipients;
    else input.members = others;
    if (sentAt !== undefined) input.sentAt = sentAt;
    if (timeZone !== undefined) input.timeZone = timeZone;
    const { acts } = readText(input);
    if (!talk || meeting === undefined) return atOnce(shownActs(id, acts));
    const heard = meetings.listening(talk).hear(text, speaker, acts);
    return { ripe: () => meetings.isOver(talk), text: () => shownActs(id, heard.acts()) };
  } catch (error) {
    return atOnce(
      JSON.stringify({ id, error: error instanceof Error ? error.message : String(error) }),
    );
  }
}

const SHOWN = new WeakMap<Person, string>();

function shownPerson(person: Person): string {
  let text = SHOWN.get(person);
  if (text === undefined) SHOWN.set(person, (text = JSON.stringify(person)));
  return text;
}

/** Put together by hand: half of the lines hold nothing, and the same people come again and again. What is undefined is not written. */
function shownActs(id: unknown, acts: readonly Act[]): string {
  let list = '';
  for (const { kind, quote, start, end, confidence, actor, addressee, due } of acts) {
    if (list !== '') list += ',';
    list += `{"kind":"${kind}","quote":${JSON.stringify(quote)},"start":${start},"end":${end},"confidence":${confidence}`;
    if (actor) list += `,"actor":${shownPerson(actor)}`;
    if (addressee !== undefined)
      list += `,"addressee":${addressee ? shownPerson(addressee) : 'null'}`;
    if (due) list += `,"due":${JSON.stringify(due)}`;
    list += '}';
  }
  return `{"id":${JSON.stringify(id)},"acts":[${list}]}`;
}

const NEWLINE = 0x0a;

/** What a stream begins with that is written in UTF-16, as Windows' redirection writes it. */
const MARKS: readonly (readonly [number, number, string])[] = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
];

/** The pieces of a stream as bytes of UTF-8, whichever way it is written. */
async function* bytesOf(input: Readable): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | undefined;
  let held: Buffer | undefined;
  let known = false;
  for await (const chunk of input as AsyncIterable<Buffer | string>) {
    let piece = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    if (!known) {
      // The mark takes two bytes, and a piece may be a single one.
      if (held) piece = Buffer.concat([held, piece]);
      held = piece;
      if (piece.length < 2) continue;
      known = true;
      held = undefined;
      const mark = MARKS.find(([first, second]) => piece[0] === first && piece[1] === second);
      if (mark) decoder = new TextDecoder(mark[2]);
    }
    yield decoder ? Buffer.from(decoder.decode(piece, { stream: true })) : piece;
  }
  if (held) yield held;
  if (decoder) yield Buffer.from(decoder.decode());
}

/** The lines of a stream, those that end in one piece of it together. Not node:readline, which also cuts at U+2028, a character JSON leaves bare in a string. */
async function* piecesOf(input: Readable): AsyncGenerator<string[]> {
  let held: Buffer[] = [];
  for await (const piece of bytesOf(input)) {
    const lines: string[] = [];
    let from = 0;
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, from)) {
      // Each line becomes a string of its own: most are plain ASCII, and one curly quote among them would
      // double the size of all, and the time it takes to read them.
      if (held.length === 0) lines.push(piece.toString('utf8', from, end));
      else lines.push(Buffer.concat([...held, piece.subarray(from, end)]).toString());
      held = [];
      from = end + 1;
    }
    if (from < piece.length) held.push(piece.subarray(from));
    yield lines;
  }
  if (held.length > 0) yield [Buffer.concat(held).toString()];
}

/** The lines of a stream one by one. */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  for await (const lines of piecesOf(input)) yield* lines;
}

/** Answers every line of `input` on `output`, in order, as they come. Blank lines are passed over. */
export async function readLines(input: Readable, output: Writable): Promise<void> {
  const meetings = new Meetings();
  const state: { failed?: NodeJS.ErrnoException } = {};
  // The reader of the answers may leave early (`| head`); that is no failure of the reading.
  output.on('error', (error: NodeJS.ErrnoException) => {
    state.failed = error;
  });
  let block = '';
  // Written in blocks: a write costs as much as the reading of a sentence.
  const write = async (): Promise<void> => {
    if (block === '' || state.failed) return;
    const room = output.write(block);
    block = '';
    if (!room) await roomIn(output);
  };
  let waiting: Answer[] = [];
  const ripe = (): number => {
    const first = waiting.findIndex((a) => !a.ripe());
    return first < 0 ? waiting.length : first;
  };
  const answer = async (count: number): Promise<void> => {
    for (const one of waiting.slice(0, count)) {
      block += `${one.text()}\n`;
      if (block.length > BLOCK) await write();
      if (state.failed) return;
    }
    waiting = waiting.slice(count);
    meetings.letGo();
  };
  for await (const lines of piecesOf(input)) {
    for (const line of lines) {
      if (line.trim() === '') continue;
      const next = answerLine(line.startsWith('\uFEFF') ? line.slice(1) : line, meetings);
      if (waiting.length === 0 && next.ripe()) {
        block += `${next.text()}\n`;
        meetings.letGo();
      } else {
        waiting.push(next);
        const full = waiting.length >= MOST_WAITING;
        const count = full ? waiting.length : ripe();
        if (count > 0) await answer(count);
        if (full) meetings.letGo(true);
      }
      if (block.length > BLOCK) await write();
      if (state.failed) break;
    }
    // Whoever writes line by line and waits for each answer gets it.
    await write();
    if (state.failed) break;
  }
  await answer(waiting.length);
  await write();
  if (state.failed && state.failed.code !== 'EPIPE') throw state.failed;
}

/** Resolves when a slow reader has caught up, or is gone. */
function roomIn(output: Writable): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      for (const event of ['drain', 'close', 'error']) output.off(event, go);
      resolve();
    };
    for (const event of ['drain', 'close', 'error']) output.once(event, go);
  });
}
