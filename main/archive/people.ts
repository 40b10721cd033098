import { isChannel } from '../../shared/handoff/groups';
import type { DirectoryEntry, Item, Person } from '../../shared/handoff/item';

/**
 * Finds the people behind the display names of one transcript, by name as written; address '' when
 * nobody or more than one fits.
 */
export type SpeakerResolver = (
  names: Iterable<string>,
  invited: readonly Person[],
) => Map<string, Person>;

/** A display name as people compare it: "Ortiz, Dána (Guest)" and "dana ortiz" are one. */
function nameKey(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .toLowerCase();
  const turned = /^([^,]+),([^,]+)$/.exec(plain);
  return (turned ? `${turned[2] ?? ''} ${turned[1] ?? ''}` : plain).replace(/[\s.]+/g, ' ').trim();
}

/**
 * True when the local part of an address can be written for a name: "dana.ortiz", "ortiz.dana",
 * "dana", "ortiz", "d.ortiz", "dortiz", "danao", and "daniela.ortiz" for Dani Ortiz.
 */
function spells(address: string, key: string): boolean {
  const local = nameKey((address.split('@')[0] ?? '').replace(/[\d._+-]+/g, ' '));
  const words = key.split(' ');
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  if (local === '' || first.length < 2) return false;
  if (words.length < 2) return local.split(' ')[0] === first;
  const ways = [key, first, last, `${last} ${first}`, `${first} ${last}`];
  ways.push(`${first.slice(0, 1)} ${last}`, `${first} ${last.slice(0, 1)}`);
  if (ways.some((way) => way === local || way.replace(/ /g, '') === local)) return true;
  const [given = '', ...family] = local.split(' ');
  const short = given.length < first.length ? given : first;
  return (
    family.at(-1) === last &&
    short.length >= 3 &&
    given.startsWith(short) &&
    first.startsWith(short)
  );
}

function only(people: readonly Person[]): Person | null {
  const [one] = people;
  return one && people.every((p) => p.address === one.address) ? one : null;
}

/** Everyone the archive names beside an address: directory first, so that its spelling of a name wins. */
export function knownPeople(
  directory: readonly DirectoryEntry[],
  items: readonly Item[],
): Map<string, Person> {
  const known = new Map<string, Person>();
  const learn = (person: Person | null) => {
    if (!person || person.address === '') return;
    const held = known.get(person.address);
    if (!held || (held.name === '' && person.name !== '')) known.set(person.address, person);
  };
  for (const entry of directory) {
    learn(entry.person);
    for (const address of entry.aliases) learn({ name: entry.person.name, address });
  }
  for (const item of items) {
    if (item.kind === 'mail') [item.from, ...item.to, ...item.cc].forEach(learn);
    if (item.kind === 'chat') item.members.filter((p) => !isChannel(p)).forEach(learn);
    if (item.kind === 'event') {
      learn(item.organizer);
      for (const { person } of item.attendees) learn(person);
    }
  }
  return known;
}

/**
 * Resolves speakers: by full name among those invited, by a first name only one of them has, by what
 * their addresses spell when their names are not known, then by full name among everyone known. Two
 * people of one name stay unresolved, and so do two names that would share an address: an address is
 * never guessed.
 */
export function speakerResolver(known: ReadonlyMap<string, Person>): SpeakerResolver {
  const byKey = new Map<string, Person[]>();
  for (const person of known.values()) {
    const key = nameKey(person.name);
    if (key !== '') byKey.set(key, [...(byKey.get(key) ?? []), person]);
  }
  const resolveOne = (key: string, invited: readonly Person[]) => {
    const exact = invited.filter((p) => nameKey(p.name) === key);
    const full = exact.length > 0 || !key.includes(' ') ? exact : (byKey.get(key) ?? []);
    if (full.length > 0) return { address: only(full)?.address ?? '', sure: true };
    const fits = [
      key.includes(' ') ? [] : invited.filter((p) => nameKey(p.name).split(' ')[0] === key),
      // A name that is known beside the address settles whose it is, whatever the address spells.
      invited.filter((p) => p.name === '' && spells(p.address, key)),
    ].find((found) => found.length > 0);
    return { address: only(fits ?? [])?.address ?? '', sure: false };
  };
  return (names, invited) => {
    const found = [...new Set(names)].map((written) => {
      const name = written.replace(/\s+/g, ' ').trim();
      const key = nameKey(name);
      return { written, name, key, ...(key === '' ? NOBODY : resolveOne(key, invited)) };
    });
    return new Map(
      found.map(({ written, name, key, address, sure }) => {
        // "Phil" beside "Phil Okonkwo" is one person; "Marek Wolny" beside "Marek Cis" is not.
        const rival = (other: string) => !other.startsWith(key) && !key.startsWith(other);
        const claimed =
          !sure && found.some((o) => o.address !== '' && o.address === address && rival(o.key));
        return [written, { name, address: claimed ? '' : address }];
      }),
    );
  };
}

const NOBODY = { address: '', sure: false } as const;
