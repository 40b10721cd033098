import { StringDecoder } from 'node:string_decoder';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { Person } from '../../shared/handoff/item';
import { readText, type ReadInput } from '../../shared/reading';

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

/** "Name <addr>", a bare address, or a name. */
export function personOf(text: string): Person {
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

/** Who has spoken in each meeting so far: the only list of attendees a stream of utterances gives. */
type Meetings = Map<string, Map<string, Person>>;

/** Speakers of this many meetings are remembered; a stream of years must not grow without end. */
const MEETINGS_KEPT = 500;

function speakersOf(meetings: Meetings, meeting: string, speaker: Person | undefined): Person[] {
  let speakers = meetings.get(meeting);
  if (!speakers) {
    speakers = new Map();
    meetings.set(meeting, speakers);
    const oldest = meetings.keys().next();
    if (meetings.size > MEETINGS_KEPT && !oldest.done) meetings.delete(oldest.value);
  }
  if (speaker) speakers.set(keyOf(speaker), speaker);
  return [...speakers.values()];
}

/** The answer to one line of input, as one line of output. Never throws. */
export function answerLine(line: string, meetings: Meetings): string {
  let id: unknown = null;
  try {
    const raw: unknown = JSON.parse(line);
    if (typeof raw === 'object' && raw !== null && 'id' in raw) id = raw.id ?? null;
    const parsed = ReadLine.safeParse(raw);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const where = issue?.path.join('.') ?? '';
      throw new Error(`${where === '' ? 'line' : where}: ${issue?.message ?? 'not understood'}`);
    }
    const { text, from, to, cc, sentAt, timeZone, meeting } = parsed.data;
    const channel = parsed.data.channel ?? 'mail';
    const speaker = from === undefined || from.trim() === '' ? undefined : personOf(from);
    const recipients = peopleOf(to);
    const others = channel === 'meeting' ? speakersOf(meetings, meeting ?? '', speaker) : [];
    const input: ReadInput = {
      text,
      channel,
      cc: peopleOf(cc),
      ...(speaker ? { from: speaker } : {}),
      ...(recipients.length > 0 || channel !== 'meeting'
        ? { to: recipients }
        : { members: others }),
      ...(sentAt === undefined ? {} : { sentAt }),
      ...(timeZone === undefined ? {} : { timeZone }),
    };
    const acts = readText(input).acts.map(
      ({ kind, quote, start, end, confidence, actor, addressee, due }) => ({
        kind,
        quote,
        start,
        end,
        confidence,
        ...(actor ? { actor } : {}),
        ...(addressee === undefined ? {} : { addressee }),
        ...(due ? { due } : {}),
      }),
    );
    return JSON.stringify({ id, acts });
  } catch (error) {
    return JSON.stringify({ id, error: error instanceof Error ? error.message : String(error) });
  }
}

/** The lines of a stream. Not node:readline, which also cuts at U+2028, a character JSON leaves bare in a string. */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let held = '';
  for await (const chunk of input as AsyncIterable<Buffer | string>) {
    held += typeof chunk === 'string' ? chunk : decoder.write(chunk);
    const lines = held.split('\n');
    held = lines.pop() ?? '';
    yield* lines;
  }
  held += decoder.end();
  if (held !== '') yield held;
}

/** Answers every line of `input` on `output`, in order, as they come. Blank lines are passed over. */
export async function readLines(input: Readable, output: Writable): Promise<void> {
  const meetings: Meetings = new Map();
  const state: { failed?: NodeJS.ErrnoException } = {};
  // The reader of the answers may leave early (`| head`); that is no failure of the reading.
  output.on('error', (error: NodeJS.ErrnoException) => {
    state.failed = error;
  });
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue;
    const room = output.write(`${answerLine(line.replace(/^\uFEFF/, ''), meetings)}\n`);
    if (!room && !state.failed) await roomIn(output);
    if (state.failed) break;
  }
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
