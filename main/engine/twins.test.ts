import { expect, test } from 'vitest';
import { meantBy } from './twins';

const known = [
  { name: 'Silvio Conti', address: 'silvio@contiscenery.example' },
  { name: 'Vera Lind', address: 'vera.lind@kilnworks.example' },
  { name: 'Otto Maes', address: 'otto@shop.example' },
];
const wrong = (address: string) => meantBy({ name: '', address }, known)?.name ?? null;

test.each([
  ['silvio@contiscenry.example', 'Silvio Conti'],
  ['vera.lnid@kilnworks.example', 'Vera Lind'],
  ['vera.lind@kilnwork.example', 'Vera Lind'],
])('a slip of the fingers: %s', (address, name) => {
  expect(wrong(address)).toBe(name);
});

test.each([
  'silvio@marbleworks.example',
  'otta@shop.example',
  'silvio@contiscenery.example',
  'nobody',
])('another person, or none: %s', (address) => {
  expect(wrong(address)).toBeNull();
});

test('two that are equally near are nobody', () => {
  const twins = [
    { name: 'A', address: 'ana@kilnwork.example' },
    { name: 'B', address: 'ana@kilnworkss.example' },
  ];
  expect(meantBy({ name: '', address: 'ana@kilnworks.example' }, twins)).toBeNull();
});
