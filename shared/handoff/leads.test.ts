import { expect, test } from 'vitest';
import { at, deskAt, fact, handoff } from './fixtures';
import type { Handoff } from './model';
import { standing } from './standing';

/** Asked on Monday at nine for Friday's end: forty working hours. */
const friday = { at: '2026-03-06', text: 'by Friday', source: 'words' } as const;
const judge = (h: Handoff, hours: number | null, now = at(2)) => {
  const desk = deskAt(now);
  return standing(h, {
    ...desk,
    patienceWith: (person, asked) => ({
      ...desk.patienceWith(person, asked),
      // Silence alone is no matter here.
      limit: 39,
      ...(hours === null ? {} : { lead: { hours, basis: 4 } }),
    }),
  });
};
const untaken = handoff([fact('replied', 1)], { due: friday });
const THURSDAY = '2026-03-05T08:00:00.000Z';

test('work that takes two days has its last safe moment two days before the deadline, and says why', () => {
  const { lastSafeAt, why } = judge(untaken, 16);
  expect(lastSafeAt).toBe(THURSDAY);
  expect(why).toContain(
    'Such work has taken Tomas Vey 16 working hours (the middle of the last 4): to be begun by Thu 5 Mar',
  );
  expect(judge(untaken, 16, THURSDAY)).toMatchObject({ stale: true, staleSince: THURSDAY });
  expect(judge(untaken, null, THURSDAY).stale).toBe(false);
});

test('quick work leaves the moment where it is, and slow work leaves half of what was given', () => {
  const usual = judge(untaken, null);
  expect(judge(untaken, 2)).toEqual(usual);
  expect(judge(untaken, 100).lastSafeAt).toBe('2026-03-04T12:00:00.000Z');
});

test('what was taken, or promised for a later day, is not held against what such work took', () => {
  const taken = handoff([fact('taken', 1)], { due: friday });
  expect(judge(taken, 16)).toEqual(judge(taken, null));
  const promised = handoff([fact('deferred', 1, { until: '2026-03-10' })], { due: friday });
  expect(judge(promised, 16)).toEqual(judge(promised, null));
});
