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
    String.raw`(?:please|pls|plz|kindly|thanks|thank you|thx|ta|cheers|ideally|preferably|hopefully|latest|at the latest|sharp|first thing|needed|wanted|if (?:you can|at all possible|possible|poss|that works|that's (?:ok|okay|possible))|(?:would|will|'d) (?:be|do)|is|good|great|fine|ideal|perfect|lovely|early enough|soon enough|is enough|ok|okay|on|the|and|so|then|or so|for (?:me|us)|(?:me|we|i) need (?:it|them|this)|no later)`,
    String.raw`(?:am|bitte|danke|spätestens|wenn möglich|möglichst|gern|am besten|reicht|wäre (?:gut|super|schön|toll))`,
    String.raw`(?:le|s['’ ]?il (?:vous|te) pla[iî]t|svp|stp|merci|si possible|au plus tard|idéalement|ce serait (?:bien|parfait))`,
    String.raw`(?:el|la|na|no|por favor|gracias|si (?:puede ser|es posible)|a más tardar|como muy tarde|idealmente|se (?:puder|possível|for possível)|obrigad[oa]|o mais tardar)`,
    String.raw`(?:op|graag|alstublieft|alsjeblieft|aub|ajb|dank|liefst|uiterlijk|indien mogelijk|als het kan)`,
    String.raw`(?:il|per favore|per cortesia|grazie|se possibile|al più tardi|possibilmente)`,
  ].join('|')})(?![\\p{L}])`,
  'giu',
);
const WORD = /[\p{L}\p{N}]/u;
/** A day with its "please" and "if you can" is no longer than this. */
const LONGEST = 70;

/** The day a sentence names, where it says nothing else; undefined where it says more, or asks. */
function dayAlone(
  words: string,
  sending: Sending | undefined,
  near: Nearby,
  tongue: Tongue | undefined,
): DueRef | undefined {
  if (words.length > LONGEST || words.includes('?')) return undefined;
  // Standing alone, any day is the one that is meant.
  const due = dueIn(words, 'acceptance', sending, near, tongue);
  if (!due) return undefined;
  const rest = words.replace(due.text, ' ').replace(AROUND, ' ');
  return WORD.test(rest) ? undefined : due;
}

/**
 * Does a sentence only say the day of what was asked or promised right before? Then it is put there, and the sentence is no
 * act of its own. `acts` are those of the sentences before, in order; `sending`: when and where the words were written.
 */
export function datesBefore(
  acts: Act[],
  setting: Setting,
  sentences: readonly Sentence[],
  sending: Sending | undefined,
): boolean {
  if (acts.length === 0 || !(setting.dated || setting.deadline) || setting.sentence.bullet)
    return false;
  const before = acts.findLast(
    (a) => a.sentence >= setting.index - 2 && a.confidence >= HELD && DATED_BELOW.has(a.kind),
  );
  if (!before) return false;
  const due = dayAlone(setting.sentence.text, sending, setting, setting.tongue);
  if (!due) return false;
  // "How many come? On Thursday." says of which day it is asked; "10/02/2000 12:29" on its own is a copied header's.
  const bare = sentences[before.sentence]?.block !== setting.sentence.block;
  if (!isBound(due) && (bare || before.kind === 'question')) return false;
  if (!before.due || (isBound(due) && !isBound(before.due))) before.due = due;
  return true;
}
const DATED_BELOW: ReadonlySet<ActKind> = new Set(['request', 'question', 'commitment']);
