import { expect, test } from 'vitest';
import { pageOf, running, type Running } from '../../tests/support/engine';
import { BRAM, colleague, hour, LIEN, mail, NORA } from '../../tests/support/mail';
import type { AbsenceItem, EventItem, Item } from '../../shared/handoff/item';

/** The person at the desk is away: nothing is late with them before they are back. */

const LEAVE_DAYS = { startsAt: hour(15), endsAt: hour(7 * 24 - 9) };
/** Tuesday to Sunday, all day, Amsterdam's midnights. */
const leave = (over: Partial<EventItem> = {}): EventItem => ({
  ...{ kind: 'event', id: 'event:leave', subject: 'Leave', description: '' },
  ...LEAVE_DAYS,
  ...{ createdAt: hour(-100), organizer: NORA, attendees: [], cancelled: false },
  ...{ showAs: 'oof', webLink: null },
  ...over,
});
const replies = (over: Partial<AbsenceItem> = {}): AbsenceItem => ({
  ...{ kind: 'absence', id: `absence:${NORA.address}/note`, person: NORA, seenAt: hour(1) },
  ...{ from: hour(15), until: hour(7 * 24), overAt: null, via: 'automaticReply' },
  note: 'I am on leave.',
  ...over,
});
const asked = mail('a1', 2, BRAM, NORA, 'Nora, can you send me the glaze order?');
const given = mail('b1', 2, NORA, LIEN, 'Lien, can you send me the kiln report?', {
  subject: 'Kiln report',
});
const MONDAY = 7 * 24;

/** When the silence of what Nora was asked is stale, by the desk's own looks. */
async function staleSince(run: Running): Promise<string | null> {
  for (let n = 0; n < 100 && !run.of('glaze order').stale; n++) {
    const next = run.ledger.nextCheckAt();
    if (next === null) break;
    run.clock.step(Math.max(1, next - run.clock.now()));
    while ((await run.engine.look()) > 0);
  }
  return run.of('glaze order').staleSince;
}

const told: [string, Item[]][] = [
  ['automatic replies with their times', [replies()]],
  ['an all-day event of their own', [leave()]],
  ['both', [leave(), replies()]],
  [
    'an event of somebody else they said yes to',
    [
      leave({
        organizer: BRAM,
        attendees: [{ person: NORA, response: 'accepted', respondedAt: hour(0) }],
      }),
    ],
  ],
];
test.each(told)('away by %s, nothing is late before Monday', async (_by, items) => {
  const run = running(3);
  run.take(asked, given, ...items);
  expect(run.engine.people().hoursOf(NORA).away?.at(0)?.until).toBe(Date.parse(hour(MONDAY)));
  run.clock.step(24 * 3_600_000);
  while ((await run.engine.look()) > 0);
  expect(run.of('glaze order').why).toContain('You are away until Mon 9 Mar, 09:00.');
  const since = await staleSince(run);
  expect(Date.parse(since ?? '')).toBeGreaterThanOrEqual(Date.parse(hour(MONDAY)));
  // What waits on Lien did not wait for that.
  expect(run.of('kiln report').staleSince ?? '').not.toBe('');
  expect((run.of('kiln report').staleSince ?? '') < hour(MONDAY)).toBe(true);
});

const not: [string, Item][] = [
  ['an hour out of office', leave({ startsAt: hour(25), endsAt: hour(26) })],
  ['busy all day', leave({ showAs: 'busy' })],
  ['cancelled', leave({ cancelled: true })],
  [
    'a colleague’s leave, sent round',
    leave({
      organizer: BRAM,
      attendees: [{ person: NORA, response: 'none', respondedAt: null }],
    }),
  ],
  ['a colleague’s own', leave({ organizer: BRAM })],
  ['over before it began', replies({ overAt: hour(3) })],
  ['another person', replies({ person: LIEN, id: `absence:${LIEN.address}/note` })],
];
test.each(not)('%s is no absence of one’s own', (_what, item) => {
  const [plain, other] = [running(3), running(3)];
  plain.take(asked);
  other.take(asked, item);
  expect(other.engine.people().away).toEqual([]);
  expect(other.of('glaze order')).toEqual(plain.of('glaze order'));
});

test('in whatever order it becomes known, the desk and what was learned are the same', async () => {
  const answered = mail('a2', MONDAY + 3, NORA, BRAM, 'Here is the glaze order.', {
    answers: 'a1',
  });
  const orders: Item[][] = [
    [leave(), asked, answered, given],
    [asked, leave(), given, answered],
    [asked, given, answered, leave()],
  ];
  const ends = orders.map((items) => {
    const run = running(MONDAY + 40);
    for (const item of items) run.take(item);
    return [run.held(), run.held().map(({ id }) => run.ledger.wait(id))];
  });
  expect(ends[1]).toEqual(ends[0]);
  expect(ends[2]).toEqual(ends[0]);
  // The days away are none of the hours the answer took.
  const run = running(MONDAY + 40);
  run.take(asked, answered, leave());
  const { hours } = run.ledger.wait(run.of('glaze order').id) ?? {};
  expect(hours).toBeCloseTo(6 + 3, 5);
});

test('back early, gone from the calendar, or working other hours: the clock goes on at once', async () => {
  const run = running(80);
  run.take(asked, replies(), leave());
  expect(run.of('glaze order').stale).toBe(false);
  run.take(replies({ overAt: hour(79) }));
  expect(run.of('glaze order').why).toContain('You are away until');
  run.engine.absorbNow(pageOf([], { gone: ['event:leave'] }));
  // Away was what the replies had said, up to the hour they were switched off.
  expect(run.of('glaze order').why).not.toContain('You are away');
  expect(run.engine.people().away).toMatchObject([{ until: Date.parse(hour(79)) }]);
  // Days that are no work of theirs are no days away.
  const sundays = { days: [7], start: '09:00', end: '17:00' };
  run.take(leave({ startsAt: hour(87), endsAt: hour(111) }));
  expect(run.engine.people().away).toHaveLength(2);
  run.engine.absorbNow(pageOf([], { people: [colleague(NORA, { workingHours: sundays })] }));
  expect(run.engine.people().away).toHaveLength(1);
  expect(await staleSince(run)).not.toBeNull();
});

test('replies that were never switched off hold nothing up for ever', () => {
  const run = running(24 * 40);
  run.take(asked, replies({ until: null, from: null }));
  expect(run.of('glaze order').stale).toBe(true);
  expect(run.engine.people().away).toMatchObject([{ ends: false }]);
  // A note that names the day is believed.
  run.take(replies({ until: null, from: null, note: 'Back on Monday 9 March.' }));
  expect(run.engine.people().away).toMatchObject([{ ends: true }]);
});

test('one’s own absence is no fact about what one was asked', () => {
  const run = running(20);
  run.take(asked, replies(), leave());
  expect(run.of('glaze order').evidence.filter((e) => e.kind === 'absent')).toEqual([]);
  expect(run.of('glaze order').takerEnd).toEqual({ is: 'unaware' });
});

test('a desk opened again knows that its person is away', () => {
  const run = running(20);
  run.take(asked, leave());
  const again = running(20, { ledger: run.ledger });
  expect(again.engine.people().away).toEqual(run.engine.people().away);
});

test('back, everything that waited rises together', async () => {
  const run = running(30);
  const due = [1, 2, 3].map((n) =>
    mail(`d${n}`, 16 + n, BRAM, NORA, `Nora, please send me list ${n} by Thursday.`, {
      subject: `List ${n}`,
    }),
  );
  run.take(leave(), ...due);
  const rose: string[] = [];
  run.engine.onChange(({ risen }) =>
    rose.push(...risen.map(() => new Date(run.clock.now()).toISOString())),
  );
  for (let n = 0; n < 60 && run.clock.now() < Date.parse(hour(MONDAY)); n++) {
    const next = run.ledger.nextCheckAt() ?? Infinity;
    run.clock.step(Math.max(1, Math.min(next, Date.parse(hour(MONDAY))) - run.clock.now()));
    while ((await run.engine.look()) > 0);
  }
  expect(rose).toEqual([1, 2, 3].map(() => hour(MONDAY)));
});
