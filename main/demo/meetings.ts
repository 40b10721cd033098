import type { CallTranscript, OnlineMeeting } from '@microsoft/microsoft-graph-types';
import type { MeetingItem } from '../../shared/handoff/item';
import {
  collection,
  entity,
  GraphFault,
  ROOT,
  type GraphAnswer,
  type GraphRequest,
  type Route,
} from './answer';
import { escapeHtml } from './bodies';
import { comparisons } from './filter';
import { digest, teamsTime, uuidOf } from './ids';
import type { People } from './people';

/** Time a cue is held to last when nothing follows it, and that transcription runs after the last word, ms. */
const LAST_CUE = 4_000;
/** Time after the end until the transcript can be fetched, ms. */
const READY_AFTER = 5 * 60_000;

/** When the last word of a meeting was said, ms. */
export function meetingEnd(meeting: MeetingItem): number {
  const last = Math.max(0, ...meeting.cues.map((cue) => cue.t));
  return Date.parse(meeting.startedAt) + last * 1000 + LAST_CUE;
}

/** How people join a meeting: the link that ties an event to its online meeting. */
export function joinUrlOf(meeting: MeetingItem): string {
  return `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${digest(meeting.id, 24)}%40thread.v2/0?context=%7b%7d`;
}

const idOf = (meeting: MeetingItem): string =>
  Buffer.from(`1*${digest(meeting.id, 30)}`).toString('base64');
const transcriptIdOf = (meeting: MeetingItem): string =>
  Buffer.from(`2##${digest(`${meeting.id}/transcript`, 30)}`).toString('base64');

/** `H:M:S.mmm` as the service writes it: hours and minutes without leading zeros, a sign when before the start. */
function stamp(seconds: number): string {
  const ms = Math.round(Math.abs(seconds) * 1000);
  const sign = seconds < 0 ? '-' : '';
  const rest = `${Math.floor(ms / 1000) % 60}.${String(ms % 1000).padStart(3, '0')}`;
  return `${sign}${Math.floor(ms / 3_600_000)}:${Math.floor(ms / 60_000) % 60}:${rest}`;
}

/** Online meetings of the person and their transcripts, once the meeting is over. */
export class Meetings {
  constructor(
    private readonly items: readonly MeetingItem[],
    private readonly people: People,
  ) {}

  routes(): Route[] {
    const area = 'meetings';
    const one = '/me/onlineMeetings/{onlineMeeting-id}';
    const transcript = `${one}/transcripts/{callTranscript-id}`;
    return [
      { method: 'GET', path: '/me/onlineMeetings', area, answer: (r) => this.find(r) },
      { method: 'GET', path: one, area, answer: (r) => this.one(r) },
      { method: 'GET', path: `${one}/transcripts`, area, answer: (r) => this.transcripts(r) },
      { method: 'GET', path: `${transcript}/content`, area, answer: (r) => this.content(r) },
      {
        method: 'GET',
        path: `${transcript}/metadataContent`,
        area,
        answer: (r) => this.metadata(r),
      },
    ];
  }

  private mine(now: number): MeetingItem[] {
    return this.items.filter(
      (meeting) =>
        Date.parse(meeting.startedAt) <= now &&
        [meeting.organizer, ...meeting.attendees, ...meeting.cues.map((c) => c.speaker)].some(
          (p) => p !== null && this.people.isMe(p.address),
        ),
    );
  }

  private at(request: GraphRequest): MeetingItem {
    const id = request.params['onlineMeeting-id'];
    const meeting = this.mine(request.now).find((m) => idOf(m) === id);
    if (!meeting) throw new GraphFault(404, 'NotFound', '3004: Meeting was not found.');
    return meeting;
  }

  private rendered(meeting: MeetingItem): OnlineMeeting & { id: string } {
    const identity = (person: { name: string; address: string }) => ({
      upn: person.address,
      role: 'attendee' as const,
      identity: {
        application: null,
        device: null,
        user: { id: this.people.idOf(person), displayName: this.people.named(person).name },
      },
    });
    return {
      id: idOf(meeting),
      creationDateTime: teamsTime(Date.parse(meeting.startedAt)),
      startDateTime: teamsTime(Date.parse(meeting.startedAt)),
      endDateTime: teamsTime(meetingEnd(meeting)),
      joinWebUrl: joinUrlOf(meeting),
      subject: meeting.subject,
      participants: {
        organizer: { ...identity(meeting.organizer ?? this.people.me.person), role: 'presenter' },
        attendees: meeting.attendees.map(identity),
      },
    };
  }

  private find(request: GraphRequest): GraphAnswer {
    const [wanted, ...more] = request.query.filter ? (comparisons(request.query.filter) ?? []) : [];
    if (wanted?.path !== 'JoinWebUrl' || wanted.op !== 'eq' || more.length > 0)
      throw new GraphFault(400, 'BadRequest', 'Filter by JoinWebUrl is needed.');
    const { value } = wanted;
    // The URL is encoded once more by the client, so what arrives is the URL itself or its encoded form.
    const found = this.mine(request.now).filter(
      (m) => typeof value === 'string' && [value, safeDecode(value)].includes(joinUrlOf(m)),
    );
    return collection(
      "users('me')/onlineMeetings",
      found.map((m) => this.rendered(m)),
    );
  }

  private one(request: GraphRequest): GraphAnswer {
    return entity("users('me')/onlineMeetings/$entity", this.rendered(this.at(request)));
  }

  private transcripts(request: GraphRequest): GraphAnswer {
    const meeting = this.at(request);
    const ready = meetingEnd(meeting) + READY_AFTER <= request.now;
    const value: CallTranscript[] = ready ? [this.transcript(meeting)] : [];
    return collection("users('me')/onlineMeetings/transcripts", value, {
      '@odata.count': value.length,
    });
  }

  private transcript(meeting: MeetingItem): CallTranscript & { id: string } {
    const organizer = meeting.organizer ?? this.people.me.person;
    const [id, meetingId] = [transcriptIdOf(meeting), idOf(meeting)];
    return {
      id,
      meetingId,
      callId: uuidOf(meeting.id),
      contentCorrelationId: `${uuidOf(`${meeting.id}/content`)}-0`,
      transcriptContentUrl: `${ROOT}/me/onlineMeetings/${encodeURIComponent(meetingId)}/transcripts/${encodeURIComponent(id)}/content`,
      createdDateTime: teamsTime(Date.parse(meeting.startedAt)),
      endDateTime: teamsTime(meetingEnd(meeting)),
      meetingOrganizer: {
        application: null,
        device: null,
        user: { id: this.people.idOf(organizer), displayName: null },
      },
    };
  }

  private transcriptAt(request: GraphRequest): MeetingItem {
    const meeting = this.at(request);
    const ready = meetingEnd(meeting) + READY_AFTER <= request.now;
    if (!ready || request.params['callTranscript-id'] !== transcriptIdOf(meeting))
      throw new GraphFault(404, 'NotFound', 'The transcript was not found.');
    return meeting;
  }

  private content(request: GraphRequest): GraphAnswer {
    const meeting = this.transcriptAt(request);
    return vtt(meeting, (cue) => `<v ${cue.speaker.name}>${escapeHtml(cue.text)}</v>`);
  }

  private metadata(request: GraphRequest): GraphAnswer {
    const meeting = this.transcriptAt(request);
    const start = Date.parse(meeting.startedAt);
    return vtt(meeting, (cue, until) =>
      JSON.stringify({
        startDateTime: teamsTime(start + cue.t * 1000),
        endDateTime: teamsTime(start + until * 1000),
        speakerName: cue.speaker.name,
        spokenText: cue.text,
        spokenLanguage: 'en-us',
      }),
    );
  }
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function vtt(
  meeting: MeetingItem,
  line: (cue: MeetingItem['cues'][number], until: number) => string,
): GraphAnswer {
  const cues = meeting.cues.map((cue, i) => {
    const until = Math.max(
      cue.t,
      Math.min(meeting.cues[i + 1]?.t ?? Infinity, cue.t + LAST_CUE / 1000),
    );
    return `${stamp(cue.t)} --> ${stamp(until)}\n${line(cue, until)}\n`;
  });
  return {
    status: 200,
    text: { type: 'text/vtt', content: ['WEBVTT\n', ...cues].join('\n') },
  };
}
