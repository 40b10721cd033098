import type { Act } from '../../shared/handoff/act';
import { stableId } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Evidence, EvidenceKind } from '../../shared/handoff/model';
import type { Seed } from './openings';
import { gist, type Utterance } from './utterance';

/** Evidence an utterance gives about a handoff. `end` is the side that spoke; `quote` its words, where they are not the act's. */
export function evidenceOf(
  seed: Seed,
  said: Utterance,
  kind: EvidenceKind,
  fact: {
    end: Evidence['end'];
    act?: Act | undefined;
    quote?: string | undefined;
    by?: Person;
    until?: string | null;
    to?: Person | null;
    believes?: 'giver' | 'taker' | null;
    reason: string;
    confidence: number;
  },
): Evidence {
  const quote = fact.quote ?? fact.act?.quote ?? gist(said);
  return {
    id: stableId(seed.id, kind, said.source.kind, said.source.id, String(fact.act?.start ?? -1)),
    kind,
    end: fact.end,
    by: fact.by ?? said.from,
    at: said.at,
    source: said.source,
    quote,
    until: fact.until ?? null,
    to: fact.to ?? null,
    believes: fact.believes ?? null,
    link: { reason: fact.reason, confidence: fact.confidence },
  };
}
