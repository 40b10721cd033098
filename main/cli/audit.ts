import type { ArchiveProblem } from '../archive';
import { answerJobs, auditArchive, readArguments, USAGE } from './auditJobs';
import { reportText } from './reportText';

/**
 * `audit ARCHIVE [--me ADDRESS] [--at ISO] [--json]` and `audit --jobs FILE`: the app's engine over an archive on
 * disk, under plain Node. The answer goes to stdout, everything else to stderr.
 */

function tellProblems(problems: readonly ArchiveProblem[]): void {
  for (const p of problems.slice(0, 20)) console.error(`${p.file}, ${p.where}: ${p.what}`);
  if (problems.length > 20)
    console.error(`… and ${problems.length - 20} more that could not be read`);
}

async function main(): Promise<void> {
  const args = readArguments(process.argv.slice(2));
  if (args.jobs !== null) {
    for await (const answer of answerJobs(args.jobs)) console.log(JSON.stringify(answer));
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
