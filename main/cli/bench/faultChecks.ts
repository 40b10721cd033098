import { isTodo } from '../../../shared/handoff/graphTodo';
import type { Item } from '../../../shared/handoff/item';
import type { Tenant } from '../../demo/server';
import { enc, IMMUTABLE, type Graph } from '../../graph/client';
import { MARKER } from '../../graph/mailDraft';
import type { Ledger, OutboxEntry } from '../../ledger/types';
import { ANSWERED, ITEMS, ROOM, SENDS } from './faultWorld';

/** What a ledger holds, comparable: items still there, and what the person would see. */
function contentsOf(ledger: Ledger): Map<string, string> {
  const rows = new Map<string, string>();
  for (const { item, goneFrom } of ledger.eachItem(null))
    if (goneFrom === undefined) rows.set(item.id, JSON.stringify(item));
  for (const id of ledger.handoffIds()) {
    const held = ledger.projection(id);
    if (!held) continue;
    // How long the silence lasted, also as told in words, and how urgent that makes it, is written at each look, and the
    // two did not look at one moment.
    const { revision: _revision, silentHours: _silent, urgency: _urgency, ...row } = held.row;
    const why = row.why.replace(/\d+ working (?:hours?|days?)/g, 'so long');
    rows.set(`handoff ${id}`, JSON.stringify({ ...row, why }));
  }
  return rows;
}

/** A source that brings nothing would compare equal: every kind of fact has to be there, all of it. */
export function wholeWorld(ledger: Ledger, wrong: string[]): void {
  const count = (items: Iterable<Item>) => {
    const kinds = new Map<string, number>();
    for (const item of items) {
      const kind =
        item.kind === 'chat' ? item.chatType : isTodo(item) ? 'to do' : (item.kind as string);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    return kinds;
  };
  const held = count([...ledger.eachItem(null)].map(({ item }) => item));
  for (const [kind, facts] of count(ITEMS))
    if ((held.get(kind) ?? 0) < facts)
      wrong.push(`of ${String(facts)} facts of the kind ${kind}, ${String(held.get(kind))} came`);
}

/** Notes what one ledger holds and the other does not, or holds otherwise. */
export function compare(disturbed: Ledger, whole: Ledger, wrong: string[]): void {
  const [one, other] = [contentsOf(disturbed), contentsOf(whole)];
  for (const [id, row] of other)
    if (!one.has(id)) wrong.push(`lost: ${id}`);
    else if (one.get(id) !== row) wrong.push(`differs: ${id}: ${one.get(id) ?? ''} / ${row}`);
  for (const id of one.keys()) if (!other.has(id)) wrong.push(`nobody else has: ${id}`);
}

interface Row {
  subject: string | null;
  singleValueExtendedProperties?: { value: string }[];
}

/** Each message that counts as sent stands exactly once where it was sent to; nothing else does. */
export async function checkSends(
  life: { graph: Graph; ledger: Ledger },
  tenant: Tenant,
  wrong: string[],
): Promise<void> {
  const ask = { purpose: 'check', prefer: [IMMUTABLE] };
  const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${MARKER}')`);
  const list = async (folder: string) =>
    (
      (await life.graph.get(
        `/me/mailFolders/${folder}/messages?$top=200&$expand=${expand}`,
        ask,
      )) as { value: Row[] }
    ).value;
  const [sent, drafts] = [await list('sentitems'), await list('drafts')];
  const entries = SENDS.flatMap((id): OutboxEntry[] => life.ledger.outboxOf(id));
  for (const entry of entries) {
    const times =
      entry.draft.channel !== 'mail'
        ? await inTeams(life, entry.draft)
        : sent.filter(
            (row) =>
              row.singleValueExtendedProperties?.[0]?.value === `${entry.handoffId};${entry.id}`,
          ).length;
    if (times !== (entry.state === 'sent' ? 1 : 0))
      wrong.push(`${entry.handoffId} is ${entry.state} and stands ${String(times)} times`);
  }
  if (drafts.length > 0)
    wrong.push(`left among the drafts: ${drafts.map((row) => row.subject ?? '').join()}`);
  if (tenant.counted.sends !== entries.filter((entry) => entry.state === 'sent').length)
    wrong.push(`${String(tenant.counted.sends)} messages left`);
}

/** How often these words stand where they were said in Teams. */
async function inTeams(
  { graph }: { graph: Graph },
  { body, channel }: OutboxEntry['draft'],
): Promise<number> {
  const { teamId = '', channelId = '', rootId = '' } = ANSWERED.channel ?? {};
  const path =
    channel === 'chat'
      ? `/chats/${enc(ROOM)}/messages`
      : `/teams/${enc(teamId)}/channels/${enc(channelId)}/messages/${rootId}/replies`;
  const page = (await graph.get(`${path}?$top=50`, { purpose: 'check' })) as {
    value: { body: { content: string } }[];
  };
  return page.value.filter((message) => message.body.content.includes(body)).length;
}
