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

const WEEKDAYS = ['segunda', 'terça', 'quarta', 'quinta', 'sexta']
  .map(
    (d) =>
      `${d}(?:-feira| feira)?(?: (?:de manhã|à tarde|à noite|cedo|pela manhã))?(?! (?:opç|vez|parte|vers|via|fase|ediç|linha|págin|pesso|quinz|metad)\\p{L}*)`,
  )
  .concat(['sábado', 'domingo']);
const MONTHS = [
  'janeiro|jan',
  'fevereiro|fev',
  'março|mar',
  'abril|abr',
  'maio|mai',
  'junho|jun',
  'julho|jul',
  'agosto|ago',
  'setembro|set',
  'outubro|out',
  'novembro|nov',
  'dezembro|dez',
];
const NEXT_WEEK = '(?:semana que vem|próxima semana|semana seguinte|semana próxima)';

const dates: DateWords = {
  weekdays: WEEKDAYS,
  months: MONTHS,
  joins: '(?:º|°)?(?: de)? ',
  bareDay:
    '(?<=(?:dia|até|ao dia|o dia) )(?:o |ao )?(?:dia )?(?<d>\\d{1,2})(?! ?(?:%|h\\b|horas|pessoas|páginas|€|reais|de \\p{L}|dias|semanas))',
  figures: [
    '(?<d>\\d{1,2})[/.-](?<m>\\d{1,2})[/.-](?<y>20\\d\\d|\\d\\d)',
    '(?<d>\\d{1,2})/(?<m>\\d{1,2})',
  ],
  numbers: {
    uma: 1,
    um: 1,
    duas: 2,
    dois: 2,
    três: 3,
    quatro: 4,
    cinco: 5,
    seis: 6,
    sete: 7,
    oito: 8,
    dez: 10,
    quinze: 14,
    'um par de': 2,
  },
  within: 'em|dentro de|daqui a|no prazo de|nos próximos|em até',
  units: { day: 'dias?', workday: 'dias? út(?:il|eis)', week: 'semanas?', month: 'mês|mes(?:es)?' },
  weekdayOf: {
    nextWeek: [`W da ${NEXT_WEEK}`, `(?:na )?${NEXT_WEEK},? (?:na )?W`],
    thisWeek: [
      '(?:esta|nesta|essa|nessa) W',
      'W desta semana',
      'próxim[ao] W',
      'W (?:que vem|próxim[ao])',
    ],
  },
  weekNumber: 'semana ?(?<n>\\d{1,2})',
  said: [
    ['depois de amanhã', inDays(2), true],
    [
      'hoje(?: (?:mesmo|ainda|à tarde|à noite|de manhã|de tarde))?|esta (?:manhã|tarde|noite)|ainda hoje|logo à tarde',
      inDays(0),
      true,
    ],
    [
      'amanhã(?: (?:de manhã|à tarde|à noite|cedo|pela manhã|sem falta|ao meio-dia))?',
      inDays(1),
      true,
    ],
    ['(?:o |no |ao )?(?:fim|final) d[oe] (?:dia|expediente)|fim da tarde|eod', inDays(0), true],
    [`(?:no )?(?:início|começo|princípio) da ${NEXT_WEEK}`, inWeek(1, 2), true],
    [`(?:em )?meados da ${NEXT_WEEK}|(?:no )?meio da ${NEXT_WEEK}`, inWeek(1, 3), true],
    [`(?:(?:o |no )?(?:fim|final) da )?${NEXT_WEEK}`, inWeek(1, 5), true],
    [
      '(?:o |no |ao )?(?:fim|final) (?:da|desta) semana|esta semana|nesta semana|essa semana',
      endOfWeek,
      true,
    ],
    ['(?<!bom )(?:fim de semana|fds)', inWeek(0, 7), true],
    ['(?:(?:o |no )?(?:fim|final) do )?(?:mês que vem|próximo mês|mês seguinte)', monthEnd(1)],
    ['(?:no )?(?:início|começo) do (?:próximo mês|mês que vem)', inMonth(1, 5)],
    ['(?:o |no |ao )?(?:fim|final) (?:do|deste|de) mês|este mês|neste mês', monthEnd(0)],
    ['(?:em )?meados (?:do|deste) mês', midMonth],
    ['(?:o |no )?(?:fim|final) do trimestre', quarterEnd],
    ['(?:o |no )?(?:fim|final) (?:do|de) ano', yearly(12, 31)],
    ['natal', yearly(12, 25)],
    [`(?:o |no )?(?:fim|final|finais) de (?<month>${MONTHS.join('|')})`, endOfNamed(MONTHS)],
    [
      `(?:em )?meados de (?<month>${MONTHS.join('|')})`,
      (s, m) => {
        const end = endOfNamed(MONTHS)(s, m);
        return end === undefined ? undefined : end - 15;
      },
    ],
  ],
  clock:
    '(?:(?:às?|as|até às?|até as|pelas|antes das|por volta das) (?<h>\\d{1,2})(?:(?:[:.h])(?<m>\\d{2}))?(?: ?(?:h|hs|horas))?(?<late> da (?:tarde|noite))?(?: da manhã)?|(?:ao )?(?<noon>meio-dia))',
};

const speech: Tongue['speech'] = {
  greeting:
    /^(?:olá|oi|oie|ei|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oa]s?|caríssim[oa]s?|querid[oa]s?|e aí)(?![\p{L}])(?: (?:a todos|a todas|todos|pessoal|gente|equipe|equipa|colegas|senhor(?:a|es)?|sr\.|sra\.|dr\.|dra\.|dona|seu))*/iu,
  lead: /^(?:(?:e|mas|então|ok|tá|certo|sim|não|bom|bem|ótimo|perfeito|obrigad[oa]|muito obrigad[oa]|valeu|desculp[ae]|aliás|ps|p\.s\.|fyi|pergunta|dúvida|urgente|importante|lembrete|como (?:combinado|combinamos|conversamos|prometido)|conforme (?:combinado|prometido)|além disso|infelizmente|claro|combinado|beleza|pessoal|gente|tudo bem\?|(?:senhora?|sr\.|sra\.|dr\.|dra\.) \p{Lu}[\p{L}-]+)\s*[,:.!-]\s*|(?:e|mas|então|ok|sim|bom|também|aí|depois|olha|só)\s+)/iu,
  joint:
    /;\s+|\s[-–—]{1,2}\s|\.{3}\s+|:\s+|,?\s+(?=(?:e|mas|ou|depois|então|aí)\s+(?:(?:depois|também|por favor)\s+)*(?:eu|te|lhe|lhes|me|nos|você|vocês|pode|poderia|por favor|diga|avis\w+|quando|quem|vou|vamos|fico)(?![\p{L}]))|,\s+(?=(?:eu|te|lhe|me|nos|você|pode|poderia|consegues?|por favor|diga|avis\w+|se|quando|assim que|porque|já que|que|obrigad[oa]|fale|fala|vou|vamos|segue|não hesit\w+|claro|preciso|está|amanhã|faço|trato|resolvo|estou|envio|mando|ligo|aviso|passo|\p{L}+-(?:te|lhe|lhes)|ele|ela|o|a)(?![\p{L}]))/giu,
  subordinate:
    /^(?:se(?! possível)|quando(?!.*\?)|assim que|logo que|porque|já que|embora|para que|antes que|enquanto|depois de|uma vez que|como(?! (?:combinado|prometido))|que(?!.*\?))(?![\p{L}])/u,
  noName:
    /^(?:obrigad[oa]|sim|não|ok|tá|certo|bom|bem|claro|ótimo|perfeito|desculpe|desculpa|feito|pronto|recebido|entendido|amanhã|hoje|ontem|segunda|terça|quarta|quinta|sexta|sábado|domingo|janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|info|pergunta|importante|urgente|lembrete|assunto|data|local|nota|ps|eu|você|tu|ele|ela|nós|vocês|o|a|os|as|um|uma|este|esta|isto|isso|quando|quem|que|qual|como|onde|por|e|mas|ou|se|todos|pessoal|gente|equipe|equipa|olá|oi|então|além|anexo|segue|infelizmente|combinado|beleza|valeu|exato|olha|nada|aprovado|confirmado|aqui|deixa|pode|tudo|legal|show|blz|qualquer|informamos)$/u,
  toAll: /^(?:a )?(?:tod[oa]s|pessoal|gente|equipe|equipa|colegas|senhores)(?![\p{L}])/iu,
  toSome:
    /(?<![\p{L}])(?:alguém|quem (?:pode|poderia|consegue|se encarrega|fica)|algum de vocês|um de vocês)(?![\p{L}])/u,
};

/** How Portuguese cuts its sentences, names its days and says what it waits for. */
export const portugueseWords = (): Omit<Tongue, 'code' | 'families' | 'negatives'> => ({
  speech,
  dates,
  due: {
    bound:
      /(?<![\p{L}])(?:até(?: a| o| ao| à| às| as)?|antes d[aoe]|no máximo|o mais tardar|prazo(?: é|:)?|vence|dentro de|em até)(?![\p{L}])[^.;?!]{0,12}$/iu,
    after:
      /^(?:dentro de|em até|no prazo)|^[^.;?!]{0,24}(?<![\p{L}])(?:no máximo|o mais tardar|sem falta|impreterivelmente)(?![\p{L}])|^(?:o |no |ao )?(?:fim|final) d[oe] (?:dia|expediente)/iu,
    forDay: /(?<![\p{L}])(?:para|pra)\s+(?:a\s+|o\s+)?$/iu,
    event:
      /(?<![\p{L}])(?:antes d[aoe]s? (?:nossa |nosso |sua |seu |vossa |vosso )?|a tempo d[ao] |para (?:a |o )(?=reunião|auditoria|feira|visita|lançamento|apresentação|conselho|evento))(?!\d|fim|final|dia|semana|mês|segunda|terça|quarta|quinta|sexta|sábado|domingo|meio|almoço|feriado|sair)[\p{L}'’-]+(?: (?:d[aoe]s?|com [oa]) [\p{L}'’-]+){0,2}|(?<![\p{L}])antes que [^,.;?!]{3,50}/iu,
    needed:
      /(?<![\p{L}])(?:preciso|precisamos|prazo|vence)(?![\p{L}]).*(?<![\p{L}])(?:até|antes|para|amanhã|na|no)(?![\p{L}])/iu,
  },
  waits: {
    onOther: [
      said(
        '\\b(?:assim que|quando|logo que) (?:eu )?(?:tiver|tivermos|receber|recebermos)\\b[^,;.!?]{0,30}\\b(?:seu|sua|teu|tua|vosso|vossa|de vocês)\\b[^,;.!?]{0,40}',
      ),
      said(
        '\\b(?:assim que|quando|logo que) (?:você|vocês|me |nos |o senhor )?(?:confirmar|confirmares|enviar|enviares|mandar|mandares|aprovar|aprovares|assinar|assinares|puderem confirmar)\\b[^,;.!?]{0,50}',
      ),
      said(
        '\\b(?:fico|ficamos|estou|estamos|sigo|seguimos) (?:ainda )?(?:no aguardo|à espera|aguardando|a aguardar|esperando) (?:d[aoe]s? )?(?:seu|sua|teu|tua|vosso|vossa|retorno|seus|suas)\\b[^,;.!?]{0,50}',
      ),
      said(
        '\\b(?:aguardo|aguardamos|espero) (?:o |a |os |as )?(?:seu|sua|teu|tua|vosso|vossa|retorno|resposta|seus|suas)\\b[^,;.!?]{0,50}',
      ),
      said(
        '\\bnão (?:posso|podemos|consigo|conseguimos) [^,;.!?]{2,30}\\b(?:sem|antes de você|até que)\\b[^,;.!?]{2,50}',
      ),
      said('\\b(?:agora é contigo|agora é com você|a bola está do (?:seu|teu) lado)\\b'),
    ],
    onSelf: said(
      '\\b(?:assim que|quando|logo que) (?:eu )?(?:terminar|acabar|voltar|puder|souber (?:mais|de algo)|tiver (?:pronto|novidades|revisto)|falar com)\\b[^,;.!?]{0,40}',
    ),
    alone: said('^(?:fico|ficamos|estou|estamos|aguardo|aguardamos|sigo|no aguardo|à espera)\\b'),
  },
  hostile:
    /\b(?:ignore|ignora|esqueça|esquece) (?:todas )?(?:as |suas |tuas )?(?:instruções|regras) (?:anteriores|prévias)|\b(?:confirme|verifique|atualize) (?:sua|suas|seus|a sua) (?:senha|palavra-passe|credenciais|dados bancários|pin)(?![\p{L}])/iu,
  forInformation:
    /(?<![\p{L}])(?:para (?:seu|sua|vosso|teu) (?:conhecimento|informação|arquivo)|a título informativo)(?![\p{L}])/iu,
});
