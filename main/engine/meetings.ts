import type { Act } from '../../shared/handoff/act';
import { corrected, type Naming } from '../../shared/handoff/deciding';
import { samePerson, stableId } from '../../shared/handoff/identity';
import type { MeetingItem, Person, SourceRef } from '../../shared/handoff/item';
import type { Evidence } from '../../shared/handoff/model';
import { contentWords, similarity } from '../../shared/handoff/similarity';
import { workWords } from '../../shared/handoff/what';
import { readText } from '../../shared/reading';
import type { Correlated } from './correlated';
import type { Seed } from './openings';
import { leadIn } from './phrases';
import { doneThere } from './onTheSpot';
import { partner, promisee } from './partners';
import { rivals, setAside, stated } from './settling';
import { takenOver, type Taking } from './takingOver';

/**
 * What is said in a meeting and may die there: promises, requests and decisions, each a handoff that was only
 * spoken until something written speaks of it.
 */

export interface MeetingContext {
  reopenedAt(id: string): number | null;
  /** Whom the person named for a handoff that was read as another's. */
  naming?(id: string): Naming | null;
  isMe(person: Person): boolean;
  zoneOf(person: Person): string | null;
  directory: readonly Person[];
}

/** How sure the reader must be: speech is full of half promises. */
const OPENS: Partial<Record<Act['kind'], number>> = {
  commitment: 0.7,
  request: 0.7,
  decision: 0.6,
};
/** Content words without which an utterance names no work; speech that names no day must say more. */
const LEAST_WORDS = { dated: 2, decision: 3, undated: 7 } as const;
/** Utterances within which the other end takes up what was said. */
const TAKEN_UP = 2;

export interface Cue {
  text: string;
  from: Person;
  others: Person[];
  at: string;
  source: SourceRef;
  acts: Act[];
}

/** The handoffs of one transcript, with what was answered to them in the meeting itself. `cues` are its lines, read. */
export function correlateMeeting(
  meeting: MeetingItem,
  ctx: MeetingContext,
  cues: readonly Cue[] = [...cuesOf(meeting, ctx)],
): Correlated[] {
  const held: Correlated[] = [];
  for (const [n, cue] of cues.entries()) {
    const choice = stated(cues, n);
    // What all agree to is decided, whatever one line of it reads like.
    const acts = choice ? [...cue.acts.filter((a) => a.quote !== choice.quote), choice] : cue.acts;
    for (const act of acts) {
      const spoken = spokenSeed(meeting, cues, n, act, ctx, act === choice);
      if (!spoken) continue;
      const { seed, taking } = spoken;
      // Said again, or said back by the other end: the same work.
      const before = cues.slice(0, n + 1);
      if (held.some((h) => restated(h.seed, seed, before) || takesUp(h, seed))) continue;
      seed.opening = corrected(seed.opening, ctx.naming?.(seed.id) ?? null);
      const evidence = taking
        ? [saidThere(seed, cues, 'taken', taking, 'took it when it was asked')]
        : takenUp(seed, cues, n);
      if (evidence.some((e) => e.kind === 'declined') && letGo(seed, cues, n)) continue;
      if (takenBack(seed, cues, n) || laughedAt(seed, cues, n)) continue;
      for (const earlier of held) earlier.evidence.push(...replaced(earlier, seed, before));
      held.push({ seed, evidence, reopenedAt: ctx.reopenedAt(seed.id) });
    }
  }
  return held;
}

/** The lines of a transcript, read one by one: an hour of talk takes a while. */
export function* cuesOf(meeting: MeetingItem, ctx: MeetingContext): Generator<Cue, void> {
  const start = Date.parse(meeting.startedAt);
  const id = meeting.id.slice('meeting:'.length);
  for (const cue of meeting.cues) {
    const others = meeting.attendees.filter((p) => !samePerson(p, cue.speaker));
    const read = readText({
      text: cue.text,
      from: cue.speaker,
      to: others,
      directory: [...ctx.directory, ...meeting.attendees],
      sentAt: meeting.startedAt,
      timeZone: ctx.zoneOf(cue.speaker) ?? 'UTC',
      channel: 'meeting',
      meeting: id,
    });
    yield {
      text: cue.text,
      from: cue.speaker,
      others,
      at: new Date(start + cue.t * 1000).toISOString(),
      source: { kind: 'meeting', id, time: cue.time },
      acts: read.nature === 'human' ? read.acts : [],
    };
  }
}

function spokenSeed(
  meeting: MeetingItem,
  cues: readonly Cue[],
  n: number,
  act: Act,
  ctx: MeetingContext,
  agreedTo: boolean,
): { seed: Seed; taking: Taking | null } | null {
  const cue = cues[n];
  if (!cue || cue.from.address === '' || act.condition?.on === 'addressee') return null;
  if (act.confidence < (OPENS[act.kind] ?? Infinity)) return null;
  // A choice is named in the breath around it ("… the second vendor. Corvid, forty-two pumps").
  const own = contentWords(act.quote);
  const dated = act.due && !AT_ONCE.test(act.due.text);
  const least = act.kind === 'decision' ? 'decision' : dated ? 'dated' : 'undated';
  const words =
    act.kind === 'decision' &&
    ((own.size < LEAST_WORDS.decision && namesChoice(own)) || INSTEAD.test(act.quote))
      ? contentWords(cue.text)
      : own;
  // What all agreed to needs no more words to be known by than the meeting's own.
  if (agreedTo && words.size < LEAST_WORDS[least])
    for (const word of contentWords(meeting.subject)) words.add(word);
  if (words.size < (agreedTo ? 1 : LEAST_WORDS[least])) return null;
  const ends = endsOf(act, cue, cues, n);
  if (!ends) return null;
  const attended = meeting.attendees.some((p) => ctx.isMe(p));
  const mine = [ends.giver, ends.taker, cue.from, ...(ends.asked ?? [])].some(
    (p) => p !== null && ctx.isMe(p),
  );
  const lead = leadIn(cue.text);
  const quote = act.kind === 'decision' ? inOneBreath(act.quote, cue.text) : act.quote;
  const spokenFor =
    ends.taker !== null && act.kind === 'commitment' && !samePerson(ends.taker, cue.from);
  const seed: Seed = {
    id: stableId('meeting', cue.source.id, cue.source.time ?? '', act.quote.toLowerCase()),
    opening: {
      act: act.kind,
      giver: ends.giver,
      taker: ends.taker,
      asked: ends.taker ? [ends.taker] : (ends.asked ?? cue.others),
      what: workWords(act.quote, act.due?.text),
      quote,
      source: cue.source,
      saidAt: cue.at,
      due: act.due ?? null,
      confidence: act.confidence,
      thread: `meeting:${cue.source.id}`,
      subject: meeting.subject,
      // A decision binds everyone who was there.
      observed: act.kind === 'decision' ? !attended : !mine,
      parent: null,
      ...(spokenFor ? { saidBy: cue.from } : {}),
      ...(lead ? { lead } : {}),
    },
    words,
    subjectWords: contentWords(meeting.subject),
  };
  return { seed, taking: ends.taking ?? null };
}

/** "So Skerry is out, it is called Tarn": what was decided earlier in the same meeting, and is now decided otherwise. */
function replaced({ seed }: Correlated, then: Seed, before: readonly Cue[]): Evidence[] {
  if (!putsAside(seed, then, before)) return [];
  const { id, opening } = then;
  return [
    {
      id: stableId(seed.id, 'withdrawn', id),
      kind: 'withdrawn',
      end: 'other',
      by: opening.giver,
      at: opening.saidAt,
      source: opening.source,
      quote: opening.quote,
      until: null,
      to: null,
      believes: null,
      link: { reason: 'decided otherwise later in the same meeting', confidence: 0.7 },
    },
  ];
}

/** `before`: the lines up to the later one, and that one. */
function putsAside(earlier: Seed, then: Seed, before: readonly Cue[]): boolean {
  if (earlier.opening.act !== 'decision' || then.opening.act !== 'decision') return false;
  const aside = setAside(before.at(-1)?.text ?? '');
  return (
    [...aside].some((word) => earlier.words.has(word)) ||
    (earlier.opening.source.time !== then.opening.source.time &&
      rivals(earlier.words, then.words, before.slice(0, -1)))
  );
}

/** What it takes the place of was named in the same breath ("Moorland's dead. We go with …"). */
const INSTEAD = /\b(?:instead|rather|after all)\b/i;

function inOneBreath(quote: string, text: string): string {
  const at = text.indexOf(quote);
  if (at <= 0 || !INSTEAD.test(quote)) return quote;
  const before =
    text
      .slice(0, at)
      .trim()
      .split(/(?<=[.!?])\s+/)
      .at(-1) ?? '';
  return before === '' ? quote : `${before} ${quote}`;
}

/** What is done on the spot has no day: it says no more than speech without one. */
const AT_ONCE = /^(?:right |just )?now$|^this (?:second|instant|minute)$/i;

interface Ends {
  giver: Person;
  taker: Person | null;
  /** Several of one name, none of whom has said that it is theirs. */
  asked?: Person[];
  /** Asked of somebody else, or of the room, and taken there. */
  taking?: Taking | null;
}

/** "Right, decision." announces one, and is none. */
function namesChoice(words: ReadonlySet<string>): boolean {
  return [...words].some((word) => !ANNOUNCING.test(word));
}
const ANNOUNCING = /^(?:right|decisi?on?|decid\w*|final\w*|settl\w*|agre\w*|cho(?:ic|os)\w*|call)$/;

function endsOf(act: Act, cue: Cue, cues: readonly Cue[], n: number): Ends | null {
  if (act.kind === 'decision') return { giver: cue.from, taker: null };
  if (act.kind === 'request') {
    const namesakes = act.addressee ? [] : calledIn(act.quote, cue.others);
    if (namesakes.length > 1) {
      const taker = whoTakes(namesakes, cues, n);
      return { giver: cue.from, taker, ...(taker ? {} : { asked: namesakes }) };
    }
    const taker = reachable(act.addressee) ?? namesakes[0] ?? partner(cues, n, cue.from);
    const taking = takenOver(cues, n, cue.from, act.addressee === null ? null : taker);
    if (taking) return { giver: cue.from, taker: taking.by, taking };
    if (act.addressee === null) return { giver: cue.from, taker: null };
    return taker && !samePerson(taker, cue.from) ? { giver: cue.from, taker } : null;
  }
  const taker = reachable(act.actor) ?? cue.from;
  // Promised for somebody else: to whoever the speaker talks with, not to the speaker.
  const giver =
    reachable(act.addressee) ?? askedBefore(cues, n, taker) ?? promisee(cues, n, cue.from);
  return giver && !samePerson(giver, taker) ? { giver, taker } : null;
}

/** Everyone whose first name is called at the start or the end of the words ("Chris, could you …"). */
function calledIn(words: string, people: readonly Person[]): Person[] {
  const called = CALLED.exec(words);
  const name = (called?.[1] ?? called?.[2] ?? '').toLowerCase();
  if (name === '') return [];
  return people.filter((p) => p.address !== '' && p.name.toLowerCase().split(/[\s,]+/)[0] === name);
}
const CALLED =
  /^(?:(?:so|and|okay|ok|right|hey|hi|um|uh|er|eh|well|then|now)[\s,]+)*(\p{Lu}[\p{L}'-]+)\s*,|,\s*(\p{Lu}[\p{L}'-]+)\s*[?.!]*$/u;

/** Cues within which one of several of the same name says that it is theirs. */
const SORTED_OUT = 6;

/** Of several people of one name, the one who takes it up; null while none does. */
function whoTakes(namesakes: readonly Person[], cues: readonly Cue[], n: number): Person | null {
  for (const cue of cues.slice(n + 1, n + 1 + SORTED_OUT)) {
    const one = namesakes.find((p) => samePerson(p, cue.from));
    if (one && cue.acts.some(takes)) return one;
  }
  return null;
}

function takes(act: Act): boolean {
  return (act.kind === 'acceptance' || act.kind === 'commitment') && act.confidence >= TAKES;
}
/** A bare "okay" is said to anything; "that's mine" is surer. */
const TAKES = 0.55;

function reachable(person: Person | null | undefined): Person | null {
  return person && person.address !== '' ? person : null;
}

/** Who asked right before: a promise that answers a question is given to its asker, whoever laughs next. */
function askedBefore(cues: readonly Cue[], n: number, taker: Person): Person | null {
  const before = cues[n - 1];
  const asked = before && (/\?\s*$/.test(before.text) || before.acts.some(asks));
  return asked && !samePerson(before.from, taker) ? reachable(before.from) : null;
}

function asks(act: Act): boolean {
  return (act.kind === 'request' || act.kind === 'question') && act.confidence >= 0.5;
}

function restated(known: Seed, seed: Seed, before: readonly Cue[]): boolean {
  return (
    !putsAside(known, seed, before) &&
    Math.abs(Date.parse(known.opening.saidAt) - Date.parse(seed.opening.saidAt)) < 180_000 &&
    similarity(known.words, seed.words) >= 0.6
  );
}

/** "You'll have them this afternoon", said to the one who asked for them: the answer to that ask, and no second work. */
function takesUp(asked: Correlated, { opening }: Seed): boolean {
  return (
    opening.act === 'commitment' &&
    OF_IT.test(opening.quote) &&
    asked.evidence.some(
      (e) =>
        e.kind === 'taken' && e.source.time === opening.source.time && e.quote === opening.quote,
    )
  );
}
const OF_IT = /\b(?:it|them|that|those|these|this|one)\b/i;

function saidThere(
  seed: Seed,
  cues: readonly Cue[],
  kind: 'taken' | 'done',
  { at, by, quote }: Taking,
  reason: string,
): Evidence {
  const cue = cues[at];
  const source = cue?.source ?? seed.opening.source;
  return {
    id: stableId(seed.id, kind, source.id, source.time ?? ''),
    kind,
    end: 'taker',
    by,
    at: cue?.at ?? seed.opening.saidAt,
    source,
    quote,
    until: cue?.acts.find((a) => a.quote === quote)?.due?.at ?? null,
    to: null,
    believes: null,
    link: { reason, confidence: 0.7 },
  };
}

/** What the taker said to it right away. */
function takenUp(seed: Seed, cues: readonly Cue[], n: number): Evidence[] {
  const { taker } = seed.opening;
  if (!taker || (seed.opening.act === 'commitment' && !seed.opening.saidBy)) return [];
  const done = seed.opening.act === 'request' && doneThere(cues, n, seed.opening.giver, taker);
  if (done)
    return [saidThere(seed, cues, 'done', { ...done, by: taker }, 'done when it was asked')];
  // Where it first had to be sorted out whose it is, the answer comes later.
  const reach =
    calledIn(seed.opening.quote, cues[n]?.others ?? []).length > 1 ? SORTED_OUT : TAKEN_UP;
  for (const cue of cues.slice(n + 1, n + 1 + reach)) {
    if (!samePerson(cue.from, taker)) continue;
    if (reach > TAKEN_UP && !cue.acts.some(takes)) continue;
    const sure = cue.acts.filter((a) => a.confidence >= 0.5);
    // "Friday I can't": a no is not outweighed by the day it names.
    const act =
      sure.find((a) => a.kind === 'decline') ??
      sure.find((a) => a.kind === 'acceptance' || a.kind === 'commitment');
    const kind = act?.kind === 'decline' ? 'declined' : act ? 'taken' : 'replied';
    return [
      {
        id: stableId(seed.id, kind, cue.source.id, cue.source.time ?? ''),
        kind,
        end: 'taker',
        by: cue.from,
        at: cue.at,
        source: cue.source,
        quote: act?.quote ?? '',
        until: act?.due?.at ?? null,
        to: null,
        believes: null,
        link: { reason: 'said right after it', confidence: act?.confidence ?? 0.5 },
      },
    ];
  }
  return [];
}

/** Asked, refused, and let be in the same breath by the one who asked: it was settled there, before everyone. */
function letGo(seed: Seed, cues: readonly Cue[], n: number): boolean {
  if (seed.opening.act !== 'request') return false;
  const answers = cues.slice(n + 2, n + 5).filter((c) => samePerson(c.from, seed.opening.giver));
  return answers.some(
    (cue) =>
      !cue.acts.some((a) => a.kind === 'request' || a.kind === 'question') &&
      cue.acts.some((a) => SETTLES.has(a.kind)),
  );
}

/** "Okay, then forget it", said by the one who asked in the same breath. */
function takenBack(seed: Seed, cues: readonly Cue[], n: number): boolean {
  return cues
    .slice(n + 1, n + 4)
    .some(
      (cue) =>
        samePerson(cue.from, seed.opening.giver) &&
        cue.acts.some((a) => a.kind === 'withdrawal' && a.confidence >= 0.6),
    );
}

/** A deed without a day that the others only laugh at. */
function laughedAt({ opening }: Seed, cues: readonly Cue[], n: number): boolean {
  if (opening.act !== 'commitment' || opening.due) return false;
  const next = cues.slice(n + 1, n + 3).find((cue) => !samePerson(cue.from, opening.taker));
  return next !== undefined && LAUGHS.test(next.text);
}
const LAUGHS =
  /^\W*(?:ha(?:[ -]?ha)*|hah+|hehe|lol)\W*$|^\W*(?:ha[ -]?ha|haha\w*|hehe|oh my god|please don't)\b|[([](?:laughs|laughter|laughing)[)\]]/i;
const SETTLES: ReadonlySet<Act['kind']> = new Set(['acceptance', 'commitment', 'withdrawal']);
