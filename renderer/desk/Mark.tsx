import type { Person } from '../../shared/handoff/item';
import { initials } from './words';

/** A person's two letters in a ring; nobody is an empty ring. Decoration: the name always stands beside it. */
export function Mark({ person, turn }: { person: Person | null; turn: boolean }) {
  return (
    <span className="mark" data-turn={turn} data-nobody={person === null} aria-hidden>
      {person === null ? '?' : initials(person)}
    </span>
  );
}
