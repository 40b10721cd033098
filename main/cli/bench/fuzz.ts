import { calendarFrom, mailFrom, payloadsFrom, transcriptFrom } from './fuzzCases';
import { seeded } from '../../demo/faultPlan';

/** What one kind of input came to: cases tried, entries of what was refused, and what broke. */
export interface Fuzzed {
  kind: string;
  cases: number;
  refused: number;
  /** "seed 17: what happened" */
  wrong: string[];
}

const KINDS = {
  'Graph payloads': payloadsFrom,
  MIME: mailFrom,
  VTT: transcriptFrom,
  ICS: calendarFrom,
} as const;

/** Each case from a seed of its own: no crash, no neighbour lost, a word about whatever was refused. */
export async function fuzz(cases: number, first = 1): Promise<Fuzzed[]> {
  const results: Fuzzed[] = [];
  for (const [kind, run] of Object.entries(KINDS)) {
    const result: Fuzzed = { kind, cases, refused: 0, wrong: [] };
    for (let seed = first; seed < first + cases; seed += 1) {
      try {
        const { refused, wrong } = await run(seeded(seed));
        result.refused += refused;
        if (wrong !== null) result.wrong.push(`seed ${String(seed)}: ${wrong}`);
      } catch (error) {
        const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
        result.wrong.push(`seed ${String(seed)}: ${what}`);
      }
    }
    results.push(result);
  }
  return results;
}
