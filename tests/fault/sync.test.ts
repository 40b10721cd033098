import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tenant } from '../../main/demo/server';
import { openLedger } from '../../main/ledger';
import { demoClock, systemClock, type SteppableClock } from '../../shared/timing/clock';
import { bundleWorker, live, SEED, seeded } from './killing';
import {
  archiveOf,
  chatMessage,
  contentsOf,
  event,
  graphOf,
  mail,
  NOW,
  openTenant,
  task,
  tempFolder,
} from './syncWorld';

const KILLS = 50;
const HOUR = 3_600_000;

let folder: ReturnType<typeof tempFolder>;
let worker: string;

beforeAll(async () => {
  folder = tempFolder();
  worker = await bundleWorker('syncWorker.ts', folder.path);
}, 60_000);

afterAll(() => {
  folder.remove();
});

interface Episode {
  tenant: Tenant;
  clock: SteppableClock;
  /** One undisturbed round into a fresh ledger: what the disturbed one must hold in the end. */
  whole: (name: string) => Promise<string[]>;
}

async function open(): Promise<Episode> {
  const clock = demoClock(NOW, 0);
  // Mail keeps coming between the lives, so that chains are interrupted in first and later rounds.
  const later = [1, 2, 3, 4, 5, 6].flatMap((n) => [
    mail(-n),
    mail(-n - 0.5, { messageId: `x${String(n)}@brackwater.test` }),
    chatMessage(-n),
    task(-n - 10),
  ]);
  const tenant = await openTenant(clock, [...archiveOf(30), ...later, event(60)]);
  // A pace that gives the kill something to fall between.
  tenant.faults.latencyMs = 2;
  const whole = async (name: string) => {
    const file = folder.file(name);
    const order = { url: tenant.url, file, now: clock.now(), dieAt: 0 };
    const life = await live(worker, order, () => undefined);
    expect(life.errors).toBe('');
    expect(JSON.parse(life.lines.at(-1) ?? 'null')).toEqual(Array(5).fill('current'));
    const { ledger } = openLedger({ path: file, now: () => clock.now() });
    const contents = contentsOf(ledger);
    ledger.close();
    return contents;
  };
  return { tenant, clock, whole };
}

test(`a sync killed ${String(KILLS)} times holds in the end what an undisturbed one holds`, async () => {
  const random = seeded(SEED);
  let kills = 0;
  for (let episode = 1; kills < KILLS; episode += 1) {
    const { tenant, clock, whole } = await open();
    const file = folder.file(`disturbed-${String(episode)}.db`);
    const fates: string[] = [];
    for (let life = 1; life <= 10 && kills < KILLS; life += 1) {
      const early = life <= 3;
      // Half of the lives end at a step of their own, half by a kill from outside: after so many
      // requests, and then some milliseconds.
      const dieAt = random() < 0.5 ? 1 + Math.floor(random() * (early ? 250 : 90)) : 0;
      const requests = Math.floor(random() * (early ? 20 : 9));
      const more = random() * 6;
      fates.push(
        dieAt > 0
          ? `step ${String(dieAt)}`
          : `${String(requests)} requests + ${more.toFixed(1)} ms`,
      );
      const from = tenant.log.length;
      const order = { url: tenant.url, file, now: clock.now(), dieAt };
      const ended = await live(worker, order, (kill, child) => {
        if (dieAt > 0) return;
        void (async () => {
          while (tenant.log.length - from < requests && child.exitCode === null)
            await systemClock.pause(1);
          await systemClock.pause(more);
          kill();
        })();
      });
      if (ended.killed) kills += 1;
      if (random() < 0.3) clock.step(HOUR);
      // Not in every episode: a restart would heal what a broken commit lost.
      if (episode % 3 === 0 && random() < 0.2) tenant.forgetSyncStates();
      if (random() < 0.2) await moveOne(tenant, clock, random);
    }
    const where = `seed ${String(SEED)}, episode ${String(episode)}: ${fates.join(', ')}`;
    // The first round ends the chain that was interrupted, which shows the mailbox as it stood when the
    // chain began; the second brings what happened since.
    await whole(`disturbed-${String(episode)}.db`);
    const disturbed = await whole(`disturbed-${String(episode)}.db`);
    const fresh = await whole(`fresh-${String(episode)}.db`);
    // What left the read folders before a fresh ledger ever saw it is known to the disturbed one only.
    const kept = disturbed.filter((row) => (JSON.parse(row) as [unknown, unknown])[1] === null);
    expect(difference(kept, fresh, disturbed), where).toEqual([]);
    const ids = disturbed.map((row) => (JSON.parse(row) as [{ id: string }])[0].id);
    expect(new Set(ids).size, where).toBe(ids.length);
    await expectConsistent(file, tenant, where);
    await tenant.close();
  }
  expect(kills).toBeGreaterThanOrEqual(KILLS);
}, 300_000);

/** Rows of one side only, short: which item, and how it stands in the disturbed ledger. */
function difference(kept: string[], fresh: string[], disturbed: string[]): string[] {
  const idOf = (row: string) => (JSON.parse(row) as [{ id: string }, unknown])[0].id;
  const only = [
    ...kept.filter((row) => !fresh.includes(row)),
    ...fresh.filter((row) => !kept.includes(row)),
  ];
  return only.flatMap((row) => [row, ...disturbed.filter((other) => idOf(other) === idOf(row))]);
}

/** Moves some mail of the inbox away, to a folder that is read or to one that is not. */
async function moveOne(tenant: Tenant, clock: SteppableClock, random: () => number): Promise<void> {
  const graph = graphOf(tenant.url, clock);
  const ask = { purpose: 'test', prefer: ['IdType="ImmutableId"'] };
  const answer = (await graph.get('/me/mailFolders/inbox/messages?$select=id&$top=50', ask)) as {
    value: { id: string }[];
  };
  const one = answer.value[Math.floor(random() * answer.value.length)];
  const destinationId = random() < 0.5 ? 'archive' : 'deleteditems';
  if (one)
    await graph.post(`/me/messages/${encodeURIComponent(one.id)}/move`, { destinationId }, ask);
}

/** Every cursor is a link the tenant still takes, and one more round finds nothing new. */
async function expectConsistent(file: string, tenant: Tenant, where: string): Promise<void> {
  const { ledger } = openLedger({ path: file, now: () => NOW });
  const headers = {
    authorization: 'Bearer t',
    prefer: 'IdType="ImmutableId", odata.maxpagesize=5',
  };
  for (const key of ['mail/inbox', 'mail/sentitems', 'mail/archive']) {
    const link = ledger.cursor(key) ?? '';
    const answer = await fetch(link.replace('https://graph.microsoft.com', tenant.url), {
      headers,
    });
    expect(answer.status, `${where}, ${key}`).toBe(200);
    const page = (await answer.json()) as { value: unknown[] };
    expect(page.value, `${where}, ${key}`).toEqual([]);
  }
  expect(ledger.cursor('mail/left'), where).toBeNull();
  expect(ledger.refused(5), where).toEqual([]);
  ledger.close();
}
