import { isSubjectKey } from './threads';
import type { Act } from '../../shared/handoff/act';
import type { ChatItem, Item, MailItem, Person, SourceRef } from '../../shared/handoff/item';
import { sourceOf } from '../../shared/handoff/item';
import { contentWords } from '../../shared/handoff/similarity';
import { HELD, readChat, readMail, type ReadResult } from '../../shared/reading';

/** Something one person said to others, read: what the correlator works on. */
export interface Utterance {
  item: MailItem | ChatItem;
  source: SourceRef;
  at: string;
  from: Person;
  /** Those it is addressed to (mail: to; chat: the other members), the author left out. */
  to: Person[];
  /** Everyone who can see it, the author left out. */
  audience: Person[];
  /** Acts strong enough to be held. */
  acts: Act[];
  nature: ReadResult['nature'];
  ownText: string;
  words: ReadonlySet<string>;
  /** Message-IDs this one answers. */
  answers: string[];
}

export interface ReaderContext {
  directory: readonly Person[];
  zoneOf(person: Person): string | null;
}

/** Reads one mail or chat message. Null for items that are not said by a person to persons (drafts, deleted messages, events). */
export function utter(item: Item, ctx: ReaderContext): Utterance | null {
  if (item.kind === 'mail') return item.isDraft ? null : utterMail(item, ctx);
  if (item.kind === 'chat') return item.deleted ? null : utterChat(item, ctx);
  return null;
}

function utterMail(mail: MailItem, ctx: ReaderContext): Utterance {
  const read = readMail(mail, { directory: [...ctx.directory], timeZone: ctx.zoneOf(mail.from) });
  const others = (people: readonly Person[]) =>
    people.filter((p) => p.address !== mail.from.address || p.address === '');
  return {
    item: mail,
    source: sourceOf(mail),
    at: new Date(mail.sentAt).toISOString(),
    from: mail.from,
    to: others(mail.to),
    audience: others([...mail.to, ...mail.cc]),
    ...held(read),
    answers: [mail.inReplyTo ?? '', ...mail.references].filter(
      (id) => id !== '' && !isSubjectKey(id),
    ),
  };
}

function utterChat(chat: ChatItem, ctx: ReaderContext): Utterance {
  const read = readChat(chat, { directory: [...ctx.directory], timeZone: ctx.zoneOf(chat.from) });
  const others = chat.members.filter((p) => p.address !== chat.from.address);
  return {
    item: chat,
    source: sourceOf(chat),
    at: new Date(chat.sentAt).toISOString(),
    from: chat.from,
    to: others,
    audience: others,
    ...held(read),
    answers: [],
  };
}

function held(read: ReadResult) {
  return {
    acts: read.acts.filter((act) => act.confidence >= HELD),
    nature: read.nature,
    ownText: read.ownText,
    words: contentWords(read.ownText),
  };
}

/** The first words of what was said, for evidence that has no act of its own to quote. */
export function gist(utterance: Utterance): string {
  const line = utterance.ownText.replace(/\s+/g, ' ').trim();
  return line.length <= 160 ? line : `${line.slice(0, line.lastIndexOf(' ', 159))}…`;
}
