import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { contentWords } from '../../shared/handoff/similarity';
import { closes } from './acts';
import { outcomeIn } from './outcomeWords';
import { sentencesIn } from './sentences';
import { type Line } from './settling';
import { AGREES, OBJECTS } from './settlingWords';

/** Asked aloud, and it turns out in the same breath that it is done: whoever asked hears so and lets it be. */

const ANSWER = 3;

/** Done, or known, without any form of its own. */
const IS_SO =
  /\balready\b|^(?:\W|(?:oh|yes|yep|yeah|no|well|ah)\b)*(?:i )?(?:just )?did (?:it|that|this|them|those)\b|^(?:\W|(?:oh|yes|yep|yeah|no|well|ah)\b)*(?:he|she|they)(?:'s|'ve| has| have| all)* (?:got|has|have|knows?|had) ?(?:it|them|that|one|already|everything)?(?=\s*(?:[,.;!]|$))/i;
/** Begun, in part, to come, or another time. */
const NOT_SO =
  /\b(?:half|some of|most of|part of|almost|nearly|started|starting|begun|working|looking|on it|at it|will|not|yet|never|last (?:year|month|time|week|summer|winter)|years ago|tomorrow|tonight|next|later|soon|if|once|when|until)\b|n't\b|'ll\b|\?/i;

/** Where the one who was asked says so and the one who asked takes it: the line and the words; null where it stays asked. */
export function doneThere(
  lines: readonly Line[],
  n: number,
  giver: Person,
  taker: Person,
): { at: number; quote: string } | null {
  const matter = contentWords(lines[n]?.text ?? '');
  for (let at = n + 1; at <= n + ANSWER; at++) {
    const line = lines[at];
    if (!line || !samePerson(line.from, taker)) continue;
    const quote = sentencesIn(line.text).find((said) => isDone(line, said, matter));
    return quote !== undefined && letBe(lines, at, giver) ? { at, quote } : null;
  }
  return null;
}

function isDone(line: Line, said: string, matter: ReadonlySet<string>): boolean {
  if (NOT_SO.test(said)) return false;
  if (IS_SO.test(said) || outcomeIn(said, matter) !== null) return true;
  return line.acts.some((act) => closes(act) && act.confidence >= 0.5 && act.quote === said);
}

/** "Oh, great.", "Then that's done." */
function letBe(lines: readonly Line[], at: number, giver: Person): boolean {
  const answer = lines.slice(at + 1, at + 1 + ANSWER).find((l) => samePerson(l.from, giver));
  if (!answer || OBJECTS.test(answer.text)) return false;
  return sentencesIn(answer.text).some(
    (said) =>
      !said.endsWith('?') &&
      (AGREES.test(said) ||
        answer.acts.some(
          (act) =>
            act.quote === said &&
            act.confidence >= 0.5 &&
            (act.kind === 'completion' || act.kind === 'acknowledgement'),
        )),
  );
}
