import type { HandoffDetail, HandoffRow } from '../../shared/contract/views';
import { propose } from '../../shared/catching/propose';
import type { Person, SourceRef } from '../../shared/handoff/item';
import { sourceOf } from '../../shared/handoff/item';
import { groupOf } from '../../shared/handoff/groups';
import { samePerson } from '../../shared/handoff/identity';
import { apartFrom } from '../../shared/handoff/relating';
import { standing, whoseSilence } from '../../shared/handoff/standing';
import { called } from '../../shared/handoff/standingWords';
import type { Handoff } from '../../shared/handoff/model';
import type { Patience } from '../../shared/timing/silence';
import type { Ledger, Projection } from '../ledger/types';
import { bodiesOf, foldedOf } from './folded';
import type { Glances } from './glance';
import type { People } from './people';
import type { Lessons } from './lessons';
import { childrenOf, mergedWith } from './relations';
import { SAME_WORK } from './sameWork';
import { successionOf } from './succession';
import { usualHands } from './usualHands';
import { meantBy } from './twins';
import type { Readings } from './utterance';

export interface ProjectContext {
  ledger: Ledger;
  glances: Glances;
  people: People;
  patienceWith(person: Person | null, handoff: Handoff): Patience;
  lessons: Lessons;
  readings: Pick<Readings, 'byId'>;
  /** ms. */
  now: number;
  /** The person's own zone. */
  timeZone: string;
}

/** A folded handoff as the desk shows it at this instant, with the catch it calls for. */
export function projectionOf(handoff: Handoff, ctx: ProjectContext): Projection {
  const { people, ledger } = ctx;
  const now = standing(handoff, {
    now: ctx.now,
    me: people.me,
    timeZone: ctx.timeZone,
    hoursOf: (p) => people.hoursOf(p),
    patienceWith: (p, h) => ctx.patienceWith(p, h),
    barOf: (h) => ctx.lessons.barOf(h),
  });
  const children = childrenOf(handoff).filter((id) => isHeld(id, ctx));
  const at = stoppedAt(children, ctx);
  const own = propose(handoff, now, {
    now: ctx.now,
    me: people.me,
    chatWith: (person) => chatWith(ledger, person),
    placeOf: (source) => placeOf(ledger, source),
    meantBy: (person) => meantBy(person, people.all),
    toldOf: (person) => successionOf(person, handoff.lastMoveAt, ctx),
    onThread: (h) => onThread(ledger, h),
    usualHands: (h) => usualHands(h, ctx),
    namedHands: (h) => ctx.lessons.namedHands(h),
    // Asked for only where there is something to propose: it reads the conversation.
    get lastMessage() {
      return lastMessage(ledger, handoff);
    },
  });
  // What was passed on is asked after where it lies, and not a second time further up.
  const proposal = at === null || isOutside(at, ctx) ? own : null;
  const row: HandoffRow = {
    id: handoff.id,
    revision: 0,
    act: handoff.act,
    shape: now.shape,
    giver: handoff.giver,
    taker: handoff.taker,
    what: handoff.what,
    subject: handoff.subject,
    source: handoff.source,
    saidAt: handoff.saidAt,
    due: handoff.due,
    state: handoff.state,
    rung: handoff.rung,
    turn: handoff.turn,
    stale: now.stale,
    staleSince: now.staleSince,
    dropped: now.dropped,
    silentHours: now.silentHours,
    why:
      at === null ? now.why : `${now.why} It lies with ${called(at.taker, { me: people.me })} now.`,
    nextMove: now.nextMove,
    needsYou: now.needsYou,
    observed: handoff.observed,
    urgency: now.urgency,
    lastMoveAt: handoff.lastMoveAt,
    // A snooze that has run out is none.
    snoozedUntil:
      handoff.snoozedUntil !== null && Date.parse(handoff.snoozedUntil) > ctx.now
        ? handoff.snoozedUntil
        : null,
    catchVerb: proposal?.verb ?? null,
    confidence: handoff.confidence,
    ...(handoff.proposal ? { proposal: handoff.proposal } : {}),
    ...(now.notHeld === undefined ? {} : { notHeld: now.notHeld }),
  };
  const learned = ctx.lessons.bearingOn(handoff, whoseSilence(handoff));
  const oneWith = mates(handoff, ctx);
  const detail: HandoffDetail = {
    ...row,
    quote: handoff.quote,
    asked: handoff.asked,
    giverEnd: handoff.giverEnd,
    takerEnd: handoff.takerEnd,
    beliefs: handoff.beliefs,
    evidence: handoff.evidence,
    lastSafeAt: now.lastSafeAt,
    parent: handoff.parent,
    children,
    closedBy:
      handoff.closing === null
        ? null
        : handoff.closing.by === 'person'
          ? called(handoff.closing.person, { me: people.me })
          : handoff.closing.evidenceId,
    catch: proposal,
    giverCard: people.card(handoff.giver),
    takerCard: people.card(handoff.taker),
    ...(learned.length === 0 ? {} : { learned }),
    ...(handoff.shared ? { shared: handoff.shared } : {}),
    ...(oneWith.length === 0 ? {} : { oneWith }),
  };
  return {
    row,
    detail,
    thread: handoff.thread,
    nextCheckAt: now.nextCheckAt === null ? null : Date.parse(now.nextCheckAt),
    settledAt: handoff.settledAt === null ? null : Date.parse(handoff.settledAt),
  };
}

/** As they were said: which was merged first depends on what arrived first. */
const bySaid = (a: Handoff, b: Handoff): number =>
  Date.parse(a.saidAt) - Date.parse(b.saidAt) || (a.id < b.id ? -1 : 1);

/** What it is one piece of work with: only where a fact of another handoff stands here. */
function mates(handoff: Handoff, ctx: ProjectContext): { id: string; what: string }[] {
  const brought = handoff.evidence.some(
    ({ kind, link }) =>
      kind === 'merged' || kind === 'differs' || link.reason.startsWith(SAME_WORK),
  );
  if (!brought) return [];
  const log = bodiesOf(ctx.ledger, handoff.id);
  const apart = apartFrom(log);
  return [...mergedWith(log).keys()]
    .flatMap((id) => (apart.has(id) ? [] : (foldedOf(ctx.ledger, id) ?? [])))
    .sort(bySaid)
    .map(({ id, what }) => ({ id, what }));
}

type Link = Pick<Handoff, 'what' | 'state' | 'taker' | 'observed' | 'evidence' | 'id' | 'parent'>;

function linkOf(id: string, ctx: ProjectContext): Link | null {
  return foldedOf(ctx.ledger, id);
}

function isHeld(id: string, ctx: ProjectContext): boolean {
  return linkOf(id, ctx) !== null;
}

/** A chain longer than this is a circle. */
const LONGEST = 12;

/** The open link furthest down the chain: where the work lies. Null when every link after this one is closed. */
function stoppedAt(children: readonly string[], ctx: ProjectContext, depth = 0): Link | null {
  for (const id of children) {
    const link = linkOf(id, ctx);
    if (link?.state !== 'open' || depth > LONGEST) continue;
    return stoppedAt(childrenOf(link), ctx, depth + 1) ?? link;
  }
  return null;
}

/** Nobody at this desk may ask after it there: then it is asked after here. */
function isOutside(link: Link, ctx: ProjectContext): boolean {
  return link.observed || ctx.people.isMe(link.taker);
}

/**
 * The newest mail of the handoff's conversation that either end wrote: what an answer should continue. A chat goes on by
 * itself, and what else is said in it is not looked at for this.
 */
function lastMessage(ledger: Ledger, handoff: Handoff): SourceRef | null {
  if (handoff.source.kind === 'chat') return null;
  const ends = [handoff.giver, handoff.taker];
  for (const { item } of ledger.latestFirst(handoff.thread)) {
    if (item.kind !== 'mail') continue;
    if (item.isDraft || item.report || item.messageClass !== '') continue;
    if (ends.some((p) => samePerson(p, item.from))) return sourceOf(item);
  }
  return null;
}

function placeOf(ledger: Ledger, source: SourceRef): string | null {
  const item = ledger.item(`${source.kind}:${source.id}`)?.item;
  return item?.kind === 'chat' && item.channel
    ? `${item.channel.team} / ${item.channel.name}`
    : null;
}

/** Messages of a conversation that are looked through for who is in it, newest first. */
const LOOKED = 60;

function onThread(ledger: Ledger, handoff: Handoff): Person[] {
  const found: Person[] = [];
  let looked = 0;
  for (const { item } of ledger.latestFirst(handoff.thread)) {
    if (++looked > LOOKED) break;
    if (item.kind === 'mail' && item.report === null) found.push(item.from, ...item.to, ...item.cc);
  }
  return found.filter((p) => p.address !== '' && groupOf(p) === null);
}

function chatWith(ledger: Ledger, person: Person): SourceRef | null {
  if (person.address === '') return null;
  const latest = ledger.latestInPair(person.address);
  return latest ? sourceOf(latest.item) : null;
}
