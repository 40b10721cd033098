import { isList } from '../../shared/handoff/groups';
import { samePerson } from '../../shared/handoff/identity';
import type { Person, TaskItem } from '../../shared/handoff/item';
import { contentWords } from '../../shared/handoff/similarity';
import { sentencesIn } from './sentences';
import { mailSubject, type Utterance } from './utterance';

/**
 * What this corridor's own history says of who is next: the same step was finished before ("7.1 signed off"), and each
 * time the same person was told. Rounds differ in their numbers and dates, so those do not count as words.
 */

/** Messages of one round lie this close together. */
export const ROUND_MS = 3 * 86_400_000;
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
    if (!finishedIn(before).some((other) => isSameStep(step, other))) continue;
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
  return customOf(rounds, known);
}

/** Of what somebody finished earlier, what shares a word with one of these sentences: no other can be a round of it. */
export function nearRounds(
  quotes: readonly string[],
  earlier: readonly Utterance[],
): readonly Utterance[] {
  const words = new Set<string>();
  for (const quote of quotes) {
    const step = stepOf(quote);
    for (const word of [...step.words, ...step.bare]) words.add(word);
  }
  const isNear = ({ words: own, bare }: Step) => {
    for (const word of own) if (words.has(word)) return true;
    for (const word of bare) if (words.has(word)) return true;
    return false;
  };
  return earlier.filter((before) => finishedIn(before).some(isNear));
}

/** Whom most of the rounds ended with, of those nobody has told yet (`known`). */
function customOf(rounds: readonly { told: Person[] }[], known: readonly Person[]): Person | null {
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
  const acts = finishings(said);
  if (acts.length === 0) return [];
  return [...new Set([...acts, ...sentencesIn(said.ownText)])];
}

interface Finishing {
  quotes: readonly string[];
  /** The quotes as steps, and all sentences of the message as steps: made when first compared. */
  steps: readonly Step[] | null;
  sentences: readonly Step[] | null;
}

/** Months of messages are gone through for each that finishes something; what one of them says stays what it is. */
const known = new WeakMap<Utterance, Finishing>();

/** What a message says is finished: by the reader's word, or by a sentence that does nothing but say so. */
export function finishings(said: Utterance): readonly string[] {
  return finishing(said).quotes;
}

function finishing(said: Utterance): Finishing {
  let found = known.get(said);
  if (!found) {
    found = { quotes: findFinishings(said), steps: null, sentences: null };
    known.set(said, found);
  }
  return found;
}

/** The same as steps, to be compared. */
function finishedIn(said: Utterance): readonly Step[] {
  const found = finishing(said);
  return (found.steps ??= found.quotes.map(stepOf));
}

function findFinishings(said: Utterance): string[] {
  const acts = said.acts.filter((a) => a.kind === 'completion').map((a) => a.quote);
  const plain = sentencesIn(said.ownText).filter(
    (text) => saysFinished(text) && !/\?\s*$/.test(text),
  );
  return [...new Set([...acts, ...plain])];
}
/** "Good news then: Blackwood is stamped": what stands before a colon only announces it. */
function saysFinished(text: string): boolean {
  const plain = text.replace(GREETING, '').replace(ASIDE, ' ');
  return PASSIVE.test(plain) || PASSIVE.test(plain.replace(ANNOUNCED, ''));
}
const ANNOUNCED = /^[\p{L}'’ ]{2,30}:\s+/u;
const ASIDE = /\s*\([^()]*\)\s*/g;
const PASSIVE =
  /^(?!\W*(?:if|when|once|as soon as|after|until|please)\b)[^,;:]{2,60}(?:\b(?:is|are|was|were|has been|have been|got)|(?<=[\p{L}\d])['’]s) (?:now |all |finally |also )?(?:[\w-]{3,}ed|done|through|signed off|cleared|built|sent|final|complete)\b|^(?!\W*(?:if|when|once|as soon as|after|until|please|not)\b)(?:(?:hi|hello|hey|morning) \p{L}+, )?(?:[\p{L}\d.'-]+ ){1,4}(?:final|complete|done|finished|signed off)(?=[,.;:!]|$)/iu;

/** Could a message be a round of what a later one finishes? */
export function isRoundOf(later: Utterance, before: Utterance): boolean {
  const rounds = finishedIn(before);
  if (rounds.length === 0) return false;
  const found = finishing(later);
  found.sentences ??= stepsOf(later).map(stepOf);
  return found.sentences.some(
    (step) => step.words.size > 0 && rounds.some((other) => isSameStep(step, other)),
  );
}

/**
 * Two completions of one step: most words in common, or one word alone where both name a number of a series ("7.1 signed
 * off", "7.2 signed off") or it is all that either says of what it names ("Alba & Co was approved").
 */
function isSameStep(step: Step, other: Step): boolean {
  for (const word of step.bare) if (other.bare.has(word) && isBare(step, other)) return true;
  let shared = 0;
  for (const word of step.words) if (other.words.has(word)) shared++;
  if (shared === 0) return false;
  const enough = shared >= 2 || (step.numbered && other.numbered);
  return enough && shared / Math.min(step.words.size, other.words.size) >= SAME_STEP;
}

/** Without its names one of them says nothing but what was done, and the other one word more at most. */
function isBare(a: Step, b: Step): boolean {
  const named = a.words.size > a.bare.size && b.words.size > b.bare.size;
  return (
    named && Math.min(a.bare.size, b.bare.size) === 1 && Math.max(a.bare.size, b.bare.size) <= 2
  );
}

interface Step {
  words: ReadonlySet<string>;
  /** The same without names of people, firms and things: they differ from round to round. */
  bare: ReadonlySet<string>;
  numbered: boolean;
}

/** What was finished: the clause that says it, without greeting and numbers. */
function stepOf(text: string): Step {
  const clause = clauseOf(text.replace(GREETING, '').replace(ASIDE, ' '));
  const words = wordsOf(clause);
  const bare = wordsOf(clause.replace(NAMED, ' ').replace(SINCE, ' '));
  return { words, bare, numbered: /\d/.test(clause) || clause.replace(SERIES, ' ') !== clause };
}

/** The clause that finishes something: up to the first stop, an announcement with a colon before it included. */
export function clauseOf(text: string): string {
  const [head = text] = text.split(/[,;:]\s|\s[-–]\s/);
  if (!ANNOUNCED.test(text) || PASSIVE.test(head)) return head;
  const [rest = ''] = text.slice(head.length + 1).split(/[,;]\s|\s[-–]\s/);
  return PASSIVE.test(rest.trim()) ? `${head}${rest}` : head;
}

function wordsOf(clause: string): Set<string> {
  const words = new Set<string>();
  const counted = clause.replace(SERIES, ' ');
  for (const word of contentWords(counted)) if (!/\d/.test(word)) words.add(word);
  // "Done, thanks" is said of everything.
  for (const common of COMMON) words.delete(common);
  return words;
}
/** What tells one round from the next, as a number would. "May" alone could be a verb: at the start, or behind a small word, it is none. */
const SERIES =
  /\b(?:January|February|March|April|June|July|August|September|October|November|December|Q[1-4]|week \w+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:'s)?|May(?= (?:is|was|has|list|report|run|close|invoices?|figures|accounts)))\b/g;
const NAMED = /(?<!\p{L})\p{Lu}[\p{L}'’-]*(?!\p{L})/gu;
const SINCE =
  /\b(?:(?:as (?:per|of) )?today|this (?:morning|afternoon|week)|yesterday|just now)\b/gi;
const GREETING =
  /^\s*(?:(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Mm]orning|[Gg]ood (?:morning|afternoon|evening|day))\b[^,.!]{0,30}[,.!]|\p{Lu}[\p{L}-]+[,:])\s*/u;
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

/** Number and words of a task that is one of a series ("Glaze test 7"); null for any other. */
function placeInSeries(task: TaskItem): { number: string; series: string } | null {
  const numbers = task.title.match(/\d+/g) ?? [];
  const [number] = numbers;
  if (number === undefined || numbers.length > 1) return null;
  const series = task.title.replace(number, '').replace(/\W+/g, ' ').trim().toLowerCase();
  return series === '' ? null : { number, series };
}

/** Does a message speak of this round: with its number, soon after it was complete, to somebody? */
function notes(said: Utterance, task: TaskItem, number: string): boolean {
  const since = Date.parse(said.at) - Date.parse(task.completedAt ?? '');
  const subject = mailSubject(said);
  return (
    since >= -NOTE_BEFORE_MS &&
    since <= ROUND_MS &&
    new RegExp(`(?<!\\d)${number}(?!\\d)`).test(`${subject} ${said.ownText}`)
  );
}
/** Some write while they are still at it. */
const NOTE_BEFORE_MS = 3_600_000;

/** A task of a series that is complete, with the note of its latest earlier round and whom such notes went to. */
export interface Unnoted {
  task: TaskItem;
  next: Person;
  lastNote: Utterance;
  /** The note of this very round, where there is one by now. */
  told: Utterance | null;
}

/**
 * Tasks of a series one person completed, each of whose earlier rounds was followed by a note to the same hand. `wrote` is
 * what they wrote, oldest first.
 */
export function seriesOf(tasks: readonly TaskItem[], wrote: readonly Utterance[]): Unnoted[] {
  const complete = tasks
    .flatMap((task) => {
      const place = task.completedAt === null ? null : placeInSeries(task);
      return place ? [{ task, ...place, at: Date.parse(task.completedAt ?? '') }] : [];
    })
    .sort((a, b) => a.at - b.at || (a.task.id < b.task.id ? -1 : 1));
  const found: Unnoted[] = [];
  for (const { task, number, series, at } of complete) {
    const rounds = complete
      .filter((r) => r.series === series && r.at < at)
      .flatMap((r) => {
        const note = wrote.find((u) => notes(u, r.task, r.number));
        return note ? [{ told: [...note.to], note }] : [];
      });
    const lastNote = rounds[rounds.length - 1]?.note;
    const next = customOf(rounds, []);
    if (!lastNote || !next) continue;
    const told = wrote.find(
      (u) => notes(u, task, number) && u.audience.some((p) => samePerson(p, next)),
    );
    found.push({ task, next, lastNote, told: told ?? null });
  }
  return found;
}

/** Does a message carry the number of one of these tasks? */
export function numbersOneOf(said: Utterance, tasks: readonly TaskItem[]): boolean {
  return tasks.some((task) => {
    const place = task.completedAt === null ? null : placeInSeries(task);
    return place !== null && notes(said, task, place.number);
  });
}
