import type { Done, HandoffDetail, SourceView, TriageCommand } from '../../shared/contract/views';
import { sourceOf } from '../../shared/handoff/item';
import { fold } from '../../shared/handoff/fold';
import { stableId } from '../../shared/handoff/identity';
import { contentWords } from '../../shared/handoff/similarity';
import type {
  EventItem,
  Item,
  ChatItem,
  MailItem,
  MeetingItem,
  Person,
  SourceRef,
  TaskItem,
} from '../../shared/handoff/item';
import { isUnconfirmed, type Decision, type Handoff } from '../../shared/handoff/model';
import type { Clock } from '../../shared/timing/clock';
import type { ItemPatch, Ledger } from '../ledger/types';
import { answerTimes } from './answerTimes';
import type { Seed } from './openings';
import { offersHelp } from './phrases';
import type { Page } from './page';
import { peopleOf, type People } from './people';
import { projectionOf } from './project';
import { recordProposals, type ProposedActs } from './proposing/record';
import { reread } from './reread';
import { sourceView } from './sourceView';
import { carries, isPlacedBy } from './tasks';
import { createReadings, type Utterance } from './utterance';
import { elsewhere } from './elsewhere';
import { asSeed, createGlances, type Glance } from './glance';
import { relate } from './relations';
import { isRoundOf } from './rounds';
import { placeInThread, withSubjectKey } from './threads';

export interface EngineOptions {
  ledger: Ledger;
  clock: Clock;
  /** Every address of the person at the desk. */
  me: readonly Person[];
  /** Their IANA zone; also assumed for people whose zone is unknown. */
  timeZone: string;
}

/** What a page, a decision or the clock changed. */
export interface Change {
  /** Handoffs whose projection changed. */
  ids: readonly string[];
  /** Handoffs in which the other end moved: a pending draft about them is out of date. */
  answered: readonly { id: string; why: string }[];
  /** Handoffs that need the person now and did not before. */
  risen: readonly string[];
}

export interface Engine {
  /** Takes in one page: items, what they cause, and the cursors, in one transaction. A bad item is refused, its neighbours stay. */
  absorb(page: Page): void;
  /** Looks again at handoffs whose time has come, a bounded number at once. Returns how many; 0 when none is due. */
  look(): number;
  triage(command: TriageCommand): Done;
  undo(token: string): Done;
  /** Shows what a language model found in one item as proposals; withdraws those whose words it no longer holds. */
  propose(found: ProposedActs): void;
  source(ref: SourceRef): SourceView | null;
  onChange(fn: (change: Change) => void): () => void;
  people(): People;
}

/** Builds the engine over a ledger. It knows no Electron: clock and ledger are handed in. */
/** How long after a meeting what was said there is looked for in writing. */
const MEETING_REACH_MS = 21 * 86_400_000;
/** How much of what somebody wrote since is looked through for a meeting they spoke in. */
const MEETING_LOOK = 300;
/** How much of what somebody wrote since is looked through for later rounds of a step they finished. */
const ROUNDS_LOOK = 200;

export function createEngine(options: EngineOptions): Engine {
  const { ledger, clock, timeZone } = options;
  let people = peopleOf(ledger.directory(), options.me, timeZone);
  const times = answerTimes(ledger, () => people);
  const glances = createGlances(ledger);
  const readings = createReadings(
    () => ({
      directory: people.all,
      zoneOf: (p) => people.zoneOf(p),
    }),
    (id) => ledger.item(id)?.item ?? null,
  );
  const listeners = new Set<(change: Change) => void>();

  const tell = (change: Change) => {
    if (change.ids.length > 0) for (const fn of listeners) fn(change);
  };

  /** Writes projections; collects what the desk must hear. */
  const projectAll = (handoffs: Iterable<Handoff>, answered: Change['answered']): Change => {
    const ids: string[] = [];
    const risen: string[] = [];
    const context = {
      ledger,
      glances,
      people,
      patienceWith: (person: Person | null, handoff: Handoff) =>
        times.patienceWith(person, handoff),
      now: clock.now(),
      timeZone,
    };
    for (const handoff of handoffs) {
      const before = ledger.projection(handoff.id);
      const projection = projectionOf(handoff, context);
      const revision = ledger.project(projection);
      if (before?.row.revision === revision) continue;
      ids.push(handoff.id);
      if (projection.row.needsYou && before?.row.needsYou !== true) risen.push(handoff.id);
    }
    return { ids, answered, risen };
  };

  const folded = (id: string): Handoff | null =>
    fold(
      id,
      ledger.log(id).map((line) => line.body),
    );

  /** Meetings these people spoke in lately: a message among them may write down what was said there. */
  const meetingsOf = (involved: readonly Person[], at: string): string[] => {
    if (ledger.eachItem('meeting').next().done === true) return [];
    const since = new Date(Date.parse(at) - MEETING_REACH_MS).toISOString();
    return involved.flatMap((person) =>
      ledger
        .idsBy(person.address, since, MEETING_LOOK)
        .flatMap(({ thread }) => (thread?.startsWith('meeting:') === true ? [thread] : [])),
    );
  };

  const threadsTouchedBy = (item: Item): string[] => {
    const threads = new Set<string>();
    // Sent from the desk for a handoff, often to a hand outside its conversation.
    const sentFor = ledger.outboxByRemoteId(item.id.slice('mail:'.length))?.handoffId;
    const about = sentFor === undefined ? undefined : ledger.projection(sentFor)?.thread;
    if (about !== undefined) threads.add(about);
    const own = placeInThread(ledger, item);
    if (own !== null) threads.add(own);
    if (item.kind === 'task') {
      for (const person of item.assignedTo)
        for (const id of ledger.handoffsOf(person.address)) {
          const held = ledger.projection(id);
          if (held && carries(item, seedOfHeld(held.detail))) threads.add(held.thread);
        }
      return [...threads];
    }
    if (item.kind === 'event') {
      // A deadline may hang on it.
      for (const { person } of item.attendees)
        for (const id of ledger.handoffsOf(person.address)) {
          const held = ledger.projection(id);
          if (!held || threads.has(held.thread)) continue;
          if (held.row.due?.source === 'event' || isPlacedBy(item, seedOfHeld(held.detail)))
            threads.add(held.thread);
        }
      return [...threads];
    }
    if (item.kind !== 'mail' && item.kind !== 'chat') return [...threads];
    for (const thread of meetingsOf([item.from, ...audienceOf(item)], item.sentAt))
      threads.add(thread);
    // Their second message: the first was a stranger's until now.
    if (!people.entry(item.from)) {
      const theirs = ledger.idsBy(item.from.address, '', 3);
      if (theirs.length === 2)
        for (const { thread } of theirs) if (thread !== null) threads.add(thread);
    }
    const audience = audienceOf(item);
    const said = readings.of(item);
    const source = sourceOf(item);
    // Somebody offers to do what a colleague of theirs was asked for.
    if (said && offersHelp(said.ownText) && audience.some((p) => people.isMe(p)))
      for (const mate of people.teamOf(item.from))
        for (const me of people.me)
          for (const id of ledger.answerable(me, [mate], Date.parse(item.sentAt))) {
            const thread = ledger.projection(id)?.thread;
            if (thread !== undefined) threads.add(thread);
          }
    for (const id of ledger.answerable(item.from, audience, Date.parse(item.sentAt))) {
      const held = ledger.projection(id);
      if (!held || threads.has(held.thread)) continue;
      if (said && speaksOf(said, held.detail, source)) threads.add(held.thread);
    }
    // An earlier round of a step they finished again later: who is told after it may be a custom.
    if (said?.acts.some((act) => act.kind === 'completion'))
      for (const { id, thread } of ledger.idsBy(item.from.address, item.sentAt, ROUNDS_LOOK)) {
        if (thread === null || threads.has(thread)) continue;
        const then = readings.byId(id);
        if (then && isRoundOf(then, said)) threads.add(thread);
      }
    // Passed on to somebody else, without the one who gave it seeing that.
    if (said?.acts.some((act) => act.kind === 'request'))
      for (const id of ledger.inHandsOf(item.from, Date.parse(item.sentAt))) {
        const glance = glances.of(id);
        if (glance && !threads.has(glance.handoff.thread) && passes(glance, said))
          threads.add(glance.handoff.thread);
      }
    return [...threads];
  };

  /** Whose zone, hours or name became known: what they wrote and what they hold is read and judged anew. */
  const learnPeople = (entries: Page['people']): Set<string> => {
    const before = new Map(ledger.directory().map((e) => [e.id, JSON.stringify(e)]));
    ledger.mergeDirectory(entries);
    const changed = ledger.directory().filter((e) => before.get(e.id) !== JSON.stringify(e));
    const threads = new Set<string>();
    if (changed.length === 0) return threads;
    people = peopleOf(ledger.directory(), options.me, timeZone);
    readings.clear();
    if (ledger.countItems() === 0) return threads;
    const add = (thread: string | null | undefined) => {
      if (thread != null) threads.add(thread);
    };
    for (const entry of changed)
      for (const address of [entry.person.address, ...entry.aliases].filter((a) => a !== '')) {
        for (const id of ledger.handoffsOf(address)) add(ledger.projection(id)?.thread);
        for (const { thread } of ledger.idsBy(address, '', WRITTEN_LIMIT)) add(thread);
      }
    return threads;
  };

  const mergeOne = (patch: ItemPatch, page: Page, threads: Set<string>) => {
    try {
      const time = timeOf(patch);
      if (time !== undefined && Number.isNaN(Date.parse(time)))
        throw new Error(`its time cannot be read: "${time}"`);
      const { item, changed } = ledger.mergeItem(withSubjectKey(patch));
      if (!changed) return;
      readings.forget(item.id);
      for (const thread of threadsTouchedBy(item)) threads.add(thread);
    } catch (error) {
      ledger.refuse({
        source: page.source,
        where: patch.id,
        what: error instanceof Error ? error.message : String(error),
        at: clock.now(),
      });
    }
  };

  const rereadAll = (threads: ReadonlySet<string>): Change => {
    const touched = new Map<string, Handoff>();
    const vanishedIds: string[] = [];
    const before = new Map<string, Pick<Handoff, 'state' | 'evidence'> | null>();
    const answered: { id: string; why: string }[] = [];
    const takers = new Set<string>();
    const removed: string[] = [];
    for (const thread of threads) {
      const known = new Map(ledger.handoffIdsOfThread(thread).map((id) => [id, folded(id)]));
      const { handoffs, vanished } = reread(ledger, thread, people, readings);
      for (const handoff of handoffs) {
        touched.set(handoff.id, handoff);
        before.set(handoff.id, known.get(handoff.id) ?? null);
      }
      vanishedIds.push(...vanished);
      for (const id of vanished) {
        const learned = times.forget(id, known.get(id)?.taker ?? null);
        if (learned !== null) takers.add(learned);
        ledger.removeProjection(id);
        removed.push(id);
      }
    }
    for (const handoff of relate(ledger, glances, touched, vanishedIds).changed) {
      // What it was before, the desk still shows.
      if (!before.has(handoff.id))
        before.set(handoff.id, ledger.projection(handoff.id)?.detail ?? null);
      touched.set(handoff.id, handoff);
    }
    for (const handoff of touched.values()) {
      // How long a proposal waits says nothing about anybody.
      const learned = isUnconfirmed(handoff)
        ? times.forget(handoff.id, handoff.taker)
        : times.learn(handoff);
      if (learned !== null) takers.add(learned);
      const why = movedWords(before.get(handoff.id) ?? null, handoff);
      if (why !== null) answered.push({ id: handoff.id, why });
    }
    // Patience with a person changed: what else waits on them is judged anew.
    for (const address of takers)
      for (const id of ledger.openWaitingOn(address))
        if (!touched.has(id)) {
          const handoff = folded(id);
          if (handoff) touched.set(id, handoff);
        }
    const change = projectAll(touched.values(), answered);
    return { ...change, ids: [...change.ids, ...removed] };
  };

  /**
   * After a decision. Opening again, or taking that back, changes which later words count as answers: then the
   * conversation is read again. Nobody has answered by that.
   */
  const judgedAnew = (id: string, readAgain: boolean): Change => {
    const thread = readAgain ? ledger.projection(id)?.thread : undefined;
    if (thread !== undefined) return { ...rereadAll(new Set([thread])), answered: [] };
    const after = folded(id);
    // A wait ends with the decision that closed it.
    if (after) times.learn(after);
    return projectAll(after ? [after] : [], []);
  };

  return {
    absorb(page) {
      const change = ledger.transaction(() => {
        const threads = page.people.length > 0 ? learnPeople(page.people) : new Set<string>();
        for (const patch of page.patches) mergeOne(patch, page, threads);
        for (const id of page.gone) ledger.markGone(id);
        for (const refused of page.refused) ledger.refuse(refused);
        const done = rereadAll(threads);
        for (const { key, value } of page.cursors) ledger.setCursor(key, value);
        return done;
      });
      tell(change);
    },

    look() {
      const due = ledger.due(clock.now(), BITE);
      if (due.length === 0) return 0;
      const change = ledger.transaction(() => {
        const handoffs: Handoff[] = [];
        for (const id of due) {
          const handoff = folded(id);
          if (handoff) handoffs.push(handoff);
          // What folds to nothing must not stay due for ever.
          else ledger.removeProjection(id);
        }
        return projectAll(handoffs, []);
      });
      tell(change);
      return due.length;
    },

    triage(command) {
      const before = folded(command.id);
      if (!before) throw new Error('This handoff is no longer held.');
      const by = options.me[0] ?? { name: '', address: '' };
      const at = new Date(clock.now()).toISOString();
      refuseWhereProposed(command, before);
      const decision = decisionOf(command);
      const id = stableId('decision', command.id, at, command.kind, String(ledger.revision()));
      const words = `${DECIDED[command.kind]}: ${before.what}`;
      const change = ledger.transaction(() => {
        ledger.append(command.id, { entry: 'decided', id, at, by, decision });
        ledger.journal({
          at: clock.now(),
          what: words,
          why: 'Decided at the desk.',
          undo: `${command.id}/${id}`,
        });
        return judgedAnew(command.id, ['reopened', 'accepted'].includes(decision.kind));
      });
      tell(change);
      return { words, undo: `${command.id}/${id}` };
    },

    undo(token) {
      const [handoffId = '', decisionId = ''] = token.split('/');
      const change = ledger.transaction(() => {
        if (!folded(handoffId)) throw new Error('There is nothing to undo here any more.');
        ledger.append(handoffId, { entry: 'undone', decisionId });
        ledger.journal({ at: clock.now(), what: 'Undone', why: 'Undone at the desk.', undo: null });
        return judgedAnew(handoffId, true);
      });
      tell(change);
      return { words: 'Undone', undo: null };
    },

    propose(found) {
      const change = ledger.transaction(() => {
        const { handoffs, vanished } = recordProposals(ledger, people, readings, found);
        for (const id of vanished) ledger.removeProjection(id);
        const shown = projectAll(handoffs, []);
        return { ...shown, ids: [...shown.ids, ...vanished] };
      });
      tell(change);
    },

    source: (ref) => sourceView(ledger, ref),
    onChange(fn) {
      listeners.add(fn);
      return () => listeners.delete(fn);
    },
    people: () => people,
  };
}

/** Of somebody who became known, this many of their items are looked through for conversations to read again. */
const WRITTEN_LIMIT = 5_000;

function passes(glance: Glance, said: Utterance): boolean {
  return elsewhere({ seed: asSeed(glance), evidence: [], reopenedAt: null }, [said]).length > 0;
}

/** Does a message say something about a handoff held in another conversation, or did it until it was changed? */
function speaksOf(said: Utterance, held: HandoffDetail, source: SourceRef): boolean {
  const seed = seedOfHeld(held);
  return (
    held.evidence.some((e) => e.source.kind === source.kind && e.source.id === source.id) ||
    elsewhere({ seed, evidence: [], reopenedAt: null }, [said]).length > 0
  );
}

/** The seed a held handoff grew from, as far as it is needed to compare words. */
function seedOfHeld(held: HandoffDetail): Seed {
  const { asked } = held;
  return {
    id: held.id,
    opening: { ...held, taker: asked.length === 1 ? (asked[0] ?? null) : null, thread: '' },
    words: contentWords(held.quote),
    subjectWords: contentWords(held.subject),
  };
}

/** Handoffs looked at in one go; each is a millisecond or so during which nothing else runs. */
const BITE = 100;

function audienceOf(item: MailItem | ChatItem): Person[] {
  return item.kind === 'mail' ? [...item.to, ...item.cc] : item.members;
}

/** What a patch says of when the item came into the world. */
function timeOf(patch: ItemPatch): string | undefined {
  switch (patch.kind) {
    case 'mail':
    case 'chat':
      return (patch as Partial<MailItem>).sentAt;
    case 'meeting':
      return (patch as Partial<MeetingItem>).startedAt;
    case 'event':
      return (patch as Partial<EventItem>).startsAt;
    case 'task':
      return (patch as Partial<TaskItem>).createdAt;
  }
}

const DECIDED: Record<TriageCommand['kind'], string> = {
  done: 'Marked done',
  notHandoff: 'Set aside as not a handoff',
  snooze: 'Snoozed',
  reopen: 'Opened again',
  accept: 'Accepted as a handoff',
};

/** A proposal can be accepted or set aside, and nothing else; and only a proposal can be accepted. */
function refuseWhereProposed(command: TriageCommand, handoff: Handoff): void {
  const proposed = isUnconfirmed(handoff);
  if (command.kind === 'accept' && !proposed) throw new Error('This handoff is held already.');
  if (proposed && (command.kind === 'done' || command.kind === 'snooze'))
    throw new Error('This is a proposal: it can be accepted, or set aside as not a handoff.');
}

function decisionOf(command: TriageCommand): Decision {
  switch (command.kind) {
    case 'done':
    case 'notHandoff':
      return { kind: command.kind };
    case 'snooze':
      return { kind: 'snoozed', until: command.until };
    case 'reopen':
      return { kind: 'reopened' };
    case 'accept':
      return { kind: 'accepted' };
  }
}

/** In words, that the work moved: by the taker, or because it closed. Null when nothing moved. */
function movedWords(
  before: Pick<Handoff, 'state' | 'evidence'> | null,
  after: Handoff,
): string | null {
  if (!before) return null;
  if (before.state === 'open' && after.state === 'closed')
    return after.closing?.by === 'evidence' ? 'It has arrived.' : null;
  const known = new Set(before.evidence.map((e) => e.id));
  const fresh = after.evidence.find(
    (e) => !known.has(e.id) && e.end === 'taker' && !SILENT.includes(e.kind),
  );
  return fresh ? `${fresh.by?.name ?? 'The other end'} answered.` : null;
}
/** Facts that are no answer. */
const SILENT: readonly string[] = ['delivered', 'seen', 'reacted', 'absent', 'sent'];
