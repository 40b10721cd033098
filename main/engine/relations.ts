import { fold } from '../../shared/handoff/fold';
import { apartFrom } from '../../shared/handoff/relating';
import { stableId } from '../../shared/handoff/identity';
import type { Evidence, Handoff, LogBody } from '../../shared/handoff/model';
import type { Ledger } from '../ledger/types';
import { later, versions } from './decisions';
import { sharesWord } from './elsewhere';
import type { Glance, Glances } from './glance';
import { mergesIn, sameWork } from './sameWork';

/**
 * What handoffs say of each other, once each has been read on its own: which are one piece of work, which is the next
 * link of a chain begun elsewhere, which decision takes another's place. Found from each one's own facts alone, so that
 * it never matters which was read first; told to each one's log, so that its fold stays its own.
 */

/** Handoffs and decisions further apart than this are not compared. */
const REACH_MS = 45 * 86_400_000;
const DECISIONS_MS = 90 * 86_400_000;

export interface Related {
  /** Handoffs whose own log got a line by it, folded anew. */
  changed: Handoff[];
}

/**
 * Brings the relations of the handoffs that were just read, and of those that are no more, into line. `touched` are
 * folded; returns every handoff that is another now.
 */
export function relate(
  ledger: Ledger,
  glances: Glances,
  touched: ReadonlyMap<string, Handoff>,
  vanished: readonly string[],
): Related {
  const logs = new Map<string, LogBody[]>();
  const logOf = (id: string): LogBody[] => {
    let log = logs.get(id);
    if (!log) logs.set(id, (log = ledger.log(id).map((line) => line.body)));
    return log;
  };
  const own = (id: string) =>
    fold(
      id,
      logOf(id).filter((line) => !RELATING.includes(line.entry)),
    );
  const changed = new Set<string>();
  const append = (id: string, body: LogBody) => {
    ledger.append(id, body);
    logOf(id).push(body);
    changed.add(id);
  };
  for (const id of vanished) glances.forget(id);
  for (const handoff of touched.values()) glances.note(handoff);

  const start = new Set(touched.keys());
  for (const id of [...vanished, ...touched.keys()])
    for (const other of mergedWith(logOf(id)).keys()) start.add(other);
  for (const group of components(ledger, glances, touched, start, logOf)) {
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
      for (const other of logged.keys())
        if (!now.has(other) && members.has(other))
          append(id, { entry: 'merged', generation, other, evidence: null });
    }
  }
  const chains = {
    own,
    whole: (id: string) => touched.get(id) ?? fold(id, logOf(id)),
    logOf,
    append,
  };
  for (const handoff of touched.values())
    for (const child of childrenOf(handoff)) chain(child, handoff, chains);
  for (const handoff of touched.values())
    for (const child of linksLost(handoff, logOf(handoff.id))) unchain(child, handoff.id, chains);

  const again = new Map<string, Handoff>();
  const add = (id: string) => {
    const handoff = fold(id, logOf(id));
    if (handoff) again.set(id, handoff);
  };
  for (const id of changed) add(id);
  // A chain is shown from both sides: what became of a link is told at the one before it.
  for (const handoff of [...touched.values(), ...again.values()])
    if (handoff.parent !== null && !touched.has(handoff.parent)) add(handoff.parent);
  for (const handoff of again.values()) glances.note(handoff);
  return { changed: [...again.values()] };
}

const RELATING: readonly LogBody['entry'][] = ['merged', 'split', 'chained'];

/** Ids of the links after this one: whom its taker passed it to, and in which words. */
export function childrenOf(handoff: Pick<Handoff, 'id' | 'evidence'>): string[] {
  const ids = handoff.evidence
    .filter((e) => e.kind === 'placed' && e.to !== null)
    .map((e) =>
      stableId(e.source.kind, e.source.id, e.quote.replace(/\s+/g, ' ').trim().toLowerCase()),
    );
  return [...new Set(ids)].filter((id) => id !== handoff.id);
}

interface Chains {
  /** Without what others say of it. */
  own: (id: string) => Handoff | null;
  whole: (id: string) => Handoff | null;
  logOf: (id: string) => LogBody[];
  append: (id: string, body: LogBody) => void;
}

type Chained = Extract<LogBody, { entry: 'chained' }>;

/**
 * Notes that a handoff is the next link of another. Where several say so, each is noted, and the one said last before it
 * is the one: whichever of them was read first.
 */
function chain(id: string, parent: Handoff, chains: Chains): void {
  const { own, logOf, append } = chains;
  const child = own(id);
  // Opened in the parent's own conversation it knows its parent from the start.
  if (!child || child.parent === parent.id || parent.parent === id) return;
  const line = lineOf(parent);
  const nearest = nearestOf([parent, ...claimants(id, chains)]);
  const known = claimsIn(logOf(id)).get(parent.id);
  if (nearest.id === parent.id ? saysSame(lastChained(logOf(id)), line) : known !== undefined)
    return;
  append(id, { ...line, generation: nextGeneration(logOf(id)) });
  if (nearest.id !== parent.id)
    append(id, { ...lineOf(nearest), generation: nextGeneration(logOf(id)) });
}

function lineOf({ id, observed, due }: Handoff): Omit<Chained, 'generation'> {
  return { entry: 'chained', parent: id, observed, due };
}

function saysSame(logged: Chained | null, line: Omit<Chained, 'generation'>): boolean {
  return (
    logged?.parent === line.parent &&
    logged.observed === line.observed &&
    JSON.stringify(logged.due) === JSON.stringify(line.due)
  );
}

/** The last that was said of each handoff as the link before this one. */
function claimsIn(log: readonly LogBody[]): Map<string, Chained> {
  const claims = new Map<string, Chained>();
  for (const line of log)
    if (line.entry === 'chained' && line.parent !== null) claims.set(line.parent, line);
  return claims;
}

/** Handoffs noted as the link before this one that still say so. */
function claimants(id: string, { whole, logOf }: Chains): Handoff[] {
  return [...claimsIn(logOf(id)).keys()].flatMap((other) => {
    const handoff = whole(other);
    return handoff && childrenOf(handoff).includes(id) ? [handoff] : [];
  });
}

function nearestOf(handoffs: readonly [Handoff, ...Handoff[]]): Handoff {
  return handoffs.reduce((best, other) =>
    other.saidAt > best.saidAt || (other.saidAt === best.saidAt && other.id < best.id)
      ? other
      : best,
  );
}

/** Links it had by an earlier reading and has no more: another hand was named, or the words are read otherwise. */
function linksLost(handoff: Handoff, log: readonly LogBody[]): string[] {
  const told = log.flatMap((line) => (line.entry === 'observed' ? [line.evidence] : []));
  const now = new Set(childrenOf(handoff));
  return childrenOf({ id: handoff.id, evidence: told }).filter((id) => !now.has(id));
}

function unchain(id: string, parent: string, chains: Chains): void {
  const { logOf, append } = chains;
  if (lastChained(logOf(id))?.parent !== parent) return;
  const generation = nextGeneration(logOf(id));
  const [first, ...others] = claimants(id, chains).filter((other) => other.id !== parent);
  const line: Omit<Chained, 'generation'> = first
    ? lineOf(nearestOf([first, ...others]))
    : { entry: 'chained', parent: null, observed: false, due: null };
  append(id, { ...line, generation });
}

function lastChained(log: readonly LogBody[]): Chained | null {
  let last: Chained | null = null;
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
function components(
  ledger: Ledger,
  glances: Glances,
  touched: ReadonlyMap<string, Handoff>,
  start: ReadonlySet<string>,
  logOf: (id: string) => LogBody[],
): string[][] {
  const byHands = new Map<string, string[]>();
  for (const handoff of touched.values())
    for (const key of keysOf(handoff)) byHands.set(key, [...(byHands.get(key) ?? []), handoff.id]);
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
      for (const other of neighbours(ledger, glances, glance, byHands, logOf)) {
        if (seen.has(other.handoff.id)) continue;
        seen.add(other.handoff.id);
        open.push(other.handoff.id);
      }
    }
    if (group.length > 1) groups.push(group);
    else if (group.length === 1 && mergedWith(logOf(id)).size > 0) groups.push(group);
  }
  return groups;
}

function keysOf({ giver, taker, asked, act }: Glance['handoff']): string[] {
  if (act === 'decision') return [...new Set([giver, ...asked].map((p) => `d ${p.address}`))];
  return [taker, ...(taker ? [] : asked)].flatMap((p) => (p ? [`t ${p.address}`] : []));
}

/** Others between the same hands that speak of the same work, before or after. */
function neighbours(
  ledger: Ledger,
  glances: Glances,
  glance: Glance,
  byHands: ReadonlyMap<string, string[]>,
  logOf: (id: string) => LogBody[],
): Glance[] {
  const { giver, taker, asked, saidAt, id, act } = glance.handoff;
  const at = Date.parse(saidAt);
  const reach = act === 'decision' ? DECISIONS_MS : REACH_MS;
  const hands = act === 'decision' ? [giver, ...asked] : taker ? [taker] : asked;
  const words = new Set([...glance.words, ...glance.subjectWords]);
  const ids = new Set<string>();
  for (const hand of hands)
    for (const { id: other, words: known } of ledger.askedOf(hand, at - reach, at + reach))
      if (known === null || sharesWord(words, known)) ids.add(other);
  for (const other of mergedWith(logOf(id)).keys()) ids.add(other);
  for (const key of keysOf(glance.handoff))
    for (const other of byHands.get(key) ?? []) ids.add(other);
  ids.delete(id);
  return [...ids].flatMap((other) => {
    const there = glances.of(other);
    return there && isSame(glance, there) ? there : [];
  });
}

function isSame(a: Glance, b: Glance): boolean {
  return (
    sameWork(a, b) !== null ||
    sameWork(b, a) !== null ||
    later(a, b) !== null ||
    later(b, a) !== null
  );
}

/** What ought to be in each log of a group: by handoff, by the other one it is about. */
function wantedIn(
  handoffs: readonly Handoff[],
  logOf: (id: string) => LogBody[],
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
