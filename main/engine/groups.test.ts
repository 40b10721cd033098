import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { mail, NORA, VERA } from '../../tests/support/mail';
import type { Person } from '../../shared/handoff/item';

/** What is put to an address that is nobody's own, through the engine. */

const PRINTS: Person = { name: 'Harbour Orders', address: 'orders@quayside.example' };
const ILSE: Person = { name: 'Ilse Maas', address: 'ilse.maas@quayside.example' };
const STRANGER: Person = { name: 'Jo Fenn', address: 'jo@saltmarsh.example' };

const asks = () =>
  mail(
    'ask',
    0,
    NORA,
    PRINTS,
    'Hello, could you reprint the tide tables for the pilot house by Friday?',
  );

test('put to another house’s office it is that office’s, then whoever’s there takes it; what they bring closes it', () => {
  const desk = running(60);
  desk.take(asks());
  expect(desk.of('tide tables')).toMatchObject({
    taker: PRINTS,
    turn: 'taker',
    shape: 'unreceived',
  });
  expect(desk.of('tide tables').catch).toMatchObject({ verb: 'draft', to: [PRINTS] });
  desk.take(
    mail('mine', 3, ILSE, NORA, "Hi Nora, I'll take care of this one.", { answers: 'ask' }),
  );
  expect(desk.of('tide tables')).toMatchObject({ taker: ILSE, turn: 'taker', rung: 5 });
  desk.take(
    mail('here', 20, ILSE, NORA, 'The reprinted tide tables are attached.', {
      answers: 'mine',
      attachments: ['tides.pdf'],
    }),
  );
  expect(desk.of('tide tables')).toMatchObject({ state: 'closed', rung: 7 });
});

test('what one of the house asks back is the asker’s to answer', () => {
  const desk = running(60);
  desk.take(asks(), mail('back', 3, ILSE, NORA, 'Which paper do you want?', { answers: 'ask' }));
  expect(desk.of('tide tables')).toMatchObject({ turn: 'giver' });
  expect(desk.of('tide tables').catch).toMatchObject({ to: [ILSE] });
});

test('nobody of another house takes it for them', () => {
  const desk = running(60);
  desk.take(asks(), mail('in', 3, STRANGER, NORA, "I'll take care of it.", { answers: 'ask' }));
  expect(desk.of('tide tables')).toMatchObject({ taker: PRINTS, turn: 'taker', rung: 0 });
});

test('put to an office of one’s own house it is nobody’s until one of them takes it', () => {
  const stores: Person = { name: '', address: 'stores@kiln.example' };
  const desk = running(60);
  desk.take(mail('ask', 0, NORA, stores, 'Could you set aside two tide tables by Friday?'));
  expect(desk.of('tide tables')).toMatchObject({ taker: null, turn: 'nobody' });
});

test('a mail that came back is written anew once, with the address to be looked at', () => {
  const desk = running(60);
  const report = {
    kind: 'bounced' as const,
    originalMessageId: 'ask@mail.example',
    recipient: VERA.address,
  };
  desk.take(mail('ask', 0, NORA, VERA, 'Could you send me the mooring plan by Friday?'), {
    ...mail('ndr', 0.1, VERA, NORA, 'Delivery has failed.', { answers: 'ask' }),
    report,
  });
  const held = desk.of('mooring plan');
  expect(held).toMatchObject({ turn: 'giver', shape: 'unreceived' });
  expect(held.catch).toMatchObject({ verb: 'draft', to: [VERA], inReplyTo: null });
  expect(held.catch?.reasons[0]).toContain(VERA.address);
});
