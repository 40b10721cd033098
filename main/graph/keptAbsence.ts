import { stableId } from '../../shared/handoff/identity';
import type { AbsenceItem, Person } from '../../shared/handoff/item';
import type { ItemPatch, Ledger } from '../ledger/types';

/** What one way of asking tells of an absence. Times in ISO. */
export interface Away {
  via: AbsenceItem['via'];
  from: string | null;
  until: string | null;
  note: string;
}

/**
 * What was told of one person, as items: a new absence, or the end of one that is told no more. `asked`: which ways
 * could be asked, for only those can tell that somebody is back. `now` in ms.
 */
export function keptAbsence(
  held: Pick<Ledger, 'item' | 'absencesOf'>,
  told: { person: Person; absence: Away | null; asked: ReadonlySet<Away['via']>; now: number },
): ItemPatch[] {
  const { person, absence, asked } = told;
  const now = new Date(told.now).toISOString();
  const id = absence === null ? '' : idOf(person, absence);
  const ended = held.absencesOf(person).flatMap<ItemPatch>(({ item }) => {
    if (item.kind !== 'absence' || item.id === id || !asked.has(item.via)) return [];
    const over = item.overAt !== null || (item.until !== null && item.until <= now);
    return over ? [] : [{ id: item.id, kind: 'absence', overAt: now }];
  });
  if (absence === null) return ended;
  const before = held.item(id)?.item;
  if (before?.kind === 'absence')
    // The very note of before is up again.
    return before.overAt === null ? ended : [...ended, { id, kind: 'absence', overAt: null }];
  const { via, from, until, note } = absence;
  const item: AbsenceItem = {
    ...{ kind: 'absence', id, person, seenAt: now, from, until },
    ...{ overAt: null, via, note },
  };
  return [...ended, item];
}

function idOf(person: Person, { via, from, until, note }: Away): string {
  return `absence:${person.address}/${stableId(via, from ?? '', until ?? '', note)}`;
}
