/** French office sentences, invented before their writer read any rule. `halvesOf` says what may be looked at. */
export const BLIND = `
request | Tu peux me renvoyer le lien de la visio stp ?
request | Merci de bien vouloir compléter le formulaire joint et de nous le retourner signé.
request | Pense à clôturer les tickets avant de partir en congés.
request | Il nous manque encore votre RIB pour procéder au virement.
request | Jette un oeil à la clause 12 quand tu as deux minutes
request | Auriez-vous l'amabilité de nous communiquer vos disponibilités pour la semaine 48 ?
request | Rajoute Sandrine en copie de tes mails stp.
request | J'aurais besoin que vous validiez les congés de l'équipe d'ici mercredi.
request | pourrais tu redemarrer le serveur de test, il repond plus
request | Veuillez nous faire parvenir l'attestation d'assurance à jour.
request | Appelle le transporteur pour savoir où en est la palette.
request | Ce serait bien que tu relises la proposition avant que je l'envoie au client.
question | Qui s'occupe du renouvellement des badges ?
question | Est-ce que le devis a été signé par le client finalement ?
question | c'est quoi le mot de passe du wifi invités ?
question | Savez-vous à quelle heure arrive le technicien ?
commitment | Je regarde ça cet après-midi et je reviens vers toi.
commitment | Nous vous adresserons le contrat définitif en début de semaine prochaine.
commitment | Je m'engage à livrer les maquettes pour le 2 décembre.
commitment | vais voir avec la compta demain matin
commitment | Je t'appelle dès que je sors de réunion.
commitment | Vous recevrez notre offre chiffrée au plus tard jeudi.
delivery | Ci-joint le compte rendu de la réunion de chantier.
delivery | Je vous transmets en pièce jointe le planning modifié.
delivery | Je viens de déposer les photos sur le drive.
acceptance | Pas de souci, je prends.
acceptance | C'est bon pour moi, on part là-dessus.
acceptance | Oui avec plaisir, comptez sur moi.
decline | Malheureusement nous ne sommes pas en mesure de donner suite à votre demande.
deferral | Je n'aurai pas le temps cette semaine, on en reparle en décembre.
- | J'espère que vous allez bien et que la rentrée s'est bien passée.
- | Karim m'a dit que le fournisseur avait déjà été relancé.
- | N'hésitez pas à me contacter pour tout renseignement complémentaire.
- | Pour info, le parking sera fermé lundi matin.
- | Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.
- | Si cela vous intéresse, nous pourrions vous proposer une formation sur place.
- | Bon week-end à tous et à lundi !
- | La réunion d'hier était très productive.
- | Responsable administrative et financière - Tél. 04 72 00 00 00
- | Le client semblait satisfait de la dernière livraison.
`;
