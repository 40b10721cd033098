import { writesDown } from '../../shared/handoff/ends';
import type { Person } from '../../shared/handoff/item';
import { isUnconfirmed, type Handoff } from '../../shared/handoff/model';
import { whoseStep } from '../../shared/handoff/standing';
import { stepWindow, type StepWindow } from '../../shared/timing/stepWindow';
import { MS_PER_HOUR, workingMsBetween } from '../../shared/timing/workingHours';
import type { Ledger, StoredStep } from '../ledger/types';
import type { Ripple } from './answerTimes';
import type { People } from './people';

/**
 * How long it takes until what is said with a person is written down, and until they pass on what they finished. As with
 * answers, a silence is judged by what had come when it began, so a replay finds the same.
 */
export interface StepTimesStore {
  /** Takes note of when a handoff was written down or passed on. Returns which silences are to be judged anew. */
  learn(handoff: Handoff): Ripple[];
  forget(handoffId: string): Ripple[];
  /** The window of the step a handoff still waits for, by what came before `until` (ms); null where it waits for none. */
  windowOf(handoff: Handoff, until: number): StepWindow | null;
}

/** The latest say most of a custom; and so many rows are looked through for them, for one message may be several. */
const [LATEST, ROWS] = [10, 30];

type NewStep = Omit<StoredStep, 'handoffId'>;

export function stepTimes(ledger: Ledger, people: () => People): StepTimesStore {
  const change = (handoffId: string, next: NewStep | null): Ripple[] => {
    const before = ledger.step(handoffId);
    if (same(before, next)) return [];
    ledger.putStep(handoffId, next);
    return [before, next].flatMap((step) =>
      step === null
        ? []
        : {
            address: step.person,
            after: step.at,
            // So many later ones put this one out of sight.
            until:
              ledger.stepsSince(step.person, step.step, step.at, ROWS) ?? Number.MAX_SAFE_INTEGER,
          },
    );
  };
  return {
    learn: (handoff) => change(handoff.id, stepOf(handoff, people())),
    forget: (handoffId) => change(handoffId, null),
    windowOf(handoff, until) {
      const step = stepNeeded(handoff);
      const person = whoseStep(handoff);
      if (step === null || person.address === '') return null;
      const took = new Map<string, number>();
      for (const { handoffId, item, hours } of ledger.stepsBefore(person, step, until, ROWS))
        if (handoffId !== handoff.id && took.size < LATEST && !took.has(item))
          took.set(item, hours);
      return took.size === 0 ? null : stepWindow([...took.values()]);
    },
  };
}

/** Which step a handoff is told by from its first word on; null for what was written and handed over at once. */
function stepNeeded({ act, source }: Handoff): StoredStep['step'] | null {
  if (source.kind === 'meeting') return 'written';
  return act === 'completion' ? 'passed' : null;
}

/** The step as it was taken; null while it was not, or where only a person called it over. */
function stepOf(handoff: Handoff, people: People): NewStep | null {
  const step = stepNeeded(handoff);
  if (step === null || isUnconfirmed(handoff)) return null;
  const person = personOf(handoff, step);
  const first = handoff.evidence.find(
    (fact) => fact.source.kind !== 'meeting' && (fact.kind === 'done' || writesDown(fact)),
  );
  if (first === undefined || person.address === '') return null;
  const [said, at] = [Date.parse(handoff.saidAt), Date.parse(first.at)];
  return {
    person: person.address.toLowerCase(),
    step,
    at,
    hours: workingMsBetween(said, at, people.hoursOf(person)) / MS_PER_HOUR,
    item: first.source.id,
  };
}

/** Whose silence it was until the step was taken. */
function personOf({ giver, taker }: Handoff, step: StoredStep['step']): Person {
  return step === 'passed' ? giver : (taker ?? giver);
}

function same(a: NewStep | null, b: NewStep | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.person === b.person &&
    a.step === b.step &&
    a.at === b.at &&
    a.hours === b.hours &&
    a.item === b.item
  );
}
