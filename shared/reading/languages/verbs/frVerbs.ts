import { CMD, CMDF, Forms, HE, I, INF, listed, SUBJ, WE, YOU } from './forms';

const ER = `envoyer transférer regarder vérifier valider confirmer relancer passer donner compléter corriger modifier préparer
  réserver commander contacter appeler rappeler signaler signer imprimer classer ranger ajouter rajouter supprimer organiser
  planifier annuler reporter payer régler traiter noter demander laisser apporter déposer partager communiquer indiquer
  préciser expliquer arranger retourner renvoyer calculer changer remplacer nettoyer bloquer débloquer chercher trouver
  oublier informer expédier livrer facturer rédiger charger télécharger occuper garder penser avancer commencer terminer
  boucler consulter copier coller scanner téléphoner poster publier lister négocier inviter caler redémarrer relever
  installer configurer désinstaller tester déployer lancer arrêter couper fermer clôturer jeter poser tirer porter emmener
  amener monter démonter réparer emballer étiqueter peser mesurer découper trier archiver sauvegarder exporter importer migrer
  activer désactiver connecter déconnecter accorder autoriser refuser accepter approuver décider évaluer analyser étudier
  comparer estimer chiffrer proposer présenter exposer détailler clarifier commenter raconter notifier alerter aviser aider
  assister accompagner assurer couvrir remplacer coordonner piloter déléguer affecter attribuer décaler déplacer repousser
  fixer programmer bloquer convoquer rencontrer échanger discuter parler travailler essayer éviter créer insérer coller
  formater enregistrer référencer mentionner souligner récupérer rapporter ramener acheter encaisser rembourser virer
  verser solder régulariser justifier déclarer certifier parapher tamponner adresser débuter dupliquer effacer ouvrer
  pointer renseigner rectifier finaliser centraliser synchroniser paramétrer réinitialiser patienter assigner alimenter`;
const IR =
  'finir remplir choisir fournir saisir définir réunir établir garantir avertir élargir réfléchir rafraîchir';
const RE = 'rendre attendre répondre vendre suspendre descendre étendre';
const IRREGULAR: readonly (readonly [number, string])[] = [
  [
    CMD | I,
    'fais dis mets prends remets transmets lis relis écris inscris viens reviens vois revois prévois traduis reprends préviens tiens suis ouvre offre soumets permets résous va vais',
  ],
  [
    CMDF | YOU,
    'faites dites mettez prenez remettez transmettez lisez relisez écrivez inscrivez venez revenez voyez revoyez prévoyez traduisez reprenez prévenez tenez suivez ouvrez offrez soumettez allez',
  ],
  [
    INF,
    'faire dire mettre prendre remettre transmettre lire relire écrire inscrire venir revenir voir revoir prévoir traduire reprendre prévenir tenir suivre ouvrir soumettre résoudre',
  ],
  [
    WE,
    'faisons disons mettons prenons remettons transmettons lisons relisons écrivons venons revenons voyons revoyons prévoyons reprenons prévenons tenons suivons',
  ],
  [
    YOU,
    'fais dis mets prends remets transmets lis relis écris viens reviens vois revois prévois reprends préviens tiens',
  ],
  [
    HE,
    'fait dit met prend remet transmet lit écrit vient revient voit prévoit reprend prévient tient fera dira mettra prendra remettra transmettra reviendra viendra verra rendra répondra',
  ],
  [
    SUBJ,
    'fasses fassiez dises disiez mettes mettiez prennes preniez transmettes transmettiez lises lisiez relises relisiez écrives écriviez viennes veniez voies voyiez revoies revoyiez repreniez préveniez puissiez puisses',
  ],
];

/** The e of the last syllable before a mute ending: "appelle", "achète", "complète"; y turns to i. */
const mute = (stem: string): string =>
  stem
    .replace(/y$/, 'i')
    .replace(/^((?:r)?appe)l$/, '$1ll')
    .replace(/^((?:re)?je)t$/, '$1tt');

/** The forms of the verbs: present, commands of tu and vous, subjunctive. */
export function frenchForms(): Forms {
  const forms = new Forms();
  for (const verb of listed(ER)) {
    const stem = verb.slice(0, -2);
    forms.add(verb, INF);
    forms.add(`${mute(stem).replace(/envoi$/, 'enver')}${/envoy$/.test(stem) ? 'ra' : 'era'}`, HE);
    forms.add(`${mute(stem)}e`, CMD | I | HE | SUBJ);
    forms.add(`${mute(stem)}es`, YOU | SUBJ);
    forms.add(`${stem}ez`, CMDF | YOU);
    forms.add(`${stem}iez`, SUBJ);
    forms.add(`${stem.replace(/g$/, 'ge').replace(/c$/, 'ç')}ons`, WE);
  }
  for (const verb of listed(IR)) {
    const stem = verb.slice(0, -1);
    forms.add(verb, INF);
    forms.add(`${stem}s`, CMD | I | YOU);
    forms.add(`${stem}t`, HE);
    forms.add(`${stem}ssez`, CMDF | YOU);
    forms.add(`${stem}ssons`, WE);
    for (const end of ['ssiez', 'sses', 'sse']) forms.add(stem + end, SUBJ);
  }
  for (const verb of listed(RE)) {
    const stem = verb.slice(0, -2);
    forms.add(verb, INF);
    forms.add(`${stem}s`, CMD | I | YOU);
    forms.add(stem, HE);
    forms.add(`${stem}ez`, CMDF | YOU);
    forms.add(`${stem}ons`, WE);
    for (const end of ['iez', 'es', 'e']) forms.add(stem + end, SUBJ);
  }
  for (const [kind, words] of IRREGULAR) forms.table(kind, words);
  return forms;
}
