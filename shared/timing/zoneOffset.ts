import { tzOffset } from '@date-fns/tz';

/** Minutes east of Greenwich at an instant (ms), in an IANA zone or where the offset is fixed already. */
export function offsetAt(zone: string | number, instant: number): number {
  if (typeof zone === 'number') return zone;
  // No zone changes its clock within a quarter of an hour; asking the runtime costs more than reading a sentence.
  const quarter = Math.floor(instant / 900_000);
  const key = `${zone} ${String(quarter)}`;
  let minutes = offsets.get(key);
  if (minutes === undefined) {
    const found = tzOffset(zone, new Date(quarter * 900_000));
    minutes = Number.isFinite(found) ? found : 0;
    if (offsets.size > 20_000) offsets.clear();
    offsets.set(key, minutes);
  }
  return minutes;
}

const offsets = new Map<string, number>();
