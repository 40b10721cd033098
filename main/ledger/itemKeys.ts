import { tokensIn } from '../../shared/catching/oneTap';
import { itemTime, type Item, type Person } from '../../shared/handoff/item';
import { markerOf } from '../../shared/handoff/marker';

/** What an item is found by: everything the item store indexes, derived from the item alone. */
export interface ItemKeys {
  /** ms since the epoch; 0 when the item's time cannot be read, so that it is still listed (first). */
  at: number;
  /** RFC 5322 Message-ID of a mail, null for everything else. */
  messageId: string | null;
  /** Message-IDs a mail bears or refers to. */
  refs: string[];
  /** The subject a mail without references is joined by; null for everything else. */
  subject: { key: string; answer: boolean } | null;
  /** Who wrote it, said it or has it assigned. */
  authors: string[];
  /** Whom an event, a task or a meeting involves. */
  involved: string[];
  /** Names a mail bears: of handoffs in the mark on it, of one-tap answers in its words. */
  marks: string[];
  /** What it is looked for as among all that somebody wrote; null for what never is. */
  kind: 'event' | 'task' | 'pair' | null;
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
    case 'absence':
      return [];
  }
}

/** A reference that is no Message-ID but a subject mails are joined by. */
const SUBJECT_KEY = 'subject:';

function subjectOf(item: Item): ItemKeys['subject'] {
  const key =
    item.kind === 'mail' ? item.references.find((r) => r.startsWith(SUBJECT_KEY)) : undefined;
  if (item.kind !== 'mail' || key === undefined) return null;
  const written = item.subject.replace(/\s+/g, ' ').trim().toLowerCase();
  // The key is the bare subject: one that is written longer bears a mark of answering or forwarding.
  return { key, answer: written !== key.slice(SUBJECT_KEY.length) };
}

function involvedIn(item: Item): (Person | null)[] {
  if (item.kind === 'event') return [item.organizer, ...item.attendees.map((a) => a.person)];
  if (item.kind === 'task') return [item.createdBy, ...item.assignedTo];
  if (item.kind === 'absence') return [item.person];
  return item.kind === 'meeting' ? [...item.attendees, ...item.cues.map((c) => c.speaker)] : [];
}

/** What a mark names a handoff by, and a reply a message with one-tap answers. */
export const handoffMark = (id: string): string => `handoff:${id}`;
export const tapMark = (token: string): string => `tap:${token}`;

function marksOf(item: Item): string[] {
  if (item.kind !== 'mail') return [];
  const handoffs = (markerOf(item)?.handoffs ?? []).map(handoffMark);
  return [...new Set([...handoffs, ...tokensIn(item.body.content).map(tapMark)])].sort();
}

function kindOf(item: Item): ItemKeys['kind'] {
  if (item.kind === 'event' || item.kind === 'task') return item.kind;
  return item.kind === 'chat' && item.chatType === 'oneOnOne' ? 'pair' : null;
}

/** Derives the keys of an item. */
export function itemKeys(item: Item): ItemKeys {
  const at = Date.parse(itemTime(item));
  const mail = item.kind === 'mail' ? item : null;
  const refs = mail === null ? [] : [mail.messageId, mail.inReplyTo ?? '', ...mail.references];
  return {
    at: Number.isNaN(at) ? 0 : at,
    messageId: mail === null || mail.messageId === '' ? null : mail.messageId,
    refs: [...new Set(refs)].filter((id) => id !== '' && !id.startsWith(SUBJECT_KEY)).sort(),
    subject: subjectOf(item),
    authors: keysOf(authorsOf(item)),
    involved: keysOf(involvedIn(item)),
    marks: marksOf(item),
    kind: kindOf(item),
  };
}
