import { samePerson } from '../../shared/handoff/identity';
import type { Seed } from './openings';
import { sentencesIn } from './sentences';
import { TELLING } from './telling';
import type { Utterance } from './utterance';

/**
 * "I'll have a word with Mr Doyle on Friday" – "Saw Doyle, told him about the weekends": what was promised is to speak with
 * somebody, and it is kept by having done so, whatever it was about.
 */

const SPEAKS =
  /\b(?:have a (?:quick |quiet )?(?:word|chat)|speak|talk|ring|call|phone|see|catch|ask|tell|check|raise it|take it up)\b(?: (?:to|with|up))*[^.?!]{0,20}?(?<=\s)(?:(?:Mr|Mrs|Ms|Miss|Dr|Fr|Father|Sister|Prof|Professor|Frau|Herr)\.? )?(\p{Lu}[\p{L}'’-]+)/u;
const SPOKE = new RegExp(
  `^(?:\\W|i |we |just |so |and |have |finally |yes )*(?:${TELLING}|saw|seen|met|asked|had (?:a |my )?(?:word|chat|talk)|talked|reached|got hold of)\\b`,
  'i',
);
const NOT_SO =
  /\?\s*$|n['’]t\b|\b(?:not|never|will|going to|tomorrow|later|tried|missed|voicemail|no answer)\b/i;

/** The sentence by which the taker tells the giver that they spoke with whom they were to speak with; null where none does. */
export function spokenWith({ opening }: Seed, said: Utterance): string | null {
  const { act, giver, taker, quote } = opening;
  if ((act !== 'commitment' && act !== 'request') || !samePerson(said.from, taker)) return null;
  if (!said.audience.some((p) => samePerson(p, giver))) return null;
  const name = SPEAKS.exec(quote)?.[1];
  if (name === undefined || name.toLowerCase() === giver.name.split(' ')[0]?.toLowerCase())
    return null;
  const isOfThem = (line: string) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(line);
  return (
    sentencesIn(said.ownText).find(
      (line) => SPOKE.test(line) && isOfThem(line) && !NOT_SO.test(line),
    ) ?? null
  );
}
