import type { Act } from '../handoff/act';
import { plain } from './chars';
import { HELD } from './ruled';
import type { Sentence } from './sentences';
import { has, SENTENCE, type Found } from './signs';

/**
 * "Lady in 118 said please turn the music down. It was the ice machine, I switched it off.": what somebody else asked for,
 * told together with what was done about it. The asking is part of the record; nobody who reads it is asked.
 */

/** Somebody who is neither the writer nor the reader asked, in the past. */
const ASKED =
  /^(?!.*?\b(?:i|we|you)(?:'ve| have| had)? (?:\p{L}+ ){0,2}?(?:said|asked|wanted|rang|called|told|wrote|phoned)\b)[^?]*?\b(?:said|asked|wanted|begged|enquired|inquired|demanded|insisted|complained|shouted|wrote|told (?:me|us|him|her|them)|rang|phoned|called|texted|e-?mailed)\b[^?]*?\b(?:please|pls|could|can|would|will|to)\b/u;
const DONE =
  '(?:did|sent|gave|went|took|came|got|put|found|brought|made|told|was|were|had|slept|left|paid|ran|rang|let|taken|given|gone|shown|written|driven|fixed|done|closed|(?!need|feed|seed|speed|bed|red|embed|indeed|exceed|proceed)[\\p{L}]{2,}ed)';
/** What came of it: a past deed of somebody's, in the same sentence or further on in the paragraph. */
const CAME_OF_IT = new RegExp(
  `(?:^|[,;.–-] ?)(?:(?:so|and|but|then|which|that) )*(?:i|we|he|she|they|it|(?:the |our |my )?[\\p{L}\\d'-]+(?: (?!please\\b)[\\p{L}\\d'-]+)?) (?:\\p{L}+ly |already |just |then |all |also )?${DONE}(?![\\p{L}'])`,
  'u',
);
/** Still to do, or asked of whoever reads. */
const OPEN_STILL =
  /\b(?:not|never|yet|still|please|pls|tomorrow|tonight|next|needs?|must|should|will|shall|unless|until|waiting|you|your)\b|n't\b|'ll\b|\?/;

const SAYS_ASKED = SENTENCE.add([ASKED]);

/**
 * Takes back what looks asked and is told as asked and done. `acts` are those of the sentences, in order; `signs`: those of
 * each sentence, as far as it is English.
 */
export function withoutRecords(
  acts: Act[],
  sentences: readonly Sentence[],
  signs: readonly (Found | undefined)[],
): void {
  for (const act of acts) {
    if (act.confidence < HELD || (act.kind !== 'request' && act.kind !== 'question')) continue;
    const known = signs[act.sentence];
    if (known && !has(known, SAYS_ASKED)) continue;
    const lower = plain(act.quote);
    const asked = ASKED.exec(lower)?.[0];
    if (asked === undefined || act.due !== undefined) continue;
    if (isDone(lower.slice(asked.length)) || isDoneBelow(act.sentence, sentences))
      act.confidence = HELD - 0.1;
  }
}

/** The rest of the sentence, behind its first comma. */
const isDone = (rest: string): boolean => {
  const comma = /[,;–-]/.exec(rest);
  const after = comma ? rest.slice(comma.index) : '';
  return CAME_OF_IT.test(after) && !OPEN_STILL.test(after);
};

function isDoneBelow(index: number, sentences: readonly Sentence[]): boolean {
  const { block } = sentences[index] ?? {};
  for (let at = index + 1; sentences[at]?.block === block; at++) {
    const lower = plain(sentences[at]?.text ?? '');
    if (OPEN_STILL.test(lower)) return false;
    if (CAME_OF_IT.test(lower)) return true;
  }
  return false;
}
