import { GraphUser, userFromGraph } from '../../shared/handoff/graphShape';
import type { DirectoryEntry, Person } from '../../shared/handoff/item';
import { enc, type Graph } from './client';
import { GraphProblem } from './problem';

/** The fields of a user anyone may read with User.ReadBasic.All. */
export const USER_FIELDS = 'id,displayName,mail,userPrincipalName';

/** Names asked for in one round at most: a plan with hundreds of strangers is learned over several. */
const MOST = 40;

/**
 * People by user id, from what is known, asking Graph for those that are not. A person who cannot be
 * read (gone, or not permitted) is asked for once per start.
 */
export function createDirectory(graph: Graph, known: () => readonly DirectoryEntry[]) {
  const unreadable = new Set<string>();
  let permitted = true;
  return {
    async resolve(
      ids: Iterable<string>,
      signal: AbortSignal,
    ): Promise<{ people: Map<string, Person>; learned: DirectoryEntry[] }> {
      const people = new Map(known().map((entry) => [entry.id, entry.person]));
      const learned: DirectoryEntry[] = [];
      const missing = [...new Set(ids)].filter((id) => !people.has(id) && !unreadable.has(id));
      for (const id of missing.slice(0, MOST)) {
        if (!permitted) break;
        try {
          const answer = await graph.get(`/users/${enc(id)}?$select=${USER_FIELDS}`, {
            purpose: 'a colleague by id',
            signal,
          });
          const read = GraphUser.safeParse(answer);
          if (!read.success) {
            unreadable.add(id);
            continue;
          }
          const entry = userFromGraph(read.data);
          learned.push(entry);
          people.set(entry.id, entry.person);
        } catch (error) {
          if (!(error instanceof GraphProblem)) throw error;
          if (error.kind === 'forbidden') permitted = false;
          else if (error.kind === 'notFound' || error.kind === 'badRequest') unreadable.add(id);
          else throw error;
        }
      }
      return { people, learned };
    },
  };
}
