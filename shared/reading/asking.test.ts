import { expect, test } from 'vitest';
import type { ActKind } from '../handoff/act';
import { HELD, readText } from './index';

const ana = { name: 'Ana Brandt', address: 'ana@yew.example' };
const bo = { name: 'Bo Lind', address: 'bo@yew.example' };

const kinds = (text: string): ActKind[] => [
  ...new Set(
    readText({ text, channel: 'mail', from: ana, to: [bo] })
      .acts.filter((a) => a.confidence >= HELD)
      .map((a) => a.kind),
  ),
];
const asks = (text: string): boolean =>
  kinds(text).some((k) => k === 'request' || k === 'question');

test.each([
  ['half a sentence', 'Can it?'],
  ['half a sentence', 'Could we'],
  ['half a sentence', 'Could you?'],
  ['a courtesy turned round', 'Should you have any concerns, do not hesitate to write to me.'],
  ['what is enclosed', 'Please find our tariff for the spring enclosed.'],
  ['joining in', "Oh, I'd love to see that as well, Wim wondered about it on Friday."],
  ['an offer of help', 'Let me know what I can do to help.'],
  ['an offer of help', 'Please let me know if I can be of any help.'],
  ['an offer of help', "Any time, give us a yell whenever you're stuck."],
  ['an offer of more', 'Please let me know if you need a copy.'],
  ['an offer of more', "If you'd like her to send you the plan, please let me know."],
  ['an offer of more', 'Please call me for further background.'],
  ['a greeting', 'Have a lovely Easter, all!'],
  ['nothing to do', 'Please use Lot D. No action needed.'],
  [
    'handed over with nothing to do',
    'The seating plan is attached for your folder. You saw it on Friday, so there is nothing for you to do.',
  ],
  ['what may never come to pass', 'Kim, if something changes please tell Ada directly.'],
  ['what may never come to pass', 'Should anything go wrong, ring the night desk.'],
  ['a banner', 'Please respond to kim.holt@yew.example'],
  ['a banner', 'Please respond to Kim Holt'],
  ['a disclaimer', 'If you have received this message in error, please notify the sender.'],
  ['a disclaimer', 'You may have got this note by mistake. Please delete it.'],
])('%s asks nothing: %s', (_what, text) => {
  expect(asks(text)).toBe(false);
});

test.each([
  'Please respond to the auditor by Friday.',
  'Attached is the route map, sheet 4, for your check of the road classes.',
  'Anna, I think this lands with you these days.',
  'If anything is missing, please tell me by Friday.',
  'If the client signs, please book the hall.',
  'Please respond to Kim about the invoice.',
  'Let me know when you want to discuss the budget, Tuesday or Friday?',
  'Let me know if the crane is booked for Monday.',
  'Please send me the signed form, no reply needed.',
  'Could you help me with the crates?',
  'B7 is approved, you can start the insert.',
])('still asks: %s', (text) => {
  expect(asks(text)).toBe(true);
});

test('an acceptance that promises is no request', () => {
  const found = kinds("That works, I'll tell the venue.");
  expect(found).toContain('commitment');
  expect(found).not.toContain('request');
});

test.each<[ActKind, boolean, string]>([
  ['commitment', true, 'The rest will follow shortly.'],
  ['commitment', true, "I'll find out when the crane is free."],
  ['commitment', true, "I'm checking."],
  ['commitment', false, 'Lunch will start at 11.'],
  ['commitment', false, 'We shall have better figures by then.'],
  ['delivery', true, 'I am sending the revised drawing.'],
  ['delivery', true, 'Below are the notes from today.'],
  ['acknowledgement', false, 'Comments should be received no later than Friday.'],
  ['acceptance', false, 'Of course, this is rather presumptuous.'],
])('%s %s: %s', (kind, held, text) => {
  expect(kinds(text).includes(kind)).toBe(held);
});

test.each([
  'I need the seat numbers for the matinee.',
  "I'd like to have the stamped plans back before 14 May.",
  'Kindly revert with the seat numbers.',
  'Someone must ring the ferry office before noon.',
  'The lift sticks on two; please get its door looked at.',
  'Bo: I need the key numbers for the annexe.',
  'For the north stand I need the seat plan by Friday.',
  "I'd be glad of the ticket stubs.",
  'I could do with the spare fuses.',
  'We also want to know whether the hall has a ramp.',
  'You ring the caterers and I lay the tables?',
  'I need seventeen camp beds Saturday.',
  'We need 300 more of the grey envelopes, for the mailing of 2 May.',
  'We also require the signed tenancy for flat 9.',
  "I'd need a floor plan for the 12th.",
  'Bo we need 8 stewards for the fun run',
  'how many ladders are left in the yard',
  'what time does the organist get in tomorrow',
  'which room are we in for the panel',
  "how's the stall coming along, the one by the gate",
  'Here is the lease; please go through the fourth page and say whether the garden goes with the flat.',
])('asks for a thing: %s', (text) => {
  expect(asks(text)).toBe(true);
});

test.each([
  'I need the rest of the day off my feet.',
  'I need two more days.',
  'We need a dozen hands.',
  'I need a break this Friday.',
  'If anything is too much, pass it my way, I am around.',
  'Leave that with me.',
])('asks for nothing: %s', (text) => {
  expect(asks(text)).toBe(false);
});

test.each([
  'As agreed on the phone, all settled - the keys lie at the desk.',
  'All settled.',
  "I've been through the seating list twice, it fits.",
])('is done: %s', (text) => {
  expect(kinds(text)).toContain('completion');
});
test('what is done when something else happens is not done', () => {
  expect(kinds("It's done when the inspector signs.")).not.toContain('completion');
});
test('a promise may call itself agreed', () => {
  expect(kinds('As agreed, I will repaint the sign by Friday.')).toContain('commitment');
});
test('away and sorry is no yes', () => {
  expect(kinds("I'm in Porto on the ninth, sorry!")).not.toContain('acceptance');
  expect(kinds("I'm in!")).toContain('acceptance');
});

test('a choice told to all is a weaker promise than a deed', () => {
  const sure = (text: string) =>
    readText({ text, channel: 'mail', from: ana, to: [bo] }).acts.find(
      (a) => a.kind === 'commitment',
    )?.confidence ?? 0;
  expect(sure("We'll go with the matt paper.")).toBeLessThan(0.7);
  expect(sure("We'll tape the talk so nobody needs to come back.")).toBeLessThan(0.7);
  expect(sure("We'll send the matt paper.")).toBeGreaterThanOrEqual(0.7);
});

test('a deed laid to the reader is a request, what they have or know is asked', () => {
  expect(kinds('And you fetch the banners?')).toContain('request');
  expect(kinds('You have the banners?')).toEqual(['question']);
});

test('two things with a day each are two asks', () => {
  const asked = (text: string) =>
    readText({
      text,
      channel: 'mail',
      from: ana,
      to: [bo],
      sentAt: '2026-03-10T15:20:00+01:00',
    }).acts.filter((a) => a.kind === 'request' && a.confidence >= HELD);
  expect(
    asked(
      'Please send the posters by Thursday. For the gate we need the steel sign by 20 March.',
    ).map((a) => a.due?.at),
  ).toEqual(['2026-03-12', '2026-03-20']);
  expect(asked('Please send the posters. We need the posters by 20 March.')).toHaveLength(1);
});

test('a promise that hangs on the reader is no ask, and advice is asked for by a question', () => {
  expect(kinds('We shall choose the carpet as soon as we have your room sizes.')).not.toContain(
    'request',
  );
  expect(kinds('What should we do?')).toEqual(['question']);
  expect(kinds('The floor plan follows tomorrow.')).toContain('commitment');
});

// Whatever the table of promises makes of the words.
test.each([
  ['You will have the two keys on Monday.', true],
  ['The second crate follows tomorrow.', true],
  ["I'll be in Turin on Monday.", false],
  ["I'll survive without the ladder.", false],
  ["Send me the width and I'll cut it.", true],
])('what the rules know of a promise: %s', (text, promised) => {
  expect(kinds(text).includes('commitment')).toBe(promised);
});

test('an ask and a promise in one sentence, both seen by the rules, are both held', () => {
  expect(kinds("Tell me which hinge you want and I'll fit it.")).toEqual(
    expect.arrayContaining(['request', 'commitment']),
  );
});

test('what comes by a day is held as surely as the rules have it', () => {
  const [act] = readText({
    text: 'You will have the two keys on Monday.',
    channel: 'mail',
    from: ana,
    to: [bo],
  }).acts;
  expect(act?.confidence).toBeGreaterThanOrEqual(0.7);
});
