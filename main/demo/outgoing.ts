import type { Clock } from '../../shared/timing/clock';
import { GraphFault } from './answer';
import { immutableId } from './ids';
import type { People } from './people';
import {
  arrivingProperties,
  headersOf,
  IN_REPLY_TO,
  LAST_VERB,
  LAST_VERB_AT,
  MESSAGE_CLASS,
  REFERENCES,
} from './properties';
import type { Mailbox, StoredMessage } from './store';
import { parentsOf, type Threads } from './threads';
import type { Timeline } from './timeline';

/** How long the Sent copy takes to appear, in ms of the tenant's clock. */
export const SENT_DELAY = 5_000;

/** The parts of the tenant that mail on its way passes through. */
export interface Post {
  clock: Clock;
  timeline: Timeline;
  mailbox: Mailbox;
  threads: Threads;
  people: People;
  sentDelayMs: number;
  /** Told of each mail the person sends, at the moment of sending. */
  onSent: (message: StoredMessage, at: number) => void;
}

/** A fresh message with everything empty, to be filled in. */
export function blankMessage(
  post: Post,
  about: { immutableId: string; internetMessageId: string; at: number; parents: readonly string[] },
): StoredMessage {
  const place = post.threads.place(about.internetMessageId, about.parents, about.at);
  return {
    immutableId: about.immutableId,
    version: 1,
    moves: 0,
    folder: 'drafts',
    internetMessageId: about.internetMessageId,
    inReplyTo: null,
    references: [],
    conversationId: place.conversationId,
    conversationIndex: place.conversationIndex,
    from: post.people.me.person,
    replyTo: [],
    to: [],
    cc: [],
    bcc: [],
    subject: '',
    body: { type: 'html', content: '' },
    createdAt: about.at,
    receivedAt: about.at,
    sentAt: about.at,
    modifiedAt: about.at,
    isRead: true,
    isDraft: true,
    isReadReceiptRequested: false,
    isDeliveryReceiptRequested: false,
    importance: 'normal',
    flagStatus: 'notFlagged',
    categories: [],
    attachments: [],
    messageClass: 'IPM.Note',
    headers: [],
    properties: new Map([[MESSAGE_CLASS, 'IPM.Note']]),
    answers: null,
  };
}

/** Makes a message stand as a reply, in its fields and in the properties that show them. */
export function asReplyTo(
  message: StoredMessage,
  inReplyTo: string,
  references: readonly string[],
): void {
  message.inReplyTo = inReplyTo;
  message.references = [...references];
  message.properties.set(IN_REPLY_TO, `<${inReplyTo}>`);
  message.properties.set(REFERENCES, message.references.map((id) => `<${id}>`).join(' '));
}

/** The references of a reply to a message: its own chain and itself. */
export function chainOf(message: StoredMessage): string[] {
  const chain = parentsOf(message.inReplyTo, message.references).reverse();
  return [...chain, message.internetMessageId];
}

/** A received mail shows what its owner last did with it; Outlook and this tenant keep it as properties. */
export function noteVerb(mailbox: Mailbox, answers: StoredMessage['answers'], at: number): void {
  if (!answers) return;
  for (const original of mailbox.withMessageId(answers.messageId)) {
    if (original.folder === 'sentitems' || original.isDraft) continue;
    original.properties.set(LAST_VERB, `${answers.verb}`);
    original.properties.set(LAST_VERB_AT, new Date(at).toISOString());
    mailbox.changed(original, at);
  }
}

/**
 * Accepts a message for sending. It leaves Drafts at once; the Sent copy, with the same immutable id,
 * appears `sentDelayMs` later, and until then the id is unknown.
 * @throws GraphFault 400 when nobody valid is addressed.
 */
export function send(post: Post, message: StoredMessage, saveCopy = true): void {
  const { mailbox, people, timeline } = post;
  const at = post.clock.now();
  const everyone = [...message.to, ...message.cc, ...message.bcc];
  const invalid = everyone.find((p) => !/^[^\s@<>]+@[^\s@<>]+$/.test(p.address));
  if (everyone.length === 0 || invalid)
    throw new GraphFault(
      400,
      'ErrorInvalidRecipients',
      "At least one recipient isn't valid., A message can't be sent because it contains no recipients.",
    );
  if (mailbox.find(message.immutableId)) mailbox.remove(message);
  message.sentAt = at;
  message.receivedAt = at;
  message.modifiedAt = at;
  if (saveCopy)
    timeline.at(at + post.sentDelayMs, () => {
      message.isDraft = false;
      message.folder = 'sentitems';
      message.moves++;
      message.version++;
      mailbox.add(message);
    });
  if (isAddressed(message, people))
    timeline.at(at + post.sentDelayMs, (arrived) => {
      receive(post, message, arrived, false);
    });
  noteVerb(mailbox, message.answers, at);
  post.onSent(message, at);
}

/** Whether a mail is addressed to the person of a mailbox. */
export function isAddressed(message: StoredMessage, people: People): boolean {
  return [...message.to, ...message.cc, ...message.bcc].some((p) => people.isMe(p.address));
}

/**
 * Puts the copy a mail leaves at its recipient into their inbox: the same Message-ID, an item and a
 * conversation of this mailbox. `stripped`: the gateway it crossed took its `x-` headers off.
 */
export function receive(post: Post, sent: StoredMessage, at: number, stripped: boolean): void {
  const { people, threads, mailbox } = post;
  const owner = people.me.person.address;
  const parents = parentsOf(sent.inReplyTo, sent.references);
  const place = threads.place(sent.internetMessageId, parents, at, sent.conversationIndex);
  const headers = [...sent.headers, ...headersOf(sent.properties)].filter(
    ({ name }) => !stripped || !/^x-/i.test(name),
  );
  mailbox.add({
    ...sent,
    immutableId: immutableId(`received/${owner}/${sent.immutableId}`),
    version: 1,
    moves: 0,
    folder: 'inbox',
    conversationId: place.conversationId,
    bcc: [],
    isDraft: false,
    isRead: false,
    createdAt: at,
    receivedAt: at,
    modifiedAt: at,
    categories: [],
    headers,
    properties: arrivingProperties(sent.properties, headers),
    answers: null,
  });
}
