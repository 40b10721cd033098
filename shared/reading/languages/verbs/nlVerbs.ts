import { CMD, Forms, HE, I, INF, listed, WE, YOU } from './forms';

/** Infinitive and stem of verbs of office work; what is cut off stands at the end of the sentence. */
const VERBS = `sturen:stuur mailen:mail geven:geef zetten:zet kijken:kijk checken:check controleren:controleer bevestigen:bevestig
  laten:laat weten:weet bellen:bel zeggen:zeg vragen:vraag maken:maak doen:doe plannen:plan boeken:boek regelen:regel
  reserveren:reserveer bestellen:bestel betalen:betaal tekenen:teken ondertekenen:onderteken invullen:vul vullen:vul
  aanpassen:pas passen:pas wijzigen:wijzig veranderen:verander verwerken:verwerk bijwerken:werk werken:werk toevoegen:voeg
  voegen:voeg verwijderen:verwijder uploaden:upload downloaden:download delen:deel doorsturen:stuur antwoorden:antwoord
  beantwoorden:beantwoord reageren:reageer sluiten:sluit openen:open starten:start herstarten:herstart installeren:installeer
  configureren:configureer repareren:repareer oplossen:los lossen:los kopen:koop factureren:factureer overmaken:maak
  printen:print scannen:scan kopieren:kopieer plakken:plak bijvoegen:voeg schrijven:schrijf lezen:lees vertalen:vertaal
  noteren:noteer registreren:registreer archiveren:archiveer bewaren:bewaar opslaan:sla slaan:sla organiseren:organiseer
  inplannen:plan afspreken:spreek spreken:spreek bespreken:bespreek uitnodigen:nodig nodigen:nodig annuleren:annuleer
  afzeggen:zeg verzetten:verzet verplaatsen:verplaats verschuiven:verschuif toewijzen:wijs wijzen:wijs delegeren:delegeer
  coordineren:coordineer contacteren:contacteer zoeken:zoek vinden:vind ophalen:haal halen:haal ontvangen:ontvang brengen:breng
  meenemen:neem nemen:neem presenteren:presenteer voorstellen:stel stellen:stel uitleggen:leg leggen:leg aangeven:geef
  melden:meld informeren:informeer herinneren:herinner helpen:help vervangen:vervang zorgen:zorg verzorgen:verzorg
  overleggen:overleg afstemmen:stem stemmen:stem testen:test proberen:probeer publiceren:publiceer ruimen:ruim
  opruimen:ruim ordenen:orden knippen:knip meten:meet wegen:weeg rekenen:reken berekenen:bereken vergelijken:vergelijk
  analyseren:analyseer beoordelen:beoordeel kiezen:kies beslissen:beslis goedkeuren:keur keuren:keur afwijzen:wijs
  retourneren:retourneer terugsturen:stuur vernieuwen:vernieuw verlengen:verleng verminderen:verminder exporteren:exporteer
  importeren:importeer migreren:migreer blokkeren:blokkeer deblokkeren:deblokkeer activeren:activeer deactiveren:deactiveer
  koppelen:koppel inloggen:log loggen:log leveren:lever aanleveren:lever bezorgen:bezorg verzenden:verzend zenden:zend
  afhandelen:handel behandelen:behandel handelen:handel nakijken:kijk nalezen:lees doornemen:neem doorgeven:geef
  aanvragen:vraag aanvullen:vul corrigeren:corrigeer verbeteren:verbeter voorbereiden:bereid bereiden:bereid opstellen:stel
  uitzoeken:zoek uitwerken:werk afmaken:maak afronden:rond ronden:rond indienen:dien dienen:dien declareren:declareer
  inboeken:boek overboeken:boek storten:stort herzien:herzie zien:zie tonen:toon appen:app pingen:ping posten:post
  denken:denk houden:hou houden:houd schakelen:schakel inschakelen:schakel aanmaken:maak opzetten:zet draaien:draai
  fixen:fix mergen:merge reviewen:review deployen:deploy taggen:tag markeren:markeer vermelden:vermeld bekijken:bekijk
  nagaan:ga gaan:ga komen:kom vergeten:vergeet wachten:wacht hangen:hang nemen:neem trekken:trek schuiven:schuif
  verhuizen:verhuis schoonmaken:maak parkeren:parkeer sorteren:sorteer verdelen:verdeel verpakken:verpak labelen:label
  verbinden:verbind tellen:tel vertellen:vertel roepen:roep opzeggen:zeg verklaren:verklaar toelichten:licht lichten:licht
  samenvatten:vat vatten:vat bundelen:bundel geven:geef schrappen:schrap wissen:wis leeghalen:haal inleveren:lever
  accorderen:accordeer verifieren:verifieer aanmelden:meld afmelden:meld inkopen:koop dekken:dek overnemen:neem vrijmaken:maak`;

/** The forms of the verbs: the stem commands, promises after "ik", asks before "je". */
export function dutchForms(): Forms {
  const forms = new Forms();
  for (const entry of listed(VERBS)) {
    const [verb = '', stem = ''] = entry.split(':');
    forms.add(verb, INF | WE);
    forms.add(stem, CMD | I | YOU);
    forms.add(/t$/.test(stem) ? stem : `${stem}t`, HE | YOU);
  }
  return forms;
}
