import { expect, test } from 'vitest';
import { groupOf, isList, sameHouse, speaksFor } from './groups';

test.each([
  ['', '19:line@thread.tacv2', 'channel'],
  ['', 'all-staff@kilnworks.example', 'everyone'],
  ['Everybody here', 'everyone@kilnworks.example', 'everyone'],
  ['', 'orders@kilnworks.example', 'office'],
  ['Kiln Orders', 'orders@kilnworks.example', 'office'],
  ['Lyon Dispatch Office', 'dispatch-lyon.office@kilnworks.example', 'office'],
  ['Glaze Desk', 'glaze@kilnworks.example', 'office'],
  ['', 'buchhaltung@kilnworks.example', 'office'],
  ['', 'customer.service@kilnworks.example', 'office'],
  ['Kilnworks Choir', 'choir@kilnworks.example', 'circle'],
  ['', 'drivers@kilnworks.example', 'circle'],
])('%s <%s> is nobody in particular: %s', (name, address, kind) => {
  expect(groupOf({ name, address })).toBe(kind);
});

test.each([
  ['Vera Lund', 'vera@kilnworks.example'],
  ['', 'agnes@kilnworks.example'],
  ['Emily Post', 'emily.post@kilnworks.example'],
  ['Maria Sales', 'maria.sales@kilnworks.example'],
  // A person who writes from the door of their firm, and the firm itself.
  ['Otto Berg', 'office@berg-pottery.example'],
  ['Kiln Works', 'info@kilnworks.example'],
  ['Otto Berg', ''],
])('%s <%s> is one’s own', (name, address) => {
  expect(groupOf({ name, address })).toBeNull();
});

test('only everyone and a channel are lists nothing is sent to', () => {
  const lists = ['all@k.example', '19:x@thread.tacv2', 'orders@k.example', 'drivers@k.example'];
  expect(lists.map((address) => isList({ address }))).toEqual([true, true, false, false]);
});

test('for an office only its house comes forward; of a circle anybody may', () => {
  const [inside, outside] = [{ address: 'ada@k.example' }, { address: 'ada@elsewhere.example' }];
  expect(speaksFor(inside, { address: 'orders@k.example' })).toBe(true);
  expect(speaksFor(outside, { address: 'orders@k.example' })).toBe(false);
  expect(speaksFor(outside, { address: 'drivers@k.example' })).toBe(true);
  expect(speaksFor(inside, { address: 'bram@k.example' })).toBe(false);
});

test('strangers at one mail provider share no house', () => {
  expect(sameHouse({ address: 'a@gmail.com' }, { address: 'b@gmail.com' })).toBe(false);
  expect(sameHouse({ address: 'a@K.example' }, { address: 'b@k.example' })).toBe(true);
});
