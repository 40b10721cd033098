import { sendingOf } from './days';
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
/**
 * What is made with the first texts whatever they say: the learned tables, zones, dates, closings, and patterns that hang
 * on nothing. Each text asks for a little more than the one before, so that no one of them asks for all of it.
 */
const FIRST: readonly (readonly ['mail' | 'chat', text: string])[] = [
  ['chat', 'ok'],
  ['mail', 'ok'],
  ['mail', 'Hi Ben,\n\nthe weather is fine.\n\nBest regards'],
  ['chat', 'Thanks, I am on it.'],
  ['mail', 'I will send it on Friday.'],
  ['chat', 'can you check it?'],
  ['chat', 'I have two questions. Can you check it?'],
  ['chat', 'Can you check it? By Thursday please.'],
  ['mail', 'Could you send it to me by Friday?'],
  ['mail', 'Please check the list, Ben. Can you send it to Vera as well before we sign it off?'],
  ['chat', 'As soon as I have the figures from you I can finish the list.'],
  ['mail', 'Hi Ben,\n\nHere is the list, attached. Who approves it this time?\n\nBest regards'],
];
const SENT_AT = '2026-01-05T09:00:00+01:00';
const ZONE = 'UTC';

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
  yield;
  sendingOf(SENT_AT, ZONE);
  // Once to make its patterns, and once more to make them quick.
  for (const [channel, text] of [...FIRST, ...FIRST]) {
    yield;
    readText({ text, channel, sentAt: SENT_AT, timeZone: ZONE });
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
