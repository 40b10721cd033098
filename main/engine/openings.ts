import type { Act } from '../../shared/handoff/act';
import { groupOf, isList } from '../../shared/handoff/groups';
import { samePerson, stableId } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Opening } from '../../shared/handoff/model';
import { contentWords, tellingWords } from '../../shared/handoff/similarity';
import { workWords } from '../../shared/handoff/what';
import { leadIn, withoutDay } from './phrases';
import { hasTime } from './unhurried';
import { sentenceBefore } from './sentences';
import { subjectOf, type Utterance } from './utterance';
import { folded } from './words';

/** A handoff found in a conversation, before its evidence is folded. */
export interface Seed {
  id: string;
  opening: Opening;
  /** Content words of the opening act and of the subject it stands under. */
  words: ReadonlySet<string>;
  subjectWords: ReadonlySet<string>;
}

export interface SeedContext {
  thread: string;
  isMe(person: Person): boolean;
  /** Whoever the author answers: the giver of a promise made in an answer. */
  answered: Person | null;
  parent: string | null;
}

/** The seed of an act that moves work to another hand; null when there is no other hand. */
export function seedOf(act: Act, said: Utterance, ctx: SeedContext): Seed | null {
  const ends = act.kind === 'commitment' ? promised(act, said, ctx) : asked(act, said, ctx);
  const spokenFor =
    act.kind === 'commitment' && ends !== null && !samePerson(ends.taker, said.from);
  if (!ends) return null;
  const subject = subjectOf(said);
  const lead = leadIn(around(said.ownText, act.quote));
  const observed = ![ends.giver, ends.taker, said.from, ...(ends.taker ? [] : ends.asked)].some(
    (p) => p !== null && ctx.isMe(p),
  );
  const quote = act.quote;
  return {
    id: stableId(said.source.kind, said.source.id, folded(quote)),
    opening: {
      act: act.kind,
      giver: ends.giver,
      taker: ends.taker,
      asked: ends.asked,
      what: named(workWords(quote, act.due?.text), subject),
      quote,
      source: said.source,
      saidAt: said.at,
      due: act.due ?? null,
      confidence: act.confidence,
      thread: ctx.thread,
      subject,
      observed,
      parent: ctx.parent,
      ...(spokenFor ? { saidBy: said.from } : {}),
      ...(lead ? { lead } : {}),
      ...(hasTime(act, said) ? { unhurried: true as const } : {}),
      ...(act.proposedBy === undefined ? {} : { proposedBy: act.proposedBy }),
    },
    words: wordsOf(quote, said),
    subjectWords: contentWords(subject),
  };
}

/**
 * What an ask is known by. "Can you restitch it?" says of what only in the sentence before: then that one's words are its
 * own too.
 */
function wordsOf(quote: string, { ownText: text }: Utterance): ReadonlySet<string> {
  const words = contentWords(quote);
  if (words.size > FEW || !OF_BEFORE.test(quote)) return words;
  const before = sentenceBefore(text, quote);
  return before === undefined ? words : new Set([...words, ...tellingWords(before)]);
}
const FEW = 2;
const OF_BEFORE = /\b(?:it|them|that|those|these)\b(?! \p{L}+s\b)/iu;

/** What was asked, without its day. */
export function wordsAsked({ opening: { quote, subject, due } }: Seed): string {
  return `${subject}\n${withoutDay(quote, due)}`;
}

/** The words of the names of the two it is between. */
export function namesOfEnds({ giver, taker }: Pick<Opening, 'giver' | 'taker'>): Set<string> {
  return contentWords(`${giver.name} ${taker?.name ?? ''}`);
}

/** What stands beside an ask: its own sentence and the one or two around it. */
function around(text: string, quote: string): string {
  const at = text.indexOf(quote);
  return at < 0 ? quote : text.slice(Math.max(0, at - NEAR), at + quote.length + NEAR);
}
const NEAR = 200;

/** "Get those printed" says too little: then the subject says what of, and first, for a list shows the beginning. */
function named(work: string, subject: string): string {
  const about = subject.replace(ANSWER_MARKS, '').trim();
  return about === '' || contentWords(work).size > 1 ? work : `${about}: ${work}`;
}
const ANSWER_MARKS = /^(?:\p{L}{2,4}:\s*)+/u;

interface Ends {
  giver: Person;
  taker: Person | null;
  asked: Person[];
}

/** A request or question: the asker gives, the one addressed takes; several and nobody named: nobody in particular. */
function asked(act: Act, said: Utterance, ctx: SeedContext): Ends | null {
  const giver = said.from;
  const others = said.to.length > 0 ? said.to : said.audience;
  if (others.length === 0) return null;
  const every = act.addressee ? [act.addressee] : others;
  if (every.every(isList))
    // What is told to everybody is a notice; only what asks for somebody is put to them.
    return FOR_SOMEBODY.test(act.quote) ? { giver, taker: null, asked: others } : null;
  // One's own address, whatever it is called, is oneself.
  if (every.every((p) => groupOf(p) !== null && !ctx.isMe(p)))
    return { giver, taker: null, asked: act.addressee ? every : others };
  if (act.addressee) {
    if (samePerson(act.addressee, giver)) return null;
    return { giver, taker: known(act.addressee, said.audience), asked: [act.addressee] };
  }
  const [only] = others;
  // "Please have someone confirm": whoever does it, it is asked of the one who reads.
  const alone = act.addressee === undefined || CAUSES.test(act.quote);
  if (others.length === 1 && only && alone) return { giver, taker: only, asked: [only] };
  // What is put to a crowd without a day, and looks for nobody, is a notice.
  if (others.length > CROWD && !act.due && !FOR_SOMEBODY.test(act.quote)) return null;
  return { giver, taker: null, asked: others };
}

/** Somebody else's hand, moved by the one who is asked. */
const CAUSES =
  /\b(?:have|get|ask|tell|let|find|send) (?:some|any)(?:one|body)\b(?! (?:to know|else's))|\b(?:make|see|be) sure (?:that )?(?:some|any)(?:one|body)\b/i;

/** More people than can each be meant by "you". */
const CROWD = 6;

/** Asks that look for a hand among many. */
export const FOR_SOMEBODY =
  /\b(?:some(?:one|body)|any(?:one|body)|who(?:ever)?|one of you|volunteers?|takers?|jemand|wer|quelqu'un|alguien|algu[eé]m|qualcuno|iemand|wie)\b/i;

/** A promise: the one who promised takes, the one it was promised to gives. */
function promised(act: Act, said: Utterance, ctx: SeedContext): Ends | null {
  const taker = act.actor ?? said.from;
  const others = said.to.length > 0 ? said.to : said.audience;
  const to =
    (act.addressee && !samePerson(act.addressee, taker) ? act.addressee : null) ??
    (ctx.answered && !samePerson(ctx.answered, taker) ? ctx.answered : null) ??
    (others.length <= 2 ? others[0] : undefined) ??
    null;
  if (!to || samePerson(to, taker)) return null;
  return { giver: known(to, said.audience), taker, asked: [taker] };
}

/** The fuller form of a person where the message's own recipients show it. */
function known(person: Person, audience: readonly Person[]): Person {
  return audience.find((p) => samePerson(p, person)) ?? person;
}
