import { isAsk, type Act } from '../../shared/handoff/act';
import { corrected, type Naming } from '../../shared/handoff/deciding';
import { samePerson, stableId } from '../../shared/handoff/identity';
import type { MeetingItem, Person } from '../../shared/handoff/item';
import type { Evidence } from '../../shared/handoff/model';
import { contentWords, similarity } from '../../shared/handoff/similarity';
import { workWords } from '../../shared/handoff/what';
import { readText } from '../../shared/reading';
import { languageOf } from '../../shared/reading/language';
import type { Correlated } from './correlated';
import { calledIn, SORTED_OUT, takes, type Cue } from './cue';
import { dayAgreed } from './dayAgreed';
import { letGoLater } from './droppedLater';
import {
  dropped,
  laughedAt,
  letGo,
  saidThere,
  SURE,
  takenBack,
  takenUp,
  takesUp,
} from './inTheRoom';
import type { Seed } from './openings';
import { isIdleThere } from './owed';
import { partner, promisee } from './partners';
import { leadIn } from './phrases';
import { sentencesIn } from './sentences';
import { chosenTogether, rivals, setAside, stated } from './settling';
import { takenOver, type Taking } from './takingOver';
import { meets } from './words';

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
  /** What says little opens whatever else is known of it: the trainer looks at all that is to be judged. */
  opensAll?: boolean;
}

/** How sure the reader must be: speech is full of half promises. */
const OPENS: Partial<Record<Act['kind'], number>> = {
  commitment: 0.7,
  request: 0.7,
  decision: 0.6,
};
/** Content words without which an utterance names no work; speech that names no day must say more, or surely be owed. */
const LEAST_WORDS = { firm: 2, decision: 3, abroad: 4, undated: 7 } as const;

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
    for (const said of acts) {
      const act = chosenTogether(cues, n, said) ? { ...said, kind: 'decision' as const } : said;
      const spoken = spokenSeed(meeting, cues, n, act, ctx, said === choice);
      if (!spoken) continue;
      const { seed, taking, ...how } = spoken;
      const taken = isTakenThere(seed, taking, cues, n);
      if (!ctx.opensAll && isIdleThere(act, seed.opening, cue, { taken, ...how })) continue;
      // Said again, or said back by the other end: the same work.
      if (held.some((h) => restated(h.seed, seed, cues, n) || takesUp(h, seed))) continue;
      seed.opening = corrected(seed.opening, ctx.naming?.(seed.id) ?? null);
      const evidence = taking
        ? [
            saidThere(seed, cues, 'taken', taking, {
              reason: 'took it when it was asked',
              confidence: SURE,
            }),
          ]
        : takenUp(seed, cues, n);
      if (evidence.some((e) => e.kind === 'declined') && letGo(seed, cues, n)) continue;
      if (takenBack(seed, cues, n) || dropped(seed, cues, n) || laughedAt(seed, cues, n)) continue;
      for (const earlier of held) earlier.evidence.push(...replaced(earlier, seed, cues, n));
      held.push({ seed, evidence, reopenedAt: ctx.reopenedAt(seed.id) });
    }
  }
  letGoLater(held, cues);
  return held;
}

/** "Let's not do that today": put off by all of them, and asked of nobody. */
const LET_BE =
  /^(?:\W|(?:so|and|but|well|okay|ok|right|no|yeah|then)\b)*(?:let's|let us) (?:not|leave)\b/i;

/** "Terrell, you said the shops had changed?", "anything else from you, Liz?": a question without a word of a deed, answered there. */
const onlyAsks = (quote: string): boolean =>
  /\?\s*$/.test(quote) && !OF_A_DEED.test(quote) && (languageOf(quote) ?? 'en') === 'en';
const OF_A_DEED =
  /\b(?:can|could|will|would|shall|should|may|might|please|pls|need|want|wanna|mind|possible|able|let's|ready to|happy to|who(?:'s| is| will| can)|going to|gonna|get|send|do)\b|n't (?:you|we)\b/i;

/** "Then I shall go back to my desk", "I'd better get home": where one goes oneself is owed to nobody. */
const OWN_WAY =
  /\bi(?:['’]ll| shall| will|['’]m going to|['’]m gonna|['’]d better| must| gotta| have to) (?:just |now |then |quickly )*(?:(?:go|get|head|crawl|return) (?:back|home|off|out|away|to (?:bed|lunch|sleep|work))\b|(?:go|be) (?:and )?(?:lie|sit|sleep|eat|hide|off|gone)\b|(?:run|dash|leave)(?: off| now)?[.!]?$)/i;

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
): { seed: Seed; taking: Taking | null; firm: boolean; doubtful: boolean } | null {
  const cue = cues[n];
  if (!cue || cue.from.address === '' || act.condition?.on === 'addressee') return null;
  if (act.confidence < (OPENS[act.kind] ?? Infinity)) return null;
  if (act.kind === 'request' && (LET_BE.test(act.quote) || onlyAsks(act.quote))) return null;
  if (act.kind === 'commitment' && !act.due && OWN_WAY.test(act.quote)) return null;
  // A choice is named in the breath around it ("… the second vendor. Corvid, forty-two pumps").
  const own = contentWords(act.quote);
  const ends = endsOf(act, cue, cues, n);
  if (!ends) return null;
  // With a day, or taken in so many words, it is work whatever little is said of it.
  const firm =
    (act.due !== undefined && !AT_ONCE.test(act.due.text)) ||
    (ends.taking ?? null) !== null ||
    (act.kind === 'commitment' && (isCalled(act, cue) || isWelcome(cues, n, ends)));
  // What is promised to another house is work, whatever little is said of it.
  const spoken = act.kind === 'commitment' && ends.taker && isAbroad(ends.giver, ends.taker);
  const undated = spoken ? 'abroad' : 'undated';
  const least = act.kind === 'decision' ? 'decision' : firm ? 'firm' : undated;
  const words =
    act.kind === 'decision' &&
    ((own.size < LEAST_WORDS.decision && namesChoice(own)) || INSTEAD.test(act.quote))
      ? contentWords(cue.text)
      : own;
  // What all agreed to needs no more words to be known by than the meeting's own.
  if (agreedTo && words.size < LEAST_WORDS[least])
    for (const word of contentWords(meeting.subject)) words.add(word);
  const doubtful = words.size < (agreedTo ? 1 : LEAST_WORDS[least]);
  if (doubtful && (act.kind === 'decision' || words.size < LEAST_WORDS.firm)) return null;
  // "What time do we get the call sheet?" – "I'll have it out by six": known by what was asked.
  if (act.kind === 'commitment' && POINTS_BACK.test(act.quote))
    for (const word of contentWords(questionBefore(cues, n, ends.giver))) words.add(word);
  const attended = meeting.attendees.some((p) => ctx.isMe(p));
  const mine = [ends.giver, ends.taker, cue.from, ...(ends.asked ?? [])].some(
    (p) => p !== null && ctx.isMe(p),
  );
  const called = meeting.organizer !== null && ctx.isMe(meeting.organizer);
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
      due: dayAgreed(act, cues, n, meeting.startedAt, ctx.zoneOf(cue.from)),
      confidence: act.confidence,
      thread: `meeting:${cue.source.id}`,
      subject: meeting.subject,
      // A decision binds everyone who was there; what is said in a meeting is to be kept by whoever called it, too.
      observed: act.kind === 'decision' ? !attended : !mine && !called,
      parent: null,
      ...(spokenFor ? { saidBy: cue.from } : {}),
      ...(lead ? { lead } : {}),
    },
    words,
    subjectWords: contentWords(meeting.subject),
  };
  return { seed, taking: ends.taking ?? null, firm, doubtful };
}

/** Does somebody take it up right away? */
export function isTakenThere(
  seed: Seed,
  taking: Taking | null,
  cues: readonly Cue[],
  n: number,
): boolean {
  return taking !== null || takenUp(seed, cues, n).some(({ kind }) => kind === 'taken');
}

/** "So Skerry is out, it is called Tarn": what was decided earlier in the same meeting, and is now decided otherwise. */
function replaced({ seed }: Correlated, then: Seed, cues: readonly Cue[], n: number): Evidence[] {
  if (!putsAside(seed, then, cues, n)) return [];
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

/** `n`: the line of the later one. */
function putsAside(earlier: Seed, then: Seed, cues: readonly Cue[], n: number): boolean {
  if (earlier.opening.act !== 'decision' || then.opening.act !== 'decision') return false;
  if (earlier.opening.source.time === then.opening.source.time) return false;
  const aside = setAside(cues[n]?.text ?? '');
  return meets(aside, earlier.words) || rivals(earlier.words, then.words, cues.slice(0, n));
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

const houseOf = ({ address }: Person): string => address.slice(address.indexOf('@') + 1);
const isAbroad = (a: Person, b: Person): boolean => houseOf(a) !== houseOf(b);

/** "Martin, I'll let you have the count": said to one of them by name. */
const isCalled = (act: Act, cue: Cue): boolean => calledIn(act.quote, cue.others).length > 0;

/** Whoever it was promised to bids it in the next breath: "Please do", "That would help", "Great, thanks". */
function isWelcome(cues: readonly Cue[], n: number, { giver }: Ends): boolean {
  const next = cues[n + 1];
  return next !== undefined && samePerson(next.from, giver) && WELCOMES.test(next.text);
}
const WELCOMES =
  /^(?:\W|(?:yes|yeah|oh|okay|ok|right|good|great|perfect|brilliant|lovely|excellent)\b)*(?:please(?: do)?\b|do(?: that)?[,.!]|thanks\b|thank you|(?:that|it)(?:'d| would| will)(?: really)? (?:be (?:great|good|lovely|helpful|perfect|kind|brilliant)|help)|i(?:'d| would) (?:appreciate|like) that|much appreciated)/i;

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
const ANNOUNCING = /^(?:right|decis\w*|decid\w*|final\w*|settl\w*|agre\w*|cho(?:ic|os)\w*|call)$/;

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

/** Of several people of one name, the one who takes it up; null while none does. */
function whoTakes(namesakes: readonly Person[], cues: readonly Cue[], n: number): Person | null {
  for (const cue of cues.slice(n + 1, n + 1 + SORTED_OUT)) {
    const one = namesakes.find((p) => samePerson(p, cue.from));
    if (one && cue.acts.some(takes)) return one;
  }
  return null;
}

function reachable(person: Person | null | undefined): Person | null {
  return person && person.address !== '' ? person : null;
}

const POINTS_BACK = /\b(?:it|them|that|those|one)\b/i;

/** What the one it is promised to asked right before; '' where they asked nothing. */
function questionBefore(cues: readonly Cue[], n: number, giver: Person): string {
  const before = cues[n - 1];
  if (!before || !samePerson(before.from, giver)) return '';
  return sentencesIn(before.text).findLast((line) => /\?$/.test(line)) ?? '';
}

/** Who asked right before: a promise that answers a question is given to its asker, whoever laughs next. */
function askedBefore(cues: readonly Cue[], n: number, taker: Person): Person | null {
  const before = cues[n - 1];
  const asked = before && (/\?\s*$/.test(before.text) || before.acts.some(asks));
  return asked && !samePerson(before.from, taker) ? reachable(before.from) : null;
}

function asks(act: Act): boolean {
  return isAsk(act) && act.confidence >= 0.5;
}

function restated(known: Seed, seed: Seed, cues: readonly Cue[], n: number): boolean {
  return (
    !putsAside(known, seed, cues, n) &&
    Math.abs(Date.parse(known.opening.saidAt) - Date.parse(seed.opening.saidAt)) < 180_000 &&
    similarity(known.words, seed.words) >= 0.6
  );
}
