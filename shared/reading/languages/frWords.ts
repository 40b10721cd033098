import {
  endOfNamed,
  endOfWeek,
  inDays,
  inMonth,
  inWeek,
  midMonth,
  monthEnd,
  quarterEnd,
  yearly,
} from './calendar';
import { said } from './pattern';
import type { DateWords, Tongue } from './tongue';

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'].map(
  (d) =>
    `${d}(?: (?:matin|midi|après-midi|aprem|soir))?|(?<=(?:avant|pour|ici|au plus tard|d'ici) )${d.slice(0, 3)}`,
);
const MONTHS = [
  'janvier|janv',
  'février|févr',
  'mars',
  'avril|avr',
  'mai',
  'juin',
  'juillet|juil',
  'août',
  'septembre|sept',
  'octobre|oct',
  'novembre|nov',
  'décembre|déc',
];
const NEXT = '(?:prochaine?|suivante?)';

const dates: DateWords = {
  weekdays: WEEKDAYS,
  months: MONTHS,
  joins: '(?:er)? ',
  bareDay:
    "(?<=(?:le|au|du|avant le|d'ici le) )(?<!\\b(?:celui|celle|ceux|celles) du )(?<d>\\d{1,2})(?:er)?(?! ?(?:%|h\\b|heures|personnes|pages|€|euros|premi|derni|\\p{L}))",
  figures: [
    '(?<d>\\d{1,2})[/.](?<m>\\d{1,2})[/.](?<y>20\\d\\d|\\d\\d)',
    '(?<d>\\d{1,2})/(?<m>\\d{1,2})',
  ],
  numbers: {
    une: 1,
    un: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    dix: 10,
    quinze: 14,
    'une quinzaine de': 14,
  },
  within: "d'ici|dans|sous|en|dans les|dans un délai de|sous un délai de",
  units: { day: 'jours?', workday: 'jours? ouvr(?:é|able)s?', week: 'semaines?', month: 'mois' },
  weekdayOf: {
    nextWeek: [`W de la semaine ${NEXT}`, 'W en huit', 'W prochain', `la semaine ${NEXT},? W`],
    thisWeek: ['ce W', 'W de cette semaine', 'W qui vient'],
  },
  weekNumber: '(?:semaine|sem\\.?|s) ?(?<n>\\d{1,2})',
  said: [
    ['après[- ]demain(?: (?:matin|midi|après-midi|soir))?', inDays(2), true],
    [
      "aujourd'hui|ce (?:jour|matin|soir|midi)|cet (?:après-midi|aprem)|cette après-midi|dans la (?:journée|matinée)|tout à l'heure",
      inDays(0),
      true,
    ],
    ['demain(?: (?:matin|midi|après-midi|aprem|soir|première heure))?', inDays(1), true],
    [
      "(?:la )?fin (?:de|de la) (?:journée|jour)|fin d'après-midi|fin de matinée|eod",
      inDays(0),
      true,
    ],
    [`(?:le )?(?:début|courant) (?:de )?(?:la )?semaine ${NEXT}`, inWeek(1, 2), true],
    [`(?:milieu|mi) (?:de )?(?:la )?semaine ${NEXT}`, inWeek(1, 3), true],
    [
      `(?:la )?fin (?:de )?(?:la )?semaine ${NEXT}|(?:la )?semaine ${NEXT}|la semaine qui vient`,
      inWeek(1, 5),
      true,
    ],
    ['(?:la )?fin (?:de )?(?:la |cette )?semaine|cette semaine|dans la semaine', endOfWeek, true],
    ['(?:ce |le )?week-?end', inWeek(0, 7), true],
    [`(?:la )?fin (?:du |de )?mois ${NEXT}|le mois ${NEXT}`, monthEnd(1)],
    [`(?:le )?début (?:du |de )?mois ${NEXT}`, inMonth(1, 5)],
    ['(?:la )?fin (?:du |de |de ce |ce )?mois|ce mois-ci|fin de mois', monthEnd(0)],
    ['(?:la )?mi-mois|milieu du mois', midMonth],
    ['(?:la )?fin (?:du |de )?trimestre', quarterEnd],
    ["(?:la )?fin (?:de l'|d')année", yearly(12, 31)],
    ['noël', yearly(12, 25)],
    [`(?:la )?fin (?<month>${MONTHS.join('|')})`, endOfNamed(MONTHS)],
    [
      `(?:la )?mi-(?<month>${MONTHS.join('|')})`,
      (s, m) => {
        const end = endOfNamed(MONTHS)(s, m);
        return end === undefined ? undefined : end - 15;
      },
    ],
  ],
  clock:
    '(?:à |vers |avant |pour |dès )?(?:(?<h>\\d{1,2}) ?(?:h|heures?)(?: ?(?<m>\\d{2}))?(?<late> du soir| de l.après-midi)?|(?<noon>midi))',
};

const speech: Tongue['speech'] = {
  greeting:
    /^(?:bonjour|bonsoir|salut|coucou|hello|hey|chère?s?|re|monsieur|madame)(?![\p{L}])(?: (?:à (?:tous|toutes|tous et à toutes)|tout le monde|tous|toutes|l'équipe|les (?:filles|gars|amis)|monsieur|madame|mme|m\.|mlle|collègues))*/iu,
  lead: /^(?:(?:et|mais|donc|ok|d'accord|oui|non|alors|bon|super|parfait|merci(?: beaucoup)?|désolée?|au fait|ps|p\.s\.|fyi|question|petite question|urgent|important|rappel|comme (?:convenu|promis|prévu|discuté)|sinon|par ailleurs|en revanche|malheureusement|bien sûr|volontiers|très bien|entendu|(?:m\.|mme|monsieur|madame) \p{Lu}[\p{L}-]+)\s*[,:.!-]\s*|(?:et|mais|donc|ok|alors|oui|bon|aussi|puis|sinon|dis|du coup)\s+)/iu,
  joint:
    /;\s+|\s[-–—]{1,2}\s|\.{3}\s+|\s?:\s+|,?\s+(?=(?:et|mais|ou|puis|sinon|donc)\s+(?:(?:ensuite|aussi|merci de)\s+)*(?:je|j'|nous|on|vous|tu|pouvez|peux|pourriez|pourrais|merci|envoie\w*|dis-moi|dites-moi|faites|est-ce|quand)(?![\p{L}]))|,\s+(?=(?:je|j'|nous|on|vous|tu|pouvez|peux|pourriez|pourrais|merci|peut-être|envoie\w*|dis-moi|dites-moi|si|dès que|quand|car|parce|puisque|c'est|ci-joint|voici|adressez|n'hésite\w*|veuillez|il|elle|la|le|les|ça)(?![\p{L}]))/giu,
  subordinate:
    /^(?:si(?! possible)|dès que|quand(?!.*\?)|lorsque|parce que?|car|puisque|afin (?:de|que)|pour que|avant que|bien que|comme(?! (?:convenu|promis))|tant que|une fois que|après que|que|qui(?!.*\?))(?![\p{L}])/u,
  noName:
    /^(?:merci|oui|non|ok|bon|bien|super|parfait|désolée?|fait|terminé|reçu|entendu|noté|demain|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|info|question|important|urgent|rappel|objet|date|lieu|note|nb|ps|je|tu|il|elle|on|nous|vous|ils|elles|le|la|les|un|une|ce|cette|c'est|quand|qui|que|quoi|où|comment|pourquoi|et|mais|ou|si|tous|toutes|équipe|aucun|aucune|bonjour|salut|alors|sinon|donc|voici|voilà|ci-joint|d'accord|volontiers|validé|madame|monsieur|malheureusement|effectivement|exact|génial|top|impeccable|ça)$/u,
  toAll:
    /^(?:à )?(?:tous|toutes|tout le monde|l'équipe|les (?:filles|gars|amis)|mesdames|collègues)(?![\p{L}])/iu,
  toSome:
    /(?<![\p{L}])(?:quelqu'un|qui (?:peut|pourrait|veut|s'occupe|se charge)|l'un (?:de|d'entre) (?:vous|nous))(?![\p{L}])/u,
};

/** How French cuts its sentences, names its days and says what it waits for. */
export const frenchWords = (): Omit<Tongue, 'code' | 'families' | 'negatives'> => ({
  speech,
  dates,
  due: {
    bound:
      /(?<![\p{L}])(?:avant|d'ici(?: à| au)?|jusqu'(?:à|au|en)|au plus tard|sous|échéance|dernier délai|deadline)(?![\p{L}])[^.;?!]{0,12}$/iu,
    after:
      /^(?:sous|d'ici|dans un délai)|^[^.;?!]{0,24}(?<![\p{L}])(?:au plus tard|dernier délai|maximum|max)(?![\p{L}])|^fin de journée/iu,
    forDay: /(?<![\p{L}])pour\s+(?:le\s+|la\s+)?$/iu,
    event:
      /(?<![\p{L}])(?:(?:avant|d'ici|pour|à temps pour) (?:la |le |les |l'|notre |votre |ta |ton |leur |son |sa |cette |ce |à la |au )(?!\d|fin|début|milieu|semaine|mois|jour|suite|moment|week|année|mi-|premi|client|dossier|porte|(?:lun|mar|mercre|jeu|vendre|same)di)(?<=(?:avant |ici |temps pour )(?:la |le |les |l'|notre |votre |ta |ton |leur |son |sa |cette |ce |à la |au )|pour (?:la |le |l')(?=réunion|comité|audit|salon|visite|lancement|présentation|conseil|point))[\p{L}'’-]+(?: (?:du|de la|de l'|des|de|d'|avec le|avec la|avec) ?[\p{L}'’-]+){0,2}|avant que [^,.;?!]{3,50}|avant (?:de )?(?:partir|lancer|livrer|commencer) [^,.;?!]{2,40})/iu,
    needed:
      /(?<![\p{L}])(?:besoin|(?:faut|faudrait)(?! (?:aussi |encore |vraiment |absolument |juste )?\p{L}+(?:er|ir|re)(?![\p{L}]))|échéance)(?![\p{L}]).*(?<![\p{L}])(?:avant|pour|d'ici|demain|le)(?![\p{L}])/iu,
  },
  waits: {
    onOther: [
      said(
        "\\b(?:dès que|quand|lorsque|une fois que|dès) (?:j'ai|j'aurai|nous avons|nous aurons|je reçois|réception)\\b[^,;.!?]{0,30}\\b(?:de votre part|de ta part|votre|ton|ta|vos|tes)\\b[^,;.!?]{0,40}",
      ),
      said('\\b(?:dès que|quand|lorsque|une fois que) (?:tu|vous) [^,;.!?]{2,60}'),
      said(
        "\\b(?:j'attends|nous attendons|je suis (?:toujours |encore )?en attente de|en attente de|dans l'attente de) (?:toujours |encore |juste )?(?:votre|ton|ta|vos|tes|vous lire|te lire|une réponse|de vos)\\b[^,;.!?]{0,50}",
      ),
      said('\\b(?:besoin|manque)\\b[^,;.!?]{0,50}\\bde (?:votre|ta) part\\b'),
      said(
        '\\b(?:je|nous|on) (?:ne )?(?:peux|pouvons|peut) (?:pas|rien)[^,;.!?]{0,30}\\b(?:sans|avant)\\b[^,;.!?]{2,50}',
      ),
      said('\\b(?:la balle est dans (?:ton|votre) camp|à (?:toi|vous) de jouer)\\b'),
    ],
    onSelf: said(
      "\\b(?:dès que|quand|une fois que) (?:j'ai (?:fini|terminé|vérifié|l'info|plus d'infos)|je (?:suis (?:de retour|rentré)|rentre|peux)|j'aurai (?:fini|terminé|vérifié|l'info))\\b[^,;.!?]{0,40}",
    ),
    alone: said("^(?:j'attends|nous attendons|je suis en attente|en attente|dans l'attente)\\b"),
  },
  hostile:
    /\bignore[zs]? (?:toutes )?(?:les |tes |vos )?(?:instructions|consignes|règles) (?:précédentes|antérieures)|\b(?:confirmez|vérifiez|mettez à jour) (?:votre|vos) (?:mot de passe|identifiants|coordonnées bancaires|code pin)/iu,
  forInformation:
    /(?<![\p{L}])(?:pour (?:info|information|mémoire|archivage|vos dossiers)|à titre (?:d'information|informatif))(?![\p{L}])/iu,
});
