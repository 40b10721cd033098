import type { Act } from '../../shared/handoff/act';
import type { Evidence } from '../../shared/handoff/model';
import { lastOfTaker } from './correlated';
import { hasAnyWord, hasOwnWord } from './nearness';
import type { Seed } from './openings';
import { sentencesIn } from './sentences';
import type { Utterance } from './utterance';

/** A deadline that moves: the taker asks for another day, and the giver grants it. */

/** "Would Monday the 14th do?": the other day that is asked for; null where none is, or there is no day to be moved. */
export function proposedDay(seed: Seed, act: Act, said: Utterance): string | null {
  if (seed.opening.due === null || !PROPOSES.test(act.quote)) return null;
  return act.due?.at ?? said.day(act.quote);
}
/** Words that ask whether a day would do, in the languages that are read. */
const PROPOSES =
  /(?<![\p{L}])(?:do|does|work|works|suits?|fine|ok|okay|all ?right|possible|enough|acceptable|instead|rather|make it|say|until|till|by|later|move|push|shift|passt|passen|geht|reicht|ginge|va|irait|convien\p{L}*|convendr\p{L}*|vale|sirve|serve|pode ser|va bene|schikt|lukt|kan)(?![\p{L}])/iu;

/**
 * The day the taker's last message asked for, where the giver says yes to it: by a word of consent, or by naming the same
 * day without a no.
 */
export function grantedDay(evidence: readonly Evidence[], said: Utterance): string | null {
  const last = lastOfTaker(evidence);
  const asked = evidence.findLast(
    (e) => e.end === 'taker' && e.source.id === last?.source.id && ASKS_FOR.has(e.kind) && e.until,
  );
  const day = asked?.until ?? null;
  if (day === null || said.acts.some((act) => act.kind === 'decline')) return null;
  for (const sentence of sentencesIn(said.ownText)) {
    if (sentence.endsWith('?') || DENIES.test(sentence)) continue;
    const named = said.day(sentence);
    if (named === null ? CONSENTS.test(sentence) : named.slice(0, 10) === day.slice(0, 10))
      return day;
  }
  return null;
}
const ASKS_FOR: ReadonlySet<Evidence['kind']> = new Set(['questioned', 'deferred']);
const DENIES =
  /\b(?:no|not|too late|earlier|sooner|latest|unless|nein|nicht|non|pas|não|nao|niet|geen)\b|n't\b/i;
const CONSENTS =
  /^(?:\W|(?:hi|hello|hallo|thanks|thank you)\b[^,.!]{0,24}[,.!]\s*|\p{Lu}[\p{Ll}'-]+,\s*)*(?:ok|okay|yes|yep|sure|fine|agreed|deal|(?:that|it)(?:'s| is| will|'ll)? (?:\w+ )?(?:fine|ok|okay|works?|suits?|good|all right|do|enough)|works|no problem|all right|alright|of course|by all means|perfect|ja|passt|geht|in ordnung|einverstanden|oui|d'accord|ça (?:va|marche)|entendu|sí|vale|de acuerdo|sim|pode ser|combinado|está bem|prima|goed|akkoord|sì|va bene|d'accordo)(?![\p{L}])/iu;

/**
 * "The drawing can wait until Friday", "… until she is back", "forget the 10th, the 17th is fine": until when the giver
 * gives time for it, and the sentence that does; null where none does. `absentUntil` (ISO): to when the taker is away,
 * where that is known.
 */
export function givenTime(
  seed: Seed,
  said: Utterance,
  absentUntil: string | null,
): { until: string; quote: string } | null {
  for (const quote of sentencesIn(said.ownText)) {
    if (quote.endsWith('?')) continue;
    const match = CAN_WAIT.exec(quote);
    if (match && hasOwnWord(seed, quote.slice(0, match.index))) {
      const until = said.day(quote) ?? (BACK.test(quote) ? absentUntil : null);
      if (until !== null) return { until, quote };
    }
    const until = laterDay(seed, said, quote);
    if (until !== null) return { until, quote };
  }
  return null;
}

/** A day behind the one it was due on, by which it is early enough; null where the sentence names none. */
function laterDay(seed: Seed, said: Utterance, quote: string): string | null {
  const due = seed.opening.due?.at ?? null;
  const at = quote.replace(/[‘’ʼ]/g, "'").search(NOT_BEFORE);
  if (due === null || at < 0 || !(hasAnyWord(seed, quote) || DROPS_DAY.test(quote))) return null;
  const day = said.day(quote.slice(at)) ?? said.day(quote);
  return day !== null && day.slice(0, 10) > due.slice(0, 10) ? day : null;
}
/** "I don't need it until …", "Monday is soon enough". */
const NOT_BEFORE =
  /\b(?:(?:do|does|will|would|can)(?: not|n't)|no longer) (?:need|want|have to have)\b.{0,50}?\b(?:until|till|before)\b|\b(?:is|are|'s|would be|will be|'ll be|does|will do|would do) (?:\w+ )?(?:fine|soon enough|early enough|time enough|enough|plenty|ok|okay|all right|good enough)\b/i;
/** "Forget the 10th": the day is dropped, and not the work. */
const DROPS_DAY =
  /\b(?:forget|never mind|ignore|scrap|drop)(?: about)? (?:the )?(?:\d{1,2}(?:st|nd|rd|th)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:old |first )?(?:date|day|deadline)\b)/i;
const CAN_WAIT =
  /\b(?:can|could|may|will) (?:easily |also |just |happily )?(?:wait|keep|stand over|stay)\b(?: (?:until|till|for))?|\b(?:no|not any) (?:hurry|rush)\b|\bis not urgent\b|\bisn't urgent\b/i;
const BACK = /\b(?:back|return|returns|returned|home again|in again)\b/i;
