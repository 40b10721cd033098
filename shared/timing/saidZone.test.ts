import { expect, test } from 'vitest';
import { saidZone } from './saidZone';

test.each([
  ['by close of business Thursday, Toronto time', 'America/Toronto'],
  ['by Thursday Toronto time?', 'America/Toronto'],
  ['by 5pm New York time', 'America/New_York'],
  ['by EOD Friday, Eastern time', 'America/New_York'],
  ['by end of day PT', 'America/Los_Angeles'],
  ['before noon CET on Monday', 'Europe/Paris'],
  ['by Friday UK time', 'Europe/London'],
  ['by Friday, your time', null],
  ['There is not much Time left', null],
  ['Please send it in good time.', null],
  ['It is Bob time!', null],
  ['the ET figures by Friday', null],
])('%s: %s', (words, zone) => {
  expect(saidZone(words)).toBe(zone);
});
