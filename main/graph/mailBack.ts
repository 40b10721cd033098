import { z } from 'zod';
import type { Clock } from '../../shared/timing/clock';
import type { Absorb } from '../engine/page';
import { enc, IMMUTABLE, type Graph } from './client';
import type { MailFolder } from './folders';
import type { createMailRows } from './mailRows';
import { ATTACHMENTS, EXPAND, SELECT } from './mailRows';
import { pages, type GraphPage } from './pager';
import { GraphProblem } from './problem';
import { readDownTo, type Reach } from './reach';

/** The cursor that says how far back mail has been read. */
export const BACK = 'mail/back';
/** Graph takes up to 1,000; with bodies a hundred are some megabytes. */
const PAGE = 100;
const SECOND = 1_000;

const FolderId = z.object({ id: z.string() });

/**
 * Reads mail backwards by listing the whole mailbox: a list is not cut off at 5,000 as a filtered delta round is, it
 * carries headers and attachments, both ends of a conversation come together, and a mail that moves between two folders
 * meanwhile is not missed.
 */
export function createMailBack(parts: {
  graph: Graph;
  clock: Clock;
  rows: ReturnType<typeof createMailRows>;
  folders: () => readonly MailFolder[];
  pageSize?: number | undefined;
}) {
  const { graph, rows } = parts;
  const top = Math.min(PAGE, parts.pageSize ?? PAGE);
  let known: { of: string; ids: ReadonlyMap<string, MailFolder> } | null = null;
  /** The link to go on by while time alone does not tell the next page from this one. */
  let inside: { before: number; link: string } | null = null;

  async function folderIds(signal: AbortSignal): Promise<ReadonlyMap<string, MailFolder>> {
    const folders = parts.folders();
    const of = JSON.stringify(folders.map(({ id }) => id));
    if (known?.of === of) return known.ids;
    const ids = new Map<string, MailFolder>();
    const ats = folders.map(({ id }) => `/me/mailFolders/${enc(id)}?$select=id`);
    const answers = await graph.getMany(ats, { purpose: 'mail folders', signal });
    folders.forEach((folder, index) => {
      const answer = answers[index];
      if (answer instanceof GraphProblem) {
        if (answer.kind === 'notFound' && folder.optional) return;
        throw answer;
      }
      ids.set(FolderId.parse(answer).id, folder);
    });
    known = { of, ids };
    return ids;
  }

  function addressOf(from: number, before: number): string {
    const query = [
      `$select=${SELECT},parentFolderId,internetMessageHeaders`,
      `$expand=${enc(`${EXPAND},${ATTACHMENTS}`)}`,
      `$filter=${enc(`receivedDateTime ge ${instant(from)} and receivedDateTime lt ${instant(before)}`)}`,
      `$orderby=${enc('receivedDateTime desc')}`,
      `$top=${String(top)}`,
    ];
    return `/me/messages?${query.join('&')}`;
  }

  /** Where the next page begins: the times are whole seconds, so the last one is asked for again; null at the end. */
  function nextBefore(page: GraphPage, oldest: number | null, before: number): number | null {
    if (page.next === null) return null;
    const next = oldest === null ? before : Math.floor(oldest / SECOND) * SECOND + SECOND;
    return Math.min(next, before);
  }

  return {
    /** Reads the next page of the newest stretch that is open, and commits it with what is left. */
    async page(reach: Reach, absorb: Absorb, signal: AbortSignal): Promise<Reach> {
      const [stretch] = reach.open;
      if (!stretch) return reach;
      const ids = await folderIds(signal);
      const { from, before } = stretch;
      const at = inside?.before === before ? inside.link : addressOf(from, before);
      const ask = { purpose: 'mail of earlier', prefer: [IMMUTABLE], signal };
      const read = await pages(graph, at, ask).next();
      if (read.done === true) return reach;
      const { patches, refused, oldest } = await rows.ofMailbox(read.value.values, ids, signal);
      const next = nextBefore(read.value, oldest, before);
      const left = readDownTo(reach, next ?? from);
      await absorb({
        source: 'mail',
        ...{ patches, refused, gone: [], people: [] },
        cursors: [{ key: BACK, value: JSON.stringify(left) }],
      });
      inside =
        next === before && read.value.next !== null ? { before, link: read.value.next } : null;
      return left;
    },
  };
}

function instant(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
