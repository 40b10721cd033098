import { statSync } from 'node:fs';
import { join } from 'node:path';
import { demoClock } from '../../../shared/timing/clock';
import type { Item } from '../../../shared/handoff/item';
import { audit } from '../../engine/audit';
import { createEngine } from '../../engine/engine';
import { openLedger } from '../../ledger';
import { timed, type Figures } from './figures';
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

/** The whole engine over a ledger on disk: taking in, one more fact, the watcher and the feed. */
export function measureEngine(world: World, folder: string, figures: Figures): void {
  const path = join(folder, 'ledger.sqlite');
  const clock = demoClock(Date.parse(world.until), 0);
  const { ledger } = openLedger({ path, now: () => clock.now() });
  const engine = createEngine({ ledger, clock, me: [world.me], timeZone: 'Europe/Amsterdam' });
  const page = (patches: Item[], people = world.directory.slice(0, 0)) => ({
    ...{ source: 'bench', gone: [], cursors: [], refused: [] },
    patches,
    people,
  });
  engine.absorb(page([], world.directory));

  const bulk = world.items.slice(0, -SINGLE);
  const blocks = pagesOf(bulk, PAGE).map((items) => {
    const { ms } = timed(() => {
      engine.absorb(page(items));
    });
    figures.look();
    return ms;
  });
  const total = blocks.reduce((sum, ms) => sum + ms, 0);
  figures.add('engine, taking in', bulk.length / (total / 1000), 'messages/s');
  figures.add(`engine, longest block (a page of ${PAGE} messages)`, Math.max(...blocks), 'ms');

  const single = world.items.slice(-SINGLE).map(
    (item) =>
      timed(() => {
        engine.absorb(page([item]));
      }).ms,
  );
  figures.spread('engine, one new fact', single);

  // Everything that is due now is looked at, so that the next look finds nothing.
  while (engine.look() > 0) figures.look();
  const quiet = Array.from({ length: 200 }, () => timed(() => engine.look()).ms);
  figures.spread('watcher, nothing due', quiet);
  clock.step(30 * DAY);
  let due = 0;
  const bites: number[] = [];
  while (due < MANY_DUE) {
    const bite = timed(() => engine.look());
    if (bite.value === 0) break;
    due += bite.value;
    bites.push(bite.ms);
  }
  const all = bites.reduce((sum, ms) => sum + ms, 0);
  figures.add(`watcher, ${due} due at once`, all, 'ms');
  figures.add('watcher, longest block', Math.max(0, ...bites), 'ms');

  const feed = timed(() => ledger.changesSince(0, FEED));
  figures.add(`feed, a page of ${feed.value.rows.length} rows`, feed.ms, 'ms');
  const open = timed(() => ledger.openHandoffs(10_000));
  figures.add(`list of ${open.value.length} open handoffs`, open.ms, 'ms');
  figures.add('handoffs held', ledger.handoffIds().length, 'handoffs');
  ledger.close();
  figures.add('ledger, file', statSync(path).size / 1_048_576, 'MB');
  figures.add('ledger, each message', statSync(path).size / world.items.length / 1024, 'KB');
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
