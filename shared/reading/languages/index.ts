import { dutch } from './nl';
import { french } from './fr';
import { german } from './de';
import { italian } from './it';
import { portuguese } from './pt';
import { spanish } from './es';
import type { Tongue } from './tongue';
import { withGrammar } from './verbs';

/** The languages read besides English. Each is made ready when first met. */
const MAKERS: Readonly<Record<string, () => Tongue>> = {
  de: german,
  fr: french,
  es: spanish,
  pt: portuguese,
  nl: dutch,
  it: italian,
};
/** Their codes. */
export const TONGUES: readonly string[] = Object.keys(MAKERS);
const READY = new Map<string, Tongue>();

/** The language with this code; undefined for English, for null and for those without cues. */
export function tongueOf(code: string | null): Tongue | undefined {
  if (code === null) return undefined;
  const known = READY.get(code);
  if (known) return known;
  const made = MAKERS[code]?.();
  const tongue = made && withGrammar(made);
  if (tongue) READY.set(code, tongue);
  return tongue;
}

export type { Tongue } from './tongue';
