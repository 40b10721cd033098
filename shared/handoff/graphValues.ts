import { TZDate } from '@date-fns/tz';
import { findIana } from 'windows-iana';
import type { GraphAddress, GraphIdentitySet } from './graphSchema';
import type { Person } from './item';

/** Times, zones and people as Graph writes them. */

/** Directory (user) id → person. Ids are compared byte for byte, as Graph asks. */
export type PeopleById = ReadonlyMap<string, Person>;

/** IANA name of a Windows or IANA zone name; null when neither knows it ("Customized Time Zone"). */
export function ianaZone(name: string | null | undefined): string | null {
  const given = name?.trim() ?? '';
  if (given === '') return null;
  if (/^(utc|etc\/utc|gmt|z)$/i.test(given)) return 'UTC';
  const mapped = findIana(given)[0];
  if (mapped !== undefined) return mapped;
  try {
    // Only asked whether it knows the name: its canonical spelling would be an older one.
    new Intl.DateTimeFormat('en', { timeZone: given });
    return given;
  } catch {
    return null;
  }
}

/**
 * The instant of a wall time ("2026-03-02T13:00:00.0000000") in an IANA zone, ISO with that zone's
 * offset, so that the local date can still be read from it; null when unreadable. A wall time that
 * brings its own offset keeps it.
 */
export function zonedInstant(wall: string, zone: string): string | null {
  if (/(?:[zZ]|[+-]\d\d:?\d\d)$/.test(wall)) return instant(wall);
  const m = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?$/.exec(wall.trim());
  if (!m) return null;
  const part = (n: number) => Number(m[n] ?? 0);
  const date = new TZDate(part(1), part(2) - 1, part(3), part(4), part(5), part(6), 0, zone);
  if (Number.isNaN(date.getTime())) return null;
  return zone === 'UTC' ? new Date(date.getTime()).toISOString() : date.toISOString();
}

/** A Graph DateTimeOffset as it stands; null when absent, unreadable, or the year 1 that means "never". */
export function instant(value: string | null | undefined): string | null {
  if (!value || value.startsWith('0001-') || Number.isNaN(Date.parse(value))) return null;
  return value;
}

/** A person of a display name and an address as some source wrote them. */
export function person(
  name: string | null | undefined,
  address: string | null | undefined,
): Person {
  const found = (address ?? '')
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();
  const label = (name ?? '').trim();
  // Outlook repeats the address as the name when it knows no name.
  return { name: label.toLowerCase() === found ? '' : label, address: found };
}

/** The person of a recipient; none when it names nobody. */
export function addressee(recipient: GraphAddress): Person[] {
  const made = person(recipient.emailAddress?.name, recipient.emailAddress?.address);
  return made.name === '' && made.address === '' ? [] : [made];
}

/** The person behind an identity: by id where known, else by the name it carries. Null when it names no one. */
export function identified(
  set: GraphIdentitySet | null | undefined,
  ...known: PeopleById[]
): Person | null {
  const identity = set?.user ?? set?.application;
  if (!identity) return null;
  for (const people of known) {
    const found = people.get(identity.id ?? '');
    if (found) return found;
  }
  const name = identity.displayName ?? identity.id ?? '';
  return name === '' ? null : { name, address: '' };
}
