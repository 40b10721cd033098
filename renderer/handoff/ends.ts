import type { HandoffDetail } from '../../shared/contract';
import type { Evidence } from '../../shared/handoff/model';

/** The words a handoff opened with, as the first fact of the end that spoke them. */
export interface Opening {
  end: 'giver' | 'taker';
  /** The evidence that is this same fact, so that it is not told twice. */
  evidence: Evidence | null;
}

export interface Ends {
  opening: Opening;
  giver: Evidence[];
  taker: Evidence[];
  /** What neither end did: bystanders, groups. */
  other: Evidence[];
}

/**
 * Parts the log into its two banks, oldest first. A promise is spoken by the one who has the work
 * (the taker); everything else that opens a handoff is spoken by its giver.
 */
export function endsOf(handoff: HandoffDetail): Ends {
  const inOrder = [...handoff.evidence].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1),
  );
  const same = inOrder.find(
    (fact) =>
      fact.source.kind === handoff.source.kind &&
      fact.source.id === handoff.source.id &&
      fact.source.time === handoff.source.time &&
      (fact.kind === 'sent' || fact.quote === handoff.quote) &&
      (fact.quote === '' || fact.quote === handoff.quote),
  );
  const rest = inOrder.filter((fact) => fact !== same);
  const said = handoff.act === 'commitment' ? 'taker' : 'giver';
  return {
    opening: { end: said, evidence: same ?? null },
    giver: rest.filter((fact) => fact.end === 'giver'),
    taker: rest.filter((fact) => fact.end === 'taker'),
    other: rest.filter((fact) => fact.end === 'other'),
  };
}
