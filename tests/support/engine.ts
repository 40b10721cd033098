import { createEngine, type Change, type Engine } from '../../main/engine/engine';
import type { Page } from '../../main/engine/page';
import { openLedger } from '../../main/ledger';
import type { ItemPatch, Ledger } from '../../main/ledger/types';
import type { HandoffDetail } from '../../shared/contract/views';
import type { Item, Person } from '../../shared/handoff/item';
import { demoClock, type SteppableClock } from '../../shared/timing/clock';
import { BRAM, colleague, EVERYBODY, hour, mail, NORA } from './mail';

/** The app's own engine over a ledger in memory, on a clock that stands. */
export interface Running {
  engine: Engine;
  ledger: Ledger;
  clock: SteppableClock;
  changes: Change[];
  /** Takes items in as one page. */
  take(...items: (Item | ItemPatch)[]): void;
  /** Every handoff held, by id, as the desk shows it, without the revision. */
  held(): HandoffDetail[];
  /** The one handoff whose words contain `what`. */
  of(what: string): HandoffDetail;
}

export function pageOf(patches: ItemPatch[], over: Partial<Page> = {}): Page {
  return { source: 'test', patches, gone: [], people: [], cursors: [], refused: [], ...over };
}

/** At `now` (hours of the invented week) at the desk of Nora; `ledger` continues an earlier run. */
export function running(now: number, over: { ledger?: Ledger; me?: Person[] } = {}): Running {
  const clock = demoClock(Date.parse(hour(now)), 0);
  const ledger = over.ledger ?? openLedger({ path: ':memory:', now: () => clock.now() }).ledger;
  const engine = createEngine({
    ledger,
    clock,
    me: over.me ?? [NORA],
    timeZone: 'Europe/Amsterdam',
  });
  const changes: Change[] = [];
  engine.onChange((change) => changes.push(change));
  if (!over.ledger) engine.absorbNow(pageOf([], { people: EVERYBODY.map((p) => colleague(p)) }));
  const held = () =>
    ledger
      .handoffIds()
      .flatMap((id) => ledger.projection(id)?.detail ?? [])
      .map((detail) => ({ ...detail, revision: 0 }));
  return {
    engine,
    ledger,
    clock,
    changes,
    take: (...items) => {
      engine.absorbNow(pageOf(items));
    },
    held,
    of(what) {
      const found = held().filter((h) => h.quote.includes(what));
      const [only] = found;
      if (!only || found.length > 1)
        throw new Error(
          `${found.length} handoffs hold "${what}"; held: ${held()
            .map((h) => h.quote)
            .join(' | ')}`,
        );
      return only;
    },
  };
}

/** At Nora's desk: she asks Bram, he answers, and she says something behind it, all in one mail thread. */
export function behindAnswer(ask: string, answer: string, words: string): Running {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, ask),
    mail('answer', 10, BRAM, NORA, answer, { answers: 'ask' }),
    mail('told', 20, NORA, BRAM, words, { answers: 'answer' }),
  );
  return desk;
}
