import { CMD, CMDF, Forms, HE, I, INF, listed, SUBJ, WE, YOU } from './forms';

/** ":isc" marks "finisco". */
const VERBS = `inviare mandare girare passare rivedere guardare controllare confermare validare avvisare chiamare richiamare
  parlare sentire preparare prenotare pagare firmare consegnare compilare completare correggere modificare cambiare aggiornare
  aggiungere inserire:isc mettere togliere cancellare eliminare caricare scaricare condividere inoltrare rispondere chiedere
  domandare verificare chiudere aprire terminare finire:isc iniziare cominciare riavviare avviare installare configurare
  sistemare aggiustare risolvere gestire:isc trattare sollecitare richiedere comprare acquistare ordinare fatturare incassare
  versare bonificare trasferire:isc stampare scansionare fotocopiare copiare incollare allegare scrivere leggere tradurre
  annotare segnare appuntare registrare archiviare salvare organizzare pianificare programmare fissare convocare invitare
  annullare disdire rimandare rinviare spostare anticipare posticipare assegnare delegare coordinare contattare cercare trovare
  raccogliere ritirare ricevere lasciare portare presentare proporre spiegare dettagliare indicare chiarire:isc commentare
  raccontare informare comunicare notificare ricordare aiutare seguire coprire sostituire:isc occupare assicurare garantire:isc
  provare testare pubblicare lanciare evitare prendere tirare pulire:isc riordinare tagliare misurare pesare calcolare
  confrontare analizzare valutare studiare scegliere selezionare decidere approvare autorizzare rifiutare restituire:isc
  ritornare tornare rinnovare prorogare ampliare ridurre adeguare adattare formattare esportare importare migrare bloccare
  sbloccare attivare disattivare abilitare collegare scollegare accedere entrare trasmettere fornire:isc fornire spedire:isc
  recapitare saldare liquidare regolarizzare giustificare timbrare spegnere accendere lavorare ripassare dividere distribuire:isc
  etichettare imballare montare smontare riparare certificare dimenticare pensare verificare tenere segnalare precisare
  riferire:isc riassumere integrare rettificare sottoscrivere siglare depositare rendicontare riepilogare recuperare
  scannerizzare notare buttare dare portare riportare rimuovere ripristinare`;
const IRREGULAR: readonly (readonly [number, string])[] = [
  [
    CMD,
    "fai da' fa' di' sta' va' vai vieni tieni fammi dammi dimmi facci dacci dicci falla fallo fammelo dammelo dille digli dillo fatti dammela fammela rivedi",
  ],
  [CMDF, 'date fate dite venite tenete'],
  [CMDF | SUBJ, 'dia faccia dica venga tenga vada mi si dia'],
  [INF, 'dare fare dire venire tenere andare vedere porre'],
  [I, 'do faccio dico tengo vado vedo vengo propongo traduco tolgo raccolgo scelgo'],
  [WE, 'diamo facciamo diciamo vediamo andiamo sentiamo'],
  [YOU, 'dai fai dici vieni tieni vai vedi date fate dite'],
  [HE, 'fa dice viene tiene vede darà farà dirà vedrà'],
  [
    SUBJ,
    'dia diate faccia facciate facessi facesse faceste desse deste dessi veda vediate vedesse vedeste dica diciate dicesse rivedesse rivedeste',
  ],
];

/** The forms of the verbs: present, commands of tu, Lei and voi, both subjunctives. */
export function italianForms(): Forms {
  const forms = new Forms();
  for (const entry of listed(VERBS)) {
    const [verb = '', isc] = entry.split(':');
    const stem = verb.slice(0, -3);
    const are = verb.endsWith('are');
    const ire = verb.endsWith('ire');
    const strong = isc ? `${stem}isc` : stem;
    // "cercare: cerchi", "iniziare: inizi".
    const i = /[cg]$/.test(stem) && are ? `${stem}hi` : stem.endsWith('i') ? stem : `${strong}i`;
    forms.add(verb, INF);
    forms.add(`${are ? `${i.replace(/i$/, '')}er` : verb.slice(0, -1)}à`, HE);
    forms.add(verb.slice(0, -1), INF);
    forms.add(are ? `${stem}a` : i, CMD);
    forms.add(are ? `${stem}a` : `${strong}e`, HE);
    forms.add(are ? i : `${strong}a`, CMDF | SUBJ);
    forms.add(stem + (are ? 'ate' : ire ? 'ite' : 'ete'), CMDF | YOU);
    forms.add(`${strong}o`, I);
    forms.add(are ? `${i.replace(/i$/, '')}iamo` : `${stem}iamo`, WE);
    forms.add(i, YOU);
    forms.add(`${are ? i.replace(/i$/, '') : stem}iate`, SUBJ);
    const past = stem + (are ? 'a' : ire ? 'i' : 'e');
    for (const end of ['ssi', 'sse', 'ste']) forms.add(past + end, SUBJ);
  }
  for (const [kind, words] of IRREGULAR) forms.table(kind, words);
  return forms;
}
