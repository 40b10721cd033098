import { samePerson } from '../../shared/handoff/identity';
import type { Evidence } from '../../shared/handoff/model';
import { tellingWords } from '../../shared/handoff/similarity';
import { isOpen, type Correlated } from './correlated';
import { evidenceOf } from './evidence';
import { hasOwnWord } from './nearness';
import { leavesOpen, namesSomething, onlyAskedOn, plainSentences } from './plainSentences';
import { topicOf } from './phrases';
import { pointsIn, type Share } from './points';
import { asksToBeTold, saysNotYet } from './toKnow';
import type { Utterance } from './utterance';
import { folded, inBoth, meets } from './words';

/**
 * An answer to a question needs no form of its own: "They are in TGHU 447120-6". Where somebody answers the message that
 * asked, and none of what they do speaks of the question, a plain sentence of theirs is its answer. Of several things
 * asked it answers the one whose words it has; without a word of any, the only one that asks to be told.
 */
export function plainAnswers(
  { asked, said, numbered }: Share,
  isNext: (handoff: Correlated) => boolean,
): [Correlated, Evidence][] {
  if (said.item.kind !== 'mail') return spokenBack(asked, said, isNext);
  const open = asked.filter(
    (h) =>
      isOpen(h) &&
      (asksToKnow(h) || asksForFigure(h)) &&
      h.evidence.every(
        (e) => e.end !== 'taker' || (e.kind === 'replied' && e.source.id === said.source.id),
      ) &&
      said.to.some((p) => samePerson(p, h.seed.opening.giver)),
  );
  const answered = new Map<Correlated, string>();
  if (open.length > 0)
    for (const sentence of [...figureAlone(said), ...plainSentences(said, 2), ...bareLines(said)]) {
      if (leavesOpen(sentence, true) || onlyAskedOn(sentence)) continue;
      const target = answers(sentence, open, askedAbove(sentence, said, asked), numbered);
      if (target && !answered.has(target)) answered.set(target, sentence);
    }
  return [...answered].map(([target, sentence]) => {
    return [
      target,
      evidenceOf(target.seed, said, 'done', {
        end: 'taker',
        quote: sentence,
        reason: 'a plain sentence in the answer to the message that asked',
        confidence: 0.55,
      }),
    ];
  });
}

/** Does a plain sentence of the message, in words of the ask, tell what it asked to be told? `asked` are all it may speak of. */
export function tellsPlainly(
  handoff: Correlated,
  asked: readonly Correlated[],
  said: Utterance,
): boolean {
  if (said.item.kind !== 'mail' || !(asksToKnow(handoff) || asksForFigure(handoff))) return false;
  return plainSentences(said, 2).some(
    (sentence) =>
      !leavesOpen(sentence, true) &&
      hasOwnWord(handoff.seed, sentence) &&
      answers(sentence, [handoff], asked, false) === handoff,
  );
}

/** "07700 900123": a line that is what was asked for, and not a word more. */
const bareLines = (said: Utterance): string[] =>
  said.ownText
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.split(/\s+/).length < 3 && isBareData(line));

/** "19. Young Hobday is wavering": an answer that opens with a figure and nothing else; "1." heads a list. */
function figureAlone(said: Utterance): string[] {
  const [first = ''] = said.ownText
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/,$/.test(line));
  const figure = ALONE.exec(first)?.[0];
  return figure === undefined || /^1\W/.test(figure) || pointsIn(said.ownText).length > 1
    ? []
    : [figure.trim()];
}
const ALONE =
  /^(?:(?:about|around|roughly|exactly|only) )?[£$€]?\d[\d.,]*?(?: ?(?:%|\p{L}+))?(?:[.!,](?=\s|$)|$)/iu;

/** An opinion that needs no word of what it is of: "I am happy with it", "nothing to add". */
const VERDICT =
  /\b(?:no|nothing|without) (?:further )?(?:comments?|changes|objections?|remarks|issues|concerns|edits|(?:more )?to add)\b|\b(?:happy|fine|content|ok|okay|pleased|comfortable|good) with (?:it|this|that|them|all|everything|the)\b|\b(?:looks?|reads?|seems?) (?:all )?(?:good|fine|well|great|right|ok|okay)\b/i;

/** Written below one quoted ask, a sentence is of that one; else of any. */
function askedAbove(
  sentence: string,
  said: Utterance,
  asked: readonly Correlated[],
): readonly Correlated[] {
  const above = said.between.find(({ words }) => words.includes(sentence))?.quoted;
  const there = asked.filter((h) => folded(above ?? '').includes(folded(h.seed.opening.quote)));
  return there.length > 0 ? there : asked;
}

/** Which of the open asks a sentence answers; `all` are those it may speak of besides. */
function answers(
  sentence: string,
  open: readonly Correlated[],
  all: readonly Correlated[],
  numbered: boolean,
): Correlated | null {
  const words = tellingWords(sentence);
  const shared = ({ seed }: Correlated) => inBoth(words, seed.words).length;
  const most = Math.max(0, ...all.map(shared));
  const nearest = most === 0 ? [] : all.filter((h) => shared(h) === most);
  // Of two with as many of its words, a sentence that only tells is for the one that asked to be told.
  const told = nearest.filter(asksToKnow);
  const named = told.length === 1 ? told : nearest;
  const [target, ...others] =
    named.length > 0
      ? named
      : open.filter(
          (h) =>
            all.includes(h) &&
            (numbered || asksToKnow(h) || isBareData(sentence) || isFigure(sentence)),
        );
  if (!target || others.length > 0 || !open.includes(target)) return null;
  if (most === 0 && !numbered && !namesSomething(sentence) && !VERDICT.test(sentence)) return null;
  // Two words are a name below a letter, unless they are the ask's.
  if (most === 0 && !numbered && sentence.split(/\s+/).length < 3 && !isBareData(sentence))
    return isFigure(sentence) && asksForFigure(target) ? target : null;
  if (saysNotYet(sentence)) return null;
  // "Measure the gap": what it was wanted for is a figure.
  return asksToKnow(target) || FIGURE.test(sentence) ? target : null;
}

/** In a chat the next who writes answers what was just asked, in few words or many: "does anyone know when …" – "half twelve". */
function spokenBack(
  asked: readonly Correlated[],
  said: Utterance,
  isNext: (handoff: Correlated) => boolean,
): [Correlated, Evidence][] {
  const text = said.ownText.trim();
  const question = asked.find(
    (h) => isOpen(h) && isNext(h) && (asksToKnow(h) || (asksToGive(h) && isBareData(text))),
  );
  if (!question || text === '' || text.includes('?') || leavesOpen(text)) return [];
  // What they do besides is told by their acts.
  if (said.acts.some((act) => act.kind !== 'acceptance' && act.kind !== 'decision')) return [];
  const fact = evidenceOf(question.seed, said, 'done', {
    end: 'taker',
    reason: 'said right after the question',
    confidence: 0.6,
  });
  return [[question, fact]];
}
/** An ask, put as a question, for something that a line can hold. */
function asksToGive(handoff: Correlated): boolean {
  const { act, quote } = handoff.seed.opening;
  return (act === 'request' && quote.trim().endsWith('?')) || asksForFigure(handoff);
}

/** "4471 LKD and 0938 MNB", a link, a number to call: what was asked for itself, and not a word more; a time of day is none. */
function isBareData(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length <= 8 &&
    words.some((word) => DATUM.test(word)) &&
    words.filter((word) => !DATUM.test(word) && word.length > 4).length <= 1
  );
}
const DATUM =
  /^\W*(?:https?:\/\/\S+|\S+@\S+\.\w+|(?=\S*\d\S*\d\S*\d)[\p{L}\d./-]{4,}|(?=\S*\p{Lu})(?=\S*\d)[\p{Lu}\d-]{3,})\W*$/u;

const asksToKnow = ({ seed }: Correlated): boolean => asksToBeTold(seed.opening);

/** An ask whose deed ends in a figure, or that is for one: "measure the gap", "I also need your weight limit". */
function asksForFigure({ seed }: Correlated): boolean {
  const { act, quote } = seed.opening;
  return act === 'request' && (MEASURES.test(quote) || WANTS_FIGURE.test(quote));
}
const MEASURES =
  /\b(?:measure|count|weigh|time|calculate|add up|work out|reckon|estimate|price|quote)\b (?!(?:for|on|by|in)\b)/i;
const WANTS_FIGURE =
  /\b(?:need|want|miss(?:ing)?|like|give|send|have|get|trouble|bother|ask|glad of|grateful for)\b(?:(?! (?:report|file|drawing|list|sheet|document|form|copy|plan)\b)[^.;?!]){0,60}?\b(?:numbers?|figures?|limit|prices?|costs?|head ?count|count|size|width|length|height|depth|weight|temperature|speed|date|time|address|code|total|sum|amount|quantity|rates?|reference|percentage|share|age|dimensions?|measurements?|readings?|capacity)\b/i;
const isFigure = (sentence: string): boolean => ALONE.exec(sentence)?.[0] === sentence;
const FIGURE =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|half|none|nil|zero)\b/i;

/**
 * "The banner date stands": a sentence of the answer that names one of several asks and says nothing of it that would
 * move it. It was answered so far, and no further.
 */
export function mentioned(asked: readonly Correlated[], said: Utterance): [Correlated, Evidence][] {
  if (said.item.kind !== 'mail' || asked.length < 2) return [];
  const silent = asked.filter(
    (h) =>
      isOpen(h) &&
      h.seed.opening.taker !== null &&
      said.to.some((p) => samePerson(p, h.seed.opening.giver)) &&
      !h.evidence.some((e) => e.source.id === said.source.id),
  );
  if (silent.length === 0) return [];
  const found = new Map<Correlated, string>();
  for (const sentence of plainSentences(said)) {
    const words = [...tellingWords(sentence)];
    const named = asked.filter(({ seed }) => meets(words, seed.words));
    const [only] = named;
    if (only && named.length === 1 && silent.includes(only) && !found.has(only))
      found.set(only, sentence);
  }
  // All but one are dealt with: what it says of something else, named at the head of a sentence, is of that one.
  const [last] = silent;
  const rest = plainSentences(said).find(
    (line) => topicOf(line) && !asked.some((h) => h !== last && hasOwnWord(h.seed, line)),
  );
  if (last && silent.length === 1 && !found.has(last) && rest !== undefined) found.set(last, rest);
  return [...found].map(([target, quote]) => {
    return [
      target,
      evidenceOf(target.seed, said, 'replied', {
        end: 'taker',
        quote,
        reason: 'a sentence of the answer speaks of it',
        confidence: 0.55,
      }),
    ];
  });
}
