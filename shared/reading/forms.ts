/**
 * A form to fill in, or one that was filled in: option lists behind its questions, blanks, "if yes, which". Its questions
 * are the form's and nobody's; a mail that only asks several things has none of these marks.
 */
const MARKS: readonly RegExp[] = [
  // "… do you have: (None, Tablet, Phone)", "… shared calendar? (Yes/No)"
  /[?:]\s*\(?(?:yes ?\/ ?no|y ?\/ ?n|(?:\(\s*[\p{L}\d ]{1,20}(?:, ?[\p{L}\d ]{1,20}){2,}\)))/giu,
  /^\W*if (?:yes|no|so|applicable|other)\b,? (?:what|which|who|where|when|how|please|give|state|list|name)\b/gimu,
  /_{4,}|\[ \]|☐|\.{6,}/gu,
  /\bplease (?:circle|tick|check) (?:one|all|the (?:box|appropriate))\b/giu,
];
/** Marks from which a text is a form. */
const ENOUGH = 3;

export function isForm(text: string): boolean {
  let marks = 0;
  for (const pattern of MARKS) {
    marks += text.match(pattern)?.length ?? 0;
    if (marks >= ENOUGH) return true;
  }
  return false;
}
