import type { Person } from '../../shared/handoff/item';
import { isList } from '../../shared/handoff/groups';
import { samePerson } from '../../shared/handoff/identity';
import type { Handoff } from '../../shared/handoff/model';
import type { Ledger } from '../ledger/types';
import type { People } from './people';

/** More than anybody looks through; the field above the list finds the others by their letters. */
const MOST = 500;
/** Messages of the conversation that are looked through, newest first. */
const LOOKED = 60;

/** Whose a handoff may be: the people of its conversation, latest first, then the directory. */
export function candidates(ledger: Ledger, people: People, handoff: Handoff | null): Person[] {
  if (!handoff) return [];
  const found = new Map<string, Person>();
  const add = (person: Person) => {
    const key = (person.address === '' ? person.name : person.address).toLowerCase();
    const taken = samePerson(person, handoff.giver) || samePerson(person, handoff.taker);
    if (key === '' || taken || isList(person) || found.size >= MOST || found.has(key)) return;
    found.set(key, people.entry(person)?.person ?? person);
  };
  for (const person of handoff.asked) add(person);
  let looked = 0;
  for (const { item } of ledger.latestFirst(handoff.thread)) {
    if (++looked > LOOKED) break;
    if (item.kind === 'mail') for (const p of [item.from, ...item.to, ...item.cc]) add(p);
    else if (item.kind === 'chat') for (const p of [item.from, ...item.members]) add(p);
    else if (item.kind === 'meeting') for (const p of item.attendees) add(p);
  }
  const listed = [...people.all].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const person of listed) add(person);
  return [...found.values()];
}
