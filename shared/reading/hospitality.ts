import { has, SENTENCE, type Found } from './signs';

/**
 * "Any time you are in Bergen, do give me a shout", "the kettle is on whenever you pass": hospitality held out for a
 * time that nobody has set. It reads like asking or promising, and nobody's work hangs on it.
 */

const GUEST = String.raw`(?:(?:any|either|one|some|all) of )?(?:you|u|y'all|ye|your (?:travels?|roads?|ways?|paths?|trips?|journeys?|family|feet|lot|people|holidays?))`;
const THERE = String.raw`(?:in|near(?:by)?|over|around|round|about|at|up|down|passing|visiting|through|to|by|back|out|past|this|our|along)`;
/** Whoever reads is to be somewhere, some day. */
const SOME_DAY = new RegExp(
  String.raw`\b(?:any ?time|whenever|wherever|(?:the )?next time|when(?: next)?|if(?: ever)?|should)(?: that)? ${GUEST}(?: (?:guys|two|both|all))?(?:'re| are| be| do| should| might)? ?(?:(?:ever|next|all|both|guys|happen to|chance to|find yourselves?|get|come|came|pass|stop|stay|travel|make it|take you|lead you|leads|bring you|take|be|are|find|fancy|want|like|run|feel|you|yourself|yourselves|swim)\b ?){0,4}?${THERE}\b`,
);
/** That it may never be, or be at any time. */
const OPEN = /\b(?:ever|any ?time|whenever|wherever|happen to|chance to|next time|should)\b/;
/** Places of the mind, and what is done there. */
const NO_PLACE =
  /\b(?:in|at) (?:doubt|trouble|need|any doubt|a (?:bind|hurry|fix)|charge|favou?r|agreement|question|risk)\b|\b(?:up|down) (?:for|to)\b|\babout to\b/;

const VISITS = String.raw`(?:(?:come|drop|pop|stop|swing|call|look|nip|pull) (?:(?:and|to) (?:see|say|visit|meet|have|stay)|by|in|along|round|over|around|past|up|on (?:in|over|by)|for)|look (?:me|us) up|(?:give|drop) (?:me|us) (?:a )?(?:shout|ring|call|buzz|bell|line|wave)|shout|holler|let (?:me|us) know|say (?:hello|hi)|stay (?:with|at)|be (?:my|our) guests?|knock on|visit)\b`;
const HOSTS = String.raw`(?:i|we)(?:'ll| will| can|'d (?:love|like|be (?:glad|happy|delighted)) to) (?:\w+ ){0,2}?(?:show|buy|take|cook|feed|treat|pour|stand|put|make|fix|host|introduce|owe|get) (?:you|us|u|the kettle)\b|(?:\b(?:is|are)|'s) (?:(?:always|all) )?(?:on (?:me|us|the house)|on[\s.!]*$|open|yours|welcome)`;
/** Come, or I shall be a good host. */
const INVITES = new RegExp(
  String.raw`(?:^|[,;:–-] ?|\bthen |\bplease )(?:please |do |just |you (?:must|should|can) |feel free to |be sure to )*${VISITS}|\b(?:please |do |you must |you should )+${VISITS}|${HOSTS}`,
);
/** Something is told of the place behind the open time: "…, chai is on chemistry". */
const TELLS =
  /^(?:\W|(?:and|oh|so|btw|ps)\b)*(?:any ?time|whenever|if ever|if|should|next time|wherever)\b[^,;]{3,80}, (?!(?:please|can|could|would|will|you|what|how|when|where|which|who|is|are|do|does|let|send|call|give|bring|take|tell)\b)(?:(?:the|my|our|a|there|some)\b|\p{L}+ (?:is|are)\b|\p{L}+'s\b)/u;

/** "You must come and see the orchard some time." */
const SOME_VISIT =
  /\b(?:come|drop|pop|stop|swing|call) (?:(?:and|to) (?:see|visit|meet|have|stay|try)|by|in|along|round|over)\b[^.;?!]{0,50}\b(?:some ?time|one (?:day|of these days)|some ?day|any ?time|when(?:ever)? you (?:like|fancy|feel like it))[\s.!]*$/;

const YOU_MUST = String.raw`\b(?:(?:you|y'all|u|ye)(?: (?:two|both|all|guys|lot))?(?: (?:really|simply|just|absolutely|definitely))* (?:must|should|have to|ought to|need to|'ll have to|will have to)|we(?: (?:really|simply|just|absolutely))* (?:must|should|have to|ought to)|do)(?: (?:really|simply|just|all|both|please|definitely))* `;
const COMES = String.raw`(?:come|drop|pop|stop|swing|nip)(?: (?:on|out|up|over|down|round|around|along|by|in|back|home|here))*`;
/** What a host holds out: a table, a bed, an outing. */
const TABLE = String.raw`(?:(?:stay|dine|eat|lunch|sleep over)\b|(?:for|to|and have|have|try|taste|share|join us for)(?: (?:a|an|some|the|our|my|your|another|bite|cup|glass|pot|plate|bowl|spot|of|proper|long|quick|nice|good|sunday))* (?:supper|dinner|tea|lunch|brunch|breakfast|drinks?|coffee|meal|eat|cake|barbecue|bbq|picnic|swim|sail|walk|swims|weekend|terrace|garden|sauna|christmas|easter)\b)`;
/** Of the year and its beauties, not of the office: "before the frost", "while the roses are out". */
const SEASON = String.raw`(?:(?:before|while|when|once|until|now(?: that)?|after|as long as|in|this)(?: the| our| my| these| those| all)? (?:\p{L}+ )?(?:frosts?|snow|ice|leaves|leaf|blossoms?|roses?|tulips?|bulbs?|lilacs?|bluebells|flowers?|lambs?|foals?|calves|chicks|kittens?|pupp(?:y|ies)|baby|apples?|cherries|plums|strawberries|figs|grapes|harvest|summer|winter|spring|autumn|fall|clocks|swallows|swans|geese|sun|light|days|weather|warmth|heat|rains?|season|year|holidays)\b|(?:while|when|before|until|now(?: that)?) (?:the |our |my )?[\p{L}'-]+ (?:is|are)(?: still| all| both)? (?:out|in (?:bloom|flower|leaf)|warm|ripe|here|up|born)\b)`;
/** "You must come out and see the garden before the frost": an invitation, its time the year's. */
const INVITED = new RegExp(
  [
    String.raw`${YOU_MUST}${COMES} [^.;?!]{0,60}?\b${SEASON}`,
    String.raw`(?:^|[.;:–-] ?)(?:\W|and |so |but )*${COMES} (?:and|to) (?:see|visit|meet|have|stay|try|taste)\b[^.;?!]{0,40}?\b${SEASON}`,
    String.raw`${YOU_MUST}(?:${COMES} (?:and |to )?)?${TABLE}`,
    String.raw`${YOU_MUST}(?:bring|take) (?:the |your )(?:children|kids|family|wife|husband|partner|dog|boys|girls|little ones|grandchildren|parents|mother)\b`,
    String.raw`${YOU_MUST}(?:have|get) (?:you|u)(?: (?:two|both|all|lot))? (?:over|round|around|out|up|down|to (?:stay|dinner|supper|lunch|tea))\b`,
    String.raw`${YOU_MUST}(?:get together|catch up|meet(?: up)?|let (?:me|us) (?:cook|show|take|buy|treat|feed|stand|make|pour)|have (?:lunch|dinner|supper|tea|drinks|coffee|a (?:drink|coffee|pint|beer|meal|bite|catch-?up|proper \p{L}+)))\b[^.;?!]{0,50}?\b(?:some ?time|soon|one (?:day|evening|night|weekend|of these days)|some ?day|${SEASON})`,
  ].join('|'),
  'u',
);
/** Work is looked at, and for a reason: "come and see the damage before the snow". */
const WORK_THERE =
  /\b(?:damage|leaks?|cracks?|faults?|problems?|roof|boiler|pipes?|site|plans?|proofs?|drafts?|samples?|prototypes?|inspector|surveyor|insurers?|auditors?|board|meeting|office|depot|budget|contract|contracts|numbers|figures|deadline|project|report|sign|please|pls)\b/;

/** A second deed beside the visit, a day, or a plain question: then it is meant. */
const IN_EARNEST =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|this (?:week|morning|afternoon|evening|month)|next (?:week|month)|by (?:noon|\d)|before (?:noon|\d))\b|\b(?:by|in|round|over|along|past|up)\b[^.;,]{0,30} (?:and|to) (?!(?:see|say|have|meet|visit|try|taste|let|enjoy|stay|i|we|i'll|we'll)\b)(?:sign|collect|pick|fetch|bring|check|hand|drop|take|get|leave|return|read|measure|inspect|review|discuss)\b|\b(?:can|could|would|will) you\b/;

const SAYS_OPEN = SENTENCE.add([SOME_DAY]);
const SAYS_VISIT = SENTENCE.add([SOME_VISIT]);
const SAYS_INVITED = SENTENCE.add([INVITED]);

/** Is it only hospitality? `lower`: in small letters, straight quotes; `signs`: its own. */
export function isHospitality(lower: string, signs: Found = SENTENCE.in(lower)): boolean {
  const invited = has(signs, SAYS_INVITED) && INVITED.test(lower) && !WORK_THERE.test(lower);
  const openly =
    has(signs, SAYS_OPEN) && SOME_DAY.test(lower) && OPEN.test(lower) && !NO_PLACE.test(lower);
  const visit = has(signs, SAYS_VISIT) && SOME_VISIT.test(lower);
  if ((!openly && !visit && !invited) || IN_EARNEST.test(lower)) return false;
  return visit || invited || INVITES.test(lower) || (TELLS.test(lower) && !lower.includes('?'));
}
