import { closes } from './acts';
import type { Correlated } from './correlated';
import { sentencesIn } from './sentences';
import type { Utterance } from './utterance';
import { folded } from './words';

/**
 * Asks under numbers, answered under the same numbers: what stands behind a number is said of the ask that had it, and of
 * no other.
 */

/** What stands behind one number, or behind several said at once ("1 & 2: done"). */
interface Point {
  numbers: readonly string[];
  /** Where its number stands, and where its words begin. */
  head: number;
  start: number;
  end: number;
}

const ONE = '\\(?(?:\\d{1,2}|[a-h](?=[.)]))\\)?';
/** "2.", "(b)", "No. 3:", "ad 4 -" at the head of a line. */
const AT_HEAD = new RegExp(
  `^[ \\t]*(?:(?:re|ad|no|nr|item|point|question|q)\\b\\.?:? ?|#)?(${ONE}(?:(?:,| ?&| ?\\+| and| und| et| y| e)? ?${ONE})*)(?:(?<=\\)):?|[.):]+)[ \\t]*(?=\\S)|^[ \\t]*(\\d{1,2}) [-–—] (?=\\S)`,
  'gim',
);
/** "1 and 2 are done, 3 follows tomorrow": in running words a number leads to what has become of it. */
const IN_WORDS = new RegExp(
  `(?<=^|[.!;,] |\\n|\\band )(?:no\\.? |nr\\.? |#)?(\\d{1,2}(?:(?:,| ?&| ?\\+| and) ?\\d{1,2})*):? (?=(?:is|are|was|has|have|will|done|attached|enclosed|sent|ok|yes|no|not|follows?|tomorrow|today|sorted|booked|fixed|to follow|we|i|in (?:the )?(?:attach\\w*|annex|enclosed|folder|file|post))\\b)`,
  'gim',
);

/** The numbered points of a text, in order; each ends where the next begins, or its paragraph does. */
export function pointsIn(text: string, known: ReadonlySet<string> | null = null): Point[] {
  const heads = [...text.matchAll(AT_HEAD)];
  const spoken =
    known === null
      ? []
      : [...text.matchAll(IN_WORDS)].filter((m) => {
          const numbers = numbersIn(m[1] ?? '');
          return numbers.every((n) => known.has(n) && !heads.some((head) => isAt(head, m, n)));
        });
  const found = [...heads, ...spoken].sort((a, b) => a.index - b.index);
  return found.map((match, n) => {
    const start = match.index + match[0].length;
    const next = found[n + 1]?.index ?? text.length;
    const paragraph = text.slice(start, next).search(/\n[ \t]*\n/);
    return {
      numbers: numbersIn(match[1] ?? match[2] ?? ''),
      head: match.index,
      start,
      end: paragraph < 0 ? next : start + paragraph,
    };
  });
}

/** The same number at the head of its line, or in the words below a number: it is not told twice. */
const isAt = (head: RegExpExecArray, spoken: RegExpExecArray, number: string): boolean =>
  numbersIn(head[1] ?? head[2] ?? '').includes(number) ||
  (head.index <= spoken.index && spoken.index < head.index + head[0].length);

const numbersIn = (words: string): string[] =>
  words.toLowerCase().match(/\d{1,2}|(?<![\p{L}])[a-h](?![\p{L}])/gu) ?? [];

/** One part of an answer and the asks it is of. */
export interface Share {
  asked: readonly Correlated[];
  said: Utterance;
  /** Tied by its number: its words need say no more of what they are about. */
  numbered: boolean;
}

/**
 * A message cut by the numbers of the asks it answers, the rest of it for the asks that none of them names; as one piece
 * where it answers by no numbers. `source` gives what was said under an id.
 */
export function byNumber(
  asked: readonly Correlated[],
  said: Utterance,
  source: (id: string) => Utterance | undefined,
): Share[] {
  const whole = [{ asked, said, numbered: false }];
  if (asked.length < 2 || !/\d|^\W*[a-h][.)]/im.test(said.ownText)) return whole;
  const numbered = new Map<string, Correlated[]>();
  for (const handoff of asked) {
    const opened = source(handoff.seed.opening.source.id)?.ownText ?? '';
    const number = numberOf(handoff.seed.opening.quote, opened);
    if (number !== null) numbered.set(number, [...(numbered.get(number) ?? []), handoff]);
  }
  if (numbered.size === 0) return whole;
  const points = pointsIn(said.ownText, new Set(numbered.keys()));
  const shares = points.flatMap((point): Share[] =>
    point.numbers
      .flatMap((number) => numbered.get(number) ?? [])
      .map((handoff) => ({ asked: [handoff], said: pointOf(said, point), numbered: true })),
  );
  if (shares.length === 0) return whole;
  const named = new Set(shares.flatMap((share) => share.asked));
  const rest = asked.filter((h) => !named.has(h));
  if (rest.length === 0) return shares;
  const words = besides(points, said.ownText);
  // "No 2 done", and not a word besides: of the others it says nothing.
  if (!/[\p{L}\d]/u.test(words)) return shares;
  return [...shares, { asked: rest, said: cut(said, words, words), numbered: false }];
}

/**
 * Of a message written between quoted lines, what stands right below the lines that have this ask; the share itself where
 * nothing is quoted so. Null where its lines are not among the quoted, or another ask stands between: that is answered there.
 */
export function belowQuote(handoff: Correlated, share: Share): Share | null {
  const { said, asked } = share;
  if (said.between.length === 0) return share;
  const placeIn = (quoted: string, { seed }: Correlated) =>
    folded(quoted).indexOf(folded(seed.opening.quote));
  const below = said.between.find(({ quoted }) => placeIn(quoted, handoff) >= 0);
  if (!below || !isMoreThanName(sentencesIn(below.words)[0] ?? '')) return null;
  const place = placeIn(below.quoted, handoff);
  if (asked.some((h) => placeIn(below.quoted, h) > place)) return null;
  return { asked: [handoff], said: cut(said, below.words, below.words), numbered: true };
}

/** Does a line below quoted ones tell anything? A name below the last of them is a signature. */
export const isMoreThanName = (line: string): boolean =>
  line.split(/\s+/).length > 1 || /\d/.test(line) || /^(?:yes|no|none|both)\b/i.test(line);

/** The number a quote stands behind in the message it was said in. */
function numberOf(quote: string, text: string): string | null {
  const at = folded(quote).slice(0, 60);
  for (const { numbers, start, end } of pointsIn(text)) {
    const [number] = numbers;
    if (number !== undefined && folded(text.slice(start, end)).includes(at)) return number;
  }
  return null;
}

function besides(points: readonly Point[], text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (const { head, end } of points) {
    kept.push(text.slice(at, head));
    at = end;
  }
  return [...kept, text.slice(at)].join('\n');
}

/** A message as if it had been one of its points alone. */
function pointOf(said: Utterance, { head, start, end }: Point): Utterance {
  const words = said.ownText.slice(start, end);
  const alone = cut(said, words, said.ownText.slice(head, end));
  if (alone.acts.length > 0) return alone;
  // "1 and 3 done, 2 tomorrow" is one sentence, and one act: each number has the end of it that stands behind it.
  const whole = said.acts.find((act) => folded(act.quote).includes(folded(words)));
  if (!whole) return alone;
  const day = said.day(words);
  if (ENDS.test(words)) return { ...alone, acts: closes(whole) ? [whole] : [] };
  const later = { ...whole, kind: 'commitment' as const };
  if (day !== null) later.due = { at: day, text: words.trim(), source: 'words' };
  return day === null ? alone : { ...alone, acts: [later] };
}
const ENDS = /\b(?:done|sent|attached|here|ok|in|out|up|\p{L}{2,}ed)\b/iu;

/** The same message as if it had been these words of it alone; `wide` are the words its acts are looked for in. */
function cut(said: Utterance, words: string, wide: string): Utterance {
  const there = folded(wide);
  const holds = (quote: string) => there.includes(folded(quote));
  return {
    ...said,
    ownText: words.trim(),
    acts: said.acts.filter((act) => holds(act.quote)),
    waits: said.waits !== null && holds(said.waits) ? said.waits : null,
    between: [],
  };
}
