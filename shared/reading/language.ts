import { hashOf, isAscii } from './chars';

/** Which language words are in, by their commonest small words: enough to choose cues and date parser. */

const COMMON: Readonly<Record<string, readonly string[]>> = {
  en: 'the and to of you is that for it we i on have with be this are can will not please your as at from if by me thanks could would'.split(
    ' ',
  ),
  de: 'der die das und ist nicht ich sie wir zu mit für auf ein eine den dem im von bitte können kann auch noch bis mich uns ihr danke haben wird sind du bei ihnen'.split(
    ' ',
  ),
  nl: 'de het een en van ik je is niet dat op te zijn voor met aan er we wij graag kun kunt naar om nog bij ook jullie bedankt dank wat deze'.split(
    ' ',
  ),
  fr: 'le la les et de des un une est pas je vous nous que pour dans sur avec merci pouvez vous avant demain peux au du en ce votre bonjour à il joint'.split(
    ' ',
  ),
  it: 'il lo la gli le di che e un una è non per con mi ti ci si del della al alla grazie può puoi potete favore ciao sono ho entro inviami allego domani da nel'.split(
    ' ',
  ),
  es: 'el la los las y de que en un una es no por para con su usted me se del al gracias puede puedes lo hola favor está'.split(
    ' ',
  ),
  pt: 'o a os as e de que em um uma é não por para com você me se do da ao obrigado obrigada pode já na no está muito segue'.split(
    ' ',
  ),
};

const CODES = Object.keys(COMMON);
/** The languages that share a word, by the hash of the word: a bit each. */
const SHARED = new Map<number, number>();
CODES.forEach((code, i) => {
  for (const word of COMMON[code] ?? [])
    SHARED.set(hashOf(word), (SHARED.get(hashOf(word)) ?? 0) | (1 << i));
});

const isPart = (code: number): boolean => (code >= 97 && code <= 122) || code === 0x27;

/** The words of a text as hashes. Letters beyond ASCII need the alphabet's whole table, and are rare. */
function hashesOf(lower: string): number[] {
  if (!isAscii(lower)) return lower.match(/[\p{L}']+/gu)?.map((word) => hashOf(word)) ?? [];
  const hashes: number[] = [];
  for (let i = 0; i < lower.length; i++) {
    if (!isPart(lower.charCodeAt(i))) continue;
    const start = i;
    while (isPart(lower.charCodeAt(i))) i++;
    hashes.push(hashOf(lower, start, i));
  }
  return hashes;
}

/** ISO 639-1 code, or null when the words are too few or fit none. */
export function languageOf(text: string): string | null {
  const words = hashesOf(text.slice(0, 3000).toLowerCase());
  if (words.length === 0) return null;
  const hits = CODES.map(() => 0);
  for (const word of words)
    for (let bits = SHARED.get(word) ?? 0; bits !== 0; bits &= bits - 1) {
      const i = 31 - Math.clz32(bits & -bits);
      hits[i] = (hits[i] ?? 0) + 1;
    }
  let best: string | null = null;
  let most = 0;
  for (const [i, code] of CODES.entries()) {
    const count = hits[i] ?? 0;
    // English first: terse English shares "me", "no", "a" with others, so another language must win clearly.
    const score = code === 'en' ? count * 1.3 : count;
    if (score > most) {
      most = score;
      best = code;
    }
  }
  if (best !== null && best !== 'en' && most < 2) return null;
  return most / words.length >= 0.08 ? best : null;
}
