import { expect, test } from 'vitest';
import { comparisons, filterPaths, parseFilter, passes, valueAt } from './filter';
import { parseQuery } from './odata';

const row = {
  subject: "Teo's survey",
  isRead: false,
  size: 7,
  receivedDateTime: '2026-05-13T08:00:00Z',
  from: { emailAddress: { address: 'teo@quarry.example' } },
  props: [
    { id: 'String 0x1a', value: 'REPORT.IPM.Note.DR' },
    { id: 'String 0x1042', value: '<a@b>' },
  ],
};
const holds = (filter: string) => passes(parseFilter(filter), (path) => valueAt(row, path));

test.each([
  ["subject eq 'Teo''s survey'", true],
  ['isRead eq false and size gt 6', true],
  ['isRead eq true or size le 6', false],
  ['not (isRead eq true)', true],
  ['receivedDateTime ge 2026-05-13T10:00:00+02:00', true],
  ['receivedDateTime gt 2026-05-13T08:00:00Z', false],
  ["startswith(subject,'teo')", true],
  ["from/emailAddress/address eq 'teo@quarry.example'", true],
  ['importance eq null', true],
  ["props/any(p: p/id eq 'String 0x1a' and startswith(p/value,'REPORT.'))", true],
  ["props/any(p:p/id eq 'String 0x1042' and p/value eq 'REPORT.IPM.Note.DR')", false],
  ["props/any(p:p/id eq 'String 0x1042' and p/value eq '<a@b>')", true],
])('%s is %s', (filter, expected) => {
  expect(holds(filter)).toBe(expected);
});

test.each(['subject', 'subject eq', "subject eq 'x", 'subject has x', "(subject eq 'x'", 'a eq b'])(
  '%s is refused',
  (filter) => {
    expect(() => parseFilter(filter)).toThrow(/Invalid filter clause/);
  },
);

test('paths and plain comparisons can be told apart from the rest', () => {
  expect(filterPaths(parseFilter("a eq 1 and contains(b,'x') or c eq 2"))).toEqual(['a', 'b', 'c']);
  expect(comparisons(parseFilter('a gt 1 and b lt 2'))).toHaveLength(2);
  expect(comparisons(parseFilter('a gt 1 or b lt 2'))).toBeNull();
});

test('options are split outside brackets and quotes', () => {
  const query = parseQuery(
    `?$expand=${encodeURIComponent("props($filter=id eq 'a,b' or id eq 'c'),attachments($select=id,name)")}&$orderby=a/b desc,c&$top=3`,
  );
  expect(query.expand.map((e) => [e.name, e.select])).toEqual([
    ['props', null],
    ['attachments', ['id', 'name']],
  ]);
  expect(query.orderby).toEqual([
    { path: 'a/b', descending: true },
    { path: 'c', descending: false },
  ]);
  expect(query.top).toBe(3);
  expect(() => parseQuery('?$top=many')).toThrow('$top');
  // A plus sign in a raw query is a space to the service.
  expect(parseQuery("?$filter=a eq 'x+y'").filter).toMatchObject({ value: 'x y' });
});
