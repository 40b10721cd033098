import type { Utterance } from './utterance';

/** Each message once, in order of time. */
export function inOrder(said: readonly Utterance[]): Utterance[] {
  const seen = new Map<string, Utterance>();
  // One mail lies in two folders when one writes to oneself or is on a list: it is said once.
  for (const utterance of said) {
    const known = seen.get(utterance.source.id);
    if (!known || utterance.item.id < known.item.id) seen.set(utterance.source.id, utterance);
  }
  return [...seen.values()].sort(byTime);
}

/** Negative where `a` was said before `b`; two of one instant stand in the order of their ids. */
export function byTime(a: Utterance, b: Utterance): number {
  // Written alike (`toISOString`), instants stand in the order of their letters.
  if (a.at.length === b.at.length && a.at !== b.at) return a.at < b.at ? -1 : 1;
  return Date.parse(a.at) - Date.parse(b.at) || (a.source.id < b.source.id ? -1 : 1);
}
