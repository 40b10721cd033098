import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTenant, type Tenant } from '../../main/demo/server';
import { draftFor } from '../../main/desk/drafts';
import { createEngine } from '../../main/engine/engine';
import { createCalendarSource } from '../../main/graph/calendar';
import { createGraph, remappedFetch } from '../../main/graph/client';
import { createMailSource } from '../../main/graph/mail';
import { createOutbox } from '../../main/graph/outbox';
import { createPeopleSource } from '../../main/graph/people';
import { syncAll } from '../../main/graph/sync';
import { openLedger } from '../../main/ledger';
import type { Ledger } from '../../main/ledger/types';
import type { HandoffDetail } from '../../shared/contract';
import type { Person } from '../../shared/handoff/item';
import { demoClock, type SteppableClock } from '../../shared/timing/clock';
import { tempFolder } from '../fault/syncWorld';
import { mailProgram, NOOR, PAIR_START, pairArchive, TESSA } from '../support/pair';

/** Two ledgers, two clients, one tenant between them: both ends of one handoff. */

let clock: SteppableClock;
let tenant: Tenant;
let folder: ReturnType<typeof tempFolder>;
let desks: Desk[];
beforeEach(async () => {
  clock = demoClock(Date.parse(PAIR_START), 0);
  folder = tempFolder();
  desks = [];
  tenant = await startTenant({ archive: pairArchive(), me: NOOR.address, clock });
});
afterEach(async () => {
  for (const desk of desks) await desk.close();
  await tenant.close();
  folder.remove();
});

interface Desk {
  ledger: Ledger;
  sync(): Promise<void>;
  /** The one handoff about the quote. */
  quote(): HandoffDetail;
  /** Opens the draft the desk proposes, changes its words, and lets it leave. */
  send(change?: { body?: string; oneTap?: boolean }): Promise<void>;
  close(): Promise<void>;
}

/** Everything of one person's Corridor but its windows. */
function deskOf(person: Person): Desk {
  const graph = createGraph({
    token: () => Promise.resolve(person.address),
    fetch: remappedFetch(tenant.url),
    clock,
  });
  const { ledger } = openLedger({
    path: folder.file(`${person.address}.db`),
    now: () => clock.now(),
  });
  const engine = createEngine({ ledger, clock, me: [person], timeZone: 'Europe/Amsterdam' });
  const me = () => [person.address];
  const outbox = createOutbox({ ledger, graph, clock, me, changed: () => undefined });
  engine.onChange(({ answered }) => {
    for (const { id, why } of answered) outbox.withdraw(id, why);
  });
  const sources = [
    createPeopleSource({ graph, clock, directory: () => ledger.directory() }),
    createMailSource({ graph, clock, held: ledger }),
    createCalendarSource({ graph, clock, held: ledger, me }),
  ];
  const desk: Desk = {
    ledger,
    async sync() {
      const states = await syncAll(sources, {
        absorb: (page) => engine.absorb(page),
        cursor: (key) => ledger.cursor(key),
        signal: new AbortController().signal,
        onUse: true,
      });
      expect(states.map((s) => s.state)).toEqual(['current', 'current', 'current']);
    },
    quote() {
      const held = ledger
        .handoffIds()
        .flatMap((id) => ledger.projection(id)?.detail ?? [])
        .filter((h) => h.quote.includes('signed quote'));
      const [only, ...more] = held;
      if (!only || more.length > 0) throw new Error(`${held.length} handoffs about the quote`);
      return only;
    },
    async send(change = {}) {
      const draft = draftFor(ledger, outbox, this.quote().id);
      if (!draft) throw new Error('Nothing is proposed.');
      const { to, subject } = draft;
      outbox.approve(draft.id, {
        to,
        subject,
        body: change.body ?? draft.body,
        oneTap: change.oneTap,
      });
      for (let s = 0; s < 40; s++) {
        clock.step(1_000);
        await outbox.settled();
      }
      expect(ledger.outbox(draft.id)?.state).toBe('sent');
    },
    async close() {
      await outbox.close();
      ledger.close();
    },
  };
  desks.push(desk);
  return desk;
}

async function bothSync(): Promise<void> {
  for (const desk of desks) await desk.sync();
}

/** Noor asks, Tessa's desk hears, answers, delivers; both mailboxes at the end. */
async function live(answer: (tessa: Desk) => Promise<void>, oneTap = false) {
  const noor = deskOf(NOOR);
  const tessa = deskOf(TESSA);
  await bothSync();
  await noor.send({ oneTap });
  await bothSync();
  const heard = { noor: noor.quote(), tessa: tessa.quote() };
  await answer(tessa);
  clock.step(60_000);
  await bothSync();
  const taken = { noor: noor.quote(), tessa: tessa.quote() };
  clock.step(3_600_000);
  await mailProgram(tenant.url, TESSA).reply(...DELIVERY);
  clock.step(60_000);
  await bothSync();
  const done = { noor: noor.quote(), tessa: tessa.quote() };
  const counts = await Promise.all(
    [NOOR, TESSA].map(async (person) => ({
      sent: (await mailProgram(tenant.url, person).folder('sentitems')).length,
      drafts: (await mailProgram(tenant.url, person).folder('drafts')).length,
    })),
  );
  return { heard, taken, done, counts };
}

const DELIVERY = ['Hi Noor,', 'Here is the signed quote for the glazing room.', 'Tessa'];
const IN_WORDS = 'Hi Noor,\n\nOn it, you have it on Monday.\n\nTessa';

test('asked at one desk it stands at the other under the same name; taken there it rises here; delivered it closes at both', async () => {
  const { heard, taken, done, counts } = await live((tessa) => tessa.send({ body: IN_WORDS }));
  const { id } = heard.noor;
  expect(heard.tessa).toMatchObject({ id, giver: NOOR, taker: TESSA, turn: 'taker', rung: 0 });
  expect(heard.tessa.shared).toMatchObject({ by: { address: NOOR.address }, id });
  expect(heard.noor.shared).toBeUndefined();
  // The check quotes the ask: the day in it is the old one at both desks.
  expect(heard.tessa.due?.at).toBe(heard.noor.due?.at);
  for (const end of [taken.noor, taken.tessa])
    expect(end).toMatchObject({ id, rung: 5, state: 'open' });
  expect(taken.noor.shared).toMatchObject({ by: { address: TESSA.address }, id });
  // What rose is told by her words and by nothing else.
  expect(taken.noor.evidence.find((e) => e.kind === 'taken')?.quote).toContain('On it');
  for (const end of [done.noor, done.tessa])
    expect(end).toMatchObject({ id, rung: 7, state: 'closed' });
  // Two of Noor's: the ask and the check on it. Two of Tessa's: the answer and the quote. Nothing twice.
  expect(counts).toEqual([
    { sent: 2, drafts: 0 },
    { sent: 2, drafts: 0 },
  ]);
}, 60_000);

test('with the marks taken off on the way both hold it all the same, by words', async () => {
  tenant.faults.gatewayStrips = true;
  const { heard, taken, done } = await live((tessa) => tessa.send({ body: IN_WORDS }));
  expect(heard.tessa.id).toBe(heard.noor.id);
  expect(taken.noor).toMatchObject({ rung: 5, state: 'open' });
  expect(done.noor).toMatchObject({ rung: 7, state: 'closed' });
  expect(done.tessa).toMatchObject({ rung: 7, state: 'closed' });
  for (const { noor, tessa } of [heard, taken, done])
    expect([noor.shared, tessa.shared]).toEqual([undefined, undefined]);
}, 60_000);

test('one tap answers it: exactly that, and at both desks', async () => {
  const { taken, done } = await live(() => mailProgram(tenant.url, TESSA).tap('I have it'), true);
  const fact = taken.noor.evidence.find((e) => e.kind === 'taken');
  expect(fact).toMatchObject({ quote: 'I have it', by: { address: TESSA.address } });
  expect(fact?.link.reason).toBe('answered with the link in the message that asked');
  expect(taken.noor).toMatchObject({ rung: 5, turn: 'taker', state: 'open' });
  expect(done.noor).toMatchObject({ rung: 7, state: 'closed' });
}, 60_000);

test('"Not mine" by one tap gives the move back', async () => {
  const { taken } = await live(() => mailProgram(tenant.url, TESSA).tap('Not mine'), true);
  expect(taken.noor).toMatchObject({ rung: 4, turn: 'giver', takerEnd: { is: 'declined' } });
}, 60_000);

const MEETING = 'Signed quote for the glazing room';

test.each([
  ['accept', { rung: 6, turn: 'taker', takerEnd: { is: 'placed' } }, 'Accepted'],
  ['decline', { rung: 4, turn: 'giver', takerEnd: { is: 'declined' } }, 'Declined'],
] as const)(
  'an invitation crosses, and what the taker says to it (%s) stands at both ends',
  async (how, expected, said) => {
    const noor = deskOf(NOOR);
    const tessa = deskOf(TESSA);
    await bothSync();
    await mailProgram(tenant.url, NOOR).invite(TESSA, MEETING, '2026-10-19T09:00:00Z');
    clock.step(60_000);
    await bothSync();
    // Invited is not placed: nobody has said anything yet.
    for (const desk of [noor, tessa]) expect(desk.quote().rung).toBe(0);
    await mailProgram(tenant.url, TESSA).answer(MEETING, how);
    clock.step(60_000);
    await bothSync();
    for (const desk of [noor, tessa]) {
      expect(desk.quote()).toMatchObject({ ...expected, state: 'open' });
      const fact = desk.quote().evidence.find((e) => e.source.kind === 'event');
      expect(fact).toMatchObject({ by: { address: TESSA.address }, quote: MEETING });
    }
    const [latest] = await mailProgram(tenant.url, NOOR).folder('inbox');
    expect(latest?.subject).toBe(`${said}: ${MEETING}`);
    // The mail that carries the answer is none: the calendar has told it.
    expect(noor.quote().evidence.filter((e) => e.kind !== 'reminded')).toHaveLength(1);
  },
  60_000,
);
