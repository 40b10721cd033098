import { randomBytes } from 'node:crypto';
import { GraphFault } from './answer';

/** As many sync states as the tenant remembers; older ones are forgotten, as Outlook forgets them. */
const REMEMBERED = 1000;

/**
 * The states behind `$skiptoken` and `$deltatoken`. Tokens live in memory, so those of an earlier run
 * are unknown: the client meets 410 and starts that folder again, as it would on the real service.
 */
export class SyncStates<T> {
  private readonly states = new Map<string, T>();

  /** A token for a state. */
  keep(state: T): string {
    const token = randomBytes(18).toString('base64url');
    this.states.set(token, state);
    const oldest = this.states.keys().next().value;
    if (this.states.size > REMEMBERED && oldest !== undefined) this.states.delete(oldest);
    return token;
  }

  /** @throws GraphFault 410 SyncStateNotFound for a token that is not (or no longer) known. */
  find(token: string): T {
    const state = this.states.get(token);
    if (state === undefined)
      throw new GraphFault(
        410,
        'SyncStateNotFound',
        'The sync state generation is not found; resync is required.',
      );
    return state;
  }

  /** Forgets every state: every link handed out is answered with 410 from now on. */
  forget(): void {
    this.states.clear();
  }
}

/** @throws GraphFault 400 naming the options that change tracking does not take. */
export function refuseOptions(
  raw: ReadonlyMap<string, string>,
  refused: readonly string[],
  resource: string,
): void {
  const found = refused.filter((name) => raw.has(name));
  if (found.length > 0)
    throw new GraphFault(
      400,
      'ErrorInvalidUrlQuery',
      `The following parameters are not supported with change tracking over the '${resource}' resource: '${found.join(', ')}'.`,
    );
}
