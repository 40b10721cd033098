import type { SaidDate } from './dates';

/**
 * Speech corrects itself as it goes: "by Thursday, no, sorry, Friday". What stands between two dates says that the second
 * takes the place of the first.
 */
const TAKES_BACK =
  /^[\s,.;:–—-]*(?:(?:uh|um|er|erm|eh|well|oh|hang on|hold on|wait|the|on|by|i)[\s,.…–—-]+)*(?:no|nope|sorry|scratch that|strike that|make (?:that|it)|i mean|i meant|i should say|or rather|rather|or actually|actually|correction|better|nee|nein|pardon|perdón|perdona|désolé|desculpa|scusa)(?:[\s,.;:…–—-]+(?:no|wait|sorry|not|uh|um|er|erm|i|we|mean|meant|said|say|have|to|make|let's|that|it|is|it's|that's|rather|actually|better|the|on|by|before|until|till|of|better|nee|nein|für|bis|le|el))*[\s,.;:…–—-]*$/i;
/** The first is what is denied in the same breath behind the second: "Friday, not Thursday". */
const DENIED = /^[\s,–—-]*(?:and |but )?not (?:on |by |the )*$/i;
const LONGEST = 60;

/** The dates that stand once the words have corrected themselves; one put right spans its correction. */
export function corrected(words: string, dates: readonly SaidDate[]): SaidDate[] {
  const standing: SaidDate[] = [];
  for (const date of dates) {
    const last = standing[standing.length - 1];
    const between = last ? words.slice(last.end, date.start) : '';
    if (!last || between.length > LONGEST) standing.push(date);
    else if (TAKES_BACK.test(between))
      standing[standing.length - 1] = { ...date, start: last.start };
    else if (!DENIED.test(between)) standing.push(date);
  }
  return standing;
}
