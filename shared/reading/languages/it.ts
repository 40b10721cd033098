import { italianWords } from './itWords';
import { anywhere, family, opens, said } from './pattern';
import type { Tongue } from './tongue';

/** Stems of the verbs of office work; with -a, -i, -ate they command. */
const STEM =
  '(?:mand|invi|pass|gir|inoltr|guard|controll|verific|verifich|conferm|avvis|complet|corregg|corregg|modific|modifich|prepar|prenot|ordin|chiam|firm|stamp|archivi|aggiung|cancell|organizz|annull|pag|pagh|trott|annot|chied|lasci|port|condivid|indic|indich|spieg|spiegh|sistem|restitu|traduc|calcol|cambi|sostitu|pul|cerc|cerch|ricord|scriv|rispond|caric|carich|scaric|aggiorn|valid|approv|coordin|fattur|compil|consegn|consult|parl|contatt|redig|chiud|apr|fiss|programm|gest|alleg|allegh|rivedi|rived|rilegg|sollecit|richied|salv|segnal|trasmett|mett|tien|tenet|prend|rimand|rinvi|comunic|comunich|integr|sent)';
const IO =
  '(?:mando|invio|passo|giro|inoltro|guardo|controllo|verifico|confermo|avviso|preparo|prenoto|chiamo|firmo|faccio|dico|porto|condivido|sistemo|scrivo|rispondo|carico|aggiorno|consulto|consegno|gestisco|rivedo|richiamo|allego|fisso|sento|lascio|trasmetto|comunico|completo|correggo|sollecito|anticipo|finisco|chiedo|metto)';
const DONE =
  '(?:fatt[oaie]|pront[oaie]|finit[oaie]|approvat[oaie]|risolt[oaie]|prenotat[oaie]|pagat[oaie]|firmat[oaie]|rivist[oaie]|corrett[oaie]|aggiornat[oaie]|confermat[oaie]|annullat[oaie]|chius[oaie]|consegnat[oaie]|sistemat[oaie]|riparat[oaie]|ordinat[oaie]|installat[oaie]|pubblicat[oaie]|stampat[oaie]|completat[oaie]|validat[oaie]|evas[oaie]|conclus[oaie]|inviat[oaie]|spedit[oaie]|cambiat[oaie]|pulit[oaie]|fissat[oaie]|acquistat[oaie]|registrat[oaie]|terminat[oaie]|compilat[oaie]|controllat[oaie]|verificat[oaie]|saldat[oaie]|tradott[oaie]|archiviat[oaie]|sostituit[oaie]|sbloccat[oaie]|avvisat[oaie])';
const SENT =
  '(?:mandat[oaie]|inviat[oaie]|spedit[oaie]|girat[oaie]|inoltrat[oaie]|caricat[oaie]|condivis[oaie]|trasmess[oaie]|lasciat[oaie]|passat[oaie])';

/** Italian: tu and Lei, pronouns on the verb, "si prega di". */
export const italian = (): Tongue => ({
  code: 'it',
  families: [
    family('request', [
      [
        'please-verb',
        said(
          '\\b(?:per favore|per cortesia|per piacere|x favore|pls|cortesemente|gentilmente|si prega (?:di|cortesemente di)|ti prego(?: di)?|la prego(?: di)?|la preghiamo(?: di)?|vi prego(?: di)?|vi preghiamo(?: di)?|siete pregati di|è pregat[oa] di|abbia la cortesia)\\b',
        ),
      ],
      [
        'modal-you',
        said(
          '(?<!\\b(?:si|chi|cosa|nessuno) )\\b(?:puoi|potresti|può|potrebbe|potete|potreste|riesci a|riesce a|riuscite a|riusciresti a|ti dispiace|le dispiace|ti dispiacerebbe|le dispiacerebbe|vi dispiace|sarebbe possibile|è possibile|ce la fai a|saresti così gentile)\\b(?! (?:contare|stare tranquill|essere|capitare|darsi)\\b)',
        ),
      ],
      [
        'modal-you',
        opens(
          '(?:mi|ci) (?:mandi|invii|passi|giri|gireresti|confermi|dici|fai|faresti|manderesti|passeresti|aiuti|dai|daresti|porti|prepari|invieresti|confermeresti|inoltri|prenoti|fa|faccia sapere)\\b',
        ),
      ],
      [
        'imperative',
        opens(
          `(?:(?:poi|intanto|anche|allora|magari) )*(?:${STEM}(?:a|i|ate|ete|ite|ino)?(?:mi|ci|gli|le|lo|la|li|ne|melo|mela|celo|cela|glielo)+\\b|(?:fammi|fateci|fatemi|facci|dimmi|ditemi|dicci|dammi|datemi|dacci|tienimi|teneteci|vedi|fai|fa'|metti|mettete|scrivi|rispondi|chiedi|chiudi|aggiungi|leggi|rileggi|prendi|correggi|invii|mandi|verifichi|controlli|confermi|compili|firmi)\\b(?= (?:il|lo|la|i|gli|le|un|una|con|a|al|alla|mi|per|tu|pure|sapere|avere|se|quando|su|che|tutto|in)\\b)(?!.*\\?)|${STEM}(?:a|i|ate|ete) (?:il|lo|la|i|gli|le|l'|un|una|per|con|tutto|tutti|anche|bene|pure|questo|questa|alla?|al|subito|prima)(?![\\p{L}])(?!.*\\?))|(?:mi|ci|lo|la) (?:mandi|invii|passi|giri|faccia|dica|confermi|trasmetta|avvisi|riguardi|riveda|controlli)\\b`,
        ),
      ],
      ['imperative', said('^(?:mi|ci) (?:faccia|mandi|invii|dica|confermi|avvisi)\\b')],
      [
        'needs-of-one',
        said(
          '\\b(?:(?:mi|ci) (?:serve|servono|servirebbe|manca|mancano|occorre|occorrono)|(?:ho|abbiamo) bisogno)\\b(?: \\p{L}+){0,2} (?:il|lo|la|i|gli|le|del|dello|della|dei|degli|delle|tu\\p{L}+|vostr\\p{L}+)\\b',
        ),
      ],
      [
        'need-from',
        said(
          "\\b(?:ho|abbiamo|avrei|avremmo) (?:\\p{L}+ )?bisogno\\b(?! di (?:più tempo|tempo|qualche giorno|un po'|ancora))|\\b(?:mi|ci) (?:serve|servono|servirebbe|servirebbero|manca|mancano|occorre|occorrono)\\b(?! (?:più tempo|tempo|qualche giorno|ancora qualche))",
        ),
      ],
      [
        'grateful',
        anywhere(
          '.*\\b(?:sarei|saremmo) (?:molto )?(?:grat[oaie]|riconoscent[ei])\\b|.*\\bsarebbe (?:\\p{L}+ )?(?:bello|ottimo|ideale|perfetto|utile|gradit[oa]|fantastico|il massimo)\\b.*\\bse\\b|.*\\b(?:apprezzerei|gradirei|gradiremmo)\\b',
        ),
      ],
      [
        'want-you',
        said(
          '\\b(?:ti|le|vi) (?:chiedo|chiediamo|chiederei|chiederemmo|inviterei)\\b|\\b(?:chiedo|chiediamo|vorrei|vorremmo|voglio) (?:di|che|cortesemente|gentilmente)\\b|\\bsi (?:richiede|chiede)\\b|\\b(?:in|resto in|rimango in) attesa (?:del|della) (?:tua|sua|vostra|suo|tuo) (?:firma|approvazione)\\b',
        ),
      ],
      [
        'you-must',
        said(
          '\\b(?:devi|dovresti|deve|dovrebbe|dovete|dovreste) (?!essere|aver|esserci)\\p{L}+(?:are|ere|ire|ar\\p{L}+|er\\p{L}+|ir\\p{L}+)\\b|\\bbisogna (?:\\p{L}+are|\\p{L}+ere|\\p{L}+ire)\\b|\\bva (?:firmat|compilat|inviat|consegnat|restituit)[oa]\\b|\\bda (?:firmare|compilare|restituire|approvare) entro\\b',
        ),
      ],
      [
        'let-me-know',
        said(
          '\\b(?:fammi|fatemi|mi faccia|facci|fateci|ci faccia) (?:sapere|avere)\\b|\\b(?:mi|ci) (?:fai|fate) sapere\\b|\\b(?:tienimi|tenetemi|mi tenga|tienici) (?:aggiornat|informat)[oaie]\\b',
        ),
      ],
      [
        'remind',
        said(
          '\\b(?:non (?:ti )?dimenticar\\p{L}*|non si dimentichi|non dimenticate|ricordati|si ricordi|ricordatevi|ti ricordo|le ricordo|vi ricordo|promemoria|mi raccomando|assicurati|si assicuri)\\b',
        ),
      ],
      [
        'joint',
        said(
          '\\b(?:che ne dici|che ne pensi|possiamo (?:vederci|sentirci|parlare|incontrarci)|ci vediamo|ci sentiamo|hai (?:tempo|un attimo|un minuto)|ha (?:tempo|disponibilità)|ti va|le va|vi va|sei (?:libero|libera|disponibile)|è disponibile|propongo)\\b.*\\?|\\b(?:propongo|proporrei) di\\b',
        ),
      ],
      [
        'for-your-act',
        said(
          '\\bper (?:la tua|la sua|la vostra|tua|sua|vostra)? ?(?:approvazione|firma|revisione|validazione|conferma)\\b',
        ),
      ],
      ['own-question', said('\\b(?:posso|devo|vuoi che|vuole che)\\b')],
    ]),
    family('question', [
      [
        'wh-word',
        opens(
          "(?:quando|chi|che|cosa|come|dove|perché|quale|quali|quanto|quanti|quante|quant'è|dov'è|com'è|a che|per quando|fino a quando|hai|ha|avete|è|c'è|ci sono|lo|la|si)(?![\\p{L}])",
        ),
      ],
      [
        'wonders',
        said(
          '\\b(?:sai|sa|sapete) (?:se|quando|chi|dove|come|cosa|qualcosa|già)|\\bmi (?:chiedo|chiedevo|domando)\\b|\\b(?:volevo|vorrei|vorremmo) sapere\\b|\\b(?:ci sono|hai) novità\\b|\\ba che punto\\b',
        ),
      ],
      [
        'asks-unmarked',
        opens(
          "(?:sai se|sa se|novità su|quando arriva|quando è|chi ha|è arrivat[oa]|hai già|dov'è)(?![\\p{L}])(?!.*\\?)(?=.)",
        ),
      ],
      ['to-you', said('\\b(?:tu|lei|voi|tuo|tua|hai|avete|qualcuno)\\b')],
      [
        'rhetorical',
        opens(
          '(?:come (?:stai|sta|state|va|vanno)|tutto bene|chissà|chi lo sa|e allora)(?![\\p{L}])',
        ),
      ],
      ['tag', said(',\\s*(?:no|vero|giusto|ok)\\?')],
    ]),
    family('commitment', [
      [
        'i-will',
        said(
          '\\b(?:(?:ti|le|vi|lo|la|li|glielo|te lo|ve lo|me ne|ce ne|gli) )*(?!però|può|perciò|ciò|metrò)\\p{L}+rò\\b(?<!\\b(?:loro|lavoro|euro|numero|libro|altro|vostro|nostro|quattro|dentro|entro|contro|oltretutto|intero|registro|incontro|centro|giro|mostro|altro|vero|sicuro|futuro|ritiro|quadro|metro|filtro|primo|però))|\\b\\p{L}+(?:are|ere|ire|er|ir)emo\\b|\\b\\p{L}+remo\\b|\\b(?:sto per|stiamo per) \\p{L}+re\\b',
        ),
      ],
      [
        'present-deed',
        said(
          `\\b(?:ti|le|vi|te l[oa]|ve l[oa]|glielo|gliela|gli) ${IO}\\b(?! (?:che non))|\\b(?:ti|le|vi) (?:tengo|faccio (?:sapere|avere|vedere)|do|richiamo)\\b|\\b(?:lo|la|li) ${IO}\\b|^(?:io )?${IO} (?:oggi|domani|subito|il|la|con|e ti|e le|in|i)\\b|\\b${IO} (?:io )?e (?:ti|le|vi)\\b`,
        ),
      ],
      [
        'you-will-have',
        said(
          '\\b(?:riceverai|riceverà|riceverete|avrai|avrà|avrete)\\b|\\b(?:lo|la|li) (?:hai|trovi|avete) (?:entro|domani|per|stasera)\\b',
        ),
      ],
      ['promise', said('\\b(?:te lo prometto|le prometto|prometto|mi impegno a)\\b')],
      ['hedge', said('\\b(?:forse|magari|probabilmente|spero)\\b')],
      ['negated', said('\\b(?:non|mai|niente|nulla)\\b')],
      [
        'state-not-deed',
        said(
          '\\b(?:sarò|saremo|starò|resterò|resteremo|vedremo|dovrò|potrò|avrò|sarebbe|sarei|resterà|(?:ti|le|vi) (?:ringrazio|auguro|prego|chiedo|ricordo|informo|chiediamo|mando un (?:abbraccio|saluto))|credo|penso|suppongo|mi dispiace)\\b',
        ),
      ],
    ]),
    family('acceptance', [
      [
        'takes-it',
        said(
          "\\b(?:nella|sulla) mia (?:lista|agenda)\\b|\\b(?:ci penso|ci penserò|ci pensiamo)(?: io| noi)?\\b|\\bme ne (?:occupo|occuperò|incarico)\\b|\\bce ne (?:occupiamo|occuperemo)\\b|\\b(?:lo|la|li|le) (?:faccio(?! (?:sapere|avere|vedere|\\p{L}+re)\\b)|sistemo|gestisco|prendo|guardo|curo)(?: io| subito| oggi| adesso| volentieri)*\\b(?!.*\\bsolo\\b)|\\b(?:lascia fare a me|faccio io|provvedo|provvediamo|mi metto (?:subito )?(?:al lavoro|all'opera)|conta su di me|consideralo fatto|ci sto lavorando|sono già al lavoro|la prendo in carico|lo prendo in carico|prendo in carico|mi attivo)\\b|\\b(?:accetto|accettiamo|assumo|prendiamo|prendo) (?:molto )?(?:volentieri|con piacere)\\b",
        ),
      ],
      [
        'yes-firm',
        said(
          "^\\W*(?:certo|certamente|volentieri|va bene|d'accordo|con piacere|senz'altro|nessun problema|perfetto, (?:lo|procedo)|ci sto|per me va bene|assolutamente sì|benissimo|sicuramente|intesi|affare fatto|certo che sì)(?![\\p{L}])(?!.*\\bma\\b)",
        ),
      ],
      ['yes', said('^\\W*(?:sì|ok|okay|bene)(?![\\p{L}])(?!.*\\bgrazie\\b)')],
      ['yes-no', said('\\b(?:ma|non posso|non riesco|purtroppo|non ancora|se vuo\\p{L}+)\\b')],
      ['negated', said('\\bnon\\b(?! ti preoccupare| si preoccupi)')],
    ]),
    family('decline', [
      [
        'cannot-do',
        said(
          '\\bnon (?:lo |la |ci |ce la |mi |ne )*(?:riesco|riusciamo|riuscirò|posso|possiamo|potrò|potremo|faccio|facciamo|farò|è possibile|sarà possibile|ho tempo|abbiamo tempo)\\b|\\b(?:devo|dobbiamo) (?:purtroppo )?(?:declinare|rinunciare|rifiutare)\\b|\\b(?:mi è|ci è|è) impossibile\\b',
        ),
      ],
      [
        'not-mine',
        said(
          '\\bnon è (?:di |nella )?(?:mia|nostra|mio|nostro|compito mio) ?(?:competenza|area|settore|reparto|compito|responsabilità|ufficio)?\\b|\\bnon (?:spetta a me|spetta a noi|tocca a me|me ne occupo|sono (?:io )?(?:la persona|il responsabile|la responsabile|quello))\\b|\\bnon compete a\\b',
        ),
      ],
      [
        'mind-verb',
        said(
          "\\bnon (?:lo |la )?(?:riesco|posso) (?:\\p{L}+ )?(?:a )?(?:dire|dirti|dirle|aprire|vedere|trovare|ricordare|garantire|confermare|aspettare|accedere|leggere|entrare|credere|capire|lamentarmi)\\b|\\bnon mi ricordo\\b|\\bnon vedo l'ora\\b",
        ),
      ],
      ['until-later', said("\\b(?:prima (?:di|del|della|dell')|fino a)(?![\\p{L}])")],
    ]),
    family('deferral', [
      [
        'not-before',
        said(
          "\\bnon\\b.*\\bprima (?:di|del|della|dell')|\\bal più presto\\b.*\\b(?:lunedì|martedì|mercoledì|giovedì|venerdì|prossima)|\\bnon\\b.*\\bfino a\\b",
        ),
      ],
      [
        'later-deed',
        said(
          '\\b(?:riesco|posso|potrò|riuscirò|ce la faccio|lo guardo|lo vedo|lo faccio|ci guardo|possiamo|riusciamo|ci arrivo)\\b.*\\b(?:solo|soltanto|appena) (?:la|lunedì|martedì|mercoledì|giovedì|venerdì|domani|dopo|da|a partire|il|nella|settimana|a)',
        ),
      ],
      [
        'more-time',
        said(
          "\\b(?:serve|servono|ho bisogno|avrei bisogno|abbiamo bisogno|dammi|mi dia|datemi|occorre)\\b.*\\b(?:più tempo|ancora (?:qualche|un po'|un giorno|due|tempo|una settimana)|qualche giorno|fino a|un altro giorno|altri (?:due|tre))",
        ),
      ],
      [
        'put-off',
        said(
          '\\b(?:rimandar\\p{L}*|rimandiamo|rinviar\\p{L}*|rinviamo|posticip\\p{L}+|slitt\\p{L}+|in ritardo|ritard\\p{L}+|spostar\\p{L}* a)\\b',
        ),
      ],
      ['third', said('\\b(?:consegna|fornitore|corriere|treno|volo|secondo)\\b')],
    ]),
    family('redirect', [
      [
        'ask-other',
        said(
          "\\b(?:senti|senta|sentire|chiedi|chieda|chiedere|contatta|contatti|contattare|rivolgiti|si rivolga|rivolgersi|rivolgerti|scrivi|scriva|parlane|ne parli|parla)\\b.{0,15}\\b(?:a|al|alla|all'|con|\\p{L}+ (?:della|del|dell'|in)) ?(?!me|noi|mano|prezzo|fornitore)\\p{L}+",
        ),
      ],
      [
        'other-owns',
        said(
          '\\b(?:se ne occupa|lo segue|la segue|lo gestisce|la gestisce|ci pensa) (?!lui che|io)\\p{L}+|\\b(?:il|la) (?:responsabile|referente) (?:è|adesso è|ora è)\\b|\\bè (?!lui|lei|che)\\p{L}+ che (?:se ne occupa|segue|gestisce)\\b',
        ),
      ],
      [
        'passed-on',
        said(
          "\\b(?:ho|abbiamo) (?:inoltrato|girato|passato|trasmesso)\\b.*\\b(?:a|al|alla|all'|ai) ?(?!te|lei|voi)\\p{L}+|\\b(?:lo|la) (?:inoltro|giro|passo) (?:a|al|alla) (?!te|lei|voi)\\p{L}+",
        ),
      ],
      [
        'loops-in',
        said(
          '\\b(?:metto|aggiungo|inserisco) (?:in copia )?\\p{L}+.*\\b(?:copia|che|conoscenza)\\b',
        ),
      ],
    ]),
    family('withdrawal', [
      [
        'never-mind',
        said(
          '\\b(?:lascia stare|lasci stare|lascia perdere|lasci perdere|come non detto|non importa più|dimentica (?:il|la|lo|i|gli|le|quel\\p{L}*))\\b',
        ),
      ],
      [
        'not-needed',
        said(
          '\\bnon (?:serve|servono|occorre|è) più(?: necessario)?\\b|\\bnon (?:ne )?(?:ho|abbiamo) più bisogno\\b',
        ),
      ],
      [
        'disregard',
        said(
          '\\b(?:ignor[ai]|ignorate|non (?:tenere|tenga|tenete) conto)\\b.*\\b(?:mail|messaggio|precedente|richiesta)\\b',
        ),
      ],
    ]),
    family('delivery', [
      [
        'attached',
        said(
          '\\b(?:in allegato|allegat[oaie]|ti allego|le allego|vi allego|allego|alleghiamo|qui allegat[oaie])\\b(?! (?:mancante|illeggibile))',
        ),
      ],
      [
        'here-is',
        opens(
          "(?:ecco(?:ti|le|vi|lo|la|li)?|qui (?:trovi|trova|trovate|c'è|ci sono)|di seguito)(?![\\p{L}])(?! (?:perché|come|cosa|fatto))",
        ),
      ],
      [
        'have-sent',
        said(
          `\\b(?:(?:ti|le|vi|te l'|glielo|gliel'|l') ?)?(?:ho|abbiamo) (?:appena |già )?${SENT}\\b|\\b(?:è|sono) (?:stat[oaie] |appena |già )*(?:partit[oaie]|${SENT})\\b`,
        ),
      ],
      [
        'put-there',
        said(
          '\\b(?:è|sono|si trova|si trovano|trovi|trova|trovate) (?:ora |già |disponibil[ei] )?(?:tutto )?(?:nella cartella|sul (?:server|drive)|sulla (?:tua|sua) scrivania|su sharepoint|online)\\b|\\b(?:lasciat|mess|posat|caricat|salvat)[oaie] (?:\\p{L}+ )?(?:su|in|sulla|sul|nella|nel|alla|da) \\p{L}+',
        ),
      ],
      [
        'missing',
        said(
          "\\b(?:manca|mancano|dimenticato|senza allegato|non (?:trovo|vedo|c'è|ho ricevuto|si apre))\\b",
        ),
      ],
      ['negated', said('\\bnon\\b')],
      ['yet-to-be', said('\\b(?:se|quando|non appena)\\b')],
    ]),
    family('completion', [
      ['starts-finished', opens(`(?:già |tutto |è |appena )?${DONE}\\b(?! (?:di|per|con|da) )`)],
      [
        'is-finished',
        said(`(?<![\\p{L}])(?:è|sono|è stat[oa]|sono stat[ie])(?: \\p{L}+){0,3} ${DONE}\\b`),
      ],
      [
        'have-finished',
        said(
          `\\b(?:ho|abbiamo|l'ho|li ho|le ho|l'abbiamo)(?: \\p{L}+){0,2} (?:${DONE}|parlato con|sentito)\\b`,
        ),
      ],
      [
        'all-done',
        said(
          '\\b(?:tutto (?:a posto|ok|in ordine|fatto|pronto|risolto)\\W*$|già fatto|ecco fatto|è fatta)\\b',
        ),
      ],
      ['negated', said('\\b(?:non|mai|ancora|quasi)\\b')],
      [
        'yet-to-be',
        said(
          '\\b(?:sarà|saranno|verrà|verranno|deve|devono|va|vanno|se|quando|non appena|una volta|da (?:firmare|rivedere|pagare|fare)|affinché|manca|finché|bisogna|dovrebbe|serve|per essere|prima)\\b',
        ),
      ],
      [
        'narrative',
        said("\\b(?:l'anno scorso|il mese scorso|una volta|anni fa|avevamo|avevo|aveva)\\b"),
      ],
      ['third', said('\\b(?:grazie per|hai|avete)\\b')],
    ]),
    family('acknowledgement', [
      ['thanks', said('\\bgrazie\\b|\\b(?:ti|la|vi) ringrazi(?:o|amo)\\b')],
      [
        'received',
        said(
          '\\b(?:ricevut[oaie]|arrivat[oaie]|preso nota|prendo nota|annotato|segnato|ne prendo atto)\\b(?!.*\\?)',
        ),
      ],
      ['understood', opens('(?:capito|chiaro|perfetto|ottimo|ok|benissimo|intesi)(?![\\p{L}])')],
      [
        'thanks-ahead',
        said(
          '\\b(?:in anticipo|anticipatamente|comprensione|fiducia|attenzione|pazienza|preferenza)\\b',
        ),
      ],
      ['no-thanks', said('\\bno,? grazie\\b')],
      ['negated', said('\\b(?:non|niente|nulla)\\b')],
      ['asks-with-thanks', said('\\b(?:per favore|puoi|può|potresti|potrebbe|ho bisogno)\\b')],
    ]),
    family('decision', [
      [
        'we-decided',
        said(
          '\\b(?:abbiamo|è stato|si è|hanno|la direzione ha|il comitato ha) (?:deciso|scelto|stabilito|convenuto|concordato)\\b',
        ),
      ],
      ['stays', said('\\b(?:restiamo su|rimaniamo su|si conferma il|resta confermat[oa])\\b')],
      ['go-with', said('\\bandiamo (?:con|su) (?:il|la|lo|i|le|gli)\\b')],
      ['negated', said('\\bnon\\b')],
    ]),
  ],
  negatives: [
    [
      'courtesy',
      anywhere(
        '.*(?:\\b(?:(?:per )?(?:qualsiasi|qualunque|ogni|eventuali) (?:domand[ae]|dubbi[oi]?|necessità|chiariment[oi]|informazion[ei]|problem[ai]|cosa|ulteriore)|non esit\\p{L}+|(?:resto|restiamo|rimango|rimaniamo|sono|siamo)\\b.{0,25}\\bdisposizione|a (?:tua|sua|vostra) (?:completa )?disposizione|se (?:hai|ha|avete|avessi|avesse|dovessi|dovesse|ci fossero) (?:bisogno|dubbi|domande|problemi|avere))\\b)',
      ),
    ],
    [
      'conditional-offer',
      anywhere(
        '.*\\bse (?:vuoi|vuole|volete|preferisci|preferisce|serve|occorre|ti serve|le serve|desidera|ti interessa|le interessa|ti fa comodo|può essere utile)\\b.*\\b(?:posso|possiamo|potrei|potremmo|ti|le|vi)\\b|.*\\b(?:posso|possiamo|potrei)\\b.*\\bse (?:vuoi|vuole|volete|preferisci|serve|desidera)',
      ),
    ],
    [
      'reported',
      said(
        '\\b(?:mi|ci|ti|le|gli|vi) (?:ha|hanno) (?:detto|promesso|spiegato|chiesto|assicurato|scritto|comunicato|risposto|confermato che)\\b|\\b(?:secondo (?:il|la|lui|lei|loro)|a quanto pare|pare che|sembra che|dice che|ha detto|hanno detto|diceva|sostiene|a suo dire|ha promesso|ha chiesto|pensa che|crede che)\\b',
      ),
    ],
    [
      'kept-already',
      anywhere(
        ".*\\bcome (?:promesso|da accordi|d'accordo|concordato|richiesto|anticipato|detto|da richiesta|convenuto|ti dicevo|le dicevo)(?![\\p{L}])",
      ),
    ],
    [
      'hypothetical',
      anywhere(
        ".*\\b(?:avrei|avremmo|avrebbe) (?:dovuto|potuto|voluto|fatto|preferito|\\p{L}+to)\\b|.*\\bse (?:avessi|potessi|fossi|avessimo|potessimo|l'avessi|sapessi)\\b(?!.*\\bbisogno\\b)|.*\\b(?:in teoria|un giorno o l'altro)\\b",
      ),
    ],
    [
      'if-world',
      anywhere(
        '(?<!\\b(?:sapere|dire|dico|so|chiedo|verifico|controllo|vedo|guardo|capire|capisco)(?: (?:entro )?\\p{L}+){0,3} )\\bse (?!vuoi|puoi|può|possibile|riesci|ti|le|tu|lei|non|serve|hai|ha|mi|ci|ce)',
      ),
    ],
    ['joke', anywhere('.*(?:\\b(?:ahah\\p{L}*|haha\\p{L}*|scherzo|lol)\\b|😂|🤣|😉|😜|;-?\\))')],
    [
      'phatic',
      said(
        '^\\W*un (?:caro|cordiale) saluto\\b|\\b(?:buon(?:a)? (?:fine settimana|weekend|week-end|giornata|serata|domenica|settimana|lavoro|viaggio|vacanze|appetito|fortuna|notte|festa|riposo|lettura|proseguimento|continuazione|natale|anno)|buone (?:vacanze|feste|ferie)|spero che|speriamo che|come (?:stai|sta|state|va)|tutto bene|a (?:presto|domani|dopo|lunedì|più tardi)\\W*$|ci (?:vediamo|sentiamo) (?:lunedì|martedì|mercoledì|giovedì|venerdì|domani|presto|lì)\\W*$|complimenti|congratulazioni|auguri|benvenut[oaie]|abbi cura|un (?:abbraccio|saluto)|salutami|saluti a|di niente|prego\\W*$|non ti preoccupare|non si preoccupi|figurati|si figuri|in bocca al lupo|riguardati|mi fa piacere|che bello)\\b',
      ),
    ],
    [
      'polite-filler',
      said(
        '\\b(?:si (?:informa|comunica|ricorda) che|(?:tenga|tieni|tenete|si tenga) (?:presente|conto)|la informiamo|vi informiamo|le comunichiamo|(?:mi )?scus(?:i|a|ate) (?:per|il|la|se)|ci scusiamo|per favore,? (?:scus\\p{L}+|non risponda|abbia pazienza)|chiediamo scusa|per (?:tua|sua|vostra) (?:informazione|conoscenza)|voglia gradire|a titolo informativo)\\b',
      ),
    ],
    [
      'boilerplate',
      anywhere(
        ".*\\b(?:annullare (?:l'iscrizione|la sottoscrizione)|disiscriver\\p{L}+|newsletter|riservat[oaie]|confidenzial\\p{L}+|destinatari[oa]?|informativa (?:sulla )?privacy|gdpr|non rispondere a questa|messaggio automatico|prima di stampare|per errore)\\b",
      ),
    ],
    [
      'marketing',
      anywhere(
        '.*\\b(?:clicca (?:qui|su)|cliccare qui|approfitt\\p{L}+|offerta (?:speciale|esclusiva|limitata)|\\d+ ?% di sconto|gratis|concorso|codice promo|acquista ora|non perdere|iscriviti)\\b|.*https?://\\S+',
      ),
    ],
    [
      'absence',
      anywhere(
        '.*\\b(?:fuori (?:ufficio|sede)|sarò (?:assente|in ferie|in malattia|fuori)|sono (?:assente|in ferie|in congedo|in malattia)|in mia assenza|in caso di urgenza|per urgenze|per questioni urgenti|non leggerò la posta|di ritorno il)\\b',
      ),
    ],
    [
      'points-elsewhere',
      said(
        "\\b(?:rivolgiti|si rivolga|(?:devi|deve|dovresti|dovrebbe|conviene|meglio) (?:sentire|chiedere|contattare|parlare)|chiedi (?:a|al|alla|all') (?!me)|chieda (?:a|al|alla) (?!me)|contatta (?:meglio|direttamente))(?![\\p{L}])",
      ),
    ],
    [
      'takes-back',
      said(
        '\\b(?:lascia stare|lasci stare|lascia perdere|come non detto|non (?:serve|occorre) più|ignor[ai] (?:la mia|il mio|la)|non tener\\p{L}* conto)\\b',
      ),
    ],
    [
      'asks-time',
      said(
        "\\b(?:serve|servono|ho bisogno|avrei bisogno|abbiamo bisogno|dammi|mi dia|datemi)\\b.*\\b(?:più tempo|ancora (?:qualche|un po'|un giorno|due|tempo|una)|qualche giorno|fino a (?:lunedì|martedì|mercoledì|giovedì|venerdì|domani))",
      ),
    ],
    [
      'no-action',
      said(
        '\\b(?:non (?:serve|occorre|è necessario) (?:rispondere|risposta|fare nulla|che)|(?:solo |soltanto )?per (?:tua|sua|vostra) (?:informazione|conoscenza)|per conoscenza|non devi fare nulla)\\b',
      ),
    ],
  ],
  ...italianWords(),
});
