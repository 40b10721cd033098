import { spanishWords } from './esWords';
import { anywhere, family, opens, said } from './pattern';
import type { Tongue } from './tongue';

/** Stems of the verbs of office work; with -a, -e, -á or -en they command. */
const STEM =
  '(?:envi|enví|mand|pas|revis|mir|confirm|avis|avís|complet|corrig|corrij|modific|modifiqu|prepar|reserv|pid|llam|llám|firm|imprim|guard|añad|borr|elimin|organi[zc]|cancel|pag|págu|pagu|trat|apunt|pregunt|pregúnt|dej|déj|traig|trae|tráe|compart|compárt|indic|indíqu|indiqu|explic|explíqu|arregl|devuelv|devuélv|traduc|traduzc|calcul|cambi|cámbi|reemplaz|limpi|busc|búsqu|recuerd|recuérd|escrib|escríb|respond|respónd|contest|sub|súb|baj|descarg|actuali[zc]|verific|verifiqu|valid|aprueb|apruéb|coordin|cotiz|factur|rellen|llen|entreg|entrég|consult|habl|contact|cuént|cuent|redact|list|cierr|abr|cit|agend|agénd|program|gestion|tramit|adjunt|adjúnt|lleg|lee|lé|ve|rellén|comprueb|compruéb|facilit|facilít|remit|remít|recoj|recog|encárg|encarg|ocup|ocúp|pon|pón)';
const YO =
  '(?:envío|mando|paso|reviso|miro|confirmo|aviso|completo|corrijo|preparo|reservo|pido|llamo|firmo|hago|digo|traigo|comparto|arreglo|devuelvo|busco|escribo|respondo|contesto|subo|actualizo|verifico|consulto|hablo|cuento|entrego|remito|gestiono|tramito|adelanto|facilito|compruebo|llevo|dejo|pongo|cierro|reenvío|agendo|cotizo|marco|cambio|recojo)';
const DONE =
  '(?:hech[oa]s?|list[oa]s?|terminad[oa]s?|aprobad[oa]s?|resuelt[oa]s?|reservad[oa]s?|pagad[oa]s?|firmad[oa]s?|revisad[oa]s?|corregid[oa]s?|actualizad[oa]s?|confirmad[oa]s?|cancelad[oa]s?|cerrad[oa]s?|entregad[oa]s?|arreglad[oa]s?|reparad[oa]s?|pedid[oa]s?|instalad[oa]s?|publicad[oa]s?|impres[oa]s?|completad[oa]s?|validad[oa]s?|tramitad[oa]s?|solucionad[oa]s?|enviad[oa]s?|cambiad[oa]s?|limpi[oa]s?|agendad[oa]s?|contratad[oa]s?|comprad[oa]s?|encargad[oa]s?|finalizad[oa]s?|registrad[oa]s?|subsanad[oa]s?|avisad[oa]s?|traducid[oa]s?|gestionad[oa]s?|archivad[oa]s?|abonad[oa]s?|comprobad[oa]s?|emitid[oa]s?)';
const SENT =
  '(?:enviado|mandado|subido|pasado|compartido|reenviado|remitido|dejado|colgado|hecho llegar)';

/** Spanish: tú, usted and vos, with what hangs on the verb ("mándamelo"). */
export const spanish = (): Tongue => ({
  code: 'es',
  families: [
    family('request', [
      [
        'please-verb',
        said(
          `\\b(?:favor de|por favor|porfa(?:vor|s)?|te ruego|le ruego|les ruego|se ruega|rogamos|os ruego|tenga la (?:amabilidad|bondad)|sírva(?:se|nse)|haz(?:me)? el favor|hágame el favor|háganos)\\b`,
        ),
      ],
      [
        'modal-you',
        said(
          '(?<!\\bse )\\b(?:me |nos |lo |la |le )*(?:puedes|puede|podrías|podría|pueden|podrían|podés|podéis|podríais|serías|sería tan|serían tan|te importaría|le importaría|os importaría|te animás a|es posible que|sería posible)\\b(?!.*\\b(?:ya )?puedes? (?:estar|contar)\\b)(?! (?:ser|que sea|contar)\\b)',
        ),
      ],
      [
        'modal-you',
        opens(
          `(?:me|nos) (?:pasas|mandas|envías|confirmas|dices|avisas|ayudas|echas|dejas|haces|traes|puedes|firmas|pasás|mandás|enviás|confirmás|decís)\\b`,
        ),
      ],
      [
        'imperative',
        opens(
          `(?:(?:luego|después|por favor|solo|nada más) )*(?:${STEM}(?:a|e|á|é|ad|en|id|i|an)?(?:me|nos|le|les|lo|la|los|las|se)+\\b|(?:dime|dígame|díganos|dinos|decime|haz|hazme|hágame|ponme|póngame|dame|deme|danos|denos|dadme|tráeme|avísame|avíseme|avisame|ven|venid|pon|ten en|échale|échame|échele)\\b|${STEM}(?:a|e|á|en|ad|an|i)? (?:el|la|los|las|un|una|tu|su|este|esta|estos|estas|esos|esas|a|con|por|al|cada|todo|todos|todas)\\b(?!.*\\?))|no (?:olvides|olvide|olvidéis|te olvides|se olvide)\\b`,
        ),
      ],
      [
        'needs-of-one',
        said(
          '\\b(?:necesito|necesitamos|me hace falta|nos hace falta|me falta|nos falta)\\b(?: \\p{L}+){0,2} (?:el|la|los|las|tu|tus|su|sus)\\b',
        ),
      ],
      [
        'need-from',
        said(
          '\\b(?:necesito|necesitamos|necesitaría|necesitaríamos|me hace falta|nos hace falta|me falta|nos falta|hace falta que|me harían? falta)\\b(?! (?:más tiempo|tiempo|unos días|hasta|un par))',
        ),
      ],
      [
        'grateful',
        anywhere(
          '.*\\b(?:agradecería|agradeceríamos|agradezco|agradecemos|agradeceré|agradeceremos)\\b.*\\b(?:que|si|me|nos|tu|su|confirm\\p{L}+|enví\\p{L}+)\\b(?! (?:ayuda|colaboración prestada|interés|confianza))|.*\\b(?:sería|estaría) (?:\\p{L}+ )?(?:bien|genial|bueno|ideal|estupendo|perfecto|útil|de gran ayuda)\\b.*\\b(?:si|que)\\b.*',
        ),
      ],
      [
        'want-you',
        said(
          '\\b(?:te|le|les|os) (?:pido|pedimos|pediría|pediríamos|solicito|solicitamos|ruego|rogamos|encargo|agradezco que)\\b|\\b(?:solicito|solicitamos|pedimos|requerimos) (?:que|el|la|los|su|nos|me)\\b|\\b(?:quiero|quisiera|quería|me gustaría|queremos|espero) que (?:me|nos|lo|la|usted|tú|revis\\p{L}+|env\\p{L}+|mand\\p{L}+|hag\\p{L}+|prepar\\p{L}+|confirm\\p{L}+)\\b|\\bse (?:solicita|requiere|pide)\\b',
        ),
      ],
      [
        'you-must',
        said(
          '\\b(?:tienes|tiene|tenéis|tienen|tenés) que\\b|\\b(?:deberías|debería|debes|debe|deben|debéis) (?!de ser|ser|estar|haber|llegar)\\p{L}+(?:ar|er|ir)\\b|\\bhay que (?:\\p{L}+ar|\\p{L}+er|\\p{L}+ir|\\p{L}+lo|\\p{L}+la)\\b|\\b(?:ha|han) de \\p{L}+r\\b',
        ),
      ],
      [
        'let-me-know',
        said(
          '\\b(?:avísa\\p{L}*|avise\\p{L}*|avísen\\p{L}*|házme\\p{L}*|hazme saber|hágame saber|mantenme|manténgame|mantennos|manténganos|quedo (?:a la espera|pendiente) de (?:tu|su) (?:respuesta|confirmación)|me (?:avisas|dices|confirmas|cuentas))\\b',
        ),
      ],
      [
        'remind',
        said(
          '\\b(?:no (?:te )?olvid\\p{L}+|no se olvid\\p{L}+|recuerda|recuerde|recuerden|recordad|te recuerdo|le recuerdo|les recuerdo|recordatorio|acuérdate|acuérdese|acordate|asegúrate|asegúrese)\\b',
        ),
      ],
      [
        'joint',
        said(
          '\\b(?:qué te parece si|te parece si|podemos (?:vernos|quedar|hablar|reunirnos)|podríamos|quedamos (?:el|a|mañana|hoy)|nos (?:vemos|reunimos|juntamos)|tienes (?:un )?(?:hueco|rato|tiempo|disponibilidad)|tiene (?:disponibilidad|tiempo)|te va bien|le va bien|les va bien|te viene bien|propongo)\\b.*\\?|\\b(?:propongo|proponemos) (?:que|vernos|reunirnos|quedar)\\b',
        ),
      ],
      [
        'for-your-act',
        said(
          '\\bpara (?:tu|su|vuestra) (?:aprobación|firma|revisión|visto bueno|validación|conformidad|autorización)\\b|\\bpara (?:aprobación|firma|revisión)\\b',
        ),
      ],
      ['own-question', said('\\b(?:puedo|debo|podría yo|quieres que|quiere que)\\b')],
    ]),
    family('question', [
      [
        'wh-word',
        opens(
          '(?:cuándo|quién|quiénes|qué|cómo|dónde|adónde|cuál|cuáles|cuánto|cuántos|cuánta|cuántas|por qué|para cuándo|a qué|a quién|de quién|en qué|desde cuándo|hasta cuándo|ya|hay|has|ha|han|habéis|sabes|sabe|tienes|tiene)\\b',
        ),
      ],
      [
        'wonders',
        said(
          '\\b(?:sabes|sabe|sabéis|saben|sabés) (?:si|cuándo|quién|dónde|cómo|qué|algo)|\\b(?:me pregunto|quería saber|quisiera saber|me gustaría saber|queríamos saber)\\b|\\balguna novedad\\b|\\bhay (?:noticias|novedades)\\b|\\bcómo va\\b',
        ),
      ],
      [
        'asks-unmarked',
        opens(
          '(?:sabes si|sabe si|alguna novedad|cuándo (?:llega|es|viene|sale)|quién (?:tiene|lleva|se encarga)|ya (?:llegó|está|salió)|hay algo de|dónde está)\\b(?!.*\\?)(?!.*\\bya está (?:hecho|lista|listo|\\p{L}+d[oa])\\b)',
        ),
      ],
      ['to-you', said('\\b(?:tú|usted|ustedes|vosotros|tu|su|te|has|tienes|alguien)\\b')],
      [
        'rhetorical',
        opens(
          '(?:qué tal(?! va| fue la reuni)|cómo (?:estás|está|están|estáis|te va|va todo|andas)|quién sabe|todo bien|y qué)\\b',
        ),
      ],
      ['tag', said(',\\s*(?:no|verdad|vale|cierto|ok)\\?')],
    ]),
    family('commitment', [
      [
        'i-will',
        said(
          `\\b(?!será|está)(?:(?:te|le|les|os|se|me|lo|la|los|las|nos|yo|mañana|luego|ya|hoy) )*\\p{L}{2,}(?:ar|er|ir|dr|br|r)é(?:mos)?\\b|\\b\\p{L}{2,}(?:ar|er|ir|dr)emos\\b|\\b(?:voy|vamos) a (?!(?:estar|ser|tener que cerrar|ver si)\\b)\\p{L}+(?:ar|er|ir|r\\p{L}{2,4})\\b`,
        ),
      ],
      [
        'present-deed',
        said(
          `\\b(?:te|le|les|os|se)(?: l[oa]s?)? ${YO}\\b(?! (?:que no|gracias|las gracias))|\\b(?:yo )?(?:lo|la|los|las) ${YO}\\b|^(?:yo )?${YO} (?:hoy|mañana|esta|ahora|luego|con|el|la|lo|a)\\b|\\bahora (?:mismo )?(?:te|le|lo|la) ${YO}\\b`,
        ),
      ],
      [
        'you-will-have',
        said(
          '\\b(?:lo|la|los|las) (?:tendrás|tendrá|tienes|tiene|tendrán|recibirás|recibirá|tenéis)\\b(?!.*\\?)|\\b(?:tendrás|tendrá|tendrán|recibirás|recibirá|recibirán)\\b.*',
        ),
      ],
      ['promise', said('\\b(?:te|le|les) (?:lo )?prometo\\b|\\bme comprometo\\b|\\bsin falta\\b')],
      ['hedge', said('\\b(?:quizás?|tal vez|a lo mejor|posiblemente)\\b')],
      ['negated', said('\\b(?:no|nunca|nada|tampoco)\\b')],
      [
        'state-not-deed',
        said(
          '\\b(?:estaré|estaremos|seré|tendré que|veremos|vamos a ver|permanecerá|te (?:agradezco|deseo|ruego|pido|recuerdo|felicito)|le (?:agradezco|deseo|ruego|pido|recuerdo)|les (?:agradezco|deseo|ruego|pido|recuerdo|informo)|creo|supongo|espero|lo siento|qué|agradeceré|agradeceremos|no podré|por qué|porqué|(?:de|a|con) qué)\\b',
        ),
      ],
    ]),
    family('acceptance', [
      [
        'takes-it',
        said(
          '\\b(?:yo )?me (?:encargo|ocupo|pongo con|pongo a|encargaré|ocuparé)\\b|\\ben mi (?:lista|agenda)\\b|\\bnos (?:encargamos|ocupamos)\\b|\\b(?:acepto|aceptamos|asumo|asumimos) (?:con (?:mucho )?gusto|encantad[oa]s?)\\b|\\b(?:lo|la|los) (?:hago|miro|gestiono|resuelvo|veo|cojo|llevo)(?: yo| ahora| hoy| enseguida)*\\b(?!.*\\?)|\\b(?:yo lo hago|déjamelo|déjemelo|dejámelo|déjalo en mis manos|dalo por hecho|delo por hecho|cuenta conmigo|cuente conmigo|en ello estoy|estoy en ello|estoy con ello|ya me pongo|ahí voy)\\b',
        ),
      ],
      [
        'yes-firm',
        opens(
          '(?:claro|por supuesto|con (?:mucho )?gusto|desde luego|de acuerdo|hecho|cómo no|sin problema|perfecto, lo|encantad[oa]|conforme|trato hecho|dale|está bien|me parece bien|me va bien|cuenta con ello|ningún problema)\\b',
        ),
      ],
      [
        'yes-firm',
        said(
          '^\\W*(?:claro|por supuesto|con (?:mucho )?gusto|de acuerdo|dale|desde luego)\\b(?!.*\\bpero\\b)',
        ),
      ],
      ['yes', said('^\\W*(?:sí|ok|vale|okey|okay|va|bueno)\\b(?!.*\\bgracias\\b)')],
      ['yes-no', said('\\b(?:pero|no puedo|aún no|lamentablemente|si quier\\p{L}*)\\b')],
      ['negated', said('\\bno\\b(?! (?:te preocupes|se preocupe|problem))')],
    ]),
    family('decline', [
      [
        'cannot-do',
        said(
          '\\bno (?:voy|vamos) a (?:poder|llegar)\\b|\\bno (?:me |nos |lo |la )*(?:puedo|podemos|podré|podremos|llego|es posible|será posible|da tiempo|dará tiempo|va a ser posible)\\b|\\b(?:tengo|tenemos) que (?:declinar|rechazar)\\b|\\bme es imposible\\b|\\bimposible (?:esta|hoy|para mí)\\b|\\bno doy abasto\\b',
        ),
      ],
      [
        'not-mine',
        said(
          '\\bno (?:me|nos) corresponde\\b|\\bno (?:es|está en) (?:mi|nuestra|nuestro|mis) (?:área|competencia|departamento|tarea|trabajo|responsabilidad|manos)\\b|\\bno (?:lo )?llevo yo\\b|\\bno (?:es cosa mía|soy (?:yo )?(?:la persona|el responsable|quien|la responsable))\\b|\\bno es asunto mío\\b',
        ),
      ],
      [
        'mind-verb',
        said(
          '\\bno (?:lo |la |te |le )*(?:puedo|podemos) (?:\\p{L}+ )?(?:decir\\p{L}*|abrir|ver|encontrar|recordar|asegurar\\p{L}*|confirmar\\p{L}*|esperar|quejarme|acceder|entrar)\\b|\\bno puedo (?:creer|evitar|más)\\b',
        ),
      ],
      [
        'until-later',
        said(
          '\\bhasta (?:el |la |mañana|después|dentro|que|principios|finales|mediados|\\d)|\\bantes (?:del|de)\\b',
        ),
      ],
    ]),
    family('deferral', [
      [
        'not-before',
        said(
          '\\bno\\b.*\\b(?:antes (?:del?|de la|de que)|hasta (?:el|la|mañana|dentro|principios|finales|mediados|después|que vuelva|que regrese|pasado))\\b(?!.*\\b(?:oficina permanece|cerrad))|\\bcomo pronto\\b|\\bno será hasta\\b',
        ),
      ],
      [
        'later-deed',
        said(
          '\\b(?:solo|sólo|recién) (?:puedo|podré|podría|podemos|lo|la)\\b.*\\b(?:semana|lunes|martes|miércoles|jueves|viernes|mañana|partir|mes|día|después)|\\b(?:puedo|podré|podría|lo hago|lo miro)\\b.*\\b(?:recién|a partir de)\\b',
        ),
      ],
      [
        'more-time',
        said(
          '\\b(?:necesito|necesitamos|necesitaría|me hace falta|dame|deme|denme)\\b.*\\b(?:más tiempo|unos días|un par de días|hasta|un poco (?:más )?de tiempo|un día más|otra semana|(?:dos|tres) días)\\b',
        ),
      ],
      [
        'put-off',
        said(
          '\\b(?:aplaz\\p{L}+|pospo\\p{L}+|retras\\p{L}+|postergar\\p{L}*|demor\\p{L}+|posterg\\p{L}+)\\b',
        ),
      ],
      ['third', said('\\b(?:envío|pedido|proveedor|transportista|tren|vuelo|según)\\b')],
    ]),
    family('redirect', [
      [
        'ask-other',
        said(
          '\\b(?:habla|hable|hablad|hablar|pregunta|pregunte|pregúntale|pregúntele|preguntar|consulta|consulte|consúltalo|contacta|contacte|dirígete|diríjase|dirigirte|dirigirse|escríbele|escríbale|ponte en contacto|póngase en contacto)\\b.{0,25}\\b(?:con|a|al)\\b (?!mí|nosotros|ver)',
        ),
      ],
      [
        'other-owns',
        said(
          '\\b(?:eso|de eso|esto|ese tema|lo|la) (?:ya )?(?:se (?:encarga|ocupa)|lo lleva|lleva|gestiona|la lleva)(?! yo)\\b|\\b(?:la|el) (?:responsable|encargad[oa]) (?:de eso |de esto |ahora )?es\\b|\\bquien (?:lleva|se encarga)\\b.*\\bes\\b',
        ),
      ],
      [
        'passed-on',
        said(
          '\\b(?:se lo|lo|la|se la) he (?:pasado|reenviado|remitido|trasladado) a\\b|\\b(?:se lo|lo) (?:paso|reenvío|traslado|pasé|reenvié) a (?!ti|usted)\\p{L}+',
        ),
      ],
      [
        'loops-in',
        said(
          '\\b(?:pongo|copio|añado|incluyo) (?:en copia )?a \\p{L}+\\b.*(?:\\bcopia\\b|\\bque\\b|\\bpara que\\b)|\\bpongo en copia\\b',
        ),
      ],
    ]),
    family('withdrawal', [
      [
        'never-mind',
        said(
          '\\b(?:olvídalo|olvídelo|olvidalo|déjalo estar|ya no importa)\\b|(?<!\\bno (?:te |se |me )?)\\bolvid(?:a|e|ad|en|ate|aos|ese) (?:de )?(?:el|la|los|las|lo|eso|esto|mi|mis|nuestr\\p{L}+)\\b',
        ),
      ],
      [
        'not-needed',
        said(
          '\\bya no (?:hace falta|es necesario|lo necesito|la necesito|necesito|necesitamos)\\b',
        ),
      ],
      [
        'disregard',
        said(
          '\\b(?:ignora|ignore|ignoren|haz caso omiso|haga caso omiso|no (?:tengas|tenga) en cuenta|descarta)\\b.*\\b(?:correo|mensaje|anterior|solicitud|mail)\\b',
        ),
      ],
    ]),
    family('delivery', [
      [
        'attached',
        said(
          '\\b(?:adjunt[oa]s?|adjuntamos|te adjunto|le adjunto|anex[oa]s?|anexo|en el adjunto|en el archivo adjunto|va adjunt[oa])\\b(?! (?:de|al|a la) (?:dirección|director))',
        ),
      ],
      [
        'here-is',
        opens(
          '(?:aquí|ahí|acá) (?:está|están|tienes|tiene|tenéis|tienen|te|le|va|van|os|les|tenés)\\b',
        ),
      ],
      [
        'have-sent',
        said(
          `\\b(?:te|le|les|os|se|ya)?(?: l[oa]s?)? ?(?:he|hemos|acabo de) (?:${SENT}|enviar\\p{L}*|mandar\\p{L}*|subir\\p{L}*|pasar\\p{L}*)\\b|\\b(?:te|le|les|os|se)(?: l[oa]s?)? (?:envi\\u00e9|mand\\u00e9|pas\\u00e9|reenvi\\u00e9|dej\\u00e9|remit\\u00ed)\\b|\\b(?:está|están) (?:ya )?(?:enviad[oa]s?|subid[oa]s?|en camino)\\b`,
        ),
      ],
      [
        'put-there',
        said(
          '\\b(?:está|están|queda|quedan) (?:ya |disponibles? )?(?:en (?:la carpeta|el drive|el servidor|tu mesa|tu escritorio|la nube)|colgad[oa]s?)\\b|\\b(?:dejad|puest|guardad|subid|colgad)[oa]s? (?:\\p{L}+ )?(?:en|sobre) (?:tu|su|la|el|mi|tus|sus)\\b',
        ),
      ],
      [
        'missing',
        said(
          '\\b(?:falta|faltan|olvidé|olvidó|sin adjunto|no (?:está|viene|veo|encuentro|puedo abrir))\\b',
        ),
      ],
      ['negated', said('\\bno\\b')],
      ['yet-to-be', said('\\b(?:si|cuando|en cuanto)\\b')],
    ]),
    family('completion', [
      [
        'starts-finished',
        opens(
          `(?:ya (?:está |están )?|todo |está )?${DONE}\\b(?! (?:de|para|con|a) (?:precios|correo))`,
        ),
      ],
      [
        'is-finished',
        said(
          `\\b(?:está|están|queda|quedan|ha sido|han sido|ha quedado|han quedado|fue|quedó)(?: \\p{L}+){0,2} ${DONE}\\b`,
        ),
      ],
      [
        'have-finished',
        said(
          `\\b(?:he|hemos|ya|lo he|la he|acabo de|acabamos de) (?:\\p{L}+ )?(?:reservado|pagado|firmado|revisado|corregido|actualizado|confirmado|cancelado|cerrado|entregado|arreglado|pedido|instalado|publicado|impreso|completado|terminado|hecho|resuelto|hablado con|llamado a|comprado|aprobado|validado|cambiado|encargado|avisado|traducido|solucionado|gestionado|reservar|pagar|firmar|terminar|hablar con|cerrar|confirmar|tramitado|registrado|abonado|comprobado)\\b|\\b(?:ya )?(?:reserv\\u00e9|pagu\\u00e9|firm\\u00e9|revis\\u00e9|correg\\u00ed|actualic\\u00e9|confirm\\u00e9|cancel\\u00e9|cerr\\u00e9|entregu\\u00e9|arregl\\u00e9|ped\\u00ed|termin\\u00e9|resolv\\u00ed|compr\\u00e9|aprob\\u00e9|cambi\\u00e9|habl\\u00e9 con|hice)\\b`,
        ),
      ],
      [
        'all-done',
        said(
          '\\b(?:ya está(?: (?:hecho|listo|todo))?\\W*$|todo (?:listo|hecho|en orden|arreglado|resuelto)|asunto (?:resuelto|zanjado))\\b',
        ),
      ],
      ['negated', said('\\b(?:no|nunca|todavía|aún|casi|sin)\\b')],
      [
        'yet-to-be',
        said(
          '\\b(?:será|serán|estará|estarán|debe|deben|tiene que|hay que|si|cuando|en cuanto|una vez|pendiente|por (?:firmar|revisar|pagar)|para que|falta|hasta que|permanecerá|necesito|queremos|antes)\\b',
        ),
      ],
      [
        'narrative',
        said(
          '\\b(?:el año pasado|el mes pasado|antiguamente|hace (?:\\p{L}+ )?años|en aquella|había|habían)\\b',
        ),
      ],
      ['third', said('\\b(?:gracias por|has|usted ha)\\b')],
    ]),
    family('acknowledgement', [
      [
        'thanks',
        said(
          '\\b(?:gracias|agradecid[oa]s?)\\b|\\b(?:te|le|se) lo agradezco\\b|\\bte agradezco (?:la|el|mucho|tu)\\b',
        ),
      ],
      [
        'received',
        said(
          '\\b(?:recibid[oa]s?|anotad[oa]|tomo nota|tomamos nota|me ha llegado|nos ha llegado|ya lo tengo|lo he recibido|enterad[oa]|me llegó)\\b(?!.*\\?)',
        ),
      ],
      [
        'understood',
        opens(
          '(?:entendido|comprendido|enterad[oa]|perfecto|genial|estupendo|ok|vale|excelente|buenísimo)\\b',
        ),
      ],
      [
        'thanks-ahead',
        said(
          '\\b(?:de antemano|por adelantado|(?:tu|su|vuestra) (?:comprensión|confianza|interés|paciencia|atención|compra|preferencia))\\b',
        ),
      ],
      ['no-thanks', said('\\bno,? gracias\\b')],
      ['negated', said('\\b(?:no|nada)\\b')],
      ['asks-with-thanks', said('\\b(?:por favor|puedes|puede|podrías|podría|necesito)\\b')],
    ]),
    family('decision', [
      [
        'we-decided',
        said(
          '\\b(?:hemos|se ha|han|la dirección ha|el comité ha) (?:decidido|acordado|optado|aprobado que|resuelto que)\\b|\\b(?:decidimos|acordamos) (?!ayer que)',
        ),
      ],
      ['stays', said('\\b(?:nos quedamos con|se mantiene (?:el|la|lo)|seguimos con)\\b')],
      ['go-with', said('\\bvamos con (?:el|la|los|las)\\b')],
      ['negated', said('\\bno\\b')],
    ]),
  ],
  negatives: [
    [
      'courtesy',
      anywhere(
        '.*(?:\\b(?:no dud\\p{L}+|cualquier (?:duda|cosa|consulta|pregunta|aclaración|problema)|(?:quedo|quedamos|estoy|estamos|me pongo) (?:a (?:tu|su|vuestra)|a su entera|a tu entera)\\b.*\\bdisposición|quedamos? a su entera disposición|si (?:tiene|tienes|tienen|tenéis|tuviera\\p{L}*|surge) (?:alguna |cualquier |más |dudas|preguntas)|para lo que (?:necesites|necesite|haga falta)|estoy aquí para|para cualquier))',
      ),
    ],
    [
      'conditional-offer',
      anywhere(
        '.*\\bsi (?:quier\\p{L}+|queréis|querés|prefier\\p{L}+|preferís|le interesa|te interesa|te parece|le parece|hace falta|necesit\\p{L}+|desea\\p{L}*|te sirve|gust\\p{L}+|lo (?:prefiere\\p{L}*|desea\\p{L}*))\\b.*\\b(?:puedo|podemos|podría|podríamos|te|le|les|os)\\b|.*\\b(?:puedo|podemos|podría)\\b.*\\bsi (?:quier\\p{L}+|lo prefier\\p{L}+|lo desea\\p{L}*|te interesa|hace falta)',
      ),
    ],
    [
      'reported',
      said(
        '\\b(?:me|nos|te|le|les) (?:dijo|dijeron|ha dicho|han dicho|coment\\u00f3|ha comentado|prometi\\u00f3|cont\\u00f3|asegur\\u00f3|pidió|pidieron|ha pedido|explic\\u00f3|avis\\u00f3)\\b|\\b(?:según|al parecer|por lo visto|dice que|dijo que|dicen que|supuestamente|cree que|piensa que|qued\\u00f3 en|quedaron en|coment\\u00f3 que|prometi\\u00f3)\\b',
      ),
    ],
    [
      'kept-already',
      anywhere(
        '.*\\b(?:como (?:te|le|os|les)? ?(?:prometí|prometido|acordamos|acordado|quedamos|hablamos|comenté|dije|solicitado|pediste|pidió)|según lo (?:acordado|prometido|hablado)|tal (?:y )?como)\\b',
      ),
    ],
    [
      'hypothetical',
      anywhere(
        '.*\\b(?:habría|hubiera|hubiese|habríamos|hubiéramos)\\b|.*\\bsi (?:pudiera|tuviera|fuera|tuviéramos|supiera)\\b(?!.*\\bduda)|.*\\b(?:en teoría|algún día)\\b',
      ),
    ],
    [
      'if-world',
      anywhere(
        '\\bsi (?!quier|puedes|puede|es posible|te|le|tú|usted|no te|prefier|necesit|me|nos|lo|tiene)',
      ),
    ],
    ['joke', anywhere('.*(?:\\b(?:jaja\\p{L}*|jeje\\p{L}*|es broma|lol)\\b|😂|🤣|😉|😜|;-?\\))')],
    [
      'phatic',
      said(
        '\\b(?:buen (?:fin de semana|finde|día|viaje|provecho|descanso)|buenas (?:vacaciones|noches)|feliz (?:\\p{L}+)|felices fiestas|espero que|esperamos que|qué tal|cómo (?:estás|está|están|va todo)|que (?:tengas|tenga|tengan|pases|pase|te mejores|descanses|vaya bien|disfrut\\p{L}+)|nos vemos (?:el|mañana|luego|pronto|allí|en)|hasta (?:luego|pronto|mañana|el lunes|la vista)\\W*$|enhorabuena|felicidades|bienvenid[oa]s?|cuídate|cuídese|saludos a|un (?:saludo|abrazo)|mucha suerte|suerte con|de nada|no te preocupes|no se preocupe|encantad[oa] de|un placer|da(?:le)? recuerdos|saluda a)\\b(?!.*\\?.*\\bpuedes\\b)',
      ),
    ],
    [
      'polite-filler',
      said(
        '\\b(?:(?:tenga|ten|tengan|tened|téngase) en cuenta|por favor,? (?:disculp\\p{L}+|ten(?:ga)?n? (?:en cuenta|paciencia)|no responda)|disculp(?:a|e|en) (?:las|la|por)|rogamos (?:disculpen|disculpe|nos disculpe)|le informamos|les informamos|le recordamos que|reciba un|para su información|le comunicamos|se informa|tengan presente)\\b',
      ),
    ],
    [
      'boilerplate',
      anywhere(
        '.*\\b(?:darse de baja|boletín|cancelar (?:la |su )?suscripción|aviso legal|confidencial\\p{L}*|destinatario\\p{L}*|protección de datos|no responda a este|mensaje automático|antes de imprimir|newsletter|por error)\\b',
      ),
    ],
    [
      'marketing',
      anywhere(
        '.*\\b(?:haga clic|haz clic|pulse aquí|descuento del|oferta (?:especial|exclusiva|limitada)|\\d+ ?% de descuento|gratis|sorteo|código promocional|aprovech[ae]|no te (?:lo )?pierdas|compra ya|suscríbete)\\b|.*https?://\\S+',
      ),
    ],
    [
      'absence',
      anywhere(
        '.*\\b(?:fuera de (?:la )?oficina|estaré (?:ausente|de vacaciones|de baja|de viaje)|(?:estoy|me encuentro) de (?:vacaciones|baja|permiso)|en mi ausencia|en caso de urgencia|para (?:temas|asuntos) urgentes|sin acceso al? (?:mi )?correo|si es urgente, (?:contacte|escriba))\\b',
      ),
    ],
    [
      'points-elsewhere',
      said(
        '\\b(?:tienes que hablar|tiene que hablar|dirígete|diríjase|(?:habla|hable|consulta|consulte|contacta|contacte) (?:mejor |directamente )?con (?!el proveedor|el cliente|él|ella)|pregúntale|pregúntele|mejor (?:habla|pregunta|consulta))\\b',
      ),
    ],
    [
      'takes-back',
      said(
        '\\b(?:olvídalo|olvídelo|ya no (?:hace falta|es necesario|lo necesito)|ignor[ae]n? (?:mi|el)|caso omiso|no teng\\p{L}+ en cuenta)\\b',
      ),
    ],
    [
      'asks-time',
      said(
        '\\b(?:necesito|necesitamos|dame|deme|denme)\\b.*\\b(?:más tiempo|unos días|hasta (?:el|la)|un par de días|(?:dos|tres) días más|un día más)\\b',
      ),
    ],
    [
      'no-action',
      said(
        '\\b(?:no hace falta (?:que )?(?:respond\\p{L}+|contest\\p{L}+|hagas|nada)|no es necesario (?:responder|contestar|que)|(?:solo |sólo )?para (?:tu|su|vuestra) información|a título informativo|no tienes que hacer nada)\\b',
      ),
    ],
  ],
  ...spanishWords(),
});
