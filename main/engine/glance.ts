import type { Handoff } from '../../shared/handoff/model';
import { contentWords } from '../../shared/handoff/similarity';
import type { Ledger } from '../ledger/types';
import type { Seed } from './openings';

/**
 * What is needed of a handoff to see whether another one speaks of the same work: kept in memory, because hundreds are
 * compared for every one that opens, and reading each from the ledger would be felt.
 */
export interface Glance {
  handoff: Pick<
    Handoff,
    | 'id'
    | 'act'
    | 'giver'
    | 'taker'
    | 'asked'
    | 'saidAt'
    | 'thread'
    | 'subject'
    | 'quote'
    | 'source'
    | 'rung'
    | 'due'
  >;
  words: ReadonlySet<string>;
  subjectWords: ReadonlySet<string>;
}

export interface Glances {
  of(id: string): Glance | null;
  note(handoff: Glance['handoff']): Glance;
  forget(id: string): void;
  clear(): void;
}

/** Glances kept; beyond it the oldest go and are looked up again. */
const KEPT = 30_000;

export function createGlances(ledger: Ledger): Glances {
  const kept = new Map<string, Glance>();
  const note = (handoff: Glance['handoff']): Glance => {
    const glance = {
      handoff,
      words: contentWords(handoff.quote),
      subjectWords: contentWords(handoff.subject),
    };
    kept.delete(handoff.id);
    kept.set(handoff.id, glance);
    if (kept.size > KEPT) {
      const oldest = kept.keys().next();
      if (oldest.done !== true) kept.delete(oldest.value);
    }
    return glance;
  };
  return {
    note,
    of(id) {
      const known = kept.get(id);
      if (known) return known;
      const held = ledger.projection(id);
      return held ? note({ ...held.detail, thread: held.thread }) : null;
    },
    forget: (id) => void kept.delete(id),
    clear: () => {
      kept.clear();
    },
  };
}

/** A glance as the seed it grew from, to be compared with words. */
export function asSeed({ handoff, words, subjectWords }: Glance): Seed {
  return {
    id: handoff.id,
    opening: { ...handoff, what: '', confidence: 1, observed: false, parent: null },
    words,
    subjectWords,
  };
}
