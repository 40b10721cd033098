import { samePerson } from '../../shared/handoff/identity';
import type { Evidence } from '../../shared/handoff/model';
import { partFor } from '../../shared/reading/learned/alignment';
import { languageOf } from '../../shared/reading/language';
import { settledOdds, type Heard } from '../../shared/reading/learned/verdicts';
import type { Around } from './around';
import { isOpen, isTaker, lastOfTaker, type Correlated } from './correlated';
import { evidenceOf } from './evidence';
import { nearness } from './nearness';
import { saysNotYet } from './toKnow';
import { sentencesIn } from './sentences';
import { channelOf, kindOfWork } from './surroundings';
import type { Utterance } from './utterance';

/**
 * "They're in the binder", "that clears it up": whoever asked says of what was answered that they have what they asked
 * for, in whatever words. The rules know the plain ones; beside them the whole of it is weighed by what was learned from
 * how conversations end.
 */

/** How surely it must be settled. */
const SETTLED = 0.6;
/** What the other end did last with which only their own words end it: it lies with another hand, or was refused. */
const ELSEWHERE: readonly Evidence['kind'][] = ['redirected', 'declined', 'placed'];
/** What the rules make of the giver's message where they know what it is. */
const KNOWN: readonly Evidence['kind'][] = ['withdrawn', 'waiting', 'deferred', 'reminded', 'done'];

/**
 * The fact that a message of the giver's settles a handoff; null where it does not, or the rules know what it does.
 * `held`: everything its conversation holds; `ruled`: the facts of the message by the rules.
 */
export function settledBy(
  handoff: Correlated,
  held: readonly Correlated[],
  said: Utterance,
  around: Pick<Around, 'since'>,
  ruled: readonly Evidence[],
): Evidence | null {
  const { seed } = handoff;
  if (languageOf(`${seed.opening.quote}\n${said.ownText}`) !== 'en') return null;
  const heard = heardOf(handoff, held, said, around, ruled);
  const likely = heard && settledOdds(heard);
  if (likely === null || likely < SETTLED) return null;
  return evidenceOf(seed, said, 'done', {
    end: 'giver',
    reason: 'whoever asked is content with what came',
    confidence: Math.round(likely * 1000) / 1000,
  });
}

/** A message of the giver's as the table sees it, beside one of the works that they wait for; null where it is not of it. */
export function heardOf(
  handoff: Correlated,
  held: readonly Correlated[],
  said: Utterance,
  around: Pick<Around, 'since'>,
  ruled: readonly Evidence[],
): Heard | null {
  const { seed, evidence } = handoff;
  const { opening } = seed;
  const last = lastOfTaker(evidence);
  if (ruled.some((f) => KNOWN.includes(f.kind)) || (last && ELSEWHERE.includes(last.kind)))
    return null;
  const since = around.since(handoff);
  const own = since.filter((u) => isTaker(seed, u.from));
  const calls = callsOf(handoff, said);
  const told = own.length > 0 && (calls === 'taker' || said.to.some((p) => isTaker(seed, p)));
  if (!told && nearness(seed, said.ownText) === 0) return null;
  // Written to others while the taker is silent, it tells those that the work was put there.
  if (own.length === 0 && !said.audience.some((p) => isTaker(seed, p))) return null;
  if (isPlanned(last, said)) return null;
  const { waiting, answered } = othersOf(handoff, held, said, since);
  const beside = [...waiting, ...answered].map((h) => h.seed.opening.quote);
  const sentences = sentencesIn(said.ownText);
  const part = partFor(opening.quote, beside, sentences);
  if (part.of === 'nothing' || saysNotYet(part.sentences.join('\n'))) return null;
  // It is of what the very answer has brought, or of what is owed by whoever it calls by name, unless it names this.
  const ofOthers = beside.length > 0 && (answered.length > 0 || calls === 'other');
  if (ofOthers && part.of !== 'named') return null;
  const day = last?.until ?? opening.due?.at ?? null;
  const before = since.at(-1)?.from ?? opening.giver;
  return {
    ask: { quote: opening.quote, kind: kindOfWork(opening) },
    beside,
    answered: answered.length,
    sentences,
    acts: said.acts,
    answers: own.map((u) => sentencesIn(u.ownText)),
    files: own.reduce((sum, u) => sum + u.item.attachments.length, 0),
    prior: last?.kind ?? 'none',
    ruled: ruled[0]?.kind ?? 'none',
    day: day === null ? 'none' : day > said.at ? 'ahead' : 'past',
    since: since.length + 1,
    last: own.length === 0 ? 0 : since.length - since.findLastIndex((u) => own.includes(u)),
    before: samePerson(before, said.from) ? 'giver' : isTaker(seed, before) ? 'taker' : 'other',
    calls,
    channel: channelOf(said),
  };
}

/** Promised for a day that is still to come: it is the plan that pleases. */
const isPlanned = (last: Evidence | undefined, { at }: Utterance): boolean =>
  (last?.kind === 'taken' || last?.kind === 'deferred') && last.until !== null && last.until > at;

/** What else they wait for from here, and what the messages that this one may be answering have brought. */
function othersOf(
  { seed }: Correlated,
  held: readonly Correlated[],
  said: Utterance,
  since: readonly Utterance[],
) {
  const others = held.filter(
    (h) => h.seed.id !== seed.id && samePerson(h.seed.opening.giver, said.from),
  );
  const own = since.findLastIndex((u) => samePerson(u.from, said.from));
  const heard = new Set(since.slice(own + 1).map((u) => u.source.id));
  const isBrought = (e: Evidence) => e.kind === 'done' && heard.has(e.source.id);
  return {
    waiting: others.filter(isOpen),
    answered: others.filter((h) => h.evidence.some(isBrought)),
  };
}

function callsOf({ seed }: Correlated, said: Utterance): Heard['calls'] {
  const named = said.named(said.ownText).filter((p) => !samePerson(p, said.from));
  if (named.length === 0) return 'nobody';
  return named.some((p) => isTaker(seed, p)) ? 'taker' : 'other';
}
