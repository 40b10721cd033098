import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import {
  automatic,
  BRAM,
  chat,
  LIEN,
  mail,
  NORA,
  OTTO,
  report,
  VERA,
} from '../../tests/support/mail';
import { bareDeed } from './outcomeWords';

/** How an answer finds the ask it belongs to, and what it says has become of it. */

test.each([
  'Wedged and back in the bin.',
  'Hi Nora, glazed and drying on the rack',
  'Both reglued, they hold.',
  'Made up and on the trolley.',
])('a bare deed at the head of an answer is done: %s', (answer) => {
  expect(bareDeed(answer)).not.toBeNull();
});

test.each([
  'Noted.',
  'Asked Otto about it.',
  'Started on it.',
  'Moved to Friday.',
  'Glazed once they are dry.',
  'Tried to, no luck.',
  'Delighted to.',
  'We wedged some clay.',
])('and these are not: %s', (answer) => {
  expect(bareDeed(answer)).toBeNull();
});

test('the thing has gone where it was to go', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Could you get a van to the shop by Wednesday?', {
      subject: 'Two crates for Ostend',
    }),
    mail('told', 20, BRAM, NORA, 'As discussed on the phone, both crates went this afternoon.', {
      answers: 'ask',
      subject: 'Re: Two crates for Ostend',
    }),
  );
  expect(desk.of('van to the shop')).toMatchObject({ state: 'closed', rung: 7 });
});

test('of three asks a delivery closes the one whose thing it names, and a pronoun is what was just named', () => {
  const desk = running(60);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Hi Bram,\n\nWould you send me the stamp as a drawing? Could you shorten the leaflet to one page? And please check the three weights in the list against the scales.',
    ),
    mail(
      'told',
      20,
      BRAM,
      NORA,
      'Hi Nora,\n\nThe stamp is attached, in ink.\n\nThe leaflet is harder. You can have it on Monday the 9th.',
      { answers: 'ask' },
    ),
  );
  expect(desk.of('stamp')).toMatchObject({ state: 'closed' });
  expect(desk.of('leaflet')).toMatchObject({ state: 'open', rung: 5, due: { at: '2026-03-09' } });
  expect(desk.of('three weights')).toMatchObject({ state: 'open', rung: 0 });
});

test('the one who was pointed to has it once they say so', () => {
  const desk = running(20);
  const all = [NORA, BRAM, LIEN];
  desk.take(
    chat('c', 1, 0, NORA, all, 'Bram, please relabel the glaze buckets', { mentions: [BRAM] }),
    chat('c', 2, 0.1, BRAM, all, 'not mine anymore, lien owns the buckets'),
    chat('c', 3, 0.2, LIEN, all, 'yep got it, doing them tonight'),
  );
  expect(desk.of('relabel the glaze buckets')).toMatchObject({
    taker: LIEN,
    rung: 5,
    turn: 'taker',
  });
});

test('in a group what comes later and speaks of other things does not close the ask', () => {
  const desk = running(40);
  const all = [NORA, BRAM, LIEN, OTTO];
  desk.take(
    chat('c', 1, 0, NORA, all, 'can somebody book the van for the market?'),
    chat('c', 2, 0.1, BRAM, all, 'as long as it has a heater'),
    chat('c', 3, 20, OTTO, all, 'clay invoice sent to accounts'),
  );
  expect(desk.of('book the van')).toMatchObject({ state: 'open', taker: null });
});

test('a chat that says what it is about speaks of the mail, and two waits are a standoff', () => {
  const desk = running(80);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Please send me the packing list for the fair.'),
    chat(
      'c',
      1,
      20,
      BRAM,
      [BRAM, NORA],
      'hey Nora, about the packing list: waiting on the crate sizes from you before I can finish it',
    ),
    chat('c', 2, 20.2, NORA, [BRAM, NORA], 'lovely, looking forward to the packing list'),
  );
  expect(desk.of('packing list for the fair')).toMatchObject({
    shape: 'standoff',
    turn: 'contested',
    catch: { verb: 'surface' },
  });
});

test('what came back undelivered is late at once, and so is a wait of many weeks', () => {
  const bounced = running(3);
  bounced.take(
    mail('ask', 0, NORA, BRAM, 'Could you send me the kiln log by Friday?'),
    report('ndr', 0.1, 'bounced', 'ask', BRAM),
  );
  expect(bounced.of('kiln log')).toMatchObject({ stale: true, shape: 'unreceived' });

  const away = running(20);
  away.take(
    mail('ask', 0, NORA, BRAM, 'Could you send me the kiln log?'),
    automatic(
      'ooo',
      0.1,
      BRAM,
      NORA,
      'I am away until 1 June 2026. Please contact Lien Toxopeus.',
      'ask',
    ),
  );
  expect(away.of('kiln log')).toMatchObject({ stale: true, catch: { verb: 'route', to: [LIEN] } });

  const soon = running(20);
  soon.take(
    mail('ask', 0, NORA, BRAM, 'Could you send me the kiln log?'),
    automatic('ooo', 0.1, BRAM, NORA, 'I am away until Thursday 5 March 2026.', 'ask'),
  );
  expect(soon.of('kiln log')).toMatchObject({ stale: false });
});

test('whose it is counts, and small talk beside it asks nothing back', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Can you issue the gate passes for the fair?'),
    mail(
      'told',
      4,
      BRAM,
      NORA,
      "The passes went off my desk in March. Lien Toxopeus does them now, so you'd better ask her.\n\nHow was the move? Do you have curtains yet?",
      { answers: 'ask' },
    ),
    mail('thanks', 5, NORA, BRAM, 'Oh, congratulations on the new desk! No curtains, no.', {
      answers: 'told',
    }),
  );
  expect(desk.of('issue the gate passes')).toMatchObject({
    turn: 'giver',
    takerEnd: { is: 'declined', to: LIEN },
  });
});

test('what puts it off names no day, and the promise behind it does', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Will I have forty crates of the blue glaze?'),
    mail(
      'told',
      4,
      BRAM,
      NORA,
      "Can't say till the big tank is down. I dip it on Friday first thing and you'll have a number straight after.",
      { answers: 'ask' },
    ),
  );
  expect(desk.of('forty crates').stale).toBe(false);
});

test('an ask to find something out is answered by what was found', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Bram, can you find out where the second crate is?'),
    mail('told', 4, BRAM, NORA, 'It stands in Ghent, bay 12.', { answers: 'ask' }),
  );
  expect(desk.of('second crate')).toMatchObject({ state: 'closed' });
});

test('the thing that has its day is taken, one that hangs on something is not', () => {
  const desk = running(30);
  desk.take(
    mail('a', 0, NORA, BRAM, 'Please arrange the refund for the broken urn.'),
    mail('b', 2, BRAM, NORA, 'Dear Nora, the refund goes out on Friday with the others.', {
      answers: 'a',
    }),
  );
  expect(desk.of('refund')).toMatchObject({ state: 'open', rung: 5 });
});

test('what the next hand has given back lies with the one who passed it on', () => {
  const desk = running(70, { me: [BRAM] });
  desk.take(
    mail('a', 0, VERA, BRAM, 'Could you please find out which kiln broke my tiles?'),
    mail('b', 1, BRAM, LIEN, 'Lien, can you look this one up?', {
      answers: 'a',
      subject: 'FW: Kiln three',
    }),
    mail('c', 5, LIEN, BRAM, 'Found: it was kiln two, too hot by 30 degrees.', { answers: 'b' }),
  );
  expect(desk.of('look this one up')).toMatchObject({ state: 'closed' });
  expect(desk.of('broke my tiles')).toMatchObject({
    state: 'open',
    stale: true,
    why: expect.stringContaining('You have had it back since') as string,
  });
});

test('terse words on where the thing is now', () => {
  const desk = running(20);
  const all = [NORA, BRAM, LIEN];
  desk.take(
    chat('c', 1, 0, NORA, all, 'Bram, can u take the spare shelf up', { mentions: [BRAM] }),
    chat('c', 2, 0.5, BRAM, all, 'spare shelf in bay 14'),
  );
  expect(desk.of('spare shelf')).toMatchObject({ state: 'closed' });
});

test('a chat that names the thing before a colon answers the mail about it', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Bram, can you find us two more kiln props?'),
    chat('c', 1, 20, BRAM, [BRAM, NORA], 'kiln props: none left in the shed, sorry'),
  );
  expect(desk.of('kiln props')).toMatchObject({ turn: 'giver', rung: 4 });
});

test('asked back right after the ask, in a group, the move is the asker’s', () => {
  const desk = running(4);
  const all = [NORA, BRAM, LIEN];
  desk.take(
    chat('c', 1, 0, NORA, all, 'Bram, could you redraw the tile for Friday?', { mentions: [BRAM] }),
    chat('c', 2, 0.2, BRAM, all, 'happy to, square or round?'),
  );
  expect(desk.of('redraw the tile')).toMatchObject({ turn: 'giver', rung: 4 });
});

test('"will do, just send me": taken, and waiting for what comes first', () => {
  const desk = running(80);
  desk.take(
    mail('a', 0, NORA, BRAM, 'Could you book the crane for the new kiln?'),
    mail('b', 2, BRAM, NORA, 'Will do, just send me the weights.', { answers: 'a' }),
    mail('c', 3, NORA, BRAM, 'Thank you! Looking forward to hearing when it comes.', {
      answers: 'b',
    }),
  );
  expect(desk.of('book the crane')).toMatchObject({ shape: 'standoff', turn: 'contested' });
});

test('a number is where the thing was to go', () => {
  const desk = running(20);
  desk.take(
    chat('c', 1, 0, NORA, [NORA, BRAM], 'can you put the next firing on the calendar wall?'),
    chat('c', 2, 0.3, BRAM, [NORA, BRAM], '87 is on the calendar wall 🚀'),
  );
  expect(desk.of('next firing')).toMatchObject({ state: 'closed' });
});

test('what a mail tells to be finished may be another of its matters than the one promised in it', () => {
  const desk = running(200);
  desk.take(
    mail(
      'first',
      0,
      NORA,
      BRAM,
      'Hi Bram,\n\nThe county grant form is nearly done. What did we pay for the scales last year?\n\nI will ring the agent about her fee before the end of the month.',
    ),
    mail('told', 5, BRAM, NORA, 'It was 95 euro, paid in March.', { answers: 'first' }),
    mail('done', 9, NORA, BRAM, 'Ninety-five it is, and the grant form is complete.', {
      answers: 'told',
    }),
  );
  expect(desk.of('ring the agent')).toMatchObject({ state: 'open', rung: 5 });
  expect(desk.of('scales last year')).toMatchObject({ state: 'closed' });
});

test('thanks for the answer to one ask of a mail leave the other open, in another language too', () => {
  const desk = running(200);
  desk.take(
    mail(
      'deux',
      0,
      NORA,
      BRAM,
      'Bonjour Bram,\n\nQuel est le diamètre du tamis que vous nous avez livré en mai ?\n\nPar ailleurs, merci de nous envoyer le devis pour les douze moules.',
    ),
    mail('un', 6, BRAM, NORA, "Bonjour Nora,\n\nC'est du 40 mm, en laiton.", { answers: 'deux' }),
    mail('merci', 7, NORA, BRAM, 'Parfait pour le diamètre, merci.', { answers: 'un' }),
  );
  expect(desk.of('diamètre du tamis')).toMatchObject({ act: 'question', state: 'closed' });
  expect(desk.of('devis pour les douze')).toMatchObject({ state: 'open' });
});

test.each([
  ['¿me pasas los códigos de los dos hornos?', '4471 LKD y 0938 MNB', 'closed'],
  ['can you send me the link to the drawing?', 'https://files.example/d/77', 'closed'],
  ['can you send me the two crate numbers?', 'in 10 min', 'open'],
  ['can you send me the two crate numbers?', 'still 3 of them missing, sorry', 'open'],
])('bare data right behind the ask is what was asked for: %s — %s', (asked, answer, state) => {
  const desk = running(60);
  desk.take(
    chat('c', 1, 0, NORA, [NORA, BRAM], asked),
    chat('c', 2, 0.2, BRAM, [NORA, BRAM], answer),
  );
  expect(desk.held()[0]).toMatchObject({ state });
});

test('small talk a day later moves nothing', () => {
  const desk = running(120);
  desk.take(
    chat(
      'c',
      1,
      0,
      NORA,
      [NORA, BRAM],
      'Hi Bram, could you send over the moulds for the harbour piece?',
    ),
    chat(
      'c',
      2,
      1,
      BRAM,
      [NORA, BRAM],
      'of course. we need the loan sheet signed by you before anything leaves the house',
    ),
    chat(
      'c',
      3,
      2,
      NORA,
      [NORA, BRAM],
      "fair. the sheet wants the weight of each, so send me the moulds and I'll fill it in",
    ),
  );
  const before = desk.of('moulds for the harbour');
  expect(before.turn).toBe('contested');
  desk.take(
    chat('c', 4, 48, BRAM, [NORA, BRAM], 'loved your talk on the radio by the way!'),
    chat('c', 5, 49, NORA, [NORA, BRAM], 'thanks, pure luck'),
  );
  expect(desk.of('moulds for the harbour')).toMatchObject({
    turn: 'contested',
    evidence: before.evidence,
  });
});

test('an ask that names no thing is done when the thing has left', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Firing 32 is final, sheet attached. Please write up.'),
    mail('told', 20, BRAM, NORA, 'Report went out this morning.', { answers: 'ask' }),
  );
  expect(desk.of('write up')).toMatchObject({ state: 'closed' });
});

test('whoever asked says that they have it', () => {
  const desk = running(120);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Can you order us a new key for the kiln room?'),
    mail('told', 20, BRAM, NORA, 'The new key is here at the desk. We are open until five.', {
      answers: 'ask',
    }),
    mail('has', 30, NORA, BRAM, 'Fetched it tonight and it works. Thanks to all of you!', {
      answers: 'told',
    }),
  );
  expect(desk.of('new key')).toMatchObject({ state: 'closed' });
});

test('a promise of another thing than the one asked for is work of its own', () => {
  const desk = running(200);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Could you send me the survey report? Also please give me the product name of the paint by Friday.',
    ),
    mail(
      'told',
      4,
      BRAM,
      NORA,
      "Survey report attached. I'll ring the yard and let you know the launch date by Wednesday.",
      { answers: 'ask', attachments: ['survey.pdf'] },
    ),
  );
  expect(desk.of('survey report')).toMatchObject({ state: 'closed' });
  expect(desk.of('product name')).toMatchObject({ state: 'open', rung: 0 });
  expect(desk.of('launch date')).toMatchObject({ act: 'commitment', taker: BRAM, rung: 5 });
});

test('put into the calendar for a day it is placed and not done', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Could you service both kilns by Friday 20 March?'),
    mail('told', 2, BRAM, NORA, 'Sure thing, I put both on the calendar for Wednesday the 18th.', {
      answers: 'ask',
    }),
  );
  expect(desk.of('service both kilns')).toMatchObject({ state: 'open', rung: 6 });
});

test('what is left is no rest where it is what was asked', () => {
  const desk = running(60);
  desk.take(
    chat(
      'c',
      1,
      0,
      NORA,
      [NORA, BRAM],
      'can you count the trays and tell me how many are missing?',
    ),
    chat('c', 2, 2, BRAM, [NORA, BRAM], 'counted, 14 still missing'),
  );
  expect(desk.of('count the trays')).toMatchObject({ state: 'closed' });
});

test('"it is out" is all an answer needs to say', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'February is closed. Bram, please publish.'),
    mail('told', 2, BRAM, NORA, "It's out.", { answers: 'ask' }),
  );
  expect(desk.of('please publish')).toMatchObject({ state: 'closed' });
});

test('in chat, "the moulds are with me" takes what a mail asked', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Bram, can you fetch the two tall moulds from the store?'),
    chat('c', 1, 20, BRAM, [NORA, BRAM], "moulds are with me, I've got the van on Wednesday"),
  );
  expect(desk.of('two tall moulds')).toMatchObject({ state: 'open', rung: 5 });
});

test('it is not theirs, and the sentence behind says whose: the catch goes there', () => {
  const desk = running(200);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Could you open the glaze accounts by Friday 13 March?'),
    mail('told', 3, BRAM, NORA, "The accounts aren't mine any more. Ask Lien, she has them now.", {
      answers: 'ask',
    }),
  );
  const held = desk.of('glaze accounts');
  expect(held).toMatchObject({ turn: 'giver', stale: true });
  expect(held.catch?.to).toEqual([LIEN]);
});

test('a question of another matter, days after the answer, puts nothing back', () => {
  const desk = running(120);
  desk.take(
    chat('c', 1, 0, NORA, [NORA, BRAM], 'can you switch the kiln meter over to export?'),
    chat('c', 2, 1, BRAM, [NORA, BRAM], 'sure, will switch it the same day your report reaches me'),
    chat(
      'c',
      3,
      2,
      NORA,
      [NORA, BRAM],
      "the inspector comes when the meter reads export, so just tell me when you've switched",
    ),
  );
  const before = desk.of('kiln meter');
  expect(before.turn).toBe('contested');
  desk.take(
    chat('c', 4, 76, BRAM, [NORA, BRAM], 'is your side closed on monday the 20th?'),
    chat('c', 5, 77, NORA, [NORA, BRAM], 'no, normal day for us'),
  );
  expect(desk.of('kiln meter')).toMatchObject({ turn: 'contested', evidence: before.evidence });
});

test('words that point to another hand are no question back, and a plain no beside them keeps the name', () => {
  const desk = running(60);
  desk.take(
    mail('intro', 0, LIEN, [NORA, BRAM], 'Hello both.'),
    mail('ask', 1, NORA, BRAM, 'Could you send me the kiln log by Friday?'),
    mail(
      'no',
      3,
      BRAM,
      NORA,
      'Kiln logs are with Lien Toxopeus, please ask her.\nNot me any more, I moved to glazing in August.',
      { answers: 'ask' },
    ),
  );
  expect(desk.of('the kiln log')).toMatchObject({
    state: 'open',
    turn: 'giver',
    takerEnd: { is: 'declined', by: BRAM, to: { address: LIEN.address } },
  });
  expect(desk.of('the kiln log').evidence.map((e) => e.kind)).not.toContain('questioned');
});

test('what one will do with the thing once it is there is no promise beside the ask', () => {
  const desk = running(60);
  desk.take(
    mail(
      'ask',
      0,
      BRAM,
      NORA,
      "The marina people have agreed the wording. Could you send me the signed slip by close of business Thursday? I'll pick it up first thing on Friday here.",
    ),
  );
  expect(desk.held().map((h) => h.act)).toEqual(['request']);
});

test('"there you go" hands over alone, and not with news behind it', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Could you send me the firing schedule?'),
    mail('news', 2, BRAM, NORA, "There you go, it's moving at last.", { answers: 'ask' }),
  );
  expect(desk.of('firing schedule').state).toBe('open');
});
