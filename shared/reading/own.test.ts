import { expect, test } from 'vitest';
import { HELD, readText, type ReadInput } from './index';
import { plainText } from './text';

const ana = { name: 'Ana Brandt', address: 'ana@yew.example' };
const read = (text: string, more: Partial<ReadInput> = {}) =>
  readText({ text, channel: 'mail', from: ana, ...more });

test.each<[string, string, string]>([
  [
    'answer on top',
    'Will do.\n\nOn Tue, 10 Mar 2026 at 09:00, Bo <bo@yew.example> wrote:\n> Please call.\n> Now.',
    'Will do.',
  ],
  [
    'wrapped attribution',
    'Will do.\n\nOn Tue, 10 Mar 2026 at 09:00, Bo Long Name\n<bo.long.name@yew.example> wrote:\n\n> Please call.',
    'Will do.',
  ],
  ['answer below', '> Please call the plumber.\n\nCalled him.', 'Called him.'],
  [
    'unmarked history below "wrote:"',
    'Yes.\n\nOn 10 March 2026, Bo wrote:\nPlease call the plumber.',
    'Yes.',
  ],
  [
    'Outlook header block',
    'Yes.\n\nFrom: Bo\nSent: Tuesday\nTo: Ana\nSubject: Plumber\n\nPlease call him.',
    'Yes.',
  ],
  [
    'German Outlook',
    'Ja.\n\nVon: Bo\nGesendet: Dienstag\nAn: Ana\nBetreff: X\n\nBitte anrufen.',
    'Ja.',
  ],
  [
    'Notes header',
    'Yes.\n\n\n\tBo Lind <bo@yew.example>\n\t03/06/2026 07:14 PM\n\t\t \n\t\t To: ana@yew.example\n\t\t cc: \n\t\t Subject: Roof\n\nPlease call.',
    'Yes.',
  ],
  [
    'original message',
    'Yes.\r\n\r\n-----Original Message-----\r\nFrom: Bo\r\nPlease call.',
    'Yes.',
  ],
  [
    'forward',
    'Can you take this?\n\n---------- Forwarded message ---------\nFrom: Bo\n\nPlease call.',
    'Can you take this?',
  ],
  ['delimiter', 'Yes.\n-- \nAna Brandt\nYew Ltd', 'Yes.'],
  ['sign-off', 'Yes.\n\nKind regards,\nAna\n\nAna Brandt\nYew Ltd | +47 555 0100', 'Yes.'],
  ['bare name', 'Yes.\n\nAna\nYew Ltd\nAny plans? Reply with your number.', 'Yes.'],
  ['initial', 'Yes.\n\nA.', 'Yes.'],
  ['phone', 'Yes.\n\nSent from my phone', 'Yes.'],
  [
    'disclaimer',
    'Yes.\n\nThis message is confidential. If you received it in error please delete it.',
    'Yes.',
  ],
  [
    'postscript',
    'Yes.\n\nAna\n\nPS: could you bring the keys?',
    'Yes.\n\nPS: could you bring the keys?',
  ],
])('own words: %s', (_case, text, own) => {
  expect(read(text).ownText.replace(/\n{3,}/g, '\n\n')).toBe(own);
});

test('answers between quoted lines are own words; the quoted lines are marked', () => {
  const text = '> Which day?\nThursday suits me.\n> Which room?\nI will book the small one.\n';
  const result = read(text);
  expect(result.ownText).toBe('Thursday suits me.\nI will book the small one.');
  expect(result.quotedSpans.map((s) => text.slice(s.start, s.end))).toEqual([
    '> Which day?',
    '> Which room?',
  ]);
});

test('what somebody else asked earlier is not asked again', () => {
  const text = 'See below.\n\nOn 10 March 2026, Bo wrote:\n> Could you send the map?';
  expect(read(text).acts.filter((a) => a.confidence >= HELD && a.kind === 'request')).toEqual([]);
});

test('thanks alone is an answer; thanks above a name is a signature', () => {
  expect(read('Thanks,\nAna').acts.map((a) => a.kind)).toContain('acknowledgement');
  expect(read('Could you call?\n\nThanks,\nAna').acts.map((a) => a.kind)).toEqual(['request']);
});

test.each<[string, string, string[]]>([
  ['bullets', 'Left:\n- paint the door\n- call Bo', ['Left:', 'paint the door', 'call Bo']],
  ['numbers', '1. Paint the door\n2) Call Bo', ['Paint the door', 'Call Bo']],
  [
    'wrapped lines',
    'The gate at the north end of the yard has to be painted before it\nrains. Call me.',
    ['The gate at the north end of the yard has to be painted before it\nrains.', 'Call me.'],
  ],
  ['terse lines', 'paint the door\nCall Bo', ['paint the door', 'Call Bo']],
  ['no capitals', "can't, off fri. ask bo", ["can't, off fri.", 'ask bo']],
  [
    'abbreviations',
    'Ask Dr. Moe, e.g. on Monday. See No. 4 too.',
    ['Ask Dr. Moe, e.g. on Monday.', 'See No. 4 too.'],
  ],
  [
    'clock and version',
    'Be there at 10.30 for 7.4. Thanks.',
    ['Be there at 10.30 for 7.4.', 'Thanks.'],
  ],
  ['greeting line', 'Hi Bo,\nplease call.', ['Hi Bo,', 'please call.']],
  ['emoji', 'signed 🎉 They start Monday.', ['signed 🎉', 'They start Monday.']],
  ['German day', 'Bis zum 13. März bitte. Danke.', ['Bis zum 13. März bitte.', 'Danke.']],
])('sentences: %s', (_case, text, sentences) => {
  const result = readText({ text, channel: 'mail' });
  expect(result.sentences.map((s) => s.text)).toEqual(sentences);
  for (const s of result.sentences) expect(text.slice(s.start, s.end)).toBe(s.text);
});

test('HTML: paragraphs, lists, quoted history, mentions; nothing of scripts and styles', () => {
  const html =
    '<style>p{}</style><p>Hi <at id="0">Bo Lind</at>,</p><ul><li>paint</li></ul><script>x()</script><blockquote>Please call.</blockquote>';
  const text = plainText(html, 'html');
  expect(text).toContain('Hi @Bo Lind,');
  expect(text).toContain('- paint');
  expect(text).toContain('> Please call.');
  expect(text).not.toMatch(/x\(\)|p\{\}/);
  expect(read(html, { format: 'html' }).ownText).not.toContain('call');
});

test.each<[string, Partial<ReadInput>, string]>([
  ['report', { subject: 'Undeliverable: Roof' }, 'report'],
  ['report', { from: { name: '', address: 'postmaster@yew.example' } }, 'report'],
  ['out of office', { subject: 'Automatic reply: Roof' }, 'automatic'],
  ['machine', { from: { name: '', address: 'no-reply@shop.test' } }, 'automatic'],
  ['header says no', { headers: { 'auto-submitted': 'no' } }, 'human'],
  ['list', { headers: { 'list-id': '<roof.yew.example>' } }, 'list'],
  ['bulk', { headers: { precedence: 'bulk' } }, 'list'],
  ['calendar', { subject: 'Declined: Roof' }, 'invitation'],
  ['person', { subject: 'Re: Roof' }, 'human'],
])('nature, %s', (_case, more, nature) => {
  expect(read('Could you call?', more).nature).toBe(nature);
});

test('a newsletter without headers is known by its foot', () => {
  const text = `${'News of the roof and the yard, all of it new. '.repeat(4)}\nYou are receiving this because you asked. Unsubscribe`;
  expect(read(text).nature).toBe('list');
});
