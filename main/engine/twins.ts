import type { Person } from '../../shared/handoff/item';

/** Letters two addresses of one person may differ in: a slip of the fingers, not another firm. */
const SLIPS = 2;

/**
 * Whom an address that came back was most likely meant for: the only one known whose address differs from it by a slip in
 * the name or in the house. Null where there is none, or more than one.
 */
export function meantBy(wrong: Person, known: readonly Person[]): Person | null {
  const [local, house] = halves(wrong.address);
  if (house === '') return null;
  const near = known.filter(({ address }) => {
    const [otherLocal, otherHouse] = halves(address);
    if (otherHouse === '' || address.toLowerCase() === wrong.address.toLowerCase()) return false;
    if (local === otherLocal) return within(house, otherHouse, SLIPS);
    return house === otherHouse && local.length > 4 && within(local, otherLocal, SLIPS);
  });
  const [only] = near;
  return only && new Set(near.map((p) => p.address.toLowerCase())).size === 1 ? only : null;
}

function halves(address: string): [string, string] {
  const at = address.lastIndexOf('@');
  return at < 1
    ? ['', '']
    : [address.slice(0, at).toLowerCase(), address.slice(at + 1).toLowerCase()];
}

/** Can one be made the other by so many letters put in, left out, changed or swapped with the next? */
function within(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return (last[b.length] ?? most + 1) <= most;
}
