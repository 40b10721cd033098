import { z } from 'zod';
import type { MeetingItem, Person } from '../../shared/handoff/item';
import { mailDate } from '../../shared/handoff/mailDate';
import type { SpeakerResolver } from './people';
import { refusal, wordsOf, type Complain } from './problem';
import { parseVtt, type Vtt } from './vtt';

const Attendee = z.union([
  z.string().transform((address) => ({ name: '', address })),
  z.object({ name: z.string().nullish(), address: z.string() }),
]);

/** The file beside a transcript that says what the transcript cannot. */
const Sidecar = z.object({
  subject: z.string().nullish(),
  start: z.string().nullish(),
  organizer: Attendee.nullish(),
  attendees: z.array(Attendee).nullish(),
});
type Sidecar = z.infer<typeof Sidecar>;

function sidecarOf(json: string | null, complain: Complain): Sidecar {
  if (json === null) return {};
  try {
    const read = Sidecar.safeParse(JSON.parse(json));
    if (read.success) return read.data;
    complain('the .json beside it', refusal(read.error));
  } catch (error) {
    complain('the .json beside it', wordsOf(error));
  }
  return {};
}

/** An ISO or RFC 5322 instant in free words, else a bare date at noon UTC. */
function dateIn(words: string): { at: string; exact: boolean } | null {
  const iso = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:\s?(?:Z|[+-]\d\d:?\d\d))?/.exec(
    words,
  );
  const full = mailDate(iso?.[0] ?? words);
  if (full !== null) return { at: full, exact: true };
  // Teams puts "20260306_140000" into the names of recordings, in UTC.
  const stamp = /(?<!\d)(20\d\d)(\d\d)(\d\d)_(\d\d)(\d\d)(\d\d)(?!\d)/;
  const stamped = mailDate(stamp.exec(words)?.[0].replace(stamp, '$1-$2-$3T$4:$5:$6Z') ?? '');
  if (stamped !== null) return { at: stamped, exact: true };
  const day = /(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)(?!\d)/.exec(words);
  const noon = day && mailDate(`${day.slice(1).join('-')}T12:00:00Z`);
  return noon ? { at: noon, exact: false } : null;
}

/**
 * When the meeting began: the sidecar, the wall clock of a metadata transcript, a date in a NOTE, a
 * date in the file name. Never the file's own time: copying an archive would move its meetings.
 */
function startOf(sidecar: Sidecar, vtt: Vtt, name: string, complain: Complain): string | null {
  const given = sidecar.start ?? '';
  if (given !== '') {
    const at = mailDate(given);
    if (at !== null) return at;
    complain('the .json beside it', `start not readable: "${given.slice(0, 60)}"`);
  }
  const clocked = vtt.cues.find((cue) => cue.at !== null && !Number.isNaN(Date.parse(cue.at)));
  if (clocked?.at) return new Date(Date.parse(clocked.at) - clocked.t * 1000).toISOString();
  for (const words of [...vtt.notes, name]) {
    const found = dateIn(words);
    if (!found) continue;
    if (!found.exact)
      complain(
        'whole file',
        `only the date ${found.at.slice(0, 10)} is known; noon UTC is assumed`,
      );
    return found.at;
  }
  complain(
    'whole file',
    'no start known (no .json beside it, no date in a NOTE or the name): left out',
  );
  return null;
}

/**
 * A transcript as a meeting. `name` is the file's name without extension: the meeting's id, and its
 * subject when nothing better is known. Null when it cannot be placed in time or holds no words.
 */
export function meetingFromVtt(
  name: string,
  content: string,
  json: string | null,
  known: ReadonlyMap<string, Person>,
  resolveSpeakers: SpeakerResolver,
  complain: Complain,
): MeetingItem | null {
  const vtt = parseVtt(content, complain);
  const sidecar = sidecarOf(json, complain);
  const startedAt = startOf(sidecar, vtt, name, complain);
  if (startedAt === null || vtt.cues.length === 0) return null;

  const invited = (entry: z.infer<typeof Attendee>): Person => {
    const address = entry.address.trim().toLowerCase();
    return { name: entry.name || (known.get(address)?.name ?? ''), address };
  };
  const organizer = sidecar.organizer ? invited(sidecar.organizer) : null;
  const attendees = (sidecar.attendees ?? []).map(invited);
  const among = organizer ? [...attendees, organizer] : attendees;
  const speakers = resolveSpeakers(
    vtt.cues.map((cue) => cue.speaker),
    among,
  );
  const cues = vtt.cues.map(({ t, time, speaker, text }) => ({
    t,
    time,
    speaker: speakers.get(speaker) ?? { name: speaker, address: '' },
    text,
  }));
  // Whoever spoke was there. An unresolved name joins only a list that would otherwise be empty: it
  // may be another spelling of someone invited.
  const isListed = (sidecar.attendees ?? []).length > 0;
  for (const speaker of speakers.values()) {
    const listed = attendees.find((p) =>
      speaker.address === '' ? p.name === speaker.name : p.address === speaker.address,
    );
    if (listed && listed.name === '') listed.name = speaker.name;
    const counts = speaker.address !== '' || (!isListed && speaker.name !== '');
    if (!listed && counts) attendees.push(speaker);
  }
  return {
    kind: 'meeting',
    id: `meeting:${name}`,
    subject: sidecar.subject ?? name,
    startedAt,
    organizer,
    attendees,
    cues,
  };
}
