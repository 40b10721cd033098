/** Seeds that once failed, and what they found: run again by every `npm test`. */
export const FAILED_SEEDS: readonly { seed: number; what: string }[] = [];
