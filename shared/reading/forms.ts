import { has, ITEM, type Found } from './signs';

/**
 * A form to fill in, or one that was filled in: option lists behind its questions, blanks, "if yes, which". Its questions
 * are the form's and nobody's; a mail that only asks several things has none of these marks.
 */
const OPTIONS =
  // "… do you have: (None, Tablet, Phone)", "… shared calendar? (Yes/No)"
  /[?:]\s*\(?(?:yes ?\/ ?no|y ?\/ ?n|(?:\(\s*[\p{L}\d ]{1,20}(?:, ?[\p{L}\d ]{1,20}){2,}\)))/giu;
const IF_SO =
  /^\W*if (?:yes|no|so|applicable|other)\b,? (?:what|which|who|where|when|how|please|give|state|list|name)\b/gimu;
const BLANKS = /_{4,}|\[ \]|☐|\.{6,}/gu;
const TICKS = /\bplease (?:circle|tick|check) (?:one|all|the (?:box|appropriate))\b/giu;
const SAYS_IF_SO = ITEM.add([IF_SO]);
const SAYS_TICKS = ITEM.add([TICKS]);

/** Each mark, and what must stand in a text that has it: looking for single characters costs next to nothing. */
const MARKS: readonly (readonly [RegExp, (text: string, signs: Found) => boolean])[] = [
  [
    OPTIONS,
    (text) =>
      (text.includes('/') || text.includes('(')) && (text.includes('?') || text.includes(':')),
  ],
  [IF_SO, (_text, signs) => has(signs, SAYS_IF_SO)],
  [
    BLANKS,
    (text) =>
      text.includes('____') ||
      text.includes('[ ]') ||
      text.includes('☐') ||
      text.includes('......'),
  ],
  [TICKS, (_text, signs) => has(signs, SAYS_TICKS)],
];
/** Marks from which a text is a form. */
const ENOUGH = 3;

/** `signs`: of the item the text is part of. */
export function isForm(text: string, signs: Found): boolean {
  let marks = 0;
  for (const [pattern, may] of MARKS) {
    if (!may(text, signs)) continue;
    marks += text.match(pattern)?.length ?? 0;
    if (marks >= ENOUGH) return true;
  }
  return false;
}
