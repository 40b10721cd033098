import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Item } from '../../../shared/handoff/item';
import type { Clock } from '../../../shared/timing/clock';
import { FAULT_KINDS, type FaultKind } from '../../demo/faultKinds';
import { seeded, seededPlan, type FaultPlan } from '../../demo/faultPlan';
import { openTenant, type Tenant } from '../../demo/server';
import { createEngine } from '../../engine/engine';
import type { Page, Source } from '../../engine/page';
import { speakerResolver } from '../../archive/people';
import { createCalendarSource } from '../../graph/calendar';
import { createChannelsSource } from '../../graph/channels';
import { createChatsSource } from '../../graph/chats';
import { createGraph, type FetchLike, type Graph } from '../../graph/client';
import { createMailSource } from '../../graph/mail';
import { createOutbox, type Outbox } from '../../graph/outbox';
import { createPeopleSource } from '../../graph/people';
import { createFiller, type Filler } from '../../graph/fill';
import { readingBack, type ReadingBack } from '../../graph/readingBack';
import { syncAll, wordsOf } from '../../graph/sync';
import { createTasksSource } from '../../graph/tasks';
import { createTodoSource } from '../../graph/todo';
import { createTranscriptsSource } from '../../graph/transcripts';
import { openLedger } from '../../ledger';
import type { Ledger, OutboxEntry } from '../../ledger/types';
import { checkSends, compare, wholeWorld } from './faultChecks';
import { ANSWERED, DIRECTORY, ITEMS, JONAS, ME, ROOM, SENDS, START } from './faultWorld';
import { LeapingTime } from './leaping';

/** What one run came to. `wrong` is empty when every promise was kept. */
export interface RunResult {
  seed: number;
  faults: number;
  crashes: number;
  requests: number;
  wrong: string[];
  /** The faults met, for whoever looks into a failed seed. */
  happened: string[];
}

const HOUR = 3_600_000;
const LIVES = 3;
const ALLOWED_IN_FLIGHT = 3;

/**
 * What the service says of a meeting for good is believed, and the ledger without faults was not told so: these two
 * have tests of their own.
 */
const FOR_GOOD: readonly FaultKind[] = ['lookupForbidden', 'channelMeeting'];
const KINDS = FAULT_KINDS.filter((kind) => !FOR_GOOD.includes(kind));

/** The process is gone at this point. */
class Crash extends Error {}

interface Life {
  ledger: Ledger;
  outbox: Outbox;
  graph: Graph;
  round: () => Promise<string[]>;
  /** Looks at every handoff whose time has come. */
  look: () => Promise<void>;
  close: () => Promise<void>;
  /** Rejects with Crash at the chosen step. */
  crashed: Promise<never>;
}

/** One seed: some lives with faults and crashes, then recovery, then the comparison with a ledger that met none. */
export async function runSeed(seed: number): Promise<RunResult> {
  const random = seeded(seed);
  // In memory where the system has such a place: what is tested is the order of writes, not the disk.
  const folder = mkdtempSync(
    join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'corridor-faults-'),
  );
  const time = new LeapingTime(START);
  const world = time.clock();
  const wrong: string[] = [];
  const plans: FaultPlan[] = [];
  const opened: Life[] = [];
  let crashes = 0;
  const tenant = await openTenant({
    archive: { items: [...ITEMS], directory: DIRECTORY },
    me: ME.address,
    clock: world.clock,
    sentDelayMs: [5_000, 60_000, 400_000][seed % 3] ?? 5_000,
  });
  try {
    tenant.faults.chatPerSecond = random() < 0.5;
    tenant.faults.skewMs = random() < 0.3 ? Math.round((random() - 0.5) * 1_200_000) : 0;
    tenant.faults.latencyMs = random() < 0.5 ? 40 : 0;
    const share = 0.04 + random() * 0.3;
    for (let life = 0; life < LIVES; life += 1) {
      const plan = seededPlan({ seed: seed * 31 + life, share, most: 14, kinds: KINDS });
      plans.push(plan);
      tenant.faults.plan = plan;
      const dieAt = random() < 0.7 ? 1 + Math.floor(random() ** 2 * 700) : 0;
      try {
        const alive = open(join(folder, 'disturbed.db'), tenant, time, dieAt, random);
        opened.push(alive);
        await time.until(Promise.race([alive.crashed, live(alive)]));
        await time.until(alive.close());
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        crashes += 1;
        await opened.at(-1)?.close();
      }
      // What was on the wire when the process ended is carried out now, not hours later.
      await time.until(world.clock.pause(1_000));
      time.pass(Math.floor(random() * 8 * HOUR));
      if (random() < 0.15) tenant.forgetSyncStates();
    }
    tenant.faults.plan = null;
    const last = open(join(folder, 'disturbed.db'), tenant, time, 0, random);
    opened.push(last);
    await time.until(recover(last, time, world.clock, wrong));
    const whole = open(join(folder, 'whole.db'), tenant, time, 0, random);
    opened.push(whole);
    const states = await time.until(whole.round());
    if (states.some((state) => state !== 'current')) wrong.push(`undisturbed: ${states.join()}`);
    await time.until(Promise.all([last.look(), whole.look()]));
    wholeWorld(whole.ledger, wrong);
    compare(last.ledger, whole.ledger, wrong);
    await time.until(checkSends(last, tenant, wrong));
    await time.until(Promise.all([last.close(), whole.close()]));
    const { counted } = tenant;
    if (counted.mostInFlight > ALLOWED_IN_FLIGHT)
      wrong.push(`${String(counted.mostInFlight)} calls at one time`);
    for (const early of counted.early) wrong.push(`too early: ${early}`);
  } catch (error) {
    wrong.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    for (const life of opened) await time.until(life.close()).catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
  const happened = plans.flatMap((plan, life) =>
    plan.happened.map((what) => `life ${String(life + 1)}: ${what}`),
  );
  return {
    seed,
    faults: happened.length,
    crashes,
    requests: tenant.counted.requests,
    wrong,
    happened,
  };
}

/** One start of the app on a ledger file. */
function open(
  path: string,
  tenant: Tenant,
  time: LeapingTime,
  dieAt: number,
  random: () => number,
): Life {
  const { clock, end } = time.clock();
  const state = { dead: false, closed: false, steps: 0 };
  const dead = () => state.dead;
  let die: (reason: Crash) => void = () => undefined;
  const crashed = new Promise<never>((_, reject) => {
    die = reject;
  });
  crashed.catch(() => undefined);
  const step = () => {
    if (state.dead) throw new Crash('gone');
    state.steps += 1;
    if (state.steps !== dieAt) return;
    state.dead = true;
    end();
    die(new Crash('gone'));
    throw new Crash('gone');
  };
  const opened = openLedger({ path, now: () => clock.now() });
  const ledger = dieAt === 0 ? opened.ledger : mortal(opened.ledger, step);
  const fetch: FetchLike = async (url, init) => {
    if (dead()) return new Promise<never>(() => undefined);
    time.busy += 1;
    // Counted as idle while nobody will answer: a silent tenant or a pause for latency.
    const answer = tenant.fetch(url, init);
    time.busy -= 1;
    const response = await answer;
    return dead() ? new Promise<never>(() => undefined) : response;
  };
  const graph = createGraph({
    token: () => Promise.resolve('a-token'),
    fetch,
    clock,
    random,
  });
  const engine = (() => {
    try {
      return createEngine({
        ledger,
        clock,
        me: [ME],
        timeZone: 'Europe/Berlin',
        pace: { slice: () => () => false, rest: () => Promise.resolve() },
      });
    } catch (error) {
      opened.ledger.close();
      throw error;
    }
  })();
  const outbox = createOutbox({
    ledger,
    graph,
    clock,
    changed: () => undefined,
    me: () => [ME.address],
  });
  const sources = sourcesOf(graph, ledger, clock);
  const back = readingBack(sources);
  return {
    ledger,
    outbox,
    graph,
    crashed,
    round: async () => {
      const reading = {
        absorb: async (page: Page) => {
          await engine.absorb(page);
        },
        cursor: (key: string) => ledger.cursor(key),
        signal: new AbortController().signal,
      };
      // As the app's rounds do it.
      const first = ledger.countItems() === 0;
      const asked = { ...reading, onUse: true, askAgain: true };
      const answers = await syncAll(first ? back.sources : sources, asked);
      if (first) await back.over(reading.absorb);
      return [...answers.map(({ state }) => state), await readBack(back, reading)];
    },
    look: async () => {
      while ((await engine.look()) > 0);
    },
    close: async () => {
      if (state.closed) return;
      state.closed = true;
      if (!state.dead) await outbox.close();
      state.dead = true;
      end();
      opened.ledger.close();
    },
  };
}

/** Reads back to the horizon, or as far as it goes this time. */
async function readBack(
  back: ReadingBack,
  reading: Parameters<Filler['step']>[0],
): Promise<string> {
  const filler = createFiller(back.sources);
  try {
    while ((await filler.step(reading)) !== null);
    await back.over(reading.absorb);
    return 'current';
  } catch (error) {
    if (error instanceof Crash) throw error;
    return wordsOf('further back', error);
  }
}

/** A ledger that dies with its process at some call: in the middle of a transaction, or between two. */
function mortal(ledger: Ledger, step: () => void): Ledger {
  return new Proxy(ledger, {
    get(target, key: keyof Ledger) {
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      return (...values: unknown[]): unknown => {
        step();
        const result = (method as (...given: unknown[]) => unknown).apply(target, values);
        step();
        return result;
      };
    },
  });
}

/** Every source the app reads what is said and done from. */
function sourcesOf(graph: Graph, ledger: Ledger, clock: Clock): Source[] {
  const directory = () => ledger.directory();
  return [
    createPeopleSource({ graph, clock, directory }),
    createMailSource({ graph, clock, held: ledger, pageSize: 4 }),
    createCalendarSource({ graph, clock, held: ledger, me: () => [ME.address], pageSize: 4 }),
    createTasksSource({ graph, clock, held: ledger, directory }),
    createChatsSource({ graph, clock, directory, pageSize: 4 }),
    createChannelsSource({ graph, clock, directory, pageSize: 2 }),
    createTodoSource({ graph, clock, held: ledger, me: () => ME }),
    createTranscriptsSource({
      ...{ graph, clock },
      speakers: (names, invited) =>
        speakerResolver(new Map(directory().map(({ person }) => [person.address, person])))(
          names,
          invited,
        ),
    }),
  ];
}

/** What a person does in one life: reads, and sees four messages off. */
async function live(life: Life): Promise<void> {
  life.outbox.recover();
  const reading = life.round();
  // Who dies while sending waits for no reading.
  reading.catch(() => undefined);
  send(life);
  await reading;
  await life.outbox.settled();
  await life.round();
}

/** By which way each of the messages leaves. */
const WAYS: Readonly<Record<string, OutboxEntry['draft']['channel']>> = {
  'send 3': 'chat',
  'send 4': 'channel',
};

function inReplyTo(ledger: Ledger, way: OutboxEntry['draft']['channel']): string | null {
  const answered = (item: Item) => {
    if (way === 'mail') return item.kind === 'mail' && item.from.address === JONAS.address;
    if (item.kind !== 'chat') return false;
    return way === 'channel' ? item.chatId === ANSWERED.chatId : item.chatId === ROOM;
  };
  for (const { item } of ledger.eachItem(way === 'mail' ? 'mail' : 'chat'))
    if (answered(item)) return item.id;
  return null;
}

/** Approves what has not left yet, as the person would who sees that it failed. True when all has left. */
function send({ ledger, outbox }: Life): boolean {
  let left = 0;
  for (const handoffId of SENDS) {
    const channel = WAYS[handoffId] ?? 'mail';
    const answers = inReplyTo(ledger, channel);
    if (channel !== 'mail' && answers === null) continue;
    const entry =
      ledger.outboxOf(handoffId)[0] ??
      outbox.propose(handoffId, {
        to: [JONAS],
        cc: [],
        subject: channel === 'mail' ? `Re: ${handoffId}` : '',
        body: `Is ${handoffId} yours?`,
        reasons: [],
        channel,
        inReplyTo: answers,
      });
    if (entry.state === 'sent') left += 1;
    if (entry.state === 'proposed' || entry.state === 'failed')
      outbox.approve(entry.id, {
        to: entry.draft.to,
        subject: entry.draft.subject,
        body: entry.draft.body,
      });
  }
  return left === SENDS.length;
}

/** No more faults: everything comes in, everything leaves or is known to have left. */
async function recover(
  life: Life,
  time: LeapingTime,
  clock: Clock,
  wrong: string[],
): Promise<void> {
  life.outbox.recover();
  await life.round();
  for (let turn = 0; !send(life); turn += 1) {
    if (turn === 40) {
      wrong.push(
        `not sent: ${SENDS.map((id) => life.ledger.outboxOf(id)[0]?.state ?? 'none').join()}`,
      );
      break;
    }
    await life.outbox.settled();
    await clock.pause(60_000);
  }
  // Whatever is still on its way in the tenant arrives, and everything still to come comes.
  time.pass(60 * HOUR);
  for (let round = 1; round <= 2; round += 1) {
    const states = await life.round();
    if (states.some((state) => state !== 'current'))
      wrong.push(`recovery ${String(round)}: ${states.join()}`);
  }
}
