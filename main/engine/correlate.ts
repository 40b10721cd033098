import type { Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Evidence } from '../../shared/handoff/model';
import {
  chases,
  closes,
  evidenceOf,
  giverFacts,
  meant,
  nearness,
  SAME_WORK,
  takerFacts,
} from './answers';
import { closedAt, isOpen, isTaker, takers, type Correlated } from './correlated';
import { unpassed } from './nextHand';
import { seedOf, type Seed } from './openings';
import { absence, reactions, report } from './signals';
import type { Utterance } from './utterance';

export interface CorrelateContext {
  thread: string;
  isMe(person: Person): boolean;
  /** ms at which the person opened a handoff again; null when they did not. */
  reopenedAt(id: string): number | null;
  /** Somebody unknown of whom there is one message only. */
  isStranger(person: Person): boolean;
  zoneOf(person: Person): string | null;
}

/** A conversation as far as it has been read: messages are told in order, and one more needs no second look at the others. */
export interface Conversation {
  /** Tells the next message; it must come after all that were told (`comesAfter`). */
  take(said: Utterance): void;
  /** Can this one be told next? False: the conversation is to be told anew, in order. */
  comesAfter(said: Utterance): boolean;
  /** Its handoffs as they stand; they are the caller's to change. */
  handoffs(): Correlated[];
  /** Messages told. */
  length(): number;
}

/**
 * One conversation → its handoffs with their evidence. Pure: the utterances are put in order here, so the answer
 * depends only on which there are. Each message is first taken as an answer to what is open, then as an opening.
 */
export function correlate(said: readonly Utterance[], ctx: CorrelateContext): Correlated[] {
  const conversation = beginConversation(ctx);
  for (const utterance of inOrder(said)) conversation.take(utterance);
  return conversation.handoffs();
}

export function beginConversation(ctx: CorrelateContext): Conversation {
  const held: Correlated[] = [];
  const told: Utterance[] = [];
  const placeOf = new Map<string, number>();
  return {
    take(utterance) {
      const n = told.length;
      told.push(utterance);
      placeOf.set(utterance.source.id, n);
      if (utterance.item.kind === 'mail' && utterance.item.report) {
        report(held, utterance, utterance.item);
      } else if (utterance.nature === 'automatic') {
        absence(held, utterance, ctx);
      } else if (utterance.nature === 'human') {
        const place: Place = (since) => n - (placeOf.get(since) ?? Number.NEGATIVE_INFINITY);
        const unused = answer(held, utterance, ctx, place);
        open(held, utterance, unused, ctx);
      }
    },
    comesAfter(said) {
      const last = told[told.length - 1];
      return !placeOf.has(said.source.id) && (!last || byTime(last, said) < 0);
    },
    handoffs() {
      const copies = held.map((handoff): Correlated => ({
        ...handoff,
        seed: { ...handoff.seed, opening: { ...handoff.seed.opening } },
        evidence: [...handoff.evidence],
      }));
      for (const handoff of copies) {
        const opened = told[placeOf.get(handoff.seed.opening.source.id) ?? -1];
        if (opened) reactions(handoff, [opened]);
      }
      return [...copies, ...unpassed(told, ctx)];
    },
    length: () => told.length,
  };
}

/**
 * Answers to a handoff given outside its conversation: later messages of the taker's (or the giver's) that the
 * other end could see and that speak of the same work.
 */
export function elsewhere(handoff: Correlated, others: readonly Utterance[]): Evidence[] {
  const { seed } = handoff;
  const found: Evidence[] = [];
  for (const said of inOrder(others)) {
    if (said.nature !== 'human' || said.at <= seed.opening.saidAt) continue;
    // What is said after it arrived is about something else; and facts come late, so it must not matter when.
    const closed = closedAt({ ...handoff, evidence: [...handoff.evidence, ...found] });
    if (closed !== null && Date.parse(said.at) > closed) break;
    if (seed.opening.act === 'completion') {
      if (toldNext(handoff, said))
        found.push(
          evidenceOf(seed, said, 'done', {
            end: 'giver',
            reason: 'the next hand was written to about it',
            confidence: 0.7,
          }),
        );
      continue;
    }
    const byTaker = takers(seed).some((p) => samePerson(p, said.from));
    if (giverWaits(handoff, said))
      found.push(
        evidenceOf(seed, said, 'waiting', {
          end: 'giver',
          believes: 'taker',
          reason: 'the giver speaks of the same work elsewhere, and waits',
          confidence: 0.7,
        }),
      );
    if (!byTaker || !said.audience.some((p) => samePerson(p, seed.opening.giver))) continue;
    const acts = said.acts.filter((act) => nearness(seed, act.quote) >= SAME_WORK);
    if (acts.length === 0) continue;
    const where = said.item.kind === 'chat' ? 'in chat' : 'in another mail';
    found.push(
      ...takerFacts(seed, said, acts, `the taker speaks of the same work ${where}`).filter(
        (fact) => fact.kind !== 'replied' && fact.kind !== 'questioned',
      ),
    );
  }
  return found;
}

/** A message to the next hand about what was finished. */
function toldNext(handoff: Correlated, said: Utterance): boolean {
  const { taker } = handoff.seed.opening;
  const subject = said.item.kind === 'mail' ? said.item.subject : '';
  return (
    taker !== null &&
    said.audience.some((p) => samePerson(p, taker)) &&
    nearness(handoff.seed, `${subject} ${said.ownText}`) >= SAME_WORK
  );
}

/** The giver tells the taker outside the conversation that the move is theirs. */
function giverWaits(handoff: Correlated, said: Utterance): boolean {
  const { opening } = handoff.seed;
  return (
    said.waits !== null &&
    opening.taker !== null &&
    samePerson(opening.giver, said.from) &&
    said.to.some((p) => samePerson(p, opening.taker)) &&
    nearness(handoff.seed, said.ownText) >= SAME_WORK
  );
}

/** Each message once, in order of time. */
export function inOrder(said: readonly Utterance[]): Utterance[] {
  const seen = new Map<string, Utterance>();
  // One mail lies in two folders when one writes to oneself or is on a list: it is said once.
  for (const utterance of said) {
    const known = seen.get(utterance.source.id);
    if (!known || utterance.item.id < known.item.id) seen.set(utterance.source.id, utterance);
  }
  return [...seen.values()].sort(byTime);
}

function byTime(a: Utterance, b: Utterance): number {
  return Date.parse(a.at) - Date.parse(b.at) || (a.source.id < b.source.id ? -1 : 1);
}

/** Takes a message as an answer to what is open; returns the acts that were not used up by that. */
function answer(held: Correlated[], said: Utterance, ctx: CorrelateContext, place: Place): Act[] {
  const relevant = held.filter((h) => isOpen(h) && reaches(h.seed, said));
  const mine = relevant.filter((h) => isTaker(h.seed, said.from));
  const given = relevant.filter((h) => samePerson(h.seed.opening.giver, said.from));
  const used = new Set<Act>();
  const chased = given.find((h) => h.seed.id === said.sentFor);
  if (chased) {
    chased.evidence.push(
      evidenceOf(chased.seed, said, 'reminded', {
        end: 'giver',
        believes: 'taker',
        reason: 'sent from the desk for this handoff',
        confidence: 1,
      }),
    );
    return [];
  }
  // What the giver cannot see is no answer to them; it may still pass the work on.
  takerAnswers(
    mine.filter((h) => said.audience.some((p) => samePerson(p, h.seed.opening.giver))),
    said,
    used,
    place,
  );
  onward(mine, said, used, ctx, held);
  giverWrites(given, said, used);
  if (said.item.kind === 'mail')
    for (const handoff of relevant)
      if (!mine.includes(handoff) && !given.includes(handoff))
        handoff.evidence.push(
          evidenceOf(handoff.seed, said, 'bystander', {
            end: 'other',
            reason: 'written by someone who is neither end',
            confidence: 0.9,
          }),
        );
  return said.acts.filter((a) => !used.has(a));
}

function takerAnswers(
  mine: readonly Correlated[],
  said: Utterance,
  used: Set<Act>,
  place: Place,
): void {
  const byHandoff = new Map<Correlated, Act[]>();
  const candidates = mine.filter((h) => speaksTo(h, said, said.ownText, place));
  const seeds = candidates.map((h) => h.seed);
  for (const act of said.acts) {
    if (isAsk(act) && asksOthers(act, said, mine)) continue;
    const hint = { strict: closes(act), under: said.under(act) };
    for (const seed of meant(seeds, act.quote, hint)) {
      const target = candidates.find((h) => h.seed === seed);
      if (target) byHandoff.set(target, [...(byHandoff.get(target) ?? []), act]);
      if (!isAsk(act)) used.add(act);
    }
  }
  // No act of theirs fits: that they wrote at all is an answer, but none that takes anything.
  if (byHandoff.size === 0 && said.acts.every((a) => !isAsk(a) || !asksOthers(a, said, mine)))
    for (const seed of meant(seeds, said.ownText)) {
      const target = candidates.find((h) => h.seed === seed);
      // Anyone's answer to a question put to all of them is its answer.
      if (target && (target.seed.opening.taker !== null || target.seed.opening.act === 'question'))
        byHandoff.set(target, []);
    }
  for (const [target, acts] of byHandoff) {
    const facts = takerFacts(target.seed, said, acts, 'an answer in the same conversation').filter(
      // Of a group, only one who takes it has answered for it.
      (f) => target.seed.opening.taker !== null || f.kind === 'taken' || f.kind === 'done',
    );
    target.evidence.push(...facts);
    for (const fact of facts)
      for (const act of acts)
        if (isAsk(act) && act.quote === fact.quote && fact.kind !== 'replied') used.add(act);
  }
}

function giverWrites(given: readonly Correlated[], said: Utterance, used: Set<Act>): void {
  for (const handoff of given) {
    const acts = said.acts.filter((a) => !used.has(a) && concerns(handoff, a, said, given));
    const last = [...handoff.evidence].reverse().find((e) => e.end === 'taker')?.kind ?? null;
    const facts = giverFacts(handoff.seed, said, acts, last, 'the giver wrote again');
    handoff.evidence.push(...facts);
    for (const fact of facts)
      for (const act of acts)
        if (act.quote === fact.quote && (fact.kind === 'reminded' || fact.kind === 'withdrawn'))
          used.add(act);
  }
}

/** Where a message stands among the others: how many were said since an earlier one. */
type Place = (since: string) => number;

/** Messages after which a chat has moved on to other matters, unless the words say otherwise. */
const CHAT_REACH = 3;

/**
 * Does this message speak to the handoff at all? A mail in the thread does. A chat never ends, so there it must be
 * close behind what was asked (or was last said about it), or share its words.
 */
function speaksTo(handoff: Correlated, said: Utterance, text: string, place: Place): boolean {
  if (said.item.kind === 'mail' || nearness(handoff.seed, text) >= SAME_WORK) return true;
  const last = handoff.evidence[handoff.evidence.length - 1]?.source.id;
  return Math.min(place(handoff.seed.opening.source.id), place(last ?? '')) <= CHAT_REACH;
}

/** Could the handoff's other end see this message? */
function reaches(seed: Seed, said: Utterance): boolean {
  const { giver } = seed.opening;
  if (said.at <= seed.opening.saidAt && said.source.id === seed.opening.source.id) return false;
  const ends = [giver, ...takers(seed)];
  return (
    [said.from, ...said.audience].filter((p) => ends.some((e) => samePerson(e, p))).length >= 1
  );
}

function isAsk(act: Act): boolean {
  return act.kind === 'request' || act.kind === 'question';
}

function asksOthers(act: Act, said: Utterance, mine: readonly Correlated[]): boolean {
  const addressee = act.addressee ?? (said.to.length === 1 ? said.to[0] : undefined);
  if (!addressee) return said.to.length > 1;
  return !mine.some((h) => samePerson(h.seed.opening.giver, addressee));
}

/** Does an act of the giver's concern this handoff, rather than another one they gave in this conversation? */
function concerns(
  handoff: Correlated,
  act: Act,
  said: Utterance,
  given: readonly Correlated[],
): boolean {
  const to = act.addressee ?? (said.to.length === 1 ? said.to[0] : undefined);
  if (isAsk(act) && to && !isTaker(handoff.seed, to)) return false;
  if (given.length === 1) return true;
  return meant(
    given.map((h) => h.seed),
    act.quote,
  ).includes(handoff.seed);
}

/** The taker passes the work on in the same conversation: placed for the parent, a child for the next hand. */
function onward(
  mine: readonly Correlated[],
  said: Utterance,
  used: Set<Act>,
  ctx: CorrelateContext,
  held: Correlated[],
): void {
  for (const act of said.acts) {
    if (act.kind !== 'request' || used.has(act) || !asksOthers(act, said, mine)) continue;
    const parent = mine.find((h) => h.seed.opening.taker && nearness(h.seed, act.quote) >= 0.2);
    if (!parent) continue;
    const child = seedOf(act, said, {
      thread: ctx.thread,
      isMe: (p) => ctx.isMe(p),
      answered: null,
      parent: parent.seed.id,
    });
    if (!child?.opening.taker || held.some((h) => h.seed.id === child.id)) continue;
    parent.evidence.push(
      evidenceOf(parent.seed, said, 'placed', {
        end: 'taker',
        act,
        to: child.opening.taker,
        reason: 'the taker asked the next hand',
        confidence: act.confidence,
      }),
    );
    held.push({ seed: child, evidence: [], reopenedAt: ctx.reopenedAt(child.id) });
    used.add(act);
  }
}

/** The first message of somebody unknown asks often and is seldom owed anything. */
const STRANGER = 0.6;
/** Acts that open a handoff, and how sure the reader must be: a wrong promise would sit in somebody's hands for days. */
const OPENS: Partial<Record<Act['kind'], number>> = {
  request: 0.5,
  question: 0.5,
  commitment: 0.7,
};

function open(
  held: Correlated[],
  said: Utterance,
  acts: readonly Act[],
  ctx: CorrelateContext,
): void {
  const answered = answeredPerson(held, said);
  const opened: { seed: Seed; evidence: Evidence[]; sentence: number }[] = [];
  for (const act of acts) {
    // A promise that hangs on the other side is no work in anybody's hands yet.
    const sure = act.confidence * (ctx.isStranger(said.from) ? STRANGER : 1);
    if (sure < (OPENS[act.kind] ?? Infinity) || act.condition?.on === 'addressee') continue;
    const seed = seedOf(act, said, {
      thread: ctx.thread,
      isMe: (p) => ctx.isMe(p),
      answered,
      parent: null,
    });
    if (!seed || held.some((h) => h.seed.id === seed.id || restates(h, seed, act))) continue;
    seed.opening.confidence = Math.round(sure * 1000) / 1000;
    const same = opened.find((o) => continues(o, seed, act));
    if (same) {
      // "… I need it by noon": a later sentence gives the ask before it its date.
      same.seed.opening.due ??= seed.opening.due;
      continue;
    }
    const reopenedAt = ctx.reopenedAt(seed.id);
    const handoff = { seed, evidence: [], reopenedAt, sentence: act.sentence };
    opened.push(handoff);
    held.push(handoff);
  }
}

/** A sentence or two on, the same ask spoken of by a pronoun: not a second piece of work. */
function continues(first: { seed: Seed; sentence: number }, seed: Seed, act: Act): boolean {
  const [a, b] = [first.seed.opening, seed.opening];
  return (
    act.sentence > first.sentence &&
    act.sentence - first.sentence <= 2 &&
    samePerson(a.giver, b.giver) &&
    (a.taker === null ? b.taker === null : samePerson(a.taker, b.taker)) &&
    PRONOUN.test(act.quote)
  );
}
const PRONOUN = /\b(?:it|them|that|this|these|those|one)\b/i;

/** Whom this message answers: the author of the last message of somebody else's it went to. */
function answeredPerson(held: readonly Correlated[], said: Utterance): Person | null {
  for (const handoff of [...held].reverse()) {
    const { giver, taker } = handoff.seed.opening;
    if (!samePerson(giver, said.from) && said.audience.some((p) => samePerson(p, giver)))
      return giver;
    if (taker && !samePerson(taker, said.from) && said.audience.some((p) => samePerson(p, taker)))
      return taker;
  }
  return said.to[0] ?? null;
}

/** The same piece of work between the same two, said again. */
function restates(known: Correlated, seed: Seed, act: Act): boolean {
  const a = known.seed.opening;
  const b = seed.opening;
  if (!isOpen(known) || !samePerson(a.giver, b.giver)) return false;
  if (a.taker === null || b.taker === null ? a.taker !== b.taker : !samePerson(a.taker, b.taker))
    return false;
  return chases(known.seed, act) && a.source.id !== b.source.id;
}
