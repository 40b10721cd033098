import { z } from 'zod';
import { Person } from './item';

/** The twelve acts of the design: what moves work when it is said or written. */
export const ActKind = z.enum([
  'request',
  'question',
  'commitment',
  'delivery',
  'completion',
  'decision',
  'acknowledgement',
  'acceptance',
  'decline',
  'deferral',
  'redirect',
  'withdrawal',
]);
export type ActKind = z.infer<typeof ActKind>;

/** A deadline read from words. `at` is an instant or a date (ISO); null when it hangs on an event named in `text`. */
export const DueRef = z.object({
  at: z.string().nullable(),
  text: z.string(),
  /** 'words' resolved against the sender's clock, 'event' found in calendar or mail. */
  source: z.enum(['words', 'event']),
});
export type DueRef = z.infer<typeof DueRef>;

/** One act found in one item. `start`/`end` are character offsets into the text that was read; `quote` are those very words. */
export const Act = z.object({
  kind: ActKind,
  quote: z.string(),
  start: z.number(),
  end: z.number(),
  /** 0..1; below 0.5 means: seen, not held. */
  confidence: z.number(),
  /** Who acts (does the promised work, asks, answers). Absent when it cannot be said. */
  actor: Person.optional(),
  /** Whom it is addressed to. Null: nobody in particular (a group). Absent: not said. */
  addressee: Person.nullable().optional(),
  due: DueRef.optional(),
  /**
   * This act waits for something one side must do first ("once you …", "as soon as I have it from you",
   * "let me know when …", passive "looking forward to hearing from you"). `on` is the side that must
   * move: 'addressee' puts the turn on the other, 'actor' keeps it with who wrote. `text`: those words.
   */
  condition: z.object({ on: z.enum(['actor', 'addressee']), text: z.string() }).optional(),
  /** Sentence number within the item, from 0. */
  sentence: z.number(),
  /** The name of the language model that proposed it; absent: found by Corridor's own reader. */
  proposedBy: z.string().optional(),
});
export type Act = z.infer<typeof Act>;

/** Does it put the move on the other side? */
export function isAsk({ kind }: Pick<Act, 'kind'>): boolean {
  return kind === 'request' || kind === 'question';
}
