/** Office sentences for the grammar of verb forms, a list per language: rules were made against these. */
export const FORMS: Readonly<Record<string, string>> = {
  de: `
request | Lad die Datei bitte noch mal hoch.
request | Schickst du mir die Zahlen?
request | Buch uns den kleinen Raum für Donnerstag.
request | Können wir kurz telefonieren?
request | Wollen wir uns Dienstag zusammensetzen?
request | Machst du die Abrechnung fertig?
request | Wir brauchen von euch die Anschlusswerte.
request | Sei so gut und leg mir die Akte raus.
request | Denkt an eure Stundenzettel!
request | Leitet das an die Technik weiter.
request | Um Zusendung der Nachweise wird gebeten.
request | Sehen Sie sich die Skizze bitte an.
request | kannst du rechnung 4411 nochmal ausdrucken
request | Uns fehlt noch das Aufmaß von Ihnen.
request | Bestätigt mir bitte die Uhrzeit.
request | Treffen wir uns um drei?
request | Es wäre nett, wenn Sie den Termin bestätigen.
commitment | Ich ruf dich nachher an.
commitment | Morgen schicke ich die Liste.
commitment | Schicke dir das gleich rüber.
commitment | Sie erhalten die Unterlagen in den nächsten Tagen.
commitment | Jana schickt es dir morgen.
commitment | Wir melden uns bis Freitag.
commitment | Die Auswertung kriegst du morgen.
commitment | Das mache ich bis Mittwoch fertig.
commitment | Meine Kollegin meldet sich morgen bei Ihnen.
delivery | Hier der Link zum Protokoll.
delivery | Die Rechnung habe ich dir eben weitergeleitet.
acceptance | Klar, mach ich.
acceptance | Können wir so machen.
acceptance | Ja, passt für mich.
decline | Das geht bei mir leider nicht.
deferral | Schaffe ich erst nächste Woche.
question | Wann ist der Umzug?
question | Liegt das Angebot schon vor?
- | Plan für die Woche
- | Stand der Dinge heute.
- | Frage zur Rechnung
- | Jana schickt jeden Montag den Bericht.
- | Der Kunde prüft das Angebot noch.
- | Warte auf Rückmeldung vom Lieferanten.
- | Halte durch, bald ist Freitag.
- | Ich finde den Entwurf gelungen.
- | Ich sehe das genauso.
- | Bleiben Sie gesund!
- | Lass es dir gut gehen.
- | Mach dir keinen Kopf.
- | Melden Sie sich gern, wenn Sie Fragen haben.
- | Wir haben gestern die Anlage besichtigt.
- | Kommen Sie gut ins neue Jahr!
`,
  fr: `
request | Tu m'envoies le devis ?
request | Pouvez vous me rappeler demain matin
request | Remplissez le tableau et renvoyez-le moi.
request | Il me faut la liste pour demain.
request | On se voit mardi à 10h ?
request | N'oubliez pas de pointer ce soir.
request | Je voudrais que tu relances le fournisseur.
request | Est ce que tu pourrais imprimer les badges ?
request | Réponds-lui avant midi.
request | Prière de nous retourner le bon signé.
request | Penses-tu pouvoir finir la note aujourd'hui ?
request | Corrigez la page 3 svp
request | Vous nous confirmez la date ?
request | Il faudrait que vous changiez le mot de passe.
request | Transmettez le dossier au service juridique.
request | dis moi si ca te va
request | Mettez à jour le fichier clients avant lundi.
request | Envoie la facture au client.
commitment | Je t'envoie ça demain.
commitment | Je passe vous voir jeudi.
commitment | On vous livre lundi.
commitment | Karim vous appelle demain matin.
commitment | Je te fais suivre le mail tout de suite.
commitment | je vais regarder ça
commitment | Nous reviendrons vers vous rapidement.
commitment | Ma collègue vous enverra le contrat demain.
commitment | J'essaie de finir pour vendredi.
delivery | Je t'ai mis le fichier sur le serveur.
delivery | Veuillez trouver ci-joint notre offre.
acceptance | Ok, je m'en charge.
acceptance | Oui ça me convient.
acceptance | Parfait, on fait comme ça.
decline | Je ne pourrai pas venir.
decline | Désolée, c'est pas possible pour moi.
deferral | Je ne peux pas avant mardi.
question | Quand arrive la livraison ?
question | Le contrat est-il signé ?
- | Demande de congés
- | Commande reçue hier.
- | Le client valide le devis la semaine prochaine.
- | Validé par la direction.
- | Je pense que le client a raison.
- | Je trouve le projet intéressant.
- | Passe une bonne journée !
- | Profitez bien de vos vacances.
- | Note de service
- | Je vous souhaite une bonne réception.
- | Prenez soin de vous.
- | Le fournisseur livre demain.
- | Je suis en réunion demain.
- | On a discuté du budget hier.
`,
  es: `
request | Mándame el presupuesto.
request | ¿Me pasas el acta?
request | Envíenos las facturas pendientes.
request | Necesito que firmes el contrato.
request | ¿Quedamos el martes?
request | Revisa la tabla y dime.
request | ¿Lo vemos mañana?
request | Haced copia de seguridad antes de irse.
request | avisame cuando llegue
request | Ruego me confirme la recepción.
request | ¿Podrias imprimir las etiquetas?
request | Hazme un favor y llama a Lucas.
request | No olvides fichar.
request | Te pido que cierres la incidencia.
request | Ponme en copia, porfa.
request | Traedme los albaranes mañana.
request | Sube el archivo a la carpeta.
request | ¿Te encargas de los billetes?
commitment | Te lo mando luego.
commitment | Os paso el informe mañana.
commitment | Ahora te llamo.
commitment | Marta te llama mañana.
commitment | Le enviaremos el contrato el lunes.
commitment | voy a mirarlo
commitment | Mañana te digo algo.
commitment | Mi compañera le enviará mañana los datos.
commitment | Quedo en enviarte la lista el lunes.
delivery | Os he dejado el informe en la carpeta.
delivery | Le remito la factura solicitada.
acceptance | Perfecto, yo me ocupo.
acceptance | Me parece bien, lo hacemos así.
acceptance | Ok, de acuerdo.
decline | No voy a poder asistir.
decline | Eso no lo llevo yo.
deferral | No podré hasta el jueves.
question | ¿Cuándo llega el camión?
question | ¿Está firmado el contrato?
- | Firma del contrato
- | Entrega prevista el lunes.
- | Envié el informe ayer al cliente, como siempre.
- | El cliente firma mañana.
- | Creo que el precio es correcto.
- | Que tengas buen viaje.
- | Llama la atención lo bien que va todo.
- | Pasa un buen fin de semana.
- | Cuídate mucho.
- | Reserva confirmada.
- | Trabajo en la oficina de Sevilla los lunes.
- | Mañana no hay oficina.
- | Espero tu llamada con ilusión, un abrazo.
- | El proveedor entrega el jueves.
`,
  pt: `
request | Manda o orçamento.
request | Envie-nos as faturas em aberto.
request | Me passa a ata?
request | Podes mandar-me a ata?
request | Preciso que assine o contrato.
request | Bora marcar pra terça?
request | Veja se está tudo certo e me diga.
request | Vamos falar amanhã?
request | Façam backup antes de sair.
request | avisa quando chegar
request | Diz-me quando puderes.
request | Você consegue imprimir as etiquetas?
request | Não se esqueçam de bater o ponto.
request | Peço que feche o chamado.
request | Mete-me em cópia, pf.
request | Tragam as guias amanhã.
request | Sobe o arquivo na pasta.
request | Você cuida das passagens?
request | Ficamos a aguardar o envio da fatura.
commitment | Te mando depois.
commitment | Envio-te o relatório amanhã.
commitment | Já te ligo.
commitment | A Marta te liga amanhã.
commitment | Enviaremos o contrato na segunda.
commitment | vou olhar isso
commitment | Amanhã te falo.
commitment | A minha colega envia-lhe os dados amanhã.
delivery | Deixei o relatório na pasta.
delivery | Seguem as faturas pedidas.
acceptance | Perfeito, eu trato disso.
acceptance | Pode ser, fazemos assim.
acceptance | Ok, de acordo.
decline | Não vou conseguir ir.
decline | Isso não é comigo.
deferral | Só consigo na quinta.
question | Quando chega o caminhão?
question | O contrato está assinado?
- | Assinatura do contrato
- | Entrega prevista na segunda.
- | O cliente assina amanhã.
- | Acho que o preço está certo.
- | Boa viagem!
- | Passe um bom fim de semana.
- | Cuide-se bem.
- | Reserva confirmada.
- | Trabalho no escritório do Porto às segundas.
- | Amanhã não há escritório.
- | Um abraço e até amanhã.
- | O fornecedor entrega na quinta.
- | Espero que dê tudo certo.
`,
  nl: `
request | Mail mij de offerte.
request | Stuur je me de notulen?
request | Geef even door hoe laat je er bent.
request | Zullen we dinsdag afspreken?
request | Wil je de tabel controleren?
request | Kunnen we morgen bellen?
request | Maak een back-up voordat je weggaat.
request | laat weten als hij er is
request | Wij verzoeken u de factuur te betalen.
request | Zou je de labels kunnen printen?
request | Zet mij in cc, aub.
request | Neem morgen de pakbonnen mee.
request | Ik heb van jou nog de cijfers nodig.
request | Regel jij de tickets?
request | Upload het bestand in de map.
request | Denk aan je urenstaat!
request | Wilt u de ontvangst bevestigen?
request | Check de planning nog een keer.
commitment | Ik stuur het je straks.
commitment | Morgen mail ik het rapport.
commitment | Bel je zo.
commitment | Marije belt je morgen.
commitment | We sturen het contract maandag.
commitment | ik ga er naar kijken
commitment | Je hoort morgen van me.
commitment | Mijn collega stuurt u morgen de gegevens.
commitment | Ik kom daar morgen op terug.
delivery | Ik heb het rapport in de map gezet.
delivery | Bijgevoegd de gevraagde factuur.
acceptance | Prima, ik regel het.
acceptance | Goed idee, doen we.
acceptance | Ok, akkoord.
decline | Ik kan er niet bij zijn.
decline | Daar ga ik niet over.
deferral | Ik kan pas donderdag.
question | Wanneer komt de vrachtwagen?
question | Is het contract getekend?
- | Plan voor de week
- | Bestelling bevestigd door de leverancier.
- | De klant tekent morgen.
- | Ik denk dat de prijs klopt.
- | Goede reis!
- | Geniet van je weekend.
- | Werk ze!
- | Ik zie het probleem ook.
- | Ik werk op maandag in Utrecht.
- | Morgen is het kantoor dicht.
- | Stem van de klant
- | De leverancier levert donderdag.
- | Pas goed op jezelf.
- | Ik hoop dat alles goed gaat.
`,
  it: `
request | Mandami il preventivo.
request | Mi passi il verbale?
request | Ci invii le fatture in sospeso.
request | Ho bisogno che tu firmi il contratto.
request | Ci vediamo martedì?
request | Controlla la tabella e dimmi.
request | Ne parliamo domani?
request | Fate il backup prima di uscire.
request | avvisami quando arriva
request | Mi servirebbe la lista entro domani.
request | Potresti stampare le etichette?
request | Fammi un favore e senti Luca.
request | Non dimenticare di timbrare.
request | Le chiedo di chiudere la segnalazione.
request | Mettimi in copia, per favore.
request | Portate le bolle domani.
request | Carica il file nella cartella.
request | Ti occupi tu dei biglietti?
request | Inviateci i dati quanto prima.
commitment | Te lo mando dopo.
commitment | Vi giro il report domani.
commitment | Adesso ti chiamo.
commitment | Marta ti chiama domani.
commitment | Le invieremo il contratto lunedì.
commitment | vado a vedere io
commitment | Domani ti dico.
commitment | La mia collega le manderà i dati domani.
commitment | Domani mattina passo da voi.
delivery | Ti ho messo il report nella cartella.
delivery | Le trasmetto la fattura richiesta.
acceptance | Perfetto, ci penso io.
acceptance | Va bene, facciamo così.
acceptance | Ok, d'accordo.
decline | Non riuscirò a venire.
decline | Non è di mia competenza.
deferral | Non posso prima di giovedì.
question | Quando arriva il camion?
question | Il contratto è firmato?
- | Firma del contratto
- | Consegna prevista lunedì.
- | Il cliente firma domani.
- | Credo che il prezzo sia giusto.
- | Buon viaggio!
- | Passa un buon fine settimana.
- | Prenditi cura di te.
- | Conferma d'ordine
- | Lavoro a Bologna il lunedì.
- | Domani l'ufficio è chiuso.
- | Un abbraccio e a domani.
- | Il fornitore consegna giovedì.
- | Stammi bene.
- | Spero che vada tutto bene.
`,
};
