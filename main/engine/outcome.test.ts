import { expect, test } from 'vitest';
import { contentWords } from '../../shared/handoff/similarity';
import { running } from '../../tests/support/engine';
import { BRAM, chat, mail, NORA } from '../../tests/support/mail';
import { bareDeed, fetched, outcomeIn } from './outcomeWords';

test.each([
  ['Could you replace the kiln door seal?', "Seal's replaced, the old one is in the bin."],
  ['Please move the clay bags to the cellar.', 'The clay bags are in the cellar now.'],
  ['Please carry the moulds up.', 'Moulds carried up, all nine.'],
  ['Can you ring the gas supplier about the meter?', 'Gas supplier done, they come in March.'],
  ['Please publish the price list.', 'Price list is out.'],
  ['Could you write the label text?', 'I have written the label text.'],
  [
    'Can you open a shop account for the school?',
    "Account's open, the login went to their office.",
  ],
  ['Please sharpen the trimming blades.', 'Blades are sharp again.'],
  ['Could you clear bay four for the lorry?', 'Bay four is clear now.'],
  ['Please fill the glaze tank.', 'The tank is full.'],
  ['Can you launch the new shop page?', 'Page is live since this morning.'],
  ['Could you dry the hall floor?', "Hall floor's dry."],
  ['Please activate the badge for Otto.', 'Badge is active.'],
  ['Could someone fetch the timpani?', 'timps are home and dry'],
  ['Can you run the burn test on batch 9?', 'Batch 9 is final.'],
  ['Would you raise a job for the back door?', 'Job 5512 raised for number 8.'],
])('%s — %s', (ask, answer) => {
  expect(outcomeIn(answer, contentWords(ask))).not.toBeNull();
});

test.each([
  ['Could you replace the kiln door seal?', 'The seal will be replaced next week.'],
  ['Could you replace the kiln door seal?', 'The seal has not been replaced.'],
  ['Could you replace the kiln door seal?', 'Once the seal is replaced I fire it up.'],
  ['Could you replace the kiln door seal?', 'Is the seal replaced?'],
  ['Could you replace the kiln door seal?', 'The lamp in the hall is replaced.'],
  ['May I ask you for the price list?', 'I have asked Lien for the price list.'],
  ['Would you raise a job for the back door?', 'Tom raised the question of the job.'],
  ['Can you mill the bridge of 6031?', '6031 is out of the mill, the furnace is next.'],
  ['Please publish the price list.', 'The price list is in progress.'],
  ['Please publish the price list.', 'The price list is on my desk.'],
  ['Please move the clay bags to the cellar.', 'The clay bags are in the yard.'],
  ['Can you open a shop account for the school?', 'The account is still open from last year?'],
  ['Can you close the shop account for the school?', 'The account is open.'],
  ['Can you open a shop account for the school?', 'The account will be open on Friday.'],
  ['Can you open a shop account for the school?', "Account's open to question."],
  ['Can you open a shop account for the school?', 'The shop is open till nine.'],
  ['Please sharpen the trimming blades.', 'The blades are new.'],
  ['Could you clear bay four for the lorry?', "Bay two's clear, four is not."],
  ['Could you print the name tags?', 'Name tags are nice.'],
])('%s — and not: %s', (ask, answer) => {
  expect(outcomeIn(answer, contentWords(ask))).toBeNull();
});

test.each([
  ['Sent to the kiln this morning.', true],
  ['Swept and locked.', true],
  ['Asked Tom.', false],
  ['Sent once the glaze is dry.', false],
])('%s — is it a deed that ends the work? %s', (answer, ends) => {
  expect(bareDeed(answer) !== null).toBe(ends);
});

test('of two asks in one mail the one whose words come back is done, the other stays open', () => {
  const desk = running(30);
  desk.take(
    mail(
      'two',
      0,
      NORA,
      BRAM,
      'Hi Bram,\n\nCan you replace the door seal?\n\nPlease order the cobalt powder.',
    ),
    mail('one', 6, BRAM, NORA, "Seal's replaced.", { answers: 'two' }),
  );
  expect(desk.of('door seal')).toMatchObject({ state: 'closed', rung: 7 });
  expect(desk.of('cobalt')).toMatchObject({ state: 'open' });
});

test('said in another channel it is done as well, whichever is read first', () => {
  const ask = mail('ask', 0, NORA, BRAM, 'Could you repair the extractor fan in the spray booth?');
  const told = chat(
    'c',
    1,
    20,
    BRAM,
    [BRAM, NORA],
    'extractor fan in the booth repaired, runs quiet',
  );
  for (const items of [
    [ask, told],
    [told, ask],
  ]) {
    const desk = running(30);
    for (const item of items) desk.take(item);
    expect(desk.of('extractor fan in the spray')).toMatchObject({ state: 'closed', rung: 7 });
  }
});

test('a mail whose subject names the work brings it, with few words of its own', () => {
  const desk = running(40);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Could you draw up the firing costs for the Lunt order?', {
      subject: 'Costs',
    }),
    mail('new', 20, BRAM, NORA, 'Hi Nora, please find the costs attached.', {
      subject: 'Firing costs Lunt order',
    }),
  );
  expect(desk.of('draw up the firing costs')).toMatchObject({ state: 'closed', rung: 7 });
});

test.each([
  'Otto fixed it yesterday.',
  'Lien has signed them.',
  'My colleague booked it this morning.',
  'They repaired those, all three.',
])('whoever did it, it is done: %s', (answer) => {
  expect(bareDeed(answer)).toBe(answer);
});

test.each([
  'Otto asked for it yesterday.',
  'Lien needed them in March.',
  'She liked it a lot.',
  'Otto fixed the lamp in the hall.',
  'Has Otto fixed it?',
])('and these are no deeds that end it: %s', (answer) => {
  expect(bareDeed(answer)).toBeNull();
});

test.each([
  ['Can you grab the pump on the Wednesday run?', 'got pump. its in the cage', 'got pump.'],
  ['Please fetch the trays from the fair.', "Picked up, they're in the van.", null],
  [
    'Please fetch the trays from the fair.',
    'Got the trays, one is chipped.',
    'Got the trays, one is chipped.',
  ],
  ['Can you collect the glaze?', 'Got it from Otto that the shop is shut tomorrow.', null],
  ['Can you collect the glaze?', 'Got a puncture on the way.', null],
  ['Can you collect the glaze?', 'Got the day wrong, sorry, the shop was not open.', null],
  ['Can you count the trays?', 'Got the trays, one is chipped.', null],
])('fetched? %s – %s', (ask, answer, quote) => {
  expect(fetched(answer, ask)).toBe(quote);
});
