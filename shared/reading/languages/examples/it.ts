/** Italian office sentences, invented: the kind that is to be held, or "-" for none. */

/** The rules were made against these. */
export const DEVELOPED = `
request | Puoi mandarmi le piante entro domani a mezzogiorno?
request | Si prega di approvare entro venerdì.
request | Potreste farci avere un'offerta per venti sedie?
request | Fammi sapere quando chiama il cliente.
request | Mi manca ancora la tua nota spese.
request | Non dimenticare la consegna delle chiavi.
request | Controlli le righe da 3 a 7, per cortesia.
request | Signor Bruni, potrebbe firmare il verbale?
question | Chi tiene il corso di lunedì?
question | Hanno già consegnato la macchina?
commitment | Le invio il contratto mercoledì.
commitment | Ti faccio sapere stasera.
commitment | Imbiancheremo la sala sabato.
acceptance | Ci penso io!
acceptance | D'accordo, lo faccio io.
decline | Mi dispiace, non posso partecipare a quella riunione.
deferral | Non sarà possibile prima di giovedì.
redirect | Chiedi a Giona, se ne occupa lui.
delivery | Ecco la pianta aggiornata.
delivery | Ti ho appena mandato la lista.
completion | Fatto.
completion | L'ordine è confermato.
acknowledgement | Ottimo, grazie mille!
withdrawal | Lascia stare, ho trovato la chiave.
decision | Abbiamo deciso di tenere il modello blu.
- | Resto a disposizione per qualsiasi domanda.
- | Buon weekend a tutti!
- | Lei ha detto che il progetto arriverà domani.
- | Il rapporto non è ancora pronto.
- | Se serve, posso fare anche una copia.
- | La stampante è al secondo piano.
- | Ci scusiamo per il disagio.
- | Per urgenze scrivere alla signora Kaya.
- | La riunione di ieri è stata piuttosto lunga.
- | Venerdì non sono in ufficio.
`;

/** Held out: written before any rule was. */
export const HELD_OUT = `
request | Potresti mandarmi le bolle entro giovedì?
request | Si prega di compilare il modulo e restituirlo firmato.
request | Per favore, riguardi il preventivo e mi dica se va bene.
request | Ho bisogno che tu mi confermi l'orario della visita.
request | Passami il contatto dell'idraulico quando puoi.
request | Marta, riesci a prenotare la sala per martedì?
request | Le sarei grato se volesse inviarci la polizza aggiornata.
request | Mi gireresti il file dei costi?
request | La preghiamo di trasmetterci la ricevuta di pagamento.
request | mi mandi la lista prezzi pls
question | Quando arriva il camion?
question | Hai saputo qualcosa dalla dogana?
question | Lo sconto vale anche per i ricambi?
commitment | Ti mando il verbale oggi pomeriggio.
commitment | Domani mattina le invio la bozza.
commitment | Vi risponderemo entro venerdì.
commitment | Sento il fornitore e ti faccio sapere.
acceptance | Va bene, ci penso io.
acceptance | Certo, lo faccio subito.
acceptance | Me ne occupo volentieri.
decline | Purtroppo non riesco a farlo.
decline | Non è di mia competenza.
deferral | Riesco a guardarlo solo la settimana prossima.
redirect | Per questo devi sentire Ines della contabilità.
delivery | In allegato trova la fattura di ottobre.
delivery | Ecco le misure della cucina.
completion | La sala è prenotata.
completion | Ho pagato la fattura stamattina.
acknowledgement | Ricevuto, grazie mille.
acknowledgement | Ti ringrazio per l'aiuto!
- | Per qualsiasi domanda non esiti a contattarci.
- | Se vuole, posso preparare un'altra versione.
- | Mi ha detto che sarebbe passato venerdì.
- | Restiamo a disposizione per ogni chiarimento.
- | Spero che tu abbia passato delle belle vacanze.
- | La relazione non è ancora pronta.
- | Se l'avessi saputo, avrei ordinato di più.
- | L'anno scorso abbiamo noleggiato due furgoni.
- | L'ufficio resterà chiuso dal 24 al 31 dicembre.
- | Buon fine settimana!
- | Si informa che il parcheggio è a pagamento.
delivery | Come promesso, ti allego la pianta del piano.
- | Sarò assente fino al 16 novembre e non leggerò la posta.
- | Clicca qui per annullare l'iscrizione.
`;

/** Written after the rules, in other words on purpose, and never looked at while changing them. */
export const LATER = `
request | Mi rimandi il file corretto quando hai un attimo?
request | Le candidature vanno viste entro lunedì, te ne occupi tu?
commitment | Il resto te lo porto martedì.
acceptance | Sì, la prendo io.
decline | Stavolta devo passare.
delivery | I documenti sono già nella tua casella.
completion | Ho appena inserito tutto.
question | È ancora valido l'appuntamento di martedì?
- | Magari va in porto in primavera.
- | Il fornitore consegna la settimana prossima.
- | Mi dica se qualcosa non è chiaro.
- | Ieri ho parlato a lungo con l'architetto.
`;
