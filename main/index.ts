import { app } from 'electron';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DirectoryEntry } from '../shared/handoff/item';
import type { Part } from '../shared/contract';
import { demoClock, systemClock, type Clock, type SteppableClock } from '../shared/timing/clock';
import { readStory, readTenantArchive, type TenantArchive } from './demo/archive';
import { startTenant, type Tenant } from './demo/server';
import { createDesk, type Desk, type DeskParts } from './desk/desk';
import { createGate } from './desk/gate';
import { corridorText, painted, saveScreenshot } from './desk/once';
import { readOptions, type StartOptions } from './desk/options';
import { setApplicationMenu } from './desk/appMenu';
import { registerScheme, servePages } from './desk/pages';
import { createRounds, type Rounds } from './graph/rounds';
import { systemSealing } from './desk/sealing';
import { createSeats, type Room } from './desk/seats';
import { sourcesOf } from './desk/sources';
import { createLookUp } from './desk/lookUp';
import { createStanding } from './desk/standing';
import { openSettings, type Settings } from './desk/settings';
import { readClient, type ChosenClient } from './desk/signInClient';
import { demoSignIn } from './desk/signInDemo';
import { createAccountDesk, type AccountDesk } from './desk/signInDesk';
import { openSignIn, systemFetch } from './desk/signInHost';
import { denyPermissions } from './desk/windows';
import { createEngine, type Engine } from './engine/engine';
import { createProposer, type Proposer } from './engine/proposing/proposer';
import { createWatcher, type Watcher } from './engine/watch';
import { createGraph, remappedFetch, type Graph } from './graph/client';
import { callLog } from './graph/callLog';
import { createColleagues } from './graph/colleagues';
import { CHOSEN, listFolders, readFolders } from './graph/folders';
import { createWhereabouts } from './graph/whereabouts';
import { createOutbox, type Outbox } from './graph/outbox';
import { readMe } from './graph/people';
import { clouds } from './graph/signIn/clouds';
import { monthsBefore } from './graph/reach';
import { openLedger } from './ledger';
import type { Ledger } from './ledger/types';

/** The composition root: everything is built here, by hand, in order. No part looks up another. */

const OUT = join(__dirname, '..');
const PRELOAD = join(OUT, 'preload', 'index.js');
const log = (line: string) => {
  console.error(line);
};

registerScheme();
const options = optionsOrExit();
if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(fail);
else app.quit();

async function start(): Promise<void> {
  denyPermissions();
  servePages(join(OUT, 'renderer'));
  // People of the demo are never among the real ones.
  const home = join(app.getPath('userData'), options.signIn ? 'demo-accounts' : 'accounts');
  const chosen = options.signIn ? null : readClient(home, process.env, log);
  const world = chosen === null ? await demoWorld(options) : null;
  const notices: string[] = [];
  const settings = openSettings({
    path: join(app.getPath('userData'), 'settings.json'),
    sealing: systemSealing,
    env: process.env,
    notice: (words) => {
      notices.push(words);
      log(words);
    },
  });
  const at: Place = { world, clock: world?.clock ?? systemClock, settings, notices };
  // Closing the last window keeps Corridor in the tray.
  app.on('window-all-closed', () => undefined);
  if (world && !options.signIn) await startDemo({ ...at, world }, home);
  else await startSignedIn(at, home, chosen);
}

/** The demo as it is shown to somebody who signs in nowhere. */
async function startDemo(at: Place & { world: World }, home: string): Promise<void> {
  const { clock, world } = at;
  const folder = join(app.getPath('userData'), 'demo');
  // The embedded tenant begins anew at each start, and so does what is known of it; a tenant elsewhere goes on.
  if (world.tenant) rmSync(folder, { recursive: true, force: true });
  const graph = createGraph({
    // A tenant elsewhere serves the mailbox of whoever the token names.
    token: () => Promise.resolve(options.me ?? 'demo'),
    fetch: remappedFetch(world.url),
    clock,
    log: callLog(log, process.env['CORRIDOR_LOG_CALLS'] !== undefined),
  });
  const room = await openRoom(at, { graph, folder, permits: () => true });
  const accounts = createAccountDesk({
    ...{ signIn: null, clientFrom: null, home, clock, restart },
    speed: () => world.clock.speed(),
  });
  const desk = sitDown(at, room, accounts, () => 0);
  onCalled(() => {
    desk.raise();
  });
  setApplicationMenu(world.clock, () => {
    desk.showSettings();
  });
  quitInOrder(async () => {
    desk.close();
    await room.close();
    await world.tenant?.close();
  });
  await room.begin();
  if (options.once)
    await printOnce(desk, room.ledger, clock, room.engine.people().me, room.timeZone);
  else desk.begin();
}

/** People who sign in: at Microsoft 365, or with `--sign-in` at the demo's own pages. */
async function startSignedIn(at: Place, home: string, chosen: ChosenClient | null): Promise<void> {
  const { clock, world } = at;
  // The embedded tenant begins anew at each start, and knows nobody of the last one.
  if (world?.tenant) rmSync(home, { recursive: true, force: true });
  const demo = world ? await demoSignIn(world, options.signInUrl) : null;
  const client = chosen?.client ?? demo?.client;
  if (!client) throw new Error('There is nothing to sign in to.');
  const speed = () => world?.clock.speed() ?? 1;
  const seats = createSeats<OpenRoom>({
    signIn: () => signIn,
    accounts: () => accounts,
    openRoom: async (account) => {
      const graph = createGraph({
        token: account.token,
        fetch: demo ? await demo.fetchOf(account.address) : systemFetch,
        root: clouds[client.cloud].graphRoot,
        clock,
        log: callLog(log, process.env['CORRIDOR_LOG_CALLS'] !== undefined),
      });
      const permits = (part: Part) => account.permits(part);
      const room = await openRoom(at, { graph, folder: account.folder, permits });
      room.onCount(() => {
        seats.countChanged();
      });
      return room;
    },
    sitDown: (room) => {
      const desk = sitDown(at, room, accounts, () => seats.elsewhere());
      // What rises is told only after the first reading: a fresh ledger would be a flood of notices.
      void room.begin().then(async () => {
        if (room.desk !== desk) return;
        if (options.once)
          await printOnce(desk, room.ledger, clock, room.engine.people().me, room.timeZone);
        else desk.begin();
      });
      return desk;
    },
    showGate: () => {
      if (options.once)
        fail('Nobody is signed in; without --once there is a window to sign in at.');
      return createGate({
        ...{ accounts, log, preload: PRELOAD, hidden: options.hidden },
        demoClock: world?.clock ?? null,
        onClosed: () => {
          app.quit();
        },
      });
    },
    clock,
    log,
  });
  const signIn = await openSignIn({
    ...{ client, home, clock, speed, log },
    loginUrl: demo?.url ?? null,
    count: (key) => seats.count(key),
    letGo: (key) => seats.letGo(key),
  });
  const accounts = createAccountDesk({
    ...{ signIn, home, clock, speed, restart },
    clientFrom: chosen?.from ?? 'demo',
  });
  signIn.onChange(() => void seats.settle());
  onCalled(() => {
    seats.raise();
  });
  setApplicationMenu(world?.clock ?? null, () => {
    seats.showSettings();
  });
  quitInOrder(async () => {
    signIn.close();
    await seats.close();
    await demo?.close();
    await world?.tenant?.close();
  });
  await seats.settle();
}

/** Where everything happens: the demo's world, or the real one. */
interface Place {
  world: World | null;
  clock: Clock;
  settings: Settings;
  /** What the person must know of the settings. */
  notices: readonly string[];
}

/** One account's ledger and everything that reads into it and writes out of it. */
interface OpenRoom extends Room {
  engine: Engine;
  ledger: Ledger;
  watcher: Watcher;
  outbox: Outbox;
  rounds: Rounds;
  proposer: Proposer;
  me: DirectoryEntry;
  timeZone: string;
  notices: string[];
  permits: (part: Part) => boolean;
  standing: DeskParts['standing'];
  mailFolders: DeskParts['mailFolders'];
  lookUp: DeskParts['lookUp'];
  /** Reads for the first time and begins to watch; once, however often it is called. */
  begin(): Promise<void>;
  onCount(listener: () => void): void;
  /** Who is told what happens here; null while nobody looks. */
  desk: Desk | null;
}

/** @throws GraphProblem when it is not known yet whose mailbox this is, and it cannot be asked. */
async function openRoom(
  at: Place,
  of: { graph: Graph; folder: string; permits: (part: Part) => boolean },
): Promise<OpenRoom> {
  const { clock } = at;
  const { graph, folder, permits } = of;
  mkdirSync(folder, { recursive: true });
  const opened = openLedger({ path: join(folder, 'ledger.sqlite'), now: () => clock.now() });
  const { ledger } = opened;
  for (const notice of opened.notices) log(notice);

  const me = await whoIsAtTheDesk(graph, ledger).catch((error: unknown) => {
    ledger.close();
    throw error;
  });
  const timeZone = me.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const addresses = [me.person.address, ...me.aliases];
  const engine = createEngine({
    ledger,
    clock,
    me: addresses.map((address) => ({ name: me.person.name, address })),
    timeZone,
  });
  const watcher = createWatcher(engine, ledger, clock);
  const late: { desk: Desk | null } = { desk: null };
  const outbox = createOutbox({
    ledger,
    graph,
    clock,
    // Ten seconds for the person, however fast the demo clock runs.
    undoMs: () => 10_000 * Math.max(1, at.world?.clock.speed() ?? 1),
    changed: (entry) => late.desk?.outboxChanged(entry),
    me: () => addresses,
  });
  const proposer = createProposer({
    ...{ ledger, engine, clock, fetch, log },
    access: () => at.settings.access(),
    say: (words) => late.desk?.says(words),
  });
  const colleagues = createColleagues({
    ...{ graph, clock, permits, held: ledger },
    directory: () => ledger.directory(),
    me: () => addresses,
  });
  const horizon = () => monthsBefore(clock.now(), at.settings.monthsBack());
  const rounds = createRounds({
    sources: sourcesOf({ graph, clock, ledger, me: me.person, colleagues, permits, horizon }),
    absorb: async (page) => {
      await engine.absorb(page);
      proposer.hear([...page.patches.map((patch) => patch.id), ...page.gone]);
    },
    cursor: (key) => ledger.cursor(key),
    clock,
    items: () => ledger.countItems(),
    changed: () => late.desk?.syncChanged(),
    log,
  });
  let begun: Promise<void> | null = null;
  let closed = false;
  const begin = async () => {
    outbox.recover();
    await rounds.run(true);
    // A picture of the desk is one of all that can be read.
    if (options.once) await rounds.whole();
    // It may have been closed while it was reading: the ledger is gone then.
    if (!closed) await watcher.start();
  };
  return {
    ...{ engine, ledger, watcher, outbox, rounds, proposer, me, timeZone, permits },
    mailFolders: () => listFolders(graph, ledger.cursor(CHOSEN)),
    lookUp: createLookUp({
      whereabouts: createWhereabouts(graph, () => readFolders(ledger.cursor(CHOSEN)), {
        priority: 'person',
      }),
      ...{ ledger, clock, log },
      absorb: (page) => engine.absorb(page),
    }),
    standing: createStanding({
      ...{ colleagues, clock, log },
      absorb: (page) => engine.absorb(page),
    }),
    notices: [...opened.notices, ...at.notices],
    get desk() {
      return late.desk;
    },
    set desk(desk) {
      late.desk = desk;
    },
    begin: () => (begun ??= begin().catch(fail)),
    onCount: (listener) => {
      engine.onChange(() => {
        if (late.desk === null) listener();
      });
    },
    count: () => ledger.countNeedsYou(),
    refresh: () => void rounds.run(true, true),
    async close() {
      closed = true;
      late.desk = null;
      await Promise.all([watcher.stop(), rounds.stop(), outbox.close(), proposer.stop()]);
      ledger.close();
    },
  };
}

/** Gives a room its window, tray and notices. */
function sitDown(at: Place, room: OpenRoom, accounts: AccountDesk, elsewhere: () => number): Desk {
  const { engine, ledger, watcher, outbox, rounds, proposer, me, timeZone } = room;
  const desk = createDesk({
    ...{ engine, ledger, watcher, outbox, rounds, proposer, me, timeZone },
    ...{ settings: at.settings, log, accounts, elsewhere },
    clock: at.clock,
    demo: at.world && { title: at.world.title, clock: at.world.clock },
    notices: room.notices,
    maySend: () => room.permits('sending'),
    standing: room.standing,
    mailFolders: room.mailFolders,
    lookUp: room.lookUp,
    preload: PRELOAD,
    hidden: options.hidden || options.once,
  });
  room.desk = desk;
  return desk;
}

/** A second start of the app, or a click on its icon. */
function onCalled(raise: () => void): void {
  app.on('second-instance', raise);
  app.on('activate', raise);
}

function restart(): void {
  app.relaunch();
  app.quit();
}

interface World {
  url: string;
  clock: SteppableClock;
  title: string;
  /** Null when the tenant runs elsewhere. */
  tenant: Tenant | null;
  /** What the embedded tenant is made of; null when it runs elsewhere. */
  archive: TenantArchive | null;
}

/** The embedded tenant over the built-in story or an archive, or one that already runs on this machine. */
async function demoWorld(o: StartOptions): Promise<World> {
  if (o.graphUrl !== null) {
    const clock = demoClock(o.clock ?? systemClock.now(), o.speed);
    return { url: o.graphUrl, clock, title: 'Tenant on this machine', tenant: null, archive: null };
  }
  const path = o.tenant ?? join(OUT, 'story');
  const story = await readStory(path);
  const archive = await readTenantArchive(path);
  const me = o.me ?? story?.me;
  if (me === undefined)
    throw new Error(`${path} has no story.json: say whose desk it is with --me ADDRESS.`);
  const last = archive.items.reduce((max, i) => Math.max(max, timeOf(i)), 0);
  const clock = demoClock(o.clock ?? (story ? Date.parse(story.startAt) : last), o.speed);
  const replies = archive.replies ?? [];
  const tenant = await startTenant({ archive, me, clock, replies });
  return { url: tenant.url, clock, title: story?.title ?? 'Archive', tenant, archive };
}

function timeOf(item: Awaited<ReturnType<typeof readTenantArchive>>['items'][number]): number {
  return item.kind === 'mail' || item.kind === 'chat' ? Date.parse(item.sentAt) || 0 : 0;
}

const ME = 'desk/me';

/** The signed-in person; known from before when the mailbox cannot be reached, so that the window opens at once. */
async function whoIsAtTheDesk(graph: Graph, ledger: Ledger): Promise<DirectoryEntry> {
  const stored = ledger.cursor(ME);
  const known = stored === null ? null : DirectoryEntry.safeParse(JSON.parse(stored));
  if (known?.success === true) return known.data;
  const me = await readMe(graph);
  ledger.transaction(() => {
    ledger.setCursor(ME, JSON.stringify(me));
  });
  return me;
}

/** Quit quits, in order: what is under way is waited for, then the file is closed. */
function quitInOrder(close: () => Promise<void>): void {
  let done = false;
  app.on('before-quit', (event) => {
    if (done) return;
    event.preventDefault();
    void close()
      .catch((error: unknown) => {
        log(String(error));
      })
      .finally(() => {
        done = true;
        app.quit();
      });
  });
}

async function printOnce(
  desk: Desk,
  ledger: Ledger,
  clock: Clock,
  me: Parameters<typeof corridorText>[1]['me'],
  timeZone: string,
): Promise<void> {
  const rows = ledger.openHandoffs(10_000);
  const context = { me, now: clock.now(), timeZone, needsYou: ledger.countNeedsYou() };
  process.stdout.write(`${corridorText(rows, context)}\n`);
  desk.windows.showMain(null);
  const window = desk.windows.main();
  if (window) {
    await painted(window, clock);
    await saveScreenshot(window, options.screenshot);
    process.stdout.write(`\nThe window, as a picture: ${options.screenshot}\n`);
  }
  app.quit();
}

function optionsOrExit(): StartOptions {
  try {
    return readOptions(process.argv, process.cwd(), OUT);
  } catch (error) {
    log(error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
}

function fail(error: unknown): void {
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  app.exit(1);
}
