import type { Family } from './cues';

/**
 * The barest cues of German, Dutch, French, Spanish and Portuguese, under the same names as the English
 * ones, so that one set of weights serves all. They read plain polite office prose and nothing finer.
 */
export const foreign: Readonly<Record<string, readonly Family[]>> = {
  de: [
    {
      kinds: ['request'],
      cues: [
        ['please-verb', /\bbitte\b(?! (?:sehr|schön))/],
        [
          'modal-you',
          /\b(?:kannst du|kannst|könntest|können (?:sie|ihr)|könnten (?:sie|ihr)|würdest|würden sie|könnt ihr|magst du)\b/,
        ],
        ['need-from', /\b(?:brauche?n?|benötigen?)\b.*\b(?:bis|von (?:dir|ihnen|euch))\b/],
        [
          'let-me-know',
          /\b(?:gib(?:t)? mir bescheid|geben sie (?:mir|uns) bescheid|sag (?:mir|uns)? ?bescheid)\b/,
        ],
        [
          'courtesy',
          /\b(?:bei (?:rück)?fragen|zögern sie nicht|falls sie fragen|stehe? .*zur verfügung)\b/,
        ],
        ['polite-filler', /\bbitte (?:beachten|entschuldig)/],
      ],
    },
    {
      kinds: ['question'],
      cues: [
        ['asks', (c) => c.asks],
        ['wh-word', /\b(?:wann|wer|was|wie|wo|warum|welche\w*)\b/],
      ],
    },
    {
      kinds: ['commitment'],
      cues: [
        [
          'i-will',
          /\b(?:ich|wir) (?:werde|werden|schicke|schicken|sende|senden|mache|machen|melde|kläre|klären|liefere|liefern|erledige|prüfe|prüfen|reiche|gebe|bringe)\b|\b(?:schicke|sende|mache|melde|kläre|erledige|prüfe|liefere) (?:ich|dir|ihnen|es|das|mich)\b/,
        ],
        ['asks', (c) => c.asks],
      ],
    },
    {
      kinds: ['acceptance'],
      cues: [
        [
          'takes-it',
          /\b(?:kümmere? mich|(?:das )?übernehme ich|ich übernehme|mach(?:e)? ich|wird (?:erledigt|gemacht)|bin dran|geht klar)\b/,
        ],
        ['yes-firm', /^(?:gerne?|klar|natürlich|selbstverständlich|alles klar)\b/],
      ],
    },
    {
      kinds: ['delivery'],
      cues: [
        [
          'attached',
          /\b(?:im anhang|anbei|angehängt|beigefügt|hier (?:ist|sind|kommt)|liegt (?:im|in|auf))\b/,
        ],
      ],
    },
    {
      kinds: ['completion'],
      cues: [
        ['all-done', /\b(?:erledigt|fertig|abgeschlossen|freigegeben|genehmigt|ist gebucht)\b/],
        ['asks', (c) => c.asks],
        ['negated', /\bnicht\b/],
      ],
    },
    {
      kinds: ['acknowledgement'],
      cues: [
        ['thanks', /\b(?:danke|vielen dank|besten dank)\b/],
        ['received', /\b(?:erhalten|angekommen|hab ich gesehen|verstanden)\b/],
        ['thanks-ahead', /\bvorab|im voraus\b/],
      ],
    },
    {
      kinds: ['decline'],
      cues: [
        [
          'cannot-do',
          /\b(?:(?:ich|wir) (?:kann|können|schaffe|schaffen)\b.*\bnicht|leider nicht)\b/,
        ],
      ],
    },
  ],
  nl: [
    {
      kinds: ['request'],
      cues: [
        ['please-verb', /\b(?:graag|alsjeblieft|alstublieft|aub|svp)\b/],
        [
          'modal-you',
          /\b(?:kun je|kan je|kunt u|kunnen jullie|zou je|zou u|zouden jullie|wil je|wilt u)\b/,
        ],
        ['let-me-know', /\blaat (?:me|mij|ons|het)? ?(?:even )?(?:weten|horen)\b/],
        ['courtesy', /\b(?:mocht(?:en)? (?:je|u|er)|bij vragen|aarzel niet)\b/],
      ],
    },
    {
      kinds: ['question'],
      cues: [
        ['asks', (c) => c.asks],
        ['wh-word', /\b(?:wanneer|wie|wat|hoe|waar|waarom|welke)\b/],
      ],
    },
    {
      kinds: ['commitment'],
      cues: [
        [
          'i-will',
          /\b(?:ik|we|wij) (?:zal|zullen|stuur|sturen|maak|maken|ga|gaan|regel|lever|mail|bel|kom)\b|\b(?:stuur|maak|regel|mail|bel) ik\b/,
        ],
        ['asks', (c) => c.asks],
      ],
    },
    {
      kinds: ['acceptance'],
      cues: [
        [
          'takes-it',
          /\b(?:doe ik|ik pak (?:het|dit|die)|komt (?:goed|voor elkaar)|ik regel het|ben ermee bezig)\b/,
        ],
        ['yes-firm', /^(?:prima|natuurlijk|zeker|uiteraard)\b/],
      ],
    },
    { kinds: ['delivery'], cues: [['attached', /\b(?:bijgevoegd|in de bijlage|hierbij)\b/]] },
    {
      kinds: ['completion'],
      cues: [
        ['all-done', /\b(?:klaar|gedaan|afgerond|goedgekeurd|geregeld)\b/],
        ['asks', (c) => c.asks],
        ['negated', /\bniet\b/],
      ],
    },
    {
      kinds: ['acknowledgement'],
      cues: [
        ['thanks', /\b(?:dank|bedankt|dankjewel|dank je)\b/],
        ['received', /\b(?:ontvangen|begrepen)\b/],
        ['thanks-ahead', /\balvast\b/],
      ],
    },
    {
      kinds: ['decline'],
      cues: [['cannot-do', /\b(?:ik|we) (?:kan|kunnen|lukt)\b.*\bniet\b|\blukt (?:me )?niet\b/]],
    },
  ],
  fr: [
    {
      kinds: ['request'],
      cues: [
        ['please-verb', /\b(?:merci de|s'il (?:vous|te) pla[iî]t|svp|stp|veuillez|prière de)\b/],
        [
          'modal-you',
          /\b(?:pouvez-vous|peux-tu|pourriez-vous|pourrais-tu|pourrez-vous|(?:vous|tu) (?:pouvez|peux|pourriez|pourrais))\b/,
        ],
        ['need-from', /\b(?:j'ai|nous avons) besoin\b/],
        ['let-me-know', /\b(?:tenez-moi|tiens-moi|dites-moi|dis-moi|faites-(?:moi|nous)) \w+/],
        ['courtesy', /\b(?:n'hésite[zs]? pas|pour toute question|reste .* disposition)\b/],
        ['polite-filler', /\bveuillez (?:trouver|agréer|recevoir|noter)\b/],
      ],
    },
    {
      kinds: ['question'],
      cues: [
        ['asks', (c) => c.asks],
        ['wh-word', /\b(?:quand|qui|quel\w*|comment|où|pourquoi|est-ce que)\b/],
      ],
    },
    {
      kinds: ['commitment'],
      cues: [
        [
          'i-will',
          /\b(?:je (?:vais|vous envoie|t'envoie|m'en occuperai|ferai|enverrai|vous enverrai|t'enverrai)|nous (?:allons|enverrons|ferons)|on va)\b/,
        ],
        ['asks', (c) => c.asks],
      ],
    },
    {
      kinds: ['acceptance'],
      cues: [
        ['takes-it', /\bje m'en (?:occupe|charge)\b|\bc'est (?:pour moi|noté, je)\b/],
        ['yes-firm', /^(?:bien sûr|avec plaisir|volontiers|entendu)\b/],
      ],
    },
    {
      kinds: ['delivery'],
      cues: [['attached', /\b(?:ci-joints?|ci-jointe?s?|en pièce jointe|voici)\b/]],
    },
    {
      kinds: ['completion'],
      cues: [
        ['all-done', /\b(?:c'est fait|terminée?s?|validée?s?|approuvée?s?|réglée?s?)\b/],
        ['asks', (c) => c.asks],
        ['negated', /\b(?:n'est|pas)\b/],
      ],
    },
    {
      kinds: ['acknowledgement'],
      cues: [
        ['thanks', /\bmerci\b(?! de\b)/],
        ['received', /\b(?:bien reçu|reçu)\b/],
        ['thanks-ahead', /\bd'avance\b/],
      ],
    },
  ],
  es: [
    {
      kinds: ['request'],
      cues: [
        ['please-verb', /\b(?:por favor|te pido|le pido|les pido)\b/],
        [
          'modal-you',
          /\b(?:puedes|puede (?:usted)?|podrías|podría|pueden|podrían|me (?:puedes|podrías|mandas|envías))\b/,
        ],
        ['need-from', /\b(?:necesito|necesitamos)\b/],
        ['let-me-know', /\b(?:avísame|avíseme|dime|dígame|confírmame|quedo a la espera)\b/],
        [
          'courtesy',
          /\b(?:no dude|no dudes|cualquier (?:duda|cosa)|quedo a (?:su|tu) disposición)\b/,
        ],
      ],
    },
    {
      kinds: ['question'],
      cues: [
        ['asks', (c) => c.asks],
        ['wh-word', /\b(?:cuándo|quién|qué|cómo|dónde|cuál)\b/],
      ],
    },
    {
      kinds: ['commitment'],
      cues: [
        [
          'i-will',
          /\b(?:(?:te|le|se|os|les) (?:lo |la |los )?(?:envío|enviaré|mando|mandaré|paso)|voy a|vamos a|enviaré|haré|mandaré|lo (?:hago|haré|envío))\b/,
        ],
        ['asks', (c) => c.asks],
      ],
    },
    {
      kinds: ['acceptance'],
      cues: [
        ['takes-it', /\b(?:yo me (?:encargo|ocupo)|me (?:encargo|ocupo)|lo hago yo|déjamelo)\b/],
        ['yes-firm', /^(?:claro|por supuesto|con gusto|desde luego)\b/],
      ],
    },
    {
      kinds: ['delivery'],
      cues: [['attached', /\b(?:adjunto|adjunta|adjuntos|te adjunto|aquí (?:está|tienes|va))\b/]],
    },
    {
      kinds: ['completion'],
      cues: [
        ['all-done', /\b(?:hecho|listo|terminado|aprobado|resuelto)\b/],
        ['asks', (c) => c.asks],
        ['negated', /\bno\b/],
      ],
    },
    {
      kinds: ['acknowledgement'],
      cues: [
        ['thanks', /\bgracias\b/],
        ['received', /\b(?:recibido|entendido)\b/],
        ['thanks-ahead', /\bde antemano\b/],
      ],
    },
  ],
  pt: [
    {
      kinds: ['request'],
      cues: [
        ['please-verb', /\b(?:por favor|por gentileza|favor \w+r)\b/],
        [
          'modal-you',
          /\b(?:(?:você|vocês)?\s?(?:pode|podem|poderia|poderiam|consegue|conseguem) (?:me |nos |por favor )?\p{L}+r)\b/u,
        ],
        ['need-from', /\b(?:preciso|precisamos)\b/],
        ['let-me-know', /\b(?:me avis[ae]|avise-me|me diga|me confirma|me retorna)\b/],
        ['courtesy', /\b(?:qualquer (?:coisa|dúvida)|à disposição|não hesite)\b/],
      ],
    },
    {
      kinds: ['question'],
      cues: [
        ['asks', (c) => c.asks],
        ['wh-word', /\b(?:quando|quem|qual|como|onde|por que)\b/],
        ['phatic', /\btudo bem\b/],
      ],
    },
    {
      kinds: ['commitment'],
      cues: [
        [
          'i-will',
          /\b(?:vou|vamos|(?:te|lhe) (?:envio|mando|enviarei)|envio|enviarei|mando|farei)\b/,
        ],
        ['asks', (c) => c.asks],
      ],
    },
    {
      kinds: ['acceptance'],
      cues: [
        [
          'takes-it',
          /\b(?:deixa comigo|deixe comigo|pode deixar|eu (?:faço|cuido|resolvo)|estou nisso)\b/,
        ],
        ['yes-firm', /^(?:claro|com certeza|com prazer)\b/],
      ],
    },
    { kinds: ['delivery'], cues: [['attached', /\b(?:em anexo|segue|anexo|aqui está)\b/]] },
    {
      kinds: ['completion'],
      cues: [
        ['all-done', /\b(?:feito|pronto|concluído|aprovad[oa]|resolvido|agendado)\b/],
        ['asks', (c) => c.asks],
        ['negated', /\bnão\b/],
      ],
    },
    {
      kinds: ['acknowledgement'],
      cues: [
        ['thanks', /\b(?:obrigad[oa]|valeu|🙏+)/u],
        ['received', /\b(?:recebido|recebi|entendi)\b/],
      ],
    },
  ],
  it: [
    {
      kinds: ['request'],
      cues: [
        ['please-verb', /\b(?:per favore|per cortesia|per piacere)\b|\bti prego\b/],
        [
          'modal-you',
          /\b(?:puoi|potresti|può|potrebbe|potete|potreste|riesci a|riuscite a|mi (?:mandi|invii|fai sapere))\b/,
        ],
        [
          'let-me-know',
          /\b(?:fammi|fatemi|mi faccia) sapere\b|\b(?:inviami|mandami|inviaci|mandaci)\b/,
        ],
      ],
    },
    {
      kinds: ['question'],
      cues: [
        ['asks', (c) => c.asks],
        ['wh-word', /\b(?:quando|chi|cosa|come|dove|perché|quale|quali)\b/],
      ],
    },
    {
      kinds: ['commitment'],
      cues: [
        [
          'i-will',
          /\b(?:(?:ti|le|vi) (?:mando|invio|manderò|invierò)|invierò|manderò|lo faccio|preparo|preparerò)\b/,
        ],
        ['asks', (c) => c.asks],
      ],
    },
    {
      kinds: ['acceptance'],
      cues: [['takes-it', /\b(?:ci penso io|me ne occupo|lo faccio io)\b/]],
    },
    {
      kinds: ['delivery'],
      cues: [['attached', /\b(?:in allegato|allegat[oaie]|ecco (?:il|la|i|gli|le))\b/]],
    },
    {
      kinds: ['completion'],
      cues: [
        ['all-done', /\b(?:fatto|finito|completato|approvato|prenotato|risolto)\b/],
        ['asks', (c) => c.asks],
        ['negated', /\bnon\b/],
      ],
    },
    {
      kinds: ['acknowledgement'],
      cues: [
        ['thanks', /\bgrazie\b/],
        ['received', /\b(?:ricevuto|ricevuta|capito)\b/],
      ],
    },
  ],
};
