import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { contentWords } from '../../shared/handoff/similarity';
import { agrees, echoes, type Line } from './settling';

/** Whom words of a meeting are said to, where they name nobody. */

/** Lines before and after within which somebody is spoken with. */
const BEFORE = 3;
const AFTER = 5;

/** Whom the words are between: whoever takes them up next, else whoever spoke just before. */
export function partner(lines: readonly Line[], n: number, speaker: Person): Person | null {
  const near = [n + 1, n - 1, n + 2, n - 2];
  for (const at of near) {
    const other = lines[at]?.from;
    if (other && other.address !== '' && !samePerson(other, speaker)) return other;
  }
  return null;
}

/**
 * Whom a promise is made to: whoever is content with it, whom it answers, who spoke of its matter. A third may ask or
 * joke in between ("is that a Thursday?").
 */
export function promisee(lines: readonly Line[], n: number, speaker: Person): Person | null {
  const said = lines[n]?.text ?? '';
  const promise = contentWords(said);
  const days = daysIn(said);
  const points = new Map<string, { person: Person; sum: number }>();
  const add = (person: Person, sum: number): void => {
    if (person.address === '' || samePerson(person, speaker)) return;
    const known = points.get(person.address);
    points.set(person.address, { person, sum: (known?.sum ?? 0) + sum });
  };
  let content = false;
  for (let at = n + 1; at <= n + AFTER; at++) {
    const line = lines[at];
    if (!line) break;
    if (at === n + 1) add(line.from, isQuestion(line) ? 0.5 : 1);
    if (content || isQuestion(line) || samePerson(line.from, speaker)) continue;
    content =
      agrees(line, promise) ||
      SUITS.test(line.text) ||
      line.acts.some((act) => TAKES_IT.has(act.kind) && act.confidence >= 0.5) ||
      daysIn(line.text).some((day) => days.includes(day)) ||
      PRAISES.test(line.text) ||
      (at <= n + 2 && calls(line.text, speaker));
    if (content) add(line.from, 2.5);
  }
  for (let at = n - 1; at >= n - BEFORE; at--) {
    const line = lines[at];
    if (!line) break;
    if (at === n - 1) add(line.from, 1.5);
    if (echoes(line.text, promise, Infinity)) add(line.from, 1);
  }
  const ranked = [...points.values()].sort((a, b) => b.sum - a.sum);
  return ranked[0]?.person ?? partner(lines, n, speaker);
}

const TAKES_IT: ReadonlySet<string> = new Set(['acceptance', 'acknowledgement']);

/** "By hand? You're a star.": said to whoever just promised. */
const PRAISES =
  /\b(?:you(?:'re| are) (?:a|an|the|my|too|so|very) (?:\p{L}+ )?(?:star|angel|hero|legend|gem|treasure|saint|marvel|wonder|life ?saver|darling|love|brick|best|kind|good)|bless you|what would (?:we|i) do without you|(?:i|we) owe you|you(?:'ve| have) saved|that(?:'s| is) (?:very |really |so |too |awfully )*(?:kind|good|nice|sweet|generous) of you|a weight off)\b/iu;

/** "By hand? Kasia, you shouldn't.", "Lovely, Kasia.": said to this person by name. */
function calls(text: string, { name }: Person): boolean {
  const first = name.split(/[\s,]+/)[0] ?? '';
  return (
    first.length > 1 &&
    text
      .split(/[,.!?]\s*|\s[–-]\s/)
      .slice(0, -1)
      .some((part, k) => part.trim() === first && (k > 0 || text.startsWith(`${first},`)))
  );
}

/** "Wednesday the ninth.": the day is said back. */
const daysIn = (text: string): string[] =>
  text
    .toLowerCase()
    .match(/\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight)\b/g) ?? [];

const isQuestion = ({ text }: Line): boolean => /\?\s*$/.test(text);
/** "Wednesday is good", "the tenth suits us". */
const SUITS =
  /\b(?:(?:is|'s|be) (?:good|fine|okay|ok|great|perfect|early enough|soon enough|plenty)|works(?! (?:on|at|in)\b)|suits)\b/i;
