import { z } from 'zod';
import type { Clock } from '../../shared/timing/clock';
import type { SpeakerResolver } from '../archive/people';
import { meetingFromVtt } from '../archive/transcript';
import type { Source } from '../engine/page';
import type { RefusedItem } from '../ledger/types';
import { enc, type Graph } from './client';
import { pages, whatIsWrong, whereIs } from './pager';
import { GraphProblem } from './problem';

const DAY = 86_400_000;
/** A transcript not there yet is asked for again until this long after the meeting. */
const PATIENCE = 2 * DAY;

const Event = z.object({
  id: z.string(),
  subject: z.string().nullish(),
  end: z.object({ dateTime: z.string() }).nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  organizer: z.unknown().optional(),
  attendees: z.array(z.unknown()).nullish(),
});
type Event = z.infer<typeof Event>;
const Mailbox = z.object({
  emailAddress: z.object({ name: z.string().nullish(), address: z.string() }),
});
const Meetings = z.object({ value: z.array(z.object({ id: z.string() })) });
const Transcript = z.object({ id: z.string(), createdDateTime: z.string() });

/** Meetings dealt with, by event id, with the time of their end: forgotten once they leave the window. */
const Done = z.record(z.string(), z.number());
const KEY = 'transcripts/done';

function personOf(value: unknown): { name: string; address: string } | null {
  const read = Mailbox.safeParse(value);
  if (!read.success) return null;
  const { name, address } = read.data.emailAddress;
  return { name: name ?? '', address: address.toLowerCase() };
}

/** A meeting as the person knows it: "Crusher review, 2026-05-13 09:30 UTC". */
function called({ subject, end }: Event): string {
  const at = end?.dateTime.slice(0, 16).replace('T', ' ');
  return `${subject ?? 'A meeting'}${at === undefined ? '' : `, until ${at} UTC`}`;
}

/** Why a meeting's words cannot be had, for the person; null when it is no such reason. */
function notAvailable(error: unknown): string | null {
  if (!(error instanceof GraphProblem)) return null;
  if (error.kind === 'forbidden')
    return 'not available because Microsoft 365 lets this attendee not look the meeting up; a saved .vtt file can be imported';
  if (error.kind === 'badRequest')
    return 'not available because transcripts of channel meetings are not served; a saved .vtt file can be imported';
  if (error.kind === 'notFound') return 'not available because the meeting has expired';
  return null;
}

/** A transcript whose last cue, a JSON object, stops in the middle is no answer. */
function whole(transcript: string): string {
  const last = transcript.trimEnd().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) return transcript;
  try {
    JSON.parse(last);
    return transcript;
  } catch {
    throw new GraphProblem({
      ...{ kind: 'unavailable', status: 0, code: 'Unreadable', purpose: 'transcript' },
    });
  }
}

/**
 * Transcripts of online meetings that are over: by the join URL of the calendar's events. Teams data:
 * only on use. What cannot be had is kept as a refused entry that says why, and asked for once.
 */
export function createTranscriptsSource(parts: {
  graph: Graph;
  clock: Clock;
  speakers: SpeakerResolver;
  windowDays?: number;
}): Source {
  const { graph, clock } = parts;
  const windowMs = (parts.windowDays ?? 14) * DAY;

  async function ended(signal: AbortSignal, refused: RefusedItem[]) {
    const now = clock.now();
    const query = [
      `startDateTime=${new Date(now - windowMs).toISOString()}`,
      `endDateTime=${new Date(now).toISOString()}`,
      '$select=id,subject,start,end,organizer,attendees,onlineMeeting',
      '$top=50',
    ];
    const found: { event: Event; joinUrl: string; endedAt: number }[] = [];
    const ask = { purpose: 'meetings that are over', signal };
    for await (const page of pages(graph, `/me/calendarView?${query.join('&')}`, ask))
      page.values.forEach((value, index) => {
        const read = Event.safeParse(value);
        if (!read.success) {
          const what = whatIsWrong(read.error);
          refused.push({ source: 'transcripts', where: whereIs(value, index), what, at: now });
          return;
        }
        const joinUrl = read.data.onlineMeeting?.joinUrl ?? '';
        const endedAt = Date.parse(`${read.data.end?.dateTime.slice(0, 19) ?? ''}Z`);
        if (joinUrl !== '' && endedAt <= now) found.push({ event: read.data, joinUrl, endedAt });
      });
    // Newest first: what was said this morning matters more than what was said last week.
    return found.sort((a, b) => b.endedAt - a.endedAt);
  }

  /** Wall-clock times where the service gives them; the plain transcript else. */
  async function contentOf(at: string, signal: AbortSignal): Promise<string> {
    const ask = { purpose: 'transcript', signal, headers: { Accept: 'text/vtt' } };
    try {
      return whole(await graph.text(`${at}/metadataContent`, ask));
    } catch (error) {
      const without =
        error instanceof GraphProblem && ['notFound', 'badRequest'].includes(error.kind);
      if (!without) throw error;
      return graph.text(`${at}/content?$format=text/vtt`, ask);
    }
  }

  /** The transcripts of one meeting as items; empty while there is none. */
  async function read(event: Event, joinUrl: string, refused: RefusedItem[], signal: AbortSignal) {
    // The URL is encoded once for the filter and once more for the query.
    const filter = enc(`JoinWebUrl eq '${enc(joinUrl)}'`);
    const found = Meetings.safeParse(
      await graph.get(`/me/onlineMeetings?$filter=${filter}`, { purpose: 'a meeting', signal }),
    );
    const meeting = found.data?.value[0];
    if (!meeting) return [];
    const base = `/me/onlineMeetings/${enc(meeting.id)}/transcripts`;
    const items = [];
    for await (const page of pages(graph, base, { purpose: 'transcripts', signal }))
      for (const value of page.values) {
        const transcript = Transcript.safeParse(value);
        if (!transcript.success) {
          const what = whatIsWrong(transcript.error);
          refused.push({ source: 'transcripts', where: called(event), what, at: clock.now() });
          continue;
        }
        const { id, createdDateTime } = transcript.data;
        const content = await contentOf(`${base}/${enc(id)}`, signal);
        const sidecar = JSON.stringify({
          subject: event.subject ?? '',
          start: createdDateTime,
          organizer: personOf(event.organizer) ?? undefined,
          attendees: (event.attendees ?? []).flatMap((one) => personOf(one) ?? []),
        });
        const complain = (where: string, what: string) => {
          refused.push({ source: 'transcripts', where: `${id} ${where}`, what, at: clock.now() });
        };
        const item = meetingFromVtt(id, content, sidecar, new Map(), parts.speakers, complain);
        if (item) items.push(item);
      }
    return items;
  }

  return {
    name: 'transcripts',
    rhythm: 'onUse',
    async sync(absorb, cursor, signal) {
      const known = Done.safeParse(JSON.parse(cursor(KEY) ?? '{}'));
      const edge = clock.now() - windowMs - DAY;
      const done = Object.fromEntries(
        Object.entries(known.data ?? {}).filter(([, endedAt]) => endedAt >= edge),
      );
      const odd: RefusedItem[] = [];
      for (const { event, joinUrl, endedAt } of await ended(signal, odd)) {
        if (event.id in done) continue;
        const refused: RefusedItem[] = [];
        let items: Awaited<ReturnType<typeof read>> = [];
        try {
          items = await read(event, joinUrl, refused, signal);
        } catch (error) {
          const what = notAvailable(error);
          if (what === null) throw error;
          refused.push({ source: 'transcripts', where: called(event), what, at: clock.now() });
        }
        // None yet is no answer while one may still be written.
        const waiting = items.length + refused.length === 0 && clock.now() - endedAt < PATIENCE;
        if (waiting) continue;
        done[event.id] = endedAt;
        const cursors = [{ key: KEY, value: JSON.stringify(done) }];
        await absorb({
          source: 'transcripts',
          patches: items,
          gone: [],
          people: [],
          cursors,
          refused,
        });
      }
    },
  };
}
