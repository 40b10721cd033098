import type { Act } from '../../shared/handoff/act';
import { corrected } from '../../shared/handoff/deciding';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { contentWords } from '../../shared/handoff/similarity';
import { broughtIn } from './chainSteps';
import { isOpen, type Correlated } from './correlated';
import { evidenceOf } from './evidence';
import { meant } from './meant';
import { nearness } from './nearness';
import { seedOf, type Seed } from './openings';
import type { UnpassedContext } from './planned';
import { asksOthers } from './reach';
import { sentencesIn } from './sentences';
import type { Utterance } from './utterance';

/**
 * The taker passes the work on in the same conversation: placed for the parent, a child for the next hand. Returns
 * those hands.
 */
export function onward(
  mine: readonly Correlated[],
  said: Utterance,
  used: Set<Act>,
  ctx: UnpassedContext,
  held: Correlated[],
): Person[] {
  const hands: Person[] = [];
  for (const act of said.acts) {
    if (used.has(act)) continue;
    const passed = asksOthers(act, said, mine) && asksToTake(act);
    const [parent, ask] = passed
      ? [passedOn(mine, act, said), { ...act, kind: 'request' as const }]
      : brought(mine, act, said);
    if (!parent) continue;
    const child = seedOf(ask, said, {
      thread: ctx.thread,
      isMe: (p) => ctx.isMe(p),
      answered: null,
      parent: parent.seed.id,
    });
    const hand = child?.opening.taker;
    // Asked of a third, so that it comes back to the one who gave it: a new ask of theirs.
    if (!hand || samePerson(hand, parent.seed.opening.giver)) continue;
    if (held.some((h) => h.seed.id === child.id)) continue;
    // "Over to you, Craig. Alan, Craig looks after those": passed on by this message, and only named once more.
    if (!passed && hands.some((h) => samePerson(h, hand))) {
      used.add(act);
      continue;
    }
    inherit(child, parent.seed);
    // Brought in by name alone: the work is what it was.
    if (!passed) {
      child.words = parent.seed.words;
      child.opening.what = parent.seed.opening.what;
    }
    parent.evidence.push(
      evidenceOf(parent.seed, said, 'placed', {
        end: 'taker',
        act,
        to: hand,
        reason: 'the taker asked the next hand',
        confidence: act.confidence,
      }),
    );
    child.opening = corrected(child.opening, ctx.naming?.(child.id) ?? null);
    held.push({ seed: child, evidence: [], reopenedAt: ctx.reopenedAt(child.id) });
    hands.push(hand);
    used.add(act);
  }
  return hands;
}

/** A request; or "would this be one of yours?", which asks for no answer but the deed. */
const asksToTake = ({ kind, quote }: Act): boolean =>
  kind === 'request' || (kind === 'question' && (IS_YOURS.test(quote) || YOU_OF_ALL.test(quote)));
/**
 * "Lo prepari tu?", "Machst du das?", "Doe jij de zaal?": where the verb names the person, a "you" that is said besides
 * lays the deed to them.
 */
const YOU_OF_ALL =
  /(?<![\p{L}])(?:tu|voi|lei|tú|vos|usted(?:es)?|você|vocês|toi)\s*\?\s*$|(?<![\p{L}])(?!(?:hast|bist|weißt|weisst|kannst|willst|denkst|meinst|glaubst|siehst|kennst|brauchst|findest|kommst|gehst|warst|wirst|darfst|magst|möchtest)\b)\p{L}{2,}st du (?:das|es|die|den|dem|der|dies\p{L}*)(?![\p{L}])|(?<![\p{L}])(?!(?:heb|ben|weet|kun|kan|wil|denk|vind|zie|ken|kom|ga|was|mag)\b)\p{L}{2,} jij (?:dat|het|de|dit|die|deze)(?![\p{L}])/iu;
const IS_YOURS =
  /\b(?:is|isn't|are|would|could|might|can) (?:this|that|it|these|those|they)\b[^.!?]{0,30}\b(?:yours|for you|with you|your (?:area|patch|side|team|desk|department|turf|call|one)|one of your\p{L}*|in your (?:area|patch|team))\b/iu;

/** Somebody brought into the conversation for one of the author's open handoffs, as the ask that this is. */
function brought(
  mine: readonly Correlated[],
  act: Act,
  said: Utterance,
): [Correlated, Act] | [null, null] {
  const named = mine.filter(
    (h) => h.seed.opening.taker !== null && h.seed.opening.act !== 'commitment',
  );
  const [seed] = meant(
    named.map((h) => h.seed),
    act.quote,
  );
  const parent = named.find((h) => h.seed === seed);
  const ask = parent ? broughtIn(act, said, parent.seed.opening.giver) : null;
  return parent && ask ? [parent, ask] : [null, null];
}

/** Which of the author's open handoffs an onward ask passes on: by its words, or by being a forward of it. */
function passedOn(mine: readonly Correlated[], act: Act, said: Utterance): Correlated | null {
  const named = mine.filter((h) => h.seed.opening.taker !== null);
  const near = named.find((h) => nearness(h.seed, act.quote) >= 0.2);
  if (near && contentWords(act.quote).size >= LEAST_WORDS) return near;
  // A forward, or an ask to a third hand that says only "this": of what came last and is not passed on yet.
  if (said.item.kind !== 'mail' || named.length === 0) return null;
  const given = named.filter(
    (h) => h.seed.opening.act !== 'commitment' && !h.evidence.some((e) => e.kind === 'placed'),
  );
  if (FORWARD.test(said.item.subject) || THIS.test(act.quote)) return given.at(-1) ?? null;
  // "Trials are with Billing now, so adding Ana. Ana, can you …": she was brought in for the one thing that is asked here.
  const [only] = given.filter((h) => isOpen(h));
  return only && given.length === 1 && bringsIn(act, said) ? only : null;
}

/** Does a sentence of the message bring in the very hand that this act asks? */
function bringsIn({ addressee }: Act, said: Utterance): boolean {
  if (addressee == null) return false;
  return sentencesIn(said.ownText).some(
    (line) => BRINGS_IN.test(line) && said.named(line).some((p) => samePerson(p, addressee)),
  );
}
const BRINGS_IN =
  /\b(?:adding|looping in|copying(?: in)?|bringing in|cc(?:['’]?ing|['’]?d)?(?: in)?|(?:i(?:['’]ve| have)? )?(?:added|looped in|copied(?: in)?|brought in))\b(?! (?:to|up)\b)/i;
const FORWARD = /^(?:\s*(?:re|aw|sv|antw):)*\s*(?:fw|fwd|wg|tr|rv|vs|enc|i|doorst)\s*:/i;
const THIS = /\b(?:this|these|below|it|them|die(?:s|ses)?|das|ceci|esto|isto)\b/i;

/** What hangs on the chain: the person whose work it is further up is no bystander, and the deadline is the chain's. */
function inherit(child: Seed, parent: Seed): void {
  child.opening.observed &&= parent.opening.observed;
  child.opening.due ??= parent.opening.due;
  const called = contentWords(child.opening.taker?.name ?? '');
  if ([...child.words].filter((word) => !called.has(word)).length >= LEAST_WORDS) return;
  child.opening.what = parent.opening.what;
  child.words = new Set([...child.words, ...parent.words]);
}
/** Words below which an onward ask names no work of its own. */
const LEAST_WORDS = 2;
