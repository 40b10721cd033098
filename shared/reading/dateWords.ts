import type { Day, Sending } from './days';

/** The words dates are made of, and the shape of a rule that reads them. */

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const WEEKDAY =
  '(?:mon(?:day)?|tues?(?:day)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
export const MONTH_NAME = new RegExp(`\\b${MONTH}\\b`, 'i');
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );
export const ORDINAL = `(?:\\d{1,2}(?:st|nd|rd|th)|${[...ORDINALS]
  .reverse()
  .map((o) => o.replace('-', '[- ]'))
  .join('|')})`;

const ORDINAL_WORD = `(?:${[...ORDINALS]
  .reverse()
  .map((o) => o.replace('-', '[- ]'))
  .join('|')})`;
const OF_DAY = `today|tonight|tomorrow|tmr|tmrw|tom|noon|midday|midnight|morning|afternoon|evening|lunch(?:time)?|eod|cob|eob|eow|eom|asap|day|days|week|weeks|weekend|month|months|month-end|quarter|year|years|hour|hours|hrs|minutes|mins|fortnight|right now|otd|at present|at this time|at the (?:minute|moment)|min|hr|year|christmas|xmas|easter|new year|boxing day|patrick|valentine'?s? day|halloween|good friday|ascension|pentecost|whit\\w*|thanksgiving`;
const IN_LETTERS = `(?:${WEEKDAY}s?|${OF_DAY}|${MONTH}|${ORDINAL_WORD})`;
const IN_FIGURES =
  '(?:\\d{1,2}(?:st|nd|rd|th)|\\d{1,2} ?(?:am|pm)|\\d{1,2}[:.]\\d{2}|\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|\\d{4}-\\d{2}-\\d{2}|\\d{8}|h2|q[1-4]|(?<=\\b(?:by|before|b4|until|till) (?:half )?)\\d{1,2}(?![\\d:/%-]|\\.\\d))';
/** Words that can be part of a date; without one of them, or of the figures, no parser is started (it costs more than all cues). */
export const DATE_IN_LETTERS = new RegExp(`\\b${IN_LETTERS}\\b`, 'i');
export const DATE_IN_FIGURES = new RegExp(`\\b${IN_FIGURES}\\b`, 'i');
/** The same without figures, for a sieve, which says nothing of too many words at once: figures are looked for by themselves. */
export const DATE_LETTERS: readonly RegExp[] = [`${WEEKDAY}s?`, OF_DAY, MONTH, ORDINAL_WORD].map(
  (words) => new RegExp(`\\b(?:${words})\\b`, 'i'),
);

/** The number of an ordinal, in figures or words; 0 when it is none. */
export const numberOf = (word: string): number => {
  const digits = /^\d+/.exec(word);
  if (digits) return Number(digits[0]);
  return ORDINALS.indexOf(word.toLowerCase().replace(' ', '-')) + 1;
};

/** Monday = 1. */
export const weekdayNumber = (word: string): number =>
  WEEKDAYS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** One way of naming a day: the words, and the day they mean by the sender's calendar. */
export interface Rule {
  pattern: RegExp;
  day: (match: RegExpExecArray, sending: Sending) => Day | undefined;
  loose?: boolean;
}

/** January = 1. */
export function monthNumber(word: string): number {
  return (
    ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(
      word.slice(0, 3).toLowerCase(),
    ) + 1
  );
}
