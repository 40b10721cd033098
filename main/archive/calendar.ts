import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { ianaZone } from '../../shared/handoff/graphShape';
import type { EventItem } from '../../shared/handoff/item';
import { icsBlocks, type IcsBlock } from './icsBlocks';
import { factsOf, parameter, textOf, ZoneReader } from './icsEvent';
import { boundRules } from './icsRule';
import { wordsOf, type Complain } from './problem';

/** Epoch milliseconds: recurring events are expanded between these two. */
export interface TimeWindow {
  from: number;
  to: number;
}

/** Steps of one series before it is given up: a daily one reaches back 50 years with it. */
const MOST_STEPS = 20_000;
/** Occurrences of one series that are held. */
const MOST_OCCURRENCES = 1_000;
const DAY = 86_400_000;
/** How far around the archive's own items a series is expanded. */
export const AROUND = 90 * DAY;

interface ReadEvent {
  where: string;
  uid: string;
  component: ICAL.Component;
}

/** Each VEVENT parsed alone, beside the file's zones, under one calendar so that TZIDs are found. */
function readBlock(block: IcsBlock, zones: string, complain: Complain): ReadEvent | null {
  const where = `line ${block.line}`;
  try {
    const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${zones}${block.text}\r\nEND:VCALENDAR`;
    const component = ICAL.Component.fromString(text).getFirstSubcomponent('vevent');
    if (!component?.hasProperty('dtstart')) {
      complain(where, 'event without DTSTART: left out');
      return null;
    }
    const uid =
      textOf(component, 'uid').trim() || createHash('sha1').update(block.text).digest('hex');
    return { where, uid, component };
  } catch (error) {
    complain(where, `event not readable: ${wordsOf(error)}`);
    return null;
  }
}

/** The zones that can be parsed; a broken one is told and its name is then looked up elsewhere. */
function readableZones(blocks: readonly IcsBlock[], complain: Complain): string {
  const good = blocks.filter((block) => {
    try {
      ICAL.Component.fromString(block.text);
      return true;
    } catch (error) {
      complain(`line ${block.line}`, `zone not readable: ${wordsOf(error)}`);
      return false;
    }
  });
  return good.map((block) => `${block.text}\r\n`).join('');
}

function one(
  id: string,
  component: ICAL.Component,
  start: ICAL.Time,
  end: ICAL.Time,
  zones: ZoneReader,
  where: string,
): EventItem | null {
  const dtstart = component.getFirstProperty('dtstart');
  const tzid = (dtstart ? parameter(dtstart, 'tzid') : '') || null;
  const startsAt = zones.instant(start, tzid, where);
  const endsAt = zones.instant(end, tzid, where);
  if (startsAt === null || endsAt === null) return null;
  return { id: `event:${id}`, ...factsOf(component, startsAt), startsAt, endsAt };
}

function occurrences(
  { where, uid, component }: ReadEvent,
  exceptions: readonly ReadEvent[],
  within: TimeWindow | null,
  zones: ZoneReader,
  complain: Complain,
): EventItem[] | null {
  const first = new ICAL.Event(component).startDate.toUnixTime() * 1000;
  const { from, to } = within ?? { from: first, to: first + AROUND };
  // Two days of slack: the rule's end is compared in the event's own zone.
  const reason = boundRules(component, ICAL.Time.fromJSDate(new Date(to + 2 * DAY), true));
  if (reason !== null) {
    complain(where, `series rule not usable (${reason}): only its first date is held`);
    return null;
  }
  const event = new ICAL.Event(component, { exceptions: exceptions.map((e) => e.component) });
  const held: EventItem[] = [];
  const iterator = event.iterator();
  for (let step = 0; ; step++) {
    const next = iterator.next() as ICAL.Time | null | undefined;
    if (!next || next.toUnixTime() * 1000 > to) return held;
    if (step >= MOST_STEPS || held.length >= MOST_OCCURRENCES) {
      complain(where, `series of more than ${held.length} occurrences: the rest was left out`);
      return held;
    }
    const { item, startDate, endDate, recurrenceId } = event.getOccurrenceDetails(next);
    if (endDate.toUnixTime() * 1000 < from) continue;
    // The original time of an occurrence names it, also after it was moved.
    const id = `${uid}/${recurrenceId.toString()}`;
    const made = one(id, item.component, startDate, endDate, zones, where);
    if (made) held.push(made);
  }
}

/**
 * The events of one calendar file. A series is expanded within `within` (or its first 90 days, when
 * the archive holds nothing else to go by); floating times and whole days are read in the calendar's
 * own zone, else in `defaultZone` (IANA).
 */
export function eventsFromIcs(
  content: string,
  within: TimeWindow | null,
  defaultZone: string,
  complain: Complain,
): EventItem[] {
  const blocks = icsBlocks(content, complain);
  const zones = new ZoneReader(ianaZone(blocks.calendarZone) ?? defaultZone, complain);
  const zoneText = readableZones(blocks.zones, complain);

  const masters = new Map<string, ReadEvent>();
  const exceptions = new Map<string, ReadEvent[]>();
  const sequence = (e: ReadEvent) => Number(textOf(e.component, 'sequence') || 0);
  for (const block of blocks.events) {
    const read = readBlock(block, zoneText, complain);
    if (!read) continue;
    if (read.component.hasProperty('recurrence-id')) {
      exceptions.set(read.uid, [...(exceptions.get(read.uid) ?? []), read]);
      continue;
    }
    // The same event in two versions: the later one holds.
    const held = masters.get(read.uid);
    if (!held || sequence(read) >= sequence(held)) masters.set(read.uid, read);
  }

  const found: EventItem[] = [];
  const guarded = (where: string, read: () => EventItem[]) => {
    try {
      const events = read();
      found.push(...events);
    } catch (error) {
      complain(where, `event not readable: ${wordsOf(error)}`);
    }
  };
  const single = (read: ReadEvent, id: string): EventItem[] => {
    const event = new ICAL.Event(read.component);
    const made = one(id, read.component, event.startDate, event.endDate, zones, read.where);
    if (!made) complain(read.where, 'event time not readable: left out');
    return made ? [made] : [];
  };
  for (const master of masters.values()) {
    guarded(master.where, () => {
      const isSeries = new ICAL.Event(master.component).isRecurring();
      const alone = exceptions.get(master.uid) ?? [];
      const series = isSeries ? occurrences(master, alone, within, zones, complain) : null;
      return series ?? single(master, master.uid);
    });
  }
  // An invitation to one occurrence of a series that is not in the file.
  for (const [uid, list] of exceptions) {
    if (masters.has(uid)) continue;
    for (const read of list)
      guarded(read.where, () =>
        single(read, `${uid}/${new ICAL.Event(read.component).recurrenceId.toString()}`),
      );
  }
  return found;
}
