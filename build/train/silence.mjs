// Fits the prior of the silence model on the reply record and writes shared/timing/silencePrior.ts.
// usage: node build/train/silence.mjs [--print] [--clocks]
//   CORRIDOR_REPLY_DATA: folder with train.jsonl (default ../shared/data/enron_reply_metadata)
import fs from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { root } from '../bootstrap/paths.mjs';
import { clocks, KEPT, load, waitsOf, withHistory } from './enronReplies.mjs';
import { compass, meanSurprise } from './scoring.mjs';

if (process.argv.includes('--clocks')) {
  for (const [clock, counts] of Object.entries(clocks('train')))
    console.log(clock, counts.map((n, shift) => `${shift}:${n}`).join(' '));
  process.exit(0);
}

const { earlyShare, fitted, longer, predicted } = await load('shared/timing/silenceFit.ts');
const waits = waitsOf(['train']);
const answered = waits.filter((w) => w.answered);
const tell = (stage) => (round, cost, values) =>
  process.stderr.write(`${stage} ${round} ${cost.toFixed(6)} ${JSON.stringify(values)}\n`);

// Counted, not searched: of the answers to what was sent outside working hours, those that came before work began.
const off = answered.filter((w) => w.offHours);
const early = off.filter((w) => w.hours <= 0).length / off.length;

// Two fits in one shape: flat names for the search, the prior's own shape for the model.
const FEATURES = ['base', 'recipients', 'inReply', 'offHours', 'lastHour', 'asks'];
const priorOf = (v) => ({
  time: {
    ...Object.fromEntries(FEATURES.map((f) => [f, v[`t_${f}`]])),
    spread: Math.exp(v.t_spread),
    spreadWeight: Math.exp(v.t_spreadWeight),
    early,
    person: Math.exp(v.t_person),
    corridor: Math.exp(v.t_corridor),
    kind: Math.exp(v.t_kind),
  },
  comes: {
    ...Object.fromEntries(FEATURES.map((f) => [f, v[`c_${f}`]])),
    person: Math.exp(v.c_person),
    corridor: Math.exp(v.c_corridor),
    kind: Math.exp(v.c_kind),
  },
});

// 1. What is known at sending, with no history: every wait by itself.
const logistic = (x) => 1 / (1 + Math.exp(-x));
const start = { t_spread: Math.log(2), t_spreadWeight: Math.log(20) };
for (const f of FEATURES) [start[`t_${f}`], start[`c_${f}`]] = [0, f === 'base' ? -2.5 : 0];
const alone = (v) => {
  const prior = priorOf(v);
  return meanSurprise(waits, (i) => {
    const mean = predicted(prior.time, waits[i]);
    const comes = logistic(predicted(prior.comes, waits[i]));
    const fit = {
      mean,
      scale: prior.time.spread,
      df: prior.time.spreadWeight,
      early: earlyShare(waits[i], prior),
    };
    return (hours) => 1 - comes + comes * longer(fit, hours);
  });
};
const steps = { t_spread: 0.1 };
for (const f of FEATURES) [steps[`t_${f}`], steps[`c_${f}`]] = [0.2, 0.4];
const first = compass(start, steps, alone, 24, tell('alone'));

// 2. With each person's history as it was known at the time: how far people, corridors and kinds lie apart. The sample is
// every second wait; histories are whole.
const sample = [...withHistory(waits, KEPT)].filter((_, i) => i % 2 === 0);
const sampled = sample.map((s) => s.wait);
const withPast = (v) => {
  const prior = priorOf(v);
  return meanSurprise(sampled, (i) => {
    const fit = fitted(sample[i].history, sampled[i], prior);
    return (hours) => 1 - fit.comes + fit.comes * longer(fit, hours);
  });
};
const spreads = {
  // Searched freely it falls to nothing: how soon a person answers does not depend on who asks, as far as this record
  // tells. Held at a tenth, a corridor with many answers of its own is still heard.
  t_corridor: Math.log(0.1),
  t_person: -0.5,
  t_kind: -0.7,
  c_person: -0.6,
  c_corridor: -0.4,
  c_kind: -1.1,
  c_base: first.values.c_base - 0.2,
};
const second = compass(
  { ...first.values, ...spreads },
  {
    t_person: 0.3,
    t_kind: 0.3,
    t_spread: 0.05,
    t_spreadWeight: 0.5,
    t_base: 0.1,
    c_person: 0.2,
    c_corridor: 0.2,
    c_kind: 0.3,
    c_base: 0.1,
    c_recipients: 0.1,
    c_inReply: 0.2,
    c_asks: 0.3,
  },
  withPast,
  5,
  tell('history'),
);

const round = (value) =>
  typeof value === 'number'
    ? Math.round(value * 1000) / 1000
    : Object.fromEntries(Object.entries(value).map(([k, v]) => [k, round(v)]));
const prior = round(priorOf(second.values));
if (process.argv.includes('--print')) {
  console.log(JSON.stringify(prior, null, 2));
} else {
  const file = path.join(root, 'shared/timing/silencePrior.ts');
  const kept = fs.readFileSync(file, 'utf8').split('// Fitted numbers')[0];
  const text = `${kept}// Fitted numbers below: ${answered.length} answers among ${waits.length} waits between Enron employees, 1998 to 2002, a public
// record (released by the US Federal Energy Regulatory Commission). Written by build/train/silence.mjs.
export const PRIOR: SilencePrior = ${JSON.stringify(prior)};
`;
  const style = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).prettier;
  fs.writeFileSync(file, await prettier.format(text, { ...style, parser: 'typescript' }));
}
