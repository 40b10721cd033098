import { expect, test } from 'vitest';
import type { MailItem } from '../../shared/handoff/item';
import { contentWords } from '../../shared/handoff/similarity';
import { running } from '../../tests/support/engine';
import { BRAM, chat, LIEN, mail, NORA, VERA } from '../../tests/support/mail';
import { talk } from '../../tests/support/talk';
import { thingSent } from './sentAlong';

test.each([
  ["I'll send you the engineer's pictures this afternoon, so you know.", 'pictures'],
  ["I'll get you the reserve number for building two by the nineteenth.", 'number'],
  ["Right, I'll mail you both the final December accruals tomorrow.", 'accruals'],
  ["I'll send over the signed lease once it is back.", 'lease'],
  ["I'll send you the list of the matching trims tonight, with prices.", 'trims'],
  ['Can you share the signed lease along with the deposit slip by Friday?', 'lease'],
  ['We still need your current timesheet for May.', 'timesheet'],
  ['Could I have the updated drawings before Monday?', 'drawings'],
  ["I'll send on the tide table tonight so you can see which slot is free.", 'table'],
  ["I'll film it and send you both the link afterwards, if nobody minds.", 'link'],
  ['You have my word.', null],
  ["I'll repaint the gate on Friday.", null],
])('%s — %s', (quote, thing) => {
  expect(thingSent(quote)).toBe(thing === null ? null : [...contentWords(thing)][0]);
});

const PROMISE = "I'll send you the surveyor's pictures of the cold store this afternoon.";

function after(subject: string, text: string, over: Partial<MailItem> = {}) {
  const desk = running(60);
  desk.take(
    talk([
      [VERA, 'I have not seen the cold store.'],
      [NORA, PROMISE],
      [VERA, 'That would be great.'],
    ]),
    mail('m', 6, NORA, VERA, text, { subject, attachments: ['Danbury_b2.zip'], ...over }),
  );
  return desk.of('pictures of the cold store').state;
}

test.each<[string, string, Partial<MailItem>]>([
  ["Surveyor's pictures, cold store", 'Vera, all 104 in the zip.', {}],
  ['Danbury', 'Vera, here they are.', { attachments: ['surveyor_pictures_cold_store.zip'] }],
  ['Cold store: pictures', 'Big file, sorry.', { cc: [BRAM] }],
  ['For you', 'The cold store pictures, as he took them.', {}],
])('a mail of that name with something in it keeps the promise: %s', (subject, text, over) => {
  expect(after(subject, text, over)).toBe('closed');
});

test.each<[string, string, Partial<MailItem>]>([
  ['Cold store: invoice', 'Vera, the invoice of the surveyor.', {}],
  ["Surveyor's pictures, cold store", 'Vera, not forgotten.', { attachments: [] }],
  ["Surveyor's pictures, cold store", 'Not yet.', { attachments: ['image001.png'] }],
  ["Surveyor's pictures, cold store", 'Half of them, the rest follows on Monday.', {}],
  ["Surveyor's pictures, cold store", 'Who took those?', { to: [BRAM] }],
  ['Roof pictures', 'From the drone.', { attachments: ['roof.jpg'] }],
  ["Surveyor's pictures, cold store", "I'll send the pictures tomorrow, this is the map.", {}],
  ["Surveyor's pictures, cold store", 'Could you tell me which pictures you need?', {}],
])('and does not where it is not that: %s, %s', (subject, text, over) => {
  expect(after(subject, text, over)).toBe('open');
});

// A kind of paper is known by the word that says which.
test.each<[string, string, string, string[], string]>([
  [
    "I'll send you both the new consent form tonight, it just needs the logo.",
    'Dental consent',
    'New one attached, logo and all.',
    ['Dental consent March.docx'],
    'closed',
  ],
  [
    'I can send you the intake sheet tonight.',
    'Intake',
    'As promised.',
    ['intake_v2.pdf'],
    'closed',
  ],
  ["I'll mail you the safety file tomorrow.", 'Safety', 'Here it is.', ['safety.zip'], 'closed'],
  ["I'll send you the consent form tonight.", 'Rota', 'For the fridge.', ['rota.pdf'], 'open'],
  ["I'll send you the intake sheet tonight.", 'Intake', 'Not there yet, sorry.', [], 'open'],
  ["I'll send you the survey report tonight.", 'Survey', 'Your questions.', ['survey.pdf'], 'open'],
])('%s, and then: %s, %s', (promise, subject, text, attachments, state) => {
  const desk = running(60);
  desk.take(
    talk([
      [VERA, 'And the papers?'],
      [NORA, promise],
      [VERA, 'That would be great.'],
    ]),
    mail('m', 6, NORA, VERA, text, { subject, attachments }),
  );
  expect(desk.of(promise).state).toBe(state);
});

test.each([
  ['Nora, the shade card came this morning, it is a joy.', 'closed'],
  ['Thanks for the shade card!', 'closed'],
  ["We've got the new shade card now.", 'closed'],
  ['The shade card has not come yet.', 'open'],
  ['Has the shade card arrived at yours?', 'open'],
  ['The wool came this morning.', 'open'],
  ['The old card from Otto came this morning.', 'open'],
  ['When the shade card has come I order.', 'open'],
])('whoever was to have it tells the sender: %s', (text, state) => {
  const desk = running(60);
  desk.take(
    talk([
      [VERA, 'And the colours?'],
      [NORA, "I'll post you the new shade card tomorrow."],
      [VERA, 'Lovely.'],
    ]),
    mail('m', 30, VERA, NORA, text, { subject: 'Tufts' }),
  );
  expect(desk.of("I'll post you the new shade card").state).toBe(state);
});

test.each([
  ['Sven says the plotter is free on Thursday after two', 'closed'],
  ['plotter on Thursday: Sven says yes, from two', 'closed'],
  ['Still waiting for Sven about the plotter and Thursday', 'open'],
  ['Do you know if the plotter is free on Thursday?', 'open'],
  ['the ferry has moved pier', 'open'],
])('a promise to find out is kept by telling: %s', (text, state) => {
  const desk = running(60);
  desk.take(
    talk([
      [VERA, 'Is the plotter free on Thursday?'],
      [NORA, "I'll ask Sven whether the plotter is free on Thursday and tell you tomorrow."],
      [VERA, 'Thanks.'],
    ]),
    chat('c', 1, 20, NORA, [NORA, VERA], text),
  );
  expect(desk.of("I'll ask Sven").state).toBe(state);
});

/** Asked of Vera in one mail and never answered there; she writes a mail of another subject. */
function askedThen(ask: string, subject: string, text: string, over: Partial<MailItem> = {}) {
  const desk = running(24 * 9);
  desk.take(
    mail('ask', 0, NORA, VERA, ask, { subject: 'Framework contract, insurance' }),
    mail('came', 52, VERA, NORA, text, { subject, ...over }),
  );
  return desk.of(ask).state;
}

const CERTIFICATE =
  'Would you please send us the current certificate by Friday 13 March, so that the file is complete?';
const BOTH = 'Can you share the signed lease along with the deposit slip by 12 March?';

test.each<[string, string, string, string[]]>([
  [
    CERTIFICATE,
    'Renewal documents',
    'Please find attached our insurance certificate for 2026.',
    ['ins_certificate.pdf'],
  ],
  [
    CERTIFICATE,
    'As asked',
    'Here you are, only came from the broker today.',
    ['Insurance certificate 2026.pdf'],
  ],
  [
    BOTH,
    'papers',
    'Both enclosed, he signed today only.',
    ['Lease_signed.pdf', 'deposit_slip.jpg'],
  ],
  [
    'Could we have the price list for the autumn range?',
    'Autumn',
    'Attached, valid from April.',
    ['Price_list_autumn.xlsx'],
  ],
  [
    'We still need your timesheet for February.',
    'Hours',
    'My timesheet for February.',
    ['timesheet_feb.xlsx'],
  ],
  [
    'Please submit the risk assessment for the hall by Tuesday.',
    'Hall',
    'Risk assessment attached.',
    ['RA hall.pdf'],
  ],
])('asked in one mail, it comes in another: %s / %s', (ask, subject, text, attachments) => {
  expect(askedThen(ask, subject, text, { attachments })).toBe('closed');
});

test.each<[string, string, string, string[]]>([
  [
    CERTIFICATE,
    'Renewal documents',
    'The certificate comes on Monday, this is the invoice.',
    ['invoice.pdf'],
  ],
  [CERTIFICATE, 'Training', 'The first aid course list, for your wall.', ['course_list.pdf']],
  [
    BOTH,
    'Lease',
    'The lease is signed and attached, the deposit slip follows.',
    ['Lease_signed.pdf'],
  ],
  [
    'Could we have the price list for the autumn range?',
    'Spring',
    'The spring catalogue.',
    ['catalogue.pdf'],
  ],
  ['We still need your timesheet for February.', 'Team photo', 'For the newsletter.', ['team.jpg']],
])('and what comes is something else: %s / %s', (ask, subject, text, attachments) => {
  expect(askedThen(ask, subject, text, { attachments })).toBe('open');
});

test.each([
  'The certificate is received and filed, thank you.',
  'Thanks for the certificate, all in order.',
  'Your insurance certificate arrived this morning.',
])('whoever asked says that it has come, in a mail of its own: %s', (text) => {
  const desk = running(24 * 9);
  desk.take(
    mail('ask', 0, NORA, VERA, CERTIFICATE, { subject: 'Framework contract, insurance' }),
    mail('came', 52, NORA, VERA, text, { subject: 'Your letter' }),
  );
  expect(desk.of(CERTIFICATE).state).toBe('closed');
});

const ROLF = { name: 'Rolf Maier', address: 'rolf@danburyhouse.example' };

const NAMELESS = { name: '', address: 'danbury.holt@quarry.example' };

test.each<[string, string, string, Partial<MailItem>, string]>([
  [
    'an address has their name',
    'Arrival notices',
    'All four attached.',
    { to: [NAMELESS] },
    'closed',
  ],
  ['their house is named', 'Arrival notices, Ostend', 'All four attached.', {}, 'closed'],
  ['it is of another thing', 'Detention, crate 4', 'Our driver was held.', {}, 'open'],
  ['it asks', 'Arrival notices', 'Which of them do you need?', {}, 'open'],
  ['nothing is in it', 'Arrival notices, Ostend', 'Not forgotten.', { attachments: [] }, 'open'],
  ['somebody else is told', 'Arrival notices, Ostend', 'All attached.', { to: [LIEN] }, 'open'],
])('what was to go to a third by name: %s', (_case, subject, text, over, state) => {
  const desk = running(60);
  desk.take(
    mail(
      'm',
      0,
      NORA,
      [BRAM, VERA],
      "Team,\n\nI'll send Danbury the arrival notices myself this afternoon.",
    ),
    mail('n', 4, NORA, ROLF, text, { subject, attachments: ['AN_crates.pdf'], ...over }),
  );
  expect(desk.of('the arrival notices myself').state).toBe(state);
});

/** A promise of a meeting, and a mail of its hand's an hour later. */
function kept(promise: string, subject: string, text: string, attachments: string[] = []) {
  const desk = running(60);
  desk.take(
    talk(
      [
        [VERA, 'And the second kiln?'],
        [NORA, promise],
        [VERA, 'That would be great.'],
      ],
      { subject: 'Kiln 2 round' },
    ),
    mail('m', 6, NORA, VERA, text, { subject, attachments }),
  );
  return desk.of(promise.slice(0, 24)).state;
}

test('a link that is promised comes as a link', () => {
  const promise = "Vera, I'll film the firing and send you the link afterwards.";
  expect(kept(promise, 'Film of the firing', 'Here: https://films.example/kiln')).toBe('closed');
  expect(kept(promise, 'Film of the firing', 'It comes tomorrow.')).toBe('open');
});

test('what it is for is no word of the thing', () => {
  const promise = "I'll send on the breakdown this afternoon so you can see how it is made up.";
  expect(kept(promise, 'Credit breakdown', 'Breakdown attached.', ['credit_oct.xlsx'])).toBe(
    'closed',
  );
});

test('what else a message counts does not make it one of another series', () => {
  const promise = "Vera, I'll send you the temper notes this afternoon.";
  const text = 'The temper notes are attached.\n\nKiln 3 is fired on Thursday.';
  expect(kept(promise, 'Kiln notes', text, ['temper.pdf'])).toBe('closed');
  expect(kept(promise, 'Kiln 3: notes', 'The notes of kiln 3.', ['kiln3.pdf'])).toBe('open');
});

test('under the name of the thing and nothing else, what is there is the thing', () => {
  const promise = 'Vera, we will upload the firing charts tonight.';
  expect(kept(promise, 'Firing charts', 'Dear Vera, both are in the shared folder now.')).toBe(
    'closed',
  );
  expect(kept(promise, 'Firing rota', 'Dear Vera, both are in the shared folder now.')).toBe(
    'open',
  );
});

test.each<[string, string, string]>([
  ['told', 'Picked up this morning, addressed to you. Tracking 7741 0092 3315.', 'closed'],
  ['without the figures', 'Picked up this morning. Tracking follows tonight.', 'open'],
  ['of other figures', 'Picked up this morning, 200 pieces from each of the kilns.', 'open'],
])('what is made of figures is given by telling them: %s', (_case, text, state) => {
  const desk = running(60);
  const word = "I'll put the glaze samples on a courier tomorrow and send you the tracking.";
  desk.take(
    talk([
      [VERA, 'I would want to see your samples.'],
      [NORA, word],
      [VERA, 'Perfect.'],
    ]),
    mail('m', 26, NORA, VERA, text, { subject: 'Glaze samples' }),
  );
  expect(desk.of('glaze samples').state).toBe(state);
});

test('a promise that points back is known by what was asked', () => {
  const desk = running(60);
  desk.take(
    talk([
      [VERA, 'What time do we get the firing sheet?'],
      [NORA, "I'll have it out by six tonight."],
      [VERA, 'Lovely.'],
    ]),
    mail('m', 8, NORA, VERA, 'The firing sheet for Friday is attached.', {
      subject: 'FIRING SHEET, day nine',
      attachments: ['FS_day09.pdf'],
    }),
  );
  expect(desk.of('out by six').state).toBe('closed');
});
