import { tongueOf } from '../shared/reading';
import { bookOf } from '../shared/reading/ruled';
import { TONGUES } from '../shared/reading/languages';
import { daySigns } from '../shared/reading/languages/dates';
import { SENTENCE } from '../shared/reading/signs';
import type { Woven } from '../shared/reading/weave';

/** Every sieve of the reader, woven, by the name of its signs. */
export function everySieve(): Record<string, Woven> {
  const foreign = TONGUES.map((code) => tongueOf(code)).filter((tongue) => tongue !== undefined);
  const signs = [SENTENCE, ...foreign.flatMap((t) => [bookOf(t).signs, daySigns(t)])];
  return Object.fromEntries(signs.map((s) => [s.name, s.weave()]));
}
