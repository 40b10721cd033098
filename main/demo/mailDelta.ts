import {
  collection,
  GraphFault,
  linkTo,
  type GraphAnswer,
  type GraphRequest,
  type Preferences,
} from './answer';
import { refuseOptions, SyncStates } from './delta';
import { comparisons, type Filter } from './filter';
import { checkSelect, type Query } from './odata';
import { idOf, MESSAGE_FIELDS, renderMessage, typeOf, type View } from './render';
import { folderIdOf, regularIdOf, type Difference, type FolderName, type Mailbox } from './store';

const PAGE = 10;
/** A round bounded by `$filter` gives no more than this. */
const FILTERED_MOST = 5000;
/** Fields delta never carries, whatever `$select` says. */
const NOT_IN_DELTA = new Set(['uniqueBody', 'internetMessageHeaders']);

/** What a chain of delta calls was started with; baked into its tokens. */
interface Chain {
  folder: FolderName;
  select: readonly string[] | null;
  expand: Query['expand'];
  from: number;
  changeTypes: ReadonlySet<string> | null;
}

/** A round under way (rows still to give), or a finished one (`rows` empty) waiting to be asked again. */
interface Round {
  chain: Chain;
  rows: readonly Difference[];
  /** The point of the mailbox's log this round will end at. */
  until: number;
  finished: boolean;
}

/** `receivedDateTime ge|gt X` is the only filter; ms, or 0 without one. */
function lowerBound(filter: Filter | null): number {
  if (!filter) return 0;
  const [bound, ...more] = comparisons(filter) ?? [];
  const asked = bound?.value;
  if (
    bound?.path !== 'receivedDateTime' ||
    more.length > 0 ||
    (bound.op !== 'ge' && bound.op !== 'gt') ||
    typeof asked !== 'object' ||
    asked === null
  )
    throw new GraphFault(
      400,
      'ErrorInvalidUrlQueryFilter',
      "Only 'receivedDateTime ge' and 'receivedDateTime gt' are supported with change tracking over the 'Messages' resource.",
    );
  return bound.op === 'gt' ? asked.instant + 1 : asked.instant;
}

function startChain(folder: FolderName, query: Query): Chain {
  refuseOptions(query.raw, ['$search', '$skip', '$count'], 'Messages');
  checkSelect(query.select, 'microsoft.graph.message', MESSAGE_FIELDS);
  const order = query.orderby;
  if (
    order.length > 0 &&
    (order.length > 1 || order[0]?.path !== 'receivedDateTime' || !order[0].descending)
  )
    throw new GraphFault(
      400,
      'ErrorInvalidUrlQuery',
      "Only '$orderby=receivedDateTime desc' is supported with change tracking over the 'Messages' resource.",
    );
  const types = query.raw.get('changeType');
  return {
    folder,
    select: query.select?.filter((name) => !NOT_IN_DELTA.has(name)) ?? null,
    expand: query.expand,
    from: lowerBound(query.filter),
    changeTypes: types === undefined ? null : new Set(types.split(',').map((t) => t.trim())),
  };
}

const CHANGE_TYPE = {
  created: 'created',
  updated: 'updated',
  read: 'updated',
  removed: 'deleted',
} as const;

/** Change tracking over the messages of one folder. */
export class MailDelta {
  readonly states = new SyncStates<Round>();
  constructor(private readonly mailbox: Mailbox) {}

  answer(request: GraphRequest): GraphAnswer {
    const { query, prefer } = request;
    const folder = this.mailbox.folderOf(request.params['mailFolder-id'] ?? '');
    if (!folder)
      throw new GraphFault(404, 'ErrorItemNotFound', 'The specified folder was not found.');
    const token = query.raw.get('$skiptoken') ?? query.raw.get('$deltatoken');
    const round =
      token === undefined || token === 'latest'
        ? this.first(startChain(folder, query))
        : this.resumed(this.states.find(token), folder);
    const size = prefer.pageSize ?? query.top ?? PAGE;
    const page = round.rows.slice(0, size);
    const rest = round.rows.slice(size);
    const next = this.states.keep({ ...round, rows: rest, finished: rest.length === 0 });
    const path = `/me/mailFolders('${encodeURIComponent(request.params['mailFolder-id'] ?? '')}')/messages/delta`;
    return collection(
      'Collection(message)',
      page.map((row) => this.row(row, round.chain, prefer)),
      rest.length > 0
        ? { '@odata.nextLink': linkTo(path, [['$skiptoken', next]]) }
        : { '@odata.deltaLink': linkTo(path, [['$deltatoken', next]]) },
    );
  }

  private first(chain: Chain): Round {
    const rows = this.mailbox
      .inFolder(chain.folder)
      .map((message): Difference => ({
        message,
        regularId: regularIdOf(message),
        kind: 'created',
      }))
      .filter((row) => wanted(row, chain));
    return {
      chain,
      rows: chain.from > 0 ? rows.slice(0, FILTERED_MOST) : rows,
      until: this.mailbox.point,
      finished: false,
    };
  }

  private resumed(state: Round, folder: FolderName): Round {
    // A token belongs to the folder it was given for.
    if (state.chain.folder !== folder)
      throw new GraphFault(410, 'SyncStateNotFound', 'The sync state is of another folder.');
    if (!state.finished) return state;
    const { chain } = state;
    const rows = this.mailbox.since(chain.folder, state.until).filter((row) => wanted(row, chain));
    return { chain, rows, until: this.mailbox.point, finished: false };
  }

  private row({ message, regularId, kind }: Difference, chain: Chain, prefer: Preferences): object {
    const type = typeOf(message).type;
    if (kind === 'removed' || message.folder !== chain.folder)
      return {
        '@odata.type': type,
        id: prefer.immutableIds ? message.immutableId : regularId,
        '@removed': { reason: 'deleted' },
      };
    const id = idOf(message, prefer);
    if (kind === 'read')
      return {
        '@odata.type': type,
        id,
        isRead: message.isRead,
        parentFolderId: folderIdOf(message.folder),
      };
    const view: View = { select: chain.select, expand: chain.expand, prefer };
    return renderMessage(message, view);
  }
}

function wanted({ message, kind }: Difference, chain: Chain): boolean {
  if (chain.changeTypes && !chain.changeTypes.has(CHANGE_TYPE[kind])) return false;
  return message.receivedAt >= chain.from;
}
