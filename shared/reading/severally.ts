import type { Act, DueRef } from '../handoff/act';
import type { Person } from '../handoff/item';
import { plain } from './chars';
import { asksIn, mayHoldSeveral, type Calls, type Piece } from './breath';
import { leadsToAsks } from './listing';
import { countedIn, namedIn, namesOne } from './enumerated';
import { clausesOf, isNoName } from './clauses';
import type { Setting } from './cues';
import type { Sending } from './days';
import { occasionsIn } from './occasion';
import { dueIn } from './due';
import { Addressing, memberTest, personNamed, type Around, type Heard } from './people';
import { HELD, type Scene } from './ruled';
import type { Sentence } from './sentences';

/** Acts of one sentence that asks several things: one act for each, of its own hand and with its own day. */

/** A line that wants what is named behind it or in the points below; null where it was read as asking already. */
export function leadAct(
  each: readonly Act[],
  setting: Setting,
  sentences: readonly Sentence[],
  scene: Scene,
  addressing: Addressing,
): Act | null {
  const { sentence, index, tongue, signs } = setting;
  const above = sentences[index + 1]?.bullet === true && !sentence.bullet;
  if (tongue || !(above || sentence.text.includes(':'))) return null;
  const leads = above && leadsToAsks(sentence.text);
  if (!leads && namedIn(sentence.text).length === 0) {
    // "One for you: here is the plan" does by its own words what it does; "one for you: … Could you …?" asks further on.
    const isDone = each.some((act) => act.kind !== 'request' && act.confidence >= HELD);
    if (isDone || !namesOne(sentence.text)) return null;
    const behind = sentences.slice(index + 1, index + 1 + BEHIND);
    if (behind.some(({ text }) => ASKS_ON.test(text))) return null;
  }
  const read = each.find((act) => act.kind === 'request' && act.confidence >= HELD);
  if (read) {
    // With things named behind it a need is surely one.
    read.confidence = Math.max(read.confidence, LEAD);
    return null;
  }
  const [clause] = clausesOf(sentence, undefined, setting.lower);
  if (!clause) return null;
  const { text, start, end, block } = sentence;
  const act: Act = {
    ...{ kind: 'request', quote: text, start, end, confidence: LEAD, sentence: index },
    ...(scene.around.from ? { actor: scene.around.from } : {}),
  };
  const addressee = addressing.of(clause, text, block, signs);
  if (addressee !== undefined) act.addressee = addressee;
  const due = dueIn(text, 'request', scene.sending, setting, undefined);
  if (due) act.due = due;
  return act;
}
const ASKS_ON = /\?|(?<![\p{L}])(?:please|pls|plz|(?:can|could|would|will) (?:you|u))(?![\p{L}])/iu;
/** Sentences that are looked at behind such a line. */
const BEHIND = 40;
/** How sure it is that what stands below such a line is wanted. */
const LEAD = 0.8;

/**
 * The acts of a sentence, each ask of several in one breath for itself, and a promise beside them. Two promises stay one:
 * what of it has come is told apart later. `earlier`: who was called before this sentence.
 */
export function severally(acts: Act[], setting: Setting, scene: Scene, earlier: Heard): Act[] {
  const { text } = setting.sentence;
  const asked = acts.find(isAsk);
  if (!asked || setting.tongue || scene.around.channel === 'meeting') return acts;
  if (!mayHoldSeveral(text)) return acts;
  const promised = acts.find(isPromise);
  const named = thingsIn(text);
  const calls = callsIn(scene.around);
  const pieces =
    named.length > 0
      ? named
      : withRelatives(asksIn(text, calls, promised !== undefined), text, scene.sending);
  if (pieces.length < 2) return acts;
  const apart: Act[] = [];
  for (const piece of pieces) {
    const whole = piece.promise ? promised : asked;
    if (!whole) continue;
    const before = named.length > 0 ? whole : apart.findLast((act) => act.kind !== 'commitment');
    apart.push(
      piece.promise
        ? pieceOf(piece, whole, setting, scene)
        : askOf(piece, before, whole, setting, scene, earlier),
    );
  }
  dated(apart, pieces, setting, [asked.due, promised?.due]);
  const kept = (act: Act) =>
    (act === promised && !pieces.some((p) => p.promise)) ||
    (act !== promised && !isAsk(act)) ||
    (isAsk(act) && pieces.every((p) => p.promise));
  return [...apart, ...acts.filter(kept)];
}

/** "Could I have it ahead of the fair, which is on the 24th?": what tells the day of the thing asked for is no question of its own. */
function withRelatives(
  pieces: readonly Piece[],
  text: string,
  sending: Sending | undefined,
): Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const before = kept.at(-1);
    const relative =
      before && sending && OF_THE_THING.test(piece.text) && occasionsIn(piece.text, sending)[0];
    if (relative && relative.start === 0)
      kept[kept.length - 1] = {
        ...before,
        text: text.slice(before.start, piece.start + piece.text.length),
      };
    else kept.push(piece);
  }
  return kept;
}
const OF_THE_THING = /^(?:which|who)\b/;

/** Things counted, or named behind a colon. */
const thingsIn = (text: string): Piece[] => {
  const counted = countedIn(text);
  return (counted.length > 0 ? counted : namedIn(text)).map((thing) => ({
    ...thing,
    promise: false,
    called: null,
    toSome: false,
  }));
};

const isPromise = ({ kind, confidence }: Act): boolean =>
  kind === 'commitment' && confidence >= HELD;
const isAsk = ({ kind, confidence }: Act): boolean =>
  (kind === 'request' || kind === 'question') && confidence >= HELD;

/** The piece as an act of this kind, with the day that it names itself. */
function pieceOf(
  { text, start: at }: Piece,
  whole: Act,
  { sentence }: Setting,
  { sending }: Scene,
): Act {
  const start = sentence.start + at;
  const act: Act = { ...whole, quote: text, start, end: start + text.length };
  delete act.due;
  const due = dueIn(text, act.kind, sending, { before: '', after: '' }, undefined);
  if (due) act.due = due;
  return act;
}

function askOf(
  piece: Piece,
  before: Act | undefined,
  asked: Act,
  setting: Setting,
  scene: Scene,
  earlier: Heard,
): Act {
  const kind = piece.question ? 'question' : 'request';
  const act = pieceOf(piece, { ...asked, kind }, setting, scene);
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
  earlier: Heard,
): Person | null | undefined {
  if (before) return toSome && around.to.length > 1 ? null : before.addressee;
  const [clause] = clausesOf({ ...sentence, text }, memberTest(around), plain(text));
  if (!clause) return undefined;
  const addressing = new Addressing(around, earlier);
  addressing.hear(clause, sentence.block, index, sentence.bullet);
  return addressing.of(clause, text, sentence.block, signs);
}

/** "By Friday please send X and book Y", "send X and book Y by Friday": what leads all or closes all is the day of all. */
function dated(
  apart: Act[],
  pieces: readonly Piece[],
  { sentence }: Setting,
  days: readonly (DueRef | undefined)[],
): void {
  const due = days.find((day) => day !== undefined);
  const last = pieces.at(-1);
  const at = due ? sentence.text.indexOf(due.text) : -1;
  if (!due || !last || at < 0) return;
  const leads = apart[0]?.due?.text === due.text && at < LEADS;
  if (leads || at >= last.start) for (const act of apart) act.due ??= due;
}
/** So far into a sentence its day stands before what is asked. */
const LEADS = 12;

/** Readers called at the head of some words: "Lotte can you …", "Nives, how many …", in a chat "dewi the icons". */
function callsIn(around: Around): Calls {
  if (around.to.length === 0) return () => null;
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
const CALL =
  /^(@?)([\p{L}'’-]{2,}(?: \p{Lu}[\p{L}'’-]+)?)(\s*[,:]\s+|\s+[–-]\s+|\s+)(?=[\p{L}\d])/u;
const ASKED =
  /^(?:(?:also|then) )?(?:please|pls|plz|kindly|(?:can|could|would|will) (?:you|u|ya)|(?:do|did|are|were|have) (?:you|u)|(?:is|are|was|did|has|have) (?:the|your|our|my)\b[^.]*\?|(?:what|when|where|who|which|how)\b|i need|we need|you)(?![\p{L}])/iu;
const BARE_THING = /^(?:the|an?|your|our|my|this|these|those|all|both|two|three|four|\d)/iu;
