import { isDeepStrictEqual } from 'node:util';
import type {
  AbsenceItem,
  ChatItem,
  EventItem,
  MailItem,
  MeetingItem,
  TaskItem,
} from '../../shared/handoff/item';
import type { Handoff } from '../../shared/handoff/model';
import type { Clock } from '../../shared/timing/clock';
import type { ItemPatch, Ledger } from '../ledger/types';
import type { Ripple } from './answerTimes';
import { foldedOf } from './folded';
import { createHeldRipples } from './heldRipples';
import type { Mind } from './mind';
import { judgedByAbsence, mayTellOfAbsence, ownAbsences } from './ownAbsence';
import type { Page } from './page';
import { projectionOf } from './project';
import { relate } from './relations';
import { reread } from './reread';
import type { Steps } from './steps';
import { withSubjectKey } from './threads';
import { Touched } from './touched';

/** What a page, a decision or the clock changed. */
export interface Change {
  /** Handoffs whose projection changed. */
  ids: readonly string[];
  /** Handoffs in which the other end moved: a pending draft about them is out of date. */
  answered: readonly { id: string; why: string }[];
  /** Handoffs that need the person now and did not before. */
  risen: readonly string[];
}

/** What the desk must hear of handoffs judged anew: all that are otherwise, and those that need the person now. */
export interface Heard {
  ids: string[];
  risen: string[];
}

/** Takes pages in: items, what they touch, what that changes, and how each handoff then stands. */
export interface Intake {
  takeIn(page: Page): Steps<Change>;
  /** Reads the touched conversations again and judges what changed in them, and what else that changes. */
  rereadAll(touched: Touched): Steps<Change>;
  /** Writes how a handoff stands now; notes what the desk must hear. */
  project(handoff: Handoff, heard: Heard): void;
  /** Open handoffs whose silence is judged by patience that has changed. */
  silencesIn(ripples: readonly Ripple[]): Set<string>;
}

/** Of somebody who became known, this many of their items are looked through for conversations to read again. */
const WRITTEN_LIMIT = 5_000;
/** ms: whenever it last moved. */
const EVER = Number.MAX_SAFE_INTEGER;

export function createIntake(
  { ledger, clock, timeZone }: { ledger: Ledger; clock: Clock; timeZone: string },
  mind: Mind,
): Intake {
  const { lessons, times, readings, conversations, touching, glances, kin } = mind;
  const folded = (id: string): Handoff | null => foldedOf(ledger, id);
  const heldRipples = createHeldRipples(ledger);

  const project = (handoff: Handoff, heard: Heard): void => {
    const before = ledger.projected(handoff.id);
    glances.note(handoff);
    const revision = ledger.project(
      projectionOf(handoff, {
        ledger,
        people: mind.people(),
        glances,
        lessons,
        readings,
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

  /** Whose zone, hours or name became known: what they wrote and what they hold is read and judged anew. */
  function* learnPeople(entries: Page['people'], touched: Touched): Steps<void> {
    const changed = ledger.mergeDirectory(entries);
    if (changed.length === 0) return;
    mind.meet(mind.people().away);
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
    const before = mind.people().away;
    const after = ownAbsences(ledger, mind.people());
    if (isDeepStrictEqual(before, after)) return [];
    mind.meet(after);
    return yield* judgedByAbsence(ledger, mind.people(), before, after);
  }

  /** What is judged by the hours of people whose habit changed. */
  function* learnHabits(addresses: ReadonlySet<string>): Steps<string[]> {
    if (addresses.size === 0) return [];
    mind.meet(mind.people().away);
    const ids: string[] = [];
    for (const address of addresses) {
      ids.push(...ledger.handoffsOf(address));
      yield;
    }
    return ids;
  }

  function* mergeOne(
    patch: ItemPatch,
    page: Page,
    touched: Touched,
    people: { habits: Set<string>; inChat: Set<string> },
  ): Steps<void> {
    try {
      const time = timeOf(patch);
      if (time !== undefined && Number.isNaN(Date.parse(time)))
        throw new Error(`its time cannot be read: "${time}"`);
      const newInChat = firstInChat(patch);
      const { item, changed } = ledger.mergeItem(withSubjectKey(patch));
      if (!changed) return;
      if (newInChat !== null) people.inChat.add(newInChat);
      mind.tookItem(item.id);
      readings.forget(item.id);
      const author = mind.habits.note(item);
      if (author !== null) people.habits.add(author);
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

  /** The author of a chat message who never wrote in a chat of two before: from now on they can be asked there. */
  const firstInChat = (patch: ItemPatch): string | null => {
    if (patch.kind !== 'chat') return null;
    const { chatType, from } = patch as Partial<ChatItem>;
    if (chatType !== 'oneOnOne' || !from || from.address === '') return null;
    return ledger.latestInPair(from.address) === null ? from.address : null;
  };

  /** Whose silences are to be judged anew now: while reading goes back, those of many pages at once. */
  const ripplesDue = (fresh: readonly Ripple[], back: Page['back']): readonly Ripple[] => {
    if (back === undefined) return fresh;
    if (back === 'over' || heldRipples.ripe()) return [...fresh, ...heldRipples.release()];
    heldRipples.hold(fresh);
    return [];
  };

  /** Reads the touched conversations again and judges what changed in them, and what else that changes. */
  function* rereadAll(
    touched: Touched,
    shifted: readonly string[] = [],
    back?: Page['back'],
  ): Steps<Change> {
    const changed = new Map<string, Handoff>();
    const answered: { id: string; why: string }[] = [];
    const known = new Map<string, Pick<Handoff, 'state' | 'evidence'> | null>();
    const ripples: Ripple[] = [];
    const removed: string[] = [];
    for (const [thread, touch] of touched.entries()) {
      mind.tookThread(thread);
      const { handoffs, vanished } = yield* reread(
        ledger,
        thread,
        touch,
        conversations,
        readings,
        mind.people(),
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
    const heard: Heard = { ids: [], risen: [] };
    for (const handoff of changed.values()) {
      project(handoff, heard);
      yield;
    }
    // Patience with a person changed: the silences it is used for are judged anew.
    const silences = new Set<string>();
    // Of a reading that goes back, those of many pages at once.
    for (const ripple of ripplesDue(ripples, back)) {
      for (const id of silencesIn([ripple])) silences.add(id);
      yield;
    }
    for (const id of new Set([...silences, ...taught, ...shifted])) {
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

  function* takeIn(page: Page): Steps<Change> {
    const touched = new Touched();
    const people = { habits: new Set<string>(), inChat: new Set<string>() };
    if (page.people.length > 0) yield* learnPeople(page.people, touched);
    for (const patch of page.patches) {
      yield* mergeOne(patch, page, touched, people);
      yield;
    }
    for (const id of page.gone) {
      ledger.markGone(id);
      yield;
    }
    for (const refused of page.refused) ledger.refuse(refused);
    const tells =
      page.people.some(({ person }) => mind.people().isMe(person)) ||
      page.patches.some(({ kind }) => mayTellOfAbsence(kind)) ||
      page.gone.some((id) => mayTellOfAbsence(ledger.item(id)?.item.kind));
    const shifted = [
      ...(yield* learnHabits(people.habits)),
      ...(tells ? yield* learnAbsences() : []),
      ...[...people.inChat].flatMap((address) => ledger.openWaitingOn(address, 0, EVER)),
    ];
    const change = yield* rereadAll(touched, shifted, page.back);
    for (const { key, value } of page.cursors) ledger.setCursor(key, value);
    return change;
  }

  return { takeIn, rereadAll, project, silencesIn };
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
