import { samePerson } from './identity';
import type { Person } from './item';
import type { Closing, Decision, Evidence, LogBody, Opening } from './model';
import { undoneIds } from './relating';

/** What the person at the desk decided about one handoff, as its log tells it. */
export interface Decided {
  id: string;
  at: string;
  by: Person;
  decision: Decision;
}

/** Decisions that were not taken back, in the order they were made. */
export function standingDecisions(log: readonly LogBody[]): Decided[] {
  const undone = undoneIds(log);
  const standing = new Map<string, Decided>();
  for (const line of log)
    if (line.entry === 'decided' && !undone.has(line.id)) standing.set(line.id, line);
  return [...standing.values()].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1,
  );
}

/** The last word on whether it is open; what else was said of it (late or not, whose it is) leaves that alone. */
export function lastDecision(log: readonly LogBody[]): Decided | null {
  return standingDecisions(log).findLast(({ decision }) => !ASIDE.includes(decision.kind)) ?? null;
}
const ASIDE: readonly Decision['kind'][] = ['notStale', 'wrongPerson'];

/** The instant (ms) at which the person last opened it again; null when that is not their last word on it. */
export function reopenedAt(log: readonly LogBody[]): number | null {
  const last = lastDecision(log);
  return last?.decision.kind === 'reopened' ? Date.parse(last.at) : null;
}

export function decidedClosing(decided: Decided | null): Closing | null {
  if (!decided) return null;
  const { decision } = decided;
  if (decision.kind !== 'done' && decision.kind !== 'notHandoff') return null;
  return { by: 'person', person: decided.by, at: decided.at, decision: decision.kind };
}

/** ISO at which the person last said that its silence is not late; null when they did not. */
export function calmAt(log: readonly LogBody[]): string | null {
  return standingDecisions(log).findLast((d) => d.decision.kind === 'notStale')?.at ?? null;
}

/** Whose it was as it was read, and whose it is by the person's last word. */
export interface Naming {
  from: Person | null;
  to: Person | null;
  /** It is the person's own. */
  own: boolean;
}

/** Whom the person named for it; null: it is as it was read. */
export function naming(log: readonly LogBody[]): Naming | null {
  const named = standingDecisions(log).flatMap(({ decision, by }) =>
    decision.kind === 'wrongPerson' ? [{ ...decision, by }] : [],
  );
  const [first] = named;
  const last = named.at(-1);
  return first && last
    ? { from: first.from, to: last.to, own: samePerson(last.to, last.by) }
    : null;
}

/** The opening with the hand the person named. Told twice it is the same. */
export function corrected(opening: Opening, named: Naming | null): Opening {
  if (!named) return opening;
  const { from, to } = named;
  const others = opening.asked.filter((p) => !samePerson(p, from));
  return {
    ...opening,
    taker: to,
    observed: opening.observed && !named.own,
    // Put to a group, it stays put to the group.
    asked: from === null ? opening.asked : to ? [to] : others.filter((p) => !samePerson(p, to)),
    // What somebody else promised is not known to the one it is named for.
    ...(opening.act === 'commitment' && to && from && !samePerson(to, from)
      ? { saidBy: opening.saidBy ?? from }
      : {}),
  };
}

/** Whom the person named, as facts among the others: they move nothing by themselves. */
export function namedFacts(log: readonly LogBody[]): Evidence[] {
  return standingDecisions(log).flatMap(({ id, at, by, decision }): Evidence[] =>
    decision.kind !== 'wrongPerson'
      ? []
      : [
          {
            ...{ id, kind: 'named', end: 'other', by, at },
            source: { kind: 'person', id },
            ...{ quote: '', until: null, to: decision.to, believes: null },
            link: { reason: 'decided at the desk', confidence: 1 },
          },
        ],
  );
}
