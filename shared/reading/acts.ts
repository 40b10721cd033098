import type { Act, ActKind } from '../handoff/act';
import type { Person } from '../handoff/item';
import { asking } from './asking';
import { clausesOf, plain, type Clause } from './clauses';
import { cuesIn, type Family, type Setting } from './cues';
import type { Sending } from './days';
import { dueIn, looksBound, looksDated, saysWhenNeeded } from './due';
import { finishing } from './finishing';
import { foreign } from './foreign';
import { negatives } from './negatives';
import { Addressing, memberTest, promisor, type Around } from './people';
import { promising } from './promising';
import type { Sentence } from './sentences';
import { conditionIn, onlyWaits } from './waiting';
import { confidenceOf } from './weights';

/** From this confidence on an act is held; below it is seen. */
export const HELD = 0.5;
/** Below this nothing is said at all. */
const SEEN = 0.25;

/** What is known around the sentences of one item. */
export interface Scene {
  around: Around;
  sending: Sending | undefined;
  language: string | null;
  /** The item as a whole speaks to software or fishes for secrets. */
  hostile: boolean;
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

const ENGLISH: readonly Family[] = [...asking, ...promising, ...finishing];

const familiesOf = (language: string | null): readonly Family[] =>
  (language === null ? undefined : foreign[language]) ?? ENGLISH;

/** The kinds a clause may be, best first; the families' cues and the negatives are summed per kind. */
function weigh(clause: Clause, setting: Setting, scene: Scene, toOne: boolean): Candidate[] {
  const against = cuesIn(negatives, clause, setting);
  if (clause.subordinate && !clause.asks) against.push('subordinate');
  if (scene.hostile) against.push('hostile');
  const found: Candidate[] = [];
  for (const family of familiesOf(scene.language)) {
    const own = cuesIn(family.cues, clause, setting);
    if (own.length === 0) continue;
    // A bare command, a bare question: said to one person they are meant; into the air they may be a heading or a musing.
    if (toOne && own.includes('imperative')) own.push('commands-one');
    if (toOne && own.includes('asks')) own.push('asks-one');
    const cues = [...new Set([...own, ...against])];
    for (const kind of family.kinds) {
      const confidence = confidenceOf(kind, cues);
      if (confidence >= SEEN) found.push({ kind, confidence, cues, clause, addressee: undefined });
    }
  }
  found.sort((a, b) => b.confidence - a.confidence);
  // What asks for a deed is mostly put as a question; the deed is what must not be lost.
  const request = found.find((c) => c.kind === 'request' && c.confidence >= HELD);
  return request && found[0]?.kind === 'question' ? [request] : found;
}

/** The acts of one sentence: the best kind of each clause, the best clause of each kind. */
function candidatesIn(setting: Setting, scene: Scene, addressing: Addressing): Candidate[] {
  const byKind = new Map<ActKind, Candidate>();
  for (const clause of clausesOf(setting.sentence, memberTest(scene.around))) {
    addressing.hear(clause, setting.sentence.block, setting.index);
    const addressee = addressing.of(clause, setting.sentence.text, setting.sentence.block);
    const best = weigh(clause, setting, scene, addressee !== null && addressee !== undefined)[0];
    if (!best) continue;
    best.addressee = addressee;
    const rival = byKind.get(best.kind);
    if (!rival || rival.confidence < best.confidence) byKind.set(best.kind, best);
  }
  // One sentence asks once: what asks for a deed includes the answer.
  const request = byKind.get('request');
  const question = byKind.get('question');
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
function withWaiting(
  acts: Act[],
  sentence: Sentence,
  index: number,
  from: Person | undefined,
): Act[] {
  const condition = conditionIn(sentence);
  if (!condition) return acts;
  const passive = onlyWaits(sentence);
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

/** A request that only says when the thing just asked for is needed: its due belongs to that request. */
function foldElaborations(acts: Act[], found: Candidate[][], sentences: Sentence[]): void {
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
      if (!later || !saysWhenNeeded(later.text)) continue;
      const repeats = acts.find((a) => a.sentence === act.sentence + ahead && a.kind === 'request');
      const cues = found[act.sentence + ahead]?.find((c) => c.kind === 'request')?.cues ?? [];
      if (later.bullet || cues.some((c) => strong.includes(c))) break;
      if (repeats) {
        if (!act.due && repeats.due) act.due = repeats.due;
        repeats.confidence = confidenceOf('request', [...cues, 'elaborates']);
      }
      break;
    }
  }
}

/** Every act found in the sentences of one item, in order of the text. */
export function actsIn(sentences: Sentence[], scene: Scene): Act[] {
  const addressing = new Addressing(scene.around);
  const { from } = scene.around;
  const candidates: Candidate[][] = [];
  const acts: Act[] = [];
  sentences.forEach((sentence, index) => {
    const lower = plain(sentence.text);
    const setting: Setting = {
      sentence,
      lower,
      index,
      count: sentences.length,
      before: sentences[index - 1]?.text ?? '',
      after: sentences[index + 1]?.text ?? '',
      dated: looksDated(sentence.text),
      deadline: looksBound(sentence.text),
    };
    const found = candidatesIn(setting, scene, addressing);
    candidates.push(found);
    const here = found.map((c): Act => {
      const actor = c.kind === 'commitment' ? promisor(c.clause, scene.around) : from;
      const anonymous = c.kind === 'commitment' && /^(?:he|she|they)\b/.test(c.clause.head);
      const due =
        setting.dated || setting.deadline || scene.language !== 'en'
          ? dueIn(sentence.text, c.kind, scene.sending, setting, scene.language)
          : undefined;
      return {
        kind: c.kind,
        quote: sentence.text,
        start: sentence.start,
        end: sentence.end,
        confidence: anonymous ? Math.min(c.confidence, 0.45) : c.confidence,
        ...(actor ? { actor } : {}),
        ...(c.addressee !== undefined ? { addressee: c.addressee } : {}),
        ...(due ? { due } : {}),
        sentence: index,
      };
    });
    acts.push(...withWaiting(here, sentence, index, from));
    // "Form is the same. Needed by 20 March.": no act of its own, yet it dates the one before.
    if (here.length === 0 && saysWhenNeeded(sentence.text)) {
      const asked = acts.findLast(
        (a) =>
          a.sentence >= index - 2 &&
          a.confidence >= HELD &&
          (a.kind === 'request' || a.kind === 'question'),
      );
      const due = dueIn(sentence.text, 'request', scene.sending, setting, scene.language);
      if (asked && !asked.due && due) asked.due = due;
    }
  });
  foldElaborations(acts, candidates, sentences);
  return acts.map((act) => ({
    ...act,
    confidence:
      Math.round((scene.muted ? Math.min(act.confidence, 0.99) * 0.45 : act.confidence) * 1000) /
      1000,
  }));
}
