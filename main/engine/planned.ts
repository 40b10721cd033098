import type { Act, DueRef } from '../../shared/handoff/act';
import type { Naming } from '../../shared/handoff/deciding';
import { samePerson } from '../../shared/handoff/identity';
import { sourceOf, type Person, type SourceRef, type TaskItem } from '../../shared/handoff/item';
import { contentWords, similarity } from '../../shared/handoff/similarity';
import { closes } from './acts';
import { isOpen, type Correlated } from './correlated';
import { plansOf, type Plan } from './plans';
import { finishings } from './rounds';
import { sentencesIn } from './sentences';
import { subjectOf, type Utterance } from './utterance';
import { inBoth } from './words';

/** Steps that were laid down before and are finished: by a message, by a task, or in another conversation. */

export interface UnpassedContext {
  thread: string;
  isMe(person: Person): boolean;
  reopenedAt(id: string): number | null;
  /** IANA zone of a person; null when it is not known. */
  zoneOf?(person: Person): string | null;
  /** Whom the person named for a handoff that was read as another's. */
  naming?(id: string): Naming | null;
  /** Tasks of these people which were completed later than `since` (ISO). */
  finishedTasks?(people: readonly Person[], since: string): TaskItem[];
  /** Where the taker says in another conversation that a handoff is done, and in which words; null where they do not. */
  doneElsewhere?(handoff: Correlated): { said: Utterance; quote: string } | null;
  /** What somebody wrote in the months before `until` (ISO), in any conversation. */
  earlierBy?(person: Person, until: string): Utterance[];
  /** The messages among those in which they finished something, oldest first. */
  finishedBefore?(person: Person, until: string): Utterance[];
}

/** A step that was finished, and who is next. */
export interface Finished {
  by: Person;
  at: string;
  source: SourceRef;
  quote: string;
  subject: string;
  confidence: number;
  next: Person;
  due: DueRef | null;
  /** Who laid down the order of the steps; they are no bystander. */
  planned: Person | null;
  /** The person was written to in each round: it is no work of strangers to them. */
  watched: boolean;
}

/** The next hand was named in the conversation before the step was finished. */
export function byPlan(
  said: readonly Utterance[],
  ctx: UnpassedContext,
  asked: readonly Correlated[],
): Finished[] {
  const steps: Finished[] = [];
  const plans: Plan[] = [];
  for (const utterance of said) {
    // Who is next was said last by the latest plan in which they have a step.
    const plan = plans.findLast(({ before }) => has(before, utterance.from));
    const act = plan ? (finishing(utterance) ?? asItWasAsked(utterance, asked)) : null;
    if (plan && act) {
      const step = finishedBy(utterance, act, plan);
      if (!tells(utterance, step)) steps.push(step);
    }
    plans.push(...plansOf(utterance, ctx));
  }
  for (const plan of plans) {
    const later = plans.find((p) => p.said.at > plan.said.at)?.said.at ?? null;
    const task = taskOf(plan, later, ctx);
    if (task) steps.push(task);
    const told = task ? null : toldElsewhere(plan, later, said, ctx);
    if (told && !steps.some((step) => samePerson(step.next, told.next))) steps.push(told);
  }
  for (const handoff of asked) {
    const step = stepElsewhere(handoff, plans, ctx);
    if (step) steps.push(step);
  }
  return steps;
}

/** What was asked of one who has a next hand, and was done in another conversation. */
function stepElsewhere(
  handoff: Correlated,
  plans: readonly Plan[],
  ctx: UnpassedContext,
): Finished | null {
  const { act, taker } = handoff.seed.opening;
  const plan = taker ? plans.findLast(({ before }) => has(before, taker)) : undefined;
  if (!plan || !isOpen(handoff) || (act !== 'request' && act !== 'commitment')) return null;
  const done = ctx.doneElsewhere?.(handoff);
  if (!done || done.said.at <= plan.said.at) return null;
  const step = finishedBy(done.said, { quote: done.quote, confidence: PLAIN }, plan);
  return tells(done.said, step) ? null : step;
}

/** "The account is reset.": no word of an end by itself, and what was asked of them is done by it. */
function asItWasAsked(
  said: Utterance,
  asked: readonly Correlated[],
): Pick<Act, 'quote' | 'confidence'> | null {
  for (const { seed, evidence } of asked) {
    if (seed.opening.act !== 'request' && seed.opening.act !== 'commitment') continue;
    const fact = evidence.find(
      (e) => e.kind === 'done' && e.end === 'taker' && e.source.id === said.source.id,
    );
    if (fact) return { quote: fact.quote, confidence: PLAIN };
  }
  return null;
}

function has(people: readonly Person[], person: Person): boolean {
  return people.some((p) => samePerson(p, person));
}

/** Written to the next hand, by whomever, or by them; or somebody says that they were told: it has been passed on. */
export function tells(said: Utterance, step: Finished): boolean {
  return (
    has([said.from, ...said.audience], step.next) ||
    sentencesIn(said.ownText).some((sentence) => hasBeenTold(sentence, step.next, said))
  );
}

/** "I rang Zbigniew", "Lorelei has the letter", "handed over to Vera": a sentence by which the next hand knows. */
function hasBeenTold(sentence: string, next: Person, said: Utterance): boolean {
  return (
    (TOLD.test(sentence) || KNOWS.test(sentence)) &&
    !NOT_TOLD.test(sentence) &&
    has(said.named(sentence), next)
  );
}
const TOLD =
  /\b(?:told|rang|rung|called|phoned|spoke|spoken|informed|notified|briefed|pinged|messaged|texted|e-?mailed|mailed|wrote|written|sent|passed|handed|gave|given|forwarded|cc['’]?d|copied|dropped|left|let|walked|brought|took|taken|shown|showed|in the loop)\b/i;
const KNOWS =
  /\p{Lu}[\p{L}'’-]+(?:['’]s| is| has| already| now| also| both)* (?:knows?|(?:has|got|have) (?:now |already |got )*(?:it|them|this|that|these|everything|all|both|a copy)|aware|informed|in the picture|up to speed|on (?:it|to it))\b/u;
const NOT_TOLD =
  /\?\s*$|n['’]t\b|\b(?:not|never|nobody|yet|will|shall|should|must|to be|needs? to|have to|has to|once|when|if|until|please|can|could|would|going to|asks?|asked)\b|['’]ll\b/i;

/** How sure a sentence is that only says that something is finished. */
export const PLAIN = 0.7;

export function finishedBy(
  said: Utterance,
  act: Pick<Act, 'quote' | 'confidence'>,
  plan: Plan,
): Finished {
  return {
    by: said.from,
    at: said.at,
    source: said.source,
    quote: act.quote,
    subject: subjectOf(said),
    confidence: Math.min(act.confidence, 0.8),
    next: plan.next,
    due: plan.due,
    planned: plan.said.from,
    watched: false,
  };
}

/**
 * The step before was nobody's ask, and whoever has it says in another conversation, where the next hand is not, that it
 * is finished: in words of the plan. A later plan (`until`, ISO) speaks for itself.
 */
function toldElsewhere(
  plan: Plan,
  until: string | null,
  here: readonly Utterance[],
  ctx: UnpassedContext,
): Finished | null {
  const end = until ?? new Date(Date.parse(plan.said.at) + PLAN_MS).toISOString();
  for (const hand of plan.before)
    for (const done of ctx.finishedBefore?.(hand, end) ?? []) {
      if (done.at <= plan.said.at || here.some((u) => u.source.id === done.source.id)) continue;
      const quote = stepOfPlan(plan, done);
      if (quote === null) continue;
      const step = finishedBy(done, { quote, confidence: PLAIN }, plan);
      if (!tells(done, step)) return step;
    }
  return null;
}

/**
 * The sentence by which a hand of a plan finishes their step, said where whoever laid it down hears it: among others the
 * same words are of other work. Null where none does.
 */
export function stepOfPlan(plan: Plan, done: Utterance): string | null {
  const { said, before } = plan;
  const people = [said.from, ...said.audience, ...before, plan.next];
  const heard = people.some((p) => !samePerson(p, done.from) && has(done.audience, p));
  if (!heard || !has(before, done.from) || !has([done.from, ...done.audience], said.from))
    return null;
  const words = contentWords(`${subjectOf(said)} ${said.ownText}`);
  for (const { name } of people) for (const word of contentWords(name)) words.delete(word);
  return finishings(done).find((text) => isOfPlan(stepWords(text), words)) ?? null;
}

/** The words of what a sentence finishes. */
export function stepWords(text: string): Set<string> {
  return contentWords(text.split(/[,;:]\s|\s[-–]\s/)[0] ?? text);
}

/** How long after a plan its steps are looked for elsewhere. */
export const PLAN_MS = 90 * 86_400_000;

/** What finishes a step has so many words of the plan at least. */
export const PLAN_WORDS = 2;

function isOfPlan(words: ReadonlySet<string>, plan: ReadonlySet<string>): boolean {
  const shared = inBoth(words, plan).length;
  return shared >= PLAN_WORDS && similarity(words, plan) >= STEP;
}

/** Words a task's title shares with the plan it is a step of. */
const STEP = 0.5;

/** The step before was a task, and it is complete; a later plan (`until`, ISO) speaks for itself. */
function taskOf(plan: Plan, until: string | null, ctx: UnpassedContext): Finished | null {
  const words = contentWords(`${subjectOf(plan.said)} ${plan.said.ownText}`);
  const done = (ctx.finishedTasks?.(plan.before, plan.said.at) ?? [])
    .filter((task) => similarity(contentWords(task.title), words) >= STEP)
    .filter((task) => until === null || Date.parse(task.completedAt ?? '') < Date.parse(until))
    .sort((a, b) => Date.parse(b.completedAt ?? '') - Date.parse(a.completedAt ?? ''));
  const [task] = done;
  const by = task?.assignedTo.find((p) => plan.before.some((q) => samePerson(p, q)));
  if (!task || !by || task.completedAt === null) return null;
  return {
    by,
    at: new Date(task.completedAt).toISOString(),
    source: sourceOf(task),
    quote: task.title,
    subject: subjectOf(plan.said),
    confidence: 0.75,
    next: plan.next,
    due: plan.due,
    planned: plan.said.from,
    watched: false,
  };
}

/**
 * The words by which a step is finished: from the first sentence that says so to the last, where they stand together
 * ("The amendment is approved. Letter attached. That is it from us."), else the first. Null where none does.
 */
function finishing(said: Utterance): Pick<Act, 'quote' | 'confidence'> | null {
  const acts = said.acts.filter(closes).sort((a, b) => a.start - b.start);
  // A sentence may say so that the reader takes for no act of its own ("The list is final, all lines priced").
  const quotes = [...acts.map(({ quote }) => quote), ...finishings(said)]
    .map((quote) => ({ quote, from: said.ownText.indexOf(quote) }))
    .sort((a, b) => a.from - b.from);
  const [first] = quotes;
  if (!first) return null;
  const to = Math.max(...quotes.map(({ quote, from }) => from + quote.length));
  const quote = first.from < 0 ? '' : said.ownText.slice(first.from, to);
  const together = quote.length <= TOGETHER && !/\n\s*\n/.test(quote) && quote !== '';
  return { quote: together ? quote : first.quote, confidence: acts[0]?.confidence ?? PLAIN };
}
/** Characters of the words by which a step is finished. */
const TOGETHER = 240;
