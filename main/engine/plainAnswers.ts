import { samePerson } from '../../shared/handoff/identity';
import type { Evidence } from '../../shared/handoff/model';
import { contentWords } from '../../shared/handoff/similarity';
import { evidenceOf } from './answers';
import { isOpen, type Correlated } from './correlated';
import type { Utterance } from './utterance';

/**
 * An answer to a question needs no form of its own: "They are in TGHU 447120-6". Where somebody answers the message that
 * asked, and none of what they do speaks of the question, a plain sentence of theirs is its answer.
 */
export function plainAnswer(
  asked: readonly Correlated[],
  said: Utterance,
  isNext: (handoff: Correlated) => boolean,
): [Correlated, Evidence] | null {
  if (said.item.kind !== 'mail') return spokenBack(asked, said, isNext);
  const open = asked.filter(
    (h) =>
      isOpen(h) &&
      asksToKnow(h) &&
      h.evidence.every((e) => e.kind === 'replied' && e.source.id === said.source.id) &&
      said.to.some((p) => samePerson(p, h.seed.opening.giver)),
  );
  const [question] = open;
  // Of two questions one plain sentence cannot be told to be the answer of either.
  if (!question || open.length > 1) return null;
  const sentence = plainSentence(said, question.seed.words);
  if (sentence === null) return null;
  const fact = evidenceOf(question.seed, said, 'done', {
    end: 'taker',
    reason: 'a plain sentence in the answer to the message that asked',
    confidence: 0.55,
  });
  fact.quote = sentence;
  return [question, fact];
}

/** In a chat the next who writes answers what was just asked, in few words or many: "does anyone know when …" – "half twelve". */
function spokenBack(
  asked: readonly Correlated[],
  said: Utterance,
  isNext: (handoff: Correlated) => boolean,
): [Correlated, Evidence] | null {
  const text = said.ownText.trim();
  const question = asked.find(
    (h) => isOpen(h) && isNext(h) && (asksToKnow(h) || (asksToGive(h) && isBareData(text))),
  );
  if (!question || text === '' || text.includes('?') || KNOWS_NOT.test(text)) return null;
  // What they do besides is told by their acts.
  if (said.acts.some((act) => act.kind !== 'acceptance' && act.kind !== 'decision')) return null;
  return [
    question,
    evidenceOf(question.seed, said, 'done', {
      end: 'taker',
      reason: 'said right after the question',
      confidence: 0.6,
    }),
  ];
}
/** An ask, put as a question, for something that a line can hold. */
function asksToGive({ seed }: Correlated): boolean {
  return seed.opening.act === 'request' && seed.opening.quote.trim().endsWith('?');
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
const KNOWS_NOT =
  /^\W*(?:(?:i )?(?:don't|dont|do not) know|i'?m not sure|(?:i have |have |i've )?no (?:idea|clue)|dunno|idk|not sure|good question|same (?:here|question)|me too|not me|wait|one (?:sec|moment)|let me|will (?:check|look|ask|find)|i(?:'ll| will)|lol|haha?|hm+|checking)(?![\p{L}])|^\W*$/iu;

/** A question; or an ask whose whole deed is to tell: "can you trace this one", "let us know who comes". */
function asksToKnow({ seed }: Correlated): boolean {
  const { act, quote } = seed.opening;
  return act === 'question' || (act === 'request' && TO_KNOW.test(quote));
}
const TO_KNOW =
  /\b(?:(?:does|do|would|can) (?:any(?:one|body)|some(?:one|body)|you|u)(?: \w+)? know (?!if (?:you|u) can|whether (?:you|u) can)|let (?:me|us) know (?!when|once|as soon|if you (?:need|want|have))|tell (?:me|us)|find out|trace|look (?:\S+ ){0,3}up|remind (?:me|us) (?:who|what|when|where|which|how)|(?:confirm|clarify|advise|check) (?:who|what|when|where|which|how|if|whether))\b/i;

/** A sentence that does nothing but tell; null when every one does something else. */
function plainSentence(said: Utterance, asked: ReadonlySet<string>): string | null {
  for (const line of said.ownText.split(/\n+|(?<=[.!?])\s+/)) {
    const text = line.trim();
    const words = contentWords(text);
    if (text.split(/\s+/).length < 3 || words.size < 1 || /[?:,]$/.test(text)) continue;
    if (GREETING.test(text)) continue;
    // It names something: a number, a name, or a word of the question. "Busy week here" does not.
    if (!NAMES.test(text) && ![...words].some((word) => asked.has(word))) continue;
    if (said.acts.some((act) => act.quote.includes(text) || text.includes(act.quote))) continue;
    return text;
  }
  return null;
}
const NAMES = /\d|(?<=[\p{Ll},;:] )\p{Lu}\p{L}/u;
const GREETING =
  /^(?:hi|hello|dear|hey|good (?:morning|afternoon|evening)|thanks|thank you|cheers|best|kind|regards|see (?:below|above|you)|hope|sorry|apolog)/i;
