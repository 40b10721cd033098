import { describe, expect, test } from 'vitest';
import { HELD, readText } from './index';

/** The day of the last thing asked or promised in a mail of Tuesday 10 March. */
const dueOf = (text: string): string | null | undefined =>
  readText({
    ...{ text, channel: 'mail', sentAt: '2026-03-10T09:00:00+01:00', timeZone: 'Europe/Paris' },
  })
    .acts.filter((a) => a.confidence >= HELD && ASKS.has(a.kind))
    .at(-1)
    ?.due?.at?.slice(0, 10);
const ASKS: ReadonlySet<string> = new Set(['request', 'question']);

describe('what an ask is for is told right behind it', () => {
  test.each([
    ['Can you cut keys for the two cleaners? They begin on Wednesday 18 March.', '2026-03-18'],
    ['Could you find a locker for Iolo? He is starting with us on Monday.', '2026-03-16'],
    ['Would you reserve a bay for Ms Aoki? She arrives on Thursday 19 March.', '2026-03-19'],
    ['Please lay out chairs for the jurors. They are coming Sunday.', '2026-03-15'],
    ['Could you stretch the awning for the market? It opens on the 21st.', '2026-03-21'],
    ['Could you get us the boat papers? We sail on Friday.', '2026-03-13'],
    ['Could you have the lamps rewired? The ferry leaves on the 20th.', '2026-03-20'],
    ['Could you sign a card for Oona? It is her last day on Friday.', '2026-03-13'],
    ['Could you leave the ladder at the gate? I will collect it on Friday.', '2026-03-13'],
  ])('%s', (text, at) => {
    expect(dueOf(text)).toBe(at);
  });

  test.each([
    'Could you send me the deed? I am off on Friday.',
    'Could you send me the deed? The registry is closed on the 21st.',
    'Could you weigh the crates? They arrive on Friday.',
    'Could you read the novel? It comes out on Friday.',
    'Could you ask Iolo? He gets back on Monday.',
    'Could you send me the deed? He might start on Monday.',
    'Could you send me the deed? She started on Monday.',
    'Could you check the tiles? If they start on Monday we are fine.',
    'Could you tell me when the course starts? I think it starts on Monday.',
    'Could you send me the photos? It was on Saturday.',
    'Could you mend the tap? It is Friday and nobody is here.',
    'Could you mend the tap? It is 4pm already.',
    'How was the race? The market opens on Friday.',
    'Could you mend the tap? They start next week.',
    'The blue, please. The ferry leaves on Friday.',
  ])('no deadline: %s', (text) => {
    expect(dueOf(text)).toBeUndefined();
  });
});

describe('what an ask is for is told before it', () => {
  test.each([
    ['The hearing is set for Thursday 19 March. Could you attend?', '2026-03-19'],
    ['We are holding the open forge on Thursday. Would you join us?', '2026-03-12'],
    ['Iolo starts on Monday. Can you set up his bench?', '2026-03-16'],
    ['The kiln firing is on the 19th. Could you stack the wood for it?', '2026-03-19'],
    ['Our regatta takes place on 25 March. Please send me the regatta list.', '2026-03-25'],
    ['The sweep is coming on Friday. Could you let him in?', '2026-03-13'],
    ["I'll be by on Friday to pick up the frames. Please have them wrapped.", '2026-03-13'],
    ['Just to confirm I am collecting the kayak on Friday. Can you have it hosed?', '2026-03-13'],
  ])('%s', (text, at) => {
    expect(dueOf(text)).toBe(at);
  });

  test.each([
    'I saw them on Monday. Can you send them the photos?',
    'We met on Thursday. Can you attend?',
    'The fête is on Friday. Can you send me the tax form?',
    'The hearing is on Thursday. Can you send me the outcome of the hearing?',
    'My aunt is coming on Friday. Could you send me the tax form?',
    'The new loom arrives on Thursday. Could you install it?',
    "I'll come by on Friday to drop off the frames. Please check them.",
    'The museum is open on Friday. Could you check the prices?',
    'Kit will be with you on Friday. You have to dig the papers out for it?',
    'The market opens on Friday.\n\nCould you join the call?',
  ])('no deadline: %s', (text) => {
    expect(dueOf(text)).toBeUndefined();
  });
});

describe('what an ask is for is told in its own sentence', () => {
  test.each([
    ['can you get him a pass, he starts monday', '2026-03-16'],
    ['can you mend the fence before the goats come, theyre coming sunday', '2026-03-15'],
    ['Can you set up a bench for the two people who start on Monday?', '2026-03-16'],
    ['Could you order supper for the crew arriving on Friday?', '2026-03-13'],
    ['Will you ever play it for my uncle, who is ninety on Monday?', '2026-03-16'],
    ['My train is on Friday, so could you sign the form?', '2026-03-13'],
    ['Since she starts on Monday, could you order her a phone?', '2026-03-16'],
  ])('%s', (text, at) => {
    expect(dueOf(text)).toBe(at);
  });

  test.each([
    'Can you find out who starts on Monday?',
    'Can you give me the name of the man who comes on Monday?',
    'Could you let me know whether they start on Monday?',
    'I turn 66 on the 30th, where did the years go?',
    'Can you reply to Ana, who was here on Monday?',
    'Could you tell him my train is on Friday?',
  ])('no deadline: %s', (text) => {
    expect(dueOf(text)).toBeUndefined();
  });
});

test('a promise is kept for an occasion where it names whom it is for', () => {
  const promised = (text: string) =>
    readText({ text, channel: 'mail', sentAt: '2026-03-10T09:00:00+01:00' }).acts.find(
      (a) => a.kind === 'commitment',
    )?.due?.at;
  expect(promised("I'll get her badge made. She starts on Monday.")).toBe('2026-03-16');
  expect(promised("I'll get the badge made. We open the hall on Monday.")).toBeUndefined();
});

test('the day of another ask stays with it', () => {
  const { acts } = readText({
    text: 'Could you post the frames? Please ring Iolo, he starts on Monday.',
    channel: 'mail',
    sentAt: '2026-03-10T09:00:00+01:00',
  });
  expect(acts.map((a) => a.due?.at)).toEqual([undefined, '2026-03-16']);
});
