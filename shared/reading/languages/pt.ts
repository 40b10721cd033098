import { portugueseWords } from './ptWords';
import { anywhere, family, opens, said } from './pattern';
import type { Tongue } from './tongue';

/** Stems of the verbs of office work; with -a, -e or -em they command. */
const STEM =
  '(?:envi|mand|pass|revis|vej|vê|olh|confirm|avis|complet|corrij|corrig|modifi(?:c|qu)|prepar|reserv|marc|marqu|ligu|lig|assin|imprim|guard|acrescent|apagu|organi[sz]|cancel|pagu|pag|trat|anot|pergunt|deix|trag|traz|compartilh|partilh|indi(?:c|qu)|expliqu|arrum|devolv|traduz|calcul|mud|troqu|limp|busqu|procur|lembr|escrev|respond|sub|sob|atuali[sz]|actuali[sz]|verifi(?:c|qu)|valid|aprov|coorden|cot|fatur|preench|entregu|entreg|consult|fal|contact|contat|redij|list|fech|abr|agend|program|encaminh|reencaminh|receb|junt|reveja|reverf?|cheque|chec|cheq|retorn|revej|finali[sz]|cobr|adiant|solicit|compr|cuid|resolv|inclu)';
const EU =
  '(?:envio|mando|passo|revejo|reviso|vejo|confirmo|aviso|preparo|reservo|marco|ligo|assino|faço|digo|trago|compartilho|partilho|devolvo|escrevo|respondo|subo|atualizo|verifico|consulto|falo|entrego|encaminho|reencaminho|trato|termino|resolvo|retorno|dou|agendo|fecho|coloco|ponho|adianto|checo|cobro|deixo|levo)';
const DONE =
  '(?:feit[oa]s?|pront[oa]s?|concluíd[oa]s?|aprovad[oa]s?|resolvid[oa]s?|reservad[oa]s?|pag[oa]s?|assinad[oa]s?|revisad[oa]s?|revist[oa]s?|corrigid[oa]s?|atualizad[oa]s?|confirmad[oa]s?|cancelad[oa]s?|fechad[oa]s?|entregues?|arrumad[oa]s?|reparad[oa]s?|pedid[oa]s?|instalad[oa]s?|publicad[oa]s?|impress[oa]s?|terminad[oa]s?|validad[oa]s?|tratad[oa]s?|finalizad[oa]s?|enviad[oa]s?|agendad[oa]s?|marcad[oa]s?|comprad[oa]s?|encomendad[oa]s?|registad[oa]s?|registrad[oa]s?|ok|preenchid[oa]s?|contratad[oa]s?|consertad[oa]s?|liberad[oa]s?|trocad[oa]s?|limp[oa]s?|avisad[oa]s?|emitid[oa]s?|quitad[oa]s?)';
const PAST =
  '(?:paguei|reservei|assinei|revisei|revi|corrigi|atualizei|confirmei|cancelei|fechei|entreguei|arrumei|pedi|terminei|resolvi|comprei|aprovei|marquei|agendei|falei com|fiz|concluí|finalizei|tratei|liguei para|preenchi|encomendei|troquei|instalei|avisei)';

/** Portuguese of Brazil and Portugal: você and tu, "te mando" and "mando-lhe". */
export const portuguese = (): Tongue => ({
  code: 'pt',
  families: [
    family('request', [
      [
        'please-verb',
        said(
          '\\b(?:por favor|por gentileza|pfv|pf|faz favor|faça o favor|favor \\p{L}+r|favor (?:não )?\\p{L}+r|peço(?:-lhe)? (?:que|o|a)|pedimos (?:que|o|a)|queira|queiram|tenha a bondade)\\b',
        ),
      ],
      [
        'modal-you',
        said(
          '(?<!\\bse se )\\b(?:você|vocês|o senhor|a senhora|tu)? ?(?:pode|podes|podem|poderia|poderias|poderiam|podia|podias|podiam|consegue|consegues|conseguem|conseguiria|importa-se|importavas-te|será que (?:você )?(?:pode|dá|consegue)) (?:me |nos |lhe |por favor |já |também |por gentileza |ainda )*\\p{L}+(?:ar|er|ir|or|r-\\p{L}+|á-l[oa]s?|ê-l[oa]s?)\\b|\\b(?:podes|podias|consegues|podem|poderia|poderias)\\b.*\\?|\\b(?:dá|daria) pra (?:você )?\\p{L}+r\\b|\\bimporta-se de\\b|\\bera possível\\b|\\bseria possível\\b|\\bé possível\\b.*\\?',
        ),
      ],
      [
        'imperative',
        opens(
          `(?:(?:depois|por favor|só|já|então) )*(?:me |nos )?(?:(?:${STEM}(?:a|e|i|em|am)?|diga|diz|faça|faz|veja|vê|ponha|põe|coloque|coloca|dê|dá|tenha|venha|vem|traga|traz)(?:-(?:me|nos|lhe|lhes|o|a|os|as))\\b|(?:me|nos) (?:${STEM}(?:a|e)|diga|diz|fala|traz|traga|dá|dê|faz|faça)\\b|(?:${STEM}(?:a|e|em|i)|veja|diga|faça|faz|coloque|coloca|traga|ponha) (?:o|a|os|as|um|uma|pra|para|seu|sua|teu|tua|este|esta|esse|essa|com|ao|à|por|todos|todas|isso|isto|no|na|também|ao)\\b(?!.*\\?))`,
        ),
      ],
      [
        'imperative',
        said(`^(?:me|nos) (?:${STEM}(?:a|e)|diz|diga|fala|traz|traga|passa|dá|confirma)\\b`),
      ],
      [
        'needs-of-one',
        said(
          '\\b(?:preciso|precisamos|falta-me|falta-nos|me falta|nos falta)\\b(?: \\p{L}+){0,2} (?:do|da|dos|das|teu|tua|seu|sua)\\b',
        ),
      ],
      [
        'need-from',
        said(
          '\\b(?:preciso|precisamos|precisava|precisávamos|necessito|necessitamos|falta-me|falta-nos|me falta|nos falta|precisaria)\\b(?! (?:de )?(?:mais tempo|uns dias|mais uns|um tempo|alguns dias|de tempo))',
        ),
      ],
      [
        'grateful',
        anywhere(
          '.*\\b(?:agradecia|agradecíamos|agradeceria|agradeceríamos|agradeço|agradecemos|agradecerei)\\b.*\\b(?:que|se|o envio|a confirmação|retorno|resposta|confirm\\p{L}+|envi\\p{L}+)\\b|.*\\b(?:seria|era) (?:\\p{L}+ )?(?:bom|ótimo|ideal|excelente|perfeito|útil|legal)\\b.*\\b(?:se|que) (?:você|vocês|me|nos|o senhor|pud\\p{L}+|conseg\\p{L}+)',
        ),
      ],
      [
        'want-you',
        said(
          '\\b(?:solicito|solicitamos|solicita-se|pede-se|peço|pedimos|gostaria que|gostaríamos que|queria que|quero que|preciso que|precisamos que|peço-te|peço-lhe|venho solicitar)\\b(?! desculpa)',
        ),
      ],
      [
        'you-must',
        said(
          '\\b(?:você|vocês|o senhor|a senhora|tu|tem|tens|têm) (?:que|de|deve|devem|deves|precisa|precisam|precisas|deveria) \\p{L}+r\\b|\\b(?:você|vocês) (?:tem|têm) que\\b|\\bé preciso \\p{L}+r\\b',
        ),
      ],
      [
        'let-me-know',
        said(
          '\\b(?:me avis\\p{L}+|avis[ae]m?-(?:me|nos)|me (?:diga|diz|fala|retorn\\p{L}+|confirm[ae]|dá um retorno|dê um retorno)|diga-me|diz-me|digam-me|mantenha-me|me mantenha|fico no aguardo d[ao] (?:sua|seu) (?:aprovação|assinatura))\\b',
        ),
      ],
      [
        'remind',
        said(
          '\\b(?:não (?:se |te )?esqueç\\p{L}+|não esquecer|lembre-se|lembra-te|lembrando que|só lembrando|lembrete|não deixe de|certifique-se)\\b',
        ),
      ],
      [
        'joint',
        said(
          '\\b(?:que tal|podemos (?:falar|marcar|conversar|reunir|nos)|vamos (?:marcar|combinar|falar)|você tem (?:um )?(?:tempo|horário)|tens (?:tempo|disponibilidade)|tem disponibilidade|pode ser (?:na|no|às|amanhã)|sugiro)\\b.*\\?|\\bsugiro (?:que|marcarmos|falarmos|reunir)\\b',
        ),
      ],
      [
        'for-your-act',
        said(
          '\\bpara (?:a )?(?:sua|tua|vossa)? ?(?:aprovação|assinatura|revisão|validação|análise e aprovação)\\b',
        ),
      ],
      ['own-question', said('\\b(?:posso|devo|quer que eu|queres que)\\b')],
    ]),
    family('question', [
      [
        'wh-word',
        opens(
          '(?:quando|quem|que|o que|qual|quais|como|onde|quanto|quantos|quantas|por que|porque|para quando|a que|até quando|desde quando|já|há|tem|tens|você)\\b',
        ),
      ],
      [
        'wonders',
        said(
          '\\b(?:sabe|sabes|sabem) (?:se|quando|quem|onde|como|o que|algo)|\\b(?:queria|gostaria de|gostava de) saber\\b|\\balguma (?:novidade|notícia)\\b|\\bhá novidades\\b|\\bcomo (?:está|anda|vai) (?:o|a)\\b',
        ),
      ],
      [
        'asks-unmarked',
        opens(
          '(?:sabe se|sabes se|alguma novidade|quando (?:chega|é|vem|sai)|quem (?:tem|está com|ficou)|já (?:chegou|saiu)|cadê|onde está)\\b(?!.*\\?)',
        ),
      ],
      ['to-you', said('\\b(?:você|vocês|tu|sua|seu|teve|tiveste|alguém)\\b')],
      [
        'rhetorical',
        opens(
          '(?:tudo (?:bem|bom|certo)|como (?:vai|está|estás|vão|você está)(?! (?:o|a)\\b)|quem sabe|e daí)\\b',
        ),
      ],
      ['tag', said(',\\s*(?:não|né|certo|ok|tá)\\?')],
    ]),
    family('commitment', [
      [
        'i-will',
        said(
          '\\b(?:vou|vamos) (?!(?:ficar|estar|ver se|conseguir|poder)\\b)(?:te |lhe |já |me )?\\p{L}+(?:ar|er|ir|or|r-\\p{L}+)\\b|\\b\\p{L}{2,}(?:ar|er|ir|r)(?:ei|emos)\\b(?! (?:ausente|fora|de férias))|\\b\\p{L}+-(?:lhe|te|lo|la)-(?:ei|emos)\\b',
        ),
      ],
      [
        'present-deed',
        said(
          `\\b(?:te|lhe|lhes|já|eu|já te|já lhe) (?:${EU})\\b(?! (?:que|muito obrig))|\\b${EU}-(?:te|lhe|lhes|vos|o|a)\\b|^(?:${EU}) (?:hoje|amanhã|isso|até|agora|o|a|com|e)\\b`,
        ),
      ],
      [
        'you-will-have',
        said(
          '\\b(?:você|o senhor|a senhora|vocês|vai|vão|terá|terás|receberá|receberás|recebe|tens|terão) (?:o |a )?(?:receber|terá|ter|recebe|receberá|receberão|recebem)\\b(?!.*\\?)|\\b(?:receberá|receberás|receberão|terás|terá) .*\\b(?:até|amanhã|hoje|na|no)\\b',
        ),
      ],
      ['promise', said('\\b(?:prometo|me comprometo|comprometo-me|sem falta)\\b')],
      ['hedge', said('\\b(?:talvez|quem sabe|provavelmente|se der)\\b')],
      ['negated', said('\\b(?:não|nunca|nada)\\b')],
      [
        'state-not-deed',
        said(
          '\\b(?:estarei|estaremos|serei|ficarei|ficaremos|vou estar|vou ficar|vamos ver|vou ver se|agradecerei|terei que|espero|acho|não vou|peço|agradeço|solicito|desejo|sugiro|lamento|parabenizo)\\b',
        ),
      ],
    ]),
    family('acceptance', [
      [
        'takes-it',
        said(
          '\\bna minha (?:lista|agenda)\\b|\\b(?:deixa|deixe|deixem) comigo\\b|\\b(?:aceito|aceitamos|assumo) (?:com (?:muito )?(?:gosto|prazer))\\b|\\bpode deixar\\b|\\b(?:eu )?(?:trato|cuido) d(?:isso|isto|o|a|esse|este|e tudo)\\b|\\beu (?:faço|resolvo|cuido|vejo isso|pego|assumo|trato)\\b|\\b(?:faço|resolvo|vejo) (?:isso|isto|já|eu|agora|hoje)(?: agora| hoje| já| mesmo)*\\b(?!.*\\bsó\\b)|\\bfica(?:rá)? (?:comigo|por minha conta)\\b|\\b(?:encarrego-me|me encarrego|ocupo-me|conte comigo|conta comigo|estou (?:nisso|em cima|a tratar)|já estou (?:nisso|vendo))\\b',
        ),
      ],
      [
        'yes-firm',
        said(
          '^\\W*(?:claro|com certeza|com (?:muito )?prazer|combinado|fechado|sem problema|certo|está bem|tá bom|de acordo|perfeito|pode ser|beleza|por mim tudo bem|concordo|naturalmente)\\b(?!.*\\bmas\\b)(?! (?:e|está|o|a)\\b)',
        ),
      ],
      ['yes', said('^\\W*(?:sim|ok|tá|okay|blz|bora)\\b(?!.*\\bobrigad[oa]\\b)')],
      ['yes-no', said('\\b(?:mas|não consigo|infelizmente|ainda não|se quis\\p{L}+)\\b')],
      ['negated', said('\\bnão\\b(?! se preocupe)')],
    ]),
    family('decline', [
      [
        'cannot-do',
        said(
          '\\bnão (?:vou|vamos|irei) (?:conseguir|poder|dar)\\b|\\bnão (?:consigo|conseguimos|posso|podemos|poderei|conseguirei|vai dar|dá tempo|dá|tenho (?:como|tempo)|temos como|será possível|me é possível)\\b|\\b(?:tenho|temos) (?:que|de) (?:recusar|declinar)\\b|\\bestou sem tempo\\b|\\bimpossível (?:esta|hoje|para mim)\\b',
        ),
      ],
      [
        'not-mine',
        said(
          '\\bnão é (?:comigo|da minha|do meu|minha (?:área|responsabilidade|função)|meu (?:departamento|setor)|connosco|conosco|a minha)\\b|\\bnão sou (?:eu|o responsável|a responsável|a pessoa)\\b|\\bnão (?:me|nos) (?:cabe|compete)\\b',
        ),
      ],
      [
        'mind-verb',
        said(
          '\\bnão (?:consigo|posso|sei) (?:\\p{L}+ )?(?:dizer|abrir|ver|encontrar|lembrar|garantir|confirmar|esperar|acessar|aceder|entrar|ler|te dizer|lhe dizer|acreditar)\\b|\\bnão tenho como (?:saber|dizer)',
        ),
      ],
      [
        'until-later',
        said('\\b(?:antes d[aoe]|até (?:segunda|terça|quarta|quinta|sexta|a semana|o|dia))'),
      ],
    ]),
    family('deferral', [
      [
        'not-before',
        said(
          '\\bnão\\b(?! (?:se |te )?esque).*\\bantes d[aoe] |\\bno mínimo (?:na|em)\\b|\\bnunca antes d',
        ),
      ],
      [
        'later-deed',
        said(
          '\\bsó (?:consigo|posso|poderei|vou (?:poder|conseguir)|conseguimos|vejo|faço|dá|vai dar|conseguirei|terei|estarei)\\b|\\b(?:consigo|posso|vejo|faço|poderei)\\b.*\\b(?:apenas|somente|só) (?:na|no|em|a partir|depois|amanhã|segunda|terça|quarta|quinta|sexta|dia)',
        ),
      ],
      [
        'more-time',
        said(
          '\\b(?:preciso|precisamos|precisava|me dê|dê-me|me dá|dá-me)\\b.*\\b(?:mais tempo|uns dias|alguns dias|até (?:a|o|à|ao|segunda|sexta)|mais (?:um|dois|três|uns) dias?|mais uma semana)\\b',
        ),
      ],
      [
        'put-off',
        said(
          '\\b(?:adiar|adiamos|adiad[oa]|adio|atras\\p{L}+|remarcar|postergar|empurrar para)\\b',
        ),
      ],
      ['third', said('\\b(?:entrega|fornecedor|transportadora|voo|comboio|trem|segundo)\\b')],
    ]),
    family('redirect', [
      [
        'ask-other',
        said(
          '\\b(?:fale|fala|falar|pergunte|pergunta|consulte|consulta|contacte|contate|procure|procura|dirija-se|veja isso|vê isso)\\b.{0,20}\\b(?:com|ao|à|o|a)\\b (?!mim|gente|conosco|cliente|fornecedor|arquivo|ficheiro)',
        ),
      ],
      [
        'other-owns',
        said(
          '\\bquem (?:trata|cuida|faz|gere|responde|vê)\\b.*\\bé\\b|\\b(?:isso|isto) (?:é|fica|está) com (?!você|a gente|ele mesmo)\\p{L}+|\\b(?:a|o) responsável (?:por isso |por isto |agora )?é\\b',
        ),
      ],
      [
        'passed-on',
        said(
          '\\b(?:encaminhei|reencaminhei|passei|repassei|encaminho|repasso) (?:\\p{L}+ ){0,4}?(?:para|ao|à|pra) (?!você|ti|vocês|o seu)',
        ),
      ],
      [
        'loops-in',
        said(
          '\\b(?:coloco|copio|ponho|incluo|estou copiando|copiando) (?:em cópia )?(?:o |a )?\\p{L}+.*\\b(?:cópia|aqui|que|para)\\b',
        ),
      ],
    ]),
    family('withdrawal', [
      [
        'never-mind',
        said(
          '\\b(?:deixa pra lá|deixe pra lá|(?<!(?:se|te|não) )(?:esquece|esqueça)|deixa estar)\\b(?!.*\\bnão\\b)',
        ),
      ],
      [
        'not-needed',
        said(
          '\\b(?:já não|não) (?:é|preciso|precisamos|será) (?:mais )?(?:mais|necessário|preciso|disso)\\b|\\bnão (?:é|precisa) mais\\b|\\bjá não (?:preciso|é preciso|é necessário)\\b',
        ),
      ],
      [
        'disregard',
        said(
          '\\b(?:desconsider\\p{L}+|ignor[ae]m?)\\b.*\\b(?:e-?mail|mensagem|anterior|pedido|solicitação)\\b',
        ),
      ],
    ]),
    family('delivery', [
      [
        'attached',
        said(
          '\\b(?:em anexo|anex[oa]s?|segue|seguem|em anexos?|anexei|envio em anexo|junto envio)\\b(?! (?:sem|em aberto|pendente|atrasad|fechad|valendo|em frente|a mesma|o mesmo|para a gráfica))',
        ),
      ],
      ['here-is', opens('(?:aqui|cá) (?:está|estão|vai|vão|tem|tens|fica|segue)\\b')],
      [
        'have-sent',
        said(
          `\\b(?:já )?(?:te |lhe |lhes )?(?:enviei|mandei|passei|encaminhei|compartilhei|partilhei|subi|acabei de (?:enviar|mandar|subir|te mandar|te enviar|lhe enviar))\\b`,
        ),
      ],
      [
        'put-there',
        said(
          '\\b(?:está|estão|ficou|ficaram|fica) (?:já |disponíve(?:l|is) )?(?:na pasta|no drive|no servidor|na sua mesa|na tua mesa|na nuvem|no sharepoint)\\b|\\b(?:deixei|deixad[oa]s?|pus|post[oa]s?|colocad[oa]s?|guardad[oa]s?)(?:-[oa]s?)? (?:\\p{L}+ )?(?:na|no|nas|nos|em cima d[ao]|sobre [ao]) (?:tu?a |su?a )?\\p{L}+|\\bjá (?:lá|aí) est(?:á|ão)\\b',
        ),
      ],
      [
        'missing',
        said(
          '\\b(?:falta|faltou|faltam|faltando|esqueci|esqueceu|sem o anexo|não (?:veio|vi|encontr\\p{L}+|consegui))\\b',
        ),
      ],
      ['negated', said('\\bnão\\b')],
      ['yet-to-be', said('\\b(?:se|quando|assim que)\\b')],
    ]),
    family('completion', [
      [
        'starts-finished',
        opens(`(?:já (?:está |estão )?|tudo |está |prontinho, )?${DONE}\\b(?! (?:de|para|com) )`),
      ],
      [
        'is-finished',
        said(`\\b(?:está|estão|foi|foram|ficou|ficaram|tá|já)(?: \\p{L}+){0,2} ${DONE}\\b`),
      ],
      [
        'have-finished',
        said(
          `\\b(?:já )?${PAST}\\b|\\bacabei de (?:reservar|pagar|assinar|terminar|fechar|confirmar|falar com|marcar|agendar|comprar|corrigir)\\b`,
        ),
      ],
      [
        'all-done',
        said(
          '\\b(?:já está\\W*$|tudo (?:certo|pronto|resolvido|ok)\\W*$|assunto resolvido|prontinho)\\b',
        ),
      ],
      ['negated', said('\\b(?:não|nunca|ainda|quase)\\b')],
      [
        'yet-to-be',
        said(
          '\\b(?:será|serão|estará|estarão|deve|devem|tem que|se|quando|assim que|uma vez|pendente|por (?:assinar|rever|pagar)|para que|falta|até que|preciso|precisa|vai (?:ser|estar)|pode)\\b',
        ),
      ],
      [
        'narrative',
        said(
          '\\b(?:no ano passado|ano passado|mês passado|antigamente|há (?:\\p{L}+ )?anos|tinha|tinham|havia)\\b',
        ),
      ],
      ['third', said('\\b(?:obrigad[oa] por|você|vocês)\\b')],
    ]),
    family('acknowledgement', [
      [
        'thanks',
        said(
          '\\b(?:obrigad[oa]s?|obg|valeu|brigad[oa]|agradecid[oa]|grat[oa])\\b|\\bagradeço (?:a|o|pela|pelo|muito|imenso)\\b',
        ),
      ],
      [
        'received',
        said(
          '\\b(?:recebid[oa]s?|recebi|recebemos|anotad[oa]|tomei nota|registado|ciente|já chegou|chegou (?:bem|direitinho))\\b(?!.*\\?)',
        ),
      ],
      [
        'understood',
        opens(
          '(?:entendid[oa]|entendi|percebi|ciente|perfeito|ótimo|ok|legal|show|excelente|beleza)\\b',
        ),
      ],
      [
        'thanks-ahead',
        said(
          '\\b(?:desde já|antecipadamente|de antemão|(?:sua|vossa|pela) (?:compreensão|confiança|atenção|preferência|paciência))\\b',
        ),
      ],
      ['no-thanks', said('\\bnão,? obrigad[oa]\\b')],
      ['negated', said('\\b(?:não|nada)\\b')],
      ['asks-with-thanks', said('\\b(?:por favor|pode|poderia|preciso)\\b')],
    ]),
    family('decision', [
      [
        'we-decided',
        said(
          '\\b(?:decidimos|foi decidido|ficou decidido|optamos|ficou acordado|a direção decidiu|a diretoria decidiu|resolvemos que)\\b',
        ),
      ],
      ['stays', said('\\b(?:ficamos com|mantém-se|mantemos|seguimos com)\\b')],
      ['go-with', said('\\bvamos (?:com|de) (?:o|a|os|as)\\b')],
      ['negated', said('\\bnão\\b')],
    ]),
  ],
  negatives: [
    [
      'courtesy',
      anywhere(
        '.*(?:\\b(?:qualquer (?:dúvida|coisa|questão|problema|esclarecimento)|não hesit\\p{L}+|(?:estou|estamos|fico|ficamos|permaneço|permanecemos|sigo|coloco-me)\\b.{0,25}\\bdisposição|à (?:sua|vossa|tua) (?:inteira )?disposição|se (?:tiver|tiverem|tiveres|houver|surgir|precisar) (?:alguma |de |mais )?(?:dúvidas?|questões|algo|alguma coisa|ajuda|pergunta))\\b)',
      ),
    ],
    [
      'conditional-offer',
      anywhere(
        '.*\\bse (?:quiser\\p{L}*|preferir\\p{L}*|precisar\\p{L}*|desejar\\p{L}*|interessar|for (?:preciso|necessário|útil)|fizer sentido|ajudar)\\b.*\\b(?:posso|podemos|poderia|te|lhe|eu)\\b|.*\\b(?:posso|podemos|poderia)\\b.*\\bse (?:quiser\\p{L}*|preferir\\p{L}*|precisar\\p{L}*|desejar\\p{L}*|for preciso)',
      ),
    ],
    [
      'reported',
      said(
        '\\b(?:ele|ela|eles|elas|\\p{L}+) (?:disse|disseram|falou que|falou|comentou|prometeu|contou|garantiu|pediu|pediram|explicou|avisou|acha|pensa|diz) (?:que|para|pra|me)\\b|\\b(?:me|nos|te|lhe) (?:disse|disseram|falou|contou|prometeu|garantiu|pediu)\\b|\\b(?:segundo (?:o|a|eles)|de acordo com|ao que parece|parece que|pelo visto|supostamente|ficou de|ficaram de|disse que|diz que)\\b',
      ),
    ],
    [
      'kept-already',
      anywhere(
        '.*\\b(?:(?:como|conforme) (?:prometid[oa]|combinad[oa]|combinamos|conversamos|conversado|solicitad[oa]|pedid[oa]|acordado|prometi|falamos|pediu|pediste))\\b',
      ),
    ],
    [
      'hypothetical',
      anywhere(
        '.*\\b(?:teria|teríamos|tivesse|tivéssemos|houvesse)\\b|.*\\bse (?:eu )?(?:pudesse|tivesse|fosse|soubesse|soubéssemos)\\b|.*\\b(?:em teoria|um dia destes)\\b',
      ),
    ],
    [
      'if-world',
      anywhere(
        '\\bse (?!quiser|puder|possível|der|você|vocês|tu|o senhor|não|for|precisar|me|eu|conseguir|tiver)',
      ),
    ],
    [
      'joke',
      anywhere('.*(?:\\b(?:kkk+|rsrs\\p{L}*|haha\\p{L}*|brincadeira|lol)\\b|😂|🤣|😉|😜|;-?\\))'),
    ],
    [
      'phatic',
      said(
        '\\b(?:bom (?:fim de semana|fds|descanso|feriado|trabalho|final de semana|apetite|domingo)|boas (?:férias|festas|entradas)|boa (?:semana|viagem|sorte|noite|continuação|reunião|recuperação)|ótim[oa] (?:semana|fim de semana|dia|final de semana|feriado)|feliz (?:\\p{L}+)|espero que|esperamos que|tudo (?:bem|bom)|como (?:você está|vai você|estás)|até (?:logo|breve|amanhã|segunda|já|mais)\\W*$|parabéns|bem-vind[oa]s?|cuide-se|se cuida|um (?:abraço|beijo)|de nada|não se preocupe|não te preocupes|as melhoras|melhoras|nos vemos|a gente se vê|manda um (?:abraço|beijo)|dê lembranças|imagina)\\b',
      ),
    ],
    [
      'polite-filler',
      said(
        '\\b(?:(?:tenha|tenham|ter) em (?:conta|atenção)|informamos|informo que|comunicamos|por favor,? (?:desculpe|não responda|note|tenha paciência)|peço desculpas?|pedimos desculpas?|desculpe (?:o|a|pelo|pela)|lembramos que|note que|para (?:sua|vossa) informação|pedimos a (?:sua|vossa) compreensão|queira (?:receber|aceitar))\\b',
      ),
    ],
    [
      'boilerplate',
      anywhere(
        '.*\\b(?:cancelar (?:a |sua )?(?:inscrição|subscrição|assinatura)|descadastr\\p{L}+|newsletter|boletim|confidencia\\p{L}+|destinatári\\p{L}+|aviso legal|proteção de dados|lgpd|não responda a este|mensagem automática|antes de imprimir|por engano)\\b',
      ),
    ],
    [
      'marketing',
      anywhere(
        '.*\\b(?:clique (?:aqui|no|em)|aproveit[ae]|oferta (?:especial|exclusiva|imperdível)|\\d+ ?% (?:de desconto|off)|grátis|sorteio|promoção|compre (?:já|agora)|não perca|inscreva-se)\\b|.*https?://\\S+',
      ),
    ],
    [
      'absence',
      anywhere(
        '.*\\b(?:fora do escritório|estarei (?:ausente|fora|de férias|de licença)|(?:estou|me encontro|encontro-me) (?:ausente|de férias|de licença)|na minha ausência|em caso de urgência|assuntos urgentes|sem acesso ao? (?:meu )?e-?mail)\\b',
      ),
    ],
    [
      'points-elsewhere',
      said(
        '\\b(?:(?:fale|fala|consulte|contacte|contate|procure|veja isso|vê isso) (?:melhor |diretamente |antes )?(?:com )?(?:a|o) (?!cliente|fornecedor|arquivo|ficheiro|pessoal)\\p{L}+|tem que falar com|dirija-se)\\b',
      ),
    ],
    [
      'takes-back',
      said(
        '\\b(?:deixa pra lá|(?<!(?:se|te|não) )(?:esquece|esqueça)|desconsider\\p{L}+|já não (?:é preciso|é necessário|preciso)|não precisa mais|não preciso mais|ignor[ae] (?:meu|o|a minha))\\b',
      ),
    ],
    [
      'asks-time',
      said(
        '\\b(?:preciso|precisamos|precisava|me dê|dê-me|me dá)\\b.*\\b(?:mais tempo|uns dias|alguns dias|mais (?:um|dois|três|uns) dias?|mais uma semana)\\b|\\b(?:me dê|dê-me|me dá|dá-me) até\\b',
      ),
    ],
    [
      'no-action',
      said(
        '\\b(?:não (?:é preciso|é necessário|precisa) (?:responder|fazer nada)|(?:só |apenas )?para (?:seu|sua|vosso) (?:conhecimento|informação)|a título informativo|não precisas? de fazer nada)\\b',
      ),
    ],
  ],
  ...portugueseWords(),
});
