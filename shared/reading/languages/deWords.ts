import {
  endOfNamed,
  endOfWeek,
  inDays,
  inMonth,
  inWeek,
  midMonth,
  monthEnd,
  quarterEnd,
  yearly,
} from './calendar';
import { said } from './pattern';
import type { DateWords, Tongue } from './tongue';

const WEEKDAYS = [
  'montags?(?:vormittag|nachmittag|morgen|abend|früh)?|(?<=(?:bis|am|ab|vor|für|zum|nächsten|kommenden) )mo',
  'dienstags?(?:vormittag|nachmittag|morgen|abend|früh)?|(?<=(?:bis|am|ab|vor|für|zum|nächsten|kommenden) )di',
  'mittwochs?(?:vormittag|nachmittag|morgen|abend|früh)?|(?<=(?:bis|am|ab|vor|für|zum|nächsten|kommenden) )mi',
  'donnerstags?(?:vormittag|nachmittag|morgen|abend|früh)?|(?<=(?:bis|am|ab|vor|für|zum|nächsten|kommenden) )do',
  'freitags?(?:vormittag|nachmittag|morgen|abend|früh)?|(?<=(?:bis|am|ab|vor|für|zum|nächsten|kommenden) )fr',
  'samstag(?:vormittag|nachmittag|morgen|abend|früh)?|sonnabend|(?<=(?:bis|am|ab|vor|für|zum|nächsten|kommenden) )sa',
  'sonntag(?:vormittag|nachmittag|morgen|abend|früh)?|(?<=(?:bis|am|ab|vor|für|zum|nächsten|kommenden) )so',
];
const MONTHS = [
  'januar|jänner|jan',
  'februar|feber|feb',
  'märz|mär|mrz',
  'april|apr',
  'mai',
  'juni|jun',
  'juli|jul',
  'august|aug',
  'september|sept|sep',
  'oktober|okt',
  'november|nov',
  'dezember|dez',
];
const PART = '(?: (?:früh|morgen|vormittag|mittag|nachmittag|abend))?';
const NEXT = '(?:nächste[rn]?|kommende[rn]?|folgende[rn]?)';

const dates: DateWords = {
  weekdays: WEEKDAYS,
  months: MONTHS,
  joins: '\\.? ?',
  bareDay: '(?<=(?:am|zum|vom|bis|vor dem|den|ab) )(?:dem )?(?<d>\\d{1,2})\\.(?! ?\\d)',
  figures: [
    '(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?: ?(?<y>20\\d\\d|\\d\\d(?![.:\\d])))?',
    '(?<d>\\d{1,2})\\.(?<m>1[0-2]|0[1-9])(?= |$|,)',
    '(?<d>\\d{1,2})/(?<m>\\d{1,2})(?:/(?<y>20\\d\\d|\\d\\d))?',
  ],
  numbers: {
    'eine[mnr]?': 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    zehn: 10,
    vierzehn: 14,
    'ein paar': 3,
  },
  within: 'in|innerhalb von|innerhalb der nächsten|binnen|in den nächsten',
  units: {
    day: 'tag(?:en)?',
    workday: '(?:arbeits|werk)tag(?:en|e)?',
    week: 'wochen?',
    month: 'monat(?:en)?',
  },
  weekdayOf: {
    nextWeek: [
      `W (?:(?:in )?(?:der )?${NEXT} woche)`,
      `(?:in der )?${NEXT} woche,?(?: am)? W`,
      'nächste[rn]? W',
    ],
    thisWeek: ['(?:diese[rn]?|kommende[rn]?) W', 'W dieser woche', 'diese woche(?: am)? W'],
  },
  weekNumber: '(?:kw|kalenderwoche) ?(?<n>\\d{1,2})',
  said: [
    ['übermorgen' + PART, inDays(2), true],
    ['heute(?: noch)?' + PART, inDays(0), true],
    ['morgen(?: (?:früh|vormittag|mittag|nachmittag|abend))(?! zusammen)', inDays(1), true],
    ['(?<!guten |schönen |am |jeden |diesen |^)morgen', inDays(1), true],
    ['(?<=^)morgen(?= \\p{L})(?! (?:zusammen|allerseits|ihr))', inDays(1), true],
    [
      'feierabend|dienstschluss|büroschluss|ende des tages|geschäftsschluss|eod|tagesende',
      inDays(0),
      true,
    ],
    [`(?:zum )?(?:beginn|anfang) (?:der )?${NEXT} woche`, inWeek(1, 2), true],
    [`mitte (?:der )?${NEXT} woche`, inWeek(1, 3), true],
    [`(?:zum |am )?(?:ende )?(?:der )?${NEXT} woche`, inWeek(1, 5), true],
    ['übernächste[rn]? woche', inWeek(2, 5), true],
    ['mitte der woche', inWeek(0, 3), true],
    [
      '(?:zum |am )?(?:ende|schluss) (?:der|dieser) woche|wochenende?schluss|diese[r]? woche|ende woche|wochenschluss',
      endOfWeek,
      true,
    ],
    ['wochenende', inWeek(0, 7), true],
    ['monatsende|ende (?:des|dieses) monats|(?:ultimo)|diesen monat', monthEnd(0)],
    ['(?:monatsmitte|mitte (?:des|dieses) monats)', midMonth],
    [`ende ${NEXT}n? monats|${NEXT}n? monat(?:s)?`, monthEnd(1)],
    [`(?:anfang|beginn) ${NEXT}n? monats`, inMonth(1, 5)],
    ['quartalsende|ende (?:des|dieses) quartals', quarterEnd],
    ['jahresende|ende (?:des|dieses) jahres|silvester|jahresschluss', yearly(12, 31)],
    ['(?<!(?:über|schöne|frohe) )weihnachten', yearly(12, 24)],
    [`ende (?<month>${MONTHS.join('|')})`, endOfNamed(MONTHS)],
    [
      `mitte (?<month>${MONTHS.join('|')})`,
      (s, m) => {
        const end = endOfNamed(MONTHS)(s, m);
        return end === undefined ? undefined : end - 15;
      },
    ],
  ],
  clock:
    '(?:um |gegen |bis |ab |vor )?(?:(?<h>\\d{1,2})(?:[:.](?<m>\\d{2}))?(?: ?uhr|(?<=:\\d\\d))|(?<noon>zwölf uhr))',
};

const speech: Tongue['speech'] = {
  greeting:
    /^(?:hallo|hi|hey|moin(?: moin)?|servus|grüezi|grüß (?:gott|dich)|guten (?:tag|morgen|abend)|tag|liebe[rs]?|sehr geehrte[rs]?|werte[rs]?|mahlzeit|huhu|na)(?![\p{L}])(?: (?:zusammen|alle|allerseits|leute|team|ihr (?:lieben|beiden|zwei)|kolleg(?:en|innen)|miteinander|(?:herrn?|frau|fr\.|hr\.)(?: (?:dr|prof)\.)?|liebe[rs]?))*/iu,
  lead: /^(?:(?:und|aber|also|ok|okay|ja|nein|gut|super|prima|perfekt|danke(?:schön)?|vielen dank|sorry|übrigens|btw|ps|p\.s\.|fyi|kurz(?:e frage)?|frage|wichtig|dringend|wie (?:besprochen|vereinbart|versprochen|abgemacht)|ansonsten|außerdem|alternativ|leider|vielleicht|gerne?|klar|alles klar|mist|ach(?: so)?|hm+|ah|oh|todo|info|erinnerung|(?:herr|frau|hr\.|fr\.) \p{Lu}[\p{L}-]+)\s*[,:.!-]\s*|(?:und|aber|also|oder|dann|ok|okay|ja|übrigens|bitte|sag mal|ach|außerdem|nur|noch kurz|kurz)\s+(?!\p{Ll}*(?:ich|mach|wir)\b))/iu,
  joint:
    /;\s+|\s[-–—]{1,2}\s|\.{3}\s+|:\s+|,?\s+(?=(?:und|aber|oder|dann|sonst)\s+(?:(?:dann|bitte|gleich|auch|ggf\.?)\s+)*(?:ich|wir|du|sie|ihr|kannst|könntest|könnten|können|würdest|bitte|schick\w*|mach\w*|melde\w*|gib|sag\w*|geb\w*|freu\w*|wann|wer|was)(?![\p{L}]))|,\s+(?=(?:ich|wir|du|kannst|könntest|könnten sie|können sie|würdest|würden sie|bitte|schick\w*|mach\w*|melde\w*|gib|danke|vielen dank|wenn|falls|sobald|ob|dass|weil|da|damit|bevor|was|wann|wer|wie|wo|die|der|das|dann|um|sag|gebe|kümmer\w*|übernehm\w*|anbei|hier|passt|ist|wird|geht|komme|erledig\w*)(?![\p{L}]))/giu,
  subordinate:
    /^(?:wenn|falls|sobald|solange|ob|dass|weil|da(?= (?:ich|wir|sie|er|es|die|der|das))|damit|bevor|nachdem|während|obwohl|sofern|wobei|welche\w*|bis (?:ich|wir|du|sie|er|die|der|das)|um (?=.*\szu\s)|die (?=.*(?:haben|hatten|hatte|hat|sind|ist|war|waren|soll|sollen)\W*$)|der (?=.*(?:hat|ist|war|soll|hatte)\W*$))(?![\p{L}])/u,
  noName:
    /^(?:danke|vielen|bitte|ja|nein|ok|okay|also|gut|super|prima|perfekt|klar|gerne?|sorry|leider|erledigt|fertig|anbei|verstanden|erhalten|heute|morgen|übermorgen|gestern|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|info|frage|wichtig|dringend|hinweis|achtung|erinnerung|betreff|termin|ort|zeit|agenda|stand|status|update|todo|wir|ich|du|sie|ihr|er|es|das|die|der|den|dem|ein|eine|wann|wer|was|wie|wo|warum|und|aber|oder|wenn|falls|zusammen|alle|leute|team|kollegen|passt|alles|kein|keine|natürlich|selbstverständlich|übrigens|außerdem|ansonsten|grundsätzlich|ehrlich|eigentlich|hallo|moin|genau|stimmt|richtig|einverstanden|top|mist|schade|puh|hm|ach|ah|oh|gebucht|bestellt|freigegeben|genehmigt|fw|wg|aw|re|ps|nb)$/u,
  toAll:
    /^(?:(?:ihr|liebe) )?(?:zusammen|alle|allerseits|leute|team|lieben|beiden|kolleg\p{L}*|miteinander|damen und herren)(?![\p{L}])/iu,
  toSome:
    /(?<![\p{L}])(?:jemand|irgendwer|irgendjemand|wer (?:kann|könnte|hat|übernimmt|mag|macht|möchte)|einer von (?:euch|uns)|eine von (?:euch|uns))(?![\p{L}])/u,
};

/** How German cuts its sentences, names its days and says what it waits for. */
export const germanWords = (): Omit<Tongue, 'code' | 'families' | 'negatives'> => ({
  speech,
  dates,
  due: {
    bound:
      /(?<![\p{L}])(?:bis(?: spätestens)?(?: zu[rm]?)?|spätestens|vor|deadline(?: ist|:)?|fällig(?: am)?|frist(?: ist|:)?|innerhalb|binnen|rechtzeitig (?:bis|zu[rm]|vor))(?![\p{L}])[^.;?!]{0,14}$/iu,
    after:
      /^(?:feierabend|dienstschluss|geschäftsschluss|eod)|^[^.;?!]{0,24}(?<![\p{L}])(?:spätestens|fällig)(?![\p{L}])|^(?:innerhalb|binnen)/iu,
    forDay: /(?<![\p{L}])(?:für|fuer|zum|zur)\s+(?:\p{L}+\s+)?$/iu,
    event:
      /(?<![\p{L}])(?:(?:rechtzeitig |pünktlich )?(?:vor|bis zu|bis|zu)(?: (?:der|dem|den|unserer|unserem|eurer|eurem|ihrer|ihrem|deiner|deinem|meiner|meinem|nächsten)|(?<=bis zu)[rm]) (?!(?:tür|allem|ort|haus|lager|büro|gebäude|ende|woche|monat|jahr|tag|\d))(?:\p{Ll}+ ){0,2}\p{Lu}[\p{L}-]+(?: (?:des|der|von|mit|beim|am|im|in) (?:\p{L}+ )?\p{Lu}[\p{L}-]+)?|(?:rechtzeitig |pünktlich )?(?:zu[rm]|vor|bis zu[rm]|bis) (?:\p{Ll}+ )?\p{L}*(?:sitzung|besprechung|termin|meeting|messe|abnahme|eröffnung|präsentation|audit|start|launch|go-live|workshop|feier|prüfung|konferenz|umzug|jour fixe|gespräch|übergabe)(?![\p{L}])|bevor (?:wir|die|der|das|sie|er|es) [^,.;?!]{2,50})/u,
    needed:
      /(?<![\p{L}])(?:brauche?n?|benötigen?|bräuchten?|fällig|frist|deadline)(?![\p{L}]).*(?<![\p{L}])(?:bis|vor|spätestens|am|für|morgen|heute)(?![\p{L}])/iu,
  },
  waits: {
    onOther: [
      said(
        '\\b(?:sobald|wenn|nachdem|bis) (?:ich|wir) (?:\\p{L}+ ){0,4}?(?:von (?:dir|ihnen|euch)|(?:deine|ihre|eure|dein|ihr|euer)[nsr]? \\p{L}+)\\b[^,;.!?]{0,50}',
      ),
      said(
        '\\b(?:sobald|wenn|nachdem) (?:du|ihr)\\b[^,;.!?]{0,40}(?:hast|habt|bist|kannst|bestätigt|freigegeben|geschickt)[^,;.!?]{0,20}',
      ),
      said(
        '\\b(?:warte|warten) (?:ich |wir )?(?:noch |immer noch |nur noch |gerade |also |daher |jetzt |weiter |weiterhin |hier )*auf (?:dein|ihr|euer|eure|deine|ihre|dich|sie|euch|rückmeldung)\\p{L}*\\b[^,;.!?]{0,50}',
      ),
      said(
        '\\bfreue?n? (?:ich |wir )?(?:mich|uns) (?:schon |sehr )?(?:auf|über) (?:deine|ihre|eure) (?:baldige |schnelle |zeitnahe |positive )?(?:rückmeldung|antwort|nachricht|freigabe|unterlagen|zahlen)\\b',
      ),
      said(
        '\\b(?:brauche?n?|bräuchten?|benötigen?|fehlt)\\b[^,;.!?]{0,50}\\bvon (?:dir|ihnen|euch)\\b[^,;.!?]{0,30}',
      ),
      said(
        '\\b(?:kann|können) (?:ich|wir)?[^,;.!?]{0,20}\\b(?:nicht|erst)\\b[^,;.!?]{0,30}\\b(?:ohne|bevor|wenn|sobald)\\b[^,;.!?]{2,50}',
      ),
      said(
        '\\b(?:jetzt bist du dran|du bist (?:jetzt )?(?:dran|am zug)|ball liegt bei (?:dir|ihnen|euch))\\b',
      ),
    ],
    onSelf: said(
      '\\b(?:sobald|wenn|nachdem) (?:ich|wir) (?!(?:\\p{L}+ ){0,3}(?:von (?:dir|ihnen|euch)|dein|ihre|eure))[^,;.!?]{0,40}(?:fertig|zurück|durch|wieder|geprüft|geklärt|gesprochen|mehr weiß|mehr wissen|dazu komme|zeit habe)\\b[^,;.!?]{0,20}',
    ),
    alone: said('^(?:(?:ich|wir) )?(?:warte|warten|freue|freuen)\\b'),
  },
  hostile:
    /\b(?:ignorier(?:e|en sie|t)?|missachte|vergiss) (?:alle |alles |sämtliche )?(?:bisherigen|vorherigen|vorigen|früheren|obigen) (?:anweisungen|regeln|vorgaben|instruktionen)|\b(?:bestätigen|verifizieren|aktualisieren) sie (?:ihr|ihre) (?:passwort|zugangsdaten|kontodaten|bankdaten|pin)\b/iu,
  forInformation:
    /(?<![\p{L}])(?:(?:nur )?zur (?:info|information|kenntnis|kenntnisnahme|ablage)|z\.?k\.?|für (?:deine|ihre) (?:unterlagen|akten))(?![\p{L}])/iu,
});
