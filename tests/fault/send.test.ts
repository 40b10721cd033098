import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tenant } from '../../main/demo/server';
import { IMMUTABLE } from '../../main/graph/client';
import { MARKER } from '../../main/graph/mailDraft';
import { openLedger } from '../../main/ledger';
import type { OutboxEntry } from '../../main/ledger/types';
import { demoClock, systemClock, type SteppableClock } from '../../shared/timing/clock';
import { bundleWorker, live, SEED, seeded } from './killing';
import type { SendOrder } from './sendWorker';
import { graphOf, mail, NOW, openTenant, tempFolder } from './syncWorld';

const KILLS = 50;
/** Clock milliseconds in a real one: the undo time is 20 ms, the time of doubt a quarter second. */
const SPEED = 500;

let folder: ReturnType<typeof tempFolder>;
let worker: string;

beforeAll(async () => {
  folder = tempFolder();
  worker = await bundleWorker('sendWorker.ts', folder.path);
}, 120_000);

afterAll(() => {
  folder.remove();
});

interface Row {
  id: string;
  subject: string;
  isDraft: boolean;
  body: { content: string };
  toRecipients: { emailAddress: { address: string } }[];
  singleValueExtendedProperties?: { value: string }[];
}

async function list(tenant: Tenant, clock: SteppableClock, name: string): Promise<Row[]> {
  const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${MARKER}')`);
  const answer = await graphOf(tenant.url, clock).get(
    `/me/mailFolders/${name}/messages?$top=200&$expand=${expand}`,
    { purpose: 'test', prefer: [IMMUTABLE] },
  );
  return (answer as { value: Row[] }).value;
}

const SEND = ['kiln 1', 'kiln 2', 'kiln 3'];
const UNDO = ['kiln 8', 'kiln 9'];

test(`sending killed ${String(KILLS)} times: each approved message left exactly once, no orphan draft`, async () => {
  const random = seeded(SEED);
  let kills = 0;
  const answers = { ok: 0, timeoutAfterSend: 0, errorBeforeSend: 0 };
  for (let episode = 1; kills < KILLS; episode += 1) {
    const clock = demoClock(NOW, SPEED);
    // The Sent copy shows at once, within the time of doubt, or long after it: until then its id is unknown.
    const sentDelayMs = [5_000, 60_000, 400_000][episode % 3];
    const tenant = await openTenant(clock, [mail(1), mail(2)], sentDelayMs);
    tenant.faults.latencyMs = 2;
    const [original] = await list(tenant, clock, 'inbox');
    const file = folder.file(`send-${String(episode)}.db`);
    const order = (dieAt: number): SendOrder => ({
      dieAt,
      url: tenant.url,
      file,
      now: clock.now(),
      speed: SPEED,
      send: SEND,
      undo: UNDO,
      inReplyTo: random() < 0.8 ? `mail:${original?.id ?? ''}` : null,
    });
    const fates: string[] = [];
    for (let life = 1; life <= 10 && kills < KILLS; life += 1) {
      const draw = random();
      const answer = draw < 0.5 ? 'ok' : draw < 0.75 ? 'timeoutAfterSend' : 'errorBeforeSend';
      tenant.faults.sendAnswer = answer;
      answers[answer] += 1;
      // Half of the lives end at a step of their own (between answer and ledger, before a commit, before
      // the next request), half by a kill from outside: after so many requests, and then some milliseconds.
      const dieAt = random() < 0.5 ? 1 + Math.floor(random() * 190) : 0;
      const requests = Math.floor(random() * 22);
      const more = random() * 5;
      fates.push(
        dieAt > 0
          ? `${answer}, step ${String(dieAt)}`
          : `${answer}, ${String(requests)} requests + ${more.toFixed(1)} ms`,
      );
      const from = tenant.log.length;
      const ended = await live(worker, order(dieAt), (kill, child) => {
        if (dieAt > 0) return;
        void (async () => {
          const quiet = { since: tenant.log.length, turns: 0 };
          // A life that asks nothing more (it waits out its doubt) is killed in its waiting.
          while (tenant.log.length - from < requests && child.exitCode === null) {
            await systemClock.pause(1);
            quiet.turns = tenant.log.length === quiet.since ? quiet.turns + 1 : 0;
            quiet.since = tenant.log.length;
            if (quiet.turns > 300) break;
          }
          await systemClock.pause(more);
          kill();
        })();
      });
      expect(ended.errors, fates.join('; ')).toBe('');
      if (ended.killed) kills += 1;
    }
    const where = `seed ${String(SEED)}, episode ${String(episode)}: ${fates.join('; ')}`;
    tenant.faults.sendAnswer = 'ok';
    const last = await live(worker, order(0), () => undefined);
    expect(last.errors, where).toBe('');
    expect(last.lines, where).toEqual(['ready', 'done']);
    await expectOnce(tenant, clock, file, where);
    await tenant.close();
  }
  expect(kills).toBeGreaterThanOrEqual(KILLS);
  expect(Math.min(...Object.values(answers))).toBeGreaterThan(0);
}, 300_000);

async function expectOnce(
  tenant: Tenant,
  clock: SteppableClock,
  file: string,
  where: string,
): Promise<void> {
  // Every Sent copy that is still on its way arrives.
  clock.step(600_000);
  const sent = (await list(tenant, clock, 'sentitems')).filter((m) =>
    m.subject.startsWith('Re: k'),
  );
  const drafts = await list(tenant, clock, 'drafts');
  const { ledger } = openLedger({ path: file, now: () => clock.now() });
  const entries = [...SEND, ...UNDO].map((id) => ledger.outboxOf(id));
  ledger.close();
  for (const of of entries) {
    expect(of, where).toHaveLength(1);
    const [entry] = of;
    if (!entry) continue;
    const copies = sent.filter((m) => m.subject === entry.draft.subject);
    expect(
      copies.map((m) => m.id),
      `${where}: ${entry.handoffId}`,
    ).toEqual(entry.state === 'sent' ? [entry.remoteId] : []);
    for (const copy of copies) expectApproved(copy, entry, where);
  }
  for (const handoffId of SEND)
    expect(entries.flat().find((e) => e.handoffId === handoffId)?.state, where).toBe('sent');
  expect(
    drafts.map((m) => m.subject),
    where,
  ).toEqual([]);
}

function expectApproved(copy: Row, entry: OutboxEntry, where: string): void {
  expect(
    copy.toRecipients.map((r) => r.emailAddress.address),
    where,
  ).toEqual(entry.draft.to.map((p) => p.address));
  expect(copy.body.content.split(entry.draft.body).length - 1, where).toBe(1);
  expect(copy.singleValueExtendedProperties?.[0]?.value, where).toBe(
    `${entry.handoffId};${entry.id}`,
  );
}
