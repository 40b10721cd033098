import { itemTime, type Item, type Person } from '../../shared/handoff/item';

/** What an item is found by: everything the item store indexes, derived from the item alone. */
export interface ItemKeys {
  /** ms since the epoch; 0 when the item's time cannot be read, so that it is still listed (first). */
  at: number;
  /** RFC 5322 Message-ID of a mail, null for everything else. */
  messageId: string | null;
  /** Message-IDs a mail bears or refers to. */
  refs: string[];
  /** Who wrote it, said it or has it assigned. */
  authors: string[];
  /** Whom an event or a task involves. */
  involved: string[];
}

/** How a person is looked up: by address, by lower-case name where a source gave no address. */
export function personKey(person: Person): string {
  return (person.address === '' ? person.name : person.address).toLowerCase();
}

function keysOf(people: readonly (Person | null)[]): string[] {
  const keys = people.flatMap((person) => (person === null ? [] : [personKey(person)]));
  return [...new Set(keys)].filter((key) => key !== '').sort();
}

function authorsOf(item: Item): (Person | null)[] {
  switch (item.kind) {
    case 'mail':
    case 'chat':
      return [item.from];
    case 'meeting':
      return item.cues.map((cue) => cue.speaker);
    case 'event':
      return [item.organizer];
    case 'task':
      return [item.createdBy, ...item.assignedTo];
  }
}

function involvedIn(item: Item): (Person | null)[] {
  if (item.kind === 'event') return [item.organizer, ...item.attendees.map((a) => a.person)];
  if (item.kind === 'task') return [item.createdBy, ...item.assignedTo];
  return [];
}

/** Derives the keys of an item. */
export function itemKeys(item: Item): ItemKeys {
  const at = Date.parse(itemTime(item));
  const mail = item.kind === 'mail' ? item : null;
  const refs = mail === null ? [] : [mail.messageId, mail.inReplyTo ?? '', ...mail.references];
  return {
    at: Number.isNaN(at) ? 0 : at,
    messageId: mail === null || mail.messageId === '' ? null : mail.messageId,
    refs: [...new Set(refs)].filter((id) => id !== '').sort(),
    authors: keysOf(authorsOf(item)),
    involved: keysOf(involvedIn(item)),
  };
}
