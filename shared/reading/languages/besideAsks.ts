/** What stands around asks in the other languages and asks nothing: what a thing is for, and the footers of mail programs. */

/** An article begins a thing: only right behind the purpose, or behind "of" and the like. */
const ARTICLE = String.raw`(?:il|lo|la|i|gli|le|un|una|uno|el|los|las|les|des|une|das|die|der|den|ein|eine|einen|het|de|een|o|os|a|as|um|uma)`;
const OF = String.raw`(?:de|di|van|voor|von|für|mit|pour|para|per|in|à|con|com|met|op|auf|an|bei|im|en|em)`;
/** The purpose in a few words: "… per i camici", "… para el pedido de junio", but not "… per l'ordine il verbale". */
const PURPOSE = String.raw` ?(?:${ARTICLE} )?(?:[\p{L}\d'’-]+[ ,]*)(?:${OF} ${ARTICLE} [\p{L}\d'’-]+[ ,]*|(?!${ARTICLE} )[\p{L}\d'’-]+[ ,]*){0,5}[.!)]*$`;
const reason = (words: string): RegExp =>
  new RegExp(
    String.raw`^(?:\W|(?:denn|weil|und|car|et|parce que|perché|e|porque|ya que|y|pois|want|omdat|en) )*(?:${words})${PURPOSE}`,
    'iu',
  );

/**
 * By language: a need whose object is a pronoun or nothing, and what it is for. The thing needed is the one just asked
 * for. No object may stand between the need and its purpose ("mi serve il verbale per …" is an ask of its own).
 */
export const REASONS: Readonly<Partial<Record<string, RegExp>>> = {
  de: reason(
    String.raw`(?:(?:ich|wir) (?:brauche?n?|bräuchten?|benötigen?) (?:das|es|sie|ihn|die|den|diese?)|(?:das|es|die|den|diese?) (?:brauche?n?|bräuchten?|benötigen?) (?:ich|wir)|(?:das|es) (?:ist|wäre)) (?:(?:nur|noch|auch|dann|dringend|nämlich) )*(?:für|fürs|zum|zur|wegen)\b`,
  ),
  fr: reason(
    String.raw`(?:(?:j'en ai|nous en avons|on en a|j'en aurais|nous en aurions) (?:\p{L}+ )?besoin|il (?:me|nous) (?:le|la|les) faut(?:drait)?|c'est) (?:pour|afin d)`,
  ),
  it: reason(
    String.raw`(?:(?:mi|ci) (?:serve|servono|servirebbe|servirebbero|occorre|occorrono)|ne (?:ho|abbiamo|avrei|avremmo) bisogno|è|sono) (?:(?:solo|anche|poi|infatti) )*per\b`,
  ),
  es: reason(
    String.raw`(?:(?:lo|la|los|las) (?:necesito|necesitamos)|(?:me|nos) (?:lo|la|los|las)? ?hacen? falta|es|son) (?:(?:solo|sólo|también|luego) )*para\b`,
  ),
  pt: reason(
    String.raw`(?:(?:preciso|precisamos|precisava|precisávamos)(?: (?:disso|disto|del[ea]s?|d[ea]ss?[ea]s?))?|é|são) (?:(?:só|também|depois) )*para\b`,
  ),
  nl: reason(
    String.raw`(?:(?:ik|we|wij) (?:heb|hebben) (?:het|dat|die|ze|dit|deze) (?:\p{L}+ )?nodig|(?:het|dat|die|ze|dit|deze) (?:heb|hebben) (?:ik|we|wij) (?:\p{L}+ )?nodig|(?:het|dat) is) (?:voor|om)\b`,
  ),
};

/** Of the message itself: print it or not, read it or not. A line of a footer, in one of the languages. */
const PRINTS: readonly string[] = [
  // To be kind to the earth and not to print, in one line. Who proofreads the page on the environment before it is printed does otherwise.
  String.raw`(?=.*(?:umwelt|bäume|ressourcen|natur\b))(?=.*(?:denk|schon|schütz))(?=.*druck)`,
  String.raw`(?=.*(?:environnement|planète|arbres?|nature\b))(?=.*(?:pens|préserv|respect|protég))(?=.*impri|.*impress)`,
  String.raw`(?=.*(?:medio ?ambiente|planeta|naturaleza|árbol|bosque))(?=.*(?:pien[sc]|pens|respet|cuid|proteg|salv))(?=.*impri|.*impres)`,
  String.raw`(?=.*(?:ambiente|pianeta|alber|natura\b))(?=.*(?:pens|rispett|protegg|salv))(?=.*stamp)`,
  String.raw`(?=.*(?:ambiente|planeta|natureza|árvore))(?=.*(?:pens|respeit|prote|preserv|salv))(?=.*impri|.*impress)`,
  String.raw`(?=.*(?:milieu|planeet|bomen))(?=.*(?:denk|spaar|bescherm|respect))(?=.*(?:print|afdruk))`,
  String.raw`(?:bitte )?denken sie an (?:die|unsere) umwelt`,
];
const MISSENT: readonly string[] = [
  String.raw`(?:sollten|wenn|falls) sie (?=.*(?:e-?mail|nachricht|mitteilung))(?=.*(?:irrtümlich|versehentlich|nicht (?:der|die) (?:richtige|beabsichtigte|vorgesehene|bezeichnete)))`,
  String.raw`si vous (?:n'(?:en )?êtes pas (?:le|la) (?:bon(?:ne)? )?destinataire|avez reçu ce.{0,30} par erreur)`,
  String.raw`si (?:usted )?(?:no es (?:usted )?(?:el|la) destinatari|(?:ha recibido|recibe|recibió) (?:este|el presente) (?:mensaje|correo).{0,20} por (?:error|equivocación))`,
  String.raw`(?:se|qualora|ove) (?:non (?:siete|è|sei|foste) (?:il |i )?(?:legittim[oi] )?destinatari|.{0,20}ricevut[oa] (?:quest[oa]|(?:il|la) presente).{0,30} per errore)`,
  String.raw`(?:se|caso) (?:não (?:é|for|seja) (?:o|a) destinatári|.{0,20}receb\p{L}+ (?:est[ae]|a presente).{0,30} por (?:engano|erro|lapso))`,
  String.raw`(?:indien|als|mocht|wanneer) (?:u|dit|deze) (?=.*(?:bericht|e-?mail))(?=.*(?:per (?:abuis|vergissing|ongeluk)|ten onrechte|onterecht|niet (?:voor u bestemd|de (?:geadresseerde|beoogde))))`,
];
const SECRET: readonly string[] = [
  String.raw`diese (?:e-?mail|nachricht|mitteilung)(?= ).*(?:vertraulich|ausschließlich für)`,
  String.raw`(?:ce|le présent) (?:message|courriel|mail|e-?mail)(?= ).*(?:confidentiel|exclusivement|à l'usage exclusif)`,
  String.raw`(?:este|el presente) (?:mensaje|correo|e-?mail)(?= ).*(?:confidencial|exclusivamente)`,
  String.raw`(?:questo|questa|il presente|la presente) (?:messaggio|e-?mail|mail|comunicazione)(?= ).*(?:riservat|confidenzial|esclusivamente)`,
  String.raw`(?:esta|este|a presente) (?:mensagem|e-?mail|correio)(?= ).*(?:confidencia|exclusivamente)`,
  String.raw`dit (?:bericht|e-?mail\p{L}*)(?= ).*(?:vertrouwelijk|uitsluitend)`,
];
/** A line that some mail program puts under whatever is written. A question is none. */
export const FOOTERS = new RegExp(
  String.raw`^(?!.*\?)[^\p{L}]*(?:${[...PRINTS, ...MISSENT, ...SECRET].join('|')})`,
  'iu',
);
/** One of these stands in every such line: most items have none, and their lines need not be tried. */
export const FOOTER_WORDS =
  /druck|imprim|impri|impress|stamp|print|afdruk|alvorens|umwelt|irrtümlich|versehentlich|nicht de[rn]|nicht die|destinat|erreur|error|equivoca|errore|engano|erro|lapso|abuis|vergissing|ongeluk|onrecht|bestemd|geadresseerde|beoogde|vertraulich|ausschließlich|confidenti|confidencia|confidenzial|exclusi|esclusiv|riservat|vertrouwelijk|uitsluitend/i;
