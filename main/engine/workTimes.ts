import { z } from 'zod';
import type { Handoff } from '../../shared/handoff/model';
import { contentWords, similarity } from '../../shared/handoff/similarity';
import type { Lead } from '../../shared/timing/silence';
import { MS_PER_HOUR, workingMsBetween, type WorkingHours } from '../../shared/timing/workingHours';
import type { StoredWait } from '../ledger/types';

/**
 * How long a kind of work takes somebody, from being asked to its arrival: what the last safe moment leaves room for. As
 * with answers, only what had arrived when the silence that is judged began counts, so a replay finds the same.
 */

/** What a closed handoff says of it, beside its wait. */
const Work = z.object({
  /** ms: when it arrived. */
  done: z.number(),
  /** Working hours from being asked. */
  hours: z.number(),
  quote: z.array(z.string()),
  subject: z.array(z.string()),
});
type Work = z.infer<typeof Work>;

/** Of one kind, as for whose hand it usually is. */
const SAME_KIND = 0.5;
/** Fewer are no custom. */
const LEAST = 2;
/** The latest of a kind say most. */
const LATEST = 7;

/** The note kept with the wait of a handoff; null while the work has not arrived, or where a person only called it over. */
export function workNote(handoff: Handoff, hours: WorkingHours): string | null {
  const { closing, act, saidAt } = handoff;
  if (closing?.by !== 'evidence' || handoff.takerEnd.is !== 'done') return null;
  if (act !== 'request' && act !== 'question') return null;
  const done = Date.parse(closing.at);
  const work: Work = {
    done,
    hours: workingMsBetween(Date.parse(saidAt), done, hours) / MS_PER_HOUR,
    quote: [...contentWords(handoff.quote)],
    subject: [...contentWords(handoff.subject)],
  };
  return JSON.stringify(work);
}

/** ms: the instant of a note; null where there is none that can be read. */
export function doneIn(note: string | null): number | null {
  return parsed(note)?.done ?? null;
}

/** Null for a note that cannot be read: it is made again when its conversation is read again. */
function parsed(note: string | null): Work | null {
  if (note === null) return null;
  try {
    return Work.safeParse(JSON.parse(note)).data ?? null;
  } catch {
    return null;
  }
}

interface Known {
  done: number;
  hours: number;
  quote: ReadonlySet<string>;
  subject: ReadonlySet<string>;
}
const known = new WeakMap<StoredWait, Known | null>();

function workOf(wait: StoredWait): Known | null {
  let work = known.get(wait);
  if (work === undefined) {
    const read = parsed(wait.work);
    work = read && { ...read, quote: new Set(read.quote), subject: new Set(read.subject) };
    known.set(wait, work);
  }
  return work;
}

/**
 * How long work of this kind takes the hand it was put to, by what had arrived until `until` (ms); null where that is
 * too little. `waits`: what was put to them before, newest first.
 */
export function leadFor(
  handoff: Handoff,
  waits: readonly StoredWait[],
  until: number,
): Lead | null {
  const quote = contentWords(handoff.quote);
  const subject = contentWords(handoff.subject);
  const took: number[] = [];
  for (const wait of waits) {
    if (took.length === LATEST) break;
    const work = workOf(wait);
    if (work === null || work.done > until) continue;
    const alike = Math.max(similarity(work.quote, quote), similarity(work.subject, subject));
    if (alike >= SAME_KIND) took.push(work.hours);
  }
  if (took.length < LEAST) return null;
  took.sort((a, b) => a - b);
  const [low, high] = [took[(took.length - 1) >> 1] ?? 0, took[took.length >> 1] ?? 0];
  return { hours: (low + high) / 2, basis: took.length };
}
