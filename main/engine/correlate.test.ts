import { describe, expect, test } from 'vitest';
import type { Act } from '../../shared/handoff/act';
import { fold } from '../../shared/handoff/fold';
import type { Person } from '../../shared/handoff/item';
import type { Handoff } from '../../shared/handoff/model';
import {
  automatic,
  BRAM,
  chat,
  hour,
  LIEN,
  mail,
  NORA,
  OTTO,
  report,
  VERA,
} from '../../tests/support/mail';
import { act, said } from '../../tests/support/said';
import { correlate, type CorrelateContext } from './correlate';
import { elsewhere } from './answeredElsewhere';
import type { Utterance } from './utterance';

/** Acts made by hand: what the correlator does with them, whatever a reader finds. */

const ctx: CorrelateContext = {
  thread: 'mail:a1@mail.example',
  isMe: (p: Person) => p.address === NORA.address,
  reopenedAt: () => null,
  isStranger: () => false,
  zoneOf: () => 'Europe/Amsterdam',
};

/** The handoffs of a conversation, folded, in the order they were opened. */
function held(utterances: readonly Utterance[], over: Partial<CorrelateContext> = {}): Handoff[] {
  return correlate(utterances, { ...ctx, ...over }).flatMap(({ seed, evidence }) => {
    const log = evidence.map((e) => ({ entry: 'observed' as const, generation: 1, evidence: e }));
    return fold(seed.id, [{ entry: 'opened', generation: 1, opening: seed.opening }, ...log]) ?? [];
  });
}

function only(utterances: readonly Utterance[]): Handoff {
  const all = held(utterances);
  expect(all.map((h) => h.quote)).toHaveLength(1);
  const [one] = all;
  if (!one) throw new Error('nothing is held');
  return one;
}
const kinds = (h: Handoff) => h.evidence.map((e) => `${e.end}:${e.kind}`);

const SCHEDULE = 'Could you send the firing schedule?';
const asked = said(mail('a1', 0, NORA, BRAM, ''), [act('request', SCHEDULE)]);
/** Bram answers Nora's mail, and Nora answers Bram's. */
const bram = (at: number, ...acts: Act[]) =>
  said(mail(`b${at}`, at, BRAM, NORA, '', { answers: 'a1' }), acts);
const nora = (at: number, ...acts: Act[]) =>
  said(mail(`n${at}`, at, NORA, BRAM, '', { answers: 'a1' }), acts);
const wait = (quote: string, kind: Act['kind'] = 'commitment') =>
  act(kind, quote, { condition: { on: 'addressee', text: quote } });

describe('one ask between two', () => {
  test('asked, taken, done', () => {
    expect(only([asked])).toMatchObject({
      giver: NORA,
      taker: BRAM,
      rung: 0,
      turn: 'taker',
      observed: false,
      parent: null,
      saidAt: hour(0),
      what: 'Send the firing schedule',
    });
    const taken = [asked, bram(2, act('acceptance', 'On it.'))];
    expect(only(taken)).toMatchObject({ rung: 5, state: 'open', turn: 'taker' });
    const done = [...taken, bram(9, act('delivery', 'Here is the firing schedule.'))];
    expect(only(done)).toMatchObject({ rung: 7, state: 'closed' });
    expect(kinds(only(done))).toEqual(['taker:taken', 'taker:done']);
  });

  test('a reply without an act is a reply, and takes nothing', () => {
    const replied = said(mail('b1', 2, BRAM, NORA, 'Busy day here.', { answers: 'a1' }));
    expect(only([asked, replied])).toMatchObject({ rung: 4, takerEnd: { is: 'replied' } });
    expect(only([asked, replied]).evidence[0]?.quote).toBe('Busy day here.');
  });

  test('a condition puts the move back, and a second wait contests it', () => {
    const waits = [asked, bram(3, wait('As soon as I have the kiln list from you I send it'))];
    expect(only(waits)).toMatchObject({ turn: 'giver', rung: 4 });
    const both = [...waits, nora(9, wait('Once the schedule is there I send the list', 'request'))];
    expect(only(both)).toMatchObject({ turn: 'contested' });
    expect(kinds(only(both))).toEqual(['taker:waiting', 'giver:waiting']);
  });

  test('a question back, answered', () => {
    const back = [asked, bram(3, act('question', 'For which kiln?'))];
    expect(only(back)).toMatchObject({ turn: 'giver' });
    const answered = said(mail('n5', 5, NORA, BRAM, 'For kiln three.', { answers: 'b3' }));
    expect(only([...back, answered])).toMatchObject({ turn: 'taker', state: 'open' });
  });

  test('a question is done by being answered, not by thanks', () => {
    const question = said(mail('a1', 0, NORA, BRAM, ''), [
      act('question', 'Which kiln fires on Saturday?'),
    ]);
    const answer = said(mail('b1', 1, BRAM, NORA, 'Kiln three.', { answers: 'a1' }));
    expect(only([question, answer])).toMatchObject({ state: 'closed' });
    const thanks = bram(1, act('acknowledgement', 'Thanks for asking.'));
    expect(only([question, thanks])).toMatchObject({ state: 'open', rung: 4 });
  });

  test('put off until a day', () => {
    const due = { at: '2026-03-06', text: 'on Friday', source: 'words' } as const;
    expect(
      only([asked, bram(2, act('deferral', 'I will get to it on Friday.', { due }))]),
    ).toMatchObject({ deferredUntil: '2026-03-06', turn: 'taker', rung: 4 });
  });

  test('declined, with or without a name', () => {
    const no = bram(2, act('decline', 'Not mine, sorry.'));
    expect(only([asked, no]).takerEnd).toMatchObject({ is: 'declined', to: null });
    const redirect = {
      ...bram(2, act('redirect', 'Please ask Lien.')),
      named: (words: string) => (words.includes('Lien') ? [LIEN] : []),
    };
    expect(only([asked, redirect]).takerEnd).toMatchObject({ is: 'declined', to: LIEN });
  });

  test('asked again is a reminder, not a second piece of work', () => {
    const again = nora(30, act('question', 'Any news on the firing schedule?'));
    const reminded = only([asked, again]);
    expect(reminded).toMatchObject({ reminders: 1, rung: 0, lastMoveAt: hour(0) });
    expect(kinds(reminded)).toEqual(['giver:reminded']);
  });

  test('sent from the desk for this handoff it is a reminder, whatever its words', () => {
    const [id] = held([asked]).map((h) => h.id);
    const chase = said(
      mail('n9', 30, NORA, BRAM, '', { answers: 'a1' }),
      [act('request', 'Could you name a day for the workshop cleaning?')],
      { sentFor: id ?? '' },
    );
    expect(kinds(only([asked, chase]))).toEqual(['giver:reminded']);
  });

  test('withdrawn by the giver', () => {
    const gone = nora(6, act('withdrawal', 'Never mind, no longer needed.'));
    expect(only([asked, gone])).toMatchObject({ state: 'closed', closing: { by: 'evidence' } });
  });

  test('thanks for an answer that took nothing confirm that it arrived; thanks for a promise do not', () => {
    const thanks = nora(6, act('acknowledgement', 'Great, thanks.'));
    const replied = said(mail('b2', 2, BRAM, NORA, 'See the wall.', { answers: 'a1' }));
    expect(only([asked, replied, thanks])).toMatchObject({ state: 'closed' });
    expect(only([asked, bram(2, act('acceptance', 'On it.')), thanks])).toMatchObject({
      state: 'open',
      rung: 5,
    });
    expect(only([asked, thanks]).state).toBe('open');
  });

  test('the order in which it is handed over says nothing', () => {
    const all = [
      asked,
      bram(2, act('acceptance', 'On it.')),
      nora(30, act('question', 'Any news?')),
      bram(40, act('delivery', 'Here is the firing schedule.')),
    ];
    expect(held([...all].reverse())).toEqual(held(all));
    expect(held([...all, ...all])).toEqual(held(all));
  });
});

describe('several at once', () => {
  const CONES = 'Please order the new cones.';
  const two = said(mail('a1', 0, NORA, BRAM, `${SCHEDULE} ${CONES}`), [
    act('request', SCHEDULE),
    act('request', CONES),
  ]);

  test('two asks are answered one by one', () => {
    const first = bram(3, act('delivery', 'The firing schedule is attached.'));
    const [schedule, cones] = held([two, first]);
    expect(schedule).toMatchObject({ quote: SCHEDULE, state: 'closed' });
    expect(cones).toMatchObject({ quote: CONES, state: 'open', rung: 0 });
    const second = bram(5, act('commitment', 'I will order the cones today.'));
    expect(held([two, first, second])[1]).toMatchObject({ state: 'open', rung: 5 });
  });

  test('"both" answers both; words that fit neither close nothing', () => {
    const both = bram(3, act('acceptance', 'Will do both.'));
    expect(held([two, both]).map((h) => h.rung)).toEqual([5, 5]);
    const vague = bram(3, act('delivery', 'Please find it attached.'));
    expect(held([two, vague]).map((h) => h.state)).toEqual(['open', 'open']);
  });

  test('the sentence after it, spoken of by a pronoun, is the same ask and gives it its date', () => {
    const due = { at: '2026-03-03', text: 'by noon', source: 'words' } as const;
    const one = only([
      said(mail('a1', 0, NORA, BRAM, `${SCHEDULE} Please send it by noon.`), [
        act('request', SCHEDULE),
        act('request', 'Please send it by noon.', { due }),
      ]),
    ]);
    expect(one).toMatchObject({ quote: SCHEDULE, due });
  });

  test('what is seen and not held opens nothing', () => {
    expect(
      held([said(mail('a1', 0, NORA, BRAM, ''), [act('request', SCHEDULE, { confidence: 0.4 })])]),
    ).toEqual([]);
    const weak = act('commitment', 'I might go for a swim.', { confidence: 0.6 });
    expect(held([said(mail('a1', 0, NORA, BRAM, ''), [weak])])).toEqual([]);
    const conditional = wait('Once you send yours I will send mine');
    expect(held([said(mail('a1', 0, NORA, BRAM, ''), [conditional])])).toEqual([]);
  });

  test('a stranger’s first ask is held less surely', () => {
    const sales = said(mail('v1', 0, VERA, NORA, ''), [
      act('request', 'Could you spare ten minutes?'),
    ]);
    expect(held([sales])[0]?.confidence).toBe(0.9);
    expect(held([sales], { isStranger: () => true })[0]?.confidence).toBe(0.54);
  });
});

describe('promises', () => {
  test('the one who promised has it, the one it was promised to gave it', () => {
    const promise = said(mail('a1', 0, BRAM, NORA, ''), [
      act('commitment', 'I will send the glaze list.'),
    ]);
    expect(only([promise])).toMatchObject({ giver: NORA, taker: BRAM, rung: 5, turn: 'taker' });
    const kept = said(mail('b1', 5, BRAM, NORA, '', { answers: 'a1' }), [
      act('delivery', 'Here is the glaze list.'),
    ]);
    expect(only([promise, kept])).toMatchObject({ state: 'closed' });
  });

  test('a promise that answers an ask is its evidence, not a second handoff', () => {
    expect(
      only([asked, bram(1, act('commitment', 'I will send the schedule tonight.'))]).rung,
    ).toBe(5);
  });
});

describe('groups and bystanders', () => {
  const group = said(mail('a1', 0, NORA, [BRAM, OTTO], ''), [
    act('request', 'Can one of you order new cones?', { addressee: null }),
  ]);

  test('asked of two it is nobody’s, until one takes it', () => {
    expect(only([group])).toMatchObject({ taker: null, asked: [BRAM, OTTO], turn: 'nobody' });
    const takes = said(mail('o1', 2, OTTO, [NORA, BRAM], '', { answers: 'a1' }), [
      act('acceptance', 'I take this one.'),
    ]);
    expect(only([group, takes])).toMatchObject({ taker: OTTO, rung: 5, turn: 'taker' });
  });

  test('yes is the answer to a question', () => {
    const asks = said(mail('a1', 0, NORA, BRAM, ''), [act('question', 'Is it kiln three?')]);
    const yes = bram(1, act('acceptance', 'Yes, three.'));
    expect(only([asks, yes])).toMatchObject({ state: 'closed', rung: 7 });
  });

  test('a question put to several is answered by any of them', () => {
    const asks = said(mail('a1', 0, NORA, [BRAM, OTTO], ''), [
      act('question', 'Which glaze did we use on kiln three?', { addressee: null }),
    ]);
    const answers = said(mail('b1', 2, OTTO, NORA, 'The grey one.', { answers: 'a1' }));
    expect(only([asks, answers])).toMatchObject({ state: 'closed', rung: 7 });
  });

  test('of a group, a question or a no is nobody’s answer', () => {
    const no = said(mail('o1', 2, OTTO, NORA, '', { answers: 'a1' }), [act('decline', 'Not me.')]);
    expect(only([group, no])).toMatchObject({ turn: 'nobody', taker: null });
  });

  test('addressed by name among several it is that person’s', () => {
    const named = said(mail('a1', 0, NORA, [BRAM, OTTO], ''), [
      act('request', 'Otto, could you order new cones?', { addressee: OTTO }),
    ]);
    expect(only([named])).toMatchObject({ taker: OTTO });
  });

  test('somebody who is neither end is a bystander', () => {
    const cc = said(mail('l1', 2, LIEN, NORA, 'Good idea.', { answers: 'a1' }));
    expect(only([asked, cc])).toMatchObject({ rung: 0, turn: 'taker', lastMoveAt: hour(0) });
    expect(kinds(only([asked, cc]))).toEqual(['other:bystander']);
  });

  test('between two others, with me in copy, it is observed', () => {
    const others = said(mail('a1', 0, BRAM, OTTO, '', { cc: [NORA] }), [act('request', SCHEDULE)]);
    expect(only([others]).observed).toBe(true);
    expect(only([asked]).observed).toBe(false);
  });

  test('what the giver cannot see is no answer to them', () => {
    const aside = said(mail('b1', 2, BRAM, OTTO, '', { answers: 'a1' }), [
      act('delivery', 'Here is the firing schedule.'),
    ]);
    expect(only([asked, aside])).toMatchObject({ state: 'open', rung: 0 });
  });

  test('passed on to the next hand: placed, and a child with its own taker', () => {
    const onward = said(mail('b1', 2, BRAM, LIEN, '', { answers: 'a1', cc: [NORA] }), [
      act('request', 'Lien, could you send Nora the firing schedule?', { addressee: LIEN }),
    ]);
    const [parent, child] = held([asked, onward]);
    expect(parent).toMatchObject({ state: 'open', rung: 6, takerEnd: { is: 'placed' } });
    expect(child).toMatchObject({ giver: BRAM, taker: LIEN, parent: parent?.id, state: 'open' });
  });
});

describe('signals', () => {
  const machine = (item: ReturnType<typeof report>) => said(item, [], { nature: 'report' });

  test.each([
    ['delivered', 1, 'unaware'],
    ['read', 2, 'seen'],
    ['bounced', 0, 'unaware'],
  ] as const)('%s: rung %i', (kind, rung, end) => {
    const h = only([asked, machine(report('r1', 1, kind, 'a1', BRAM))]);
    expect(h).toMatchObject({ rung, takerEnd: { is: end }, state: 'open' });
    expect(h.turn).toBe(kind === 'bounced' ? 'giver' : 'taker');
  });

  test('a report on another mail, or about somebody else, says nothing', () => {
    expect(only([asked, machine(report('r1', 1, 'read', 'zz', BRAM))]).evidence).toEqual([]);
    expect(only([asked, machine(report('r1', 1, 'read', 'a1', OTTO))]).evidence).toEqual([]);
  });

  test('a report without a reference is known by its subject', () => {
    expect(only([asked, machine(report('r1', 1, 'read', null, BRAM))]).rung).toBe(2);
  });

  test('a cover named without an address is looked up by name', () => {
    const text =
      'I am away and back on Monday 9 March. Please contact Otto Grau, who covers for me.';
    const note = said(automatic('au', 0.1, BRAM, NORA, text, 'a1'), [], {
      nature: 'automatic',
      named: (words) => (words.includes('Otto') ? [OTTO] : []),
    });
    expect(only([asked, note])).toMatchObject({ takerEnd: { is: 'away', cover: OTTO } });
  });

  test('an automatic reply says until when and who covers, and answers nothing', () => {
    const text =
      'I am away and back on Monday 9 March. Please contact Otto Grau (otto@kiln.example).';
    const note = said(
      automatic('au', 0.1, BRAM, NORA, text, 'a1'),
      [act('acceptance', 'I am on it')],
      {
        nature: 'automatic',
      },
    );
    expect(only([asked, note])).toMatchObject({
      rung: 0,
      takerEnd: { is: 'away', until: '2026-03-08T23:00:00.000Z', cover: OTTO },
    });
  });

  test('lists and invitations say nothing at all', () => {
    for (const nature of ['list', 'invitation'] as const)
      expect(
        held([said(mail('l1', 0, VERA, NORA, ''), [act('request', SCHEDULE)], { nature })]),
      ).toEqual([]);
  });

  test('reactions count by whom, and never as taking it', () => {
    const members = [NORA, BRAM, LIEN];
    const message = (by: Person) =>
      said(
        chat('19:x', 1, 0, NORA, members, '', { reactions: [{ type: 'like', by, at: hour(1) }] }),
        [act('request', 'Bram, could you send the firing schedule?', { addressee: BRAM })],
      );
    expect(only([message(BRAM)])).toMatchObject({
      rung: 3,
      takerEnd: { is: 'seen' },
      turn: 'taker',
    });
    expect(only([message(LIEN)])).toMatchObject({ rung: 0, takerEnd: { is: 'unaware' } });
    expect(only([message(NORA)]).evidence).toEqual([]);
  });
});

describe('a chat', () => {
  const members = [NORA, BRAM];
  const line = (n: number, from: Person, text: string, ...acts: Act[]) =>
    said(chat('19:nb', n, n, from, members, text), acts);
  const ask = line(1, NORA, SCHEDULE, act('request', SCHEDULE));

  test('right behind the ask, any yes is meant for it', () => {
    expect(only([ask, line(2, BRAM, 'ok', act('acceptance', 'ok'))]).rung).toBe(5);
  });

  test('it moves on: a yes far below is meant for something else, unless its words say so', () => {
    const talk = [2, 3, 4, 5].map((n) => line(n, NORA, `Lunch number ${n}.`));
    const late = line(9, BRAM, 'ok', act('acceptance', 'ok'));
    expect(only([ask, ...talk, late]).rung).toBe(0);
    const text = 'The firing schedule is attached.';
    const named = line(9, BRAM, text, act('delivery', text));
    expect(only([ask, ...talk, named]).state).toBe('closed');
  });

  test('an ask is not talked about for ever, only because each message is close behind the last', () => {
    const talk = Array.from({ length: 30 }, (_, n) => line(n + 2, BRAM, `Lunch number ${n}.`));
    const { evidence, lastMoveAt, rung } = only([ask, ...talk]);
    expect(lastMoveAt < hour(14)).toBe(true);
    expect(evidence.length).toBeLessThan(14);
    expect(rung).toBeLessThan(5);
    const which = line(2, BRAM, 'Which one?', act('question', 'Which one?'));
    const others = Array.from({ length: 30 }, (_, n) => line(n + 3, NORA, `Lunch number ${n}.`));
    expect(only([ask, which, ...others]).lastMoveAt < hour(14)).toBe(true);
    // Spoken of by name, it is talked over again from there.
    const again = line(33, NORA, 'The firing schedule is still open.');
    const yes = line(34, BRAM, 'ok', act('acceptance', 'ok'));
    expect(only([ask, ...talk, again, yes]).rung).toBe(5);
  });
});

describe('elsewhere', () => {
  const [ours] = correlate([asked], ctx);
  const inChat = (at: number, from: Person, to: Person, ...acts: Act[]) =>
    said(chat('19:e', at, at, from, [from, to], ''), acts);
  const found = (...others: Utterance[]) =>
    ours ? elsewhere(ours, others).map((e) => e.kind) : [];

  test('the taker speaks of the same work where the giver can see it', () => {
    const yes = act('commitment', 'I will send the firing schedule tonight.');
    expect(found(inChat(2, BRAM, NORA, yes))).toEqual(['taken']);
    expect(found(inChat(2, BRAM, OTTO, yes))).toEqual([]);
    expect(found(inChat(2, OTTO, NORA, yes))).toEqual([]);
    expect(found(inChat(2, BRAM, NORA, act('acceptance', 'On it.')))).toEqual([]);
    expect(found(inChat(0, BRAM, NORA, yes))).toEqual([]);
  });

  test('what is said after it arrived is not counted', () => {
    const here = inChat(2, BRAM, NORA, act('delivery', 'Here is the firing schedule.'));
    const later = inChat(5, BRAM, NORA, act('commitment', 'I will redo the firing schedule.'));
    expect(found(later, here)).toEqual(['done']);
    expect(
      ours &&
        elsewhere({ ...ours, reopenedAt: Date.parse(hour(3)) }, [here, later]).map((e) => e.kind),
    ).toEqual(['done', 'taken']);
  });
});

test.each([
  ['please send me the signed lease', 1],
  ['you should see the lake', 0],
])('an unsure ask is held where it is surely owed: %s', (words, many) => {
  const unsure = act('request', words, { confidence: 0.55 });
  expect(held([said(mail('u1', 0, NORA, BRAM, ''), [unsure])])).toHaveLength(many);
});
