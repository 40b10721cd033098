import { randomBytes } from 'node:crypto';
import { collection, GraphFault, linkTo, type GraphAnswer, type Preferences } from './answer';
import type { FaultKind } from './faultKinds';

interface Rows {
  value: Record<string, unknown>[];
}

function isRows(json: unknown): json is Rows {
  return typeof json === 'object' && json !== null && 'value' in json && Array.isArray(json.value);
}

/** What goes wrong with pages and chains. Links handed out with an empty page lead back to the request they came from. */
export class ChainFaults {
  private readonly detours = new Map<string, string>();

  /** The query a detour stands for; any other query is its own. */
  queryOf(search: string): string {
    const token = new URLSearchParams(search).get('$skiptoken');
    return (token === null ? undefined : this.detours.get(token)) ?? search;
  }

  /** An answer instead of the one asked for; null to go on. */
  instead(kind: FaultKind | null, path: string, search: string): GraphAnswer | null {
    if (kind === 'stateLost')
      throw new GraphFault(
        410,
        'SyncStateNotFound',
        'The sync state generation is not found; resync is required.',
      );
    if (kind !== 'emptyPage') return null;
    const token = `again-${randomBytes(9).toString('base64url')}`;
    // A detour from a detour leads to where the first one came from.
    this.detours.set(token, this.queryOf(search));
    return collection('Collection', [], {
      '@odata.nextLink': linkTo(path, [['$skiptoken', token]]),
    });
  }

  /** The answer with rows added that a client must get over. */
  with(kind: FaultKind | null, answer: GraphAnswer, prefer: Preferences): GraphAnswer {
    if (!isRows(answer.json)) return answer;
    const { value } = answer.json;
    const [first] = value;
    const last = value.at(-1);
    const added = (() => {
      if (kind === 'oddItem') return [{ id: { not: 'an id' }, subject: 7 }];
      if (!first || !last) return [];
      if (kind === 'systemMessage') return [systemMessage(first, prefer)];
      if (kind === 'repeatedItem') return [structuredClone(first)];
      if (kind === 'sparseUpdate' && !('@removed' in last))
        return [{ '@odata.type': '#microsoft.graph.message', id: last['id'], isRead: true }];
      return [];
    })();
    return { ...answer, json: { ...answer.json, value: [...value, ...added] } };
  }
}

/** Said by nobody. Its type came after the first version of the enumeration, so only who asks for such is told it. */
function systemMessage(
  beside: Record<string, unknown>,
  prefer: Preferences,
): Record<string, unknown> {
  // Nobody answers it: the answers of the post it stands beside are not its own.
  const { replies: _replies, 'replies@odata.nextLink': _more, ...like } = beside;
  return {
    ...like,
    id: String(Number(beside['id']) - 1),
    messageType: prefer.unknownEnums ? 'systemEventMessage' : 'unknownFutureValue',
    from: null,
    body: { contentType: 'html', content: '<systemEventMessage/>' },
    attachments: [],
    mentions: [],
    reactions: [],
    eventDetail: {
      '@odata.type': '#microsoft.graph.membersAddedEventMessageDetail',
      visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
      members: [],
      initiator: beside['from'],
    },
  };
}
