import { z } from 'zod';
import type { MailFolderView } from '../../shared/contract/views';
import { enc, type Graph } from './client';
import { pages } from './pager';
import { GraphProblem } from './problem';

/** Which mail folders are read: three always, others where the person chose them (rules move mail there). */

/** A folder that has its own delta chain. */
export interface MailFolder {
  /** Well-known name or folder id. */
  id: string;
  /** Mail that others sent; only that has transport headers worth a call of its own. */
  received: boolean;
  /** A mailbox may lack it; then it is passed over. */
  optional: boolean;
}

export const ALWAYS: readonly MailFolder[] = [
  { id: 'inbox', received: true, optional: false },
  { id: 'sentitems', received: false, optional: false },
  { id: 'archive', received: true, optional: true },
];

/** Folders that are never offered: what lies there was never sent, or was thrown away. */
const NEVER = ['drafts', 'deleteditems', 'junkemail', 'outbox'] as const;
/** Folders within folders are followed so deep. */
const DEEPEST = 4;

const Row = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  childFolderCount: z.number().nullish(),
  totalItemCount: z.number().nullish(),
});
const Id = z.object({ id: z.string() });

const Chosen = z.array(z.object({ id: z.string(), name: z.string() }));
type Chosen = z.infer<typeof Chosen>;
/** Cursor: the folders the person chose, as JSON. */
export const CHOSEN = 'mail/chosen';

/** What the cursor `mail/chosen` holds; what cannot be read is no choice. */
export function chosenFolders(cursor: string | null): Chosen {
  try {
    return Chosen.safeParse(JSON.parse(cursor ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

/** Every folder that is read: a chosen one may be deleted in Outlook, and is passed over then. */
export function readFolders(cursor: string | null): MailFolder[] {
  const chosen = chosenFolders(cursor).map(({ id }) => ({ id, received: true, optional: true }));
  return [...ALWAYS, ...chosen];
}

/** The id behind a well-known name; null when the mailbox lacks that folder. */
async function idOf(graph: Graph, name: string): Promise<string | null> {
  try {
    const at = `/me/mailFolders/${name}?$select=id`;
    return Id.safeParse(await graph.get(at, { purpose: 'a mail folder' })).data?.id ?? null;
  } catch (error) {
    if (error instanceof GraphProblem && error.kind === 'notFound') return null;
    throw error;
  }
}

/**
 * The folders of the mailbox as the settings list them, hidden ones left out, a folder within another by its path
 * ("Projects / Kiln"). Rejects with GraphProblem.
 */
export async function listFolders(graph: Graph, cursor: string | null): Promise<MailFolderView[]> {
  const always = new Set<string | null>();
  for (const { id } of ALWAYS) always.add(await idOf(graph, id));
  const never = new Set<string | null>();
  for (const name of NEVER) never.add(await idOf(graph, name));
  const chosen = new Set(chosenFolders(cursor).map(({ id }) => id));
  const found: MailFolderView[] = [];
  const walk = async (at: string, path: string, depth: number): Promise<void> => {
    for await (const page of pages(graph, `${at}?$top=100`, { purpose: 'mail folders' }))
      for (const value of page.values) {
        const { data } = Row.safeParse(value);
        if (!data || never.has(data.id)) continue;
        const name = path + (data.displayName ?? 'A folder');
        const read = always.has(data.id) ? 'always' : chosen.has(data.id) ? 'chosen' : 'not';
        found.push({ id: data.id, name, items: data.totalItemCount ?? 0, read });
        if ((data.childFolderCount ?? 0) > 0 && depth < DEEPEST)
          await walk(`/me/mailFolders/${enc(data.id)}/childFolders`, `${name} / `, depth + 1);
      }
  };
  await walk('/me/mailFolders', '', 1);
  return found;
}
