import type { Act, DueRef } from '../../shared/handoff/act';
import type { Naming } from '../../shared/handoff/deciding';
import { samePerson } from '../../shared/handoff/identity';
import { sourceOf, type Person, type SourceRef, type TaskItem } from '../../shared/handoff/item';
import { contentWords, similarity, tellingWords } from '../../shared/handoff/similarity';
import { closes } from './acts';
import type { Evidence } from '../../shared/handoff/model';
import { isOpen, type Correlated } from './correlated';
import { evidenceOf } from './evidence';
import { plansOf, type Plan } from './plans';
import { clauseOf, finishings } from './rounds';
import { sentenceBefore, sentencesIn } from './sentences';
import { has, tells } from './telling';
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
    const done = task ? null : doneByPlan(plan, later, said, ctx);
    if (!done) continue;
    const told = finishedBy(done.said, done, plan);
    for (const ask of asked) if (leadsTo(ask, plan)) ask.evidence.push(stepDone(ask, done));
    if (!tells(done.said, told) && !steps.some((step) => samePerson(step.next, told.next)))
      steps.push(told);
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

interface StepDone {
  said: Utterance;
  quote: string;
  confidence: number;
}

/**
 * Whoever has the step before says in another conversation that it is finished: in words of the plan, whether or not it
 * was asked. A later plan (`until`, ISO) speaks for itself.
 */
function doneByPlan(
  plan: Plan,
  until: string | null,
  here: readonly Utterance[],
  ctx: UnpassedContext,
): StepDone | null {
  const end = until ?? new Date(Date.parse(plan.said.at) + PLAN_MS).toISOString();
  let told: StepDone | null = null;
  for (const hand of plan.before)
    for (const done of ctx.finishedBefore?.(hand, end) ?? []) {
      if (done.at <= plan.said.at || here.some((u) => u.source.id === done.source.id)) continue;
      const quote = stepOfPlan(plan, done);
      if (quote === null) continue;
      const step = { said: done, quote, confidence: PLAIN };
      if (!tells(done, finishedBy(done, step, plan))) return step;
      told ??= step;
    }
  return told;
}

/** "Please see it through duty. Once it is stamped, the file goes to …": the ask right before a step is what that waits for. */
function leadsTo(ask: Correlated, { said, words, before }: Plan): boolean {
  const { act, taker, source, quote } = ask.seed.opening;
  if (act !== 'request' || source.id !== said.source.id || !isOpen(ask)) return false;
  return taker !== null && has(before, taker) && sentenceBefore(said.ownText, words) === quote;
}

function stepDone(ask: Correlated, { said, quote, confidence }: StepDone): Evidence {
  const reason = 'the step that waited for it is said to be reached';
  return evidenceOf(ask.seed, said, 'done', { end: 'taker', quote, reason, confidence });
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
  return contentWords(clauseOf(text));
}

/** Numbers by which a piece of work is called ("213 is through", "88120 is stamped"): no other has them. */
export function callNumbers(words: ReadonlySet<string>): Set<string> {
  return new Set([...words].filter((word) => /^\D{0,3}\d{3,}$/.test(word) && !YEAR.test(word)));
}
const YEAR = /^(?:19|20)\d\d$/;

/** How long after a plan its steps are looked for elsewhere. */
export const PLAN_MS = 90 * 86_400_000;

/** What finishes a step has so many words of the plan at least. */
export const PLAN_WORDS = 2;

function isOfPlan(words: ReadonlySet<string>, plan: ReadonlySet<string>): boolean {
  const shared = inBoth(words, plan);
  if (callNumbers(new Set(shared)).size > 0) return true;
  return shared.length >= PLAN_WORDS && similarity(words, plan) >= STEP;
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
  const [found] = quotes;
  if (!found) return null;
  const first = withDeed(found, said.ownText);
  const to = Math.max(...quotes.map(({ quote, from }) => from + quote.length));
  const quote = first.from < 0 ? '' : said.ownText.slice(first.from, to);
  const together = quote.length <= TOGETHER && !/\n\s*\n/.test(quote) && quote !== '';
  return { quote: together ? quote : first.quote, confidence: acts[0]?.confidence ?? PLAIN };
}
/** Characters of the words by which a step is finished. */
const TOGETHER = 240;

/** "The lines are all checked and signed. That's my part done.": an end that names nothing is that of what stands before it. */
function withDeed<Found extends { quote: string; from: number }>(end: Found, text: string): Found {
  if (end.from < 0 || tellingWords(end.quote).size > 0) return end;
  const line = text.slice(0, end.from).split('\n').at(-1) ?? '';
  const deed = sentencesIn(line).at(-1);
  if (deed === undefined || tellingWords(deed).size === 0 || /\?$/.test(deed)) return end;
  const from = text.lastIndexOf(deed, end.from);
  return { ...end, quote: text.slice(from, end.from + end.quote.length), from };
}
