import type { ActKind } from '../handoff/act';
import type { Person } from '../handoff/item';
import { asking } from './asking';
import { clausesOf, type Clause } from './clauses';
import { CueBook, type Family, type Setting } from './cues';
import type { Sending } from './days';
import { finishing } from './finishing';
import { type Tongue } from './languages';
import { foreignClauses } from './languages/clauses';
import { FOREIGN_WEIGHTS } from './languages/weights';
import { negatives } from './negatives';
import type { Addressing } from './people';
import { memberTest, personNamed, type Around } from './people';
import { promising } from './promising';
import { SENTENCE, Signs, type Found as Signed } from './signs';
import { cueName, cueNumber, numbered, numbersOf, oddsOf, type NumberedTables } from './weights';
import { WEIGHTS } from './weightTables';
import { isNeedOfOne } from './wishing';

/** From this confidence on an act is held; below it is seen. */
export const HELD = 0.5;
/** Below this nothing is said at all. */
export const SEEN = 0.25;

/** What is known around the sentences of one item. */
export interface Scene {
  around: Around;
  sending: Sending | undefined;
  /** What stands over the item; absent where nothing does. */
  subject?: string | undefined;
  /** The language of each sentence (languagesOf). */
  languages: readonly (string | null)[];
  /** The item as a whole speaks to software or fishes for secrets. */
  hostile: boolean;
  /** The writer says that no answer is needed: what only the table would hold is not asked. */
  waived: boolean;
  /** It answers another item. What opens a matter commands in earnest; an answer is full of advice and banter. */
  answers?: boolean;
  /** Not a person's words: whatever is found stays below `HELD`. */
  muted: boolean;
  /** The item's text and what was found out about it: often one sentence is all of it. */
  known?: Known;
}

/** Some words, the same in small letters with straight apostrophes, and their signs. */
export interface Known {
  text: string;
  lower: string;
  signs: Signed;
}

export interface Candidate {
  kind: ActKind;
  confidence: number;
  cues: string[];
  clause: Clause;
  /** Whom the clause calls, read at its place in the text. */
  addressee: Person | null | undefined;
}

export const ENGLISH = new CueBook([...asking, ...promising, ...finishing], negatives, SENTENCE);
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
  weights: NumberedTables;
  /** The cues worth trying on this sentence. */
  worth: Uint32Array;
  /** Names of the cues found, for the learned table. */
  facts: number[];
  /** The cues found that speak against an act. */
  against: number[];
  /** The rules' best confidence that something is asked. */
  asks: number;
  /** And that something is promised, or taken on. */
  promises: number;
}

/** Cues of a thing that is handed over here and now. */
const HANDS = numbersOf(['attached', 'please-find', 'here-is', 'sent-it', 'sending-now']);

/** In log-odds, safely below `SEEN`. */
const SURELY_UNSEEN = -1.2;
const SUBORDINATE = cueNumber('subordinate');
const HOSTILE = cueNumber('hostile');
const IMPERATIVE = cueNumber('imperative');
const COMMANDS_ONE = cueNumber('commands-one');
const COMMANDS_THING = cueNumber('commands-thing');
const COMMANDS_PLAINLY = cueNumber('commands-plainly');
const COMMANDS_CALLED = cueNumber('commands-called');
const ASKS = cueNumber('asks');
const ASKS_ONE = cueNumber('asks-one');
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

/** A command to one person: how plain it stands there. */
function commanded(
  own: number[],
  clause: Clause,
  { sentence, lower }: Setting,
  scene: Scene,
): void {
  own.push(COMMANDS_ONE);
  if (clause.asks || TAKES_ON.test(clause.head)) return;
  const opens = scene.around.channel === 'mail' && !scene.answers;
  const called = clause.called === null ? undefined : personNamed(clause.called, scene.around);
  // "Ha, …" and "Leaflets: …" call nobody.
  if (called) own.push(COMMANDS_CALLED);
  else if (
    opens &&
    clause.start === sentence.start &&
    !sentence.bullet &&
    PLAIN_COMMAND.test(lower)
  )
    own.push(COMMANDS_PLAINLY);
}
/** Commands by their form that take the work. */
const TAKES_ON =
  /^(?:leave .{2,40}? (?:with|to) (?:me|us)|count (?:me|us) in|consider (?:it|that) )\b/;
/** A sentence of some words, nobody's but the writer's; a wish for the reader's good is none, and what they are to tell another seldom. */
const PLAIN_COMMAND =
  /^(?!\W*(?:enjoy|forgive|excuse|pardon|trust|believe|imagine|relax|tell (?:him|her|them|your)|say)\b)[^"“”«»?:]*(?: [^"“”«»?: ]+){2,}[^"“”«»?:]*$/;

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
      if (own.includes(IMPERATIVE) || own.includes(COMMANDS_THING))
        commanded(own, clause, setting, scene);
      if (own.includes(ASKS)) own.push(ASKS_ONE);
      if (family.kinds.includes('request') && isNeedOfOne(own, clause, setting))
        own.push(NEEDS_OF_ONE);
    }
    for (const kind of family.kinds) {
      const odds = oddsOf(study.weights[kind], own, against);
      const asking = kind === 'request' || kind === 'question';
      if (!asking && odds < SURELY_UNSEEN) continue;
      const confidence = 1 / (1 + Math.exp(-odds));
      if (asking) study.asks = Math.max(study.asks, confidence);
      else if (kind === 'commitment' || kind === 'acceptance')
        study.promises = Math.max(study.promises, confidence);
      if (confidence < SEEN) continue;
      const cues = own.concat(against.filter((cue) => !own.includes(cue))).map(cueName);
      found.push({ kind, confidence, cues, clause, addressee: undefined });
    }
  }
  if (found.length > 1) found.sort((a, b) => b.confidence - a.confidence);
  // What asks for a deed is mostly put as a question, or comes with a thing; the deed is what must not be lost.
  const request = found.find((c) => c.kind === 'request' && c.confidence >= HELD);
  const other = found[0]?.kind;
  const deed =
    other === 'question' || (other === 'delivery' && request?.cues.includes('handed-for-act'));
  return request && deed ? [request] : found;
}

export interface Found {
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
  const weights = numbered(tongue ? FOREIGN_WEIGHTS : WEIGHTS);
  const worth = setting.signs;
  const study: Study = { book, weights, worth, facts: [], against: [], asks: 0, promises: 0 };
  let main: Clause | undefined;
  let meant: Person | null | undefined;
  const isMember = memberTest(scene.around);
  const clauses = tongue
    ? foreignClauses(setting.sentence, tongue.speech, isMember)
    : clausesOf(setting.sentence, isMember, setting.lower);
  for (const clause of clauses) {
    addressing.hear(clause, setting.sentence.block, setting.index, setting.sentence.bullet);
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
