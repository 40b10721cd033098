import { CMD, CMDF, Forms, HE, I, INF, listed, WE, YOU } from './forms';

/** Verbs of office work without their prefixes; what is cut off stands at the end of the sentence. */
const WEAK = `schicken senden mailen leiten prüfen checken bestätigen ergänzen korrigieren aktualisieren informieren reservieren
  organisieren kontaktieren unterzeichnen füllen ändern sammeln räumen löschen kopieren scannen überweisen bezahlen zahlen
  erledigen stellen erstellen vereinbaren holen packen antworten beantworten besorgen reichen notieren veranlassen verteilen
  hinterlegen verlängern kündigen beauftragen stimmen machen sagen fragen setzen legen zeigen drucken bestellen buchen planen
  klären erklären schauen gucken melden tauschen stornieren übersetzen überarbeiten formulieren fassen kümmern suchen warten
  lagern liefern verschicken richten pflegen lösen fixen teilen starten gießen hängen koordinieren kalkulieren berechnen
  analysieren dokumentieren installieren archivieren protokollieren priorisieren testen speichern sichern schulen führen
  hören rechnen ordnen öffnen retten bauen kaufen verkaufen mieten faxen posten loggen schalten sperren entsperren aktivieren
  deaktivieren konfigurieren parken tippen markieren kommentieren verlinken taggen mergen deployen pushen reviewen
  delegieren eskalieren terminieren fixieren genehmigen erfassen verbuchen kontieren mahnen rügen stempeln quittieren
  abonnieren melden begleiten vertreten unterstützen versorgen bewerten schätzen vergleichen wählen ersetzen reparieren
  nutzen löten kleben streichen wischen putzen sortieren heften laminieren adressieren frankieren verpacken klopfen
  gewähren erinnern einigen entsorgen belegen dulden regeln sorgen probieren updaten uploaden posten kürzen lassen`;
/** Infinitive, the du-form without -st, du-command where it is another. */
const STRONG = `schreiben:schreib geben:gib nehmen:nimm übernehmen:übernimm lesen:lie:lies sehen:sieh ansehen:sieh helfen:hilf
  sprechen:sprich treffen:triff besprechen:besprich vergessen:vergiss werfen:wirf halten:hält:halt behalten:behält:behalt
  lassen:läs:lass tragen:träg:trag fahren:fähr:fahr laden:läd:lad bringen:bring rufen:ruf kommen:komm gehen:geh bleiben:bleib
  denken:denk nennen:nenn schließen:schließ ziehen:zieh bitten:bitt binden:bind finden:find verbinden:verbind
  unterschreiben:unterschreib beschreiben:beschreib verschieben:verschieb schieben:schieb weisen:weis liegen:lieg
  waschen:wäsch:wasch empfehlen:empfiehl erhalten:erhält:erhalt vertreten:vertritt treten:tritt bieten:biet
  anbieten:biet schneiden:schneid entscheiden:entscheid vergleichen:vergleich beweisen:beweis greifen:greif
  steigen:steig unterbrechen:unterbrich tun:tu kennen:kenn bewerben:bewirb werden:werd`;

/** The forms of the verbs; "sie" and "ihr" are told by the words around. */
export function germanForms(): Forms {
  const forms = new Forms();
  for (const verb of listed(WEAK)) {
    const stem = verb.replace(/(?:(?<=e[lr])n|en)$/, '');
    // "ändern: ändere, änder"; "öffnen, antworten: öffne, antworte, du antwortest".
    const long = /(?:[dt]|[^lrhaeiouäöümn][mn])$/.test(stem) ? 'e' : '';
    forms.add(verb, INF | WE | CMDF);
    forms.add(stem, CMD);
    forms.add(`${stem}e`, CMD | I);
    forms.add(`${stem}${long}st`, YOU);
    if (/[szßx]$/.test(stem)) forms.add(`${stem}t`, YOU);
    forms.add(`${stem}${long}t`, HE);
    if (/e[lr]$/.test(stem)) forms.add(stem.replace(/e([lr])$/, '$1e'), CMD | I);
  }
  for (const entry of listed(STRONG)) {
    const [verb = '', du = '', command = du] = entry.split(':');
    const stem = verb.replace(/e?n$/, '');
    forms.add(verb, INF | WE | CMDF);
    forms.add(command, CMD);
    forms.add(stem, CMD);
    forms.add(`${stem}e`, CMD | I);
    forms.add(`${du}${/[dt]$/.test(du) ? 'e' : ''}st`, YOU);
    forms.add(`${du}st`, YOU);
    forms.add(`${du}t`, HE | YOU);
    forms.add(`${stem}${/[dt]$/.test(stem) ? 'e' : ''}t`, HE);
  }
  return forms;
}
