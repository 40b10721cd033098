import type { Act } from '../../shared/handoff/act';
import { samePerson, stableId } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Evidence, EvidenceKind } from '../../shared/handoff/model';
import { contentWords, similarity, tellingWords, wordsIn } from '../../shared/handoff/similarity';
import { conditionIn } from '../../shared/reading';
import { proposedDay } from './grantedDays';
import type { Seed } from './openings';
import { inHandIn } from './inHand';
import { comingIn } from './outcomeWords';
import { besides, isToTakeOn, passedOnIn } from './passedOn';
import {
  asksWhatNow,
  asksWhen,
  headedBy,
  isChasing,
  leavesRest,
  pointedAt,
  setForLater,
} from './phrases';
import { answersIt, isQuestion, leavesOpen, thanksOnly } from './plainSentences';
import { asksToBeTold, saysNotYet } from './toKnow';
import { sentencesIn } from './sentences';
import { gist, type Utterance } from './utterance';

/** Words shared with an opening from which an act is taken to speak of it, and not of its neighbour. */
export const SAME_WORK = 0.34;

/** Evidence an utterance gives about a handoff. `end` is the side that spoke. */
export function evidenceOf(
  seed: Seed,
  said: Utterance,
  kind: EvidenceKind,
  fact: {
    end: Evidence['end'];
    act?: Act | undefined;
    by?: Person;
    until?: string | null;
    to?: Person | null;
    believes?: 'giver' | 'taker' | null;
    reason: string;
    confidence: number;
  },
): Evidence {
  const quote = fact.act?.quote ?? gist(said);
  return {
    id: stableId(seed.id, kind, said.source.kind, said.source.id, String(fact.act?.start ?? -1)),
    kind,
    end: fact.end,
    by: fact.by ?? said.from,
    at: said.at,
    source: said.source,
    quote,
    until: fact.until ?? null,
    to: fact.to ?? null,
    believes: fact.believes ?? null,
    link: { reason: fact.reason, confidence: fact.confidence },
  };
}

/** How near an act's words are to an opening's: its own words first, the subject as a weaker witness. */
export function nearness(seed: Seed, text: string): number {
  const words = wordsIn(text);
  return Math.max(similarity(seed.words, words), 0.6 * similarity(seed.subjectWords, words));
}

/** Does a message point at the very ask ("saw your mail about the burner tips")? */
export function pointsTo(seed: Seed, text: string): boolean {
  const head = headedBy(text);
  if (head && [...head].every((word) => seed.words.has(word))) return true;
  const about = pointedAt(text);
  if (!about) return false;
  const known = new Set([...seed.words, ...seed.subjectWords]);
  let shared = 0;
  for (const word of about) if (known.has(word)) shared++;
  return shared >= Math.min(2, about.size) && shared / about.size >= 0.6;
}

/** Does the wait in a message leave the move with the giver of this handoff, and not with somebody else it is put to? */
function awaitsGiver(seed: Seed, said: Utterance): boolean {
  return said.waits !== null && leavesWith(seed.opening.giver, said.waits, said);
}

/** Is it this person whom words that wait are put to? */
export function leavesWith(person: Person, waits: string, said: Utterance): boolean {
  const named = said
    .named(waits)
    .filter((p) => !samePerson(p, said.from) && said.audience.some((q) => samePerson(p, q)));
  if (named.length > 0) return named.some((p) => samePerson(p, person));
  return said.to.length === 0 || said.to.some((p) => samePerson(p, person));
}

/** A promise that answers the question it is given to, and is a piece of work of its own. */
export function isNewWork(seed: Seed, act: Act): boolean {
  const { act: asked, quote } = seed.opening;
  return (
    asked === 'question' && act.kind === 'commitment' && (asksWhen(quote) || asksWhatNow(quote))
  );
}

/**
 * Which of several open handoffs an answer speaks of. One alone is meant; of several, the nearest by words;
 * words that fit none ("will do") mean the one asked last, unless the answer would close it (`strict`): then none.
 * A promise (`promises`) that fits none means the ask for a deed asked last, before any question: whether "it is the same
 * man as last year" is not answered by "I can do it after all".
 * `under` are quoted words the answer was written below; `names`: it says by name what it hands over, so that one word
 * of one ask alone is enough.
 */
export function meant(
  candidates: readonly Seed[],
  text: string,
  hint: { strict?: boolean; promises?: boolean; under?: string; names?: boolean } = {},
): Seed[] {
  if (candidates.length <= 1) return [...candidates];
  const under = folded(hint.under ?? '');
  // Written right below the quoted ask: of several asks quoted there, the last.
  const quoted = candidates
    .map((seed) => ({ seed, at: under.indexOf(folded(seed.opening.quote).slice(0, 40)) }))
    .filter((c) => c.at >= 0)
    .sort((a, b) => b.at - a.at)[0];
  if (quoted) return [quoted.seed];
  const ranked = candidates
    .map((seed) => ({ seed, near: nearness(seed, text) }))
    .sort((a, b) => b.near - a.near);
  const best = ranked[0];
  if (best && best.near >= SAME_WORK)
    return ranked.filter((r) => r.near >= Math.max(SAME_WORK, best.near * 0.9)).map((r) => r.seed);
  if (isOfAll(text, candidates)) return [...candidates];
  // "Roster and mileage attached": of several things named in one breath each is handed over.
  if (hint.names && SEVERAL.test(text)) {
    const named = candidates.filter(({ words }) =>
      [...tellingWords(text)].some(
        (word) => words.has(word) && candidates.filter((c) => c.words.has(word)).length === 1,
      ),
    );
    if (named.length > 1) return named;
  }
  // A word in common with one alone says more than the order they were asked in; a subject they share tells none apart.
  const own = ranked.filter(({ seed }) => similarity(seed.words, wordsIn(text)) > 0);
  const alone = own.length > 0 ? own : ranked.filter(({ near }) => near > 0);
  const [one] = alone;
  if (one && alone.length === 1) {
    const shared = [...tellingWords(text)].filter((word) => one.seed.words.has(word)).length;
    const told = one.seed.opening.act === 'question';
    if (hint.strict !== true || hint.names || told || shared >= 2) return [one.seed];
  }
  const deed = hint.promises ? candidates.findLast((c) => c.opening.act === 'request') : undefined;
  const last = deed ?? candidates[candidates.length - 1];
  return last && hint.strict !== true ? [last] : [];
}

const SEVERAL = /,|&|\+|\b(?:and|und|et|y|e|en)\b/i;
/** Said of every one of them; "all right" and "not at all" are not. */
export const OF_ALL =
  /(?<!\b(?:you|thanks|hi|hello|at|after|above|for) )\b(?:both|all(?! (?:right|day|week|month|year|night|good|well|over|along|of a sudden|the (?:best|same|time|way))\b)|everything|alles|beide)\b/i;

/** "Both done"; not "tea with both of them", and not "all 9 tags", which is of the tags. */
function isOfAll(text: string, candidates: readonly Seed[]): boolean {
  const match = OF_ALL.exec(text);
  if (!match) return false;
  if (
    /\b(?:with|to|from|by|of|between|among|for|on|in) (?:the )?$/i.test(text.slice(0, match.index))
  )
    return false;
  const [next] = contentWords(
    /^(?: of)?(?: (?:the|my|our|your|its|\d+|two|three|four|five|six))*( [\p{L}-]+)?/iu.exec(
      text.slice(match.index + match[0].length),
    )?.[1] ?? '',
  );
  return next === undefined || !candidates.some(({ words }) => words.has(next));
}

/** Words as they are compared: on one line, in small letters. */
export function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Acts that would close what they answer. */
export function closes(act: Act): boolean {
  return act.kind === 'delivery' || act.kind === 'completion';
}

/** What the taker's message says about a handoff that is theirs. Several acts give several facts. */
export function takerFacts(
  seed: Seed,
  said: Utterance,
  acts: readonly Act[],
  reason: string,
  beside: readonly Seed[] = [],
) {
  const facts: Evidence[] = [];
  const spoken = ofItOrNone(seed, said.ownText, beside);
  const add = (
    kind: EvidenceKind,
    act: Act | undefined,
    more: { until?: string | null; to?: Person | null; believes?: 'giver' | 'taker' | null } = {},
  ) =>
    facts.push(
      evidenceOf(seed, said, kind, {
        end: 'taker',
        act,
        reason,
        confidence: act?.confidence ?? 0.6,
        ...more,
      }),
    );
  const passed = passedOnIn(said.ownText, seed);
  const pass = (on: { quote: string; hand: string }) => {
    const to = said.named(on.hand).find((p) => !samePerson(p, seed.opening.giver)) ?? null;
    add('placed', undefined, { to });
    const last = facts[facts.length - 1];
    if (last) last.quote = on.quote;
  };
  const takes = acts.some(
    (a) => !a.condition && ['acceptance', 'commitment', 'delivery', 'completion'].includes(a.kind),
  );
  const later = acts.some((a) => promisesIt(seed, a));
  // "Her card is attached. I'll send you his tomorrow": of one kind of thing, some has come.
  const more = said.acts.some((a) => promisesIt(seed, a) && GIVES.test(a.quote));
  const waits = awaitsGiver(seed, said);
  const waiting = waits && !acts.some((a) => a.condition?.on === 'addressee');
  for (const act of acts) {
    // "All good now. We sign it tomorrow, you have it on Thursday": what is promised for later has not come.
    if (later && closes(act) && !speaksOfIt(seed, act)) continue;
    const toOther = act.addressee != null && !samePerson(act.addressee, seed.opening.giver);
    if (act.condition?.on === 'addressee' && (toOther || (said.waits !== null && !waits))) continue;
    // "As soon as I have yours": whatever is promised, the move is put back.
    if (act.condition?.on === 'addressee') {
      add('waiting', act, { believes: 'giver' });
      continue;
    }
    // "I've passed it on to Karl", however it is read: nobody was pointed anywhere, and nothing has arrived.
    const on = passed.find((p) => p.moved && p.quote.includes(act.quote));
    if (on && (PUTS.has(act.kind) || (closes(act) && isToTakeOn(seed)))) {
      pass(on);
      continue;
    }
    switch (act.kind) {
      case 'acceptance':
        // "Yes" to a question is its answer, not a promise of one.
        add(answersIt(seed.opening, act) ? 'done' : 'taken', act, {
          until: act.due?.at ?? null,
        });
        break;
      case 'commitment':
        add(isNewWork(seed, act) ? 'done' : 'taken', act, { until: act.due?.at ?? null });
        break;
      case 'deferral':
        add('deferred', act, { until: act.due?.at ?? null });
        break;
      case 'completion':
        if (setForLater(act.quote, seed.opening.quote))
          add('placed', act, { until: act.due?.at ?? null });
        // "It is finished and lies here, you get it as soon as …": nothing has arrived.
        else
          add(waits || more || leavesRest(spoken, act.quote, seed.words) ? 'partial' : 'done', act);
        break;
      case 'delivery':
        if (setForLater(act.quote, seed.opening.quote)) add('placed', act);
        else add(more || leavesRest(spoken, act.quote, seed.words) ? 'partial' : 'done', act);
        break;
      case 'decline': {
        // "It's their part, not ours. I asked the foundry": why it went there, and no refusal.
        const why = besides(passed, act.quote, said.ownText);
        if (why) {
          pass(why);
          break;
        }
        add('declined', act, {
          to:
            sentTo(acts, said) ??
            (POINTS.test(act.quote) ? handNamed(act.quote, said) : pointedBehind(act, said)),
        });
        break;
      }
      case 'redirect':
        add('redirected', act, { to: sentTo([act], said) });
        break;
      case 'request':
        // "Declarations are with Mikael, please ask him.": nothing is asked back.
        if (POINTS.test(act.quote)) {
          const to = handNamed(act.quote, said);
          if (to) {
            add('redirected', act, { to });
            break;
          }
        }
        // "I am waiting for your release, just let me know": no new ask, the turn is put back.
        if (conditionIn({ text: act.quote })?.on === 'addressee') {
          add('waiting', act, { believes: 'giver' });
          break;
        }
        // "Set up.", "Ordered": the ask's own verb handed back is no ask.
        if (echoes(seed, act)) add('done', act);
        // Whatever is said to a question is its answer ("yes, go ahead"), unless it asks back.
        else if (seed.opening.act === 'question') {
          if (!leavesOpen(act.quote, true)) add('done', act);
        } else if (!takes && addressedTo(act, seed.opening.giver, said))
          add('questioned', act, { believes: 'giver', until: proposedDay(seed, act, said) });
        break;
      case 'question':
        if (!takes && addressedTo(act, seed.opening.giver, said))
          add('questioned', act, { believes: 'giver', until: proposedDay(seed, act, said) });
        break;
      case 'decision':
        if (seed.opening.act === 'question') add('done', act);
        break;
      case 'acknowledgement':
      case 'withdrawal':
        break;
    }
  }
  if (waiting && !facts.some((f) => f.kind === 'done' || f.kind === 'waiting')) {
    add('waiting', undefined, { believes: 'giver' });
    const last = facts[facts.length - 1];
    if (last && said.waits !== null) last.quote = said.waits;
  }
  if (facts.length > 0) return facts;
  const placed = passed.find((p) => p.ofIt && (p.moved || LIES_NOW.test(p.quote)));
  if (placed) {
    pass(placed);
    return facts;
  }
  const coming = seed.opening.act === 'request' ? comingIn(said.ownText, seed.words) : null;
  if (coming !== null) {
    add('taken', undefined);
    return facts.map((fact) => ({ ...fact, quote: coming }));
  }
  const hand = asksToBeTold(seed.opening) ? null : inHandIn(said.ownText, seed.words);
  if (hand !== null) {
    const to = hand.own ? null : handNamed(hand.quote, said);
    add(hand.own ? 'taken' : 'placed', undefined, { to, until: said.day(hand.quote) });
    return facts.map((fact) => ({ ...fact, quote: hand.quote }));
  }
  const onlyThanks = acts.length > 0 && acts.every((a) => thanksOnly(seed, a));
  // A question expects only an answer, and this is one.
  const rest = leavesRest(said.ownText, '', seed.words);
  const told = !leavesOpen(said.ownText, seed.opening.taker !== null) && !saysNotYet(said.ownText);
  if (isQuestion(seed.opening) && !onlyThanks && told) add('done', acts[0]);
  else add(rest && !onlyThanks ? 'partial' : 'replied', acts[0]);
  return facts;
}

/** What words that only tell whom it was put with may be read as. */
const PUTS: ReadonlySet<Act['kind']> = new Set(['redirect', 'request', 'question']);

/** "It's with engineering now"; that the keys are with the sexton says where they are, and of no step. */
const LIES_NOW =
  /\b(?:it|this|that|das|es|het|dit)(?:['’]s| is| sits| lies| liegt| ligt) (?:now|already|jetzt|nun|nu|al)\b/i;

/** Does an act have a word of the ask's own? */
const speaksOfIt = (seed: Seed, act: Act): boolean =>
  [...contentWords(act.quote)].some((word) => seed.words.has(word));

/** A promise of the very thing, in its words, for a day that is named. */
const promisesIt = (seed: Seed, act: Act): boolean =>
  act.kind === 'commitment' && act.due !== undefined && !act.condition && speaksOfIt(seed, act);

const GIVES =
  /\b(?:send|bring|mail|e-?mail|forward|upload|share|drop|post|pass|hand|give|get you|let you have|follow)\b/i;

/** The sentences of a text that do not rather speak of another ask, in its words. */
function ofItOrNone(seed: Seed, text: string, beside: readonly Seed[]): string {
  if (beside.length === 0) return text;
  const shared = (words: ReadonlySet<string>, of: ReadonlySet<string>) =>
    [...words].filter((word) => of.has(word)).length;
  const isOfAnother = (sentence: string) => {
    const words = tellingWords(sentence);
    const own = shared(words, seed.words);
    return beside.some((other) => shared(words, other.words) > own);
  };
  return sentencesIn(text)
    .filter((sentence) => !isOfAnother(sentence))
    .join('\n');
}

/** A few words that only repeat the ask's. */
function echoes(seed: Seed, act: Act): boolean {
  const words = contentWords(act.quote);
  if (words.size === 0 || words.size > 3 || act.due || act.quote.trim().endsWith('?')) return false;
  for (const word of words) if (!seed.words.has(word)) return false;
  return true;
}

function addressedTo(act: Act, giver: Person, said: Utterance): boolean {
  if (act.addressee) return samePerson(act.addressee, giver);
  return said.to.length <= 1 || said.to.some((p) => samePerson(p, giver));
}

/** Whom a decline or redirect points to, where it names somebody. */
function sentTo(acts: readonly Act[], said: Utterance): Person | null {
  const redirect = acts.find((a) => a.kind === 'redirect');
  if (!redirect) return null;
  const named = handNamed(redirect.quote, said);
  if (named || !OF_THEM.test(redirect.quote)) return named;
  // "Foiling moved to Yvonne's bench. She's the one to ask.": named in the sentence before.
  const before = said.ownText.slice(0, Math.max(0, said.ownText.indexOf(redirect.quote))).trim();
  return handNamed(before.split(/(?<=[.!?])\s+|\n+/).at(-1) ?? '', said);
}
const OF_THEM = /\b(?:she|he|they|her|him|them)\b/i;

/** "Not my area, try Priya": the same sentence declines and points. */
const POINTS =
  /\b(?:try|ask|contact|(?:speak|talk|write|turn|go|goes|went|belongs?|moved|moves|passed|transferred|switched) to|check with|(?:one|question|job) for|(?:handled|done|run|owned|covered) by|(?:sits?|lies?|lives?|is|are) (?:now )?with|(?:has|have) (?:it|them|that|those|these)\b|owns|handles|looks after|does|t(?:akes|ook|aken) (?:\w+ ){0,2}over)\b/i;

/** "It isn't mine any more. Ask Leila Karimi, she has it now.": whom the sentence behind a decline points to. */
function pointedBehind(act: Act, said: Utterance): Person | null {
  const behind = said.ownText.slice(said.ownText.indexOf(act.quote) + act.quote.length);
  const [next = ''] = behind.trim().split(/(?<=[.!?])\s+|\n+/);
  return POINTS.test(next) ? handNamed(next, said) : null;
}

/** Whom words point to; in "Hi Dora, looping in Lin" Dora is only greeted. */
export function handNamed(words: string, said: Utterance): Person | null {
  const to = words.replace(GREETED, '');
  return said.named(to).find((p) => !samePerson(p, said.from)) ?? null;
}
const GREETED =
  /^\W*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|morning|hallo|bonjour|hola|ciao|olá)\s+)?(?!(?:ask|try|contact|ping|call|mail|tell|see|check)\b)\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?(?: here)?\s*[,:!–-]\s*(?=\S)/iu;

/** The same ask again, or an ask with no work of its own ("any news on this?"). */
export function chases(seed: Seed, act: Act): boolean {
  const words = contentWords(act.due ? act.quote.replace(act.due.text, ' ') : act.quote);
  for (const person of [seed.opening.giver, seed.opening.taker])
    for (const name of contentWords(person?.name ?? '')) words.delete(name);
  // "Also …", "give us a price": a further thing, or one that was not spoken of, however few its words.
  const further =
    /^\W*(?:and |could you |can you |please )*also\b/i.test(act.quote) ||
    (NEW_THING.test(act.quote) && !isChasing(act.quote));
  return (
    (words.size <= 2 && !(further && [...words].some((word) => !seed.words.has(word)))) ||
    similarity(seed.words, words) >= 0.5 ||
    (isChasing(act.quote) && nearness(seed, act.quote) > 0)
  );
}

const NEW_THING =
  /\b(?:give|send|get|bring|need|have|want)(?: (?:me|us|over))? an? (?!(?:answer|reply|response|word|date|day|time|update|ring|call|shout)\b)\p{L}/iu;

/** Does it put the move on the other side? */
export function isAsk(act: Act): boolean {
  return act.kind === 'request' || act.kind === 'question';
}
