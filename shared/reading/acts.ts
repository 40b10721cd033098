import type { Act, ActKind, DueRef } from '../handoff/act';
import type { Person } from '../handoff/item';
import { contentWords } from '../handoff/similarity';
import { plain } from './chars';
import { isBeyondAnyone } from './beyond';
import { goesOnUnasked, needsNoAnswer } from './byDefault';
import type { Clause } from './clauses';
import { type Setting } from './cues';
import type { Sending } from './days';
import { datesBefore, hasNoDay } from './dayAlone';
import { closingIn, datednessOf, dueIn, isBound, saysWhenNeeded } from './due';
import { tellsOfNextHand } from './handedOn';
import { isHospitality } from './hospitality';
import { datedElsewhere } from './hungOn';
import { UNREAD } from './language';
import { tongueOf, type Tongue } from './languages';
import { foreignDatedness } from './languages/dates';
import { calibrated } from './learned/calibration';
import { withoutDropped } from './dropped';
import { withoutCompany } from './leading';
import { inARow, withLists } from './listing';
import { isMusing } from './musing';
import { deedOfOther } from './others';
import { Addressing, peopleNamedIn, personNamed, promisor, type Around } from './people';
import { withoutRecords } from './recorded';
import type { Sentence } from './sentences';
import { isSaidInQuotes } from './saidInQuotes';
import { leadAct, severally } from './severally';
import type { Found } from './signs';
import { isUnawaited } from './unawaited';
import { conditionIn, onlyWaits } from './waiting';
import { confidenceOf } from './weights';
import { bend } from './bend';
import { bookOf, HELD, ruled, type Candidate, type Known, type Scene } from './ruled';

/** The acts of one sentence. */
function candidatesIn(setting: Setting, scene: Scene, addressing: Addressing): Candidate[] {
  const found = ruled(setting, scene, addressing);
  bend(found, setting, scene);
  const { byKind } = found;
  let request = byKind.get('request');
  let question = byKind.get('question');
  if ((request ?? question) && !setting.tongue && isMusing(setting.lower, setting.signs)) {
    byKind.delete('request');
    byKind.delete('question');
    request = question = undefined;
  }
  if (byKind.size > 0 && !setting.tongue && isNobodys(setting)) {
    for (const kind of HELD_OUT) byKind.delete(kind);
    request = question = undefined;
  }
  // "Say so by noon if you mind, otherwise it stays as it is": nobody has to answer, and nothing new is promised.
  if (byKind.size > 0 && !setting.tongue) {
    if ((request ?? question) && needsNoAnswer(setting)) {
      byKind.delete('request');
      byKind.delete('question');
      request = question = undefined;
    }
    if (goesOnUnasked(setting)) {
      byKind.delete('commitment');
      byKind.delete('acceptance');
    }
  }
  const handsOn = (byKind.get('redirect')?.confidence ?? 0) >= HELD && !setting.tongue;
  if (handsOn && tellsOfNextHand(setting.lower, setting.signs)) byKind.delete('commitment');
  // "Is it in your package or shall we put it on the bill?": two answers to choose from, and no deed of whoever reads.
  if (request && !setting.tongue && CHOICE.test(request.clause.head)) {
    question = { ...request, kind: 'question' };
    byKind.delete('request');
    byKind.set('question', question);
    request = undefined;
  }
  // "Listo, yo me encargo", "parfait, c'est bon, je m'en occupe": what begins with a word of consent and promises is not done.
  const promises = byKind.get('commitment') ?? byKind.get('acceptance');
  if (setting.tongue && promises && promises.confidence >= HELD && CONSENTS.test(setting.lower))
    byKind.delete('completion');
  // "Here, then, is the schedule.": what hands a thing over in a question's order asks nothing.
  if (question && byKind.has('delivery') && HERE_IS.test(setting.lower)) byKind.delete('question');
  // One sentence asks once: what asks for a deed includes the answer.
  if (request && question) {
    byKind.delete(request.confidence >= HELD ? 'question' : 'request');
  }
  return [...byKind.values()];
}

const HERE_IS = /^\W*(?:[^,.?]{1,20}, )?here,? (?:[\p{L} ]{2,20},? )?(?:is|are)\b[^?,;]*$/u;

/** Said of what is well with the speaker as much as of what is ready. */
const CONSENTS =
  /^\W*(?:(?:list[oa]s?|pront[oa]s?|prontinho|perfect\p{L}*|perfeit\p{L}*|parfait|c'est (?:bon|ok|parfait)|très bien|ok|okay|a posto|tutto (?:a posto|ok|bene)|todo (?:bien|claro|listo)|tudo (?:certo|bem|ok)|alles (?:klar|gut)|ist gut|in ordnung|prima|in orde|voilà)[,.! ]+)+(?=\p{L})/u;
const CHOICE =
  /^(?:is|are|was|were|does|do|did|has|have|had|shall|should|must|will|would|(?:may|can|could)(?! (?:we|i)\b)) (?!(?:you|u|ye|y'all|any(?:one|body)|some(?:one|body)|one of you|either of you|everyone|there (?:any|a) (?:chance|way)|it (?:be )?(?:possible|ok|okay|fine|all right|alright))\b|(?:we|i) (?:please |just |also |both )*(?:have|get|borrow|ask|meet|talk|speak|discuss|trouble|catch|schedule|set up)\b)[^?]{3,120}? or (?!not\b|so\b|something\b|anything\b|similar\b|later\b|earlier\b|before\b|sooner\b|two\?)[^?]{2,120}\?/;

/** No hand could do it, or no time is meant: nothing is asked or promised by it. */
const isNobodys = ({ lower, signs }: Setting): boolean =>
  isBeyondAnyone(lower, signs) ||
  isHospitality(lower, signs) ||
  isUnawaited(lower, signs) ||
  isSaidInQuotes(lower, signs);
const HELD_OUT: readonly ActKind[] = ['request', 'question', 'commitment'];

/** What a sentence that waits may do besides; that a thing "is settled" in it is what it waits for. */
const BESIDE_WAITING: ReadonlySet<ActKind> = new Set([
  'request',
  'question',
  'commitment',
  'acceptance',
]);
const MOVES_ON: ReadonlySet<ActKind> = new Set(['acknowledgement', 'request', 'question']);

/** Adds what the sentence waits for; a sentence that does nothing but wait becomes an act of its own. */
function withWaiting(acts: Act[], setting: Setting, from: Person | undefined): Act[] {
  const { sentence, index, tongue } = setting;
  const condition = conditionIn(sentence, tongue, setting);
  if (!condition) return acts;
  const passive = onlyWaits(setting, tongue);
  const found = passive ? acts.filter((a) => BESIDE_WAITING.has(a.kind)) : acts;
  for (const act of found) {
    if (!MOVES_ON.has(act.kind) || (passive && act.kind !== 'question')) act.condition = condition;
  }
  if (!passive || found.some((a) => a.confidence >= HELD)) return found;
  const promised = /\band (?:then )?(?:i|we|the \w+|it|you)\b/i.test(
    sentence.text.slice(
      sentence.text.toLowerCase().indexOf(condition.text.toLowerCase()) + condition.text.length,
    ) || condition.text,
  );
  return [
    {
      kind: promised ? 'commitment' : 'acknowledgement',
      quote: sentence.text,
      start: sentence.start,
      end: sentence.end,
      confidence: 0.6,
      ...(from ? { actor: from } : {}),
      condition,
      sentence: index,
    },
  ];
}

/** "The fees must be paid by Friday. Would you see to them?": what is needed by when stands before the ask. */
function dateFromBefore(
  acts: readonly Act[],
  setting: Setting,
  sending: Sending | undefined,
  before: Sentence | undefined,
): void {
  if (!before || before.block !== setting.sentence.block || setting.tongue) return;
  const asked = acts.find(
    (a) => (a.kind === 'request' || a.kind === 'question') && a.confidence >= HELD && !a.due,
  );
  if (!asked || BESIDES.test(setting.sentence.text)) return;
  // "The policy expires on the 30th. Can you get it renewed?"
  const closing = before.bullet ? undefined : closingIn(before.text, sending);
  if (closing) asked.due = closing;
  else if (saysWhenNeeded(before.text)) {
    const due = dueIn(before.text, 'request', sending, { before: '', after: '' }, undefined);
    if (due && isBound(due)) asked.due = due;
  }
}

const BESIDES =
  /(?<![\p{L}])(?:also|too|as well|besides|in addition|auch|außerdem|zusätzlich|aussi|également|también|además|também|além disso|ook|daarnaast|anche|inoltre)(?![\p{L}])/iu;

/** A request that only says when the thing just asked for is needed: its due belongs to that request. */
function foldElaborations(
  acts: Act[],
  found: Candidate[][],
  sentences: Sentence[],
  tongues: readonly (Tongue | undefined)[],
  around: Around,
): void {
  const strong = [
    'please-verb',
    'please',
    'modal-you',
    'modal-some',
    'imperative',
    'called',
    'able-you',
    'grateful',
  ];
  for (const act of acts) {
    if (act.kind !== 'request' && act.kind !== 'question') continue;
    if (act.confidence < HELD) continue;
    for (const ahead of [1, 2]) {
      const later = sentences[act.sentence + ahead];
      const tongue = tongues[act.sentence + ahead];
      if (!later || !saysWhenNeeded(later.text, tongue)) continue;
      if (callsAnother(later.text, act, around)) break;
      // "I also need the captions by Friday": a second thing, with a day of its own.
      if (BESIDES.test(later.text)) break;
      const there = acts.filter((a) => a.sentence === act.sentence + ahead);
      const [repeats, more] = there.filter((a) => a.kind === 'request');
      // Several things named in one sentence are no second word of the ask before.
      if (more) break;
      const cues = found[act.sentence + ahead]?.find((c) => c.kind === 'request')?.cues ?? [];
      if (later.bullet || cues.some((c) => strong.includes(c))) break;
      if (repeats && isOtherNeed(act, repeats, cues)) break;
      // In other languages any need is one of these: only its day makes it the one of the ask before.
      if (repeats && tongue && !repeats.due) break;
      if (repeats) {
        if (repeats.due && (!act.due || (isBound(repeats.due) && !isBound(act.due))))
          act.due = repeats.due;
        repeats.confidence = tongue ? HELD - 0.1 : confidenceOf('request', [...cues, 'elaborates']);
      }
      break;
    }
  }
}

/** "Noor can you order the boards? Sefa the model needs linking before Wednesday": said to somebody else, it dates nothing of hers. */
function callsAnother(words: string, act: Act, around: Around): boolean {
  const [, first = ''] = FIRST_WORD.exec(words) ?? [];
  const called = first === '' || around.to.length < 2 ? undefined : personNamed(first, around);
  return called !== undefined && act.addressee?.address !== called.address;
}
const FIRST_WORD =
  /^\W*(?:(?:and|then|so) )?@?(\p{L}{3,})(?:\s*[,:–]|\s+(?:the|an?|your|our|please|pls|i|we|you|u|(?:can|could|would|will|do|did|have) (?:you|u))(?![\p{L}]))/iu;

/**
 * "Send the proofs by Thursday. For the banner I need the artwork by the 18th", "Send the plan. I need the keys on Friday":
 * a second thing, with a day of its own or with no word of the first.
 */
function isOtherNeed(act: Act, later: Act, cues: readonly string[]): boolean {
  if (!cues.includes('needs-of-one')) return false;
  const [one, other] = [act.due, later.due];
  if (one && other && isBound(one) && isBound(other))
    return one.at?.slice(0, 10) !== other.at?.slice(0, 10);
  const words = contentWords(act.quote);
  const said = other ? later.quote.replace(other.text, ' ') : later.quote;
  const own = [...contentWords(said)].filter((word) => word.length > 2 && !NO_THING.test(word));
  // "Ask who owns it. We need the name by Friday": what is asked to be done may bring the thing that has its day.
  if (other && act.kind === 'request') return false;
  return own.length >= 2 && !own.some((word) => words.has(word));
}
/** Words of needing, and articles of other languages. */
const NO_THING =
  /^(?:die|les|las|los|una|uno|gli|het|een|des|dos|das|need\w*|want\w*|lik\w*|glad|grateful|\d+\w*|brauch\w*|benötig\w*|faut|manqu\w*|necesit\w*|falta\w*|precis\w*|serv\w*|bisogn\w*|heb\w*|graag|nodig)$/;

/**
 * "Could you send me the names? The office wants the list printed this week": what a third wants, beside a plain ask, is
 * why it is asked. Put beside it with "also" it is a second thing.
 */
function withoutReasons(acts: Act[], found: readonly Candidate[][]): void {
  const isWish = ({ sentence, kind }: Act): boolean =>
    found[sentence]?.some(
      (c) => c.kind === kind && ['wish-of-other', 'other-asks'].some((cue) => c.cues.includes(cue)),
    ) ?? false;
  for (const act of acts) {
    if (act.confidence < HELD || !isWish(act)) continue;
    const isReason = acts.some(
      (a) =>
        Math.abs(a.sentence - act.sentence) === 1 &&
        (a.kind === 'request' || a.kind === 'question') &&
        a.confidence >= HELD &&
        !isWish(a) &&
        // "She wants a note on it. Could you write that?": the ask says nothing without the wish.
        !(a.sentence > act.sentence ? BESIDE_OR_OF_IT.test(a.quote) : ADDED.test(act.quote)),
    );
    if (isReason) act.confidence = HELD - 0.1;
  }
}

/** Told besides, or begun with "and". */
const ADDED = new RegExp(
  `${BESIDES.source}|^\\W*(?:and|plus|secondly|thirdly|lastly|finally)\\b`,
  'iu',
);
const BESIDE_OR_OF_IT = new RegExp(
  `${BESIDES.source}|\\b(?:it|them|that|those|these|both)\\b`,
  'iu',
);

/** What a sentence is looked at with. */
export function settingOf(
  sentences: Sentence[],
  sentence: Sentence,
  index: number,
  tongue?: Tongue,
  known?: Known,
): Setting {
  const { text } = sentence;
  const same = known?.text === text ? known : undefined;
  const lower = same?.lower ?? plain(text);
  const signs = (tongue ? undefined : same?.signs) ?? bookOf(tongue).signs.in(lower);
  const { dated, deadline } = tongue ? foreignDatedness(text, tongue) : datednessOf(text, signs);
  const setting: Setting = {
    sentence,
    lower,
    signs,
    index,
    count: sentences.length,
    before: sentences[index - 1]?.text ?? '',
    after: sentences[index + 1]?.text ?? '',
    dated,
    deadline,
  };
  if (tongue) setting.tongue = tongue;
  return setting;
}

/** "Priya's with a customer today. She'll get you the logs": the one person named in the sentence before. */
function namedBefore(clause: Clause, setting: Setting, { around }: Scene): Person | undefined {
  if (around.channel !== 'meeting' || !/^s?he\b/.test(clause.head)) return undefined;
  const named = peopleNamedIn(setting.before, around);
  return named.length === 1 ? named[0] : undefined;
}

/** "I see Tom on Thursday, and you have the list on Friday": the day of a promise stands in it, or behind it. */
function ownDay({ kind, clause }: Candidate, setting: Setting, scene: Scene): DueRef | undefined {
  const { text, start } = setting.sentence;
  if (clause.start === start || !PROMISES.has(kind) || setting.tongue) return undefined;
  const { before, after } = setting;
  return dueIn(text.slice(clause.start - start), kind, scene.sending, { before, after }, undefined);
}
const PROMISES: ReadonlySet<ActKind> = new Set(['commitment', 'acceptance', 'deferral']);

/** The act a candidate of a sentence makes: who does it, for whom, by when. */
function actOf(c: Candidate, setting: Setting, scene: Scene): Act {
  const { sentence } = setting;
  const promised = c.kind === 'commitment';
  const actor = promised
    ? (promisor(c.clause, scene.around) ?? namedBefore(c.clause, setting, scene))
    : scene.around.from;
  // "He sends it", "Amazon brings it": nobody who is known promises anything.
  const anonymous =
    promised &&
    !actor &&
    (/^(?:he|she|they)\b/.test(c.clause.head) || deedOfOther(c.clause.headCased) !== null);
  const due =
    setting.dated || setting.deadline
      ? (ownDay(c, setting, scene) ??
        dueIn(sentence.text, c.kind, scene.sending, setting, setting.tongue))
      : undefined;
  const act: Act = {
    kind: c.kind,
    quote: sentence.text,
    start: sentence.start,
    end: sentence.end,
    confidence: anonymous ? Math.min(c.confidence, 0.45) : c.confidence,
    sentence: setting.index,
  };
  if (actor) act.actor = actor;
  if (c.addressee !== undefined) act.addressee = c.addressee;
  if (due) act.due = due;
  return act;
}

/** Every act found in the sentences of one item, in order of the text. */
export function actsIn(sentences: Sentence[], scene: Scene): Act[] {
  const addressing = new Addressing(scene.around);
  const { from } = scene.around;
  const candidates: Candidate[][] = [];
  const acts: Act[] = [];
  const signs: Found[] = [];
  const tongues: (Tongue | undefined)[] = [];
  for (const language of scene.languages) tongues.push(tongueOf(language));
  for (let index = 0; index < sentences.length; index++) {
    const sentence = sentences[index];
    const tongue = tongues[index];
    if (!sentence || scene.languages[index] === UNREAD) {
      candidates.push([]);
      continue;
    }
    const setting = settingOf(sentences, sentence, index, tongue, scene.known);
    if (!tongue) signs[index] = setting.signs;
    if (datesBefore(acts, setting, sentences, scene.sending)) {
      candidates.push([]);
      continue;
    }
    const earlier = addressing.heard;
    const found = candidatesIn(setting, scene, addressing);
    candidates.push(found);
    const each: Act[] = [];
    for (const candidate of found) each.push(actOf(candidate, setting, scene));
    const lead = leadAct(each, setting, sentences, scene, addressing);
    if (lead) each.push(lead);
    const here = severally(each, setting, scene, earlier);
    for (const act of withWaiting(here, setting, from)) acts.push(act);
    if (index > 0 && here.length > 0)
      dateFromBefore(here, setting, scene.sending, sentences[index - 1]);
    // "Form is the same. Needed by 20 March.": no act of its own, yet it dates the one before.
    const closing = tongue || !setting.dated ? undefined : closingIn(sentence.text, scene.sending);
    const idle = here.every((a) => a.confidence < HELD || a.kind === 'decision');
    if (idle && closing) {
      const asked = acts.findLast(
        (a) =>
          a.sentence >= index - 2 &&
          a.sentence < index &&
          a.confidence >= HELD &&
          (a.kind === 'request' || a.kind === 'question'),
      );
      if (asked && hasNoDay(asked) && sentences[asked.sentence]?.block === sentence.block)
        asked.due = closing;
    } else if (here.length === 0 && saysWhenNeeded(sentence.text, tongue, setting.signs)) {
      const asked = acts.findLast(
        (a) =>
          a.sentence >= index - 2 &&
          a.confidence >= HELD &&
          (a.kind === 'request' || a.kind === 'question'),
      );
      const due = dueIn(sentence.text, 'request', scene.sending, setting, tongue);
      // "Book the hall for the fair on the 20th. The caretaker wants to know by Wednesday.": the bound is the deadline.
      const free =
        asked && (hasNoDay(asked) || (asked.due && due && isBound(due) && !isBound(asked.due)));
      if (free && due && !callsAnother(sentence.text, asked, scene.around)) asked.due = due;
    }
  }
  if (acts.length > 0 && sentences.length > 1)
    foldElaborations(acts, candidates, sentences, tongues, scene.around);
  if (acts.length > 1) withoutReasons(acts, candidates);
  if (acts.length > 0 && sentences.some((sentence) => sentence.bullet)) {
    withLists(acts, sentences, scene.sending);
    inARow(acts, sentences, scene.sending);
  }
  if (acts.length > 0)
    datedElsewhere(acts, {
      ...{ sentences, tongues, sending: scene.sending, subject: scene.subject ?? '' },
    });
  if (acts.length > 1) withoutCompany(acts, sentences, tongues);
  if (acts.length > 0 && sentences.length > 1 && scene.known)
    withoutDropped(acts, sentences, scene.known.text);
  if (acts.length > 0) withoutRecords(acts, sentences, signs);
  // The tables of meetings judge raw confidences themselves.
  const spoken = scene.around.channel === 'meeting';
  for (const act of acts) {
    const ruled = tongues[act.sentence] !== undefined;
    const sure = spoken ? act.confidence : calibrated(act.kind, act.confidence, ruled);
    act.confidence = Math.round((scene.muted ? Math.min(sure, 0.99) * 0.45 : sure) * 1000) / 1000;
  }
  return acts;
}
