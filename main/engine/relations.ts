import { apartFrom } from '../../shared/handoff/relating';
import { stableId } from '../../shared/handoff/identity';
import type { Evidence, Handoff, LogBody } from '../../shared/handoff/model';
import type { Ledger } from '../ledger/types';
import { later, versions } from './decisions';
import { ELSEWHERE_REACH_MS } from './elsewhere';
import { bodiesOf, foldedOf, ownOf } from './folded';
import type { Glances } from './glance';
import type { Kin } from './kin';
import { mergesIn } from './sameWork';
import type { Steps } from './steps';
import { folded } from './words';

/**
 * What handoffs say of each other, once each has been read on its own: which are one piece of work, which is the next
 * link of a chain begun elsewhere, which decision takes another's place. Found from each one's own facts alone, so that
 * it never matters which was read first; told to each one's log, so that its fold stays its own.
 */

export interface Related {
  /** Handoffs whose own log got a line by it, folded anew. */
  changed: Handoff[];
}

/**
 * Brings the relations of the handoffs that were just read, and of those that are no more, into line. `touched` are
 * folded; returns every handoff that is another now.
 */
export function* relate(
  ledger: Ledger,
  glances: Glances,
  kin: Kin,
  touched: ReadonlyMap<string, Handoff>,
  vanished: readonly string[],
): Steps<Related> {
  const logOf = (id: string) => bodiesOf(ledger, id);
  const own = (id: string) => ownOf(ledger, id);
  const changed = new Set<string>();
  const append = (id: string, body: LogBody) => {
    ledger.append(id, body);
    changed.add(id);
  };
  for (const id of vanished) glances.forget(id);
  for (const handoff of touched.values()) glances.note(handoff);

  const start = new Set(touched.keys());
  for (const id of [...vanished, ...touched.keys()])
    for (const other of mergedWith(logOf(id)).keys()) start.add(other);
  yield* kin.meet(touched);
  const { groups, seen } = yield* components(glances, kin, start, logOf);
  for (const group of groups) {
    // A model's proposal is in nobody's hands: nothing is one with it.
    const handoffs = group
      .flatMap((id) => own(id) ?? [])
      .filter((h) => h.proposal?.accepted !== false);
    const wanted = wantedIn(handoffs, logOf, glances);
    const members = new Set([...group, ...vanished]);
    for (const id of members) {
      const logged = mergedWith(logOf(id));
      const generation = nextGeneration(logOf(id));
      const now = wanted.get(id) ?? new Map<string, Evidence[]>();
      for (const [other, evidence] of now)
        if (JSON.stringify(logged.get(other)) !== JSON.stringify(evidence))
          append(id, { entry: 'merged', generation, other, evidence });
      // What it is one with no more may have gone into a group of its own: their conversations were joined.
      for (const other of logged.keys())
        if (!now.has(other) && (members.has(other) || seen.has(other)))
          append(id, { entry: 'merged', generation, other, evidence: null });
    }
    yield;
  }
  for (const handoff of touched.values()) {
    for (const child of childrenOf(handoff)) chain(ledger, child, handoff, append);
    yield;
  }
  // What is held no more passes nothing on.
  const left = vanished.map((id) => ({ id, evidence: [] }));
  for (const handoff of [...touched.values(), ...left]) {
    for (const lost of linksLost(handoff, logOf(handoff.id))) {
      if (!unchain(lost, handoff.id, append, logOf(lost))) continue;
      const child = own(lost);
      const others = child ? yield* claimants(ledger, child) : [];
      for (const other of others) chain(ledger, lost, other, append);
    }
    yield;
  }

  const again = new Map<string, Handoff>();
  const add = (id: string) => {
    const handoff = foldedOf(ledger, id);
    if (handoff) again.set(id, handoff);
  };
  for (const id of changed) {
    add(id);
    yield;
  }
  // A chain is shown from both sides: what became of a link is told at the one before it.
  for (const handoff of [...touched.values(), ...again.values()])
    if (handoff.parent !== null && !touched.has(handoff.parent)) add(handoff.parent);
  for (const handoff of again.values()) glances.note(handoff);
  return { changed: [...again.values()] };
}

/** Facts that pass on, and the ids they open: recurring asks are passed on by dozens, and each id is a hash. */
const linksOf = new WeakMap<readonly Evidence[], readonly string[]>();

/** Ids of the links after this one: whom its taker passed it to, and in which words. */
export function childrenOf(handoff: Pick<Handoff, 'id' | 'evidence'>): string[] {
  let ids = linksOf.get(handoff.evidence);
  if (!ids) {
    ids = handoff.evidence
      .filter((e) => e.kind === 'placed' && e.to !== null)
      .map((e) => stableId(e.source.kind, e.source.id, folded(e.quote)));
    linksOf.set(handoff.evidence, ids);
  }
  return [...new Set(ids)].filter((id) => id !== handoff.id);
}

function chain(
  ledger: Ledger,
  id: string,
  parent: Handoff,
  append: (id: string, body: LogBody) => void,
): void {
  const child = ownOf(ledger, id);
  if (!child || parent.parent === id) return;
  const log = bodiesOf(ledger, id);
  const logged = lastChained(log);
  // Opened in its parent's own conversation it knows it from the start, whoever else says the same elsewhere.
  if (child.parent !== null) {
    if (logged && logged.parent !== null) unchain(id, logged.parent, append, log);
    return;
  }
  if (logged?.parent != null && logged.parent !== parent.id) {
    const before = foldedOf(ledger, logged.parent);
    if (before && isNearer(before, parent) && childrenOf(before).includes(id)) return;
  }
  const { observed, due } = parent;
  if (
    logged?.parent === parent.id &&
    logged.observed === observed &&
    JSON.stringify(logged.due) === JSON.stringify(due)
  )
    return;
  append(id, {
    entry: 'chained',
    generation: nextGeneration(log),
    parent: parent.id,
    observed,
    due,
  });
}

/** Of several asks that were passed on in the same words, the last one is the link before: whichever was read first. */
function isNearer(a: Handoff, b: Handoff): boolean {
  return a.saidAt > b.saidAt || (a.saidAt === b.saidAt && a.id > b.id);
}

/** Asks of the one who gave this one that were passed on by it. */
function* claimants(ledger: Ledger, child: Handoff): Steps<Handoff[]> {
  const at = Date.parse(child.saidAt);
  const found: Handoff[] = [];
  // It need not share a word with them: what was said around it may have tied it.
  for (const { id } of ledger.askedOf(child.giver, at - ELSEWHERE_REACH_MS, at)) {
    const handoff = id === child.id ? null : foldedOf(ledger, id);
    if (handoff && childrenOf(handoff).includes(child.id)) found.push(handoff);
    yield;
  }
  return found;
}

/** Links it had by an earlier reading and has no more: another hand was named, or the words are read otherwise. */
function linksLost(handoff: Pick<Handoff, 'id' | 'evidence'>, log: readonly LogBody[]): string[] {
  const told = log.flatMap((line) => (line.entry === 'observed' ? [line.evidence] : []));
  const now = new Set(childrenOf(handoff));
  return childrenOf({ id: handoff.id, evidence: told }).filter((id) => !now.has(id));
}

/** Says whether it was chained to that one. */
function unchain(
  id: string,
  parent: string,
  append: (id: string, body: LogBody) => void,
  log: readonly LogBody[],
): boolean {
  if (lastChained(log)?.parent !== parent) return false;
  const generation = nextGeneration(log);
  append(id, { entry: 'chained', generation, parent: null, observed: false, due: null });
  return true;
}

function lastChained(log: readonly LogBody[]) {
  let last: Extract<LogBody, { entry: 'chained' }> | null = null;
  for (const line of log)
    if (line.entry === 'chained' && (!last || line.generation >= last.generation)) last = line;
  return last;
}

/** What the log says of other handoffs as it stands: their ids, with what follows from it. */
export function mergedWith(log: readonly LogBody[]): Map<string, Evidence[]> {
  const last = new Map<string, Extract<LogBody, { entry: 'merged' }>>();
  for (const line of log)
    if (line.entry === 'merged' && line.generation >= (last.get(line.other)?.generation ?? 0))
      last.set(line.other, line);
  const standing = new Map<string, Evidence[]>();
  for (const [other, line] of last) if (line.evidence) standing.set(other, line.evidence);
  return standing;
}

function nextGeneration(log: readonly LogBody[]): number {
  let highest = 0;
  for (const line of log)
    if ('generation' in line && line.generation > highest) highest = line.generation;
  return highest + 1;
}

/** Handoffs that speak of the same as one another, found from those that were touched outwards. */
function* components(
  glances: Glances,
  kin: Kin,
  start: ReadonlySet<string>,
  logOf: (id: string) => readonly LogBody[],
): Steps<{ groups: string[][]; seen: ReadonlySet<string> }> {
  const seen = new Set<string>();
  const groups: string[][] = [];
  for (const id of start) {
    if (seen.has(id)) continue;
    const group: string[] = [];
    const open = [id];
    seen.add(id);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const glance = glances.of(next);
      if (!glance) continue;
      group.push(next);
      for (const other of kin.of(glance, mergedWith(logOf(next)).keys())) {
        if (seen.has(other)) continue;
        seen.add(other);
        open.push(other);
      }
    }
    if (group.length > 1) groups.push(group);
    else if (group.length === 1 && mergedWith(logOf(id)).size > 0) groups.push(group);
    yield;
  }
  return { groups, seen };
}

/** What ought to be in each log of a group: by handoff, by the other one it is about. */
function wantedIn(
  handoffs: readonly Handoff[],
  logOf: (id: string) => readonly LogBody[],
  glances: Glances,
): Map<string, Map<string, Evidence[]>> {
  const wanted = new Map<string, Map<string, Evidence[]>>();
  const want = (id: string, other: string, evidence: Evidence[]) => {
    if (evidence.length === 0) return;
    const of = wanted.get(id) ?? new Map<string, Evidence[]>();
    of.set(other, evidence);
    wanted.set(id, of);
  };
  const glanceOf = (handoff: Handoff) => glances.of(handoff.id) ?? glances.note(handoff);
  const apart = (a: string, b: string) => apartFrom(logOf(a)).has(b) || apartFrom(logOf(b)).has(a);
  const work = handoffs.filter((h) => h.act !== 'decision');
  for (const { into, from, onInto, onFrom } of mergesIn(work, apart, glanceOf)) {
    want(into.id, from.id, onInto);
    want(from.id, into.id, onFrom);
  }
  const decided = handoffs.filter((h) => h.act === 'decision');
  for (const earlier of decided)
    for (const then of decided) {
      const how = apart(earlier.id, then.id) ? null : later(glanceOf(earlier), glanceOf(then));
      if (!how) continue;
      const { onEarlier, onLater } = versions(earlier, then, how);
      want(earlier.id, then.id, onEarlier);
      want(then.id, earlier.id, onLater);
    }
  return wanted;
}
