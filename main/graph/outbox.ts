import { randomUUID } from 'node:crypto';
import type { Person } from '../../shared/handoff/item';
import type { Clock } from '../../shared/timing/clock';
import type { Ledger, OutboxEntry } from '../ledger/types';
import type { Graph } from './client';
import { createMailDrafts, NotSent, type Standing } from './mailDraft';
import { hashOf } from './outboxText';
import { GraphProblem } from './problem';
import { refusedRecipients } from './recipients';
import { createTeamsPosts } from './teamsPost';

/** The outbox does not do what was asked; the message is a sentence for the person. */
export class OutboxRefusal extends Error {
  override readonly name = 'OutboxRefusal';
}

type Draft = OutboxEntry['draft'];

/** What the person approves: exactly this leaves. `cc` stays as proposed when not given. */
export interface Approval {
  to: Person[];
  cc?: Person[];
  subject: string;
  body: string;
  /** Whether one-tap answers go along; as before when not given, and never where the draft offers none. */
  oneTap?: boolean | undefined;
}

export interface Outbox {
  /** Keeps a draft for a handoff. While one is still open for it (failed included), that one is returned. */
  propose(handoffId: string, draft: Draft): OutboxEntry;
  /** Keeps what the person typed; an approval is taken back by it. */
  edit(id: string, change: Partial<Approval>): OutboxEntry;
  /** Approves this text and these recipients; it leaves after the undo time. */
  approve(id: string, approval: Approval): OutboxEntry;
  /** Takes an approval back before the message leaves. */
  undo(id: string): OutboxEntry;
  /** The answer came: what has not begun to leave does not leave. Returns what was withdrawn. */
  withdraw(handoffId: string, why: string): OutboxEntry[];
  /** On start: re-arms what was approved, looks up what was on its way. */
  recover(): void;
  /** Resolves when nothing is being worked on right now (timers may still be armed). */
  settled(): Promise<void>;
  /** Stops timers and waits for work under way; the ledger may be closed afterwards. */
  close(): Promise<void>;
}

const UNDO_MS = 10_000;
/** A message that is still a draft this long after sending was asked did not leave. */
const DOUBT_MS = 120_000;
/** A message that cannot be found at all is looked for this long; then again at the next start. */
const SEARCH_MS = 900_000;
/** Waits between look-ups of a doubtful message; the last one repeats. */
const LOOK_AGAIN = [2_000, 5_000, 10_000, 20_000, 30_000, 60_000];

const DID_NOT_LEAVE = 'It did not leave; it can be sent again.';
const NOT_FOUND =
  'It is neither in Drafts nor in Sent Items. It may have left, so it is not sent again.';

const ALREADY: Record<OutboxEntry['state'], string> = {
  proposed: 'It has not been approved.',
  approved: 'It is approved and about to leave.',
  sending: 'It has already left the desk.',
  doubtful: 'It has already left the desk; whether it arrived in Sent Items is being looked up.',
  sent: 'It has already been sent.',
  withdrawn: 'It was withdrawn.',
  failed: DID_NOT_LEAVE,
};

/**
 * Messages on their way out. A message leaves at most once, and only the very text and recipients a
 * person approved: docs/sends.md says how.
 */
export function createOutbox(parts: {
  ledger: Pick<Ledger, 'transaction' | 'putOutbox' | 'outbox' | 'outboxOf' | 'outboxIn' | 'item'>;
  graph: Graph;
  clock: Clock;
  /** Time to take an approval back, ms of the clock; asked at each approval. */
  undoMs?: number | (() => number);
  changed: (entry: OutboxEntry) => void;
  /** The person's own addresses, aliases included. */
  me: () => readonly string[];
  /** True for an address known to be a list, beyond what its name tells. */
  isList?: (address: string) => boolean;
}): Outbox {
  const { ledger, clock } = parts;
  const undoMs = () =>
    typeof parts.undoMs === 'function' ? parts.undoMs() : (parts.undoMs ?? UNDO_MS);
  const isList = parts.isList ?? (() => false);
  const mail = createMailDrafts(
    parts.graph,
    (itemId) => {
      const item = ledger.item(itemId)?.item;
      return item?.kind === 'mail' ? item.messageId : null;
    },
    () => parts.me()[0] ?? '',
  );
  const teams = createTeamsPosts(parts.graph, parts.me, (itemId) => {
    const item = ledger.item(itemId)?.item;
    return (item?.kind === 'chat' ? item.channel : undefined) ?? null;
  });
  const timers = new Map<string, () => void>();
  const working = new Map<string, Promise<void>>();
  let closed = false;

  function need(id: string): OutboxEntry {
    const entry = ledger.outbox(id);
    if (!entry) throw new OutboxRefusal('There is no such draft.');
    return entry;
  }

  function put(entry: OutboxEntry, change: Partial<OutboxEntry>): OutboxEntry {
    const next = { ...entry, ...change, updatedAt: clock.now() };
    ledger.putOutbox(next);
    return next;
  }

  /** One durable step, then the news of it. */
  function save(entry: OutboxEntry, change: Partial<OutboxEntry>): OutboxEntry {
    const next = ledger.transaction(() => put(entry, change));
    parts.changed(next);
    return next;
  }

  function disarm(id: string): void {
    timers.get(id)?.();
    timers.delete(id);
  }

  function arm(id: string, at: number, work: () => Promise<void>): void {
    disarm(id);
    if (closed) return;
    timers.set(
      id,
      clock.at(at, () => {
        timers.delete(id);
        begin(id, work);
      }),
    );
  }

  /** Runs the work of one entry, never two at a time, and never lets a fault escape unseen. */
  function begin(id: string, work: () => Promise<void>): void {
    // Starts in this very turn when nothing runs: what is due is on its way before an undo can be heard.
    const go = async () => {
      if (!closed) await work();
    };
    const run: Promise<void> = (working.get(id)?.then(go) ?? go())
      .catch((error: unknown) => {
        const entry = ledger.outbox(id);
        // What was already asked for is looked up at the next start; the rest can be approved again.
        if (entry?.state !== 'sending' || entry.remoteStep === 'asked') return;
        const detail = error instanceof Error ? error.message : String(error);
        save(entry, { state: 'failed', problem: `${detail} ${DID_NOT_LEAVE}` });
      })
      .catch(() => undefined)
      .finally(() => {
        if (working.get(id) === run) working.delete(id);
      });
    working.set(id, run);
  }

  function armSend(entry: OutboxEntry): void {
    if (entry.sendAt !== null) arm(entry.id, entry.sendAt, () => send(entry.id));
  }

  /** The undo time is over: from this transaction on it cannot be taken back. */
  async function send(id: string): Promise<void> {
    const entry = ledger.transaction(() => {
      const held = ledger.outbox(id);
      if (held?.state !== 'approved' || held.sendAt === null) return null;
      if (held.sendAt > clock.now()) return held;
      if (hashOf(held.draft) !== held.approvedHash)
        return put(held, {
          state: 'failed',
          problem: `The text is not the one approved. ${DID_NOT_LEAVE}`,
        });
      return put(held, { state: 'sending', problem: null });
    });
    if (!entry) return;
    if (entry.state === 'approved') {
      armSend(entry);
      return;
    }
    parts.changed(entry);
    if (entry.state === 'sending') await deliver(entry);
  }

  /** Takes a message from wherever an earlier try left it to "asked", and asks once. */
  async function deliver(start: OutboxEntry): Promise<void> {
    let entry = start;
    try {
      const ready =
        entry.draft.channel === 'mail' ? await prepareMail(entry) : await prepareTeams(entry);
      if (ready === null) return;
      entry = ready;
    } catch (error) {
      if (!(error instanceof GraphProblem) && !(error instanceof NotSent)) throw error;
      const held = need(entry.id);
      if (start.remoteStep === 'asked') {
        // An earlier asking may have been heard late: only the mailbox knows.
        const doubtful = save(held, { state: 'doubtful', problem: error.message });
        await lookUp(doubtful.id, clock.now() - DOUBT_MS, 0);
      } else {
        save(held, { state: 'failed', problem: `${error.message} ${DID_NOT_LEAVE}` });
      }
      return;
    }
    // Written down before it is asked: after a crash "asked" means "may have left", so it is looked up.
    entry = save(entry, { remoteStep: 'asked' });
    try {
      if (entry.draft.channel === 'mail') await mail.send(entry.remoteId ?? '');
      else await teams.post(entry);
    } catch (error) {
      if (!(error instanceof GraphProblem)) throw error;
      await doubt(entry, error);
      return;
    }
    save(entry, { state: 'sent', sendAt: null, problem: null });
  }

  /** Null when it turned out to have left already, or cannot be told. */
  async function prepareMail(start: OutboxEntry): Promise<OutboxEntry | null> {
    let entry = start;
    const asked = entry.remoteStep === 'asked';
    if (entry.remoteId === null) {
      const found = await mail.find(entry);
      if (found) entry = save(entry, { remoteId: found.id, remoteStep: 'created' });
    }
    if (entry.remoteId === null) {
      const remoteId = await mail.create(entry);
      entry = save(entry, { remoteId, remoteStep: 'created' });
    }
    const remoteId = entry.remoteId ?? '';
    const written = await mail.write(entry, remoteId);
    if (written === 'draft' && !asked) entry = save(entry, { remoteStep: 'written' });
    const standing = written === 'draft' ? await mail.verify(entry, remoteId) : written;
    if (standing === 'draft') return entry;
    if (standing === 'sent') {
      save(entry, { state: 'sent', sendAt: null, problem: null });
    } else if (asked) {
      // It was asked for once before: a missing draft may well be a message that left.
      lookLater(save(entry, { state: 'doubtful', problem: NOT_FOUND }), clock.now(), 0);
    } else {
      save(entry, { remoteId: null, remoteStep: 'none' });
      throw new NotSent('Its draft was removed in Outlook.');
    }
    return null;
  }

  async function prepareTeams(entry: OutboxEntry): Promise<OutboxEntry | null> {
    if (entry.remoteStep === 'asked' && entry.remoteId !== null) {
      const standing = await teams.standing(entry, entry.remoteId);
      if (standing === 'sent') {
        save(entry, { state: 'sent', sendAt: null, problem: null });
        return null;
      }
      await teams.prepare(entry);
      return entry;
    }
    const remoteId = await teams.prepare(entry);
    return save(entry, { remoteId, remoteStep: 'written' });
  }

  /** Sending was asked and the answer is not a yes. */
  async function doubt(entry: OutboxEntry, problem: GraphProblem): Promise<void> {
    const refused = !problem.mayHaveHappened;
    const doubtful = save(entry, { state: 'doubtful', problem: problem.message });
    if (!refused) {
      lookLater(doubtful, clock.now(), 0);
      return;
    }
    // A plain refusal is believed as soon as the mailbox shows the draft unsent.
    await lookUp(doubtful.id, clock.now() - DOUBT_MS, 0);
  }

  function lookLater(entry: OutboxEntry, since: number, turn: number): void {
    const wait = LOOK_AGAIN[Math.min(turn, LOOK_AGAIN.length - 1)] ?? 60_000;
    arm(entry.id, clock.now() + wait, () => lookUp(entry.id, since, turn + 1));
  }

  async function standingOf(entry: OutboxEntry): Promise<Standing> {
    if (entry.draft.channel !== 'mail') return teams.standing(entry, entry.remoteId ?? '0');
    const direct = entry.remoteId === null ? 'missing' : await mail.standing(entry.remoteId);
    if (direct !== 'missing') return direct;
    return (await mail.find(entry))?.standing ?? 'missing';
  }

  /** Asks the mailbox how a doubtful message stands. `since`: ms, when sending was asked. */
  async function lookUp(id: string, since: number, turn: number): Promise<void> {
    const entry = ledger.outbox(id);
    if (!entry || (entry.state !== 'doubtful' && entry.state !== 'sending')) return;
    const age = clock.now() - since;
    let standing: Standing;
    try {
      standing = await standingOf(entry);
    } catch (error) {
      if (!(error instanceof GraphProblem)) throw error;
      if (entry.state === 'sending') save(entry, { state: 'doubtful', problem: error.message });
      lookLater(entry, since, turn);
      return;
    }
    if (standing === 'sent') {
      save(entry, { state: 'sent', sendAt: null, problem: null });
    } else if (standing === 'draft' && age >= DOUBT_MS) {
      const reason = entry.problem === null ? '' : `${entry.problem} `;
      save(entry, { state: 'failed', sendAt: null, problem: reason + DID_NOT_LEAVE });
    } else if (standing === 'missing' && age >= SEARCH_MS) {
      save(entry, { state: 'doubtful', problem: NOT_FOUND });
    } else {
      const next = entry.state === 'sending' ? save(entry, { state: 'doubtful' }) : entry;
      lookLater(next, since, turn);
    }
  }

  function guard(entry: OutboxEntry, allowed: readonly OutboxEntry['state'][]): void {
    if (!allowed.includes(entry.state)) throw new OutboxRefusal(ALREADY[entry.state]);
  }

  function reworded(draft: Draft, change: Partial<Approval>): Draft {
    return {
      ...draft,
      ...(change.to ? { to: change.to } : {}),
      ...(change.cc ? { cc: change.cc } : {}),
      ...(change.subject === undefined ? {} : { subject: change.subject }),
      ...(change.body === undefined ? {} : { body: change.body }),
      ...(change.oneTap === undefined || !draft.oneTap
        ? {}
        : { oneTap: { ...draft.oneTap, on: change.oneTap } }),
    };
  }

  return {
    propose(handoffId, draft) {
      const open = ledger
        .outboxOf(handoffId)
        .find((entry) => entry.state !== 'sent' && entry.state !== 'withdrawn');
      if (open) return open;
      const now = clock.now();
      const entry: OutboxEntry = {
        id: randomUUID(),
        handoffId,
        state: 'proposed',
        draft,
        approvedHash: null,
        sendAt: null,
        remoteId: null,
        remoteStep: 'none',
        problem: null,
        createdAt: now,
        updatedAt: now,
      };
      return save(entry, {});
    },

    edit(id, change) {
      const entry = need(id);
      guard(entry, ['proposed', 'approved', 'failed']);
      disarm(id);
      return save(entry, {
        draft: reworded(entry.draft, change),
        state: entry.state === 'approved' ? 'proposed' : entry.state,
        approvedHash: null,
        sendAt: null,
      });
    },

    approve(id, approval) {
      const entry = need(id);
      guard(entry, ['proposed', 'approved', 'failed']);
      const draft = reworded(entry.draft, approval);
      const refused = refusedRecipients(draft.to, draft.cc, { me: parts.me(), isList });
      if (refused !== null) throw new OutboxRefusal(refused);
      if (draft.body.trim() === '') throw new OutboxRefusal('There is no text to send.');
      const approved = save(entry, {
        draft,
        state: 'approved',
        approvedHash: hashOf(draft),
        sendAt: clock.now() + undoMs(),
        problem: null,
      });
      armSend(approved);
      return approved;
    },

    undo(id) {
      const entry = need(id);
      if (entry.state === 'proposed') return entry;
      guard(entry, ['approved']);
      disarm(id);
      return save(entry, { state: 'proposed', approvedHash: null, sendAt: null });
    },

    withdraw(handoffId, why) {
      return ledger
        .outboxOf(handoffId)
        .filter((entry) => ['proposed', 'approved', 'failed'].includes(entry.state))
        .map((entry) => {
          disarm(entry.id);
          return save(entry, { state: 'withdrawn', sendAt: null, problem: why });
        });
    },

    recover() {
      const now = clock.now();
      for (const entry of ledger.outboxIn(['approved', 'sending', 'doubtful'])) {
        if (entry.state === 'approved') {
          // Time for undo runs again: nobody could press it while the desk was closed.
          const sendAt = Math.max(entry.sendAt ?? 0, now + undoMs());
          armSend(save(entry, { sendAt }));
        } else if (entry.state === 'sending' && entry.remoteStep !== 'asked') {
          begin(entry.id, () => deliver(entry));
        } else {
          begin(entry.id, () => lookUp(entry.id, Math.min(entry.updatedAt, now), 0));
        }
      }
    },

    async settled() {
      while (working.size > 0) await Promise.all(working.values());
    },

    async close() {
      closed = true;
      for (const id of [...timers.keys()]) disarm(id);
      await this.settled();
    },
  };
}
