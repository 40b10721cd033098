import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { contentWords } from '../../shared/handoff/similarity';
import type { Seed } from './openings';

/**
 * Whom an absence note gives for this very work, where it names several for several kinds: "Permits are with Dougal,
 * invoices with Morag". The one whose words share most with what was asked; null where none shares any,
 * and where it names one alone.
 * `named` finds the people some words name.
 */
export function coverFor(
  note: string,
  author: Person,
  { words: own, subjectWords }: Pick<Seed, 'words' | 'subjectWords'>,
  named: (words: string) => readonly Person[],
): Person | null {
  const hands = partsOf(note).flatMap((part) => {
    const [person] = peopleIn(part, named).filter((p) => !samePerson(p, author));
    if (!person) return [];
    const words = contentWords(part);
    for (const word of contentWords(`${person.name} ${author.name}`)) words.delete(word);
    const shared = [...words].filter((word) => own.has(word) || subjectWords.has(word)).length;
    return [{ person, shared }];
  });
  // One hand alone is for everything, whatever it is named for.
  if (hands.every(({ person }) => samePerson(person, hands[0]?.person ?? null))) return null;
  const [best] = hands.sort((x, y) => y.shared - x.shared);
  return best && best.shared > 0 ? best.person : null;

  /** Lines, sentences and what stands between commas; two names joined by "and" are two. */
  function partsOf(text: string): string[] {
    return text.split(/\n+|(?<=[.!?])\s+|[;,]\s+/).flatMap((part) => {
      const halves = part.split(/\s+(?:and|und|et|y|e|en)\s+/i);
      return halves.every((half) => peopleIn(half, named).length > 0) ? halves : [part];
    });
  }
}

const ADDRESS = /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/gu;

function peopleIn(words: string, named: (words: string) => readonly Person[]): readonly Person[] {
  const known = named(words);
  if (known.length > 0) return known;
  return [...words.matchAll(ADDRESS)].map(([address]) => ({
    name: '',
    address: address.toLowerCase(),
  }));
}
