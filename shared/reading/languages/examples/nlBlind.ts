/** Dutch office sentences, invented before their writer read any rule. `halvesOf` says what may be looked at. */
export const BLIND = `
request | Stuur de link van de vergadering even door
request | Zou u zo vriendelijk willen zijn het formulier ingevuld te retourneren?
request | Kan jij de nieuwe collega toegang geven tot de map met salarisstroken?
request | Vergeet niet de openstaande tickets te sluiten voor je op vakantie gaat.
request | We missen nog jullie bonnetjes van september.
request | Graag ontvangen wij de ondertekende overeenkomst uiterlijk 25 november retour.
request | kijk ff naar artikel 8 als je tijd hebt
request | Ik zou het fijn vinden als je de offerte nog naleest voordat hij weggaat.
request | Gelieve het rekeningnummer door te geven voor de overschrijving.
request | Bel de vervoerder even om te vragen waar de pallet blijft.
request | Zet Sanne voortaan in cc aub.
request | Ik wil dat je de uren van het team voor morgen goedkeurt.
question | Wie beheert tegenwoordig het account van Wijnhuis Laurier?
question | weet je of de toner al binnen is?
question | Hoe laat begint de veiligheidstraining?
question | Heeft de klant de offerte al getekend?
commitment | Ik kijk er vanmiddag naar en laat het je weten.
commitment | Wij zullen u de herziene offerte begin volgende week doen toekomen.
commitment | Morgenochtend overleg ik met de boekhouding.
commitment | ik regel de zaal wel
commitment | U ontvangt het definitieve contract uiterlijk donderdag.
commitment | Zodra ik uit de vergadering ben, bel ik je.
delivery | In de bijlage het verslag van de bouwvergadering.
delivery | Heb je net de wachtwoorden geappt.
delivery | Hierbij zenden wij u de afrekening over het derde kwartaal.
acceptance | Geen probleem, ik pak het op.
acceptance | Wat mij betreft prima, laten we voor optie B gaan.
acceptance | Komt voor elkaar!
decline | Helaas kunnen wij niet aan uw verzoek voldoen.
deferral | Deze week zit ik helemaal vol, ik kom er in december op terug.
- | Ik hoop dat je een fijn weekend hebt gehad.
- | Marije zei dat de klant in juli al had betaald.
- | Mocht u nog vragen hebben, dan hoor ik het graag.
- | Ter info: de lift is tot vrijdag buiten gebruik.
- | Met vriendelijke groet en een prettige dag verder,
- | Als u interesse heeft, kunnen wij ook een onderhoudscontract aanbieden.
- | Fijne vakantie allemaal!
- | De presentatie van gisteren ging erg goed.
- | Hoofd Inkoop | Telefoon 030 000 00 00
- | De monteur vertelde dat hij het nog een keer zou nakijken.
`;
