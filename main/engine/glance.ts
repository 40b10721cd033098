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
  > & { proposal?: Handoff['proposal'] | undefined };
  words: ReadonlySet<string>;
  subjectWords: ReadonlySet<string>;
}

export interface Glances {
  of(id: string): Glance | null;
  note(handoff: Glance['handoff']): Glance;
  forget(id: string): void;
  clear(): void;
  /** Ids of those that were noted since this was last asked, and are new or not what they were. */
  changed(): string[];
}

/** Glances kept; beyond it the oldest go and are looked up again. */
const KEPT = 30_000;

export function createGlances(ledger: Ledger): Glances {
  const kept = new Map<string, Glance>();
  const changed = new Set<string>();
  const keep = (glance: Glance): Glance => {
    const { id } = glance.handoff;
    kept.delete(id);
    kept.set(id, glance);
    if (kept.size > KEPT) {
      const oldest = kept.keys().next();
      if (oldest.done !== true) kept.delete(oldest.value);
    }
    return glance;
  };
  return {
    note(handoff) {
      const known = kept.get(handoff.id);
      if (known && isAsKnown(known.handoff, handoff))
        return keep({ ...known, handoff: glimpse(handoff) });
      changed.add(handoff.id);
      return keep(glanceAt(handoff));
    },
    of(id) {
      const known = kept.get(id);
      if (known) return known;
      const held = ledger.projection(id);
      return held ? keep(glanceAt({ ...held.detail, thread: held.thread })) : null;
    },
    forget(id) {
      kept.delete(id);
      changed.delete(id);
    },
    clear() {
      kept.clear();
      changed.clear();
    },
    changed() {
      const ids = [...changed];
      changed.clear();
      return ids;
    },
  };
}

function glanceAt(handoff: Glance['handoff']): Glance {
  return {
    handoff: glimpse(handoff),
    words: contentWords(handoff.quote),
    subjectWords: contentWords(handoff.subject),
  };
}

/** Only what is needed: thousands are kept, and a whole handoff holds all its evidence. */
function glimpse(handoff: Glance['handoff']): Glance['handoff'] {
  const { id, act, giver, taker, asked, saidAt, thread, subject, quote, source, rung, due } =
    handoff;
  const { proposal } = handoff;
  return {
    ...{ id, act, giver, taker, asked, saidAt, thread, subject, quote, source, rung, due },
    ...(proposal ? { proposal } : {}),
  };
}

/** Does it say of others what it said before? How far it has come is no part of that. */
function isAsKnown(known: Glance['handoff'], now: Glance['handoff']): boolean {
  return JSON.stringify({ ...known, rung: 0 }) === JSON.stringify({ ...glimpse(now), rung: 0 });
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
