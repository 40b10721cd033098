import { FAULTS, type Asked, type FaultKind } from './faultKinds';

/** Decides for each request, in the order they come, what goes wrong with it. */
export interface FaultPlan {
  draw(asked: Asked): FaultKind | null;
  /** What happened so far: "12 GET /me/chats throttled". */
  readonly happened: readonly string[];
}

/** A small seeded generator (mulberry32): 0 ≤ x < 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Faults by a seed: about `share` of the requests meet one of `kinds` that fits them, `most` in all.
 * The same seed gives the same faults to the same requests in the same order.
 */
export function seededPlan(of: {
  seed: number;
  share: number;
  most: number;
  kinds: readonly FaultKind[];
}): FaultPlan {
  const random = seeded(of.seed);
  const happened: string[] = [];
  let count = 0;
  return {
    happened,
    draw(asked) {
      count += 1;
      // Both numbers are drawn each time, so that one fault more or less does not shift all others.
      const [hit, which] = [random(), random()];
      if (hit >= of.share || happened.length >= of.most) return null;
      const fitting = of.kinds.filter((kind) => FAULTS[kind](asked));
      const kind = fitting[Math.floor(which * fitting.length)];
      if (kind === undefined) return null;
      happened.push(`${String(count)} ${asked.method} ${asked.route.path} ${kind}`);
      return kind;
    },
  };
}

/** The given faults, one after another, each to the first request it fits. */
export function listedPlan(...kinds: FaultKind[]): FaultPlan {
  const left = [...kinds];
  const happened: string[] = [];
  return {
    happened,
    draw(asked) {
      const [next] = left;
      if (next === undefined || !FAULTS[next](asked)) return null;
      left.shift();
      happened.push(`${asked.method} ${asked.route.path} ${next}`);
      return next;
    },
  };
}

/** One fault to every request it fits. */
export function standingPlan(kind: FaultKind): FaultPlan {
  const happened: string[] = [];
  return {
    happened,
    draw(asked) {
      if (!FAULTS[kind](asked)) return null;
      happened.push(`${asked.method} ${asked.route.path} ${kind}`);
      return kind;
    },
  };
}
