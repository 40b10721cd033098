import type { DueRef } from '../../shared/handoff/act';
import type { EventItem, Item } from '../../shared/handoff/item';
import { contentWords, similarity } from '../../shared/handoff/similarity';

/**
 * A deadline that hangs on an event ("before the board call", "on day one") gets the event's instant, where the
 * calendar of those involved holds one after it was said. Unresolved it stays as it is.
 */
export function resolveDue(
  due: DueRef | null,
  saidAt: string,
  topic: ReadonlySet<string>,
  calendar: readonly Item[],
): DueRef | null {
  if (due?.at !== null || due.source !== 'event') return due;
  const words = contentWords(due.text.replace(COMES, ' '));
  const begins = BEGINS.test(due.text);
  let best: { event: EventItem; fit: number } | null = null;
  for (const event of calendar) {
    if (event.kind !== 'event' || event.cancelled) continue;
    if (Date.parse(event.startsAt) <= Date.parse(saidAt)) continue;
    const subject = contentWords(event.subject);
    const named = similarity(inWordsOf(subject, words), subject);
    const start = begins && BEGINS.test(event.subject) ? 0.6 + 0.2 * similarity(topic, subject) : 0;
    const fit = Math.max(named, start);
    // The next such event is meant; of equals the earliest.
    if (fit < 0.5 || (best && fit <= best.fit)) continue;
    best = { event, fit };
  }
  if (!best) return due;
  const date = best.event.startsAt;
  return { ...due, at: BEFORE.test(due.text) ? date : date.slice(0, 10) };
}

/** "Before the inspection" is before what the calendar calls "inspectorate": words of one family stand for each other. */
function inWordsOf(subject: ReadonlySet<string>, words: ReadonlySet<string>): Set<string> {
  const kin = (word: string) =>
    word.length < FAMILY || subject.has(word)
      ? word
      : ([...subject].find((other) => other.slice(0, FAMILY) === word.slice(0, FAMILY)) ?? word);
  return new Set([...words].map(kin));
}
/** Letters that words of one family begin with. */
const FAMILY = 6;

/** Then it is late when the event begins, and not at the end of its day. */
const BEFORE = /^(?:before|b4|ahead of|prior to|in time for)\b/i;

/** "Before the inspectors come": that they come is no word of the event. */
const COMES =
  /\b(?:comes?|coming|arrives?|gets? (?:here|there|in)|are here|is here|visits?|begins?|takes? place|happens?|is on|are in)\b/gi;

/** The beginning of something, however it is called. A kick-off is a meeting about it. */
const BEGINS =
  /\b(?:day[- ]one|first (?:\w+ )?day|go(?:es|ing)?[- ]live|live (?:day|date)|launch\w*|start(?:s|ing)?(?: date| day)?|opening(?: day)?|cut[- ]?over|roll[- ]?out)\b/i;
