import type { Person } from '../../shared/handoff/item';
import type { Utterance } from './utterance';

/**
 * What the people named in a sentence that lays down a step have to do with it. Whoever stands in it is somebody's
 * next hand, the hand before, or is only spoken of; what tells them apart are the small words around the name, not
 * the verbs, which are those of every trade.
 */
export interface Role {
  /** `does`: the step is theirs; `gets`: it comes to them; `before`: theirs is what it waits for. */
  as: 'does' | 'gets' | 'before';
  who: Person[];
  /** Where in the sentence. */
  at: number;
}

interface Mention {
  who: Person[];
  at: number;
  end: number;
  text: string;
}

const NAME = /@?\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+){0,2}/gu;
const ADDRESS = /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/gu;
const PRONOUN = /\b(?:I|we|me|us|you|u)\b(?!r)/giu;

/** Everyone a sentence names, in order, with what they have to do with its step. */
export function rolesIn(sentence: string, said: Utterance): Role[] {
  const mentions = mentionsIn(sentence, said);
  const condition = conditionOf(sentence);
  return mentions.flatMap((mention) => {
    const as = roleOf(mention, sentence, condition);
    return as === null ? [] : [{ as, who: mention.who, at: mention.at }];
  });
}

function mentionsIn(sentence: string, said: Utterance): Mention[] {
  const found: Mention[] = [];
  const add = (text: string, at: number, who: readonly Person[]) => {
    const end = at + text.length;
    if (who.length > 0 && !found.some((m) => at < m.end && m.at < end))
      found.push({ who: [...who], at, end, text });
  };
  // "Tomasz Wilk for translation (tomasz@…)": the name is where they stand in the sentence.
  for (const { 0: text, index } of sentence.matchAll(ADDRESS)) {
    const address = text.toLowerCase();
    const known = said.audience.find((p) => p.address === address);
    const name = BESIDE.exec(sentence.slice(0, index));
    const person = known ?? { name: name?.[1] ?? '', address };
    if (name?.[1]) add(name[1], name.index, [person]);
    else add(text, index, [person]);
  }
  for (const { 0: text, index } of sentence.matchAll(NAME)) {
    // "Then Bram", "Once Vera": a sentence's first word is no part of the name behind it.
    const from = [0, ...[...text.matchAll(/ /g)].map((m) => m.index + 1)].find(
      (start) => said.named(bare(text.slice(start).split(' ')[0] ?? '')).length > 0,
    );
    if (from === undefined) continue;
    const name = bare(text.slice(from));
    add(name, index + from, said.named(name).slice(0, 1));
  }
  if (said.item.kind === 'chat')
    for (const { 0: text, index } of sentence.matchAll(/(?<![\p{L}@])\p{Ll}{2,}(?![\p{L}])/gu))
      add(text, index, said.named(text));
  for (const { 0: text, index } of sentence.matchAll(PRONOUN))
    add(text, index, /^(?:you|u)$/i.test(text) ? said.to : [said.from]);
  return found.sort((a, b) => a.at - b.at);
}

const bare = (name: string): string => name.replace(/['’]s?$/u, '');

const BESIDE =
  /(?<![\p{L}])(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2})(?: [\p{L}]+){0,5}? ?[(<] ?$/u;

const CONDITION =
  /\b(?:once|when(?:ever)?|as soon as|after(?! (?:that|this|which)\b)|until|till|the (?:moment|minute)|if|provided|as long as)\s+/giu;

/** Where the sentence says what must have happened first: from its conjunction up to a comma, or a word behind it. */
function conditionOf(sentence: string): { from: number; subject: number; to: number }[] {
  return [...sentence.matchAll(CONDITION)].map((match) => {
    const subject = match.index + match[0].length;
    const rest = sentence.slice(subject);
    const ends = [rest.search(/[,;:–—]|\s-\s/), rest.search(MAIN)].filter((end) => end > 0);
    return { from: match.index, subject, to: subject + Math.min(...ends, rest.length) };
  });
}

/** Without a comma the main clause begins with its own subject, or bids: "when it is signed send it to …". */
const MAIN =
  /(?<=\S\s+\S+\s+\S+\s+)(?:the|all|both)\s+(?:[\p{L}-]+\s+)?(?:then |also )?(?:go(?:es)?|comes?|moves?|gets?|is|are|will|can|must|needs?|has|have)\b(?=\s+(?:to|from|with|over|on|by)\b)|(?<=\S\s+\S+\s+)(?:it|they|he|she|we|this|these)(?:['’](?:s|ll|re)\b|\s+(?:then |also )?(?:go|come|move|get|is|are|will|can|must|need|has|have|\p{Ll}{2,}s)\b)|(?<=\s)is\s(?=\p{Lu})|(?<=\s)(?:please|kindly|then|let|tell|send|give|pass|hand|forward|ping|ask|call|mail|write)\s/u;

function roleOf(
  { at, end, text }: Mention,
  sentence: string,
  conditions: ReturnType<typeof conditionOf>,
): Role['as'] | null {
  const before = sentence.slice(0, at);
  const after = sentence.slice(end);
  const pronoun = /^(?:i|we|me|us|you|u)$/i.test(text);
  if (OWNER.test(after)) {
    if (TO.test(before) && OWN_PLACE.test(after)) return 'gets';
    return OWN_TURN.test(after) ? 'does' : null;
  }
  if (FROM.test(before)) return 'before';
  const does = DOES.test(after) || (pronoun && SUBJECT.test(before) && /^ \p{Ll}/u.test(after));
  const inside = conditions.find((c) => c.from < at && at < c.to);
  if (inside && at <= inside.subject) return 'before';
  // "Once it is cleared by Vera, …"; without a comma the main clause begins where somebody does something.
  if (inside && !does) return /\bby\s+$/i.test(before) ? 'before' : null;
  // "… à notre pharmacienne, Claire": no vocative, for all its comma.
  if (!pronoun && TO_ABROAD.test(before)) return 'gets';
  if (ABOUT.test(before) || CALLED.test(`${before}§${after}`)) return null;
  if (NARRATES.test(after) || NARRATED.test(before)) return null;
  if (TO.test(before)) return pronoun ? null : 'gets';
  if (does) return 'does';
  if (pronoun) return null;
  // "Tell Vera", "give Otto the list", "next is Vera".
  if (OBJECT.test(before) && !NOT_OBJECT.test(before)) return 'gets';
  const alone = before.trim() === '' && ALONE.test(after);
  return alone || LABEL.test(before) || (/\(\s*$/.test(before) && /^\s*\)/.test(after))
    ? 'does'
    : null;
}

const OWNER = /^['’]s?\b(?! (?:next|on it|up|the one|then|last)\b)/u;
const OWN_TURN = /^['’]s? (?:turn|go|move|job|part|bit|step|task|to \p{L}+)\b/u;
/** Where they work, for themselves. */
const OWN_PLACE =
  /^['’]s? (?:own )?(?:bench|desk|team|side|inbox|tray|people|department|office|shop|hands|crew|queue|table|group)\b/u;
const FROM = /\b(?:from|off|leaves?|done with|through with)\s+$/i;
const ABOUT =
  /\b(?:of|like|as|than|about|without|before|unless|against|between|per|regarding|because of|instead of|thanks to|according to|see|saw|thank|thanks|says?|said|by the way)\s+$/i;
/** Called by name: what stands beside it is said to them. */
const CALLED =
  /^\W*(?:(?:hi|hello|hey|dear|morning|thanks) )?§,|^\W*(?:hi|hello|hey|dear|morning|thanks) §|,\s*§\s*[.!?]*$/iu;
/** What they did is told, and no step laid down. */
const NARRATES =
  /^,?\s+(?:has|have|had|was|were|did|said|told|sent|gave|got|went|came|took|made|asked|wrote|called|thought|wanted|would have|used to|\p{L}{2,}ed)\b(?! (?:to (?:have|be|get|\p{L}+)|until|till))/iu;
/** The clause's verb is past, and not what is done to something ("is sent to"). */
const NARRATED =
  /(?<!\b(?:is|are|be|been|being|gets?|get it|have it|it|them)\s(?:then |also |\p{L}+ly )?)\b(?:went|gave|sent|told|took|got|came|spoke|\p{L}+(?:lk|nd|ss|rd|rward|ov|sk|ught)ed|brought|was|were|did)\b[^,;:]*$/iu;
const TO =
  /\b(?:to|for|with|past|via|by)\s+(?:(?:our|my|your|the|dear|good old)\s+(?:\p{Ll}+\s+){0,2})?$/iu;
/** "… à notre pharmacienne, Claire", "… direkt an Frau Ott", "… directamente a Uxía". */
const TO_ABROAD =
  /(?<!\p{L})(?:(?:direkt|gleich|weiter|directement|directamente|directo|rechtstreeks|direttamente|diretamente|transmettre|adresser|envoyer|enviar|pasas?|pasar|mandar|inviare|passare|sturen|doorsturen) (?:an|à|aan|a|al|para)|an|à|aan|para) (?:(?:unsere[nrm]?|notre|nos|onze|nuestr[oa]|nossa?|nostr[oa]|Frau|Herrn?|Mme|M\.) )?(?:\p{Ll}+,? )?$/u;
const SUBJECT =
  /(?:^\W*|[,;:–(]\s*|\b(?:and|then|so|that|what|once|when|after|until|till|soon as|moment|minute|if|but|first|afterwards|before)\s+)$/iu;
/** The plain present, a modal, or what stands between the name and it: "Vera on nights who takes", "Lien, our printer, can". */
const DOES =
  /^(?:,? (?:in|from|at|on|of|over|with|for|down)(?: (?:in|at|on|the))* [\p{L}\d ]{2,24}?| \([^)]{2,30}\)|, [^,]{3,30},)?,?(?: who| that| then| also| only| now| just| always| usually| directly| herself| himself)*(?: (?:can|can't|cannot|will|won't|could|should|would|must|may|shall|need|have to|has to|needs? to)(?:'ve)?\b|['’](?:ll|d)\b|['’]s (?:next|on it|up|the one|then|last)\b| (?:is|are) (?:next|last|up|waiting|the one|on|then|to)\b| (?!is\b|was\b|has\b|says\b|as\b|its\b|his\b|this\b|always\b|perhaps\b|thinks\b|hopes\b|knows\b|wants to know\b|asks\b|thus\b)\p{Ll}{2,}s\b)/u;
const OBJECT = /(?:^\W*\p{Lu}\p{Ll}+|\s\p{Ll}{2,})\s+$/u;
const NOT_OBJECT =
  /(?:^|\s)(?:and|or|but|so|then|that|which|who|the|a|an|our|my|your|his|her|their|is it|if|when|once|after|until|till|while|where|it|them|this|here|there|also|maybe|perhaps|both|either|neither|not|only|even|dear|hi|hello|hey|morning|was|were|\p{L}+ed(?<!need))\s+$/iu;
const LABEL = /[\p{L})]\s*:\s*$/u;
const ALONE = /^\s*(?:$|[:(.;,]|\()/u;
