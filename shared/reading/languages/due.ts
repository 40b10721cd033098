import type { ActKind, DueRef } from '../../handoff/act';
import type { SaidDate } from '../dates';
import type { Sending } from '../days';
import { foreignDates } from './dates';
import type { Tongue } from './tongue';

/** Which date in a sentence of another language is the deadline of its act; the order of claims is the English one. */

const ON_A_DAY: ReadonlySet<ActKind> = new Set(['commitment', 'deferral', 'acceptance']);
const LOOSE: ReadonlySet<ActKind> = new Set([
  'request',
  'question',
  'commitment',
  'deferral',
  'acceptance',
]);

/** "The meeting of Friday", "since Monday": the day belongs to the thing, or lies behind. */
const OF_DAY =
  /(?<![\p{L}])(?:del?|du|da|do|d[eo]s|desde|depuis|vom|von|seit|di|dal?|van|sinds)\s+(?:el |la |le |de |dem |der )?$/iu;
/** German and Dutch put their verb behind the day. */
const ENDS = /^(?: \p{Ll}+n)?[\s.!?,)]*$/u;

const tidy = (text: string): string => text.replace(/^[\s,]+|[\s,;:.]+$/g, '');

function strength(words: string, date: SaidDate, kind: ActKind, tongue: Tongue): number {
  const { bound, after, forDay } = tongue.due;
  const lead = words.slice(0, date.start);
  if (bound.test(lead) || after.test(words.slice(date.start))) return 3;
  if (forDay.test(lead)) return 2;
  if (ON_A_DAY.has(kind)) return 1;
  // "Necesito que traigas los remolques el viernes": what is asked is to be done on that day.
  if (kind === 'request' && !OF_DAY.test(lead) && ENDS.test(words.slice(date.end))) return 1;
  return date.loose && LOOSE.has(kind) ? 1 : 0;
}

/** "Not on Wednesday, I can only bring it on Friday": what is put off has the day said last, everything else the first. */
export const inTurn = (kind: ActKind, a: SaidDate, b: SaidDate): number =>
  kind === 'deferral' ? b.start - a.start : a.start - b.start;

/** The deadline said for an act in these words; `at` null where it hangs on an event. */
export function foreignDue(
  words: string,
  kind: ActKind,
  sending: Sending | undefined,
  tongue: Tongue,
): DueRef | undefined {
  const event = tongue.due.event.exec(words);
  const dates = sending
    ? foreignDates(words, sending, tongue).filter((d) => d.day >= sending.today)
    : [];
  const best = dates
    .map((date) => ({ date, rank: strength(words, date, kind, tongue) }))
    .filter((d) => d.rank > 0)
    .sort((a, b) => b.rank - a.rank || inTurn(kind, a.date, b.date))[0];
  if (event) {
    const end = event.index + event[0].length;
    const inside = dates.filter((d) => d.start >= event.index && d.start <= end + 3).at(-1);
    if (inside && (!best || best.rank < 3 || best.date.start >= event.index)) {
      const text = tidy(words.slice(event.index, Math.max(end, inside.end)));
      return { at: inside.at, text, source: 'words' };
    }
  }
  if (best && (best.rank >= 2 || !event)) {
    const lead = tongue.due.bound.exec(words.slice(0, best.date.start));
    const from = lead ? lead.index : best.date.start;
    return { at: best.date.at, text: tidy(words.slice(from, best.date.end)), source: 'words' };
  }
  return event ? { at: null, text: tidy(event[0]), source: 'event' } : undefined;
}
