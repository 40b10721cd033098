import { stableId } from '../../shared/handoff/identity';
import type { AbsenceItem, EventItem, Item, Person, TaskItem } from '../../shared/handoff/item';
import { contentWords } from '../../shared/handoff/similarity';
import type { Evidence } from '../../shared/handoff/model';
import type { Ledger } from '../ledger/types';
import { elsewhere, heardFrom } from './answeredElsewhere';
import { mayAskOnward, tellsOfOnward } from './askedOnward';
import { answers, brings } from './awaited';
import { closedAt, endsOf, takers, type Correlated } from './correlated';
import { OVERHEARD_WORDS } from './endedElsewhere';
import { foldedOf } from './folded';
import { putToNext, TOLD_BEFORE_MS, TOLD_REACH_MS, toldInMeetings } from './nextHandKnows';
import { offerFacts, STANDING_IN_MS } from './offers';
import type { Seed } from './openings';
import type { Steps } from './steps';
import type { Readings, Utterance } from './utterance';
import { asWords } from './words';
import { writtenDown } from './writtenDown';

/** What lies outside a handoff's own conversation and may speak of it. */

/**
 * What is said, or made a task, later than this after the opening is about something else. A bound in time and not in
 * number: it says the same whatever else the mailbox holds, and in whatever order it came.
 */
export const ELSEWHERE_REACH_MS = 90 * 86_400_000;
/** How long after a meeting what was said there is looked for in writing. */
export const MEETING_REACH_MS = 21 * 86_400_000;
/** A promised recap is recognised by coming, whatever its words are. */
const RECAP_REACH_MS = 3 * 86_400_000;

/** The words a message is known by. */
export function wordsOf(said: Utterance): Set<string> {
  const { item } = said;
  const files = item.kind === 'mail' ? item.attachments : [];
  const subject = item.kind === 'mail' ? item.subject : '';
  const quotes = said.acts.map((act) => act.quote);
  return contentWords([subject, ...files.map(asWords), said.ownText, ...quotes].join('\n'));
}

/** Words as the ledger keeps them: each between blanks. */
export function noted(words: ReadonlySet<string>): string {
  return ` ${[...words].join(' ')} `;
}

/** Do two texts share a word? Nothing speaks of a handoff without one of its words. */
export function sharesWord(words: ReadonlySet<string>, others: readonly string[]): boolean {
  for (const word of others) if (words.has(word)) return true;
  return false;
}

/**
 * Does this message speak of the handoff, by itself or with what was told elsewhere? What closed it before is left out of
 * account.
 */
export function speaksOf(seed: Seed, said: Utterance): boolean {
  // What the taker told of it may have been told in the handoff's own conversation.
  return mayAskOnward(seed, said) || speaksByItself(seed, said);
}

/** Does it whatever was told of an onward ask? */
export function speaksByItself(seed: Seed, said: Utterance): boolean {
  return (
    elsewhere({ seed, evidence: [], reopenedAt: null }, [said]).length > 0 ||
    (seed.opening.source.kind === 'meeting' &&
      Date.parse(said.at) <= Date.parse(seed.opening.saidAt) + MEETING_REACH_MS &&
      writtenDown(seed, [said]).length > 0) ||
    offerFacts(seed, [said]).length > 0 ||
    // Whether the taker waits for it, only the facts tell.
    brings(seed, said) ||
    answers(seed, said)
  );
}

/**
 * Has the taker told of having put the work elsewhere, as far as it is known, or does this message tell of it? Without
 * that an ask of theirs to a third says nothing of this work yet.
 */
export function isToldOnward(
  ledger: Ledger,
  handoffId: string,
  seed: Seed,
  said: Utterance,
  readings: Readings,
): boolean {
  const placed = ({ kind, end }: Evidence) => kind === 'placed' && end === 'taker';
  if (tellsOfOnward(seed, said) || foldedOf(ledger, handoffId)?.evidence.some(placed) === true)
    return true;
  const heard = ledger.heard(handoffId)?.items ?? [];
  return heard.some((id) => {
    const other = readings.byId(id);
    return other !== null && tellsOfOnward(seed, other);
  });
}

/** A message that speaks of a handoff adds itself to what is heard of it. */
export function hear(ledger: Ledger, handoffId: string, itemId: string): void {
  const heard = ledger.heard(handoffId);
  // Not looked for yet: it will be found then.
  if (heard && !heard.items.includes(itemId))
    ledger.setHeard(handoffId, heard.key, [...heard.items, itemId]);
}

/**
 * Later messages outside the handoff's conversation that speak of it. They are looked for among all that its people
 * wrote when it is opened, opened otherwise, or (`again`) open once more; what comes later adds itself (`speaksOf`).
 */
export function* heardElsewhere(
  ledger: Ledger,
  handoff: Correlated,
  readings: Readings,
  again: boolean,
  mates: readonly Person[],
): Steps<Utterance[]> {
  const { seed, reopenedAt } = handoff;
  const key = stableId(JSON.stringify([seed.opening, reopenedAt]));
  const before = again ? null : ledger.heard(seed.id);
  if (before?.key === key) {
    const heard: Utterance[] = [];
    // Its conversation may have been joined to this one meanwhile.
    const own = ledger.ofThread(seed.opening.thread, before.items);
    for (const id of before.items) {
      const utterance = own.has(id) ? null : readings.byId(id);
      if (utterance) heard.push(utterance);
      yield;
    }
    return heard;
  }
  const heard: Utterance[] = [];
  for (const id of yield* idsElsewhere(ledger, handoff, mates)) {
    const utterance = readings.byId(id);
    const speaks = utterance !== null && speaksOf(seed, utterance);
    if (speaks && ledger.threadOf(id) !== seed.opening.thread) heard.push(utterance);
    yield;
  }
  ledger.setHeard(
    seed.id,
    key,
    heard.map((said) => said.item.id),
  );
  return heard;
}

/**
 * Later messages of the handoff's people that share a word with it, oldest first for each. What was said after its own
 * conversation closed it is about something else (`elsewhere`), unless a colleague offers to do it.
 */
function* idsElsewhere(
  ledger: Ledger,
  handoff: Correlated,
  mates: readonly Person[],
): Steps<string[]> {
  const { opening, words, subjectWords } = handoff.seed;
  const from = heardFrom(handoff.seed);
  // Whoever heard that a step is finished may have passed it on in its hand's stead.
  const listeners = opening.act === 'completion' ? authorsOf(ledger, opening.thread) : [];
  const known = new Set([...words, ...subjectWords]);
  const meeting = opening.source.kind === 'meeting' ? ledger.item(opening.thread)?.item : null;
  // Whoever was in the meeting may have written down what was said.
  const authors =
    meeting?.kind === 'meeting'
      ? meeting.attendees
      : [...endsOf(handoff.seed), ...mates, ...listeners];
  const closed = opening.source.kind === 'meeting' || mates.length > 0 ? null : closedAt(handoff);
  const until = Math.min(from + ELSEWHERE_REACH_MS, closed ?? Infinity);
  // A recap need not share a word.
  const recap = meeting?.kind === 'meeting' ? Math.min(from + RECAP_REACH_MS, until) : from;
  const ids = new Set<string>();
  yield* ledger.readyWritten([...authors, ...mates], from - STANDING_IN_MS);
  for (const author of new Map(authors.map((p) => [p.address, p])).values()) {
    yield;
    for (const id of ledger.written(author, from, recap)) ids.add(id);
    for (const id of ledger.written(author, recap, until, known)) ids.add(id);
  }
  yield;
  for (const id of ledger.knownBy(known, OVERHEARD_WORDS, from, until)) ids.add(id);
  // A colleague who stands in for the one asked names them and need not name the work; said before, it counts as well.
  const called = contentWords(opening.taker?.name ?? '');
  for (const mate of mates) {
    yield;
    for (const id of ledger.written(mate, from - STANDING_IN_MS, until, called)) ids.add(id);
  }
  return [...ids];
}

function authorsOf(ledger: Ledger, thread: string): Person[] {
  return ledger
    .thread(thread)
    .flatMap(({ item }) => (item.kind === 'mail' || item.kind === 'chat' ? [item.from] : []));
}

/** Tasks given to a taker after it was asked. */
export function tasksFor(ledger: Ledger, seed: Seed): TaskItem[] {
  if (seed.opening.act === 'completion') return [];
  const from = Date.parse(seed.opening.saidAt);
  return takers(seed).flatMap((taker) =>
    ledger
      .tasksOf(taker, from, from + ELSEWHERE_REACH_MS)
      .flatMap(({ item }) => (item.kind === 'task' ? [item] : [])),
  );
}

/** What shows, outside of any message, that the next hand of a finished step knows of it. */
export function knownFacts(ledger: Ledger, seed: Seed): Evidence[] {
  const { act, taker, saidAt } = seed.opening;
  if (act !== 'completion' || taker === null) return [];
  const at = Date.parse(saidAt);
  const meetings = ledger
    .meetingsWith([taker], at - TOLD_BEFORE_MS, at + TOLD_REACH_MS)
    .flatMap((id) => {
      const item = ledger.item(id)?.item;
      return item?.kind === 'meeting' ? [item] : [];
    });
  const days = ledger
    .calendarAndTasks([taker.address])
    .flatMap(({ item }) => (item.kind === 'event' || item.kind === 'task' ? [item] : []));
  return [...toldInMeetings(seed, meetings), ...putToNext(seed, days)];
}

/** Times a taker was seen to be away. */
export function absencesFor(ledger: Ledger, seed: Seed): AbsenceItem[] {
  return takers(seed).flatMap((taker) =>
    ledger.absencesOf(taker).flatMap(({ item }) => (item.kind === 'absence' ? [item] : [])),
  );
}

/** Events either end set up after it was asked. */
export function eventsFor(ledger: Ledger, seed: Seed): EventItem[] {
  const { giver, saidAt } = seed.opening;
  const until = Date.parse(saidAt) + ELSEWHERE_REACH_MS;
  const found = new Map<string, EventItem>();
  for (const person of [...takers(seed), giver])
    for (const { item } of ledger.eventsBy(person, Date.parse(saidAt), until, EVENTS_LOOK))
      if (item.kind === 'event') found.set(item.id, item);
  return [...found.values()];
}
const EVENTS_LOOK = 200;

/** Events of those involved, in order of their start; asked only where a deadline hangs on one. */
export function calendarOf(ledger: Ledger, handoff: Correlated): Item[] {
  const { due } = handoff.seed.opening;
  if (due?.source !== 'event') return [];
  return ledger
    .calendarAndTasks(endsOf(handoff.seed).map((p) => p.address))
    .map(({ item }) => item)
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
}

function startOf(item: Item): number {
  return item.kind === 'event' ? Date.parse(item.startsAt) : 0;
}
