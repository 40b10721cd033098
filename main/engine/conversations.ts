import { naming, reopenedAt } from '../../shared/handoff/deciding';
import type { Person, TaskItem } from '../../shared/handoff/item';
import type { Ledger } from '../ledger/types';
import { elsewhere } from './answeredElsewhere';
import { beginConversation, type Conversation } from './correlate';
import type { Correlated } from './correlated';
import type { Cue } from './cue';
import { ELSEWHERE_REACH_MS } from './elsewhere';
import { bodiesOf } from './folded';
import { inOrder } from './inOrder';
import { correlateMeeting, cuesOf } from './meetings';
import type { Customs } from './nextHand';
import type { People } from './people';
import { withAccepted } from './proposing/accepted';
import type { Steps } from './steps';
import type { Touch } from './touched';
import type { Readings, Utterance } from './utterance';

/** What one conversation says by itself. */
export interface Read {
  handoffs: Correlated[];
  /** False: only what was told since the last time can have changed. */
  anew: boolean;
}

/** Conversations that are kept as far as they have been read, so that one more message costs one message. */
export interface Conversations {
  read(thread: string, touch: Touch): Steps<Read>;
  /** What was kept of this conversation is not so. */
  forget(thread: string): void;
  clear(): void;
}

/** Messages kept in all conversations together; beyond it those not read for the longest go. */
const TOLD_KEPT = 40_000;

interface Kept {
  conversation: Conversation;
  /** Items of the conversation, those included in which nothing is said. */
  items: number;
  /** Facts of each handoff when it was last handed out. */
  facts: Map<string, number>;
}

export function createConversations(
  ledger: Ledger,
  people: () => People,
  readings: Readings,
): Conversations {
  const kept = new Map<string, Kept>();
  const meetings = new Map<string, Correlated[]>();
  let told = 0;

  const forget = (thread: string) => {
    told -= kept.get(thread)?.conversation.length() ?? 0;
    kept.delete(thread);
    meetings.delete(thread);
  };
  const keep = (thread: string, entry: Kept) => {
    kept.set(thread, entry);
    told += entry.conversation.length();
    for (const oldest of kept.keys()) {
      if (told <= TOLD_KEPT || oldest === thread) break;
      forget(oldest);
    }
  };

  const contextOf = (thread: string) => ({
    thread,
    reopenedAt: (id: string) => reopenedAt(bodiesOf(ledger, id)),
    naming: (id: string) => naming(bodiesOf(ledger, id)),
    isStranger: (p: Person) => isStranger(ledger, people(), p),
    isMe: (p: Person) => people().isMe(p),
    zoneOf: (p: Person) => people().zoneOf(p),
    finishedTasks: (hands: readonly Person[], since: string) => finishedTasks(ledger, hands, since),
    doneElsewhere: (handoff: Correlated) => doneElsewhere(ledger, readings, handoff),
    earlierBy: (p: Person, until: string) => earlierBy(ledger, readings, p, until),
    finishedBefore: (p: Person, until: string) => finishedBefore(ledger, readings, p, until),
  });

  const hearIn = (thread: string) => {
    const accepted = withAccepted(ledger, thread);
    return (id: string): Utterance | null => {
      const said = readings.byId(id);
      if (!said) return null;
      const sent = sentFor(ledger, said);
      return accepted(sent === null ? said : { ...said, sentFor: sent });
    };
  };

  /** Tells what is new to a conversation that is kept; null when it has to be told anew. */
  function* goOn(thread: string, touch: Touch): Steps<Kept | null> {
    const known = kept.get(thread);
    if (!known || touch.whole) return null;
    if (known.items + touch.fresh.length !== ledger.countThread(thread)) return null;
    const said: Utterance[] = [];
    const heard = hearIn(thread);
    for (const id of touch.fresh) {
      const utterance = heard(id);
      if (utterance) said.push(utterance);
      yield;
    }
    const next = inOrder(said);
    if (next.length !== said.length || next.some((u) => !known.conversation.comesAfter(u)))
      return null;
    forget(thread);
    forgetCustoms(known.conversation.customs, touch);
    for (const utterance of next) {
      known.conversation.take(utterance);
      yield;
    }
    return { ...known, items: known.items + touch.fresh.length };
  }

  function* tellAnew(thread: string, touch: Touch): Steps<Kept> {
    // A change of its messages may change any custom of it; other messages only those they are a round of.
    const customs = touch.whole ? undefined : kept.get(thread)?.conversation.customs;
    if (customs) forgetCustoms(customs, touch);
    forget(thread);
    const ids = ledger.threadIds(thread);
    const said: Utterance[] = [];
    const heard = hearIn(thread);
    for (const id of ids) {
      const utterance = heard(id);
      if (utterance) said.push(utterance);
      yield;
    }
    const conversation = beginConversation(contextOf(thread), customs);
    for (const utterance of inOrder(said)) {
      conversation.take(utterance);
      yield;
    }
    return { conversation, items: ids.length, facts: new Map() };
  }

  function* readMeeting(thread: string, touch: Touch): Steps<Read> {
    const known = meetings.get(thread);
    if (known && !touch.whole && touch.fresh.length === 0)
      return { handoffs: known.map(copied), anew: false };
    const meeting = ledger.item(thread)?.item;
    if (meeting?.kind !== 'meeting') return { handoffs: [], anew: true };
    const context = { ...contextOf(thread), directory: people().all };
    const cues: Cue[] = [];
    for (const cue of cuesOf(meeting, context)) {
      cues.push(cue);
      yield;
    }
    const opened = correlateMeeting(meeting, context, cues);
    meetings.set(thread, opened);
    if (meetings.size > MEETINGS_KEPT)
      for (const oldest of meetings.keys()) {
        meetings.delete(oldest);
        break;
      }
    return { handoffs: opened.map(copied), anew: true };
  }

  return {
    *read(thread, touch) {
      if (thread.startsWith('meeting:')) return yield* readMeeting(thread, touch);
      const more = yield* goOn(thread, touch);
      const entry = more ?? (yield* tellAnew(thread, touch));
      const handoffs = yield* entry.conversation.handoffs();
      const facts = new Map(handoffs.map((h) => [h.seed.id, h.evidence.length]));
      keep(thread, { ...entry, facts });
      if (more === null) return { handoffs, anew: true };
      // What is told once stays told: more facts, or one that was not there, is all that can have changed.
      const changed = handoffs.filter(
        (h) => touch.handoffs.has(h.seed.id) || entry.facts.get(h.seed.id) !== h.evidence.length,
      );
      const gone = [...entry.facts.keys()].some((id) => !facts.has(id));
      return gone ? { handoffs, anew: true } : { handoffs: changed, anew: false };
    },
    forget,
    clear() {
      kept.clear();
      meetings.clear();
      told = 0;
    },
  };
}

function forgetCustoms(customs: Customs, { customs: changed }: Touch): void {
  if (changed.size === 0) return;
  for (const said of customs.keys()) if (changed.has(said.item.id)) customs.delete(said);
}

const MEETINGS_KEPT = 100;

function copied(handoff: Correlated): Correlated {
  const { seed, evidence } = handoff;
  return {
    ...handoff,
    seed: { ...seed, opening: { ...seed.opening } },
    evidence: [...evidence],
  };
}

/** How far back the rounds of one kind of work are looked for. */
export const HISTORY_MS = 200 * 86_400_000;
const HISTORY_LIMIT = 400;
/** Messages in which somebody finished something: the latest, for a custom of long ago is none. */
export const FINISHED_LIMIT = 200;

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

/** What somebody finished in the months before an instant, oldest first. */
function finishedBefore(
  ledger: Ledger,
  readings: Readings,
  person: Person,
  until: string,
): Utterance[] {
  const at = Date.parse(until);
  return inOrder(
    ledger
      .finishedBy(person.address, at - HISTORY_MS, at, FINISHED_LIMIT)
      .flatMap((id) => readings.byId(id) ?? [])
      .filter((u) => u.nature === 'human'),
  );
}

/** The first message of the taker's in another conversation that says that a handoff is done. */
function doneElsewhere(
  ledger: Ledger,
  readings: Readings,
  handoff: Correlated,
): { said: Utterance; quote: string } | null {
  const { opening, words, subjectWords } = handoff.seed;
  if (!opening.taker) return null;
  const at = Date.parse(opening.saidAt);
  const known = new Set([...words, ...subjectWords]);
  const said = ledger
    .written(opening.taker, at, at + ELSEWHERE_REACH_MS, known)
    .filter((id) => ledger.threadOf(id) !== opening.thread)
    .flatMap((id) => readings.byId(id) ?? []);
  const done = elsewhere(handoff, said).find((e) => e.kind === 'done' && e.end === 'taker');
  const by = said.find((u) => u.source.id === done?.source.id);
  return done && by ? { said: by, quote: done.quote } : null;
}

/** Tasks of these people that were completed later than `since`. */
function finishedTasks(ledger: Ledger, hands: readonly Person[], since: string): TaskItem[] {
  const tasks = new Map<string, TaskItem>();
  for (const { item } of ledger.tasksInvolving(hands.map((p) => p.address)))
    if (
      item.kind === 'task' &&
      item.completedAt !== null &&
      Date.parse(item.completedAt) > Date.parse(since)
    )
      tasks.set(item.id, item);
  return [...tasks.values()];
}

/** A message the outbox sent: what it is about is known, not read. */
function sentFor(ledger: Ledger, said: Utterance): string | null {
  if (said.item.kind !== 'mail') return null;
  return ledger.outboxByRemoteId(said.item.id.slice('mail:'.length))?.handoffId ?? null;
}

/** Somebody outside the directory of whom this is the only message there is. */
function isStranger(ledger: Ledger, people: People, person: Person): boolean {
  if (person.address === '' || people.all.length === 0 || people.entry(person)) return false;
  return ledger.idsBy(person.address, '', 2).length < 2;
}
