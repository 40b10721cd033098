import type { Act, ActKind } from '../handoff/act';
import type { Person } from '../handoff/item';
import { asking } from './asking';
import { plain } from './chars';
import { clausesOf, type Clause } from './clauses';
import { CueBook, type Family, type Setting } from './cues';
import type { Sending } from './days';
import { closingIn, datednessOf, dueIn, isBound, saysWhenNeeded } from './due';
import { finishing } from './finishing';
import { UNREAD } from './language';
import { tongueOf, type Tongue } from './languages';
import { foreignClauses } from './languages/clauses';
import { foreignDatedness } from './languages/dates';
import { FOREIGN_WEIGHTS } from './languages/weights';
import { asksSomething } from './learned/asks';
import { calibrated } from './learned/calibration';
import { isMusing } from './musing';
import { negatives } from './negatives';
import { Addressing, memberTest, promisor, type Around } from './people';
import { promising } from './promising';
import type { Sentence } from './sentences';
import { SENTENCE, Signs } from './signs';
import { conditionIn, onlyWaits } from './waiting';
import { confidenceOf, cueName, cueNumber, oddsOf, WEIGHTS } from './weights';

/** From this confidence on an act is held; below it is seen. */
export const HELD = 0.5;
/** Below this nothing is said at all. */
const SEEN = 0.25;

/** What is known around the sentences of one item. */
export interface Scene {
  around: Around;
  sending: Sending | undefined;
  /** The language of each sentence (languagesOf). */
  languages: readonly (string | null)[];
  /** The item as a whole speaks to software or fishes for secrets. */
  hostile: boolean;
  /** The writer says that no answer is needed: what only the table would hold is not asked. */
  waived: boolean;
  /** Not a person's words: whatever is found stays below `HELD`. */
  muted: boolean;
}

interface Candidate {
  kind: ActKind;
  confidence: number;
  cues: string[];
  clause: Clause;
  /** Whom the clause calls, read at its place in the text. */
  addressee: Person | null | undefined;
}

const ENGLISH = new CueBook([...asking, ...promising, ...finishing], negatives, SENTENCE);
const BOOKS = new Map<string, CueBook>();

/** The cues of a language; those of the others are made ready when first met. */
export function bookOf(tongue: Tongue | undefined): CueBook {
  if (!tongue) return ENGLISH;
  let book = BOOKS.get(tongue.code);
  if (!book)
    BOOKS.set(
      tongue.code,
      (book = new CueBook(tongue.families, tongue.negatives, new Signs(tongue.code))),
    );
  return book;
}

/** What is gathered over the clauses of one sentence. */
interface Study {
  book: CueBook;
  weights: typeof WEIGHTS;
  /** The cues worth trying on this sentence. */
  worth: Uint32Array;
  /** Names of the cues found, for the learned table. */
  facts: number[];
  /** The cues found that speak against an act. */
  against: number[];
  /** The rules' best confidence that something is asked. */
  asks: number;
}

/** In log-odds, safely below `SEEN`. */
const SURELY_UNSEEN = -1.2;
const SUBORDINATE = cueNumber('subordinate');
const HOSTILE = cueNumber('hostile');
const IMPERATIVE = cueNumber('imperative');
const COMMANDS_ONE = cueNumber('commands-one');
const ASKS = cueNumber('asks');
const ASKS_ONE = cueNumber('asks-one');
const WOULD_LIKE = cueNumber('would-like');
const NEED_THING = cueNumber('need-thing');
const NEEDS_OF_ONE = cueNumber('needs-of-one');
const FOR_YOUR_ACT = cueNumber('for-your-act');
const HANDED_FOR_ACT = cueNumber('handed-for-act');

/** Does a clause hand something over? `lists` are the cues of each family that was looked at. */
function handsOver(
  families: readonly Family[],
  lists: readonly (readonly number[] | undefined)[],
): boolean {
  return families.some(
    (family, i) => family.kinds.includes('delivery') && lists[i]?.some((cue) => HANDS.has(cue)),
  );
}

/** The kinds a clause may be, best first; the families' cues and the negatives are summed per kind. */
function weigh(
  clause: Clause,
  setting: Setting,
  scene: Scene,
  toOne: boolean,
  study: Study,
): Candidate[] {
  const { book, worth, facts } = study;
  const { own: lists, against } = book.look(worth, clause, setting, facts);
  for (const cue of against) study.against.push(cue);
  if (clause.subordinate && !clause.asks) against.push(SUBORDINATE);
  if (scene.hostile) against.push(HOSTILE);
  const found: Candidate[] = [];
  for (let i = 0; i < book.families.length; i++) {
    const own = lists[i];
    const family = book.families[i];
    if (!own || !family) continue;
    // "Here is the draft for your mark-up": a thing that is handed over to be worked on.
    if (own.includes(FOR_YOUR_ACT) && handsOver(book.families, lists)) own.push(HANDED_FOR_ACT);
    // A bare command, a bare question: said to one person they are meant; into the air they may be a heading or a musing.
    if (toOne) {
      if (own.includes(IMPERATIVE)) own.push(COMMANDS_ONE);
      if (own.includes(ASKS)) own.push(ASKS_ONE);
      const wished = setting.deadline && own.includes(WOULD_LIKE);
      if (
        (wished || own.includes(NEED_THING)) &&
        (NEEDS_A_THING.test(clause.lower) ||
          (setting.deadline && NEEDS_SOMETHING.test(clause.lower)))
      )
        own.push(NEEDS_OF_ONE);
    }
    for (const kind of family.kinds) {
      const odds = oddsOf(study.weights[kind], own, against);
      const asking = kind === 'request' || kind === 'question';
      if (!asking && odds < SURELY_UNSEEN) continue;
      const confidence = 1 / (1 + Math.exp(-odds));
      if (asking) study.asks = Math.max(study.asks, confidence);
      if (confidence < SEEN) continue;
      const cues = own.concat(against.filter((cue) => !own.includes(cue))).map(cueName);
      found.push({ kind, confidence, cues, clause, addressee: undefined });
    }
  }
  if (found.length > 1) found.sort((a, b) => b.confidence - a.confidence);
  // What asks for a deed is mostly put as a question; the deed is what must not be lost.
  const request = found.find((c) => c.kind === 'request' && c.confidence >= HELD);
  return request && found[0]?.kind === 'question' ? [request] : found;
}

interface Found {
  byKind: Map<ActKind, Candidate>;
  study: Study;
  /** Where an act that no rule has seen would stand. */
  main: Clause | undefined;
  addressee: Person | null | undefined;
}

/** What the rules find in one sentence: the best kind of each clause, the best clause of each kind. */
export function ruled(setting: Setting, scene: Scene, addressing: Addressing): Found {
  const byKind = new Map<ActKind, Candidate>();
  const { tongue } = setting;
  const book = bookOf(tongue);
  const weights = tongue ? FOREIGN_WEIGHTS : WEIGHTS;
  const worth = setting.signs;
  const study: Study = { book, weights, worth, facts: [], against: [], asks: 0 };
  let main: Clause | undefined;
  let meant: Person | null | undefined;
  const isMember = memberTest(scene.around);
  const clauses = tongue
    ? foreignClauses(setting.sentence, tongue.speech, isMember)
    : clausesOf(setting.sentence, isMember, setting.lower);
  for (const clause of clauses) {
    addressing.hear(clause, setting.sentence.block, setting.index);
    const { text, block } = setting.sentence;
    const addressee = addressing.of(clause, text, block, setting.signs);
    if (!main || (main.subordinate && !clause.subordinate)) {
      main = clause;
      meant = addressee;
    }
    const toOne = addressee !== null && addressee !== undefined;
    const best = weigh(clause, setting, scene, toOne, study)[0];
    if (!best) continue;
    best.addressee = addressee;
    const rival = byKind.get(best.kind);
    if (!rival || rival.confidence < best.confidence) byKind.set(best.kind, best);
  }
  return { byKind, study, main, addressee: meant };
}

const numbersOf = (names: readonly string[]): ReadonlySet<number> => new Set(names.map(cueNumber));
/** Cues of a thing that is handed over here and now. */
const HANDS = numbersOf(['attached', 'please-find', 'here-is', 'sent-it', 'sending-now']);

/** Where one of these stands, asking is for the rules alone: a closing formula is learned as asking only too well. */
const RULES_ALONE = numbersOf([
  'closing-offer',
  'joins-in',
  'polite-filler',
  'points-elsewhere',
  'takes-back',
  'no-action',
  'no-action-next',
  'asks-time',
  'offers-self',
  'banner',
  'disclaimer',
  'bare-modal',
  'greeting',
  'self-answer',
]);
/** Where one of these stands, the table must be surer by so much (log-odds). */
const DOUBT: ReadonlyMap<number, number> = new Map(
  Object.entries({
    phatic: 1.5,
    'conditional-offer': 1.2,
    optional: 1,
    opinion: 1,
    joke: 1.2,
    rhetorical: 1.2,
    marketing: 0.8,
  }).map(([name, doubt]) => [cueNumber(name), doubt]),
);
/** Rules as sure as this are believed whatever the table says: it knows the mail of one company and its time. */
const SURE = 0.85;
/** Handing a thing over in so many words: no labelled set knows it, and nothing may be lost between two hands. */
const HANDS_OVER = ['your-turn', 'for-your-act', 'needs-of-one'];
/** "I need the gross weights", said to one person: a thing that can be given, not a state or a wish of the writer's. */
const NEEDS_A_THING =
  /^(?:\W|and |so |but |also |hi |hello |dear |morning |\p{L}+, )*(?:i|we)(?:(?: will|'ll| still| also| just| do| really| urgently)* need|(?:'d| would)(?: also| really)* like)(?: to (?:have|get|see|receive))? (?:the|your|those|these|that|both|all(?: the)?|copies of|a copy of|an? (?:\w+ ){0,2}(?:quote|figure|number|list|copy|date|answer|price|version|signature|breakdown|estimate|photo|report|update|confirmation)s?)\b(?! (?:money|rest|time|break|help|practice|sleep|holiday|work\b))/u;
/** With a day by which it is wanted, whatever it is. */
const NEEDS_SOMETHING =
  /^(?:\W|and |so |but |also |\p{L}+, )*(?:i|we)(?:(?: will|'ll| still| also| just| do| really| urgently)* need|(?:'d| would)(?: also| really)* like)(?: to (?:have|get|see|receive))? (?:an?|some|two|three|four|five|six|\d+|new|fresh|updated) (?!(?:\w+ )?(?:break|rest|help|practice|sleep|holidays?|drinks?|coffee|chat|word|lie|day|week|hour|minute|moment|miracle|hand|time|money|pints?|beers?)\b)/u;
/** Not so where one of these stands: what looks like asking is an offer to whoever may want it. */
const NEVER_SURE = numbersOf(['optional', 'marketing', 'boilerplate']);
const UNSEEN = 0;
const UNDIRECTED = 0.6;
/** Words that turn to whoever reads. */
const DIRECTED =
  /\b(?:you|u|your|ur|yours|y'all|any(?:one|body)|some(?:one|body)|every(?:one|body)|people|folks|all|please|pls|let's|shall we|(?:can|could|should) we|thoughts|comments|ideas|ok|okay)\b/;
/** A plain question put to one person is one, whether or not it asks for a deed. */
const SURE_QUESTION = 0.75;
const ANSWERS: ReadonlySet<ActKind> = new Set([
  'commitment',
  'acceptance',
  'delivery',
  'completion',
  'decline',
  'deferral',
  'redirect',
  'withdrawal',
  'acknowledgement',
  'decision',
]);

/** Whether the rules' reading of an asking clause stands by itself. */
function isSure(c: Candidate, directed: () => boolean): boolean {
  if (c.kind === 'question') return c.confidence >= SURE_QUESTION && directed();
  return (
    c.confidence >= SURE ||
    (c.confidence >= HELD && HANDS_OVER.some((name) => c.cues.includes(name)))
  );
}

const needsThing = (c: Candidate): boolean =>
  ['needs-of-one', 'needs-deed', 'handed-for-act'].some((name) => c.cues.includes(name));

/** Bends what the rules say about asking by what was learned from labelled mail. */
function learned(found: Found, setting: Setting, scene: Scene): void {
  const { byKind, study, main, addressee } = found;
  if (study.book !== ENGLISH || scene.hostile || scene.around.channel === 'meeting') return;
  if (study.against.some((cue) => RULES_ALONE.has(cue))) return;
  // What no rule sees must be the surer: the table knows one house's mail.
  let doubt = study.asks < SEEN ? UNSEEN : 0;
  // A question to nobody in particular may be thinking aloud: somebody must be there to answer it.
  let known: boolean | undefined;
  const directed = (): boolean =>
    (known ??= (addressee !== null && addressee !== undefined) || DIRECTED.test(setting.lower));
  if (setting.lower.includes('?') && !directed()) doubt = UNDIRECTED;
  for (const cue of study.against) doubt = Math.max(doubt, DOUBT.get(cue) ?? 0);
  const confidence = asksSomething(setting.sentence.text, study.facts, study.asks, doubt);
  const asked = [byKind.get('request'), byKind.get('question')].filter((c) => c !== undefined);
  if (asked.length > 0) {
    const best = Math.max(...asked.map((c) => c.confidence));
    const sure = asked.some((c) => isSure(c, directed));
    const bent =
      sure && !study.against.some((cue) => NEVER_SURE.has(cue))
        ? Math.max(confidence, HELD + (asked.some(needsThing) ? 0.25 : 0.05))
        : confidence;
    const most = scene.waived ? Math.min(bent, best) : bent;
    for (const c of asked)
      c.confidence = c.confidence === best ? most : Math.min(c.confidence, most);
  } else if (main && confidence >= SEEN && !scene.waived && !onlyWaits(setting)) {
    // No rule sees anything asked and another act is there: the table must be sure.
    const other = [...byKind.values()].some((c) => ANSWERS.has(c.kind) && c.confidence >= HELD);
    byKind.set('request', {
      kind: 'request',
      confidence: other && confidence < 0.8 ? Math.min(confidence, HELD - 0.05) : confidence,
      cues: [],
      clause: main,
      addressee,
    });
  }
}

/** The acts of one sentence. */
function candidatesIn(setting: Setting, scene: Scene, addressing: Addressing): Candidate[] {
  const found = ruled(setting, scene, addressing);
  learned(found, setting, scene);
  const { byKind } = found;
  let request = byKind.get('request');
  let question = byKind.get('question');
  if ((request ?? question) && !setting.tongue && isMusing(setting.lower, setting.signs)) {
    byKind.delete('request');
    byKind.delete('question');
    request = question = undefined;
  }
  // One sentence asks once: what asks for a deed includes the answer.
  if (request && question) {
    byKind.delete(request.confidence >= HELD ? 'question' : 'request');
  }
  return [...byKind.values()];
}

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
  if (!asked || BESIDES.test(setting.sentence.text) || !saysWhenNeeded(before.text)) return;
  const due = dueIn(before.text, 'request', sending, { before: '', after: '' }, undefined);
  if (due && isBound(due)) asked.due = due;
}

const BESIDES =
  /(?<![\p{L}])(?:also|too|as well|besides|in addition|auch|außerdem|zusätzlich|aussi|également|también|además|também|além disso|ook|daarnaast|anche|inoltre)(?![\p{L}])/iu;

/** A request that only says when the thing just asked for is needed: its due belongs to that request. */
function foldElaborations(
  acts: Act[],
  found: Candidate[][],
  sentences: Sentence[],
  tongues: readonly (Tongue | undefined)[],
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
      // "I also need the captions by Friday": a second thing, with a day of its own.
      if (BESIDES.test(later.text)) break;
      const repeats = acts.find((a) => a.sentence === act.sentence + ahead && a.kind === 'request');
      const cues = found[act.sentence + ahead]?.find((c) => c.kind === 'request')?.cues ?? [];
      if (later.bullet || cues.some((c) => strong.includes(c))) break;
      if (repeats) {
        if (repeats.due && (!act.due || (isBound(repeats.due) && !isBound(act.due))))
          act.due = repeats.due;
        repeats.confidence = tongue ? HELD - 0.1 : confidenceOf('request', [...cues, 'elaborates']);
      }
      break;
    }
  }
}

/** What a sentence is looked at with. */
export function settingOf(
  sentences: Sentence[],
  sentence: Sentence,
  index: number,
  tongue?: Tongue,
): Setting {
  const { text } = sentence;
  const lower = plain(text);
  const signs = bookOf(tongue).signs.in(lower);
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

/** The act a candidate of a sentence makes: who does it, for whom, by when. */
function actOf(c: Candidate, setting: Setting, scene: Scene): Act {
  const { sentence } = setting;
  const promised = c.kind === 'commitment';
  const actor = promised ? promisor(c.clause, scene.around) : scene.around.from;
  const anonymous = promised && /^(?:he|she|they)\b/.test(c.clause.head);
  const due =
    setting.dated || setting.deadline
      ? dueIn(sentence.text, c.kind, scene.sending, setting, setting.tongue)
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
  const tongues: (Tongue | undefined)[] = [];
  for (const language of scene.languages) tongues.push(tongueOf(language));
  for (let index = 0; index < sentences.length; index++) {
    const sentence = sentences[index];
    const tongue = tongues[index];
    if (!sentence || scene.languages[index] === UNREAD) {
      candidates.push([]);
      continue;
    }
    const setting = settingOf(sentences, sentence, index, tongue);
    const found = candidatesIn(setting, scene, addressing);
    candidates.push(found);
    const here: Act[] = [];
    for (const candidate of found) here.push(actOf(candidate, setting, scene));
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
      if (asked && sentences[asked.sentence]?.block === sentence.block) asked.due ??= closing;
    } else if (here.length === 0 && saysWhenNeeded(sentence.text, tongue, setting.signs)) {
      const asked = acts.findLast(
        (a) =>
          a.sentence >= index - 2 &&
          a.confidence >= HELD &&
          (a.kind === 'request' || a.kind === 'question'),
      );
      const due = dueIn(sentence.text, 'request', scene.sending, setting, tongue);
      // "Book the hall for the fair on the 20th. The caretaker wants to know by Wednesday.": the bound is the deadline.
      if (asked && due && (!asked.due || (isBound(due) && !isBound(asked.due)))) asked.due = due;
    }
  }
  if (acts.length > 0 && sentences.length > 1)
    foldElaborations(acts, candidates, sentences, tongues);
  // The tables of meetings judge raw confidences themselves.
  const spoken = scene.around.channel === 'meeting';
  for (const act of acts) {
    const sure = spoken ? act.confidence : calibrated(act.kind, act.confidence);
    act.confidence = Math.round((scene.muted ? Math.min(sure, 0.99) * 0.45 : sure) * 1000) / 1000;
  }
  return acts;
}
