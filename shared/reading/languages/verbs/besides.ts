import type { ActKind } from '../../../handoff/act';
import type { Cue } from '../../cues';
import { opens, said } from '../pattern';

/** What the verb forms alone do not tell: fixed turns of each language, under the names the weights know. */
export interface Besides {
  kinds: Partial<Record<ActKind, readonly Cue[]>>;
  against: readonly Cue[];
}

const GERMAN: Besides = {
  kinds: {
    request: [
      ['need-from', said('\\bhätten? (?:ich|wir) gerne? (?:noch )?(?:von|eine?n?|die|den|das)\\b')],
      [
        'need-from',
        said(
          '\\b(?:uns|mir) (?:fehlt|fehlen) (?:noch |immer noch )?|\\bvon (?:dir|ihnen|euch)\\b.*\\b(?:brauche|brauchen|benötige|benötigen|fehlt|fehlen)\\b',
        ),
      ],
      [
        'want-you',
        said(
          '\\bum \\p{L}+(?:ung|me|gabe|ruf|sicht)\\b.*\\bwird gebeten\\b|\\b(?:bitten|ersuchen) (?:wir )?(?:dich|sie|euch)?\\b.*\\bum (?!verständnis|entschuldigung|nachsicht|geduld)',
        ),
      ],
      [
        'imperative',
        opens(
          '(?:denkt|seid|achtet|gebt|nehmt|schaut|macht|tragt|meldet|bringt|sagt|schickt|leitet|lasst|prüft|haltet)\\b (?!(?:er|sie|es|man|der|die|das) (?:\\p{L}+ ){0,2}(?:am|im|nächste)).*\\b(?:eure\\p{L}*|euch|an|bitte|mir|uns|das|die|den)\\b',
        ),
      ],
      [
        'joint',
        opens(
          '(?:wollen|können|könnten|sollen|sollten) wir\\b.*\\b(?:telefonieren|treffen|sprechen|zusammensetzen|besprechen|austauschen|abstimmen|verabreden|sehen|machen|gehen|anschauen)\\b.*\\?',
        ),
      ],
    ],
    commitment: [
      [
        'promise',
        said(
          '\\b(?:verpflichten? (?:ich |wir )?(?:mich|uns)|sage?n? (?:ich |wir )?(?:dir|ihnen|euch) .*\\bzu\\W*$)',
        ),
      ],
      [
        'you-will-have',
        said(
          '\\b(?:du|sie|ihr) (?:erhalten|erhältst|bekommst|bekommen|bekommt|kriegst|kriegt|hörst|hören)\\b.*\\b(?:bis|am|in|im|morgen|heute|von (?:mir|uns)|noch|umgehend|nächste\\p{L}*)\\b|\\b(?:bekommst|kriegst|bekommen|erhalten) (?:du|sie|ihr)\\b(?!.*\\?)',
        ),
      ],
    ],
    acceptance: [
      [
        'yes-firm',
        opens(
          "(?:können wir (?:gerne? )?(?:so )?machen|passt (?:so )?für mich|das passt (?:so )?(?:für mich|mir)|so machen wir(?:'s| es| das))(?![\\p{L}])(?!.*\\?)",
        ),
      ],
    ],
    acknowledgement: [
      ['negated', opens('(?:du|sie|ihr) (?:erhalten|erhältst|bekommen|bekommst)\\b')],
    ],
  },
  against: [
    ['phatic', said('\\b(?:komm(?:t|en sie)? gut\\b|halt(?:e|et)? durch|lass (?:es )?dir)\\b')],
  ],
};

const DUTCH: Besides = {
  kinds: {
    request: [
      ['modal-you', said('\\blukt het (?:je|jou|u|jullie)? ?(?:om|voor|nog)\\b.*\\?')],
      ['no-action', said('\\blaat (?:het |dat )?(?:je|u|jullie) (?:\\p{L}+ )*weten\\b')],
      ['please', said('\\b(?:aub|svp|alsjeblieft|alstublieft|s\\.v\\.p)\\b')],
      [
        'need-from',
        said(
          '\\b(?:we|wij|ik) (?:mis|missen)\\b.*\\b(?:nog|jullie|je|jouw|uw)\\b|\\bvan (?:jou|jullie|u)\\b.*\\bnodig\\b|\\b(?:ontbreekt|ontbreken)\\b.*\\bnog\\b',
        ),
      ],
      [
        'want-you',
        said(
          '\\b(?:ik|we|wij) (?:wil|willen|zou willen|verwacht|verwachten|verzoek|verzoeken) (?:graag )?(?:dat (?:je|jij|u|jullie)|je|u|jullie)\\b',
        ),
      ],
      [
        'joint',
        opens(
          '(?:zullen|kunnen|moeten|gaan) (?:we|wij)\\b.*\\b(?:bellen|afspreken|spreken|zien|zitten|bespreken|overleggen|kijken|doen|plannen|praten|meeten)\\b.*\\?',
        ),
      ],
      ['for-your-act', said('\\bter (?:goedkeuring|ondertekening|controle|accordering)\\b')],
    ],
    commitment: [
      [
        'promise',
        said('\\b(?:beloof|beloven|zeg|zeggen) (?:ik|we|wij)?.*\\b(?:toe|dat (?:ik|we|wij))\\b'),
      ],
      ['promise', said('\\blaat (?:het |dat )?(?:je|u|jullie) (?:\\p{L}+ )*weten\\b')],
      [
        'you-will-have',
        said(
          '\\b(?:je|u|jullie) (?:hoort|hoor|krijgt|krijg|ontvangt|ontvang)\\b.*\\b(?:van (?:mij|me|ons)|morgen|straks|vandaag|uiterlijk|maandag|dinsdag|woensdag|donderdag|vrijdag)\\b',
        ),
      ],
    ],
    acceptance: [
      [
        'yes-firm',
        opens(
          '(?:wat mij betreft (?:prima|goed|akkoord|oké|ok)|(?:goed idee,? )?(?:doen we|gaan we doen)|komt (?:goed|voor elkaar|in orde)|akkoord|dat is goed)(?![\\p{L}])',
        ),
      ],
    ],
    decline: [
      [
        'cannot-do',
        said(
          '\\b(?:kan|kunnen) (?:ik|we|wij)\\b.*\\b(?:niet|geen)\\b.*\\b(?:voldoen|ingaan op|meewerken|aannemen|honoreren|helpen)\\b',
        ),
      ],
    ],
    delivery: [
      [
        'have-sent',
        said(
          '\\b(?:ik|we|wij) (?:heb|hebben)\\b.*\\b(?:gezet|gedeeld|geüpload|gelegd|neergelegd|doorgestuurd|toegestuurd)\\b|^heb (?:je|jullie|u|het)\\b.*\\b(?:geappt|gestuurd|gemaild|doorgestuurd)\\b',
        ),
      ],
      [
        'attached',
        said(
          '\\b(?:bijgevoegd|bijgesloten|hierbij (?:zenden|zend|sturen|stuur|doen|ontvangt|ontvang))\\b',
        ),
      ],
    ],
  },
  against: [['phatic', said('\\b(?:werk ze|goede reis)\\b')]],
};

const FRENCH: Besides = {
  kinds: {
    commitment: [['promise', said('\\bnous nous engageons\\b')]],
    request: [
      [
        'modal-you',
        said("\\b(?:est-ce|serait-ce|c'est|ce serait|serait-il|est-il) possible (?:de|d'|que)"),
      ],
      [
        'imperative',
        opens(
          '(?:dis|dites|fais|faites|tiens|tenez|envoie|envoyez|donne|donnez|appelle|appelez|réponds|répondez|rappelle|rappelez|renvoie|renvoyez) (?:moi|nous|lui|le|la|les)\\b',
        ),
      ],
      [
        'modal-you',
        said(
          "\\b(?:penses-tu|pensez-vous|arrives-tu|arrivez-vous|peux tu|pouvez vous|pourrais tu|pourriez vous)\\b|\\b(?:t'en (?:occupes|charges)|vous en (?:occupez|chargez)|tu gères)\\b.*\\?|\\bvous nous (?!av(?:i?ez)\\b)\\p{L}+ez\\b.*\\?",
        ),
      ],
      [
        'need-from',
        said('\\b(?:il (?:nous|me) manque|nous manquent|manquent encore|manque encore)\\b'),
      ],
      ['remind', said('\\b(?:pense[sz]?|songe[sz]?|veille[sz]?) (?:bien )?à \\p{L}+r\\b')],
    ],
    acceptance: [
      [
        'yes-firm',
        said(
          "\\bon fait comme ça\\b|\\b(?:ça|cela) me (?:va|convient)\\b(?!.*\\?)|\\bc'est (?:bon|ok|d'accord) pour moi\\b",
        ),
      ],
    ],
    decline: [
      ['cannot-do', said('\\bimpossible (?:pour (?:moi|nous)|cette semaine|de mon côté)\\b')],
      [
        'cannot-do',
        said(
          "\\b(?:c'est pas|ce n'est pas|ce sera pas|ça va pas être|pas) possible (?:pour (?:moi|nous)|de mon côté)\\b|\\bpas en mesure de\\b|\\bje (?:vais devoir )?(?:passe mon tour|décline)\\b",
        ),
      ],
    ],
    delivery: [
      [
        'have-sent',
        said(
          "\\b(?:je|j'|on|nous) ?(?:te |vous |t'|l'|les |le |la )*(?:ai|a|avons|viens de) (?:bien )?(?:mis|laissé|posé|déposé|mettre|poser|laisser)\\b.*\\b(?:sur|dans|au)\\b",
        ),
      ],
      ['attached', said('\\bpar la présente\\b.*\\b(?:adress|transmett|envoy|remett)\\p{L}+')],
    ],
  },
  against: [['phatic', said('\\b(?:passe[sz]? une? (?:bonne?|agréable|excellente?))\\b')]],
};

const SPANISH: Besides = {
  kinds: {
    request: [
      [
        'modal-you',
        said(
          '\\b(?:te encargas|se encarga usted|os encargáis|te ocupas|te importa|te importaría|le importaría|eres tan amable)\\b.*\\?',
        ),
      ],
      [
        'want-you',
        said(
          '\\b(?:ruego|rogamos|solicito|solicitamos|agradeceré|agradeceremos) (?:me|nos|se|le|te|que|su|el|la|los|las)\\b(?! disculp)',
        ),
      ],
      [
        'need-from',
        said(
          '\\b(?:nos|me) (?:falta|faltan|hace falta|hacen falta)\\b(?! (?:tiempo|más tiempo|unos días))',
        ),
      ],
      [
        'remind',
        said(
          '\\b(?:acuérd(?:ate|ese|ense)|acordaos|no (?:te |se |os )?olvid\\p{L}+|recuerd(?:a|e|en|ad) \\p{L}+r)\\b',
        ),
      ],
      ['please', said('\\b(?:por favor|porfa|porfi|xfa|xfavor|plis)\\b')],
    ],
    commitment: [
      ['promise', said('\\b(?:nos comprometemos|me comprometo) a\\b')],
      [
        'promise',
        said(
          '\\bquedo en \\p{L}+r\\p{L}*\\b|\\b(?:te|le|os|les) (?:cuento|digo algo|confirmo|aviso|llamo|escribo|respondo)\\b(?!.*\\?)',
        ),
      ],
    ],
    acceptance: [
      [
        'yes-firm',
        said(
          '^\\W*(?:por mí,? (?:bien|perfecto|vale|ok)|adelante con|de acuerdo|ok,? de acuerdo|me parece (?:bien|perfecto)|lo hacemos así)\\b',
        ),
      ],
    ],
    decline: [
      ['cannot-do', said('\\bimposible para (?:mí|nosotros)\\b')],
      ['cannot-do', said('\\bno (?:nos|me) (?:es|resulta|será) posible\\b')],
    ],
    delivery: [
      [
        'attached',
        said(
          '\\b(?:por la presente|por medio de la presente)\\b.*\\b(?:llegar|remit|envi|adjunt)\\p{L}*',
        ),
      ],
    ],
  },
  against: [['phatic', said('\\b(?:pasa(?:d|lo)? (?:un )?buen|llama la atención)\\b')]],
};

const PORTUGUESE: Besides = {
  kinds: {
    request: [
      [
        'modal-you',
        said(
          '\\b(?:(?:você |vc |tu )?(?:cuidas?|tratas?) d[aeo]s?|te encarregas|se encarrega|importa-se)\\b.*\\?|\\b(?:dá|dás|podes dar|pode dar) (?:pra|para|uma \\p{L}+)\\b.*\\?',
        ),
      ],
      ['imperative', opens('(?:dá|dê|dá-me|dê-me) uma \\p{L}+')],
      [
        'need-from',
        said(
          '\\b(?:falta|faltam)(?:-nos|-me)?\\b.*\\b(?:ainda|teus|tuas|seus|suas|vossos|vossas)\\b|\\b(?:ainda )?(?:nos|me) faltam?\\b|\\b(?:ficamos|fico|estamos|estou) (?:a aguardar|aguardando) (?:o envio|a entrega|a confirmação|a assinatura|o pagamento)\\b',
        ),
      ],
      [
        'joint',
        said(
          "\\b(?:bora|vamos|'bora) (?:marcar|falar|combinar|reunir|ver|conversar|fazer)\\b.*\\?",
        ),
      ],
      [
        'remind',
        said('\\b(?:não (?:se |te )?esque\\p{L}+|lembra-te|lembre-se|lembra de|lembrem-se)\\b'),
      ],
      [
        'want-you',
        said(
          '\\b(?:solicitamos|solicito|pedimos|peço|agradecemos|agradeço) (?:o|a|os|as|que|-lhe)\\b(?! (?:atenção|vossa atenção|desculpa|compreensão|sua atenção))',
        ),
      ],
    ],
    commitment: [
      [
        'promise',
        said('\\b(?:comprometemo-nos|nos comprometemos|fico de|ficamos de|fiquei de)\\b'),
      ],
      [
        'promise',
        said(
          '\\b(?:te|lhe|vos) (?:ligo|digo|falo|aviso|confirmo|respondo|retorno|escrevo|mando|envio|conto)\\b(?!.*\\?)|\\b(?:ligo|digo|falo|aviso|confirmo|respondo|escrevo|mando|envio)-(?:te|lhe|vos)\\b',
        ),
      ],
    ],
    acceptance: [
      [
        'yes-firm',
        said(
          '^\\W*(?:por mim,? (?:tudo bem|ok|pode ser|está ótimo)|ok,? de acordo|de acordo|fazemos assim|pode ser,? fazemos)\\b',
        ),
      ],
    ],
    decline: [
      ['cannot-do', said('\\bimpossível para (?:mim|nós)\\b')],
      [
        'cannot-do',
        said('\\bnão (?:nos|me) (?:é|será) possível\\b|\\bnão (?:é|será) possível dar\\b'),
      ],
    ],
    delivery: [
      [
        'attached',
        said(
          '\\bjunto (?:remetemos|remeto|enviamos|envio|seguem?)\\b|\\bvimos por este meio (?:remeter|enviar)\\b|\\bremet(?:o|emos)(?:-lhes?)?\\b(?!.*\\bamanhã\\b)',
        ),
      ],
      [
        'have-sent',
        said(
          '\\b(?:deixei|coloquei|pus|botei|joguei|subi)\\b.*\\b(?:na pasta|no drive|no servidor|na sua mesa|na tua mesa|na nuvem|no grupo|no sistema)\\b|\\bacabei de (?:te |lhe |vos )?(?:passar|mandar|enviar|subir|deixar|colocar)\\b',
        ),
      ],
    ],
  },
  against: [['phatic', said('\\b(?:passe um (?:bom|ótimo))\\b')]],
};

const ITALIAN: Besides = {
  kinds: {
    request: [
      ['own-question', said('\\bnon (?:ci|mi) (?:è|sarà|risulta) possibile\\b')],
      [
        'modal-you',
        said(
          '\\b(?:ti (?:occupi|incarichi)|se ne occupa lei|te ne occupi|ci pensi(?: tu)?|ci pensa lei|le dispiace|ti dispiace)\\b.*\\?',
        ),
      ],
      [
        'want-you',
        said(
          '\\b(?:si prega di|(?:le|ti|vi) (?:chiedo|chiediamo|chiederei|prego|preghiamo) (?:gentilmente |cortesemente )?di) \\p{L}+(?:re|r\\p{L}{2,4})\\b',
        ),
      ],
      [
        'need-from',
        said(
          '\\b(?:mi|ci) (?:manca|mancano|serve|servono|servirebbe|servirebbero|occorre|occorrono)\\b(?! (?:più )?tempo)',
        ),
      ],
      [
        'remind',
        said(
          '\\b(?:ricorda(?:ti|tevi)|si ricordi|non (?:ti |si )?dimentic\\p{L}+|non scord\\p{L}+) (?:di|che)\\b',
        ),
      ],
    ],
    commitment: [
      ['promise', said('\\bci impegniamo a\\b')],
      [
        'i-will',
        said(
          '\\bvado (?:io )?a \\p{L}+re\\b|\\b(?:domattina|stasera|domani)\\b.*\\b(?:ti|le|vi) (?:dico|scrivo|faccio sapere|aggiorno|richiamo)\\b',
        ),
      ],
    ],
    acceptance: [
      [
        'yes-firm',
        said(
          '^\\W*(?:per me (?:va bene|ok|perfetto)|facciamo così|va bene,? facciamo)(?![\\p{L}])',
        ),
      ],
    ],
    decline: [
      ['cannot-do', said('\\bimpossibile per (?:me|noi)\\b')],
      ['cannot-do', said('\\bnon (?:ci|mi) (?:è|sarà|risulta) possibile\\b')],
    ],
    delivery: [
      ['attached', said('\\bcon la presente\\b.*\\b(?:invi|trasmett|rimett)\\p{L}+')],
      [
        'have-sent',
        said(
          "\\b(?:ti|le|vi|l'|li|te l') ?(?:ho|abbiamo) (?:appena |già )?(?:messo|lasciato|girato|caricato)\\b",
        ),
      ],
    ],
  },
  against: [['phatic', said('\\b(?:prenditi cura|passa (?:una?|delle) buon\\p{L}*)\\b')]],
};

/** The fixed turns of each language read. */
export const BESIDES: Readonly<Record<string, Besides>> = {
  de: GERMAN,
  nl: DUTCH,
  fr: FRENCH,
  es: SPANISH,
  pt: PORTUGUESE,
  it: ITALIAN,
};
