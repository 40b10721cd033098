import {
  ASKS,
  DATED,
  fromFront,
  onCased,
  onHead,
  onSentence,
  where,
  type Cue,
  type Family,
} from './cues';
import { ON_A_LIST, VERB } from './lexicon';
import { deedOfOther, OF_OTHER } from './others';
import { NAME, refusing } from './refusing';
import { has, SENTENCE } from './signs';

/** What promises a deed: commitment, acceptance; with what refuses one, all that answers a request. */

const WILL =
  "(?:'ll| will| shall|'m going to| am going to|'re going to| are going to|'m gonna|'re gonna|'m about to| am about to)";
const ADVERB =
  '(?:also |then |just |now |personally |certainly |definitely |gladly |happily |be able to |go ahead and |try to |try and |do my best to |make sure (?:to |that )?(?:i )?|probably |at least |still |both |all |once more |myself |quickly |shortly |soon |of course |have to |need to |be |start |begin |also be )*';
const STATE =
  '(?:be(?! (?:sending|following|asking|contacting|talking|providing|reviewing|looking|handling|coming|picking|getting|doing|preparing|working|calling|forwarding|sharing|joining|updating|checking|writing|in touch|back (?:to|with) you|there|(?:able|happy|glad|pleased|delighted) to (?!see\\b|hear\\b|know\\b|be\\b|say\\b|forget\\b|help\\b)[a-z]))|see(?! (?:to|that|about (?:that|it|this|the|getting|having))\\b)|need|think|know|miss|love|never|not|want|like|assume|bet|guess|admit|believe|hope|wait|always|probably be|have (?:a |an |the )?(?:better|more|to(?! (?:ask|check|find out|ring|call|speak|talk|look)\\b)|no|any)|do nothing|only (?:do|get|make|be)|regret|remember|understand|leave (?:that|it|this) (?:to|with|up to) you|die|kill|eat(?! (?:the|that|this|any|your) (?:[a-z]+ )?(?:costs?|fees?|difference|loss|bill|charges?|postage|shipping|penalty)\\b)|retire|end up|disappear|vanish|happen|become|remain|lose|fail|stay|keep (?:you|it|this|them|him|her) in (?:mind|my|our)|say (?:that|this|it)|hold (?:you|him|her|them) to|take your word|let (?:it|that|you) (?:go|off)|pretend|haunt|drink to|toast|cherish|treasure|survive|manage without|sleep|dream|laugh|cry|weep|scream|faint|explode|starve|freeze|melt|drown|sulk|curse|strangle|murder|hide|cross (?:that|the|this) bridge|burn (?:that|this) bridge|live with|get (?:over|used to) (?:it|this|that)|hold my (?:breath|tongue)|need|hate|enjoy|look (?:silly|stupid|great)|feel|start charging|charge (?:you )?rent)';
const I_WILL = new RegExp(`(?:^|[^\\w])(?:i|we)(?:${WILL}) ${ADVERB}[a-z]`);
/** "Ill send it", "i wil": thumbs leave out what tells. */
const I_WIL = /^(?:il|ill|i'l|i wil) (?!be\b|at\b|in\b|and\b|with\b)[a-z]+/;
const I_DO = new RegExp(
  `^(?:i|we) (?:also |then |just |can )?${VERB}\\b(?! (?:that|if|we|it is|this is))`,
);

const OTHER_CAN = new RegExp(
  `^(?:${NAME}|[Hh]e|[Ss]he|[Tt]hey) can (?:also |then |just )?(?:send|get|give|have|bring|show|share|e-?mail|mail|call|pass|let|do|write|draw|put) (?:you|u|your|it|them|this|that|the)\\b`,
  'u',
);
const UNSAID_I = new RegExp(
  `^(?:just |now |already |also )*(?!(?:following|regarding|considering|including|meeting|starting (?:from|point)|according|pending|being|having|moving forward|looking)\\b)(?:${VERB}|fit|do|dig|bak|mak|tak|writ|us|invoic|schedul|arrang|clos|prepar|mov|driv|com|leav|finali[sz]|organi[sz]|deliver)(?:[bdgklmnprt])?ing (?:on|this|next|tomorrow|today|tonight|the|it|them|your|those|these|both|all|first|now|over|up|out|off)\\b`,
);

/** Doing a thing now or on the day said. */
const DOING =
  /^(?:i|we)(?:'m|'re| am| are) (?:also |now |just )?(?:sending|doing|getting(?! (?:married|divorced|older|tired|cold|better|ready|there|home)\b)|preparing|finishing|starting|calling|writing|booking|updating|delivering|making|submitting|sharing|filing|fixing|picking)\b/;
/** Behind it somebody else's deed is told. */
const OTHER_DEED = /,? (?:the|our|all|we|you|they|it) [\w' ]{0,30}?\b(?:will|is|are|has|have)\b/;
/** "We close at noon on Friday", "I work from home on Wednesday": when one is where, and nothing that anybody gets. */
const KEEPS_HOURS =
  /^(?:i|we) (?:meet|close|open|start|begin|work|stop|walk|stay|run|play|move|go|leave|travel|live)(?: (?:house|home|shop|up|off|again|late|early|work|for \p{L}+|the \p{L}+))? (?:at (?:\d|noon|midday|midnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)|from (?:home|\d)|on (?:the \d|(?:mon|tues|wednes|thurs|fri|satur|sun))|(?:this|next) (?:mon|tues|wednes|thurs|fri|satur|sun|week)|every|tomorrow|today|tonight)/u;
const AS_SOON =
  /\b(?:once|(?:as )?soon as|when|right away|straight away|the same day|first thing)\b/;
const SAYS_AS_SOON = SENTENCE.add([AS_SOON]);
const YES =
  /^(?:sure|yes|yep|yeah|yeh|ye|yea|yup|aye|ok|okay|k|fine|alright|agreed|no problem|deal|sounds (?:good|great)|works for me|(?:that|it) works|makes sense|👍|will)\b(?!,? (?:but|if|though))/;
const YES_FIRST = /^(?:yes|yeah|yep|ok|okay)\b/;

const YOU_HAVE =
  /\b(?:you|u)(?:'ll| will| should| shall| can(?= have)| can expect to|'re going to)? (?:have|get|receive|hear from|see) (?:it|them|this|that|these|those|the|a|an|my|our|me|us|everything|both|all|something|yours)\b.*\b(?:by|on|before|tomorrow|today|tonight|this|next|within|in|shortly|soon|monday|tuesday|wednesday|thursday|friday)\b|\b(?:expect|look for) (?:it|them|the \w+|my \w+|something)(?: from (?:me|us))? (?:by|on|before|tomorrow|today|tonight|this|next|within|shortly|soon)\b/;
const GOES_OFF =
  /^(?!(?:it all|everything|time|life|how|what|where|who|when|as|if|nobody|i|we|you)\b)(?:[\p{L}\d'’-]+ ){1,6}?(?:goes|go|ships?|leaves?|flies|is going|are going) (?:(?:straight |right |back |off |out |up |over )*(?:in|into|on|by|with|to|via) (?:(?:tonight's|today's|tomorrow's|the|our|your|first|next|special|recorded|a) )*(?:post|mail|courier|driver|carrier|van|delivery|class|you|dhl|ups|fedex)\b|(?:off|out) to you\b)/u;
const THING_FIRST =
  /^(?:my|the|our|your|this|that|these|those|both) (?:[\p{L}\d'’-]+ ){0,6}?(?:you|u) (?:will|shall|'ll|should) (?:then |also )?(?:have|get|receive)\b(?! to\b)/u;
/** "Just so you have it, the press can use the north lot on Thursday": why a thing is told, and no handing over. */
const SO_YOU_HAVE =
  /\b(?:so(?: that)?|in case|now(?: that)?) (?:you|u)(?: all| both)? (?:have|get) (?:it|them|this|that|these|those|everything|both|all|the \w+)(?: too| as well| all| in writing| on record| to hand)*\s*[,:;–-]/;

const commitmentCues: readonly Cue[] = [
  [
    'i-will',
    where(
      [I_WILL, I_WIL],
      (c) =>
        (I_WILL.test(c.lower) &&
          !/\b(?:that|which|what|whom|whether|till|until|where|unlikely) (?:i|we|\w+ and i)(?:'ll| will| shall|'m| am|'re| are)\b/.test(
            c.lower,
          ) &&
          !/\bgoing to \p{Lu}/u.test(c.headCased) &&
          !/\bgoing to (?:(?:the|a|an|my|our|your|their|his|her)\b|(?:work|bed|town|school|church|lunch|dinner|hospital|court|sea)\b(?! (?:on|out|through|with)\b))/.test(
            c.head,
          )) ||
        (c.head.startsWith('i') && I_WIL.test(c.head)),
    ),
  ],
  [
    'i-can-when',
    where(
      /\b(?:i|we) can/,
      (c, s) =>
        s.dated &&
        /\b(?:i|we) can (?:do|have|get|send|finish|start|deliver|give|take|be|make|come|look|call|join)\b/.test(
          c.lower,
        ),
    ),
  ],
  [
    'will-verb',
    onHead(
      new RegExp(
        `^(?:will|shall|gonna|going to) (?:${ADVERB})(?:${VERB}|be (?:sending|back|in touch|there))\\b(?!.*\\?)`,
      ),
    ),
  ],
  ['you-will-have', where(YOU_HAVE, (c) => YOU_HAVE.test(c.lower) && !SO_YOU_HAVE.test(c.lower))],
  // "Crown goes in the post tonight", "your parcel leaves with the driver tomorrow": a thing on its way, in the present.
  [
    'on-its-way',
    fromFront('head', [GOES_OFF], (c, s) => s.dated && !c.asks && GOES_OFF.test(c.head)),
  ],
  // "My report you will get before the 30th": the thing first.
  [
    'you-will-have',
    fromFront('head', [THING_FIRST], (c, s) => s.dated && !c.asks && THING_FIRST.test(c.head)),
  ],
  // "The plot will be with you on Monday": a thing on its way has its day.
  [
    'you-will-have',
    where(
      /(?:will|'ll|shall|should)/,
      (c, s) =>
        s.dated &&
        /(?:\bwill|'ll|\bshall|\bshould) (?:be (?:back )?(?:with you|(?:on|in|at) your (?:desk|inbox|hands|door|office))|reach you|come (?:back )?to you|get to you)\b/.test(
          c.lower,
        ),
    ),
  ],
  [
    'let-me-do',
    onHead(
      /^let me (?:(?:double|cross)[- ]?check|check|look|see (?:if|what|whether|when|how)|find|get (?:back|you|that|it|this|the)|ask|confirm|come back|dig|verify|talk|take (?:a look|care|this|that|it)|work on|run|send|pull|think about (?:it|this|that))\b/,
    ),
  ],
  [
    'promise',
    /\b(?:i|we) (?:promise|commit|guarantee|undertake|pledge)\b|\byou have my word\b|\bcount on (?:me|us)\b|\bi owe you\b(?! (?:one|two|big|a (?:big one|beer|pint|drink|round|coffee|tea|lunch|dinner|cake|favou?r|new \p{L}+))\b)/u,
  ],
  [
    'other-will',
    onCased(
      new RegExp(
        `^(?:${NAME}|[Hh]e|[Ss]he|[Tt]hey)(?:'ll| will(?! (?:be|have|need|not|never|want|like|know|see|start|begin|move|attend|represent|remain|stay|include|lead|become|happen|take place|continue|end|open|close|go|come|win|lose|rise|fall|cost|affect|require|receive|mean|make it|serve|apply|focus|appear|speak|present|run)\\b)| will (?:have .{2,60} (?:to|for|with|over to|in front of) (?:you|us|them)|be (?:sending|getting|in touch))| is going to| is gonna) (?:also |then |just )?\\p{L}+`,
        'u',
      ),
    ),
  ],
  // "Aine can send you the counts by the fifteenth": somebody else's deed, held out with its day.
  [
    'other-will',
    where(/\b(?:can|could)\b/, (c, s) => s.deadline && !c.asks && OTHER_CAN.test(c.headCased)),
  ],
  // "Beat sends you the report by Friday": as good as a promise, and his.
  [
    'other-will',
    where(OF_OTHER, (c, s) => s.dated && !c.asks && deedOfOther(c.headCased) !== null),
  ],
  [
    'present-plan',
    fromFront(
      'head',
      [DOING, UNSAID_I, I_DO],
      (c, s) =>
        (s.dated &&
          (DOING.test(c.head) ||
            // "Starting on the 20th", "doing the fish order now": the one who writes, left unsaid.
            (UNSAID_I.test(c.head) && !OTHER_DEED.test(c.head)))) ||
        ((s.dated || (has(s.signs, SAYS_AS_SOON) && AS_SOON.test(s.lower))) &&
          I_DO.test(c.head) &&
          !KEEPS_HOURS.test(c.head) &&
          !/^(?:i|we) (?:need|want|like|know|understand|see|think|expect|have|suggest|recommend|propose|ask|agree|accept|note|appreciate|enjoy|wait|remember|say|claim)\b/.test(
            c.head,
          )),
    ),
  ],
  [
    'to-follow',
    /\b(?:to|will|'ll) follow (?:shortly|soon|tomorrow|later|today|this|next|by|up\b|when|once)\b|\b(?<!\b(?:as|what|that|which|it|who) )follows? (?:shortly|soon|tomorrow|later (?:today|this)|(?:this|next) (?:week|month|afternoon|morning)|by|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|with the next)\b|^(?:more|further|details?|the rest|remainder)\b.{0,30}\bto follow\b/,
  ],
  [
    'at-it',
    onHead(
      /^(?:i am|i'm|we are|we're) (?:now |just |already |currently )?(?:checking|looking into|finding out|chasing|calling \p{L}+|following up)\b/u,
    ),
  ],
  ['delegate', /\b(?:i|we)(?:'ll| will) (?:have|get|ask|tell|let) (?:my|our|the|\w+) .*\b/],
  ['dated', DATED],
  [
    'hedge',
    // The month of May hedges nothing.
    /\b(?:might|(?<!\b(?:\d+(?:st|nd|rd|th)?(?: of)?|in|by|early|late|mid|until|till|before|since|of|next|last|this|from|to|for) )may(?! \d)|maybe|perhaps|probably|possibly|hopefully|hope to|should be able|could|i think i|if i (?:can|have|get)|with luck|some ?day|eventually|at some point)\b/,
  ],
  ['try-to', /\b(?:try to|try and|do my best|attempt to|aim to)\b/],
  [
    'state-not-deed',
    new RegExp(
      `(?:^|[^\\w])(?:i|we)(?:${WILL}) (?:also |just |then |certainly |definitely |all |now |still |only |probably |surely )*${STATE}\\b`,
    ),
  ],
  ['asks', ASKS],
  [
    'negated',
    /\b(?:won't|will not|shall not|not going to|wont|'ll not|'ll never|will never|will no longer|'m not|are not|can't|cannot)\b/,
  ],
  [
    'phatic',
    /\b(?:i'?ll|we'?ll|i will|we will) (?:see (?:you|what|about|how)|talk (?:to you )?(?:soon|later|then)|speak soon|let you (?:go|get back)|take (?:it|that) as|catch you|leave (?:it|that) (?:there|at that)|call you a|start\W*$|be honest|give you that|say|tell you what|bring salt|never|say no more|skip)/,
  ],
];

const MAKES_TIME =
  /\b(?:i|we)(?:'ve| have|'ll| will)? (?:also |just |now |already )*(?:set|put|kept|keep|block|blocked|clear|cleared|reserve|reserved|earmarked|freed|left)(?: aside| by| out| off| up)? [^.;!?]{0,40}\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mornings?|afternoons?|days?|weeks?|evenings?|hours?|time|slot)\b[^.;!?]{0,30}?\b(?:for|to (?:do|read|go|look|work))\b/;

const acceptanceCues: readonly Cue[] = [
  [
    'takes-it',
    /(?:^|[^\w])(?:(?:^|i'?m |we're |we are |k |ok |okay |already |right |got it,? )on it(?:[\s,.!]|$)(?! (?:is|was|the))|(?:i'?m |we're |we are )on (?:these|those|them|this one|that one)(?=\s*(?:[,.!;]|$)| (?:now|today|already|right)\b)|(?:^|i'?m |we're |we are |already )(?:on (?:my|our|the) way|omw|heading (?:over|down|up|out|there))\b(?! (?:home|back|to (?:work|bed|lunch|school)))|will do\b(?! (?:nothing|no)\b)|(?:i|we)(?:'ll| will) (?:see|attend|get (?:right |straight )?on) to (?:it|this|that|them|these|those|both|all)\b|(?:i|we)(?:'ve| have)? got (?:this|these|those|them|that|it)(?: one| covered)?(?=\s*(?:[,.!;]|$|from here|thanks|covered))|(?:i|we) have (?:it|this|that|these|them)(?=\s*(?:[.!,;]|$))|leave (?:it|this|that|them|these) (?:with|to) (?:me|us)|(?:you|u) (?:can|may|could) leave (?:\S+ ){0,4}?(?:with|to|up to) (?:me|us)(?=\s*(?:[,.;!]|$))|consider it done|count me in|(?:^(?:hi \w+, )?(?:yes,? |yep,? |yeah,? |of course,? |course,? |sure,? )?)(?:i|we) (?:certainly |definitely |gladly |happily |most certainly )?(?:will|can|shall)(?=\s*(?:[.!,;]|$))(?! (?:not|see))|(?:i|we)(?:'ll| will| can|'d be happy to| could|'m happy to) (?:take (?:it|this|that|these|those|them|care of|over|on|the (?:first|second|lead))|handle|sort|own|cover (?:it|this|that)|deal with|pick (?:it|this|that|these) up|do (?:it|this|that|these|those|them)\b|be (?:on it|there)|look after)|(?:count|put) me (?:in|down)|(?:it's |that's |this is )?(?:already |now )?on my (?:list|to-?do(?: list)?|plate)\b(?! of)|(?:is|are|'s|'re) with (?:me|us)(?: now)?(?=\s*(?:[,.!;]|$))|(?:i'?m|i am|we're|we are) (?:already |just )?(?:doing|handling|sorting|covering) (?:it|this|that|these|those|them)(?: one)?(?=\s*(?:[,.!;]|$)| (?:now|today|right)\b)|i accept|accepted\b|(?<!\b(?:when|whenever|time|if|unless|before|should) )i volunteer|i'm in(?=\s*(?:[,.!;]|$)))/,
  ],
  // "Thank you for the commission, which I gladly accept.": in a clause that hangs on another as well.
  [
    'accepts-gladly',
    /\b(?:i|we)(?:'ll| will| shall|'d| would)? (?:very |most )?(?:gladly|happily|willingly|readily) (?:accept|take|undertake|agree|see to|do)\b/,
  ],
  // "It's in my diary for Tuesday", "I've put it on the board": written down where one's work stands.
  ['takes-it', where(ON_A_LIST, (c) => ON_A_LIST.test(c.lower))],
  // "I have set aside the week of the 15th for them": time was made for it.
  ['takes-it', where(MAKES_TIME, (c) => MAKES_TIME.test(c.lower))],
  [
    'takes-it',
    onHead(
      /^(?:(?:(?:i|we)(?:'d| would) be |i'm |very |more than |most |only too )*(?:happy|glad|pleased|delighted) to(?: do (?:it|that|so))?(?=\s*(?:[.!,]|$))|(?:that's|thats|these are|those are|it's|its|this is|this one's|this one is|that one's|all) |(?:copy|ok|okay|k|yep|yes|ack|roger|got it)[,. ]+)?mine\b(?! (?:is|was|are|says|has))|^(?:(?:the|that|this|your) )?(?!(?:mistake|fault|error|pleasure|opinion|idea|view|guess|friend|colleague|name)s?\b)[\p{L}'-]+ (?:is|are) mine(?=\s*(?:[,.!;]|$))|^(?:dibs|i got this|my turn|taking (?:it|this|that|these)|picking (?:it|this|that) up|doing it(?: now)?\b)/u,
    ),
  ],
  [
    'yes-firm',
    where(
      /sure|course|certainly|absolutely|pleasure|by all means|gladly|definitely|no (?:problem|bother|sweat|drama|hassle|trouble|prob)|right away|happily|roger|wilco|happy to|can do|understood/,
      (c, s) =>
        c.start === s.sentence.start &&
        /^(?:hi|hello|hey|morning|thanks)?[ \w,!]{0,14}?(?<!\bno )\b(?:(?<=^\W*)course(?= (?:i|we) (?:will|can)|[,!.])|sure(?:,? (?:thing|no problem))|of course|certainly|absolutely|with pleasure|by all means|gladly|happily(?=\s*(?:[.!]|$))|my pleasure|definitely|no problem,? (?:i|will)|no (?:bother|sweat|dramas?|hassle|trouble|probs?)|right away|roger|wilco|happy to (?:do|help with (?:this|that|it)|take|send|look)|can do|understood,? (?:i|we|will))\b/.test(
          c.lower,
        ) &&
        // A remark on what is plain, not a yes.
        !/\bof course,? (?:it|this|that|the|he|she|they|there|up|i accept|\p{L}+ (?:had|has|is|was))\b/u.test(
          s.lower,
        ),
    ),
  ],
  ['yes', fromFront('words', [YES], (c, s) => c.start === s.sentence.start && YES.test(c.lower))],
  [
    'yes-and-deed',
    onSentence(
      /^(?:sure|yes|yep|yeah|yeh|yup|aye|ok|okay|k|fine|alright|agreed|no problem|of course)\b.{0,30}?\b(?:(?:i|we)(?:'ll| will| can)|ill|i am|i'm|doing|making|sending|\w{2,}ing (?:it|them|that|this|those|these|both|all)|on it|by (?:tomorrow|monday|tuesday|wednesday|thursday|friday))\b/,
    ),
  ],
  ['opening', (_c, s) => s.index <= 1],
  ['whole', (_c, s) => s.count <= 2],
  [
    'thanks-answer',
    onSentence(
      /\b(?:you're welcome|no problem at all|no worries|any ?time|don't mention it|my pleasure)\b(?!.*\b(?:leave (?:it|that|this|them) (?:to|with)|i'll|i will|we'll|will do|on it|can do|consider it)\b)/,
    ),
  ],
  ['negated', /\b(?:not on it|can't|cannot|won't|not mine|isn't mine|never)\b/],
  ['declines', /\b(?:sorry|unfortunately|afraid|can't|cannot)\b/],
  [
    'long-after',
    fromFront(
      'words',
      [YES_FIRST],
      (c) => YES_FIRST.test(c.lower) && c.lower.split(/\s+/).length > 6,
    ),
  ],
  ['asks', ASKS],
];

export const promising: readonly Family[] = [
  { kinds: ['commitment'], cues: commitmentCues },
  { kinds: ['acceptance'], cues: acceptanceCues },
  ...refusing,
];
