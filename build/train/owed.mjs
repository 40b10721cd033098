// Fits what tells whether something is owed for words that ask or promise (shared/reading/learned/owedTable.ts), and says how
// good it is: the conversations of some hands by tables that have seen nothing of those hands.
// usage: node build/train/owed.mjs [--measure [--show]]      half a minute; --measure writes nothing
import { load, write } from './common.mjs';
import { answered, conversations, desks, invented } from './hand.mjs';
import { asModule, buckets, inParts, leftOut, printWrong, stacked } from './stacked.mjs';

const reader = await load('build/train/openings.ts');
const HOW = { size: 1 << 15, parts: 4, l2: { words: 8, weights: 2 } };
const PARTS = 5;
/** Of desks every place that looks like work is marked; what else there is has few that are none, and counts little. */
const COUNTS = { threads: 0.1, plain: 0.1 };

reader.replaceOwed(null);
const rows = [];
for (const thread of conversations())
  for (const { n, quote, kind, x, ids } of reader.studyThread(thread)) {
    const owed = thread.works.some((w) => w.in === n && reader.sameWords(quote, w.quote));
    rows.push({
      ...{ quote, kind, x, of: 'threads', weight: COUNTS.threads },
      hand: `t${thread.by}`,
      ids: buckets(ids, HOW.size),
      y: owed ? 1 : 0,
    });
  }
/** What only says a work again, or moves it, is none of its own, and nothing that is none. */
for (const desk of desks())
  for (const { n, quote, kind, x, ids } of reader.studyDesk(desk)) {
    const { channel, opens = [], moves = [] } = desk.messages.find((m) => m.n === n);
    const is = (label) => label.quote && reader.sameWords(quote, label.quote);
    const owed =
      opens.some(is) || moves.some((m) => is(m) && ['again', 'reminded'].includes(m.how));
    if (!owed && moves.some(is)) continue;
    rows.push({
      ...{ quote, kind, x, of: channel },
      hand: `d${desk.by}`,
      ids: buckets(ids, HOW.size),
      y: owed ? 1 : 0,
    });
  }
/** Single lines and asks with their answers: plain ones, so many that each counts little. */
const plain = [
  ...answered().map(({ by, channel, ask }) => ({ by, channel, text: ask, isAsk: true })),
  ...invented().map(({ by, input: { channel, text }, labels }) => ({ by, channel, text, labels })),
];
for (const { by, channel, text, isAsk, labels = [] } of plain) {
  const thread = {
    ...{ channel, people: { A: 'Ann Lee', B: 'Bo Ray' } },
    messages: [{ n: 1, by: 'A', to: ['B'], text }],
  };
  for (const { quote, kind, x, ids } of reader.studyThread(thread)) {
    const label = labels.find((l) => reader.sameWords(quote, l.text));
    // A line that is a question may be small talk.
    if (label?.kinds.includes('question')) continue;
    const owed = isAsk || label?.kinds.some((k) => ['request', 'commitment'].includes(k));
    rows.push({
      ...{ quote, kind, x, of: 'plain', hand: `p${by}`, weight: COUNTS.plain },
      ids: buckets(ids, HOW.size),
      y: owed ? 1 : 0,
    });
  }
}
console.error(`${rows.length} openings, ${rows.filter((r) => r.y).length} of them owed`);

if (process.argv.includes('--measure')) {
  leftOut(rows, PARTS, HOW);
  const tell = (name, some) => {
    const [right, wrong] = [1, 0].map((y) => some.filter((r) => r.y === y));
    console.log(`${name}: ${right.length} owed, ${wrong.length} not`);
    for (const least of [0.35, 0.5, 0.6, 0.7, 0.8]) {
      const [lost, kept] = [right.filter((r) => r.p < least), wrong.filter((r) => r.p >= least)];
      console.log(
        `  below ${least} left out: ${lost.length} owed lost, ${kept.length} wrongly held`,
      );
    }
  };
  inParts(rows, tell);
  if (process.argv.includes('--show'))
    printWrong(rows, { low: 0.3, high: 0.5, names: ['OWED', 'none'] });
} else {
  write(
    'shared/reading/learned/owedTable.ts',
    `import type { PackedTable } from './table';

/**
 * Written by build/train/owed.mjs; not to be edited. Learned from ${rows.length} asks and promises of conversations invented for this
 * project (build/train/labels/threads.jsonl, desks.jsonl); see docs/reading.md. The weights stand in the order of
 * \`owedFeatures\`, then that of the words, and the bias.
 */
${asModule(stacked(rows, HOW), 'OWED')}`,
  );
}
