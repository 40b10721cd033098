import { expect, test } from 'vitest';
import { HELD, readText } from '.';

/** What has the words of an ask and is nobody's work: out of reach, out of time, told of the past, or only handed over. */

const held = (text: string, channel: 'chat' | 'mail' = 'chat') =>
  readText({
    text,
    channel,
    sentAt: '2026-05-18T09:00:00Z',
    timeZone: 'UTC',
    from: { name: 'Ann Poe', address: 'ann@yew.example' },
    to: [
      { name: 'Bob Lee', address: 'bob@yew.example' },
      { name: 'Cy Dow', address: 'cy@yew.example' },
    ],
  }).acts.filter(
    (a) =>
      a.confidence >= HELD && ['request', 'question', 'commitment', 'acceptance'].includes(a.kind),
  );

test.each([
  // Nobody hears it.
  "somebody please tell the heron on the pond that it isn't on the payroll",
  'could somebody have a word with the weather',
  "can someone explain to the coffee machine that it's monday",
  'please ask the wind to calm down until the marquee is up',
  // Nobody can do it.
  'can we clone her',
  'can we keep him forever?',
  'can we please ban mondays',
  'can somebody turn the rain off for an hour',
  'can we frame this email',
  'will someone please give that man a medal',
  'please let this be the last form',
  // Nobody is to keep the writer from it.
  'remind me never to book a site visit on a Friday before Easter again',
  'remind me why I left the sea',
  "don't let me near the biscuit tin again",
  'never let me chair two meetings in one week',
  'next time I volunteer for a raffle, please stop me',
  // It does the reader good, or nothing but good is wished.
  'remember to breathe, everyone',
  'keep calm and carry on',
  'drink plenty of water out there today',
  'please give our warmest regards to the team in Graz',
  'give Nina a big hug from the whole ward',
  "let's hope the roof holds",
  'may your nets never be empty',
  'please tell me that was the last one',
  "we'll keep you in our thoughts",
  "I'll drink to that",
  "I'm going to pretend I didn't read that",
  'I owe you one',
  'note to self: check that the van has wheels',
  'Get home safe, all of you',
  'Keep dry out there this week',
  'ask me again in twenty years',
  "I'm going to frame this message",
  'please tell Otto he is a saint',
  'tell your sister she’s an absolute legend',
])('it is beyond anybody: %s', (text) => {
  expect(held(text)).toEqual([]);
});

test.each([
  'can someone tell the porter the lift is stuck',
  'somebody please tell the courier dock 2 is closed',
  'please ask the dog warden to come before noon',
  'please tell Otto he is a driver short on Friday',
  'can someone feed the office cat over the weekend?',
  'can we book her for the Thursday shift?',
  'can we keep the van until Friday?',
  'please turn down the radiator in room 4',
  'please give the new driver a badge',
  'remind me to book the site visit on Friday',
  'please remind me who signs the permits',
  'please never send the payslips to the shared box',
  'please let Ida know by noon',
  "please get some cake for Friday's party",
  'please send our best price to Olga',
  'remember to lock the cold store',
  'please take a break between 10 and 10:30 so we can test the alarm',
  'please let the tenant be informed before the works start',
  'keep warm clothes in the van, please',
  'please get the safe home from the workshop',
  'please keep the parcels dry and bring them on Monday',
  'please cancel the snow clearing for Sunday',
  'can you turn off the heat in the hall',
  'ask me again on Monday please',
  'I owe you the figures for March',
])('and somebody can do this: %s', (text) => {
  expect(held(text)).not.toEqual([]);
});

test.each([
  'any time you are in this building, chai is on chemistry',
  "If any of you are ever over this way, do give me a shout and I'll show you the harbour.",
  'Should your travels ever take you to Skagen, do look us up.',
  'Whenever you find yourselves in Porto, come and have the cod.',
  'Next time you are up in the hills, the coffee is on me.',
  "Any time you're down our way the kettle's on.",
  'You must come and see the orchard some time.',
  'If ever you need a good plasterer, ask me about my cousin.',
  "If your holidays ever bring you down here, we'll take you out on the boat.",
  'You must come up and see the orchard before the leaves fall.',
  'You two must come to dinner before the clocks change.',
  'We must have you both round for lunch.',
  'You really must bring the children to see the foals.',
  'Come and see the tulips before the rain!',
])('hospitality: %s', (text) => {
  expect(held(text, 'mail')).toEqual([]);
});

test.each([
  'Next time you are at the depot, please pick up the spare key.',
  'When you are next in the building, bring me the badge please.',
  'If you are ever going to change the locks, please do it before the 12th.',
  'If you are in the office on Monday, give me a call please.',
  'let me know any time before noon whether you can come',
  'If you are ever in doubt about an invoice, please call me before you pay it.',
  'You must come out and see the damage to the roof before the snow.',
  'You must bring the plants in before the frost.',
  'Please come to lunch with the client on Friday.',
])('and an ask, wherever it is done: %s', (text) => {
  expect(held(text, 'mail')).not.toEqual([]);
});

test.each([
  'Lady in 118 said please turn down the music. The bar was shut, it was the ice machine. I switched it off.',
  'Night nurse rang and said please bring up the spare bed, porter took it at 03:10.',
  'The caterer asked could we open gate 2 for him, so I did.',
  'Caller asked would we please stop ringing him, number taken off the list.',
])('told together with what came of it: %s', (text) => {
  expect(held(`Good morning,\n\n- ${text}\n- Till is counted.`, 'mail')).toEqual([]);
});

test.each([
  'Legal said please do not sign anything before Thursday.',
  'The client asked could you send the drawings again by Monday?',
  'The auditor said please send the ledger. I do not have it, could you?',
  'The lady in 118 said please turn down the music. Could you see to it?',
])('and what is passed on to be done: %s', (text) => {
  expect(held(text, 'mail')).not.toEqual([]);
});

test.each([
  ['please find here the wine list for October, already printed.', false],
  ['Kindly find in this mail the certificate for batch 77.', false],
  ['please find the minutes of the last meeting hereunder', false],
  ['Please find my report for week 12 here, as a PDF.', false],
  ['please find in the folder the certificates you wanted', false],
  ['Please find out who ordered the chairs.', true],
  ['please find the missing invoice and send it to me', true],
  ['please find a room for twelve people on Thursday', true],
])('what is to be found, and what is handed over: %s', (text, asked) => {
  expect(held(text, 'mail').some((a) => a.kind === 'request')).toBe(asked);
});

test.each([
  ['We close at noon on Friday.', false],
  ['I work from home on Wednesday.', false],
  ['We walk the hill every Tuesday.', false],
  ["We're going to the beach on Saturday.", false],
  ["I'm getting married on the 6th.", false],
  ['We deliver the boxes on Thursday.', true],
  ['I print the menus on Friday and bring them to you.', true],
  ["I'm picking up the keys for you tomorrow.", true],
])('when one is where, and what somebody gets: %s', (text, promised) => {
  expect(held(text, 'mail').some((a) => a.kind === 'commitment')).toBe(promised);
});

test.each([
  // Put off to no time.
  ["one of these days I'm going to fix that label printer with a hammer", 'chat'],
  ["some fine day I'll write a book about this reception desk", 'chat'],
  ["sooner or later I'm going to repaint this office", 'chat'],
  ['we should all go for a pint one of these days', 'chat'],
  // What the writer would do if what may never be should ever be.
  ['If the society should ever reprint the guide I would be the first to redraw page 12.', 'mail'],
  ["Were the council ever to reopen the pool, I'd be first through the door.", 'mail'],
  ["Should the guild ever hold another dinner, I'll bring the port.", 'mail'],
  ['We might even open on Sundays if the council should ever let us.', 'mail'],
  ['Let me know if the ferry ever needs a spare deckhand, I still have my ticket.', 'mail'],
  // Never to be done again, by all of us.
  ['can we all agree never to mention the pigeon incident again', 'chat'],
  ["let's never run two weddings on one Saturday again", 'chat'],
  ['please can we never hire a steam organ again', 'chat'],
  // Done by the saying.
  ["I'm going to break my own rule about Sunday mail just to thank you for the ramp.", 'mail'],
  ["I'll interrupt my holiday only to tell you that the choir was magnificent.", 'mail'],
  ["I'll come out of retirement just long enough to say that the new signs are splendid.", 'mail'],
  // Told, and why.
  ['Olu, just so you have it, the drivers can sleep in the annex on Wednesday.', 'mail'],
  ['For your information, the scouts can use the kitchen on Sunday.', 'mail'],
  ['For info: the judges can have the green room on Saturday.', 'mail'],
] as const)('nobody waits for it: %s', (text, channel) => {
  expect(held(text, channel)).toEqual([]);
});

test.each([
  ['one of these days could you look at the filter on the pump?', 'chat'],
  ["one day next week I'll come and fix the scanner for you", 'chat'],
  ["I'll mend the printer with the new roller you sent", 'chat'],
  ["I'm going to drop the laptop off at your desk", 'chat'],
  ["I'm going to take the wall down with a sledgehammer on Monday", 'chat'],
  ['can we please never send payslips to the shared box again, can you change that?', 'chat'],
  ["I'm going to call the supplier just to say that we take both pallets.", 'mail'],
  ["I'll break the shipment in two just to save you the customs fee.", 'mail'],
  ["I'll bring a peg for the tent.", 'chat'],
  ['Should the pump ever trip again, please call me at once.', 'mail'],
  ['If you ever get the figures from Kim, could you send them to me?', 'mail'],
  ['If the client should ask for the drawings, please send them the March set.', 'mail'],
  ["If they ever come before noon on the 4th, I'll open the gate for you.", 'mail'],
  ["I'll bring the gloves and helmets for the volunteers.", 'chat'],
  ["So that you have it by Thursday I'll post it tonight.", 'mail'],
  ['FYI, please send the list to Ann by Friday.', 'mail'],
  ['So you have it, here is the code; please pass it on to Cy.', 'mail'],
] as const)('and somebody waits for this: %s', (text, channel) => {
  expect(held(text, channel)).not.toEqual([]);
});

test.each([
  ['The old freezer can take another forty crates.', false],
  ['The glaze needs another coat.', false],
  ['Sorry, the report takes another week.', true],
  ['I need another day or two for the drawings.', true],
])('more of a thing is no more time: %s', (text, later) => {
  const { acts } = readText({
    text,
    channel: 'mail',
    sentAt: '2026-05-18T09:00:00Z',
    timeZone: 'UTC',
    from: { name: 'Ann Poe', address: 'ann@yew.example' },
    to: [{ name: 'Bob Lee', address: 'bob@yew.example' }],
  });
  expect(acts.some((a) => a.kind === 'deferral' && a.confidence >= HELD)).toBe(later);
});
