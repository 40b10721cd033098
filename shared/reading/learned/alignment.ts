import { contentWords, tellingWords } from '../../handoff/similarity';

/**
 * Which part of an answer speaks of one ask, where several are open: the sentences that have its words and not rather
 * another's, those that are what it asked for ("The 14th" to a when), and what follows them; failing those what no other
 * ask claims.
 */

/** What an ask wants to be given. */
export type Want =
  'day' | 'person' | 'figure' | 'place' | 'reason' | 'choice' | 'nod' | 'words' | 'thing' | 'deed';

const WANTS: readonly [Want, RegExp][] = [
  [
    'figure',
    /\b(?:how (?:many|much|long|far|big|high|old|wide|deep|often)|what (?:size|price|length|width|number|percentage|is the (?:price|cost|number|total|rate))|(?:price|cost|figures?|count|number|quantity|code|reading)s?\b)/i,
  ],
  [
    'day',
    /\b(?:when|what (?:time|day|date)|which (?:day|date|week)|by what|how soon|eta|what's the (?:date|time))\b/i,
  ],
  ['person', /\b(?:who|whom|whose|which of (?:you|your)|what name)\b/i],
  ['place', /\bwhere\b/i],
  ['reason', /\b(?:why|how come|what for|for what reason)\b/i],
  ['choice', /\b(?:is|are|was|do|does|did|should|shall|whether|will|or not)\b[^.?!]*\bor\b/i],
  ['words', /\b(?:what|which|how)\b/i],
  [
    'nod',
    /(?:^|[,;:.] |\b(?:whether|if|and|also|but|so) )(?:is|are|was|were|do|does|did|has|have|had|can (?!(?:you|u)\b)|could (?!(?:you|u)\b)|will (?!(?:you|u)\b)|should|may|am|any)\b|\b(?:whether|approve|confirm|agree|ok to|sign off)\b/i,
  ],
  [
    'thing',
    /\b(?:send|let (?:me|us) have|forward|share|provide|give|attach|upload|return|mail|post|email|copy of|supply|submit)\b/i,
  ],
];
export const wantOf = (quote: string): Want =>
  WANTS.find(([, form]) => form.test(quote))?.[0] ?? 'deed';

const DAY =
  /\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|today|tomorrow|tonight|yesterday|week|month|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}*|\d{1,2}(?:st|nd|rd|th)|noon|midday|\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|h)\b|\d{1,2}:\d{2}|ish)\b/iu;
const NAME = /(?<=[\p{Ll},;:] )\p{Lu}\p{Ll}+|^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*[.!]?$/u;
const NOD =
  /^\W*(?:(?:hi|hello|ha|oh|well|sorry)\b[^,]{0,12}, )?(?:yes|yep|yeah|yup|no|nope|not|neither|both|none|correct|right|sure|fine|ok|okay|agreed|approved|confirmed|it (?:is|isn't|was|does|doesn't|did)|they (?:are|do|did|aren't)|there (?:is|are)|never)\b/i;
const PLACE = /\b(?:in|on|at|under|behind|beside|near|next to|upstairs|downstairs)\b/i;
const REASON = /\b(?:because|since|due to|so that|as the|reason|it's the|to keep|that's why)\b/i;

/** Is a sentence the kind of thing that was asked for? */
export function gives(want: Want, sentence: string): boolean {
  switch (want) {
    case 'day':
      return DAY.test(sentence);
    case 'person':
      return NAME.test(sentence);
    case 'figure':
      return /\d/.test(sentence);
    case 'place':
      return PLACE.test(sentence);
    case 'reason':
      return REASON.test(sentence);
    case 'nod':
      return NOD.test(sentence);
    default:
      return false;
  }
}

/** How a part was found: all of the answer; by the ask's own words; by what it gives; as what others leave; or there is nothing left. */
export type PartOf = 'whole' | 'named' | 'given' | 'rest' | 'nothing';

export interface Part {
  of: PartOf;
  sentences: readonly string[];
  /** Sentences with words of the ask itself. */
  named: number;
  /** Sentences that speak rather of another ask. */
  others: number;
}

const shared = (words: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let n = 0;
  for (const word of words) if (other.has(word)) n++;
  return n;
};

/** The part of an answer (its sentences, in order) that speaks of `ask`, beside the other asks it may speak of. */
export function partFor(
  ask: string,
  beside: readonly string[],
  sentences: readonly string[],
): Part {
  if (beside.length === 0) return { of: 'whole', sentences, named: sentences.length, others: 0 };
  const mine = tellingWords(ask);
  const theirs = beside.map((quote) => tellingWords(quote));
  const want = wantOf(ask);
  const wants = beside.map(wantOf);
  const claims = sentences.map((sentence) => {
    const words = contentWords(sentence);
    const own = shared(words, mine);
    const other = Math.max(0, ...theirs.map((t) => shared(words, t)));
    if (own > 0 && own >= other) return 'mine';
    if (other > 0) return 'other';
    const given = gives(want, sentence);
    const besides = wants.some((w) => gives(w, sentence));
    return given && !besides ? 'given' : besides && !given ? 'other' : 'none';
  });
  const named = claims.filter((c) => c === 'mine').length;
  const others = claims.filter((c) => c === 'other').length;
  const by = named > 0 ? 'mine' : claims.includes('given') ? 'given' : 'none';
  // What says nothing of any goes with the sentence before it.
  let last: string = 'none';
  const carried = claims.map((claim) => (last = claim === 'none' ? last : claim));
  const part = sentences.filter((_, n) => (by === 'none' ? claims[n] : carried[n]) === by);
  const of = { mine: 'named', given: 'given', none: part.length > 0 ? 'rest' : 'nothing' } as const;
  return { of: of[by], sentences: part, named, others };
}
