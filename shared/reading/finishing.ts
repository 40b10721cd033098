import { ASKS, fromFront, onCased, onHead, onSentence, where, type Cue, type Family } from './cues';
import { FINISHED_WORD, ON_A_LIST } from './lexicon';

/** What says that something came to its end or arrived: delivery, completion, acknowledgement, decision. */

const NOW =
  '(?:now |all |already |just |finally |also |fully |both |successfully |been |hereby |completely |pretty much |officially )*';

const VERBLESS =
  /^(?:(?:the|my|our|final|latest|draft|version|updated|revised|signed|clean|new)\b.*\b(?:version|draft|report|file|list|copy|plan|v\d+|rev \w+)|draft \d|v\d)\b/;

const deliveryCues: readonly Cue[] = [
  [
    'attached',
    /\battached\b|\benclosed\b|\bin the attach(?:ment|ed)\b|\battaching\b|\bi attach\b|\bas an attachment\b/,
  ],
  [
    'please-find',
    /\b(?:please |pls )?(?:find|see) (?:the )?(?:attached|enclosed|attachment)|(?:attached|enclosed|below) please find|\bplease find (?:attached|enclosed|below|here|the|my|our)\b/,
  ],
  [
    'here-is',
    onHead(
      /^(?:herewith\b|here (?:is|are|'s|you go|you are|they are|it is|goes)|here's|heres|voil[aà](?=\s*(?:$|[.!:])|,? (?:here|the|my|our|your|le|la|les|un|une)\b)|this is (?:the|my|our) (?:final|latest|updated|revised|new|signed|draft|report|file|version|list)|(?:below|attached|enclosed|following) (?:is|are)\b(?! (?:what|how|why|where|(?:the|his|her|their|a) (?:mail|e-?mail|message|request|question|note|query|ask))\b)|these (?:is|are) (?:the|my|our)|(?:final|latest|updated|revised|new|signed|clean) (?:\w+ ){0,2}(?:version|draft|copy|file)\b)/,
    ),
  ],
  // "Here, then, is the schedule": a word between does not take it back.
  [
    'here-is',
    onSentence(
      /^(?:\W|hi \p{L}+, )*here,? (?:then|now|finally|therefore|at (?:long )?last|as (?:promised|asked|requested|agreed)),? (?:is|are)\b(?! (?:what|how|why|where)\b)/u,
    ),
  ],
  // "In the shared drive under site visits", "DHL has them, tracking number 4471-99": where it is, or goes by.
  [
    'here-is',
    onSentence(
      /^(?:it's |its |it is |they're |they are |all |both |now )*(?:in|on|at|under) (?:the|your|our) (?:[\p{L}-]+ ){0,2}(?:folder|drive|inbox|mailbox|sharepoint|channel|tray|drawer|portal|server|teams|onedrive|dropbox)\b(?=\s*(?:$|[.,;!(]|(?:under|called|now|with|as|from|already)\b))|\btracking (?:number|no\.?|code|id|ref)\b.{0,20}\d/u,
    ),
  ],
  // "There you go, it's moving" hands nothing over.
  ['here-is', onSentence(/^(?:\W|hi \p{L}+, )*there you (?:go|are)(?:,? \p{L}+)?\s*(?:$|[.!:])/u)],
  [
    'sent-it',
    /(?:^|\b(?:i|we)(?:'ve| have)? (?:just |already |also |now )*|[^\w](?:just|already) |[,;] )(?:sent|e-?mailed|mailed|shared|forwarded|faxed|couriered|handed|delivered|dropped off|resent|submitted|posted) (?:you|u|it|them|the|this|that|these|those|over|across|my|our|your|both|all|everything|a|an|\d)\b|\b(?:just|already|was|were|been|is|are) (?:sent|e-?mailed|couriered|forwarded|faxed|delivered)\b|\b(?:invite|link|file|files|mail|email|report|draft|sheet|copy) (?:just |already )?sent\b|\bsending (?:you )?(?:it|them|the|this|these|my|our)?.{0,30}\b(?:now|herewith|over now|across now)\b|^sending (?:you |over |across )/,
  ],
  [
    'sending-now',
    /\b(?:i am|i'm|we are|we're) (?:also |now |just |hereby )*(?:sending|forwarding|attaching|circulating|enclosing|resending) (?:you |along |on |over |herewith )?(?:a|an|the|my|our|this|these|those|it|them|some|copies|updated|revised|another|both)\b(?!.{0,60}\b(?:tomorrow|tonight|shortly|soon|later|next|by)\b)/,
  ],
  [
    'placed-it',
    /\b(?:i|we)(?:'ve| have)? (?:just |already |also |now )*(?:put|uploaded|posted|saved|placed|dropped|added|left|published|pushed|checked in) .{1,60}\b(?:in|on|to|at|under|into|there|online|up)\b|^(?:uploaded|posted|saved|put|dropped|added) .{0,40}\b(?:in|on|to|at|under|into)\b|\b(?:is|are|'s) (?:now )?(?:in (?:the|your) (?:\w+ ){0,2}(?:folder|inbox|drive|share|channel|tray|drawer|portal|files(?: tab)?|tab|wiki|library|workspace|repo(?:sitory)?)|on (?:the )?(?:sharepoint|wiki|shared drive|drive|server|share|portal|staging|intranet|your desk|the desk)|at the (?:front )?desk|(?:online|live) (?:on|at|in|now)?|up (?:on|at|in|now|there)|available (?:at|on|in|under))\b/,
  ],
  [
    'is-with-you',
    /\b(?:(?:is|are|'s|'re) (?:now |all |already )?(?:in|on|at|outside) your (?!(?:court|view|opinion|mind|interests?|calendar|diary|name|area|city|town|way|side|list|team|shoes|head|own|plate|agenda|part|favou?r|power|case|country|region|power)\b)\w+|(?:is|are|'s|should be) (?:now )?(?:with you|in your (?:inbox|hands|queue|mailbox)|on its way|yours|ready for (?:you|your|pick ?up|collection|review|sign-?off))|you (?:should|will|'ll)? ?(?:now )?have (?:it|them|everything|the \w+ )(?: now)?(?:[.!]|$)|for your (?:files?|records|information|reference)(?!\s*[,:]))\b/,
  ],
  [
    'verbless-thing',
    fromFront(
      'head',
      [VERBLESS],
      (c, s) =>
        s.index <= 3 &&
        VERBLESS.test(c.head) &&
        !/\b(?:is|are|was|were|will|has|have|needs?|please|can|could)\b/.test(c.head),
    ),
  ],
  // Noted where work stands, it is still to be done.
  ['on-a-list', where(ON_A_LIST, (c) => ON_A_LIST.test(c.lower))],
  [
    'future-deed',
    /\b(?:will|'ll|shall|to be|going to|can|could|would|should|please) (?:be |also |then |you |have )*(?:attach|send|sent|attached|share|forward|upload|post|mail|put|email|get)\b|\b(?:get|has|have|was|were) (?:\w+ ){0,3}?(?:not|never) (?:been )?(?:sent|attached)|\b(?:need|needs|want|wants) .*(?:attached|sent)\b/,
  ],
  [
    'negated',
    /\b(?:not|n't|never|forgot to|without|no) (?:\w+ ){0,2}?(?:attach(?:ed|ment)?|sent|send|enclosed|shared)\b|\b(?:didn't|haven't|hasn't|did not|has not|have not)\b/,
  ],
  ['asks', ASKS],
];

const completionCues: readonly Cue[] = [
  [
    'starts-finished',
    onHead(
      new RegExp(
        `^(?:all |both |now |just |already |it's |its |everything |job |also )*${FINISHED_WORD}(?:(?= off\\b| out\\b| up\\b| down\\b)(?: off| out| up| down))?(?=\\s*(?:$|[.,!:;(-]|from|by|for|to|in|on|at|this|just|now|already|and|with|today|yesterday|against|it\\b|them\\b|that\\b|all\\b|both\\b|everything|as\\b|last))(?!\\s*(?:by|for|to)\\s+(?:whom|who|be)\\b)`,
      ),
    ),
  ],
  [
    'is-finished',
    new RegExp(
      `(?:\\b(?:is|are|'re|was|were|has been|have been|been|got|gets)|'s) (?:${NOW})(?:\\w+ed and )?(?:${FINISHED_WORD}(?: off| out| up| down)?|complete|live|in place|made|all set|good to go|sorted out|finalized|over and done|taken care of)\\b(?! (?:up of|of|as|on an?|in an?|by|to(?: (?:see|hear|meet|be|do|go)|\\s*(?:[.,;!]|$| (?:about|again|for|on|this|today|yesterday|last)))|for (?:mid|early|late|monday|tuesday|wednesday|thursday|friday)))`,
    ),
  ],
  [
    'have-finished',
    new RegExp(
      `\\b(?:i|we|he|she|they|you|\\w+)(?<!you)(?:'ve| have| has|'s)(?: \\w+ed)? (?:${NOW}|gone ahead and )(?:${FINISHED_WORD}|made|completed|gone through|(?:been|worked|read|looked|combed) (?:through|over) (?:the|your|our|his|her|their|all|both|every|each|[\\w-]+'s)|put|set up|written(?! to\\b)|built|cut|run|spoken|moved|cleaned|taken care of|wrapped up|closed out)\\b(?! to(?: (?:the )?(?:find|decide)|\\s*(?:[.,;!]|$| (?:about|again|for|on|this|today|yesterday|last)))| no\\b| an? (?:fine|good|great|nice)\\b|n't)`,
    ),
  ],
  [
    'i-finished',
    onHead(
      new RegExp(
        `^(?:i|we|and i|so i) (?:just |already |also |now |then )*(?:${FINISHED_WORD}|did (?:it|that|this|them|those|so)|took care of|wrapped (?:it|this|that) up|set (?:it|this|that|them|up)|made the)\\b`,
      ),
    ),
  ],
  [
    'ends-finished',
    new RegExp(
      `^(?!.*\\b(?:is|are|was|were|be|get|to|will|until|once|when|if|have|has|need|needs|want)\\b)(?:\\S+ ){1,8}(?:${FINISHED_WORD}|complete|live)(?: off| out| up| down)?(?:(?= by | with | from | and | this | in | on | yesterday| today| just| ok)|[.,!]|$)`,
    ),
  ],
  [
    'all-done',
    /\b(?:all (?:done|set|finished|sorted|complete|clear|wrapped up|yours)|nothing (?:left|more|further|else) (?:to do|on (?:our|my)|from (?:us|me|our)|open|outstanding)|(?:that's|that is|thats) (?:everything|all|it|done|sorted)(?: \w+)? (?:finished|done|from (?:our|my)|on (?:my|our))|(?:finished|done|complete) (?:on|from|at) (?:my|our) (?:side|end)|(?:is|am|are|'m|'re|'s) (?:all )?(?:done|finished|through) with|good to go|mission accomplished|(?:two|three|four|one|half|most|\d+) (?:are )?(?:done|down|finished)\b)/,
  ],
  ['all-done', onHead(/^(?:done|finished|completed|sorted|fixed|all good now)[.!]*(?:$|[:,;/])/)],
  [
    'all-done',
    onHead(
      /^(?:(?:is|it's|that's|both|all|now) )*(?:in|set up|in place|on (?:its|their) way|gone out|up and running)[.!]*$/,
    ),
  ],
  // "Try it now": what was to be mended is for the other to see.
  [
    'all-done',
    onSentence(
      /^(?:(?:ok|okay|right|so|please|pls|should be (?:ok|fine|good)(?: now)?|can you)[,. ]+)*(?:try|test)(?: it| that| again| once more)* (?:again )?now\W*$/,
    ),
  ],
  // "As agreed on the phone, all settled": the way it was said stands before it.
  [
    'as-agreed',
    /\b(?:as|per|like) (?:i |we |just )?(?:discussed|agreed|promised|requested|spoken|mentioned|said|arranged|told you|you (?:asked|requested)|(?:per )?our (?:call|chat|conversation))\b[^.!?]{0,40}?[,:–-] ?(?:(?:it|that|this|they|everything|these|those|both|all|now|just|is|are|'s|has|have|been|was|were) ?)*(?:sorted|done|fixed|settled|resolved|finished|completed?|closed|taken care of|dealt with|sent over|paid|booked|cleared)\b/,
  ],
  // A long sentence tells a story; what is done is said in few words.
  ['told-at-length', (c) => c.lower.length > 130],
  ['on-a-list', where(ON_A_LIST, (c) => ON_A_LIST.test(c.lower))],
  [
    'i-spoke',
    onHead(
      /^(?:(?:as (?:planned|promised|requested|agreed|discussed|you (?:asked|requested)),? )?(?:i|we)(?:'ve| have)? (?:just |already |also |now )*)?(?:spoke (?:to|with)|spoken (?:to|with)|talked (?:to|with)|told (?:him|her|them|\p{Lu}?\p{L}+) (?:that|about|to)|called (?:him|her|them)|looked into|investigated)\b/u,
    ),
  ],
  ['self-done', /\b(?:i|we|my|our)\b/],
  ['narrative', /\b(?:was|were|last (?:week|month|year|time)|years? ago|used to|when)\b/],
  [
    'yet-to-be',
    new RegExp(
      `\\b(?:once|when|until|till|if|(?:as )?soon as|after|before|unless|whether)\\b.*\\b(?:${FINISHED_WORD}|complete|live|done)\\b|\\b(?:will|'ll|shall|would|should|must|can|could|may(?! (?:is|was|has)\\b)|might|to|needs?|need|want|wants|wanted|going to|has to|have to|gets?|getting|not|let's|please|being|be|cannot|asked|plan) (?:\\w+ ){0,3}?(?:be |been |get |have (?:it|them|the \\w+) )?(?:${FINISHED_WORD}|complete|live|done)\\b|\\b(?:almost|nearly|half|partly|not yet|mostly|about to be)\\b|\\b(?:${FINISHED_WORD}|complete|live|done) (?:when|once|(?:as )?soon as|if|only (?:when|if|once)|unless|until)\\b`,
    ),
  ],
  [
    'negated',
    new RegExp(
      `(?:n't|\\bnot|\\bnever|\\bno|\\bnothing (?:is|was|has been)|\\bnone|\\bnobody|\\bhardly)(?: \\w+){0,3} (?:${FINISHED_WORD}|complete|live|made|done)\\b`,
    ),
  ],
  ['asks', ASKS],
];

const acknowledgementCues: readonly Cue[] = [
  [
    'received',
    /\b(?:(?<!\b(?:be|was|were|just|notes|are|comments|message ?you|messages|which) |estimates |quotes )(?:(?<=(?:i|we|i've|we've|have|have now|both|all|safely|well|now|duly) )received(?= (?:your|the|it|them|both|all|everything|this|these|and|with|thanks?|in|on|today|yesterday|your|a copy)\b|\W|$)|^received(?! (?:by|from)))|well received|has arrived|have arrived|arrived safely|came through|it has arrived|well received|got (?:your|the|all|both|everything) (?:mail|message|email|note|file|files|draft|report|list|three|both|four|of it|them|documents?)?)\b/,
  ],
  [
    'got-it',
    /(?:^|[^\w'])(?<!'ve )(?<!have )(?:got (?:it|them|that|this|both|all)(?: \w+)?(?:[\s,.!]|$)|gotcha)/,
  ],
  // "Fetched it tonight and it works": in the hands of whoever had asked for it.
  [
    'received',
    onHead(
      /^(?:(?:i|we)(?:'ve| have)? )?(?:just |now |finally |safely )*(?:fetched|collected|picked (?:it|them|that|those|the [\w-]+) up|picked up (?:it|them|that|those|my|our|the(?! phone))|got hold of)\b|^(?:it|they|that|those|everything) (?:all |both |just |now )*(?:works?|worked|fits?|fitted|arrived)\b(?! (?:for|on|with|against|from)\b)/,
    ),
  ],
  [
    'understood',
    onHead(
      /^(?:understood|noted|duly noted|message received|will note|clear|i (?:see|understand)(?=[.!,]|$)|copy that|roger(?: that)?|ack(?:nowledged)?|makes sense|good to know|will bear)\b/,
    ),
  ],
  ['understood', /\b(?:noted|understood)(?: (?:with thanks|thanks|thank you))?\s*[.,!]?$/],
  [
    'thanks',
    /\b(?:thanks?(?! to (?!(?:all|both|each|you|everyone|everybody)\b))|thank you|thx|ty|cheers|ta|much appreciated|many thanks|appreciate (?:it|that|this|the|your)|kudos)\b/,
  ],
  [
    'praise',
    onHead(
      /^(?:perfect|great|excellent|brilliant|fantastic|wonderful|awesome|lovely|super|amazing|legend|star|nice(?: one| work)?|well done|good (?:job|work|stuff|call)|spot on|looks (?:good|great)|👍|🙏|❤️|🎉|👌|ok|okay)\b.{0,25}$/u,
    ),
  ],
  [
    'thanks-ahead',
    onSentence(
      /\b(?:thanks?|thank you|appreciate\w*) (?:you )?(?:very much )?(?:in advance|ahead|for (?:your (?:help|time|patience|attention|cooperation|understanding|interest|consideration|support|assistance)|(?:looking|helping|checking|taking|sending|letting|doing|getting|reading|any)\b(?!.*\b(?:back|this morning|yesterday|today)\b)))|\bvorab\b/,
    ),
  ],
  [
    'thanks-close',
    (_c, s) =>
      s.index > 0 &&
      s.index === s.count - 1 &&
      /^(?:many |with )?(?:thanks?|thank you|cheers|thx)[\s\w]{0,18}[!.,]*$/.test(s.lower),
  ],
  ['no-thanks', /\b(?:no,? thanks|no thank you|thanks? (?:god|goodness|but)|thank god)\b/],
  ['opening', (_c, s) => s.index <= 1],
  ['negated', /\b(?:not|n't|never|haven't|still) (?:\w+ ){0,3}?(?:received|got|arrived|gotten)\b/],
  ['asks', ASKS],
];

const decisionCues: readonly Cue[] = [
  [
    'stays',
    where(
      /stays?|remains?|moved? to|moves to/,
      (c, s) =>
        s.dated &&
        !c.asks &&
        /^(?:the )?(?:[\w'-]+ ){1,4}(?:stays?|remains?|moves to|(?:is|has been|was) moved to)\b/.test(
          c.head,
        ) &&
        !/^(?:i|you|he|she|they|we)\b/.test(c.head),
    ),
  ],
  [
    'names-decision',
    /^(?:(?:so|okay|ok|right|good|then|fine|it's|that's)[, ]+)*(?:decided|settled)(?:[,:] |\W*$)|^(?:\w+[, ]+)?decision\b(?! (?:on|by|about|from|maker|making|support|tree|needed|pending))|\b(?:that's|that is|this is|final|the) decision(?: is)?(?:[.:,]|$| to\b| was to\b)/,
  ],
  [
    'we-decided',
    /\b(?:we|board|team|committee|management|it was|it is|it's|has been|they|group|client|i)(?:'ve| have| has|'re| are)?(?: just| all| also| now| finally| been| jointly| unanimously)* (?:decided|agreed|resolved|settled|opted|chosen|chose|concluded|approved the|voted)\b(?! with you| not to (?:disagree))/,
  ],
  [
    'go-with',
    /\b(?:(?:let's|lets|let us|we'll|we will|we're|we are|i say we|i'd say we|so we|then we|ok we|okay we) (?:just |now |all |then |going to |gonna )*(?:go(?:ing)? (?:with|for|ahead with)|take|do|keep|stick with|pick|choose|use)\b.*\b(?:then|final|instead|definitely)\b|(?:let's|lets|we'll|we're|we are|we will) (?:just |then )*(?:go|going) (?:with|for|ahead with)\b|^(?:so |ok |okay |right )?we (?:take|go with|choose|keep|stick with|buy|hire|use) (?:the|a|option|plan|version)\b|\b(?:it is|it's) (?:then|decided|settled|agreed)\b)/,
  ],
  // "Then we go with Norden for the dinner": what is chosen carries a name.
  [
    'go-with',
    onCased(
      /^(?:(?:[Ss]o|[Oo]k|[Oo]kay|[Rr]ight|[Tt]hen|[Ff]ine|[Gg]ood|[Aa]greed|[Aa]lright)[ ,]+)*[Ww]e (?:take|go with|go for|choose|pick|stick with|buy|hire) (?!\p{Lu}\p{Ll}*day\b)\p{Lu}/u,
    ),
  ],
  [
    'we-drop',
    /\b(?:we|let's)(?:'ll| will|'re| are| should)? (?:scrap|scrapping|drop|dropping|cancel|cancelling|abandon|kill|not (?:do|go|proceed)|won't (?:do|proceed))(?:ing)? (?:the|this|that|it|with)\b/,
  ],
  [
    'settled',
    onCased(
      /^(?:[\p{L}\d ]{2,40})[:,]? (?:is|are|it is) (?:settled|decided|agreed|final)\b|^[\p{L} ]{2,20} it is[.!]?$/u,
    ),
  ],
  ['agreed-point', onHead(/^(?:agreed|decided|settled|final)(?:$|[.!:,]| (?:that|on|to|with)\b)/)],
  [
    'negated',
    /\b(?:not (?:yet )?(?:decided|agreed|settled)|haven't (?:decided|agreed|settled)|undecided|no decision)\b/,
  ],
  [
    'yet-to-be',
    /\b(?:need|needs|have to|has to|must|should|will|to|can|'ll) (?:to )?(?:be )?(?:decide|decided|agree|agreed|settle|choose)\b/,
  ],
  ['asks', ASKS],
];

export const finishing: readonly Family[] = [
  { kinds: ['delivery'], cues: deliveryCues },
  { kinds: ['completion'], cues: completionCues },
  { kinds: ['acknowledgement'], cues: acknowledgementCues },
  { kinds: ['decision'], cues: decisionCues },
];
