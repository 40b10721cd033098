import { afterEach, beforeEach, expect, test } from 'vitest';
import { event, graphOf, NOW, tempFolder } from '../../tests/fault/syncWorld';
import { demoClock, type SteppableClock } from '../../shared/timing/clock';
import type { DirectoryEntry, Person } from '../../shared/handoff/item';
import { startTenant, type Tenant } from '../demo/server';
import { openLedger } from '../ledger';
import type { Ledger } from '../ledger/types';
import { createAbsencesSource } from './absences';
import { createColleagues, type Colleagues } from './colleagues';
import { syncAll } from './sync';
import type { CallLine } from './transport';

/** How colleagues stand, through the real client from the embedded tenant. */

const person = (name: string): Person => ({ name, address: `${name.toLowerCase()}@plant.example` });
const ME = person('Mira');
const REPLIES = person('Jonas');
const CALENDAR = person('Clara');
const THERE = person('Tess');
const HEAD = person('Hanna');
const entry = (who: Person): DirectoryEntry => ({
  ...{ id: `u-${who.name}`, person: who, aliases: [], team: null, title: null },
  ...{ timeZone: 'Europe/Berlin', workingHours: null },
});
const DIRECTORY = [ME, REPLIES, CALENDAR, THERE, HEAD].map(entry);
const at = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString();

let folder: ReturnType<typeof tempFolder>;
let clock: SteppableClock;
let tenant: Tenant;
let ledger: Ledger;
let colleagues: Colleagues;
let calls: CallLine[];
let permitted: Set<'presence' | 'managers'>;

beforeEach(async () => {
  folder = tempFolder();
  clock = demoClock(NOW, 0);
  calls = [];
  permitted = new Set(['presence', 'managers']);
  tenant = await startTenant({
    archive: {
      items: [
        event(-4, { organizer: CALENDAR, attendees: [], showAs: 'oof', endsAt: at(20) }),
        event(18, { organizer: CALENDAR, attendees: [], showAs: 'oof', endsAt: at(44) }),
        event(-1, { organizer: THERE, attendees: [], endsAt: at(1) }),
      ],
      directory: DIRECTORY,
      users: {
        value: [
          {
            mail: REPLIES.address,
            manager: { mail: HEAD.address },
            mailboxSettings: {
              automaticRepliesSetting: {
                status: 'scheduled',
                internalReplyMessage: '<p>On leave. Please ask <b>Tess</b> instead.</p>',
                scheduledStartDateTime: { dateTime: at(-24) },
                scheduledEndDateTime: { dateTime: at(48) },
              },
            },
          },
        ],
      },
    },
    me: ME.address,
    clock,
  });
  ledger = openLedger({ path: folder.file('ledger.db'), now: () => clock.now() }).ledger;
  colleagues = createColleagues({
    graph: graphOf(tenant.url, clock, (line) => calls.push(line)),
    clock,
    held: ledger,
    directory: () => DIRECTORY,
    me: () => [ME.address],
    permits: (part) => permitted.has(part),
  });
});
afterEach(async () => {
  ledger.close();
  await tenant.close();
  folder.remove();
});

async function look(people: Person[], onUse = true) {
  calls = [];
  const { found, kept } = await colleagues.look(people, { onUse });
  for (const patch of kept) ledger.mergeItem(patch);
  return { found, kept, purposes: calls.map((line) => line.purpose) };
}

test('an automatic reply, a calendar and Teams tell who is away, and until when', async () => {
  const { found } = await look([REPLIES, CALENDAR, THERE]);
  const [replies, calendar, there] = found;
  expect(replies?.away).toEqual({
    until: at(48),
    note: 'On leave. Please ask Tess instead.',
  });
  expect(replies?.presence).toEqual({ availability: 'Offline', activity: 'OutOfOffice' });
  expect(replies?.manager).toEqual(HEAD);
  // Two entries that join on are one absence.
  expect(calendar?.away).toEqual({ until: at(44), note: '' });
  expect(there?.away).toBeNull();
  expect(there?.presence).toEqual({ availability: 'Busy', activity: 'InAMeeting' });
  expect(there?.manager).toBeNull();
});

test('what is told is kept once, and so is its end', async () => {
  expect((await look([REPLIES])).kept).toMatchObject([
    { kind: 'absence', via: 'automaticReply', seenAt: at(0), until: at(48), overAt: null },
  ]);
  clock.step(3_600_000);
  expect((await look([REPLIES])).kept).toEqual([]);
  clock.step(3 * 3_600_000);
  // They come back early: no automatic reply any more.
  const back = createColleagues({
    graph: {
      ...graphOf(tenant.url, clock),
      post: () =>
        Promise.resolve({
          value: [
            { emailAddress: { address: REPLIES.address }, automaticReplies: { message: '' } },
          ],
        }),
    },
    ...{ clock, held: ledger, directory: () => DIRECTORY, me: () => [], permits: () => false },
  });
  const { kept } = await back.look([REPLIES], { onUse: false });
  expect(kept).toMatchObject([{ kind: 'absence', overAt: at(4) }]);
});

test('Teams and the directory are asked only where somebody looks and the part is on', async () => {
  expect((await look([REPLIES], false)).purposes).toEqual(['mail tips', 'free and busy']);
  permitted.clear();
  const { found, purposes } = await look([REPLIES], true);
  expect(purposes).toEqual(['mail tips', 'free and busy']);
  expect(found[0]).toMatchObject({ presence: null, manager: null, away: { until: at(48) } });
});

test('what was just told is not asked again; oneself and lists are never asked about', async () => {
  await look([REPLIES]);
  expect((await look([REPLIES])).purposes).toEqual([]);
  const list = { name: 'All', address: 'all@plant.example' };
  expect((await look([ME, list])).purposes).toEqual([]);
});

test('a refusal is asked for once, and the rest is known all the same', async () => {
  tenant.faults.denied.add('presence').add('people');
  const { found } = await look([REPLIES]);
  expect(found[0]).toMatchObject({ presence: null, manager: null, away: { until: at(48) } });
  clock.step(3_600_000);
  expect((await look([REPLIES])).purposes).toEqual(['mail tips', 'free and busy']);
  tenant.faults.denied.add('mail').add('calendar');
  clock.step(3_600_000);
  expect((await look([THERE])).found).toEqual([]);
});

test('those whose silence grows old are asked about once an hour', async () => {
  const source = createAbsencesSource({
    ...{ graph: graphOf(tenant.url, clock), colleagues, clock, held: ledger, me: ME },
    silent: () => [REPLIES],
  });
  const round = () => {
    calls = [];
    return syncAll([source], {
      absorb: (page) => {
        for (const patch of page.patches) ledger.mergeItem(patch);
        for (const { key, value } of page.cursors) ledger.setCursor(key, value);
        return Promise.resolve();
      },
      cursor: (key) => ledger.cursor(key),
      signal: new AbortController().signal,
      onUse: false,
    });
  };
  await round();
  expect(ledger.absencesOf(REPLIES)).toHaveLength(1);
  await round();
  expect(calls).toEqual([]);
  clock.step(3_600_000);
  await round();
  expect(calls.map((line) => line.purpose)).toEqual(['mail tips', 'free and busy']);
});
