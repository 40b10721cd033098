import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, mail, NORA } from '../../tests/support/mail';

test('a day behind an ask, with why it is that day, is the day of the ask', () => {
  const desk = running(60);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Could you confirm that the ferry ramp holds a lorry? I load on Friday, so by Wednesday 11 March please.',
    ),
  );
  expect(desk.held()).toHaveLength(1);
  expect(desk.of('ferry ramp').due?.at).toContain('2026-03-11');
});
