import type { Clause } from './clauses';
import {
  ASKS,
  DATED,
  fromFront,
  ofSentence,
  onCased,
  onHead,
  onSentence,
  where,
  type Cue,
  type Family,
} from './cues';
import { has, SENTENCE } from './signs';

/** What leaves a deed undone, puts it off, or gives it to another: decline, deferral, redirect, withdrawal. */

const PERSON = "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)?";
/** Another person, by name or by what they are to the writer. */
export const NAME = `(?:${PERSON}|(?:my|our|your|the|his|her) (?:\\w+ ){0,2}?(?:colleagues?|team|assistant|manager|boss|department|desk|office|group|people|secretary|partner|supplier|lead|support|finance|accounts))`;

/** What goes before naming another: it is not for me. */
const NO_BEFORE =
  /\b(?:can't|cant|cannot|not me|not mine|sorry|afraid|unfortunately|no longer|instead|not my|out of (?:the )?office|on leave|away)\b/i;
const SAYS_NO = SENTENCE.add([NO_BEFORE]);

const declineCues: readonly Cue[] = [
  [
    'cannot-do',
    /(?:^|\b(?:i|we)(?:'m| am|'re| are)? ?(?:really |just |unfortunately |sadly |also |afraid (?:i|we) )?|^(?:sorry|unfortunately|sadly|no|afraid)[, ]+(?:but )?(?:i |we )?)(?:can't|cannot|can not|cant|won't be able|wont be able|will not be able|unable to|not able to|don't have (?:the )?(?:time|capacity|bandwidth|hands)|have no (?:time|capacity|bandwidth)|couldn't possibly|must decline|have to (?:pass|decline|say no|refuse)|decline\b|won't (?:do|take|make|manage|get)|no capacity)\b/,
  ],
  [
    'says-no',
    onSentence(
      /^(?:soz|sorry|sry|afraid|ah|oh|hm+)[, ]+(?:but )?(?:no|nope)\b(?! (?:problem|worries|idea|rush))(?![,.! ]+(?:wait|hang on|hold on|poor|really|not again|what|how|why|did|is|are|was|has|that|he|she|they)\b)|^(?:no|nope|nah)[, ]+(?:soz|sorry|sry)\b|^no[,.!]? (?:not (?:this|next|today|tomorrow|before|possible|now|me|any more)|sorry|way|chance|time (?:for|this|left)|i (?:can't|won't|don't)|we (?:can't|won't|don't))\b/,
    ),
  ],
  // "So it's a no from us": as a noun, that stands alone or says whose it is.
  [
    'says-no',
    /\b(?:it|that|this|answer)(?:'s| is|'s got to be| has to be| must be| will be|'ll be)(?: still| now| sadly| unfortunately)? an? (?:(?:hard|firm|clear|polite|regretful|definite) )?no(?=\s*(?:[,.!;:–]|$|from\b|for (?:us|me|now|this)\b|to (?:this|that|both)\b|this\b|i'm\b|then\b))/,
  ],
  // "None left in store, sorry": there is nothing to give.
  [
    'none-left',
    /\b(?:(?:none|nothing|no more|no [\p{L}-]+) (?:are |is )?left\b|(?:we(?:'ve| have)|i(?:'ve| have)|have) run out\b|(?:out of|not in) stock\b|(?:we|i) don't have (?:any|one|those|them)\b(?! (?:questions?|comments?|objections?|problems?|news)))/u,
  ],
  ['cannot-do', onHead(/^(?:can't|cant|cannot|no can do|no capacity|not possible|unable to)\b/)],
  [
    'not-mine',
    /\b(?:not me\b|not mine\b|(?:isn't|isnt|is not|aren't|arent|are not|not|wasn't|(?:is|are) no longer) (?:really |actually )?(?:mine|ours\b|my (?:area|job|call|department|team|desk|thing|remit|responsibility)|our (?:area|team|department|desk|remit|responsibility)|(?:one )?for (?:me|us)|something (?:i|we))|wrong person|(?<!\b(?:can|could|will|would|to|not|i|we|you) )(?:sits?|lies?|lives?|belongs?|falls?|goes|(?:is|are) handled) (?:with|under|to|through|by) (?!(?:me|us|you|the same|that|this|it)\b)[\w ]{2,30}?(?:, | - | \(|\W*$)(?:not (?:with )?(?:me|us)\b)?|not (?:with )?us\W*$|no longer (?:my|with|handle|look after|in charge|responsible))/,
  ],
  [
    'cannot-do',
    /\b(?:i|we)(?:'m|'re| am| are|'ll be| will be) (?:away|out|off|on (?:leave|holiday|vacation)|travell?ing|abroad|busy|booked)\b.*\b(?:that (?:day|week|morning|afternoon)|then|sorry|afraid|unfortunately)\b/,
  ],
  ['regret', onSentence(/\b(?:sorry|unfortunately|afraid|regret|apologies|sadly)\b/)],
  [
    'mind-verb',
    /\b(?:can't|cannot|cant|can not|unable to|not able to|couldn't) (?:really |quite |even |seem to |help |just )?(?:find|see|open|wait|remember|believe|hear|tell|imagine|recall|think|access|read|say|understand|complain|help|retire|stress|thank|emphasi[sz]e|be (?:sure|certain)|get (?:in|it to|the))\b/,
  ],
  ['until-later', onSentence(/\b(?:until|till|before|next week|not yet|this week|today)\b/)],
  ['asks', ASKS],
];

const deferralCues: readonly Cue[] = [
  [
    'not-before',
    /\b(?:not (?:before|until|till)|(?:can't|cannot|cant|won't|not able to|unable to|not be able to|isn't|don't|not) .{0,60}\b(?:until|till|before)\b|(?:not|earliest) .{0,12}(?:at the )?earliest|only (?:after|on|from|next))/,
  ],
  [
    'later-deed',
    /\b(?:(?:will|'ll|shall|can|going to|to) (?:\w+ ){0,3}?(?:get|come|look|return|turn|circle|respond|reply|revert|do|finish) ?(?:\w+ ){0,3}?(?:(?:back )?to (?:it|this|that|them|these|you)|at (?:it|this|that)|back|it|this|that|them)\b.{0,40}\b(?:next|later|after|when i(?:'m| am) back|on (?:monday|tuesday|wednesday|thursday|friday)|in (?:a|the) (?:few|couple|new)|once i))\b/,
  ],
  [
    'more-time',
    /\b(?:(?:give|allow) (?:me|us) (?:until|till|a (?:few|couple|bit|day|week|moment|minute)|some|another|more|to (?:the )?end)|(?:need|needs|take|takes) (?:more time|some more|another(?= (?:\p{L}+ )?(?:moment|minute|hour|day|night|week|month|while|couple|few|bit|round|look|try|go)s?\b|\W*$)|a (?:bit|little) (?:more|longer)|a few more|longer|until|an extension|to (?:move|push|delay|postpone))|bear with (?:me|us)|ask(?:ing)? for an extension|running (?:a (?:bit|little) )?(?:late|behind))\b/u,
  ],
  [
    'put-off',
    /\b(?:(?:push|pushed|postpone|postponed|defer|deferred|delay|delayed|slip|slipped|bump|bumped|move|moved) (?:it|this|that|the [\w ]{1,25}|to|back|until|by|out)\b.{0,30}\b(?:to|until|back|by|till|out)\b|put (?:it|this|that) off|hold off|(?:put|is|on) hold\b|not today)\b/,
  ],
  [
    'late',
    /\b(?:(?:will|'ll|is|are|going to) be (?:a (?:bit|little|few \w+) )?(?:late|delayed|later)|later (?:this|next) (?:week|month)|(?:sometime )?next (?:week|month) (?:instead|then|rather|at best)|after (?:the holidays|my (?:holiday|vacation|leave)|i(?:'m| am) back)|when i(?:'m| am) back)\b/,
  ],
  ['dated', DATED],
  ['asks', ASKS],
];

export const CONTACT =
  /(?:^|\b(?:please|best|better|should|could|can|might|to|need to|just) )(?:ask|contact|talk (?:to|with)|speak (?:to|with)|check with|try|write to|reach out to|go (?:to|through)|get in touch with|turn to) @?/i;
const OTHER_NAMED = new RegExp(
  `^${NAME}(?=\\s*(?:[,.;!(]|$|about|on|at|for|in|instead|directly|who|he|she|they))`,
  'u',
);

let asked: Clause | undefined;
let sends = false;

/** "Ask Sam", "please contact my colleague Ebba": the name must end the matter, "ask Ben to send it" is a request. Two cues ask for it. */
export function sendsToOther(c: Clause): boolean {
  if (c !== asked) {
    asked = c;
    sends = isSentToOther(c);
  }
  return sends;
}

function isSentToOther(c: Clause): boolean {
  const contact = CONTACT.exec(c.headCased);
  return contact !== null && OTHER_NAMED.test(c.headCased.slice(contact.index + contact[0].length));
}

const ASK_ONE = /^(?:ask|try|ping|contact|call|check with) \p{L}{3,}[.!]?$/u;

const redirectCues: readonly Cue[] = [
  ['ask-other', where(CONTACT, sendsToOther)],
  [
    'ask-other',
    fromFront(
      'head',
      [ASK_ONE],
      (c, s) =>
        ASK_ONE.test(c.head) &&
        !/\b(?:me|us|you|him|her|them|it|again|later|this|that|around|away|now)\W*$/.test(c.head) &&
        s.sentence.text.length < 80,
    ),
  ],
  [
    'other-owns',
    onCased(
      new RegExp(
        `(?:^|[\\s(])(?!(?:I|We|You|It|This|That|There|What|Who|Which)\\b)(?:${NAME}|[Hh]e|[Ss]he|[Tt]hey)(?:'s| is| are)? (?:now )?(?:handles?|looks? after|look after|owns?|deals? with|takes? care of|responsible for|in charge|your (?:person|contact|man|woman)|the (?:right )?(?:person|contact|one to)|covering|cover(?:s)? for|(?:can|will|could) (?:help|pull|do|take|get|give|send|tell|provide|sort|run|show|answer|deal|handle)|(?:has |have )?taken over|t(?:akes?|ook) (?:\\w+ ){0,2}over|the owner|one to ask)`,
        'u',
      ),
    ),
  ],
  // "It's Nuala at Kerrigan you want", "Declan Pocock is the man for it": who it is that has it.
  [
    'other-owns',
    onCased(
      new RegExp(
        `\\b(?:[Ii]t's|[Ii]ts|[Ii]t is|[Tt]hat's|[Tt]hats|[Tt]hat is) ${NAME}(?: (?:at|in|from|over at) (?:the )?[\\p{L}'’& -]{2,30}?)? (?:that |who )?(?:you|u) (?:want|need|should (?:ask|try|ring|call)|are after|'re after)\\b|(?:^|[\\s(])${PERSON} (?:is|'s) (?:the|your) (?:man|woman|girl|boy|lad|one|person) for (?:it|this|that|these|those|them)\\b`,
        'u',
      ),
    ),
  ],
  [
    'passed-on',
    onCased(
      new RegExp(
        `(?:^|[\\s(])(?:[Pp]assed|[Ff]orwarded|[Hh]anded|[Gg]iven|[Rr]eassigned|[Aa]ssigned|[Tt]ransferred|[Pp]assing|[Ff]orwarding|[Hh]anding|[Ss]ent) (?:it|this|that|them|these|your \\w+|the \\w+) (?:on |over |along |off )?to (?:${NAME}|him|her|them)`,
        'u',
      ),
    ),
  ],
  [
    'loops-in',
    onCased(
      /(?:^|[\s(])(?:[Ll]ooping|[Ll]ooped|[Aa]dding|[Aa]dded|[Cc]opying|[Cc]opied|[Cc]c'?(?:ing|'ing|'d)|[Bb]ringing) (?:in )?@?\p{Lu}/u,
    ),
  ],
  [
    'loops-in',
    (c) => c.headCased.includes('+') && /(?:^|[\s(])\+ (?:in )?@?\p{Lu}/u.test(c.headCased),
  ],
  [
    'goes-through',
    onCased(
      new RegExp(
        `\\b(?:goes?|now|go) (?:through|via|to) (?:${PERSON}) (?:now|these days|first|instead)|\\b(?:over to|one for|question for|that's|that is|it's|this is) (?:${PERSON})(?:'s (?:area|desk|department|job))?(?=\\s*(?:[,.!]|$))(?! (?:me|us|you))`,
        'u',
      ),
    ),
  ],
  [
    'after-no',
    ofSentence(
      (_c, s) =>
        (has(s.signs, SAYS_NO) && NO_BEFORE.test(s.lower)) ||
        (s.before !== '' && NO_BEFORE.test(`${s.before} ${s.lower}`)),
    ),
  ],
  [
    'asks-deed-of-other',
    /\b(?:ask|tell|call|contact|email|ping) \S+(?: \S+)? (?:to|for|whether|if|who|what|when|how|why)\b/,
  ],
  ['asks', ASKS],
];

const THAT = '(?:it|that|this|them|those|(?:that|this) one|the whole (?:thing|lot))';
const LET_BE = new RegExp(
  `^(?:(?:ok|okay|ah|oh|no|nah|nope|yes|yeah|right|fine|grand|well|so|then|just|actually|please|pls|wait|sorry|let's|lets|(?:we|you)(?:'ll| can| could| should)?|better)\\b[ ,.!]*)*(?:(?:drop|leave|skip|scrap|scratch|ditch|shelve|kill) ${THAT}|(?:disregard|ignore)(?: ${THAT}| me)?)(?: (?:then|so|be|alone|altogether|entirely|for now|please|after all|now))*(?=\\s*(?:[,.!;:–-]|$))`,
);

const withdrawalCues: readonly Cue[] = [
  [
    'never-mind',
    /\b(?:never ?mind|nvm|nevermind|forget (?:it|that|about\b|my (?:last|previous|earlier))|scratch that|strike that|scrap that|false alarm|off the hook|stand down)\b|^nm\b/u,
  ],
  // "Leave it, nobody call", "ah grand, drop it so": all of the clause, for "leave it with me" takes it.
  ['let-be', LET_BE],
  [
    'not-needed',
    /\b(?:no longer (?:need|needed|required|necessary|want|relevant)|not (?:needed|required|necessary)(?: any ?more| after all| now)?|(?:don't|do not|doesn't) need (?:it|this|that|them|these|the [\w ]{1,30}) (?:any ?more|after all|now|any longer)|no need (?:to|for) (?:\w+ ){0,6}(?:any ?more|after all|now|any longer)|no need any ?more|(?:don't|no need to) bother(?: with)?|(?:you )?can (?:strike|cross|drop) (?:that|those|it|them|this) off|already (?:found|got|sorted|solved) it|found it)\b/,
  ],
  [
    'disregard',
    /^(?:please )?(?:disregard|ignore)(?: (?:me|that|this|it))?(?=\s*(?:[.!,;]|$))|\b(?:disregard|ignore|pay no (?:attention|heed) to|take no notice of) (?:(?:my|the|this|that|our) )?(?:(?:last|previous|prior|earlier|above|first|other|below) )?(?:e-?mail|message|note|request|question|mail|one|ask|version|comment|this|that|it|my|last)\b/,
  ],
  [
    'call-off',
    /\b(?:i|we)(?:'d| would| will|'ll| have to| need to|'ve)? (?:like to )?(?:withdraw|retract|take back|cancel(?:led)?|call(?:ed)? off) (?:my|our|that|this|the|it)\b|^(?:please )?cancel (?:that|this|it|my request|the request|the order)\b|\b(?:request|order|question) (?:is |has been )?(?:withdrawn|cancell?ed)\b/,
  ],
  ['asks', ASKS],
];

export const refusing: readonly Family[] = [
  { kinds: ['decline'], cues: declineCues },
  { kinds: ['deferral'], cues: deferralCues },
  { kinds: ['redirect'], cues: redirectCues },
  { kinds: ['withdrawal'], cues: withdrawalCues },
];
