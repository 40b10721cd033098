import { dutchWords } from './nlWords';
import { anywhere, family, opens, said } from './pattern';
import type { Tongue } from './tongue';

/** Stems of the verbs of office work: alone they command, after "ik" they promise. */
const STEM =
  '(?:stuur|mail|bel|check|controleer|kijk|leg|neem|zet|regel|vul|maak|geef|laat|breng|haal|vraag|schrijf|lees|onderteken|teken|print|boek|reserveer|bestel|betaal|plan|meld|bevestig|corrigeer|werk|lever|pak|app|deel|zoek|zorg|doe|vertaal|bereid|ruim|verwijder|voeg|pas|kopieer|scan|upload|download|noteer|informeer|overleg|bespreek|stem|verplaats|annuleer|verleng|zeg|reageer|antwoord|beantwoord|help|kom|ga|rond|verstuur|vergeet|denk|onthoud|houd|hou|wijzig|actualiseer|update|archiveer|factureer|retourneer|sluit|open|test|fix|repareer|herstel|beoordeel|keur|splits|tel|reken|stel|verwerk|registreer|schakel|rij|spreek|verzamel|mak)';
const DONE =
  '(?:klaar|gedaan|afgerond|goedgekeurd|geregeld|geboekt|besteld|betaald|getekend|ondertekend|gecontroleerd|gecorrigeerd|bijgewerkt|bevestigd|geannuleerd|gesloten|geleverd|gerepareerd|hersteld|geïnstalleerd|gepubliceerd|geprint|ingevuld|opgelost|verwerkt|gefixt|gereserveerd|ingeboekt|omgeboekt|aangepast|verholpen|ingediend|verstuurd|afgehandeld|doorgevoerd|aangemeld|ingepland|nagekeken|opgeruimd|schoongemaakt|vertaald|gebeld|gemaakt|voldaan|gearchiveerd|ingeleverd|vervangen|gewijzigd|verlengd|gecheckt|toegevoegd|verwijderd|opgezegd|overgemaakt|uitgevoerd)';
const SENT =
  '(?:gestuurd|verstuurd|opgestuurd|doorgestuurd|toegestuurd|gemaild|geüpload|gedeeld|neergelegd|klaargelegd|klaargezet|verzonden|aangeleverd|nagestuurd)';

/** Dutch: je and u, "graag" with an infinitive, particles that part from their verbs. */
export const dutch = (): Tongue => ({
  code: 'nl',
  families: [
    family('request', [
      [
        'please-verb',
        said(
          `\\b(?:alsjeblieft|alstublieft|a\\.?u\\.?b|svp|s\\.v\\.p)\\b|\\bgelieve\\b|^(?!.*\\b(?:ik|wij|we)\\b)(?=.*\\bgraag\\b).*(?:en|n|zien|doen|gaan)\\W*$|\\b(?:ik|wij|we) (?:zou(?:den)?|wil(?:len)?) (?:je|u|jullie) (?:graag )?(?:willen )?(?:verzoeken|vragen)\\b`,
        ),
      ],
      ['please', said('^(?!.*\\b(?:ik|wij|we|heel)\\b).*\\bgraag\\b(?! gedaan)|^(?:svp|aub)\\b')],
      [
        'modal-you',
        said(
          '\\b(?:kun|kan|zou|wil|kunnen|zouden|willen|mag) (?:je|jij|jullie)\\b|\\b(?:kunt|zou|wilt|zoudt|kan|zal|wil) u\\b|\\b(?:kunt|zou|wilt) uw?\\b|^(?:kun|kan|wil) (?:je|ie|iemand)\\b|\\b(?:kan|kunnen|wil|zou) (?:iemand|een van jullie)\\b|\\bwie (?:kan|wil|neemt)\\b|\\b(?:is|zou) het mogelijk\\b|\\blukt het (?:je|u|jullie) om\\b|\\b(?:mag|kan) ik (?:je|u|van u|van je|jou)\\b',
        ),
      ],
      [
        'imperative',
        opens(
          `(?:(?:dan|even|graag|nog|eerst|svp|aub) )*(?:${STEM}t?(?! (?:ik|jij|je|u|hij|ze|we|wij|dat|het)\\b(?! (?:aan|op|weten|even|door|me|mij)\\b)) (?:(?:het|hem|ze|die|dit|dat|me|mij|ons|u|even|de|een|je|jullie|uw|deze|alle|eerst|alsjeblieft|dan|nog|er|om|contact|aan|mijn|niet|svp|aub|ook|maar|alles|beide|graag)\\b)(?!.*\\?)|vergeet (?:niet|u niet)\\b)`,
        ),
      ],
      [
        'needs-of-one',
        said(
          '\\b(?:ik|we|wij) (?:heb|hebben)\\b(?: \\p{L}+){0,2} (?:de|het|je|jullie|uw)\\b.*\\b(?:nodig|graag)\\b',
        ),
      ],
      [
        'need-from',
        said(
          '\\b(?:ik|wij|we) (?:heb|hebben|had|hadden)\\b.*\\bgraag\\b(?!.*\\bgedaan\\b)|\\b(?:ik|wij|we) (?:heb|hebben|zou(?:den)?)\\b.*\\bnodig\\b(?!.*\\btijd\\b)|\\b(?:heb|hebben) (?:ik|we|wij)\\b.*\\bnodig\\b|\\b(?:ik|we|wij) (?:mis|missen|ontvang|ontvangen|krijg|krijgen|hoor|horen|zie|zien) (?:nog |graag |van )|\\b(?:zou|zouden|wil|willen) (?:ik|we|wij)\\b.*\\b(?:graag|van (?:je|u|jou))\\b.*\\b(?:ontvangen|hebben|krijgen|horen)\\b',
        ),
      ],
      [
        'grateful',
        anywhere(
          '.*\\b(?:zou|is|het zou)\\b.*\\b(?:fijn|mooi|prettig|super|top|handig|goed|lief|geweldig|dankbaar|erg helpen|waarderen)\\b.*\\b(?:als|indien|wanneer)\\b.*\\b(?:je|jij|u|jullie|iemand)\\b|.*\\bik zou het (?:\\p{L}+ )?(?:op prijs stellen|waarderen)',
        ),
      ],
      [
        'want-you',
        said(
          '\\b(?:ik|wij|we) (?:verzoek|verzoeken|vraag|vragen) (?:je|u|jullie|jou|iedereen)\\b|\\b(?:wilde|wil|willen|zou) (?:ik|we|wij)? ?(?:je|u|jullie) (?:graag )?vragen\\b|\\bmet het verzoek\\b|\\b(?:graag )?(?:je|jullie|uw) (?:reactie|akkoord|goedkeuring|feedback|bevestiging) (?:voor|graag|uiterlijk)\\b|\\bgraag (?:een |even )?(?:reactie|bevestiging|akkoord|terugkoppeling|feedback)\\b',
        ),
      ],
      [
        'you-must',
        said(
          '\\b(?:je|jij|u|jullie) (?:moet|moeten|dient|zou moeten|hoeft alleen)\\b(?!.*\\?)|\\b(?:moet|moeten) (?:je|jij|u|jullie|nog|voor|uiterlijk)\\b|\\bdient u\\b',
        ),
      ],
      [
        'let-me-know',
        said(
          '\\blaat (?:het )?(?:me|mij|ons|het)\\b.{0,30}\\bweten\\b|\\blaat (?:even )?weten\\b|\\bhoud (?:me|mij|ons) op de hoogte\\b|\\b(?:ik|we|wij) (?:hoor|horen|verneem|vernemen) graag\\b|\\bhoor graag\\b',
        ),
      ],
      [
        'remind',
        said(
          '\\b(?:vergeet (?:u )?niet|niet vergeten|denk (?:je )?(?:nog )?(?:even )?aan|denk eraan|kleine herinnering|een reminder|korte herinnering|zorg (?:dat|ervoor))\\b',
        ),
      ],
      [
        'joint',
        said(
          '\\b(?:zullen we|kunnen we|laten we|schikt het|komt het (?:je|u) uit|heb (?:je|jij) (?:\\p{L}+ )?(?:tijd|ruimte)|heeft u tijd|past het|ik stel voor|zou (?:\\p{L}+ )?passen)\\b.*(?:\\?|\\bom\\b|\\been\\b)',
        ),
      ],
      [
        'for-your-act',
        said('\\bter (?:goedkeuring|ondertekening|controle|beoordeling|akkoord)\\b'),
      ],
      ['own-question', said('\\b(?:zal|moet|kan|mag|zou) ik (?!je|u|van|jou)')],
    ]),
    family('question', [
      [
        'wh-word',
        opens(
          '(?:wanneer|wie|wat|hoe|waar|waarom|welke?|hoeveel|hoelang|tot wanneer|vanaf wanneer|van wie|met wie|heb|heeft|hebben|is|zijn|komt|klopt)\\b',
        ),
      ],
      [
        'wonders',
        said(
          '\\b(?:weet|weten) (?:je|jij|u|jullie|iemand) (?:al |misschien )?(?:of|wanneer|wie|hoe|waar|wat|iets)|\\bik vraag me af\\b|\\bis er (?:al )?(?:nieuws|iets)\\b|\\bhoe (?:staat|zit) het\\b|\\bben benieuwd (?:of|naar)\\b',
        ),
      ],
      [
        'asks-unmarked',
        opens(
          '(?:weet je|heb je al|heb jij al|wanneer komt|wanneer is|wie heeft|is er al|waar staat)\\b(?!.*\\?)',
        ),
      ],
      ['to-you', said('\\b(?:je|jij|u|jullie|uw|iemand)\\b')],
      ['rhetorical', opens('(?:hoe (?:gaat het|is het|was je)|wie weet|alles goed|en nu)\\b')],
      ['tag', said(',\\s*(?:toch|hè|niet|of niet)\\?')],
    ]),
    family('commitment', [
      [
        'i-will',
        said(
          '\\b(?:ik|wij|we) (?:zal|zullen|ga|gaan)\\b|\\b(?:zal|zullen|ga|gaan) (?:ik|wij|we)\\b|^(?:zal|ga) (?:het|er|dat|even|je|ik)\\b',
        ),
      ],
      [
        'present-deed',
        said(
          `\\b(?:ik|we|wij) (?:${STEM}(?:en)?|sturen|maken|leveren|bellen|komen|geven|brengen|lever|stuur|kom)\\b(?! (?:niet|geen|dat|graag|me|mij|ons|altijd|vaak|meestal|er niet)\\b)(?!.*\\b(?:altijd|vaak|meestal|elke|nu al|uit naar|even kijken of)\\b)|\\b(?:${STEM}|stuur|sturen|maken|komen) (?:ik|we|wij)\\b|^(?:stuur|mail|app|bel|meld|laat) (?:ik|je|u|het je) (?:morgen|zo|straks|vanmiddag|vandaag|nog|even|door|weten)\\b`,
        ),
      ],
      [
        'you-will-have',
        said(
          '\\b(?:je|u|jullie) (?:krijgt|ontvangt|hoort|krijg|hebt|heeft)\\b.*\\b(?:van (?:mij|ons|me)|morgen\\p{L}*|vandaag|vanmiddag|deze|volgende|uiterlijk|voor|binnen|maandag|dinsdag|woensdag|donderdag|vrijdag)|\\b(?:krijg|ontvang|hoor) (?:je|u|jij)\\b(?!.*\\?)|\\b(?:krijgt|ontvangt|hoort) (?:u|jullie)\\b(?!.*\\?)',
        ),
      ],
      ['promise', said('\\b(?:beloof|beloofd, ik|zeg (?:je )?toe)\\b')],
      ['hedge', said('\\b(?:misschien|wellicht|hopelijk|eventueel)\\b')],
      ['negated', said('\\b(?:niet|nooit|geen|niets|niks)\\b')],
      [
        'state-not-deed',
        said(
          '\\b(?:ik|we|wij) (?:ga ervan|gaan ervan|kijk(?:en)? (?:er )?(?:naar )?uit|zal er (?:niet|wel)|denk|denken|hoop|hopen|zie|help (?:je )?graag|vraag me|ga ik akkoord|kom er (?:pas|niet)|wens\\p{L}*|ga (?:niet|akkoord)|zal (?:afwezig|niet|wel)|stel (?:het )?voor|stel het op prijs|vraag|vragen|verzoek\\p{L}*|laat het (?:aan|hierbij))\\b|\\bik (?:hoor|lees|spreek|neem aan|begrijp)\\b|\\bga ik niet over\\b',
        ),
      ],
    ]),
    family('acceptance', [
      [
        'takes-it',
        said(
          '(?:^|\\b(?:prima|ja|goed|oké?|dat|graag|natuurlijk|uiteraard)[, ]+)doe ik\\b|\\b(?:ik|wij|we) (?:pak|pakken|neem|nemen|regel|regelen) (?:het|dit|dat|die|deze|hem)\\b|\\b(?:pak|neem|regel|fix|maak) ik (?:op|even|het|dat|mee|wel|vandaag|morgen)\\b|\\b(?:ik|wij|we) (?:graag|met plezier) (?:aannemen?|aanneem|overnemen?|overneem)\\b|\\b(?:op mijn lijst|in mijn agenda)\\b|\\bkomt (?:in orde|goed|voor elkaar|eraan)\\b|\\b(?:ben|zit) (?:ik )?er(?:mee)? (?:al )?(?:mee )?(?:bezig|op)\\b|\\b(?:ik )?(?:ga|kan) (?:ik )?er(?:mee)? (?:meteen |direct )?(?:mee )?aan de slag\\b|\\b(?:ik|wij) (?:zorg|zorgen) ervoor\\b|\\bdaar zorg ik voor\\b|\\bop me(?:zelf)?\\b$|\\bik ga erachteraan\\b|\\bwordt geregeld\\b|\\blaat (?:dat|het) maar aan mij over\\b|\\bik (?:doe|maak) (?:het|dat)(?: even| meteen| vandaag| morgen| wel)*\\b',
        ),
      ],
      [
        'yes-firm',
        said(
          '^\\W*(?:prima|natuurlijk|zeker|uiteraard|akkoord|afgesproken|is goed|graag|met plezier|geen probleem|in orde|dat is goed|jazeker|tuurlijk|goed plan|helemaal goed)\\b(?!.*\\b(?:maar|gedaan)\\b)',
        ),
      ],
      ['yes', said('^\\W*(?:ja|ok|oké|oke|yes|goed)\\b(?!.*\\b(?:bedankt|dank)\\b)')],
      ['yes-no', said('\\b(?:maar|niet|helaas)\\b')],
      ['negated', said('\\bniet\\b')],
    ]),
    family('decline', [
      [
        'cannot-do',
        said(
          '\\b(?:ik|wij|we)\\b.*\\b(?:kan|kunnen|red|redden|ga|haal|halen|zal)\\b.*\\bniet\\b|\\b(?:kan|red|haal|ga) ik\\b.*\\bniet\\b|\\b(?:lukt|gaat)\\b.*\\bniet(?: lukken)?\\b|\\b(?:geen tijd|geen ruimte|geen capaciteit)\\b|\\bmoet (?:ik )?(?:helaas )?(?:afzeggen|bedanken|passen|afslaan)\\b',
        ),
      ],
      [
        'not-mine',
        said(
          '\\b(?:daar )?ga ik niet over\\b|\\b(?:niet|geen) (?:mijn|onze) (?:afdeling|taak|pakkie|verantwoordelijkheid|werk)\\b|\\bik ben (?:hier|daar)(?:voor)? niet (?:verantwoordelijk|de juiste)|\\bben ik niet (?:verantwoordelijk|de juiste)\\b|\\bligt niet bij (?:mij|ons)\\b',
        ),
      ],
      [
        'mind-verb',
        said(
          '\\bniet\\b.{0,30}\\b(?:herinneren|zeggen|openen|zien|vinden|beoordelen|lezen|bereiken|wachten|volgen|inloggen)\\b|\\bgaat niet over\\b|\\bgeen probleem\\b',
        ),
      ],
      ['until-later', said('\\bniet (?:voor|eerder)\\b|\\bpas\\b|\\bop zijn vroegst\\b')],
    ]),
    family('deferral', [
      ['not-before', said('\\bniet (?:voor|eerder dan|vóór) (?!niets)|\\bop zijn vroegst\\b')],
      [
        'later-deed',
        said(
          '\\b(?:ik|we|wij|dat|het|kan|lukt|wordt)\\b.*\\bpas (?:op|in|na|over|om|morgen|volgende|maandag|dinsdag|woensdag|donderdag|vrijdag|begin|eind|weer|later|vanaf|week)|\\bkom er pas\\b|\\bniet,? (?:maar )?\\p{L}+(?: \\S+)? wel\\b',
        ),
      ],
      [
        'more-time',
        said(
          '\\b(?:nog|meer|wat|een paar)\\b.*\\b(?:tijd|dagen|dag|week)\\b.*\\bnodig\\b|\\bgeef (?:me|mij|ons) (?:nog|tot|even|een)\\b|\\bduurt (?:helaas |nog |wel )*(?:langer|even|tot)\\b',
        ),
      ],
      [
        'put-off',
        said(
          '\\b(?:uitstellen|uitgesteld|verschuiven|verschoven|loopt (?:\\p{L}+ )?uit|vertraag\\p{L}*|vertraging|verzetten naar|doorschuiven|schuif ik)\\b',
        ),
      ],
      ['third', said('\\b(?:levering|trein|vervoerder|vlucht|leverancier)\\b')],
    ]),
    family('redirect', [
      [
        'ask-other',
        said(
          '\\b(?:vraag|bel|mail|neem contact op met|benader) (?:het |dat |dit |maar |even |beter |hiervoor )*(?:aan|bij|met)? ?(?!mij|me|ons|even|de offerte|het|een)\\p{L}+ (?:van|bij|op) (?:de |het )?\\p{L}+|\\b(?:kun|kan|moet|kunt) (?:je|u) (?:het )?(?:best(?:e)?|beter|even)? ?(?:bij|aan|met) \\p{L}+.*\\b(?:zijn|vragen|terecht|opnemen|wenden)\\b|\\b(?:moet|kun|kan) je bij (?!mij)\\p{L}+.*\\bzijn\\b|\\bvraag (?:het |dat )?(?:maar |even |beter )?aan (?!mij|me)',
        ),
      ],
      [
        'other-owns',
        said(
          '\\b(?:daar|dat|hier) (?:gaat|doet|regelt|pakt|beheert) (?!ik|je|het|om|dat)\\p{L}+(?: \\p{L}+){0,4}|\\b(?!ik|wie|we)\\p{L}+ (?:gaat daarover|is daarvoor verantwoordelijk|regelt dat|pakt dat op)\\b',
        ),
      ],
      [
        'passed-on',
        said(
          '\\b(?:doorgestuurd|doorgezet|doorgegeven|overgedragen) (?:naar|aan)\\b|\\b(?:naar|aan) (?!je|u|jou|jullie)\\p{L}+(?: \\p{L}+){0,3} (?:doorgestuurd|doorgezet|overgedragen|doorgegeven)\\b|\\bstuur (?:het|dit|je mail|dat) door naar\\b',
        ),
      ],
      [
        'loops-in',
        said('\\b(?:ik )?(?:zet|neem) (?:ik )?\\p{L}+ (?:even )?(?:in (?:de )?cc|mee in)\\b'),
      ],
    ]),
    family('withdrawal', [
      [
        'never-mind',
        said(
          '\\b(?:laat maar|is al opgelost|hoeft niet meer|vergeet (?:het|de|die|dat|mijn|onze))\\b(?!.*\\bniet\\b)',
        ),
      ],
      [
        'not-needed',
        said(
          '\\b(?:niet meer|toch niet|geen)\\b.*\\b(?:nodig|noodzakelijk)\\b(?!.*\\btijd\\b)|\\bhoeft niet meer\\b',
        ),
      ],
      [
        'disregard',
        said(
          '\\b(?:negeer|vergeet) (?:mijn|de|dit|deze|u mijn) (?:\\p{L}+ )?(?:mail|bericht|vraag|verzoek)\\b|\\b(?:als niet verzonden)\\b',
        ),
      ],
    ]),
    family('delivery', [
      [
        'attached',
        said(
          '\\b(?:bijgaand|bijgevoegd|in (?:de )?bijlage|hierbij|als bijlage|ingesloten)\\b(?! (?:bevestig|verzoek|laat|informeren|nodig|meld))',
        ),
      ],
      [
        'here-is',
        opens(
          '(?:hier|dit) (?:is|zijn|heb je|hebt u|komt|komen|heeft u)\\b(?! (?:niet|geen|goed|fijn|mooi))',
        ),
      ],
      [
        'have-sent',
        said(
          `\\b(?:ik|we|wij) (?:heb|hebben)\\b.*\\b${SENT}\\b|\\b(?:heb|hebben) (?:ik|we|wij)\\b.*\\b${SENT}\\b|^heb .*\\b${SENT}\\b|\\b(?:is|zijn) (?:net |zojuist |onderweg|de deur uit|${SENT})`,
        ),
      ],
      [
        'put-there',
        said(
          '\\b(?:staat|staan|ligt|liggen) (?:nu |al |inmiddels |klaar )*(?:in de map|op de (?:schijf|server)|op (?:je|uw) bureau|klaar|in het systeem|online)\\b|\\b(?:(?:neer)?gelegd|gezet|achtergelaten|opgehangen) (?:\\p{L}+ )?(?:op|in|bij|aan) (?:je|jouw|uw|de|het)\\b',
        ),
      ],
      ['missing', said('\\b(?:ontbreekt|ontbreken|vergeten|mist|zonder bijlage)\\b')],
      ['negated', said('\\b(?:niet|geen)\\b')],
      ['yet-to-be', said('\\b(?:wordt|worden|zodra|als)\\b')],
    ]),
    family('completion', [
      ['starts-finished', opens(`(?:al |alles |is |net |zojuist )?${DONE}\\b`)],
      ['is-finished', said(`\\b(?:is|zijn|werd|werden)(?: [\\p{L}\\d-]+){0,4} ${DONE}\\b`)],
      [
        'have-finished',
        said(
          `\\b(?:ik|we|wij) (?:heb|hebben|ben|zijn)\\b.*\\b(?:${DONE}|gesproken)\\b|\\b(?:heb|hebben) (?:ik|we|wij)\\b.*\\b${DONE}\\b|^heb .*\\b${DONE}\\b`,
        ),
      ],
      [
        'all-done',
        said(
          '\\b(?:alles is|het is|is) (?:al |nu |inmiddels )?(?:rond|geregeld|in orde|voor elkaar|klaar|gefikst|gepiept)\\b',
        ),
      ],
      ['negated', said('\\b(?:niet|nooit|geen|bijna|half)\\b')],
      [
        'yet-to-be',
        said(
          '\\b(?:wordt|worden|zal|zullen|moet|moeten|zodra|als|voordat|nog te|zou|kan|kunnen|of|pas|dient|tot)\\b',
        ),
      ],
      [
        'narrative',
        said('\\b(?:vorig jaar|vorige (?:maand|zomer)|destijds|vroeger|jaren geleden|hadden?)\\b'),
      ],
      ['third', said('\\bvolgens\\b|\\bheb je\\b')],
    ]),
    family('acknowledgement', [
      [
        'thanks',
        said('\\b(?:bedankt|dank(?:jewel| je(?: wel)?| u(?: wel)?)?|hartelijk dank|thanks|thx)\\b'),
      ],
      [
        'received',
        said('\\b(?:ontvangen|binnen(?:gekomen)?|genoteerd|gezien|in goede orde)\\b(?!.*\\?)'),
      ],
      [
        'understood',
        opens('(?:begrepen|duidelijk|helder|ok|oké|oke|top|super|perfect|fijn|mooi|prima)\\b'),
      ],
      [
        'thanks-ahead',
        said('\\b(?:alvast|bij voorbaat|begrip|vertrouwen|interesse|geduld|bestelling)\\b'),
      ],
      ['no-thanks', said('\\bnee,? (?:dank|bedankt)\\b')],
      ['negated', said('\\b(?:niet|niets|geen)\\b')],
      ['asks-with-thanks', said('\\b(?:kun je|kunt u|zou je|graag|wil je)\\b')],
    ]),
    family('decision', [
      [
        'we-decided',
        said(
          '\\b(?:we|wij|het bestuur|de directie|er)\\b.*\\b(?:besloten|gekozen voor|afgesproken dat)\\b',
        ),
      ],
      ['stays', said('\\b(?:het blijft bij|we blijven bij|we houden het op)\\b')],
      ['go-with', said('\\bwe (?:gaan voor|kiezen voor|nemen de)\\b')],
      ['negated', said('\\b(?:niet|nog)\\b')],
    ]),
  ],
  negatives: [
    [
      'courtesy',
      anywhere(
        '.*(?:\\b(?:mocht|mochten|heb je|heeft u|hebben jullie|bij|voor|als (?:je|u|er|jullie))\\b.{0,40}\\b(?:vragen|vraag|onduidelijkheden|problemen|opmerkingen|hulp|iets onduidelijk)\\b(?!.*\\bkun je\\b.*\\bsturen\\b)|\\baarzel (?:dan |vooral )?niet\\b|\\bsta(?:an)? (?:ik|wij|we|graag)?.{0,20}\\b(?:klaar|tot uw dienst|beschikking)\\b|\\bschroom niet\\b|\\bhelp(?:en)? (?:je|u) graag\\b)',
      ),
    ],
    [
      'conditional-offer',
      anywhere(
        '.*\\b(?:als|indien|mocht|desgewenst)\\b.{0,30}\\b(?:wil|wilt|wenst|nodig|liever|interesse|handig|prettig|willen|schikt)\\b.*\\b(?:kan|kunnen|zou) (?:ik|we|wij)\\b|.*\\bdesgewenst\\b|.*\\b(?:ik|we|wij) (?:kan|kunnen)\\b.*\\bals (?:je|u|jullie) (?:dat )?(?:wilt|wil|liever|willen)',
      ),
    ],
    [
      'reported',
      said(
        '\\b(?:hij|zij|ze|\\p{L}+) (?:zei|zeiden|zegt|vertelde|beloofde|schreef|meldde|dacht|vindt|beweert|gaf aan|liet weten|heeft gezegd|heeft beloofd|wilde)\\b|\\b(?:volgens|naar verluidt|blijkbaar|schijnbaar|kennelijk)\\b|\\b(?:heeft|hebben|had)\\b.{1,50}\\b(?:gezegd|beloofd|gevraagd|verteld|laten weten|toegezegd)\\b',
      ),
    ],
    [
      'kept-already',
      anywhere('.*\\bzoals (?:beloofd|afgesproken|besproken|toegezegd|gevraagd|aangekondigd)\\b'),
    ],
    [
      'hypothetical',
      anywhere(
        '.*\\b(?:als|hadden|had) (?:ik|we|wij|je)\\b.*\\b(?:had|hadden|zou|zouden|was|waren)\\b.*|.*\\b(?:in theorie|ooit eens)\\b',
      ),
    ],
    [
      'if-world',
      anywhere(
        '\\b(?:als|mocht) (?!(?:je|jij|u|jullie|ik|we|wij|het (?:lukt|kan|mag)|mogelijk)\\b)',
      ),
    ],
    ['joke', anywhere('.*(?:\\b(?:haha\\p{L}*|grapje|lol|geintje)\\b|😂|🤣|😉|😜|;-?\\))')],
    [
      'phatic',
      said(
        '\\b(?:fijn(?:e)? (?:weekend|avond|dag|vakantie|feestdagen|week)|prettig(?:e)? (?:weekend|avond|dag|feestdagen|kerst|week)|goed weekend|tot (?:dan|morgen|snel|straks|later|ziens|maandag|vrijdag|volgende week)\\W*$|hoe gaat het|ik hoop dat (?:je|u|jullie|het|alles)|hoop dat|beterschap|gefeliciteerd|veel (?:plezier|succes|sterkte)|succes (?:met|vandaag|morgen)|welkom|kijk(?:en)? (?:\\p{L}+ )?uit naar|doe de groeten|groetjes aan|geen (?:dank|probleem|zorgen)|graag gedaan|maak je geen zorgen|eet smakelijk|slaap lekker|werk ze|rij voorzichtig|geniet|pas goed op|gelukkig nieuwjaar)\\b',
      ),
    ],
    [
      'polite-filler',
      said(
        '\\b(?:houd(?:t)? (?:er|u er|hier) rekening mee|let op|let er(?:op)?|excuses|(?:mijn|onze) excuus|neem ons niet kwalijk|ter informatie|graag (?:uw|jullie|je) begrip|wij (?:vragen|hopen op) (?:uw|je) begrip|hierbij (?:laten|informeren|melden)|wist u)\\b',
      ),
    ],
    [
      'boilerplate',
      anywhere(
        '.*\\b(?:nieuwsbrief|uitschrijven|afmelden voor|af te melden|vertrouwelijk\\p{L}*|geadresseerde|disclaimer|privacy\\p{L}*|niet op dit bericht|automatisch (?:gegenereerd|bericht|verzonden)|algemene voorwaarden|milieu|ten onrechte ontvangen)\\b',
      ),
    ],
    [
      'marketing',
      anywhere(
        '.*\\b(?:klik hier|klik op|\\d+ ?% korting|gratis|actie(?:code)?|aanbieding|profiteer|bestel nu|win een|mis het niet|schrijf je nu in)\\b|.*https?://\\S+',
      ),
    ],
    [
      'absence',
      anywhere(
        '.*\\b(?:afwezig|niet (?:op kantoor|aanwezig|bereikbaar)|met (?:vakantie|verlof)|op vakantie|bij (?:spoed|dringende zaken|urgente)|tijdens mijn afwezigheid|weer (?:bereikbaar|aanwezig|op kantoor)|lees mijn mail niet)\\b',
      ),
    ],
    [
      'points-elsewhere',
      said(
        '\\b(?:(?:het )?best(?:e)?|beter) (?:bij|aan|met) \\p{L}+|\\bmoet je (?:bij|aan) (?!mij)\\p{L}+|\\bvraag (?:het |dat )?(?:maar |even |beter )?aan (?!mij|me)|\\bneem (?:hiervoor )?contact op met (?!mij|me|ons|de klant|de leverancier)',
      ),
    ],
    [
      'takes-back',
      said(
        '\\b(?:laat maar|negeer (?:mijn|dit|de)|vergeet (?:mijn|het)|hoeft niet meer|niet meer nodig|toch niet nodig)\\b',
      ),
    ],
    [
      'asks-time',
      said(
        '\\bgeef (?:me|mij|ons) (?:nog|tot|even|een)|\\b(?:nog|meer|wat)\\b.*\\b(?:tijd|dagen|dag)\\b.*\\bnodig\\b|\\bheb\\b.*\\b(?:nog|meer) (?:\\p{L}+ )?(?:tijd|dagen)\\b',
      ),
    ],
    [
      'no-action',
      said(
        '\\b(?:je|u|jullie) hoeft? (?:niets|niet)\\b|\\b(?:geen (?:reactie|actie|antwoord) nodig|alleen ter info(?:rmatie)?|ter info|ter kennisgeving|reageren is niet nodig)\\b',
      ),
    ],
  ],
  ...dutchWords(),
});
