import { samePerson, stableId } from '../../shared/handoff/identity';
import type { AbsenceItem } from '../../shared/handoff/item';
import { sourceOf } from '../../shared/handoff/item';
import type { Evidence } from '../../shared/handoff/model';
import { readAbsence } from '../../shared/reading/absence';
import { peopleNamedIn } from '../../shared/reading/people';
import { coverFor } from './covering';
import type { People } from './people';
import type { Seed } from './openings';

/** An absence without an end says nothing of what is asked so long after it was seen. */
export const OPEN_END_MS = 14 * 86_400_000;

const VIA: Record<AbsenceItem['via'], string> = {
  automaticReply: 'the automatic reply Microsoft 365 announces for them',
  presence: 'Teams shows them as out of office',
  calendar: 'their calendar shows them as out of office',
};

/** The first words of a note. */
function quoteOf(note: string): string {
  const line = note.replace(/\s+/g, ' ').trim();
  return line.length <= 160 ? line : `${line.slice(0, line.lastIndexOf(' ', 159))}…`;
}

/**
 * What the times a taker was seen to be away say of a handoff: they change clock and route, and are no answer. An
 * absence that was over before it was asked says nothing, nor does one that is `known` from the conversation.
 */
export function absenceFacts(
  seed: Seed,
  absences: readonly AbsenceItem[],
  known: readonly Evidence[],
  people: Pick<People, 'zoneOf' | 'all' | 'isMe'>,
): Evidence[] {
  const asked = Date.parse(seed.opening.saidAt);
  return absences.flatMap((absence) => {
    const { person, seenAt } = absence;
    // The clock of the person at the desk keeps their own absences (`ownAbsence.ts`).
    if (people.isMe(person)) return [];
    const note = readAbsence(absence.note, {
      at: seenAt,
      timeZone: people.zoneOf(person),
      author: person,
    });
    const until = absence.overAt ?? absence.until ?? note.until;
    const began = Date.parse(absence.from ?? seenAt);
    if (until === null ? asked > Date.parse(seenAt) + OPEN_END_MS : Date.parse(until) <= asked)
      return [];
    // Their own automatic reply in the conversation has told the same.
    const told = known.some(
      (e) =>
        e.kind === 'absent' &&
        samePerson(e.by, person) &&
        (until === null ? e.until === null : Date.parse(e.until ?? '') === Date.parse(until)),
    );
    if (told && absence.overAt === null) return [];
    // A note often gives a name only; the directory knows the address.
    const around = { from: person, to: [], cc: [], mentions: [], directory: [...people.all] };
    const cover =
      coverFor(absence.note, person, seed, (words) =>
        peopleNamedIn(words, { ...around, channel: 'mail' }),
      ) ??
      (note.cover?.address === ''
        ? (people.all.find((p) => p.name === note.cover?.name) ?? note.cover)
        : note.cover);
    return {
      id: stableId(seed.id, 'absent', absence.id),
      kind: 'absent',
      end: 'taker',
      by: person,
      at: new Date(Math.max(asked, began)).toISOString(),
      source: sourceOf(absence),
      quote: quoteOf(absence.note),
      until: until === null ? null : new Date(until).toISOString(),
      to: cover,
      believes: note.gone ? 'giver' : null,
      link: { reason: VIA[absence.via], confidence: 0.95 },
    };
  });
}
