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

const WEEKDAYS = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'].map(
  (d) => `${d}(?: (?:por la (?:mañana|tarde|noche)|a primera hora|a mediodía|al mediodía))?`,
);
const MONTHS = [
  'enero|ene',
  'febrero|feb',
  'marzo',
  'abril|abr',
  'mayo',
  'junio|jun',
  'julio|jul',
  'agosto|ago',
  'septiembre|setiembre|sept|sep',
  'octubre|oct',
  'noviembre|nov',
  'diciembre|dic',
];

const dates: DateWords = {
  weekdays: WEEKDAYS,
  months: MONTHS,
  joins: '(?: de|º)? ',
  bareDay:
    '(?<=(?:el|al|del|día|hasta el|para el) )(?<!\\b(?:el|la|lo|los|las) del )(?:día )?(?<d>\\d{1,2})(?! ?(?:%|h\\b|horas|personas|páginas|€|euros|de \\p{L}))',
  figures: [
    '(?<d>\\d{1,2})[/.-](?<m>\\d{1,2})[/.-](?<y>20\\d\\d|\\d\\d)',
    '(?<d>\\d{1,2})/(?<m>\\d{1,2})',
  ],
  numbers: {
    una: 1,
    un: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    diez: 10,
    quince: 14,
    'un par de': 2,
  },
  within: 'en|dentro de|en un plazo de|en los próximos|en el plazo de',
  units: {
    day: 'días?',
    workday: 'días? (?:hábiles|hábil|laborables?)',
    week: 'semanas?',
    month: 'mes(?:es)?',
  },
  weekdayOf: {
    nextWeek: [
      'W de la (?:semana que viene|próxima semana|semana próxima|semana entrante)',
      'W que viene no, el siguiente',
      '(?:la )?(?:semana que viene|próxima semana),? (?:el )?W',
    ],
    thisWeek: ['este W', 'W de esta semana', '(?:el )?próximo W', 'W (?:que viene|próximo)'],
  },
  weekNumber: 'semana ?(?<n>\\d{1,2})',
  said: [
    ['pasado mañana', inDays(2), true],
    [
      'hoy(?: (?:mismo|por la (?:mañana|tarde|noche)))?|esta (?:mañana|tarde|noche)|este mediodía|en el día de hoy',
      inDays(0),
      true,
    ],
    [
      '(?<!(?:la|esta|buena|por la|de la) )mañana(?: (?:por la (?:mañana|tarde|noche)|a primera hora|mismo|temprano|a mediodía|al mediodía|sin falta))?',
      inDays(1),
      true,
    ],
    [
      '(?:el |al )?(?:final|fin|cierre) (?:del|de la) (?:día|jornada)|última hora(?: de hoy)?|eod',
      inDays(0),
      true,
    ],
    [
      '(?:a )?(?:principios|comienzos|inicios) de (?:la )?(?:semana que viene|próxima semana|semana próxima|semana entrante)',
      inWeek(1, 2),
      true,
    ],
    [
      '(?:a )?mediados de (?:la )?(?:semana que viene|próxima semana|semana próxima)',
      inWeek(1, 3),
      true,
    ],
    [
      '(?:(?:a )?(?:finales|final) de )?(?:la )?(?:semana que viene|próxima semana|semana próxima|semana entrante|otra semana)',
      inWeek(1, 5),
      true,
    ],
    [
      '(?:el |a |al )?(?:fin|final|finales) de (?:la |esta )?semana|esta semana|a lo largo de la semana',
      endOfWeek,
      true,
    ],
    ['(?:el |este )?finde', inWeek(0, 7), true],
    [
      '(?:(?:el |a |al )?(?:fin|final|finales) (?:del|de) )?(?:mes que viene|próximo mes|mes próximo|mes entrante)',
      monthEnd(1),
    ],
    [
      '(?:a )?(?:principios|comienzos|inicios) (?:del|de) (?:mes que viene|próximo mes)',
      inMonth(1, 5),
    ],
    ['(?:el |a |al )?(?:fin|final|finales) (?:del|de|de este) mes|este mes', monthEnd(0)],
    ['(?:a )?mediados de (?:este )?mes', midMonth],
    ['(?:el |a |al )?(?:fin|final|cierre) (?:del|de) trimestre', quarterEnd],
    ['(?:el |a |al )?(?:fin|final|finales) (?:del|de) año', yearly(12, 31)],
    ['navidad', yearly(12, 25)],
    [
      `(?:a )?(?:el |al )?(?:fin|final|finales) de (?<month>${MONTHS.join('|')})`,
      endOfNamed(MONTHS),
    ],
    [
      `(?:a )?mediados de (?<month>${MONTHS.join('|')})`,
      (s, m) => {
        const end = endOfNamed(MONTHS)(s, m);
        return end === undefined ? undefined : end - 15;
      },
    ],
  ],
  clock:
    '(?:(?:a|sobre|antes de|para|hacia) )?(?:las? (?<h>\\d{1,2})(?:[:.](?<m>\\d{2}))?(?: ?(?:h|hs|hrs|horas))?(?<late> ?(?:de la (?:tarde|noche)|p\\.?m\\.?))?(?: de la mañana)?|(?<noon>mediodía))',
};

const speech: Tongue['speech'] = {
  greeting:
    /^(?:hola|buenas|buenos días|buenas (?:tardes|noches)|buen día|estimad[oa]s?|querid[oa]s?|hey|saludos|qué tal)(?![\p{L}])(?: (?:a todos|a todas|a tod[oa]s|todos|equipo|chic[oa]s|compañer[oa]s|señor(?:a|es)?|sr\.|sra\.|don|doña|colegas))*/iu,
  lead: /^(?:(?:y|pero|pues|ok|vale|de acuerdo|sí|no|entonces|bueno|bien|genial|perfecto|gracias|muchas gracias|perdón?a?|por cierto|ps|pd|p\.d\.|fyi|pregunta|una pregunta|una cosa|urgente|importante|recordatorio|como (?:acordamos|quedamos|hablamos|te prometí|le prometí|prometí)|además|lamentablemente|claro|por supuesto|oye|oiga|mira|che|(?:señora?|sr\.|sra\.|don|doña) \p{Lu}[\p{L}-]+)\s*[,:.!-]\s*|(?:y|pero|pues|ok|vale|entonces|sí|bueno|bien|también|luego|oye|oiga|mira|che|además|ya)\s+)/iu,
  joint:
    /;\s+|\s[-–—]{1,2}\s|\.{3}\s+|:\s+|,?\s+(?=(?:y|pero|o|luego|entonces|así que)\s+(?:(?:luego|también|por favor)\s+)*(?:yo|te|le|les|os|me|nos|lo|la|puedes|puede|podrías|podría|por favor|dime|dígame|díganos|avísame|avíseme|cuándo|quién|qué|voy|vamos|quedo|quedamos)(?![\p{L}]))|,\s+(?=(?:yo|te|le|les|os|me|nos|lo|puedes|puede|podrías|podría|por favor|dime|dígame|avísame|si|cuando|en cuanto|porque|ya que|que|gracias|habla|voy|vamos|adjunto|no dud\w+|claro|necesito|está|mañana)(?![\p{L}]))/giu,
  subordinate:
    /^(?:si(?! es posible)|cuando(?!.*\?)|en cuanto|porque|ya que|aunque|para que|antes de que|mientras|después de|una vez que?|tan pronto|como(?! (?:acordamos|quedamos|te prometí))|que(?!.*\?))(?![\p{L}])/u,
  noName:
    /^(?:gracias|sí|no|ok|vale|bien|bueno|claro|genial|perfecto|perdón|hecho|listo|recibido|entendido|mañana|hoy|ayer|lunes|martes|miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|info|pregunta|importante|urgente|recordatorio|asunto|fecha|lugar|nota|ps|pd|yo|tú|él|ella|nosotros|usted|ustedes|el|la|los|las|un|una|este|esta|esto|cuando|quien|que|qué|cómo|dónde|por|y|pero|o|si|todos|equipo|hola|entonces|además|adjunto|lamentablemente|desafortunadamente|dale|excelente|exacto|oye|mira|che|chicos|chicas|estimado|estimada|señor|señora|nada|lo|le|te|me|se|aprobado|confirmado|aquí|ahí)$/u,
  toAll: /^(?:a )?(?:tod[oa]s|equipo|chic[oa]s|compañer[oa]s|señores|colegas)(?![\p{L}])/iu,
  toSome:
    /(?<![\p{L}])(?:alguien|quién (?:puede|podría|se encarga|se apunta)|alguno de (?:vosotros|ustedes)|uno de (?:vosotros|ustedes))(?![\p{L}])/u,
};

/** How Spanish cuts its sentences, names its days and says what it waits for. */
export const spanishWords = (): Omit<Tongue, 'code' | 'families' | 'negatives'> => ({
  speech,
  dates,
  due: {
    bound:
      /(?<![\p{L}])(?:antes (?:del?|de la)|hasta(?: el| la)?|a más tardar|como (?:muy tarde|máximo)|para antes del?|plazo(?: es)?|vence|fecha límite|dentro de|en un plazo)(?![\p{L}])[^.;?!]{0,12}$/iu,
    after:
      /^(?:dentro de|en un plazo|en el plazo)|^[^.;?!]{0,24}(?<![\p{L}])(?:a más tardar|como (?:muy tarde|máximo)|como tarde|sin falta)(?![\p{L}])|^(?:el |al )?(?:final|fin|cierre) (?:del día|de la jornada)/iu,
    forDay: /(?<![\p{L}])para\s+(?:el\s+|la\s+)?$/iu,
    event:
      /(?<![\p{L}])(?:(?:antes de|a tiempo para) (?:la |los |las |el |nuestr[oa] |su |tu |vuestr[oa] )|antes del |para (?:la |el )(?=reunión|junta|auditoría|feria|visita|lanzamiento|presentación|comité|consejo|evento))(?!\d|fin|final|cierre|día|semana|mes|lunes|martes|miércoles|jueves|viernes|sábado|domingo|puente|mediodía|las)[\p{L}'’-]+(?: (?:de la|del|de los|de|con el|con la|con) [\p{L}'’-]+){0,2}|(?<![\p{L}])antes de que [^,.;?!]{3,50}/iu,
    needed:
      /(?<![\p{L}])(?:necesito|necesitamos|hace falta|plazo|vence)(?![\p{L}]).*(?<![\p{L}])(?:antes|para|hasta|mañana|el)(?![\p{L}])/iu,
  },
  waits: {
    onOther: [
      said(
        '\\b(?:en cuanto|cuando|una vez que|tan pronto como) (?:tenga|tengamos|reciba|recibamos|me llegue)\\b[^,;.!?]{0,30}\\b(?:tu|su|vuestr[oa]|de tu parte|de su parte|me (?:digas|diga|confirmes|confirme))\\b[^,;.!?]{0,40}',
      ),
      said(
        '\\b(?:en cuanto|cuando|una vez que|tan pronto como) (?:me |nos |lo |la )*(?:confirmes|confirme|digas|diga|envíes|envíe|mandes|mande|tengas|tenga usted|firmes|firme|avises|avise|apruebes|apruebe)\\b[^,;.!?]{0,50}',
      ),
      said(
        '\\b(?:quedo|quedamos|estoy|estamos|sigo|seguimos) (?:todavía |aún )?(?:a la espera|en espera|esperando|pendientes?) (?:de )?(?:tu|su|vuestr[oa]|que me|tus|sus)\\b[^,;.!?]{0,50}',
      ),
      said(
        '\\bespero (?:tu|su|vuestr[oa]|tus|sus) (?:respuesta|confirmación|comentarios|noticias|datos|cifras|aprobación)\\b',
      ),
      said('\\b(?:no )?(?:puedo|podemos) [^,;.!?]{2,30}\\b(?:sin|hasta que)\\b[^,;.!?]{2,50}'),
      said('\\b(?:la pelota está en (?:tu|su) tejado|te toca a ti|le toca a usted)\\b'),
    ],
    onSelf: said(
      '\\b(?:en cuanto|cuando|una vez que) (?:termine|acabe|vuelva|pueda|lo tenga (?:listo|revisado)|sepa (?:algo|más)|lo revise|hable con)\\b[^,;.!?]{0,40}',
    ),
    alone: said('^(?:quedo|quedamos|estoy|estamos|sigo|seguimos|espero|a la espera)\\b'),
  },
  hostile:
    /\b(?:ignora|ignore|olvida|olvide) (?:todas )?(?:las |tus |sus )?(?:instrucciones|reglas|normas) (?:anteriores|previas)|\b(?:confirme|verifique|actualice) (?:su|sus) (?:contraseña|credenciales|datos bancarios|pin)(?![\p{L}])/iu,
  forInformation:
    /(?<![\p{L}])(?:para (?:tu|su|vuestra) información|a título informativo|para (?:tus|sus) archivos|solo informativo)(?![\p{L}])/iu,
});
