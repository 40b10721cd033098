import type { Act } from '../../shared/handoff/act';
import { samePerson, stableId } from '../../shared/handoff/identity';
import type { ChatItem, MailItem, Person } from '../../shared/handoff/item';
import type { Evidence, EvidenceKind } from '../../shared/handoff/model';
import { readAbsence } from '../../shared/reading/absence';
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
import { seedOf, type Seed } from './openings';
import { bareSubject } from './threads';
import type { Utterance } from './utterance';

/** A handoff of one conversation with all the evidence found for it. */
export interface Correlated {
  seed: Seed;
  evidence: Evidence[];
}

export interface CorrelateContext {
  thread: string;
  isMe(person: Person): boolean;
  zoneOf(person: Person): string | null;
}

/**
 * One conversation → its handoffs with their evidence. Pure: the utterances are put in order here, so the answer
 * depends only on which there are. Each message is first taken as an answer to what is open, then as an opening.
 */
export function correlate(said: readonly Utterance[], ctx: CorrelateContext): Correlated[] {
  const held: Correlated[] = [];
  for (const utterance of inOrder(said)) {
    if (utterance.item.kind === 'mail' && utterance.item.report) {
      report(held, utterance, utterance.item);
    } else if (utterance.nature === 'automatic') {
      absence(held, utterance, ctx);
    } else if (utterance.nature === 'human') {
      const unused = answer(held, utterance, ctx);
      open(held, utterance, unused, ctx);
    }
  }
  for (const handoff of held) reactions(handoff, said);
  return held;
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
    const byTaker = takers(seed).some((p) => samePerson(p, said.from));
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

function inOrder(said: readonly Utterance[]): Utterance[] {
  const seen = new Map<string, Utterance>();
  // One mail lies in two folders when one writes to oneself or is on a list: it is said once.
  for (const utterance of said) {
    const known = seen.get(utterance.source.id);
    if (!known || utterance.item.id < known.item.id) seen.set(utterance.source.id, utterance);
  }
  return [...seen.values()].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.source.id < b.source.id ? -1 : 1),
  );
}

function takers(seed: Seed): Person[] {
  return seed.opening.taker ? [seed.opening.taker] : seed.opening.asked;
}

function isTaker(seed: Seed, person: Person): boolean {
  return takers(seed).some((p) => samePerson(p, person));
}

const CLOSING: readonly EvidenceKind[] = ['done', 'withdrawn'];
function isOpen(handoff: Correlated): boolean {
  return !handoff.evidence.some((e) => CLOSING.includes(e.kind));
}

/** Takes a message as an answer to what is open; returns the acts that were not used up by that. */
function answer(held: Correlated[], said: Utterance, ctx: CorrelateContext): Act[] {
  const relevant = held.filter((h) => isOpen(h) && reaches(h.seed, said));
  const mine = relevant.filter((h) => isTaker(h.seed, said.from));
  const given = relevant.filter((h) => samePerson(h.seed.opening.giver, said.from));
  const used = new Set<Act>();

  if (mine.length > 0) {
    const byHandoff = new Map<Correlated, Act[]>();
    for (const act of said.acts) {
      if (!answersSomething(act, said, mine)) continue;
      for (const seed of meant(
        mine.map((h) => h.seed),
        act.quote,
        { strict: closes(act), under: said.under(act) },
      )) {
        const target = mine.find((h) => h.seed === seed);
        if (!target) continue;
        byHandoff.set(target, [...(byHandoff.get(target) ?? []), act]);
        if (act.kind !== 'request' && act.kind !== 'question') used.add(act);
      }
    }
    if (byHandoff.size === 0 && said.acts.every((a) => !isAsk(a) || !asksOthers(a, said, mine)))
      for (const seed of meant(
        mine.map((h) => h.seed),
        said.ownText,
      )) {
        const target = mine.find((h) => h.seed === seed);
        if (target && !(target.seed.opening.taker === null)) byHandoff.set(target, []);
      }
    for (const [target, acts] of byHandoff) {
      const facts = takerFacts(
        target.seed,
        said,
        acts,
        'an answer in the same conversation',
      ).filter(
        // Of a group, only one who takes it has answered for it.
        (f) => target.seed.opening.taker !== null || f.kind === 'taken' || f.kind === 'done',
      );
      target.evidence.push(...facts);
      for (const fact of facts)
        if (fact.kind === 'questioned')
          for (const act of acts) if (act.quote === fact.quote) used.add(act);
    }
    onward(mine, said, used, ctx, held);
  }

  for (const handoff of given) {
    const acts = said.acts.filter((a) => !used.has(a) && concerns(handoff, a, given));
    const last = [...handoff.evidence].reverse().find((e) => e.end === 'taker')?.kind ?? null;
    const facts = giverFacts(handoff.seed, said, acts, last, 'the giver wrote again');
    handoff.evidence.push(...facts);
    for (const fact of facts)
      for (const act of acts)
        if (act.quote === fact.quote && (fact.kind === 'reminded' || fact.kind === 'withdrawn'))
          used.add(act);
  }

  for (const handoff of relevant)
    if (!mine.includes(handoff) && !given.includes(handoff) && said.item.kind === 'mail')
      handoff.evidence.push(
        evidenceOf(handoff.seed, said, 'bystander', {
          end: 'other',
          reason: 'written by someone who is neither end',
          confidence: 0.9,
        }),
      );
  return said.acts.filter((a) => !used.has(a));
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

/** Is this act of the taker's an answer to the giver, rather than a new matter with somebody else? */
function answersSomething(act: Act, said: Utterance, mine: readonly Correlated[]): boolean {
  if (isAsk(act)) return !asksOthers(act, said, mine);
  return true;
}

function asksOthers(act: Act, said: Utterance, mine: readonly Correlated[]): boolean {
  const addressee = act.addressee ?? (said.to.length === 1 ? said.to[0] : undefined);
  if (!addressee) return said.to.length > 1;
  return !mine.some((h) => samePerson(h.seed.opening.giver, addressee));
}

/** Does an act of the giver's concern this handoff, rather than another one they gave in this conversation? */
function concerns(handoff: Correlated, act: Act, given: readonly Correlated[]): boolean {
  if (given.length === 1) return true;
  if (isAsk(act) && act.addressee && !isTaker(handoff.seed, act.addressee)) return false;
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
    held.push({ seed: child, evidence: [] });
    used.add(act);
  }
}

const OPENS: readonly Act['kind'][] = ['request', 'question', 'commitment'];

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
    if (!OPENS.includes(act.kind) || act.condition?.on === 'addressee') continue;
    const seed = seedOf(act, said, {
      thread: ctx.thread,
      isMe: (p) => ctx.isMe(p),
      answered,
      parent: null,
    });
    if (!seed || held.some((h) => h.seed.id === seed.id || restates(h, seed, act))) continue;
    const same = opened.find((o) => continues(o, seed, act));
    if (same) {
      // "… I need it by noon": a later sentence gives the ask before it its date.
      same.seed.opening.due ??= seed.opening.due;
      continue;
    }
    const handoff = { seed, evidence: [], sentence: act.sentence };
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

/** Receipts and bounces: by the original's Message-ID, else by subject, to whom it was sent. */
function report(held: Correlated[], said: Utterance, mail: MailItem): void {
  const { report: what } = mail;
  if (!what) return;
  const kind: EvidenceKind =
    what.kind === 'delivered' ? 'delivered' : what.kind === 'read' ? 'seen' : 'bounced';
  for (const handoff of held) {
    const { opening } = handoff.seed;
    const same =
      what.originalMessageId === null
        ? bareSubject(opening.subject) === bareSubject(mail.subject)
        : opening.source.id === what.originalMessageId;
    const recipient = what.recipient === '' ? mail.from.address : what.recipient;
    const known = takers(handoff.seed).find((p) => p.address === recipient);
    if (!same || (!known && kind !== 'delivered')) continue;
    handoff.evidence.push(
      evidenceOf(handoff.seed, said, kind, {
        end: 'taker',
        by: known ?? { name: '', address: recipient },
        reason: 'a report about the message itself',
        confidence: 0.95,
      }),
    );
  }
}

/** An automatic reply changes clock and route; it never counts as an answer. */
function absence(held: Correlated[], said: Utterance, ctx: CorrelateContext): void {
  const note = readAbsence(said.ownText, {
    at: said.at,
    timeZone: ctx.zoneOf(said.from),
    author: said.from,
  });
  for (const handoff of held)
    if (isOpen(handoff) && isTaker(handoff.seed, said.from))
      handoff.evidence.push(
        evidenceOf(handoff.seed, said, 'absent', {
          end: 'taker',
          until: note.until,
          to: note.cover,
          reason: 'an automatic reply to this conversation',
          confidence: 0.95,
        }),
      );
}

/** Reactions to the very message that opened it. A thumbs-up is not ownership, and whose it is matters. */
function reactions(handoff: Correlated, said: readonly Utterance[]): void {
  const item = said.find((u) => u.source.id === handoff.seed.opening.source.id)?.item;
  if (item?.kind !== 'chat') return;
  for (const reaction of (item satisfies ChatItem).reactions) {
    if (samePerson(reaction.by, handoff.seed.opening.giver)) continue;
    const taker = isTaker(handoff.seed, reaction.by);
    handoff.evidence.push({
      id: stableId(handoff.seed.id, 'reacted', reaction.by.address, reaction.type),
      kind: 'reacted',
      end: taker ? 'taker' : 'other',
      by: reaction.by,
      at: reaction.at,
      source: handoff.seed.opening.source,
      quote: reaction.type,
      until: null,
      to: null,
      believes: null,
      link: { reason: 'a reaction to the message', confidence: 1 },
    });
  }
}
