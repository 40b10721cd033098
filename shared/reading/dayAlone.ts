import type { Act, ActKind, DueRef } from '../handoff/act';
import type { Setting } from './cues';
import type { Sending } from './days';
import { dueIn, isBound, type Nearby } from './due';
import type { Tongue } from './languages/tongue';
import { HELD } from './ruled';
import type { Sentence } from './sentences';

/** "Could you pull the figures? By Thursday please.": a sentence that is nothing but the day of what was said before it. */

/** What may stand around the day, in the languages that are read, and asks for nothing more. */
const AROUND = new RegExp(
  `(?<![\\p{L}])(?:${[
    String.raw`(?:please|pls|plz|kindly|thanks|thank you|thx|ta|cheers|ideally|preferably|hopefully|latest|at the latest|sharp|first thing|morning|afternoon|evening|needed|wanted|if (?:you can|at all possible|possible|poss|that works|that's (?:ok|okay|possible))|(?:would|will|'d) (?:be|do)|is|good|great|fine|ideal|perfect|lovely|(?:early|soon|time|good|plenty) enough|is enough|plenty|plenty of time|works|suits|any ?time|in good time|will do nicely|ok|okay|on|the|and|so|then|or so|for (?:me|us)|(?:me|we|i) need (?:it|them|this)|no later)`,
    String.raw`(?:am|bitte|danke|spätestens|wenn (?:möglich|du kannst|sie können|ihr könnt|es geht)|wenn['’]s geht|ich brauche? (?:es|das|sie)|möglichst|gern|am besten|reicht|wäre (?:gut|super|schön|toll))`,
    String.raw`(?:le|s['’ ]?il (?:vous|te) pla[iî]t|svp|stp|merci|si (?:possible|tu peux|vous (?:le )?pouvez)|il me (?:le|la|les) faut|au plus tard|idéalement|ce serait (?:bien|parfait))`,
    String.raw`(?:el|la|na|no|por favor|gracias|si (?:puede ser|es posible|puedes|puede|podéis|se puede)|(?:lo|la|los|las) necesit(?:o|amos)|a más tardar|como muy tarde|idealmente|se (?:puder(?:es|em)?|conseguir(?:es|em)?|possível|for possível)|preciso (?:disso|dele|dela)|obrigad[oa]|o mais tardar)`,
    String.raw`(?:op|graag|alstublieft|alsjeblieft|aub|ajb|dank|liefst|uiterlijk|indien mogelijk|als (?:het|je|u) kan|als (?:het|dat) lukt|ik heb het nodig)`,
    String.raw`(?:il|per favore|per cortesia|grazie|se (?:possibile|riesci|riesce|riuscite|puoi|può|potete)|(?:mi|ci) serv(?:e|ono|irebbe|irebbero)|al più tardi|possibilmente)`,
  ].join('|')})(?![\\p{L}])`,
  'giu',
);
/** The answer itself is asked for, and nothing of its own: "please let me know by Tuesday". */
const ANSWER = new RegExp(
  `(?<![\\p{L}])(?:${[
    String.raw`(?:(?:can|could|would|will) you |you can |you could )?(?:please |kindly |just )*(?:let (?:me|us) (?:please )?(?:know|have (?:your|an) (?:answer|reply|response|thoughts))|answer|reply|respond|confirm|advise|revert|(?:get|come) back to (?:me|us)|tell (?:me|us)|drop (?:me|us) a line)(?: (?:me|us|this|it|either way))?`,
    String.raw`(?:an?|your|the|quick|short) (?:quick |short )?(?:answer|reply|response|confirmation|word)|(?:would|will) (?:help|suit|do|be needed)|(?:i|we)(?:'d| would| will|'ll| do)? (?:need|want|like|appreciate) (?:to (?:know|hear(?: (?:from you|back))?)|an? (?:answer|reply|response)|your (?:answer|reply|response|decision)|it|this)`,
    String.raw`(?:gib|geben sie|gebt) (?:mir|uns)|bescheid|um|eine?|kurze|antwort\p{L}*|rückmeldung|melde? dich|melden sie sich|bestätig\p{L}*|sag(?:en sie)? (?:mir|uns)`,
    String.raw`merci de (?:me|nous)|(?:de )?(?:me|nous)|répond\p{L}*|réponse|(?:dis|dites)[- ](?:le[- ])?(?:moi|nous)|(?:fais|faites)[- ](?:le[- ])?(?:moi|nous) savoir|confirm\p{L}*|une?|votre|ta`,
    String.raw`avísame|avíseme|avísanos|dime|dígame|respond\p{L}*|respuesta|una?|tu|su|confírm\p{L}*|(?:me )?avis\p{L}+(?:-me)?|diga-me|diz-me|resposta|uma`,
    String.raw`(?:laat|geef) (?:het )?(?:me|mij|ons)|seintje|weten|even|het|antwoord\p{L}*|een|bevestig\p{L}*|fammi sapere|mi faccia sapere|fateci sapere|facci sapere|rispond\p{L}*|risposta|conferm\p{L}*`,
  ].join('|')})(?![\\p{L}])`,
  'giu',
);
/** "Friday is time enough, the pack goes out on Monday.": the day is said to do, and why comes after it. */
const WILL_DO =
  /^([^,;:–—(]*?)(?<![\p{L}])(?:(?:is|are|will be|would be|'s) (?:\p{L}+ )?(?:fine|enough|ok|okay|good|great|perfect|ideal|plenty|soon enough)|works|suits (?:me|us)|(?:will|would|'ll|'d) do)(?![\p{L}])[^,;:–—(]*(?=[,;:–—(])/iu;
/** "By Friday 20 November, I have to finish the report the week after.": the last moment stands first, and why comes after it. */
const BY_FIRST =
  /^((?:please |pls |so |and |ideally |preferably )*(?:by|before|b4|no later than|not later than) [^,;:–—(?]{3,40})(?:[,;:–—(]| -) *(?:(?:as|because|since|so|or|otherwise|else|that's when|then)\b|(?:i|we)(?:'m|'re)? (?![^.]*\b(?:will|shall|can|could|would|should|going to)\b|'))(?![^]*\?)(?![^]*\b(?:you|u|please|pls)\b)/iu;
const WORD = /[\p{L}\p{N}]/u;
/** A day with its "please" and "let me know" is no longer than this. */
const LONGEST = 90;

/** The day a sentence names, where it says nothing else; `asks`: beside that an answer is wanted by then. */
interface Alone {
  due: DueRef;
  asks: boolean;
}

/** Undefined where the sentence says more, or asks something. */
function dayAlone(
  words: string,
  sending: Sending | undefined,
  near: Nearby,
  tongue: Tongue | undefined,
): Alone | undefined {
  if (words.length > LONGEST) return undefined;
  // Standing alone, any day is the one that is meant.
  const due = dueIn(words, 'acceptance', sending, near, tongue);
  if (!due) return undefined;
  const rest = words.replace(due.text, ' ');
  if (!words.includes('?') && !WORD.test(rest.replace(AROUND, ' '))) return { due, asks: false };
  return WORD.test(rest.replace(ANSWER, ' ').replace(AROUND, ' '))
    ? undefined
    : { due, asks: true };
}

/**
 * Does a sentence only say the day of what was asked or promised right before ("By Thursday please.", "Please let me know by
 * Tuesday.")? Then it is put there, and the sentence is no act of its own. `acts` are those of the sentences before, in
 * order; `sending`: when and where the words were written.
 */
export function datesBefore(
  acts: Act[],
  setting: Setting,
  sentences: readonly Sentence[],
  sending: Sending | undefined,
): boolean {
  const { index, sentence } = setting;
  if (acts.length === 0 || !(setting.dated || setting.deadline) || sentence.bullet) return false;
  const before = acts.findLast(
    (a) => a.sentence >= index - 2 && a.confidence >= HELD && DATED_BELOW.has(a.kind),
  );
  if (!before) return false;
  const does = setting.tongue
    ? null
    : (WILL_DO.exec(sentence.text) ?? BY_FIRST.exec(sentence.text.replace(/[‘’]/g, "'")));
  const alone =
    dayAlone(sentence.text, sending, setting, setting.tongue) ??
    (does ? dayAlone(does[1] ?? '', sending, { before: '', after: '' }, undefined) : undefined);
  if (!alone) return false;
  const { due, asks } = alone;
  const bound = isBound(due) || BOUND.test(due.text);
  // "I'll send the plan. Please confirm by Friday.": the reader is asked, of what the writer will do.
  if (asks && (before.kind === 'commitment' || !bound)) return false;
  const block = (act: Act) => sentences[act.sentence]?.block;
  // "How many come? On Thursday." says of which day it is asked; "10/02/2000 12:29" on its own is a copied header's.
  if (!bound && (block(before) !== sentence.block || before.kind === 'question')) return false;
  // An answer by Tuesday is one to all that was just asked.
  const meant = asks
    ? acts.filter((a) => block(a) === block(before) && a.confidence >= HELD && ASKS.has(a.kind))
    : acts.filter(
        (a) => a.sentence === before.sentence && a.confidence >= HELD && a.kind === before.kind,
      );
  for (const act of meant)
    if (hasNoDay(act) || (act === before && bound && act.due && !isBound(act.due))) act.due = due;
  return true;
}
/** None is named, or only an event whose day is not known: "for the partner meeting? Thursday at the latest." */
export const hasNoDay = ({ due }: Act): boolean => (due?.at ?? null) === null;

/** The last moment, as the other languages that are read say it. */
const BOUND =
  /^(?:bis|spätestens|vor|avant|d['’]ici|au plus tard|antes|a más tardar|até|voor|vóór|uiterlijk|entro|prima)(?![\p{L}])/iu;
const ASKS: ReadonlySet<ActKind> = new Set(['request', 'question']);
const DATED_BELOW: ReadonlySet<ActKind> = new Set(['request', 'question', 'commitment']);
