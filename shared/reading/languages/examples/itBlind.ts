/** Italian office sentences, invented before their writer read any rule. `halvesOf` says what may be looked at. */
export const BLIND = `
request | Girami il link della call quando puoi
request | Le sarei grato se potesse trasmetterci la documentazione firmata entro il 25.
request | Riesci a darmi accesso alla cartella delle buste paga?
request | Ricordati di chiudere i ticket prima di andare in ferie.
request | Si prega di compilare il modulo allegato e restituirlo quanto prima.
request | da un'occhiata alla clausola 8 che non mi torna
request | Avrei bisogno che approvaste le ore del team entro domani.
request | Ci può indicare l'IBAN per effettuare il bonifico?
request | Chiama il corriere e senti dov'è finito il bancale.
request | Ci mancano ancora le ricevute delle trasferte di settembre.
request | Mettete Sandra in copia d'ora in poi, grazie.
request | Vorrei che Lei rivedesse l'allegato B del contratto.
question | Chi segue adesso il cliente Cantine Alloro?
question | sai se e' gia arrivato il toner?
question | A che ora comincia il corso sulla sicurezza?
question | Il cliente ha poi firmato la proposta?
commitment | Ci guardo oggi pomeriggio e ti faccio sapere.
commitment | Le faremo avere l'offerta aggiornata all'inizio della prossima settimana.
commitment | Domattina parlo con la contabilità.
commitment | la sala la prenoto io
commitment | Riceverà il contratto definitivo al più tardi giovedì.
commitment | Appena esco dalla riunione ti chiamo.
delivery | In allegato il verbale della riunione di cantiere.
delivery | Ti ho appena girato le password su WhatsApp.
delivery | Con la presente Vi inviamo il rendiconto del terzo trimestre.
acceptance | Nessun problema, me ne occupo volentieri.
acceptance | Per me va bene, andiamo con l'opzione B.
acceptance | Ok ci sto, lo faccio io.
decline | Purtroppo non ci è possibile dare seguito alla Sua richiesta.
deferral | Questa settimana sono pienissimo, se ne riparla a dicembre.
- | Spero che tu abbia passato un buon ponte.
- | Marta mi ha detto che il cliente aveva già pagato a luglio.
- | Resto a disposizione per qualsiasi chiarimento.
- | Vi informo che l'ascensore sarà fuori servizio fino a venerdì.
- | L'occasione mi è gradita per porgere distinti saluti.
- | Se può interessarVi, potremmo proporre anche un contratto di manutenzione.
- | Buon fine settimana a tutti!
- | La presentazione di ieri è andata molto bene.
- | Responsabile Acquisti | Tel. 02 000 00 00
- | Il tecnico ha detto che sarebbe tornato a controllare.
`;
