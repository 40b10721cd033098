import type { Act, ActKind } from '../handoff/act';
import { tellingWords } from '../handoff/similarity';
import { hasNoDay } from './dayAlone';
import { datesIn, type SaidDate } from './dates';
import type { Sending } from './days';
import { dueIn, isBound, tidy } from './due';
import { eventWords } from './eventWords';
import type { Tongue } from './languages/tongue';
import { isFor, occasionsIn, type Occasion, type Place } from './occasion';
import { HELD } from './ruled';
import type { Sentence } from './sentences';

/**
 * Deadlines that hang on what the same message tells elsewhere: "the film runs from 1 October. Could you clear it by
 * then?", "before we open" under "Back on Monday 23 March".
 */

/** A message as far as days are looked for in it. */
export interface Message {
  sentences: readonly Sentence[];
  /** The language of each sentence; undefined: English. */
  tongues: readonly (Tongue | undefined)[];
  sending: Sending | undefined;
  /** What stands over it; '' where nothing does. */
  subject: string;
}

/** Points at a day that was just named, by language; `en` for English. */
const THEN: Readonly<Record<string, RegExp>> = {
  en: /\b(?:by|before|b4|until|till|for|in time for) (?:then|that (?:same )?(?:day|date|morning|afternoon|evening|night|weekend))\b|\b(?:before|ahead of) (?:that|it)(?=\s*(?:[.,;:?!]|$))|\bin (?:good )?time(?=\s*(?:[.,;:?!]|$))/i,
  de: /(?<![\p{L}])(?:bis dahin|vorher|davor|zuvor|rechtzeitig(?! (?:vor|zu[rm]?|bis|für)(?![\p{L}]))|(?:vor|bis zu|für|an) (?:diese[mn]|de[mn]) (?:tag|termin|datum))(?![\p{L}])/iu,
  fr: /(?<![\p{L}])(?:d['’]ici là|(?:avant|pour|d['’]ici(?: à)?) (?:cela|ça|cette date|ce jour(?:-là)?))(?![\p{L}])/iu,
  es: /(?<![\p{L}])(?:(?:para|hasta) entonces|(?:antes de|para) (?:eso|esa fecha|ese día))(?![\p{L}])/iu,
  pt: /(?<![\p{L}])(?:até lá|antes disso|(?:até|para|antes d)e?ss[ea] (?:data|dia))(?![\p{L}])/iu,
  nl: /(?<![\p{L}])(?:(?:tegen|voor|vóór) (?:die (?:tijd|dag|datum)|dan)|voordien)(?![\p{L}])/iu,
  it: /(?<![\p{L}])(?:(?:per|entro|prima di) (?:allora|quella data|quel giorno))(?![\p{L}])/iu,
};
/** "I do page 9 that same afternoon": a promise is kept on the day itself. */
const SAME_DAY =
  /\b(?:on |in )?(?:that|the)(?: very)? (?:same )?(?:day|date|morning|afternoon|evening|night)\b/i;

/** "Before we open", "antes de que lleguen": something happens, and what it is was told elsewhere. */
const OF_ITSELF_NOTHING =
  /^(?:(?:before|b4|by the time|until) (?:we|they|he|she|everyone|everybody) \S+(?: \S+)?|bevor (?:wir|sie|er|es) \S+(?: \S+)?|avant qu(?:e |['’])(?:nous|ils?|elles?|on|tout le monde) (?:n['’]|ne )?\S+|antes (?:de )?que \S+|voordat (?:we|wij|ze|zij|het) \S+(?: \S+)?|prima che \S+)$/iu;
/** Gives asks and promises whose deadline points at something told elsewhere in their message the day that was told. */
export function datedElsewhere(acts: readonly Act[], message: Message): void {
  if (!message.sending) return;
  for (const act of acts) {
    if (!HANGS.has(act.kind) || !hasNoDay(act)) continue;
    act.due ??= underHeading(act, message);
    if (!hasNoDay(act)) continue;
    const due = pointed(acts, act, message) ?? dayOfEvent(acts, act, message);
    if (due) act.due = due;
    act.due ??= occasionOf(acts, act, message);
  }
}

/** The deadline that points at a day just named. */
function pointed(acts: readonly Act[], act: Act, message: Message): Act['due'] {
  const then = thenIn(act, acts, message);
  const day = then && dayBefore(then, message);
  return day && { at: day.at, text: then.text, source: 'words' };
}

/** The deadline that hangs on an event, with the day on which that is told to be. */
function dayOfEvent(acts: readonly Act[], act: Act, message: Message): Act['due'] {
  const text = act.due?.text;
  if (text === undefined) return undefined;
  const day =
    told(acts, act, message) ??
    named(eventWords(text), acts, act, message) ??
    (OF_ITSELF_NOTHING.test(text) ? happening(acts, act, message) : undefined);
  return day && { at: day.at, text, source: 'event' };
}
const HANGS: ReadonlySet<ActKind> = new Set([
  'request',
  'question',
  'commitment',
  'deferral',
  'acceptance',
]);
const ASKS: ReadonlySet<ActKind> = new Set(['request', 'question']);

/** Words that point at a day just named, and the sentence they stand in. */
interface Pointing {
  text: string;
  sentence: number;
}

/** Those of an act, or of the sentence that told its deadline: "The slot lapses on Monday, so it has to be before then." */
function thenIn(
  { quote, kind, sentence, due }: Act,
  acts: readonly Act[],
  message: Message,
): Pointing | undefined {
  const { sentences, tongues } = message;
  const tongue = tongues[sentence];
  const pattern = THEN[tongue?.code ?? 'en'];
  const then =
    pattern?.exec(quote)?.[0] ??
    (tongue || kind !== 'commitment' ? undefined : SAME_DAY.exec(quote)?.[0]);
  if (then !== undefined) return { text: then, sentence };
  const text = due?.text;
  if (text !== undefined) {
    if (!pattern?.test(text)) return undefined;
    const behind = sentences.findIndex((s, n) => n > sentence && s.text.includes(text));
    return behind < 0 ? undefined : { text, sentence: behind };
  }
  return tongue || !ASKS.has(kind) ? undefined : thenBehind(sentence + 1, acts, message);
}

/** "The tenants move in on the 1st, so ideally by then.": the sentence behind an ask names a day and points back at it. */
function thenBehind(index: number, acts: readonly Act[], message: Message): Pointing | undefined {
  const { sentences, tongues } = message;
  const [before, here] = [sentences[index - 1], sentences[index]];
  if (!here || here.block !== before?.block || tongues[index] || asksIn(acts, index))
    return undefined;
  const then = THEN['en']?.exec(here.text);
  if (!then || here.text.includes('?')) return undefined;
  return datesOf(here.text.slice(0, then.index), index, message).length > 0
    ? { text: then[0], sentence: index }
    : undefined;
}

/** The last day named before some words, in their sentence or up to three earlier. */
function dayBefore({ text, sentence }: Pointing, message: Message): SaidDate | undefined {
  const whole = message.sentences[sentence]?.text ?? '';
  const own = datesOf(whole.slice(0, whole.indexOf(text)), sentence, message).at(-1);
  if (own) return own;
  for (let index = sentence - 1; index >= sentence - 3; index--) {
    const last = datesOf(message.sentences[index]?.text ?? '', index, message).at(-1);
    if (last) return last;
  }
  return datesOf(message.subject, sentence, message).at(-1);
}

/** "Before the reprint? Your letter says it goes to press on Monday": the day of the event just named, told right behind it. */
function told(acts: readonly Act[], act: Act, message: Message): SaidDate | undefined {
  const { sentence, quote, due } = act;
  const text = due?.text ?? '';
  const end = quote.indexOf(text) + text.length;
  const own =
    message.sending && !message.tongues[sentence] ? occasionsIn(quote, message.sending) : [];
  const beside = [
    ...own.filter(({ start }) => start >= end),
    ...occasionsAt(sentence + 1, act, acts, message),
  ];
  return beside.find(({ who }) => (who === 'we' ? OURS.test(text) : who !== 'named'))?.date;
}
const OURS = /\b(?:before|until|by the time) (?:we|i)\b/i;

/** The day of what an act is for, told in its sentence or beside it. */
function occasionOf(acts: readonly Act[], act: Act, message: Message): Act['due'] {
  const { sentence, quote, kind } = act;
  const asks = ASKS.has(kind);
  if (!(asks || kind === 'commitment') || message.tongues[sentence]) return undefined;
  let above = sentence - 1;
  while (above >= 0 && asksIn(acts, above)) above--;
  const places: [Place, readonly Occasion[]][] = [
    ['after', occasionsAt(sentence + 1, act, acts, message)],
    ['before', asks ? occasionsAt(above, act, acts, message) : []],
  ];
  const own = asks && message.sending ? ownOccasion(act, message.sending) : undefined;
  const found =
    own ??
    places
      .flatMap(([place, told]) => told.filter((one) => isFor({ kind, words: quote }, one, place)))
      .at(0);
  if (!found) return undefined;
  const { words, start, date } = found;
  return {
    at: date.at,
    text: tidy(words.slice(date.start - start, date.end - start)),
    source: 'words',
  };
}

/** "Can you get him a pass, he starts on Monday": what is told in the sentence of the ask, in front of it or behind. */
function ownOccasion({ kind, quote }: Act, sending: Sending): Occasion | undefined {
  const asked = quote.search(ASKING);
  return occasionsIn(quote, sending).find((told) => {
    const { start, date } = told;
    if (start < asked) {
      const reason = told.reason || SO.test(quote.slice(date.end, asked));
      return isFor({ kind, words: quote.slice(date.end) }, { ...told, reason }, 'before');
    }
    const words = quote.slice(0, start);
    // "For your diaries, the committee is on Monday" asks for nothing before.
    const asks = asked >= 0 ? AFTER_WORDS.test(words) : told.who !== 'named';
    return asks && isFor({ kind, words }, told, 'after');
  });
}
/** "My flight is on Friday, so could you sign it?" */
const SO = /(?:^|[,;]) *(?:and )?so\b[^,;]*$/i;
const ASKING = /\b(?:can|could|would|will) (?:you|u|we|i)\b|\b(?:please|pls|plz)\b/i;
/** Something is asked there. */
const AFTER_WORDS = /\p{L}+\s+\p{L}+/u;

/** What a sentence of an act's paragraph that asks for nothing itself tells of the day of something. */
function occasionsAt(
  index: number,
  act: Act,
  acts: readonly Act[],
  { sentences, sending, tongues }: Message,
): Occasion[] {
  const sentence = sentences[index];
  if (!sentence || !sending || tongues[index] || sentence.text.includes('?')) return [];
  if (sentence.block !== sentences[act.sentence]?.block || asksIn(acts, index)) return [];
  return occasionsIn(sentence.text, sending);
}

/** The day on which something is said to happen, in the nearest sentence before an act that asks for nothing, or above it all. */
function happening(acts: readonly Act[], act: Act, message: Message): SaidDate | undefined {
  for (let index = act.sentence - 1; index >= 0; index--) {
    if (asksIn(acts, index)) continue;
    const dates = datesOf(message.sentences[index]?.text ?? '', index, message);
    if (dates.length > 0) return oneDay(dates);
  }
  return oneDay(datesOf(message.subject, act.sentence, message));
}

/** The day of what is known by some words, in a sentence that names it and asks for nothing, or above it all. */
function named(
  words: ReadonlySet<string>,
  acts: readonly Act[],
  act: Act,
  message: Message,
): SaidDate | undefined {
  if (words.size === 0) return undefined;
  const { sentences, subject } = message;
  const dayIn = (text: string, index: number) => {
    const telling = tellingWords(text);
    return [...words].every((word) => telling.has(word))
      ? oneDay(datesOf(text, index, message))
      : undefined;
  };
  for (const [index, sentence] of sentences.entries()) {
    const day =
      index === act.sentence || asksIn(acts, index) ? undefined : dayIn(sentence.text, index);
    if (day) return day;
  }
  return dayIn(subject, act.sentence);
}

const asksIn = (acts: readonly Act[], index: number): boolean =>
  acts.some((a) => a.sentence === index && a.confidence >= HELD && ASKS.has(a.kind));

const datesOf = (text: string, index: number, { sending, tongues }: Message): SaidDate[] =>
  sending && text !== '' ? datesIn(text, sending, tongues[index]) : [];

/** "On Monday, the 23rd" is one day; two different ones tell none. */
function oneDay(dates: readonly SaidDate[]): SaidDate | undefined {
  const [first, ...others] = dates;
  return others.every(({ day }) => day === first?.day) ? first : undefined;
}

/** "Before they arrive:", "By Friday please:" above the points of a list: a line that is a deadline and nothing else is that of each. */
function underHeading(act: Act, message: Message): Act['due'] {
  const { sentences, sending, tongues } = message;
  if (!ASKS.has(act.kind)) return undefined;
  let index = firstOfBlock(act.sentence, sentences);
  if (!sentences[index]?.bullet) return undefined;
  while (index > 0 && sentences[index]?.bullet) index = firstOfBlock(index - 1, sentences);
  const above = sentences.findLast(
    (s, n) => n < act.sentence && s.block === sentences[index]?.block,
  );
  const line = above?.text ?? '';
  if (!above || above.bullet || !line.endsWith(':') || line.length > LONGEST_HEADING)
    return undefined;
  const nearby = { before: '', after: '' };
  const due = dueIn(line, 'request', sending, nearby, tongues[sentences.indexOf(above)]);
  if (!due || !(due.at === null || isBound(due))) return undefined;
  return /\p{L}/u.test(line.replace(due.text, ' ').replace(POLITE, ' ')) ? undefined : due;
}
const LONGEST_HEADING = 70;
const POLITE =
  /(?<![\p{L}])(?:please|pls|and|so|bitte|por favor|s['’]il vous plaît|graag|per favore)(?![\p{L}])/giu;

function firstOfBlock(index: number, sentences: readonly Sentence[]): number {
  let first = index;
  while (first > 0 && sentences[first - 1]?.block === sentences[first]?.block) first--;
  return first;
}
