/** German office sentences, invented: the kind that is to be held, or "-" for none. */

/** The rules were made against these. */
export const DEVELOPED = `
request | Kannst du mir die Zeichnungen bis morgen Mittag mailen?
request | Bitte bis Freitag freigeben.
request | Könnten Sie uns ein Angebot für 20 Stühle zukommen lassen?
request | Gib mir kurz Bescheid, wenn der Kunde anruft.
request | Ich brauche von dir noch die Reisekostenabrechnung.
request | Denk bitte an die Schlüsselübergabe.
request | Prüfen Sie bitte die Positionen 3 bis 7.
request | Herr Brandt, würden Sie das Protokoll unterschreiben?
request | wir bitten um rückmeldung bis kw 47
question | Wer leitet die Schulung am Montag?
question | Ist die Maschine schon geliefert worden?
commitment | Ich sende Ihnen den Vertrag bis Mittwoch zu.
commitment | Melde mich heute Abend.
commitment | Wir werden die Halle am Samstag streichen.
acceptance | Mach ich!
acceptance | Passt, ich übernehme das.
decline | Leider kann ich an dem Termin nicht teilnehmen.
deferral | Vor Donnerstag wird das leider nichts, wir verschieben auf nächste Woche.
redirect | Bitte wende dich an Jonas, der ist dafür zuständig.
delivery | Hier ist der aktuelle Plan.
delivery | Ich habe dir die Liste gerade geschickt.
completion | Erledigt.
completion | Die Bestellung ist abgeschlossen.
acknowledgement | Super, vielen Dank!
withdrawal | Hat sich erledigt, ich habe den Schlüssel gefunden.
decision | Wir haben uns für das blaue Modell entschieden.
- | Für Fragen stehe ich gern zur Verfügung.
- | Schönes Wochenende!
- | Sie hat gesagt, dass der Entwurf morgen kommt.
- | Der Bericht ist noch nicht fertig.
- | Bei Bedarf kann ich auch eine Kopie erstellen.
- | Der Drucker steht im zweiten Stock.
- | Wir bitten um Ihr Verständnis.
- | In dringenden Fällen wenden Sie sich bitte an Frau Kaya.
- | Die Sitzung war gestern ziemlich lang.
- | Ich bin am Freitag nicht im Büro.
`;

/** Held out: written before any rule was. */
export const HELD_OUT = `
request | Könntest du mir bis Donnerstag die Lieferscheine vom Lager schicken?
request | Bitte bis Montag die Urlaubsliste ergänzen.
request | Würden Sie den Vertragsentwurf noch einmal gegenlesen?
request | Schick mir doch bitte kurz die Nummer vom Hausmeister.
request | Jana, kannst du den Raum für Dienstag umbuchen?
request | Wir bräuchten von Ihnen noch die unterschriebene Vollmacht.
request | Es wäre super, wenn ihr die Zahlen vor dem Audit prüfen könntet.
request | koenntest du den schluessel morgen mitbringen
request | Ich bitte Sie, die Rechnung bis zum 20.11. zu begleichen.
request | Leg die Muster bitte auf meinen Schreibtisch.
question | Wann kommt der Elektriker?
question | Hast du schon etwas vom Zoll gehört?
question | Gilt der Rabatt auch für Nachbestellungen?
commitment | Ich schicke Ihnen das Protokoll heute Nachmittag.
commitment | Wir melden uns bis Ende der Woche mit einem Angebot.
commitment | Den Entwurf bekommst du morgen früh.
commitment | Werde ich gleich nachreichen.
acceptance | Alles klar, mache ich.
acceptance | Geht in Ordnung, ich kümmere mich drum.
acceptance | Übernehme ich gern.
decline | Das schaffe ich diese Woche leider nicht.
decline | Dafür bin ich nicht zuständig.
deferral | Ich komme erst nächste Woche dazu.
redirect | Da wenden Sie sich am besten an Frau Özdemir aus der Buchhaltung.
delivery | Anbei die überarbeitete Preisliste.
delivery | Im Anhang finden Sie die gewünschten Unterlagen.
completion | Der Raum ist gebucht.
completion | Ich habe die Rechnung heute überwiesen.
acknowledgement | Danke, ist angekommen.
acknowledgement | Vielen Dank für die schnelle Rückmeldung!
- | Bei Rückfragen melden Sie sich gern jederzeit.
- | Wenn Sie möchten, kann ich Ihnen ein zweites Angebot erstellen.
- | Er meinte, er schickt die Unterlagen nach.
- | Die Lieferung soll laut Spedition am Freitag eintreffen.
- | Bitte beachten Sie, dass unser Büro am Montag geschlossen bleibt.
- | Ich hoffe, du hattest ein schönes Wochenende.
- | Die Halle ist leider noch nicht gereinigt.
- | Wir freuen uns auf die Zusammenarbeit.
- | Letztes Jahr haben wir das mit zwei Leuten gemacht.
- | Hätten wir mehr Zeit, würde ich alles neu zeichnen.
- | Falls das Wetter schlecht wird, bleibt die Kantine zu.
delivery | Wie versprochen anbei die Fotos vom Aufbau.
- | Ich bin bis zum 23.11. im Urlaub und habe keinen Zugriff auf meine Mails.
- | Sie können sich jederzeit vom Newsletter abmelden.
`;

/** Written after the rules, in other words on purpose, and never looked at while changing them. */
export const LATER = `
request | Magst du die Protokolle bitte noch vor Mittwoch rumschicken?
request | Die Bewerbungen müssten bis Montag gesichtet werden, kannst du das übernehmen?
commitment | Den Rest bringe ich dir am Dienstag vorbei.
acceptance | Jo, nehm ich.
decline | Da muss ich leider passen.
delivery | Die Unterlagen hast du jetzt im Postfach.
completion | Habe eben alles eingebucht.
question | Steht der Termin am Dienstag noch?
- | Vielleicht klappt es ja im Frühjahr.
- | Der Lieferant will nächste Woche liefern.
- | Melden Sie sich, wenn etwas unklar ist.
- | Gestern habe ich lange mit dem Architekten gesprochen.
`;
