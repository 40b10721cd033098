import { createHash } from 'node:crypto';
import { conversationId } from './ids';

/** Where a mail stands: its conversation in this mailbox and its place in the reply tree. */
export interface Place {
  conversationId: string;
  /** 22 bytes of the conversation and 5 for each reply level, base64; a child begins with its parent's bytes. */
  conversationIndex: string;
  /** Message-ID of the mail the conversation grew from, held or only referred to. */
  thread: string;
}

const bytesOf = (text: string, length: number) =>
  createHash('sha256').update(text).digest().subarray(0, length);

/**
 * Which mail belongs to which conversation, by In-Reply-To and References. Mails are placed in the
 * order of their time; a mail whose parents are unknown takes the oldest reference as the root, so
 * that later mails of the same thread find it.
 */
export class Threads {
  private readonly places = new Map<string, Place>();
  private readonly members = new Map<string, Set<string>>();

  /** @param owner whose mailbox it is: one conversation has another id in each. */
  constructor(private readonly owner = '') {}

  /**
   * The place of a mail; the same Message-ID keeps its place. `carried` is the index the mail came with
   * from its sender's mailbox, which goes on here.
   */
  place(messageId: string, parents: readonly string[], at: number, carried?: string): Place {
    const held = this.places.get(messageId);
    if (held) return held;
    const parent = parents.map((id) => this.places.get(id)).find((p) => p !== undefined);
    const root = parents.at(-1) ?? messageId;
    const place = parent
      ? { ...parent, conversationIndex: reply(parent.conversationIndex, messageId) }
      : {
          conversationId: conversationId(`${this.owner}/${root}`),
          conversationIndex:
            root === messageId ? header(root, at) : reply(header(root, at), messageId),
          thread: root,
        };
    if (carried !== undefined) place.conversationIndex = carried;
    this.places.set(messageId, place);
    const members = this.members.get(place.conversationId) ?? new Set<string>();
    for (const id of [place.thread, messageId]) members.add(id);
    this.members.set(place.conversationId, members);
    // A root known only by reference gets its place now, so that it keeps it when it is found later.
    if (!parent && root !== messageId)
      this.places.set(root, { ...place, conversationIndex: header(root, at) });
    return place;
  }

  /** Whether a Message-ID is part of the conversation. */
  holds(conversation: string, messageId: string): boolean {
    return this.members.get(conversation)?.has(messageId) ?? false;
  }
}

function header(root: string, at: number): string {
  const bytes = Buffer.alloc(22);
  bytes[0] = 1;
  // The five high bytes of the FILETIME: 100 ns since 1601.
  bytes.writeUIntBE(Math.floor(((at + 11_644_473_600_000) * 10_000) / 2 ** 24) % 2 ** 40, 1, 5);
  bytes.set(bytesOf(root, 16), 6);
  return bytes.toString('base64');
}

function reply(parent: string, messageId: string): string {
  return Buffer.concat([Buffer.from(parent, 'base64'), bytesOf(messageId, 5)]).toString('base64');
}

/** The parents of a mail, nearest first and the oldest last. */
export function parentsOf(inReplyTo: string | null, references: readonly string[]): string[] {
  const chain = [...references].reverse();
  return inReplyTo === null || chain.includes(inReplyTo) ? chain : [inReplyTo, ...chain];
}
