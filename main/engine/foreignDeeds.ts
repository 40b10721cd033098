import { contentWords } from '../../shared/handoff/similarity';
import { sentencesIn } from './sentences';
import { meets } from './words';

/**
 * "Bestellt, kommt am Montag", "commandé ce matin", "ya arreglado": in the six other languages too an answer that opens with
 * a bare deed, come to its end, says that what was asked is done. The deed is told by its form, whatever the verb.
 */

/** Words that may stand before the deed: already, now, both, it is. */
const BEFORE: Readonly<Record<string, string>> = {
  de: 'schon|bereits|gerade|eben|alles|alle|beide|ist|sind|wurde|wurden|jetzt|soeben|hab|habe|es|hab ich|habe ich',
  fr: "déjà|tout|tous|toutes|c'est|est|sont|a été|ont été|j'ai|je l'ai|je les ai|on a|bien",
  es: 'ya|todo|todos|todas|está|están|lo he|la he|los he|las he|he|hemos|recién|acabo de',
  pt: 'já|tudo|todos|todas|está|estão|foi|foram|acabei de',
  it: "già|tutto|tutti|tutte|è|sono|è stato|è stata|l'ho|li ho|le ho|ho|appena",
  nl: 'al|net|alles|beide|is|zijn|heb|heb ik|ik heb|is al|inmiddels|zojuist',
};
/** The form of a deed that is over. */
const FORM: Readonly<Record<string, string>> = {
  de: '(?:\\p{L}{0,6}ge\\p{L}{2,}(?:t|en)|(?:be|ver|er|ent|zer|über|unter)\\p{L}{2,}(?:t|schrieben|geben|nommen|laden|worfen|sprochen|schlossen|funden|tragen|bunden|rufen)|\\p{L}{2,}iert)',
  fr: '\\p{L}{2,}(?:é|ée|és|ées)|(?:re)?(?:mis|fait|pris|écrit|rendu|vendu)(?:e|s|es)?',
  es: '\\p{L}{2,}(?:ado|ada|ados|adas|ido|ida|idos|idas|esto|esta|uelto|uelta)|hech[oa]s?|puest[oa]s?',
  pt: '\\p{L}{2,}(?:ado|ada|ados|adas|ido|ida|idos|idas)|feit[oa]s?|post[oa]s?|entregues?|pag[oa]s?',
  it: '\\p{L}{2,}(?:ato|ata|ati|ate|ito|ita|iti|ite|uto|uta|uti|ute)|fatt[oaie]|mess[oaie]|pres[oaie]|chius[oaie]|scritt[oaie]',
  nl: '(?:\\p{L}{0,6}ge\\p{L}{2,}(?:d|t|en)|(?:be|ver|her|ont)\\p{L}{2,}(?:d|t|en))',
};
/** Deeds that end nothing: seen, noted, understood, asked, passed on, put off, meant, needed. */
const LEAVES =
  /^(?:gesehen|gelesen|notiert|vermerkt|verstanden|gefragt|nachgefragt|angefragt|weitergeleitet|weitergegeben|verschoben|vergessen|erhalten|bekommen|gewesen|gern|gerne|gegen|gehen|geben|gelten|genügen|gefallen|gemeinsam|getrennt|gestern|gerade|gut|genau|gleich|verdammt|bestimmt|bedeutet|überlegt|berät|vu|vue|vus|noté|notée|compris|demandé|demandée|transmis|reporté|oublié|oubliée|reçu|reçue|désolé|désolée|occupé|occupée|intéressé|été|liberté|société|côté|visto|anotado|apuntado|entendido|preguntado|reenviado|aplazado|olvidado|recibid[oa]s?|ocupad[oa]|estado|sido|lado|sábado|pedido un|notado|percebido|perguntado|esquecido|adiado|recebid[oa]s?|obrigad[oa]|encaminhado|annotato|segnato|capito|chiesto|inoltrato|rimandato|dimenticat[oa]|ricevut[oa]|stat[oa]|impegnat[oa]|occupat[oa]|sabato|lato|gezien|gelezen|genoteerd|begrepen|gevraagd|doorgestuurd|verplaatst|vergeten|ontvangen|geen|geweest|begin|beter|gewoon|graag|geleden|verder|bezig|benieuwd|gepland|geplant|prévu|prévue|previst[oa]s?|planificad[oa]|pianificat[oa])$/iu;
const NOT_DONE =
  /(?<![\p{L}])(?:nicht|noch|kein\p{L}*|erst|wird|werden|morgen|wenn|sobald|pas|encore|demain|sera|seront|dès|quand|no|aún|todavía|mañana|cuando|será|não|ainda|amanhã|quando|non|ancora|domani|appena|sarà|niet|nog|geen|zodra|wordt|worden|half|halb|moitié|mitad|metade|metà|helft)(?![\p{L}])/iu;
const FEW = 10;

/** Where a thing is that has come, or is as it was to be. */
const IS_HERE: Readonly<Record<string, string>> = {
  de: '(?:ist|sind|steht|liegt) (?:\\p{L}+ )?(?:da|hier|fertig|raus|drin|online|eingetroffen|angekommen|zurück|bereit|weg)',
  fr: '(?:est|sont) (?:\\p{L}+ )?(?:là|ici|arrivée?s?|prête?s?|partie?s?|en ligne|en place)',
  es: '(?:(?:ya )?(?:llegó|llegaron|salió|salieron)|ha llegado|han llegado|(?:está|están) (?:ya )?(?:aquí|list[oa]s?|fuera|arriba|en su sitio))',
  pt: '(?:(?:já )?(?:chegou|chegaram|seguiu|seguiram)|(?:está|estão) (?:já )?(?:aqui|pront[oa]s?|no sítio))',
  it: '(?:è|sono) (?:già |tutt[ie] )?(?:arrivat[oaie]|pront[oaie]|partit[oaie]|qui|online|a posto)',
  nl: '(?:is|zijn|staat|staan|ligt|liggen) (?:\\p{L}+ )?(?:binnen|klaar|er|erop|hier|weg|online|terug)',
};

/**
 * The sentence at the head of an answer in this language that is a bare deed, or says of a thing of the ask's that it is
 * here; null where it is neither. `asked` are the words of the ask.
 */
export function foreignDeed(
  text: string,
  language: string | null,
  asked: ReadonlySet<string>,
): string | null {
  const [before, form] = [BEFORE[language ?? ''], FORM[language ?? '']];
  const here = IS_HERE[language ?? ''];
  if (before === undefined || form === undefined || here === undefined) return null;
  const [sentence = ''] = sentencesIn(text).filter((line) => !/[,:]$/.test(line));
  if (sentence.endsWith('?') || sentence.split(/\s+/).length > FEW || NOT_DONE.test(sentence))
    return null;
  const thing = patternOf(`^(.{2,40}?) ${here}(?![\\p{L}])`).exec(sentence)?.[1];
  if (thing !== undefined && meets(contentWords(thing), asked)) return sentence;
  const deed = patternOf(
    `^\\W*(?:${GREETING}[,!.]? )?(?:(?:${before}) ){0,3}(${form})(?![\\p{L}-])`,
  ).exec(sentence)?.[1];
  return deed === undefined || LEAVES.test(deed) ? null : sentence;
}

const GREETING = '(?:hallo|hi|salut|bonjour|hola|olá|oi|ciao|hoi|moin|ok|okay|so|sí|sim|ja|oui|sì)';

/** Patterns are made when their language is first met. */
const made = new Map<string, RegExp>();
function patternOf(source: string): RegExp {
  const pattern = made.get(source) ?? new RegExp(source, 'iu');
  made.set(source, pattern);
  return pattern;
}
