import type { DirectoryEntry, Item, Person } from '../../shared/handoff/item';
import { itemTime } from '../../shared/handoff/item';
import type { HandoffDetail } from '../../shared/contract/views';
import { demoClock } from '../../shared/timing/clock';
import type { Ledger } from '../ledger/types';
import { createEngine } from './engine';

/** What an audit answers: the contract of the command (one object, or one per job). */
export interface AuditReport {
  at: string;
  messages: number;
  handoffs: AuditHandoff[];
}

export type AuditHandoff = Pick<
  HandoffDetail,
  | 'id'
  | 'act'
  | 'shape'
  | 'giver'
  | 'taker'
  | 'what'
  | 'quote'
  | 'source'
  | 'saidAt'
  | 'due'
  | 'state'
  | 'rung'
  | 'turn'
  | 'stale'
  | 'staleSince'
  | 'why'
  | 'parent'
  | 'confidence'
> & {
  evidence: { rung: number | null; kind: string; at: string; source: unknown; quote: string }[];
  catch: {
    verb: string;
    to: string[];
    subject: string;
    body: string;
    reasons: string[];
  } | null;
};

/** What an audit is asked: an archive already read, whose desk it is, and the instant (ISO; default: the last item). */
export interface AuditInput {
  items: readonly Item[];
  directory: readonly DirectoryEntry[];
  me: string | null;
  at: string | null;
  /** IANA zone for people whose own is unknown. */
  timeZone: string;
  ledger: Ledger;
}

/** Runs the app's own engine over an archive and tells what is held at one instant. Throws when the archive holds nothing dated up to `at`. */
export function audit(input: AuditInput): AuditReport {
  const last = input.items.reduce((max, item) => Math.max(max, Date.parse(itemTime(item)) || 0), 0);
  const at = input.at === null ? last : Date.parse(input.at);
  if (Number.isNaN(at)) throw new Error(`--at is not a date: ${String(input.at)}`);
  const known = input.items
    .filter((item) => Date.parse(itemTime(item)) <= at)
    .map((item) => asKnownAt(item, at));
  const me = whoseDesk(input, known);
  const entry = input.directory.find((e) => e.person.address === me.address);
  const engine = createEngine({
    ledger: input.ledger,
    clock: demoClock(at, 0),
    me: [me, ...(entry?.aliases ?? []).map((address) => ({ name: me.name, address }))],
    timeZone: entry?.timeZone ?? input.timeZone,
  });
  engine.absorbNow({
    source: 'archive',
    patches: known,
    gone: [],
    people: [...input.directory],
    cursors: [],
    refused: [],
  });
  const handoffs = input.ledger
    .handoffIds()
    .map((id) => input.ledger.projection(id)?.detail)
    .filter((d): d is HandoffDetail => d !== undefined)
    .sort(
      (a, b) =>
        Number(b.state === 'open') - Number(a.state === 'open') ||
        b.urgency - a.urgency ||
        (a.id < b.id ? -1 : 1),
    );
  return {
    at: new Date(at).toISOString(),
    messages: known.filter((i) => i.kind === 'mail' || i.kind === 'chat').length,
    handoffs: handoffs.map(answerOf),
  };
}

/** An item as it was at that instant: what came later (reactions, responses, progress) is not known yet. */
function asKnownAt(item: Item, at: number): Item {
  switch (item.kind) {
    case 'chat':
      return { ...item, reactions: item.reactions.filter((r) => Date.parse(r.at) <= at) };
    case 'event':
      return {
        ...item,
        attendees: item.attendees.map((a) =>
          a.respondedAt !== null && Date.parse(a.respondedAt) > at
            ? { ...a, response: 'none' as const, respondedAt: null }
            : a,
        ),
      };
    case 'meeting':
      return {
        ...item,
        cues: item.cues.filter((cue) => Date.parse(item.startedAt) + cue.t * 1000 <= at),
      };
    case 'task':
      return item.completedAt !== null && Date.parse(item.completedAt) > at
        ? { ...item, completedAt: null, percentComplete: 0 }
        : item;
    default:
      return item;
  }
}

/** `--me`, or whoever takes part in most messages. */
function whoseDesk(input: AuditInput, items: readonly Item[]): Person {
  const counts = new Map<string, { person: Person; n: number }>();
  for (const item of items) {
    if (item.kind !== 'mail' && item.kind !== 'chat') continue;
    const others = item.kind === 'mail' ? [...item.to, ...item.cc] : item.members;
    for (const person of new Map([item.from, ...others].map((p) => [p.address, p])).values()) {
      const known = counts.get(person.address);
      counts.set(person.address, {
        person: known?.person.name ? known.person : person,
        n: (known?.n ?? 0) + 1,
      });
    }
  }
  const wanted = input.me?.toLowerCase() ?? null;
  if (wanted !== null) {
    const entry = input.directory.find(
      (e) => e.person.address === wanted || e.aliases.includes(wanted),
    );
    return entry?.person ?? counts.get(wanted)?.person ?? { name: '', address: wanted };
  }
  let most: { person: Person; n: number } | null = null;
  for (const count of counts.values())
    if (count.person.address !== '' && (!most || count.n > most.n)) most = count;
  if (!most) throw new Error('The archive holds no message dated up to that instant.');
  return most.person;
}

function answerOf(d: HandoffDetail): AuditHandoff {
  const { id, act, shape, giver, taker, what, quote, source, saidAt, due, state } = d;
  const { rung, turn, stale, staleSince, why, parent, confidence } = d;
  return {
    ...{ id, act, shape, giver, taker, what, quote, source, saidAt, due, state },
    ...{ rung, turn, stale, staleSince, why, parent, confidence },
    evidence: d.evidence.map((e) => ({
      rung: RUNG_OF[e.kind] ?? null,
      kind: e.kind,
      at: e.at,
      source: e.source,
      quote: e.quote,
    })),
    catch: d.catch && {
      verb: d.catch.verb,
      to: d.catch.to.map((p) => p.address),
      subject: d.catch.subject,
      body: d.catch.body,
      reasons: d.catch.reasons,
    },
  };
}

const RUNG_OF: Partial<Record<HandoffDetail['evidence'][number]['kind'], number>> = {
  sent: 0,
  delivered: 1,
  seen: 2,
  reacted: 3,
  replied: 4,
  partial: 4,
  taken: 5,
  placed: 6,
  done: 7,
};
