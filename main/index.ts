import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DirectoryEntry } from '../shared/handoff/item';
import { demoClock, systemClock, type Clock, type SteppableClock } from '../shared/timing/clock';
import { readStory, readTenantArchive } from './demo/archive';
import { startTenant, type Tenant } from './demo/server';
import { createDesk, type Desk } from './desk/desk';
import { corridorText, painted, saveScreenshot } from './desk/once';
import { readOptions, type StartOptions } from './desk/options';
import { registerScheme, servePages } from './desk/pages';
import { createRounds, type Rounds } from './desk/rounds';
import { systemSealing } from './desk/sealing';
import { openSettings } from './desk/settings';
import { demoMenu } from './desk/tray';
import { denyPermissions } from './desk/windows';
import { createEngine } from './engine/engine';
import { createProposer, type Proposer } from './engine/proposing/proposer';
import { createWatcher } from './engine/watch';
import { createCalendarSource } from './graph/calendar';
import { createChatsSource } from './graph/chats';
import { createGraph, remappedFetch, type Graph } from './graph/client';
import { createHoursSource } from './graph/hours';
import { createMailSource } from './graph/mail';
import { createOutbox, type Outbox } from './graph/outbox';
import { createPeopleSource, readMe } from './graph/people';
import { createTasksSource } from './graph/tasks';
import { createTranscriptsSource } from './graph/transcripts';
import { speakerResolver } from './archive/people';
import { openLedger } from './ledger';
import type { Ledger } from './ledger/types';

/** The composition root: everything is built here, by hand, in order. No part looks up another. */

const OUT = join(__dirname, '..');
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
  if ((process.env['CORRIDOR_CLIENT_ID'] ?? '') !== '')
    log('Signing in to Microsoft 365 is not part of this version yet; the demo tenant is used.');

  const world = await demoWorld(options);
  const { clock } = world;
  const graph = createGraph({
    token: () => Promise.resolve('demo'),
    fetch: remappedFetch(world.url),
    clock,
  });
  const folder = join(app.getPath('userData'), 'demo');
  // The embedded tenant begins anew at each start, and so does what is known of it; a tenant elsewhere goes on.
  if (world.tenant) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const opened = openLedger({ path: join(folder, 'ledger.sqlite'), now: () => clock.now() });
  const { ledger } = opened;
  for (const notice of opened.notices) log(notice);

  const me = await whoIsAtTheDesk(graph, ledger);
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
    undoMs: () => 10_000 * Math.max(1, world.clock.speed()),
    changed: (entry) => late.desk?.outboxChanged(entry),
    me: () => addresses,
  });
  const settings = openSettings({
    path: join(app.getPath('userData'), 'settings.json'),
    sealing: systemSealing,
    env: process.env,
    notice: (words) => {
      opened.notices.push(words);
      log(words);
    },
  });
  const proposer = createProposer({
    ...{ ledger, engine, clock, fetch, log },
    access: () => settings.access(),
    say: (words) => late.desk?.says(words),
  });
  const directory = () => ledger.directory();
  const rounds = createRounds({
    sources: [
      createPeopleSource({ graph, clock }),
      createHoursSource({ graph, clock, directory }),
      createMailSource({ graph, clock, held: ledger }),
      createChatsSource({ graph, clock, directory, openChats: () => openChats(ledger) }),
      createCalendarSource({ graph, clock, held: ledger }),
      createTasksSource({ graph, clock, held: ledger, directory }),
      createTranscriptsSource({
        ...{ graph, clock },
        speakers: (names, invited) =>
          speakerResolver(new Map(directory().map(({ person }) => [person.address, person])))(
            names,
            invited,
          ),
      }),
    ],
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
  const desk = createDesk({
    ...{ engine, ledger, watcher, outbox, rounds, proposer, settings, clock, me, timeZone, log },
    demo: { title: world.title, clock: world.clock },
    notices: opened.notices,
    preload: join(OUT, 'preload', 'index.js'),
    hidden: options.hidden || options.once,
  });
  late.desk = desk;
  setApplicationMenu(world.clock, () => {
    desk.showSettings();
  });

  app.on('second-instance', () => {
    desk.raise();
  });
  app.on('activate', () => {
    desk.raise();
  });
  // Closing the last window keeps Corridor in the tray.
  app.on('window-all-closed', () => undefined);
  quitInOrder({ desk, rounds, watcher, outbox, proposer, ledger, tenant: world.tenant });

  outbox.recover();
  await rounds.run(true);
  await watcher.start();
  if (options.once) await printOnce(desk, ledger, clock, engine.people().me, timeZone);
  else desk.begin();
}

interface World {
  url: string;
  clock: SteppableClock;
  title: string;
  /** Null when the tenant runs elsewhere. */
  tenant: Tenant | null;
}

/** The embedded tenant over the built-in story or an archive, or one that already runs on this machine. */
async function demoWorld(o: StartOptions): Promise<World> {
  if (o.graphUrl !== null) {
    const clock = demoClock(o.clock ?? systemClock.now(), o.speed);
    return { url: o.graphUrl, clock, title: 'Tenant on this machine', tenant: null };
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
  return { url: tenant.url, clock, title: story?.title ?? 'Archive', tenant };
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

/** Chats that hold an open handoff are read again at each use: edits and reactions do not announce themselves. */
function openChats(ledger: Ledger): string[] {
  return [
    ...new Set(
      ledger
        .openHandoffs(500)
        .filter((row) => row.source.kind === 'chat')
        .map((row) => row.source.id.slice(0, row.source.id.lastIndexOf('/'))),
    ),
  ];
}

function setApplicationMenu(clock: SteppableClock, showSettings: () => void): void {
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: 'File',
      submenu: [
        { label: 'Settings…', accelerator: 'CommandOrControl+,', click: showSettings },
        { type: 'separator' },
        { role: process.platform === 'darwin' ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    { role: 'windowMenu' },
    ...demoMenu({
      step: (minutes) => {
        clock.step(minutes * 60_000);
      },
      speed: (speed) => {
        clock.setSpeed(speed);
      },
      current: () => clock.speed(),
    }),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Quit quits, in order: what is under way is waited for, then the file is closed. */
function quitInOrder(parts: {
  desk: Desk;
  rounds: Rounds;
  watcher: { stop(): Promise<void> };
  outbox: Outbox;
  proposer: Proposer;
  ledger: Ledger;
  tenant: Tenant | null;
}): void {
  let done = false;
  app.on('before-quit', (event) => {
    if (done) return;
    event.preventDefault();
    parts.desk.close();
    void Promise.all([
      parts.watcher.stop(),
      parts.rounds.stop(),
      parts.outbox.close(),
      parts.proposer.stop(),
    ])
      .then(() => {
        parts.ledger.close();
        return parts.tenant?.close();
      })
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
