import { plain } from '../chars';
import { ofSentence, where, type Cue } from '../cues';
import type { Lazily } from '../lazily';
import { said } from './pattern';

/**
 * What has the form of an ask and asks nothing, in the other languages: the wish one leaves with ("bleib trocken"), the
 * trouble the other is spared ("ne vous dérangez pas", "no hace falta que …"), and the word that only whoever wants it
 * otherwise has to say ("falls Sie lieber … möchten, …; sonst machen wir es wie bestellt").
 */

interface Unasked {
  /** A wish at parting, from the head of a clause on. */
  parting: string;
  /** The other need not take the trouble, or need not at all: anywhere in a clause. */
  spared: string;
  /** No more is to be sent, looked for, changed. With a day or another bound it is a prohibition that somebody keeps. */
  noMore: string;
  /** If the other would rather have it otherwise. */
  choice: string;
  /** Where nobody says a word … */
  otherwise: string;
  /** … because no word comes from the reader, said by itself. */
  noWord: string;
  /** … it goes on as it goes. */
  goesOn: string;
}

const GERMAN: Unasked = {
  parting: String.raw`bleib(?:t|en sie)? (?:\p{L}+ ){0,2}?(?:gesund|munter|trocken|warm|tapfer|stark|heiter|fröhlich|zuversichtlich|gelassen|optimistisch|entspannt)\b|komm(?:t|en sie)? (?:\p{L}+ ){0,2}?(?:gut|heil|sicher|wohlbehalten) (?:nach hause|heim|an|zurück|durch|rüber|rein|in)\b|fahr(?:t|en sie)? (?:\p{L}+ ){0,2}?(?:vorsichtig|langsam)\b|pass(?:t|en sie)? (?:\p{L}+ ){0,2}?auf (?:dich|euch|sich)\b|hab(?:t|en sie)? (?:\p{L}+ )?(?:eine?n?|'?nen?) (?:schön|gut|erholsam|ruhig|angenehm)\p{L}*|genieß(?:t|e|en sie)? (?:\p{L}+ )?(?:die|das|den|deinen?|euren?|ihren?) (?:\p{L}+ )?(?:sonne|wochenende|urlaub|feierabend|tag|tage|abend|ruhe|zeit|ferien|wetter|sommer|winter|feiertage)\b|erhol(?:t|en sie)? (?:dich|euch|sich)\b|schlaf(?:t|en sie)? (?:\p{L}+ )?(?:gut|schön|aus)\b|ruh(?:t|en sie)? (?:dich|euch|sich)\b|werd(?:e|et|en sie)? (?:\p{L}+ ){0,3}?(?:gesund|fit)\b|halt(?:e|et|en sie)? (?:(?:dich|euch|sich) (?:warm|wacker|tapfer|munter|fit)|die ohren)\b|zieh(?:t|en sie)? (?:dich|euch|sich) warm\b|lass(?:t|en sie)? (?:es )?(?:dir|euch|sich) (?:es )?(?:\p{L}+ )?(?:gut ?gehen|schmecken|nicht verdrießen)\b`,
  spared: String.raw`\bkein\p{L}* (?:(?:große|unnötige|allzu|extra)\p{L}* )?(?:mühe|umstände|aufwand|stress|gedanken|sorgen?|hektik|kopf|kopfzerbrechen)\b(?!.{0,40}\b(?:scheu|spar)\p{L}*)|\b(?:brauchst|brauchen|braucht|musst|müssen|müsst) (?:du |sie |ihr )?(?:\p{L}+ ){0,3}?(?:nichts|nicht) (?:mehr|extra|weiter|eigens)\b`,
  noMore: String.raw`\bbitte (?:\p{L}+ ){0,2}?(?:nichts|nix) (?:mehr|weiter\p{L}*)\b|\bbitte (?:[\p{L}-]+ ){0,3}?nicht (?:mehr|extra|eigens|weiter)\b(?!.{0,60}\b(?:verwend|benutz|nutz|betret|öffn|rauch|park|anfass|berühr|schließ|vergess|abstell|fahr|lager|weitergeb|herausgeb|rausgeb|überschreit)\p{L}*)|\bbitte (?:[\p{L}-]+ ){0,2}?keine? (?:weiteren?|neuen?|zusätzlichen?) |\bbitte kein\p{L}* (?:[\p{L}-]+ ){1,3}?mehr (?:schick|send|bring|liefer|such|bestell|mach)`,
  choice: String.raw`\b(?:falls|wenn|sollten?|solltest|solltet|sofern)\b.{0,40}\b(?:lieber|bevorzug\p{L}*|wünsch\p{L}*|einwände?|einwand|dagegen|anders|ander\p{L}+|änderung\p{L}*|änderungswünsche|stört|stören|nicht (?:passt|passen|recht|einverstanden))\b`,
  otherwise: String.raw`\b(?:sonst|ansonsten|andernfalls|wenn nicht|falls nicht)\b`,
  noWord: String.raw`\b(?:falls|wenn|sofern|solange) (?:ich|wir|du|sie|ihr|niemand|keiner|nichts?|kein\p{L}*)\b(?:.{0,30}\b(?:nichts?|kein\p{L}*|niemand)\b)?.{0,20}\b(?:hör\p{L}*|sag\p{L}*|meld\p{L}*|anderes|gegenteil\p{L}*|widersprich\p{L}*|widerspruch|einwände?|protest\p{L}*)\b|\bohne (?:gegenteilige|anderslautende|weitere) (?:nachricht|rückmeldung|meldung)\b`,
  goesOn: String.raw`\bwie (?:bestellt|besprochen|geplant|vereinbart|gehabt|abgemacht|immer|üblich|bisher|ausgemacht|vorgesehen|gedacht|es ist)\b|\bbleib(?:t|en)\b|\b(?:lasse|lassen|nehme|nehmen|gehe|gehen) (?:ich|wir)\b|\b(?:machen|fahren) wir (?:\p{L}+ )*weiter\b|\bgilt\b|\bbeim alten\b`,
};

const FRENCH: Unasked = {
  parting: String.raw`(?:rentre|rentrez|repose-toi|reposez-vous|amuse-toi|amusez-vous|couvre-toi|couvrez-vous|porte-toi|portez-vous|soigne-toi|soignez-vous|profite|profitez|dors|dormez|remets-toi|remettez-vous|accroche-toi|accrochez-vous)(?: (?:bien|vite|au chaud|un peu|en paix)\b|\W*$)|(?:reste|restez) (?:bien )?(?:au (?:sec|chaud|frais)|en (?:forme|bonne santé)|prudente?s?)\b|(?:sois|soyez) prudente?s?\b|bonne route\b`,
  spared: String.raw`\bne (?:(?:vous|te) |t')(?:dérange|embête|ennuie|inquiète|tracasse|fatigue|casse|presse|stresse)\p{L}*(?:-vous|-toi)? (?:donc |surtout )?pas\b|\bne (?:vous|te) (?:donne|donnez|donnes) pas (?:cette|la|tant de|autant de) (?:peine|mal)\b|\b(?:inutile|(?:pas|plus) (?:la peine|besoin)|n'est (?:pas|plus) (?:la peine|nécessaire|utile|besoin)) (?:de |d'|que |qu')|\bne (?:t'en fais|vous en faites) pas\b|\b(?:tu n'as|vous n'avez) (?:pas|plus) (?:besoin|à) `,
  noMore: String.raw`\bn(?:e |')(?:[\p{L}']+ )?plus (?:rien )?(?:nous |me |m'|lui )?(?:envoy|chang|modifi|cherch|relanc|appel|livr|command|remplir|faire)|\bn(?:e |')(?:envoy|chang|modifi|cherch|relanc|appel|livr|command|fai)\p{L}* plus\b`,
  choice: String.raw`\bs(?:i|'il)\b.{0,30}\b(?:préfér\p{L}*|objection\p{L}*|changement\p{L}*|modification\p{L}*|autre\p{L}*|plutôt|ne (?:\p{L}+ )?(?:convient|va) pas)\b`,
  otherwise: String.raw`\b(?:sinon|autrement|à défaut|dans le cas contraire)\b`,
  noWord: String.raw`\bsauf (?:avis|indication|demande|instruction|objection)\p{L}*|\bsans (?:avis contraire|nouvelles?|réponse|retour|objection) (?:de (?:ta|votre) part|d'ici)?|\bà moins que (?:tu|vous) ne\b|\bsi (?:personne|tu|vous) n\p{L}*'?\s?\p{L}* (?:rien|pas)\b`,
  goesOn: String.raw`\bcomme (?:prévu|convenu|commandé|d'habitude|avant|toujours|annoncé)\b|\b(?:part|partons|reste|restons|garde|gardons|continue|continuons|laisse|laissons|maintien\p{L}*|restent|restera|ira)\b`,
};

const SPANISH: Unasked = {
  parting: String.raw`(?:cuíd(?:ate|ese|ense|aos)|descans(?:a|e|en|ad)|abríg(?:ate|uese|uense|aos)|diviértete|divertíos|diviértanse|disfrut(?:a|e|en|ad)|pás(?:alo|elo|enlo|adlo)|recupérate|recupérese|mejórate)(?: (?:mucho|bien|bonito|un poco|pronto|del?|la|el)\b|\W*$)|que (?:descans\p{L}+|te mejores|se mejore|te vaya|le vaya|lo pases|disfrut\p{L}+)\b|(?:maneja|maneje|conduce|conduzca|ve|vaya) con cuidado\b|ánimo\W*$`,
  spared: String.raw`\bno (?:hace|hará|haría|hacía) falta\b|\bno (?:es|será|sería) (?:necesario|preciso|menester)\b|\bno (?:te|se|os) (?:molest|preocup|agobi|compliqu|apur|esfuerc)\p{L}*|\bno (?:tienes|tiene|tenéis|tienen) (?:que|por qué)\b`,
  noMore: String.raw`\bno (?:me |nos |le )?(?:mand|envi|enví|busqu|cambi|hag|traig|llam|pid|prepar|modifi)\p{L}* (?:ya )?(?:nada )?más\b|\bno (?:me |nos )?(?:mand|envi|enví|busqu|cambi|hag|traig|pid|prepar|modifi)\p{L}* ya nada\b`,
  choice: String.raw`\bsi\b.{0,30}\b(?:prefier\p{L}*|prefer\p{L}*|objeci\p{L}*|cambios?|otr[oa]s?|en contra|no te (?:va|viene)|no le (?:va|viene)|no os (?:va|viene))\b`,
  otherwise: String.raw`\b(?:si no|de lo contrario|en caso contrario|de no ser así)\b`,
  noWord: String.raw`\b(?:salvo|a menos|excepto) que\b.{0,25}\b(?:dig\p{L}+|contrario|avis\p{L}+|opong\p{L}+|prefier\p{L}+)\b|\bsalvo (?:indicación|aviso|objeción)\b|\bsi no (?:me|nos)? ?(?:dic\p{L}*|dig\p{L}+) (?:nada|lo contrario)\b|\bsi nadie (?:dice|se opone)\b`,
  goesOn: String.raw`\bcomo (?:está|estaba|siempre|acordado|acordamos|previsto|habitual|pedido|dijimos|quedamos)\b|\b(?:segu\p{L}+|sigo|sigue|dej\p{L}+|qued\p{L}+|mant\p{L}+|continu\p{L}+|vamos con)\b`,
};

const PORTUGUESE: Unasked = {
  parting: String.raw`(?:cuide-se|cuidem-se|cuida-te|se cuid(?:a|e|em)|descans(?:a|e|em)|divirta-se|diverte-te|divirtam-se|aproveit(?:a|e|em)|agasalh(?:a-te|e-se|em-se))(?: (?:bem|muito|bastante|um pouco|as?|os?|o sol)\b|\W*$)|fi(?:ca|que|quem) (?:bem|com deus|em paz)\b|(?:vai|vá|vão|dirige|dirija) com (?:cuidado|calma)\b|força aí\b|bom (?:descanso|proveito)\b`,
  spared: String.raw`\bnão (?:é|será|seria) (?:mais )?(?:preciso|necessário)\b|\bnão (?:há|tem) (?:mais )?necessidade\b|\bnão precis(?:a|as|am) (?:de |mais |se |me |nos |te )*(?:\p{L}{2,}[aei]r\b|nada\b)|\bnão (?:se|te) (?:incomod|preocup|mac|canse|chatei|apress)\p{L}*`,
  noMore: String.raw`\bnão (?:me |nos |lhe )?(?:mand|envi|mud|alter|procur|faç|trag|lig|peç|prepar)\p{L}* mais\b`,
  choice: String.raw`\b(?:se|caso)\b.{0,30}\b(?:prefer\p{L}*|prefir\p{L}*|objeç\p{L}*|alteraç\p{L}*|mudança\p{L}*|outr[oa]s?|não (?:der|servir|convier))\b`,
  otherwise: String.raw`\b(?:se não|senão|caso contrário|do contrário)\b`,
  noWord: String.raw`\b(?:salvo|a menos que|a não ser que|exceto)\b.{0,25}\b(?:contrário|contrária|dig\p{L}+|avis\p{L}+|prefir\p{L}+|indicação)\b|\bse (?:não (?:disser\p{L}*|ouvir\p{L}*|houver)|ninguém)\b.{0,20}(?:nada|contrário|objeç\p{L}*|opuser|disser|contra)`,
  goesOn: String.raw`\bcomo (?:está|estava|sempre|combinado|combinamos|previsto|habitual|pedido|de costume)\b|\b(?:segu\p{L}+|sigo|deix\p{L}+|fica|ficamos|mant\p{L}+|continu\p{L}+|avanç\p{L}+)\b`,
};

const DUTCH: Unasked = {
  parting: String.raw`pas (?:\p{L}+ ){0,2}?op (?:jezelf|jullie(?:zelf)?|je ?zelf|uzelf)\b|kom (?:\p{L}+ )?(?:veilig|goed|heelhuids) (?:thuis|aan|over)\b|blijf (?:\p{L}+ )?(?:gezond|droog|warm|veilig|sterk|vrolijk)\b|geniet (?:\p{L}+ ){0,2}?(?:van|ervan)\b|slaap (?:lekker|goed|zacht)\b|rust (?:\p{L}+ )?uit\b|sterkte\b|hou (?:je|jullie) (?:taai|haaks|goed)\b|rij (?:voorzichtig|veilig)\b|(?:heb|maak er) een (?:fijn|goed|mooi)\p{L}*`,
  spared: String.raw`\bgeen moeite\b(?!.{0,30}\b(?:spaar|sparen)\b)|\bgeen zorgen\b|\b(?:je|jij|u|jullie|het|dat|dit) (?:hoeft?|hoeven) (?:\p{L}+ ){0,3}?(?:niets|niet|geen|niks)\b|\bniet (?:meer )?nodig (?:om|dat|te|voor (?:je|jou|u))\b|\bniet (?:meer )?nodig\W*$`,
  noMore: String.raw`\b(?:niets|niks) meer (?:te )?(?:\p{L}+ )?(?:sturen|wijzigen|veranderen|doen|zoeken|maken|brengen|bestellen|aanpassen)\b|\bniet meer (?:te )?(?:\p{L}+ )?(?:sturen|bellen|zoeken|nabellen|mailen|komen|langskomen|aanpassen)\b|^(?:\p{L}+ )?(?:stuur|wijzig|verander|zoek|bel|maak|bestel) (?:\p{L}+ ){0,2}?(?:niets|niks|niet) meer\b`,
  choice: String.raw`\b(?:als|mocht\p{L}*|indien|wanneer)\b.{0,30}\b(?:liever|voorkeur|bezwa\p{L}*|wijziging\p{L}*|ander\p{L}*|anders|niet (?:uitkomt|past|schikt))\b`,
  otherwise: String.raw`\b(?:anders|zo niet|in het andere geval)\b`,
  noWord: String.raw`\btenzij (?:ik|we|wij|je|jij|u|jullie|iemand)\b|\bals (?:ik|we|wij|je|jij|u|jullie|niemand)\b.{0,20}\b(?:niets|niks|geen (?:bericht|bezwaar)|bezwaar)\b|\bzonder (?:tegenbericht|bericht|reactie)\b`,
  goesOn: String.raw`\bzoals (?:afgesproken|besteld|gepland|altijd|gewoonlijk|besproken|het is|voorzien)\b|\b(?:gaan we|ga ik|gaat|blijft|blijven|houden|houd ik|laten we|laat ik|nemen we|neem ik)\b`,
};

const ITALIAN: Unasked = {
  parting: String.raw`(?:riguard(?:ati|atevi|i)|divert(?:iti|itevi)|ripos(?:ati|atevi)|copr(?:iti|itevi)|goditi|godetevi|si goda|curati|si riguardi|si riposi|si diverta)(?: (?:bene|un po'?|molto|tanto|il|la|le|i)\b|\W*$)|(?:stammi|stai|stia|state|stateci) (?:bene|al caldo|all'asciutto)\b|(?:abbi|abbia|abbiate) cura di (?:te|sé|voi)\b|(?:guida|guidate|vai|vada) (?:piano|con (?:calma|prudenza))\b|rimettiti (?:presto|in forma)\b|torna a casa sano\b`,
  spared: String.raw`\bnon (?:c'è|vi è|ce n'è|avete|hai|ha) (?:più |alcun |nessun )?bisogno (?:di |che |d')|\bnon (?:serve|occorre|è (?:più )?necessario|è il caso)(?: più)? (?:che|di|\p{L}+(?:are|ere|ire|rmi|rci|rlo|rla)\b|nulla|niente|altro)|\bnon (?:(?:ti|si|vi) (?:disturb|preoccup|scomod|affann|stress)\p{L}*|(?:disturbar|preoccupar|scomodar)(?:ti|vi))\b`,
  noMore: String.raw`\bnon (?:mi |ci )?(?:mand|invi|cambi|cerc|prepar|modific|port|far)\p{L}* (?:più|altro|niente altro|nient'altro)\b`,
  choice: String.raw`\b(?:se|qualora)\b.{0,30}\b(?:prefer\p{L}*|obiezion\p{L}*|modific\p{L}*|cambiament\p{L}*|altr[oaie]|contrari\p{L}*|non (?:va|andasse) bene)\b`,
  otherwise: String.raw`\b(?:altrimenti|in caso contrario|diversamente|sennò|se no)\b`,
  noWord: String.raw`\b(?:salvo|a meno che|a meno di)\b.{0,20}\b(?:divers\p{L}+|contrari\p{L}+|indicazion\p{L}+|obiezion\p{L}+|non mi dic\p{L}+|tu non|lei non|voi non)\b|\bse (?:non (?:sento|sentiamo|mi dici|mi dice|ci dite)|nessuno)\b`,
  goesOn: String.raw`\bcome (?:da (?:ordine|accordi|programma|previsto|preventivo)|concordato|previsto|sempre|al solito|adesso|ora|stabilito|d'accordo|è)\b|\b(?:proced\p{L}+|rest\p{L}+|rimane|lasci\p{L}+|continu\p{L}+|teniamo|tengo|andiamo avanti)\b`,
};

const UNASKED: Readonly<Partial<Record<string, Unasked>>> = {
  ...{ de: GERMAN, fr: FRENCH, es: SPANISH, pt: PORTUGUESE, nl: DUTCH, it: ITALIAN },
};

const AND = '(?:und|et|y|e|en)';
/** Little more behind it, and no second thing: "bleibt gesund und munter", "rentrez bien ce soir". */
const ENDS = String.raw`(?:(?! ${AND}(?![\p{L}]))[^,;:?]){0,30}(?: ${AND} [\p{L}]+)?[^\p{L}?]*$`;
/** A bound makes a prohibition of it that somebody is to keep. */
const BOUND = said(
  String.raw`\b(?:vor|bevor|bis|ohne|solange|sondern|erst|außer|avant|sans|jusqu|tant que|sauf|antes|sin|hasta|sino|excepto|sem|até|senão|voor|voordat|tot|zonder|maar wel|prima|senza|fino|finché|bensì)\b`,
);
/** Then somebody loses by their silence, and a word is wanted after all. */
const LOSES = said(
  String.raw`\b(?:verfäll|verfall|storn|verlier|verpass|berechn|annul|perd|pierd|cancel|expir|caduc|scad|verloop|vervalt|vervall|verliez|kwijt|zu spät|trop tard|demasiado tarde|te laat|troppo tardi|tarde demais|nicht mehr|leider|können|kann\b|kunnen|kan\b|pouvons|peux|podemos|puedo|possiamo|posso)\p{L}*`,
);

/** Cues against asking and promising, under the names the weights know. */
export function unaskedIn(code: string): readonly Cue[] {
  const words = UNASKED[code];
  if (!words) return [];
  const parting = said(String.raw`^[^\p{L}]*(?:[\p{L}]+,? )?(?:${words.parting})${ENDS}`);
  const spared = said(words.spared);
  const noMore = said(words.noMore);
  const choice = said(words.choice);
  const otherwise = said(String.raw`(?:${words.otherwise})(.*)`);
  const opens = said(String.raw`^[^\p{L}]*(?:${words.otherwise})(.*)`);
  const noWord = said(words.noWord);
  const goesOn = said(words.goesOn);
  const isDefault = (behind: string): boolean => goesOn.test(behind) && !LOSES.test(behind);
  const after = (joint: Lazily, text: string): string => joint.exec(text)?.at(-1) ?? '';
  return [
    ['phatic', parting],
    ['waves-off', where(spared, (c) => !c.asks && spared.test(c.lower))],
    [
      'waves-off',
      where(
        noMore,
        (c, s) =>
          !c.asks && !s.deadline && !s.dated && noMore.test(c.lower) && !BOUND.test(c.lower),
      ),
    ],
    [
      'by-choice',
      ofSentence(
        where(choice, (_c, s) => {
          if (!choice.test(s.lower)) return false;
          return isDefault(after(otherwise, s.lower)) || isDefault(after(opens, plain(s.after)));
        }),
      ),
    ],
    [
      'by-default',
      ofSentence(
        where([choice, noWord], (_c, s) =>
          noWord.test(s.lower)
            ? isDefault(s.lower)
            : choice.test(s.lower) && isDefault(after(otherwise, s.lower)),
        ),
      ),
    ],
  ];
}
