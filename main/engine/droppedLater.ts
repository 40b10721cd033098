import type { Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import { tellingIn } from '../../shared/handoff/similarity';
import { endsOf, isOpen, type Correlated } from './correlated';
import type { Cue } from './cue';
import { drops, saidThere, SURE } from './inTheRoom';
import { inBoth } from './words';

/**
 * "Kenya sheets: Dora has redone those." – "Oh. So I leave it." – "Leave it, you're off the hook.": work asked for or
 * promised early in a meeting, and let go when the talk comes back to it. Right behind the ask it was never said
 * (`takenBack`); later, the lines before tell what is let go.
 */

/** Lines before a letting go that tell what it is of, its own among them. */
const TOLD_IN = 5;
/** Words of the work, those that tell it from others, that they must have. */
const SHARED = 2;
const SURELY = 0.6;

/** Adds to what is held of a meeting what was let go later in it. */
export function letGoLater(held: readonly Correlated[], cues: readonly Cue[]): void {
  const lineOf = ({ seed }: Correlated) =>
    cues.findIndex(({ source }) => source.time === seed.opening.source.time);
  for (const [n, cue] of cues.entries()) {
    const quote = letsGo(cue);
    if (quote === null) continue;
    const around = tellingIn(
      cues
        .slice(Math.max(0, n - TOLD_IN + 1), n + 1)
        .map(({ text }) => text)
        .join('\n'),
    );
    const candidates = held
      .filter((h) => isOpen(h) && lineOf(h) <= n - TOLD_IN && isEnd(h, cue))
      .map((h) => ({ h, shared: inBoth(tellingIn(h.seed.opening.quote), around).length }))
      .filter(
        ({ h, shared }) =>
          shared > 0 && shared >= Math.min(SHARED, tellingIn(h.seed.opening.quote).size),
      )
      .sort((a, b) => b.shared - a.shared);
    const [best, next] = candidates;
    if (best && best.shared > (next?.shared ?? 0))
      best.h.evidence.push(
        saidThere(
          best.h.seed,
          cues,
          'withdrawn',
          { at: n, by: cue.from, quote },
          { reason: 'let go later in the same meeting', confidence: SURE },
        ),
      );
  }
}

/** The words by which a line lets something go; null where none do. */
function letsGo({ acts, text }: Cue): string | null {
  const act = acts.find((a: Act) => a.kind === 'withdrawal' && a.confidence >= SURELY);
  return act?.quote ?? drops(text);
}

const isEnd = ({ seed }: Correlated, { from }: Cue): boolean =>
  endsOf(seed).some((p) => samePerson(p, from));
