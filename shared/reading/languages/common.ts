/** The small words, letters and endings languages are told by. Those that are not read are here to be told apart. */

/** Languages whose acts are read. */
export const READ: ReadonlySet<string> = new Set(['en', 'de', 'fr', 'es', 'pt', 'nl', 'it']);

export const COMMON: Readonly<Record<string, string>> = {
  en: `the and to of you is that for it we i on have with be this are can will not please your as at or from if by me
    thanks thank could would a an in my our has was do does did what when where who how there here they he she his her him
    them been should must may might about send sent need get got let know just also yes hi hello dear regards best i'll i'm
    it's we'll we're don't can't isn't you're let's ok pls today tomorrow friday monday by before after up out so but no
    any all some more had were which than then into over only new now done attached looking forward call meeting team`,
  de: `der die das und ist nicht ich sie wir zu mit für auf ein eine den dem im von bitte können kann auch noch bis mich uns
    ihr danke haben wird sind du bei ihnen mir dir es er war als aus an am zum zur einen einer eines wie was wer wann wo
    ja nein hallo sehr gern gerne mal schon heute morgen übermorgen könnte könntest würde würden hat habe hab bin wäre
    wenn falls aber oder doch dann nur dich euch kein keine nach vor über unter dein deine ihre mein meine unser
    anbei anhang erledigt fertig melde mache schicke kannst passt klar grüße grüßen mfg freundlichen fuer koennen koenntest
    wuerde koennte moechte möchte vielen dank freitag montag dienstag mittwoch donnerstag woche alles geht dazu damit
    leider werde werden muss soll nächste nächsten wurde diese dieser dieses jetzt liegt drum darum
    hier dort jetzt danach samstag sonntag januar februar märz april mai juni juli oktober dezember nichts andere büro gestern jemand jeder alle allem ganz etwas mehr viel erste zweite gesendet geschickt bestätigt geprüft gebucht freigegeben bescheid kurz gleich sofort gut prima super dafür davon darauf hinweis frau herr herrn schönes schönen wochenende feierabend liste stand beim ins ans sei seid hatte hatten`,
  nl: `de het een en van ik je is niet dat op te zijn voor met aan er we wij graag kun kunt naar om nog bij ook jullie
    bedankt dank wat deze dit die u uw jouw mijn ons onze hij zij ze heb heeft hebben kan zal zullen zou wil wilt moet
    maar als dan wel geen even alsjeblieft alstublieft hallo hoi goed vandaag morgen vrijdag maandag dinsdag woensdag
    donderdag week laat stuur weten klaar gedaan bijlage bijgaand hierbij prima doe groet groeten vriendelijke zodra
    wie wanneer waar hoe al tot door uit over wordt worden volgende uiterlijk mij me hem haar hun komt gaat gaan ben mocht
    helaas daar daarvoor nodig houd
    hier geregeld bestelling bevestigd goedgekeurd ontvangen begrepen dus toch alles iets niets iemand zeer veel meer minder eerste tweede januari februari maart mei juni juli augustus oktober zaterdag zondag vergadering kantoor gisteren volgens best fijn weekend allemaal tijd staat staan stuk gestuurd gemaild gebeld neem pak regel maak maken doen komen krijg krijgt vraag vragen weer straks vanmiddag vanavond akkoord afgesproken waren deed werd jij binnen tussen zonder welke ervan erbij`,
  fr: `le la les et de des un une est pas je vous nous que pour dans sur avec merci pouvez avant demain peux du en
    ce votre bonjour à il joint au aux ne se qui tu te me mon ma mes ton tes son sa ses notre nos vos leur elle
    ils elles on y ou où si plus très bien fait ça cela c' j' l' d' n' s' qu' m' t' j'ai c'est d'ici quand être été sont suis avez
    avons ont peut pourrais pourriez peux-tu ci-joint voici salut cordialement svp stp lundi mardi mercredi jeudi vendredi
    semaine oui non mais donc car comme tout tous toute faire envoyer confirmer dès déjà encore aussi jusqu' vers chez
    ceci bonne journée veuillez serait faut reçu d'accord m'en parfait
    ici là maintenant après aussi samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre décembre rien autre réunion bureau hier quelqu' chaque seulement soir dit envoyé confirmé réglé validé volontiers désolé désolée liste week-end bien mme monsieur madame est-ce faites dis dites cas mise vais ferai suite deux trop peu mieux sans entre toujours jamais urgent beaucoup super`,
  it: `il lo la gli le di che e un una è non per con mi ti ci si del della al alla grazie può puoi potete favore ciao
    sono ho entro inviami allego domani da nel dei delle dello nella sul sulla dal dalla ha hai hanno abbiamo i in a
    ma se come quando dove chi cosa perché anche più già ancora molto bene sì no tu lei noi voi loro mio tuo suo questo
    questa quello buongiorno buonasera saluti cordiali ok fatto va ricevuto allegato venerdì lunedì martedì mercoledì
    giovedì settimana oggi potresti potrebbe riesci fammi sapere occupo penso io devo posso mandi mandami ecco tutto
    vorrei sarebbe nell' dell' all' l' un' d' c' prego quello dopo prima fino ne
    qui lì adesso dopo subito sabato domenica gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre niente altro altra riunione ufficio ieri qualcuno ogni solo così sera detto mandato inviato confermato risolto prenotato volentieri certo d'accordo occupa chiedi ditta sono stato stata siamo siete era buon buona tutti tutte ordine purtroppo fare farò faccio faccia sapere mando invio suoi tuoi nostro vostro quale quali chiama gentile`,
  es: `el la los las y de que en un una es no por para con su usted me se del al gracias puede puedes lo hola
    favor está a si sí te le les nos mi tu sus más pero como cuando dónde quién qué cómo cuándo yo él ella ustedes
    nosotros este esta eso esto ese muy bien ya hoy mañana lunes martes miércoles jueves viernes semana hay ser estar
    tengo tiene tienes he ha han hemos podrías podría porfa saludos adjunto vale claro listo hecho enviar envío mando
    necesito confirmar antes hasta desde sin sobre también todo todos buenos buenas días tardes estimado estimada
    recibido dime avísame ahora fue son mis porque encargo hago era le'
    aquí allí ahora después segunda sobre sin entre mismo nuestro nuestra ellos ellas quiero quería hizo sábado domingo enero febrero marzo mayo junio julio septiembre octubre noviembre diciembre nada otra otro reunión oficina informe alguien cada solo sólo así noche dijo mande manda aviso reviso revise revisar resuelto genial luego buena buenos mucho muchas nos estoy estamos quedo vamos voy doy ello dalo fin cualquier líneas hace momento alguno`,
  pt: `o a os as e de que em um uma é não por para com você me se do da ao obrigado obrigada pode já na no está muito
    segue às à dos das nos nas pelo pela mas ou se sim eu ele ela nós vocês te lhe meu minha seu sua isso isto este
    esta quando onde quem qual como mais também hoje amanhã segunda terça quarta quinta sexta feira semana até bom boa
    dia tarde olá oi favor anexo feito pronto combinado deixa comigo vou vai tem temos tenho foi são ser fazer enviar
    envio mandar preciso precisa poderia consegue consegues obg pra tá você's abraço atenciosamente cumprimentos
    nao voce amanha ate estou fico aguardo recebido valeu tudo bem faço trato daí ainda
    aqui lá agora depois antes avise avisa enviei enviou pedido fim sobre sem até mesmo nosso nossa dele dela seus suas eles elas gostaria quero tive teve feita prontas sábado domingo janeiro fevereiro março maio junho julho setembro outubro novembro dezembro nada outra outro reunião escritório relatório obg blz vlw pfv legal beleza quem alguém cada só aí caso em ótimo bons boas muitos muita qualquer dúvida disse ficou ficar fala diga veja mande manda aviso confirmado resolvido cuido resolvo ciente fica vamos sala ligar`,
  sv: `och att det är jag en ett som på för med av till inte den om har kan du vi ni så men hej tack vänligen skicka snälla
    imorgon fredag måndag skulle kunna mig dig oss era er från eller när var vad hälsningar gärna behöver senast
    ska vill bara nu här där också idag vecka mvh har'`,
  da: `og at det er jeg en et som på for med af til ikke den om har kan du vi i så men hej tak venligst sende gerne
    morgen fredag mandag kunne mig dig os jer fra eller når hvor hvad hilsen skal vil bare nu her der også uge hvis
    hei takk vennligst gjerne fra ikke jeg deg meg dere uke`,
  pl: `i w na nie się z do to że jest jak o co po ale czy tak dla od za ja ty my proszę dzień dobry dziękuję dzięki
    możesz mógłbyś jutro piątek pozdrawiam przesłać pilne będzie mam są już przez tylko też jeszcze`,
  cs: `a v na je se to že ne s z do o jako ale by tak pro od za já ty my prosím dobrý den děkuji díky můžete můžeš
    zítra pátek pozdravem pošli poslat bude mám jsou již jen také ještě jsem`,
  tr: `ve bir bu için ile de da ne var yok mı mi mu çok ama ben sen biz siz lütfen merhaba teşekkürler teşekkür ederim
    yarın cuma gönder gönderir misin misiniz kadar olarak daha sonra nasıl iyi günler rica selam`,
  fi: `ja on ei se että ole hän mutta olen oli joka kun niin myös tai minä sinä me te he kiitos hei moi voisitko voitko
    lähettää huomenna perjantaina mennessä ystävällisin terveisin tämä olisi vielä jos mitä`,
  ro: `și de la în cu un o nu este că mai pe pentru din sunt am ai vă te rog mulțumesc bună ziua puteți poți mâine vineri
    până trimite trimiteți dacă sau dar să care ce cum când`,
  hu: `a az és hogy nem is egy van meg ez de csak már kell lesz vagy köszönöm kérem szia holnap péntek tudod tudnád
    küldd üdvözlettel jó napot legyen lehet majd`,
  ja: `desu masu wa wo ga kudasai onegaishimasu onegai arigatou gozaimasu ashita made san desuka masuka shimasu itashimasu
    yoroshiku konnichiwa kara mo no ni`,
  id: `dan yang di ke dari untuk dengan ini itu tidak ada saya kamu anda kami terima kasih tolong besok jumat bisa kirim
    sudah belum akan pada`,
};

/** Letters only some languages write, and how much one word with them says. */
export const LETTERS: readonly (readonly [RegExp, readonly string[], number])[] = [
  [/ß/u, ['de'], 1.2],
  [/[äöü]/u, ['de', 'sv', 'fi', 'tr', 'hu'], 0.35],
  [/ñ|[¿¡]/u, ['es'], 1],
  [/[ãõ]/u, ['pt'], 0.9],
  [/ç/u, ['pt', 'fr', 'tr'], 0.4],
  [/[áíóú]/u, ['es', 'pt', 'cs', 'hu'], 0.3],
  [/[êâ]/u, ['fr', 'pt', 'ro'], 0.35],
  [/[îïëœ]/u, ['fr'], 0.5],
  [/é/u, ['fr', 'es', 'pt'], 0.25],
  [/[èù]/u, ['fr', 'it'], 0.4],
  [/[ìò]|à$/u, ['it'], 0.5],
  [/å/u, ['sv', 'da'], 0.9],
  [/[æø]/u, ['da'], 1],
  [/[łąężźśń]/u, ['pl'], 1],
  [/[řěůčš]/u, ['cs'], 0.9],
  [/[ğışİ]/u, ['tr'], 0.9],
  [/[șță]/u, ['ro'], 0.9],
  [/[őű]/u, ['hu'], 1],
];

/** Endings of longer words. */
export const ENDINGS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    de: 'ungen chen lich keit heit isch igen ssen tzen llen nden nung tung rung mung ieren bung dung gung',
    nl: 'heid lijk aten ijke ingen erij ijk aar tie nken rijf aal',
    fr: 'tion ment eux euse aux ette eau ière vent ons ez ère ique ture',
    es: 'ción ario dad ando iendo aron ieron ados idos ería dades ajo',
    pt: 'ção ções agem dade ando endo indo ário ório inho ento aram eram',
    it: 'zione ezza tore ità ando endo mente aggio ello etto zioni uto ato oni iamo',
    en: 'ing ould ness tion ight ough able ful eed',
  }).reduce((map, [code, list]) => {
    for (const end of list.split(' ').map((e) => e.slice(-4)))
      map.set(end, [...(map.get(end) ?? []), code]);
    return map;
  }, new Map<string, string[]>()),
);
