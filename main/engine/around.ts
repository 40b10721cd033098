import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Correlated } from './correlated';
import { hasStrayed, type Place, type Strayed } from './reach';
import type { Utterance } from './utterance';

/** Where a message stands in its conversation. */
export interface Around {
  place: Place;
  strayed: Strayed;
  /** What was said under this id. */
  source(id: string): Utterance | undefined;
  /** The author's message before. */
  lastOwn: string | null;
  /** Who wrote the message before. */
  last: Person | null;
  /** What was said between the opening of a handoff and this message. */
  since(handoff: Correlated): readonly Utterance[];
  /** Was it written to what another has just said: a mail by its form, a chat message by its place? */
  answers: boolean;
}

/** `told`: its conversation up to it, itself the last; `placeOf`: where each stands there, by id. */
export function aroundOf(
  said: Utterance,
  told: readonly Utterance[],
  placeOf: ReadonlyMap<string, number>,
): Around {
  const n = told.length - 1;
  const own = told.findLast((u) => u !== said && samePerson(u.from, said.from));
  return {
    place: (since) => n - (placeOf.get(since) ?? Number.NEGATIVE_INFINITY),
    strayed(handoff) {
      const last = handoff.evidence.at(-1)?.source.id ?? '';
      const since = placeOf.get(last) ?? placeOf.get(handoff.seed.opening.source.id) ?? n;
      return hasStrayed(handoff, said, told.slice(since + 1, n));
    },
    source: (id) => told[placeOf.get(id) ?? -1],
    lastOwn: own?.source.id ?? null,
    last: told.at(-2)?.from ?? null,
    since: ({ seed }) => told.slice((placeOf.get(seed.opening.source.id) ?? n) + 1, n),
    answers: answers(said, told.at(-2)),
  };
}

function answers(said: Utterance, before: Utterance | undefined): boolean {
  if (said.item.kind === 'mail') return said.item.inReplyTo !== null;
  return (
    before !== undefined &&
    !samePerson(before.from, said.from) &&
    Date.parse(said.at) - Date.parse(before.at) < EXCHANGE_MS
  );
}
const EXCHANGE_MS = 6 * 3_600_000;
