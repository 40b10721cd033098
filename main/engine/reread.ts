import { fold, reopenedAt } from '../../shared/handoff/fold';
import type { EventItem, Item, Person, TaskItem } from '../../shared/handoff/item';
import type { Evidence, Handoff, LogBody } from '../../shared/handoff/model';
import type { Ledger } from '../ledger/types';
import { evidenceOf } from './answers';
import { correlate, inOrder } from './correlate';
import { elsewhere } from './elsewhere';
import { takers, type Correlated } from './correlated';
import { resolveDue } from './dueEvents';
import { offerFacts, TEAM_LIMIT } from './offers';
import { withAccepted } from './proposing/accepted';
import { correlateMeeting, writtenDown } from './meetings';
import type { People } from './people';
import { eventFacts, taskFacts } from './tasks';
import type { Readings, Utterance } from './utterance';

/** How many of an end's later messages are looked through for an answer given elsewhere. */
const ELSEWHERE_LIMIT = 200;

export interface Rereading {
  /** Handoffs of this conversation after it, by id. */
  handoffs: Handoff[];
  /** Handoffs it no longer holds. */
  vanished: string[];
}

/**
 * Reads one conversation again as a whole and brings the log into line with what it says now: new facts are
 * appended, facts no longer found are retracted, nothing is ever deleted. The result depends only on the items
 * there are, so replays, doubles and disorder end in the same state.
 */
export function reread(
  ledger: Ledger,
  thread: string,
  people: People,
  readings: Readings,
): Rereading {
  const meeting = thread.startsWith('meeting:') ? ledger.item(thread)?.item : null;
  const said = ledger
    .threadIds(thread)
    .map((id) => readings.byId(id))
    .filter((u): u is Utterance => u !== null)
    .map((u) => ({ ...u, sentFor: sentFor(ledger, u) }))
    .map(withAccepted(ledger, thread));
  const context = {
    thread,
    reopenedAt: (id: string) => reopenedAt(ledger.log(id).map((line) => line.body)),
    isStranger: (p: Person) => isStranger(ledger, people, p),
    isMe: (p: Person) => people.isMe(p),
    zoneOf: (p: Person) => people.zoneOf(p),
    finishedTasks: (hands: readonly Person[], since: string) => finishedTasks(ledger, hands, since),
    earlierBy: (p: Person, until: string) => earlierBy(ledger, readings, p, until),
  };
  const opened =
    meeting?.kind === 'meeting'
      ? correlateMeeting(meeting, { ...context, directory: people.all })
      : correlate(said, context);
  const found = opened.map((handoff) => {
    // Whoever was in the meeting may have written down what was said.
    const authors = meeting?.kind === 'meeting' ? meeting.attendees : endsOf(handoff);
    const others = saidElsewhere(ledger, handoff, authors, readings);
    const { opening, words } = handoff.seed;
    opening.due = resolveDue(opening.due, opening.saidAt, words, calendarOf(ledger, handoff));
    const placed = setAfter(ledger, handoff);
    return {
      ...handoff,
      evidence: [
        ...handoff.evidence,
        ...(meeting ? writtenDown(handoff.seed, inOrder(others)) : []),
        ...elsewhere(handoff, others),
        ...offers(ledger, handoff, people, readings),
        ...askedFromDesk(ledger, handoff, readings),
        ...taskFacts(handoff.seed, placed.filter(isTask)),
        ...eventFacts(handoff.seed, placed.filter(isEvent)),
      ],
    };
  });

  const known = new Set(ledger.handoffIdsOfThread(thread));
  const handoffs: Handoff[] = [];
  for (const handoff of found) {
    known.delete(handoff.seed.id);
    const folded = record(ledger, handoff);
    if (folded) handoffs.push(folded);
  }
  const vanished: string[] = [];
  for (const id of known) {
    const log = ledger.log(id).map((line) => line.body);
    const standing = fold(id, log);
    if (!standing) continue;
    // A proposal is no finding of this reader's, so not finding it says nothing.
    if (standing.proposal) {
      handoffs.push({ ...standing, thread });
      continue;
    }
    ledger.append(id, { entry: 'vanished', generation: nextGeneration(log) });
    vanished.push(id);
  }
  return { handoffs, vanished };
}

/** A message the outbox sent: what it is about is known, not read. */
function sentFor(ledger: Ledger, said: Utterance): string | null {
  if (said.item.kind !== 'mail') return null;
  return ledger.outboxByRemoteId(said.item.id.slice('mail:'.length))?.handoffId ?? null;
}

/** Somebody outside the directory of whom this is the only message there is. */
export function isStranger(ledger: Ledger, people: People, person: Person): boolean {
  if (person.address === '' || people.all.length === 0 || people.entry(person)) return false;
  return ledger.idsBy(person.address, '', 2).length < 2;
}

/** Events of those involved, in order of their start; asked only where a deadline hangs on one. */
function calendarOf(ledger: Ledger, handoff: Correlated): Item[] {
  const { due } = handoff.seed.opening;
  if (due?.at !== null || due.source !== 'event') return [];
  return ledger
    .calendarAndTasks(endsOf(handoff).map((p) => p.address))
    .map(({ item }) => item)
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
}

function startOf(item: Item): number {
  return item.kind === 'event' ? Date.parse(item.startsAt) : 0;
}

function endsOf(handoff: Correlated): Person[] {
  const { giver, taker, asked } = handoff.seed.opening;
  return [giver, ...(taker ? [taker] : asked)];
}

/** Tasks given to a taker, and events either end set up, after it was asked. */
function setAfter(ledger: Ledger, handoff: Correlated): (TaskItem | EventItem)[] {
  const { giver, saidAt } = handoff.seed.opening;
  const found = new Map<string, TaskItem | EventItem>();
  for (const person of [...takers(handoff.seed), giver])
    for (const { id } of ledger.idsBy(person.address, saidAt, ELSEWHERE_LIMIT)) {
      if (found.has(id) || !/^(?:task|event):/.test(id)) continue;
      const item = ledger.item(id)?.item;
      if (item?.kind === 'task' || item?.kind === 'event') found.set(id, item);
    }
  return [...found.values()];
}

/** Whom the desk asked instead, in a conversation of its own: remembered, so that nobody is asked twice. */
function askedFromDesk(ledger: Ledger, handoff: Correlated, readings: Readings): Evidence[] {
  return ledger.outboxOf(handoff.seed.id).flatMap(({ remoteId }) => {
    const said = remoteId === null ? null : readings.byId(`mail:${remoteId}`);
    const [to] = said?.to ?? [];
    if (!said || !to || ledger.threadOf(said.item.id) === handoff.seed.opening.thread) return [];
    return evidenceOf(handoff.seed, said, 'reminded', {
      end: 'giver',
      to,
      believes: 'taker',
      reason: 'sent from the desk for this handoff',
      confidence: 1,
    });
  });
}

/** What colleagues of the one asked offered to the person at the desk, while nobody had taken it. */
function offers(
  ledger: Ledger,
  handoff: Correlated,
  people: People,
  readings: Readings,
): Evidence[] {
  const { giver, taker, act } = handoff.seed.opening;
  if (!people.isMe(giver) || !taker || act === 'commitment' || act === 'completion') return [];
  const team = people.teamOf(taker).filter((p) => !people.isMe(p));
  if (team.length === 0 || team.length > TEAM_LIMIT) return [];
  return offerFacts(handoff.seed, inOrder(saidElsewhere(ledger, handoff, team, readings)));
}

/** How far back the rounds of one kind of work are looked for. */
const HISTORY_MS = 200 * 86_400_000;
const HISTORY_LIMIT = 400;

/** What somebody said in the months before an instant, oldest first. */
function earlierBy(ledger: Ledger, readings: Readings, person: Person, until: string): Utterance[] {
  const since = new Date(Date.parse(until) - HISTORY_MS).toISOString();
  return inOrder(
    ledger
      .idsBy(person.address, since, HISTORY_LIMIT)
      .flatMap(({ id }) => readings.byId(id) ?? [])
      .filter((u) => u.nature === 'human' && u.at < until),
  );
}

/** Tasks of these people that were completed later than `since`. */
function finishedTasks(ledger: Ledger, hands: readonly Person[], since: string): TaskItem[] {
  const tasks = new Map<string, TaskItem>();
  for (const { item } of ledger.calendarAndTasks(hands.map((p) => p.address)))
    if (
      item.kind === 'task' &&
      item.completedAt !== null &&
      Date.parse(item.completedAt) > Date.parse(since)
    )
      tasks.set(item.id, item);
  return [...tasks.values()];
}

const isTask = (item: TaskItem | EventItem): item is TaskItem => item.kind === 'task';
const isEvent = (item: TaskItem | EventItem): item is EventItem => item.kind === 'event';

/** Later messages of these people outside the handoff's own conversation. */
function saidElsewhere(
  ledger: Ledger,
  handoff: Correlated,
  authors: readonly Person[],
  readings: Readings,
): Utterance[] {
  const { saidAt, thread } = handoff.seed.opening;
  const others: Utterance[] = [];
  for (const author of authors)
    for (const written of ledger.idsBy(author.address, saidAt, ELSEWHERE_LIMIT)) {
      if (written.thread === thread) continue;
      const utterance = readings.byId(written.id);
      if (utterance) others.push(utterance);
    }
  return others;
}

/** Brings one handoff's log into line with what was found, and folds it. */
function record(ledger: Ledger, found: Correlated): Handoff | null {
  const { id, opening } = found.seed;
  const log: LogBody[] = ledger.log(id).map((line) => line.body);
  const before = fold(id, log);
  const generation = nextGeneration(log);
  const append = (body: LogBody) => {
    ledger.append(id, body);
    log.push(body);
  };
  const standing = new Map((before?.evidence ?? []).map((e) => [e.id, JSON.stringify(e)]));
  if (!before || JSON.stringify(lastOpening(log)) !== JSON.stringify(opening))
    append({ entry: 'opened', generation, opening });
  const seen = new Set<string>();
  for (const evidence of found.evidence) {
    if (seen.has(evidence.id)) continue;
    seen.add(evidence.id);
    if (standing.get(evidence.id) !== JSON.stringify(evidence))
      append({ entry: 'observed', generation, evidence });
  }
  for (const evidenceId of standing.keys())
    if (!seen.has(evidenceId)) append({ entry: 'retracted', generation, evidenceId });
  return fold(id, log);
}

function lastOpening(log: readonly LogBody[]) {
  let last: Extract<LogBody, { entry: 'opened' }> | null = null;
  for (const line of log)
    if (line.entry === 'opened' && (!last || line.generation >= last.generation)) last = line;
  return last?.opening ?? null;
}

function nextGeneration(log: readonly LogBody[]): number {
  let highest = 0;
  for (const line of log)
    if ('generation' in line && line.generation > highest) highest = line.generation;
  return highest + 1;
}
