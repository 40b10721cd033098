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

/** What can be looked up in the room, and what is found: "can you check if the heater's on?" – "It's on. Little green light." */
const LOOKS =
  /\b(?:check|see|look|tell (?:me|us)|find|remind (?:me|us))\b.{0,40}?\b(?:if|whether|what|which|when|where|who|how)\b/i;
const FOUND =
  /^(?:\W|(?:yes|yep|yeah|no|nope|oh|well|right|um|uh)\b)*(?:it|they|he|she|that|this|there)(?:'s|'re| is| are| was| were| says?| has| have) (?!(?:a good|fine by|what i|with|on (?:my|our|the) (?:list|way)|in hand|mine|ours)\b)/i;
/** What is put before everybody: "can you show us the log?" – "Sharing. There." */
const SHOWS =
  /\b(?:(?:can|could|would|will) you|please) (?:just |quickly |please |also )*(?:(?:show|share|open|read)\b|(?:pull|bring|put|throw) (?:(?:the|that|your|our|up the) (?:[\p{L}-]+ ){0,3}?up\b|(?:it|them|that) up\b|up\b))/iu;
const SHOWN =
  /^(?:\W|(?:yes|yep|yeah|sure|oh|right|um|uh|okay|ok)\b)*(?:sharing|there(?: (?:it is|you (?:go|are)|they are|we (?:go|are)))?|here(?: (?:it is|you (?:go|are)|they are|we (?:go|are)))?|(?:it|they|that)(?:'s| is|'re| are)(?: all)? (?:up|on (?:the )?screen)|(?:can|do) you(?: all)? see (?:it|that|my screen))(?=\s*(?:[,.!?;…]|$))/i;

/** Where the one who was asked says so and the one who asked takes it: the line and the words; null where it stays asked. */
export function doneThere(
  lines: readonly Line[],
  n: number,
  giver: Person,
  taker: Person,
): { at: number; quote: string } | null {
  const ask = lines[n]?.text ?? '';
  const matter = contentWords(ask);
  for (let at = n + 1; at <= n + ANSWER; at++) {
    const line = lines[at];
    if (!line || !samePerson(line.from, taker)) continue;
    const said = sentencesIn(line.text);
    const shown = SHOWS.test(ask) ? said.find((words) => SHOWN.test(words)) : undefined;
    if (shown !== undefined && isHeard(lines, at, giver)) return { at, quote: shown };
    const quote = said.find(
      (words) =>
        isDone(line, words, matter) ||
        (LOOKS.test(ask) && FOUND.test(words) && !NOT_SO.test(words)),
    );
    return quote !== undefined && letBe(lines, at, giver) ? { at, quote } : null;
  }
  return null;
}

function isDone(line: Line, said: string, matter: ReadonlySet<string>): boolean {
  if (NOT_SO.test(said)) return false;
  if (IS_SO.test(said) || outcomeIn(said, matter) !== null) return true;
  return line.acts.some((act) => closes(act) && act.confidence >= 0.5 && act.quote === said);
}

/** They go on with what they see. */
function isHeard(lines: readonly Line[], at: number, giver: Person): boolean {
  const answer = lines.slice(at + 1, at + 1 + ANSWER).find((l) => samePerson(l.from, giver));
  return answer !== undefined && !OBJECTS.test(answer.text);
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
