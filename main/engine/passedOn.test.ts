import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, chat, LIEN, mail, NORA, VERA } from '../../tests/support/mail';

/** A chain that goes on in a thread of its own, and what its taker says of it. The person is Nora. */

const ask = mail(
  'a',
  0,
  NORA,
  BRAM,
  'Bram, could you look after the cracked shelf of the tunnel kiln by Friday 13 March?',
  { subject: 'Cracked shelf, tunnel kiln' },
);
const apart = (over: Parameters<typeof mail>[5] = {}) =>
  mail(
    'x',
    4,
    BRAM,
    VERA,
    'Dear Vera,\n\none of the cordierite plates has gone. Could you quote for a replacement by Tuesday 10 March?\n\nBram',
    { subject: 'Plate 60 x 40 for the tunnel', ...over },
  );
const told = (words: string, at = 5) => mail('t', at, BRAM, NORA, words, { answers: 'a' });

/** What is held once these came in this order, and in the other. */
function both(at: number, items: readonly Item[], look: (run: ReturnType<typeof running>) => void) {
  for (const order of [items, [...items].reverse()]) {
    const run = running(at);
    for (const item of order) run.take(item);
    look(run);
  }
}

test.each([
  'It is the maker’s fault, not ours. I asked Glaze for a new one.',
  'Not ours to mend. I have written to Vera Lunt about it.',
  'I’ve passed it on to Vera.',
  'It has gone to Glaze, they make them.',
])('told of, an ask in other words and another thread is the next link: %s', (words) => {
  both(24 * 10, [ask, apart(), told(words)], (run) => {
    const first = run.of('look after the cracked shelf');
    const link = run.of('quote for a replacement');
    expect(first).toMatchObject({ state: 'open', rung: 6, turn: 'taker', children: [link.id] });
    expect(first.why).toContain('It lies with Vera Lunt now.');
    expect(link).toMatchObject({ parent: first.id, observed: false, shape: 'unreceived', rung: 0 });
    expect(link.catch).toMatchObject({ verb: 'draft', to: [BRAM] });
    expect(link.catch?.body).toContain('Where does this stand');
  });
});

test.each([
  'Ringing Glaze about it now. We don’t cast those here.',
  'Can’t be mended here, sending it over to the maker today.',
])('a hand it is just being put with is no refusal: %s', (words) => {
  const run = running(30);
  run.take(ask, told(words));
  expect(run.of('look after the cracked shelf')).toMatchObject({ turn: 'taker', rung: 6 });
});

test.each([
  ['what they are about to do', 'Will do. I’ll write to the works in the morning.', 3],
  ['what they need first, and ask for at once', 'Mine, but I need the old drawing first.', 2],
])('the giver in copy of an ask soon after it: the next link, after %s', (_, words, at) => {
  const next = mail('x', 6, BRAM, VERA, 'Vera, which plate was in the tunnel before?', {
    subject: 'Plates of the tunnel kiln',
    cc: [NORA],
  });
  both(24 * 4, [ask, told(words, at), next], (run) => {
    const first = run.of('look after the cracked shelf');
    expect(first).toMatchObject({ turn: 'taker', rung: 6 });
    expect(run.of('which plate').parent).toBe(first.id);
  });
});

test('told in a chat, where the ask was a mail', () => {
  const said = chat(
    '19:nb',
    1,
    6,
    BRAM,
    [NORA, BRAM],
    'the tunnel shelf has gone to Glaze, it’s theirs',
  );
  both(24 * 10, [ask, apart(), said], (run) => {
    const first = run.of('look after the cracked shelf');
    expect(first).toMatchObject({ rung: 6, state: 'open' });
    expect(run.of('quote for a replacement').parent).toBe(first.id);
  });
});

test('nothing told, but the giver in copy, the words and the day of the work', () => {
  const seen = mail(
    'x',
    4,
    BRAM,
    VERA,
    'Vera, a shelf has cracked on us. Could you let me have a new one by Friday 13 March?',
    { subject: 'Tunnel kiln', cc: [NORA] },
  );
  both(24 * 10, [ask, seen], (run) => {
    expect(run.of('let me have a new one').parent).toBe(run.of('look after the cracked').id);
  });
});

test.each([
  ['nothing told, and little in common', apart(), told('Thanks, noted.')],
  [
    'another hand was told of',
    apart(),
    told('It is not ours to mend. I asked the insurer for a form.'),
  ],
  [
    'somebody else’s ask',
    mail('x', 4, LIEN, VERA, 'Vera, could you quote for a new tunnel plate by Tuesday 10 March?', {
      subject: 'Tunnel plate',
      cc: [NORA],
    }),
    told('I asked Glaze for a new one.'),
  ],
  [
    'asked of Vera, and of something else',
    mail('x', 4, BRAM, VERA, 'Vera, could you send me the autumn price list?', {
      subject: 'Prices',
    }),
    told('I asked Vera for a new one.'),
  ],
])('not the next link: %s', (_, onward, answer) => {
  both(24 * 10, [ask, onward, answer], (run) => {
    const link = run.held().find((h) => h.source.id === 'x@mail.example');
    expect(link?.parent ?? null).toBeNull();
  });
});

test.each([
  ['a refusal that points', 'That is not ours, please ask Otto.', 'giver'],
  ['a refusal and no more', 'Sorry, we cannot do that one.', 'giver'],
  ['nobody was asked yet', 'That is not ours. I have not asked Glaze.', 'giver'],
])('a decline stays one: %s', (_, words, turn) => {
  const run = running(30);
  run.take(ask, told(words));
  expect(run.of('look after the cracked shelf')).toMatchObject({ turn, rung: 4 });
});

test('what was asked for is to put it to somebody: then that is no passing on', () => {
  const run = running(30);
  run.take(
    mail('a', 0, NORA, BRAM, 'Bram, could you ask Otto for the kiln log by Friday?', {
      subject: 'Kiln log',
    }),
    told('I asked Otto.'),
  );
  const { evidence } = run.of('ask Otto for the kiln log');
  expect(evidence.map((e) => e.kind)).not.toContain('placed');
});

test.each([
  'Das liegt jetzt bei der Gießerei.',
  'J’ai demandé à la fonderie.',
  'Ik heb de gieterij gevraagd.',
])('said in another language it is in hand all the same: %s', (words) => {
  const run = running(30);
  run.take(ask, told(words));
  expect(run.of('look after the cracked shelf')).toMatchObject({
    state: 'open',
    rung: 6,
    turn: 'taker',
  });
});

test('answered by the third hand, the link closes and what was asked first stays open', () => {
  const back = mail('y', 20, VERA, BRAM, 'Dear Bram, the quote is attached.', {
    answers: 'x',
    attachments: ['quote.pdf'],
  });
  both(24 * 4, [ask, apart(), told('I asked Glaze for a new one.'), back], (run) => {
    expect(run.of('quote for a replacement').state).toBe('closed');
    expect(run.of('look after the cracked shelf').state).toBe('open');
  });
});

test('told bit by bit, in whatever order, it is held as told at once', () => {
  const chatted = chat('19:nb', 1, 7, BRAM, [NORA, BRAM], 'the tunnel shelf has gone to Glaze');
  const again = mail('b', 1, NORA, BRAM, 'Bram, could you sort the tunnel kiln door by Friday?', {
    subject: 'Door of the tunnel kiln',
  });
  const noted = mail('n', 9, NORA, BRAM, 'Clear, thanks.', { answers: 't' });
  const world = [
    ask,
    again,
    apart(),
    told('Not ours. I asked Glaze for a new one.'),
    chatted,
    noted,
  ];
  const held = (run: ReturnType<typeof running>) =>
    run
      .held()
      .map(({ id, parent, children, rung, state, turn, evidence }) =>
        JSON.stringify({
          id,
          parent,
          children,
          rung,
          state,
          turn,
          facts: evidence.map((e) => e.id).sort(),
        }),
      )
      .sort();
  const atOnce = running(24 * 10);
  atOnce.take(...world);
  const whole = held(atOnce);
  expect(whole.some((line) => line.includes('"rung":6'))).toBe(true);
  fc.assert(
    fc.property(fc.shuffledSubarray(world, { minLength: world.length }), (order) => {
      const run = running(24 * 10);
      for (const item of order) run.take(item);
      expect(held(run)).toEqual(whole);
    }),
    { numRuns: 15 },
  );
});
