import { z } from 'zod';
import { completeMail, GraphMessage, mailFromGraph } from '../../shared/handoff/graphShape';
import type { MailItem } from '../../shared/handoff/item';
import type { Clock } from '../../shared/timing/clock';
import type { ItemPatch, Ledger, RefusedItem } from '../ledger/types';
import { enc, IMMUTABLE, type Graph } from './client';
import type { MailFolder } from './folders';
import { MARKER } from './mailDraft';
import { lacksOriginal, originalOf } from './originals';
import { whatIsWrong, whereIs } from './pager';
import { GraphProblem } from './problem';

/** What a source may ask of the ledger: it never writes there. */
export type Held = Pick<Ledger, 'item' | 'eachItem'>;

export const SELECT = [
  'id',
  'conversationId',
  'conversationIndex',
  'internetMessageId',
  'subject',
  'from',
  'sender',
  'toRecipients',
  'ccRecipients',
  'receivedDateTime',
  'sentDateTime',
  'hasAttachments',
  'isDraft',
  'body',
  'webLink',
].join(',');

/** Message class, In-Reply-To, original Message-ID of a report, References (tags of MS-OXPROPS). */
const TAGS = ['0x001A', '0x1042', '0x1046', '0x1039'].map((tag) => `String ${tag}`);
/** The mark of the desk a mail left from: on the Sent copy only the property shows it, never a header. */
const PROPERTIES = [...TAGS, MARKER].map((id) => `id eq '${id}'`).join(' or ');
export const EXPAND = `singleValueExtendedProperties($filter=${PROPERTIES})`;
export const ATTACHMENTS = 'attachments($select=id,name)';

const Row = GraphMessage.extend({
  '@removed': z.unknown().optional(),
  hasAttachments: z.boolean().nullish(),
  parentFolderId: z.string().nullish(),
});
export type Row = z.infer<typeof Row>;

/** One page of rows: what to merge, what is still where it was, what could not be read. */
export interface MailRows {
  patches: ItemPatch[];
  /** Each id as the page last speaks of it: a mail may leave and come back within one. */
  last: Map<string, 'left' | 'here'>;
  refused: RefusedItem[];
  /** ms of the oldest receiving time on the page; null when no row tells one. */
  oldest: number | null;
}

/** Reads rows of messages, and asks for what a change does not carry. */
export function createMailRows(parts: { graph: Graph; clock: Clock; held: Held }) {
  const { graph, clock, held } = parts;

  function isSpecial(row: Row, folder: MailFolder): boolean {
    const mail = mailFromGraph(row, { folder: folder.id });
    // A report that does not name its original may name it in its headers.
    return /^(report\.|ipm\.schedule\.)/i.test(mail.messageClass ?? '') && !lacksOriginal(mail);
  }

  /** Whether a message must be asked for itself before it can be kept, and for all of it or its headers only. */
  function missing(row: Row, folder: MailFolder): 'nothing' | 'headers' | 'all' {
    const patch = mailFromGraph(row, { folder: folder.id });
    if (held.item(patch.id)) return 'nothing';
    if (completeMail(patch) === null || row.body == null) return 'all';
    return needsHeaders(row, folder) || row.hasAttachments === true ? 'headers' : 'nothing';
  }

  /** Reports and meeting mail say what they are by their class. */
  function needsHeaders(row: Row, folder: MailFolder): boolean {
    return folder.received && !isSpecial(row, folder);
  }

  /** Where everything a change cannot give of a message is read. */
  function detailsAt(row: Row, all: boolean): string {
    const select = all ? `${SELECT},internetMessageHeaders` : 'id,internetMessageHeaders';
    const expand = [
      ...(all ? [EXPAND] : []),
      // A sparse row does not say whether there are any.
      ...(all || row.hasAttachments === true ? [ATTACHMENTS] : []),
    ];
    const query = expand.length > 0 ? `&$expand=${enc(expand.join(','))}` : '';
    return `/me/messages/${enc(row.id)}?$select=${select}${query}`;
  }

  /** The rows with their details; null for one that has left meanwhile. */
  async function detailed(
    rows: readonly Row[],
    folder: MailFolder,
    signal: AbortSignal,
  ): Promise<(Row | null)[]> {
    const ats = rows.flatMap((row, index) => {
      const what = missing(row, folder);
      return what === 'nothing' ? [] : [{ index, at: detailsAt(row, what === 'all') }];
    });
    const found: (Row | null)[] = [...rows];
    const answers =
      ats.length === 0
        ? []
        : await graph.getMany(
            ats.map(({ at }) => at),
            { purpose: 'mail details', prefer: [IMMUTABLE], signal },
          );
    ats.forEach(({ index }, place) => {
      const answer = answers[place];
      const row = rows[index];
      if (answer instanceof GraphProblem) {
        // One message that cannot be read at all must not keep its neighbours out; what would meet
        // every message alike ends the round.
        const itsOwn = answer.kind === 'notFound' || answer.kind === 'badRequest';
        if (!itsOwn) throw answer;
        found[index] = null;
        return;
      }
      const read = Row.safeParse(answer);
      if (row && read.success) found[index] = { ...row, ...read.data };
    });
    return found;
  }

  function patchOf(row: Row, full: Row | null, folder: MailFolder): ItemPatch | string | null {
    const place = { folder: folder.id };
    const patch = mailFromGraph(row, place);
    if (held.item(patch.id)) {
      // What kind of mail it is never changes, and a row without headers may know less of it.
      const { messageClass: _class, report: _report, ...rest } = patch;
      return { ...rest, kind: 'mail' };
    }
    // A sparse row of a message that has gone already tells nothing worth keeping.
    if (full === null) return completeMail(patch);
    return completeMail(mailFromGraph(full, place)) ?? 'it has no sender or no time';
  }

  /** The rows that can be read, and what is known of the others. */
  function parsed(
    values: readonly unknown[],
    sourceOf: (value: unknown) => string | null,
  ): { rows: Row[]; found: MailRows } {
    const found: MailRows = { patches: [], last: new Map(), refused: [], oldest: null };
    const rows: Row[] = [];
    values.forEach((value, index) => {
      const received = receivedAt(value);
      if (received !== null && received < (found.oldest ?? Infinity)) found.oldest = received;
      const source = sourceOf(value);
      if (source === null) return;
      const read = Row.safeParse(value);
      if (!read.success) {
        const what = whatIsWrong(read.error);
        found.refused.push({ source, where: whereIs(value, index), what, at: clock.now() });
        return;
      }
      const gone = read.data['@removed'] !== undefined;
      found.last.set(`mail:${read.data.id}`, gone ? 'left' : 'here');
      if (!gone) rows.push(read.data);
    });
    return { rows, found };
  }

  /** A new report that names its original nowhere gets the one its conversation tells. */
  async function withOriginal(patch: ItemPatch, signal: AbortSignal): Promise<ItemPatch> {
    const mail = patch as Partial<MailItem>;
    if (!mail.report || !lacksOriginal(mail)) return patch;
    const originalMessageId = await originalOf(graph, mail, signal);
    return { ...mail, id: patch.id, kind: 'mail', report: { ...mail.report, originalMessageId } };
  }

  async function keep(
    row: Row,
    patch: ItemPatch | string | null,
    place: { source: string; found: MailRows; signal: AbortSignal },
  ): Promise<void> {
    const { source, found, signal } = place;
    if (patch === null) return;
    if (typeof patch !== 'string') found.patches.push(await withOriginal(patch, signal));
    else found.refused.push({ source, where: row.id, what: patch, at: clock.now() });
  }

  return {
    /** Rows of one folder's changes, completed where they are new. */
    async ofFolder(
      values: readonly unknown[],
      folder: MailFolder,
      signal: AbortSignal,
    ): Promise<MailRows> {
      const source = `mail/${folder.id}`;
      const { rows, found } = parsed(values, () => source);
      const full = await detailed(rows, folder, signal);
      for (const [index, row] of rows.entries())
        await keep(row, patchOf(row, full[index] ?? null, folder), { source, found, signal });
      return found;
    },
    /** Rows of a list over the whole mailbox, which carry everything; those of other folders are passed over. */
    async ofMailbox(
      values: readonly unknown[],
      folders: ReadonlyMap<string, MailFolder>,
      signal: AbortSignal,
    ): Promise<MailRows> {
      const folderOf = (value: unknown) => folders.get(textOf(value, 'parentFolderId')) ?? null;
      const sourceOf = (value: unknown) => {
        const folder = folderOf(value);
        return folder && `mail/${folder.id}`;
      };
      const { rows, found } = parsed(values, sourceOf);
      for (const row of rows) {
        const folder = folderOf(row);
        if (!folder) continue;
        const { internetMessageHeaders, ...rest } = row;
        // The same is kept of a mail whichever way it is read.
        const full = needsHeaders(rest, folder) || row.hasAttachments === true;
        const kept = full ? { ...rest, internetMessageHeaders } : rest;
        const source = `mail/${folder.id}`;
        await keep(row, patchOf(kept, kept, folder), { source, found, signal });
      }
      return found;
    },
  };
}

function textOf(value: unknown, key: string): string {
  const held: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  return typeof held === 'string' ? held : '';
}

function receivedAt(value: unknown): number | null {
  const at = Date.parse(textOf(value, 'receivedDateTime'));
  return Number.isNaN(at) ? null : at;
}
