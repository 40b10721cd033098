// Measures the silence model on mail it was not fitted on, against one curve for everybody and against "no reply in N
// days". Prints a Markdown table (--json for the bare figures).
// usage: node build/measure/silence.mjs [--json]
import { hoursBetween, KEPT, load, waitsOf, withHistory } from '../train/enronReplies.mjs';
import { meanSurprise } from '../train/scoring.mjs';

const { silenceOf } = await load('shared/timing/silence.ts');
const DAY = 24 * 3_600_000;
const train = waitsOf(['train']);

/** Product-limit estimate (Kaplan & Meier 1958) over all waits of `train`: one curve for everybody. */
function globalCurve(waits) {
  const sorted = [...waits].sort((a, b) => a.hours - b.hours);
  const steps = [];
  let [atRisk, left] = [sorted.length, 1];
  for (let i = 0; i < sorted.length;) {
    const { hours } = sorted[i];
    let [answers, n] = [0, 0];
    for (; i < sorted.length && sorted[i].hours === hours; i++, n++)
      answers += sorted[i].answered ? 1 : 0;
    left *= 1 - answers / atRisk;
    atRisk -= n;
    steps.push([hours, left]);
  }
  const last = steps[steps.length - 1][1];
  const still = (hours) => {
    let [low, high] = [0, steps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (steps[middle][0] <= hours) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 1 : steps[low - 1][1];
  };
  const quantile = (share) => steps.find(([, s]) => 1 - s >= share * (1 - last))[0];
  return { still, last, stillComes: (h) => Math.max(1e-6, (still(h) - last) / still(h)), quantile };
}

// Histories are what the record held at that moment, of both parts: as the app knows all the mail of its own mailbox.
const everything = waitsOf(['train', 'dev']);
const cases = [...withHistory(everything, KEPT)].filter(({ wait }) => wait.part === 'dev');
const waits = cases.map((c) => c.wait);
const models = cases.map(({ wait, history }) => silenceOf(history, wait));
const strangers = cases.map(({ wait }) => silenceOf([], wait));
const global = globalCurve(train);

const logLoss = (p, y) => -Math.log(Math.min(1 - 1e-6, Math.max(1e-6, y ? p : 1 - p)));
const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;

/** Log-loss of "answered within so many working hours", over those for which it is known. */
function withinLoss(hours, stillOf) {
  const losses = [];
  waits.forEach((wait, i) => {
    const within = wait.answered && wait.hours <= hours;
    if (!within && wait.hours <= hours) return;
    losses.push(logLoss(1 - stillOf(i)(hours), within));
  });
  return mean(losses);
}

/** Harrell's C: of two waits, is the one answered first the one said to be answered sooner? */
function concordance(scoreOf) {
  const scores = waits.map((_, i) => scoreOf(i));
  let [right, pairs] = [0, 0];
  waits.forEach((wait, i) => {
    if (!wait.answered) return;
    waits.forEach((other, j) => {
      if (i === j || other.hours <= wait.hours) return;
      pairs++;
      right += scores[i] > scores[j] ? 1 : scores[i] === scores[j] ? 0.5 : 0;
    });
  });
  return right / pairs;
}

/** Moments at which a silent wait is asked about: does an answer still come? Days by the calendar, as the rules count. */
const CHECKS = [1 / 6, 1, 2, 3, 4, 5, 7];
function* checks(list) {
  for (const [i, wait] of list.entries()) {
    const watched = wait.end - wait.at;
    if (!wait.answered && watched < 30 * DAY) continue;
    for (const days of CHECKS)
      if (watched > days * DAY)
        yield { i, days, hours: hoursBetween(wait.at, wait.at + days * DAY), y: wait.answered };
  }
}
const asked = [...checks(waits)];

/** "No reply in N days": an answer is expected until then and none after, each as sure as it was right in `train`. */
function rule(n) {
  const seen = { before: [0, 0], after: [0, 0] };
  for (const { days, y } of checks(train)) {
    const side = seen[days < n ? 'before' : 'after'];
    side[0] += y ? 1 : 0;
    side[1]++;
  }
  return ({ days }) => {
    const [yes, all] = seen[days < n ? 'before' : 'after'];
    return yes / all;
  };
}

/** Area under the curve: is an answer that comes thought likelier than one that does not? */
function area(scored) {
  const sorted = [...scored].sort((a, b) => a.p - b.p);
  let [rankSum, positives] = [0, 0];
  for (let i = 0; i < sorted.length;) {
    let j = i;
    while (j < sorted.length && sorted[j].p === sorted[i].p) j++;
    for (let k = i; k < j; k++)
      if (sorted[k].y) {
        rankSum += (i + j + 1) / 2;
        positives++;
      }
    i = j;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (sorted.length - positives));
}

function checked(predict) {
  const scored = asked.map((check) => ({ p: predict(check), y: check.y }));
  return { logLoss: mean(scored.map(({ p, y }) => logLoss(p, y))), area: area(scored) };
}

/** The calendar moment (ms) at which `hours` of working time have passed. */
function momentAfter(at, hours) {
  let [low, high] = [at, at + 400 * DAY];
  while (high - low > 60_000) {
    const middle = (low + high) / 2;
    if (hoursBetween(at, middle) < hours) low = middle;
    else high = middle;
  }
  return high;
}

/** An alarm for each silent wait: how often an answer was on its way, and how long it took to be raised. */
function alarms(momentOf) {
  const late = [];
  const wait = [];
  waits.forEach((w, i) => {
    const alarm = momentOf(w, i);
    if (w.answered) late.push(w.end > alarm ? 1 : 0);
    else if (w.end - w.at >= 30 * DAY) wait.push((alarm - w.at) / DAY);
  });
  return { answersAfterAlarm: mean(late), daysToAlarm: mean(wait) };
}

function coverage(of, filter) {
  const answered = waits
    .map((w, i) => [w, of[i], i])
    .filter(([w, m, i]) => w.answered && filter(m, i));
  const inside = (band) =>
    mean(
      answered.map(([w, m]) =>
        w.hours >= m.bands[band][0] && w.hours <= m.bands[band][1] ? 1 : 0,
      ),
    );
  return {
    n: answered.length,
    50: inside(50),
    80: inside(80),
    95: inside(95),
    limit: mean(answered.map(([w, m]) => (w.hours <= m.patience.limit ? 1 : 0))),
    usual: mean(answered.map(([w, m]) => (w.hours <= m.patience.usual ? 1 : 0))),
  };
}

const HORIZONS = [1, 4, 8.5, 17, 42.5];
const curves = {
  model: (i) => models[i].stillSilent,
  'model, no history': (i) => strangers[i].stillSilent,
  'one curve': () => global.still,
};
const result = {
  waits: waits.length,
  answers: waits.filter((w) => w.answered).length,
  curves: Object.fromEntries(
    Object.entries(curves).map(([name, stillOf]) => [
      name,
      {
        surprise: meanSurprise(waits, stillOf),
        within: Object.fromEntries(HORIZONS.map((h) => [h, withinLoss(h, stillOf)])),
        concordance: concordance((i) => 1 - stillOf(i)(42.5)),
      },
    ]),
  ),
  checks: {
    n: asked.length,
    model: checked(({ i, hours }) => models[i].stillComes(hours)),
    'model, no history': checked(({ i, hours }) => strangers[i].stillComes(hours)),
    'one curve': checked(({ hours }) => global.stillComes(hours)),
    ...Object.fromEntries([1, 2, 3, 5].map((n) => [`no reply in ${n} days`, checked(rule(n))])),
  },
  alarms: {
    model: alarms((w, i) => momentAfter(w.at, models[i].patience.limit)),
    'one curve, nine of ten': alarms((w) => momentAfter(w.at, global.quantile(0.9))),
    ...Object.fromEntries(
      [1, 2, 3, 5].map((n) => [`no reply in ${n} days`, alarms((w) => w.at + n * DAY)]),
    ),
  },
  coverage: {
    all: coverage(models, () => true),
    'no answers known': coverage(models, (m) => m.patience.basis === 0),
    '1 to 4': coverage(models, (m) => m.patience.basis >= 1 && m.patience.basis < 5),
    '5 and more': coverage(models, (m) => m.patience.basis >= 5),
  },
};

const f = (x) => x.toFixed(4);
const pc = (x) => `${Math.round(x * 100)} %`;
if (process.argv.includes('--json')) console.log(JSON.stringify(result, null, 2));
else {
  console.log(`${result.waits} waits, ${result.answers} answers.\n`);
  console.log(
    `| curve | log-loss, whole curve | ${HORIZONS.map((h) => `within ${h} h`).join(' | ')} | concordance |`,
  );
  console.log(`| --- | --- | ${HORIZONS.map(() => '---').join(' | ')} | --- |`);
  for (const [name, c] of Object.entries(result.curves))
    console.log(
      `| ${name} | ${f(c.surprise)} | ${HORIZONS.map((h) => f(c.within[h])).join(' | ')} | ${c.concordance.toFixed(3)} |`,
    );
  console.log(
    `\n| still silent: does an answer come? (${asked.length} checks) | log-loss | area under the curve |\n| --- | --- | --- |`,
  );
  for (const [name, c] of Object.entries(result.checks))
    if (name !== 'n') console.log(`| ${name} | ${f(c.logLoss)} | ${c.area.toFixed(3)} |`);
  console.log(
    '\n| alarm | answers that came after it | days until it, where none came |\n| --- | --- | --- |',
  );
  for (const [name, a] of Object.entries(result.alarms))
    console.log(`| ${name} | ${pc(a.answersAfterAlarm)} | ${a.daysToAlarm.toFixed(1)} |`);
  console.log(
    '\n| answers known of the person | answers | in the 50 % band | 80 % | 95 % | within the usual (80 %) | within the limit |\n| --- | --- | --- | --- | --- | --- | --- |',
  );
  for (const [name, c] of Object.entries(result.coverage))
    console.log(
      `| ${name} | ${c.n} | ${pc(c[50])} | ${pc(c[80])} | ${pc(c[95])} | ${pc(c.usual)} | ${pc(c.limit)} |`,
    );
}
