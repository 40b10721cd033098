import { samePerson, stableId } from '../../shared/handoff/identity';
import type { Evidence } from '../../shared/handoff/model';
import { contentWords, similarity } from '../../shared/handoff/similarity';
import { endsOf } from './correlated';
import type { Seed } from './openings';
import { contradicts } from './phrases';
import { sentencesIn } from './sentences';
import type { Utterance } from './utterance';
import { meets } from './words';

/** What was only said in a meeting, and is then spoken of in writing. */

/** Shared words of one line from which it is taken to write down what was said. */
const WRITTEN = 0.5;

/**
 * Written counterparts of something spoken: a line of a later message that speaks of the same work, seen by the
 * other end. What was decided is settled by being written; everything else is then sent and goes on.
 */
export function writtenDown(seed: Seed, later: readonly Utterance[]): Evidence[] {
  const { opening } = seed;
  const ends = endsOf(seed);
  const found: Evidence[] = [];
  const work = workAlone(seed);
  const called = contentWords(ends.map(({ name }) => name).join(' '));
  // The version that holds for now: what was said, until something written says otherwise.
  let version = opening.quote;
  for (const said of later) {
    if (said.nature !== 'human' || said.at <= opening.saidAt) continue;
    const present = ends.filter((p) => [said.from, ...said.audience].some((q) => samePerson(p, q)));
    if (present.length < 2) continue;
    if (promisesRecap(seed) && recapOf(seed, said))
      return [...found, written(seed, said, 'done', said.ownText.trim().slice(0, 160))];
    const line = sentencesIn(said.ownText).find(
      (text) =>
        // A greeting has a word of a promise made by name ("Hi both"), and nothing of the work.
        (!GREETS.test(text) &&
          [...contentWords(text)].some((word) => !called.has(word)) &&
          Math.max(
            similarity(seed.words, contentWords(text)),
            similarity(work, contentWords(text)),
          ) >= WRITTEN) ||
        sameStep(seed, work, text, said),
    );
    if (line === undefined) continue;
    // Written down otherwise: both stand side by side until somebody settles which holds.
    if (opening.act === 'decision' && contradicts(version, line)) {
      found.push(written(seed, said, 'differs', line));
      version = line;
      continue;
    }
    found.push(written(seed, said, opening.act === 'decision' ? 'done' : 'sent', line));
    return found;
  }
  return found;
}

/** "Marco: new costing for 140 by Friday 28 August": the same hand, the same day, and a word of the work. */
function sameStep(
  { opening }: Seed,
  work: ReadonlySet<string>,
  line: string,
  said: Utterance,
): boolean {
  const day = opening.due?.at?.slice(0, 10);
  if (day === undefined || !opening.taker) return false;
  const same = new RegExp(`(?<!\\d)${Number(day.slice(8))}(?:st|nd|rd|th)?(?!\\d)`).test(line);
  if (!same || !meets(contentWords(line), work)) return false;
  return (
    samePerson(said.from, opening.taker) ||
    said.named(line).some((p) => samePerson(p, opening.taker))
  );
}

/** The words of the work itself: a recap names neither the day nor the person as they were said aloud. */
function workAlone({ opening, words }: Seed): ReadonlySet<string> {
  const ends = [opening.giver, opening.taker, ...opening.asked];
  const aside = contentWords(
    [opening.due?.text ?? '', ...ends.map((person) => person?.name ?? '')].join(' '),
  );
  const left = new Set([...words].filter((word) => !aside.has(word)));
  return left.size >= 2 ? left : words;
}

/** A line that only greets. */
const GREETS =
  /^(?:hi|hello|hey|dear|(?:good )?(?:morning|afternoon|evening))\b(?: [\p{L}.'’&-]+){0,5}[,!.:]?$/iu;

/**
 * Is it a promise to write down what was said? Where another word says which notes are meant, they are those of a paper
 * ("the guidance notes"), unless it is the meeting's own.
 */
function promisesRecap({ opening: { quote }, subjectWords }: Seed): boolean {
  if (WRITES_ROUND.test(quote)) return true;
  return [...quote.matchAll(RECAP)].some(([, which = '']) =>
    [...contentWords(which)].every((word) => OF_A_TALK.has(word) || subjectWords.has(word)),
  );
}
const OF_A_TALK = contentWords(
  'meeting call session talk discussion action quick short brief little written full proper rough detailed few own send share circulate draft type write take post mail forward',
);
const RECAP =
  /(?:([\p{L}'’-]+) )?(?<![\p{L}])(?:recap|notes|minutes|summary|compte[- ]rendu|résumé|protokoll|zusammenfassung|verslag|notulen|samenvatting|verbale|riepilogo|ata|resumo|acta|resumen)(?![\p{L}])/giu;
/** A promise to write to everyone: the next message of theirs that goes to the other end keeps it. */
const WRITES_ROUND =
  /\b(?:(?:write|type) (?:\w+ ){0,4}up|(?:send|mail) (?:it|this|that) (?:a)?round|put (?:it|this|that|those|all (?:that|this)) (?:in|into|down in) (?:an? )?(?:\w+ )?(?:e-?mail|mail|note|message|writing))\b/i;
/** A recap that comes later than this is another one. */
const RECAP_REACH_MS = 3 * 86_400_000;

function recapOf(seed: Seed, said: Utterance): boolean {
  const { opening } = seed;
  return (
    samePerson(said.from, opening.taker) &&
    said.audience.length > 0 &&
    Date.parse(said.at) - Date.parse(opening.saidAt) < RECAP_REACH_MS
  );
}

function written(
  seed: Seed,
  said: Utterance,
  kind: 'sent' | 'done' | 'differs',
  quote: string,
): Evidence {
  return {
    id: stableId(seed.id, kind === 'differs' ? kind : 'written', said.source.kind, said.source.id),
    kind,
    end: samePerson(said.from, seed.opening.taker) ? 'taker' : 'giver',
    by: said.from,
    at: said.at,
    source: said.source,
    quote,
    until: null,
    to: null,
    believes: null,
    link: {
      reason:
        kind === 'differs' ? 'it was written down otherwise' : 'it was written down afterwards',
      confidence: 0.7,
    },
  };
}
