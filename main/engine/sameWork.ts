import { samePerson, stableId } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Evidence, Handoff } from '../../shared/handoff/model';
import { similarity } from '../../shared/handoff/similarity';
import { asSeed, type Glance } from './glance';
import { nearness, pointsTo } from './nearness';
import { contradicts, isChasing, withoutDay } from './phrases';
import { bareSubject } from './threads';

/**
 * One piece of work across conversations: asked again in a new thread, restated in chat, promised in answer elsewhere,
 * said in a meeting and recapped by mail. Never across two people's obligations: the hand must be the same.
 */

/** An ask repeated later than this is a new one. */
const REACH_MS = 45 * 86_400_000;
/** A recap that comes later speaks of something else. */
const RECAP_MS = 10 * 86_400_000;
const SAME = 0.6;

/** How sure it is that a later handoff is the earlier one again (0..1), and why; null when it is not. */
export function sameWork(
  earlier: Glance,
  later: Glance,
): { confidence: number; reason: string } | null {
  const [a, b] = [earlier.handoff, later.handoff];
  if (a.thread === b.thread || !ACTS.includes(a.act) || !ACTS.includes(b.act)) return null;
  const between = Date.parse(b.saidAt) - Date.parse(a.saidAt);
  if (between < 0 || (between === 0 && a.id >= b.id) || between > REACH_MS) return null;
  const spoken = a.source.kind === 'meeting' && b.source.kind !== 'meeting' && between <= RECAP_MS;
  if (!sameHands(a, b)) return null;
  if (!samePerson(a.giver, b.giver) && !spoken) return null;
  if (contradicts(withoutDay(a.quote, a.due), withoutDay(b.quote, b.due))) return null;
  const seed = asSeed(earlier);
  if (pointsTo(seed, b.quote))
    return { confidence: 0.8, reason: 'it points at the earlier message' };
  if (isChasing(b.quote) && nearness(seed, b.quote) >= CHASED)
    return { confidence: 0.75, reason: 'it asks after the earlier one' };
  const fewest = Math.min(earlier.words.size, later.words.size);
  const near = similarity(earlier.words, later.words);
  const titled = bareSubject(a.subject) !== '' && bareSubject(a.subject) === bareSubject(b.subject);
  if ((fewest >= LEAST && near >= SAME) || (fewest >= 2 && titled && near >= SAME_UNDER_TITLE))
    return {
      confidence: Math.round(Math.min(0.9, near) * 100) / 100,
      reason: titled
        ? 'the same words under the same subject'
        : 'the same words between the same two',
    };
  return null;
}
const ACTS: readonly Handoff['act'][] = ['request', 'question', 'commitment', 'delivery'];
/** Words an ask must have for another to be taken for it by words alone. */
const LEAST = 3;
const SAME_UNDER_TITLE = 0.5;
const CHASED = 0.2;

function sameHands(a: Glance['handoff'], b: Glance['handoff']): boolean {
  if (a.taker && b.taker) return samePerson(a.taker, b.taker);
  // Asked of several and then of one of them by name: the one is asked now.
  if (a.taker || b.taker) return false;
  return a.asked.length === b.asked.length && a.asked.every((p) => has(b.asked, p));
}

function has(people: readonly Person[], person: Person): boolean {
  return people.some((p) => samePerson(p, person));
}

export interface Merge {
  into: Handoff;
  from: Handoff;
  /** What follows for each of the two. */
  onInto: Evidence[];
  onFrom: Evidence[];
}

/**
 * Handoffs of one hand, each folded from its own facts → which are one. In order of time, each goes to the earliest it
 * repeats that was still open when it was said; what happened to it then counts for that one. Independent of the order
 * of the list.
 */
export function mergesIn(
  handoffs: readonly Handoff[],
  apart: (a: string, b: string) => boolean,
  glanceOf: (handoff: Handoff) => Glance,
): Merge[] {
  const sorted = [...handoffs].sort(
    (a, b) => Date.parse(a.saidAt) - Date.parse(b.saidAt) || (a.id < b.id ? -1 : 1),
  );
  const roots: { handoff: Handoff; closedAt: number }[] = [];
  const merges: Merge[] = [];
  for (const handoff of sorted) {
    const said = Date.parse(handoff.saidAt);
    let found: { root: (typeof roots)[number]; link: Evidence['link'] } | null = null;
    for (const root of roots) {
      if (root.closedAt <= said || apart(root.handoff.id, handoff.id)) continue;
      const same = sameWork(glanceOf(root.handoff), glanceOf(handoff));
      if (!same || handoff.closing?.by === 'person') continue;
      found = { root, link: same };
      break;
    }
    const closed = closedAt(handoff);
    if (!found) {
      roots.push({ handoff, closedAt: closed });
      continue;
    }
    const { root, link } = found;
    const merge = joined(root.handoff, handoff, link);
    merges.push(merge);
    root.closedAt = Math.min(root.closedAt, closed);
  }
  return merges;
}

function closedAt(handoff: Handoff): number {
  return handoff.closing === null ? Infinity : Date.parse(handoff.closing.at);
}

/** How the reason of a fact begins that another handoff brought. */
export const SAME_WORK = 'the same work in another conversation';

function joined(into: Handoff, from: Handoff, link: Evidence['link']): Merge {
  const promised = from.act === 'commitment';
  const known = (e: Evidence) =>
    into.evidence.some((k) => k.kind === e.kind && k.source.id === e.source.id);
  const said: Evidence = {
    id: stableId(into.id, 'again', from.id),
    kind: promised ? 'taken' : 'reminded',
    end: promised ? 'taker' : 'giver',
    by: promised ? from.taker : from.giver,
    at: from.saidAt,
    source: from.source,
    quote: from.quote,
    until: promised ? (from.due?.at ?? null) : null,
    to: null,
    believes: 'taker',
    link: {
      reason: `${SAME_WORK}: ${link.reason}`,
      confidence: link.confidence,
    },
  };
  const followed = from.evidence.map((e) => ({ ...e, id: stableId(into.id, 'via', e.id) }));
  return {
    into,
    from,
    onInto: [said, ...followed].filter((e) => !known(e)),
    onFrom: [
      {
        id: stableId(from.id, 'merged', into.id),
        kind: 'merged',
        end: 'other',
        by: into.giver,
        at: from.saidAt,
        source: into.source,
        quote: into.quote,
        until: null,
        to: null,
        believes: null,
        link,
      },
    ],
  };
}
