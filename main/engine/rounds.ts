import type { Act } from '../../shared/handoff/act';
import { isList, samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { contentWords } from '../../shared/handoff/similarity';
import type { Utterance } from './utterance';

/**
 * What this corridor's own history says of who is next: the same step was finished before ("7.1 signed off"), and each
 * time the same person was told. Rounds differ in their numbers and dates, so those do not count as words.
 */

/** Messages of one round lie this close together. */
const ROUND_MS = 3 * 86_400_000;
/** Rounds without which it is no custom. */
const LEAST_ROUNDS = 2;
/** Share of the rounds in which the same person was told. */
const CUSTOM = 0.6;
const SAME_STEP = 0.5;

/** Whom the author of a completion told in the earlier rounds of it, where that was a custom and they were not told this time. */
export function usuallyTold(
  words: string,
  said: Utterance,
  earlier: readonly Utterance[],
): Person | null {
  const step = stepOf(words);
  if (step.words.size === 0) return null;
  const rounds: { at: number; told: Person[] }[] = [];
  // Of this round: whoever was told before it was said to the last.
  const known = [said.from, ...said.audience];
  for (const before of earlier) {
    if (before.source.id === said.source.id || before.at >= said.at) continue;
    if (!before.acts.some((a) => a.kind === 'completion' && isSameStep(step, a))) continue;
    const at = Date.parse(before.at);
    if (Date.parse(said.at) - at <= ROUND_MS) {
      known.push(...before.audience);
      continue;
    }
    const last = rounds[rounds.length - 1];
    // Who is told last is next; those told before them gave the work.
    if (last && at - last.at <= ROUND_MS) last.told = [...before.to];
    else rounds.push({ at, told: [...before.to] });
  }
  if (rounds.length < LEAST_ROUNDS) return null;
  const counts = new Map<string, { person: Person; n: number }>();
  for (const round of rounds)
    for (const person of new Map(round.told.map((p) => [p.address, p])).values()) {
      if (person.address === '' || isList(person) || known.some((k) => samePerson(k, person)))
        continue;
      counts.set(person.address, { person, n: (counts.get(person.address)?.n ?? 0) + 1 });
    }
  const [most] = [...counts.values()].sort(
    (a, b) => b.n - a.n || (a.person.address < b.person.address ? -1 : 1),
  );
  return most && most.n >= LEAST_ROUNDS && most.n >= CUSTOM * rounds.length ? most.person : null;
}

/** The sentences of a message that finishes something, those that say so first. None where it finishes nothing. */
export function stepsOf(said: Utterance): string[] {
  const acts = said.acts.filter((a) => a.kind === 'completion').map((a) => a.quote);
  if (acts.length === 0) return [];
  const sentences = said.ownText.split(/\n+|(?<=[.!?])\s+/).map((text) => text.trim());
  return [...new Set([...acts, ...sentences.filter((text) => text !== '')])];
}

/** Could a message be a round of what a later one finishes? */
export function isRoundOf(later: Utterance, before: Utterance): boolean {
  const acts = before.acts.filter((a) => a.kind === 'completion');
  return stepsOf(later)
    .map(stepOf)
    .some((step) => step.words.size > 0 && acts.some((a) => isSameStep(step, a)));
}

/**
 * Two completions of one step: most words in common, or one word alone where both name a number of a series ("7.1 signed
 * off", "7.2 signed off").
 */
function isSameStep(step: Step, act: Act): boolean {
  const other = stepOf(act.quote);
  let shared = 0;
  for (const word of step.words) if (other.words.has(word)) shared++;
  if (shared === 0) return false;
  const enough = shared >= 2 || (step.numbered && other.numbered);
  return enough && shared / Math.min(step.words.size, other.words.size) >= SAME_STEP;
}

interface Step {
  words: ReadonlySet<string>;
  numbered: boolean;
}

/** What was finished: the clause that says it, without greeting and numbers. */
function stepOf(text: string): Step {
  const bare = text.replace(GREETING, '');
  const clause = bare.split(/[,;:]\s|\s[-–]\s/)[0] ?? bare;
  const words = new Set<string>();
  for (const word of contentWords(clause)) if (!/\d/.test(word)) words.add(word);
  // "Done, thanks" is said of everything.
  for (const common of COMMON) words.delete(common);
  return { words, numbered: /\d/.test(clause) };
}
const GREETING =
  /^\s*(?:(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Mm]orning|[Gg]ood \w+)\b[^,.!]{0,30}[,.!]|\p{Lu}[\p{L}-]+[,:])\s*/u;
const COMMON = [
  'finish',
  'ready',
  'complet',
  'nothing',
  'left',
  'side',
  'attach',
  'final',
  'great',
];
