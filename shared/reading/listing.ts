import { isAsk, type Act } from '../handoff/act';
import { contentWords } from '../handoff/similarity';
import { straight } from './chars';
import type { Sending } from './days';
import { dueIn, isBound } from './due';
import { VERB } from './lexicon';
import { HELD } from './ruled';
import type { Sentence } from './sentences';

/**
 * A list under a line that asks for it: "By Wednesday I need: - the plan - the price list". Each point is a thing asked for,
 * of whom and by when the line says; the line by itself asks for nothing more.
 */

/** The line names nothing but what is to come: "I need these from you by Thursday:", "Could you send me the following:". */
const INTRODUCES =
  /\b(?:need|want|like|have|get|send|give|bring|provide|see|missing|owe)(?: (?:me|us|over|back|to (?:have|see|get)|still))*(?: (?:all )?(?:these|those|this|the following|\w+|a few|a couple of)(?<! (?:the|your|our|my|a|an|his|her|their))(?: (?:more|other|last))?(?: (?:things|items|bits(?: and pieces)?|pieces|papers|documents|files|points|answers|figures|details|numbers))?)?(?: (?:from|of) (?:you|your (?:side|team|end)|each of you|everyone))?(?:,? (?:by|before|until|till|for|on|no later than) [^:]{2,50})?(?:,? (?:please|if you can|if possible))?\s*:\s*$/i;
/** "Could you help with these?": the same, asked and without a colon. */
const POINTS_DOWN =
  /\b(?:these|the following|the below|a (?:few|couple of) (?:things|points|questions|items)|(?:two|three|four|five|some) (?:things|points|questions|items|asks|bits))\b[^.?!:]{0,24}[?.]\s*$/i;
/** What is wanted of whoever reads, but not yet named: by whom, for what and by when, and nothing else. */
const WANTING = `(?:${[
  // "I need from you", "we request as follows"; "you need" is no wish.
  String.raw`(?<!(?<![\p{L}])(?:you|u)(?:'ll| will| may| might| would| only| just| also| do)* )(?<![\p{L}])(?:need|require|want|await|lack|expect|request)s?`,
  String.raw`(?<![\p{L}])(?:is|are|be|still|remains?) (?:still |also )?(?:missing|outstanding|required|needed|wanted)`,
  String.raw`(?<!(?:was|were) )(?<![\p{L}])outstanding(?: (?:list|items|points|matters))?`,
  String.raw`(?<![\p{L}])(?:looking|waiting) for(?: (?:answers|replies))?`,
  String.raw`(?<![\p{L}])would (?:\p{L}+ )?help`,
  String.raw`(?<![\p{L}])(?:grateful|glad) (?:for|of)`,
  String.raw`(?<![\p{L}])ask(?: you)? for`,
  // "Pls note requirements", "Requests to the owner".
  String.raw`(?:(?<![\p{L}])(?:my|our|(?:please|pls|kindly) note|two|three|four|five)(?: \p{L}+)? |^)(?:requests?|requirements)`,
].join('|')})`;
const UNNAMED = String.raw`(?: (?:all (?:of )?)?(?:the (?:following|below)|as follows|these|those|(?:some|a few|a couple of|several|two|three|four|five) (?:more |other )?(?:things|items|bits|details|points|documents|papers))(?: (?:things|items|details|points|documents|papers))?)?`;
const CIRCUMSTANCES = String.raw`(?:,? (?:from|for|of|by|before|at|on|in|under|with|until|till|within|please|urgently|still|also|us (?:plan|with)|to (?:site|school|work|plan|prepare|finish|complete|proceed|close|start|(?:the|your) \p{L}+)|outstanding|asap|today|tomorrow)(?![\p{L}])[^.?!:;]{0,60}?)?`;
const WANTS = new RegExp(`${WANTING}${UNNAMED}${CIRCUMSTANCES}\\s*:\\s*$`, 'iu');
/** "Please could you", "I need", with the rest in the points below; "pls bring to site:". */
const BREAKS_OFF = new RegExp(
  `(?<![\\p{L}])(?:(?:(?:can|could|would|will) (?:you|u|someone)|please|pls|plz|if you could|(?:i|we) (?:need|want)(?: (?:you|to know))?|(?:have|need|like|love) to know)(?: please| also| still| all)*\\s*[:,…–-]*|(?:please|pls|plz|(?:can|could|would|will) (?:you|u)) (?:also |please )?(?:${VERB})(?: (?:me|us|along|over|back))?${CIRCUMSTANCES}\\s*:)\\s*$`,
  'iu',
);
/** What is gone through together asks for nothing by itself. */
const AGENDA = /(?<![\p{L}])(?:agenda|topics?|discuss|decide|talk|minutes|recap)(?![\p{L}])/iu;

/** "3 qs", "A few quick questions before we start:". */
const QUESTIONS =
  /(?:^|\s)(?:\d|two|three|four|five|six|some|(?:a )?few|quick) (?:\p{L}+ )?(?:qs?|questions?|queries)(?![\p{L}])[^.?:]{0,40}:?\s*$/iu;

/** Does a line want something that is named only behind it? */
export const leadsToAsks = (line: string): boolean =>
  (WANTS.test(line) || BREAKS_OFF.test(line) || QUESTIONS.test(line)) && !AGENDA.test(line);
/** What a point of a list, or a thing named in a row, begins with that is to be told. */
export const ASKS_OF =
  /^(?:(?:also|and) )?(?:how|what|which|who|when|where|why|whether|if|(?:is|are|was|were|do|does|did|has|have|should|shall) \p{L}+)(?![\p{L}])/iu;

const FOLLOWING = /(?<![\p{L}])the following(?![\p{L}])[^.?!:]{0,60}[:.]\s*$/iu;
/** Longer than this it is no item of a list, but a text with a mark before it. */
const LONGEST_ITEM = 160;

/** Adds what the points of a list ask for, and takes back the line that only leads to them. `acts` are in order of the text. */
export function withLists(
  acts: Act[],
  sentences: readonly Sentence[],
  sending: Sending | undefined,
): void {
  for (const intro of [...acts]) {
    if (intro.kind !== 'request' || intro.confidence < HELD || !leadsDown(intro, sentences))
      continue;
    const items = itemsBelow(intro.sentence, sentences);
    if (items.length === 0) continue;
    for (const index of items) {
      const item = sentences[index];
      if (!item) continue;
      const own = acts.filter((a) => a.sentence === index && isOwn(a));
      if (own.length === 0) {
        for (const act of acts.filter((a) => a.sentence === index && FINISHES.has(a.kind)))
          acts.splice(acts.indexOf(act), 1);
        acts.push(itemAct(intro, item, index, sending));
      }
      for (const act of own) if (isAsk(act) && intro.due) act.due ??= intro.due;
    }
    for (const act of acts.filter((a) => a.sentence === intro.sentence && isAsk(a)))
      acts.splice(acts.indexOf(act), 1);
  }
  acts.sort((a, b) => a.sentence - b.sentence);
}

/** What a point does by its own words; a thing that is wanted is easily read as come ("the plan as reviewed this year"). */
const isOwn = ({ kind, confidence }: Act): boolean =>
  confidence >= (FINISHES.has(kind) ? LEADS : HELD);
const FINISHES: ReadonlySet<Act['kind']> = new Set(['completion', 'delivery', 'acknowledgement']);

/** What an ask looks like where one is expected: what is needed, or a bare deed the reader has found to be likely one. */
const NEEDS =
  /^(?:\W|\p{L}+[,:] |also |and )*(?:(?:i|we|they|he|she|\p{Lu}\p{L}+|the [\p{L} ]{3,24}?)(?:'ll|'d| will| would| also| still| do| really)* )?(?:need|require|want|(?<=(?:'d|would) )like)s? (?:the|an?|your|my|our|some|any|two|three|four|five|six|\d+|[\p{L}-]+ )/iu;
/** Something is told: a sentence, and no thing. */
export const TELLS =
  /(?<![\p{L}])(?:is|are|was|were|has|have|had|will|would|can|could|should|must|does|did|don't|i|we|you|it|they|he|she|please)(?![\p{L}])|\p{L}'(?:re|ve|ll|d|m)(?![\p{L}])/iu;
/** "The full report by 17 November.", "visitor figures, please": a thing, of which nothing is told. */
const THING =
  /^(?:(?:also|and) )?(?:(?:the|an?|your|my|our|some|any|all|two|three|four|five|six) [\p{L}\d]|[^.?!;]+,? (?:please|pls)\W*$)/iu;
/** The words of a thing, up to where something is told of it that it is known by. */
const HEAD = /^.*?(?=,? (?:which|that|who|whose|(?:\p{L}+ ){1,2}of which)(?![\p{L}])|[.;]?$)/iu;
const isThing = (text: string): boolean => {
  const level = straight(text);
  return THING.test(level) && !TELLS.test((HEAD.exec(level)?.[0] ?? level).replace(PLEASE, ''));
};
const PLEASE = /,? (?:please|pls)$/iu;
/** Things under the heading of what is gone through are topics. */
const isWanted = (point: string, above: string): boolean =>
  NEEDS.test(point) || (isThing(point) && !AGENDA.test(above));

/** From here on a point beside one that surely asks is an ask as well. */
const LIKELY = 0.35;
/** How sure an ask is that stands in a row of them. */
const IN_A_ROW = 0.8;
/** How sure one must be for the others to be in a row with it. */
const LEADS = 0.7;

/**
 * "1. Send me photos of the tags. 2. Can you send the certificate by Monday? 3. I need two lads on Friday. 4. The key to the
 * yard": beside a point that surely asks, one with a deed or a need, or that names a thing, asks as well.
 */
export function inARow(
  acts: Act[],
  sentences: readonly Sentence[],
  sending: Sending | undefined,
): void {
  const points = sentences.flatMap((sentence, index) => (sentence.bullet ? [index] : []));
  if (points.length < 2) return;
  const end = (n: number) => points[n + 1] ?? sentences.length;
  const asked = (n: number, least: number) =>
    acts.find(
      (a) =>
        a.sentence >= (points[n] ?? 0) &&
        a.sentence < end(n) &&
        sentences[a.sentence]?.block === sentences[points[n] ?? 0]?.block &&
        (a.kind === 'request' || a.kind === 'question') &&
        a.confidence >= least,
    );
  const sure = points.map((_, n) => asked(n, LEADS)).find((act) => act !== undefined);
  const above = sentences[(points[0] ?? 0) - 1]?.text ?? '';
  const looksAsked = (n: number) =>
    asked(n, LIKELY) !== undefined || isWanted(sentences[points[n] ?? 0]?.text ?? '', above);
  // Minutes have an ask among what is told; a list of asks has little else.
  if (!sure || points.filter((_, n) => looksAsked(n)).length * 2 <= points.length) return;
  points.forEach((index, n) => {
    const item = sentences[index];
    if (!item || item.text.length > LONGEST_ITEM || asked(n, HELD + 0.2)) return;
    const likely = asked(n, LIKELY);
    if (likely?.kind === 'request') likely.confidence = IN_A_ROW;
    else if (!likely && isWanted(item.text, above)) {
      const own = acts.findIndex((a) => a.sentence === index && a.kind === 'request');
      if (own >= 0) acts.splice(own, 1);
      const act = itemAct({ ...sure, kind: 'request', confidence: IN_A_ROW }, item, index, sending);
      delete act.condition;
      // "I need two helpers Friday": the day of a need is the day it is needed on.
      const alone = { before: '', after: '' };
      const due =
        dueIn(item.text, 'request', sending, alone, undefined) ??
        dueIn(item.text, 'acceptance', sending, alone, undefined);
      if (due) act.due = due;
      else delete act.due;
      acts.push(act);
    }
  });
  acts.sort((a, b) => a.sentence - b.sentence);
}

/** Does the line name nothing but what stands below it? */
function leadsDown({ quote, sentence }: Act, sentences: readonly Sentence[]): boolean {
  const isPoint = sentences[sentence]?.bullet === true;
  return (
    INTRODUCES.test(quote) ||
    // A point that ends in "please" leads to no other.
    (leadsToAsks(quote) && (!isPoint || /:\s*$/.test(quote))) ||
    ((POINTS_DOWN.test(quote) || FOLLOWING.test(quote)) &&
      sentences[sentence + 1]?.bullet === true &&
      !isPoint)
  );
}

/** The points right below a line: one sentence each, up to the first line that is none. */
function itemsBelow(above: number, sentences: readonly Sentence[]): number[] {
  const items: number[] = [];
  for (let index = above + 1; index < sentences.length; index++) {
    const sentence = sentences[index];
    if (!sentence) break;
    if (!sentence.bullet) {
      // A second sentence of a point says something of it.
      if (items.length > 0 && sentences[index - 1]?.block === sentence.block) continue;
      break;
    }
    if (sentence.text.length > LONGEST_ITEM || contentWords(sentence.text).size === 0) break;
    items.push(index);
  }
  return items;
}

function itemAct(intro: Act, item: Sentence, index: number, sending: Sending | undefined): Act {
  const due = dueIn(item.text, 'request', sending, { before: '', after: '' }, undefined);
  const { start, end, text } = item;
  const kind = ASKS_OF.test(text) ? 'question' : intro.kind;
  const act: Act = { ...intro, kind, quote: text, start, end, sentence: index };
  // "The roster for September" is of a month, and not due in it.
  if (due && isBound(due)) act.due = due;
  return act;
}
