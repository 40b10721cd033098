import type { SourceView } from '../../shared/contract/views';
import type { AbsenceItem, ChatItem, Item, SourceRef } from '../../shared/handoff/item';
import { plainText } from '../../shared/reading/text';
import type { Ledger, StoredItem } from '../ledger/types';

/** One source as plain text for reading; null when it is not held. Foreign HTML never leaves here as HTML. */
export function sourceView(ledger: Ledger, ref: SourceRef): SourceView | null {
  const held = ref.kind === 'mail' ? copyOf(ledger, ref.id) : ledger.item(`${ref.kind}:${ref.id}`);
  if (!held) return null;
  const { item, goneFrom } = held;
  const gone = goneFrom !== undefined || (item.kind === 'chat' && item.deleted);
  const shown = view(item, ref);
  return { ...shown, webLink: gone ? null : shown.webLink, gone };
}

/** The copy that can still be opened, of a mail that is there twice. */
function copyOf(ledger: Ledger, messageId: string): StoredItem | null {
  const copies = ledger.copiesOf(messageId);
  return copies.find(({ goneFrom }) => goneFrom === undefined) ?? copies[0] ?? null;
}

function view(item: Item, source: SourceRef): Omit<SourceView, 'gone'> {
  switch (item.kind) {
    case 'mail':
      return {
        source,
        title: item.subject,
        from: item.from,
        to: [...item.to, ...item.cc],
        at: item.sentAt,
        text: plainText(item.body.content, item.body.type),
        webLink: https(item.webLink),
      };
    case 'chat':
      return {
        source,
        title: item.topic ?? 'Chat',
        from: item.from,
        to: item.members.filter((m) => m.address !== item.from.address),
        at: item.sentAt,
        text: [plainText(item.body.content, item.body.type), reactionWords(item.reactions)]
          .filter((part) => part !== '')
          .join('\n\n'),
        webLink: https(item.webLink),
      };
    case 'meeting':
      return {
        source,
        title: item.subject,
        from: item.organizer,
        to: item.attendees,
        at: item.startedAt,
        text: item.cues.map((c) => `[${c.time}] ${c.speaker.name}: ${c.text}`).join('\n'),
        webLink: null,
      };
    case 'event':
      return {
        source,
        title: item.subject,
        from: item.organizer,
        to: item.attendees.map((a) => a.person),
        at: item.startsAt,
        text: item.description,
        webLink: https(item.webLink),
      };
    case 'task':
      return {
        source,
        title: item.title,
        from: item.createdBy,
        to: item.assignedTo,
        at: item.createdAt,
        text: `${item.percentComplete} % done`,
        webLink: https(item.webLink ?? null),
      };
    case 'absence':
      return {
        source,
        title: ABSENCE[item.via],
        from: item.person,
        to: [],
        at: item.from ?? item.seenAt,
        text: item.note,
        webLink: null,
      };
  }
}

const ABSENCE: Record<AbsenceItem['via'], string> = {
  automaticReply: 'The automatic reply senders get',
  presence: 'Out of office, as Teams shows it',
  calendar: 'Out of office in their calendar',
};

/** "👍 Arjen Dolstra": who reacted, under the message. */
function reactionWords(reactions: ChatItem['reactions']): string {
  return reactions.map((r) => `${r.type} ${r.by.name || r.by.address}`).join('\n');
}

function https(link: string | null): string | null {
  return link?.startsWith('https://') === true ? link : null;
}
