import { plain } from './chars';
import { corrected } from './corrections';
import { dateText, instantText, weekdayOf, type Day, type Sending } from './days';
import { foreignDates } from './languages/dates';
import type { Tongue } from './languages/tongue';
import { has, SENTENCE, type Found } from './signs';
import { COUNT, countIn, shifted, UNIT } from './plainDates';
import { RULES } from './dateRules';
import { DATE_IN_FIGURES, DATE_IN_LETTERS, WEEKDAY, weekdayNumber } from './dateWords';

/** Dates in words: English ones by dateRules.ts and plainDates.ts, the others by languages/dates.ts. */
export interface SaidDate {
  /** Offsets into the words that were searched. */
  start: number;
  end: number;
  /** "YYYY-MM-DD", or an ISO instant with offset when a clock time was said. */
  at: string;
  day: Day;
  /** Said relative to now without a preposition: "today", "tomorrow", "this week", "EOD". */
  loose: boolean;
}

/** A date with the clock time next to it. */
function dated(
  words: string,
  start: number,
  end: number,
  day: Day,
  loose: boolean,
  s: Sending,
): SaidDate {
  const clock = clockNextTo(words, start, end);
  return {
    start: clock ? Math.min(start, clock.start) : start,
    end: clock ? Math.max(end, clock.end) : end,
    at: clock ? instantText(day, clock.hour, clock.minute, s) : dateText(day),
    day,
    loose,
  };
}

/** "Two weeks before …", "3 days from …" in front of a date move it. */
const MOVES = new RegExp(
  `\\b(${COUNT}) (${UNIT}) (before|prior to|ahead of|after|from|following) (?:the )?$`,
  'i',
);

function moved(words: string, date: SaidDate): SaidDate {
  const lead = MOVES.exec(words.slice(Math.max(0, date.start - 50), date.start));
  if (!lead) return date;
  const back = /^(?:b|p|ahead)/i.test(lead[3] ?? '');
  const count = countIn(lead[1] ?? '') * (back ? -1 : 1);
  const day = shifted(date.day, count, lead[2] ?? '');
  return { ...date, start: date.start - lead[0].length, day, at: dateText(day) };
}

const ONLY_WEEKDAY = new RegExp(`^(?:this |on |the )?${WEEKDAY}$`, 'i');
const SPAN = new RegExp(`\\b(?:${UNIT}|from (?:now|today))\\b`, 'i');

/** "Monday two weeks from now", "in 3 days on Friday": the weekday of that week; of months and years, the next one. */
function together(words: string, dates: SaidDate[]): SaidDate[] {
  for (const [i, first] of dates.entries()) {
    const second = dates[i + 1];
    if (!second || !/^(?:, ?| |, on | on )$/.test(words.slice(first.end, second.start))) continue;
    const [said, other] = [
      words.slice(first.start, first.end),
      words.slice(second.start, second.end),
    ];
    const name = ONLY_WEEKDAY.test(said) ? said : ONLY_WEEKDAY.test(other) ? other : undefined;
    const span = name === said ? other : said;
    if (name === undefined || !SPAN.test(span)) continue;
    const day = name === said ? second.day : first.day;
    const weekday = weekdayNumber(name.replace(/^(?:this|on|the) /i, ''));
    const ahead = weekday - weekdayOf(day);
    const there = /month|year/i.test(span) ? day + ((ahead + 7) % 7) : day + ahead;
    const joined = { ...first, end: second.end, day: there, at: dateText(there) };
    return [...dates.slice(0, i), joined, ...together(words, dates.slice(i + 2))];
  }
  return dates;
}

/** "By 4pm", "before noon": today's, or tomorrow's once past. */
const CLOCK_ALONE =
  /\b(?:at|by|before|until|till|around|from)? ?(?:(\d{1,2})(?:[:.](\d{2}))? ?(am|pm|a\.m|p\.m)\b|(?<=(?:at|by|before|until|till) )(\d{1,2}):(\d{2})\b|(?<=(?:at|by|before|b4|until|till) )(noon|midday|midnight)|(?<=(?:by|before|b4|until|till) )(half )?(\d{1,2})(?= ?(?:[,;!?)]|\.(?!\d)|$| (?:please|pls|plz|today|tonight|latest|at the latest|if|or|so|and|ok|okay|thx|thanks|ta|cos|because|as)\b)))/gi;

function clocksIn(words: string, sending: Sending): SaidDate[] {
  const found: SaidDate[] = [];
  for (const m of words.matchAll(CLOCK_ALONE)) {
    const time = m[8] === undefined ? timeOf(m) : bareHour(m, words);
    if (!time) continue;
    const soon = time.hour * 60 + time.minute >= sending.minuteOfDay;
    const day = sending.today + (soon ? 0 : 1);
    const lead = /^(?:at|by|before|until|till|around|from)? ?/i.exec(m[0])?.[0].length ?? 0;
    found.push({
      start: m.index + lead,
      end: m.index + m[0].length,
      at: instantText(day, time.hour, time.minute, sending),
      day,
      loose: false,
    });
  }
  return found;
}

const SIGNED = RULES.map((rule) => ({ ...rule, sign: SENTENCE.add([rule.pattern]) }));

/** What may have been found out about the words already: their signs, and whether they name a day. */
interface Known {
  signs: Found;
  dated: boolean;
}

/** English dates, all by rules of this folder: chrono-node knows fewer of them and costs more than all else together. */
function englishDates(words: string, sending: Sending, known: Known | undefined): SaidDate[] {
  const found: SaidDate[] = [];
  if (!(known?.dated ?? (DATE_IN_LETTERS.test(words) || DATE_IN_FIGURES.test(words)))) return found;
  let rest = words;
  const worth = known?.signs ?? SENTENCE.in(plain(words));
  for (const rule of SIGNED) {
    if (!has(worth, rule.sign)) continue;
    rule.pattern.lastIndex = 0;
    for (let m = rule.pattern.exec(rest); m; m = rule.pattern.exec(rest)) {
      const day = rule.day(m, sending);
      if (day === undefined) continue;
      const date = dated(words, m.index, m.index + m[0].length, day, rule.loose ?? false, sending);
      found.push(date);
      rest = `${rest.slice(0, date.start)}${'_'.repeat(date.end - date.start)}${rest.slice(date.end)}`;
    }
  }
  found.sort((a, b) => a.start - b.start);
  const dates = together(
    words,
    found.map((d) => moved(words, d)),
  );
  return [...dates, ...clocksIn(rest, sending)];
}

/** The dates said in some words, in order; those in the past (the words look back) are left out. */
export function datesIn(
  words: string,
  sending: Sending,
  tongue?: Tongue,
  known?: Known,
): SaidDate[] {
  const found = tongue ? foreignDates(words, sending, tongue) : englishDates(words, sending, known);
  const ahead = found
    .filter((d) => d.day >= sending.today)
    .sort((a, b) => a.start - b.start)
    .filter((d, i, all) => i === 0 || d.start >= (all[i - 1]?.end ?? 0));
  return ahead.length > 1 ? corrected(words, ahead) : ahead;
}

interface Time {
  hour: number;
  minute: number;
}

interface Clock extends Time {
  start: number;
  end: number;
}

/** Groups: hour, minute, am/pm; hour, minute; a name. */
function timeOf(m: RegExpExecArray | RegExpMatchArray): Time | undefined {
  let hour = m[6] ? (/^midn/i.test(m[6]) ? 0 : 12) : Number(m[1] ?? m[4]);
  const minute = Number(m[2] ?? m[5] ?? 0);
  if (/^p/i.test(m[3] ?? '') && hour < 12) hour += 12;
  if (/^a/i.test(m[3] ?? '') && hour === 12) hour = 0;
  // "4 o'clock", "at 3": an hour of the working day.
  if (/^o/i.test(m[3] ?? '') && hour < 7) hour += 12;
  return hour > 23 || minute > 59 ? undefined : { hour, minute };
}

/** "By 11", "before half 3": an hour of the working day, where nothing grows or falls by so much. */
function bareHour(m: RegExpExecArray, words: string): Time | undefined {
  const hour = Number(m[8]);
  const before = words.slice(0, m.index + m[0].search(/(?:half )?\d/i));
  if (hour < 1 || hour > 12 || MEASURES.test(before)) return undefined;
  return { hour: hour < 7 ? hour + 12 : hour, minute: m[7] === undefined ? 0 : 30 };
}
const MEASURES =
  /\b(?:up|down|increas\w+|reduc\w+|cut|drop\w*|rais\w+|ris(?:e|es|en|ing)|rose|fell|fall\w*|gr[eo]w\w*|multipl\w+|divid\w+|short|over|under|off|out|chang\w+|differ\w*|exceed\w*|rooms?|units?|pages?|versions?|v|level|phase|stage|item|point|step|row|line|number|\d+)(?: \w+)? (?:by|before|until|till|b4)\W*$/i;

const CLOCK =
  "(?:(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm|a\\.m\\.?|p\\.m\\.?|a|p|o'?clock)\\b|(\\d{1,2})[:.](\\d{2})|(noon|midday|midnight))";
const CLOCK_BEFORE = new RegExp(`\\b${CLOCK},?(?: on)? $`, 'i');
const CLOCK_AFTER = new RegExp(`^,?(?: at| by| before| around)? ${CLOCK}(?![\\w])`, 'i');

/** "noon on …", "2pm …", "… at 15:30": the clock time next to a day. */
function clockNextTo(words: string, start: number, end: number): Clock | undefined {
  const before = CLOCK_BEFORE.exec(words.slice(Math.max(0, start - 24), start));
  const after = CLOCK_AFTER.exec(words.slice(end, end + 24));
  const match = before ?? after;
  const time = match ? timeOf(match) : undefined;
  if (!match || !time) return undefined;
  return before
    ? { start: Math.max(0, start - 24) + before.index, end: start, ...time }
    : { start: end, end: end + match[0].length, ...time };
}
