import { isAsk, type Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Evidence } from '../../shared/handoff/model';
import { similarity, tellingWords, wordsIn } from '../../shared/handoff/similarity';
import { closes } from './acts';
import { askedOnward, tellsOnward, toldOnward, type Told } from './askedOnward';
import { awaitedCame, takenUp } from './awaited';
import { leftAlone } from './corrections';
import { closedAt, takers, type Correlated } from './correlated';
import { endedBy } from './endedElsewhere';
import { evidenceOf } from './evidence';
import { inOrder } from './inOrder';
import { handOf } from './namedHands';
import { nearness, pointsTo, SAME_WORK } from './nearness';
import { knownBy, TOLD_BEFORE_MS } from './nextHandKnows';
import type { Seed } from './openings';
import { broughtByMate } from './otherHand';
import { outcomeFact } from './outcome';
import { comingIn } from './outcomeWords';
import { asFarAsSaid } from './parts';
import { leavesRest } from './phrases';
import { hasCome, sentAlong, sentToNamed } from './sentAlong';
import { sentencesIn } from './sentences';
import { isOtherOfSeries } from './series';
import { spokenWith } from './spokenWith';
import { takerFacts } from './takerFacts';
import type { Utterance } from './utterance';
import { inBoth } from './words';

/**
 * Answers to a handoff given outside its conversation: later messages of the taker's (or the giver's) that the
 * other end could see and that speak of the same work.
 */
export function elsewhere(handoff: Correlated, others: readonly Utterance[]): Evidence[] {
  const { seed } = handoff;
  const found: Evidence[] = [];
  // Of few messages it is asked.
  let told: readonly Told[] | null = null;
  const toldSoFar = () => (told ??= toldOnward(handoff, others));
  for (const said of inOrder(others)) {
    if (said.nature !== 'human' || Date.parse(said.at) <= heardFrom(seed)) continue;
    // What is said after it arrived is about something else; and facts come late, so it must not matter when.
    const closed = closedAt({ ...handoff, evidence: [...handoff.evidence, ...found] });
    if (closed !== null && Date.parse(said.at) > closed) break;
    if (seed.opening.act === 'completion') {
      const known = knownBy(seed, said);
      if (known) found.push(known);
      continue;
    }
    const before = found.length;
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
    const soFar = { ...handoff, evidence: [...handoff.evidence, ...found] };
    const came = awaitedCame(soFar, said);
    const taken = byTaker ? takenUp(soFar, said) : [];
    const brought = byTaker ? null : broughtByMate(seed, said);
    if (came) found.push(came);
    else if (taken.length > 0) found.push(...taken);
    else if (byTaker) {
      const facts = takerElsewhere(seed, said);
      // What it brings, or says to be their own, is no passing on.
      const onward = facts.some((fact) => fact.kind === 'done' || fact.kind === 'placed')
        ? null
        : (askedOnward(seed, said, toldSoFar, whereOf(said)) ??
          tellsOnward(seed, said, `the taker says ${whereOf(said)} whom they asked for it`));
      const kept = onward ? facts.filter((fact) => fact.kind !== 'declined') : facts;
      found.push(...kept.map((fact) => asFarAsSaid(soFar, said, fact)));
      if (onward) found.push(onward);
    } else if (brought) found.push(asFarAsSaid(soFar, said, brought));
    else if (takesBack(seed, said))
      found.push(
        evidenceOf(seed, said, 'withdrawn', {
          end: 'giver',
          reason: 'the giver takes it back elsewhere',
          confidence: 0.7,
        }),
      );
    else if (hasCome(seed, said))
      found.push(
        evidenceOf(seed, said, 'done', {
          end: 'giver',
          reason: 'the giver says elsewhere that it has come',
          confidence: 0.65,
        }),
      );
    const ended = endedBy(seed, said, found.slice(before));
    if (ended) found.push(asFarAsSaid(soFar, said, ended));
  }
  return found;
}

/**
 * The instant (ms) from which it is spoken of. Who finishes something may have told the next hand on the same day, before
 * the one who asked; everything else begins with its opening.
 */
export function heardFrom({ opening }: Seed): number {
  return Date.parse(opening.saidAt) - (opening.act === 'completion' ? TOLD_BEFORE_MS : 0);
}

const whereOf = ({ item }: Utterance): string =>
  item.kind === 'chat' ? 'in chat' : 'in another mail';

/** What the taker says of the work in another conversation: to the giver, or to the next hand they pass it to. */
function takerElsewhere(seed: Seed, said: Utterance): Evidence[] {
  const { giver } = seed.opening;
  const where = whereOf(said);
  const passed = passedElsewhere(seed, said, where);
  if (passed) return [passed];
  if (sentToNamed(seed, said))
    return [
      evidenceOf(seed, said, leavesRest(said.ownText, '') ? 'partial' : 'done', {
        end: 'taker',
        reason: `the taker sent it ${where} to whom it was to go`,
        confidence: 0.7,
      }),
    ];
  const kept = spokenWith(seed, said);
  if (kept !== null)
    return [
      evidenceOf(seed, said, 'done', {
        end: 'taker',
        quote: kept,
        reason: `the taker says ${where} that they spoke with them`,
        confidence: 0.7,
      }),
    ];
  if (!said.audience.some((p) => samePerson(p, giver))) return [];
  const pointed = pointsTo(seed, said.ownText);
  if (!pointed && isOtherOfSeries(seed, said)) return [];
  const acts = said.acts.filter(
    (act) => pointed || nearness(seed, act.quote) >= SAME_WORK || arrivesUnder(seed, said, act),
  );
  // "Saw your mail about the burner tips, it was …": an answer whatever its words are.
  if (pointed && seed.opening.act === 'question' && !acts.some(isAsk))
    return [
      evidenceOf(seed, said, 'done', {
        end: 'taker',
        act: acts[0],
        reason: `the taker answers it ${where}, and says so`,
        confidence: 0.75,
      }),
    ];
  const finds = FINDS_OUT.test(seed.opening.quote);
  const told = seed.opening.act === 'question' || finds ? toldPlainly(seed, said) : null;
  if (told !== null)
    return [
      evidenceOf(seed, said, 'done', {
        end: 'taker',
        quote: told,
        reason: `the taker says it ${where} in the ${seed.opening.act === 'commitment' ? 'promise' : 'question'}'s own words`,
        confidence: 0.65,
      }),
    ];
  // What is sent to somebody else with the giver in copy has not come to the giver.
  const direct = said.to.some((p) => samePerson(p, giver));
  const facts =
    acts.length === 0
      ? []
      : takerFacts(seed, said, acts, `the taker speaks of the same work ${where}`).filter(
          (fact) =>
            fact.kind !== 'replied' &&
            // Asked back in another place it answers this ask only where it points at it.
            (fact.kind !== 'questioned' || pointed) &&
            (fact.kind !== 'done' || direct),
        );
  const coming = direct && facts.length === 0 ? comingIn(said.ownText, seed.words) : null;
  if (coming !== null)
    facts.push(
      evidenceOf(seed, said, 'taken', {
        end: 'taker',
        quote: coming,
        reason: `the taker says ${where} that it is theirs`,
        confidence: 0.65,
      }),
    );
  const outcome = direct
    ? outcomeFact([{ seed }], said, () => facts, `the taker says ${where} that it is done`)
    : null;
  const came = sentAlong(seed, said) && !facts.some((fact) => SETTLED.has(fact.kind));
  if (came)
    return [
      ...facts,
      evidenceOf(seed, said, leavesRest(said.ownText, '') ? 'partial' : 'done', {
        end: 'taker',
        reason: `the taker sent it ${where}`,
        confidence: 0.7,
      }),
    ];
  const near =
    outcome !== null && (nearness(seed, outcome.fact.quote) >= SAME_WORK || isHeadedBy(seed, said));
  return near ? [...facts, outcome.fact] : facts;
}

/** "About the calendar cover, leave the plates": the giver takes it back, in another place than where it was asked. */
function takesBack(seed: Seed, said: Utterance): boolean {
  const { giver, taker } = seed.opening;
  if (!samePerson(said.from, giver) || !said.to.some((p) => samePerson(p, taker))) return false;
  if (nearness(seed, said.ownText) < SAME_WORK && !pointsTo(seed, said.ownText)) return false;
  return (
    leftAlone(seed, said) !== null ||
    said.acts.some((act) => act.kind === 'withdrawal' && nearness(seed, act.quote) > 0)
  );
}

/** A mail whose subject is the thing and nothing else: "Deposit". */
function isHeadedBy(seed: Seed, said: Utterance): boolean {
  const subject = said.item.kind === 'mail' ? [...wordsIn(said.item.subject)] : [];
  return subject.length > 0 && subject.every((word) => seed.words.has(word));
}

/** Beside which a message does not bring the thing itself. */
const SETTLED: ReadonlySet<Evidence['kind']> = new Set([
  'done',
  'partial',
  'taken',
  'waiting',
  'declined',
  'deferred',
]);

/** "I'll ask Sven whether it is free", "can you find out whose that is": kept by saying so. */
const FINDS_OUT =
  /\b(?:find out|ask|check|see|look up|let (?:you|them|everyone|everybody|us) know|tell you|(?:tell|let) (?:me|us)(?: know)?|get back to you|come back to you)\b.{0,60}?\b(?:if|whether|when|what|where|how|which|whose?|why)\b/i;

/** "Carousel min height is 42 inches, unchanged": a sentence that tells what a question asked, in two of its words or more. */
function toldPlainly(seed: Seed, said: Utterance): string | null {
  if (!said.to.some((p) => samePerson(p, seed.opening.giver)) || said.acts.some(isAsk)) return null;
  for (const line of sentencesIn(said.ownText)) {
    const words = wordsIn(line);
    const shared = inBoth(words, seed.words).length;
    const tells = words.size > shared && !/\?\s*$/.test(line) && !STILL_OPEN.test(line);
    if (tells && shared >= 2 && similarity(seed.words, words) >= TOLD) return line;
  }
  return null;
}
const TOLD = 0.3;
const STILL_OPEN =
  /\b(?:not sure|don't know|no idea|will (?:check|ask|find|look|let|tell)|i'll|checking|asking|waiting|tomorrow|later|soon)\b/i;

/** A new mail whose subject names the work, and whose words say little more than that it is here ("Quote attached"). */
function arrivesUnder(seed: Seed, said: Utterance, act: Act): boolean {
  if (said.item.kind !== 'mail' || !closes(act) || seed.words.size < ONWARD_WORDS) return false;
  const subject = wordsIn(said.item.subject);
  const shared = inBoth(subject, seed.words).length;
  return (
    shared >= 2 &&
    nearness(seed, act.quote) > 0 &&
    similarity(seed.words, wordsIn(`${said.item.subject} ${act.quote}`)) >= SAME_ONWARD
  );
}

/** The taker asks somebody else for the same work: it is placed there, and not done. */
function passedElsewhere(seed: Seed, said: Utterance, where: string): Evidence | null {
  const { giver, taker } = seed.opening;
  if (!taker) return null;
  // Where the giver reads it too, it is passed on only to whoever is called by name.
  const alone = !said.to.some((p) => samePerson(p, giver));
  const toOther = ({ addressee }: Act) =>
    alone || (addressee != null && !samePerson(addressee, giver));
  const act = said.acts.find(
    (a) =>
      a.kind === 'request' &&
      a.confidence >= SURE_ONWARD &&
      toOther(a) &&
      asksForSame(seed, said, a.quote),
  );
  if (!act) return null;
  return evidenceOf(seed, said, 'placed', {
    end: 'taker',
    act,
    to: handOf(act, said),
    reason: `the taker asked the next hand ${where}`,
    confidence: act.confidence * 0.9,
  });
}

/** In the ask's own words; or the ask says only "take this", and the message around it what "this" is. */
function asksForSame(seed: Seed, said: Utterance, quote: string): boolean {
  const words = wordsIn(quote);
  if (
    seed.words.size >= ONWARD_WORDS &&
    words.size >= ONWARD_WORDS &&
    similarity(seed.words, words) >= SAME_ONWARD
  )
    return true;
  if (!TAKE.test(quote) || said.acts.filter(isAsk).length > 1) return false;
  const told = tellingWords(said.ownText);
  const known = new Set([...seed.words, ...seed.subjectWords]);
  const shared = inBoth(told, known).length;
  return told.size <= FEW_WORDS && shared >= ONWARD_WORDS && shared >= told.size * SAME_AROUND;
}
/** Asked to take something on, whatever it is. */
const TAKE =
  /\b(?:take|pick (?:\S+ )?up|own|handle|look (?:at|into)|have a look|sort|deal with|see to|jump on|help with|fix|action|progress)\b/i;
/** A message that says what "this" is, and nothing else. */
const FEW_WORDS = 25;
const SAME_AROUND = 0.3;
const SURE_ONWARD = 0.6;
/** In another conversation only words tie the two together: "Call me" is in many. */
const ONWARD_WORDS = 3;
const SAME_ONWARD = 0.5;

/** The giver tells the taker outside the conversation that the move is theirs. */
function giverWaits(handoff: Correlated, said: Utterance): boolean {
  const { opening } = handoff.seed;
  return (
    said.waits !== null &&
    opening.taker !== null &&
    samePerson(opening.giver, said.from) &&
    said.to.some((p) => samePerson(p, opening.taker)) &&
    (nearness(handoff.seed, said.ownText) >= SAME_WORK || awaitsWork(handoff.seed, said.waits))
  );
}

/** "Looking forward to the rider": all that is waited for is what was asked. */
function awaitsWork(seed: Seed, waits: string): boolean {
  const thing = WAITED.exec(waits)?.[1];
  const words = thing === undefined ? [] : [...wordsIn(thing)];
  return words.length > 0 && words.every((word) => seed.words.has(word));
}
const WAITED =
  /\b(?:forward to(?: (?:seeing|getting|receiving|having|reading|hearing))?|wait(?:ing)? (?:for|on)|await(?:ing)?|hop(?:e|ing) to (?:see|get|receive|have)) ([^,.;!?\n]{2,60})/i;
