import type { EventItem, MeetingItem, Person, TaskItem } from '../../shared/handoff/item';
import type { Ledger } from '../ledger/types';
import { ELSEWHERE_REACH_MS, hear, sharesWord, speaksByItself } from './elsewhere';
import { showsNextHand, TOLD_BEFORE_MS, TOLD_REACH_MS } from './nextHandKnows';
import type { Seed } from './openings';
import type { Steps } from './steps';
import { mayTell } from './telling';
import type { Touched } from './touched';
import type { Utterance } from './utterance';

/** Finds the finished steps of which an item that came shows that their next hand knows. */
export function touchingNextHands(ledger: Ledger, held: { seed(id: string): Seed | null }) {
  /** What these people are next for, with its conversation, where it has a word of these. */
  function* stepsOf(
    hands: readonly Person[],
    words: ReadonlySet<string>,
    since: number,
    until: number,
  ): Steps<{ seed: Seed; thread: string }[]> {
    const found = new Map<string, { seed: Seed; thread: string }>();
    for (const hand of hands)
      for (const { id, words: known } of ledger.askedOf(hand, since, until)) {
        if (known !== null && !sharesWord(words, known)) continue;
        const seed = held.seed(id);
        const thread = seed?.opening.act === 'completion' ? ledger.threadOfHandoff(id) : null;
        if (seed && thread !== null) found.set(id, { seed, thread });
        yield;
      }
    return [...found.values()];
  }

  return {
    /** A meeting they were in, or something put into their days. `words`: what it is known by. */
    *byItem(
      item: MeetingItem | EventItem | TaskItem,
      hands: readonly Person[],
      at: number,
      words: ReadonlySet<string>,
      touched: Touched,
    ): Steps<void> {
      const steps = yield* stepsOf(hands, words, at - TOLD_REACH_MS, at + TOLD_BEFORE_MS);
      for (const { seed, thread } of steps)
        if (showsNextHand(seed, item)) touched.handoff(seed.id, thread);
    },

    /** A message to them, or one that names them, whoever wrote it. `words`: what it is known by. */
    *byMessage(
      said: Utterance,
      words: ReadonlySet<string>,
      fresh: boolean,
      touched: Touched,
    ): Steps<void> {
      const at = Date.parse(said.item.sentAt);
      // Whose names stand in it is dear to find out, and matters only where it may say that they know.
      const named = mayTell(said.ownText) ? said.named(said.ownText) : [];
      const own = ledger.threadOf(said.item.id);
      const since = at - ELSEWHERE_REACH_MS;
      const steps = yield* stepsOf([...said.audience, ...named], words, since, at + TOLD_BEFORE_MS);
      for (const { seed, thread } of steps) {
        if (thread === own) continue;
        const speaks = speaksByItself(seed, said);
        if (speaks) hear(ledger, seed.id, said.item.id);
        if (speaks || !fresh) touched.handoff(seed.id, thread);
        yield;
      }
    },
  };
}
