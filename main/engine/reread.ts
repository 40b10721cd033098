import { stableId } from '../../shared/handoff/identity';
import { standingMark } from '../../shared/handoff/relating';
import type { Person } from '../../shared/handoff/item';
import type { Evidence, Handoff, LogBody } from '../../shared/handoff/model';
import type { Ledger } from '../ledger/types';
import { absenceFacts } from './absences';
import { elsewhere } from './answeredElsewhere';
import type { Conversations } from './conversations';
import type { Correlated } from './correlated';
import { resolveDue } from './dueEvents';
import {
  absencesFor,
  calendarOf,
  eventsFor,
  heardElsewhere,
  knownFacts,
  tasksFor,
} from './elsewhere';
import { evidenceOf } from './evidence';
import { bodiesOf, foldedOf, standingIn } from './folded';
import { inOrder } from './inOrder';
import { sharedBy, tapFacts } from './marks';
import { offerFacts, TEAM_LIMIT } from './offers';
import type { People } from './people';
import type { Steps } from './steps';
import { eventFacts, taskFacts } from './tasks';
import type { Touch } from './touched';
import type { Readings, Utterance } from './utterance';
import { writtenDown } from './writtenDown';

export interface Rereading {
  /** Handoffs of this conversation that were looked at, as they were and as they are. */
  handoffs: { before: Handoff | null; after: Handoff }[];
  /** Handoffs it no longer holds. */
  vanished: string[];
}

/**
 * Reads one conversation again and brings the log into line with what it says now: new facts are appended, facts no
 * longer found are retracted, nothing is ever deleted. The result depends only on the items there are, so replays,
 * doubles and disorder end in the same state. What the conversation gives a handoff, and what may speak of it from
 * outside, being as it was, the handoff is passed over.
 */
export function* reread(
  ledger: Ledger,
  thread: string,
  touch: Touch,
  conversations: Conversations,
  readings: Readings,
  people: People,
): Steps<Rereading> {
  const { handoffs, anew } = yield* conversations.read(thread, touch);
  const looked: Rereading['handoffs'] = [];
  const vanished: string[] = [];
  if (anew) {
    const found = new Set(handoffs.map((h) => h.seed.id));
    for (const id of ledger.handoffIdsOfThread(thread)) {
      if (found.has(id)) continue;
      const standing = foldedOf(ledger, id);
      if (!standing) continue;
      // A proposal is no finding of this reader's, so not finding it says nothing.
      if (standing.proposal) {
        looked.push({ before: standing, after: { ...standing, thread } });
        continue;
      }
      ledger.append(id, { entry: 'vanished', generation: nextGeneration(bodiesOf(ledger, id)) });
      // Found once more, it is looked at once more.
      ledger.setDigest(id, '');
      vanished.push(id);
    }
    yield;
  }
  for (const handoff of handoffs) {
    const { id } = handoff.seed;
    const digest = digestOf(handoff);
    if (!touch.all && !touch.handoffs.has(id) && ledger.digest(id) === digest) continue;
    const mates = matesFor(handoff, people);
    const first = yield* heardElsewhere(ledger, handoff, readings, touch.all, mates);
    let recorded = record(ledger, whole(ledger, handoff, first, readings, people), people);
    // Closed no more, or later: what was said since then was not looked at while it was.
    if (recorded && settledAt(recorded.after) > settledAt(recorded.before)) {
      const { before } = recorded;
      const heard = yield* heardElsewhere(ledger, handoff, readings, true, mates);
      const again = record(ledger, whole(ledger, handoff, heard, readings, people), people);
      recorded = again && { before, after: again.after };
    }
    ledger.setDigest(id, digest);
    // A log that says what it said is judged as it was.
    const moved = touch.all || touch.decided.has(id) || recorded?.after !== recorded?.before;
    if (recorded && moved) looked.push(recorded);
    yield;
  }
  return { handoffs: looked, vanished };
}

/** What a conversation gives a handoff, in short. */
function digestOf({ seed, evidence, reopenedAt }: Correlated): string {
  return stableId(JSON.stringify([seed.opening, evidence, reopenedAt]));
}

/** The instant (ms) from which no message can change it any more. */
function settledAt(handoff: Handoff | null): number {
  return handoff?.settledAt == null ? Infinity : Date.parse(handoff.settledAt);
}

/** A handoff with what lies outside its conversation. */
function whole(
  ledger: Ledger,
  handoff: Correlated,
  others: readonly Utterance[],
  readings: Readings,
  people: People,
): Correlated {
  const { opening, words } = handoff.seed;
  opening.due = resolveDue(opening.due, opening.saidAt, words, calendarOf(ledger, handoff));
  return {
    ...handoff,
    evidence: [
      ...handoff.evidence,
      ...(opening.source.kind === 'meeting' ? writtenDown(handoff.seed, inOrder(others)) : []),
      ...elsewhere(handoff, others),
      ...knownFacts(ledger, handoff.seed),
      ...offerFacts(handoff.seed, inOrder(others)),
      ...askedFromDesk(ledger, handoff, readings),
      ...tapFacts(ledger, handoff.seed, people),
      ...eventFacts(handoff.seed, eventsFor(ledger, handoff.seed)),
      ...taskFacts(handoff.seed, tasksFor(ledger, handoff.seed)),
      ...absenceFacts(handoff.seed, absencesFor(ledger, handoff.seed), handoff.evidence, people),
    ],
  };
}

/** Colleagues of the one the person at the desk asked, while nobody has taken it: one of them may offer. */
function matesFor(handoff: Correlated, people: People): Person[] {
  const { giver, taker, act } = handoff.seed.opening;
  if (!people.isMe(giver) || !taker || act === 'commitment' || act === 'completion') return [];
  const team = people.teamOf(taker).filter((p) => !people.isMe(p));
  return team.length > TEAM_LIMIT ? [] : team;
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

/** Brings one handoff's log into line with what was found, and folds it. */
function record(
  ledger: Ledger,
  found: Correlated,
  people: People,
): { before: Handoff | null; after: Handoff } | null {
  const { id, opening } = found.seed;
  const log = bodiesOf(ledger, id);
  const before = foldedOf(ledger, id);
  const generation = nextGeneration(log);
  const append = (body: LogBody) => ledger.append(id, body);
  const standing = standingIn(ledger, id);
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
  const shared = sharedBy(ledger, found.seed, people);
  if (JSON.stringify(standingMark(log)) !== JSON.stringify(shared))
    append({ entry: 'marked', generation, shared });
  const after = foldedOf(ledger, id);
  return after ? { before, after } : null;
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
