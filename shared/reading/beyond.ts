import { ACTION_WORDS, oneOf } from './lexicon';
import { has, SENTENCE, type Found } from './signs';

/**
 * An ask needs somebody who can hear it and a deed that can be done. "Somebody tell the seagull he doesn't work here",
 * "can we clone her", "can someone turn the rain off" have the words of one and neither of these.
 */

const THE = String.raw`(?:the|that|this|those|these|my|our|your|a|an|his|her|their) (?:(?!of\b)[\p{L}'-]+ ){0,2}?`;
const CREATURES =
  `bird seagull gull pigeon crow magpie sparrow starling blackbird heron stork pelican flamingo penguin puffin
owl hawk falcon eagle kestrel vulture parrot budgie duck swan hen chicken turkey peacock cockerel rooster
ostrich cat kitten dog puppy hamster gerbil rat ferret weasel badger beaver otter squirrel chipmunk rabbit
bunny hare hedgehog mole bat bear deer elk boar raccoon possum skunk coyote monkey gorilla elephant giraffe
camel llama alpaca cow bull calf goat pig lamb horse pony donkey mule spider wasp bee hornet moth butterfly
beetle ladybird cockroach ant worm slug snail frog toad newt lizard gecko snake tortoise turtle crocodile
alligator goldfish shark whale dolphin lobster octopus jellyfish dinosaur dragon unicorn`
    .split(/\s+/)
    .join('|');
const ANIMAL = String.raw`(?:(?:sea ?)?(?:${CREATURES})s?|foxe?s?|geese|goose|mouse|mice|fly|flies|mosquito(?:e?s)?|midges|fish|sheep|moose|wolf|wolves|puppies|butterflies)`;
const SPIRIT = String.raw`(?:ghosts?|gremlins?|fairy|fairies|elves|goblins?|gods?|heavens?|universe|fates?|muse|santa|tooth fairy|devil)`;
const SKY = String.raw`(?:weather|rain|snow|wind|winds|sun|moon|stars?|sky|skies|clouds?|sea|tide|tides|storm|fog|waves|winter|summer|monsoon|sunrise|sunset|gravity|thunder)`;
const ENGINE = String.raw`(?:photocopier|copier|coffee (?:machine|maker)|vending machine|kettle|fridge|freezer|toaster|microwave|dishwasher|boiler|radiator|fax(?: machine)?|shredder|stapler|inbox|calendar|alarm clock|clock|laptop|satnav|sat nav|wi-?fi|plants?|ficus|chair|furniture)`;
/** Where the noun ends: "the cat sitter" can be told. */
const ENDS = String.raw`(?=\s*(?:[,.;:!?)–-]|$)| (?:that|it|it's|its|he|he's|she|she's|they|they're|we|we're|i|i'm|about|if|whether|why|what|how|who|on|in|at|of|outside|by|under|over|from|again|please|once|today|tomorrow|next|and|not|there's|this)\b)`;
const CALMS = String.raw` to (?:please )?(?:stop|calm|behave|relax|shut|wake|come|go|leave|be|keep|get|make|give|cheer|hurry|wait|mind|stay|move|pull)\b`;
const TELLS = String.raw`\b(?:tell|inform|explain (?:it |this )?to|ask|remind|convince|persuade|notify|warn|have a (?:\p{L}+ )?word with|have a (?:\p{L}+ )?(?:chat|talk) with|talk (?:some )?(?:sense )?(?:to|into)|speak (?:to|with)|reason with|negotiate with|apologi[sz]e to|break it to|let)`;
/** Words meant for an ear that is none. */
const DEAF = new RegExp(
  String.raw`${TELLS} (?:(?:${THE}(?:${ANIMAL}|${SPIRIT}|${SKY})|god|santa)(?:${ENDS}|${CALMS}| know\b)|${THE}${ENGINE}(?:(?=\s*(?:[,.;:!?)–-]|$)| (?:that|it|it's|he|she|we|we're|they|i|how|who|why|not)\b)|${CALMS}| know\b))`,
  'u',
);
/** What nobody has in hand is to be other than it is. */
const ALMIGHTY = new RegExp(
  String.raw`\b(?:stop|turn(?: (?:off|down|up|on|back))?|switch(?: (?:off|on|down))?|ban|abolish|banish|outlaw|uninvent|unplug|mute|dim|call off|calm(?: down)?|cancel|hold back|order|book|fix) (?:the |that |this |some |all )?(?:${SKY}|sunshine)(?: (?:off|down|up|on|back|out))?(?=\s*(?:[,.;!?)]|$)| (?:for|until|till|please|before|after|on|by|this|next|tomorrow|today|at|from|forever)\b)|\b(?:ban|abolish|outlaw|banish|uninvent|delete) (?:all )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|winter|january|february|november|mornings|gravity|ageing|aging|time)\b`,
  'u',
);

const SOMEBODY = String.raw`(?:him|her|you|these two|those two|this (?:man|woman|guy|girl|boy|lady|lad|lass|person|team|one|lot|chap|bloke)|that (?:man|woman|guy|girl|boy|lady|lad|lass|person|chap|bloke))`;
const TOGETHER = String.raw`(?:can|could|may|shall|should) (?:we|i|somebody|someone|anybody|anyone) (?:please |pls |just |all |maybe |not )*`;
/** Done to a person nowhere but in praise. */
const ON_PERSON = new RegExp(
  String.raw`^(?:\W|(?:and|so|ok|okay|wow|omg|seriously|honestly|lol|but|also)\b)*${TOGETHER}(?:(?:clone|duplicate|photocopy|adopt|marry|bottle|frame|laminate|kidnap|knight|canoni[sz]e|gift-?wrap|multiply|bronze) ${SOMEBODY}|keep ${SOMEBODY} (?:for ?ever|for good|for life))\b`,
);
/** "Can we … her", in a breath and without a question mark: no verb of office work, nothing, and no day. */
const UNWORKED = new RegExp(
  String.raw`^(?:\W|(?:and|so|ok|okay|wow|omg|seriously|honestly|lol)\b)*can we (?:please |just |all )*(?!${oneOf([...ACTION_WORDS, 'thank', 'promote', 'interview', 'fire', 'reach', 'cc', 'loop', 'ping', 'phone', 'text', 'help', 'train', 'trust', 'meet'].join('|'))}\b)\p{L}{4,} (?:him|her|this (?:man|woman|guy|girl))[\s!.]*$`,
  'u',
);
/** What is too good to be forgotten. */
const TROPHY =
  /^(?:\W|(?:and|so|ok|okay|wow|lol)\b)*(?:can|could|someone|somebody|we should|please) (?:we |i |someone |somebody |please |just )*(?:frame (?:this|that|it)\b(?: (?:e-?mail|message|mail|one|screenshot|quote))?[\s!.?]*$|(?:get|have|put|print) (?:this|that|it) (?:printed )?on (?:a|the|every) (?:t-?shirts?|mugs?|tattoo|fridge|cushion|tea ?towel|bumper sticker)\b[\s!.?]*$)|^(?:\W|(?:and|so|ok|okay|wow|lol)\b)*(?:i|we)(?:'ll| will| shall|'m going to| am going to|'re going to) (?:be )?fram(?:e|ing) (?:this|that|your) (?:e-?mail|message|mail|note|answer|reply|screenshot)\b/;
/** A prize that no office has. */
const CROWNS = new RegExp(
  String.raw`\b(?:give|hand|buy|get|award|build|bring|send) (?:him|her|them|you|it|(?:this|that|these|those|the) (?:[\p{L}-]+ ){0,2}?(?:man|woman|girl|guy|boy|lad|lass|lady|person|people|team|legend|hero|lot|machine|one)|@?\p{L}+) (?:a|an|the|some) (?:\p{L}+ ){0,2}?(?:crown|medals?|trophy|knighthood|sainthood|halo|statue|standing ovation|round of applause|grave|oscar|nobel(?: prize)?|gold star|hug|high five|cookie|throne|cape|tiara|funeral)(?=\s*(?:[,.;!?)]|$)| (?:already|please|pls|now|for|someone|somebody)\b)|\b(?:give|get|hand|buy) (?:this|that|these|those) (?:[\p{L}-]+ ){0,2}?(?:man|woman|girl|guy|boy|lad|lass|lady|person|legend|hero) (?:a|an|the|some) (?:\p{L}+ )?(?:pay ?rise|raise|promotion|bonus|biscuit|drink|beer|pint)\b`,
  'u',
);
/** A prayer, a wish, a hope told to everybody. */
const PRAYS =
  /\b(?:please|pls),? (?:dear )?(?:god|lord|universe|heaven)\b|^(?:\W|(?:oh|and|so)\b)*(?:please|pls),? let (?:this|that|it|there|today|tomorrow|friday|them|us|him|her|the \p{L}+) (?:not |just |finally |really )*(?:be (?!(?:known|clear|aware|there|told|sent|done|made|given|kept|\p{L}+ed)\b)|work|end|stop|hold|last|win|pass)\b|\b(?:please|pls),? (?:someone |somebody )?tell me (?:that )?(?:this|that|it)(?:'s| is| was| isn't| wasn't)\b(?!.*(?:\?|\bor\b))|^(?:\W|and )*may (?:you|your|all your|(?:the|this|it|he|she|they|god|all) [^?]{0,40}?\b(?:be with|bless|rest in|last|never|live|grow|shine|rise|bring))\b[^?]*$|\blet's (?:all |just )?(?:hope|pray|pretend|face it|be honest|keep (?:our |your )?fingers|not (?:panic|kid ourselves|go there))\b/u;
/** What does the reader good, and nobody's work: drink water, stay dry, breathe. */
const CARE =
  /^(?:\W|(?:and|so|ok|okay|now|please|just|do|all|everyone|everybody|folks|guys|team|also|then|go|y'all|you two)\b)*(?:remember to |don't forget to |make sure (?:to |you ))?(?:(?:(?:get|take|have|grab) (?:some|a|an|plenty of|your) (?:(?:good|well[- ]earned|long|deep|little|proper|nice) )*(?:sleep|rest|nap|breath|breather|break|lie-?down|lie-?in)|(?:have|grab|take) a (?:\p{L}+ )?(?:biscuit|cookie|slice|doughnut))(?! (?:at|from|between|for)\b)|breathe|hydrate|drink (?:some |more |lots of |plenty of |enough )?water|stay (?:dry|warm|cool|sane|hydrated|strong|positive|out of trouble)|wrap up (?:warm|well)|keep (?:(?:calm|warm|dry|smiling)(?= and\b|[,.!\s]*$)|your (?:chin|spirits) up|up the (?:good|great))|put your feet up|pat yourselves?|hang in there|help yoursel(?:f|ves)|watch this space|don't work too|be (?:good|brave|gentle|kind to))\b[^?]{0,60}$/u;
/** How one is to fare. */
const WELL =
  '(?:safe(?:ly)?|well|warm|dry|cool|cosy|cozy|healthy|sane|strong|happy|careful(?:ly)?|tight|easy|gently|soundly?|positive|brave|lucky|better|sunny|hydrated)';
const MEANWHILE =
  '(?:and|so|ok|okay|now|please|just|do|all|everyone|everybody|folks|guys|team|also|then|until then|meanwhile|in the meantime)';
/** "Get home safe", "keep dry out there, both of you": wished to whoever leaves or is left. Behind it stands no more than where, when and who. */
const FAREWELL = new RegExp(
  String.raw`^(?:\W|${MEANWHILE}\b|(?!${MEANWHILE}\b)\p{L}+,)*(?:remember to |make sure (?:to |you ))?(?:(?:stay|keep|be|get|go|come|drive|ride|cycle|sail|fly|travel|sleep|rest|walk|arrive|land|live|feel) (?:(?:home|back|there|on|all|nice|and|very|so) )*${WELL}|look after (?:yourself|yourselves|each other)|take (?:good |great )?care of (?:yourself|yourselves|each other)|mind how you go)(?: and (?:${WELL}))?(?: (?:soon|home|back|(?:out|in|up|down|over) (?:there|here)|today|tonight|now|all|both|everyone|everybody|folks|please|this \p{L}+|in (?:this|that|the|your) \p{L}+(?: \p{L}+)?|on (?:the|your) (?:roads?|ice|motorway|water|hills?|trip|journey|way(?: home| back)?)|while (?:\p{L}+ ){1,4}\p{L}+|until (?:\p{L}+ ){0,3}\p{L}+)){0,3}(?:,? (?:all|both|the (?:two|three|lot)) of you)?(?:, \p{L}+(?: \p{L}+)?)?[^\p{L}?]*$`,
  'u',
);
/** What is felt. */
const FEELS =
  /^(?:\W|(?:and|but|so)\b)*(?:i|we)(?:'ll| will| shall|'re going to|'m going to) (?:all |really |sorely |so |surely |almost |nearly |rather |quite |even )*(?:miss|never forget|always remember|cherish|treasure|keep (?:you|them|him|her|it|the \p{L}+) in (?:my|our) (?:thoughts|prayers|hearts?)|be thinking of|pray for|root for|cheer for)\b/u;
/** A greeting passed on. */
const GREETS =
  /\b(?:give|send|pass(?: on)?|convey) (?:(?:(?:the|your|my|our|his|her) )?[\p{L}'-]+ )?(?:my|our) (?:(?:very|warm(?:est)?|best|kind(?:est)?|fond(?:est)?|sincere) )*(?:love|regards|best(?! \p{L}| ?[\d€$£])|compliments|greetings|wishes|congratulations|condolences|thanks)\b|\bgive (?:@?\p{L}+|(?:my|your|the) \p{L}+) (?:a|my|our) (?:(?:big|huge|warm) )*(?:hug|kiss|love|pat on the back|high five|best)\b|\bsay (?:hi|hello|hey|thanks|thank you|happy birthday) to\b|\btell (?:@?\p{L}+|(?:my|your|the) \p{L}+) (?:that )?(?:he|she|they)(?:'s|'re| is| are) (?:an?|such an?|so|simply|absolutely|truly|my) (?:\p{L}+ )?(?:saint|stars?|angel|legend|heroe?s?|genius(?:es)?|treasure|wizard|brilliant|marvel(?:l?ous)?|wonderful|amazing|missed|lucky|lovely|great|dear|champion|gem)\b|(?:^|[,.;!–-] ?|\b(?:please|do|and|then|pls) )(?:greet|kiss|hug|salute|embrace) (?:the|your|my|our|him|her|them|all|everyone|everybody|\p{L}+ (?:from|for) (?:me|us))\b(?! (?:guests?|visitors?|customers?|clients?|delegates?|passengers?|arrivals?|speakers?)\b)|\btell (?:your|the) (?:mother|mum|mom|dad|father|parents|wife|husband|partner|kids|children|daughters?|sons?|boys|girls|family|grandm\p{L}+|grandfa\p{L}+|granny|sister|brother|dog|cat)\b(?! (?:to|what|when|where|whether|if|how|about)\b)/u;

/** In a time that will not come. */
const NEVER =
  /\b(?:ask|wake|call|ring|remind|tell|talk to|come back to|check with|find|see) (?:me|us)(?: again| back)? in (?:another )?(?:ten|twenty|thirty|fifty|a (?:hundred|thousand|million)|\d{2,}) years\b|\bwhen (?:hell|pigs|i(?:'m| am) (?:dead|retired|rich|famous)|(?:you|i|we) win the lottery)\b|\bin (?:another|my next) life\b|^(?:\W|(?:and|so)\b)*(?:mental )?note to self\b/u;
/** What the writer wishes to be kept from by whoever hears it. */
const SELF_REPROACH =
  /\bremind me (?:again )?(?:to never|never\b|not to\b[^.;?!]*\b(?:again|ever)\b|why i (?!(?:need|have|should|must|can't|cannot|couldn't|was (?:cc|copied|invited|asked))\b))|\b(?:never|(?:don't|do not|dont) ever)(?: again)? let me\b|\b(?:don't|do not|dont) let me (?:\p{L}+ ){0,6}?(?:again|(?:anywhere )?near|ever)\b|\bnext time (?:i|we) [^.;?!]{2,70}?,? (?:please |somebody |someone |just |do |can you |can someone )*(?:stop|shoot|lock|kick|slap|hit|pinch|gag|tie|chain|bury|hide|tell|remind) me\b|\b(?:somebody|someone|please|just|pls) (?:please |just )?(?:(?:shoot|pinch|slap|kill|bury) me\b|stop me (?:before|from)\b)/u;

const SIGNED = [
  DEAF,
  ALMIGHTY,
  ON_PERSON,
  UNWORKED,
  TROPHY,
  CROWNS,
  PRAYS,
  CARE,
  FAREWELL,
  FEELS,
  GREETS,
  NEVER,
  SELF_REPROACH,
].map((pattern) => ({ pattern, sign: SENTENCE.add([pattern]) }));

/** Is what a sentence asks beyond anybody, or meant for nobody? `lower`: in small letters, straight quotes; `signs`: its own. */
export const isBeyondAnyone = (lower: string, signs: Found = SENTENCE.in(lower)): boolean =>
  SIGNED.some(({ pattern, sign }) => has(signs, sign) && pattern.test(lower));
