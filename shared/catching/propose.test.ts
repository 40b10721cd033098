import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, deskAt, fact, handoff, MIRA, ODETTE, PIM, TOMAS } from '../handoff/fixtures';
import type { Person, SourceRef } from '../handoff/item';
import { EvidenceKind, type Catch, type Handoff } from '../handoff/model';
import { standing } from '../handoff/standing';
import type { ProposeContext } from './base';
import { propose } from './propose';

const LATE = at(24 * 14);
const CHAT: SourceRef = { kind: 'chat', id: '19:pair/55' };
const LAST: SourceRef = { kind: 'mail', id: 'last@lantern.example' };

function proposed(h: Handoff, over: Partial<ProposeContext> & { at?: string } = {}): Catch | null {
  const now = over.at ?? LATE;
  const me = over.me ?? [MIRA];
  return propose(h, standing(h, deskAt(now, { me })), {
    now: Date.parse(now),
    me,
    chatWith: () => null,
    placeOf: () => null,
    usualHands: () => [],
    lastMessage: LAST,
    ...over,
  });
}

describe('nothing is proposed', () => {
  test.each([
    ['while silence is fine', handoff(), at(1)],
    ['for what is closed', handoff([fact('done', 1)]), LATE],
    ['for what is between two others', handoff([], { observed: true }), LATE],
    ['to somebody without an address', handoff([], { taker: { name: 'Sol', address: '' } }), LATE],
  ])('%s', (_, h, now) => {
    expect(proposed(h, { at: now })).toBeNull();
  });

  test('to appoint a hand for what somebody else asked of a group', () => {
    expect(proposed(handoff([], { taker: null, giver: PIM }), { me: [ODETTE] })).toBeNull();
  });
});

describe('what is proposed', () => {
  test('asked and silent: is it theirs, in the thread where it belongs', () => {
    const c = proposed(handoff());
    expect(c).toMatchObject({
      verb: 'draft',
      to: [TOMAS],
      channel: 'mail',
      subject: 'Re: Tariff sheet',
      inReplyTo: LAST,
    });
    expect(c?.body).toContain('Could you send the tariff sheet for Dock Nine?');
  });

  test('without a later message it answers the one that opened it', () => {
    expect(proposed(handoff(), { lastMessage: null })?.inReplyTo).toEqual(handoff().source);
  });

  test('taken and silent: where it stands', () => {
    expect(proposed(handoff([fact('taken', 1)]))?.body).toContain('Where does this stand');
  });

  test('a part has come: when the rest does, by mail and then in chat', () => {
    const part = [fact('partial', 1)];
    const c = proposed(handoff(part));
    expect(c?.body).toContain('When can the rest be here?');
    expect(c?.oneTap).toBeUndefined();
    const again = handoff([...part, fact('reminded', 30)]);
    const chat = proposed(again, { chatWith: () => CHAT });
    expect(chat).toMatchObject({ channel: 'chat', to: [TOMAS] });
    expect(chat?.body).toContain('when can the rest be here?');
    expect(proposed(handoff([...part, fact('replied', 3)]))?.body).toContain('Is it with you?');
  });

  test('one-tap answers fit where somebody is asked whether they have it, and nowhere else', () => {
    expect(proposed(handoff())?.oneTap).toBeDefined();
    expect(proposed(handoff([fact('taken', 1)]))?.oneTap).toBeUndefined();
    expect(proposed(handoff(), { me: [TOMAS] })?.oneTap).toBeUndefined();
    expect(proposed(handoff([fact('questioned', 1)]))?.oneTap).toBeUndefined();
    const asked = { source: { kind: 'chat' as const, id: 'c/1' } };
    expect(proposed(handoff([], asked))?.oneTap).toBeUndefined();
  });

  test('the day that is offered is the one it is due, as long as it is to come', () => {
    const due = (day: string) => ({ due: { at: day, text: 'by then', source: 'words' as const } });
    expect(proposed(handoff([], due('2031-10-14')))?.oneTap?.day).toBe('14 October 2031');
    expect(proposed(handoff([], due('2020-10-14')))?.oneTap?.day).toBe('');
  });

  test('my own to do: the answer that should have been sent', () => {
    const c = proposed(handoff(), { me: [TOMAS] });
    expect(c).toMatchObject({ verb: 'draft', to: [MIRA] });
    expect(c?.body).toContain('It is with me.');
  });

  test('asked back: their question on top of my answer', () => {
    const c = proposed(handoff([fact('questioned', 1, { quote: 'Which dock?' })]));
    expect(c?.to).toEqual([TOMAS]);
    expect(c?.body).toContain('You wrote: “Which dock?”');
  });

  test('away: whoever the note names, in a thread of its own', () => {
    const away = handoff([fact('absent', 1, { until: at(24 * 30), to: PIM })], {
      due: { at: '2026-03-06', text: 'by Friday', source: 'words' },
    });
    expect(proposed(away)).toMatchObject({
      verb: 'route',
      to: [PIM],
      inReplyTo: null,
      channel: 'mail',
      reasons: [
        'Tomas Vey is away until 2026-04-01; the absence note names Pim Saris.',
        expect.any(String),
      ],
    });
  });

  test('back again: the person themselves, not who covered', () => {
    const back = handoff([fact('absent', 1, { until: at(24 * 2), to: PIM })]);
    expect(proposed(back)?.to).toEqual([TOMAS]);
  });

  test.each([
    ['names nobody', null],
    ['names somebody without an address', { name: 'Sol Brand', address: '' }],
    ['names me', MIRA],
  ])('away and the note %s: the draft says that they are away (I6)', (_, to) => {
    const c = proposed(handoff([fact('absent', 1, { to })]));
    expect(c?.to).toEqual([TOMAS]);
    expect(c?.reasons[0]).toBe('Tomas Vey is away, and there is nobody else to ask.');
  });

  test('declined with a name: that person, with who named them', () => {
    const c = proposed(handoff([fact('redirected', 1, { to: PIM })]));
    expect(c).toMatchObject({ verb: 'route', to: [PIM], inReplyTo: null });
    expect(c?.body).toContain('Tomas Vey points to you');
    expect(proposed(handoff([fact('declined', 1)]))?.to).toEqual([TOMAS]);
  });

  test('both wait: the open move, to the other end', () => {
    const both = handoff([fact('waiting', 1), fact('reminded', 3)]);
    expect(proposed(both)).toMatchObject({ verb: 'surface', to: [TOMAS] });
    expect(proposed(both, { me: [TOMAS] })).toMatchObject({ verb: 'surface', to: [MIRA] });
    expect(proposed(both, { me: [PIM] })?.to).toEqual([MIRA, TOMAS]);
  });

  test('a group: one of them by name, then the next, and after the last nobody', () => {
    const asked = (n: number) =>
      handoff(
        Array.from({ length: n }, (_, i) => fact('reminded', i + 1)),
        { taker: null },
      );
    expect(proposed(asked(0))?.to).toEqual([TOMAS]);
    expect(proposed(asked(1))?.to).toEqual([ODETTE]);
    expect(proposed(asked(2))).toBeNull();
  });
});

describe('not twice in one channel (I7)', () => {
  test('reminded by mail: by chat when there is one, else nothing', () => {
    const reminded = handoff([fact('reminded', 5)]);
    expect(proposed(reminded)).toBeNull();
    expect(proposed(reminded, { chatWith: () => CHAT })).toMatchObject({
      channel: 'chat',
      inReplyTo: CHAT,
      to: [TOMAS],
      reasons: ['Already asked again by mail.', 'A chat with them exists.', expect.any(String)],
    });
  });

  test('reminded in chat: nothing more to this person', () => {
    const source = { kind: 'chat', id: '19:pair/1' } as const;
    const inChat = handoff([fact('reminded', 5)], { source });
    expect(proposed(inChat, { chatWith: () => CHAT })).toBeNull();
  });

  test('a mail that came back is told anew once, with the address to be looked at', () => {
    const bounced = handoff([fact('bounced', 1)]);
    expect(proposed(bounced)).toMatchObject({ verb: 'draft', to: [TOMAS], inReplyTo: null });
    expect(proposed(bounced)?.reasons[0]).toContain('the address wants checking');
    const twice = [fact('bounced', 1), fact('reminded', 5), fact('bounced', 6)];
    expect(proposed(handoff(twice))).toBeNull();
    expect(proposed(bounced, { chatWith: () => CHAT })?.channel).toBe('chat');
  });

  test('a mail that came back goes to one of the same house who has it, else to nobody else', () => {
    const bounced = handoff([fact('bounced', 1)]);
    const stranger = { name: 'Ann', address: 'ann@elsewhere.example' };
    const near = { name: 'Lena Falk', address: 'lena@lantern.example' };
    expect(proposed(bounced, { onThread: () => [MIRA, stranger, near] })).toMatchObject({
      verb: 'route',
      to: [near],
    });
    expect(proposed(bounced, { onThread: () => [stranger] })).toMatchObject({ to: [TOMAS] });
  });

  test('sent anew after it came back, it is waited for again', () => {
    expect(handoff([fact('bounced', 1), fact('reminded', 5)]).turn).toBe('taker');
  });
});

describe('whatever is known', () => {
  const facts = fc.array(
    fc
      .record({
        kind: fc.constantFrom(...EvidenceKind.options),
        hour: fc.nat(40),
        end: fc.constantFrom('giver' as const, 'taker' as const),
        to: fc.constantFrom<Person | null>(null, MIRA, TOMAS, PIM),
        until: fc.constantFrom(null, at(50), at(24 * 40)),
      })
      .map(({ kind, hour, ...over }) => fact(kind, hour, over)),
    { maxLength: 6 },
  );
  const ends = fc.constantFrom<[Person, Person | null]>(
    [MIRA, TOMAS],
    [TOMAS, MIRA],
    [MIRA, null],
    [PIM, MIRA],
  );
  const acts = fc.constantFrom('request', 'question', 'commitment', 'completion');

  test('never to oneself, always to somebody with an address, with a reason', () => {
    fc.assert(
      fc.property(facts, ends, acts, fc.boolean(), (list, [giver, taker], act, chat) => {
        const h = handoff(list, { giver, taker, act, asked: [MIRA, TOMAS, ODETTE] });
        const c = proposed(h, { chatWith: () => (chat ? CHAT : null) });
        if (!c) return;
        expect(c.to.length).toBeGreaterThan(0);
        for (const person of [...c.to, ...c.cc]) {
          expect(person.address).not.toBe(MIRA.address);
          expect(person.address).not.toBe('');
        }
        expect(c.reasons.length).toBeGreaterThan(0);
        expect(c.reasons).not.toContain('');
        expect(c.body).not.toMatch(/!|undefined|null/);
        expect(c.body).not.toBe('');
      }),
      { numRuns: 200 },
    );
  });

  test('one reminder since their last word is the last in that channel', () => {
    fc.assert(
      fc.property(facts, (list) => {
        const h = handoff([...list, fact('reminded', 60)]);
        const c = proposed(h);
        if (h.turn === 'taker' && c?.verb === 'draft') expect(c.channel).toBe('chat');
      }),
      { numRuns: 150 },
    );
  });
});
