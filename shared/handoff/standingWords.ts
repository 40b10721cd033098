import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import {
  awayAt,
  hoursPerDay,
  workingWords,
  type Away,
  type WorkingHours,
} from '../timing/workingHours';
import type { Lead, Patience } from '../timing/silence';
import type { Person } from './item';
import { timesWords } from './lessons';
import { asksAgain, farEnd, soleAsked } from './farEnd';
import { samePerson } from './identity';
import type { Handoff } from './model';
import type { StandingContext } from './standing';

/** What the words of a standing are made of. */
export interface Facts {
  handoff: Handoff;
  ctx: StandingContext;
  waitsOn: Person | null;
  hours: WorkingHours;
  patience: Patience;
  dueAt: number | null;
  promisedAt: number | null;
  lastSafe: number | null;
  /** What such work took before, where the last safe moment comes from it. */
  learned: Lead | null;
  silentHours: number;
  stale: boolean;
  dropped: boolean;
  awayPastDue: boolean;
}

/** Why it stands as it does, in sentences. */
export function why(f: Facts): string {
  const { handoff, ctx } = f;
  const sentences = [position(f)];
  if (f.dueAt !== null) {
    const due = `${f.dueAt <= ctx.now ? 'Was due' : 'Due'} ${day(f.dueAt, ctx)}`;
    sentences.push(
      f.awayPastDue && handoff.absentUntil !== null
        ? `${due}, before ${called(f.waitsOn, ctx)} is back on ${returnDay(Date.parse(handoff.absentUntil), ctx)}.`
        : `${due}.`,
    );
  }
  const away = ownAbsence(f);
  if (away) sentences.push(awayWords(away, ctx));
  if (handoff.lead && f.lastSafe !== null && f.dueAt !== null && f.promisedAt === null)
    sentences.push(`“${handoff.lead.text}”: needed by ${day(f.lastSafe, ctx)} for that.`);
  else if (f.learned && f.lastSafe !== null) sentences.push(learnedWords(f.learned, f.lastSafe, f));
  if (f.promisedAt !== null) {
    const told = handoff.evidence.findLast((e) => e.until === handoff.deferredUntil);
    const by = told?.end === 'giver' ? handoff.giver : handoff.taker;
    sentences.push(`${sentence(called(by, ctx))} named ${day(f.promisedAt, ctx)}.`);
  }
  if (handoff.remindedAt !== null)
    sentences.push(`Asked again on ${day(Date.parse(handoff.remindedAt), ctx)}.`);
  if (f.stale && handoff.giverEnd.is === 'spoken') sentences.push(...writingWords(f));
  else if (f.stale && handoff.turn !== 'nobody')
    sentences.push(
      handoff.act === 'completion' && handoff.turn === 'giver' ? passingWords(f) : patienceWords(f),
    );
  return sentences.join(' ');
}

/** "Such work has taken Bram 3 working days (the middle of the last 4): to be begun by Tue 3 Mar for that." */
function learnedWords({ hours, basis }: Lead, by: number, f: Facts): string {
  const took = workingWords(Math.max(1, Math.round(hours)), hoursPerDay(f.hours));
  const who = called(f.handoff.taker, f.ctx);
  return `Such work has taken ${who} ${took} (the middle of the last ${basis}): to be begun by ${day(by, f.ctx)} for that.`;
}

/** The time away that bears on what waits on the person at the desk: now, or before it is due. */
function ownAbsence({ hours, ctx, dueAt, waitsOn }: Facts): Away | null {
  if (!samePersonIn(waitsOn, ctx.me)) return null;
  const bears = hours.away?.find(
    ({ from, until }) => until > ctx.now && from <= Math.max(ctx.now, dueAt ?? ctx.now),
  );
  return bears ?? null;
}

/** "You are away until Mon 9 Mar, 09:00.", said from their own automatic replies or calendar. */
function awayWords(away: Away, ctx: { now: number; timeZone: string }): string {
  const leaving = away.from > ctx.now ? ` from ${returnDay(away.from, ctx)}` : '';
  return away.ends
    ? `You are away${leaving} until ${returnDay(away.until, ctx)}.`
    : `You are away${leaving}; no day of return is named.`;
}

/** Where it stands, in one sentence. */
function position(f: Facts): string {
  const { handoff, ctx } = f;
  if (handoff.giverEnd.is === 'spoken') {
    const said = `${SPOKEN_AS[handoff.act] ?? 'Said'} in a meeting on ${day(Date.parse(handoff.saidAt), ctx)}`;
    return `${said}; nothing written has followed.`;
  }
  const taker = called(farEnd(handoff), ctx);
  const giver = called(handoff.giver, ctx);
  const since = day(Date.parse(handoff.lastMoveAt), ctx);
  if (handoff.turn === 'contested')
    return `Both ends wait: ${giver} for ${taker}, and ${taker} for ${giver}, since ${since}.`;
  const group = soleAsked(handoff);
  if (handoff.turn === 'nobody' && group !== null)
    return `Asked of ${called(group, ctx)} on ${day(Date.parse(handoff.saidAt), ctx)}; nobody there has taken it.`;
  if (handoff.turn === 'nobody')
    return handoff.asked.length === 0
      ? `Asked on ${day(Date.parse(handoff.saidAt), ctx)}; whose it is, is not known.`
      : `Asked of ${handoff.asked.length} people on ${day(Date.parse(handoff.saidAt), ctx)}; nobody has taken it.`;
  if (handoff.act === 'completion' && handoff.turn === 'giver')
    return `${sentence(giver)} finished on ${since}; nothing shows that ${taker} was told.`;
  if (handoff.turn === 'giver' && hasLeft(handoff))
    return `Sent ${day(Date.parse(handoff.saidAt), ctx)}; ${taker} ${taker === 'you' ? 'have' : 'has'} left, by their own note. The move is with ${giver}.`;
  if (handoff.turn === 'giver' && cameBack(handoff))
    return `The message to ${taker} came back undelivered on ${since}; the move is with ${giver}.`;
  if (handoff.turn === 'giver' && handoff.takerEnd.is === 'unaware')
    return `The message of ${day(Date.parse(handoff.saidAt), ctx)} did not reach ${taker}; the move is with ${giver}.`;
  if (handoff.turn === 'giver')
    return handoff.takerEnd.is === 'declined'
      ? `${sentence(taker)} did not take it on ${since}; the move is back with ${giver}.`
      : `${sentence(taker)} asked for something first on ${since}; the move is with ${giver}.`;
  switch (handoff.takerEnd.is) {
    case 'unaware':
      return `Sent ${since}; nothing has come back from ${taker}.`;
    case 'away':
      return handoff.takerEnd.until === null
        ? `Sent ${since}; ${taker} ${taker === 'you' ? 'are' : 'is'} away.`
        : `Sent ${since}; ${taker} ${isAway(handoff, ctx.now) ? 'is' : 'was'} away until ${returnDay(Date.parse(handoff.takerEnd.until), ctx)}.`;
    case 'seen':
      return handoff.rung === 3
        ? `Sent ${since}; ${taker} reacted without taking it.`
        : `Sent ${since}; ${taker} has seen it, nothing more.`;
    case 'replied':
      return partCame(handoff)
        ? `${sentence(taker)} gave a part of it on ${since}; the rest has not come.`
        : `${sentence(taker)} replied on ${since} without taking it.`;
    case 'taken':
      return `${sentence(taker)} ${handoff.act === 'commitment' ? 'promised it' : 'took it'} on ${day(Date.parse(handoff.takerEnd.at), ctx)}; it has not arrived yet.`;
    case 'placed':
      if (handoff.backAt !== undefined)
        return `${taker === 'you' ? 'You have' : `${sentence(taker)} has`} had it back since ${since}.`;
      return `${taker === 'you' ? 'You have' : `${sentence(taker)} has`} it in hand since ${day(Date.parse(handoff.takerEnd.at), ctx)}.`;
    default:
      return `Last moved on ${since}.`;
  }
}

/** Did the taker send a part of it last, and the rest has not come? */
export function partCame({ takerEnd, evidence }: Handoff): boolean {
  return (
    takerEnd.is === 'replied' &&
    evidence.findLast((e) => PARTLY.includes(e.kind))?.kind === 'partial'
  );
}
/** Replies of the taker's that say how far it has come; the last of them counts. */
const PARTLY: readonly Handoff['evidence'][number]['kind'][] = ['replied', 'partial', 'deferred'];

const SPOKEN_AS: Partial<Record<Handoff['act'], string>> = {
  commitment: 'Promised',
  request: 'Asked',
  decision: 'Decided',
};

function patienceWords(f: Facts): string {
  const perDay = hoursPerDay(f.hours);
  const been = workingWords(f.silentHours, perDay);
  if (f.handoff.rung >= 5) return `Silent for ${been}.`;
  const usual = workingWords(Math.max(1, Math.round(f.patience.usual)), perDay);
  const who =
    f.patience.basis === 0
      ? 'An answer usually comes'
      : samePersonIn(f.waitsOn, f.ctx.me)
        ? 'You usually answer'
        : `${sentence(called(f.waitsOn, f.ctx))} usually answers`;
  const { calm } = f.patience;
  const told = calm
    ? `; ${timesWords(calm.times)} said not to be late after ${workingWords(Math.max(1, Math.round(calm.hours)), perDay)}`
    : '';
  return `${who} within ${usual}${told}; it has been ${been}.`;
}

/** "What is said with Bram is usually written down within 3 working hours (6 times so far)." */
function writingWords({ handoff, waitsOn, ctx, patience, hours }: Facts): string[] {
  const { step } = patience;
  if (!step) return [];
  const within = workingWords(Math.max(1, Math.round(step.hours)), hoursPerDay(hours));
  const who = called(waitsOn ?? handoff.giver, ctx);
  return [
    `What is said with ${who} is usually written down within ${within} (${timesWords(step.basis)} so far).`,
  ];
}

/** "You usually pass on what is finished within 3 working hours; it has been 9 working hours." */
function passingWords({ handoff, ctx, patience, hours, silentHours }: Facts): string {
  const perDay = hoursPerDay(hours);
  const been = workingWords(silentHours, perDay);
  const { step } = patience;
  if (!step)
    return `What is finished is usually passed on the same working day; it has been ${been}.`;
  const within = workingWords(Math.max(1, Math.round(step.hours)), perDay);
  const who = samePersonIn(handoff.giver, ctx.me)
    ? 'You usually pass'
    : `${sentence(called(handoff.giver, ctx))} usually passes`;
  return `${who} on what is finished within ${within}; it has been ${been}.`;
}

/** The next move, in words. */
export function nextMove(f: Facts): string {
  const { handoff, ctx } = f;
  if (handoff.giverEnd.is === 'spoken')
    return handoff.act === 'decision' ? 'Log the decision' : 'Write it down for both ends';
  if (handoff.turn === 'contested') return 'Name the open move to both ends';
  if (handoff.turn === 'nobody' && asksAgain(handoff))
    return `Ask ${called(soleAsked(handoff), ctx)} again`;
  if (handoff.turn === 'nobody') return 'Ask one person by name';
  const mine = samePersonIn(f.waitsOn, ctx.me);
  if (handoff.act === 'completion' && handoff.turn === 'giver')
    return `Tell ${called(handoff.taker, ctx)} it is ready`;
  if (handoff.turn === 'giver' && hasLeft(handoff) && mine) return 'Ask another hand';
  if (handoff.turn === 'giver' && cameBack(handoff) && mine)
    return `Reach ${called(farEnd(handoff), ctx)} another way`;
  if (handoff.turn === 'giver')
    return mine
      ? `Answer ${called(farEnd(handoff), ctx)}`
      : `Wait for ${called(handoff.giver, ctx)}`;
  if (!f.stale)
    return mine && awayAt(ctx.now, f.hours)
      ? `Yours when you are back: answer ${called(handoff.giver, ctx)}`
      : mine
        ? `Yours: answer ${called(handoff.giver, ctx)}`
        : `Wait for ${called(handoff.taker, ctx)}`;
  if (mine) return `Tell ${called(handoff.giver, ctx)} where it stands`;
  if (isAway(handoff, ctx.now)) return 'Find another hand while they are away';
  if (handoff.reminders > 0) return `Reach ${called(handoff.taker, ctx)} another way`;
  if (partCame(handoff)) return `Ask ${called(handoff.taker, ctx)} for the rest`;
  return handoff.rung >= 5
    ? `Ask ${called(handoff.taker, ctx)} where it stands`
    : `Ask ${called(handoff.taker, ctx)} if it is theirs`;
}

/** A person in a sentence: "you" for the one at the desk. */
export function called(person: Person | null, ctx: { me: readonly Person[] }): string {
  if (!person) return 'nobody in particular';
  if (samePersonIn(person, ctx.me)) return 'you';
  return person.name !== '' ? person.name : person.address;
}

/** Is the person one of these? */
export function samePersonIn(person: Person | null, me: readonly Person[]): boolean {
  return me.some((p) => samePerson(p, person));
}

function sentence(words: string): string {
  // An address stays as it is written.
  if (words.includes('@')) return words;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "Fri 6 Mar, 17:00" in the person's own zone. */
export function day(at: number, ctx: { timeZone: string }): string {
  const local = new TZDate(at, ctx.timeZone);
  return format(local, 'EEE d MMM, HH:mm');
}

/** When somebody is back: an absence that ends at midnight ends with that day, and no hour was said. */
function returnDay(at: number, ctx: { timeZone: string }): string {
  return day(at, ctx).replace(/, 00:00$/, '');
}

/** Is the taker away at this instant (ms)? Back on the day they named, silent or not, they are not. */
export function isAway(handoff: Handoff, now: number): boolean {
  const end = handoff.takerEnd;
  return end.is === 'away' && (end.until === null || Date.parse(end.until) > now);
}

/** Did whoever was asked leave for good, by their own note? Nobody will read it: no patience is due. */
export function hasLeft({ evidence, taker, takerEnd }: Handoff): boolean {
  const note = evidence.findLast((e) => e.kind === 'absent');
  return taker !== null && takerEnd.is === 'away' && note?.believes === 'giver';
}

/** Did the message itself come back: nothing but a bounce is known of the taker? */
export function cameBack(handoff: Handoff): boolean {
  return handoff.beliefs.taker === 'giver' && handoff.takerEnd.is === 'unaware';
}
