import { openLedger } from '../../main/ledger';
import { syncAll } from '../../main/graph/sync';
import { demoClock } from '../../shared/timing/clock';
import { mortal, mortalFetch, mortalLedger } from './mortal';
import { absorbInto, graphOf, sourcesOf } from './syncWorld';

/** A child that runs one round of sync into a ledger file, and may be killed at any moment of it. */
async function main(): Promise<void> {
  const given = JSON.parse(process.argv[2] ?? '{}') as {
    url: string;
    file: string;
    now: number;
    /** The step at which it kills itself; 0: only others may. */
    dieAt: number;
  };
  const step = mortal(given.dieAt);
  const clock = demoClock(given.now, 0);
  const opened = openLedger({ path: given.file, now: () => clock.now() });
  const ledger = mortalLedger(opened.ledger, step);
  process.stdout.write('ready\n');
  const graph = graphOf(given.url, clock, undefined, (inner) => mortalFetch(inner, step));
  const status = await syncAll(sourcesOf(graph, ledger, clock), {
    absorb: absorbInto(ledger),
    cursor: (key) => ledger.cursor(key),
    signal: new AbortController().signal,
    onUse: true,
  });
  ledger.close();
  process.stdout.write(`${JSON.stringify(status.map((s) => s.state))}\n`, () => process.exit(0));
}

void main();
