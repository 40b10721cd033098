import { isAsk, type Act } from '../../shared/handoff/act';
import { samePerson, stableId } from '../../shared/handoff/identity';
import type { Evidence } from '../../shared/handoff/model';
import type { Correlated } from './correlated';
import { calledIn, SORTED_OUT, takes, type Cue } from './cue';
import { doneThere } from './onTheSpot';
import type { Seed } from './openings';
import { sentencesIn } from './sentences';
import type { Taking } from './takingOver';

/** What is said to a promise or an ask in the meeting itself. */

/** Utterances within which the other end takes up what was said. */
const TAKEN_UP = 2;
/** As sure as one is of a taking or a deed seen in the talk itself. */
export const SURE = 0.7;

/** "You'll have them this afternoon", said to the one who asked for them: the answer to that ask, and no second work. */
export function takesUp(asked: Correlated, { opening }: Seed): boolean {
  return (
    opening.act === 'commitment' &&
    OF_IT.test(opening.quote) &&
    asked.evidence.some(
      (e) =>
        e.kind === 'taken' &&
        e.source.time === opening.source.time &&
        (e.quote === opening.quote || samePerson(e.by, opening.taker)),
    )
  );
}
const OF_IT = /\b(?:it|them|that|those|these|this|one)\b/i;

/** What was said about a handoff at line `at` of the meeting it was opened in. */
export function saidThere(
  seed: Seed,
  cues: readonly Cue[],
  kind: Evidence['kind'],
  { at, by, quote }: Taking,
  link: Evidence['link'],
): Evidence {
  const cue = cues[at];
  const source = cue?.source ?? seed.opening.source;
  return {
    id: stableId(seed.id, kind, source.id, source.time ?? ''),
    kind,
    end: samePerson(by, seed.opening.giver) ? 'giver' : 'taker',
    by,
    at: cue?.at ?? seed.opening.saidAt,
    source,
    quote,
    until: cue?.acts.find((a) => a.quote === quote)?.due?.at ?? null,
    to: null,
    believes: null,
    link,
  };
}

/** What the taker said to it right away. */
export function takenUp(seed: Seed, cues: readonly Cue[], n: number): Evidence[] {
  const { taker } = seed.opening;
  if (!taker || (seed.opening.act === 'commitment' && !seed.opening.saidBy)) return [];
  const done = seed.opening.act === 'request' && doneThere(cues, n, seed.opening.giver, taker);
  if (done)
    return [
      saidThere(
        seed,
        cues,
        'done',
        { ...done, by: taker },
        { reason: 'done when it was asked', confidence: SURE },
      ),
    ];
  // Where it first had to be sorted out whose it is, the answer comes later.
  const reach =
    calledIn(seed.opening.quote, cues[n]?.others ?? []).length > 1 ? SORTED_OUT : TAKEN_UP;
  for (const cue of cues.slice(n + 1, n + 1 + reach)) {
    if (!samePerson(cue.from, taker)) continue;
    if (reach > TAKEN_UP && !cue.acts.some(takes)) continue;
    const sure = cue.acts.filter((a) => a.confidence >= 0.5);
    // "Friday I can't": a no is not outweighed by the day it names.
    const act =
      sure.find((a) => a.kind === 'decline') ??
      sure.find((a) => a.kind === 'acceptance' || a.kind === 'commitment');
    const kind = act?.kind === 'decline' ? 'declined' : act ? 'taken' : 'replied';
    const answer = { at: cues.indexOf(cue), by: cue.from, quote: act?.quote ?? '' };
    return [
      saidThere(seed, cues, kind, answer, {
        reason: 'said right after it',
        confidence: act?.confidence ?? 0.5,
      }),
    ];
  }
  return [];
}

/** Asked, refused, and let be in the same breath by the one who asked: it was settled there, before everyone. */
export function letGo(seed: Seed, cues: readonly Cue[], n: number): boolean {
  if (seed.opening.act !== 'request') return false;
  const answers = cues.slice(n + 2, n + 5).filter((c) => samePerson(c.from, seed.opening.giver));
  return answers.some((cue) => !cue.acts.some(isAsk) && cue.acts.some((a) => SETTLES.has(a.kind)));
}

const SETTLES: ReadonlySet<Act['kind']> = new Set(['acceptance', 'commitment', 'withdrawal']);

/** "Okay, then forget it", said by the one who asked in the same breath. */
export function takenBack(seed: Seed, cues: readonly Cue[], n: number): boolean {
  return cues
    .slice(n + 1, n + 4)
    .some(
      (cue) =>
        samePerson(cue.from, seed.opening.giver) &&
        cue.acts.some((a) => a.kind === 'withdrawal' && a.confidence >= 0.6),
    );
}

/** "It's booked, I did it in August." – "Oh. Never mind then.": a promise its own hand drops again as soon as it was made. */
export function dropped({ opening }: Seed, cues: readonly Cue[], n: number): boolean {
  if (opening.act !== 'commitment' || !samePerson(cues[n]?.from ?? null, opening.taker))
    return false;
  return cues
    .slice(n + 1, n + 4)
    .some((cue) => samePerson(cue.from, opening.taker) && drops(cue.text) !== null);
}

/** The sentence by which a hand drops what was theirs to do; null where none does. */
export const drops = (text: string): string | null =>
  sentencesIn(text).find((words) => DROPS.test(words) && !/\?\s*$/.test(words)) ?? null;
const DROPS =
  /\b(?:never ?mind|(?:scratch|scrap|strike|forget|skip|drop) (?:that|it|the \p{L}+)|(?:then |so )?i (?:(?:just )?leave (?:it|that|them)(?= then|[.,!]|$)|won['’]t|don['’]t (?:need|have) to|needn['’]t|can leave (?:it|that))|no need(?: then| for (?:that|it|me))?\b|leave (?:it|that) then|one (?:thing )?less|one less (?:thing|job)|(?:that|it)(?:['’]s| is) (?:settled|sorted|done) then|i['’]m not \p{L}+ing (?:any|it|that))\b/iu;

/** A deed without a day that the others only laugh at. */
export function laughedAt({ opening }: Seed, cues: readonly Cue[], n: number): boolean {
  if (opening.act !== 'commitment' || opening.due) return false;
  const next = cues.slice(n + 1, n + 3).find((cue) => !samePerson(cue.from, opening.taker));
  return next !== undefined && LAUGHS.test(next.text);
}
const LAUGHS =
  /^\W*(?:ha(?:[ -]?ha)*|hah+|hehe|lol)\W*$|^\W*(?:ha[ -]?ha|haha\w*|hehe|oh my god|please don't)\b|[([](?:laughs|laughter|laughing)[)\]]/i;
