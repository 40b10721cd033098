import { isAsk, type Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Evidence } from '../../shared/handoff/model';
import { tellingWords } from '../../shared/handoff/similarity';
import { isTaker, type Correlated } from './correlated';
import { evidenceOf } from './evidence';
import { meant } from './meant';
import { nearness } from './nearness';
import type { Seed } from './openings';
import { bareDeed } from './outcomeWords';
import { isMoreThanName } from './points';
import { sentencesIn } from './sentences';
import type { Utterance } from './utterance';
import { folded } from './words';

/** What ties an answer to its ask where its acts alone do not: the thing named, the topic, the quoted lines, the hand. */

/**
 * Asks quoted one by one, with words below that tell something and do nothing else: a question is answered by them, and
 * what was to be done is done where they open with the deed ("Otto fixed it"), or taken where they begin with a yes ("Yes, it
 * leaves here on Wednesday").
 */
export function answeredBetween(
  candidates: readonly Correlated[],
  said: Utterance,
  spoken: ReadonlyMap<Correlated, Act[]>,
): [Correlated, Evidence][] {
  return said.between.flatMap(({ quoted, words }): [Correlated, Evidence][] => {
    const there = candidates.filter((h) => folded(quoted).includes(folded(h.seed.opening.quote)));
    const [only] = there;
    if (there.length !== 1 || !only || spoken.has(only)) return [];
    if (said.acts.some((act) => words.includes(act.quote) && PUTS_OFF.has(act.kind))) return [];
    const line = sentencesIn(words)[0] ?? '';
    const asks = only.seed.opening.act === 'question';
    const wanted = only.seed.opening.act === 'request';
    const deed = wanted ? bareDeed(words) : null;
    const ended = asks || deed !== null;
    if (!isMoreThanName(line) || !(ended || (wanted && YES.test(line)))) return [];
    return [
      [
        only,
        evidenceOf(only.seed, said, ended ? 'done' : 'taken', {
          end: 'taker',
          until: ended ? null : said.day(line),
          quote: line,
          reason: `written right below the quoted ${asks ? 'question' : 'ask'}`,
          confidence: 0.7,
        }),
      ],
    ];
  });
}
const YES =
  /^(?:yes|yep|ok|okay|sure|of course|certainly|gladly|with pleasure|will do|ja|gern|klar|oui|volontiers|sí|claro|sim|com gosto|certo|volentieri|graag)(?![\p{L}])/iu;
const PUTS_OFF: ReadonlySet<Act['kind']> = new Set([
  'commitment',
  'deferral',
  'decline',
  'redirect',
  'request',
  'question',
]);

/** "The tree is attached", "Here is the tree", "Tree attached": the thing itself is named. */
export function handsOverByName(quote: string): boolean {
  return /\b(?:voici|ci-joint\w*|anbei|beigefügt|im anhang|adjunt[oa]s?|em anexo|segue|bijgevoegd|bijlage|allegat[oaie]|ecco)\b|^(?:\W|hi \w+,|and |also )*(?:the |my |your |our )?[\p{L}\d'’ -]{2,40} (?:is |are )?(?:attached|enclosed)\b|\b(?:here(?:'s|’s| is| are)|attached (?:is|are|you'll find)) (?:the|my|your|our|a|both)\b/iu.test(
    quote,
  );
}

/**
 * "The prologue is harder. You get it on Friday.", "The proofs are late. Would Monday do?": where an act has no word of any
 * of the asks, the sentence before it says of what.
 */
export function withTopic(said: Utterance, act: Act, seeds: readonly Seed[]): string {
  // A promise that names a thing of its own is of that, whether or not the asks have its word.
  const bare = PRONOUN.test(act.quote) || isAsk(act) || tellingWords(act.quote).size <= 1;
  if (seeds.length < 2 || !bare) return act.quote;
  if (seeds.some((seed) => nearness(seed, act.quote) > 0)) return act.quote;
  const before = said.ownText
    .slice(0, Math.max(0, said.ownText.indexOf(act.quote)))
    .split(/\n{2,}/)
    .at(-1);
  const last =
    (before ?? '')
      .trim()
      .split(/(?<=[.!?])\s+/)
      .at(-1) ?? '';
  return last === '' ? act.quote : `${last} ${act.quote}`;
}
const PRONOUN = /\b(?:it|that|them|this|those|these)\b/i;

/** "Not mine, Lin has these", and Lin says "got it": the one who was pointed to takes it. */
export function takenUpByNamed(
  relevant: readonly Correlated[],
  said: Utterance,
  used: Set<Act>,
): void {
  const pointed = relevant.filter((h) => {
    // "No can do. Mo?": what is asked in the same breath is not taken.
    const last = h.evidence.findLast((e) => e.end === 'taker' && e.kind !== 'questioned');
    const away = last?.kind === 'declined' || last?.kind === 'redirected';
    if (!away || isTaker(h.seed, said.from) || samePerson(h.seed.opening.giver, said.from))
      return false;
    return samePerson(last.to, said.from) || (last.to === null && stepsIn(h.seed, said));
  });
  const act = said.acts.find(
    (a) => (a.kind === 'acceptance' || a.kind === 'commitment') && !a.condition,
  );
  const [handoff] = pointed.length === 1 || !act ? pointed : meantOf(pointed, act);
  if (!handoff || !act) return;
  used.add(act);
  handoff.evidence.push(
    evidenceOf(handoff.seed, said, 'taken', {
      end: 'taker',
      act,
      until: act.due?.at ?? null,
      reason: 'the one who was pointed to takes it',
      confidence: act.confidence,
    }),
  );
}

/** Nobody was pointed to, and somebody who reads it says in its words that they will. */
function stepsIn(seed: Seed, said: Utterance): boolean {
  return said.acts.some(
    (a) =>
      (a.kind === 'acceptance' || a.kind === 'commitment') &&
      !a.condition &&
      nearness(seed, a.quote) > 0,
  );
}

function meantOf(handoffs: readonly Correlated[], act: Act): Correlated[] {
  const seeds = meant(
    handoffs.map((h) => h.seed),
    act.quote,
  );
  return handoffs.filter((h) => seeds.includes(h.seed));
}
