import type { ActKind, DueRef } from '../handoff/act';
import { dateText, sendingOf, type Sending } from './days';
import { hasDigit, plain } from './chars';
import { DATE_IN_FIGURES, DATE_IN_LETTERS, DATE_LETTERS, MONTH, WEEKDAY } from './dateWords';
import { datesIn, type SaidDate } from './dates';
import { aheadOf } from './eventWords';
import { tongueOf } from './languages';
import { foreignDue, inTurn } from './languages/due';
import type { Tongue } from './languages/tongue';
import { has, SENTENCE, type Found } from './signs';

/**
 * Which of the dates in a sentence is the deadline of its act, and deadlines that hang on an event instead
 * of a date ("before the board call"): those carry no time here, the calendar may know it.
 */

const BOUND =
  /(?<![\p{L}\p{N}])(?:by|before|b4|until|till|no later than|not later than|at the latest|latest|due|(?:deadline|cut-?off|closing date|last (?:day|date))(?:[^.;?!]{0,40}? is|:)?|prior to|ahead of|within|needed(?: for)?)(?![\p{L}\p{N}])(?:[^.;?!]{0,12}|\s+(?:the )?(?:close of (?:business|play)|end of (?:the )?(?:business )?day|morning of|afternoon of|evening of|night of|start of)(?: on)?\s*(?:the )?)$/iu;
const FOR_DAY = /(?:^|\s)for\s+(?:the\s+)?(?:\w+\s+)?$/i;
/** "Before X", X being something that happens. */
const EVENT =
  /\b(?:(?:before|b4|prior to|ahead of|in time for|until|by the time|no later than) (?!(?:i|you|u|and|or|that|it|this|now|long|the (?:\d|end)|\w+ing\b(?! (?:day|night|weekend|ceremony|season|party|date|hours)\b)|we (?:can|could|do|decide))\b)[\p{L}'’\d][^,.;?!()]{2,70}?|(?:(?:by|at) (?:the|our|your|their|his|her|my|next|this)|for (?:the|our|their|his|her|my|next|this)) (?:[\p{L}'’-]+ ){0,3}?(?:meeting|call|launch|release|go-live|demo|review|conference|board|deadline|kick-?off|presentation|audit|opening|rehearsal|hearing|visit|workshop|event|interview|show|handover|cut-?off)|(?:on|from|by|before) (?:the first day|go-live|launch day))(?=[,.;?!()]|$| (?:and(?! (?!the\b|a\b|our\b)[\p{L}'’-]+ (?:meeting|call|launch|demo|review|presentation|audit|inspection|opening|rehearsal|screening|visit|workshop|training|event|show|fair|party|dinner|day)(?=[,.;?!()]|$))|so|or|because|or else|otherwise|please|pls|plz|if|as|since|but)\b)|\b(?:(?:on|from|by|before) )?day[- ](?:one|1)\b/iu;
const LOOSE_KINDS: ReadonlySet<ActKind> = new Set([
  'request',
  'question',
  'commitment',
  'deferral',
  'acceptance',
]);
const DAY_KINDS: ReadonlySet<ActKind> = new Set(['commitment', 'deferral', 'acceptance']);
const DUE_KINDS: ReadonlySet<ActKind> = new Set([
  'request',
  'question',
  'commitment',
  'deferral',
  'acceptance',
  'delivery',
  'decision',
  'redirect',
]);

const SAYS_DAY = SENTENCE.add(DATE_LETTERS);
const SAYS_EVENT = SENTENCE.add([EVENT]);
const BOUNDS =
  /\b(?:by|before|b4|until|till|no later than|due|deadline|cut-?off|closing date|last (?:day|date)|within|eod|cob|end of|close of)\b/i;

const SAYS_BOUND = SENTENCE.add([BOUNDS]);

/** One Turkish letter grows when made small and hides what stands before it from the signs. */
const hides = (words: string): boolean => words.includes('İ');

const namesDay = (words: string, signs: Found): boolean =>
  ((has(signs, SAYS_DAY) || hides(words)) && DATE_IN_LETTERS.test(words)) ||
  (hasDigit(words) && DATE_IN_FIGURES.test(words));

/** Do the words name a day, and a bound? `signs`: of the same words. */
export function datednessOf(words: string, signs: Found): { dated: boolean; deadline: boolean } {
  const dated = namesDay(words, signs);
  const bound = dated && (has(signs, SAYS_BOUND) || hides(words)) && BOUNDS.test(words);
  return { dated, deadline: bound || (has(signs, SAYS_EVENT) && EVENT.test(words)) };
}

/** What else the words around a sentence give: the sentences before and after it. */
export interface Nearby {
  before: string;
  after: string;
  /** The signs of the words themselves, and whether they name a day; found out when not said. */
  signs?: Found;
  dated?: boolean;
  /** The dates in them, once they have been looked for: the acts of one sentence share them. */
  dates?: SaidDate[];
}

/** A deadline as it was said, without the marks around it. */
export const tidy = (text: string): string => text.replace(/^[\s,]+|[\s,;:.]+$/g, '');

function boundStart(words: string, date: SaidDate): number {
  return boundOf(words.slice(0, date.start))?.index ?? date.start;
}

/** "Before I see the bank on Monday": what the day is of that ends it. */
const BEFORE_CLAUSE =
  /\b(?:before|b4|by the time) (?:i|you|u|it|that|this)(?: (?!(?:\p{L}+ed|met|left|went|saw|came|got|said|was|were|had|did|spoke|took|sent|and|but|or|if|so)\b)[\p{L}\d'’-]+){1,8} (?:on )?(?:the )?$/iu;

/** What says in the words before a date that it is the last moment. */
const boundOf = (lead: string): RegExpExecArray | null =>
  BOUND.exec(lead) ?? BEFORE_CLAUSE.exec(lead);

/** Strength of a date as this act's deadline: 3 bound, 2 "for Thursday", 1 a day on which it is done, ½ only where there is no other, 0 none. */
function strength(words: string, date: SaidDate, kind: ActKind): number {
  const lead = words.slice(0, date.start);
  const own = words.slice(date.start, date.end);
  // "The trial balance for June", "the June figures": of which month the thing is.
  if (ONLY_MONTH.test(own) && (OF_MONTH.test(lead) || NAMED_AFTER.test(lead))) return 0;
  // "I can have it on Friday, I'm judging till Thursday": a promise is not kept "till" a day.
  if (kind === 'commitment' && TILL.test(lead)) return 0.5;
  // "I start this afternoon and show pages on Tuesday": beginning is not what was promised.
  if (DAY_KINDS.has(kind) && STARTS.test(lead) && !BOUND.test(lead)) return 0.5;
  if (
    boundOf(lead) ||
    /^(?:in )?(?:by|before|within|eod|cob|eob|end of|the end of|close of)\b/i.test(own)
  )
    return 3;
  if (/^\s*(?:at the latest|latest)\b/i.test(words.slice(date.end))) return 3;
  // "Boxes for the 2pm van", "on the 16:40 train": it must be there by then.
  if (
    kind === 'request' &&
    date.at.includes('T') &&
    ON_THE.test(lead) &&
    LEAVES.test(words.slice(date.end))
  )
    return 2;
  if (FOR_DAY.test(lead)) return 2;
  if (DAY_KINDS.has(kind) && !/\b(?:since|from|after|last|until now|was|were)\s*$/i.test(lead))
    return 1;
  if (date.loose && LOOSE_KINDS.has(kind)) return 1;
  // "Could you do the walk with the client on 9 June?": the day on which it is to be done.
  const onDay = ON_DAY.test(lead) || /^on\b/i.test(own);
  if (kind === 'request' && onDay && !HAPPENS.test(lead)) return 1;
  // "I need six flatbeds Wednesday": what is needed is needed then, unless the day is part of its name.
  const named =
    NAMED_AFTER.test(lead) ||
    /^['’]?s?\s+(?!please|pls|thanks)\p{L}+\b(?=\s*[.!?]?$)/u.test(words.slice(date.end));
  const wanted = WANTED.exec(lead)?.[1];
  if (kind === 'request' && wanted !== undefined && !named && !HAPPENS.test(wanted)) return 1;
  if (kind === 'request' && isBareDay(words, date)) return 1;
  return 0;
}

/** "Can you get me three drivers on the dock Monday 6 AM?": the day stands at the end of what is asked for, and belongs to nothing else there. */
function isBareDay(words: string, { start, end }: SaidDate): boolean {
  const [lead, own, rest] = [words.slice(0, start), words.slice(start, end), words.slice(end)];
  if (!BARE_DAY.test(own) || !ENDS_THERE.test(rest) || TAKES_DAY.test(lead)) return false;
  if (PAST.test(lead) && !GETS_DONE.test(lead)) return false;
  const asked = ASKED_THERE.exec(lead)?.[1] ?? (POLITE_END.test(rest) && PLAIN_ASK.exec(lead)?.[1]);
  return typeof asked === 'string' && !HAPPENS.test(asked);
}
const BARE_DAY = new RegExp(`^(?:(?:first thing|early|late|next|this) )?${WEEKDAY}\\b`, 'i');
/** No further clause lies between the ask and its day: "can I have longer, my laptop died Sunday". */
const ASKED_THERE =
  /\b(?:(?:can|could|would|will) (?:you|u|ye|i|we|someone|somebody)|(?:please|pls|plz),?(?! (?:can|could|would|will)\b)) (?:[^\s,;:?!()]+ )((?:(?:[^\s,;:?!()]|:(?=\d))+ )+)$/i;
const POLITE_END = /^\W*(?:please|pls|plz|thanks|ta)\b/i;
const PLAIN_ASK = /^[^\s,;:?!()]+ ((?:[^\s,;:?!()]+ )+)$/;
/** "The notes from Monday", "your Monday numbers", "can you do Monday?". */
const TAKES_DAY =
  /(?:^|[\s(])(?:from|since|of|after|last|this|the|your|our|their|his|her|my|its|until|till|and|or|to|through|like|than|about|re|dated|do|make|manage|move|before|past|was|is|\S+['’]s)\s+$|[–-]\s*$/i;
/** "The deck you showed Monday", where nothing is to be had done: "have the hall cleaned Monday". */
const PAST =
  /\b(?:\p{L}{2,}ed|took|made|had|sent|got|gave|wrote|said|saw|met|did|went|came|left|spoke|told|held|ran|brought)\s+$/iu;
const GETS_DONE = /\b(?:have|get|want|keep)\b/i;
/** Behind a day that stands last, or before a reason, a place or a politeness; not in "Monday numbers", "Monday to Friday". */
const ENDS_THERE =
  /^(?: (?:morning|noon|lunchtime|afternoon|evening|night))?(?:\s*$|\s*[.;:?!)]|,| (?:please|pls|plz|thanks|ta|so|if|as|because|since|when|at|in|for|with|instead|then|first thing|or (?:so|earlier|sooner)|and (?:i|we|let|then|tell|send|bring))\b)/i;

const WANTED =
  /(?:\b(?:i|we)(?:'ll|'d| will| would| also| still)*|^\W*(?:(?:and|so|also)\b\W*|[\p{L} ]{2,20}, )?) ?(?:need|require)\b(?! to\b)([^,;]*)$/iu;
const ONLY_MONTH = new RegExp(`^${MONTH}(?:,? \\d{4})?$`, 'i');
const OF_MONTH =
  /(?<!\b(?:needed|wanted|required|due|ready|done|it|them|this|that|these|those|me|us)) (?:for|of|from|since|covering)\s+(?:the month of )?$/i;
const NAMED_AFTER = /\b(?:the|your|our|their|his|her|my|its|last|all)\s+$/i;
const ON_THE = /\b(?:on|for|in|with|at|to) (?:the|our|their|my|your|his|her) $/i;
const LEAVES =
  /^ (?:[\p{L}-]+ )?(?:van|truck|lorry|train|flight|plane|ferry|boat|bus|courier|post|pick-?up|collection|delivery|run|drop|departure|meeting|call|show|slot|session|service|sitting|class|start|kick-?off|briefing|hand-?over)\b/iu;
const AHEAD =
  /\b(?:the|an?|one|two|three|four|five|\d{1,2}) (?:day|evening|night|afternoon|week)s? $/i;
const TILL = /\b(?:till?|until)\s+(?:the )?$/i;
const TILL_THEN = /^(?:till?|until)\b/i;
const STARTS =
  /\b(?:start|begin|starting|beginning|kick(?:ing)? off|get(?:ting)? going)\s+(?:(?!and\b|then\b)\w+\s+){0,2}$/i;
/** "On Monday", "on her first day, Monday". */
const ON_DAY =
  /\bon\s+(?:the\s+)?$|\bon\s+(?:(?:the|our|your|their|his|her|my|its)\s+)(?:[\p{L}'’-]+\s+){0,3}day,\s*$/iu;
/** What is on that day is something else than the deed: "the call we have on Friday", "if you are free on Friday". */
const HAPPENS =
  /\b(?:which|that|(?<!^(?:\W|so |and |okay |now )*)who|if|whether|when|what|where|how|we|they|i|(?<!\b(?:can|could|would|will) )you(?:'re| are| have| get)|is|are|was|were|has|(?<!\b(?:(?:can|could|would|will) you|please|to) )have|confirm|know|tell|check|see|available|free|due|scheduled|planned|arriv\w+|from|of(?! (?:them|it|us|these|those|you)\b))\b[^,;.]*(?:day,\s*)?$/i;

/** "First day is Wednesday, August 26": the sentence next to an event-bound deadline that dates the event. */
const DATES_EVENT =
  /^\W*(?:(?:it|that|this|they|we|the|our|their|first|last|\p{Lu}[\p{L}'’-]+)\b ?(?:[\p{L}'’-]+ ){0,4}?|(?:it|that)(?='s))(?:is|are|'s|starts?|goes|go|opens?|begins?|lands?|launch(?:es)?|happens?|berths?|arrives?|closes?|meets?|(?:go|goes) live)\b(?: live)?(?: on| at)? ?/iu;

/** Between an event and its day: ", that's", " (which is on", ", i.e.". */
const ITS_DAY =
  /^\W{1,3}(?:(?:and|so) )?(?:(?:that|it|this|which|they)(?: is|['’]?s| are|['’]re| will be|['’]ll be| would be)(?: (?:set|scheduled|booked|planned|due))?|so|meaning|namely|i\.?\s?e\.?,?)(?: (?:on|for|at|this|next))?(?: the)? $/iu;

const ONLY_IS = /(?:\b(?:is|are)|'s) ?$/i;

function datedNext(words: string, sending: Sending): SaidDate | undefined {
  const lead = DATES_EVENT.exec(words);
  if (!lead || /^\W*you\b/i.test(words)) return undefined;
  const dates = datesIn(words, sending);
  const [only] = dates;
  if (dates.length !== 1 || !only || only.start - lead[0].length > 8) return undefined;
  // "We are away on the 14th" tells of something else.
  const between = words.slice(lead[0].length, only.start);
  return ONLY_IS.test(lead[0]) && /\p{L}{3,}/u.test(between.replace(/\b(?:set|due) for\b/i, ''))
    ? undefined
    : only;
}

/** The deadline said for an act of this kind in these words, by the sender's clock. */
export function dueIn(
  words: string,
  kind: ActKind,
  sending: Sending | undefined,
  nearby: Nearby,
  tongue: Tongue | undefined,
): DueRef | undefined {
  if (!DUE_KINDS.has(kind)) return undefined;
  if (tongue) return foreignDue(words, kind, sending, tongue);
  const signs = nearby.signs ?? SENTENCE.in(plain(words));
  const dated = nearby.dated ?? namesDay(words, signs);
  const first = has(signs, SAYS_EVENT) ? EVENT.exec(words) : null;
  const dates = (nearby.dates ??= sending
    ? datesIn(words, sending, undefined, { signs, dated })
    : []);
  const ranked = dates
    .map((date) => ({ date, rank: strength(words, date, kind) }))
    .filter((d) => d.rank > 0)
    .sort((a, b) => b.rank - a.rank || inTurn(kind, a.date, b.date));
  const best = ranked[0];
  // A promise is not kept until something happens: that tells what else goes on.
  const goesOn = kind === 'commitment' && best && first && TILL_THEN.test(first[0]);
  const event = goesOn ? null : first;
  // "The day before the inspection" lies so much ahead of it.
  const from = event ? event.index - (AHEAD.exec(words.slice(0, event.index))?.[0].length ?? 0) : 0;
  if (event) {
    const end = event.index + event[0].length;
    // "Before Saturday's story time (May 9 …)", "before payroll closes on Thursday", "before we sow, that's the 23rd": the
    // date inside, in brackets or named as its own right behind is the event's.
    const inside = dates
      .filter(({ start }) => start >= event.index)
      .filter(({ start }) => start <= end + 3 || ITS_DAY.test(words.slice(end, start)))
      .at(-1);
    if (inside && (!best || best.rank < 3 || best.date.start >= event.index)) {
      const text = tidy(words.slice(from, Math.max(end, inside.end)));
      const ahead = aheadOf(text);
      return { at: ahead > 0 ? dateText(inside.day - ahead) : inside.at, text, source: 'words' };
    }
  }
  if (best && (best.rank >= 2 || !event)) {
    const begin = boundStart(words, best.date);
    return { at: best.date.at, text: tidy(words.slice(begin, best.date.end)), source: 'words' };
  }
  if (event) {
    const next = sending ? datedNext(nearby.after, sending) : undefined;
    const text = tidy(words.slice(from, event.index + event[0].length));
    const ahead = aheadOf(text);
    const at = next && ahead > 0 ? dateText(next.day - ahead) : next?.at;
    return { at: at ?? null, text, source: 'event' };
  }
  return undefined;
}

/** The day by which some words, written by nobody to be done, say that a thing is needed: "who needs it by Thursday". */
export function neededBy(
  words: string,
  sentAt: string,
  timeZone: string | null,
): DueRef | undefined {
  const signs = SENTENCE.in(plain(words));
  if (!saysWhenNeeded(words, undefined, signs)) return undefined;
  const due = dueIn(
    words,
    'request',
    sendingOf(sentAt, timeZone ?? undefined),
    { before: '', after: '', signs },
    undefined,
  );
  return due && isBound(due) ? due : undefined;
}

/** The same for words that were written right behind an ask, where they may be nothing but its day ("by Thursday pls"). */
export function dayBehind(
  words: string,
  sentAt: string,
  timeZone: string | null,
): DueRef | undefined {
  return (
    neededBy(words, sentAt, timeZone) ?? closingIn(words, sendingOf(sentAt, timeZone ?? undefined))
  );
}

/**
 * The day that some words name for a thing to be done on, ISO with the writer's offset or a date alone; null where they
 * name none. `language`: ISO 639-1, null for English or where it cannot be told.
 */
export function dayNamed(
  words: string,
  sentAt: string,
  timeZone: string | null,
  language: string | null,
): string | null {
  const nearby = { before: '', after: '' };
  const sending = sendingOf(sentAt, timeZone ?? undefined);
  return dueIn(words, 'deferral', sending, nearby, tongueOf(language))?.at ?? null;
}

const NEEDED =
  /\b(?:(?:like|love|hop(?:e|es|ing)) to (?:have|get|see|receive)|need(?:s|ed)?|wants?|require[sd]?|due|ha(?:ve|s) to have|must have|deadline|cut-?off|closing date|expects?)\b|\b(?:must|has to|have to) (?:be|go|leave|reach|get|come|stand|arrive)\b/i;
/** "I have to tell the hauliers by Tuesday": what the writer owes others by then hangs on the answer. */
const OWED_ON =
  /\b(?:i|we)(?:'ve| have)? ?(?:have to|must|(?:got|promised)(?: to)?|said (?:i|we)(?:'d| would)) (?!be\b|go\b|leave\b)(?:(?:tell|confirm|answer|reply|report|order|book|submit|decide|get back|hand|file|give|send|pay|place|announce|print|register|lodge|commit|say|let|pass)\b|(?:\p{L}+ ){1,4}(?:answer|reply|list|number|figures?|word|decision|name)\b)/iu;
const NEEDED_WHEN =
  /\b(?:by|before|until|for|on|no later than|due|tomorrow|today|deadline|cut-?off|closing date)\b/i;
const SAYS_NEEDED = SENTENCE.add([NEEDED, OWED_ON]);

/** "The exhibit text closes Friday, October 16.", "It goes to print on the 9th": beside an ask, by when it is wanted. */
const CLOSES =
  /^(?:\W|and |but |as )*(?:(?:the|our|their|his|her|my|its) (?!(?:office|shop|store|branch|building|school|library|line|desk|bank|road|street|bridge|clinic|restaurant|bar)\b)[\p{L}\d' -]{2,40}?|it|that|this|they)(?:(?:'s|'re) due(?: out| in)?| (?:closes?|(?:goes|go) to (?:print|press|the printers?)|(?:is|are) due(?: out| in)?|locks?|freezes?|cuts? off|expires?|lapses?|runs? out|must be in|has to be in|(?:is|are) (?:judged|submitted)))\b/iu;
/** "The printer needs them back Thursday.", "Our lawyer must have it on the 9th.": somebody waits for the very thing. */
const WAITED_FOR =
  /\b(?:needs?|wants?|expects?|requires?|must have|ha(?:s|ve) to have) (?:it|them|this|that|these|those|everything|both|the lot|all of (?:it|them|these|those))\b/iu;

/** "By Thurs": a day by which, and not a word more. */
const ONLY_WHEN =
  /^\W*(?:(?:ideally|preferably|please|pls|if possible|needed|and|so|say|at the latest),? )*(?:by|before|b4|no later than|not later than|due)(?: by| on)? (?:\S+\s*){1,5}$/i;

/** The day on which something closes that an ask is for; undefined where the sentence says nothing of the kind. */
export function closingIn(words: string, sending: Sending | undefined): DueRef | undefined {
  if (!sending || words.includes('?')) return undefined;
  if (!(CLOSES.test(words) || WAITED_FOR.test(words) || ONLY_WHEN.test(words))) return undefined;
  const dates = datesIn(words, sending);
  const [only] = dates;
  return only && dates.length === 1
    ? { at: only.at, text: tidy(words.slice(only.start, only.end)), source: 'words' }
    : undefined;
}

/** "Before the 23rd.": the day of words that name a last moment and nothing else; undefined where they say more. */
export function lastMoment(
  words: string,
  sentAt: string,
  timeZone: string | null,
): string | undefined {
  if (!ONLY_WHEN.test(words)) return undefined;
  return closingIn(words, sendingOf(sentAt, timeZone ?? undefined))?.at ?? undefined;
}

/** The day on which some clause of these words, written by nobody to be done, says that something closes. */
export function closesOn(
  words: string,
  sentAt: string,
  timeZone: string | null,
): DueRef | undefined {
  const sending = sendingOf(sentAt, timeZone ?? undefined);
  for (const clause of words.split(/[,;]\s+(?:and |so |but |because |as )?|[.!]\s+/)) {
    const due = closingIn(clause, sending);
    if (due) return due;
  }
  return undefined;
}

/** Do its words say that this is the last moment, and not only the day on which something is? */
export const isBound = (due: DueRef): boolean => BOUNDS.test(due.text);

/** A sentence that only says when (or what for) the thing just asked is needed. `signs`: of the same English words. */
export function saysWhenNeeded(words: string, tongue?: Tongue, signs?: Found): boolean {
  if (tongue) return tongue.due.needed.test(words);
  return (
    has(signs ?? SENTENCE.in(plain(words)), SAYS_NEEDED) &&
    (NEEDED.test(words) || OWED_ON.test(words)) &&
    NEEDED_WHEN.test(words)
  );
}
