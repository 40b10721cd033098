// Fits the tables that find what is to be done and what is decided in a meeting (shared/reading/learned/talkTables.ts).
// usage: node build/train/talk.mjs [--steps] [--sites]        needs ../shared/data; some ten minutes
// With --steps it also measures what each group of columns brings; with --sites it only measures how well
// what is learned at two of AMI's three sites holds at the third.
import { load, meetingsOf, needData, rows, score, shown, windowsOf, write } from './common.mjs';
import { fit, fitDense, oddsOf, pack } from './fit.mjs';

needData();
const {
  BUCKETS,
  COURSED,
  COURSED_TO,
  lessonsOf,
  placesOf,
  placesToLook,
  PLACED,
  scoresOf,
  shareOf,
} = await load('build/train/study.ts');
const gold = new Map(rows('ami_meetings/train.summaries.jsonl').map((s) => [s.meeting, s]));
const meetings = ['ES', 'IS', 'TS']
  .flatMap((p) => meetingsOf(rows(`ami_meetings/train-${p}.jsonl`)))
  .map((list) => {
    const at = new Map(list.map((r, i) => [r.id, i]));
    const summary = gold.get(list[0].meeting);
    const evidence = (items) =>
      summary[items]
        .map((x) => x.evidence.flatMap((id) => at.get(id) ?? []))
        .filter((x) => x.length > 0);
    return {
      name: list[0].meeting,
      list,
      ...lessonsOf(list),
      is_action: evidence('actions'),
      is_decision: evidence('decisions'),
    };
  });
const marked = (m, key) => m.list.some((r) => r[key]);

/** What each table looks at; what stands beside a marked utterance is mostly more of the same: part of an example. */
const TABLES = {
  acting: { key: 'is_action', reach: 'five', beside: 0.15, weight: 6, l2: 10 },
  actingNear: { key: 'is_action', reach: 'one', beside: 0.15, weight: 6, l2: 10 },
  deciding: { key: 'is_decision', reach: 'three', beside: 0.3, weight: 6, l2: 30 },
  telling: { key: 'in_summary', reach: 'three', beside: 0, weight: 1, l2: 10 },
  // By all words of the window, in rows of one length: whether a marked one is within three.
  around: {
    key: 'is_decision',
    reach: 'window',
    beside: 1,
    within: 3,
    weight: 1,
    l2: 0.33,
    size: 1 << 14,
    rounds: 45,
  },
};
const near = (list, i, key, most) => {
  for (let d = 1; d <= most; d++) if (list[i - d]?.[key] || list[i + d]?.[key]) return true;
  return false;
};
const seen = ({ lessons }, i, { reach, size }) =>
  reach === 'window'
    ? lessons[i].window.map((id) => id & (size - 1))
    : lessons[i].ids.subarray(0, lessons[i].reach[reach]);
const lengthOf = (ids, { reach }) => (reach === 'window' ? 1 / Math.sqrt(ids.length || 1) : 1);

function tableOf(part, how) {
  const { key, beside, within = 2, weight, l2, size = BUCKETS, rounds = 22 } = how;
  const examples = part
    .filter((m) => marked(m, key))
    .flatMap((m) =>
      m.list.map((r, i) => {
        const ids = seen(m, i, how);
        const y = r[key] ? 1 : near(m.list, i, key, within) ? beside : 0;
        return { ids, y, weight: r[key] ? weight : 1, by: lengthOf(ids, how) };
      }),
    );
  return fit(examples, size, { l2, rounds });
}

/** How the second step learns: acts from what is marked; decisions thrice, so that a window and each item counts too. */
const STEPS = {
  act: {
    key: 'is_action',
    own: 'acting',
    views: [{ around: 0, beside: 0 }],
    // The course of talk tells nothing of what is to be done that these do not (left out: .57 with or without).
    without: (c) => c >= COURSED && c < COURSED_TO,
  },
  decide: {
    key: 'is_decision',
    own: 'deciding',
    places: true,
    views: [
      { around: 0, beside: 0 },
      { around: 2, beside: 0.4, items: 2 },
      { around: 3, beside: 1 },
    ],
  },
};
const BOUND = 4;
const nothing = () => false;

function weighingOf(part, { key, views, without = nothing }, also = nothing) {
  const use = part.filter((m) => marked(m, key));
  const { width } = use[0].places;
  const count = use.reduce((sum, m) => sum + m.list.length, 0);
  const column = (c) => {
    let [sum, square] = [0, 0];
    for (const { places } of use)
      for (let k = c; k < places.rows.length; k += width) {
        sum += places.rows[k];
        square += places.rows[k] ** 2;
      }
    const mean = sum / count;
    return { mean, spread: Math.sqrt(Math.max(0, square / count - mean * mean)) || 1 };
  };
  const columns = Array.from({ length: width }, (_, c) => column(c));
  const kept = columns.map((_, c) => c).filter((c) => !without(c) && !also(c));
  const n = kept.length + 1;
  const x = new Float64Array(count * n);
  let row = 0;
  for (const { places } of use)
    for (let o = 0; o < places.rows.length; o += width, row++) {
      kept.forEach((c, k) => {
        const { mean, spread } = columns[c];
        x[row * n + k] = Math.max(-BOUND, Math.min(BOUND, (places.rows[o + c] - mean) / spread));
      });
      x[row * n + n - 1] = 1;
    }
  const total = new Array(kept.length + 1).fill(0);
  for (const { around, beside, items } of views) {
    const [y, at] = [[], []];
    for (const m of use) {
      // An item told in many utterances counts hardly more than one told in one.
      const share = new Map();
      for (const evidence of m[key])
        for (const i of evidence)
          share.set(i, Math.max(share.get(i) ?? 0, 3 / (2 + evidence.length)));
      m.list.forEach((r, i) => {
        y.push(r[key] ? 1 : near(m.list, i, key, around) ? beside : 0);
        at.push(r[key] && items ? items * Math.max(0.3, share.get(i) ?? 0) : 1);
      });
    }
    fitDense(x, n, y, { l2: 20, at }).forEach((v, k) => (total[k] += v / views.length));
  }
  const weights = new Array(width).fill(0);
  let bias = total.at(-1);
  kept.forEach((c, k) => {
    weights[c] = total[k] / columns[c].spread;
    bias -= weights[c] * columns[c].mean;
  });
  return {
    bias,
    weights,
    least: columns.map(({ mean, spread }) => mean - BOUND * spread),
    most: columns.map(({ mean, spread }) => mean + BOUND * spread),
  };
}

const oddsUnder = (m, tables) =>
  Object.fromEntries(
    Object.entries(TABLES).map(([name, how]) => [
      name,
      Float64Array.from(m.lessons, (_, i) => {
        const ids = seen(m, i, how);
        return oddsOf(tables[name], ids, lengthOf(ids, how));
      }),
    ]),
  );
const tablesOf = (part) =>
  Object.fromEntries(Object.entries(TABLES).map(([name, how]) => [name, tableOf(part, how)]));

const isPlace = (c, width) => c >= width + PLACED.from && c < width + PLACED.to;

const looked = ({ places }, scores) => (places ? placesToLook(scores) : scores);

/** The mean of tables fitted on different meetings: what one of them has by chance the others do not. */
function meanOf(bag) {
  const mean = { weights: new Float64Array(bag[0].weights.length), bias: 0 };
  for (const { weights, bias } of bag) {
    weights.forEach((w, i) => (mean.weights[i] += w / bag.length));
    mean.bias += bias / bag.length;
  }
  return mean;
}

/**
 * Leaves every fold of every folding out once; each meeting then has the mean odds of the tables which never
 * saw it, and the scores of a second step which never saw it. Gives the scores, and the mean of all tables.
 */
function leaveOut(foldings) {
  const bag = [];
  const sums = new Map();
  for (const foldOf of foldings)
    for (const fold of [...new Set(meetings.map(foldOf))]) {
      const tables = tablesOf(meetings.filter((m) => foldOf(m) !== fold));
      bag.push(tables);
      for (const m of meetings.filter((n) => foldOf(n) === fold)) {
        const odds = oddsUnder(m, tables);
        const before = sums.get(m);
        if (before)
          for (const name of Object.keys(TABLES))
            odds[name] = odds[name].map((z, i) => z + before[name][i]);
        sums.set(m, odds);
      }
      console.error(`tables without ${fold}`);
    }
  for (const m of meetings) {
    const odds = sums.get(m);
    for (const name of Object.keys(TABLES)) odds[name] = odds[name].map((z) => z / foldings.length);
    m.odds = odds;
    m.places = placesOf(m.said, odds);
  }
  const [foldOf] = foldings;
  const folds = [...new Set(meetings.map(foldOf))];
  const { width } = meetings[0].places;
  const scored = (step, also) => {
    const out = new Map();
    for (const fold of folds) {
      const by = weighingOf(
        meetings.filter((m) => foldOf(m) !== fold),
        step,
        also,
      );
      for (const m of meetings.filter((n) => foldOf(n) === fold))
        out.set(m, looked(step, scoresOf(m.places, by)));
    }
    return out;
  };
  const report = {};
  for (const [name, step] of Object.entries(STEPS)) {
    const whole = scored(step);
    report[name] = whole;
    const ways = {
      'table alone': new Map(meetings.map((m) => [m, m.odds[step.own]])),
      ...(process.argv.includes('--steps') && {
        'with sequence': scored(step, (c) => c >= COURSED),
        'with position in the meeting': scored(step, (c) => c >= COURSED && !isPlace(c, width)),
        'with speakers and length': scored(step, (c) => c >= COURSED && c < COURSED_TO),
      }),
      all: whole,
    };
    for (const [way, scores] of Object.entries(ways)) judge(`${name}, ${way}`, scores, step.key);
    for (const site of ['ES', 'IS', 'TS'])
      judge(`${name}, all, ${site}`, whole, step.key, (m) => m.name.startsWith(site));
  }
  const tables = Object.fromEntries(
    Object.keys(TABLES).map((name) => [name, meanOf(bag.map((one) => one[name]))]),
  );
  return { report, tables };
}

/** As many held as are marked: steadier from meeting to meeting than the point of the best F1. */
function judge(what, scores, key, wanted = () => true) {
  const part = meetings.filter((m) => marked(m, key) && wanted(m));
  const truth = part.flatMap((m) => m.list.map((r) => r[key]));
  const all = part.flatMap((m) => [...scores.get(m)]);
  const at = [...all].sort((a, b) => b - a)[truth.reduce((s, y) => s + y, 0)];
  let [found, items, good, picks] = [0, 0, 0, 0];
  for (const m of part) {
    const chosen = windowsOf(scores.get(m));
    const hit = (i) => chosen.some((p) => Math.abs(p - i) <= 3);
    items += m[key].length;
    found += m[key].filter((x) => x.some(hit)).length;
    picks += chosen.length;
    good += chosen.filter((p) => m[key].flat().some((i) => Math.abs(p - i) <= 3)).length;
  }
  const held = all.map((z) => z >= at);
  console.error(
    `${what.padEnd(44)} items ${(found / items).toFixed(3)} windows ${(good / picks).toFixed(3)} utterances ${shown(score(held, truth))}`,
  );
}

/**
 * Score to share: bins of left-out scores, made to rise, joined by lines. Of meetings with marks only, as every
 * measure here: where annotators linked nothing at all, work was often handed out all the same.
 */
function knownOf(scores, key) {
  const all = meetings
    .filter((m) => marked(m, key))
    .flatMap((m) =>
      m.list.map((r, i) => ({ z: scores.get(m)[i], y: r[key] || near(m.list, i, key, 3) ? 1 : 0 })),
    )
    .sort((a, b) => a.z - b.z);
  const count = all.filter((x) => x.y).length;
  const bins = [];
  let end = all.length;
  for (const size of [0.03, 0.04, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.4, 0.8, 1.6, 3.2, 99]) {
    const start = Math.max(0, end - Math.round(size * count));
    const bin = all.slice(start, end);
    if (bin.length > 0) bins.unshift({ n: bin.length, z: sum(bin, 'z'), y: sum(bin, 'y') });
    end = start;
  }
  for (let b = 1; b < bins.length;) {
    const [low, high] = [bins[b - 1], bins[b]];
    if (low.y / low.n < high.y / high.n) b++;
    else {
      bins.splice(b - 1, 2, { n: low.n + high.n, z: low.z + high.z, y: low.y + high.y });
      b = Math.max(1, b - 1);
    }
  }
  return bins.map(({ n, z, y }) => [Number((z / n).toFixed(4)), Number((y / n).toFixed(4))]);
}
const sum = (list, field) => list.reduce((total, x) => total + x[field], 0);

/** Meetings of one series are of the same four people: they are left out together. */
const seriesOf = (m) => m.name.slice(0, 6);
const series = [...new Set(meetings.map(seriesOf))].sort();
const FOLDS = 6;
const FOLDINGS = 3;

/** The series dealt into folds: in order the first time, then shuffled, the same way every time. */
function folding(round) {
  const order = [...series];
  let seed = round * 7919;
  for (let i = round === 0 ? 0 : order.length - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((seed / 2 ** 32) * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return (m) => order.indexOf(seriesOf(m)) % FOLDS;
}

if (process.argv.includes('--sites')) {
  leaveOut([(m) => m.name.slice(0, 2)]);
  process.exit(0);
}
const { report: leftOut, tables: learned } = leaveOut(
  Array.from({ length: FOLDINGS }, (_, round) => folding(round)),
);
for (const [name, step] of Object.entries(STEPS)) {
  const known = knownOf(leftOut[name], step.key);
  const truth = [];
  const held = meetings.flatMap((m) =>
    marked(m, step.key)
      ? m.list.map((r, i) => {
          truth.push(r[step.key]);
          return shareOf(known, leftOut[name].get(m)[i]) >= 0.5;
        })
      : [],
  );
  console.error(`${name}, left out, held from 0.5 on: ${shown(score(held, truth))}`);
  learned[name] = { ...weighingOf(meetings, step), known };
}

const number = (x) => String(Number(x.toPrecision(5)));
const packed = (table) => {
  const { bias, scale, weights } = pack(table);
  return `{\n    bias: ${String(bias)},\n    scale: ${String(scale)},\n    weights: '${weights}',\n  }`;
};
const weighed = ({ bias, weights, least, most, known }) =>
  `{\n    bias: ${number(bias)},\n    weights: [${weights.map(number).join(', ')}],\n    least: [${least.map(number).join(', ')}],\n    most: [${most.map(number).join(', ')}],\n    known: [${known.map(([z, y]) => `[${String(z)}, ${String(y)}]`).join(', ')}],\n  }`;
write(
  'shared/reading/learned/talkTables.ts',
  `import type { Tables } from './hearing';

/**
 * Written by build/train/talk.mjs; not to be edited. Learned from the AMI Meeting Corpus (Carletta et al.
 * 2005, https://groups.inf.ed.ac.uk/ami/corpus/), 97 meetings, CC BY 4.0; see docs/reading.md.
 */
// prettier-ignore
export const HEARD: Tables = {
${Object.keys(TABLES)
  .map((name) => `  ${name}: ${packed(learned[name])},\n`)
  .join('')}  act: ${weighed(learned.act)},
  decide: ${weighed(learned.decide)},
};
`,
);
