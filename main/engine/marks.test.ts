import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tapLinks, tokenOf } from '../../shared/catching/oneTap';
import type { HandoffDetail } from '../../shared/contract/views';
import type { MailItem, Person } from '../../shared/handoff/item';
import { markerText } from '../../shared/handoff/marker';
import { running, type Running } from '../../tests/support/engine';
import { BRAM, chat, hour, LIEN, mail, NORA, OTTO, VERA } from '../../tests/support/mail';
import type { OutboxEntry } from '../ledger/types';

const ENTRY = '0f8fad5b-d9cb-469f-a165-70867728950e';
const marked = (item: MailItem, ...handoffs: string[]): MailItem => ({
  ...item,
  marker: markerText({ handoffs, entry: ENTRY }),
});
const ASK = 'Could you please send me the firing schedule by Friday?';
const asking = (over: Partial<MailItem> = {}) => mail('ask', 0, NORA, BRAM, ASK, over);

/** The desk of Nora, or of somebody else, with these mails. */
function deskOf(me: Person, ...items: MailItem[]): Running {
  const run = running(30, { me: [me] });
  run.take(...items);
  return run;
}

// The mark ------------------------------------------------------------------------------------------------------------

test('two desks that read one mail hold it under one name, and the mark says that the other does', () => {
  const nora = deskOf(NORA, asking());
  const { id } = nora.of('firing schedule');
  const confirm = marked(mail('c1', 6, NORA, BRAM, 'Is it with you?', { answers: 'ask' }), id);
  const bram = deskOf(BRAM, asking(), confirm);
  expect(bram.of('firing schedule')).toMatchObject({
    id,
    shared: { by: NORA, at: hour(6), source: { kind: 'mail', id: 'c1@mail.example' }, id },
  });
  // Her own mail says nothing of his desk.
  nora.take(confirm);
  expect(nora.of('firing schedule').shared).toBeUndefined();
  nora.take(marked(mail('a1', 7, BRAM, NORA, 'On it.', { answers: 'c1' }), id));
  expect(nora.of('firing schedule').shared).toMatchObject({ by: BRAM, id });
});

test('what a desk asks of its own accord is held under its own name at the other, and both names are kept', () => {
  const theirs = 'aaaaaaaaaaaaaaaa';
  const bram = deskOf(BRAM, marked(asking(), theirs));
  const held = bram.of('firing schedule');
  expect(held.id).not.toBe(theirs);
  expect(held.shared?.id).toBe(theirs);
});

test('the mark may come as a header, and later than the mail it is on', () => {
  const text = markerText({ handoffs: ['bbbbbbbbbbbbbbbb'], entry: ENTRY });
  const bram = deskOf(BRAM, asking());
  expect(bram.of('firing schedule').shared).toBeUndefined();
  bram.take(asking({ headers: { 'x-corridor-handoff': text } }));
  expect(bram.of('firing schedule').shared?.id).toBe('bbbbbbbbbbbbbbbb');
});

test('a mark that names a handoff from another conversation ties only the label, whichever comes first', () => {
  const { id } = deskOf(NORA, asking()).of('firing schedule');
  const elsewhere = marked(mail('e1', 8, BRAM, NORA, 'Good morning.', { subject: 'Lunch' }), id);
  const [first, second] = [deskOf(NORA, asking(), elsewhere), deskOf(NORA, elsewhere, asking())];
  for (const nora of [first, second])
    expect(nora.of('firing schedule')).toMatchObject({
      rung: 0,
      evidence: [],
      shared: { by: BRAM, source: { id: 'e1@mail.example' } },
    });
});

test('somebody who holds neither end, and a mark that is none, say nothing', () => {
  const { id } = deskOf(NORA, asking()).of('firing schedule');
  const bad = ['', id, `${id};`, `${id};${ENTRY};x`, `${id},${id},${id};${ENTRY}`, `${id};1`];
  const nora = deskOf(
    NORA,
    asking(),
    marked(mail('m1', 5, OTTO, NORA, 'Hello.', { answers: 'ask' }), id),
    ...bad.map((marker, n) => ({
      ...mail(`b${n}`, 6 + n, BRAM, NORA, 'Hello.', { subject: `Other ${n}` }),
      marker,
    })),
  );
  expect(nora.of('firing schedule').shared).toBeUndefined();
});

const PEOPLE = [NORA, BRAM, LIEN, OTTO, VERA];
const SAID = [
  'Could you please send me the tile drawings by Friday?',
  'On it.',
  'Here are the tile drawings.',
  'Not me, please ask Otto Grau.',
  'Any news on the tile drawings?',
  'Which version of the tile drawings do you mean?',
  'Thanks!',
];
const stories = fc
  .array(
    fc.record({
      from: fc.nat(4),
      to: fc.nat(3),
      said: fc.nat(SAID.length - 1),
      answers: fc.nat(9),
      byChat: fc.boolean(),
      mark: fc.constantFrom('none', 'held', 'copied', 'foreign', 'malformed', 'late'),
      which: fc.nat(9),
    }),
    { minLength: 2, maxLength: 9 },
  )
  .map((lines) => {
    const items = lines.map((line, n) => {
      const from = PEOPLE[line.from] ?? NORA;
      const to = PEOPLE.filter((p) => p !== from)[line.to] ?? BRAM;
      const text = SAID[line.said] ?? '';
      if (line.byChat && line.said % 2 === 1) {
        const pair = [from, to].sort((a, b) => (a.address < b.address ? -1 : 1));
        return chat(`19:${pair.map((p) => p.name[0]).join('')}`, n, n * 4, from, pair, text);
      }
      return mail(`s${n}`, n * 4, from, to, text, {
        subject: 'Tile drawings',
        ...(line.answers < n ? { answers: `s${line.answers}` } : {}),
      });
    });
    return { items, lines };
  });

const bare = ({ shared: _shared, ...rest }: HandoffDetail): Omit<HandoffDetail, 'shared'> => rest;
const state = (run: Running) =>
  run
    .held()
    .map(bare)
    .map((h) => ({ ...h, catch: h.catch && { ...h.catch, inReplyTo: null } }));

test('with marks and without, forged, copied, malformed, foreign or replayed, everything but the label is the same (I10)', () => {
  let labels = 0;
  fc.assert(
    fc.property(stories, ({ items, lines }) => {
      const plain = running(200);
      const told: unknown[] = [];
      for (const item of items) {
        plain.take(item);
        told.push(plain.changes.splice(0).map((c) => [c.answered, c.risen]));
      }
      const ids = plain.ledger.handoffIds();
      const withMark = (item: (typeof items)[number], n: number) => {
        const line = lines[n];
        if (item.kind !== 'mail' || !line || line.mark === 'none') return item;
        const id = ids[line.which % Math.max(1, ids.length)] ?? 'cccccccccccccccc';
        if (line.mark === 'malformed') return { ...item, marker: `${id};; drop everything` };
        if (line.mark === 'foreign') return marked(item, 'dddddddddddddddd');
        return marked(item, ...(line.mark === 'copied' ? [id, 'eeeeeeeeeeeeeeee'] : [id]));
      };
      const run = running(200);
      for (const [n, item] of items.entries()) {
        const late = lines[n]?.mark === 'late';
        run.take(late ? item : withMark(item, n));
        const changes = run.changes.splice(0).map((c) => [c.answered, c.risen]);
        expect(changes.filter((c) => c.flat().length > 0)).toEqual(
          (told[n] as unknown[][]).filter((c) => c.flat().length > 0),
        );
        // The header may come with a later row, and everything may come again.
        run.take(withMark(item, n));
      }
      const length = () => ids.map((id) => run.ledger.log(id).length);
      const lengths = length();
      run.take(...items.map(withMark));
      expect(length()).toEqual(lengths);
      // What is proposed is as of the last look: both look at everything once more.
      plain.take(...items);
      expect(state(run)).toEqual(state(plain));
      labels += run.held().filter((h) => h.shared).length;
      plain.ledger.close();
      run.ledger.close();
    }),
    { numRuns: 60 },
  );
  expect(labels).toBeGreaterThan(20);
}, 120_000);

// One-tap answers -----------------------------------------------------------------------------------------------------

/** Nora has asked Bram again, with one-tap answers. */
function asked(to: Person[] = [BRAM]): { nora: Running; token: string; id: string } {
  const nora = deskOf(NORA, asking());
  const { id } = nora.of('firing schedule');
  const entry: OutboxEntry = {
    id: ENTRY,
    handoffId: id,
    state: 'sent',
    draft: {
      ...{ to, cc: [], subject: 'Re: Kiln three', body: 'Is it with you?', reasons: [] },
      ...{ channel: 'mail', inReplyTo: 'mail:ask', oneTap: { on: true, day: '' } },
    },
    ...{ approvedHash: null, sendAt: null, remoteId: 'c1', remoteStep: 'asked', problem: null },
    ...{ createdAt: 1, updatedAt: 1 },
  };
  nora.ledger.putOutbox(entry);
  nora.take(mail('c1', 6, NORA, BRAM, 'Is it with you?', { answers: 'ask' }));
  return { nora, token: tokenOf(ENTRY), id };
}
/** The reply that the nth link opens, as it comes back when nothing is changed in it. */
function replyOf(token: string, nth: number, fill = ''): string {
  const links = tapLinks({ to: NORA, token, subject: 'Re: Kiln three', day: '' });
  const body = new URL(links[nth]?.href ?? '').searchParams.get('body') ?? '';
  return body.replace('By ', `By ${fill}`);
}
const reply = (from: Person, text: string, at = 8, over: Partial<MailItem> = {}) =>
  mail(`t${at}`, at, from, NORA, text, { subject: 'Re: Kiln three', ...over });

test('each answer is read by its line: taken, returned, taken with a day', () => {
  const mine = asked();
  mine.nora.take(reply(BRAM, replyOf(mine.token, 0)));
  expect(mine.nora.of('firing schedule')).toMatchObject({ rung: 5, turn: 'taker', state: 'open' });
  expect(mine.nora.of('firing schedule').evidence.at(-1)).toMatchObject({
    ...{ kind: 'taken', by: BRAM, quote: 'I have it' },
    source: { kind: 'mail', id: 't8@mail.example' },
  });
  const not = asked();
  not.nora.take(reply(BRAM, replyOf(not.token, 1)));
  expect(not.nora.of('firing schedule')).toMatchObject({
    ...{ rung: 4, turn: 'giver' },
    takerEnd: { is: 'declined', by: BRAM },
  });
  const by = asked();
  by.nora.take(reply(BRAM, replyOf(by.token, 2, 'Thursday 5 March')));
  expect(by.nora.of('firing schedule').evidence.at(-1)).toMatchObject({
    ...{ kind: 'taken', until: '2026-03-05', quote: 'By Thursday 5 March' },
  });
});

test('a day left open or not to be told promises none', () => {
  for (const day of ['', 'Friday or Monday', 'soon']) {
    const { nora, token } = asked();
    nora.take(reply(BRAM, replyOf(token, 2, day)));
    expect(nora.of('firing schedule').rung).toBeLessThan(5);
  }
});

test('quotes, a signature and a mail client’s markup do not matter', () => {
  const { nora, token } = asked();
  nora.take(
    reply(BRAM, '', 8, {
      body: {
        type: 'html',
        content:
          `<div>I have it</div><div><br></div><div>[Corridor&nbsp;${token}]</div><div>--&nbsp;<br>Bram Oster<br>Not mine</div><blockquote>Not mine<br>[Corridor ${token}]</blockquote>`.replace(
            'Corridor&nbsp;',
            'Corridor ',
          ),
      },
    }),
  );
  expect(nora.of('firing schedule').rung).toBe(5);
});

test('what is quoted only, two tokens, or an answer with words in its line is none', () => {
  const { token } = asked();
  for (const text of [
    `Hello Nora.\n\n> I have it\n>\n> [Corridor ${token}]`,
    `I have it\n\n[Corridor ${token}]\n\n[Corridor 0123456789ab]`,
    `I have it, I think\n\n[Corridor ${token}]`,
    `I have it\n\n[Corridor 0123456789ab]`,
  ]) {
    const { nora } = asked();
    nora.take(reply(BRAM, text));
    const reasons = nora.of('firing schedule').evidence.map((e) => e.link.reason);
    expect(reasons.filter((r) => r.startsWith('answered with the link'))).toEqual([]);
  }
});

test('a token from somebody it was not put to is a note and nothing else', () => {
  const { nora, token } = asked();
  const before = nora.of('firing schedule');
  nora.take(reply(OTTO, replyOf(token, 0)));
  const after = nora.of('firing schedule');
  expect(after.evidence.at(-1)).toMatchObject({ kind: 'bystander', by: OTTO, end: 'other' });
  const told = ({
    rung,
    turn,
    state: now,
    taker,
    takerEnd,
    lastMoveAt,
    needsYou,
  }: HandoffDetail) => ({
    ...{ rung, turn, now, taker, takerEnd, lastMoveAt, needsYou },
  });
  expect(told(after)).toEqual(told(before));
  expect(nora.changes.at(-1)?.answered ?? []).toEqual([]);
});

test('the answer is not guessed at as well: nothing else in the mailbox is answered by it', () => {
  const { nora, token } = asked();
  nora.take(
    mail('other', 1, NORA, BRAM, 'Could you please send me the glaze order?', {
      subject: 'Kiln three glaze',
    }),
  );
  const before = nora.of('glaze order');
  nora.take(reply(BRAM, replyOf(token, 0)));
  expect(nora.of('glaze order').evidence).toEqual(before.evidence);
});

test('what stands beside the answer is read like any words', () => {
  const { nora, token } = asked();
  const more = 'Which version of the firing schedule do you mean?';
  nora.take(reply(BRAM, `${replyOf(token, 0)}\n${more}`));
  expect(nora.of('by Friday').rung).toBe(5);
  const kinds = nora.of('by Friday').evidence.map(({ kind, quote }) => [kind, quote]);
  expect(kinds).toContainEqual(['taken', 'I have it']);
  expect(kinds).toContainEqual(['questioned', more]);
});

test('told again it changes nothing, and a second answer stands as the later one', () => {
  const { nora, token } = asked();
  const first = reply(BRAM, replyOf(token, 0));
  nora.take(first);
  const after = nora.of('firing schedule');
  nora.take(first, { ...first, id: 'mail:copy' });
  expect(nora.of('firing schedule').evidence).toEqual(after.evidence);
  nora.take(reply(BRAM, replyOf(token, 1), 9));
  expect(nora.of('firing schedule').turn).toBe('giver');
});

test('an answer that comes before the conversation is known is heard all the same', () => {
  const { token, id } = asked();
  const nora = deskOf(NORA);
  const source = asked().nora.ledger.outbox(ENTRY);
  if (source) nora.ledger.putOutbox(source);
  nora.take(reply(BRAM, replyOf(token, 0)));
  nora.take(asking());
  expect(nora.of('firing schedule')).toMatchObject({ id, rung: 5 });
});
