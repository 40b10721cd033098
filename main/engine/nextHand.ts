import type { Act, DueRef } from '../../shared/handoff/act';
import type { Naming } from '../../shared/handoff/deciding';
import { samePerson, stableId } from '../../shared/handoff/identity';
import { sourceOf, type Person, type SourceRef, type TaskItem } from '../../shared/handoff/item';
import { contentWords, similarity } from '../../shared/handoff/similarity';
import { workWords } from '../../shared/handoff/what';
import type { Evidence } from '../../shared/handoff/model';
import { evidenceOf } from './answers';
import { isOpen, type Correlated } from './correlated';
import { plansOf, type Plan } from './plans';
import {
  finishings,
  nearRounds,
  ROUND_MS,
  seriesOf,
  stepsOf,
  usuallyTold,
  type Unnoted,
} from './rounds';
import { sentencesIn } from './sentences';
import type { Steps } from './steps';
import type { Utterance } from './utterance';

/**
 * Done on my side: the upstream end finished, and the next hand was not told. Who is next, this conversation says, or how
 * earlier rounds of the same work went. Each did their part; the one who is next never knew.
 */

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

/**
 * Completions whose next hand was not written to by that very message. One told later is closed by that, one finished
 * again goes into the later one: what was held once never goes without a reason.
 */
export function* unpassed(
  said: readonly Utterance[],
  ctx: UnpassedContext,
  customs: Customs,
  asked: readonly Correlated[] = [],
): Steps<Correlated[]> {
  const human = said.filter((u) => u.nature === 'human');
  const planned = byPlan(human, ctx, asked);
  const finished = planned.length > 0 ? planned : yield* byHistory(human, ctx, customs);
  const steps = finished.sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.source.id < b.source.id ? -1 : 1),
  );
  const rounds = byTasks(human, ctx).map(({ step, told }) => {
    const held = opened(step, ctx);
    if (told) held.evidence.push(toldFact(held, told));
    return held;
  });
  const held = steps.map((step, n) => {
    const held = opened(step, ctx);
    const told = human.find((u) => u.at > step.at && tells(u, step));
    const again = steps.slice(n + 1).find((later) => samePerson(later.next, step.next));
    if (told) held.evidence.push(toldFact(held, told));
    if (again) held.evidence.push(againFact(held, again));
    return held;
  });
  return [...held, ...rounds];
}

/**
 * A task of a series is complete, and the hand that was told of every earlier one was not. It is held where the last of
 * those notes was written; told at once, there is nothing to hold.
 */
function byTasks(
  said: readonly Utterance[],
  ctx: UnpassedContext,
): { step: Finished; told: Utterance | null }[] {
  const seen = new Set<string>();
  const found: { step: Finished; told: Utterance | null }[] = [];
  for (const note of said) {
    if (!/\d/.test(subjectOf(note) + note.ownText) || seen.has(note.from.address)) continue;
    seen.add(note.from.address);
    const tasks = ctx.finishedTasks?.([note.from], monthsBefore(note.at)) ?? [];
    const done = tasks.filter((task) => task.assignedTo.some((p) => samePerson(p, note.from)));
    if (done.length <= 1) continue;
    const last = Math.max(...done.map((task) => Date.parse(task.completedAt ?? '')));
    const until = new Date(last + ROUND_MS).toISOString();
    const wrote = ctx.earlierBy?.(note.from, until) ?? [];
    for (const round of seriesOf(done, wrote)) {
      const here = said.some((u) => u.source.id === round.lastNote.source.id);
      const mine = [round.lastNote.from, ...round.lastNote.audience].some((p) => ctx.isMe(p));
      if (here && mine && !toldAtOnce(round))
        found.push({ step: finishedRound(round), told: round.told });
    }
  }
  return found;
}
const SERIES_MS = 120 * 86_400_000;
const monthsBefore = (at: string) => new Date(Date.parse(at) - SERIES_MS).toISOString();

/** Within the hour is no silence that anybody would have seen. */
function toldAtOnce({ task, told }: Unnoted): boolean {
  return told !== null && Date.parse(told.at) - Date.parse(task.completedAt ?? '') <= 3_600_000;
}

function finishedRound({ task, next, lastNote }: Unnoted): Finished {
  return {
    by: lastNote.from,
    at: new Date(task.completedAt ?? '').toISOString(),
    source: sourceOf(task),
    quote: task.title,
    subject: task.title,
    confidence: 0.75,
    next,
    due: null,
    planned: null,
    watched: true,
  };
}

function toldFact(held: Correlated, told: Utterance): Evidence {
  return evidenceOf(held.seed, told, 'done', {
    end: 'giver',
    reason: 'the next hand was written to in the same conversation',
    confidence: 0.7,
  });
}

function againFact({ seed }: Correlated, again: Finished): Evidence {
  return {
    id: stableId(seed.id, 'merged', again.source.kind, again.source.id),
    kind: 'merged',
    end: 'giver',
    by: again.by,
    at: again.at,
    source: again.source,
    quote: again.quote,
    until: null,
    to: null,
    believes: null,
    link: { reason: 'the same step was finished again', confidence: 0.7 },
  };
}

/** The next hand was named in the conversation before the step was finished. */
function byPlan(
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
    const later = plans.find((p) => p.said.at > plan.said.at);
    const task = taskOf(plan, later?.said.at ?? null, ctx);
    if (task) steps.push(task);
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
function tells(said: Utterance, step: Finished): boolean {
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
  /\p{Lu}[\p{L}'’-]+(?:['’]s| is| has| already| now| also| has now| is already| has already)* (?:knows?|has|got|have|aware|informed|in the picture|up to speed|on (?:it|to it))\b/u;
const NOT_TOLD =
  /\?\s*$|n['’]t\b|\b(?:not|never|nobody|yet|will|shall|should|must|to be|needs? to|have to|has to|once|when|if|until|please|can|could|would|going to|asks?|asked)\b|['’]ll\b/i;

/** How sure a sentence is that only says that something is finished. */
const PLAIN = 0.7;

function finishedBy(said: Utterance, act: Pick<Act, 'quote' | 'confidence'>, plan: Plan): Finished {
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

/** Nobody said who is next, but in earlier rounds somebody always was. Asked only where the person was there. */
function* byHistory(
  said: readonly Utterance[],
  ctx: UnpassedContext,
  customs: Customs,
): Steps<Finished[]> {
  const steps: Finished[] = [];
  for (const done of said) {
    let known = customs.get(done);
    if (known === undefined) {
      known = customaryStep(done, ctx);
      customs.set(done, known);
      yield;
    }
    if (known) steps.push(known);
  }
  return steps;
}

/**
 * What each message of a conversation finishes by custom, as far as it was looked for. It holds as long as the
 * conversation is not told anew: an earlier round that comes late has it told anew.
 */
export type Customs = Map<Utterance, Finished | null>;

function customaryStep(done: Utterance, ctx: UnpassedContext): Finished | null {
  const quotes = stepsOf(done);
  if (quotes.length === 0 || ![done.from, ...done.audience].some((p) => ctx.isMe(p))) return null;
  const [act] = done.acts.filter((a) => a.kind === 'completion');
  const before = ctx.finishedBefore?.(done.from, done.at) ?? [];
  // Whoever always tells the same people has told them this time as well.
  const here = new Set([done.from, ...done.audience].map((p) => p.address));
  if (before.every(({ to }) => to.every((p) => here.has(p.address)))) return null;
  const earlier = nearRounds(quotes, before);
  for (const quote of quotes) {
    const next = usuallyTold(quote, done, earlier);
    if (!next) continue;
    const plan = { next, due: null, before: [], said: done, words: '' };
    const sure = act?.confidence ?? PLAIN;
    return {
      ...finishedBy(done, { quote, confidence: sure }, plan),
      planned: null,
      watched: true,
    };
  }
  return null;
}

function subjectOf(said: Utterance): string {
  return said.item.kind === 'mail' ? said.item.subject : (said.item.topic ?? '');
}

function opened(step: Finished, ctx: UnpassedContext): Correlated {
  const id = stableId('unpassed', step.source.kind, step.source.id, step.next.address);
  const work = step.subject === '' ? step.quote : step.subject.replace(/^(?:\w{2,3}:\s*)+/i, '');
  const owners = [step.by, step.next, ...(step.planned ? [step.planned] : [])];
  return {
    seed: {
      id,
      opening: {
        act: 'completion',
        giver: step.by,
        taker: step.next,
        asked: [step.next],
        what: workWords(work),
        quote: step.quote,
        source: step.source,
        saidAt: step.at,
        due: step.due,
        confidence: step.confidence,
        thread: ctx.thread,
        subject: step.subject,
        observed: !step.watched && !owners.some((p) => ctx.isMe(p)),
        parent: null,
      },
      words: contentWords(step.quote),
      subjectWords: contentWords(step.subject),
    },
    evidence: [],
    reopenedAt: ctx.reopenedAt(id),
  };
}

/**
 * The words by which a step is finished: from the first sentence that says so to the last, where they stand together
 * ("The amendment is approved. Letter attached. That is it from us."), else the first. Null where none does.
 */
function finishing(said: Utterance): Pick<Act, 'quote' | 'confidence'> | null {
  const acts = said.acts
    .filter((a) => a.kind === 'completion' || a.kind === 'delivery')
    .sort((a, b) => a.start - b.start);
  const [first] = acts;
  if (!first) {
    const [plain] = finishings(said);
    return plain === undefined ? null : { quote: plain, confidence: PLAIN };
  }
  const from = said.ownText.indexOf(first.quote);
  const last = said.ownText.lastIndexOf(acts.at(-1)?.quote ?? first.quote);
  const to = last + (acts.at(-1)?.quote ?? first.quote).length;
  const quote = from < 0 ? '' : said.ownText.slice(from, to);
  const together = quote.length <= TOGETHER && !/\n\s*\n/.test(quote) && quote !== '';
  return { quote: together ? quote : first.quote, confidence: first.confidence };
}
/** Characters of the words by which a step is finished. */
const TOGETHER = 240;
