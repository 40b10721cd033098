import type { Clause } from './clauses';
import { ASKS, fromFront, onCased, onHead, where, type Cue, type Family, type Look } from './cues';
import { FINISHED_WORD, IMPERATIVE, IMPERATIVE_CASED, VERB } from './lexicon';
import { otherAsks, wishes } from './wishing';

/** Requests (someone is to do something) and questions (someone is to answer). */

const YOU =
  "(?:you|u|ya|y'all|yall|ye|you guys|you both|you all|you two|your (?:team|side|people|colleagues?|lot|office))";
const SOME =
  '(?:some(?:one|body)|any(?:one|body)|one of (?:you|us)|either of you|any of you|each of you|both of you|people|folks|everyone|everybody|all of you|the team|whoever|we all|you each)';
const MODAL = '(?:can|could|would|will|cld|wld|might|may)';
const SOFT =
  '(?:please |pls |also |just |possibly |maybe |perhaps |kindly |then |both |all |each |still |quickly |at least |by any chance )*';
const WE = '(?:i|we)';
const DO_TOGETHER =
  '(?:discuss|talk|meet|speak|decide|schedule|set up|sit down|get together|catch up|touch base|chat|review|agree|sync|figure out|work out|have a (?:call|meeting|chat|word|quick \\w+)|visit with|have (?:lunch|dinner|a (?:drink|coffee|beer))|go (?:to|for) (?:lunch|dinner|a drink|coffee)|get caught up|go over|walk through|invite|propose|suggest|arrange|coordinate|update|address|resolve)';

/** What begins an object: behind it no word but a verb can stand. */
const OBJECT =
  '(?:the|a|an|this|these|those|my|our|your|his|her|their|two|three|four|five|six|seven|eight|nine|ten|\\d+)';
/** Words before an object that are no verbs in the base form. */
const NO_VERB =
  '(?!(?:\\p{L}+(?:ed|ing|ly)|nothing|none|only|not|also|still|all|both|half|most|with|without|within|for|from|into|onto|over|under|near|after|before|until|till|about|per|than|via|plus|minus|and|but|nor|has|have|had|are|was|were|will|did|does|done|got|made|sent|left|gave|took|just|even|maybe|perhaps|see|same|thanks|sorry|yes|when|where|while|what|which|how|why|that|because|since|during|like|unlike|behind|beside|between|owns|owes|needs|wants)\\b)';

/** The same at the head of a sentence: what stands before an object there and is no verb, or one that tells and does not command. */
const NO_COMMAND =
  '(?!(?:\\p{L}+(?:ed|ing|ly|[^s]s)|the|an?|this|these|those|that|my|our|your|his|her|their|its|it|i|we|you|he|she|they|who|whom|whose|what|which|why|how|when|where|while|that|than|as|if|in|on|at|by|of|to|up|off|out|for|from|into|onto|over|under|near|after|before|until|till|about|around|across|against|along|above|below|behind|beyond|inside|outside|through|throughout|toward|upon|with|without|within|during|since|because|unlike|like|per|via|plus|minus|and|but|nor|not|only|also|just|even|still|yet|again|once|twice|quite|rather|such|many|half|both|all|most|none|nothing|such|maybe|perhaps|otherwise|therefore|however|hence|together|overall|instead|meanwhile|worth|due|sure|sorry|glad|happy|good|bad|nice|great|fine|shame|pity|same|right|okay|yeah|yep|nope|hope|love|like|hate|wish|guess|bet|think|know|mean|need|want|feel|hear|fancy|reckon|doubt|believe|suppose|owe|own|cost|miss|prefer|understand|appreciate|enjoy|has|have|had|are|was|were|will|would|shall|should|can|could|may|might|must|did|does|done|got|made|sent|left|gave|took|lost|found|felt|heard|met|saw|seen|bought|brought|told|kept|held|paid|wrote|chose|spoke|built|caught|won|came|went|ran|led|broke|drove|flew|drew|threw|grew|knew|wore|tore|stole|shook|rode|rose|sang|sank|swam|began|drank|rang|hung|dug|stuck|struck|spun|swung|fed|fled|shot|spent|lent|bent|dealt|meant|slept|swept|wept|thought|taught|fought|sought|forgot|ate|said|sold|stood|sat|lay|hit|hurt|let|thank|thanks|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|tonight|yesterday)\\b)';
const PARTICLE = '(?:up|out|off|down|over|in|back|away|through|round|on|along)';
const OBJECT_OF_ALL =
  '(?:the|an?|my|our|your|these|those|this|that|it|them|him|her|me|us|all|both|every|each|somebody|someone)';
/** "Count the cabinet again", "sand it down": at the head of a sentence a word with an object behind it commands. */
const COMMANDS_THING = new RegExp(
  `^(?:just |also |then |simply |always |quickly |kindly |now |next |first )*${NO_COMMAND}\\p{L}{3,}(?: ${PARTICLE})? ${OBJECT_OF_ALL}\\b(?! (?:\\p{L}+ )?(?:is|are|was|were|has|had|will|would|isn't|wasn't|hasn't|doesn't|didn't|won't)\\b)`,
  'u',
);

/** "Visit to the depot went well", "quote for the move is 2,150": a noun that could be a verb, and what is told of it. */
const TELLS_OF = new RegExp(
  '^(?!(?:please|just|also|check|see|make|ensure|confirm|verify|tell|say|ask|let|note|remember|believe|trust|find|show|know)\\b)[\\p{L}-]+' +
    '(?: (?!(?:if|when|that|which|who|whom|whose|what|whatever|whoever|where|how|whether|why|until|till|before|after|once|as|because|so|and|but|or|while|since|than|everything|anything|all)\\b)[^\\s,;:!?"]+){0,8}?' +
    ' (?:is|are|was|were|went|goes|came|comes|has|had|(?:i|we|you|it|he|she|they) (?:will|can|must|have)|will|would)\\b',
  'u',
);

/** True when a clause commands ("Send the list"); greetings and pointers that look alike do not. */
function commands(c: Clause): boolean {
  if (c.subordinate) return false;
  if (!IMPERATIVE.test(c.head) && !IMPERATIVE_CASED.test(c.headCased)) return false;
  // "Quote for the pump attached": a noun that could be a verb, and what became of it.
  if (/^\w+ (?:for|of|from|with|on|about) .*\b(?:attached|enclosed|below)\b/.test(c.head))
    return false;
  if (TELLS_OF.test(c.head)) return false;
  return !/^(?:just |also |please )?(?:let(?:'s|s| us| me)?\b|thank|see (?:you|ya|u|attached|below|above|the attached))/.test(
    c.head,
  );
}

const COMMANDS: Look = fromFront('head', [IMPERATIVE, IMPERATIVE_CASED], commands);

/** "Have it, thanks", "had that already": the writer does, and leaves themselves out. */
const HAS_IT =
  /^(?:have|had|has) (?:it|that|this|them|those|these)(?: (?:now|already|here|thanks|ta|all))*\s*(?:[,;.!]|$)/;
/** A question by its words, whatever stands at its end. */
const UNMARKED =
  /^(?:any(?:one|body) (?:here |else )?(?:know|remember|heard|seen|got|have|using|tried)\b|(?:do|does|did|is|are|was|were|has|have|will|would|can|could) (?:you|u|we|they|he|she|it|there|anyone|someone|the|this|that|any)\b|should (?:i|we)\b|(?:what|when|where|who|which|how)(?:'?s|'re| (?:is|are|was|were|do|does|did|will|would|should|can|time|many|much|long|about)) (?:the|you|u|we|your|ur|it|this|that|he|she|they|my|our)\b(?!.*\b(?:is|was|are) (?:that|because|to)\b))/;
/** The same by the order of its words: "why is the pump red", "which shops near the station can i use", "does Sunday suit". */
const TURNED =
  /^(?!why .*\b(?:always|never)\b|how \p{L}+ any)(?:(?:why|where|when|how|who|whom|what|which(?: \p{L}+){1,5}|whose(?: \p{L}+){1,3}|what \p{L}+[^\W\d_s]|how (?:many|much|long|often|far|big|wide|late|soon|early|\p{L}+ly)(?: \p{L}+){0,3}?)(?:'?s|'re| (?:do|does|did|is|are|was|were|can|could|will|would|should|shall|has|have)(?:n't)?) (?:i|you|u|ur|we|they|he|she|it|the|that|this|there|these|those|my|our|your|his|her|their|any(?:one|body)|some(?:one|body))\b(?!.*\b(?:is|was|are) (?:that|because|to)\b)|(?:is|are|was|were|will|would|can|could) (?:i|my|our|your|ur|his|her|their|these|those)\b|does (?!the (?:job|trick)\b|not\b|so\b|it for\b)\p{L}+ \p{L}|how (?:many|much) (?:\p{L}+ ){1,3}?(?:(?:is|are|was|were) (?:left|there|in|on|still|ready|gone|free)|do|does|did|have|has|can|will|would|dost)\b|(?:what|which) (?:time|day|date|size|price|colou?r|number|room|one|page|code|address) (?:is|are|was|do|does|did|can|could|will|would|should|have|has|i|you|u|we)\b|how(?:'s|s| is| are) [^.;!]{2,40} (?:coming (?:on|along)|going|looking|getting on|doing)\b|who(?:'s| (?:did|left|took|made|put|moved|has|is (?:doing|bringing|taking|paying|coming)))(?: got| doing| bringing| taking| paying)? (?:the|a|an|my|our|your|this|that|all)\b)/u;

const POINT_VERB = new RegExp(
  `^(?:please |pls |also |to )?(?:${VERB}\\b(?! (?:is|are|was|were|has|have)\\b|'s)|${NO_VERB}\\p{L}{3,} ${OBJECT}\\b)`,
  'u',
);

const ALSO_VERB = new RegExp(
  `^(?:and )?also,? ${VERB} (?:the|a|an|this|that|these|those|my|our|your|their|his|her|us|me|it|them|all|both|whether|if|how|what|when|where|who|which|with|to|for|in|on)\\b`,
);

const NEXT_STEP = new RegExp(
  `^(?:so |and |now |then )*(?:you|u) can (?:now |then |all |just |go and )*(?!(?:see|find|read|view|have|keep|use|use|reach|call|ask|get|look|let|tell|leave|stop|enjoy|expect|download|browse|visit|search)\\b)${VERB}\\b`,
);
const STEP_DONE = new RegExp(
  `\\b(?:is|are|has been|have been|was|were|'s|'re|been|got) (?:\\w+ ){0,2}?(?:${FINISHED_WORD}|ready|final|confirmed|agreed|complete|in|here|through|clear|free)\\b`,
);

/** "The client would like to have it back by Monday": what lies with the reader is to come back. */
const BACK_BY =
  /\b(?:like|love|hop(?:e|es|ing)|expects?|has|have|to be|be) (?:to )?(?:(?:have|get|see|receive|be) )?(?:(?:it|them|this|these|those|all|the [\w-]+(?: [\w-]+)?) )*(?:back|returned)(?: (?:to|with|on|in) [\w' ]{2,20})? (?:by|before|no later)\b/;

const LAYS_TO_YOU = new RegExp(
  `^(?:and |so |then )*(?:you|u) (?:then |also |just )*(?!(?:have|had|got|get|want|know|need|like|see|think|mean|remember|mind|prefer|hear|understand|believe|agree|feel|find|use|notice|expect|guys|both|all|met|saw|bought|brought|told|found|kept|held|paid|wrote|chose|spoke|heard|built|caught|lost|won|came|went|ran|read|put|set|cut|led)\\b)(?:${VERB}|${NO_VERB}\\p{L}{3,})(?: (?:up|out|over|off|in|on|down|through|to|for|with))? (?:${OBJECT}|it|them|me|us)\\b`,
  'u',
);

const requestCues: readonly Cue[] = [
  ...wishes,
  [
    'please-verb',
    new RegExp(
      `\\b(?:please|pls|plz|kindly)[,]? (?:do |just |also |can you |could you |kindly |be sure to |make sure to |not |don't |do not |try to |feel free to |always |then |go ahead and |help |advise if |as soon as possible )?${VERB}\\b|\\b${VERB}\\b[^?!.]{0,40}\\b(?:please|pls|plz)\\W*$`,
    ),
  ],
  // "Pls backfill the table": whatever the word is, what takes an object behind "please" at the head is a verb.
  [
    'please-verb',
    onHead(
      /^(?:please|pls|plz|kindly) (?!(?:find|note|see|accept|excuse|forgive|allow|bear|consider|with|for|from|into|in|on|at|by|if|as|when|where|who|how|what|why|that|not|no|be|do|give|the|this|these|those|them|they|you|your|our|his|her|one|two|more|some|any|all|both|also|and|but|only|just|thanks|thank|yes|sorry|let|don't)\b)(?:\p{L}{3,} (?:the|a|an|my|our|this|these|those|it|them|all|both)\b|\p{L}{3,} (?:through|over|into|after|round|up|out|off|down|back) \S|(?!\p{L}+(?:ing|ed|ly|ion|ment|s)\b)\p{L}{5,} \S)/u,
    ),
  ],
  // "Please have that put right", "pls get the boiler looked at": whoever does it, it is asked of the reader.
  [
    'please-verb',
    /\b(?:please|pls|plz|kindly) (?:also |just )?(?:have|get) (?:it|them|that|this|those|these|him|her|someone|somebody|(?:the|your|our|my|his|their|all|both) [\w-]+(?: [\w-]+){0,3}?) (?:\w+ed|\w+en|put|done|made|sent|cut|set|read|run|drawn|built|brought|taken|back|ready|[a-z]{3,} (?:me|us|him|her|them|the|your|our|it))\b/,
  ],
  [
    'please',
    where(
      /please|pls|plz|kindly/,
      (c) =>
        (/\b(?:please|pls|plz)\b/.test(c.lower) &&
          !/^(?:yes|yeah|no|raw),? please\W*$/.test(c.lower)) ||
        // "And kindly resubmit the claim": at the head it is the old "please".
        c.head.startsWith('kindly '),
    ),
  ],
  ['please-ends', /\S (?:please|pls|plz)\W*$/],
  // "Bin it please", "gift-wrap the small one pls": behind a verb an object, whatever the verb is.
  [
    'please-verb',
    onHead(
      new RegExp(
        `^${NO_COMMAND}\\p{L}{3,}(?: ${PARTICLE})? ${OBJECT_OF_ALL}\\b[^?]{0,60}(?:please|pls|plz)\\W*$`,
        'u',
      ),
    ),
  ],
  [
    'commands-thing',
    fromFront(
      'head',
      [COMMANDS_THING],
      (c) => !c.asks && !c.subordinate && COMMANDS_THING.test(c.head) && !commands(c),
    ),
  ],
  [
    'asks-to-have',
    onHead(
      /^(?:can|could|may) (?:i|we) (?:please |also |just |maybe )*(?:have|get|borrow|keep|take) (?:the|my|our|your|those|these|it|them|that|this|some|an?|\d|[£$€]|\p{L}+ (?:by|for|on)\b)/u,
    ),
  ],
  [
    'modal-you',
    new RegExp(
      `(?<!\\b(?:when|where|what|which|who|how|why)(?: (?!and\\b|or\\b)\\w+){0,2} )\\b${MODAL}(?:n't)? ${SOFT}${YOU}\\b|^(?:u|you) (?:able to|free to|ok to|take|do|send|got time|want to take)\\b.*\\?|\\b(?:can|could) [a-z]+ and you\\b`,
    ),
  ],
  // "And you line up the scaffolders?": a deed laid to the reader, for their nod.
  ['modal-you', fromFront('head', [LAYS_TO_YOU], (c) => c.asks && LAYS_TO_YOU.test(c.head))],
  [
    'modal-some',
    new RegExp(
      `\\b(?:${MODAL} ${SOFT}${SOME}|does ${SOFT}${SOME}(?! (?:here |else )?(?:happen to |actually )?(?:know|remember|recall|have (?:any|an) idea)\\b))\\b|^(?:some(?:one|body)|one of (?:you|us)|either of you) (?:else )?(?:needs? to|has to|must|should|ought to) (?:please |also |still )?${VERB}\\b`,
    ),
  ],
  // "Who can fetch the dragon on Sunday?": put to whoever is there.
  [
    'modal-some',
    onHead(
      new RegExp(
        `^who(?:'ll|'s going to| can| could| will| wants to| would like to| has time to) (?:please |maybe )?(?!(?:believe|forget|guess|remember|think)\\b)${VERB}\\b`,
      ),
    ),
  ],
  [
    'modal-other',
    onCased(
      new RegExp(
        `^(?:can|could|would|will|Can|Could|Would|Will) (?:\\p{Lu}[\\p{L}'-]+|(?:he|she|they|the \\w+|your \\w+)) ${SOFT}(?:be |${VERB}\\b)`,
        'u',
      ),
    ),
  ],
  [
    'able-you',
    /\b(?:are (?:you|u) able to|(?:would|will) (?:you|u) be able to|(?:do|would) (?:you|u) mind|any (?:chance|way|possibility) (?:of|you|u|we|i|that|to)|is it possible (?:for you )?to|would it be possible|^mind \w+ing|if (?:you|u) (?:could|would|can) (?:please |just |also |kindly |possibly |then )?(?!(?:not )?(?:have|be|see|imagine|think|tell|need|want|like)\b)\w+|(?:wondering|wondered) (?:if|whether) (?:you|u|we|someone)|if you would\W*$|hop(?:e|ing) (?:that )?(?:you|u) (?:can|could|would|will)|think you (?:could|can)\b|(?:may|might|can|could) (?:i|we) (?:please |just |also |perhaps |possibly )*(?:ask|get|have|request|trouble|bother|pester|borrow)|(?:think|whether|if) (?:i|we) (?:could|can|might|may) (?:please |just |also |perhaps |possibly )*(?:have|get|borrow|trouble|bother)|do me a favou?r|need your help|help me)\b/,
  ],
  [
    'grateful',
    /\b(?:(?:would|'d|should|will|do|also|greatly|really|very much) ?(?:be )?(?:grateful|appreciate|obliged|thankful|appreciated)\b|appreciate (?:it if|your|any|a|if|the)|be (?:great|good|nice|helpful|lovely|useful|appreciated|wonderful|ideal|best|glad) (?:if|to (?:have|get|see|hear|know|meet))\b|(?:i'd|we'd|i would|we would) (?:love|like|prefer|be happy) it if|(?:be|i'll be) (?:glad|grateful|happy) if|\b(?:i|we)(?:'d| would| should|'ll| will) be (?:\w+ )?(?:glad|grateful) (?:of|for)\b|\b(?:i|we) could do with (?:the|your|those|these|that|a copy|copies)\b)/,
  ],
  [
    'want-you',
    new RegExp(
      `\\b${WE}(?:'d| would| do| really| also| still| just| will)* (?:like|want|need|ask|asking|expect|prefer|love|urge|encourage|request|invite|require|trust|assume) (?:that )?(?:you|u|y'all|each of you|everyone|all of you|\\w+) (?:all |guys |both |to |will |can |please )+(?:please )?(?:to )?(?:\\w+)|\\b(?:you are|you're|everyone is|all \\w+ are) (?:kindly |hereby |strongly )?(?:requested|asked|required|invited|encouraged|expected) to\\b|\\bcounting on you\\b|\\b(?:i|we) (?:hereby |would like to |'d like to )?(?:request|ask) (?:that|for|you)\\b`,
    ),
  ],
  // "I need you to send the form", "I would need that you send it": a deed of the reader's, in so many words.
  [
    'needs-deed',
    new RegExp(
      `\\b${WE}(?:'d| would| do| will|'ll)?(?: really| also| just)? (?:need (?:you to|that you)|(?:want|wish|ask|like|require) that you)(?: would)? (?:please |also |just )?${VERB}\\b`,
    ),
  ],
  [
    'you-must',
    /\b(?:you|u|everyone|all (?:staff|of you)|you guys)(?:'ll| will| do| also| both| all| still| just| might| may)* (?:need(?:s)? to|have to|must|should(?! (?:have|be able|be (?:thinking|aware|proud|careful)|see|already|know|notice|find|receive|get|now))|ought to|had better|better|want to (?:make sure|check|take|look))\b(?!n't| not (?:have|need))/,
  ],
  [
    'you-take',
    /\b(?:(?:you|u) (?:take|have|got|do|handle|deal with) (?:it|this|that|these|care)|take (?:it|this|these|that|over) from here|up to you\b|i(?:'ll)? leave (?:that|it|this) (?:to|with) you)/,
  ],
  [
    'need-from',
    /\b(?:need|require|want|miss|missing|awaiting|waiting (?:on|for)|still (?:need|missing|don't have|waiting)|expect(?:ing)?|would like|'d like)s?\b.{1,80}\bfrom (?:you|u|your|yourself)\b|\b(?:need|require|want)s? (?:your|ur)\b(?! (?:need|own))|\bfrom (?:you|your side|your end),? (?:i|we) (?:still )?need\b/,
  ],
  [
    'need-by',
    where(
      /need|require|want|must have|due|back by|back before|returned/,
      (c, s) =>
        s.deadline &&
        (/\b(?:needs?|needed|required?|requires|wants?|must have|due(?! to))\b/.test(c.lower) ||
          BACK_BY.test(c.lower)) &&
        !/\b(?:no need|don't need|doesn't need|not needed)\b/.test(c.lower),
    ),
  ],
  [
    'need-thing',
    /\b(?:i|we|he|she|they|team|client|customer)(?:'ll| will| now| still| also| just| really| do| would| only)* needs? (?:also )?(?:a|an|the|this|that|those|these|it|them|some|more|another|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+t(?:een|y)|[a-z]+ed|\d+)\b|\b(?:i|we)(?:'d| would)(?: also)? need (?:also )?(?:the|an?|your|those|these)\b|\b(?:i|we)(?: also| still| urgently| do| now)* require (?:the|an?|your|those|these|all|two|three|\d)|\b(?:i'm|i am|we're|we are)(?: also| still)* after (?:the|an?|your|some|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)|^needs? (?:a|an|the|this|some|to)\b|^need (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|\d+)\b|\b(?:need|needs) (?:to be )?(?:done|fixed|updated|changed|corrected|reviewed|checked|sorted|signed|approved)\b|\bneeds? (?:a|some) (?:name|volunteer|hand|help|review|look)\b|\blooking for (?:a|an|some|your|volunteers|any)\b|\b(?:please|offers|comments|suggestions|feedback) (?:welcome|gratefully|appreciated)\b/,
  ],
  [
    'need-joint',
    new RegExp(
      `\\b(?:i|we)(?:'ll| will| also| really| still| just|'d| would| probably| might)* (?:need to|have to|must|ought to|should|could|can|will|'ll|shall|want to|wanted to|'d like to|would like to|'d love to|would love to|'d better|may want to|hope to) (?:also |all |probably |really |please |just |first |then |be able to |try to |still |briefly |further |have to |need to |go ahead and )*${DO_TOGETHER}\\b`,
    ),
  ],
  [
    'joint',
    /\b(?:let's|lets|let us (?!know|have)|(?<!\b(?:what|how|where|when|who|which|why)(?: else| now)? )(?:shall we|should we)|why (?:don't|not|dont) (?:we|you)|how about|what about (?:\w+ing|if)|can we|could we|(?:i|we)(?:'d| would)? (?:suggest|propose|recommend)(?:ed)?(?! (?:their|his|her|its|it|this|against)\b)|would you (?:like|care|be (?:interested|available|free|willing))|are you (?:available|free|around|up for|interested|ok with|okay with)|(?:maybe|perhaps) (?:we|you) (?:can|could|should)|do you (?:want|wanna) to|wanna|want to (?:go|meet|join|grab|come)|(?:i|we) could meet|does .{1,40} work (?:for you|for everyone)|is .{1,30} (?:good|ok|okay|fine|better) (?:for|with) (?:you|everyone)|how(?:'s| is| about| does)? .{1,40} work for|(?:hope|join us|join me) .{0,20}you can (?:join|make|come|attend)|(?:i|we)(?:'ll| will| shall) (?:discuss|talk|meet|get together|catch up))\b/,
  ],
  [
    'would-like',
    /\b(?:i|we)(?:'d| would| should)(?: also| really| very much| still| just)* (?:like|love|want|prefer) (?:to (?:get|see|know|hear|have|receive|ask|request|invite|schedule|set up|meet|discuss|talk|speak|visit|defer|change|cancel|order|book|arrange|understand|join|go over|review|use|share|propose)|a |an |the |your |some |more |two |three |four |\d+ )|\b(?:i|we) (?:just |also |still |really |only )*(?:want|wanted|need|needed|have) to (?:ask|request|know|know whether|check|see|discuss|talk|speak|meet|confirm)\b|\bneed (?:to (?:talk|speak|meet|discuss)|someone|somebody|anyone|volunteers)\b/,
  ],
  [
    'let-me-know',
    /\b(?:let (?:me|us|him|her|them|everyone|\p{L}+) (?:please )?know|lmk|give (?:me|us) (?:a )?(?:call|ring|shout|buzz|heads)|drop (?:me|us) a|get back to (?:me|us)|come back to (?:me|us)|keep (?:me|us) (?:posted|updated|informed|in the loop)|let (?:me|us) have|have (?:your|ur) \w+ (?:back|to me))\b/u,
  ],
  [
    'remind',
    /\b(?:(?:don't|do not|dont|never) forget|remember to|make sure|be sure (?:to|that)|please ensure|(?:just |a |an? (?:small|quick|gentle|friendly|kind|final) )reminder\b|reminding you|chas(?:e|ing) (?:you|up)|following up on|nudge)\b/,
  ],
  [
    'for-your-act',
    /(?<!\b(?:thanks|thank you|grateful|sorry) )\bfor (?:your|yr|ur) .{0,45}?(?:approval|review|sign-?off|signature|comments?|feedback|input|action|confirmation|decision|attention|ok|okay|approval|thoughts|edits|corrections|mark-?ups?|checking|proofing|proof-?reading|check|inspection|vetting|validation|amendments?|remarks|verdict|blessing|go-ahead|clearance|authori[sz]ation|agreement|acceptance|consideration|completion|countersignature|initials|revisions?|annotations?|selection|vote)\b|\bfor (?:approval|sign-?off|signature|payment|action)\b|\b(?:back to (?:us|me) by|your (?:comments|feedback|thoughts|input|approval|signature|answer|reply) (?:by|before|please|is|are)|needs? (?:your|yr|ur)|awaits? your|requires? your|subject to your)\b/,
  ],
  [
    'your-turn',
    /\b(?:your turn|over to (?:you|u)\b|(?:it's|its|this is|all|now) (?:all )?yours(?: now)?\b(?! from)|this (?:is|one is|one's|one's) (?:one )?for you|ball(?:'s| is) in your court|in your hands|(?:this|that|it|these|those|they)(?: one| ones)? (?:belongs?|sits?|falls?|lands?|lies?|goes?|rests?|should (?:go|be|sit|lie)) (?:with|to) you\b|(?:this|that)(?: one)?(?:'s| is)(?: one of)? yours\b(?! from)|your move|you're up|you can (?:now )?(?:start|begin|go ahead|proceed|take over)|go ahead and)\b/,
  ],
  // "The menu is signed, you can place the orders": the step before is done, and the next is the reader's.
  [
    'your-turn',
    where(
      /\b(?:you|u) can\b/,
      (c, s) => !c.asks && NEXT_STEP.test(c.head) && STEP_DONE.test(s.lower),
    ),
  ],
  ['imperative', COMMANDS],
  [
    'imperative-not',
    onHead(
      new RegExp(
        `^(?:don't|do not|dont|never) (?!(?:forget|hesitate|worry|mind|bother|know|think|have|want|like|see|get|need|understand|believe)\\b)${VERB}\\b`,
      ),
    ),
  ],
  [
    'other-does',
    /\b(?:he|she|it|they|who|that|which|to|not|i|we)(?:'ll| will| can| could| has to| have to| should| must| needs to| need to| did| was| were)? (?:let|make sure|be sure|give|get back|drop|remember to|forget)\b/,
  ],
  ['to-you', /\b(?:you|u|your|ur|y'all)\b/],
  ['give-me', /\b(?:me|us)\b/],
  ['named-point', (c, s) => c.called !== null && s.sentence.bullet],
  // "- Penny: print fresh leaflets": behind a name in a list a verb commands, though it may be a noun elsewhere.
  ['point-verb', (c, s) => c.called !== null && s.sentence.bullet && POINT_VERB.test(c.head)],
  // "Also check whether …": behind "also" a verb at the head commands, whatever it may be elsewhere.
  ['point-verb', where(/also/, (c) => ALSO_VERB.test(c.lower))],
  ['called', (c) => c.called !== null],
  [
    'asap',
    /\b(?:asap|a\.s\.a\.p|as soon as (?:possible|you can)|urgent(?:ly)?|right away|immediately|at your earliest|straight away|now please)\b/,
  ],
  [
    'any-thing',
    onHead(
      /^(?:any|anything|anyone|anybody) .*\?|^(?:comments|thoughts|ideas|suggestions|questions|ok|okay|agreed|objections|volunteers|feedback)(?: \w+){0,3}\?/,
    ),
  ],
  ['deadline', (_c, s) => s.deadline],
  ['asks', ASKS],
  [
    'self-does',
    onHead(
      /^(?:i|we)(?:'ll| will| shall|'m| am| are|'re| was| were|'ve| have| had| did| sent| asked| got| made| talked| spoke| met| called)\b/,
    ),
  ],
  [
    'statement',
    onHead(/^(?:he|she|it|they|this|that|these|those|there|the|a|an|my|his|her|their|our) \w+/),
  ],
  [
    'waits-on-other',
    // With "please" it asks; bare, as an answer, it waits (waiting.ts).
    where(
      /when|once|as soon as/,
      (c, s) =>
        !/\b(?:please|pls|can you|could you|would you)\b/.test(s.lower) &&
        /\b(?:let (?:me|us) know|lmk|shout|ping me|tell me|give me a shout) (?:when|once|as soon as)\b(?! (?:you|we) (?:want|wish|would|'d|have (?:a|some|time|any)|are (?:free|available|around)|can (?:meet|talk|call))|you'd like)/.test(
          c.lower,
        ),
    ),
  ],
];

const questionCues: readonly Cue[] = [
  otherAsks,
  // "I am also wondering if I should keep it", "we wonder what your fee is": what the reader can say, not what they can do.
  [
    'wonders-whether',
    /\b(?:i|we)(?:'m| am|'re| are| was| were)?(?: also| just| still)* wonder(?:ing|ed)? (?:(?:if|whether) (?:i|we) (?:should|ought|need|must|may|might)|(?:what|when|which|how (?:much|many|long)) (?:your|the|we|i)\b|(?:if|whether) (?:your|the)\b)/,
  ],
  ['asks', ASKS],
  ['wh-word', onHead(/^(?:(?:what|when|where|who|how)s?|whom|whose|which|why|wot|wen)\b/)],
  [
    'aux-subject',
    onHead(
      /^(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|shall|may|am|any(?! ?time\b)|isn't|aren't|don't|doesn't|didn't|won't|haven't|hasn't)\b/,
    ),
  ],
  [
    'asks-unmarked',
    fromFront(
      'head',
      [UNMARKED, TURNED],
      (c) => !c.asks && (UNMARKED.test(c.head) || TURNED.test(c.head)) && !HAS_IT.test(c.head),
    ),
  ],
  [
    'to-you',
    /\b(?:you|u|your|ur|yours|anyone|anybody|someone|somebody|everyone|people|folks|y'all)\b/,
  ],
  [
    'wonders',
    /\b(?:wonder(?:ing|ed)? (?:if|whether|what|when|who|how|where|why)|(?:do|would|does) (?:you|u|anyone|anybody) (?:happen to )?(?:know|have|think|remember|recall)|any (?:idea|news|update|word|thoughts|progress|sign)s?\b|curious (?:if|whether|to|about|what|how)|(?:i|we)(?:'d| would) (?:like|love) to know|question (?:is(?! (?:with|at|in|on|now|already|being)\b)|for you)|(?:can|could) you (?:tell|remind|confirm|advise))\b/,
  ],
  [
    'any-thing',
    onHead(
      /^(?:any|anything|anyone|anybody) .*\?|^(?:comments|thoughts|ideas|suggestions|questions|ok|okay|agreed|objections|volunteers|feedback)(?: \w+){0,3}\?/,
    ),
  ],
];

export const asking: readonly Family[] = [
  { kinds: ['request'], cues: requestCues },
  { kinds: ['question'], cues: questionCues },
];
