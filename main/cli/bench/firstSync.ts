import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { demoClock, systemClock } from '../../../shared/timing/clock';
import { startTenant } from '../../demo/server';
import { createRounds } from '../../graph/rounds';
import { createEngine } from '../../engine/engine';
import { createCalendarSource } from '../../graph/calendar';
import { createChatsSource } from '../../graph/chats';
import { createGraph, remappedFetch } from '../../graph/client';
import { createHoursSource } from '../../graph/hours';
import { createMailSource } from '../../graph/mail';
import { createPeopleSource } from '../../graph/people';
import { monthsBefore } from '../../graph/reach';
import { createTasksSource } from '../../graph/tasks';
import { openLedger } from '../../ledger';
import { watchCollections, type Turn } from './collections';
import { blocking, type Figures } from './figures';
import { makeWorld } from './world';

/** What arrives after the first reading. */
const CHANGES = 10;
/** Working days of eleven months: all of it lies within the horizon of twelve. */
const DAYS = 230;
const MONTHS = 12;
const MINUTE = 60_000;
const LONG_MS = 50;
const BREATH_MS = 2_200;

function worldOf(messages: number) {
  const world = makeWorld(messages + CHANGES, 7, DAYS);
  return { ...world, items: [...world.items()] };
}

/** ms just after the last message that is there at first. */
function beginning(world: ReturnType<typeof worldOf>): number {
  return Date.parse(world.items.at(-CHANGES - 1)?.sentAt ?? world.until) + 1_000;
}

/** What is to be known of that world beside what is in it. `begins`: ms. */
function outlineOf(messages: number) {
  const world = worldOf(messages);
  return { begins: beginning(world), me: world.me, until: world.until };
}

/** The tenant of that world, alone in its process: says where it listens, and moves its clock as told by a line. */
export async function serveWorld(messages: number): Promise<void> {
  const world = worldOf(messages);
  const clock = demoClock(beginning(world), 0);
  const tenant = await startTenant({
    archive: { items: world.items, directory: world.directory },
    me: world.me.address,
    clock,
  });
  process.stdout.write(`${tenant.url}\n`);
  for await (const line of createInterface({ input: process.stdin })) {
    clock.step(Number(line));
    process.stdout.write('moved\n');
  }
  await tenant.close();
}

/**
 * A new desk's first reading of a mailbox of `messages`, as the app does it, from a tenant in a process of its own; then
 * ten new messages; then an hour in which nothing happens.
 */
export async function measureFirstSync(
  messages: number,
  folder: string,
  figures: Figures,
  say: (line: string) => void,
): Promise<void> {
  // Its messages are the tenant's: kept here, they would be counted as memory of the desk.
  const { begins, me, until } = outlineOf(messages);
  const clock = demoClock(begins, 0);
  const served = serve(messages);
  const { ledger } = openLedger({ path: join(folder, 'first.sqlite'), now: () => clock.now() });
  /** Calls made since they were last told, by what they were for. */
  const made = new Map<string, number>();
  const requests = () => {
    const all = [...made.values()].reduce((sum, n) => sum + n, 0);
    say([...made].map(([purpose, n]) => `${purpose} ${String(n)}`).join(', '));
    made.clear();
    return all;
  };
  let lastSaid = '';
  const said = (line: string) => {
    if (line !== lastSaid) say(line);
    lastSaid = line;
  };
  let ended: () => void = () => undefined;
  const nextRound = () =>
    new Promise<void>((resolve) => {
      ended = resolve;
    });
  const blocks: { real: number; turn: Turn }[] = [];
  const collections = watchCollections();
  try {
    const url = await served.line();
    const graph = createGraph({
      token: () => Promise.resolve('bench'),
      fetch: remappedFetch(url),
      clock,
      log: ({ purpose }) => made.set(purpose, (made.get(purpose) ?? 0) + 1),
    });
    const engine = createEngine({ ledger, clock, me: [me], timeZone: 'Europe/Amsterdam' });
    const directory = () => ledger.directory();
    const horizon = () => monthsBefore(clock.now(), MONTHS);
    const parts = { graph, clock, held: ledger, directory, horizon };
    const rounds = createRounds({
      sources: [
        createPeopleSource(parts),
        createHoursSource(parts),
        createMailSource(parts),
        createChatsSource(parts),
        createCalendarSource({ ...parts, me: () => [me.address] }),
        createTasksSource(parts),
      ],
      absorb: async (page) => {
        const { block, turn } = await blocking(() => engine.absorb(page));
        blocks.push({ real: block, turn });
        figures.look();
      },
      cursor: (key) => ledger.cursor(key),
      clock,
      items: () => ledger.countItems(),
      changed: ({ items, back, state }) => {
        if (state !== 'syncing') ended();
        if (back) said(`${back.source} down to ${back.at.slice(0, 10)}, ${String(items)} items`);
      },
      log: say,
    });
    const tell = (name: string, unit: string, value: number) => {
      say(`${name}: ${String(Math.round(value))} ${unit}`);
      figures.add(`first sync, ${name}`, value, unit);
    };
    const run = async (onUse: boolean) => {
      const { state, problem } = await rounds.run(onUse);
      if (state !== 'idle') throw new Error(problem ?? state);
    };

    const from = { at: performance.now(), busy: cpuMs() };
    await run(true);
    tell('last two weeks on screen after', 's', (performance.now() - from.at) / 1000);
    tell('messages of the last two weeks', 'messages', ledger.countItems());
    await rounds.whole();
    const whole = { seconds: (performance.now() - from.at) / 1000, busy: cpuMs() - from.busy };
    tell('messages in all', 'messages', ledger.countItems());
    tell('all of them after', 's', whole.seconds);
    tell('rate', 'messages/s', ledger.countItems() / whole.seconds);
    tell('processor time of the client', 's', whole.busy / 1000);
    tell('requests', 'requests', requests());
    tell('longest block', 'ms', Math.max(...blocks.map(({ real }) => real)));
    const longest = blocks.flatMap(({ turn }) => (turn.own > LONG_MS ? [turn] : []));
    tell(
      'longest block, processor time of its thread',
      'ms',
      Math.max(...blocks.map(({ turn }) => turn.own)),
    );
    tell(
      "pages with a block of more than 50 ms of its thread's processor time",
      'pages',
      longest.length,
    );
    tell(
      'of those, half of it collecting garbage or more',
      'pages',
      longest.filter((turn) => collections.within(turn) > turn.own / 2).length,
    );
    collections.tell('first sync', figures);
    tell('pages', 'pages', blocks.length);

    const step = async (ms: number) => {
      clock.step(ms);
      await served.tell(String(ms));
    };
    const before = ledger.countItems();
    await step(Date.parse(until) - clock.now() + MINUTE);
    made.clear();
    const began = performance.now();
    await run(true);
    tell('a round with ten changes', 'ms', performance.now() - began);
    tell('its requests', 'requests', requests());
    if (ledger.countItems() - before !== CHANGES)
      throw new Error(`${String(ledger.countItems() - before)} of ten changes came`);

    await rounds.whole();
    made.clear();
    const idle = cpuMs();
    for (let minute = 0; minute < 60; minute += 1) {
      // Rounds keep this distance in real time, however fast the clock goes.
      await systemClock.pause(BREATH_MS);
      const over = nextRound();
      await step(MINUTE);
      await over;
    }
    tell('an idle hour, requests', 'requests', requests());
    tell('an idle hour, processor time', 'ms', cpuMs() - idle);
    await rounds.stop();
  } finally {
    ledger.close();
    await served.close();
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The tenant's process. */
function serve(messages: number) {
  const script = process.argv[1] ?? '';
  const args = [script, 'first-sync-tenant', '--messages', String(messages)];
  const child: ChildProcess = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('the tenant could not be started');
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const line = async (): Promise<string> => {
    const next = await lines.next();
    if (next.done === true) throw new Error('the tenant has ended');
    return next.value;
  };
  return {
    line,
    async tell(words: string): Promise<void> {
      stdin.write(`${words}\n`);
      await line();
    },
    async close(): Promise<void> {
      stdin.end();
      await ended;
    },
  };
}
