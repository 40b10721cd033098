import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { HandoffDetail, PersonStanding } from '../../shared/contract';
import { EvidenceKind } from '../../shared/handoff/model';
import type { SourceRef } from '../../shared/handoff/item';
import { NOW, ZONE, fact, handoff, ines, lars, priya, rowOf, tom } from '../testing/handoffs';
import { TwoEnds, gapWidth } from './TwoEnds';
import { endsOf } from './ends';

const standpoint = { me: tom, now: Date.parse(NOW), zone: ZONE };

function show(detail: HandoffDetail, standings: PersonStanding[] = []) {
  const opened: { source: SourceRef; quote: string }[] = [];
  render(
    <TwoEnds
      row={rowOf(detail)}
      detail={detail}
      standings={standings}
      standpoint={standpoint}
      onOpen={(source, quote) => opened.push({ source, quote })}
    />,
  );
  return {
    opened,
    giver: screen.getByRole('region', { name: 'The giver’s end' }),
    taker: screen.getByRole('region', { name: 'The taker’s end' }),
    gap: screen.getByRole('region', { name: 'The gap between them' }),
  };
}

test('the opening words stand on the giver’s end, dated, on rung 0, with their source', async () => {
  const { giver, taker, opened } = show(handoff('annex'));
  expect(within(giver).getByText('“Could you send me the signed annex by Friday?”')).toBeTruthy();
  expect(within(giver).getByText('rung 0')).toBeTruthy();
  expect(within(taker).getByText('Nothing was heard from this end yet.')).toBeTruthy();
  const open = within(giver).getByRole('button', {
    name: 'Open the source: Mail, Wed 18 Nov, 16:05',
  });
  await userEvent.click(open);
  expect(opened).toEqual([
    {
      source: { kind: 'mail', id: 'annex@northwind.example' },
      quote: 'Could you send me the signed annex by Friday?',
    },
  ]);
});

test('a promise is spoken on the taker’s end', () => {
  const { giver, taker } = show(
    handoff('note', { act: 'commitment', quote: 'I will write it.', giverEnd: { is: 'spoken' } }),
  );
  expect(within(taker).getByText('“I will write it.”')).toBeTruthy();
  expect(within(taker).getByText('Promised')).toBeTruthy();
  expect(within(giver).queryByText('“I will write it.”')).toBeNull();
});

test('the fact that is the opening itself is told once', () => {
  const detail = handoff('annex');
  detail.evidence = [fact('sent', { end: 'giver', source: detail.source, quote: '' })];
  expect(endsOf(detail).giver).toEqual([]);
  const { giver } = show(detail);
  expect(within(giver).getAllByRole('listitem')).toHaveLength(1);
});

const spoken: Record<EvidenceKind, { words: string; standing: string }> = {
  sent: { words: 'Sent', standing: 'rung 0' },
  delivered: { words: 'Delivered', standing: 'rung 1' },
  seen: { words: 'Seen', standing: 'rung 2' },
  reacted: { words: 'Reacted', standing: 'rung 3' },
  replied: { words: 'Replied', standing: 'rung 4' },
  taken: { words: 'Taken on', standing: 'rung 5' },
  placed: { words: 'Placed in their work', standing: 'rung 6' },
  done: { words: 'Done', standing: 'rung 7' },
  absent: { words: 'Away until Mon 30 Nov, 09:00, Priya Nair covers', standing: 'absent' },
  bounced: { words: 'Not delivered', standing: 'absent' },
  declined: { words: 'Declined', standing: 'returned' },
  questioned: { words: 'Asked back', standing: 'returned' },
  deferred: { words: 'Put off until Mon 30 Nov, 09:00', standing: 'returned' },
  redirected: { words: 'Pointed to Priya Nair', standing: 'returned' },
  withdrawn: { words: 'Withdrawn', standing: 'no rung' },
  reminded: { words: 'Reminded', standing: 'no rung' },
  waiting: { words: 'Waiting', standing: 'no rung' },
  bystander: { words: 'Answered by a bystander', standing: 'no rung' },
  partial: { words: 'Partly done', standing: 'no rung' },
  merged: { words: 'One piece of work with another handoff', standing: 'no rung' },
  differs: { words: 'Another version', standing: 'no rung' },
  named: { words: 'Named as Priya Nair’s', standing: 'no rung' },
};

test.each(EvidenceKind.options)('%s is told on its end with its rung, date and quote', (kind) => {
  const named = { absent: priya, redirected: priya, named: priya }[kind as string] ?? null;
  const until = kind === 'absent' || kind === 'deferred' ? '2026-11-30T09:00:00.000Z' : null;
  const quote = `words of ${kind}`;
  const detail = handoff('annex', { evidence: [fact(kind, { quote, to: named, until })] });
  const { taker } = show(detail);
  const item = within(taker).getByRole('listitem');
  expect(within(item).getByText(spoken[kind].words)).toBeTruthy();
  expect(within(item).getByText(spoken[kind].standing)).toBeTruthy();
  expect(within(item).getByText(`“words of ${kind}”`)).toBeTruthy();
  expect(item.textContent).toContain('Thu 19 Nov, 09:30');
  expect(within(item).getByRole('button', { name: /^Open the source: Mail/ })).toBeTruthy();
});

test('each end has its own facts in order; what others did stands apart and names them', () => {
  const { giver, taker } = show(
    handoff('annex', {
      evidence: [
        fact('replied', { at: '2026-11-20T09:00:00.000Z', quote: 'second' }),
        fact('seen', { at: '2026-11-19T09:00:00.000Z', quote: 'first' }),
        fact('reminded', { end: 'giver', quote: 'again' }),
        fact('bystander', { end: 'other', by: lars, quote: 'aside' }),
      ],
    }),
  );
  expect(
    within(taker)
      .getAllByRole('listitem')
      .map((one) => one.textContent),
  ).toEqual([expect.stringContaining('first'), expect.stringContaining('second')]);
  expect(within(giver).getByText('“again”')).toBeTruthy();
  const others = screen.getByRole('region', { name: 'From others' });
  expect(others.textContent).toContain('“aside”');
  expect(others.textContent).toContain('Lars Holm');
});

test('a doubtful link says why the fact was taken to belong here', () => {
  const { taker } = show(
    handoff('annex', {
      evidence: [fact('replied', { link: { reason: 'same subject', confidence: 0.6 } })],
    }),
  );
  expect(within(taker).getByText('Taken to belong here: same subject')).toBeTruthy();
});

test('the gap says whose move, the silence, the deadline with its words and the last safe moment', () => {
  const { gap } = show(handoff('annex'));
  const said = gap.textContent;
  for (const words of [
    'Ines’s move',
    '19 working hours of silence',
    'Fri 27 Nov',
    '“by Friday”',
    'Thu 26 Nov, 12:00',
  ]) {
    expect(said).toContain(words);
  }
  const ladder = within(gap).getByRole('list', { name: 'Rung 2 of 7: seen' });
  expect(within(ladder).getAllByRole('listitem')).toHaveLength(8);
  expect(ladder.querySelector('[aria-current="step"]')?.textContent).toContain('seen');
});

test('a standoff tells both beliefs without a culprit', () => {
  const { gap } = show(
    handoff('form', {
      shape: 'standoff',
      turn: 'contested',
      beliefs: { giver: 'taker', taker: 'giver' },
    }),
  );
  expect(gap.textContent).toContain('Each waits for the other');
  expect(gap.textContent).toContain(
    'The last words of Tom put the move on Ines; those of Ines put it on Tom.',
  );
});

test('a handoff to nobody in particular names those who were asked', () => {
  const { taker, gap } = show(
    handoff('host', {
      taker: null,
      asked: [ines, lars],
      turn: 'nobody',
      takerEnd: { is: 'unaware' },
    }),
  );
  expect(within(taker).getByRole('heading', { name: 'Nobody in particular' })).toBeTruthy();
  expect(taker.textContent).toContain('Asked: Ines Duarte, Lars Holm');
  expect(gap.textContent).toContain('Nobody’s move');
});

test('the gap grows with the silence and never past its bounds', () => {
  const width = (silentHours: number) => gapWidth(rowOf(handoff('a', { silentHours })));
  expect(width(0)).toBeLessThan(width(8));
  expect(width(8)).toBeLessThan(width(20));
  expect(width(4000)).toBe(width(9000));
});

test.each(['spoken', 'unpassed'] as const)('a %s handoff stands on no rung', (shape) => {
  const { gap } = show(handoff('note', { shape, rung: 0 }));
  const ladder = within(gap).getByRole('list', { name: 'No rung of 7 yet: nothing was sent' });
  expect(ladder.querySelector('[data-reached="true"]')).toBeNull();
  expect(within(gap).getByRole('img').getAttribute('aria-label')).toContain('nothing was sent');
});

test('a mark on the other end’s mail is a label with its source, on that end only', async () => {
  const plain = handoff('annex');
  const by = plain.taker ?? plain.giver;
  const source = { kind: 'mail', id: 'marked@northwind.example' } as const;
  const shared = { by, at: '2026-11-20T09:00:00.000Z', source, id: 'annex' };
  const { giver, taker, opened } = show({ ...plain, shared });
  expect(within(taker).getByText(/Their Corridor holds it too/)).toBeTruthy();
  expect(within(giver).queryByText(/Their Corridor/)).toBeNull();
  await userEvent.click(
    within(taker).getByRole('button', { name: /^Open the mail with the mark/ }),
  );
  expect(opened).toEqual([{ source, quote: '' }]);
});

test('how somebody stands now is told beside their name', () => {
  const here = { presence: null, unreachable: null, manager: null, away: null };
  const detail = handoff('annex');
  const { taker } = show(detail, [
    { ...here, person: ines, away: { until: null, note: '' }, manager: priya },
  ]);
  expect(within(taker).getByText(/^Works for Priya .+ Ines Duarte is away\.$/)).toBeTruthy();
});

test('what Teams shows is told as what Teams shows', () => {
  const { taker } = show(handoff('annex'), [
    {
      ...{ person: ines, away: null, unreachable: null, manager: null },
      presence: { availability: 'Busy', activity: 'InAMeeting' },
    },
  ]);
  expect(within(taker).getByText('Teams shows them as in a meeting now.')).toBeTruthy();
});
