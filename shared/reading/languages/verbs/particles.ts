import type { Particles } from './grammar';
import { wordSet } from './forms';

const NONE: ReadonlySet<string> = new Set();

const DE_DET =
  'den die das dem dein deine deinen deiner mir uns ihm ihnen mich dich es ihn mal doch bitte noch kurz alle alles diese dieses diesen diesem ein eine einen einem beide auch schnell einfach lieber dazu dran dafür darauf meine meinen mein unsere unseren euch eure euren ihre ihren';

export const GERMAN: Particles = {
  articles: wordSet('die der'),
  colleague: wordSet('kollegin kollege kollegen kolleginnen mitarbeiterin mitarbeiter'),
  sends: wordSet('übersende übersenden uebersende uebersenden'),
  skip: wordSet('bitte dann doch mal einfach kurz also und gerne lieber noch danach zuerst vorher'),
  notAfter: wordSet(
    'ich wir er es man du ihr ist sind war wird wurde hat haben der beim des von vom zur zum steht stehen läuft gehe werde habe kann kommt kommen geht',
  ),
  determiners: wordSet(DE_DET),
  nouns: wordSet(
    'plan druck test kauf check scan stell teil fax post lager buch bau stimm stimme ruf bitt bitte halt wahl schalt lade rat stand frage anfrage sage suche reihe liste warte karte melde hilfe lage sende miete regel führ richt stempel fass hole kosten sperre ordne kürz schau kleb setz danke folge liege wäsche rechne grüß gruß mail update link tag review log sammel speicher ziel zieh antwort lauf loh lös fix park heft tipp upload',
  ),
  i: wordSet('ich'),
  iNeeded: true,
  noun: wordSet(
    'der die das den dem eine ein einer zur zum im am vom meine deine ihre unsere keine',
  ),
  we: wordSet('wir'),
  you: wordSet('du sie ihr'),
  toMe: wordSet('mir uns mich'),
  toYou: wordSet('dir ihnen euch dich'),
  modals: NONE,
  wishes: NONE,
  that: NONE,
  sub: wordSet('dass ob wenn falls weil was wie'),
  soon: wordSet('gleich sofort nachher jetzt umgehend sobald später direkt'),
  not: wordSet('nicht kein keine nie'),
  noDeeds: wordSet(
    'arbeite fahre verschiebe bitte denke danke finde sehe hoffe warte sage frage wünsche nutze bleibe liege kenne werde melde empfehle erinnere hore hoere bewerte schatze halte lese verstehe weiss brauche',
  ),
  enclitics: undefined,
  germanic: true,
  stressedPast: false,
};

export const DUTCH: Particles = {
  articles: wordSet('de'),
  colleague: wordSet('collega collegas'),
  sends: wordSet('zenden zend doen'),
  skip: wordSet('graag aub svp alsjeblieft dan eerst even toch gewoon en maar daarna ook nog'),
  notAfter: wordSet(
    'ik we wij je jij hij ze zij u is zijn was wordt werd heeft hebben van der voor gaat komt staat kan moet zal die',
  ),
  determiners: wordSet(
    'de het een dit dat deze die me mij ons hem haar even eens maar je jouw uw alle alles hier ff mijn onze dan gerust nog ook toch het hun alsjeblieft aub svp',
  ),
  nouns: wordSet(
    'stem keus werk bel tekening boek plan deel mail check bestel vraag start test vul stel help app post log pas ping factuur link tag review fix koop printer scan print handel leg lever antwoord draai kom ga zie zorg bericht label tel spreek haal nodig open los orden overleg dek ontvang wacht weet denk verhuis toon regel',
  ),
  i: wordSet('ik'),
  iNeeded: true,
  noun: wordSet('de het een dit dat deze mijn jouw uw onze ons geen per'),
  we: wordSet('we wij'),
  you: wordSet('je jij u jullie'),
  toMe: wordSet('me mij ons'),
  toYou: wordSet('je jou jullie u'),
  modals: wordSet('zou zouden kun kan kunt kunnen wil wilt willen lukt'),
  wishes: NONE,
  that: NONE,
  sub: wordSet('dat of als omdat wat hoe'),
  soon: wordSet('zo meteen nu straks direct zodra zometeen dadelijk gelijk vanmiddag vanavond'),
  not: wordSet('niet geen nooit'),
  noDeeds: wordSet(
    'werk denk weet zie vind wacht zeg vraag hoop kom ontvang ga wens vergeet zoek zit heb',
  ),
  enclitics: undefined,
  germanic: true,
  stressedPast: false,
};

export const FRENCH: Particles = {
  articles: wordSet('le la'),
  colleague: wordSet('collegue collegues assistante assistant'),
  sends: wordSet('transmets transmettons adressons remets remettons'),
  skip: wordSet('alors puis ensuite surtout juste et merci stp svp aussi sinon donc'),
  notAfter: wordSet(
    'je tu il elle on nous vous ils elles est sont a ont de du des pas par plus que qui était sera et ou car',
  ),
  determiners: wordSet(
    "le la les l' un une ce cette ces mon ma mes ton ta tes son sa ses nos vos leur leurs moi nous lui bien donc tout toutes tous y en vite stp svp plutôt aussi d'abord à",
  ),
  nouns: wordSet(
    'commence debute travaille demande commande relance note réserve marque copie liste livre adresse montre offre aide charge classe date place passe pose coupe garde forme mesure règle affecte fixe porte teste reste colle contacte envoi programme estime solde compte valide bloque montage cadre mets dis vois suis tiens va vais lis finis monte discute boucle regarde partage change trouve pense facture post poste',
  ),
  i: wordSet("je j' j"),
  iNeeded: true,
  noun: wordSet("le la les l' un une des cette la ma ta sa de d' du en par pour"),
  we: wordSet('nous on'),
  you: wordSet('tu vous'),
  toMe: wordSet("me m' nous moi"),
  toYou: wordSet("te t' vous"),
  modals: wordSet(
    'peux pourrais pouvez pourriez veux voudrais voulez voudriez saurais sauriez accepterais accepteriez',
  ),
  wishes: wordSet(
    'besoin voudrais voudrions aimerais aimerions souhaite souhaitons souhaiterais faudrait faut bien super top mieux prefere prefererais apprecierais sympa parfait vaudrait',
  ),
  that: wordSet("que qu'"),
  sub: wordSet("que qu' si qui dont"),
  soon: wordSet('maintenant tantôt dès aussitôt immédiatement tout'),
  not: wordSet("ne n' pas"),
  noDeeds: wordSet(
    'travaille commence reste passe décale reporte repousse trouve suis cherche refuse pense oublie souhaite regarde décide comprends connais attends préfère estime dis vois parle aide rappelle va vais garantis',
  ),
  enclitics: undefined,
  germanic: false,
  stressedPast: true,
};

export const SPANISH: Particles = {
  articles: wordSet('la el'),
  colleague: wordSet('compañera compañero colega asistente'),
  sends: wordSet('remito remitimos adjunto adjuntamos hacemos trasladamos'),
  skip: wordSet(
    'y por favor porfa porfi pues entonces luego después también solo ya oye mira anda xfa pf primero',
  ),
  notAfter: wordSet('de del que es son esta estan fue era hemos ha se yo'),
  determiners: wordSet(
    'el la los las un una unos unas ese esa esos esas este esta estos estas mi mis tu tus su sus lo me nos le les a al todo toda todos todas con en bien antes hoy mañana otra',
  ),
  nouns: wordSet(
    'empieza comienza termina acaba firma entrega consulta compra oferta pedido visita factura reserva nota copia cuenta fecha llamada prueba marca pago paga cita carga descarga ayuda lista pasa mira mira baja sube nombre cambio cierre corte corta planta queda mando cobra cubre archive lleva trabajo trabaja reforma presenta informe informa encargo parte gira espera falta control prepara presente importe trámite deja sobre coste envase recibe acorde contrate monta mide base llega cobre detalle alcance lance avance cargue ve sal da di ven entra encuentra recuerda sella elige sigue aviso busca retrase evite',
  ),
  i: wordSet('yo'),
  iNeeded: false,
  noun: wordSet(
    'el la un una del de al este ese su mi tu con por para en sin cada nuestro segundo primer nuevo ultimo según sobre o y a',
  ),
  we: wordSet('nosotros'),
  you: wordSet('tú usted vos ustedes vosotros'),
  toMe: wordSet('me nos'),
  toYou: wordSet('te le les os'),
  modals: wordSet(
    'puedes podrías podría podrían podéis podríais podés pueden puede quieres quieren querrías importa importaría',
  ),
  wishes: wordSet(
    'necesito necesitamos necesitaría quiero queremos quisiera quisiéramos querría pediría pido pedimos ruego rogamos agradecería agradeceríamos agradezco prefiero preferiría gustaría interesa conviene convendría estaría sería solicito solicitamos encantaría urge vendría falta',
  ),
  that: wordSet('que q k'),
  sub: wordSet('que q si porque cuando quien'),
  soon: wordSet('ahora enseguida luego ya cuanto inmediatamente tarde rato ahorita mismo'),
  not: wordSet('no nunca'),
  noDeeds: wordSet(
    'aplazo retraso espero pido encuentro recuerdo informo acuerdo comunico adjunto recibo quedo comento indico aseguro trabajo cuento presento propongo consulto deseo evito estudio sigo agradezco entro solicito voy tengo pienso encargo remito decido',
  ),
  enclitics: /(?<=\p{L}{2})(?:(?:me|te|nos|os|se)(?:l[aeo]s?)?|l[aeo]s?)$/u,
  germanic: false,
  stressedPast: true,
};

export const PORTUGUESE: Particles = {
  articles: wordSet('a o'),
  colleague: wordSet('colega assistente'),
  sends: wordSet('remeto remetemos'),
  skip: wordSet(
    'e por favor pf pfv pfvr então depois já também só aí me nos agora pois faz primeiro vai',
  ),
  notAfter: wordSet('de do da dos das que é são está foi era foram eu se já estava'),
  determiners: wordSet(
    'o a os as um uma uns umas esse essa este esta isso isto aquele aquela meu minha teu tua seu sua me nos lhe pra pro para ao à com no na em lá aí todos todas tudo bem também',
  ),
  nouns: wordSet(
    'comeca inicia termina acaba assina conta compra oferta visita reserva nota cópia fatura marca cita carga ajuda lista passa muda troca entrega prova consulta busca salva planta segura baixa sobre fica ficam pode tem vem vai da recebe leva corta monta cola envase procura fala lança falta testa informe informa cobre trate base pega roda atende recorda informam cuida tenta acompanha entra serve retorna passe corte monte teste desconto cargo custa desce junta junte',
  ),
  i: wordSet('eu'),
  iNeeded: false,
  noun: wordSet(
    'o a um uma do da ao no na de este esse seu meu teu com por para em sem cada nosso segundo primeiro novo último pelo conforme ou e à',
  ),
  we: wordSet('nós'),
  you: wordSet('você vc tu vocês vcs senhor senhora'),
  toMe: wordSet('me nos'),
  toYou: wordSet('te lhe lhes vos vc você vocês ti'),
  modals: wordSet(
    'pode podes podem poderia poderias poderiam podia podias podiam consegue consegues conseguem conseguiria conseguirias dá daria importa importavas quer queres',
  ),
  wishes: wordSet(
    'preciso precisamos precisava precisávamos quero queremos queria queríamos gostaria gostaríamos gostava agradecia agradecíamos agradeço agradecemos agradeceria peço pedimos pedia solicito solicitamos seria era bom prefiro preferia convém convinha necessito rogo ideal',
  ),
  that: wordSet('que q se'),
  sub: wordSet('que q se porque quando quem'),
  soon: wordSet('agora já logo assim imediatamente tarde breve jajá'),
  not: wordSet('não nunca'),
  noDeeds: wordSet(
    'adio espero peço encontro lembro recordo informo comunico recebo fico comento indico asseguro conto apresento desejo evito estudo solicito vou tenho acho posso preciso quero agradeço permito tento decido trato consigo gosto estou esqueço',
  ),
  enclitics: undefined,
  germanic: false,
  stressedPast: false,
};

export const ITALIAN: Particles = {
  articles: wordSet('la il'),
  colleague: wordSet('collega assistente'),
  sends: wordSet('trasmetto trasmettiamo rimetto rimettiamo'),
  skip: wordSet(
    'e per favore poi allora quindi anche dai intanto cortesemente gentilmente prima ok dopo pf',
  ),
  notAfter: wordSet('di del della dei è sono che era ha hanno stato io si per da'),
  determiners: wordSet(
    "il lo la i gli le l' un uno una un' questo questa questi queste quel quella mio mia tuo tua suo sua mi ci ti tutto tutti tutta bene anche pure subito tu voi con a al alla per",
  ),
  nouns: wordSet(
    'comincia inizia finisce termina firma consegna nota copia conferma fattura verifica lista carica stampa prova gira cerca segna visita ordina guida modifica prenota chiamata scarica sposta salva ritiri ritira paga parla passa cambi cambia controlli controlla lavori lavora guida richieste accedi scegli porta tratta manca presenta informa comunica valuta entra porti saldi saldo buoni note pensi pensa torni torna segui fissa fissi dati lasci studi studia invii ordini acquisti passi avvisi trovi trova tieni vieni vai dai fai date fate dite dici vedi',
  ),
  i: wordSet('io'),
  iNeeded: false,
  noun: wordSet(
    "il lo la un uno una del dello della al allo nel nello sul dal di l' dell' all' questo quel mio tuo suo nostro vostro con per in senza ogni ultimo nuovo primo secondo o e a",
  ),
  we: wordSet('noi'),
  you: wordSet('tu lei voi'),
  toMe: wordSet('mi ci'),
  toYou: wordSet('ti vi le'),
  modals: wordSet(
    'puoi può potete potresti potrebbe potreste riesci riesce riuscite riusciresti riuscirebbe riuscireste vuoi vorresti vorrebbe dispiace dispiacerebbe',
  ),
  wishes: wordSet(
    'bisogno vorrei vorremmo serve servirebbe occorre gradirei gradiremmo preferirei sarebbe bisogna voglio chiedo chiediamo chiederei piacerebbe sarei saremmo necessario prego preghiamo',
  ),
  that: wordSet('che se'),
  sub: wordSet('che se perché quando chi'),
  soon: wordSet('adesso subito ora appena poi dopo pomeriggio stasera tra'),
  not: wordSet('non mai'),
  noDeeds: wordSet(
    'rinvio sposto spero chiedo ricordo informo comunico ricevo trovo penso lascio assicuro presento propongo evito studio vengo rimando domando prego auguro sento rifiuto lavoro sono sto credo ringrazio garantisco',
  ),
  enclitics: /(?<=\p{L}{2})(?:(?:me|te|ce|ve|glie)(?:l[aeio]|ne)|mi|ti|ci|vi|si|l[aeio]|gli|ne)$/u,
  germanic: false,
  stressedPast: false,
};
