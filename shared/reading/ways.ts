import { ADDS, digitAt, LAST, LEADS, NEAR, numberAt, SYMBOLS, type Woven } from './weave';

/**
 * The states of a sieve's automaton made ready to be walked. The numbers below are asked for at every character: they stand
 * in a file of their own because the bundler writes such numbers in only where they come from another file.
 */

/** What is kept of a state: the symbol that leads into it, and whether it leads on; */
export const SYMBOL = 0;
/** the next one that the state before it leads to, 0 for none; */
export const BESIDE = 1;
/** the longest ending of its words that is itself a beginning; */
export const BACK = 2;
/** the mask it adds, 0 for none. */
export const ADDED = 3;
export const PER_STATE = 4;
export const SYMBOL_BITS = 63;
export const GOES_ON = 64;

type Ways = Pick<Woven, 'symbols' | 'joints' | 'backs' | 'adds'>;
const isAt = (joints: string, id: number, what: number): boolean =>
  id > 0 && (digitAt(joints, id - 1) & what) !== 0;

/** What is kept of every state, in the order of their numbers; `nearOf` adds which stand beside each other. */
export function statesOf({ symbols, joints, backs, adds }: Ways): Uint16Array {
  const states = new Uint16Array((symbols.length + 1) * PER_STATE);
  for (let id = 1, given = 0; id <= symbols.length; id++) {
    const own = id * PER_STATE;
    const leads = isAt(joints, id, LEADS);
    states[own + SYMBOL] = digitAt(symbols, id - 1) | (leads ? GOES_ON : 0);
    states[own + BACK] = numberAt(backs, 3 * (id - 1), 3);
    if (!isAt(joints, id, ADDS)) continue;
    states[own + ADDED] = numberAt(adds, given, 3);
    given += 3;
  }
  return states;
}

/** The table of the states near the start: where each goes by each symbol. Tells the others which stand beside each other. */
export function nearOf(states: Uint16Array, joints: string): number[] {
  const near: number[] = [];
  let next = 1;
  /** Behind all that comes behind a state. */
  const endOf = (id: number): number => {
    if (!isAt(joints, id, LEADS)) return id + 1;
    let to = id + 1;
    let end = endOf(to);
    for (; !isAt(joints, to, LAST); end = endOf(to)) {
      states[to * PER_STATE + BESIDE] = end;
      to = end;
    }
    return end;
  };
  const take = (id: number, depth: number): void => {
    const back = states[id * PER_STATE + BACK] ?? 0;
    for (let c = 0; c < SYMBOLS; c++) near.push(id === 0 ? 0 : (near[back * SYMBOLS + c] ?? 0));
    if (states.length <= PER_STATE || (id > 0 && !isAt(joints, id, LEADS))) return;
    for (let to = next; ; to = next) {
      near[id * SYMBOLS + ((states[to * PER_STATE + SYMBOL] ?? 0) & SYMBOL_BITS)] = to;
      next = depth < NEAR ? to + 1 : endOf(to);
      if (isAt(joints, to, LAST)) break;
    }
  };
  for (let depth = 0, id = 0, end = 1; depth <= NEAR; depth++) {
    for (; id < end; id++) take(id, depth);
    end = next;
  }
  return near;
}
