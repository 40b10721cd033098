import type { Handoff } from '../../shared/handoff/model';
import type { Ledger } from '../ledger/types';
import { later } from './decisions';
import { sharesWord } from './elsewhere';
import type { Glance, Glances } from './glance';
import { sameWork } from './sameWork';
import type { Steps } from './steps';

/** Handoffs and decisions further apart than this are not compared. */
const REACH_MS = 45 * 86_400_000;
const DECISIONS_MS = 90 * 86_400_000;

/**
 * Which handoffs speak of the same as one another. It hangs on what each was opened with and in whose hands it is, not
 * on how far it has come: so it is looked for once, among all between the same hands, and then only kept up.
 */
export interface Kin {
  /** Takes in what is new or otherwise since the last time, those just read (`touched`) among it. */
  meet(touched: ReadonlyMap<string, Handoff>): Steps<void>;
  /** Ids of the others that speak of the same as this one; `named` are others its log speaks of. */
  of(glance: Glance, named: Iterable<string>): string[];
  clear(): void;
}

/** Handoffs whose kin is kept; beyond it the oldest go and are looked for again. */
const KEPT = 30_000;

export function createKin(ledger: Ledger, glances: Glances): Kin {
  const kept = new Map<string, Set<string>>();
  /** Those being taken in: the ledger does not show them yet. */
  let byHands = new Map<string, string[]>();

  const find = (glance: Glance): Set<string> => {
    const found = new Set<string>();
    for (const other of nearIn(ledger, glance, byHands)) {
      const there = glances.of(other);
      if (there && isSame(glance, there)) found.add(other);
    }
    kept.delete(glance.handoff.id);
    kept.set(glance.handoff.id, found);
    if (kept.size > KEPT)
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        break;
      }
    return found;
  };

  return {
    *meet(touched) {
      byHands = new Map();
      for (const handoff of touched.values())
        for (const key of keysOf(handoff))
          byHands.set(key, [...(byHands.get(key) ?? []), handoff.id]);
      for (const id of glances.changed()) {
        const glance = glances.of(id);
        if (!glance) continue;
        // What it is no kin of any more is seen when it is asked for.
        for (const other of find(glance)) kept.get(other)?.add(id);
        yield;
      }
    },
    of(glance, named) {
      const { id } = glance.handoff;
      const others = new Set([...(kept.get(id) ?? find(glance)), ...named]);
      others.delete(id);
      return [...others].filter((other) => {
        const there = glances.of(other);
        return there !== null && isSame(glance, there);
      });
    },
    clear() {
      kept.clear();
      byHands = new Map();
    },
  };
}

function keysOf({ giver, taker, asked, act }: Glance['handoff']): string[] {
  if (act === 'decision') return [...new Set([giver, ...asked].map((p) => `d ${p.address}`))];
  return [taker, ...(taker ? [] : asked)].flatMap((p) => (p ? [`t ${p.address}`] : []));
}

/** Others between the same hands that share a word, before or after. */
function nearIn(
  ledger: Ledger,
  glance: Glance,
  byHands: ReadonlyMap<string, string[]>,
): Set<string> {
  const { giver, taker, asked, saidAt, id, act } = glance.handoff;
  const at = Date.parse(saidAt);
  const reach = act === 'decision' ? DECISIONS_MS : REACH_MS;
  const hands = act === 'decision' ? [giver, ...asked] : taker ? [taker] : asked;
  const words = new Set([...glance.words, ...glance.subjectWords]);
  const ids = new Set<string>();
  for (const hand of hands)
    for (const { id: other, words: known } of ledger.askedOf(hand, at - reach, at + reach))
      if (known === null || sharesWord(words, known)) ids.add(other);
  for (const key of keysOf(glance.handoff))
    for (const other of byHands.get(key) ?? []) ids.add(other);
  ids.delete(id);
  return ids;
}

function isSame(a: Glance, b: Glance): boolean {
  return (
    sameWork(a, b) !== null ||
    sameWork(b, a) !== null ||
    later(a, b) !== null ||
    later(b, a) !== null
  );
}
