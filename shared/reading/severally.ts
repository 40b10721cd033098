import type { Act } from '../handoff/act';
import type { Person } from '../handoff/item';
import { plain } from './chars';
import { asksIn, mayHoldSeveral, type Calls, type Piece } from './breath';
import { countedIn, namedIn } from './enumerated';
import { clausesOf, isNoName } from './clauses';
import type { Setting } from './cues';
import { dueIn } from './due';
import { memberTest, personNamed, type Addressing, type Around } from './people';
import { HELD, type Scene } from './ruled';

/** Acts of one sentence that asks several things: one act for each, of its own hand and with its own day. */

/** What reads the sentence before it, so that whoever was called then is still known. */
export type Earlier = Addressing | null;

/** Whom the words may call must be kept before a sentence is heard that may hold several asks. */
export const keptFor = (text: string, addressing: Addressing): Earlier =>
  mayHoldSeveral(text) ? addressing.copy() : null;

/** The acts of a sentence, each ask of several in one breath for itself. */
export function severally(
  acts: Act[],
  setting: Setting,
  scene: Scene,
  earlier: Earlier,
): Act[] {
  if (!earlier || setting.tongue || scene.around.channel === 'meeting') return acts;
  const asked = acts.find(isAsk);
  if (!asked) return acts;
  const { text } = setting.sentence;
  const counted = countedIn(text);
  const named = (counted.length > 0 ? counted : namedIn(text)).map((thing) => ({
    ...thing,
    called: null,
    toSome: false,
  }));
  const pieces = named.length > 0 ? named : asksIn(text, callsIn(scene.around));
  if (pieces.length === 0) return acts;
  const apart: Act[] = [];
  for (const piece of pieces)
    apart.push(
      actOf(piece, named.length > 0 ? asked : apart.at(-1), asked, setting, scene, earlier),
    );
  dated(apart, asked, pieces, setting);
  return acts.flatMap((act) => (act === asked ? apart : isAsk(act) ? [] : [act]));
}

const isAsk = ({ kind, confidence }: Act): boolean =>
  (kind === 'request' || kind === 'question') && confidence >= HELD;

function actOf(
  piece: Piece,
  before: Act | undefined,
  asked: Act,
  setting: Setting,
  scene: Scene,
  earlier: Addressing,
): Act {
  const { sentence } = setting;
  const { text } = piece;
  const start = sentence.start + piece.start;
  const act: Act = { ...asked, kind: piece.question ? 'question' : 'request' };
  Object.assign(act, { quote: text, start, end: start + text.length });
  delete act.due;
  const due = dueIn(text, act.kind, scene.sending, { before: '', after: '' }, undefined);
  if (due) act.due = due;
  const addressee = piece.called ?? handOf(piece, before, setting, scene, earlier);
  if (addressee === undefined) delete act.addressee;
  else act.addressee = addressee;
  return act;
}

/** Whom a piece is asked of that calls nobody: the first as its sentence began, the others like the one before. */
function handOf(
  { text, toSome }: Piece,
  before: Act | undefined,
  { sentence, signs, index }: Setting,
  { around }: Scene,
  earlier: Addressing,
): Person | null | undefined {
  if (before) return toSome && around.to.length > 1 ? null : before.addressee;
  const [clause] = clausesOf({ ...sentence, text }, memberTest(around), plain(text));
  if (!clause) return undefined;
  earlier.hear(clause, sentence.block, index, sentence.bullet);
  return earlier.of(clause, text, sentence.block, signs);
}

/** "By Friday please send X and book Y", "send X and book Y by Friday": what leads all or closes all is the day of all. */
function dated(apart: Act[], asked: Act, pieces: readonly Piece[], { sentence }: Setting): void {
  const { due } = asked;
  if (!due) return;
  const at = sentence.text.indexOf(due.text);
  const last = pieces.at(-1);
  if (at < 0 || !last) return;
  const first = apart[0];
  const leads = first?.due?.text === due.text && at < LEADS;
  if (leads || at >= last.start) for (const act of apart) act.due ??= due;
}
/** So far into a sentence its day stands before what is asked. */
const LEADS = 12;

/** Readers called at the head of some words: "Lotte can you …", "Nives, how many …", in a chat "dewi the icons". */
function callsIn(around: Around): Calls {
  const isMember = memberTest(around);
  return (words) => {
    const match = CALL.exec(words);
    const [whole, at, name = '', mark = ''] = match ?? [];
    if (whole === undefined || isNoName(name)) return null;
    const rest = words.slice(whole.length);
    const marked = at !== '' || mark.trim() !== '';
    if (!marked && !isMember(name) && !ASKED.test(rest)) return null;
    if (!marked && !ASKED.test(rest) && !BARE_THING.test(rest)) return null;
    const person = personNamed(name, around);
    return person && around.to.includes(person) ? { person, rest } : null;
  };
}
const CALL = /^(@?)([\p{L}'’-]{2,}(?: \p{Lu}[\p{L}'’-]+)?)(\s*[,:]\s+|\s+[–-]\s+|\s+)(?=[\p{L}\d])/u;
const ASKED =
  /^(?:(?:also|then) )?(?:please|pls|plz|kindly|(?:can|could|would|will) (?:you|u|ya)|(?:do|did|are|were|have) (?:you|u)|(?:is|are|was|did|has|have) (?:the|your|our|my)\b[^.]*\?|(?:what|when|where|who|which|how)\b|i need|we need|you)(?![\p{L}])/iu;
const BARE_THING = /^(?:the|an?|your|our|my|this|these|those|all|both|two|three|four|\d)/iu;
