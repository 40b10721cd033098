import type { Act, DueRef } from '../../shared/handoff/act';
import { tellingWords } from '../../shared/handoff/similarity';
import { datesIn } from '../../shared/reading/dates';
import { sendingOf } from '../../shared/reading/days';
import { lastMoment } from '../../shared/reading/due';
import { eventWords } from '../../shared/reading/eventWords';
import type { Cue } from './cue';
import { sentencesIn } from './sentences';

/**
 * "You'll have them before yours go out." "Before the 23rd, then.": a deadline that hangs on an event, whose day is said
 * back or told in the next lines of a meeting.
 */

/** The deadline of an act of line `n`, with that day where there is one. `sentAt`: when the meeting began; `zone`: the speaker's. */
export function dayAgreed(
  { due }: Act,
  cues: readonly Cue[],
  n: number,
  sentAt: string,
  zone: string | null,
): DueRef | null {
  if (due?.source !== 'event' || due.at !== null) return due ?? null;
  const named = eventWords(due.text);
  for (const { text } of cues.slice(n + 1, n + 1 + NEXT))
    for (const sentence of sentencesIn(text)) {
      const at = lastMoment(sentence, sentAt, zone) ?? dayOf(named, sentence, sentAt, zone);
      if (at !== undefined) return { ...due, at };
    }
  return due;
}
/** Lines in which it is still spoken of. */
const NEXT = 4;

/** "The audit's on the 4th, isn't it?": the one day in words that name the event. */
function dayOf(
  named: ReadonlySet<string>,
  words: string,
  sentAt: string,
  zone: string | null,
): string | undefined {
  const sending = sendingOf(sentAt, zone ?? undefined);
  const telling = tellingWords(words);
  if (!sending || named.size === 0 || ![...named].every((word) => telling.has(word)))
    return undefined;
  const [only, ...others] = datesIn(words, sending);
  return others.length === 0 ? only?.at : undefined;
}
