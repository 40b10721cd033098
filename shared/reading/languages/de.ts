import { germanWords } from './deWords';
import { anywhere, family, opens, said } from './pattern';
import type { Tongue } from './tongue';

/** Stems of the verbs of office work: with -e or nothing they command and promise, with -(e)n they are asked for. */
const STEM =
  '(?:schick|send|mail|leit|prüf|check|bestätig|ergänz|korrigier|aktualisier|informier|reservier|organisier|kontaktier|unterschreib|unterzeichn|füll|änder|sammel|sammle|räum|lösch|kopier|scann|lad|öffn|schließ|überweis|bezahl|zahl|erledig|stell|erstell|vereinbar|hol|pack|nenn|beantwort|antwort|besorg|reich|trag|notier|veranlass|verteil|hinterleg|verlänger|kündig|beauftrag|stimm|mach|bring|ruf|schreib|sag|frag|denk|setz|leg|zeig|druck|bestell|buch|plan|klär|schau|guck|melde|meld|lass|halt|komm|geh|bleib|nehm|geb|seh|lies|les|sprech|treff|helf|tausch|stornier|übersetz|überarbeit|formulier|fass|hak|kümmer|such|warte|such|lager|liefer|verschick|versend|bereit|richt|pfleg|lös|fix|deploy|teil|starte|buche|gieß|fahr|zieh|häng|pass|spiel|koordinier|kalkulier|berechn|analysier|dokumentier|installier|archivier|protokollier|priorisier)';
/** The du-form that is not the stem. */
const DU =
  '(?:gib|nimm|lies|sieh|hilf|sprich|triff|vergiss|wirf|halte|lasse|behalte|übernimm|sei so)';
const DONE =
  '(?:erledigt|fertig(?:gestellt)?|abgeschlossen|freigegeben|genehmigt|gebucht|umgebucht|bestellt|bezahlt|überwiesen|geprüft|unterschrieben|unterzeichnet|eingetragen|korrigiert|aktualisiert|behoben|repariert|geliefert|reserviert|abgestimmt|geklärt|gelöscht|verlängert|gekündigt|installiert|ausgefüllt|veröffentlicht|angelegt|eingerichtet|angepasst|ergänzt|bestätigt|storniert|organisiert|verteilt|gedruckt|ausgetauscht|angemeldet|abgemeldet|eingereicht|durchgeführt|umgesetzt|gelöst|gefixt|deployt|beauftragt|vereinbart|verbucht|beglichen|abgeholt|aufgeräumt|eingebaut|montiert|informiert|übersetzt|getauscht|ausgestellt|angerufen|überarbeitet|abgearbeitet|verschoben|eingespielt)';
const SENT =
  '(?:geschickt|gesendet|gemailt|zugeschickt|zugesandt|verschickt|abgeschickt|rausgeschickt|versendet|hochgeladen|abgelegt|weitergeleitet|übermittelt|übergeben|beigelegt|nachgereicht|hinterlegt|bereitgestellt|geteilt|freigeschaltet|zukommen lassen)';
const ADV =
  '(?:(?:dann|gleich|auch|noch|jetzt|nachher|später|gerne?|sofort|umgehend|kurz|schnell|mal|natürlich|selbstverständlich|heute|morgen|dir|ihnen|euch|das|es|ihn|sie|die|den|mich|uns|dazu) ){0,4}';
const YOU_DO =
  '(?:(?:kannst|könntest|magst|würdest|willst|wirst|möchtest|wärst|dürftest|schaffst) du|(?:können|könnten|würden|mögen|wären|möchten|dürften|wollen|schaffen) (?:sie|ihr)|(?:könnt|könntet|würdet|mögt|wärt|wollt|schafft) ihr)';

/** German: separable verbs, verbs at the end, infinitives that command. */
export const german = (): Tongue => ({
  code: 'de',
  families: [
    family('request', [
      [
        'please-verb',
        said(
          `\\bbitte\\b.*\\p{L}(?:en|eln|ern|tun)\\W*$|^(?!.*\\b(?:ich|wir)\\b).*\\b(?:${STEM}e?t?|${DU})\\b.*\\bbitte\\b|\\bbitte\\b(?:\\s+\\p{L}+){0,2}?\\s+(?:${STEM}e?t?|${DU})\\b|\\b${STEM}e?n sie\\b.*\\bbitte\\b|\\bbitte\\b.*\\b${STEM}e?n sie\\b`,
        ),
      ],
      ['please', said('\\bbitte\\b(?! (?:sehr|schön|gern))|\\bbitteschön\\b.+')],
      ['modal-you', said(`\\b${YOU_DO}\\b|^(?:kannst|könntest|kannste|magst|würdest)\\b`)],
      [
        'able-you',
        said(
          '\\b(?:dürfte|darf|kann|könnte) ich (?:dich|sie|euch|bitte|noch|kurz)\\b|\\b(?:wäre es|ist es|wär es) (?:dir|ihnen|euch)? ?möglich\\b|\\bbestünde die möglichkeit\\b|\\bhättest du (?:kurz )?(?:zeit|lust)\\b|\\b(?:hast du|haben sie|habt ihr)\\b.*\\bzeit\\b|\\bkann (?:mir|uns|das|die|den)? ?(?:bitte )?(?:jemand|wer|einer)\\b|\\bwer (?:kann|könnte|übernimmt|mag)\\b|\\bmagst du\\b',
        ),
      ],
      [
        'imperative',
        opens(
          `(?:(?:dann|doch|mal|noch|bitte|einfach|kurz|schnell) )*(?:(?:${STEM}e?|${DU})(?!e?t?\\p{L})(?! (?:ich|wir|er|sie|es|man|dir|ihnen|mich|uns drum)\\b)(?=\\s.*(?:\\b(?:mir|uns|mal|doch|den|die|das|dein\\p{L}*|ihm|ihr|es|sie|ihn|dem|der|alle\\p{L}*|dran|dich|herrn|frau|noch|auch|ein\\p{L}*|diese\\p{L}*|beide|an|bis|vor)\\b))|${STEM}e?n sie\\b(?!.*\\?)|${STEM}e?t (?:mir|uns|bitte|den|die|das|doch|euch|mal)\\b)`,
        ),
      ],
      [
        'infinitive-order',
        opens(
          '(?!ich|wir|es|er|sie|das ist|danke)(?!.*\\b(?:muss|müssen|soll|sollen|sollte|will|wollen|kann|können|wird|werden|darf|dürfen) (?:ich|wir|er|man|mein\\p{L}*|unser\\p{L}*|sein\\p{L}*)\\b)(?:\\p{L}[\\p{L}-]*|\\d[\\d.:]*)(?: [\\p{L}\\d.:,-]+){1,9} (?:\\p{L}{2,}(?:ieren|igen|llen|chen|fen|ben|gen|nden|ten|len|nken|cken|ern|ssen|ßen|ren|men|zen))\\W*$',
        ),
      ],
      [
        'needs-of-one',
        said(
          '\\b(?:(?:ich|wir) (?:brauche|brauchen|bräuchte|bräuchten|benötige|benötigen)|(?:brauche|bräuchte|benötige) ich|(?:brauchen|bräuchten|benötigen) wir|(?:fehlt|fehlen) (?:mir|uns))\\b(?: \\p{L}+){0,2} (?:den|die|das|ihr\\p{L}*|dein\\p{L}*|eur\\p{L}*)\\b',
        ),
      ],
      [
        'need-from',
        said(
          '\\b(?:ich|wir) (?:\\p{L}+ ){0,2}?(?:brauch\\p{L}*|bräucht\\p{L}*|benötig\\p{L}*)\\b(?! (?:nichts|kein|noch (?:etwas )?zeit))|\\b(?:brauche|bräuchte|benötige) (?:ich|noch|dringend|bitte)\\b|\\b(?:brauchen|bräuchten|benötigen) wir\\b|\\b(?:fehlt|fehlen) (?:mir|uns) noch\\b|\\b(?:von (?:dir|ihnen|euch|ihrer seite)) (?:fehlt|fehlen|brauche|bräuchte|benötig)',
        ),
      ],
      [
        'grateful',
        anywhere(
          '.*\\b(?:wäre?|würden?|wären)\\b.*\\b(?:dankbar|verbunden|super|schön|toll|nett|lieb|klasse|gut|prima|hilfreich|freuen|perfekt|mega)\\b.*\\b(?:wenn|falls)\\b.*\\b(?:du|sie|ihr|jemand)\\b|.*\\bwäre? (?:lieb|nett|super|toll|schön) von (?:dir|ihnen|euch)',
        ),
      ],
      [
        'want-you',
        said(
          '\\b(?:ich|wir) (?:\\p{L}+ ){0,2}?bitten?\\b|\\b(?:bitte|bitten) (?:ich|wir|sie|dich|euch|um)\\b|\\b(?:möchte|darf|dürfte|würde|muss) (?:ich )?(?:dich|sie|euch)\\b.*\\bbitten\\b|\\bmit der bitte um\\b|\\bes wird (?:um|gebeten)\\b|\\bersuche\\p{L}* (?:sie|dich)\\b',
        ),
      ],
      [
        'you-must',
        said(
          '\\b(?:du|ihr) (?:\\p{L}+ )?(?:musst|müsst|solltest|solltet|müsstest|müsstet|kannst|könntest|könnt|könntet|darfst)\\b(?!.*\\b(?:jederzeit|gerne?)\\b)|\\bsie (?:müssen|müssten|sollten|könnten)\\b.*\\b(?:bitte|noch|bis|mir|uns)\\b|\\b(?:müsstest|musst|solltest) du\\b|\\b(?:müsste|muss|müssen|müssten) (?:noch |bitte |dringend )*(?:bis|vor)\\b',
        ),
      ],
      [
        'let-me-know',
        said(
          '\\b(?:gib|gebt|geben sie|sag|sagt|sagen sie)\\b.{0,30}\\bbescheid\\b|^(?:melde dich|meldet euch|melden sie sich)\\b|\\b(?:lass|lasst|lassen sie) (?:mich|uns|es mich|es uns)\\b.*\\b(?:wissen|zukommen)\\b|\\b(?:halt|halte|haltet|halten sie) (?:mich|uns)\\b.*\\blaufenden\\b|\\b(?:um|erbitten?) (?:eine )?(?:kurze |schnelle |baldige |zeitnahe )?(?:rückmeldung|antwort|bestätigung|freigabe)\\b|\\brückmeldung (?:bitte )?bis\\b',
        ),
      ],
      [
        'remind',
        said(
          '\\b(?:denk|denkt|denken sie)\\b.{0,20}\\b(?:an|dran|daran)\\b|\\b(?:vergiss|vergesst|vergessen sie)\\b.{0,30}\\bnicht\\b|\\bnicht vergessen\\b|\\b(?:kleine|kurze|freundliche|nochmals?) erinnerung\\b|^erinnerung\\b|\\berinnere (?:ich )?(?:dich|sie|euch|nochmal)?\\b.*\\b(?:an|dass)\\b|\\bich warte (?:noch|immer noch)\\b',
        ),
      ],
      [
        'joint',
        said(
          '\\b(?:lass|lasst) uns\\b|\\b(?:sollen|wollen|können|könnten) wir\\b.*\\?|\\bwie wäre? es\\b|\\bpasst (?:es |dir|ihnen|euch|das)\\b.*\\?|\\b(?:ich|wir) (?:schlage|schlagen)\\b.*\\bvor\\b',
        ),
      ],
      [
        'for-your-act',
        said(
          '\\bzu[rm] (?:\\p{L}+ )?(?:freigabe|prüfung|unterschrift|durchsicht|abnahme|genehmigung|bestätigung|gegenzeichnung|korrektur)\\b(?!.*\\b(?:liegt|ist|sind|geht) )|\\bwartet auf deine\\b',
        ),
      ],
      [
        'own-question',
        said('\\b(?:soll|kann|darf|muss|könnte) ich (?!dich|sie bitten|euch|bitte|noch um)'),
      ],
    ]),
    family('question', [
      [
        'wh-word',
        opens(
          '(?:wann|wer|wen|wem|was|wie|wo|woher|wohin|warum|wieso|weshalb|welche[rsnm]?|ab wann|bis wann|seit wann|an wen|womit|wofür)\\b',
        ),
      ],
      [
        'wonders',
        said(
          '\\b(?:weißt du|wissen sie|wisst ihr)\\b|\\b(?:ich )?(?:frage|fragen) (?:mich|uns|ich mich),? (?:ob|wann|wer)\\b|\\bgibt es (?:schon )?(?:neuigkeiten|etwas neues|news|einen stand|updates?)\\b|\\b(?:mich würde|würde mich) interessieren\\b|\\bstand der dinge\\b|\\bschon was (?:neues|gehört)\\b',
        ),
      ],
      [
        'asks-unmarked',
        opens(
          '(?:hast du|habt ihr|haben sie|bist du|seid ihr|ist (?:der|die|das)|wann (?:kommt|ist|geht)|wo ist|wer hat|weißt du)\\b(?!.*\\?)',
        ),
      ],
      ['to-you', said('\\b(?:du|ihr|sie|dir|ihnen|euch|jemand)\\b')],
      [
        'rhetorical',
        opens(
          "(?:wer weiß|wie geht(?:'s| es)|was soll(?:'s| man)|wie (?:war|läuft|geht)|alles gut|na und|oder)\\b",
        ),
      ],
      ['tag', said(',\\s*(?:oder|ne|nicht wahr|gell|richtig)\\?')],
    ]),
    family('commitment', [
      [
        'i-will',
        said('\\b(?:ich|wir) (?:werde|werden)\\b|\\b(?:werde|werden) (?:ich|wir)\\b|^werde\\b'),
      ],
      [
        'present-deed',
        said(
          `\\b(?:ich|wir) ${ADV}(?:${STEM}(?:e|en|n)?|gebe|gebe|nehme|nehmen|versuche|spreche|lese|sehe|reserviere)\\b(?! (?:nicht|kein)\\b)(?!.*\\b(?:gerade|immer|oft|normalerweise|täglich|jede[nrs]?|davon aus)\\b)|^(?:${STEM}e?|gebe|spreche|nehme|sende) (?:ich|dir|ihnen|euch|das|es|mich|dann|gleich|morgen|heute|nachher|bescheid)\\b|\\b(?:${STEM}(?:e|en)|gebe|geben|nehme) (?:ich|wir)\\b`,
        ),
      ],
      [
        'you-will-have',
        said(
          '\\b(?:bekommst|kriegst|erhältst|hörst) du\\b(?!.*\\?)|\\b(?:bekommen|erhalten|hören|kriegen) sie\\b(?!.*\\?)|\\b(?:du|ihr|sie) (?:\\p{L}+ )?(?:bekommst|kriegst|erhältst|bekommt|kriegt|bekommen|erhalten|hörst|hören)\\b.*\\b(?:von (?:mir|uns)|heute|morgen|bis|am|spätestens|diese|nächste|gleich|in kürze)\\b|(?:^|, )(?:sie haben|du hast|ihr habt) (?:ihn|sie|es|das|die|alles)\\b.*\\b(?:am|bis|morgen|heute|spätestens)\\b(?!.*\\?)(?!.*\\bge\\p{L}+(?:t|en)\\W*$)|\\b(?:hast du|habt ihr|haben sie)\\b.*\\b(?:bis|morgen|heute abend|auf dem tisch|im haus|in (?:der hand|händen|der post)|vorliegen)\\b(?!.*\\?)',
        ),
      ],
      [
        'promise',
        said(
          '\\b(?:versprech\\p{L}*|versprochen, (?:ich|wir)|sage (?:ich )?(?:dir|ihnen)? ?zu|zusagen)\\b',
        ),
      ],
      ['hedge', said('\\b(?:vielleicht|eventuell|evtl|mal sehen|hoffentlich|vermutlich)\\b')],
      ['negated', said('\\b(?:nicht|nie|niemals|kein\\p{L}*|nichts)\\b')],
      [
        'state-not-deed',
        said(
          `\\b(?:ich|wir) (?:denke|denken|sehe|sehen|komme (?:erst|nicht|gerade)|halte|gehe davon|bleibe|lese (?:meine|keine)|warte|frage mich|freue|hoffe|bin|sind)\\b|\\b(?:denke|sehe|halte|frage|freue|freuen|danke|bedanke|bitte|bitten|hoffe) (?:ich|wir|mich|uns)\\b|\\b(?:ich|wir) (?:danken?|bitten?|freuen?|wünschen?|hoffen?|bedanken?)\\b|\\b(?:werde|werden) (?:ich |wir )?(?:nicht |leider )*(?:wohl |im |in |auf |krank|abwesend|nicht da|weg sein|da sein)\\b`,
        ),
      ],
    ]),
    family('acceptance', [
      [
        'takes-it',
        said(
          '\\b(?:ich|wir) (?:\\p{L}+ )?(?:gerne?|dankend|mit (?:freude|vergnügen)) (?:übernehmen?|annehmen?|ausführen?|erledigen?|machen?)\\b|\\b(?:auf|in) meine[rm] (?:liste|kalender|zettel)\\b|\\bkümmere? (?:ich )?(?:mich|uns)\\b|\\bkümmern (?:wir )?uns\\b|\\bübernehm(?:e|en|) (?:ich|wir)\\b|\\b(?:ich|wir) übernehmen?\\b|^übernehme\\b|\\bmach(?:e|en|)? (?:ich|wir)(?: (?:gleich|sofort|gern|gerne|morgen|heute|noch))*\\b(?!.*\\b(?:immer|aktuell|gerade)\\b)|\\b(?:wird|ist schon) (?:so )?(?:erledigt|gemacht)\\b|\\bwird gemacht\\b|\\bbin (?:schon )?(?:ich )?dran\\b|\\bgeht (?:klar|in ordnung)\\b|\\b(?:nehme ich|ich nehme(?: das| es)?) (?:mit|mir|an mich|in die hand|auf mich|gern)\\b|\\berledige? ich\\b|\\bich (?:erledige|mache) (?:das|es)\\b|\\b(?:setze|häng|hänge) (?:ich )?mich (?:gleich |sofort )?(?:dran|ran|dahinter)\\b|\\bkann ich (?:gern|gerne )?(?:machen|übernehmen)\\b|\\bich (?:kann|könnte) das (?:gerne? )?(?:machen|übernehmen)\\b|\\bauf meine[rn]? liste\\b',
        ),
      ],
      [
        'yes-firm',
        opens(
          '(?:gerne?|sehr gerne?|klar|na klar|natürlich|selbstverständlich|einverstanden|abgemacht|passt|in ordnung|mit vergnügen|geht klar|jawohl|ok, passt|dann machen wir)\\b(?!.*\\b(?:geschehen|aber nicht)\\b)(?! (?:dir|ihnen|euch|das)\\b.*\\?)',
        ),
      ],
      ['yes', said('^\\W*(?:ja|jo|jep|ok|okay|alles klar)\\b(?!.*\\b(?:danke|dank)\\b)')],
      ['yes-no', said('\\b(?:nicht|aber|leider|gern geschehen|sonst|geschehen)\\b')],
      ['negated', said('\\bnicht\\b')],
    ]),
    family('decline', [
      [
        'cannot-do',
        said(
          '\\b(?:ich|wir)\\b.*\\b(?:kann|können|schaffe|schaffen|könnte|werde|mache|übernehme|bekomme|krieg\\p{L}*)\\b.*\\bnicht\\b|\\b(?:kann|können|schaff(?:e|en)?|bekomme|werde) (?:das |es )?(?:ich|wir)\\b.*\\bnicht\\b|^(?:kann|schaff(?:e|) ?(?:ich)?|geht|klappt|passt)\\b.*\\b(?:leider )?nicht\\b|\\bleider nicht (?:möglich|machbar|drin|zeit|schaffen|übernehmen|machen|helfen|weiterhelfen)\\b|\\b(?:muss|müssen)\\b.*\\b(?:ablehnen|absagen|passen)\\b|\\b(?:keine (?:zeit|kapazität\\p{L}*|luft))\\b|\\bgeht (?:bei mir |das )?(?:leider )?nicht\\b|\\bbin (?:ich )?raus\\b|\\bklappt (?:bei (?:mir|uns) )?(?:leider )?nicht\\b',
        ),
      ],
      [
        'not-mine',
        said(
          '\\bnicht (?:mein|meine|unser|unsere) (?:baustelle|aufgabe|bereich|thema|job|bier|zuständigkeit|abteilung)\\b|\\b(?:bin|sind) (?:ich |wir |dafür |da |hier |dafür leider )*(?:leider )?nicht (?:der |die )?(?:richtige|zuständig|ansprechpartner)|\\bnicht (?:in )?(?:meinen|unseren|meinem|unserem) (?:bereich|zuständigkeit\\p{L}*|verantwortungsbereich)\\b|\\bliegt nicht bei (?:mir|uns)\\b',
        ),
      ],
      [
        'mind-verb',
        said(
          '\\bnicht (?:mehr )?(?:erinnern|sagen|beurteilen|öffnen|sehen|finden|verstehen|nachvollziehen|vorstellen|sicher|warten|vor|bevor|genau|klagen|beschweren|lesen|erreichen)\\b|\\bkein problem\\b|\\bnicht\\b.*\\b(?:finden|öffnen|sagen|erreichen|sehen|nachvollziehen)\\W*$',
        ),
      ],
      ['until-later', said('\\bnicht (?:vor|bevor)\\b|\\berst\\b|\\bfrühestens\\b')],
    ]),
    family('deferral', [
      [
        'not-before',
        said(
          '\\b(?:nicht vor|frühestens|nicht eher als|nicht früher als)\\b|^vor .*\\b(?:nichts|nicht)\\b|\\bvor (?:\\p{L}+ ){0,2}(?:montag|dienstag|mittwoch|donnerstag|freitag|woche|monat)\\p{L}* (?:geht|wird|schaffe|komme|kann) (?:es |das )?(?:ich |leider )*.*\\bnicht\\b',
        ),
      ],
      [
        'later-deed',
        said(
          '\\b(?:ich|wir)\\b.*\\berst\\b(?! mal\\b)|\\b(?:komme|schaffe|kann|mache|geht|wird|klappt|melde|schicke|kommen|schaffen)\\b.*\\berst (?:am|ab|in|im|nächste|kommende|morgen|übermorgen|montag|dienstag|mittwoch|donnerstag|freitag|wieder|später|heute abend|nach|kw|anfang|mitte|ende)',
        ),
      ],
      [
        'more-time',
        said(
          '\\b(?:brauche?n?|bräuchten?|benötigen?)\\b.*\\b(?:mehr|noch (?:etwas|ein bisschen|ein wenig|ein paar tage|bis|eine? woche|\\p{L}+ tage?)) ?(?:zeit|bis)?\\b|\\bgib (?:mir|uns) (?:noch |bis|ein)\\b|\\b(?:dauert|zieht sich) (?:leider )?noch\\b|\\bdauert (?:leider )?(?:länger|bis)\\b',
        ),
      ],
      [
        'put-off',
        said(
          '\\b(?:verschieb\\p{L}*|verzöger\\p{L}*|vertag\\p{L}*|verspät\\p{L}*)\\b|\\bauf (?:nächste|kommende|übernächste|später|nächsten|kommenden)\\b.*\\b(?:verschieben|legen|vertagen|schieben)\\b',
        ),
      ],
      ['third', said('\\b(?:lieferung|zug|bahn|flug|termin der|laut)\\b')],
    ]),
    family('redirect', [
      [
        'ask-other',
        said(
          '\\b(?:wende dich|wendet euch|wenden sie sich|frag|fragt|fragen sie|sprich|sprechen sie|kontaktiere|kontaktieren sie)\\b(?:(?! mich| uns).)*?\\b(?:an|bei|mit|mal|am besten|besser|lieber|direkt|den|die|herrn|frau)\\b(?! (?:mich|uns|mir)\\b)|\\b(?:musst du|müssen sie|müsst ihr|solltest du|sollten sie|kannst du|können sie)\\b.*\\b(?:fragen|ansprechen|wenden)\\W*$',
        ),
      ],
      [
        'other-owns',
        said(
          '\\b(?!ich|wir|niemand|wer)\\p{L}+ ist (?:dafür|hierfür|da|hier|inzwischen|jetzt|nun)* ?(?:die |der )?(?:zuständig|richtige|verantwortlich|ansprechpartner\\p{L}*)|\\b(?:zuständig|verantwortlich|ansprechpartner(?:in)?) (?:dafür |hierfür )?ist\\b|\\b(?:macht|betreut|übernimmt|kümmert sich)\\b.{0,30}\\b(?:jetzt|inzwischen|bei uns|künftig|darum|drum)\\b(?!.*\\?)|\\bdas (?:macht|liegt bei)\\b (?!mir|uns|ich|nichts|sinn)',
        ),
      ],
      [
        'passed-on',
        said(
          '\\b(?:habe?n?|leite?n?|geb(?:e|en)?)\\b.*\\ban (?!dich|sie|euch|mich|uns|ihnen)(?:\\p{L}+ ){0,3}?\\p{L}+ (?:weitergeleitet|weitergegeben|übergeben|weiter|delegiert)\\b',
        ),
      ],
      [
        'loops-in',
        said(
          '\\b(?:nehme|hole|setze|binde) (?:ich )?(?:\\p{L}+ ){1,3}(?:in (?:cc|kopie)|mit (?:ins boot|dazu|auf)|dazu|hinzu|mit rein)\\b|\\bin (?:cc|kopie) (?:habe ich|ist)\\b',
        ),
      ],
    ]),
    family('withdrawal', [
      [
        'never-mind',
        said(
          '\\b(?:hat|hätte) sich (?:schon |bereits |damit |inzwischen |jetzt )*erledigt\\b|\\b(?:vergiss|vergesst|vergessen sie)\\b(?: bitte)? (?:es|das|den|die|meine|meinen|unsere)\\b(?!.*\\bnicht\\b)|\\bhinfällig\\b',
        ),
      ],
      [
        'not-needed',
        said(
          '\\b(?:brauche?n?|benötigen?)\\b.*\\b(?:nicht mehr|doch nicht|doch kein\\p{L}*|kein\\p{L}* mehr)\\b|\\b(?:nicht mehr|doch nicht) (?:nötig|notwendig|erforderlich)\\b',
        ),
      ],
      [
        'disregard',
        said(
          '\\b(?:ignorier\\p{L}*|vergiss|vergessen sie)\\b.*\\b(?:mail|nachricht|anfrage|vorige|letzte)\\b|\\bals gegenstandslos\\b|\\bziehe?n?\\b.*\\bzurück\\b',
        ),
      ],
    ]),
    family('delivery', [
      [
        'attached',
        said(
          '\\b(?:anbei|im anhang|in der anlage|als anlage|beigefügt|beiliegend|angehängt|angefügt|im attachment|angehangen)\\b|\\bhäng(?:e|en)?\\b.*\\b(?:an|dran)\\b',
        ),
      ],
      [
        'here-is',
        opens(
          '(?:hier|nachfolgend|untenstehend)(?: (?:also|nochmal|noch|schon mal|nun|jetzt|wie \\p{L}+))*(?: (?:ist|sind|kommt|kommen|hast du|habt ihr|haben sie|der|die|das|ein|eine|mein|meine|unser|unsere))\\b',
        ),
      ],
      [
        'have-sent',
        said(
          `\\b(?:habe?|haben|hab) (?:ich |wir )?.*\\b${SENT}\\b|\\b(?:ich|wir)\\b.*\\bhaben?\\b.*\\b${SENT}\\b|\\b(?:ist|sind) (?:gerade |soeben |jetzt |heute |eben )*(?:raus|${SENT}|unterwegs|online)\\b|\\b(?:du|sie) (?:hast|haben|findest|finden)\\b.*\\b(?:im postfach|im laufwerk|im ordner|im anhang|unter folgendem link)\\b`,
        ),
      ],
      [
        'put-there',
        said(
          '\\b(?:liegt|liegen|steht|stehen) (?:jetzt |nun |schon |bereits |ab sofort )*(?:auf (?:dem|deinem|ihrem) (?:server|laufwerk|tisch|schreibtisch|sharepoint)|im (?:ordner|laufwerk|postfach|system|team\\p{L}*)|in der (?:ablage|cloud)|in deinem|bereit)\\b',
        ),
      ],
      [
        'missing',
        said(
          '\\b(?:fehlt|fehlen|vergessen|kein\\p{L}* anhang|ohne anhang|lässt sich nicht|nicht öffnen|war nicht|leer)\\b',
        ),
      ],
      ['negated', said('\\b(?:nicht|nie|noch kein\\p{L}*)\\b')],
      ['third', said('\\b(?:er|laut|hersteller|spedition)\\b')],
      ['yet-to-be', said('\\b(?:wird|werden|werde|soll|sobald|wenn)\\b')],
    ]),
    family('completion', [
      [
        'starts-finished',
        opens(`(?:schon |alles |ist |soeben |eben |gerade |so, )?(?:${DONE}|done)\\b(?!\\p{L})`),
      ],
      [
        'is-finished',
        said(
          `\\b(?:ist|sind|wurden?|waere?n?|wäre|haben?|hab) .*\\b${DONE}(?: worden)?\\W*$|\\b(?:ist|sind) (?:\\p{L}+ ){0,3}${DONE}\\b`,
        ),
      ],
      [
        'have-finished',
        said(
          `\\b(?:ich|wir) haben? .*\\b${DONE}\\b|\\b(?:habe|hab|haben) (?:ich|wir) .*\\b${DONE}\\b|^hab(?:e|en)? .*\\b${DONE}\\b`,
        ),
      ],
      [
        'all-done',
        said(
          '\\b(?:alles|ist) (?:schon |bereits |längst )?(?:erledigt|fertig|durch|im kasten|unter dach und fach)\\b|\\bhaken dran\\b|\\bdamit (?:ist|wäre) .*\\b(?:erledigt|abgeschlossen)\\b',
        ),
      ],
      ['negated', said('\\b(?:nicht|nie|kein\\p{L}*|halb|fast|beinahe)\\b')],
      [
        'yet-to-be',
        said(
          '\\b(?:wird|werden|werde|soll|sollte|sollten|muss|müssen|müsste|müssten|noch (?:zu|nicht)|sobald|wenn|falls|bis|erst|könnten?|kann|wäre|bevor|ob)\\b',
        ),
      ],
      [
        'narrative',
        said(
          '\\b(?:letztes jahr|letzten? (?:monat|woche|sommer|winter)|damals|früher|vor (?:\\p{L}+ )?jahren|hatten?)\\b',
        ),
      ],
      ['third', said('\\blaut\\b|\\bfür (?:sie|dich) (?:erledigt|reserviert)\\b')],
    ]),
    family('acknowledgement', [
      [
        'thanks',
        said(
          '\\b(?:danke(?:schön)?|dankesehr|vielen dank|besten dank|herzlichen dank|lieben dank|merci|thx)\\b',
        ),
      ],
      [
        'received',
        said(
          '\\b(?:erhalten|angekommen|eingegangen|bekommen|gesehen|vermerkt|notiert|zur kenntnis genommen|liegt (?:mir|uns) vor)\\b(?!.*\\?)',
        ),
      ],
      [
        'understood',
        opens(
          '(?:verstanden|alles klar|ok|okay|gut zu wissen|weiß ich bescheid|weiß bescheid|top|perfekt|super|prima|klasse)\\b',
        ),
      ],
      [
        'thanks-ahead',
        said(
          '\\b(?:vorab|im voraus|schon mal|schonmal|jetzt schon|ihr verständnis|dein verständnis|euer verständnis|ihr interesse|ihre geduld|für das vertrauen|ihr vertrauen|ihr bestellung)\\b',
        ),
      ],
      ['no-thanks', said('\\bnein,? danke\\b')],
      ['negated', said('\\b(?:nicht|nichts|kein\\p{L}*)\\b')],
      ['asks-with-thanks', said('\\b(?:bitte|könntest|kannst|könnten|können sie)\\b')],
    ]),
    family('decision', [
      [
        'we-decided',
        said(
          '\\b(?:wir|vorstand|team|geschäftsführung)\\b.*\\b(?:entschieden|beschlossen|geeinigt|festgelegt)\\b|\\b(?:haben|hat) (?:wir )?(?:uns|sich)? ?.*\\b(?:entschieden|beschlossen|geeinigt)\\b',
        ),
      ],
      ['stays', said('\\bes bleibt (?:dabei|bei)\\b|\\bwir bleiben bei\\b')],
      [
        'go-with',
        said('\\b(?:wir|dann) nehmen (?:wir )?(?:die|den|das)\\b|\\bwir machen es so\\b'),
      ],
      ['negated', said('\\b(?:noch nicht|nicht)\\b')],
    ]),
  ],
  negatives: [
    [
      'courtesy',
      anywhere(
        '.*(?:\\b(?:bei|für|falls|wenn|sollten|solltest|haben sie|hast du)\\b.{0,50}\\b(?:fragen|rückfragen|unklarheiten|problemen?|anliegen|etwas unklar|hilfe|schwierigkeiten|anregungen)\\b.*\\b(?:meld\\p{L}*|verfügung|gerne?|jederzeit|anruf\\p{L}*|wende\\p{L}*|erreich\\p{L}*|schreib\\p{L}*|kontaktier\\p{L}*|bescheid|sag\\p{L}*|ruf\\p{L}*|da)\\b|\\b(?:zögern|scheuen) sie\\b.*\\bnicht\\b|\\bzöger\\p{L}* nicht\\b|\\bscheu dich nicht\\b|\\b(?:stehe?n?|bin|sind)\\b.*\\b(?:zur|gerne? zur|zu ihrer) verfügung\\b|\\bmeld\\p{L}* (?:dich|euch|sie sich)\\b.*\\b(?:jederzeit|gerne?|fragen|was ist|unklar|brauchst|etwas fehlt)\\b|\\bjederzeit gerne?\\b|\\bhelfe (?:ich )?gerne?\\b|\\bwenn du (?:noch )?(?:etwas|was|hilfe) brauchst\\b)',
      ),
    ],
    [
      'conditional-offer',
      anywhere(
        '.*\\b(?:wenn|falls|sofern)\\b.{0,40}\\b(?:möchte\\p{L}*|magst|mögen|willst|wollen|wünsche\\p{L}*|bedarf|interesse|gewünscht|hilft|recht ist|lieber ist|brauch\\p{L}*|nötig)\\b.*\\b(?:kann|können|könnte|könnten|würde|schicke|mache|erstelle|bringe|helfe) (?:ich|wir)\\b|.*\\b(?:ich|wir) (?:kann|können|könnte|könnten|würde)\\b.*\\b(?:wenn|falls) (?:du|sie|ihr) (?:\\p{L}+ )*(?:möchte\\p{L}*|magst|mögen|willst|wollen|wünsch\\p{L}*)|.*\\b(?:bei bedarf|auf wunsch|gerne auch)\\b.*\\b(?:kann|können|erstelle\\p{L}*|schicke\\p{L}*) (?:ich|wir)\\b|.*\\bkann (?:dir |ihnen )?(?:das |es )?(?:gerne? )?.*\\bwenn du (?:magst|willst)\\b',
      ),
    ],
    [
      'reported',
      said(
        '\\b(?:er|sie|man|\\p{L}+) (?:meinte|meint|sagte|sagt|hat gesagt|hat gemeint|schrieb|erzählte|behauptet\\p{L}*|versprach|erklärte|berichtete|kündigte|hat angekündigt|hat versprochen|wollte|will)\\b|\\b(?:laut|angeblich|offenbar|anscheinend|gemäß|zufolge)\\b|\\bhat\\b.{1,60}\\b(?:gesagt|gemeint|versprochen|angekündigt|gebeten|gefragt|zugesagt|erzählt)\\b|\\b(?:wurde|wurden)\\b.*\\bgebeten\\b|\\bsoll(?:en)? (?:am|laut|angeblich|wohl|ja)\\b',
      ),
    ],
    [
      'kept-already',
      anywhere(
        '.*\\b(?:wie (?:versprochen|zugesagt|besprochen|vereinbart|angekündigt|gewünscht|telefonisch)|wunschgemäß)\\b',
      ),
    ],
    [
      'hypothetical',
      anywhere(
        '.*\\b(?:hätte|hätten|hättest)\\b.{0,60}\\b(?:würde|wäre|hätte|gewusst|gemacht|gekonnt)\\p{L}*\\b|.*\\bhätten (?:wir|sie) .*\\bwürden?\\b|.*\\bwenn (?:ich|wir) (?:könnte|könnten|wüsste|hätte|wäre)\\p{L}*\\b|.*\\b(?:theoretisch|irgendwann mal|eines tages)\\b',
      ),
    ],
    [
      'if-world',
      anywhere(
        '\\b(?:wenn|falls|sollte)\\b (?!du\\b|sie\\b|ihr\\b|ich\\b|wir\\b|möglich|es (?:passt|ok|geht)|nötig|das (?:ok|passt))',
      ),
    ],
    [
      'joke',
      anywhere('.*(?:\\b(?:haha|hihi|lol|scherz|spaß beiseite|nur spaß)|😂|🤣|😉|😜|;-?\\))'),
    ],
    [
      'phatic',
      said(
        "\\b(?:schönes? (?:wochenende|feierabend|tag|abend|woche|urlaub|fest|feiertage)|schönen (?:tag|abend|feierabend|urlaub|sonntag|gruß)|schöne (?:woche|feiertage|grüße|ferien)|guten (?:start|rutsch|flug|appetit)|gute (?:besserung|reise|fahrt|nacht)|frohe (?:ostern|weihnachten)|alles gute|viel (?:erfolg|spaß|glück)|wie geht(?:'s| es)|ich hoffe,? (?:dir|ihnen|euch|es|du|sie|ihr)|hoffe,? (?:dir|du|es)|hoffentlich (?:geht|hattest|hatten)|bis (?:dann|bald|später|morgen|montag|nachher)\\W*$|lass(?:t)? (?:dich|euch|es dir|es euch)\\b.*\\b(?:drücken|gut gehen|feiern|schmecken)|grüß\\p{L}* (?:mir|bitte|deine|an)|willkommen|herzlichen glückwunsch|gratul\\p{L}+|freu(?:e|en)? (?:mich|uns|wir uns|ich mich) (?:auf|sehr|schon|über|darauf)|pass(?:t)? (?:auf|gut auf) (?:dich|euch)|kopf hoch|halt die ohren|mach'?s? gut|macht'?s? gut|kein(?:e)? (?:problem|ursache|sorge|stress)|gern geschehen|mach dir keine)\\b",
      ),
    ],
    [
      'polite-filler',
      said(
        '\\b(?:bitte (?:beachten|beachte|bedenken|berücksichtigen|entschuldig\\p{L}*|verzeih\\p{L}*|haben sie (?:verständnis|geduld)|haben sie etwas geduld|um (?:verständnis|entschuldigung|nachsicht)|nicht wundern|nicht falsch)|(?:bitten|bitte) (?:wir |ich )?(?:sie )?(?:um|dafür um) (?:ihr )?(?:verständnis|entschuldigung|nachsicht|geduld)|bitte finden sie|wir bitten .*(?:verständnis|entschuldigung|zu entschuldigen))\\b',
      ),
    ],
    [
      'boilerplate',
      anywhere(
        '.*\\b(?:newsletter|abmelden|abbestell\\p{L}*|datenschutz\\p{L}*|impressum|agb|vertraulich\\p{L}*|unbefugt\\p{L}*|automatisch (?:generiert|erstellt|erzeugt|versendet)|nicht auf diese (?:e-?mail|nachricht)|denken sie an die umwelt|(?:bevor|vor dem|müssen) .{0,30}ausdrucken|handelsregister|geschäftsführer:|irrtümlich erhalten|bestimmte empfänger|widersprechen)\\b',
      ),
    ],
    [
      'marketing',
      anywhere(
        '.*\\b(?:jetzt (?:sichern|bestellen|kaufen|buchen|anmelden|entdecken|testen|zugreifen)|klicken sie (?:hier|auf)|klick hier|\\d+ ?% (?:rabatt|sparen)|gratis|kostenlos testen|nur (?:heute|noch bis)|gewinnspiel|gutschein\\p{L}*|angebot des)\\b|.*https?://\\S+',
      ),
    ],
    [
      'absence',
      anywhere(
        '.*\\b(?:nicht im (?:büro|haus|hause)|außer haus|im urlaub|in elternzeit|abwesend|keinen zugriff auf (?:meine|die)|(?:in|bei) (?:dringenden|eiligen) (?:fällen|angelegenheiten|anliegen|fragen)|während meiner abwesenheit|wieder (?:erreichbar|im büro|zurück|für sie da)|bin ich (?:ab|am) .* (?:wieder|zurück)|(?:e-?mails?|nachrichten?) (?:wird|werden) nicht (?:weitergeleitet|gelesen))\\b',
      ),
    ],
    [
      'points-elsewhere',
      said(
        '\\b(?:wende dich|wenden sie sich|am besten fragst du|frag (?:mal |am besten |lieber )(?!mich|nach)|musst du .*fragen|kannst du .* fragen)\\b',
      ),
    ],
    [
      'takes-back',
      said(
        '\\b(?:ignorier\\p{L}*|vergiss|vergessen sie) (?:bitte )?(?:meine|die|es\\b|das\\b)|\\bhat sich erledigt\\b|\\bals gegenstandslos\\b|\\b(?:nicht mehr|doch nicht)\\b.*\\b(?:nötig|brauche?n?|schicken)\\b|\\bbrauche?n?\\b.*\\b(?:nicht mehr|doch nicht|doch kein\\p{L}*)\\b',
      ),
    ],
    [
      'asks-time',
      said(
        '\\bgib (?:mir|uns) (?:noch|bis|ein)|\\b(?:brauche?n?|bräuchten?)\\b.*\\b(?:noch (?:etwas|ein|bis|\\p{L}+ tage)|mehr zeit)\\b',
      ),
    ],
    [
      'no-action',
      said(
        '\\b(?:musst du|müssen sie|müsst ihr) (?:nichts|nicht)\\b|\\b(?:keine (?:antwort|rückmeldung|aktion|eile) (?:nötig|erforderlich|notwendig)|nur zur info|zur info|zur kenntnis|brauchst du nicht|brauchen sie nicht|nicht nötig)\\b',
      ),
    ],
  ],
  ...germanWords(),
});
