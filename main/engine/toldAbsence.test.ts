import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, chat, mail, NORA } from '../../tests/support/mail';

/** Told on Monday 2 March, 14:00, in their own words; asked an hour later; looked at on Friday. */
const ASK = 'can you check why the burner stops at 300?';
function after(told: string, over: { hours?: number; own?: string } = {}) {
  const both = [NORA, BRAM];
  const desk = running(over.hours ?? 98);
  desk.take(
    chat('nb', 1, -3, NORA, both, 'morning'),
    chat('nb', 2, 6, BRAM, both, told),
    chat('nb', 3, 7, NORA, both, over.own ?? ASK),
  );
  return desk.of(over.own ?? ASK);
}

test.each([
  ['fyi whole kiln desk is out tue to fri, back mon', '2026-03-09'],
  ["I'm off from tomorrow, back on Monday", '2026-03-09'],
  ['ooo until monday', '2026-03-09'],
  ['heads up: our office is closed all week, we are back on 9 March', '2026-03-09'],
  ["we're on leave until Monday 9 March", '2026-03-09'],
  ['out thu + fri', '2026-03-07'],
])('%s', (told, day) => {
  const ask = after(told);
  const fact = ask.evidence.find((e) => e.kind === 'absent');
  expect(fact?.until?.slice(0, 10)).toMatch(new RegExp(`${day}|${prior(day)}`));
  expect(ask).toMatchObject({ stale: false, rung: 0 });
});
/** Their midnight is the evening before in UTC. */
function prior(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

test.each([
  'the report is out on friday',
  "I'm off to the pub on friday",
  'the oven is off until friday',
  "if I'm out on friday ask Otto",
  'we were out until friday last week',
  'out for lunch until two',
])('no absence: %s', (told) => {
  expect(after(told).evidence.filter((e) => e.kind === 'absent')).toEqual([]);
  expect(after(told)).toMatchObject({ stale: true });
});

test('over, it counts no more; what is asked after it is asked as ever', () => {
  expect(after('ooo until monday', { hours: 24 * 11 })).toMatchObject({ stale: true });
});

test('told by mail in the conversation, of what was open already', () => {
  const desk = running(98);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Could you send the firing plan?'),
    mail('ask2', 1, NORA, BRAM, 'And could you order the shelves for kiln two?', {
      answers: 'ask',
    }),
    mail('away', 2, BRAM, NORA, 'Firing plan attached. I am away until Monday 9 March.', {
      answers: 'ask2',
      attachments: ['firing_plan.pdf'],
    }),
  );
  expect(desk.of('order the shelves').evidence.map((e) => e.kind)).toContain('absent');
});
