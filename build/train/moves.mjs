// What the tables of promises, answers and reports (shared/reading/learned/moves.ts) are fitted on, and how.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fit, oddsOf } from './fit.mjs';
import { at, handLabelled, norm, soughtOut } from './hand.mjs';
import { FOLDS, foldOf } from './lessons.mjs';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'invented');
const BITS = 13;
const SIZE = 1 << BITS;
const L2 = 3;
/** An invented sentence counts half a real one. */
const INVENTED = 0.5;
/** Steps of a weight to each side, in four bits; the few weights that are greater are cut. */
const STEPS = 7;
const CUT = 0.003;

const lower = (ids) => [...new Set(ids.map((id) => id & (SIZE - 1)))];

/** The invented sentences: `kinds | sentence` a line, `none` where nothing is done. */
function invented() {
  return fs
    .readdirSync(folder)
    .sort()
    .flatMap((name) => fs.readFileSync(path.join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kinds, text] = line.split(/ \| (.*)/s);
      return { text, kinds: kinds === 'none' ? [] : kinds.split('+') };
    });
}

/**
 * Hand-labelled sentences in their mails, and invented ones alone: `{text, kinds, ids, rules, weight, fold}`;
 * the fold is -1 where nothing is to be measured.
 */
export function moveLessons(study) {
  const seen = new Set();
  const inMails = (mails, foldIn) =>
    mails.flatMap(({ input, labels }) => {
      const read = study(input.text, { from: input.from, to: input.to, cc: input.cc });
      return labels.flatMap((label) => {
        const key = norm(label.text);
        const sentence = at(label, read);
        if (!key || !sentence) return [];
        const again = seen.has(key);
        seen.add(key);
        const { ids, kinds: rules } = sentence;
        return [{ ...label, ids: lower(ids), rules, again, weight: 1, fold: foldIn(label.text) }];
      });
    });
  const real = inMails(handLabelled(), foldOf);
  const sought = inMails(soughtOut(), () => -1);
  const made = invented().map(({ text, kinds }) => {
    // One more weight takes up how much oftener invented sentences do something; it is not shipped.
    const ids = [...lower(study(text).flatMap((s) => s.ids)), SIZE];
    return { text, kinds, ids, rules: {}, again: false, weight: INVENTED, fold: -1 };
  });
  return [...real, ...sought, ...made];
}

/** One kind's table in the four bits it is shipped with. */
function tableOf(lessons, kind) {
  const rows = lessons
    .filter((r) => !r.again)
    .map(({ ids, kinds, weight }) => ({ ids, y: kinds.includes(kind) ? 1 : 0, weight }));
  const { weights, bias } = fit(rows, SIZE + 1, { l2: L2, rounds: 30 });
  const own = weights.subarray(0, SIZE);
  const scale = Float64Array.from(own, Math.abs).sort()[SIZE - 1 - Math.floor(CUT * SIZE)] / STEPS;
  const steps = Int8Array.from(own, (w) =>
    Math.max(-STEPS, Math.min(STEPS, Math.round(w / scale))),
  );
  return { bias, scale, steps };
}

const tablesOf = (lessons, kinds) => kinds.map((kind) => tableOf(lessons, kind));

function packed(tables, held) {
  const words = new Int32Array(SIZE);
  tables.forEach(({ steps }, k) => {
    for (let i = 0; i < SIZE; i++) words[i] |= (steps[i] & 15) << (4 * k);
  });
  return {
    bias: tables.map((t) => Number(t.bias.toFixed(4))),
    scale: tables.map((t) => Number(t.scale.toPrecision(6))),
    held,
    weights: Buffer.from(words.buffer).toString('base64'),
  };
}

const logit = (p) => Math.log(p / (1 - p));
const F1 = (odds, truth, from) => {
  let [hit, said, meant] = [0, 0, 0];
  odds.forEach((z, i) => {
    if (z >= from) said++;
    if (truth[i]) meant++;
    if (z >= from && truth[i]) hit++;
  });
  return (2 * hit) / (said + meant || 1);
};
const PLACES = Array.from({ length: 61 }, (_, i) => Number((-6 + 0.1 * i).toFixed(1)));
/** The middle of the best stretch: F1 over three neighbouring places, for one place alone may be luck. */
const bestPlace = (f1) => {
  const smooth = (i) => (f1(PLACES[i - 1]) + f1(PLACES[i]) + f1(PLACES[i + 1])) / 3;
  let best = 1;
  for (let i = 2; i < PLACES.length - 1; i++) if (smooth(i) > smooth(best)) best = i;
  return PLACES[best];
};

/** From where on a kind is held, by left-out odds of the real sentences: one place for all, each has too few. */
function heldFrom(judged, kinds) {
  const truths = kinds.map((_, k) => judged.map((r) => r.labels[k]));
  const all = kinds.map((_, k) => judged.map((r) => r.odds[k]));
  return bestPlace((place) => kinds.reduce((sum, _, k) => sum + F1(all[k], truths[k], place), 0));
}

/**
 * The tables of all lessons, and one set a fold that has not seen the real sentences of that fold: neither
 * its weights nor from where on a kind is held.
 */
export function fitMoves(lessons, { MOVING: kinds, RULES }) {
  const real = lessons.filter((r) => r.fold >= 0);
  const without = Array.from({ length: FOLDS }, (_, fold) =>
    tablesOf(
      lessons.filter((r) => r.fold !== fold),
      kinds,
    ),
  );
  const judged = real.map((r) => ({
    fold: r.fold,
    labels: kinds.map((kind) => r.kinds.includes(kind)),
    odds: kinds.map((kind, k) => {
      const { bias, scale, steps } = without[r.fold][k];
      const rules = Math.min(RULES.most, Math.max(RULES.least, r.rules[kind] ?? 0));
      return (
        oddsOf({ weights: steps, bias: 0 }, r.ids) * scale + bias + RULES.weight * logit(rules)
      );
    }),
  }));
  return {
    moves: packed(tablesOf(lessons, kinds), heldFrom(judged, kinds)),
    leftOut: without.map((tables, fold) =>
      packed(
        tables,
        heldFrom(
          judged.filter((r) => r.fold !== fold),
          kinds,
        ),
      ),
    ),
  };
}
