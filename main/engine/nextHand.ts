import { samePerson, stableId } from '../../shared/handoff/identity';
import { sourceOf } from '../../shared/handoff/item';
import type { Evidence } from '../../shared/handoff/model';
import { contentWords } from '../../shared/handoff/similarity';
import { workWords } from '../../shared/handoff/what';
import type { Correlated } from './correlated';
import { evidenceOf } from './evidence';
import { byPlan, finishedBy, PLAIN, type Finished, type UnpassedContext } from './planned';
import { nearRounds, ROUND_MS, seriesOf, stepsOf, usuallyTold, type Unnoted } from './rounds';
import type { Steps } from './steps';
import { tells } from './telling';
import { subjectOf, type Utterance } from './utterance';

/**
 * Done on my side: the upstream end finished, and the next hand was not told. Who is next, this conversation says, or how
 * earlier rounds of the same work went. Each did their part; the one who is next never knew.
 */

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
        ...(step.planned ? { plannedBy: step.planned } : {}),
      },
      words: contentWords(step.quote),
      subjectWords: contentWords(step.subject),
    },
    evidence: [],
    reopenedAt: ctx.reopenedAt(id),
  };
}
