import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { contentWords } from '../../shared/handoff/similarity';
import { sentencesIn } from './sentences';
import { echoes, type Line } from './settling';
import { AGREES } from './settlingWords';
import { meets } from './words';

/**
 * Asked aloud of one, or of the room, and taken by another in the same breath: it is theirs. What takes it there
 * ("give it to me", "then that's mine") says nothing of the kind anywhere else.
 */

/** Lines within which it is sorted out whose it is. */
const REACH = 6;
const SURE = 0.55;

/** Where somebody took it: the line, and its words that do. */
export interface Taking {
  at: number;
  by: Person;
  quote: string;
}

const IT = '(?:it|that|this|them|those|these|(?:that|this|the) one)';
const ENDS = String.raw`(?=\s*(?:[,.;:!?–-]|$)| (?:then|instead|now|and|up|over|on|by|with|for|before|after|if|in|this|next|tomorrow|today|tonight|first|anyway|myself)\b)`;
const DO = String.raw`(?:take|have|do|get|grab|manage|handle|cover|sort|fetch|make|draw|write|book|call|drive|bring|deal with|look after|take care of|see to)`;
/** Takes it. */
const TAKES = new RegExp(
  String.raw`\b(?:i(?:'ll| will| can|'m going to)(?: just| happily| gladly| easily)? ${DO} ${IT}|let me ${DO} ${IT})${ENDS}|\b(?:give|hand|pass|leave|send|slide|push|shove|throw|chuck) ${IT} (?:over|here|my way|(?:over |on |across )?(?:to|with) me)(?=\s*(?:[,.;!–-]|$)| (?:then|instead|and)\b)|^(?:(?:ok|okay|well|right|oh|then|no)[, ]+)*(?:mine|me|(?:it|that|this|that one)(?:'s| is) (?:mine|me|one for me))(?:,? (?:then|now))?(?=\s*(?:[,.;!–-]|$))|\bput (?:me|my name) (?:down|on (?:it|that)|against)|\bi(?:'ll)? volunteer\b|\bi(?:'ve| have)? got (?:it|this|that)(?=\s*(?:[,.;!–-]|$))|\bi'm on it\b|\bconsider it (?:mine|done)\b`,
  'i',
);
/** Would take it. */
const OFFERS = new RegExp(
  String.raw`\b(?:(?:shall|should|can|could) i (?:just )?${DO} ${IT}|(?:want|do you want|would you like) me to ${DO} ${IT}|i could (?:probably |also )?${DO} ${IT}|i don't mind doing ${IT}|(?:i'm|i'd be) happy to(?: ${DO} ${IT})?)(?=\s*(?:[,.;:!?–-]|$)| )`,
  'i',
);
const REFUSES = /\b(?:can't|cannot|won't|not|never|neither|either)\b|n't\b/i;

/** Who takes what `giver` asked in line `n` of `asked` (null: of the room); null where it stays as it was asked. */
export function takenOver(
  lines: readonly Line[],
  n: number,
  giver: Person,
  asked: Person | null,
): Taking | null {
  const matter = contentWords(lines[n]?.text ?? '');
  let refused = asked === null;
  let taking: Taking | null = null;
  /** Somebody has told what there is to tell: a promise after that may be of anything. */
  let told = false;
  for (let at = n + 1; at <= n + REACH; at++) {
    const line = lines[at];
    if (!line) break;
    if (asked && samePerson(line.from, asked)) {
      if (takesBySelf(line, matter)) return null;
      refused ||= line.acts.some((a) => a.kind === 'decline' && a.confidence >= 0.5);
      continue;
    }
    if (samePerson(line.from, giver)) {
      if (asksMore(line)) break;
      continue;
    }
    if (taking || line.from.address === '') continue;
    const quote = sentencesIn(line.text).find(
      (said) =>
        ((TAKES.test(said) || doesIt(said, matter)) && !REFUSES.test(said)) ||
        (OFFERS.test(said) && nods(lines, at, giver)) ||
        (calledUpon(lines[at - 1], line, refused ? null : asked) && AGREES.test(said)) ||
        (asked === null && takes(line, said) && (!told || ofMatter(line, said, matter))),
    );
    if (quote !== undefined) taking = { at, by: line.from, quote: spoken(line, quote) };
    told ||= !/\?\s*$/.test(line.text) && !REFUSES.test(line.text);
  }
  return taking;
}

/** "I'll go down and count it": the asked verb, and it is the speaker's. */
function doesIt(said: string, matter: ReadonlySet<string>): boolean {
  const verb = DOES_IT.exec(said)?.[1];
  return verb !== undefined && meets(contentWords(verb), matter);
}
const DOES_IT = new RegExp(
  String.raw`\bi(?:'ll| will| can) (?:\p{L}+ ){0,4}?(\p{L}+) ${IT}${ENDS}`,
  'iu',
);

/** The words as the reader cut them, so that a promise among them is the same one. */
function spoken(line: Line, quote: string): string {
  return line.acts.find((a) => a.quote.includes(quote) || quote.includes(a.quote))?.quote ?? quote;
}

function takes(line: Line, said: string): boolean {
  return line.acts.some(
    (a) =>
      (a.kind === 'acceptance' || a.kind === 'commitment') &&
      a.confidence >= SURE &&
      a.quote === said,
  );
}

/** A plain yes, or the words of what was asked. */
function ofMatter(line: Line, said: string, matter: ReadonlySet<string>): boolean {
  return (
    echoes(said, matter, Infinity) ||
    line.acts.some((a) => a.kind === 'acceptance' && a.quote === said)
  );
}

/** "I can't today, but Thursday I'll do it": asked, and taken after all. */
function takesBySelf(line: Line, matter: ReadonlySet<string>): boolean {
  const no = line.acts.find((a) => a.kind === 'decline' && a.confidence >= 0.5);
  return line.acts.some(
    (a) =>
      (a.kind === 'acceptance' || a.kind === 'commitment') &&
      a.confidence >= SURE &&
      (a.kind === 'commitment'
        ? OF_IT.test(a.quote) || echoes(a.quote, matter, Infinity)
        : a.quote !== no?.quote),
  );
}

/** Of what was asked, and not of a lunch that is owed for it. */
const OF_IT = /\b(?:it|that|them|those|these|this|one|yours?|to you|you(?:'ll| will) have)\b/i;

/** The one who asked goes on to the next matter. */
function asksMore(line: Line): boolean {
  return line.acts.some((a) => a.kind === 'request' && a.confidence >= 0.7 && a.quote.length > 40);
}

function nods(lines: readonly Line[], at: number, giver: Person): boolean {
  return lines
    .slice(at + 1, at + 3)
    .some(
      (line) =>
        samePerson(line.from, giver) && (AGREES.test(line.text) || WELCOMES.test(line.text)),
    );
}
/** "Would you? That would be a weight off." */
const WELCOMES =
  /\b(?:(?:would|could|can|will) you\?|please|that(?:'d| would) (?:be|help|save)|you're (?:a|an|the) \p{L}+|if you (?:would|could|don't mind|like)|bless you|(?:it's|all) yours)/iu;

/** "Dina, would you?", "Dina could do it?": the line before names whoever speaks now; `only`: unless it is this person's, it does not count. */
function calledUpon(before: Line | undefined, line: Line, only: Person | null): boolean {
  const first = line.from.name.split(/[\s,]+/)[0] ?? '';
  return (
    before !== undefined &&
    first !== '' &&
    (only === null || samePerson(before.from, only)) &&
    before.text.split(/[^\p{L}'-]+/u).includes(first) &&
    /\?|\b(?:could|can|would|maybe|perhaps)\b/i.test(before.text)
  );
}
