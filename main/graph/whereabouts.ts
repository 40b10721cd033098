import { z } from 'zod';
import type { ItemPatch, RefusedItem } from '../ledger/types';
import { enc, IMMUTABLE, type Ask, type Graph } from './client';
import type { MailFolder } from './folders';
import { GraphProblem } from './problem';

/** Where mails lie now. */
export interface Found {
  /** Deleted, or in Deleted Items. */
  gone: string[];
  /** Everything else: its folder, and the link that opens it there. */
  there: ItemPatch[];
}

export interface Whereabouts {
  /**
   * Asks where mails (item ids) lie: an immutable id finds a mail in whatever folder it was moved to, so that a move is
   * not taken for a deletion. `refuse` is told of what could not be asked; such a mail counts as neither.
   */
  of(
    ids: readonly string[],
    signal: AbortSignal,
    refuse: (refused: Omit<RefusedItem, 'at'>) => void,
  ): Promise<Found>;
}

const Placed = z.object({ parentFolderId: z.string().nullish(), webLink: z.string().nullish() });
const FolderId = z.object({ id: z.string() });
const DELETED = 'deleteditems';

/** `folders`: those that are read, which items name as they do; any other folder is named by its id. */
export function createWhereabouts(
  graph: Graph,
  folders: () => readonly MailFolder[],
  how: Pick<Ask, 'priority'> = {},
): Whereabouts {
  let known: { of: string; names: ReadonlyMap<string, string> } | null = null;

  /** Folder ids to the names items know these folders by. */
  async function namesOf(signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const wanted = [DELETED, ...folders().map(({ id }) => id)];
    const of = JSON.stringify(wanted);
    if (known?.of === of) return known.names;
    const names = new Map<string, string>();
    const answers = await graph.getMany(
      wanted.map((name) => `/me/mailFolders/${enc(name)}?$select=id`),
      { purpose: 'mail folders', signal, ...how },
    );
    wanted.forEach((name, index) => {
      const answer = answers[index];
      if (answer instanceof GraphProblem) {
        // A mailbox may lack one, and a chosen one may have been deleted.
        if (answer.kind === 'notFound') return;
        throw answer;
      }
      const id = FolderId.safeParse(answer).data?.id;
      if (id !== undefined) names.set(id, name);
    });
    known = { of, names };
    return names;
  }

  return {
    async of(ids, signal, refuse) {
      const found: Found = { gone: [], there: [] };
      if (ids.length === 0) return found;
      const names = await namesOf(signal);
      const at = (id: string) => `/me/messages/${enc(id.slice('mail:'.length))}`;
      const answers = await graph.getMany(
        ids.map((id) => `${at(id)}?$select=id,parentFolderId,webLink`),
        { purpose: 'where a mail went', prefer: [IMMUTABLE], signal, ...how },
      );
      ids.forEach((id, index) => {
        const answer = answers[index];
        if (answer instanceof GraphProblem) {
          if (answer.kind === 'notFound') found.gone.push(id);
          else if (answer.kind === 'badRequest')
            refuse({ source: 'mail', where: id, what: answer.message });
          else throw answer;
          return;
        }
        const { parentFolderId, webLink } = Placed.safeParse(answer).data ?? {};
        const folder =
          parentFolderId == null ? DELETED : (names.get(parentFolderId) ?? parentFolderId);
        if (folder === DELETED) found.gone.push(id);
        else
          found.there.push({ id, kind: 'mail', folder, ...(webLink == null ? {} : { webLink }) });
      });
      return found;
    },
  };
}
