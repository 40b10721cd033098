import { samePerson } from '../../shared/handoff/identity';
import type { DirectoryEntry, Person } from '../../shared/handoff/item';
import type { Habit } from '../../shared/timing/habits';
import { holidaysIn } from '../../shared/timing/holidays';
import {
  withAway,
  workingHoursOf,
  type Away,
  type WorkingHours,
} from '../../shared/timing/workingHours';

/** Who is who: the directory by address (aliases too), and the hours each person keeps. */
export interface People {
  me: readonly Person[];
  all: readonly Person[];
  /** The times the person at the desk is away, as they were told. */
  away: readonly Away[];
  isMe(person: Person | null): boolean;
  entry(person: Person | null): DirectoryEntry | null;
  /** What is known of them, hours learned from their writing included. */
  card(person: Person | null): DirectoryEntry | null;
  zoneOf(person: Person | null): string | null;
  hoursOf(person: Person | null): WorkingHours;
  /** Others of the same team, as the directory has them. */
  teamOf(person: Person | null): Person[];
}

/**
 * Builds the look-up from directory entries; `zone` is used where a person's own is unknown, `away` is one's own, and
 * `habitOf` tells the hours of those of whom the directory does not.
 */
export function peopleOf(
  entries: readonly DirectoryEntry[],
  me: readonly Person[],
  zone: string,
  away: readonly Away[] = [],
  habitOf: (person: Person | null) => Habit | null = () => null,
): People {
  const byAddress = new Map<string, DirectoryEntry>();
  for (const entry of entries)
    for (const address of [entry.person.address, ...entry.aliases])
      if (address !== '') byAddress.set(address, entry);
  const hours = new Map<string, WorkingHours>();
  const teams = new Map<string, Person[]>();
  for (const { team, person } of entries)
    if (team !== null && team !== '') teams.set(team, [...(teams.get(team) ?? []), person]);
  const entry = (person: Person | null) =>
    person ? (byAddress.get(person.address) ?? null) : null;
  const isMe = (person: Person | null) => me.some((m) => samePerson(m, person));
  const card = (person: Person | null): DirectoryEntry | null => {
    const known = entry(person);
    const habit = isMe(person) || known?.workingHours ? null : habitOf(person);
    if (person === null || habit === null) return known;
    const stranger = { id: '', person, aliases: [], team: null, title: null };
    return { ...(known ?? stranger), ...habit };
  };
  return {
    me,
    all: entries.map((e) => e.person),
    away,
    isMe,
    entry,
    card,
    teamOf: (person) =>
      (teams.get(entry(person)?.team ?? '') ?? []).filter((p) => !samePerson(p, person)),
    zoneOf: (person) => entry(person)?.timeZone ?? null,
    hoursOf(person) {
      const key = person?.address ?? '';
      let known = hours.get(key);
      if (!known) {
        const kept = workingHoursOf(card(person), zone, (z) => holidaysIn(z));
        known = isMe(person) ? withAway(kept, away) : kept;
        hours.set(key, known);
      }
      return known;
    },
  };
}
