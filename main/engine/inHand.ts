import { contentWords } from '../../shared/handoff/similarity';
import { sentencesIn } from './sentences';
import { meets } from './words';

/**
 * Work that is in somebody's hand by what they are doing: "Our stage manager is seeing to the sizes", "I have asked her to
 * send it to you". Nothing has arrived; it was passed to a hand that is known, or is being done.
 */
export interface InHand {
  /** The sentence that says so. */
  quote: string;
  /** Does the speaker do it, and no other hand? */
  own: boolean;
}

const DOING =
  '(?:seeing to|dealing with|working on|looking after|looking into|attending to|handling|sorting(?: out)?|taking care of|preparing|drafting|drawing up|writing(?: up)?|collecting|gathering|compiling|chasing(?: up)?|arranging|organi[sz]ing|making|putting together|pulling together|getting|finishing|typing up)';
const ADVERBS = '(?: now| already| currently| just| busy| still| also)*';
/** Somebody does it: "Mr Pugh is seeing to the sizes", "I'm working on the figures". */
const DOES = new RegExp(
  `(?:^|[,;:] |\\band )((?:[\\p{L}\\d.'’()&-]+,? ){0,7}?[\\p{L}\\d.'’()-]+,?)(?:'s|’s|'m|’m|'re|’re| is| are| am| has been| have been)${ADVERBS} ${DOING} ([^.;!?]{2,90})`,
  'iu',
);
/** Another was bid to do it: "I have asked her to send the new one to you". */
const BIDS =
  /\b(?:i|we)(?:'ve|’ve| have)?(?: now| already| also| just)* (?:asked|told|instructed|briefed|requested|reminded|got|begged) ((?:[\p{L}.'’-]+ ){1,6}?)to ((?!(?:confirm|tell|say|know|find out|check)\b)\p{L}+ [^.;!?]{2,90})/iu;
/**
 * Somebody or something has its time: "The locksmith is booked for Thursday", "Courier comes at four", "plumber says
 * thursday". At the head of an answer it tells of the work, whatever its words are.
 */
const WHEN =
  '(?:(?:on|at|for|by|from|until|this|next|first thing) [^.;!?]{1,40}|today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\\b)';
const ARRANGED = new RegExp(
  `^(?:the |our |my |a |an |two |three |both )?(?:[\\p{L}\\d'’-]+ ){1,4}?(?:(?:is|are|'s|has been|have been) (?:now |all |provisionally )?(?:booked|scheduled|arranged|lined up|reserved|held|pencilled in|on order|ordered|due|coming)\\b[^.;!?]{0,40}?|(?:comes?|calls?|starts?|says|say|can (?:come|do it|start)|is coming|are coming)(?: (?:out|over|round|in|back))?) ${WHEN}`,
  'iu',
);
/** It is being done, by whomever: "that's the terms under way", "the badges are being printed". */
const UNDER_WAY =
  /(?:^|[,;:] |\b(?:so|and) )((?:that's |that is |it's )?(?:[\p{L}\d'’-]+ ){0,5}?[\p{L}\d'’-]+)(?:'s|’s|'re|’re| is| are)?(?: now| already| just| all| both)* (?:under ?way|in progress|in train|in the works|in motion|in the pipeline|in production|on the go|on order|being (?:\p{L}+ed|done|made|drawn|built|cut|cast|sent|written|sewn|put together|dealt with))\b/iu;
/** The same in the other languages that are read, and who is at it there. */
const UNDER_WAY_ELSEWHERE =
  /(?<![\p{L}])(?:in arbeit|läuft (?:schon|bereits|gerade)|wird gerade|bin (?:\p{L}+ )?(?:dran|dabei|an (?:de[rnm]|die|das))|sitze (?:\p{L}+ )?(?:dran|daran|an de[rnm])|arbeite (?:\p{L}+ )?(?:dran|daran|an)|en cours|(?:suis|sommes) (?:\p{L}+ )?(?:dessus|en train de)|y travaille|en (?:curso|marcha)|(?:estoy|estamos) (?:\p{L}+ )?(?:con (?:ello|eso|l[oa]s?|el)|en ello|trabajando en)|in de maak|(?:ben|zijn) (?:\p{L}+ )?(?:ermee |er )?(?:bezig|mee bezig)|werk eraan|in corso|in lavorazione|ci (?:sto|stiamo) lavorando|(?:sto|stiamo) (?:facendo|preparando|lavorando)|em curso|em andamento|(?:estou|estamos) (?:\p{L}+ )?(?:a (?:tratar|fazer|preparar|trabalhar)|nisso|com isso))(?![\p{L}])/iu;
/** "Läuft", "voy": the whole of an answer. */
const AT_ONCE =
  /^\W*(?:läuft|voy|ya voy|vamos|vou já|arrivo|vado|j'y vais|j['’]arrive|komt eraan|komt in orde)[\s.!]*$/iu;
const GREETING =
  /^(?:hi|hello|dear|hey|morning|good (?:morning|afternoon|evening))\b[^.!?]{0,30}[,!.]?$|,$/i;

/** What makes it no report of today: still hoped for, asked, or denied. */
const NOT_SO =
  /\b(?:not|never|if|unless|once|when|whether|should|could|would|might|was|were)\b|n't\b|\?\s*$/i;
const PRONOUN = /\b(?:it|this|that|them|these|those|one|ones|matter)\b/i;
const SELF = /^(?:\W|and |so |but )*(?:i|we)$/i;
const OF_YOU = /^(?:\W|and |so |but )*(?:you|it|this|that|there|which|who|what)$/i;

/** What a message says to be in hand of the work in `asked`; null where it says nothing of the kind. */
export function inHandIn(text: string, asked: ReadonlySet<string>): InHand | null {
  const [first] = sentencesIn(text).filter((line) => !GREETING.test(line));
  for (const sentence of sentencesIn(text)) {
    if (sentence.length > LONGEST) continue;
    const [does, who = '', thing = ''] = DOES.exec(sentence) ?? [];
    if (does !== undefined && !NOT_SO.test(does) && !OF_YOU.test(who) && isOf(thing, asked))
      return { quote: sentence, own: SELF.test(who) };
    const [, going] = UNDER_WAY.exec(sentence) ?? [];
    if (going !== undefined && !NOT_SO.test(sentence) && isOf(going, asked))
      return { quote: sentence, own: true };
    const few = sentence.split(/\s+/).length <= FEW;
    if (AT_ONCE.test(sentence)) return { quote: sentence, own: true };
    if (
      UNDER_WAY_ELSEWHERE.test(sentence) &&
      !sentence.endsWith('?') &&
      (few || meets(contentWords(sentence), asked))
    )
      return { quote: sentence, own: true };
    // Further down it must speak of the work: "the chamber is booked for Thursday, I do the scan then".
    const tells = sentence === first || meets(contentWords(sentence), asked);
    if (tells && ARRANGED.test(sentence) && !NOT_SO.test(sentence))
      return { quote: sentence, own: false };
    const [bids, , deed = ''] = BIDS.exec(sentence) ?? [];
    if (bids !== undefined && !NOT_SO.test(bids) && isOf(deed, asked))
      return { quote: sentence, own: false };
  }
  return null;
}
/** Words up to which it can be of nothing else. */
const FEW = 5;
/** A longer sentence tells a story. */
const LONGEST = 220;

function isOf(thing: string, asked: ReadonlySet<string>): boolean {
  return PRONOUN.test(thing) || meets(contentWords(thing), asked);
}
