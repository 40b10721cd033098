import { has, SENTENCE, type Found } from './signs';

/**
 * A promise and an ask live by somebody who waits for the deed. Nobody waits for what is put off to a time that is none
 * ("one of these days I'll …"), for what all of us are never to do again, for a deed that the very sentence does ("I'm going
 * to break my rule just to say …"), for what the speaker brings for the speaker's own nose, or for what is to be mended with
 * an axe.
 */

const LEAD = String.raw`^(?:\W|(?:and|so|but|ok|okay|right|well|oh|god|honestly|seriously|please|pls|guys|all|everyone|team|folks|\p{L}+,)[ ,.!]+)*`;
const I_SHALL = String.raw`\b(?:i|we)(?:'ll| will| shall|'m (?:going to|gonna)|'re (?:going to|gonna)| am going to| are going to) `;
/** No time at all. "I'll take one day off" counts days. */
const SOME_TIME = String.raw`(?:one of these (?:(?:fine|long|dark|cold|happy) )?(?:days|mornings|evenings|nights|weeks|weekends|months|years|summers|winters)|(?:some|one) (?:fine |sunny |happy )?day|sooner or later|in (?:my|our|another|a|the) next life|in another life)`;
const PUT_OFF = new RegExp(
  String.raw`${LEAD}${SOME_TIME},? (?:i swear,? |i promise,? )?(?:${I_SHALL}|(?:we|let's) (?:all |really |simply )*(?:should|must|ought to|need to|have to)?\b)|(?:${I_SHALL}|\b(?:we (?:all |really )*(?:should|must|ought to|need to|have to)|let's) )[^.;?!]{3,90}\b${SOME_TIME}[\s.!)]*$`,
  'u',
);
/** Then somebody waits for it after all, or it has a day: "one of these days, say Friday". */
const MEANT =
  /\b(?:you|u|your|yours|could|can|would|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|next|before|by)\b|\d/;

/** "Can we please never do a July again": a sigh over what was, with no deed in it. */
const NEVER_AGAIN = new RegExp(
  String.raw`${LEAD}(?:(?:can|could|may|shall|should) we|let's|let us|we (?:should|must)|(?:i )?(?:vote|move|propose|suggest) (?:that )?we)(?: please| pls| just| all| maybe| perhaps| both| simply)*(?: (?:agree|promise|swear|resolve|decide|vow))?(?: that we| to)?(?: please)? (?:(?:never|not) ever|never)\b[^.;?!,]*(?:\bagain\b(?: please| pls| ever| ok)?|\bever\b)[^\p{L}]*$`,
  'u',
);

/** What one says with "just to say this" is said by then. Going or ringing to say it is a deed of its own. */
const DONE_BY_SAYING = new RegExp(
  String.raw`${I_SHALL}(?!(?:\p{L}+ ){0,2}?(?:call|ring|phone|write|mail|e-?mail|text|message|visit|go|drop|stop by|drive|travel|fly|post|send|speak|talk|meet|contact|see|knock|come(?! out of\b))\b)[^.;?!]{2,80}? (?:just|only|simply|purely|merely|solely|long enough) to (?:say|tell (?:you|u|ye|everyone|everybody|all of you)|thank|wish|congratulate|applaud|add (?:that|how|my)|mention (?:that|how)|point out)\b`,
  'u',
);

/** What the speaker wears, or needs to bear it. */
const MY_OWN = String.raw`(?:wellies|wellingtons|boots|umbrella|brolly|parasol|ear ?plugs|ear defenders|earmuffs|tissues|hankies|hanky|sunglasses|shades|sun ?cream|sunscreen|sun ?hat|hat|coat|raincoat|mac|jumper|cardigan|scarf|gloves|mittens|thermals|long johns|slippers|pyjamas|blanket|hot water bottle|flask|hip flask|sandwiches|lunch|packed lunch|mug|cup|cushion|pillow|towel|trunks|swimming trunks|bikini|tin hat|hard hat|helmet|life ?jacket|gas mask|oxygen|tea ?bags?|coffee|fan|heater)`;
/** Nobody's work needs one. */
const COMIC_KIT = String.raw`(?:snorkel|armbands|flippers|water wings|popcorn|ear ?plugs|smelling salts|tin hat|straitjacket|nose peg|tiny violin|(?:world's )?smallest violin|canoe|life ?belt|garlic|holy water|hazmat suit|suit of armou?r|ark)`;
const BODY = String.raw`(?:nose|ears?|nerves|sanity|head|back|spine|neck|eyes?|knees?|feet|toes|teeth|stomach|belly|bum|backside|behind|soul|heart|blood pressure|sins|hair|skin|lungs|liver|waistline|hangover|thirst)`;
const FOR_MYSELF = new RegExp(
  String.raw`${I_SHALL}(?:just |definitely |also |then |better |be )*(?:bring(?:ing)?|wear(?:ing)?|pack(?:ing)?|take|taking|need|buy|fetch|get|put on|dig out|invest in|stock up on|order) (?:(?:[^.;?!]{2,60} )?for my (?:own |poor |old |delicate |aching |bad |little |frozen |ruined )*${BODY}|my (?:own |big |best |good |old |warm )*${MY_OWN}|(?:a |an |the |some |my |two |more |extra |big |own )*${COMIC_KIT})(?: then| too| as well| again| with me| just in case| and (?:my|a) \p{L}+)*[^\p{L}\d]*$`,
  'u',
);

const MACHINE = String.raw`(?:that|this|the|my|our|your) (?:(?!of\b)[\p{L}'-]+ ){0,2}?(?:printer|copier|photocopier|scanner|laminator|shredder|fax|franking machine|machine|router|modem|wi-?fi|server|laptop|computer|pc|tablet|keyboard|mouse|monitor|screen|phone|telephone|intercom|tannoy|alarm|clock|radio|projector|till|card reader|kettle|toaster|microwave|dishwasher|stapler|satnav|thermostat|spreadsheet|software|system|database|app)`;
const VIOLENCE = String.raw`(?:sledge ?hammer|hammer|mallet|axe|hatchet|machete|(?:baseball|cricket) bat|chain ?saw|flame ?thrower|blow ?torch|brick|rock|large stone|shotgun|bazooka|cannon|grenade|dynamite|crowbar|cattle prod|rolling pin|frying pan|big stick|blunt instrument|wrecking ball|bulldozer|tank)`;
const MEND_WITH_AXE = new RegExp(
  String.raw`${I_SHALL}[^.;?!]{2,20}? ${MACHINE}\b[^.;?!]{0,30}? with (?:a|an|my|the|some) (?:\p{L}+ )?${VIOLENCE}\b|${I_SHALL}(?:throw|chuck|hurl|lob|launch|fling|toss|drop|kick|push|heave|drown|shove|pitch|hoy|punt) ${MACHINE} (?:straight |right )?(?:out of|through|off|into|in|down|over|under) (?:the|a|that) (?:(?:nearest|next) )?(?:\p{L}+ )?(?:window|sea|river|canal|lake|harbour|harbor|pond|ocean|pier|roof|cliff|balcony|quay|bridge|well|orbit|sun|moon|bus|tractor|train)\b`,
  'u',
);

const SIGNED = [PUT_OFF, NEVER_AGAIN, DONE_BY_SAYING, FOR_MYSELF, MEND_WITH_AXE].map((pattern) => ({
  pattern,
  sign: SENTENCE.add([pattern]),
}));

/** Would nobody wait for what a sentence promises or asks? `lower`: in small letters, straight quotes; `signs`: its own. */
export const isUnawaited = (lower: string, signs: Found = SENTENCE.in(lower)): boolean =>
  SIGNED.some(
    ({ pattern, sign }) =>
      has(signs, sign) && pattern.test(lower) && !(pattern === PUT_OFF && MEANT.test(lower)),
  );
