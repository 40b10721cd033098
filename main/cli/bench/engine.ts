import { statSync } from 'node:fs';
import { join } from 'node:path';
import { demoClock } from '../../../shared/timing/clock';
import type { Item } from '../../../shared/handoff/item';
import { audit } from '../../engine/audit';
import { createEngine } from '../../engine/engine';
import { openLedger } from '../../ledger';
import type { Ledger } from '../../ledger/types';
import { watchCollections, type Turn } from './collections';
import { blocking, timed, type Figures } from './figures';
import { pagesOf, type World } from './world';

/** Messages of one page, as the mail source asks for them. */
const PAGE = 50;
/** Single facts measured after the rest is in. */
const SINGLE = 100;
/** Rows of one page of the window's feed, as it asks for them. */
const FEED = 1_000;
/** Handoffs the tray looks at. */
const TRAY = 50;
/** Longer than this nothing may keep others from running (real ms). */
const BLOCK_MS = 50;
/** As after a long weekend. */
const MANY_DUE = 500;
const DAY = 86_400_000;

/** The whole engine over a ledger on disk: taking in, one more fact, the watcher, the feed, and a start on what is there. */
export async function measureEngine(world: World, folder: string, figures: Figures): Promise<void> {
  const path = join(folder, 'ledger.sqlite');
  const clock = demoClock(Date.parse(world.until), 0);
  const me = { me: [world.me], timeZone: 'Europe/Amsterdam' };
  const { ledger } = openLedger({ path, now: () => clock.now() });
  const engine = createEngine({ ledger, clock, ...me });
  const page = (patches: Item[], people = world.directory.slice(0, 0)) => ({
    ...{ source: 'bench', gone: [], cursors: [], refused: [] },
    patches,
    people,
  });
  await engine.absorb(page([], world.directory));

  const items = world.items();
  const bulk = world.count - SINGLE;
  const pageTimes: number[] = [];
  const blocks: number[] = [];
  const turns: Turn[] = [];
  const collections = watchCollections();
  const busy: number[] = [];
  const progress = progressOf(bulk, figures);
  for (const patches of pagesOf(items, bulk, PAGE)) {
    const taken = await blocking(() => engine.absorb(page(patches)));
    blocks.push(taken.block);
    turns.push(taken.turn);
    busy.push(taken.busy);
    pageTimes.push(taken.ms);
    figures.look();
    progress(pageTimes.length * PAGE, busy);
  }
  figures.add('engine, taking in', bulk / (sumOf(pageTimes) / 1000), 'messages/s');
  figures.add('engine, taking in, processor time', sumOf(busy) / bulk, 'ms/message');
  const tenth = Math.max(1, Math.floor(pageTimes.length / 10));
  for (const [name, part] of [
    ['first', busy.slice(0, tenth)],
    ['last', busy.slice(-tenth)],
  ] as const)
    figures.add(
      `engine, taking in, ${name} tenth, processor time`,
      sumOf(part) / (tenth * PAGE),
      'ms/message',
    );
  figures.spread(`engine, a page of ${PAGE} messages`, pageTimes);
  figures.spread('engine, nothing else runs while a page is taken in', blocks);
  const long = (turns: readonly number[]) => turns.filter((ms) => ms > BLOCK_MS).length;
  figures.add(`engine, pages with a turn over ${BLOCK_MS} ms`, long(blocks), `of ${blocks.length}`);
  figures.spread(
    'engine, busiest turn of its thread, processor time',
    turns.map(({ own }) => own),
  );
  const longest = turns.filter(({ own }) => own > BLOCK_MS);
  figures.add(
    `engine, pages with a turn over ${BLOCK_MS} ms of its thread's processor time`,
    longest.length,
    `of ${turns.length}`,
  );
  figures.add(
    'engine, of those, half of it collecting garbage or more',
    longest.filter((turn) => collections.within(turn) > turn.own / 2).length,
    'pages',
  );
  collections.tell('engine, taking in', figures);
  figures.add('engine, open handoffs after that', openIn(ledger), 'handoffs');

  const facts: number[] = [];
  const factBusy: number[] = [];
  const factBlocks: number[] = [];
  for (const [item] of pagesOf(items, SINGLE, 1)) {
    const taken = await blocking(() => engine.absorb(page(item ? [item] : [])));
    facts.push(taken.ms);
    factBusy.push(taken.busy);
    factBlocks.push(taken.block);
  }
  figures.spread('engine, one new fact', facts);
  figures.spread('engine, one new fact, processor time', factBusy);
  figures.add('engine, one new fact, longest block', Math.max(...factBlocks), 'ms');

  // Everything that is due now is looked at, so that the next look finds nothing.
  while ((await engine.look()) > 0) figures.look();
  const quiet: number[] = [];
  for (let n = 0; n < 200; n++) quiet.push((await blocking(() => engine.look())).ms);
  figures.spread('watcher, nothing due', quiet);
  let due = 0;
  // By hours, until enough falls due at once.
  for (let n = 0; n < 24 * 60 && ledger.due(clock.now(), MANY_DUE).length < MANY_DUE; n++)
    clock.step(DAY / 24);
  const looked = await blocking(async () => {
    while (due < MANY_DUE) {
      const n = await engine.look();
      if (n === 0) break;
      due += n;
    }
  });
  figures.add(`watcher, ${due} due at once`, looked.ms, 'ms');
  figures.add(`watcher, ${due} due at once, processor time`, looked.busy, 'ms');
  figures.add('watcher, longest block', looked.block, 'ms');
  figures.add('watcher, busiest turn', looked.turn.own, 'ms');

  measureDesk(ledger, figures);
  ledger.close();
  figures.add('ledger, file', statSync(path).size / 1_048_576, 'MB');
  figures.add('ledger, each message', statSync(path).size / world.count / 1024, 'KB');
  figures.memory();
  measureStart(world, path, figures);
}

/** What the window asks the main process for when it opens, and while it fills its copy. */
function measureDesk(ledger: Ledger, figures: Figures): void {
  const state = timed(() => [ledger.revision(), ledger.countNeedsYou()]);
  figures.add('desk, what its state asks of the ledger', state.ms, 'ms');
  figures.add('desk, first page of the tray', timed(() => ledger.openHandoffs(TRAY)).ms, 'ms');
  const pages: number[] = [];
  let rows = 0;
  for (let since = 0, more = true; more;) {
    const { ms, value } = timed(() => ledger.changesSince(since, FEED));
    pages.push(ms);
    rows += value.rows.length;
    since = value.revision;
    more = value.more;
  }
  figures.add(`desk, feed, first page of ${FEED} rows`, pages[0] ?? 0, 'ms');
  figures.add('desk, feed, longest page', Math.max(...pages), 'ms');
  figures.add(`desk, feed, all ${rows} rows`, sumOf(pages), 'ms');
  figures.add('handoffs held', ledger.handoffIds().length, 'handoffs');
}

function openIn(ledger: Ledger): number {
  return ledger.openHandoffs(1_000_000).length;
}

function sumOf(times: readonly number[]): number {
  return times.reduce((sum, ms) => sum + ms, 0);
}

/** A start on a ledger that is there: until the first page of the corridor could be shown, and the first fact after it. */
function measureStart(world: World, path: string, figures: Figures): void {
  const clock = demoClock(Date.parse(world.until), 0);
  const opened = timed(() => openLedger({ path, now: () => clock.now() }).ledger);
  const ledger = opened.value;
  const first = timed(() => {
    createEngine({ ledger, clock, me: [world.me], timeZone: 'Europe/Amsterdam' });
    ledger.countNeedsYou();
    return ledger.changesSince(0, FEED).rows.length;
  });
  figures.add('start, ledger looked through and opened', opened.ms, 'ms');
  figures.add('start, first page of the corridor after that', first.ms, 'ms');
  ledger.close();
}

/** Long runs say on stderr how far they are, and what it costs there. */
function progressOf(count: number, figures: Figures): (done: number, busy: number[]) => void {
  let told = 0;
  return (done, busy) => {
    if (count < 20_000 || done < told + count / 50) return;
    const pages = Math.round((done - told) / PAGE);
    const each = sumOf(busy.slice(-pages)) / (pages * PAGE);
    told = done;
    process.stderr.write(
      `${Math.round((100 * done) / count)} % taken in, ${each.toFixed(2)} ms of processor time a message, ` +
        `${Math.round(figures.peak())} MB\n`,
    );
  };
}

/** An audit of the same messages, as `npm run audit` makes it once the archive is read. */
export function measureAudit(world: World, figures: Figures): void {
  const { ledger } = openLedger({ path: ':memory:', now: () => 0 });
  const { ms } = timed(() =>
    audit({
      items: [...world.items()],
      directory: world.directory,
      me: world.me.address,
      at: null,
      timeZone: 'Europe/Amsterdam',
      ledger,
    }),
  );
  ledger.close();
  figures.add('audit', world.count / (ms / 1000), 'messages/s');
}
