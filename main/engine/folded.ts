import { fold } from '../../shared/handoff/fold';
import type { Handoff, LogBody } from '../../shared/handoff/model';
import type { Ledger, LogLine } from '../ledger/types';

/**
 * What a log says, worked out once: the ledger hands out the same lines until one is added, so what was folded from them
 * holds for as long. The results are shared and not to be changed.
 */

interface Worked {
  bodies: readonly LogBody[];
  folded?: Handoff | null;
  own?: Handoff | null;
  standing?: ReadonlyMap<string, string>;
}

const worked = new WeakMap<readonly LogLine[], Worked>();

function of(lines: readonly LogLine[]): Worked {
  let known = worked.get(lines);
  if (!known) worked.set(lines, (known = { bodies: lines.map((line) => line.body) }));
  return known;
}

/** The log of a handoff, what each line says. */
export function bodiesOf(ledger: Ledger, id: string): readonly LogBody[] {
  return of(ledger.log(id)).bodies;
}

/** The handoff as it stands; null when its log holds no standing opening. */
export function foldedOf(ledger: Ledger, id: string): Handoff | null {
  const known = of(ledger.log(id));
  if (known.folded === undefined) known.folded = fold(id, known.bodies);
  return known.folded;
}

/** What other handoffs say of one: left out, it is what its own facts make of it. */
const RELATING: readonly LogBody['entry'][] = ['merged', 'split', 'chained'];

/** The handoff by its own facts alone, whatever it is one with or a link of. */
export function ownOf(ledger: Ledger, id: string): Handoff | null {
  const known = of(ledger.log(id));
  if (known.own === undefined) {
    const own = known.bodies.filter((line) => !RELATING.includes(line.entry));
    known.own = own.length === known.bodies.length ? foldedOf(ledger, id) : fold(id, own);
  }
  return known.own;
}

/** The facts its own conversation and those around it gave, by id, each as JSON: what a new reading is compared with. */
export function standingIn(ledger: Ledger, id: string): ReadonlyMap<string, string> {
  const known = of(ledger.log(id));
  // What other handoffs bring is theirs to take back, and what was decided is the person's.
  known.standing ??= new Map(
    (fold(id, known.bodies.filter(isFound))?.evidence ?? []).map((e) => [e.id, JSON.stringify(e)]),
  );
  return known.standing;
}

function isFound(line: LogBody): boolean {
  return (
    line.entry !== 'merged' && !(line.entry === 'decided' && line.decision.kind === 'wrongPerson')
  );
}
