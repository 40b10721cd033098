import type { DueRef } from '../../shared/handoff/act';
import type { EventItem, Item } from '../../shared/handoff/item';
import { contentWords, similarity } from '../../shared/handoff/similarity';
import { aheadOf, eventWords } from '../../shared/reading/eventWords';

/**
 * A deadline that hangs on an event ("before the board call", "on day one") gets the event's instant, where the
 * calendar of those involved holds one after it was said. Unresolved it stays as it is. A day that was said for the event
 * gives way to the calendar's, where that holds just one event of its name and has it on another day: it was moved.
 */
export function resolveDue(
  due: DueRef | null,
  saidAt: string,
  topic: ReadonlySet<string>,
  calendar: readonly Item[],
): DueRef | null {
  if (due?.source !== 'event') return due;
  const words = contentWords(due.text.replace(COMES, ' '));
  const telling = eventWords(due.text);
  const begins = BEGINS.test(due.text);
  const found: { event: EventItem; fit: number }[] = [];
  for (const event of calendar) {
    if (event.kind !== 'event' || event.cancelled) continue;
    if (Date.parse(event.startsAt) <= Date.parse(saidAt)) continue;
    const subject = contentWords(event.subject);
    const named = similarity(inWordsOf(subject, words), subject);
    const start = begins && BEGINS.test(event.subject) ? 0.6 + 0.2 * similarity(topic, subject) : 0;
    // "Before the Ferrant call" is before "Ferrant Publishing: milestone 6": all that tells it from others is there.
    const whole = telling.size > 0 && isIn(inWordsOf(subject, telling), subject) ? NAMED : 0;
    const fit = Math.max(named, start, whole);
    if (fit >= LEAST) found.push({ event, fit });
  }
  if (due.at !== null) return moved(due, found);
  // The next such event is meant; of equals the earliest.
  const best = found.reduce<(typeof found)[number] | null>(
    (a, b) => (a === null || b.fit > a.fit ? b : a),
    null,
  );
  return best ? { ...due, at: instantOf(best.event, due.text) } : due;
}
const LEAST = 0.5;
const NAMED = 0.7;

/**
 * The day that was said, with the hour of the event so called on it; where none is on that day and just one is on another,
 * that one's.
 */
function moved(due: DueRef, found: readonly { event: EventItem; fit: number }[]): DueRef {
  const instants = found
    .filter(({ fit }) => fit >= NAMED)
    .map(({ event }) => instantOf(event, due.text));
  const there = instants.find((at) => at.slice(0, 10) === due.at?.slice(0, 10));
  if (there !== undefined) return due.at === there.slice(0, 10) ? { ...due, at: there } : due;
  const [only, ...others] = instants;
  return only === undefined || others.length > 0 ? due : { ...due, at: only };
}

const isIn = (words: ReadonlySet<string>, subject: ReadonlySet<string>): boolean =>
  [...words].every((word) => subject.has(word));

/** When something must be there that is to be before an event, or on its day: "the day before the screening" is the day before. */
function instantOf({ startsAt }: EventItem, text: string): string {
  const ahead = aheadOf(text);
  if (ahead > 0)
    return new Date(Date.parse(startsAt.slice(0, 10)) - ahead * DAY_MS).toISOString().slice(0, 10);
  return BEFORE.test(text) ? startsAt : startsAt.slice(0, 10);
}
const DAY_MS = 86_400_000;

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
