import { expect, test } from 'vitest';
import type { PersonStanding } from '../../shared/contract';
import { demoClock } from '../../shared/timing/clock';
import type { Page } from '../engine/page';
import type { Colleagues } from '../graph/colleagues';
import { sourceStandings } from './sourceStandings';
import { absenceUnsaid, createStanding } from './standing';

const jonas = { name: 'Jonas Weil', address: 'jonas@plant.example' };
const tess = { name: '', address: 'tess@plant.example' };
const there: PersonStanding = {
  ...{ person: jonas, away: null, presence: null, unreachable: null, manager: null },
};
const away = { ...there, away: { until: null, note: '' } };

function standing(colleagues: Colleagues) {
  const pages: Page[] = [];
  const log: string[] = [];
  const ask = createStanding({
    colleagues,
    absorb: (page) => {
      pages.push(page);
      return Promise.resolve();
    },
    clock: demoClock(0, 1),
    log: (line) => log.push(line),
  });
  return { pages, log, ask };
}

test('what is told of an absence is kept before it is shown', async () => {
  const patch = { kind: 'absence' as const, id: 'absence:jonas@plant.example/1' };
  const { ask, pages } = standing({
    look: () => Promise.resolve({ found: [away], kept: [patch] }),
  });
  expect(await ask([jonas], true)).toEqual([away]);
  expect(pages).toMatchObject([{ source: 'out of office', patches: [patch] }]);
});

test('what fails is not known, and said in the log only', async () => {
  const { ask, log } = standing({ look: () => Promise.reject(new Error('odd')) });
  expect(await ask([jonas], true)).toEqual([]);
  expect(log).toEqual(['how people stand is not known: odd']);
});

test('nobody waits for what does not come', async () => {
  let ended = false;
  const { ask } = standing({
    look: (_people, { signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          ended = true;
          reject(new Error('aborted'));
        });
      }),
  });
  expect(await ask([jonas], true)).toEqual([]);
  expect(ended).toBe(true);
}, 10_000);

test('nothing goes to somebody who is away without saying so', () => {
  expect(absenceUnsaid([there], [])).toBeNull();
  expect(absenceUnsaid([away], [])).toBe('Away: Jonas Weil. Sending again sends it all the same.');
  expect(absenceUnsaid([away, { ...away, person: tess }], [jonas.address])).toBe(
    'Away: tess@plant.example. Sending again sends it all the same.',
  );
  expect(absenceUnsaid([away], [jonas.address])).toBeNull();
});

test('sources are told in words, with what of them could not be read', () => {
  const [mail, chats, channels, transcripts] = sourceStandings(
    [
      { source: 'mail', state: 'current', words: '' },
      { source: 'chats', state: 'off', words: '' },
      { source: 'channels', state: 'notPermitted', words: '' },
      { source: 'transcripts', state: 'notAsked', words: '' },
    ],
    [
      { source: 'mail/inbox', where: 'a1', what: 'it has no sender or no time', at: 0 },
      { source: 'chats', where: 'c1', what: 'odd', at: 0 },
    ],
  );
  expect(mail).toMatchObject({ title: 'Mail', state: 'on', refused: [{ where: 'a1' }] });
  expect(chats).toMatchObject({ state: 'off', refused: [{ where: 'c1' }] });
  expect(channels?.words).toContain('An administrator can permit it');
  expect(transcripts?.state).toBe('onUse');
});
