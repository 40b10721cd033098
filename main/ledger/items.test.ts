import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLedger } from '.';
import { Connection } from './connection';
import { ANNA, BEN, chat, event, mail, minute, task, temporaryFolder } from './fixtures';
import type { ItemPatch, Ledger } from './types';

let ledger: Ledger;
let place: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  place = temporaryFolder();
  ledger = openLedger({ path: place.file, now: () => 7_000 }).ledger;
});
afterEach(() => {
  ledger.close();
  place.remove();
});
const ids = (found: { item: { id: string } }[]) => found.map((s) => s.item.id);

test('a sparse patch merges its fields and keeps the others', () => {
  expect(ledger.mergeItem(mail(1)).changed).toBe(true);
  const moved = ledger.mergeItem({ kind: 'mail', id: 'mail:1', folder: 'archive' });
  expect(moved).toEqual({ item: mail(1, { folder: 'archive' }), changed: true });
  expect(ledger.item('mail:1')?.item).toEqual(mail(1, { folder: 'archive' }));
  expect(ledger.countItems()).toBe(1);
});

test('an equal patch changes nothing, whatever the order of its keys', () => {
  const first = mail(1, { headers: { 'list-id': 'a', precedence: 'bulk' } });
  ledger.mergeItem(first);
  expect(
    ledger.mergeItem({ ...first, headers: { precedence: 'bulk', 'list-id': 'a' } }).changed,
  ).toBe(false);
  expect(ledger.mergeItem({ kind: 'mail', id: 'mail:1', subject: 'Subject 1' }).changed).toBe(
    false,
  );
  // A source that says nothing about a field may still name it.
  const silent = { kind: 'mail', id: 'mail:1', subject: undefined } as unknown as ItemPatch;
  expect(ledger.mergeItem(silent)).toEqual({ item: first, changed: false });
});

test('a new item must be whole, a patch must fit, and a refused one leaves nothing behind', () => {
  expect(() => ledger.mergeItem({ kind: 'mail', id: 'mail:9', subject: 'half' })).toThrow(
    /not a whole item: messageId/,
  );
  expect(ledger.countItems()).toBe(0);
  ledger.mergeItem(mail(1));
  const wrong = { kind: 'mail', id: 'mail:1', to: 'ben' } as unknown as ItemPatch;
  expect(() => ledger.mergeItem(wrong)).toThrow('to:');
  expect(() => ledger.mergeItem({ kind: 'task', id: 'mail:1' })).toThrow('of kind mail, not task');
  expect(ledger.item('mail:1')?.item).toEqual(mail(1));
});

test('the words of a message are kept until it changes', () => {
  ledger.mergeItem(mail(1));
  const found = (...words: string[]) =>
    [1, 0].flatMap((after) => ledger.written(ANNA, after, Number.MAX_SAFE_INTEGER, new Set(words)));
  const both = ['mail:1', 'mail:1'];
  // Whose words are not known may be the one that is looked for.
  expect(found('barge')).toEqual(both);
  ledger.setWords('mail:1', ' glaze kiln ');
  ledger.mergeItem(mail(1));
  expect([found('barge', 'kiln'), found('barge'), found()]).toEqual([both, [], []]);
  ledger.mergeItem({ kind: 'mail', id: 'mail:1', body: { type: 'text', content: 'Other words.' } });
  expect(found('barge')).toEqual(both);
  expect(() => {
    ledger.setWords('mail:404', '');
  }).toThrow('no item mail:404');
});

test('a message is known by so many words, one of which tells which work is meant', () => {
  for (const n of [1, 2, 3, 4]) ledger.mergeItem(mail(n));
  ledger.setWords('mail:1', ' bring check ');
  ledger.setWords('mail:2', ' bring glaz ');
  ledger.setWords('mail:3', ' glaz ');
  for (const after of [0, 1])
    expect(
      ledger.knownBy(new Set(['bring', 'check', 'glaz']), 2, after, Number.MAX_SAFE_INTEGER),
    ).toEqual(['mail:2', 'mail:4']);
});

test('what was written from a house or under a name, by the words it is known by', () => {
  for (const n of [1, 2, 3]) ledger.mergeItem(mail(n));
  ledger.mergeItem(mail(4, { from: { name: 'Eva', address: 'eva@farnorth.example' } }));
  ledger.setWords('mail:1', ' ruper leav ');
  ledger.setWords('mail:2', ' rupert tull leav ');
  ledger.setWords('mail:3', ' tull rupert ');
  ledger.setWords('mail:4', ' rupert tull ');
  const from = (house: string, until: number, most: number) =>
    ledger.writtenFrom({ house }, new Set(['rupert', 'tull']), 1, until, most);
  expect(from('north.example', Number.MAX_SAFE_INTEGER, 9)).toEqual(['mail:3', 'mail:2']);
  expect(from('north.example', Number.MAX_SAFE_INTEGER, 1)).toEqual(['mail:3']);
  expect(from('north.example', Date.parse(minute(2)), 9)).toEqual(['mail:2']);
  expect(from('south.example', Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
  const named = (local: string) =>
    ledger.writtenFrom({ local }, new Set(), 1, Number.MAX_SAFE_INTEGER, 9);
  expect(named('eva')).toEqual(['mail:4']);
  expect(named('ev')).toEqual([]);
});

test('what somebody wrote, between two instants, and what tasks they have', () => {
  for (const n of [1, 2, 3, 4]) ledger.mergeItem(mail(n));
  ledger.mergeItem(task(5));
  ledger.mergeItem(mail(6, { from: BEN, to: [ANNA] }));
  const at = (n: number) => Date.parse(minute(n));
  const written = ledger.written({ name: '', address: 'ANNA@north.example' }, at(1), at(3));
  expect(written).toEqual(['mail:2', 'mail:3']);
  expect(ids(ledger.tasksOf(BEN, at(4), at(5)))).toEqual(['task:5']);
  expect([...ledger.tasksOf(BEN, at(5), at(9)), ...ledger.tasksOf(BEN, 0, at(4))]).toEqual([]);
});

test('the last items of a conversation come first, across pages', () => {
  ledger.transaction(() => {
    for (let n = 0; n < 450; n++) {
      ledger.mergeItem(mail(n % 7, { id: `mail:${n}` }));
      ledger.setThread(`mail:${n}`, 'mail:root');
    }
  });
  const backwards = ids([...ledger.latestFirst('mail:root')]);
  expect(backwards).toEqual(ledger.threadIds('mail:root').reverse());
  expect(backwards).toHaveLength(450);
  expect(ledger.countThread('mail:root')).toBe(450);
});

test('mails are found by the subject they are joined by, answers apart', () => {
  const key = 'subject:firing schedule';
  const joined = (n: number, subject: string) =>
    ledger.mergeItem(mail(n, { references: [key], subject }));
  joined(1, 'Firing  Schedule');
  joined(2, 'Re: firing schedule');
  joined(3, 'firing schedule');
  joined(9, 'AW: Firing schedule');
  const at = (n: number) => Date.parse(minute(n));
  expect(ids(ledger.bySubject(key, 'too', at(1), at(3)))).toEqual(['mail:1', 'mail:2', 'mail:3']);
  expect(ids(ledger.bySubject(key, 'only', at(1), at(3)))).toEqual(['mail:2']);
  ledger.mergeItem({ kind: 'mail', id: 'mail:2', references: [] });
  expect(ledger.bySubject(key, 'only', at(1), at(3))).toEqual([]);
});

test('a gone item is kept with the folder it left, and is back when its source shows it again', () => {
  ledger.mergeItem(mail(1));
  ledger.setThread('mail:1', 'mail:root');
  ledger.markGone('mail:1');
  expect(ledger.item('mail:1')).toMatchObject({ goneFrom: 'inbox', item: { folder: 'inbox' } });
  expect(ids(ledger.thread('mail:root'))).toEqual(['mail:1']);
  expect(ledger.mergeItem(mail(1, { folder: 'archive' })).changed).toBe(true);
  expect(ledger.item('mail:1')?.goneFrom).toBeUndefined();
  // The old folder speaks after the new one.
  ledger.markGone('mail:1', 'inbox');
  expect(ledger.item('mail:1')?.goneFrom).toBeUndefined();
  ledger.markGone('mail:1', 'archive');
  expect(ledger.item('mail:1')?.goneFrom).toBe('archive');
  ledger.markGone('mail:404');
});

test('a conversation is listed oldest first whatever the order and the zones it came in', () => {
  for (const item of [
    mail(3, { sentAt: '2026-03-02T09:00:00+01:00' }),
    mail(1, { sentAt: '2026-03-02T08:30:00Z' }),
    mail(2, { sentAt: '2026-03-02T08:00:00.000Z' }),
  ]) {
    ledger.mergeItem(item);
    ledger.setThread(item.id, 'mail:root');
  }
  expect(ids(ledger.thread('mail:root'))).toEqual(['mail:2', 'mail:3', 'mail:1']);
  expect(ledger.threadOf('mail:1')).toBe('mail:root');
  expect(ledger.threadOf('mail:404')).toBeNull();
});

test('conversations are found by any Message-ID a mail bears or refers to, and can be joined', () => {
  ledger.mergeItem(
    mail(1, { inReplyTo: 'lost@north.example', references: ['root@north.example'] }),
  );
  ledger.mergeItem(mail(2));
  ledger.mergeItem(mail(3));
  ledger.setThread('mail:1', 'mail:a');
  ledger.setThread('mail:2', 'mail:b');
  expect(ledger.threadsByMessageIds(['lost@north.example'])).toEqual(['mail:a']);
  expect(ledger.threadsByMessageIds(['root@north.example', 'm2@north.example'])).toEqual([
    'mail:a',
    'mail:b',
  ]);
  expect(ledger.threadsByMessageIds(['m3@north.example', 'other@north.example'])).toEqual([]);
  ledger.joinThreads('mail:b', 'mail:a');
  expect(ids(ledger.thread('mail:a'))).toEqual(['mail:1', 'mail:2']);
  expect(ledger.thread('mail:b')).toEqual([]);
  // What a patch changes is found under its new name only.
  ledger.mergeItem({ kind: 'mail', id: 'mail:1', references: ['new@north.example'] });
  expect(ledger.threadsByMessageIds(['root@north.example'])).toEqual([]);
  expect(ledger.threadsByMessageIds(['new@north.example'])).toEqual(['mail:a']);
  expect(ledger.itemByMessageId('m2@north.example')?.item.id).toBe('mail:2');
  expect(ledger.itemByMessageId('lost@north.example')).toBeNull();
});

test('items by an author: written or assigned, later than an instant, oldest first, limited', () => {
  ledger.mergeItem(mail(4, { from: BEN }));
  ledger.mergeItem(mail(2, { from: BEN }));
  ledger.mergeItem(mail(5, { from: ANNA }));
  ledger.mergeItem(task(3));
  expect(ledger.idsBy('BEN@north.example', minute(0), 10).map((row) => row.id)).toEqual([
    'mail:2',
    'task:3',
    'mail:4',
  ]);
  expect(ledger.idsBy(BEN.address, minute(2), 1).map((row) => row.id)).toEqual(['task:3']);
  ledger.mergeItem({ kind: 'task', id: 'task:3', assignedTo: [] });
  ledger.setThread('mail:2', 'mail:root');
  expect(ledger.idsBy(BEN.address, minute(0), 10)).toEqual([
    { id: 'mail:2', thread: 'mail:root' },
    { id: 'mail:4', thread: null },
  ]);
});

test('the latest message of somebody in a chat of two', () => {
  expect(ledger.latestInPair(BEN.address)).toBeNull();
  for (const item of [chat(1, 'oneOnOne'), chat(3, 'oneOnOne'), chat(4, 'group')])
    ledger.mergeItem(item);
  ledger.mergeItem(chat(5, 'oneOnOne', ANNA));
  ledger.mergeItem(mail(9, { from: BEN }));
  expect(ledger.latestInPair('BEN@north.example')?.item.id).toBe('chat:c/3');
});

test('events and tasks are found by anyone they involve', () => {
  ledger.mergeItem(event(2));
  ledger.mergeItem(task(1, { createdBy: null }));
  ledger.mergeItem(mail(0));
  expect(ids(ledger.calendarAndTasks([BEN.address]))).toEqual(['task:1', 'event:2']);
  expect(ids(ledger.calendarAndTasks([ANNA.address, 'no@north.example']))).toEqual(['event:2']);
});

test('walking all items stands writes on the way and misses none across pages', () => {
  ledger.transaction(() => {
    for (let n = 0; n < 450; n++) ledger.mergeItem(mail(n % 7, { id: `mail:${n}` }));
    ledger.mergeItem(task(1));
  });
  const seen = new Set<string>();
  for (const { item } of ledger.eachItem('mail')) {
    seen.add(item.id);
    ledger.setThread(item.id, 'mail:root');
  }
  expect(seen.size).toBe(450);
  expect([...ledger.eachItem(null)]).toHaveLength(451);
  expect(ids([...ledger.eachItem('task')])).toEqual(['task:1']);
});

test('a stored row that cannot be read is skipped and noted once; a whole patch mends it', () => {
  for (const n of [1, 2, 3]) {
    ledger.mergeItem(mail(n));
    ledger.setThread(`mail:${n}`, 'mail:root');
  }
  const raw = new Connection(place.file);
  raw.exec(`UPDATE contents SET json = '{"kind":' WHERE item = 1`);
  // Well-formed, but written under another shape and no mail at all.
  raw.exec(`UPDATE contents SET json = '{"kind":"mail"}', shape = 'old' WHERE item = 2`);
  raw.close();
  expect(ids(ledger.thread('mail:root'))).toEqual(['mail:3']);
  expect(ids([...ledger.eachItem(null)])).toEqual(['mail:3']);
  expect(ledger.item('mail:1')).toBeNull();
  const told = ledger.refused(10);
  expect(told.map((r) => r.where).sort()).toEqual(['item mail:1', 'item mail:2']);
  expect(told[0]).toMatchObject({ source: 'ledger', at: 7_000 });
  expect(() => ledger.mergeItem({ kind: 'mail', id: 'mail:1', folder: 'x' })).toThrow(
    'not a whole',
  );
  expect(ledger.mergeItem(mail(1)).changed).toBe(true);
  expect(ledger.item('mail:1')?.item).toEqual(mail(1));
});

test('a row of an older shape that still fits is read', () => {
  ledger.mergeItem(mail(1));
  const raw = new Connection(place.file);
  raw.exec("UPDATE contents SET shape = 'older'");
  raw.close();
  expect(ledger.item('mail:1')?.item).toEqual(mail(1));
  expect(ledger.refused(1)).toEqual([]);
});
