import { readText } from './index';
import { languageOf } from './language';
import { Lazily, type Pattern } from './lazily';
import { tongueOf } from './languages';
import { bookOf } from './ruled';

/**
 * A language has some hundred patterns, and to compile them all with its first sentence is felt. Whoever shares the thread
 * with others has them made here before that, one at each step.
 */

const ENGLISH = 'en';
const READY = new Set<string>();
/** Patterns are compiled when first tried, and once more, for speed, when tried again. */
const TRIES = 2;
const WORDS = 'a b';
/** Characters of an English pattern from which it is made here; short ones cost no more when they are met. */
const LONG = 250;
/** What is made with the first text whatever it says: the learned table, zones, dates, closings. */
const FIRST = ['Thanks.', 'Could you send it to me by Friday?'];

/** Makes the language of a text ready to be read, where it is one of those read and was not met yet. */
export function* makeReady(text: string): Generator<undefined, void, undefined> {
  // Text of which nothing can be told is read as English.
  const code = languageOf(text) ?? ENGLISH;
  if (READY.has(code)) return;
  READY.add(code);
  const tongue = tongueOf(code);
  if (!tongue && code !== ENGLISH) return;
  yield;
  const book = bookOf(tongue);
  yield;
  book.signs.in(WORDS);
  yield;
  book.signs.opening();
  for (const pattern of patternsIn([tongue, book], new Set())) {
    if (code === ENGLISH && pattern.source.length < LONG) continue;
    yield;
    for (let n = 0; n < TRIES; n++) pattern.test(WORDS);
    if (pattern instanceof RegExp) pattern.lastIndex = 0;
  }
  if (code !== ENGLISH) return;
  for (const first of FIRST) {
    yield;
    readText({
      text: first,
      channel: 'mail',
      sentAt: '2026-01-05T09:00:00+01:00',
      timeZone: 'UTC',
    });
  }
}
/** Every pattern that hangs on something, each once. */
function* patternsIn(value: unknown, seen: Set<unknown>): Generator<Pattern> {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return;
  if (seen.has(value) || ArrayBuffer.isView(value)) return;
  seen.add(value);
  if (value instanceof RegExp || value instanceof Lazily) {
    yield value;
    return;
  }
  const parts: Iterable<unknown> =
    value instanceof Map || value instanceof Set ? value.values() : Object.values(value);
  for (const part of parts) yield* patternsIn(part, seen);
}
