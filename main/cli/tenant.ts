import { parseArgs } from 'node:util';
import { demoClock } from '../../shared/timing/clock';
import { readStory } from '../demo/archive';
import { startTenant } from '../demo/server';

const USAGE =
  'usage: tenant --archive DIR [--me ADDRESS] [--clock ISO] [--speed N] [--port N] [--gateway-strips] (me and clock default to the story in DIR)';

/**
 * Runs the tenant alone: one JSON line {"url","me"} on stdout when it listens, gone on SIGTERM or SIGINT. Somebody
 * else's mailbox in it is reached with their address as the token, which is what the app sends with --me.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      archive: { type: 'string' },
      me: { type: 'string' },
      clock: { type: 'string' },
      speed: { type: 'string', default: '1' },
      port: { type: 'string', default: '0' },
      'gateway-strips': { type: 'boolean', default: false },
    },
  });
  const story = values.archive === undefined ? undefined : await readStory(values.archive);
  const me = values.me ?? story?.me;
  const startAt = Date.parse(values.clock ?? story?.startAt ?? '');
  const [speed, port] = [Number(values.speed), Number(values.port)];
  if (
    values.archive === undefined ||
    me === undefined ||
    !Number.isFinite(startAt) ||
    !(speed >= 0) ||
    !Number.isInteger(port)
  )
    throw new Error(USAGE);
  const clock = demoClock(startAt, speed);
  const tenant = await startTenant({ archive: values.archive, me, clock, port });
  tenant.faults.gatewayStrips = values['gateway-strips'];
  const stop = () => {
    void tenant.close().then(() => {
      process.exit(0);
    });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.stdout.write(`${JSON.stringify({ url: tenant.url, me: tenant.me })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
