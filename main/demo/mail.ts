import type { MailFolder } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';
import {
  collection,
  entity,
  GraphFault,
  pageBySkip,
  type GraphAnswer,
  type GraphRequest,
  type Route,
} from './answer';
import { filterPaths, mapTexts, passes, type Filter } from './filter';
import { isItemId } from './ids';
import type { MailDelta } from './mailDelta';
import { checkSelect, ordered, selected } from './odata';
import { propertyId } from './properties';
import { attachmentsOf, messageValue, MESSAGE_FIELDS, renderMessage, type View } from './render';
import {
  folderIdOf,
  FOLDERS,
  ROOT_FOLDER,
  WELL_KNOWN,
  type FolderName,
  type Mailbox,
  type StoredMessage,
} from './store';

const PAGE = 10;
const MOST = 1000;

const notFound = () =>
  new GraphFault(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

/** The message a path names. @throws GraphFault 400 for a malformed id, 404 for an unknown one. */
export function messageAt(mailbox: Mailbox, request: GraphRequest): StoredMessage {
  const id = request.params['message-id'] ?? '';
  if (!isItemId(id)) throw new GraphFault(400, 'ErrorInvalidIdMalformed', 'Id is malformed.');
  const message = mailbox.find(id);
  if (!message) throw notFound();
  return message;
}

/** What view of a message a request asks for. */
export function viewOf({ query, prefer }: GraphRequest): View {
  return { select: query.select, expand: query.expand, prefer };
}

/**
 * Outlook sorts and filters by one index: what is sorted by must stand first in the filter, in the
 * same order. Everything else it calls too complex.
 */
function refuseInefficient(request: GraphRequest): void {
  const { filter, orderby } = request.query;
  if (!filter || orderby.length === 0) return;
  const filtered = [...new Set(filterPaths(filter))];
  if (orderby.some(({ path }, i) => filtered[i] !== path))
    throw new GraphFault(
      400,
      'InefficientFilter',
      'The restriction or sort order is too complex for this operation.',
    );
}

/** The folders and messages of the mailbox, read side. */
export class MailRoutes {
  constructor(
    private readonly mailbox: Mailbox,
    private readonly delta: MailDelta,
  ) {}

  routes(): Route[] {
    const area = 'mail';
    const folder = '/me/mailFolders/{mailFolder-id}';
    const message = '/me/messages/{message-id}';
    return [
      { method: 'GET', path: '/me/mailFolders', area, answer: (r) => this.folders(r, null) },
      { method: 'GET', path: folder, area, answer: (r) => this.folder(r) },
      {
        method: 'GET',
        path: `${folder}/childFolders`,
        area,
        answer: (r) => this.folders(r, this.folderAt(r)),
      },
      {
        method: 'GET',
        path: `${folder}/messages`,
        area,
        answer: (r) => this.list(r, this.mailbox.inFolder(this.folderAt(r))),
      },
      {
        method: 'GET',
        path: `${folder}/messages/delta()`,
        area,
        answer: (r) => this.delta.answer(r),
      },
      {
        method: 'GET',
        path: '/me/messages',
        area,
        answer: (r) => this.list(r, this.mailbox.all()),
      },
      { method: 'GET', path: message, area, answer: (r) => this.one(r) },
      { method: 'GET', path: `${message}/attachments`, area, answer: (r) => this.attachments(r) },
      { method: 'POST', path: `${message}/move`, area, answer: (r) => this.move(r) },
    ];
  }

  private folderAt(request: GraphRequest): FolderName {
    const folder = this.mailbox.folderOf(request.params['mailFolder-id'] ?? '');
    if (!folder) throw notFound();
    return folder;
  }

  private rendered(folder: FolderName): MailFolder & { id: string } {
    const messages = this.mailbox.inFolder(folder);
    const own = this.mailbox.own.find(({ id }) => id === folder);
    const known = WELL_KNOWN.find((name) => name === folder);
    return {
      id: folderIdOf(folder),
      displayName: known ? FOLDERS[known] : (own?.name ?? ''),
      parentFolderId: own?.parent ?? ROOT_FOLDER,
      childFolderCount: this.mailbox.own.filter(({ parent }) => parent === folder).length,
      unreadItemCount: messages.filter((m) => !m.isRead).length,
      totalItemCount: messages.length,
      isHidden: own?.hidden ?? false,
    };
  }

  /** Those right below a folder (null: the top); hidden ones only when they are asked for. */
  private folders(request: GraphRequest, below: FolderName | null): GraphAnswer {
    const { query } = request;
    const hidden = query.raw.get('includeHiddenFolders') === 'true';
    const own = this.mailbox.own.filter((f) => f.parent === below && (hidden || !f.hidden));
    const all = [...(below === null ? WELL_KNOWN : []), ...own.map(({ id }) => id)]
      .map((name) => this.rendered(name))
      .sort((a, b) => (a.displayName ?? '').localeCompare(b.displayName ?? ''));
    const { page, link } = pageBySkip(all, Math.min(query.top ?? PAGE, MOST), request);
    return collection(
      "users('me')/mailFolders",
      page.map((folder) => selected(folder, query.select)),
      link,
    );
  }

  private folder(request: GraphRequest): GraphAnswer {
    const asked = (request.params['mailFolder-id'] ?? '').toLowerCase();
    if (asked === 'msgfolderroot' || request.params['mailFolder-id'] === ROOT_FOLDER)
      return entity("users('me')/mailFolders/$entity", {
        id: ROOT_FOLDER,
        displayName: 'Top of Information Store',
        parentFolderId: null,
        childFolderCount: Object.keys(FOLDERS).length,
        unreadItemCount: 0,
        totalItemCount: 0,
        isHidden: false,
      });
    const folder = this.rendered(this.folderAt(request));
    return entity("users('me')/mailFolders/$entity", selected(folder, request.query.select));
  }

  private list(request: GraphRequest, messages: readonly StoredMessage[]): GraphAnswer {
    const { query, prefer } = request;
    checkSelect(query.select, 'microsoft.graph.message', MESSAGE_FIELDS);
    if (query.search !== null && (query.filter !== null || query.orderby.length > 0))
      throw new GraphFault(
        400,
        'SearchWithFilter',
        'The query parameter $search cannot be used with $filter or $orderby.',
      );
    refuseInefficient(request);
    const filter = query.filter && withPropertyIds(query.filter);
    const value = (message: StoredMessage, path: string) => messageValue(message, path, prefer);
    const found = messages.filter(
      (m) =>
        (!filter || passes(filter, (path) => value(m, path))) &&
        (query.search === null || mentions(m, query.search)),
    );
    const rows = query.orderby.length > 0 ? ordered(found, query.orderby, value) : found;
    const size = Math.min(query.top ?? prefer.pageSize ?? PAGE, MOST);
    const { page, link } = pageBySkip(rows, size, request);
    const count = query.raw.get('$count') === 'true' ? { '@odata.count': rows.length } : {};
    const view = viewOf(request);
    return collection(
      "users('me')/messages",
      page.map((message) => renderMessage(message, view)),
      { ...count, ...link },
    );
  }

  private one(request: GraphRequest): GraphAnswer {
    const message = messageAt(this.mailbox, request);
    return entity("users('me')/messages/$entity", renderMessage(message, viewOf(request)));
  }

  private attachments(request: GraphRequest): GraphAnswer {
    const message = messageAt(this.mailbox, request);
    return collection(
      "users('me')/messages/attachments",
      attachmentsOf(message).map((a) => selected(a, request.query.select)),
    );
  }

  private move(request: GraphRequest): GraphAnswer {
    const message = messageAt(this.mailbox, request);
    const asked = MoveBody.safeParse(request.body);
    const to = asked.success
      ? (asked.data.destinationId ?? asked.data.DestinationId ?? '')
      : undefined;
    if (to === undefined) throw new GraphFault(400, 'BadRequest', 'destinationId is missing.');
    const folder = this.mailbox.folderOf(to);
    if (!folder) throw notFound();
    this.mailbox.move(message, folder, request.now);
    return entity("users('me')/messages/$entity", renderMessage(message, viewOf(request)), 201);
  }
}

const MoveBody = z.object({
  destinationId: z.string().optional(),
  DestinationId: z.string().optional(),
});

/** Filters compare extended properties by id, in whatever spelling the client used. */
function withPropertyIds(filter: Filter): Filter {
  return mapTexts(filter, (path, text) =>
    /^\w+\/id$/.test(path) && /^\w+ (0x|\{)/i.test(text) ? propertyId(text) : text,
  );
}

/** `$search` over subject, people and words, as far as a person's own mailbox needs it. */
function mentions(message: StoredMessage, search: string): boolean {
  const wanted = search.replace(/^"|"$/g, '').toLowerCase();
  const people = [message.from, ...message.to, ...message.cc].flatMap((p) => [p.name, p.address]);
  return [message.subject, message.body.content, ...people].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}
