import { isAsk, type Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { contentWords, tellingWords, wordsIn } from '../../shared/handoff/similarity';
import { workWords } from '../../shared/handoff/what';
import { folded, namePartsOf } from '../../shared/reading/people';
import { namesOfEnds, type Seed } from './openings';
import { withoutDay } from './phrases';
import { sentencesIn } from './sentences';
import { mailSubject, type Utterance } from './utterance';
import { asWords, inBoth, meets } from './words';

/**
 * "I'll send you the engineer's pictures", and then a mail of that name with something in it: whatever its words are,
 * the thing has come.
 */

const SENDS =
  /\b(?:send|sends|get|gets|mail|mails|post|ship|text|e-?mail|forward|share|bring|let|give|gives|have|shoot|ping|pass|drop|return|provide|supply|submit|hand|fax) (?:(?:it|them|that) )?(?:you|me|us|him|her|them|over|across|back|in(?! (?:your|the|my|our)\b)|on(?! (?:mon|tues|wednes|thurs|fri|satur|sun)day\b)|off|through|along|everyone|everybody|all|both)(?: all| both| over| across| back| have| know| with)* /i;
/** Without a word of whom to, and what is wanted: "share the signed form", "we still need your timesheet". */
const ASKS_FOR =
  /\b(?:send|mail|post|ship|e-?mail|forward|share|bring|return|provide|supply|submit|furnish|(?:i|we)(?: (?:still|also|just|only|really|urgently))* (?:need|want|require|lack)|(?:can|could|may|might|shall|should) (?:i|we) (?:please |also )?(?:have|get|see)|(?:is|are|am|still|'m|'re) (?:missing|awaiting)) (?=(?:the|an?|my|our|your|those|these|some|all|both)\b)/i;
/** The thing itself, up to what is said of it. */
const THING =
  /^(?:(?:the|a|an|my|our|your|those|these|that|this|some|all|both|new|final|signed|latest|current|updated|\d+) )*((?:[\p{L}\d'’-]+ ?){1,6}?)(?=\s*(?:$|[,.;:!?–-]|\b(?:of|for|from|by|on|in|at|to|with|about|that|this|tomorrow|today|tonight|next|over|across|afterwards?|if|which|in case|as|when|once|before|after|until|so|and|along|plus|first|right|straight|later|asap|please)\b))/iu;

/** "The list of the matching trims": what is in it names it as well, and better. */
const CONTAINER =
  /^(?:(?:the|a|an|my|our|your|that|this|new|final|full|whole) )*(?:lists?|cop(?:y|ies)|sets?|versions?|drafts?|files?|details|overview|scans?|pdfs?|links?|bunch|rest|breakdown|summary) of /i;

/** The last word of what is to be sent ("the engineer's pictures": pictures), as `contentWords` stems it; null where nothing is. */
export function thingSent(quote: string): string | null {
  return thingWords(quote).at(-1) ?? null;
}

/** The words of what is to be sent, in their order. */
function thingWords(quote: string): string[] {
  const sends = SENDS.exec(quote) ?? ASKS_FOR.exec(quote);
  if (!sends) return [];
  const rest = quote.slice(sends.index + sends[0].length);
  const thing = THING.exec(rest.replace(CONTAINER, ''))?.[1];
  return thing === undefined ? [] : [...contentWords(thing)];
}

/** A kind of paper: the word before it says which, and stands for it alone ("the consent form": "new consent attached"). */
const PAPER = contentWords(
  'form forms sheet sheets document documents doc docs file files template templates paper papers paperwork pack page pages',
);

/** Pictures that come with a signature. */
const LETTERHEAD = /^(?:image\d*|outlook-.*|logo.*|signature.*)\.(?:png|jpe?g|gif|bmp)$/i;
/** Words of the work that must come back, the thing's own among them, where it has so many. */
const SHARED = 2;
/** Where the work has one word only, and its subject none besides, the thing is known by coming soon. */
const SOON_MS = 3 * 86_400_000;
/** Said of any thing, or of the time: they tell none from another. */
const OF_ANY_THING = contentWords(
  'new current latest updated full own complete signed along asap afternoon evening noon tonight later possible convenience today',
);

/** The words that tell what was asked for, without its day, its reason and the two it is between. */
function ownWords({ opening }: Seed): ReadonlySet<string> {
  const { quote, due } = opening;
  const called = namesOfEnds(opening);
  const work = workWords(withoutDay(quote, due).replace(WHY, ''), '', quote.length);
  return new Set(
    [...tellingWords(work)].filter((word) => !called.has(word) && !OF_ANY_THING.has(word)),
  );
}

/** "… so you can see how it's made up": what it is for tells of other things. */
const WHY =
  /[,;]? \b(?:so (?:that )?(?=(?:you|we|i|they|he|she|it)\b)|because|in case|as it)\b.*$/is;

/** "Invoice for the roof survey": another thing, and the survey only what it is for. */
const BESIDE_IT =
  /(?<![\p{L}])(?!(?:cop(?:y|ies)|scans?|versions?|pdfs?|drafts?|photos?|sets?|files?|links?|attached|enclosed|here|thanks?|sorry|asked|you|ready|due)\b)\p{L}\p{Ll}{2,} (?:for|about|on|regarding|concerning) (?:the|your|our|my|this|that) (?:\p{L}+ ?){1,4}/giu;

const LATER: ReadonlySet<Act['kind']> = new Set(['commitment', 'deferral', 'decline']);

/** In a chat a thing is given as a link: "SSO guide, as discussed: help.loop.example/sso". */
const IS_LINK = /^(?:link|url)$/;
const LINK = /\bhttps?:\/\/\S+|\b[a-z\d-]+(?:\.[a-z\d-]+)+\/\S+/gi;

/** Does a message to the giver carry what was to be sent: named by its subject or its files, and by another word of the work? */
export function sentAlong(seed: Seed, said: Utterance): boolean {
  const { item } = said;
  const thing = thingSent(seed.opening.quote);
  const asLink = IS_LINK.test(thing ?? '');
  const links = item.kind === 'chat' || asLink ? (said.ownText.match(LINK) ?? []) : [];
  const sent = [...item.attachments.filter((name) => !LETTERHEAD.test(name)), ...links];
  if (sent.length === 0 && !isTold(thing, said)) return false;
  if (!said.to.some((p) => samePerson(p, seed.opening.giver)) || said.acts.some(isAsk))
    return false;
  if (thing === null || !seed.words.has(thing)) return false;
  // "The pictures come tomorrow, this is the map."
  if (said.acts.some((a) => LATER.has(a.kind) && wordsIn(a.quote).has(thing))) return false;
  const files = contentWords(asWords(sent.join(' ')));
  const named = new Set([
    ...wordsIn(mailSubject(said).replace(BESIDE_IT, ' ')),
    ...files,
    ...wordsIn(said.ownText.replace(BESIDE_IT, ' ')),
    ...(asLink && links.length > 0 ? [thing] : []),
  ]);
  const own = new Set([...ownWords(seed), thing]);
  const before = thingWords(seed.opening.quote)
    .filter((word) => !OF_ANY_THING.has(word))
    .at(-2);
  if (PAPER.has(thing) && !named.has(thing) && before !== undefined && named.has(before))
    own.delete(thing);
  // "The attendance figures" come as a file called by what they are of.
  const inFiles = inBoth(own, files).length;
  if (own.has(thing) && !named.has(thing)) return inFiles >= SHARED && inFiles * 2 >= own.size;
  const shared = inBoth(own, named).length;
  if (shared >= SHARED) return true;
  if (own.size > 1) return false;
  const around = [...seed.subjectWords].some((word) => word !== thing && named.has(word));
  return around || Date.parse(said.at) - Date.parse(seed.opening.saidAt) <= SOON_MS;
}

/** "… and send you the tracking": what is made of figures is given by telling them ("Tracking 7741 0092 3315"). */
function isTold(thing: string | null, said: Utterance): boolean {
  if (thing === null || !OF_FIGURES.has(thing)) return false;
  return sentencesIn(said.ownText).some(
    (sentence) => /\d{3,}/.test(sentence) && wordsIn(sentence).has(thing),
  );
}
const OF_FIGURES = contentWords(
  'tracking number code reference figure total pin passcode extension serial booking order account plate waybill',
);

/** "The lease is attached, the deposit slip follows": something that was asked for is still to come. */
export function restFollows(seed: Seed, said: Utterance): boolean {
  const own = ownWords(seed);
  return [...said.ownText.matchAll(FOLLOWS)].some(([, thing = '']) => meets(wordsIn(thing), own));
}
const FOLLOWS =
  /([^.,;!?\n]{2,60}?) (?:(?:will|to) follow|follows?|comes? (?:later|separately|next|on|by|tomorrow))\b/giu;

/** What goes to somebody by its verb, whoever it is. */
const GOES_TO =
  /\b(?:send|mail|e-?mail|post|forward|ship|give|get|bring|write|pass|hand|deliver|submit|return)\b/i;

/**
 * "I'll send Corbel the arrival notices", and then the taker's mail to somebody of that name, or of a house of that name,
 * with the thing in it: the deed is done, whether or not the giver has a copy of it.
 */
export function sentToNamed({ opening, words }: Seed, said: Utterance): boolean {
  const { item } = said;
  if (item.kind !== 'mail' || !samePerson(said.from, opening.taker) || said.acts.some(isAsk))
    return false;
  if (opening.act !== 'commitment' && opening.act !== 'request') return false;
  if (!GOES_TO.test(opening.quote)) return false;
  const named = said.to.map((p) => nameIn(opening.quote, p, opening)).find((name) => name !== null);
  if (named === undefined) return false;
  const files = item.attachments.filter((name) => !LETTERHEAD.test(name));
  const handed = said.acts.some((act) => act.kind === 'delivery' && act.confidence >= HELD);
  if (files.length === 0 && !handed) return false;
  const day = contentWords(opening.due?.text ?? '');
  const own = [...tellingWords(opening.quote)].filter(
    (word) => words.has(word) && !day.has(word) && !contentWords(named).has(word),
  );
  const told = wordsIn(`${item.subject} ${said.ownText} ${asWords(files.join(' '))}`);
  const shared = own.filter((word) => told.has(word)).length;
  return own.length > 0 && shared >= Math.min(SHARED, own.length);
}
/** As sure as an act must be to hand something over. */
const HELD = 0.5;

/** The word of the quote that names a person who is neither end, or their house ("Corbel": corbelhome.example); null where none does. */
function nameIn(quote: string, person: Person, { giver, taker }: Seed['opening']): string | null {
  if (samePerson(person, giver) || samePerson(person, taker)) return null;
  const house = (p: Person | null) => (p?.address.split('@')[1] ?? '').toLowerCase();
  const own = [house(giver), house(taker)];
  const names = namePartsOf(person);
  // The first word of a sentence has its capital anyway.
  for (const [word] of quote.slice(1).matchAll(/(?<![\p{L}])\p{Lu}[\p{L}'-]{2,}/gu)) {
    const bare = word.replace(/['’]s$/u, '').toLowerCase();
    const theirs =
      bare.length > 3 && !own.includes(house(person)) && house(person).startsWith(bare);
    if (names.includes(folded(bare)) || theirs) return bare;
  }
  return null;
}

/** "The shade card came this morning", "thanks for the shade card": whoever was to have it says so to whoever was to send it. */
export function hasCome(seed: Seed, said: Utterance): boolean {
  const { giver, taker, quote } = seed.opening;
  if (!taker || !samePerson(said.from, giver)) return false;
  if (!said.to.some((p) => samePerson(p, taker))) return false;
  const thing = thingSent(quote);
  if (thing === null || !seed.words.has(thing)) return false;
  const least = Math.min(SHARED, new Set([...ownWords(seed), thing]).size);
  return said.ownText.split(/\n+|(?<=[.!?])\s+|,\s+(?=\p{L}+ )/u).some((sentence) => {
    const named = CAME.exec(sentence) ?? HAVE.exec(sentence);
    const words = contentWords(named?.[1] ?? '');
    return (
      words.has(thing) &&
      words.size >= least &&
      [...words].every((word) => seed.words.has(word) || seed.subjectWords.has(word)) &&
      !NOT_COME.test(sentence)
    );
  });
}
const CAME =
  /^(?:\W|\p{L}+, |and |so |but )*(?:the|your|that|those|both) ((?:[\p{L}\d'-]+ ){1,5}?)(?:has |have |just |also |all |both )*(?:came|come|arrived|landed|got here|turned up|(?:is|are|was|were|been) (?:now |all |both |safely |duly )*(?:here|in|received|filed|logged|recorded|uploaded|on file|with (?:me|us)))\b/iu;
const HAVE =
  /\b(?:got|received|(?:thanks|thank you) (?:so much |very much |a lot )?for|(?:i|we)(?:'ve| have)(?: got| received| now)*) (?:the|your|that|those|both) ((?:[\p{L}\d'-]+ ?){1,5}?)(?=\s*(?:[,.;!]|$|\b(?:today|this|yesterday|now|just|and|safely|in|on|with|from)\b))/iu;
const NOT_COME =
  /\b(?:not|never|nothing|yet|still|in advance|ahead|until|once|when|if|will|would|should|last (?:week|month|year))\b|n't\b|\?/i;
