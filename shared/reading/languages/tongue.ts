import type { Cue, Family } from '../cues';
import type { Day, Sending } from '../days';
import type { Pattern } from '../lazily';

/** How the sentences of a language fall into clauses, and who is called in them. */
export interface Speech {
  /** "Hallo", "Bonjour", "Buenos días" with titles and "zusammen": stands before a name. */
  greeting: RegExp;
  /** What may stand before the words that count: "also", "und", "übrigens". */
  lead: RegExp;
  /** Where a sentence is cut. */
  joint: RegExp;
  /** Opens with if / when / because. */
  subordinate: RegExp;
  /** Words with a comma behind that look like a name and are none. */
  noName: RegExp;
  /** Everyone at once is greeted. */
  toAll: RegExp;
  /** Nobody in particular is asked. */
  toSome: RegExp;
}

/** One way of naming a day in words: the source of a pattern, and the day meant. `W` stands for a weekday. */
export type SaidDay = readonly [
  source: string,
  day: (sending: Sending, match: RegExpExecArray) => Day | undefined,
  loose?: true,
];

/** The words dates are made of. */
export interface DateWords {
  /** Monday first, sources of patterns; short forms only where they are no other word. */
  weekdays: readonly string[];
  /** January first. */
  months: readonly string[];
  /** Between the day's number and the month: ". ", " de ". */
  joins: string;
  /** What a bare day of the month looks like, with group `d`: "am 14.", "le 14". */
  bareDay: string;
  /** Figures with groups d, m and perhaps y: "14.11.", "14/11/2026". */
  figures: readonly string[];
  /** Small numbers in words. */
  numbers: Readonly<Record<string, number>>;
  /** "in", "innerhalb von": what stands before a span of time counted from now. */
  within: string;
  units: { day: string; workday: string; week: string; month: string };
  /** Weekdays with week: "nächsten W", "W nächster Woche". */
  weekdayOf: { nextWeek: readonly string[]; thisWeek: readonly string[] };
  /** "KW 46", group `n`. */
  weekNumber: string;
  /** Everything else, in the order in which it is tried. */
  said: readonly SaidDay[];
  /** A clock time with groups h, m and perhaps `late` (afternoon), `noon`. */
  clock: string;
}

/** What makes a date a deadline. */
export interface DueWords {
  /** Stands before a date that bounds: "bis", "avant le". Tried on what comes before the date. */
  bound: RegExp;
  /** The date itself carries the bound, or it follows: "spätestens". */
  after: RegExp;
  /** "für Freitag": weaker. */
  forDay: RegExp;
  /** "Before X", X being something that happens. Case is kept: in German a capital is a noun. */
  event: RegExp;
  /** A sentence that says only when the thing asked for is needed. */
  needed: RegExp;
}

/** What the words wait for. */
export interface Waits {
  /** The other side must move first. */
  onOther: readonly Pattern[];
  /** The writer's own doing comes first. */
  onSelf: Pattern;
  /** The sentence does nothing but wait. */
  alone: Pattern;
}

/** One language: its cues under the names the weight table knows, its dates, its way of cutting sentences. */
export interface Tongue {
  code: string;
  families: readonly Family[];
  negatives: readonly Cue[];
  speech: Speech;
  dates: DateWords;
  due: DueWords;
  waits: Waits;
  /** Orders to software, lures for secrets. */
  hostile: RegExp;
  /** Handed over for the record only. */
  forInformation: RegExp;
}
