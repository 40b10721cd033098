import type { Woven } from './weave';

/**
 * Sieves woven beforehand, by the name of their `Signs`. To find the words of two thousand patterns takes half a
 * second: it is done when the programs are bundled (build/sieves.mjs puts the result in this module's place).
 * Where the sources run as they are there are none, and each sieve is woven when first asked.
 */
export const WOVEN: Readonly<Record<string, Woven>> = {};
