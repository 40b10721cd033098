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

const SHORT = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'];
const WEEKDAYS = [
  'maandag',
  'dinsdag',
  'woensdag',
  'donderdag',
  'vrijdag',
  'zaterdag',
  'zondag',
].map(
  (d, i) =>
    `${d}(?:ochtend|middag|avond|morgen)?|(?<=(?:voor|uiterlijk|tot|tegen|op|volgende week) )${SHORT[i] ?? d}`,
);
const MONTHS = [
  'januari|jan',
  'februari|feb',
  'maart|mrt',
  'april|apr',
  'mei',
  'juni|jun',
  'juli|jul',
  'augustus|aug',
  'september|sept|sep',
  'oktober|okt',
  'november|nov',
  'december|dec',
];
const NEXT = '(?:volgende|komende)';

const dates: DateWords = {
  weekdays: WEEKDAYS,
  months: MONTHS,
  joins: '(?:e|ste|de)? ',
  bareDay: '(?:de )?(?<d>\\d{1,2})(?:e|ste|de)',
  figures: [
    '(?<d>\\d{1,2})[-/.](?<m>\\d{1,2})[-/.](?<y>20\\d\\d|\\d\\d)',
    '(?<d>\\d{1,2})[-/](?<m>1[0-2]|0?[1-9])',
  ],
  numbers: {
    een: 1,
    één: 1,
    twee: 2,
    drie: 3,
    vier: 4,
    vijf: 5,
    zes: 6,
    zeven: 7,
    acht: 8,
    tien: 10,
    veertien: 14,
    'een paar': 3,
  },
  within: 'binnen|over|binnen nu en|in de komende',
  units: {
    day: 'dagen|dag',
    workday: 'werkdag(?:en)?',
    week: 'we(?:ek|ken)',
    month: 'maand(?:en)?',
  },
  weekdayOf: {
    nextWeek: [
      'volgende week (?:op )?W',
      'W (?:van )?volgende week',
      'volgende W',
      'W over een week',
    ],
    thisWeek: [
      '(?:deze|aanstaande|komende|aankomende|a\\.s\\.) W',
      'W aanstaande',
      'W (?:van )?deze week',
    ],
  },
  weekNumber: '(?:week|wk) ?(?<n>\\d{1,2})',
  said: [
    ['overmorgen(?:ochtend|middag|avond)?', inDays(2), true],
    ['vandaag(?: nog)?|vanmiddag|vanochtend|vanmorgen|vanavond|straks', inDays(0), true],
    [
      '(?<!(?:goede|de|elke) )(?:morgen(?:ochtend|vroeg|middag|avond|morgen)|morgen(?! allemaal)(?: (?:vroeg|ochtend|middag|avond))?)',
      inDays(1),
      true,
    ],
    [
      '(?:het )?einde? (?:van )?(?:de |van de )?(?:werk)?dag|sluitingstijd|eod|eind van de middag|einde? werkdag',
      inDays(0),
      true,
    ],
    [`(?:begin|in het begin van) (?:van )?(?:de )?${NEXT} week`, inWeek(1, 2), true],
    [`(?:midden|halverwege) (?:van )?(?:de )?${NEXT} week|medio ${NEXT} week`, inWeek(1, 3), true],
    [`(?:(?:het )?einde? (?:van )?(?:de )?)?${NEXT} week|de week erna`, inWeek(1, 5), true],
    ['(?:het )?einde? (?:van )?(?:de |deze )week|deze week|later deze week', endOfWeek, true],
    ['(?:het |dit )weekend', inWeek(0, 7), true],
    [`(?:(?:het )?einde? (?:van )?)?${NEXT} maand`, monthEnd(1)],
    [`begin (?:van )?${NEXT} maand`, inMonth(1, 5)],
    ['(?:het )?einde? (?:van )?(?:de |deze )?maand|deze maand|maandeinde', monthEnd(0)],
    ['(?:medio|midden|half) (?:van )?(?:de |deze )maand', midMonth],
    ['(?:het )?einde? (?:van )?(?:het |dit )?kwartaal', quarterEnd],
    ['(?:het )?einde? (?:van )?(?:het |dit )?jaar|jaareinde', yearly(12, 31)],
    ['(?<!fijne )kerst(?:mis)?', yearly(12, 25)],
    [`(?:het )?einde? (?:van )?(?<month>${MONTHS.join('|')})`, endOfNamed(MONTHS)],
    [
      `(?:medio|half|midden) (?<month>${MONTHS.join('|')})`,
      (s, m) => {
        const end = endOfNamed(MONTHS)(s, m);
        return end === undefined ? undefined : end - 15;
      },
    ],
  ],
  clock:
    '(?:om |rond |voor |tegen |vanaf )?(?:(?<h>\\d{1,2})(?:[:.](?<m>\\d{2}))?(?: ?(?:uur|u)|(?<=:\\d\\d))(?<late> .s (?:middags|avonds))?|(?<noon>twaalf uur))',
};

const speech: Tongue['speech'] = {
  greeting:
    /^(?:hallo|hoi|hai|hey|dag|beste|geachte|goede(?:morgen|middag|navond)|goeiemorgen|goedenavond|goedendag|lieve|hi)(?![\p{L}])(?: (?:allemaal|iedereen|team|collega's|allen|jongens|beide|(?:heer|mevrouw|mevr\.|dhr\.)))*/iu,
  lead: /^(?:(?:en|maar|dus|ok|oké|oke|ja|nee|goed|top|super|prima|perfect|bedankt|dank je(?: wel)?|dankjewel|sorry|trouwens|ps|p\.s\.|fyi|vraag(?:je)?|belangrijk|urgent|herinnering|zoals (?:besproken|afgesproken|beloofd)|verder|helaas|misschien|natuurlijk|zeker|uiteraard|(?:heer|mevrouw|dhr\.|mevr\.) \p{Lu}[\p{L}-]+)\s*[,:.!-]\s*|(?:en|maar|dus|oké|oke|ok|ja|ook|dan|verder|nog even|zeg)\s+)/iu,
  joint:
    /;\s+|\s[-–—]{1,2}\s|\.{3}\s+|:\s+|,?\s+(?=(?:en|maar|of|dan|dus|anders)\s+(?:(?:dan|ook|graag|daarna)\s+)*(?:ik|wij|we|je|jij|u|jullie|kun|kan|kunt|zou|wil|wilt|graag|stuur|laat|geef|wanneer|wie)(?![\p{L}]))|,\s+(?=(?:ik|wij|we|kun|kan|kunt|zou|wil|wilt|graag|stuur|laat|geef|bel|als|zodra|omdat|want|of|dat|dan|die|bedankt|mocht|hierbij|doe|regel|komt|is|wie|wanneer)(?![\p{L}]))/giu,
  subordinate:
    /^(?:als(?! (?:je|u) (?:kunt|kan|wilt))|zodra|omdat|aangezien|terwijl|hoewel|zodat|voordat|nadat|tenzij|of(?!.*\?)|dat|die (?=.*(?:hebben|heeft|is|zijn|was)\W*$)|toen)(?![\p{L}])/u,
  noName:
    /^(?:bedankt|dank|dankjewel|ja|nee|ok|oké|oke|goed|top|super|prima|perfect|natuurlijk|zeker|uiteraard|graag|sorry|helaas|klaar|gedaan|ontvangen|begrepen|vandaag|morgen|gisteren|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|info|vraag|belangrijk|urgent|herinnering|betreft|onderwerp|datum|plaats|let|ps|nb|ik|jij|je|u|hij|zij|ze|wij|we|jullie|de|het|een|dit|dat|deze|die|wanneer|wie|wat|hoe|waar|waarom|welke|en|maar|of|als|allemaal|iedereen|team|hallo|hoi|trouwens|verder|anders|eigenlijk|misschien|volgens|mocht|geboekt|akkoord|afgesproken|geen|geregeld|geweldig|klopt|inderdaad|heer|mevrouw|dus|fijn|mooi)$/u,
  toAll: /^(?:allemaal|iedereen|team|collega's|allen|jongens)(?![\p{L}])/iu,
  toSome: /(?<![\p{L}])(?:iemand|wie (?:kan|wil|neemt|pakt)|een van (?:jullie|ons))(?![\p{L}])/u,
};

/** How Dutch cuts its sentences, names its days and says what it waits for. */
export const dutchWords = (): Omit<Tongue, 'code' | 'families' | 'negatives'> => ({
  speech,
  dates,
  due: {
    bound:
      /(?<![\p{L}])(?:voor|vóór|uiterlijk|tot(?: en met)?|tegen|deadline(?: is|:)?|binnen|niet later dan|vóór het)(?![\p{L}])[^.;?!]{0,12}$/iu,
    after:
      /^binnen|^[^.;?!]{0,20}(?<![\p{L}])(?:uiterlijk|op zijn laatst)(?![\p{L}])|^(?:het )?einde? (?:van )?(?:de )?(?:werk)?dag/iu,
    forDay: /(?<![\p{L}])(?:voor|op)\s+$/iu,
    event:
      /(?<![\p{L}])(?:(?:voor|vóór|op tijd voor|tegen) (?:de |het |onze |jullie |ons |hun |mijn |je )(?!\d|einde?|dag|week|maand|jaar|klant|deur|zekerheid|maandag|dinsdag|woensdag|donderdag|vrijdag|rest|kantine|eerste keer|zaal|kop)(?:\p{L}+ )?\p{L}*(?:vergadering|overleg|bespreking|audit|beurs|opening|presentatie|lancering|livegang|gesprek|bezoek|oplevering|meeting|afspraak|verhuizing|bestuursvergadering|controle|keuring|evenement|feest|training|workshop|demo|release|start|call|cursus|zitting)(?: (?:van|met) (?:de |het )?\p{L}+)?|voordat (?:we|wij|de|het|ze|je) [^,.;?!]{3,50})/iu,
    needed:
      /(?<![\p{L}])(?:nodig|deadline|uiterste datum)(?![\p{L}]).*|(?<![\p{L}])(?:hebben|heb)(?![\p{L}]).*(?<![\p{L}])(?:voor|morgen|uiterlijk)(?![\p{L}]).*nodig/iu,
  },
  waits: {
    onOther: [
      said(
        '\\b(?:zodra|als|wanneer) (?:ik|we|wij) [^,;.!?]{0,30}\\b(?:van (?:je|jou|u|jullie)|(?:je|jouw|uw|jullie) (?:akkoord|gegevens|reactie|cijfers|goedkeuring))\\b[^,;.!?]{0,40}',
      ),
      said('\\b(?:zodra|wanneer) (?:je|jij|u|jullie) [^,;.!?]{2,60}'),
      said(
        '\\b(?:ik|we|wij) (?:wacht|wachten) (?:nog |nog steeds |even )*op (?:je|jouw|uw|jullie|een reactie)\\b[^,;.!?]{0,50}',
      ),
      said('\\b(?:wacht|wachten) (?:ik|we|wij) (?:nog )?op (?:je|jouw|uw|jullie)\\b[^,;.!?]{0,50}'),
      said(
        '\\bnodig van (?:je|jou|u|jullie)\\b|\\bvan (?:je|jou|u|jullie) (?:nog )?[^,;.!?]{0,40}nodig\\b',
      ),
      said(
        '\\b(?:ik|we|wij) (?:kan|kunnen)[^,;.!?]{0,20}\\bniet\\b[^,;.!?]{0,30}\\b(?:zonder|voordat|totdat)\\b[^,;.!?]{2,50}',
      ),
      said('\\b(?:de bal ligt bij (?:jou|u|jullie)|jij bent aan zet|u bent aan zet)\\b'),
    ],
    onSelf: said(
      '\\b(?:zodra|als|wanneer) (?:ik|we|wij) (?!.*\\bvan (?:je|jou|u))[^,;.!?]{0,30}(?:klaar|terug|weet|gesproken|tijd heb|nagekeken|gecheckt)\\b[^,;.!?]{0,20}',
    ),
    alone: said('^(?:(?:ik|we|wij) )?(?:wacht|wachten)\\b'),
  },
  hostile:
    /\b(?:negeer|vergeet) (?:alle )?(?:eerdere|vorige|voorgaande|bovenstaande) (?:instructies|regels|opdrachten)|\b(?:bevestig|verifieer|controleer) (?:uw|je) (?:wachtwoord|inloggegevens|bankgegevens|pincode)/iu,
  forInformation:
    /(?<![\p{L}])(?:ter (?:info|informatie|kennisgeving)|voor (?:je|uw) (?:administratie|archief)|t\.k\.)(?![\p{L}])/iu,
});
