import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { readArchive, type ArchiveProblem } from '../archive';
import { audit, type AuditReport } from '../engine/audit';
import { openLedger } from '../ledger';
import { linesOf } from './readLines';

/** What `audit` is asked, read from its arguments or from lines of a jobs file, and answered one archive at a time. */

export const USAGE =
  'usage: npm run --silent audit -- ARCHIVE [--me ADDRESS] [--at ISO] [--json]\n' +
  '       npm run --silent audit -- --jobs FILE';

const Job = z.object({
  id: z.string(),
  path: z.string(),
  me: z.string().nullish(),
  at: z.string().nullish(),
});

/** The command line of `audit`. */
export interface Arguments {
  archive: string | null;
  me: string | null;
  at: string | null;
  json: boolean;
  jobs: string | null;
}

/** @throws Error with the usage on an unknown option or a missing value. */
export function readArguments(argv: readonly string[]): Arguments {
  const args: Arguments = { archive: null, me: null, at: null, json: false, jobs: null };
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    const value = () => {
      const next = argv[++i];
      if (next === undefined) throw new Error(`${word} needs a value.\n${USAGE}`);
      return next;
    };
    if (word === '--json') args.json = true;
    else if (word === '--me') args.me = value();
    else if (word === '--at') args.at = value();
    else if (word === '--jobs') args.jobs = value();
    else if (word.startsWith('--')) throw new Error(`Unknown option ${word}.\n${USAGE}`);
    else args.archive = word;
  }
  return args;
}

/** Reads an archive and tells what is held. `at` is ISO. @throws Error when there is nothing to read. */
export async function auditArchive(
  path: string,
  me: string | null,
  at: string | null,
): Promise<{ report: AuditReport; problems: ArchiveProblem[] }> {
  const problems: ArchiveProblem[] = [];
  const { items, directory } = await readArchive(path, { onProblem: (p) => problems.push(p) });
  const { ledger } = openLedger({ path: ':memory:', now: () => 0 });
  try {
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const report = audit({ items, directory, me: me?.toLowerCase() ?? null, at, timeZone, ledger });
    return { report, problems };
  } finally {
    ledger.close();
  }
}

/** One answer per line of a jobs file, in order; a line that cannot be run is answered with its error. */
export async function* answerJobs(file: string): AsyncGenerator<JobAnswer> {
  let n = 0;
  for await (const line of linesOf(createReadStream(file))) {
    n++;
    if (line.trim() !== '') yield await runJob(line.replace(/^\uFEFF/, ''), n);
  }
}

export type JobAnswer = ({ id: string } & AuditReport) | { id: string | null; error: string };

async function runJob(line: string, n: number): Promise<JobAnswer> {
  let id: string | null = null;
  try {
    const raw: unknown = JSON.parse(line);
    if (typeof raw === 'object' && raw !== null && 'id' in raw) id = String(raw.id);
    const job = Job.parse(raw);
    const { report } = await auditArchive(job.path, job.me ?? null, job.at ?? null);
    return { id: job.id, ...report };
  } catch (error) {
    return { id, error: `line ${n}: ${error instanceof Error ? error.message : String(error)}` };
  }
}
