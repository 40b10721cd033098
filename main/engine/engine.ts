import type { Done, Learned, SourceView, TriageCommand } from '../../shared/contract/views';
import type { Person, SourceRef } from '../../shared/handoff/item';
import type { Handoff } from '../../shared/handoff/model';
import { pace, type Clock, type Pace } from '../../shared/timing/clock';
import { Interrupted } from '../ledger/connection';
import type { Ledger } from '../ledger/types';
import { candidates } from './candidates';
import { decide } from './decide';
import { foldedOf } from './folded';
import { createIntake, type Change, type Heard } from './intake';
import { createMind } from './mind';
import type { Page } from './page';
import type { People } from './people';
import { recordProposals, type ProposedActs } from './proposing/record';
import { sourceView } from './sourceView';
import { createQueue, inOneGo, inSlice } from './steps';
import { Touched } from './touched';

export type { Change } from './intake';

export interface EngineOptions {
  ledger: Ledger;
  clock: Clock;
  /** Every address of the person at the desk. */
  me: readonly Person[];
  /** Their IANA zone; also assumed for people whose zone is unknown. */
  timeZone: string;
  /** How work is cut where others share the thread; short slices of real time when not said. */
  pace?: Pace;
}

export interface Engine {
  /**
   * Takes in one page: items, what they cause, and the cursors, in one transaction. A bad item is refused, its
   * neighbours stay. The work is cut into slices of some milliseconds, between which everything else may run; pages are
   * taken in one after another, in the order they came. Resolves when the page is committed.
   */
  absorb(page: Page): Promise<void>;
  /** The same in one go, for whoever shares the thread with nobody. */
  absorbNow(page: Page): void;
  /**
   * Looks again at handoffs whose time has come, as many as a slice allows, after the pages that are being taken in.
   * Resolves with how many; 0 when none is due.
   */
  look(): Promise<number>;
  /** Resolves once everything asked for so far has been done. */
  idle(): Promise<void>;
  triage(command: TriageCommand): Done;
  undo(token: string): Done;
  /** Shows what a language model found in one item as proposals; withdraws those whose words it no longer holds. */
  propose(found: ProposedActs): void;
  /** Every decision that has made a difference beyond its own handoff, latest first. */
  learned(): Learned[];
  /** Whose a handoff may be: the people of its conversation, then the directory. */
  candidates(id: string): Person[];
  source(ref: SourceRef): SourceView | null;
  onChange(fn: (change: Change) => void): () => void;
  people(): People;
}

/** Real milliseconds in which nothing else runs: well below what a hand on the keyboard feels, and a commit still fits. */
const SLICE_MS = 10;
/** A page that others' writes took back so often is taken in in one go: it must come in some time. */
const TRIES = 3;
/** Handoffs whose time has come, asked for at once. */
const BITE = 100;

/** Builds the engine over a ledger. It knows no Electron: clock and ledger are handed in. */
export function createEngine(options: EngineOptions): Engine {
  const { ledger, clock, timeZone } = options;
  const slices = options.pace ?? pace(SLICE_MS);
  const inTurn = createQueue();
  const mind = createMind(ledger, options.me, timeZone);
  const { lessons, times, readings } = mind;
  const intake = createIntake({ ledger, clock, timeZone }, mind);
  const listeners = new Set<(change: Change) => void>();
  ledger.onLost(() => {
    mind.forgetPending();
  });

  const tell = (change: Change) => {
    if (change.ids.length > 0) for (const fn of listeners) fn(change);
  };

  const folded = (id: string): Handoff | null => foldedOf(ledger, id);

  /**
   * After a decision. Opening again, or taking that back, changes which later words count as answers: then the
   * conversation is read again. Nobody has answered by that.
   */
  const judgedAnew = (id: string, readAgain: boolean): Change => {
    // First what is learned from it, for it is judged by that as well.
    const taught = lessons.refresh(id);
    const change = itselfAnew(id, readAgain);
    const heard = { ids: [...change.ids], risen: [...change.risen] };
    for (const other of taught) {
      const handoff = folded(other);
      if (handoff) intake.project(handoff, heard);
    }
    return { ids: [...new Set(heard.ids)], risen: [...new Set(heard.risen)], answered: [] };
  };

  const itselfAnew = (id: string, readAgain: boolean): Change => {
    const thread = readAgain ? ledger.threadOfHandoff(id) : null;
    if (thread !== null) {
      const touched = new Touched();
      touched.whole(thread);
      touched.decided(id, thread);
      return { ...inOneGo(intake.rereadAll(touched)), answered: [] };
    }
    const after = folded(id);
    const heard: Heard = { ids: [], risen: [] };
    if (!after) return { ...heard, answered: [] };
    // A wait ends with the decision that closed it.
    const silences = intake.silencesIn(times.learn(after));
    intake.project(after, heard);
    for (const other of silences) {
      const handoff = other === id ? null : folded(other);
      if (handoff) intake.project(handoff, heard);
    }
    return { ...heard, answered: [] };
  };

  /** A transaction of the engine's own; what it remembers follows what became of it. */
  const written = <T>(work: () => T): T => {
    // What rests half done is taken back before anything is read to decide on.
    ledger.interrupt();
    try {
      const value = ledger.transaction(work);
      mind.settled();
      return value;
    } catch (error) {
      mind.forgetPending();
      throw error;
    }
  };

  const absorbNow = (page: Page): void => {
    tell(written(() => inOneGo(intake.takeIn(page))));
  };

  /** One try in slices. Null: somebody else wrote meanwhile, and nothing of it was. */
  const absorbInSlices = async (page: Page): Promise<Change | null> => {
    const undertaking = ledger.undertake();
    if (!undertaking) return written(() => inOneGo(intake.takeIn(page)));
    const steps = intake.takeIn(page);
    try {
      for (;;) {
        const used = slices.slice();
        const done = undertaking.step(() => inSlice(steps, used));
        if (done) {
          undertaking.commit();
          mind.settled();
          return done.value;
        }
        await slices.rest();
      }
    } catch (error) {
      undertaking.rollback();
      if (error instanceof Interrupted) return null;
      throw error;
    }
  };

  return {
    absorb: (page) =>
      inTurn(async () => {
        for (let tries = 0; tries < TRIES; tries++) {
          const change = await absorbInSlices(page);
          if (change) {
            tell(change);
            return;
          }
        }
        absorbNow(page);
      }),
    absorbNow,

    look: () =>
      inTurn(async () => {
        const due = ledger.due(clock.now(), BITE);
        if (due.length === 0) return 0;
        const used = slices.slice();
        let looked = 0;
        const change = written(() => {
          const heard: Heard = { ids: [], risen: [] };
          for (const id of due) {
            looked++;
            const handoff = folded(id);
            if (handoff) intake.project(handoff, heard);
            // What folds to nothing must not stay due for ever.
            else ledger.removeProjection(id);
            if (used()) break;
          }
          return { ...heard, answered: [] };
        });
        tell(change);
        await slices.rest();
        return looked;
      }),

    idle: () => inTurn(() => Promise.resolve()),

    triage(command) {
      ledger.interrupt();
      const before = folded(command.id);
      if (!before) throw new Error('This handoff is no longer held.');
      const by = options.me[0] ?? { name: '', address: '' };
      const at = new Date(clock.now()).toISOString();
      const { id, body, words, readAgain } = decide(command, before, {
        ...{ at, by, revision: ledger.revision() },
        notHeld: ledger.projection(command.id)?.row.notHeld !== undefined,
      });
      const change = written(() => {
        ledger.append(command.id, body);
        ledger.journal({
          at: clock.now(),
          what: words,
          why: 'Decided at the desk.',
          undo: `${command.id}/${id}`,
        });
        return judgedAnew(command.id, readAgain);
      });
      tell(change);
      return { words, undo: `${command.id}/${id}` };
    },

    undo(token) {
      const [handoffId = '', decisionId = ''] = token.split('/');
      const change = written(() => {
        if (!folded(handoffId)) throw new Error('There is nothing to undo here any more.');
        ledger.append(handoffId, { entry: 'undone', decisionId });
        ledger.journal({ at: clock.now(), what: 'Undone', why: 'Undone at the desk.', undo: null });
        return judgedAnew(handoffId, true);
      });
      tell(change);
      return { words: 'Undone', undo: null };
    },

    propose(found) {
      const change = written(() => {
        const { handoffs, vanished } = recordProposals(ledger, mind.people(), readings, found);
        for (const id of vanished) ledger.removeProjection(id);
        const heard: Heard = { ids: [], risen: [] };
        for (const handoff of handoffs) intake.project(handoff, heard);
        return { ids: [...heard.ids, ...vanished], answered: [], risen: heard.risen };
      });
      tell(change);
    },

    learned: () => lessons.all(),
    candidates: (id) => candidates(ledger, mind.people(), folded(id)),
    source: (ref) => sourceView(ledger, ref),
    onChange(fn) {
      listeners.add(fn);
      return () => listeners.delete(fn);
    },
    people: () => mind.people(),
  };
}
