import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoClock, type SteppableClock } from '../../shared/timing/clock';
import {
  DIRECTORY,
  graphOf,
  JONAS,
  mail,
  MIRA,
  NOW,
  openTenant,
  tempFolder,
} from '../../tests/fault/syncWorld';
import type { Tenant } from '../demo/server';
import { createEngine, type Engine } from '../engine/engine';
import type { Page } from '../engine/page';
import { IMMUTABLE } from '../graph/client';
import { CHOSEN, readFolders } from '../graph/folders';
import { createMailSource } from '../graph/mail';
import { createWhereabouts } from '../graph/whereabouts';
import { openLedger } from '../ledger';
import type { Ledger } from '../ledger/types';
import { createLookUp } from './lookUp';

/** Mail that is moved or deleted in Outlook: the item, its handoff, and the link that opens it. */

const OLD = 24 * 40;
const asking = (n: number, what: string) =>
  mail(n, {
    ...{ from: JONAS, to: [MIRA], subject: what },
    body: { type: 'text', content: `Mira, can you send me the ${what} by Friday?` },
  });

let folder: ReturnType<typeof tempFolder>;
let clock: SteppableClock;
let tenant: Tenant;
let ledger: Ledger;
let engine: Engine;
let lines: string[];
let kilns: string;
/** Called after each page of the mail source. */
let after: (page: Page) => Promise<unknown>;

beforeEach(async () => {
  folder = tempFolder();
  clock = demoClock(NOW, 0);
  lines = [];
  after = () => Promise.resolve();
  const items = [asking(5, 'glaze order'), asking(OLD, 'kiln report'), mail(6), mail(OLD + 6)];
  tenant = await openTenant(clock, items);
  kilns = tenant.makeFolder('Kilns');
  ledger = openLedger({ path: folder.file('ledger.db'), now: () => clock.now() }).ledger;
  ledger.mergeDirectory(DIRECTORY);
  ledger.setCursor(CHOSEN, JSON.stringify([{ id: kilns, name: 'Kilns' }]));
  engine = createEngine({ ledger, clock, me: [MIRA], timeZone: 'Europe/Berlin' });
  await round(true);
});
afterEach(async () => {
  ledger.close();
  await tenant.close();
  folder.remove();
});

const graph = () => graphOf(tenant.url, clock);
const folders = () => readFolders(ledger.cursor(CHOSEN));
const absorb = async (page: Page) => {
  await engine.absorb(page);
  await after(page);
};

async function round(fill = false): Promise<void> {
  const source = createMailSource({ graph: graph(), clock, held: ledger, folders });
  const { signal } = new AbortController();
  const cursor = (key: string) => ledger.cursor(key);
  await source.sync(absorb, cursor, signal);
  while (fill && (await source.fill?.(absorb, cursor, signal)) != null);
}

const lookUp = (url = tenant.url) =>
  createLookUp({
    whereabouts: createWhereabouts(graphOf(url, clock), folders, { priority: 'person' }),
    ...{ ledger, clock, log: (line: string) => lines.push(line) },
    absorb: (page) => engine.absorb(page),
  });

function handoff(what: string) {
  const found = ledger
    .handoffIds()
    .flatMap((id) => ledger.projection(id)?.detail ?? [])
    .filter((detail) => detail.quote.includes(what));
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} handoffs hold ${what}`);
  return { ...found[0], revision: 0 };
}

const source = (what: string) => engine.source(handoff(what).source);
const itemOf = (what: string) => ledger.itemByMessageId(handoff(what).source.id);
const idOf = (what: string) => itemOf(what)?.item.id.slice('mail:'.length) ?? '';

async function call(method: string, what: string, body?: object) {
  const path = `/me/messages/${encodeURIComponent(idOf(what))}${body ? '/move' : ''}`;
  const answer = await fetch(`${tenant.url}/v1.0${path}`, {
    method,
    headers: { Authorization: 'Bearer t', Prefer: IMMUTABLE, 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(answer.ok).toBe(true);
}
const move = (what: string, destinationId: string) => call('POST', what, { destinationId });

/** Does the link the desk would open lead to a message that is there? */
async function opens(what: string): Promise<boolean> {
  const link = source(what)?.webLink ?? null;
  if (link === null) return false;
  const id = new URL(link).searchParams.get('ItemID') ?? '';
  const answer = await fetch(`${tenant.url}/v1.0/me/messages/${encodeURIComponent(id)}`, {
    headers: { Authorization: 'Bearer t' },
  });
  return answer.ok;
}

/** Everything that may not be doubled or lost by a move. */
const held = () => ({
  items: [...ledger.eachItem(null)].map(({ item, goneFrom }) => [item.id, goneFrom ?? null]),
  handoffs: ledger.handoffIds(),
  glaze: handoff('glaze order'),
  kiln: handoff('kiln report'),
});

test.each([
  ['the folder it left speaks first', false],
  ['the folder it came to speaks first', true],
])('a message moved twice is the same item, and its link opens: %s', async (_what, meanwhile) => {
  const before = held();
  expect(await opens('glaze order')).toBe(true);
  for (const [to, from] of [
    ['archive', 'inbox'],
    [kilns, 'archive'],
    ['inbox', kilns],
  ] as const) {
    let moved = false;
    if (meanwhile)
      // Moved after its old folder has been asked in this round, before the new one is.
      after = async (page) => {
        if (moved || page.source !== `mail/${from}`) return;
        moved = true;
        await move('glaze order', to);
      };
    else await move('glaze order', to);
    await round();
    after = () => Promise.resolve();
    if (meanwhile) expect(moved).toBe(true);
    // Nothing is lost between the two either.
    expect(held()).toEqual(before);
    await round();
    expect(itemOf('glaze order')).toMatchObject({ item: { folder: to } });
    expect(itemOf('glaze order')?.goneFrom).toBeUndefined();
    expect(held()).toEqual(before);
    expect(await opens('glaze order')).toBe(true);
  }
});

test('moved to a folder nobody reads, its link is the one that opens there', async () => {
  const before = held();
  await move('glaze order', tenant.makeFolder('Elsewhere'));
  expect(await opens('glaze order')).toBe(false);
  await round();
  expect(await opens('glaze order')).toBe(true);
  expect(held()).toEqual(before);
});

test('deleted, the handoff stays as it is, and its source says plainly that it is gone', async () => {
  const before = held();
  await move('glaze order', 'deleteditems');
  await round();
  expect(handoff('glaze order')).toEqual(before.glaze);
  expect(source('glaze order')).toMatchObject({
    ...{ gone: true, webLink: null },
    text: 'Mira, can you send me the glaze order by Friday?',
  });
  // Back from Deleted Items it is there again.
  await move('glaze order', 'inbox');
  await round();
  expect(source('glaze order')?.gone).toBe(false);
  expect(await opens('glaze order')).toBe(true);
  expect(held()).toEqual(before);
});

test('of mail older than what is followed it is asked when it is opened', async () => {
  const before = held();
  const { source: ref } = handoff('kiln report');
  for (const to of ['archive', kilns, tenant.makeFolder('Elsewhere'), 'inbox']) {
    await move('kiln report', to);
    await round();
    // No folder speaks of it.
    expect(await opens('kiln report')).toBe(false);
    await lookUp()(ref);
    expect(await opens('kiln report')).toBe(true);
    expect(itemOf('kiln report')).toMatchObject({ item: { folder: to } });
    expect(held()).toEqual(before);
  }
  await move('kiln report', 'deleteditems');
  await lookUp()(ref);
  expect(source('kiln report')).toMatchObject({ gone: true, webLink: null });
  expect(handoff('kiln report')).toEqual(before.kiln);
  await move('kiln report', 'inbox');
  await lookUp()(ref);
  expect(source('kiln report')?.gone).toBe(false);
  await call('DELETE', 'kiln report');
  await call('DELETE', 'kiln report');
  await lookUp()(ref);
  expect(source('kiln report')).toMatchObject({ gone: true, webLink: null });
  expect(handoff('kiln report')).toEqual(before.kiln);
});

test('of a mail that is there twice, the copy that is left is opened', async () => {
  const [copy] = [itemOf('glaze order')?.item];
  if (copy?.kind !== 'mail') throw new Error('no mail');
  // The other copy of what one sends to oneself.
  engine.absorbNow({
    ...{ source: 'test', gone: [], people: [], cursors: [], refused: [] },
    patches: [{ ...copy, id: 'mail:0-other', folder: 'sentitems', webLink: 'https://o.test/2' }],
  });
  expect(source('glaze order')?.webLink).toBe('https://o.test/2');
  engine.absorbNow({
    ...{ source: 'test', patches: [], people: [], cursors: [], refused: [] },
    gone: ['mail:0-other'],
  });
  expect(await opens('glaze order')).toBe(true);
});

test('what cannot be asked changes nothing, and the link there is stays', async () => {
  const { source: ref } = handoff('kiln report');
  const link = source('kiln report')?.webLink;
  await lookUp('http://127.0.0.1:1')(ref);
  expect(source('kiln report')).toMatchObject({ gone: false, webLink: link });
  expect(lines.length).toBeLessThanOrEqual(1);
  lines = [];
  tenant.faults.denied.add('mail');
  await lookUp()(ref);
  expect(source('kiln report')).toMatchObject({ gone: false, webLink: link });
  expect(lines).toHaveLength(1);
  const asked = tenant.log.length;
  await lookUp()({ kind: 'meeting', id: 'weekly' });
  await lookUp()({ kind: 'mail', id: 'nobody@knows.test' });
  expect(tenant.log).toHaveLength(asked);
});
