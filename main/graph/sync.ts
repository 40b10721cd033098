import type { Absorb, Source } from '../engine/page';
import { GraphProblem } from './problem';

/** How one source stands after a round. */
export interface SourceStatus {
  source: string;
  state:
    | 'current'
    | 'notPermitted'
    | 'signInNeeded'
    | 'offline'
    | 'throttled'
    | 'failed'
    | 'stopped'
    | 'notAsked'
    | 'off';
  /** A sentence for the person; '' when there is nothing to say. */
  words: string;
}

function statusOf(source: string, error: unknown): SourceStatus {
  if (!(error instanceof GraphProblem)) {
    const detail = error instanceof Error ? error.message : String(error);
    return { source, state: 'failed', words: `Reading ${source} stopped: ${detail}` };
  }
  switch (error.kind) {
    case 'forbidden':
      return { source, state: 'notPermitted', words: `Reading ${source} is not permitted here.` };
    case 'auth':
      return { source, state: 'signInNeeded', words: error.message };
    case 'offline':
      return { source, state: 'offline', words: error.message };
    case 'throttled':
      return { source, state: 'throttled', words: error.message };
    default:
      return { source, state: 'failed', words: `Reading ${source} stopped: ${error.message}` };
  }
}

/** Why reading a source stopped, for the person and the log; '' where there is nothing to say. */
export function wordsOf(source: string, error: unknown): string {
  return statusOf(source, error).words;
}

/**
 * One round over the sources, in the order given. A source that fails never stops the others; what it
 * brought before stays. Sources that run on use are asked only when the person is there, and a source
 * that is not permitted is left alone until `askAgain` (a new sign-in, a new consent).
 */
export async function syncAll(
  sources: readonly Source[],
  round: {
    absorb: Absorb;
    cursor: (key: string) => string | null;
    signal: AbortSignal;
    /** The person opened, focused or refreshed the desk. */
    onUse: boolean;
    /** What the last round answered. */
    before?: readonly SourceStatus[];
    askAgain?: boolean;
  },
): Promise<SourceStatus[]> {
  const answers: SourceStatus[] = [];
  const stopped = () => round.signal.aborted;
  for (const source of sources) {
    const last = round.before?.find((status) => status.source === source.name);
    if (stopped()) {
      answers.push({ source: source.name, state: 'stopped', words: '' });
    } else if (source.isOn?.() === false) {
      answers.push({ source: source.name, state: 'off', words: '' });
    } else if (last?.state === 'notPermitted' && round.askAgain !== true) {
      answers.push(last);
    } else if (source.rhythm === 'onUse' && !round.onUse) {
      answers.push(last ?? { source: source.name, state: 'notAsked', words: '' });
    } else {
      try {
        await source.sync(round.absorb, round.cursor, round.signal);
        answers.push({ source: source.name, state: 'current', words: '' });
      } catch (error) {
        answers.push(
          stopped()
            ? { source: source.name, state: 'stopped', words: '' }
            : statusOf(source.name, error),
        );
      }
    }
  }
  return answers;
}
