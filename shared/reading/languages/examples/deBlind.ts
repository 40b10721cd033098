/** German office sentences, invented before their writer read any rule. `halvesOf` says what may be looked at. */
export const BLIND = `
request | Schick mal bitte den Link zum Testserver rüber
request | Würdest du dir den Entwurf der Kündigung mal anschauen, bevor der raus geht?
request | Kannste mir den Zugang für die neue Kollegin anlegen? Eilt etwas.
request | Wir bitten um Rücksendung des unterzeichneten Exemplars bis zum 20.11.
request | Leg die Rechnung einfach in den gemeinsamen Ordner.
request | Für den Abschluss fehlen uns von Ihnen noch die Reisebelege vom Oktober.
request | Ruf bitte mal bei Frau Özdemir durch wegen der Mietverlängerung.
request | Ich wäre Ihnen dankbar, wenn Sie die Klausel 7 noch einmal durchsehen könnten.
request | Trag deine Urlaubstage bis Ende der Woche ins System ein, ja?
request | bitte paket abholen lassen, steht am empfang
request | Ergänzt bitte eure Zahlen in der Tabelle, sonst kann ich nicht abschliessen.
request | Es wäre super, wenn du den Kunden vor 15 Uhr zurückrufen würdest.
question | Welche Version läuft denn gerade auf der Produktion?
question | Hat sich der Lieferant schon wegen der Fehlmenge gemeldet?
question | Wie hoch ist eigentlich das Restbudget für die Messe?
question | weisst du ob die lizenz noch gültig ist?
commitment | Ich kümmere mich gleich drum und melde mich nachher.
commitment | Den Vertrag lasse ich Ihnen im Laufe der Woche zukommen.
commitment | Wir werden die Maschine am Donnerstag früh bei Ihnen aufstellen.
commitment | Spreche heute noch mit der Buchhaltung darüber.
commitment | Du bekommst von mir bis Montag eine Rückmeldung.
commitment | ich setz mich morgen früh gleich dran
delivery | Im Anhang die überarbeitete Stellenbeschreibung.
delivery | Hab dir die Zugangsdaten grade per SMS geschickt.
delivery | Anbei übersenden wir Ihnen die Abrechnung für das dritte Quartal.
acceptance | Geht klar, übernehme ich gern.
acceptance | Das passt so für mich, können wir machen.
acceptance | Einverstanden, dann nehmen wir Variante B.
decline | Das schaffe ich diese Woche leider nicht, da müsst ihr jemand anderen fragen.
deferral | Ich komme frühestens übernächste Woche dazu.
- | Ich hoffe, Sie hatten einen angenehmen Urlaub.
- | Herr Wieland meinte, er habe die Unterlagen schon im Sommer eingereicht.
- | Falls Sie weitere Fragen haben, stehe ich Ihnen jederzeit zur Verfügung.
- | Der Aufzug in Haus C ist bis Freitag außer Betrieb.
- | Viele Grüße aus Kassel und einen schönen Feierabend!
- | Bei Interesse könnten wir Ihnen auch ein Wartungspaket anbieten.
- | Zur Info: die Kantine hat ab Dezember neue Öffnungszeiten.
- | Schön, dass du am Freitag dabei warst.
- | Leiterin Einkauf | Telefon 0561 4432
- | Die Schulung war gut besucht und hat allen gefallen.
`;
