import { describe, expect, test } from 'vitest';
import { HELD, readText } from './index';

const ANN = { name: 'Ann Poe', address: 'ann@kiln.example' };
const BOB = { name: 'Bob Lee', address: 'bob@kiln.example' };
const CY = { name: 'Cy Dow', address: 'cy@kiln.example' };

const read = (
  text: string,
  over: { channel?: 'mail' | 'chat' | 'meeting'; to?: (typeof ANN)[] } = {},
) =>
  readText({
    ...{ text, from: ANN, to: over.to ?? [BOB], channel: over.channel ?? 'mail' },
    sentAt: '2026-03-10T15:20:00+01:00',
    timeZone: 'Europe/Paris',
  }).acts.filter((act) => act.confidence >= HELD);
const kinds = (...args: Parameters<typeof read>) => read(...args).map((act) => act.kind);

describe('asking', () => {
  test('what takes an object behind "please" is a verb, known or not', () => {
    expect(kinds('pls descale the two boilers')).toEqual(['request']);
    expect(kinds('Please rewax my moulds.')).toEqual(['request']);
  });

  test('handing a thing over to the reader asks them for the next step', () => {
    expect(kinds('Here are the sorted shards, over to you for the glueing.')).toContain('request');
  });

  test('who may come if they like is asked nothing', () => {
    expect(kinds('We fire at noon, do drop in if you fancy.', { to: [BOB, CY] })).toEqual([]);
    expect(kinds('Holler if anything is unclear.', { to: [BOB, CY] })).toEqual([]);
  });
});

describe('answering', () => {
  test('a thing named as mine is taken, a fault is not', () => {
    expect(kinds('The chimney is mine.')).toContain('acceptance');
    expect(kinds('The mistake is mine.')).toEqual([]);
  });

  test('"yep", and the deed going on', () => {
    expect(kinds('yep got it, loading them tonight', { channel: 'chat' })).toEqual(['acceptance']);
  });

  test('what is up and about is not handed over', () => {
    expect(kinds('clay prices are up again', { channel: 'chat' })).not.toContain('delivery');
    expect(kinds('The list is up on the board.')).toContain('delivery');
  });

  test('a choice by name is a decision; a day off is none', () => {
    expect(
      kinds('Right, then we go with Terrahaus for the clay.', { channel: 'meeting' }),
    ).toContain('decision');
    expect(kinds('We take Friday off.', { channel: 'meeting' })).not.toContain('decision');
  });
});

describe('the day it is for', () => {
  const due = (text: string) => read(text)[0]?.due?.at;

  test('a promise is for the day it is ready, not for where it begins or what keeps its author', () => {
    expect(due("I'll have it for you on Friday, I'm at the fair till Thursday.")).toBe(
      '2026-03-13',
    );
    expect(due("I'll start on Wednesday and show you shapes on Friday.")).toBe('2026-03-13');
  });

  test('who needs it by when, in the sentence behind, is the deadline', () => {
    expect(due('Could you tell us the size of the crate? It must go out by Monday 16 March.')).toBe(
      '2026-03-16',
    );
    expect(
      due(
        'Can you reserve the tent for the market on the 28th of March? The owner wants to know by Friday.',
      ),
    ).toBe('2026-03-13');
  });

  test('a second thing needed is an ask of its own', () => {
    expect(
      read('Could you send me the crate list? I also need the weights by Friday.'),
    ).toMatchObject([{ kind: 'request' }, { kind: 'request', due: { at: '2026-03-13' } }]);
  });

  test('other languages: a lot’s number is no day, and a day at the end is one', () => {
    expect(due('El del 17 te lo mando mañana.')).toBe('2026-03-11');
    expect(due('Necesito que laves los moldes el viernes')).toBe('2026-03-13');
    expect(due('Kannst du die Formen am Freitag waschen?')).toBe('2026-03-13');
    expect(due('¿Puedes revisar el acta de la reunión del viernes?')).toBeUndefined();
  });
});

describe('asked and answered', () => {
  test('in one breath it asks nobody', () => {
    expect(kinds('Do we need more cones? No, I counted them twice.')).not.toContain('question');
    expect(kinds('Do we need more cones? No rush.')).toContain('question');
    expect(kinds('Could you weigh the clay? No great hurry, but Cy asked.')).toContain('request');
    expect(kinds('Is the kiln free? No we sold it.')).not.toContain('question');
  });

  test('"no" and a week, or nothing left, declines', () => {
    expect(kinds('No, not this week, the road is shut.')).toContain('decline');
    expect(kinds('none left in the shed, sorry')).toContain('decline');
  });

  test('on my list is taken', () => {
    expect(kinds('On my list for Friday!')).toContain('acceptance');
  });

  test('a deed that is needed of the reader is asked of them, however it is put', () => {
    expect(kinds('I would need that you transfer the rest of the money.')).toContain('request');
  });

  test('"decided", and what', () => {
    expect(kinds('Okay, decided, we open on Sundays from May.', { channel: 'meeting' })).toContain(
      'decision',
    );
  });

  test('what is needed by when may stand before the ask', () => {
    expect(
      read('The dues must be paid by Friday or we lose the stall. Would you see to that?').find(
        (a) => a.kind === 'request',
      )?.due?.at,
    ).toBe('2026-03-13');
  });
});

describe('what reads as asking and is none', () => {
  const FORM = `Kiln survey 2026

Which kiln do you use? (Gas, Wood, Electric)
If yes, how often do you fire it?
Do you have a shared shelf? (Yes/No)
If no, where do you store your work?
Name: ________`;

  test('the questions of a form are the form’s', () => {
    expect(kinds(FORM)).toEqual([]);
    expect(
      kinds(
        'Bob,\n\nWhich kiln do you use?\nHow often do you fire it?\nWhere do you store your work?',
      ),
    ).toContain('question');
  });

  test('a sentence broken twice by a mail program is one', () => {
    const [first] = read(
      'When you are back from the fair could we have a call with you, me, \nOtto\nand whoever is at the works to go on with the plan?',
    );
    expect(first?.quote).toMatch(/^When you are back[^]*plan\?$/);
  });

  test('an opinion of all, a quote mark gone wrong, and a plea for patience', () => {
    expect(kinds('I believe we should be using more of the old glazes.')).toEqual([]);
    expect(kinds('Shaping is the heart of the craft.?')).toEqual([]);
    expect(kinds('Bear with me if you have had this already.')).not.toContain('request');
    expect(kinds('We will do nothing but lose clay if the roof leaks.')).toEqual([]);
  });
});

test('behind a name in a list a verb commands, though it may be a noun elsewhere', () => {
  expect(
    read('Please:\n\n- Bob: pack fresh buckets for the yard\n- Cy: stock check', {
      to: [BOB, CY],
    }).map((act) => act.quote),
  ).toContain('Bob: pack fresh buckets for the yard');
});

describe('a row of points', () => {
  const LIST =
    'Three things.\n\n1. Send me photos of the plates. Cy would like them.\n2. Can you order the clay?\n3. ';

  test('beside one that surely asks, a deed or a need asks as well', () => {
    const asked = read(`${LIST}I need two helpers Friday 13 March for the kiln.`);
    expect(asked.map((act) => [act.kind, act.due?.at])).toEqual([
      ['request', undefined],
      ['request', undefined],
      ['request', '2026-03-13'],
    ]);
  });

  test('one ask among what is told makes none of the rest one', () => {
    const told =
      'From today:\n\n- The budget is fine\n- We need a new kiln some day\n- Please send me the list\n- Cy was late';
    expect(kinds(told)).toEqual(['request']);
  });

  test('a question that only leads down to its points asks nothing by itself', () => {
    const quotes = read(
      'Could you help with these?\n\n1. Please send the list.\n2. Is the kiln on?',
    );
    expect(quotes.map((act) => act.quote)).toEqual(['Please send the list.', 'Is the kiln on?']);
  });
});

describe('not there yet', () => {
  test.each([
    ['For your information, the moulds lie at Ghent and the keeper has been written to.', []],
    ["I've put it in the planner so it is not lost.", ['acceptance']],
    ['Received, and I have set aside Thursday for them.', 'acceptance'],
    ['Thank you for the commission, which we gladly accept.', 'acceptance'],
    ['Do please disregard that.', ['withdrawal']],
    ['Here, then, is the schedule of firings.', ['delivery']],
    ["It's Cy Dow you want for the clay.", ['redirect']],
    ["I'll have to ask the tenant and come back to you.", ['commitment']],
  ] as const)('%s', (text, expected) => {
    if (typeof expected === 'string') expect(kinds(text)).toContain(expected);
    else expect(kinds(text)).toEqual(expected);
  });

  test.each([
    ['I see Bob on Thursday, and you shall have the list on Friday.', '2026-03-13'],
    [
      'The plot will be with you on Monday 16 March; Cy is on another job until the weekend.',
      '2026-03-16',
    ],
  ])('the day of a promise is its own: %s', (text, at) => {
    expect(read(text).find((act) => act.kind === 'commitment')?.due?.at).toBe(at);
  });

  test('a day alone, or a deed of the writer by a day, dates the ask before it', () => {
    expect(read('can you count the plates? by thurs', { channel: 'chat' })[0]?.due?.at).toBe(
      '2026-03-12',
    );
    expect(read('Bay 6 or 7? I have to tell the drivers by Thursday.')[0]?.due?.at).toBe(
      '2026-03-12',
    );
  });
});
