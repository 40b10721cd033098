import { isAsk, type Act } from '../../shared/handoff/act';
import { HELD } from '../../shared/reading';
import { furtherOdds, type Beside, type Standing } from '../../shared/reading/learned/further';
import { chases } from './acts';
import type { Around } from './around';
import { lastOfTaker, type Correlated } from './correlated';
import { replaces } from './corrections';
import { nearness } from './nearness';
import { channelOf, kindOfWork, surroundings } from './surroundings';
import type { Utterance } from './utterance';

/**
 * "Ta for the two. Could you also let me have the new rate per night?": an answer, and a further thing asked with it, which is
 * no part of the answer. Which is which is weighed by what was learned from days of mail and talk in which both are marked.
 */

/** How surely it must be a work of its own. */
const SURELY = 0.7;

/** `mine`: what is open with the author; `given`: what they wait for. */
export interface Standings {
  mine: readonly Correlated[];
  given: readonly Correlated[];
}

/** The asks of a message that open a work of their own, beside what is open already. */
export function furtherIn(
  said: Utterance,
  open: Standings,
  around: Pick<Around, 'place' | 'answers'>,
): Act[] {
  if (open.mine.length + open.given.length === 0 || said.sentFor !== null) return [];
  return said.acts.filter((act) => {
    if (!mayBeFurther(act) || isOfIt(act, said, open)) return false;
    const likely = furtherOdds(besideOf(act, said, open, around));
    return likely !== null && likely >= SURELY;
  });
}

/** By the rules it asks after what is open, takes its place, or is what it hangs on. */
function isOfIt(act: Act, said: Utterance, { given }: Standings): boolean {
  if (said.waits?.includes(act.quote)) return true;
  return given.some(({ seed }) => chases(seed, act) || replaces(seed, act, said));
}

/** A message without what opens a work of its own in it; where nothing else is said, that it was written still answers. */
export function without(said: Utterance, further: ReadonlySet<Act>): Utterance {
  if (further.size === 0) return said;
  const acts = said.acts.filter((act) => !further.has(act));
  let rest = said.ownText;
  for (const { quote } of further) rest = rest.replace(quote, ' ');
  const says = (acts.length > 0 ? A_WORD : WORDS).test(rest.replace(GREETING, ''));
  return { ...said, acts, ownText: says && said.between.length === 0 ? rest.trim() : said.ownText };
}
const A_WORD = /\p{L}{2}/u;
/** More than the name under it. */
const WORDS = /\p{L}{2}[^\p{L}]+\p{L}{2}/u;
const GREETING = /^(?:hi|hello|hey|dear)\b[^\n,.!]*[,.!]?/i;

/** What is promised in an answer is nearly always what was asked for. */
export const mayBeFurther = (act: Act): boolean => isAsk(act) && act.confidence >= HELD;

/** An ask as the table sees it, beside what is open. */
export function besideOf(
  act: Act,
  said: Utterance,
  { mine, given }: Standings,
  { place, answers }: Pick<Around, 'place' | 'answers'>,
): Beside {
  const standing = (h: Correlated): Standing => standingOf(h, act, said, place);
  const others = said.acts.filter((a) => a !== act && a.confidence >= HELD);
  return {
    kind: act.kind === 'question' ? 'question' : 'request',
    confidence: act.confidence,
    quote: act.quote,
    ...surroundings(act.quote, said.ownText),
    channel: channelOf(said),
    due: act.due !== undefined,
    answers,
    earlier: others.filter((a) => a.start < act.start).map((a) => a.kind),
    later: others.filter((a) => a.start > act.start).map((a) => a.kind),
    files: said.item.attachments.length > 0,
    mine: mine.map(standing),
    given: given.map(standing),
    chases: given.some((h) => chases(h.seed, act)),
  };
}

function standingOf(
  { seed, evidence }: Correlated,
  act: Act,
  said: Utterance,
  place: Around['place'],
): Standing {
  const { opening } = seed;
  const last = evidence.at(-1);
  return {
    quote: opening.quote,
    kind: kindOfWork(opening),
    near: nearness(seed, act.quote),
    since: place(opening.source.id),
    last: place(last?.source.id ?? opening.source.id),
    days: Math.max(0, (Date.parse(said.at) - Date.parse(last?.at ?? opening.saidAt)) / DAY_MS),
    prior: lastOfTaker(evidence)?.kind ?? 'none',
  };
}
const DAY_MS = 86_400_000;
