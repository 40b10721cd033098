import { describe, expect, test } from 'vitest';
import { readAbsence } from './absence';

const author = { name: 'Tomas Vey', address: 'tomas@lantern.example' };
// Monday 2 March 2026, 11:00 in Amsterdam.
const at = '2026-03-02T10:00:00Z';
const read = (text: string, timeZone: string | null = 'Europe/Amsterdam') =>
  readAbsence(text, { at, timeZone, author });
const amsterdam = (day: string) => new Date(`${day}T00:00:00+01:00`).toISOString();

describe('until when', () => {
  test.each([
    ['I am out of the office and back on Monday 9 March.', amsterdam('2026-03-09')],
    ['I will be back on 9 March 2026.', amsterdam('2026-03-09')],
    ['I am on leave until 13 March.', amsterdam('2026-03-14')],
    ['Away from 2 March through 6 March.', amsterdam('2026-03-07')],
    [
      'On leave from 27 February and back in the shop on Wednesday 11 March.',
      amsterdam('2026-03-11'),
    ],
    ['On holiday until Friday.', amsterdam('2026-03-07')],
    ['Je suis absent jusqu’au 13 mars et de retour le 16 mars.', amsterdam('2026-03-16')],
    [
      'Ich bin bis zum 13. März nicht im Büro.\n\nI am out of the office until 13 March.',
      amsterdam('2026-03-14'),
    ],
    ['I return to the office on March 16th.', amsterdam('2026-03-16')],
    ['From 9 March I am in the office again.', amsterdam('2026-03-09')],
    ['I am travelling. Returning Thursday.', amsterdam('2026-03-05')],
    ['Ich bin ab dem 9. März wieder im Büro.', amsterdam('2026-03-09')],
    ['Ich bin bis zum 13.03.2026 nicht im Büro.', amsterdam('2026-03-14')],
    ['Bis einschließlich 6. März bin ich im Urlaub.', amsterdam('2026-03-07')],
    ['Ik ben terug op maandag 9 maart.', amsterdam('2026-03-09')],
    ['Ik ben afwezig tot en met 13 maart.', amsterdam('2026-03-14')],
    ['Vanaf 9 maart ben ik er weer.', amsterdam('2026-03-09')],
    ['Sono fuori ufficio fino al 13 marzo.', amsterdam('2026-03-14')],
    ['Estoy fuera de la oficina hasta el 13 de marzo.', amsterdam('2026-03-14')],
    ['Estou ausente até 13 de março.', amsterdam('2026-03-14')],
  ])('%s', (text, until) => {
    expect(read(text).until).toBe(until);
  });

  test('the day begins in the author’s zone', () => {
    const text = 'I am back on Monday 9 March.';
    expect(read(text, 'America/Chicago').until).toBe('2026-03-09T05:00:00.000Z');
    expect(read(text, 'Australia/Sydney').until).toBe('2026-03-08T13:00:00.000Z');
    expect(read(text, null).until).toBe('2026-03-09T00:00:00.000Z');
  });

  test('an hour said is kept', () => {
    expect(read('I am in a workshop and back today at 4 pm.').until).toBe(
      '2026-03-02T15:00:00.000Z',
    );
  });

  test('the day they left is not the day they are back', () => {
    expect(read('I am away since 27 February. Back on 9 March.').until).toBe(
      amsterdam('2026-03-09'),
    );
  });

  test('no date said is none known', () => {
    expect(read('I am out of the office with limited access to mail.').until).toBeNull();
    expect(read('').until).toBeNull();
  });

  test('what lies in the past says nothing', () => {
    expect(read('I was back on 20 February 2026.').until).toBeNull();
  });
});

describe('who covers', () => {
  const pim = { name: 'Pim Saris', address: 'pim@lantern.example' };
  test.each([
    ['In urgent cases please contact Pim Saris (pim@lantern.example).', pim],
    ['For anything urgent, reach Pim Saris at Pim@lantern.example.', pim],
    ['Please write to pim@lantern.example instead.', { name: '', address: pim.address }],
    ['Pim Saris is covering for me.', { name: 'Pim Saris', address: '' }],
    ['In dringenden Fällen wenden Sie sich bitte an Pim Saris (pim@lantern.example).', pim],
    ['Meine Vertretung ist Pim Saris, pim@lantern.example.', pim],
    ['Neem voor dringende zaken contact op met Pim Saris (pim@lantern.example).', pim],
    ['Pim Saris vervangt mij: pim@lantern.example', pim],
    ['En cas d’urgence, merci de vous adresser à Pim Saris (pim@lantern.example).', pim],
    ['Per urgenze scrivere a Pim Saris, pim@lantern.example.', pim],
    ['Para urgencias, diríjase a Pim Saris: pim@lantern.example', pim],
    ['While I’m away Pim Saris is looking after the shop.', { name: 'Pim Saris', address: '' }],
    ['Questions about stock: Pim Saris, pim@lantern.example, 0161 555.', pim],
    [
      'Ihre E-Mail wird nicht gelesen. Meine Vertretung ist Frau Pim Saris, p.saris@lantern.example.',
      { name: 'Pim Saris', address: 'p.saris@lantern.example' },
    ],
  ])('%s', (text, cover) => {
    expect(read(`Hello,\n\nI am away until 13 March.\n\n${text}`).cover).toEqual(cover);
  });

  test('the author’s own address is nobody instead', () => {
    expect(
      read('Write to tomas@lantern.example and I will answer when I am back.').cover,
    ).toBeNull();
  });

  test('a first name alone is left to whoever knows the people', () => {
    const note = read('I am away until 13 March. For the shop please speak to Pim.');
    expect(note.cover).toBeNull();
    expect(note.pointing).toContain('Pim');
  });

  test('nobody named is nobody', () => {
    expect(read('I am away until 13 March. I will answer when I am back.').cover).toBeNull();
    expect(read('In urgent cases call the switchboard.').cover).toBeNull();
  });

  test('both at once', () => {
    const note = read(
      'Thank you for your message. I am out of the office until 6 March and back on Monday, 9 March.\nFor urgent matters contact Pim Saris, pim@lantern.example.\n\nKind regards,\nTomas Vey\nLantern Freight',
    );
    expect(note).toEqual({ until: amsterdam('2026-03-09'), cover: pim, gone: false });
  });
});

describe('who has left', () => {
  test.each([
    'I left Lantern Freight on 27 February and this mailbox is not read. Manifests are with pim@lantern.example.',
    'I left Lantern Freight in the new year. Pim Saris, pim@lantern.example, has my customers.',
    'Luca Ferrante has left Lantern Freight on 29 May 2026. His customers are looked after by Pim Saris (pim@lantern.example).',
    'I no longer work here. Please write to pim@lantern.example from 1 June.',
    'Tomas is no longer with us; contact Pim Saris, pim@lantern.example.',
    'I have retired. Pim Saris has my desk: pim@lantern.example.',
    'I have moved to the nursery side of the house and I am not checking this inbox any more. Please write to pim@lantern.example.',
    'I have changed desks; for pallets please ask pim@lantern.example.',
    'This mailbox is no longer monitored. Please use pim@lantern.example.',
    'Tomas Vey arbeitet nicht mehr bei Lantern Freight, er ist nicht mehr bei uns tätig. Bitte an pim@lantern.example.',
  ])('%s', (text) => {
    expect(read(text)).toMatchObject({ gone: true, until: null });
    expect(read(text).cover?.address).toBe('pim@lantern.example');
  });

  test.each([
    'I left Antwerp this morning and am back on 9 March.',
    'Thank you for your message. This mailbox is not monitored; a colleague will answer.',
    'I have left the office for today and am back on Monday, 9 March.',
    'I no longer work on Fridays. Back on Monday, 9 March.',
    'I am on leave until 13 March; this mailbox is not read meanwhile.',
    'We have left the booking open until 13 March.',
    'I am at a fair and not checking this phone; back on Monday, 9 March.',
  ])('and who has not: %s', (text) => {
    expect(read(text).gone).toBe(false);
  });
});
