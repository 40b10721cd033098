import type { Item, Person, TaskItem } from '../../shared/handoff/item';
import type { Ledger } from '../ledger/types';
import { contentWords } from '../../shared/handoff/similarity';
import { takers, type Correlated } from './correlated';
import type { Seed } from './openings';
import type { Utterance } from './utterance';

/** What lies outside a handoff's own conversation and may speak of it. */

/**
 * What is said, or made a task, later than this after the opening is about something else. A bound in time and not in
 * number: it says the same whatever else the mailbox holds, and in whatever order it came.
 */
export const ELSEWHERE_REACH_MS = 90 * 86_400_000;
/** A promised recap is recognised by coming, whatever its words are. */
const RECAP_REACH_MS = 3 * 86_400_000;

/** The words a message is known by, each between blanks, as the ledger keeps them. */
export function wordsOf(said: Utterance): string {
  const subject = said.item.kind === 'mail' ? said.item.subject : '';
  const quotes = said.acts.map((act) => act.quote);
  return ` ${[...contentWords([subject, said.ownText, ...quotes].join('\n'))].join(' ')} `;
}

/** Do these words (each between blanks) hold any of the words a handoff is known by? Nothing speaks of it without. */
export function sharesWord(
  words: string,
  known: { own: ReadonlySet<string>; subject: ReadonlySet<string> },
): boolean {
  for (const set of [known.own, known.subject])
    for (const word of set) if (words.includes(` ${word} `)) return true;
  return false;
}

/** Ids of later messages of these people outside the handoff's conversation that may speak of it. */
export function idsElsewhere(
  ledger: Ledger,
  handoff: Correlated,
  authors: readonly Person[],
): string[] {
  const { seed } = handoff;
  const from = Date.parse(seed.opening.saidAt);
  const known = { own: seed.words, subject: seed.subjectWords };
  const spoken = seed.opening.source.kind === 'meeting';
  return authors.flatMap((author) =>
    ledger.written(author, from, from + ELSEWHERE_REACH_MS).flatMap((written) => {
      if (written.thread === seed.opening.thread) return [];
      const near =
        written.words === null ||
        (spoken && written.at <= from + RECAP_REACH_MS) ||
        sharesWord(written.words, known);
      return near ? [written.id] : [];
    }),
  );
}

/** Tasks given to a taker after it was asked. */
export function tasksFor(ledger: Ledger, seed: Seed): TaskItem[] {
  const from = Date.parse(seed.opening.saidAt);
  return takers(seed).flatMap((taker) =>
    ledger
      .tasksOf(taker, from)
      .flatMap(({ item }) =>
        item.kind === 'task' && Date.parse(item.createdAt) <= from + ELSEWHERE_REACH_MS
          ? [item]
          : [],
      ),
  );
}

/** Events of those involved, in order of their start; asked only where a deadline hangs on one. */
export function calendarOf(ledger: Ledger, handoff: Correlated): Item[] {
  const { due } = handoff.seed.opening;
  if (due?.at !== null || due.source !== 'event') return [];
  return ledger
    .calendarAndTasks(endsOf(handoff).map((p) => p.address))
    .map(({ item }) => item)
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
}

function startOf(item: Item): number {
  return item.kind === 'event' ? Date.parse(item.startsAt) : 0;
}

export function endsOf(handoff: Correlated): Person[] {
  const { giver, taker, asked } = handoff.seed.opening;
  return [giver, ...(taker ? [taker] : asked)];
}
