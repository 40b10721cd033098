/** Dutch office sentences, invented: the kind that is to be held, or "-" for none. */

/** The rules were made against these. */
export const DEVELOPED = `
request | Kun je mij de tekeningen voor morgenmiddag mailen?
request | Graag voor vrijdag goedkeuren.
request | Zou u ons een offerte voor twintig stoelen kunnen sturen?
request | Laat me even weten wanneer de klant belt.
request | Ik heb van jou nog de onkostennota nodig.
request | Vergeet de sleuteloverdracht niet.
request | Controleer alstublieft de regels 3 tot en met 7.
request | Meneer Bakker, wilt u het verslag ondertekenen?
question | Wie geeft de training op maandag?
question | Is de machine al geleverd?
commitment | Ik stuur u het contract woensdag.
commitment | Ik laat het je vanavond weten.
commitment | We gaan de hal zaterdag schilderen.
acceptance | Doe ik!
acceptance | Akkoord, ik pak dit op.
decline | Sorry, ik kan niet bij dat overleg zijn.
deferral | Dat lukt niet voor donderdag, het wordt pas volgende week.
redirect | Vraag het maar aan Jonas, die gaat daarover.
delivery | Hier is de actuele plattegrond.
delivery | Ik heb je de lijst net gestuurd.
completion | Geregeld.
completion | De bestelling is bevestigd.
acknowledgement | Top, dank je wel!
withdrawal | Laat maar, ik heb de sleutel gevonden.
decision | We hebben besloten het blauwe model te houden.
- | Bij vragen sta ik graag voor u klaar.
- | Fijn weekend allemaal!
- | Zij zei dat het ontwerp morgen komt.
- | Het rapport is nog niet klaar.
- | Desgewenst kan ik ook een kopie maken.
- | De printer staat op de tweede verdieping.
- | Wij vragen om uw begrip.
- | Bij spoed kunt u contact opnemen met mevrouw Kaya.
- | De vergadering van gisteren duurde best lang.
- | Vrijdag ben ik niet op kantoor.
`;

/** Held out: written before any rule was. */
export const HELD_OUT = `
request | Zou je mij voor donderdag de pakbonnen kunnen sturen?
request | Graag voor maandag de verlofkaart invullen.
request | Wilt u het conceptcontract nog een keer nalezen?
request | Stuur me even het nummer van de conciërge.
request | Jana, kun jij de zaal voor dinsdag omboeken?
request | We hebben van u nog de getekende volmacht nodig.
request | Het zou fijn zijn als jullie de cijfers voor de audit controleren.
request | kan je de sleutel morgen meenemen
request | Gelieve het formulier ondertekend terug te bezorgen.
request | Leg de stalen alsjeblieft op mijn bureau.
question | Wanneer komt de elektricien?
question | Heb je al iets van de douane gehoord?
question | Geldt de korting ook voor nabestellingen?
commitment | Ik stuur u vanmiddag de notulen.
commitment | We komen eind van de week met een voorstel.
commitment | Je krijgt het concept morgenochtend.
commitment | Ik zal het even navragen bij de leverancier.
acceptance | Prima, doe ik.
acceptance | Komt in orde, ik regel het.
acceptance | Ik neem het op me.
decline | Dat gaat me deze week helaas niet lukken.
decline | Daar ga ik niet over.
deferral | Ik kom er pas volgende week aan toe.
redirect | Daarvoor kun je het beste bij Fatima van de boekhouding zijn.
delivery | Bijgaand de aangepaste prijslijst.
delivery | In de bijlage vindt u de gevraagde stukken.
completion | De zaal is geboekt.
completion | Ik heb de factuur vanochtend betaald.
acknowledgement | Bedankt, ontvangen!
acknowledgement | Hartelijk dank voor je snelle reactie.
- | Mocht je nog vragen hebben, dan hoor ik het graag.
- | Als u wilt, kan ik nog een tweede offerte maken.
- | Hij zei dat hij de stukken nastuurt.
- | Volgens de vervoerder komt de levering vrijdag aan.
- | Houd er rekening mee dat ons kantoor maandag gesloten is.
- | Ik hoop dat je een fijn weekend hebt gehad.
- | De hal is nog niet schoongemaakt.
- | We kijken uit naar de samenwerking.
- | Vorig jaar deden we dat met twee mensen.
- | Als we meer tijd hadden, zou ik alles opnieuw tekenen.
- | Aarzel niet om contact op te nemen.
delivery | Zoals beloofd hierbij de foto's van de opbouw.
- | Ik ben tot 16 november afwezig en lees mijn mail niet.
- | Klik hier om u af te melden voor de nieuwsbrief.
`;

/** Written after the rules, in other words on purpose, and never looked at while changing them. */
export const LATER = `
request | Stuur je me het verbeterde bestand als je even tijd hebt?
request | De sollicitaties moeten voor maandag bekeken zijn, kun jij dat doen?
commitment | De rest breng ik dinsdag langs.
acceptance | Ja hoor, doe ik wel.
decline | Deze keer moet ik passen.
delivery | De stukken zitten in je mailbox.
completion | Ik heb net alles ingevoerd.
question | Gaat de afspraak van dinsdag nog door?
- | Misschien lukt het in het voorjaar.
- | De leverancier levert volgende week.
- | Laat het weten als er iets onduidelijk is.
- | Gisteren heb ik lang met de architect gesproken.
`;
