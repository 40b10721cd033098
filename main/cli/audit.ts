import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { readArchive, type ArchiveProblem } from '../archive';
import { audit, type AuditReport } from '../engine/audit';
import { openLedger } from '../ledger';
import { reportText } from './reportText';

/**
 * `audit ARCHIVE [--me ADDRESS] [--at ISO] [--json]` and `audit --jobs FILE`: the app's engine over an archive on
 * disk, under plain Node. The answer goes to stdout, everything else to stderr.
 */

const USAGE =
  'usage: npm run --silent audit -- ARCHIVE [--me ADDRESS] [--at ISO] [--json]\n' +
  '       npm run --silent audit -- --jobs FILE';

const Job = z.object({
  id: z.string(),
  path: z.string(),
  me: z.string().nullish(),
  at: z.string().nullish(),
});

interface Arguments {
  archive: string | null;
  me: string | null;
  at: string | null;
  json: boolean;
  jobs: string | null;
}

function readArguments(argv: readonly string[]): Arguments {
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

async function auditArchive(path: string, me: string | null, at: string | null) {
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

function tellProblems(problems: readonly ArchiveProblem[]): void {
  for (const p of problems.slice(0, 20)) console.error(`${p.file}, ${p.where}: ${p.what}`);
  if (problems.length > 20)
    console.error(`… and ${problems.length - 20} more that could not be read`);
}

async function runJobs(file: string): Promise<void> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  let n = 0;
  for await (const line of lines) {
    n++;
    if (line.trim() === '') continue;
    console.log(JSON.stringify(await runJob(line, n)));
  }
}

async function runJob(
  line: string,
  n: number,
): Promise<({ id: string } & AuditReport) | { id: string | null; error: string }> {
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

async function main(): Promise<void> {
  const args = readArguments(process.argv.slice(2));
  if (args.jobs !== null) {
    readFileSync(args.jobs, { flag: 'r' });
    await runJobs(args.jobs);
    return;
  }
  if (args.archive === null) throw new Error(USAGE);
  const { report, problems } = await auditArchive(args.archive, args.me, args.at);
  tellProblems(problems);
  console.log(args.json ? JSON.stringify(report, null, 1) : reportText(report));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
