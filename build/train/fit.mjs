// L2-regularised logistic regression by L-BFGS: exact, no random start, the same table every time.

/**
 * Fits weights for binary features.
 * @param {{ids: ArrayLike<number>, y: number, weight?: number, by?: number}[]} rows `by` multiplies a row's features, all alike
 * @param {number} size number of buckets
 * @returns {{weights: Float64Array, bias: number}}
 */
export function fit(rows, size, { l2 = 1, rounds = 40, memory = 8 } = {}) {
  const n = size + 1;
  const loss = (w, g) => {
    g.fill(0);
    let sum = 0;
    for (const { ids, y, weight = 1, by = 1 } of rows) {
      let z = 0;
      for (let k = 0; k < ids.length; k++) z += w[ids[k]];
      z = w[size] + by * z;
      sum += weight * (Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z))));
      const e = weight * (1 / (1 + Math.exp(-z)) - y);
      for (let k = 0; k < ids.length; k++) g[ids[k]] += e * by;
      g[size] += e;
    }
    for (let i = 0; i < size; i++) {
      sum += 0.5 * l2 * w[i] * w[i];
      g[i] += l2 * w[i];
    }
    return sum;
  };
  const dot = (a, b) => {
    let s = 0;
    for (let i = 0; i < n; i++) s += a[i] * b[i];
    return s;
  };
  const [w, g, d, next, nextG] = Array.from({ length: 5 }, () => new Float64Array(n));
  const steps = [];
  let value = loss(w, g);
  for (let round = 0; round < rounds; round++) {
    d.set(g);
    const taken = [];
    for (const { s, y } of [...steps].reverse()) {
      const rho = 1 / dot(s, y);
      const alpha = rho * dot(s, d);
      taken.push({ s, y, rho, alpha });
      for (let j = 0; j < n; j++) d[j] -= alpha * y[j];
    }
    const last = steps.at(-1);
    const size0 = last
      ? dot(last.s, last.y) / dot(last.y, last.y)
      : 1 / Math.max(1, Math.sqrt(dot(g, g)));
    for (let j = 0; j < n; j++) d[j] *= size0;
    for (const { s, y, rho, alpha } of taken.reverse()) {
      const beta = rho * dot(y, d);
      for (let j = 0; j < n; j++) d[j] += s[j] * (alpha - beta);
    }
    const slope = -dot(g, d);
    if (slope > -1e-9) break;
    let t = 1;
    let reached = value;
    for (let tries = 0; tries < 20; tries++, t /= 2) {
      for (let j = 0; j < n; j++) next[j] = w[j] - t * d[j];
      reached = loss(next, nextG);
      if (reached <= value + 1e-4 * t * slope) break;
    }
    const s = new Float64Array(n);
    const y = new Float64Array(n);
    for (let j = 0; j < n; j++) {
      s[j] = next[j] - w[j];
      y[j] = nextG[j] - g[j];
    }
    if (dot(s, y) > 1e-10) steps.push({ s, y });
    if (steps.length > memory) steps.shift();
    const gained = value - reached;
    w.set(next);
    g.set(nextG);
    value = reached;
    if (gained < 1e-6 * Math.abs(value)) break;
  }
  return { weights: w.subarray(0, size), bias: w[size] };
}

/** Log-odds of a row under fitted weights. */
export const oddsOf = ({ weights, bias }, ids, by = 1) => {
  let z = 0;
  for (let k = 0; k < ids.length; k++) z += weights[ids[k]];
  return bias + by * z;
};

/** A small dense logistic regression by Newton's method; rows [features], no penalty on the last weight (bias). */
export function fitSmall(rows, ys, { l2 = 0.01, rounds = 30, at = rows.map(() => 1) } = {}) {
  const n = (rows[0]?.length ?? 0) + 1;
  let w = new Array(n).fill(0);
  for (let round = 0; round < rounds; round++) {
    const g = new Array(n).fill(0);
    const h = Array.from({ length: n }, () => new Array(n).fill(0));
    rows.forEach((row, r) => {
      const x = [...row, 1];
      const p = 1 / (1 + Math.exp(-x.reduce((s, v, i) => s + v * w[i], 0)));
      for (let i = 0; i < n; i++) {
        g[i] += at[r] * (p - ys[r]) * x[i];
        for (let j = 0; j < n; j++) h[i][j] += at[r] * p * (1 - p) * x[i] * x[j];
      }
    });
    for (let i = 0; i < n; i++) {
      if (i < n - 1) g[i] += l2 * w[i];
      h[i][i] += l2 + 1e-9;
    }
    const step = solve(h, g);
    w = w.map((v, i) => v - step[i]);
    if (Math.max(...step.map(Math.abs)) < 1e-7) break;
  }
  return w;
}

/** The same for many rows: `x` holds them one after the other, each with a last 1 for the bias. */
export function fitDense(x, n, ys, { l2 = 1, rounds = 9, at } = {}) {
  let w = new Float64Array(n);
  for (let round = 0; round < rounds; round++) {
    const g = new Float64Array(n);
    const h = Array.from({ length: n }, () => new Float64Array(n));
    for (let r = 0, o = 0; r < ys.length; r++, o += n) {
      let z = 0;
      for (let i = 0; i < n; i++) z += x[o + i] * w[i];
      const p = 1 / (1 + Math.exp(-z));
      const e = at[r] * (p - ys[r]);
      const v = at[r] * p * (1 - p);
      for (let i = 0; i < n; i++) {
        const xi = x[o + i];
        const row = h[i];
        g[i] += e * xi;
        const vx = v * xi;
        for (let j = 0; j <= i; j++) row[j] += vx * x[o + j];
      }
    }
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) h[j][i] = h[i][j];
      if (i < n - 1) g[i] += l2 * w[i];
      h[i][i] += (i < n - 1 ? l2 : 0) + 1e-9;
    }
    const step = solve(
      h.map((row) => [...row]),
      [...g],
    );
    w = w.map((v, i) => v - step[i]);
    if (Math.max(...step.map(Math.abs)) < 1e-4) break;
  }
  return w;
}

function solve(a, b) {
  const n = b.length;
  const m = a.map((row, i) => [...row, b[i]]);
  for (let i = 0; i < n; i++) {
    let p = i;
    for (let r = i + 1; r < n; r++) if (Math.abs(m[r][i]) > Math.abs(m[p][i])) p = r;
    [m[i], m[p]] = [m[p], m[i]];
    for (let r = 0; r < n; r++) {
      if (r === i) continue;
      const f = m[r][i] / m[i][i];
      for (let c = i; c <= n; c++) m[r][c] -= f * m[i][c];
    }
  }
  return m.map((row, i) => row[n] / row[i]);
}

/** Weights in eight bits, base64, with what one step is worth. */
export function pack({ weights, bias }) {
  const most = weights.reduce((m, w) => Math.max(m, Math.abs(w)), 0);
  const scale = most / 127;
  const bytes = Int8Array.from(weights, (w) => Math.round(w / scale));
  return {
    bias: Number(bias.toFixed(4)),
    scale: Number(scale.toPrecision(6)),
    weights: Buffer.from(bytes.buffer).toString('base64'),
  };
}
