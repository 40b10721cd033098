import { straight } from './chars';
import { ofSentence, onHead, onSentence, where, type Cue } from './cues';
import { CONTACT, sendsToOther } from './refusing';
import { has, ITEM, SENTENCE, type Found } from './signs';

/**
 * Words that look like an act and are none, or are none for the reader: tried for every kind, each kind
 * weighs them for itself. A courtesy lowers a request and leaves a delivery in the same sentence alone.
 */
const OFFER_HELP =
  /\b(?:if|should|in case|when|whenever) (?:you|there|u|anything|anyone|your team|further|any)\b.{0,60}\b(?:questions?|queries|concerns?|need|help|anything|assistance|wish|comments|problems?|issues?|trouble|further|like|want|else|arises?|unclear)\b/;
const REACH_OUT =
  /\b(?:let (?:me|us) know|feel free|hesitate|reach out|give (?:me|us) (?:a )?(?:call|shout|ring|buzz)|shout|holler|call (?:me|us)|call or (?:e-?mail|write)|contact (?:me|us)|contact|get in touch|drop (?:me|us)|(?:glad|happy|pleased|always) to|ask|reply|e-?mail (?:me|us)|at your disposal|here (?:for you|to help)|say so|i'm here|call|speak up)\b/;

const REPORTED =
  /\b(?:he|she|they|who|(?!as\b|like\b)[\p{L}\d]+|it was) (?:had |has |have |also |just |already |even |then )?(?:said|says|told|tells|mentioned|promised|thinks|thought|claims|claimed|wrote|announced|reckons?|swore|indicated|stated|advised that|explained|reported|assumed|understood that)\b|\baccording to\b|\bapparently\b|\b(?:was|were|been) (?:told|promised|asked|informed|advised|supposed)\b|\basked (?:me|us|him|her|them) to\b|\b(?:he|she|they)(?:'d| would) (?:send|get|do|take|call|let)\b/u;
const FILLER =
  /\bbear with (?:me|us) (?:if|while|as)\b|\b(?:please|kindly|pls) (?:note|be (?:advised|aware|informed|assured)|accept (?:my|our)|excuse|forgive|find (?:[^.;:?!]{3,80}? )?(?:attached|enclosed|below|here(?:with|by|in|under|after)?|in this (?:e-?mail|mail|message|link)|in the (?:attachments?|enclosure))\b|find in (?:the|this|our) |find (?:my|our|the (?!(?:missing|lost|right|best|correct|time|cause|error|mistake|reason|person|culprit)\b))(?![^.;?!]{0,60}\band (?:send|tell|give|bring|let|forward|mail|put|return|call)\b)|see (?:attached|the attached|below|enclosed)|allow (?:me|\d|three|two|a few|up to)|bear with|consider the|do not (?:reply|respond)|remember that|understand that|keep in mind|see the following)\b|\b(?:see|review|refer to|visit|read|check|click) .{1,60}\bfor (?:more|further|additional|full) (?:information|info|details?|background)\b|^(?:see|find) (?:the )?(?:attached|below|enclosed|above)\b/;
/** To be looked for: "please find out who …", "please find us a room". */
const SEEKS =
  /\b(?:please|kindly|pls) find (?:me |us |him |her |them |for us )*(?:out|an?|time|some(?:one|body|thing)?|another|any\w*|who|what|where|whether)\b/;
/** Handed over in so many words. */
const HANDED_TO_BE_FOUND =
  /\b(?:please|kindly|pls) find (?:[^.;:?!]{3,80}? )?(?:attached|enclosed|here(?:with|by|in|under)?|in this (?:e-?mail|mail|message|link)|in the (?:attachments?|enclosure))\b|\b(?:please|kindly|pls) find in (?:the|this|our) /;
/** One of these is in every courtesy. */
const COURTESY_WORDS =
  /if|should|in case|when|feel free|hesitate|anything|disposal|always happy|questions?/;

/** "Please don't go to any trouble": the reader is spared something. */
const SPARES =
  /\b(?:don't|do not|dont|no need to|never)(?: please| ever| you)* (?:(?:trouble|inconvenience|exert|tire) (?:yourself|yourselves)\b|(?:go|put yourself|put yourselves) (?:to|through) (?:any|too much|so much|a lot of|extra|great|the|that|this|all (?:that|this|the)) (?:\p{L}+ )?(?:trouble|bother|effort|expense|fuss|lengths|hassle)\b|go out of your way\b|put yourself out\b|make (?:a|any) (?:special|extra) (?:trip|journey|effort)\b)/u;
const NO_ACTION =
  /\b(?:nothing (?:from you|for you|to do|(?:that )?(?:you|u) (?:need|have) to do)|no action (?:needed|required|necessary)|no (?:need|reply|response|answer) (?:to|for you|needed|required|necessary)|just (?:fyi|so (?:that )?(?:you|u|you all|everyone|everybody|we all)(?:'re| are|'ve)? (?:all |both )?(?:knows?|aware|have (?:it|this|them|that)|got it)|for (?:your )?info)|for (?:your )?information only|you (?:don't|do not|needn't) (?:have|need) to)\b/;
/** What opens with why it is told. */
const TOLD =
  /^(?:\W|\p{L}+,)*(?:just )?(?:fyi|for (?:your )?info(?:rmation)?|so (?:that )?(?:you|u|everyone|everybody)(?: all| both)? (?:have (?:it|them|this|that|these|the \w+)|know|are aware)|to keep you in the loop)(?: too| as well| all| in writing| on record)*\s*[,:;–-]/u;
const TURNS_TO =
  /\?|\b(?:please|pls|can you|could you|would you|will you|you (?:need|must|should|have to)|your|needs?|needed|let (?:me|us))\b|[,:;–-] (?:and |so )?(?:call|send|bring|check|sign|use|take|keep|ask|tell|put|make|remember|don't|do)\b/;
/** Whatever is said to be done: nobody is asked to take anything up. */
const NOTHING_TO_DO =
  /\b(?:no action (?:is )?(?:needed|required|necessary)|nothing (?:(?:else|more|further) )?(?:for you to do|to do (?:here|for you))|nothing is (?:needed|wanted|asked) (?:from|of) you)\b/i;
/** What is handed over, and not asked for: of that the next sentence may speak to its end. */
const HANDED = /\b(?:attached|enclosed|here(?:'s| is| are)|for your)\b/;
/** A whole sentence that waives any answer. */
const WAIVES =
  /(?:^|[.!?\n]\s*)(?:\([^)\n]*)?(?:there(?:'s| is) )?(?:no (?:action|reply|response|answer)s?|nothing)(?: (?:is|are))? (?:needed|required|necessary|expected|to do)(?: (?:from|by|on|for) [^.!?\n]{2,20})?\s*(?=[.!)\n]|$)|(?:^|[.!?\n]\s*)no need to (?:reply|respond|answer|do anything)\s*(?=[.!\n]|$)/i;
const MAY_WAIVE = ITEM.add([WAIVES]);
const SAYS_NOTHING_TO_DO = SENTENCE.add([NOTHING_TO_DO]);

/** As mail programs write it over a forwarded header. */
const RESPOND_TO =
  /(?:^|\d(?: ?[ap]m)?|>|\*) ?please (?:respond|reply) to (?:["'<(]*[\p{L}\d._-]+@\S+|[\p{L}._-]+(?: [\p{L}._-]+)?[.]?$)/u;
const CONTINGENT =
  /\b(?:if|should|in case) (?:(?:some|any)(?:thing|one|body)|(?:any of )?(?:this|that|these|those|the (?:plans?|dates?|times?)|(?:the |my |your |our )?plans?|things)|there(?:'s| is| are| should be)(?: ever)? (?:any|a|some)(?: \w+)?) (?:else |ever |should |does |still )*(?:changes?|comes? (?:up|in)|crops? up|turns up|goes (?:wrong|missing)|go wrong|breaks?|shifts?|moves?|slips?|happens?|fails?|problems?|issues?|delays?|looks? (?:odd|wrong|off|funny)|(?:is|are|isn't|aren't) (?:unclear|missing|wrong|off|odd|broken|not (?:right|clear|ok))|(?:need|want|ask|call|ring)s?)\b/;

/** What closes a mail out of politeness: help is offered, nothing is asked. */
const CLOSING =
  /\b(?:any|further|more|other|some)? ?(?:questions?|queries|concerns?|assistance|problems?|trouble|issues?|further (?:information|details|help))\b|\bneed (?:any |some |more )*(?:help|anything|assistance|support)\b|\banything (?:else|further|more|i can|you|u|your)\b|\bif there(?:'s| is| are) (?:ever )?any/;

const OFFERS_SERVICE =
  /\b(?:feel free|(?:don't|do not|please don't|not) hesitate|anything (?:else )?i can (?:do|help)|shout if you|at your disposal|always happy to help|(?:any|further|more) questions?,? (?:please|just|let|call|feel|contact|give|do|e-?mail))\b/;
const I_SHALL =
  "(?:i|we)(?:'ll| will|'m going to|'m gonna|'re going to|'re gonna| am going to| are going to)\\b";
const LEADING =
  '^(?:\\W|(?:and|so|but|then|honestly|seriously|frankly|look|right|okay|ok|well|oh|man|god|really)\\b)*';
/** Once more, or the next who does it, or unless somebody does it: and then I will. */
const THREATENS = new RegExp(
  [
    `${LEADING}(?:just )?(?:one|two|three|another|any|a single)(?: (?:more|single))? (?:[\\p{L}\\d'-]+ ){1,10}?(?:and|,) ${I_SHALL}`,
    `\\b(?:again|once more|one more time|another time|ever again|(?:a|for the) (?:second|third|fourth|fifth|tenth|hundredth) time)\\b(?:(?!\\b(?:so|but|because|which|while|then)\\b)[^.;]){0,40}?(?:,| and)? ${I_SHALL}`,
    `${LEADING}the next (?:\\p{L}+ )?(?:who|that|to|one|person|man|woman)\\b[^.;]{2,80}?,? ${I_SHALL}`,
    `${LEADING}(?:somebody|someone|somebody had better|either|they|he|she|it) [^.;,]{4,80}? or ${I_SHALL}`,
  ].join('|'),
  'u',
);
const HAPPENED =
  /\b(?:was|were|had|did|sent|came|went|got|broke|fell|rang|lost|\w{2,}ed)\b(?=.* (?:again|once more)\b)/;
const FOR_YOU = /(?:'ll|\bwill|going to|gonna) (?:\p{L}+ ){1,2}you\b|\bto you\b/u;
const SAYS_CLOSING = SENTENCE.add([CLOSING]);
const SAYS_REACH_OUT = SENTENCE.add([REACH_OUT]);
const SAYS_HELP = SENTENCE.add([OFFER_HELP]);
const SAYS_SERVICE = SENTENCE.add([OFFERS_SERVICE]);

export const negatives: readonly Cue[] = [
  [
    'closing-offer',
    ofSentence(
      where(
        COURTESY_WORDS,
        (_c, s) =>
          has(s.signs, SAYS_CLOSING) &&
          has(s.signs, SAYS_REACH_OUT) &&
          CLOSING.test(s.lower) &&
          REACH_OUT.test(s.lower) &&
          /\b(?:if|should|in case|when|whenever|with any|any (?:further|more|other)|hesitate|feel free)\b/.test(
            s.lower,
          ) &&
          !/\b(?:(?:could|can|would) you|if you could|when you want|by (?:end of|tomorrow|today|monday|tuesday|wednesday|thursday|friday))\b/.test(
            s.lower,
          ),
      ),
    ),
  ],
  // Who may be asked for more, what the writer would do if wanted: the reader loses nothing by staying silent.
  [
    'offers-self',
    onSentence(
      /\b(?:let (?:me|us) know|tell (?:me|us)|shout|say so|give (?:me|us) (?:a )?(?:call|shout|ring)|call(?: me| us)?|e-?mail (?:me|us)|contact (?:me|us))\b.{0,24}?\b(?:(?:if|whether|should) (?:you(?:'d| would)?(?: also| still)? (?:need|want|like|prefer|require|care for) (?:me|us|more|any|anything|a copy|copies|a hand|help|further|additional|another|to discuss)|(?:i|we) (?:can|could|may) (?:do|help|assist|be of|offer|provide|answer|clarify|support)|there(?:'s| is) (?:anything|something|any way) (?:else )?(?:that )?(?:i|we) )|what (?:else )?(?:i|we) can do\b|how (?:i|we) (?:can|could|may) (?:help|assist|support)|(?:for|with) (?:any )?(?:more|further|additional) (?:background|details?|info(?:rmation)?)\b)|\bif you(?: need| want| would like|'d like) (?:me|us|him|her|them|someone|somebody|more|a copy|any help|help|anything)\b.{0,40}\b(?:let (?:me|us) know|shout|call|say so)\b/,
    ),
  ],
  // "If anything is stuck, send it my way": help held out to whoever may want it.
  [
    'offers-self',
    onSentence(
      /\b(?:shout|holler|say the word|give (?:me|us) a shout|just ask) if (?:you|anyone|anybody)(?:'d| would| ever|'re| are)? (?:like|want|fancy|care|need|interested|in the mood|keen)\b|\b(?:shout|holler|yell|scream|sing out|give (?:me|us) a (?:shout|yell|holler|bell|buzz|ring|call)) (?:if|when|whenever|any ?time) (?:you(?:'re| are| get)? )?(?:ever )?(?:stuck|in doubt|unsure|lost|anything|something|impossible|there)\b|\bif (?:any(?:thing|one|body)|something|someone|you(?:'re| are)? (?:ever |still )?(?:stuck|short|swamped|stretched|need|under)|it(?:'s| is| gets) (?:too much|stuck)|that(?:'s| is) too)\b.{0,60}\b(?:(?:send|pass|throw|push|hand|give|bring|point|chuck|shout|ping|call|grab) (?:it |them |that |those |some |any )?(?:over )?(?:to me|to us|me|us|my way|our way|over|here)\b|i(?:'m| am| can| could|'ll| will) (?:here|around|help|pick|take|step|jump|cover|free))/,
    ),
  ],
  // "If ever you need a good plasterer, ask me": a need that nobody has.
  [
    'offers-self',
    onSentence(
      /\b(?:if (?:any of )?you ever|if ever you|should you ever|if any of you)(?:'re| are)? (?:need|want|fancy|require|get bored|run out|look(?:ing)? for|in the market for|in need of)\b.{0,60}?\b(?:ask|call|ring|shout|see|try|let (?:me|us) know|i know|i've got|we've got|there's|there is|my|come|just)\b/,
    ),
  ],
  // What the reader may do if they wish is their own affair: "if you would like to know more, please visit".
  [
    'optional',
    onSentence(
      /\b(?:if|should) you (?:would |'d |do |ever |still |also )*(?:no longer|wish|want to|like to|prefer|don't want|do not want|continue to receive|received this|have (?:any )?(?:trouble|problems|suggestions|questions)|find (?:a|any)|need (?:any|one|some|more|further|help|assistance)|(?:want|fancy) (?:one|some|any|a|an)|like (?:one|some)|are interested)\b|\bfor (?:more|further|additional|full) (?:information|info|details?)\b/,
    ),
  ],
  // "I think we should keep the pressure on": an opinion of all, and of nobody's work.
  [
    'opinion',
    onSentence(
      /\bi (?:do |also |still |really |just )?(?:think|believe|feel|agree)\b.{0,40}?\bwe (?:all |also |really |probably )?(?:need to|should|ought to|have to|must) (?!(?:discuss|talk|meet|speak|decide|schedule|sit|get|catch|touch|chat|review|agree|sync|go|call)\b)/,
    ),
  ],
  // "Do we need a third? No, I counted again": asked and answered in one breath. "No great hurry" answers nothing.
  [
    'self-answer',
    ofSentence(
      (_c, s) =>
        s.after !== '' &&
        s.lower.includes('?') &&
        /\?\W*$/.test(s.sentence.text) &&
        /^\W*(?:no(?! (?!(?:i|we|you|it|he|she|they|that|this|there|not|because|but)\b)\p{L})|nope|nah|yes|yep|yeah|not (?:really|at all|any ?more)|of course(?: not)?|absolutely(?: not)?|exactly)\b(?!\s*(?:or\b|\/|please|thanks))[,.! –—-]/iu.test(
          s.after,
        ),
    ),
  ],
  // Whoever likes may come: "do come by if you can", "come along if you fancy".
  [
    'optional',
    onSentence(
      /\b(?:come|drop|pop|stop|swing|call|look) (?:by|in|along|round|over|around)\b.{0,40}\b(?:if|whenever|any ?time)\b|\bjoin (?:us|in|me)\b.{0,30}\bif you (?:can|like|fancy|care|want|feel|are (?:free|around)|have (?:time|a minute))\b/,
    ),
  ],
  [
    'banner',
    ofSentence(
      where(
        RESPOND_TO,
        (_c, s) =>
          RESPOND_TO.test(s.lower) &&
          !/\b(?:me|us|him|her|them|this|that|it|all|both|everyone|everybody|\w+'s|by|the|my|our|their|your|his)\b/.test(
            s.lower.slice(s.lower.indexOf('please')),
          ),
      ),
    ),
  ],
  // What lawyers have put under every mail of a house.
  [
    'disclaimer',
    onSentence(
      /\b(?:received|receive|got) th(?:is|ese) (?:\w+ ){0,3}(?:in|by) (?:error|mistake)\b|\b(?:delete|destroy)\b.{0,60}\b(?:from (?:your|all) (?:computer|system|mailbox|records)|all copies)\b|\bread, copy\b|\b(?:copy|use|disclose|distribute)(?:, (?:or )?\w+)* (?:it )?or any of the information\b|\bmay have been intercepted\b|\bnot the intended recipient\b/,
    ),
  ],
  [
    'disclaimer',
    where(
      /delete|destroy|notify|copy|distribute/,
      (c, s) =>
        /\b(?:in error|by mistake|intended recipient)\b/i.test(s.before) &&
        /^(?:please |and |or |you |must |should |do not |not )*(?:delete|destroy|notify|copy|distribute)\b/.test(
          c.lower,
        ),
    ),
  ],
  // "Can it?", "Could we": the deed stands elsewhere, and nobody can be held to half a sentence.
  [
    'bare-modal',
    onSentence(
      /^(?:\W|and |but |so |or |well,? )*(?:can|could|will|would|do|does|did|is|are|may|shall|should|has|have)(?:n't)? (?:it|we|you|i|they|he|she|that|this|there)\W*$/,
    ),
  ],
  [
    'greeting',
    onSentence(
      /^(?:\W|and |so |but |i |we |hope you |hoping you |wishing (?:you |everyone )?(?:all )?)*(?:(?:have|had|enjoy) (?:a|an|your|the) (?:\w+ ){0,3}?(?:weekend|day|evening|night|time|week|trip|holidays?|one|easter|christmas|summer|lunch|flight|break|vacation|afternoon|morning|rest|year)|(?:happy|merry) \w+|safe travels|take care|good luck|best wishes)\b[^?]{0,40}$/,
    ),
  ],
  ['points-elsewhere', where(CONTACT, sendsToOther)],
  [
    'takes-back',
    /\b(?:disregard|ignore|pay no (?:attention|heed) to|take no notice of) (?:(?:my|the|this|that|our) (?:(?:last|previous|prior|earlier|above|first)(?: (?:one|e-?mail|message|note|request|question|mail))?|e-?mail|message|note|request|question|mail|one)\b|(?:that|this|it)(?=\s*(?:[.,;!]|$)))|\b(?:never ?mind|nvm|forget (?:about|it|that))\b/,
  ],
  [
    'asks-time',
    /\b(?:give|allow|grant) (?:me|us) (?:until|till|a (?:few|couple|bit|day|week|moment|minute)\b(?! (?:by|for|when|that|which|in|on)\b)|some (?:more )?time|another|more time|to (?:the )?end)\b/,
  ],
  [
    'courtesy',
    ofSentence(
      where(
        COURTESY_WORDS,
        (_c, s) =>
          (has(s.signs, SAYS_HELP) &&
            has(s.signs, SAYS_REACH_OUT) &&
            OFFER_HELP.test(s.lower) &&
            REACH_OUT.test(s.lower)) ||
          (has(s.signs, SAYS_SERVICE) && OFFERS_SERVICE.test(s.lower)),
      ),
    ),
  ],
  // "If anything changes, please tell Kinga": what may never come to pass is nobody's move now; with a day it is a task to look.
  [
    'contingent',
    ofSentence(where(/if|should|case/, (_c, s) => !s.deadline && CONTINGENT.test(s.lower))),
  ],
  [
    'conditional-offer',
    onSentence(
      /\b(?:i|we)(?:'d be| could| can| would be|'ll| will|'m| am|'re| are) (?:also |always |still |then |very |more than |gladly )*(?:happy to |glad to |willing to )?.{0,60}\bif (?:you|that(?! is (?:ok|fine)|'s (?:ok|fine|alright|all right|cool))|it|this|useful|needed|helpful|necessary|required|wanted|desired|anyone|of (?:use|interest)|preferred)\b(?! (?:send|give|get|could send|have (?:sent|signed|approved)))|\bif (?:you(?:'d)?|it|that|useful|needed|helpful|necessary)\b.{0,40}\b(?:like|want|need|wish|helps?|useful|interested|prefer|needed|helpful|necessary)\b.{0,30}\b(?:i|we)(?:'d| could| can| would|'ll| will|'m| am)\b/,
    ),
  ],
  [
    'reported',
    where(
      REPORTED,
      (c) =>
        REPORTED.test(c.lower) &&
        !/^(?:as|like) (?:i|you|we) (?:said|mentioned|told)\b/.test(c.head),
    ),
  ],
  [
    'kept-already',
    onSentence(
      /\bas (?:promised|discussed|agreed|requested|mentioned|i said)\b(?!(?:,| on | in | by |\b).{0,30}?\b(?:i|we)(?:'ll| will| shall)\b)|\b(?:i|we) (?:said|promised|told (?:you|u|them|him|her)) (?:that )?(?:i|we)(?:'d| would| will|'ll)\b/,
    ),
  ],
  [
    'hypothetical',
    onSentence(
      /\b(?:if (?:i|we|he|she|they|you|somebody|someone) (?:ever|had|were|was|only|did|could (?:only|just))|if only|would have|could have|should have|'d have|could've|would've|i wish|suppose (?:we|i|you)|imagine|in theory|hypothetically|in an ideal|in a perfect|one day(?! (?:this|next|in|before|after|off|a|per)\b)|some ?day(?! (?:this|next)\b)|were i to|next time|in another life|time machine|say (?:we|you|i) had)\b/,
    ),
  ],
  [
    'if-world',
    onSentence(
      /^(?:\W|and |so |but |then )*if (?!(?:you|u|your|possible|needed|it's (?:ok|okay|fine)|that's (?:ok|okay|fine)|that works|it helps|i|we|not|so)\b)(?!.{0,30}\b(?:hear|receive|get|arrives?|comes? (?:in|back)|signed|sends?)\b).{3,80}\b(?:i|we)(?:'ll| will)\b/,
    ),
  ],
  // "One more crate of fennel and I'm going to …": what must never happen first, told without a day and to nobody.
  [
    'if-world',
    ofSentence(
      where(
        THREATENS,
        (_c, s) =>
          !s.dated &&
          THREATENS.test(s.lower) &&
          // It did happen again; or it is for somebody here.
          !HAPPENED.test(s.lower) &&
          !FOR_YOU.test(s.lower),
      ),
    ),
  ],
  [
    'joke',
    onSentence(
      /\b(?:ha ?ha|haha\w*|lol|lmao|rofl|just kidding|j\/k|jk|only joking|kidding)\b|\b(?:i swear|literally die|or else|with my teeth|in my dreams)\b/u,
    ),
  ],
  [
    'joke',
    (_c, s) =>
      (s.lower.includes(';') || s.lower.includes('\ud83d') || s.lower.includes('\ud83e')) &&
      /😂|🤣|😜|😉|;-?\)/u.test(s.lower),
  ],
  [
    'rhetorical',
    onSentence(
      /^(?:who (?:knows|cares|does that|knew|(?:would|could|might|'d)(?:'ve| have)? (?:ever |have )*(?:thought|guessed|believed|known|imagined|expected|predicted))|why (?:not|me|bother|oh why)|what (?:could|can) (?:possibly )?go wrong|what (?:more|else) (?:can|could) (?:i|we|one) (?:say|do|ask)|how (?:cool|great|nice|hard|bad|dare|could|can anyone) |(?:isn't|wasn't|aren't) (?:it|that|this|life|he|she) (?:great|nice|funny|amazing|wonderful|something)|guess what|you know what|need i say|remember (?:me|that|when|how)|sound (?:good|familiar)|see\?|really\?|right\?|so what|and\?|ready\b|tired of|looking for|want to (?:save|earn|make|learn|win)|did you know|what if|since \w+\?|got it\?|make sense\?|don't you think)\b|\bcan you believe\b|\bwould(?:n't)? (?:it|you) believe\b|\bwho (?:does|would do) that\b/,
    ),
  ],
  [
    'tag',
    onSentence(
      /(?:,|\.) (?:right|no|eh|ok|okay|yes|isn't it|aren't (?:you|they|we)|don't (?:you|they|we|i)|didn't (?:you|they|we|he|she|it)|doesn't (?:it|he|she)|haven't (?:you|we|they)|huh|yeah|correct|innit|you know|remember)\?$/,
    ),
  ],
  [
    'phatic',
    /\b(?:how (?:are|r) (?:you|u|things|y'all|we doing)|how(?:'s| is| was| were)? (?:it going|life|everything|your (?:weekend|holiday|day|trip|summer|christmas|vacation|week)|the (?:weekend|holiday|trip|family|kids|weather))|what's up|hope (?:you|u|all|this|everything|your|things|it's|to (?:see|hear))|(?:can|could) (?:you|u|everyone|everybody|y'all) (?:all |both )?(?:hear|see) (?:me|us|my|the screen)|(?<=^|[.!,;] ?|and |do )have an? (?:\w+ ){0,2}(?:weekend|day|evening|time|week|trip|holiday|one|easter|christmas|summer|lunch|flight)|enjoy (?:your|the) (?:weekend|day|holiday|evening|trip|vacation|time)|happy (?:birthday|new year|holidays|easter|thanksgiving|anniversary)|merry christmas|congrat(?:s|ulations)|take care(?! of)|stay (?:safe|well|tuned)|see (?:you|ya|u) (?:soon|later|there|then|all|on|at|in|tomorrow|next|monday)|talk (?:to you )?(?:soon|later)|speak soon|(?:give|send|pass) (?:my|our|him|her|them) .{0,12}?(?:love|regards|best|compliments|hello)|say (?:hi|hello)|thank (?:him|her|them) (?:from|for)|safe travels|welcome (?:back|aboard|to)|get well|sleep well|good luck|have fun\b|take (?:the (?:afternoon|day|rest|evening|week)|a (?:bow|break|breather|rest))|don't worry|(?:don't|do not|dont) (?:give (?:that|it|this) another|mind|feel (?:you have|obliged|you must|you need|bad|pressured|like you have))|no worries|let's see|let me see\W*$|we'll see|be well|keep up the|believe me|trust me|excuse me|forgive (?:me|the|my)|pardon (?:me|the|my)|bear in mind|rest assured|mind you|don't call me|go, go|tell me about it|you don't (?:have|need) to tell)\b/,
  ],
  // Somebody joins in another's wish to know; who was asked stays the same.
  [
    'joins-in',
    onSentence(
      /\b(?:love|like|curious|interested|keen) to (?:know|see|hear|find out)\b.{0,20}\b(?:too|as well)\b|\b(?:same (?:question|here)|me too|\+1)\b/,
    ),
  ],
  // What is chosen or arranged for all is told; nobody waits for it to be handed over.
  [
    'settles',
    onSentence(
      /\bwe(?:'ll| will) (?:just |then |simply )?(?:use|go (?:with|for)|stick (?:to|with)|stay with|settle (?:on|for))\b|\bso (?:that )?(?:nobody|no ?one) (?:has|needs?) to\b/,
    ),
  ],
  // Away or sorry: whatever else the words are, they are no yes.
  [
    'sorry-away',
    onSentence(
      /\b(?:i'm|i am|we're|we are) (?:\w+ )?(?:in|at|on|away|out|travelling|abroad|busy)\b.{0,60}\b(?:sorry|unfortunately|afraid)\b|\b(?:sorry|unfortunately|afraid)\b.{0,20}\b(?:i'm|i am) (?:\w+ )?(?:in|at|on|away|out|travelling|abroad|busy)\b/,
    ),
  ],
  ['polite-filler', where(FILLER, (c) => FILLER.test(c.lower) && !SEEKS.test(c.lower))],
  [
    'boilerplate',
    onSentence(
      /\b(?:unsubscrib\w*|opt[- ]out|(?:mailing|email) preferences|update (?:your|my) preferences|view (?:this|it|in|the) (?:\w+ ){0,3}browser|privacy (?:policy|statement|notice)|terms (?:of use|and conditions|of service)|all rights reserved|intended (?:recipient|only|exclusively)|this (?:e-?mail|message) (?:is|was|has been|may|contains?|and any)|white ?list|safe[- ]senders?|address book|notify the sender|(?:do|please) not (?:reply|respond) to this|cannot be answered|no longer (?:want|wish|interested in) (?:to )?(?:receive|get|receiving|these)|you are receiving|received this (?:e-?mail|message) because|before printing|adobe (?:acrobat )?reader|images? (?:below|are not)|do you yahoo|sent from my|get (?:your )?(?:own )?(?:free )?e-?mail at|if you (?:are having trouble|have trouble|can't see|cannot see|are unable to view)|take our|survey!?$|how we are doing)\b/,
    ),
  ],
  [
    'marketing',
    onSentence(
      /\b(?:click (?:here|below|above|the (?:link|button|image))|\d+ ?% off|save (?:up to )?[$€£\d]|free (?:trial|shipping|gift|download|ebook|sample|access|of charge)|limited time|today only|act now|sign up (?:now|today|for)|register (?:now|today)|(?<![a-z\d] )(?:shop|buy|order) now|subscribe|earn (?:up to )?[$€£]|follow us|like us|(?:check|find) (?:it |us )?out (?:on|at|our)|visit (?:our|us|www|http|\$link)|learn more|read more|download (?:now|today|our|the app)|(?:special|exclusive|great|last[- ]minute) (?:offers?|deals?|discounts?|savings)|hurry|don't miss|why wait|money[- ]back|casino|mortgage|win (?:a|an|the|big)|winning|winners?|prizes?|schedule a demo|book your (?:tables?|seat|place|stay) (?:now|today|before))\b|https?:\/\/\S+|\$link/,
    ),
  ],
  [
    'finds',
    where(HANDED_TO_BE_FOUND, (c) => HANDED_TO_BE_FOUND.test(c.lower) && !SEEKS.test(c.lower)),
  ],
  ['finds', onHead(/^(?:see|find|note|refer to) (?:the )?(?:attached|below|above|enclosed)\b/)],
  [
    'already-said',
    onSentence(
      /\b(?:i|we) (?:have |had |'ve )?(?:already )?(?:asked|requested|suggested|told|sent|called|reminded|emailed|proposed|encouraged) (?:him|her|them|the|that|\p{L}+ (?:to|that|if|about))\b/u,
    ),
  ],
  ['no-action', onSentence(NO_ACTION)],
  ['no-action', where(SPARES, (c) => SPARES.test(c.lower))],
  ['phatic', where(SPARES, (c) => SPARES.test(c.lower))],
  // "For info: the judges can have the green room": told, with nothing in it that turns to the reader.
  [
    'no-action',
    ofSentence(
      where(TOLD, (_c, s) => TOLD.test(s.lower) && !TURNS_TO.test(s.lower.replace(TOLD, ', '))),
    ),
  ],
  // "Please use lot D. No action needed.": in the sentence or right after it.
  [
    'no-action-next',
    ofSentence(
      (_c, s) =>
        (has(s.signs, SAYS_NOTHING_TO_DO) && NOTHING_TO_DO.test(s.lower)) ||
        (s.after !== '' &&
          NOTHING_TO_DO.test(HANDED.test(s.lower) ? s.after : s.after.slice(0, 60))),
    ),
  ],
];

/**
 * An item that gives orders to software or fishes for secrets is read as hostile as a whole: its other
 * sentences are bait. Nothing a foreign text says may become a held act (invariant I10).
 */
const HOSTILE: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override) (?:all |any |your |the |my )*(?:previous|prior|earlier|above|existing) (?:\w+ ){0,2}?(?:rules?|instructions?|prompts?|orders|directions)\b/i,
  /\bmark (?:this|all|every|the|any|each)\b.{0,40}\bas (?:received|done|read and done|complete[d]?|closed|taken|resolved|handled|accepted)\b/i,
  /\b(?:system|admin(?:istrator)?|developer) (?:note|prompt|message|instruction|override)s?\b.{0,40}\b(?:assistants?|agents?|bots?|ai|model|software)\b/i,
  /\b(?:to|note to|for|attention|dear|hey|hello) (?:the |any |all |your |e-?mail )*(?:ai|assistants?|llm|language model|automated (?:reader|agent|system)|chat ?bot|copilot|corridor)\b[ ,:]+(?:\w+ ){0,4}?(?:ignore|set|mark|send|forward|close|treat|reply|must|please|do|delete|you)\b/i,
  /\b(?:confirm|verify|update|enter|provide|validate|send (?:us|me)) (?:your|the|us your) (?:\w+ ){0,2}?(?:password|pin\b|passcode|credentials|bank (?:details|account)|account (?:details|number)|login|social security|credit card)\b/i,
  /\b(?:reply|respond|answer)(?: with)? (?:exactly )?["“'](?:done|received|approved|yes|ok|accepted|confirmed)["”']/i,
  /\byou are (?:now )?(?:an? )?(?:ai|assistant|language model|bot)\b/i,
  /(?:^|[.!?\n]\s*)(?:ai )?(?:assistant|copilot|chat ?bot|bot|corridor)[,:]\s+(?:please )?(?:reply|respond|answer|forward|send|mark|confirm|delete|ignore|click|open)\b/i,
  // A lure wants one word back, in capitals; people ask for it in small letters.
  /\b[Rr](?:eply|espond)(?: with)? ["“']?(?:YES|DONE|OK|CONFIRM|ACCEPT)["”']? to (?:this|the) (?:message|e-?mail|text)\b/,
];

const BAIT = HOSTILE.map((pattern) => ({ pattern, sign: ITEM.add([pattern]) }));

/** True when the text speaks to software or fishes for secrets. `signs`: those of the same text. */
export const isHostile = (text: string, signs: Found = ITEM.in(text.toLowerCase())): boolean =>
  BAIT.some(({ pattern, sign }) => has(signs, sign) && pattern.test(text));

/** Handed over for the record only: nobody is asked to take anything up. */
export const forInformation = (words: string): boolean =>
  /\b(?:for (?:your|ur|yr|the|our) (?:files?|records?|information|info|reference|archives?)(?: only)?|fyi|just so (?:you|u) know|no (?:action|reply|response) (?:is )?(?:needed|required|necessary)|nothing (?:to do|for you to do)|for information)\b/i.test(
    words,
  );

/** Says the writer of the whole item that nothing is wanted of anybody? `signs`: of the item. */
export const waivesAnswer = (text: string, signs: Found): boolean =>
  has(signs, MAY_WAIVE) && WAIVES.test(straight(text));
