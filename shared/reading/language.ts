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

const SETS = Object.entries(COMMON).map(([code, list]) => [code, new Set(list)] as const);

/** ISO 639-1 code, or null when the words are too few or fit none. */
export function languageOf(text: string): string | null {
  const words =
    text
      .slice(0, 3000)
      .toLowerCase()
      .match(/[\p{L}']+/gu) ?? [];
  if (words.length === 0) return null;
  let best: string | null = null;
  let most = 0;
  for (const [code, set] of SETS) {
    const hits = words.reduce((n, w) => n + (set.has(w) ? 1 : 0), 0);
    // English first: terse English shares "me", "no", "a" with others, so another language must win clearly.
    const score = code === 'en' ? hits * 1.3 : hits;
    if (score > most) {
      most = score;
      best = code;
    }
  }
  if (best !== null && best !== 'en' && most < 2) return null;
  return most / words.length >= 0.08 ? best : null;
}
