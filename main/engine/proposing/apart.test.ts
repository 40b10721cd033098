import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActKind } from '../../../shared/handoff/act';
import type { ChatItem, MailItem } from '../../../shared/handoff/item';
import { running, type Running } from '../../../tests/support/engine';
import { BRAM, chat, LIEN, mail, NORA, OTTO, VERA } from '../../../tests/support/mail';

/** A small week; every message also holds words no reader takes for an act. */
const pair = [NORA, BRAM];
const world: (MailItem | ChatItem)[] = [
  mail('a1', 0, NORA, BRAM, 'Could you send the firing schedule by Friday? The kiln waits for it.'),
  mail('a2', 5, BRAM, NORA, 'On it, you will have it by Thursday. The schedule is long.', {
    answers: 'a1',
  }),
  chat('19:nb', 1, 6, NORA, pair, 'Can you also check the burner valves? They hiss a little.'),
  chat('19:nb', 2, 7, BRAM, pair, 'sure, will check the burner valves tomorrow. Odd, that hiss.'),
  mail('c1', 8, NORA, [BRAM, OTTO], 'Can one of you order new cones? The box is empty.', {
    subject: 'Cones',
  }),
  chat('19:no', 1, 12, OTTO, [NORA, OTTO], 'I will order the new cones today. Box seven.'),
  mail('d1', 9, VERA, NORA, 'Could you confirm the delivery window? The truck is booked.', {
    subject: 'Delivery window',
  }),
  mail('d2', 20, NORA, VERA, 'As soon as I have the dimensions I can confirm the window.', {
    answers: 'd1',
    subject: 'Re: Delivery window',
  }),
  mail('d3', 44, VERA, NORA, 'Any news on the delivery window? The driver keeps asking.', {
    answers: 'd2',
    subject: 'Re: Delivery window',
  }),
  mail('g1', 14, NORA, LIEN, 'Could you draw the floor plan of the workshop? The walls stand.', {
    subject: 'Floor plan',
  }),
  mail('g2', 40, LIEN, NORA, 'Here is the floor plan of the workshop. The walls look thin.', {
    answers: 'g1',
    subject: 'Re: Floor plan',
    attachments: ['plan.pdf'],
  }),
];

/** What a model might say of one of these messages. */
interface Word {
  item: number;
  kind: ActKind;
  first: boolean;
  /** Whether the person sets it aside at once. */
  dismissed: boolean;
}
const words = fc.array(
  fc.record<Word>({
    item: fc.nat(world.length - 1),
    kind: fc.constantFrom<ActKind[]>('request', 'question', 'commitment', 'delivery', 'withdrawal'),
    first: fc.boolean(),
    dismissed: fc.boolean(),
  }),
  { maxLength: 6 },
);

function propose(run: Running, { item: n, kind, first, dismissed }: Word): void {
  const item = world[n];
  if (!item) return;
  const parts = item.body.content.split(/(?<=[.?!]) /);
  const quote = (first ? parts[0] : parts.at(-1)) ?? '';
  const start = item.body.content.indexOf(quote);
  const before = new Set(run.held().map((h) => h.id));
  run.engine.propose({
    itemId: item.id,
    acts: [
      {
        ...{ kind, quote, start, end: start + quote.length, confidence: 0.9 },
        sentence: 0,
        proposedBy: 'kiln-7b',
      },
    ],
  });
  // Words the reader may yet come to hold itself are the person's to judge, not the model's.
  if (!dismissed || first) return;
  for (const one of run.held())
    if (!before.has(one.id)) run.engine.triage({ kind: 'notHandoff', id: one.id });
}

/** Everything Corridor itself holds and has learned. */
async function ownOf(run: Running) {
  while ((await run.engine.look()) > 0);
  return {
    held: run.held().filter((h) => h.proposal === undefined),
    open: run.ledger.openHandoffs(100).map((row) => row.id),
    needsYou: run.ledger.countNeedsYou(),
    learned: [NORA, BRAM, LIEN, OTTO, VERA].map((p) => run.ledger.waitsBefore(p, Infinity, 99)),
  };
}

test('what the reader holds is the same whether or not a model proposes, whatever and whenever', async () => {
  const plain = running(80);
  for (const item of world) plain.take(item);
  const expected = await ownOf(plain);
  expect(expected.held.length).toBeGreaterThan(4);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...world.keys()], { minLength: world.length }),
      fc.array(words, { minLength: world.length, maxLength: world.length }),
      async (order, said) => {
        const run = running(80);
        for (const [turn, n] of order.entries()) {
          const item = world[n];
          if (item) run.take(item);
          for (const word of said[turn] ?? []) propose(run, word);
        }
        expect(await ownOf(run)).toEqual(expected);
      },
    ),
    { numRuns: 25, seed: 20261122 },
  );
}, 120_000);
