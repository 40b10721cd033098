import type { ActKind } from '../../../handoff/act';
import { HELD, readText } from '../../index';

/** One invented sentence and the kind it must be held as; null for none. */
export interface Example {
  kind: ActKind | null;
  text: string;
}

/** Reads the "kind | sentence" lines of an example list. */
export const examplesIn = (list: string): Example[] =>
  list
    .trim()
    .split('\n')
    .map((line) => {
      const bar = line.indexOf(' | ');
      const kind = line.slice(0, bar);
      return { kind: kind === '-' ? null : (kind as ActKind), text: line.slice(bar + 3) };
    });

/**
 * A blind list in two: odd lines may be looked at while rules are changed, even lines are only
 * measured. A rule may not be bent to an even line.
 */
export function halvesOf(list: string): { odd: Example[]; even: Example[] } {
  const all = examplesIn(list);
  return { odd: all.filter((_, i) => i % 2 === 0), even: all.filter((_, i) => i % 2 === 1) };
}

/** The kinds held in a sentence said by one person to another. */
export function heldIn(text: string): ActKind[] {
  const { acts } = readText({
    text,
    channel: 'mail',
    from: { name: 'Mara Lindgren', address: 'mara@alder.example' },
    to: [{ name: 'Tomas Reyes', address: 'tomas@birch.example' }],
    sentAt: '2026-11-04T10:00:00+01:00',
    timeZone: 'Europe/Berlin',
  });
  return [...new Set(acts.filter((a) => a.confidence >= HELD).map((a) => a.kind))];
}

/** Thanks beside another act ("Recibido, gracias") are neither asked for nor wrong. */
const BESIDE: ReadonlySet<ActKind> = new Set(['acknowledgement']);

export interface Score {
  precision: number;
  recall: number;
  /** "expected → held: sentence" of those that went wrong. */
  wrong: string[];
}

/** Precision and recall of held acts over a list. */
export function scoreOf(examples: readonly Example[]): Score {
  let [right, held, wanted] = [0, 0, 0];
  const wrong: string[] = [];
  for (const { kind, text } of examples) {
    const found = heldIn(text);
    const extra = found.filter((k) => k !== kind && !(kind !== null && BESIDE.has(k)));
    const hit = kind !== null && found.includes(kind);
    right += hit ? 1 : 0;
    held += (hit ? 1 : 0) + extra.length;
    wanted += kind === null ? 0 : 1;
    if ((kind !== null && !hit) || extra.length > 0)
      wrong.push(`${kind ?? '-'} → ${found.join('+') || '-'}: ${text}`);
  }
  return { precision: right / Math.max(1, held), recall: right / Math.max(1, wanted), wrong };
}
