import { z } from 'zod';
import type { Complain } from './problem';

/** One voice in one cue. `t` is seconds from the start of the recording, negative where Teams says so. */
export interface VttCue {
  t: number;
  /** "HH:MM:SS" of `t`. */
  time: string;
  /** As written; '' when the cue names nobody. */
  speaker: string;
  text: string;
  /** Wall-clock time of the cue (metadata transcripts only), ISO. */
  at: string | null;
}

export interface Vtt {
  cues: VttCue[];
  /** Comments of the file: some recorders write the date there. */
  notes: string[];
}

/** The cue body of a Teams `metadataContent` transcript. */
const MetadataCue = z.object({
  startDateTime: z.string().nullish(),
  speakerName: z.string().nullish(),
  spokenText: z.string(),
});

const TIMING = /^\s*(-?[\d:.,-]+)\s*-->\s*(-?[\d:.,-]+)/;

/** Seconds of "0:0:4.120", "00:04.120" or "-00:00:03.5"; null when it is no time. */
function secondsOf(stamp: string): number | null {
  const m = /^(-?)(?:(\d+):)?-?(\d{1,3}):-?(\d{1,2})(?:[.,]-?(\d{1,9}))?$/.exec(stamp);
  if (!m) return null;
  const n = (part: string | undefined) => Number(part ?? 0);
  const seconds = n(m[2]) * 3600 + n(m[3]) * 60 + n(m[4]) + Number(`0.${m[5] ?? '0'}`);
  // A minus anywhere makes the whole offset negative: some exporters sign each part ("00:00:-3.5").
  return stamp.includes('-') && seconds !== 0 ? -seconds : seconds;
}

/** "HH:MM:SS" of seconds, "-00:00:03" before the start. */
export function clockText(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const two = (n: number) => String(n).padStart(2, '0');
  const text = `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return seconds < 0 ? `-${text}` : text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
};

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, dec, hex, name) => {
    if (typeof name === 'string') return ENTITIES[name.toLowerCase()] ?? whole;
    const code = typeof dec === 'string' ? Number(dec) : parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function plain(marked: string): string {
  return decoded(marked.replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The voices of a cue's payload in order. Without a voice tag, "Dana Ortiz: text" (as Zoom writes it) names one too. */
function voicesOf(payload: string): { speaker: string; text: string }[] {
  const tags = [...payload.matchAll(/<v(?:\.[^\s<>]*)?(?:[ \t\n]+([^<>]*))?>/g)];
  if (tags.length === 0) {
    const named = /^((?:\p{Lu}[\p{L}\p{M}'’.-]*)(?: [\p{L}\p{M}'’.-]+){1,4}): +(?=\S)/u.exec(
      payload,
    );
    return [
      { speaker: plain(named?.[1] ?? ''), text: plain(payload.slice(named?.[0].length ?? 0)) },
    ];
  }
  const before = plain(payload.slice(0, tags[0]?.index ?? 0));
  const voices = tags.map((tag, n) => {
    const start = tag.index + tag[0].length;
    return {
      speaker: plain(tag[1] ?? ''),
      text: plain(payload.slice(start, tags[n + 1]?.index ?? payload.length)),
    };
  });
  return before === '' ? voices : [{ speaker: '', text: before }, ...voices];
}

function metadataOf(payload: string): z.infer<typeof MetadataCue> | null {
  if (!payload.startsWith('{')) return null;
  try {
    return MetadataCue.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Reads WebVTT as Teams, Zoom and others write it, not as the standard has it: unpadded times, commas,
 * negative offsets, no header line. Equal consecutive cues are kept: people do say things twice.
 * A cue that cannot be timed is told and skipped.
 */
export function parseVtt(content: string, complain: Complain): Vtt {
  const lines = content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const cues: VttCue[] = [];
  const notes: string[] = [];
  let at = 0;
  const block = (): string => {
    const start = at;
    while (at < lines.length && (lines[at] ?? '').trim() !== '' && !isTiming(lines[at])) at++;
    return lines.slice(start, at).join('\n').trim();
  };
  const isTiming = (line: string | undefined) => (line ?? '').includes('-->');

  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (isTiming(line)) {
      const where = `line ${at + 1}`;
      at++;
      const m = TIMING.exec(line);
      const t = m ? secondsOf(m[1] ?? '') : null;
      const payload = block();
      if (t === null) {
        complain(where, `cue time not readable: "${line.trim().slice(0, 60)}"`);
        continue;
      }
      const metadata = metadataOf(payload);
      const voices = metadata
        ? [{ speaker: plain(metadata.speakerName ?? ''), text: metadata.spokenText.trim() }]
        : voicesOf(payload);
      for (const { speaker, text } of voices)
        if (text !== '')
          cues.push({ t, time: clockText(t), speaker, text, at: metadata?.startDateTime ?? null });
    } else if (/^(?:NOTE|WEBVTT)(?:\s|$)/.test(line)) {
      notes.push(block().replace(/^(?:NOTE|WEBVTT)\s*/, ''));
      // A timing line may follow a header at once; otherwise the block has been consumed.
    } else if (/^(?:STYLE|REGION)\s*$/.test(line)) {
      block();
    } else at++;
  }
  if (cues.length === 0) complain('whole file', 'no cue with words in it');
  return { cues, notes: notes.filter((note) => note !== '') };
}
