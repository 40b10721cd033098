/** Office English: the closed lists the cues are built from. Base forms only; other forms are derived. */

/** Base forms of the verbs of office work. */
export const ACTION_WORDS =
  `accept access add address adjust advise agree allocate amend analyse analyze announce answer apply
appoint approve arrange ask assess assign assist attach attend authorise authorize avoid back bear begin block book bring
browse build bump buy calculate call cancel capture carry change chase check choose circulate clarify clean clear click
close collect come comment communicate compare compile complete compute conduct confirm connect consider consult contact
contribute convert coordinate copy correct countersign cover create cut decide define delay delegate delete deliver
demonstrate deploy describe design determine develop dial disable disburse discuss dispatch disregard distribute document
donate download draft drop edit email e-mail enable enclose encourage enjoy ensure enter escalate establish estimate
evaluate examine execute expedite explain export express extend fax fetch figure file fill finalise finalize find finish
fix flag follow forget format forward gather generate get give go grab grant handle hand hang help hire hold identify
ignore implement import include incorporate inform initiate input inquire insert inspect install instruct invite invoice
issue join jot keep kick launch lay leave lend let list load locate lock log look lower mail maintain make manage map mark
measure meet mention merge migrate modify monitor move name negotiate note notify obtain offer open order organise organize
outline pack pass paste pay perform pick ping place plan plug post postpone prepare present press prevent print prioritise
process procure produce propose provide publish pull purchase push put quote raise reach rebook recalculate
recheck reclassify recommend reconcile reconfirm reconsider record redo reduce refer refund register release relocate
remember remind remove renew reorder repair replace reply report request rerun resend reschedule reserve reset resolve
respond restart restore retrieve return review revise revisit rewrite ring roll rotate route rsvp run save scan schedule
search secure see select sell send serve set settle setup share ship shout show shut sign simplify skip solve sort speak
specify spend split staff start state stay step stick stop store strike study submit subscribe suggest summarise summarize
supply support swap switch sync take talk tell test text think tidy touch track train transfer translate transmit treat
trim try turn tweak type understand undo unlock update upgrade upload use validate verify view visit wait walk watch wire
withdraw work wrap write
revert liaise proofread redline nominate volunteer ascertain diarise`
    .split(/\s+/)
    .filter(Boolean);

/** Verbs that open so many noun phrases ("Report attached", "Call with Ben") that the next word must prove them. */
const AMBIGUOUS = new Set(
  `access address answer back block book bump call change check claim comment contact copy cover cut delay design document
draft drop email e-mail estimate export fax file fix flag follow format grab grant hand help hold import input invoice
issue join list load lock log look mail map mark measure move name note offer open order outline pack pay pick place plan
post present press print process produce quote raise reach record report request return review ring roll route run
scan schedule search see set ship show sign sort split staff start state step stop store strike study support swap switch
talk test text think touch track train transfer trim try turn tweak type update upgrade use view visit wait walk watch
wire work wrap write complete clear close clean correct secure separate`
    .split(/\s+/)
    .filter(Boolean),
);

const escaped = (list: string[]): string =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replace(/-/g, '-?');

/**
 * A long alternation of words, for use inside other patterns. The runtime's compiler copies such a list up to ten times
 * into a pattern, once for each way that leads to it, and what follows as often: a pattern with the verbs in it became a
 * megabyte of code. An empty look ahead matches the same and makes the compiler begin anew: one copy.
 */
export const oneOf = (words: string): string => `(?=)(?:${words})(?=)`;

/** Alternation of every base form, for use inside other patterns. */
export const VERB = oneOf(escaped(ACTION_WORDS));

const AFTER_VERB =
  "(?:the|a|an|this|that|these|those|my|your|ur|our|his|her|their|its|me|us|him|them|it|you|all|any|both|each|every|some|no|one|two|three|another|whatever|whether|how|what|when|where|who|if|to|up|out|over|in|on|at|back|with|for|through|off|down|into|from|by|about|along|ahead|away|forward|sure|note|them|only|directly|asap|please|pls|and|or|here|there|first|as|again|also|everyone|everybody|someone|anyone|[a-z]+'s)";
const UNSURE = oneOf(escaped([...AMBIGUOUS]));
const SURE = oneOf(escaped(ACTION_WORDS.filter((v) => !AMBIGUOUS.has(v))));

/** A clause's head that commands: a plain verb, or a verb-or-noun followed by what only a verb takes. */
export const IMPERATIVE = new RegExp(
  `^(?:just |also |then |first |next |now |simply |always |kindly |quickly |go and |go ahead and |go |come |try to |try and )?(?:${SURE}\\b(?!(?: (?:is|are|was|were|has|have|had|will|would|of|s)\\b|'s|:|$))|${UNSURE} ${AFTER_VERB}\\b(?! (?:is|are|was|were)\\b))`,
);

/** The same for "Call Ben", "Book 12 seats", tried on the writer's case: a capital or a number proves the verb. */
export const IMPERATIVE_CASED = new RegExp(
  `^(?:${UNSURE}|${escaped([...AMBIGUOUS].map((v) => v.charAt(0).toUpperCase() + v.slice(1)))}) (?:[A-Z][a-z]+(?:[ ,.!]|$)|\\d|["'])(?!.*\\b(?:is|are|was|were|has|attached)\\b)`,
);

const FINISHED =
  `done finished completed signed approved resolved fixed booked scheduled released refunded uploaded filed
updated submitted paid installed deployed merged shipped published posted closed sorted settled cleared arranged ordered
registered renewed corrected cancelled canceled deleted reviewed checked tested verified translated countersigned hired
replaced repaired rebooked processed transferred issued granted delivered printed migrated tagged pushed logged entered
rewritten fitted wired mended reconciled invoiced finalised finalized handled`
    .split(/\s+/)
    .filter(Boolean);

/** Past participles that say a piece of work has come to its end. */
export const FINISHED_WORD = oneOf(FINISHED.join('|'));

const LIST =
  '(?:lists?|to-?dos?|planner|calendar|diary|agenda|backlog|tracker|queue|sprint|(?:task|planning|kanban|job) board|(?:job|work|order) book)';
/** Work that was noted where one's own work stands, and is still to be done: "put it in the planner", "it's in my diary". */
export const ON_A_LIST = new RegExp(
  `\\b(?:(?:put|added|logged|noted|wrote|written|entered|stuck|popped|pencilled|chalked|got|have) (?:it|this|that|these|those|a (?:card|note|task|reminder|ticket))\\b[^.;!?]{0,24}?|(?:it's|it is|that's|they're|these are|this is)(?: now| already)?) (?:down |up )?(?:in|on|onto|to|into) (?:(?:my|our|the) (?:[\\w-]+ ){0,2}?${LIST}|(?:my|our) (?:board|book)|trello|jira|asana|notion)\\b|\\b(?:made|opened|raised|created|put in|logged) an? (?:\\w+ )?(?:ticket|card|task|job) for (?:it|this|that)\\b`,
);
