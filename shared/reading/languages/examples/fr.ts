/** French office sentences, invented: the kind that is to be held, or "-" for none. */

/** The rules were made against these. */
export const DEVELOPED = `
request | Pouvez-vous m'envoyer les plans avant demain midi ?
request | Merci de valider avant vendredi.
request | Pourriez-vous nous faire parvenir une offre pour vingt chaises ?
request | Dis-moi quand le client appelle.
request | Il me manque encore ta note de frais.
request | N'oublie pas la remise des clés.
request | Vérifiez les lignes 3 à 7 s'il vous plaît.
request | Monsieur Brun, voulez-vous signer le procès-verbal ?
question | Qui anime la formation de lundi ?
question | La machine est-elle déjà livrée ?
commitment | Je vous transmets le contrat mercredi.
commitment | Je te tiens au courant ce soir.
commitment | Nous repeindrons la salle samedi.
acceptance | Je m'en occupe !
acceptance | D'accord, je prends ça.
decline | Désolé, je ne peux pas participer à cette réunion.
deferral | Ce ne sera pas possible avant jeudi, je décale à la semaine prochaine.
redirect | Voyez plutôt avec Jonas, c'est lui qui gère ce dossier.
delivery | Voici le plan à jour.
delivery | Je t'ai envoyé la liste à l'instant.
completion | C'est réglé.
completion | La commande est validée.
acknowledgement | Super, merci beaucoup !
withdrawal | Laisse tomber, j'ai retrouvé la clé.
decision | Nous avons décidé de garder le modèle bleu.
- | Je reste disponible pour toute question.
- | Bon week-end à tous !
- | Elle a dit que le projet arriverait demain.
- | Le rapport n'est pas encore prêt.
- | Si besoin, je peux aussi faire une copie.
- | L'imprimante est au deuxième étage.
- | Merci de votre compréhension.
- | En cas d'urgence, contactez Mme Kaya.
- | La réunion d'hier était plutôt longue.
- | Je ne suis pas au bureau vendredi.
`;

/** Held out: written before any rule was. */
export const HELD_OUT = `
request | Pourrais-tu me transmettre le devis du menuisier avant jeudi ?
request | Merci de compléter le tableau ci-dessous d'ici lundi.
request | Veuillez nous retourner le bon de commande signé.
request | Peux-tu relancer le transporteur stp ?
request | Il faudrait que vous validiez les plans avant la réunion.
request | J'aurais besoin de la liste des invités pour mardi.
request | Envoie-moi les photos du chantier quand tu peux.
request | Nadia, tu peux réserver la salle pour le 12 ?
request | Je vous saurais gré de bien vouloir confirmer votre présence.
request | tu peux m'envoyer le mot de passe du wifi invité svp
question | Quand est-ce que le peintre revient ?
question | As-tu eu des nouvelles du notaire ?
question | Est-ce que la remise s'applique aussi aux pièces détachées ?
commitment | Je vous envoie le compte rendu demain matin.
commitment | On te rappelle avant la fin de la semaine.
commitment | Vous recevrez le contrat lundi au plus tard.
commitment | Je regarde ça cet après-midi et je reviens vers toi.
acceptance | Ok, je m'en charge.
acceptance | Bien sûr, je le fais tout de suite.
acceptance | Ça marche !
decline | Je ne pourrai malheureusement pas m'en occuper.
decline | Ce n'est pas de mon ressort.
deferral | Je ne pourrai pas le faire avant la semaine prochaine.
redirect | Pour cela, adressez-vous plutôt à Mme Lefort au service achats.
delivery | Vous trouverez ci-joint la facture du mois d'octobre.
delivery | Voici les mesures de la cuisine.
completion | C'est fait, la salle est réservée.
completion | J'ai payé la facture ce matin.
acknowledgement | Bien reçu, merci.
acknowledgement | Merci beaucoup pour ton aide !
- | N'hésitez pas à me contacter pour toute question.
- | Si vous le souhaitez, je peux vous préparer une autre version.
- | Il m'a dit qu'il passerait vendredi.
- | Je reste à votre disposition pour tout renseignement complémentaire.
- | Nous vous remercions de votre confiance.
- | J'espère que tu as passé de bonnes vacances.
- | Le dossier n'est pas encore terminé.
- | Si j'avais su, j'aurais commandé plus tôt.
- | Veuillez agréer, Madame, l'expression de mes salutations distinguées.
- | L'an dernier, nous avions loué deux camions.
- | Les bureaux seront fermés du 24 au 31 décembre.
delivery | Comme promis, ci-joint le plan de l'étage.
- | Je suis absent jusqu'au 16 novembre sans accès à ma messagerie.
- | Cliquez ici pour vous désabonner de notre lettre d'information.
`;

/** Written after the rules, in other words on purpose, and never looked at while changing them. */
export const LATER = `
request | Tu me renvoies le fichier corrigé quand tu as deux minutes ?
request | Les candidatures doivent être triées pour lundi, tu peux t'en charger ?
commitment | Le reste, je te l'apporte mardi.
acceptance | Yes, je prends.
decline | Là, je vais devoir passer mon tour.
delivery | Les documents sont dans ta boîte mail.
completion | Je viens de tout saisir.
question | Le rendez-vous de mardi tient toujours ?
- | Peut-être que ça marchera au printemps.
- | Le fournisseur doit livrer la semaine prochaine.
- | Faites-moi signe si quelque chose n'est pas clair.
- | Hier j'ai longuement parlé avec l'architecte.
`;
