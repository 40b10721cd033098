import { frenchWords } from './frWords';
import { anywhere, family, opens, said } from './pattern';
import type { Tongue } from './tongue';

/** Verbs in -er of office work, without ending. */
const STEM =
  '(?:envoy|envoi|transfér|transfèr|regard|vérifi|valid|confirm|relanc|pass|donn|complét|complèt|corrig|corrige|modifi|prépar|réserv|command|contact|appel|appell|rappel|rappell|signal|sign|imprim|class|rang|ajout|supprim|organis|planifi|annul|report|pay|pai|régl|règl|trait|not|demand|laiss|apport|dépos|partag|communiqu|indiqu|précis|expliqu|arrang|retourn|renvoy|renvoi|tradui|calcul|chang|remplac|nettoy|bloqu|cherch|trouv|oubli|informe?|expédi|livr|factur|rédig|rédige|charg|occup|mett|gard|pens|avanc|commenc|termin|boucl|consult|copi|scann|téléphon|post|publi|log|list|négoci|invit|calle|cal)';
const VOUS =
  '(?:faites|dites|mettez|prenez|remettez|transmettez|répondez|fournissez|remplissez|tenez|lisez|relisez|écrivez|venez|revenez|voyez|rendez|choisissez|prévoyez|inscrivez|soumettez|traduisez)';
const TU =
  '(?:fais|dis|mets|prends|remets|transmets|réponds|fournis|remplis|tiens|lis|relis|écris|viens|reviens|vois|rends|choisis|prévois|inscris|traduis|envoie|appelle|rappelle|paie|essaie)';
const DONE =
  '(?:fait|faite|faites|faits|terminée?s?|validée?s?|approuvée?s?|réglée?s?|réservée?s?|commandée?s?|payée?s?|signée?s?|corrigée?s?|mise?s? à jour|livrée?s?|réparée?s?|bouclée?s?|clôturée?s?|confirmée?s?|vérifiée?s?|annulée?s?|installée?s?|publiée?s?|planifiée?s?|imprimée?s?|archivée?s?|effectuée?s?|résolue?s?|traitée?s?|prête?s?|remplacée?s?|enregistrée?s?|relancée?s?|contrôlée?s?|traduite?s?|classée?s?|finalisée?s?|ajoutée?s?|supprimée?s?|rangée?s?|prévenue?s?|déposée?s?|complétée?s?|rendue?s?|changée?s?|nettoyée?s?|inscrite?s?)';
const SENT =
  '(?:envoyée?s?|transmise?s?|transférée?s?|expédiée?s?|déposée?s?|partagée?s?|mise?s? en ligne|jointe?s?|remise?s?|fait parvenir|fait suivre|postée?s?)';
const PRO = "(?:(?:me|te|vous|nous|le|la|les|lui|leur|y|en|m'|t'|l'|n'|s'|se) ?){0,3}";

/** French: tu and vous, infinitives after "merci de", participles that close. */
export const french = (): Tongue => ({
  code: 'fr',
  families: [
    family('request', [
      [
        'please-verb',
        said(
          `\\b(?:merci (?:de (?:bien vouloir )?|d')(?!(?:avoir|être|votre|ta|ton|vos|nous avoir|m'avoir|l'avoir)\\b)\\p{L}+|veuillez (?:bien )?(?:\\p{L}+ )?\\p{L}+r(?:e)?|prière de|merci pour (?:votre|ton) retour (?:avant|d'ici)|(?:s'il|si) (?:vous|te) plaît|svp|stp|s'il te plait)\\b`,
        ),
      ],
      [
        'modal-you',
        said(
          "\\b(?:(?:pouvez|pourriez|pourrez|voulez|voudriez|auriez)-vous|(?:peux|pourrais|pourras|veux|voudrais|aurais)-tu|(?:vous|tu) (?:\\p{L}+ )?(?:pouvez|peux|pourriez|pourrais|pourras|pourrez|veux bien|voulez bien)|serait-il possible|serait-ce possible|est-il possible|est-ce (?:que )?(?:tu|vous) (?:peux|pouvez|pourrais|pourriez)|qu'il serait possible)\\b",
        ),
      ],
      [
        'imperative',
        opens(
          `(?:(?:alors|puis|ensuite|surtout|juste) )*(?:(?:${STEM}ez|${VOUS}|${TU}|${STEM}e)(?:-(?:moi|nous|lui|leur|le|la|les|en|y))+|(?:${STEM}ez|${VOUS})(?! (?:pas|plus)\\b)(?=\\s.*\\b(?:le|la|les|un|une|des|votre|vos|ce|cette|ces|à|par|nous|d'|au|de|bien)\\b)(?!.*\\?)|(?:${TU}|${STEM}e) (?:le|la|les|un|une|ton|ta|tes|ce|cette|bien|à|l'|moi)\\b(?!.*\\?))|n'oublie[sz]? pas\\b`,
        ),
      ],
      [
        'needs-of-one',
        said(
          '\\bil (?:me|nous) (?:faut|faudrait|manque)\\b(?: \\p{L}+){0,2} (?:le|la|les|votre|vos|ton|ta|tes)\\b',
        ),
      ],
      [
        'need-from',
        said(
          "\\b(?:j'ai|j'aurais|nous avons|nous aurions|on a|on aurait|il (?:me|nous) (?:faut|faudrait|manque))\\b.{0,20}(?:\\bbesoin\\b(?! de (?:temps|plus de temps|quelques jours|réfléchir|encore))|\\ble\\b|\\bla\\b|\\bles\\b|\\bvotre\\b|\\bvos\\b|\\bton\\b|\\bta\\b|\\btes\\b|\\bencore\\b)",
        ),
      ],
      [
        'grateful',
        anywhere(
          ".*\\b(?:vous|te|t'|vous en) ?(?:serais|serions|saurais|saurions|seriez|remercie|remercions|remercierais|remercierions)\\b.*\\b(?:reconnaissant\\p{L}*|gré|de (?:bien vouloir|me|nous|m'|\\p{L}+er|\\p{L}+re)|obligé)\\b|.*\\b(?:ce serait|ça serait|il serait) (?:\\p{L}+ )?(?:bien|super|top|sympa|parfait|gentil|utile|bon|apprécié)\\b.*\\b(?:si|que) (?:tu|vous)\\b|.*\\bj'apprécierais\\b|.*\\b(?:aurais-tu|auriez-vous) l'(?:amabilité|obligeance)|.*\\bseriez-vous\\b.*\\baimable\\b",
        ),
      ],
      [
        'want-you',
        said(
          "\\b(?:je|nous|on) (?:vous|te|t'|souhait\\p{L}*|voudr\\p{L}*|aimer\\p{L}*|demand\\p{L}*|prie|prions)\\b ?.{0,12}\\b(?:prie de|prions de|demande de|demandons de|invite à|invitons à|que vous|que tu)\\b|\\bil (?:faut|faudra|faudrait) (?:que|absolument que|vraiment que) (?:vous|tu)\\b|\\bil faudrait (?:\\p{L}+er|\\p{L}+ir|\\p{L}+re)\\b",
        ),
      ],
      [
        'you-must',
        said(
          "\\b(?:vous devez|tu dois|vous devriez|tu devrais|vous devrez|tu devras|(?:est |sont )?à (?:valider|signer|compléter|retourner|rendre|envoyer|transmettre|remplir|vérifier) (?:avant|d'ici|pour|par))\\b",
        ),
      ],
      [
        'let-me-know',
        said(
          "\\b(?:tenez|tiens|dites|dis|faites|fais)-(?:moi|nous)\\b|\\b(?:me|nous) (?:tenir|dire|faire savoir|confirmer)\\b.*\\bmerci\\b|\\bmerci pour votre retour\\b|\\bdans l'attente de (?:votre|ta) (?:validation|signature|réponse avant)",
        ),
      ],
      [
        'remind',
        said(
          "\\b(?:n'oublie[sz]? pas|ne pas oublier|pense[sz]? (?:bien )?à|petit rappel|petite relance|je (?:me permets de )?(?:vous|te) (?:relance|rappelle|relancer)|sans oublier de)\\b",
        ),
      ],
      [
        'joint',
        said(
          '\\b(?:si on|et si|on se (?:voit|fait|cale|parle|retrouve)|peut-on|pouvons-nous|pourrait-on|pourrions-nous|es-tu (?:dispo|disponible|libre)|êtes-vous (?:disponibles?|libres?)|tu es (?:dispo|libre)|je (?:te|vous) propose)\\b.*(?:\\?|\\bvoir\\b|\\bà \\d|\\bde\\b)',
        ),
      ],
      [
        'for-your-act',
        said(
          '\\bpour (?:validation|signature|approbation|relecture|avis|accord|paiement|action)\\b|\\bà (?:valider|signer|relire) (?:par|de) (?:tes|vos|votre)\\b',
        ),
      ],
    ]),
    family('question', [
      [
        'wh-word',
        opens(
          "(?:quand|qui|que|quoi|quel(?:le)?s?|comment|où|pourquoi|combien|est-ce que?|est-ce qu'|à quel(?:le)?|à qui|pour quand|jusqu'à quand|depuis quand|qu'est-ce|as-tu|avez-vous|es-tu|êtes-vous|y a-t-il)(?![\\p{L}])",
        ),
      ],
      [
        'wonders',
        said(
          '\\b(?:savez-vous|sais-tu|tu sais|vous savez) (?:si|quand|qui|où|comment|quel)|\\bje (?:me demande|voulais savoir|voudrais savoir|souhaite savoir|aimerais savoir)\\b|\\boù en (?:est|es-tu|êtes-vous|sommes)|\\bdes nouvelles\\b.*\\?',
        ),
      ],
      [
        'asks-unmarked',
        opens(
          "(?:tu as|t'as|vous avez|est-ce que|c'est quand|quand est-ce|où en est|qui s'occupe|on part sur)(?![\\p{L}])(?!.*[?])(?=.*\\b(?:des nouvelles|quand|est|le|la|on|vous|tu)\\b)(?!.*\\bbesoin\\b)",
        ),
      ],
      ['to-you', said("\\b(?:tu|vous|ton|ta|tes|votre|vos|quelqu'un)\\b")],
      [
        'rhetorical',
        opens(
          '(?:ça va|comment (?:ça va|vas-tu|allez-vous)|qui sait|tu vas bien|vous allez bien|et alors|pourquoi pas)(?![\\p{L}])',
        ),
      ],
      ['tag', said(",\\s*(?:non|hein|n'est-ce pas|d'accord)\\s?\\?")],
    ]),
    family('commitment', [
      [
        'i-will',
        said(
          `\\b(?:je|j'|nous|on) ?${PRO}\\p{L}+(?:rai|rons)\\b|\\bon ${PRO}\\p{L}+ra\\b|\\bj'(?:enverrai|appellerai|aurai|irai)\\b|\\b(?:je|nous|on) ?${PRO}(?:vais|allons|va) ${PRO}(?!bien\\b|être (?:absent|en congé))\\p{L}+(?:er|ir|re|oir)\\b`,
        ),
      ],
      [
        'present-deed',
        said(
          `\\b(?:je|j') ?(?:(?:vous|te|t'|lui|leur|le|la|les|l'|m'|me|en|y) ?)+(?:${STEM}e|fais|mets|tiens|dis|prends|rends|transmets|réponds|reviens|suis)\\b|\\bon (?:te|vous|t') ?(?:${STEM}e|rappelle|envoie|fait|tient|revient)\\b|\\bnous (?:vous|te) (?:${STEM}ons|tenons|transmettons|revenons|faisons)\\b|\\bje (?:reviens|regarde|vérifie|prépare|finis|termine|relance|transmets|mets)\\b|^(?:je )?(?:te|vous) (?:tiens au courant|redis|dis ça|renvoie|rappelle)\\b`,
        ),
      ],
      [
        'you-will-have',
        said("\\b(?:vous|tu) (?:l'|les |le |la )?(?:recevrez|recevras|aurez|auras)\\b"),
      ],
      ['promise', said("\\b(?:je (?:te |vous )?(?:le )?promets|promis, je|je m'engage)\\b")],
      ['hedge', said('\\b(?:peut-être|sans doute|éventuellement|probablement)\\b')],
      ['negated', said("\\b(?:ne|n'|pas|plus|jamais|rien)\\b|\\bn'")],
      [
        'state-not-deed',
        said(
          '\\b(?:je (?:vous|te) (?:remercie|souhaite|prie|félicite|rappelle que|saurais|serais|confirme que|informe|signale)|nous (?:vous )?(?:remercions|souhaitons|prions|informons|rappelons|serons)|je (?:vais bien|serai|pense|crois|suppose|reste|me réjouis|me permets|me demande|suis)|on (?:sera|verra|va voir)|je verrai|nous resterons|(?:vous|te) en prie)\\b',
        ),
      ],
    ]),
    family('acceptance', [
      [
        'takes-it',
        said(
          "\\b(?:sur ma (?:liste|todo)|dans mon agenda)\\b|\\bje m'en (?:occupe|charge|occuperai|chargerai)\\b|\\bon s'en (?:occupe|charge)\\b|\\bnous nous en (?:occupons|chargeons)\\b|\\bje (?:le|la|les) (?:fais|prends|ferai)\\b(?! parvenir)|\\bje m'y (?:mets|colle)\\b|\\bje prends (?:(?:volontiers|avec plaisir) )?(?:ça|le|la|en charge|le relais)\\b|\\b(?:j'accepte|nous acceptons) (?:volontiers|avec plaisir)\\b|\\bc'est (?:noté,? (?:je|nous|on|mon équipe|notre équipe|mes \\p{L}+)|pour moi|parti)\\b|\\b(?:je fais|je règle|je gère) (?:ça|le nécessaire)\\b|\\bcompte[sz]? sur moi\\b|\\bje suis dessus\\b|\\bça roule\\b",
        ),
      ],
      [
        'yes-firm',
        opens(
          "(?:bien sûr|avec plaisir|volontiers|entendu|d'accord|ça marche|pas de (?:souci|problème)|ok pour moi|parfait pour moi|ça me va|très bien|c'est bon pour moi|sans problème|bien entendu|certainement)(?![\\p{L}])",
        ),
      ],
      ['yes', said('^\\W*(?:oui|ok|okay|dac|yes)\\b')],
      [
        'yes-firm',
        said(
          "^\\W*(?:bien sûr|avec plaisir|volontiers|entendu|d'accord|très bien)\\b(?!.*\\bmais\\b)",
        ),
      ],
      ['yes-no', said('\\b(?:mais|pas encore|malheureusement|merci)\\b')],
      ['negated', said("\\b(?:ne|pas encore)\\b|\\bn'(?!hésite)")],
    ]),
    family('decline', [
      [
        'cannot-do',
        said(
          "\\b(?:je|j'|nous|on|me|m')\\b.*\\b(?:peux|peut|pouvons|pourrai|pourrons|pourra|suis|sommes|sera|sera)\\b.{0,25}\\b(?:pas|plus|impossible|en mesure)\\b|\\b(?:je|j') ?n'(?:ai|aurai) pas le temps\\b|\\b(?:je|nous) (?:dois|devons) (?:décliner|refuser|malheureusement)\\b|\\b(?:ça|cela) ne (?:va pas être|sera pas|m'est pas|nous est pas) possible\\b|\\bje n'y arriverai pas\\b|\\b(?:il|ce) (?:m'est|nous est|sera) (?:malheureusement )?impossible\\b",
        ),
      ],
      [
        'not-mine',
        said(
          "\\b(?:pas|plus) (?:de )?(?:mon|notre|ma) (?:ressort|domaine|service|périmètre|rôle|responsabilité|compétence)\\b|\\bce n'est pas (?:à moi|moi qui|mon|pour moi)\\b|\\bje ne (?:m'occupe|suis) (?:plus|pas) (?:de|en charge|la bonne|responsable)",
        ),
      ],
      [
        'mind-verb',
        said(
          "\\bpas (?:vous dire|te dire|encore|(?:au|à mon) bureau|en congé|ouvrir|sûr|sûre|voir|lire|trouver|me souvenir|joignable|là|d'accord|grave|m'en plaindre)\\b|\\bpas (?:avant|d'inquiétude)\\b.*|\\bne (?:vois|trouve|sais|comprends|suis pas sûre?)\\b",
        ),
      ],
      [
        'until-later',
        said(
          "\\bpas\\b.*\\b(?:avant|d'ici)\\b|\\bseulement\\b|\\bque (?:lundi|mardi|mercredi|jeudi|vendredi|la semaine|demain|le mois)",
        ),
      ],
    ]),
    family('deferral', [
      [
        'not-before',
        said(
          '\\b(?:pas|plus|rien)\\b.*\\bavant (?:le |la |lundi|mardi|mercredi|jeudi|vendredi|demain|midi|début|fin|mi-|\\d)|\\bau plus tôt\\b|\\bà partir de\\b.*\\bseulement\\b',
        ),
      ],
      [
        'later-deed',
        said(
          "\\b(?:je|nous|on)\\b.*\\b(?:ne|n')? ?\\b(?:pourrai|pourrons|peux|ferai|regarderai|pourra|verrai)\\b.*\\b(?:que|seulement|plutôt) (?:lundi|mardi|mercredi|jeudi|vendredi|la semaine|demain|le mois|en fin|à partir|après)",
        ),
      ],
      [
        'more-time',
        said(
          "\\b(?:besoin|faut|faudra|faudrait)\\b.*\\b(?:plus de temps|encore (?:un peu|quelques|un jour|deux|une semaine)|un peu de temps|d'un délai|quelques jours)\\b|\\blaisse[sz]?-moi (?:encore |jusqu'|un peu|quelques)",
        ),
      ],
      [
        'put-off',
        said(
          '\\b(?:reporter|repousser|décaler|reporté|repoussé|décalé|je décale|prendra du retard|pris du retard|en retard)\\b',
        ),
      ],
      ['third', said('\\b(?:livraison|train|fournisseur|vol)\\b')],
    ]),
    family('redirect', [
      [
        'ask-other',
        said(
          '\\b(?:adresse[zs]?-(?:vous|toi)|adresser|vois|voyez|contacte[zs]?|demande[zs]?|vous rapprocher|rapprochez-vous|te rapprocher)\\b.{0,25}\\b(?:à|avec|auprès|plutôt|directement|de)\\b (?!moi|nous)|\\bil faut (?:voir|demander) (?:ça )?(?:avec|à)\\b|\\b(?:contacte[zs]?) (?:plutôt |directement )?(?:mme|m\\.|le service|\\p{L}+ (?:au|du|de))\\b',
        ),
      ],
      [
        'other-owns',
        said(
          "\\bc'est (?!moi|vous|toi|qui)\\p{L}+ qui (?:s'en occupe|gère|s'occupe|est en charge|suit)\\b|\\b(?!je|il|qui)\\p{L}+ (?:s'en occupe|est en charge|gère (?:ça|ce))\\b",
        ),
      ],
      [
        'passed-on',
        said(
          "\\b(?:j'ai|je|nous avons) (?:transmis|transfère|transféré|transmets|fais suivre|fait suivre|passé|relayé)\\b.*\\b(?:à|au) (?!vous|toi)\\p{L}+",
        ),
      ],
      [
        'loops-in',
        said(
          '\\bje (?:mets|met|rajoute|ajoute) \\p{L}+.{0,20}\\b(?:en copie|dans la boucle)\\b|\\ben copie \\p{L}+ qui\\b',
        ),
      ],
    ]),
    family('withdrawal', [
      [
        'never-mind',
        said(
          "\\b(?:laisse tomber|laissez tomber|c'est bon,? (?:j'ai trouvé|finalement)|oublie(?:z)? (?:ça|les|le|la|cette|ce|cet|mes|mon|ma|nos|notre))\\b",
        ),
      ],
      [
        'not-needed',
        said(
          "\\b(?:plus besoin|plus nécessaire|plus la peine|finalement (?:pas|plus) (?:besoin|la peine)|n'est plus (?:utile|d'actualité))\\b",
        ),
      ],
      [
        'disregard',
        said(
          "\\b(?:ne (?:pas )?ten(?:ez|ir|u|iens) (?:pas )?compte|ne tiens pas compte|j'annule ma (?:demande|question)|merci d'ignorer)\\b",
        ),
      ],
    ]),
    family('delivery', [
      [
        'attached',
        said(
          "\\b(?:ci-joint\\p{L}*|ci joint\\p{L}*|en pièces? jointes?|en annexe|en pj|pj|je (?:vous |te |t')?joins|je (?:vous |te )?mets en pièce)\\b",
        ),
      ],
      [
        'here-is',
        opens('(?:voici|voilà|tu trouveras|vous trouverez)(?![\\p{L}])(?! (?:pourquoi|comment))'),
      ],
      [
        'have-sent',
        said(
          `\\b(?:je|j'|nous|on) ?${PRO}(?:ai|avons|a|viens de|venons de) ${PRO}(?:bien |déjà )?(?:${SENT}|envoyer|transmettre|déposer|partager)\\b|\\b(?:c'est|est|sont) (?:parti\\p{L}*|${SENT})\\b`,
        ),
      ],
      [
        'put-there',
        said(
          '\\b(?:se trouve|est|sont) (?:désormais |maintenant |bien )?(?:sur le (?:serveur|drive|disque|bureau)|dans le dossier|dans ton casier|disponibles? (?:ici|sur|dans))\\b|\\b(?:posé|déposé|laissé|mis|rangé|glissé)e?s? (?:\\p{L}+ )?(?:sur|dans|chez|à|devant|sous) (?:ton|ta|tes|votre|vos|le|la|les|mon|ma)\\b',
        ),
      ],
      ['missing', said("\\b(?:manque|oublié|illisible|vide|n'ai (?:pas|rien))\\b")],
      ['negated', said("\\b(?:ne|pas)\\b|\\bn'")],
      ['yet-to-be', said('\\b(?:si|dès que|quand)\\b.*')],
    ]),
    family('completion', [
      [
        'starts-finished',
        opens(
          `(?:tout est |bien |déjà )?${DONE}(?![\\p{L}])(?! (?:attention|pas|moi|suivre|le|la|les)\\b)`,
        ),
      ],
      [
        'is-finished',
        said(`\\b(?:est|sont|a été|ont été|vient d'être|c'est)(?: \\p{L}+){0,2} ${DONE}\\b`),
      ],
      [
        'have-finished',
        said(
          `\\b(?:j'ai|nous avons|on a|je l'ai|je les ai|je viens de)(?: \\p{L}+){0,2} (?:${DONE}|pris rendez-vous|appelé|prévenu)(?![\\p{L}])(?! parvenir| suivre)`,
        ),
      ],
      [
        'all-done',
        said(
          "\\b(?:c'est (?:fait|réglé|bon|bouclé|terminé|dans la boîte|ok)|tout est (?:bon|prêt|en ordre|réglé))\\b",
        ),
      ],
      ['negated', said("\\b(?:ne|pas|jamais)\\b|\\bn'")],
      [
        'yet-to-be',
        said(
          '\\b(?:sera|seront|doit|devra|si|dès que|quand|lorsque|à faire|une fois|va être|reste à|presque|faut|avant que|bientôt)\\b',
        ),
      ],
      [
        'narrative',
        said(
          "\\b(?:l'an dernier|l'année dernière|autrefois|à l'époque|le mois dernier|il y a \\p{L}+ ans|avions|avait|avaient)\\b",
        ),
      ],
      ['third', said('\\bvous (?:avez|êtes)\\b')],
    ]),
    family('acknowledgement', [
      [
        'thanks',
        said(
          "\\bmerci\\b(?! (?:de (?!(?:ton|ta|tes|votre|vos|m'avoir|nous avoir|l'avoir)\\b)|d'))|\\b(?:je (?:te|vous|t'en|vous en) remercie|nous vous remercions)\\b(?! de (?:bien vouloir|me|nous|\\p{L}+er\\b))",
        ),
      ],
      [
        'received',
        said(
          "\\b(?:bien reçue?s?|bien noté|j'ai (?:bien )?reçu|reçu|c'est noté|bien arrivée?s?)\\b(?!.*\\?)",
        ),
      ],
      [
        'understood',
        opens(
          "(?:compris|c'est noté(?!,? (?:je|nous|on|mon|notre|mes)\\b)|noté|ok|super|parfait|génial|top|impeccable|entendu)(?![\\p{L}])",
        ),
      ],
      [
        'thanks-ahead',
        said(
          "\\b(?:d'avance|par avance|compréhension|votre confiance|votre intérêt|votre fidélité|votre patience|votre attention)\\b",
        ),
      ],
      ['no-thanks', said('\\bnon,? merci\\b')],
      ['negated', said("\\b(?:pas|rien)\\b|\\bn'")],
      [
        'asks-with-thanks',
        said(
          "\\bmerci (?:de|d') ?(?!ton|ta|tes|votre|vos|m'avoir|nous avoir)\\p{L}+(?:er|ir|re)\\b|\\b(?:pouvez|pourriez|pourrais|peux)\\b",
        ),
      ],
    ]),
    family('decision', [
      [
        'we-decided',
        said(
          '\\b(?:nous avons|on a|il a été|la direction a|le comité a) (?:\\p{L}+ )?(?:décidé|retenu|choisi|convenu|acté|tranché)\\b',
        ),
      ],
      ['stays', said('\\bon (?:reste|en reste) (?:sur|à|là)\\b')],
      ['go-with', said('\\bon (?:part|partira) sur\\b(?!.*\\?)|\\bon prend (?:le|la|les)\\b')],
      ['negated', said('\\bpas\\b')],
    ]),
  ],
  negatives: [
    [
      'courtesy',
      anywhere(
        ".*(?:n'hésite[sz]? (?:pas|surtout)|\\bpour (?:toute|tout|plus) (?:question|renseignement|information|précision|complément)\\p{L}*\\b|\\b(?:reste|restons|suis|sommes|demeure|demeurons)\\b.{0,30}\\bdisposition\\b|\\bsi (?:tu as|vous avez) (?:la moindre|des|une|d'autres|besoin)\\b.{0,30}(?:question|problème|remarque|aide|besoin|souci)|\\bà (?:votre|ta) (?:entière )?disposition\\b)",
      ),
    ],
    [
      'conditional-offer',
      anywhere(
        ".*\\bsi (?:tu|vous|besoin|nécessaire|cela|ça|c'est)\\b.{0,40}\\b(?:souhaite[sz]?|veux|voulez|préfère[sz]?|préférez|désire[sz]?|besoin|nécessaire|intéresse|arrange|utile|aide|convient)\\b.{0,30}\\b(?:je|nous|on) (?:peux|pouvons|peut|pourrais|pourrions|pourrai|vous|te)\\b|.*\\b(?:je|nous|on) (?:peux|pouvons|peut|pourrais|pourrions)\\b.*\\bsi (?:tu|vous) (?:le )?(?:veux|voulez|souhait\\p{L}+|préfér\\p{L}+)",
      ),
    ],
    [
      'reported',
      said(
        "\\b(?:il|elle|ils|elles|\\p{L}+) (?:m'a|m'ont|nous a|nous ont|a|ont|t'a|vous a) (?:dit|promis|annoncé|expliqué|demandé|écrit|assuré|répondu|indiqué|confirmé)\\b|\\b(?:selon|d'après|apparemment|paraît-il|il paraît|soi-disant)\\b|\\b(?:il|elle) (?:dit|pense|disait|prétend|voulait) ",
      ),
    ],
    [
      'kept-already',
      anywhere(
        '.*\\b(?:comme (?:promis|convenu|prévu|demandé|discuté|annoncé)|suite à (?:votre|ta) demande)\\b',
      ),
    ],
    [
      'hypothetical',
      anywhere(
        ".*\\bsi (?:j'avais|nous avions|on avait|j'étais|j'avais su|je pouvais|j'aurais)\\b|.*\\b(?:j'aurais|nous aurions|on aurait) (?:dû|pu|voulu|aimé|\\p{L}+é)\\b|.*\\b(?:en théorie|un jour peut-être|dans l'idéal)\\b",
      ),
    ],
    [
      'if-world',
      anywhere("\\bsi (?!tu|vous|possible|je|nous|on|ça (?:te|vous)|besoin|c'est (?:ok|bon))"),
    ],
    [
      'joke',
      anywhere('.*(?:\\b(?:mdr|lol|haha|ptdr|je plaisante|blague à part)\\b|😂|🤣|😉|😜|;-?\\))'),
    ],
    [
      'phatic',
      said(
        "\\b(?:bon(?:ne)? (?:week-?end|journée|soirée|après-midi|semaine|vacances|année|voyage|appétit|chance|courage|fin de|continuation|rétablissement|réception|lecture|retour|fêtes)|bonnes (?:vacances|fêtes)|belle journée|j'espère que|nous espérons que|comment (?:ça va|vas-tu|allez-vous)|ça va|à (?:bientôt|demain|lundi|plus|tout à l'heure|mardi|jeudi|vendredi)\\W*$|on se voit (?:lundi|mardi|mercredi|jeudi|vendredi|demain)\\W*$|joyeux|félicitations|bravo|bienvenue|(?:prends|prenez) (?:bien )?soin de (?:toi|vous)|au plaisir|embrasse|passe le bonjour|ravi\\p{L}*|de rien|je (?:t'en|vous en) prie)\\b",
      ),
    ],
    [
      'polite-filler',
      said(
        "\\b(?:veuillez (?:agréer|recevoir|noter|croire|excuser|accepter|prendre note|nous excuser|trouver)|merci de (?:noter|votre|ta|ne pas répondre)|(?:prie|prions) (?:de nous )?(?:d'agréer|de croire|d'excuser|de nous excuser|d'accepter)|merci de votre compréhension|(?:l'expression|l'assurance) de (?:mes|nos)|notez que|je (?:vous|te) signale que|pour (?:votre|ton) information)\\b",
      ),
    ],
    [
      'boilerplate',
      anywhere(
        ".*\\b(?:désabonner|désinscri\\p{L}+|lettre d'information|newsletter|confidentialité|confidentiel\\p{L}*|destinataire\\p{L}*|mentions légales|rgpd|ne pas répondre à ce (?:message|mail)|message automatique|imprimer ce|pensez à l'environnement|par erreur)\\b",
      ),
    ],
    [
      'marketing',
      anywhere(
        '.*\\b(?:cliquez (?:ici|sur)|profitez|offre (?:spéciale|exclusive|limitée)|\\d+ ?% (?:de (?:réduction|remise)|offerts?)|gratuit\\p{L}*|jeu-concours|code promo|inscrivez-vous (?:dès|vite)|découvrez)\\b|.*https?://\\S+',
      ),
    ],
    [
      'absence',
      anywhere(
        ".*\\b(?:absente? (?:du bureau|jusqu|du|à partir)|(?<!(?:partir|partes|partiez|pars|partez|pars) )en congés?|je suis absente?|de retour le|en mon absence|en cas d'urgence|pour toute urgence|sans accès à ma messagerie)\\b",
      ),
    ],
    [
      'points-elsewhere',
      said(
        '\\b(?:adresse[zs]?-(?:vous|toi)|rapprochez-vous|(?:vois|voyez) (?:ça )?(?:avec|plutôt|directement)|il faut voir (?:ça )?avec|contacte[zs]? (?:plutôt|directement))\\b',
      ),
    ],
    [
      'takes-back',
      said(
        "\\b(?:ne (?:pas )?ten(?:ez|ir|u) (?:pas )?compte|ne tiens pas compte|laisse tomber|laissez tomber|plus besoin|oublie[sz]? (?:ça|ma|mon)|d'ignorer (?:mon|ma|le)|plus nécessaire)\\b",
      ),
    ],
    [
      'asks-time',
      said(
        "\\blaisse[sz]?-moi (?:encore |jusqu'|un peu|quelques|le temps)|\\bbesoin (?:d'un peu|de (?:plus de |quelques|encore))",
      ),
    ],
    [
      'no-action',
      said(
        "\\b(?:pas besoin de (?:répondre|réponse)|aucune (?:action|réponse) (?:nécessaire|requise|attendue)|pour info\\p{L}*|à titre d'information|pas la peine)\\b",
      ),
    ],
  ],
  ...frenchWords(),
});
