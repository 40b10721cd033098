import { contentWords } from '../../shared/handoff/similarity';
import { setForLater } from './phrases';
import { meets } from './words';

/**
 * Words that have the form of a deed come to its end and tell of none: what comes "then", a morning that was put aside for
 * it, the people who were put on it, the run it was put on.
 */

/** How far they say it has come; null where they may well mean that it is done. `asked` are the words of the ask. */
export function soundsDone(words: string, asked: string): 'taken' | 'placed' | null {
  if (COMES_THEN.test(words)) return 'taken';
  if (SETS_PEOPLE.test(words) || setForLater(words, asked) || isPutOn(words, asked))
    return 'placed';
  if (BOOKED_FOR.test(words) && !FOR_A_TIME.test(asked)) return 'placed';
  return SETS_TIME.test(words) && !FOR_A_TIME.test(asked) ? 'taken' : null;
}

/** "Then you have it, signed and all", behind what must happen first; "then I fixed it" tells a story that is over. */
const COMES_THEN =
  /^(?:\W|and |but |so |only )*(?:then|after that|from then on)\b,? (?:you|it|they|we|i|he|she|that|this|those|everything|all(?: of it)?|(?:the|your|our) [\p{L}'-]+(?: [\p{L}'-]+)?)(?:['’](?:s|re|ll)|(?: both| all)? (?:have|has|gets?|is|are|will|can|goes?|comes?|leaves?|should))\b(?! (?:been|had)\b)/iu;

const TIME =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:to)?morrow|mornings?|afternoons?|evenings?|tonight|hours?|days?|weekend|week|lunch(?: hour)?|slots?|time|\\d{1,2}(?::\\d{2})? ?(?:am|pm)|\\d{1,2}-\\d{1,2})';
/** "I've put Monday morning aside for it", "kept Thursday free", "blocked two hours": what was set is time. */
const SETS_TIME = new RegExp(
  `\\b(?:put|set|kept|left|held|made|found|block(?:ed)?|cleared|freed|earmarked|reserved|booked|saved)(?: myself| out| off| up| aside)* (?:[\\p{L}\\d'’-]+ ){0,3}?${TIME}\\b(?= (?:\\p{L}+ )?(?:aside|free|off|out|clear|open|for|to)\\b|[\\s.,;!]*$)`,
  'iu',
);
/** "The fitter is booked for Thursday 9:00": it has its day, and has not been. */
const BOOKED_FOR = new RegExp(
  `(?:\\b(?:is|are|am|been)|['’](?:s|re|m)) (?:all |both |now |already |provisionally )*(?:booked(?: in)?|scheduled|lined up|down|planned|pencil+ed in|slotted in|slated) (?:in )?(?:for|on) (?:[\\p{L}\\d'’-]+ ){0,3}?${TIME}\\b`,
  'iu',
);
/** Where a time is what was asked for, it is there. */
const FOR_A_TIME =
  /\b(?:book (?:a|an|me|us|in|time|some|the)\b|reserve|schedule|slots?|meet(?:ing)?|appointments?|call|diary|calendar|times?|hold|block|arrange|when|free|available|hours?|rooms?|tables?)\b/i;

const PEOPLE =
  "(?:\\p{Lu}[\\p{L}'’-]+|some(?:one|body)|another \\p{L}+|(?:our|my|the|two|three|four|both|some) (?:[\\p{L}-]+ ){0,2}?(?:folks?|people|teams?|guys?|lads?|girls|boys|crew|staff|department|dept|desk|colleagues?|\\p{L}{3,}(?:er|or|ist|ian|man|men|ant|ee)s?))";
/** "I've put our plumbing people on it", "got Sam onto this": another hand has it now. */
const SETS_PEOPLE = new RegExp(
  `\\b(?:[Pp]ut|[Ss]et|[Gg]ot|have|has|had|getting|putting|setting) ${PEOPLE} (?:on|onto|on to) (?:it|this|that|them|these|the (?:case|job|matter))\\b`,
  'u',
);

/** "I have put them on the line for 27 May": where such work waits its turn, for a day. */
const PUT_ON =
  /\b(?:put|added|placed|slotted|got|squeezed|fitted|moved)\b.{1,40}?\b(?:on|in|onto|into|to) (?:the|our|my|a|tomorrow's|next week's) (?:[\p{L}-]+ )?(line|list|schedule|plan|programme|program|run|rota|roster|board|van|truck|lorry|route|round|book|queue|press|machine|system|load|shift)s? (?:for|on|of|that (?:goes|leaves|runs))\b(?=.{0,24}(?:\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\btomorrow\b|\bnext\b))/iu;
function isPutOn(words: string, asked: string): boolean {
  const place = PUT_ON.exec(words)?.[1];
  return place !== undefined && !meets(contentWords(place), contentWords(asked));
}
