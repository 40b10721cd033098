import { expect, test } from 'vitest';
import type { MailItem, Person } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, mail, NORA, report, VERA } from '../../tests/support/mail';

/** Where what came back goes, when it was told long before. */

const OLGA: Person = { name: 'Olga Renier', address: 'olga.renier@quayside.example' };
const PIET: Person = { name: 'Piet Lowe', address: 'piet.lowe@quayside.example' };
const MOVED: Person = { name: '', address: 'olga.renier@renierweighing.example' };

function cameBack(news: MailItem) {
  const desk = running(24 * 16);
  desk.take(
    news,
    mail('ask', 300, NORA, OLGA, 'Could you send me the weigh notes of pier four by Friday?', {
      subject: 'Weigh notes, pier four',
    }),
    report('back', 301, 'bounced', 'ask', OLGA),
  );
  return desk.of('the weigh notes of pier four').catch;
}

test.each([
  'Olga Renier leaves us on Friday. Piet Lowe (piet.lowe@quayside.example) takes on her weigh notes.',
  'We have a new kettle. Olga is retiring in May and piet.lowe@quayside.example follows her.',
  'From today Piet Lowe, piet.lowe@quayside.example, takes over from Olga Renier. Be kind to him.',
])('to whoever was said to have their work: %s', (text) => {
  const told = cameBack(mail('news', 20, VERA_AT_QUAY, [NORA, BRAM], text, { subject: 'Spring' }));
  expect(told).toMatchObject({ verb: 'route', to: [{ address: PIET.address }] });
  expect(told?.reasons[0]).toContain('wrote on 3 March 2026');
});
const VERA_AT_QUAY: Person = { name: 'Vera Quint', address: 'office@quayside.example' };

test.each([
  [OLGA, 'From now on you reach me at olga.renier@renierweighing.example, all else stays.'],
  [MOVED, 'I have a new address, the one this comes from. The old one closes in March.'],
])(
  'to the same person at the address they told of, whichever they wrote from: %o',
  (from, text) => {
    const told = cameBack(mail('news', 20, from, NORA, text, { subject: 'Moving' }));
    expect(told).toMatchObject({ verb: 'draft', to: [{ address: MOVED.address }] });
  },
);

test.each<[string, Person, string]>([
  ['nobody goes', VERA_AT_QUAY, 'Olga Renier and piet.lowe@quayside.example are at the fair.'],
  ['another goes', VERA_AT_QUAY, 'Otto leaves us; piet.lowe@quayside.example takes on his desk.'],
  ['another house tells', VERA, 'Olga Renier leaves; piet.lowe@quayside.example takes it on.'],
  ['it is asked', VERA_AT_QUAY, 'Does piet.lowe@quayside.example take over when Olga leaves?'],
])('and to none where %s', (_case, from, text) => {
  const told = cameBack(mail('news', 20, from, NORA, text, { subject: 'Spring' }));
  expect(told?.to).toEqual([expect.objectContaining({ address: OLGA.address })]);
});
