import { join } from 'node:path';
import { demoClock } from '../../../shared/timing/clock';
import { startTenant } from '../../demo/server';
import { createEngine } from '../../engine/engine';
import { createCalendarSource } from '../../graph/calendar';
import { createChatsSource } from '../../graph/chats';
import { createGraph, remappedFetch } from '../../graph/client';
import { createMailSource } from '../../graph/mail';
import { createPeopleSource } from '../../graph/people';
import { syncAll } from '../../graph/sync';
import { createTasksSource } from '../../graph/tasks';
import { openLedger } from '../../ledger';
import { blocking, type Figures } from './figures';
import type { World } from './world';

/** The first round of a new desk against the embedded tenant, over HTTP on loopback, and the round after it. */
export async function measureSync(world: World, folder: string, figures: Figures): Promise<void> {
  const clock = demoClock(Date.parse(world.until) + 60_000, 0);
  const tenant = await startTenant({
    archive: { items: [...world.items()], directory: world.directory },
    me: world.me.address,
    clock,
  });
  const { ledger } = openLedger({ path: join(folder, 'sync.sqlite'), now: () => clock.now() });
  try {
    const graph = createGraph({
      token: () => Promise.resolve('bench'),
      fetch: remappedFetch(tenant.url),
      clock,
    });
    const engine = createEngine({ ledger, clock, me: [world.me], timeZone: 'Europe/Amsterdam' });
    const directory = () => ledger.directory();
    const sources = [
      createPeopleSource({ graph, clock, directory }),
      createMailSource({ graph, clock, held: ledger }),
      createChatsSource({ graph, clock, directory, openChats: () => [] }),
      createCalendarSource({ graph, clock, held: ledger, me: () => [world.me.address] }),
      createTasksSource({ graph, clock, held: ledger, directory }),
    ];
    const blocks: number[] = [];
    const round = async () => {
      const from = performance.now();
      const answers = await syncAll(sources, {
        absorb: async (page) => {
          const taken = await blocking(() => engine.absorb(page));
          blocks.push(taken.block);
          figures.look();
        },
        cursor: (key) => ledger.cursor(key),
        signal: new AbortController().signal,
        onUse: true,
      });
      const broken = answers.find((a) => a.state !== 'current');
      if (broken) throw new Error(`${broken.source}: ${broken.state} ${broken.words}`);
      return performance.now() - from;
    };
    const first = await round();
    figures.add('first sync over HTTP', ledger.countItems() / (first / 1000), 'items/s');
    figures.add('first sync over HTTP, longest block', Math.max(...blocks), 'ms');
    figures.add('sync round with nothing new', await round(), 'ms');
  } finally {
    ledger.close();
    await tenant.close();
  }
}
