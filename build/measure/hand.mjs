// Measures every kind of act on the labelled sentences (build/train/labels), each in its message: mail labelled by hand,
// and what was invented, by tables that have seen nothing of the hand that wrote it.
import { knotsOf, through } from '../train/calibrate.mjs';
import { score, shown } from '../train/common.mjs';
import { at, handLabelled } from '../train/hand.mjs';
import { KINDS, everyMessage, judged } from '../train/judged.mjs';
import { FOLDS, foldOf, isAsking, isPromising, leftOut, lessons } from '../train/lessons.mjs';

const HELD = 0.5;

function line(what, held, truth) {
  const labelled = truth.filter(Boolean).length;
  console.log(
    `  ${what.padEnd(28)} ${shown(score(held, truth))}  labelled ${labelled}, held ${held.filter(Boolean).length}`,
  );
}

/** Asking by the rules alone and by the left-out table alone, for what each of the two is worth. */
function apart(reader, tables) {
  const { study } = reader;
  const [rules, table, truth] = [[], [], []];
  for (let fold = 0; fold < FOLDS; fold++) {
    reader.asks.replace(tables[fold]);
    for (const { input, labels } of handLabelled()) {
      const here = labels.filter((l) => foldOf(l.text) === fold);
      if (here.length === 0) continue;
      const seen = study(input.text, { from: input.from, to: input.to, cc: input.cc });
      for (const label of here) {
        const sentence = at(label, seen);
        rules.push((sentence?.rules ?? 0) >= HELD);
        table.push((sentence?.table ?? -9) >= 0);
        truth.push(isAsking(label.kinds));
      }
    }
  }
  line('asking, rules alone', rules, truth);
  line('asking, table alone', table, truth);
}

/** What confidence is worth: acts found by their raw and by their calibrated confidence, knots left out. */
function reliability(kind, sentences) {
  const found = sentences.filter((s) => s.found[kind] > 0);
  const point = (s) => ({ p: s.found[kind], y: s.kinds.includes(kind) ? 1 : 0, weight: 1 });
  const rows = found.map((s) => {
    const knots = knotsOf(found.filter((o) => o.fold !== s.fold).map(point));
    return { ...point(s), q: through(knots, s.found[kind]) };
  });
  console.log(`  ${kind}: raw confidence, acts, right; calibrated on the other folds, acts, right`);
  for (const [low, high] of [
    [0, 0.5],
    [0.5, 0.7],
    [0.7, 0.85],
    [0.85, 1.01],
  ]) {
    const part = (key) => {
      const inside = rows.filter((r) => r[key] >= low && r[key] < high);
      const mean = (f) => inside.reduce((s, r) => s + f(r), 0) / (inside.length || 1);
      return `${String(inside.length).padStart(5)}  said ${mean((r) => r[key]).toFixed(2)}  right ${mean((r) => r.y).toFixed(2)}`;
    };
    console.log(
      `    ${low.toFixed(2)}-${Math.min(1, high).toFixed(2)}  ${part('p')}   |${part('q')}`,
    );
  }
}

export function hand(reader, errors) {
  const { study, readText, replaceKnots, BUCKETS } = reader;
  const list = lessons(study, BUCKETS);
  const [asking, promising] = [isAsking, isPromising].map((is) => leftOut(list, BUCKETS, is));
  replaceKnots({});
  const everything = judged(
    readText,
    (fold) => {
      reader.asks.replace(asking[fold]);
      reader.promises.replace(promising[fold]);
    },
    everyMessage(),
  );
  for (const set of ['lines', 'messages']) {
    const part = everything.filter((s) => s.set === set);
    const held = (kinds) => part.map((s) => kinds.some((kind) => s.found[kind] >= HELD));
    console.log(`${set} invented for learning, ${part.length} sentences, left out by hand`);
    line(
      'asking',
      held(['request', 'question']),
      part.map((s) => isAsking(s.kinds)),
    );
    line(
      'promising',
      held(['commitment']),
      part.map((s) => isPromising(s.kinds)),
    );
    line(
      'promising or accepting',
      held(['commitment', 'acceptance']),
      part.map((s) => isPromising(s.kinds)),
    );
  }
  const sentences = everything.filter((s) => s.set === 'mail');
  console.log(`hand-labelled, ${sentences.length} sentences in their mails, left out`);
  apart(reader, asking);
  line(
    'asking, reader',
    sentences.map((s) => s.found.request >= HELD || s.found.question >= HELD),
    sentences.map((s) => isAsking(s.kinds)),
  );
  for (const kind of KINDS)
    line(
      kind,
      sentences.map((s) => s.found[kind] >= HELD),
      sentences.map((s) => s.kinds.includes(kind)),
    );
  for (const kind of KINDS)
    if (sentences.filter((s) => s.kinds.includes(kind)).length >= 28) reliability(kind, sentences);
  if (!errors) return;
  for (const kind of KINDS)
    for (const s of sentences)
      if (s.found[kind] >= HELD !== s.kinds.includes(kind))
        console.log(
          `    ${kind} ${s.kinds.includes(kind) ? 'missed' : 'wrong '} ${s.found[kind].toFixed(2)} ${s.text.replace(/\s+/g, ' ').slice(0, 140)}`,
        );
}
