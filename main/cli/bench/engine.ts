import { statSync } from 'node:fs';
import { join } from 'node:path';
import { demoClock } from '../../../shared/timing/clock';
import type { Item } from '../../../shared/handoff/item';
import { audit } from '../../engine/audit';
import { createEngine } from '../../engine/engine';
import { openLedger } from '../../ledger';
import { blocking, timed, type Figures } from './figures';
import { pagesOf, type World } from './world';

/** Messages of one page, as the mail source asks for them. */
const PAGE = 50;
/** Single facts measured after the rest is in. */
const SINGLE = 100;
/** Rows of one page of the window's feed. */
const FEED = 500;
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

  const bulk = world.items.slice(0, -SINGLE);
  const pages = pagesOf(bulk, PAGE);
  const parts: number[] = [];
  const blocks: number[] = [];
  const busyBlocks: number[] = [];
  let busy = 0;
  const pageTimes: number[] = [];
  const progress = progressOf(bulk.length);
  for (let n = 0; n < pages.length; n++) {
    const taken = await blocking(() => engine.absorb(page(pages[n] ?? [])));
    blocks.push(taken.block);
    busyBlocks.push(taken.busyBlock);
    busy += taken.busy;
    pageTimes.push(taken.ms);
    parts.push(taken.ms);
    figures.look();
    progress((n + 1) * PAGE);
  }
  const total = parts.reduce((sum, ms) => sum + ms, 0);
  figures.add('engine, taking in', bulk.length / (total / 1000), 'messages/s');
  figures.add('engine, taking in, by processor time', bulk.length / (busy / 1000), 'messages/s');
  const tenth = parts.slice(-Math.max(1, Math.floor(parts.length / 10)));
  const late = tenth.reduce((sum, ms) => sum + ms, 0);
  figures.add('engine, taking in, last tenth', (tenth.length * PAGE) / (late / 1000), 'messages/s');
  figures.spread(`engine, a page of ${PAGE} messages`, pageTimes);
  figures.spread('engine, nothing else runs while a page is taken in', blocks);
  figures.spread('engine, busiest turn while a page is taken in', busyBlocks);

  const facts: number[] = [];
  const factBusy: number[] = [];
  const factBlocks: number[] = [];
  for (const item of world.items.slice(-SINGLE)) {
    const taken = await blocking(() => engine.absorb(page([item])));
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
  figures.add('watcher, busiest turn', looked.busyBlock, 'ms');

  const feed = timed(() => ledger.changesSince(0, FEED));
  figures.add(`feed, a page of ${feed.value.rows.length} rows`, feed.ms, 'ms');
  const open = timed(() => ledger.openHandoffs(20_000));
  figures.add(`list of ${open.value.length} open handoffs`, open.ms, 'ms');
  figures.add('handoffs held', ledger.handoffIds().length, 'handoffs');
  ledger.close();
  figures.add('ledger, file', statSync(path).size / 1_048_576, 'MB');
  figures.add('ledger, each message', statSync(path).size / world.items.length / 1024, 'KB');
  measureStart(world, path, figures);
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

/** Long runs say on stderr how far they are. */
function progressOf(count: number): (done: number) => void {
  let told = 0;
  return (done) => {
    if (count < 20_000 || done < told + count / 20) return;
    told = done;
    process.stderr.write(`${Math.round((100 * done) / count)} % taken in\n`);
  };
}

/** An audit of the same messages, as `npm run audit` makes it once the archive is read. */
export function measureAudit(world: World, figures: Figures): void {
  const { ledger } = openLedger({ path: ':memory:', now: () => 0 });
  const { ms } = timed(() =>
    audit({
      items: world.items,
      directory: world.directory,
      me: world.me.address,
      at: null,
      timeZone: 'Europe/Amsterdam',
      ledger,
    }),
  );
  ledger.close();
  figures.add('audit', world.items.length / (ms / 1000), 'messages/s');
}
