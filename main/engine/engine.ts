import { isDeepStrictEqual } from 'node:util';
import type { Done, Learned, SourceView, TriageCommand } from '../../shared/contract/views';
import type {
  AbsenceItem,
  EventItem,
  MailItem,
  MeetingItem,
  Person,
  SourceRef,
  TaskItem,
} from '../../shared/handoff/item';
import type { Handoff } from '../../shared/handoff/model';
import { pace, type Clock, type Pace } from '../../shared/timing/clock';
import { Interrupted } from '../ledger/connection';
import type { ItemPatch, Ledger } from '../ledger/types';
import { answerTimes, type Ripple } from './answerTimes';
import { candidates } from './candidates';
import { createConversations } from './conversations';
import { decide } from './decide';
import { foldedOf } from './folded';
import { createGlances } from './glance';
import { createKin } from './kin';
import { createLessons } from './lessons';
import { answerByTap } from './marks';
import type { Page } from './page';
import { judgedByAbsence, mayTellOfAbsence, ownAbsences } from './ownAbsence';
import { peopleOf, type People } from './people';
import { projectionOf } from './project';
import { recordProposals, type ProposedActs } from './proposing/record';
import { relate } from './relations';
import { reread } from './reread';
import { sourceView } from './sourceView';
import { createQueue, inOneGo, inSlice, type Steps } from './steps';
import { withSubjectKey } from './threads';
import { Touched } from './touched';
import { createTouching } from './touching';
import { createReadings } from './utterance';

export interface EngineOptions {
  ledger: Ledger;
  clock: Clock;
  /** Every address of the person at the desk. */
  me: readonly Person[];
  /** Their IANA zone; also assumed for people whose zone is unknown. */
  timeZone: string;
  /** How work is cut where others share the thread; short slices of real time when not said. */
  pace?: Pace;
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
  /**
   * Takes in one page: items, what they cause, and the cursors, in one transaction. A bad item is refused, its
   * neighbours stay. The work is cut into slices of some milliseconds, between which everything else may run; pages are
   * taken in one after another, in the order they came. Resolves when the page is committed.
   */
  absorb(page: Page): Promise<void>;
  /** The same in one go, for whoever shares the thread with nobody. */
  absorbNow(page: Page): void;
  /**
   * Looks again at handoffs whose time has come, as many as a slice allows, after the pages that are being taken in.
   * Resolves with how many; 0 when none is due.
   */
  look(): Promise<number>;
  /** Resolves once everything asked for so far has been done. */
  idle(): Promise<void>;
  triage(command: TriageCommand): Done;
  undo(token: string): Done;
  /** Shows what a language model found in one item as proposals; withdraws those whose words it no longer holds. */
  propose(found: ProposedActs): void;
  /** Every decision that has made a difference beyond its own handoff, latest first. */
  learned(): Learned[];
  /** Whose a handoff may be: the people of its conversation, then the directory. */
  candidates(id: string): Person[];
  source(ref: SourceRef): SourceView | null;
  onChange(fn: (change: Change) => void): () => void;
  people(): People;
}

/** Real milliseconds in which nothing else runs: well below what a hand on the keyboard feels, and a commit still fits. */
const SLICE_MS = 10;
/** A page that others' writes took back so often is taken in in one go: it must come in some time. */
const TRIES = 3;
/** Of somebody who became known, this many of their items are looked through for conversations to read again. */
const WRITTEN_LIMIT = 5_000;
/** Handoffs whose time has come, asked for at once. */
const BITE = 100;

/** Builds the engine over a ledger. It knows no Electron: clock and ledger are handed in. */
export function createEngine(options: EngineOptions): Engine {
  const { ledger, clock, timeZone } = options;
  const slices = options.pace ?? pace(SLICE_MS);
  const inTurn = createQueue();
  const peopleNow = (away: People['away']) =>
    peopleOf(ledger.directory(), options.me, timeZone, away);
  let people = peopleNow([]);
  people = peopleNow(ownAbsences(ledger, people));
  const lessons = createLessons(ledger, () => people);
  const times = answerTimes(
    ledger,
    () => people,
    (silent, handoff) => lessons.calmOf(silent, handoff),
  );
  const readings = createReadings(
    () => ({
      directory: people.all,
      zoneOf: (p) => people.zoneOf(p),
      answerByTap: (mail) => answerByTap(ledger, mail, people),
    }),
    (id) => ledger.item(id)?.item ?? null,
  );
  const conversations = createConversations(ledger, () => people, readings);
  const touching = createTouching(ledger, () => people, readings);
  const glances = createGlances(ledger);
  const kin = createKin(ledger, glances);
  const listeners = new Set<(change: Change) => void>();
  /** What is remembered of the page that is being taken in: true only once it is committed. */
  const pending = {
    people: null as People | null,
    items: new Set<string>(),
    threads: new Set<string>(),
  };

  const settled = () => {
    pending.people = null;
    pending.items.clear();
    pending.threads.clear();
  };
  const forgetPending = () => {
    if (pending.people) {
      people = pending.people;
      readings.clear();
      conversations.clear();
    }
    for (const id of pending.items) readings.forget(id);
    for (const thread of pending.threads) conversations.forget(thread);
    touching.clear();
    glances.clear();
    kin.clear();
    lessons.clear();
    times.clear();
    settled();
  };
  ledger.onLost(forgetPending);

  const tell = (change: Change) => {
    if (change.ids.length > 0) for (const fn of listeners) fn(change);
  };

  /** Writes one projection; notes what the desk must hear. */
  const project = (handoff: Handoff, heard: { ids: string[]; risen: string[] }): void => {
    const before = ledger.projected(handoff.id);
    glances.note(handoff);
    const revision = ledger.project(
      projectionOf(handoff, {
        ledger,
        people,
        glances,
        lessons,
        patienceWith: (person, waiting) => times.patienceWith(person, waiting),
        now: clock.now(),
        timeZone,
      }),
    );
    if (before?.revision === revision) return;
    heard.ids.push(handoff.id);
    if (before?.needsYou !== true && ledger.projected(handoff.id)?.needsYou === true)
      heard.risen.push(handoff.id);
  };

  const folded = (id: string): Handoff | null => foldedOf(ledger, id);

  /** Whose zone, hours or name became known: what they wrote and what they hold is read and judged anew. */
  function* learnPeople(entries: Page['people'], touched: Touched): Steps<void> {
    const changed = ledger.mergeDirectory(entries);
    if (changed.length === 0) return;
    pending.people ??= people;
    people = peopleNow(people.away);
    readings.clear();
    conversations.clear();
    if (ledger.countItems() === 0) return;
    for (const entry of changed)
      for (const address of [entry.person.address, ...entry.aliases].filter((a) => a !== '')) {
        for (const id of ledger.handoffsOf(address)) {
          const thread = ledger.threadOfHandoff(id);
          if (thread !== null) touched.all(thread);
          yield;
        }
        for (const { thread } of ledger.idsBy(address, '', WRITTEN_LIMIT))
          if (thread !== null) touched.all(thread);
        yield;
      }
  }

  /** The person at the desk is away otherwise than was known. Handoffs that are judged otherwise for it. */
  function* learnAbsences(): Steps<string[]> {
    const before = people.away;
    const after = ownAbsences(ledger, people);
    if (isDeepStrictEqual(before, after)) return [];
    pending.people ??= people;
    people = peopleNow(after);
    return yield* judgedByAbsence(ledger, people, before, after);
  }

  function* mergeOne(patch: ItemPatch, page: Page, touched: Touched): Steps<void> {
    try {
      const time = timeOf(patch);
      if (time !== undefined && Number.isNaN(Date.parse(time)))
        throw new Error(`its time cannot be read: "${time}"`);
      const { item, changed } = ledger.mergeItem(withSubjectKey(patch));
      if (!changed) return;
      pending.items.add(item.id);
      readings.forget(item.id);
      yield* touching.touch(item, touched);
    } catch (error) {
      ledger.refuse({
        source: page.source,
        where: patch.id,
        what: error instanceof Error ? error.message : String(error),
        at: clock.now(),
      });
    }
  }

  /** Reads the touched conversations again and judges what changed in them, and what else that changes. */
  function* rereadAll(touched: Touched, shifted: readonly string[] = []): Steps<Change> {
    const changed = new Map<string, Handoff>();
    const answered: { id: string; why: string }[] = [];
    const known = new Map<string, Pick<Handoff, 'state' | 'evidence'> | null>();
    const ripples: Ripple[] = [];
    const removed: string[] = [];
    for (const [thread, touch] of touched.entries()) {
      pending.threads.add(thread);
      const { handoffs, vanished } = yield* reread(
        ledger,
        thread,
        touch,
        conversations,
        readings,
        people,
      );
      for (const { before, after } of handoffs) {
        changed.set(after.id, after);
        touching.forget(after.id);
        known.set(after.id, before);
      }
      for (const id of vanished) {
        ripples.push(...times.forget(id));
        touching.forget(id);
        ledger.removeProjection(id);
        removed.push(id);
      }
      yield;
    }
    const related = yield* relate(ledger, glances, kin, changed, removed);
    for (const handoff of related.changed) {
      // What it was before, the desk still shows.
      if (!known.has(handoff.id))
        known.set(handoff.id, ledger.projection(handoff.id)?.detail ?? null);
      changed.set(handoff.id, handoff);
    }
    yield;
    // What a conversation is read as now is what its decisions speak of.
    const taught = new Set<string>();
    for (const id of [...changed.keys(), ...removed])
      if (lessons.knows(id)) for (const other of lessons.refresh(id)) taught.add(other);
    for (const handoff of changed.values()) {
      ripples.push(...times.learn(handoff));
      const why = movedWords(known.get(handoff.id) ?? null, handoff);
      if (why !== null) answered.push({ id: handoff.id, why });
      yield;
    }
    for (const id of shifted) {
      const handoff = changed.has(id) ? null : folded(id);
      if (handoff) ripples.push(...times.learn(handoff));
      yield;
    }
    const heard = { ids: [] as string[], risen: [] as string[] };
    for (const handoff of changed.values()) {
      project(handoff, heard);
      yield;
    }
    // Patience with a person changed: the silences it is used for are judged anew.
    for (const id of new Set([...silencesIn(ripples), ...taught, ...shifted])) {
      const handoff = changed.has(id) ? null : folded(id);
      if (handoff) project(handoff, heard);
      yield;
    }
    return { ids: [...heard.ids, ...removed], answered, risen: heard.risen };
  }

  const silencesIn = (ripples: readonly Ripple[]): Set<string> =>
    new Set(
      ripples.flatMap(({ address, after, until }) => ledger.openWaitingOn(address, after, until)),
    );

  /**
   * After a decision. Opening again, or taking that back, changes which later words count as answers: then the
   * conversation is read again. Nobody has answered by that.
   */
  const judgedAnew = (id: string, readAgain: boolean): Change => {
    // First what is learned from it, for it is judged by that as well.
    const taught = lessons.refresh(id);
    const change = itselfAnew(id, readAgain);
    const heard = { ids: [...change.ids], risen: [...change.risen] };
    for (const other of taught) {
      const handoff = folded(other);
      if (handoff) project(handoff, heard);
    }
    return { ids: [...new Set(heard.ids)], risen: [...new Set(heard.risen)], answered: [] };
  };

  const itselfAnew = (id: string, readAgain: boolean): Change => {
    const thread = readAgain ? ledger.threadOfHandoff(id) : null;
    if (thread !== null) {
      const touched = new Touched();
      touched.whole(thread);
      touched.handoff(id, thread);
      return { ...inOneGo(rereadAll(touched)), answered: [] };
    }
    const after = folded(id);
    const heard = { ids: [] as string[], risen: [] as string[] };
    if (!after) return { ...heard, answered: [] };
    // A wait ends with the decision that closed it.
    const silences = silencesIn(times.learn(after));
    project(after, heard);
    for (const other of silences) {
      const handoff = other === id ? null : folded(other);
      if (handoff) project(handoff, heard);
    }
    return { ...heard, answered: [] };
  };

  function* takeIn(page: Page): Steps<Change> {
    const touched = new Touched();
    if (page.people.length > 0) yield* learnPeople(page.people, touched);
    for (const patch of page.patches) {
      yield* mergeOne(patch, page, touched);
      yield;
    }
    for (const id of page.gone) {
      ledger.markGone(id);
      yield;
    }
    for (const refused of page.refused) ledger.refuse(refused);
    const tells =
      page.people.some(({ person }) => people.isMe(person)) ||
      page.patches.some(({ kind }) => mayTellOfAbsence(kind)) ||
      page.gone.some((id) => mayTellOfAbsence(ledger.item(id)?.item.kind));
    const shifted = tells ? yield* learnAbsences() : [];
    const change = yield* rereadAll(touched, shifted);
    for (const { key, value } of page.cursors) ledger.setCursor(key, value);
    return change;
  }

  /** A transaction of the engine's own; what it remembers follows what became of it. */
  const written = <T>(work: () => T): T => {
    // What rests half done is taken back before anything is read to decide on.
    ledger.interrupt();
    try {
      const value = ledger.transaction(work);
      settled();
      return value;
    } catch (error) {
      forgetPending();
      throw error;
    }
  };

  const absorbNow = (page: Page): void => {
    tell(written(() => inOneGo(takeIn(page))));
  };

  /** One try in slices. Null: somebody else wrote meanwhile, and nothing of it was. */
  const absorbInSlices = async (page: Page): Promise<Change | null> => {
    const undertaking = ledger.undertake();
    if (!undertaking) return written(() => inOneGo(takeIn(page)));
    const steps = takeIn(page);
    try {
      for (;;) {
        const used = slices.slice();
        const done = undertaking.step(() => inSlice(steps, used));
        if (done) {
          undertaking.commit();
          settled();
          return done.value;
        }
        await slices.rest();
      }
    } catch (error) {
      undertaking.rollback();
      if (error instanceof Interrupted) return null;
      throw error;
    }
  };

  return {
    absorb: (page) =>
      inTurn(async () => {
        for (let tries = 0; tries < TRIES; tries++) {
          const change = await absorbInSlices(page);
          if (change) {
            tell(change);
            return;
          }
        }
        absorbNow(page);
      }),
    absorbNow,

    look: () =>
      inTurn(async () => {
        const due = ledger.due(clock.now(), BITE);
        if (due.length === 0) return 0;
        const used = slices.slice();
        let looked = 0;
        const change = written(() => {
          const heard = { ids: [] as string[], risen: [] as string[] };
          for (const id of due) {
            looked++;
            const handoff = folded(id);
            if (handoff) project(handoff, heard);
            // What folds to nothing must not stay due for ever.
            else ledger.removeProjection(id);
            if (used()) break;
          }
          return { ...heard, answered: [] };
        });
        tell(change);
        await slices.rest();
        return looked;
      }),

    idle: () => inTurn(() => Promise.resolve()),

    triage(command) {
      ledger.interrupt();
      const before = folded(command.id);
      if (!before) throw new Error('This handoff is no longer held.');
      const by = options.me[0] ?? { name: '', address: '' };
      const at = new Date(clock.now()).toISOString();
      const { id, body, words, readAgain } = decide(command, before, {
        ...{ at, by, revision: ledger.revision() },
        notHeld: ledger.projection(command.id)?.row.notHeld !== undefined,
      });
      const change = written(() => {
        ledger.append(command.id, body);
        ledger.journal({
          at: clock.now(),
          what: words,
          why: 'Decided at the desk.',
          undo: `${command.id}/${id}`,
        });
        return judgedAnew(command.id, readAgain);
      });
      tell(change);
      return { words, undo: `${command.id}/${id}` };
    },

    undo(token) {
      const [handoffId = '', decisionId = ''] = token.split('/');
      const change = written(() => {
        if (!folded(handoffId)) throw new Error('There is nothing to undo here any more.');
        ledger.append(handoffId, { entry: 'undone', decisionId });
        ledger.journal({ at: clock.now(), what: 'Undone', why: 'Undone at the desk.', undo: null });
        return judgedAnew(handoffId, true);
      });
      tell(change);
      return { words: 'Undone', undo: null };
    },

    propose(found) {
      const change = written(() => {
        const { handoffs, vanished } = recordProposals(ledger, people, readings, found);
        for (const id of vanished) ledger.removeProjection(id);
        const heard = { ids: [] as string[], risen: [] as string[] };
        for (const handoff of handoffs) project(handoff, heard);
        return { ids: [...heard.ids, ...vanished], answered: [], risen: heard.risen };
      });
      tell(change);
    },

    learned: () => lessons.all(),
    candidates: (id) => candidates(ledger, people, folded(id)),
    source: (ref) => sourceView(ledger, ref),
    onChange(fn) {
      listeners.add(fn);
      return () => listeners.delete(fn);
    },
    people: () => people,
  };
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
    case 'absence':
      return (patch as Partial<AbsenceItem>).seenAt;
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
