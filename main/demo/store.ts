import type { Person } from '../../shared/handoff/item';
import type { Body } from './bodies';
import { changeKeyOf, folderId, regularId } from './ids';

/** The folders every mailbox has, by their well-known names, with the names people see. */
export const FOLDERS = {
  inbox: 'Inbox',
  drafts: 'Drafts',
  sentitems: 'Sent Items',
  deleteditems: 'Deleted Items',
  archive: 'Archive',
  junkemail: 'Junk Email',
  outbox: 'Outbox',
} as const;
/** A well-known name, or the id of a folder the person made. */
export type FolderName = keyof typeof FOLDERS | OwnFolder['id'];

/** A folder the person made, in the top of the mailbox or in another of theirs. */
export interface OwnFolder {
  id: `AQMk${string}`;
  name: string;
  hidden: boolean;
  parent: OwnFolder['id'] | null;
}

/** A message as the mailbox keeps it. Times in ms; Message-IDs without angle brackets. */
export interface StoredMessage {
  readonly immutableId: string;
  /** Counts changes; shown as changeKey and etag. */
  version: number;
  /** Counts moves; the regular id follows it. */
  moves: number;
  folder: FolderName;
  internetMessageId: string;
  inReplyTo: string | null;
  references: string[];
  conversationId: string;
  conversationIndex: string;
  from: Person;
  replyTo: Person[];
  to: Person[];
  cc: Person[];
  bcc: Person[];
  subject: string;
  body: Body;
  createdAt: number;
  receivedAt: number;
  sentAt: number;
  modifiedAt: number;
  isRead: boolean;
  isDraft: boolean;
  isReadReceiptRequested: boolean;
  isDeliveryReceiptRequested: boolean;
  importance: 'low' | 'normal' | 'high';
  flagStatus: 'notFlagged' | 'flagged' | 'complete';
  categories: string[];
  attachments: string[];
  messageClass: string;
  headers: { name: string; value: string }[];
  /** Extended properties by the service's spelling of their id. */
  properties: Map<string, string>;
  /** For a reply or forward: what it does to which mail (102 reply, 103 reply to all, 104 forward). */
  answers: { verb: 102 | 103 | 104; messageId: string } | null;
}

/** One line of a folder's change log. */
interface Change {
  readonly sequence: number;
  readonly message: StoredMessage;
  /** As it was then: the one a client of regular ids knows a gone message by. */
  readonly regularId: string;
  readonly kind: 'entered' | 'left' | 'changed' | 'read';
}

/** What became of one message of a folder since a point of its log. */
export interface Difference {
  message: StoredMessage;
  regularId: string;
  kind: 'created' | 'updated' | 'read' | 'removed';
}

/** The messages of one person by folder, with a change log for each folder. */
export class Mailbox {
  private readonly messages = new Map<string, StoredMessage>();
  private readonly byMessageId = new Map<string, Set<StoredMessage>>();
  private readonly regular = new Map<string, string>();
  private readonly folders = new Map<FolderName, Map<string, StoredMessage>>();
  private readonly logs = new Map<FolderName, Change[]>();
  private sequence = 0;
  /** In the order they were made. */
  readonly own: OwnFolder[] = [];

  /** Makes a folder, as the person does in Outlook; returns its id. */
  makeFolder(name: string, how: { hidden?: boolean; in?: OwnFolder['id'] } = {}): OwnFolder['id'] {
    const parent = how.in ?? null;
    const id = folderId(`own/${parent ?? ''}/${name}`);
    this.own.push({ id, name, hidden: how.hidden ?? false, parent });
    return id;
  }

  /** The folder meant by a well-known name (in any case) or an id. */
  folderOf(nameOrId: string): FolderName | undefined {
    const lower = nameOrId.toLowerCase();
    const known = WELL_KNOWN.find((name) => name === lower || folderId(name) === nameOrId);
    return known ?? this.own.find(({ id }) => id === nameOrId)?.id;
  }

  /** The point of the log that is now. */
  get point(): number {
    return this.sequence;
  }

  add(message: StoredMessage): void {
    this.messages.set(message.immutableId, message);
    const copies = this.byMessageId.get(message.internetMessageId) ?? new Set();
    this.byMessageId.set(message.internetMessageId, copies.add(message));
    this.enter(message);
  }

  /** By either kind of id; regular ids of a place the message has left are unknown. */
  find(id: string): StoredMessage | undefined {
    return this.messages.get(id) ?? this.messages.get(this.regular.get(id) ?? '');
  }

  /** Newest first. */
  inFolder(folder: FolderName): StoredMessage[] {
    return newestFirst(this.folders.get(folder)?.values() ?? []);
  }

  /** Newest first. */
  all(): StoredMessage[] {
    return newestFirst(this.messages.values());
  }

  /** Messages with that Message-ID: a mail to oneself is there twice. */
  withMessageId(internetMessageId: string): StoredMessage[] {
    return [...(this.byMessageId.get(internetMessageId) ?? [])];
  }

  /** Records that a message changed; a bare read flip is told apart, because delta shows it sparsely. */
  changed(message: StoredMessage, at: number, kind: 'changed' | 'read' = 'changed'): void {
    message.version++;
    message.modifiedAt = at;
    this.log(message, kind);
  }

  move(message: StoredMessage, folder: FolderName, at: number): void {
    this.leave(message);
    message.moves++;
    message.version++;
    message.modifiedAt = at;
    message.folder = folder;
    this.messages.set(message.immutableId, message);
    this.enter(message);
  }

  /** Takes a message out of the mailbox. */
  remove(message: StoredMessage): void {
    this.leave(message);
    this.messages.delete(message.immutableId);
    this.byMessageId.get(message.internetMessageId)?.delete(message);
  }

  /** What changed in a folder after a point of the log, in the order of the last change. */
  since(folder: FolderName, point: number): Difference[] {
    const log = this.logs.get(folder) ?? [];
    let start = log.length;
    while (start > 0 && (log[start - 1]?.sequence ?? 0) > point) start--;
    const found = new Map<string, { last: Change; kinds: Set<Change['kind']> }>();
    for (const change of log.slice(start)) {
      const id = change.message.immutableId;
      const kinds = found.get(id)?.kinds ?? new Set<Change['kind']>();
      kinds.add(change.kind);
      found.delete(id);
      found.set(id, { last: change, kinds });
    }
    return [...found].map(([id, { last, kinds }]) => {
      const { message, regularId } = last;
      if (!this.folders.get(folder)?.has(id)) return { message, regularId, kind: 'removed' };
      if (kinds.has('entered')) return { message, regularId, kind: 'created' };
      return { message, regularId, kind: kinds.has('changed') ? 'updated' : 'read' };
    });
  }

  private enter(message: StoredMessage): void {
    const folder = this.folders.get(message.folder) ?? new Map<string, StoredMessage>();
    folder.set(message.immutableId, message);
    this.folders.set(message.folder, folder);
    this.regular.set(regularIdOf(message), message.immutableId);
    this.log(message, 'entered');
  }

  private leave(message: StoredMessage): void {
    this.folders.get(message.folder)?.delete(message.immutableId);
    this.log(message, 'left');
    this.regular.delete(regularIdOf(message));
  }

  private log(message: StoredMessage, kind: Change['kind']): void {
    const log = this.logs.get(message.folder) ?? [];
    log.push({ sequence: ++this.sequence, message, regularId: regularIdOf(message), kind });
    this.logs.set(message.folder, log);
  }
}

function newestFirst(messages: Iterable<StoredMessage>): StoredMessage[] {
  return [...messages].sort((a, b) => b.receivedAt - a.receivedAt);
}

/** The id that changes with the folder. */
export function regularIdOf(message: StoredMessage): string {
  return regularId(`${message.immutableId}/${message.moves}`);
}

export function changeKey(message: StoredMessage): string {
  return changeKeyOf(message.immutableId, message.version);
}

export const WELL_KNOWN = Object.keys(FOLDERS) as (keyof typeof FOLDERS)[];

/** Own folders are called by their id anyway. */
export function folderIdOf(folder: FolderName): string {
  return WELL_KNOWN.some((name) => name === folder) ? folderId(folder) : folder;
}
/** The folder above all others. */
export const ROOT_FOLDER = folderId('msgfolderroot');
