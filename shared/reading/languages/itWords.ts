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

const WEEKDAYS = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'].map(
  (d) => `${d}(?: (?:mattina|pomeriggio|sera))?`,
);
const MONTHS = [
  'gennaio|gen',
  'febbraio|feb',
  'marzo',
  'aprile|apr',
  'maggio|mag',
  'giugno|giu',
  'luglio|lug',
  'agosto|ago',
  'settembre|set',
  'ottobre|ott',
  'novembre|nov',
  'dicembre|dic',
];
const NEXT_WEEK = '(?:settimana prossima|prossima settimana|settimana che viene)';

const dates: DateWords = {
  weekdays: WEEKDAYS,
  months: MONTHS,
  joins: '°? ',
  bareDay:
    '(?<=(?:il|entro il|al|del|giorno) )(?<!\\b(?:quello|quella|quelli|quelle) del )(?:giorno )?(?<d>\\d{1,2})(?! ?(?:%|ore\\b|persone|pagine|€|euro|\\p{L}))',
  figures: [
    '(?<d>\\d{1,2})[/.-](?<m>\\d{1,2})[/.-](?<y>20\\d\\d|\\d\\d)',
    '(?<d>\\d{1,2})/(?<m>\\d{1,2})',
  ],
  numbers: {
    una: 1,
    un: 1,
    due: 2,
    tre: 3,
    quattro: 4,
    cinque: 5,
    sei: 6,
    sette: 7,
    otto: 8,
    dieci: 10,
    quindici: 14,
    'un paio di': 2,
  },
  within: 'fra|tra|entro|in|nel giro di|nei prossimi|entro i prossimi',
  units: {
    day: 'giorni|giorno',
    workday: 'giorn[io] lavorativ[io]',
    week: 'settiman[ae]',
    month: 'mes[ei]',
  },
  weekdayOf: {
    nextWeek: [
      `W (?:della )?${NEXT_WEEK}`,
      `(?:la )?${NEXT_WEEK},? (?:di )?W`,
      'W prossimo',
      'prossim[oa] W',
    ],
    thisWeek: ['quest[oa] W', 'W di questa settimana', 'W che viene'],
  },
  weekNumber: '(?:settimana|sett\\.?) ?(?<n>\\d{1,2})',
  said: [
    ['dopodomani(?: (?:mattina|pomeriggio|sera))?', inDays(2), true],
    [
      'oggi(?: (?:stesso|pomeriggio|mattina))?|stamattina|stasera|questa (?:mattina|sera)|questo pomeriggio|in giornata|in mattinata',
      inDays(0),
      true,
    ],
    ['domani(?: (?:mattina|pomeriggio|sera|a pranzo|in giornata))?|domattina', inDays(1), true],
    [
      '(?:a |la )?fine (?:della )?giornata|fine giornata|(?:la )?chiusura degli uffici|eod|in serata',
      inDays(0),
      true,
    ],
    [
      `(?:a |all')?inizio (?:della )?${NEXT_WEEK}|(?:ai )?primi della ${NEXT_WEEK}`,
      inWeek(1, 2),
      true,
    ],
    [`(?:a )?metà (?:della )?${NEXT_WEEK}`, inWeek(1, 3), true],
    [`(?:(?:a |la )?fine (?:della )?)?${NEXT_WEEK}`, inWeek(1, 5), true],
    [
      '(?:a |la )?fine (?:della |di questa )?settimana|questa settimana|in settimana',
      endOfWeek,
      true,
    ],
    ['(?<!buon )(?:il )?(?:weekend|fine settimana)', inWeek(0, 7), true],
    ['(?:(?:a |la )?fine (?:del )?)?(?:mese prossimo|prossimo mese|mese che viene)', monthEnd(1)],
    [
      "(?:a |all')?inizio (?:del )?(?:mese prossimo|prossimo mese)|(?:ai )?primi del mese prossimo",
      inMonth(1, 5),
    ],
    ['(?:a |la )?fine (?:del |di questo )?mese|questo mese', monthEnd(0)],
    ['(?:a )?metà (?:del )?mese', midMonth],
    ['(?:a |la )?fine (?:del )?trimestre', quarterEnd],
    ["(?:a |la )?fine (?:dell')?anno", yearly(12, 31)],
    ['natale', yearly(12, 25)],
    [`(?:a |la )?fine (?:di )?(?<month>${MONTHS.join('|')})`, endOfNamed(MONTHS)],
    [
      `(?:a )?metà (?:di )?(?<month>${MONTHS.join('|')})`,
      (s, m) => {
        const end = endOfNamed(MONTHS)(s, m);
        return end === undefined ? undefined : end - 15;
      },
    ],
  ],
  clock:
    '(?:(?:alle|per le|entro le|verso le|dalle|prima delle|ore)(?: ore)? (?<h>\\d{1,2})(?:[:.](?<m>\\d{2}))?(?<late> (?:di sera|del pomeriggio))?|(?:a |entro )?(?<noon>mezzogiorno))',
};

const speech: Tongue['speech'] = {
  greeting:
    /^(?:ciao|salve|buongiorno|buon giorno|buonasera|buon pomeriggio|gentil[ei](?:ssim[oaie])?|car[oaie]|egregi[oa]?|spettabile|ehi|hey)(?![\p{L}])(?: (?:a tutti|a tutte|tutti|ragazz[ie]|team|collegh[ie]|signor[ae]?|sig\.|sig\.ra|dott\.|dott\.ssa|dottor(?:e|essa)?|ing\.|avv\.))*/iu,
  lead: /^(?:(?:e|ma|allora|ok|okay|va bene|sì|no|bene|perfetto|ottimo|grazie(?: mille)?|scusa|scusi|scusate|comunque|a proposito|ps|p\.s\.|fyi|domanda|una domanda|una cosa|urgente|importante|promemoria|come (?:da accordi|d'accordo|promesso|concordato|detto)|inoltre|purtroppo|certo|volentieri|d'accordo|senti|guarda|(?:signora?|sig\.|dott\.|ing\.) \p{Lu}[\p{L}-]+)\s*[,:.!-]\s*|(?:e|ma|allora|ok|sì|poi|anche|quindi|dunque|senti|guarda)\s+)/iu,
  joint:
    /;\s+|\s[-–—]{1,2}\s|\.{3}\s+|:\s+|,?\s+(?=(?:e|ma|o|poi|quindi|allora)\s+(?:(?:poi|anche|per favore)\s+)*(?:io|ti|le|vi|mi|ci|lo|la|puoi|può|potresti|potrebbe|per favore|fammi|mi faccia|quando|chi|non)(?![\p{L}]))|,\s+(?=(?:io|ti|le|vi|mi|ci|lo|puoi|può|potresti|potrebbe|potete|riesci|per favore|fammi|se|quando|appena|perché|poiché|che|grazie|senti|contatta|restiamo|non esit\w+|certo|me|domani|faccio|posso|avrei|è|sono)(?![\p{L}]))/giu,
  subordinate:
    /^(?:se(?! possibile)|quando(?!.*\?)|appena|non appena|perché(?!.*\?)|poiché|siccome|anche se|affinché|prima che|mentre|dopo che|una volta che|come(?! (?:da|promesso|concordato))|che(?!.*\?))(?![\p{L}])/u,
  noName:
    /^(?:grazie|sì|no|ok|okay|bene|certo|perfetto|ottimo|scusa|scusi|scusate|fatto|pronto|ricevuto|capito|domani|oggi|ieri|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|info|domanda|importante|urgente|promemoria|oggetto|data|luogo|nota|ps|io|tu|lui|lei|noi|voi|loro|il|lo|la|i|gli|le|un|una|uno|questo|questa|quando|chi|che|cosa|come|dove|perché|e|ma|o|se|tutti|team|ciao|buongiorno|salve|allora|inoltre|allegato|purtroppo|volentieri|esatto|senti|guarda|ragazzi|ragazze|niente|va|d'accordo|approvato|confermato|ecco|per|si|prenotato|comunque|gentile|signor|signora|nessun|assolutamente)$/u,
  toAll: /^(?:a )?(?:tutt[ie]|ragazz[ie]|team|collegh[ie]|signori)(?![\p{L}])/iu,
  toSome:
    /(?<![\p{L}])(?:qualcuno|chi (?:può|potrebbe|riesce|se ne occupa)|uno di (?:voi|noi)|qualcuno di voi)(?![\p{L}])/u,
};

/** How Italian cuts its sentences, names its days and says what it waits for. */
export const italianWords = (): Omit<Tongue, 'code' | 'families' | 'negatives'> => ({
  speech,
  dates,
  due: {
    bound:
      /(?<![\p{L}])(?:entro(?: e non oltre)?(?: il| la| le)?|prima (?:del|di|della|delle)|al più tardi|scadenza(?: è|:)?|scade|fino a|non oltre(?: il)?|nel giro di)(?![\p{L}])[^.;?!]{0,12}$/iu,
    after:
      /^entro|^[^.;?!]{0,24}(?<![\p{L}])(?:al più tardi|al massimo|tassativamente)(?![\p{L}])|^(?:a |la )?fine giornata/iu,
    forDay: /(?<![\p{L}])per\s+(?:il\s+|la\s+)?$/iu,
    event:
      /(?<![\p{L}])(?:prima (?:della|dello|dei|delle|del|di|dell')(?: (?:nostr[oa]|vostr[oa]|tu[oa]|su[oa]))?(?: |(?<='))|in tempo per (?:il |la |l'))(?!\d|fine|giorno|settimana|mese|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|mezzogiorno|pranzo|tutto|domani|partire|le)[\p{L}'’-]+(?: (?:del|della|dei|delle|di|con il|con la|dell'|con) ?[\p{L}'’-]+){0,2}|(?<![\p{L}])prima che [^,.;?!]{3,50}|(?<![\p{L}])per (?:la |il |l')(?:riunione|fiera|visita|presentazione|consiglio|assemblea|audit|lancio)(?: (?:del|della|dei|di|con) [\p{L}'’-]+)?/iu,
    needed:
      /(?<![\p{L}])(?:serve|servono|bisogno|scadenza|scade|occorre)(?![\p{L}]).*(?<![\p{L}])(?:entro|prima|per|domani|il)(?![\p{L}])/iu,
  },
  waits: {
    onOther: [
      said(
        '\\b(?:appena|non appena|quando|una volta che) (?:ho|avrò|abbiamo|avremo|ricevo|riceviamo|mi arriva)\\b[^,;.!?]{0,30}\\b(?:tuo|tua|tuoi|tue|suo|sua|vostr[oaie]|da te|da voi)\\b[^,;.!?]{0,40}',
      ),
      said(
        '\\b(?:appena|non appena|quando|una volta che) (?:mi |ci |lo |la )*(?:confermi|conferma|mandi|manda|invii|dici|dai|hai|ha|firmi|approvi|avete|confermate)\\b[^,;.!?]{1,50}',
      ),
      said(
        '\\b(?:resto|restiamo|rimango|rimaniamo|sono|siamo)? ?(?:ancora )?in attesa (?:di|del|della|dei|di un) (?:tuo|tua|tuoi|suo|sua|suoi|vostr[oaie]|riscontro)\\b[^,;.!?]{0,50}',
      ),
      said(
        '\\b(?:attendo|attendiamo|aspetto|aspettiamo) (?:un |il |la |i |le )?(?:tuo|tua|tuoi|suo|sua|suoi|vostr[oaie]|riscontro)\\b[^,;.!?]{0,50}',
      ),
      said(
        '\\bnon (?:posso|possiamo|riesco a|riusciamo a) [^,;.!?]{2,30}\\b(?:senza|prima che|finché)\\b[^,;.!?]{2,50}',
      ),
      said('\\b(?:la palla è nel (?:tuo|suo) campo|tocca a te|tocca a lei)\\b'),
    ],
    onSelf: said(
      "\\b(?:appena|non appena|quando|una volta che) (?:finisco|ho finito|avrò finito|torno|posso|riesco|ne so di più|so qualcosa|l'ho (?:controllato|rivisto)|sento|ho (?:controllato|notizie|parlato))\\b[^,;.!?]{0,40}",
    ),
    alone: said(
      '^(?:resto|restiamo|rimango|rimaniamo|in attesa|attendo|attendiamo|aspetto|aspettiamo|sono|siamo)\\b',
    ),
  },
  hostile:
    /\b(?:ignora|ignori|dimentica|dimentichi) (?:tutte )?(?:le |tue |sue )?(?:istruzioni|regole) (?:precedenti|sopra)|\b(?:confermi|verifichi|aggiorni) (?:la sua|le sue|i suoi) (?:password|credenziali|dati bancari|pin)(?![\p{L}])/iu,
  forInformation:
    /(?<![\p{L}])(?:per (?:tua|sua|vostra) (?:informazione|conoscenza)|per conoscenza|a titolo informativo|per il tuo archivio)(?![\p{L}])/iu,
});
