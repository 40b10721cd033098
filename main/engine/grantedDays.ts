import type { Act } from '../../shared/handoff/act';
import type { Evidence } from '../../shared/handoff/model';
import { tellingWords } from '../../shared/handoff/similarity';
import { MONTH_NAME } from '../../shared/reading/dateWords';
import { lastOfTaker } from './correlated';
import { hasOwnWord } from './nearness';
import type { Seed } from './openings';
import { sentencesIn } from './sentences';
import type { Utterance } from './utterance';
import { meets } from './words';

/** A deadline that moves: the taker asks for another day, and the giver grants it. */

/**
 * "Forget the 10th, the 17th is fine", "the corners by Wednesday then, that is the latest I can do": a later day that
 * whoever asked names themselves, and the sentence that does; null where none does.
 */
export function laterDay(
  seed: Seed,
  said: Utterance,
  evidence: readonly Evidence[],
): { until: string; quote: string } | null {
  const last = lastOfTaker(evidence);
  const moved = evidence.findLast((e) => e.end === 'giver' && e.until !== null)?.until;
  const before = (moved ?? seed.opening.due?.at ?? '').slice(0, 10);
  if (before === '') return null;
  for (const quote of sentencesIn(said.ownText)) {
    const settles = DAY_WILL_DO.test(quote) || (SHORT.has(last?.kind) && BY_THEN.test(quote));
    if (!settles || quote.endsWith('?') || TOO_LATE.test(quote)) continue;
    const until = said.day(quote);
    if (until === null || until.slice(0, 10) <= before) continue;
    const words = new Set(
      [...tellingWords(quote)].filter((w) => !/\d/.test(w) && !MONTH_NAME.test(w)),
    );
    const own =
      words.size === 0 ||
      TO_YOU.test(quote) ||
      DROPS_DAY.test(quote) ||
      meets(words, seed.words) ||
      meets(words, seed.subjectWords);
    if (own || (last && meets(words, tellingWords(last.quote)))) return { until, quote };
  }
  return null;
}
const DAY_WILL_DO = new RegExp(
  [
    String.raw`\b(?:(?:is|are|be)|(?:it|that|\d)'s)(?: \p{L}+)? (?:fine|ok|okay|enough|good|all ?right|plenty|perfect|due|needed|wanted)\b`,
    String.raw`\b(?:will|would|'ll|'d) do\b`,
    String.raw`\b(?:don't|do not|won't|needn't|not|no) (?:need|want|require|needed|wanted|required|due)\b[^.;]{0,40}\b(?:until|before|till)\b`,
    String.raw`\b(?:you|ye)(?:'ve| have| can have| may have| can take)(?: got)?\b[^.;]{0,24}\b(?:until|till|to)\b`,
    String.raw`\b(?:make|take|call) (?:it|that)\b|\btake (?:until|till)\b|\blet's say\b`,
    String.raw`\bnew (?:deadline|date|day|due date)\b|\bexten(?:d|ded|sion)\b`,
    String.raw`\b(?:another|one more|an extra) (?:day|week|fortnight|month)\b|\bmore time\b|\bnow[.!)]*$`,
  ].join('|'),
  'iu',
);
/** Time is given to whoever reads, and needs no word of what for. */
const TO_YOU =
  /\b(?:you|ye)(?:'ve| have| can have| may have| can take)\b|\btake (?:until|till)\b|\b(?:another|one more|an extra) (?:day|week|fortnight|month)\b|\bmake it\b/i;
/** "Forget the 10th": the day is dropped, and not the work. */
const DROPS_DAY =
  /\b(?:forget|never mind|ignore|scrap|drop)(?: about)? (?:the )?(?:\d{1,2}(?:st|nd|rd|th)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:old |first )?(?:date|day|deadline)\b)/i;
const BY_THEN = /\b(?:by|until|till|no later than)\b.*\b(?:then|latest|instead)\b/i;
const TOO_LATE = /\btoo late\b|\b(?:no|not) (?:good|fine|ok|okay|enough|use)\b|\bwas\b/i;
/** What the taker has said where less has come than was asked, or later. */
const SHORT: ReadonlySet<Evidence['kind'] | undefined> = new Set([
  'partial',
  'deferred',
  'questioned',
  'replied',
]);

/** "I'm afraid it will slip to Friday": a later day than it was due, told as a delay, and the sentence; null where none is. */
export function slipsTo(seed: Seed, said: Utterance): { until: string; quote: string } | null {
  const due = seed.opening.due?.at?.slice(0, 10) ?? null;
  for (const quote of sentencesIn(said.ownText)) {
    if (due === null || quote.endsWith('?') || !SLIPS.test(quote)) continue;
    const until = said.day(quote);
    if (until !== null && until.slice(0, 10) > due) return { until, quote };
  }
  return null;
}
const SLIPS =
  /\b(?:slip(?:s|ped|ping)?|delay(?:s|ed)?|late|later|(?:pushed|put|set) (?:back|off|out)|postponed?|not (?:be )?(?:ready|here|there|done|finished|in) (?:before|until|till)|only (?:by|on))\b/i;

/** "When do you need them?" – "Wednesday week, so I get Thursday to check": the day that is told to whoever asked for it; null where none is. */
export function dayTold(evidence: readonly Evidence[], said: Utterance): string | null {
  const last = lastOfTaker(evidence);
  const asked = evidence.some(
    (e) => e.end === 'taker' && e.source.id === last?.source.id && ASKS_WHEN.test(e.quote),
  );
  if (!asked) return null;
  for (const sentence of sentencesIn(said.ownText)) {
    // What comes behind a comma is why.
    const day = said.day(sentence.split(/[,;(–—]/)[0] ?? '') ?? said.day(sentence);
    if (day !== null && !sentence.endsWith('?')) return day;
  }
  return null;
}
const ASKS_WHEN =
  /(?<![\p{L}])(?:when|(?:by )?what (?:day|date|time)|how (?:soon|urgent|long)|deadline|(?:bis )?wann|wie eilig|quand|cuándo|quando|wanneer|entro quando)(?![\p{L}])[^?]*\b(?:need|want|due|have|be|latest|brauch|benötig|faut|besoin|necesit|hace falta|precis|nodig|hebben|serv)\p{L}*|(?<![\p{L}])(?:by when|until when|bis wann|pour quand|para cuándo|para quando|per quando)(?![\p{L}])/iu;

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
  /\b(?:no(?! (?:problem|worries|bother|rush|hurry))|not|too late|earlier|sooner|latest|unless|nein|nicht|non|pas|não|nao|niet|geen)\b|n't\b/i;
const CONSENTS =
  /^(?:\W|(?:hi|hello|hallo|thanks|thank you)\b[^,.!]{0,24}[,.!]\s*|\p{Lu}[\p{Ll}'-]+,\s*)*(?:ok|okay|yes|yep|sure|fine|agreed|deal|(?:that|it)(?:'s| is| will|'ll)? (?:\w+ )?(?:fine|ok|okay|works?|suits?|good|all right|do|enough)|works|no problem|all right|alright|of course|by all means|perfect|ja|passt|geht|in ordnung|einverstanden|oui|d'accord|ça (?:va|marche)|entendu|sí|vale|de acuerdo|sim|pode ser|combinado|está bem|prima|goed|akkoord|sì|va bene|d'accordo)(?![\p{L}])/iu;

/**
 * "The drawing can wait until Friday", "… until she is back": until when the giver
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
    if (!match || !hasOwnWord(seed, quote.slice(0, match.index))) continue;
    const until = said.day(quote) ?? (BACK.test(quote) ? absentUntil : null);
    if (until !== null) return { until, quote };
  }
  return null;
}

const CAN_WAIT =
  /\b(?:can|could|may|will) (?:easily |also |just |happily )?(?:wait|keep|stand over|stay)\b(?: (?:until|till|for))?|\b(?:no|not any) (?:hurry|rush)\b|\bis not urgent\b|\bisn't urgent\b/i;
const BACK = /\b(?:back|return|returns|returned|home again|in again)\b/i;
