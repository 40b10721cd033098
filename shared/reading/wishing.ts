import type { Clause } from './clauses';
import { onCased, onHead, where, type Cue, type Setting } from './cues';
import { cueNumber, numbersOf } from './weights';

/**
 * Wishes put as statements: what the writer would like or needs, what a third wants, what has not come. Nothing in them
 * turns to the reader; said to one person, who can bring it about, they ask as plainly as "please" does.
 */

const ADVERB =
  '(?: (?:also|really|just|still|only|now|very much|so|dearly|ideally|rather|much|actually|both|all|then|always))*';
const WOULD = "(?:'d| would| should)";
/** What is to be done to a thing, behind it: "the hinges oiled". */
const PARTICIPLE =
  '(?:(?!(?:shed|sled|bred|hundred|naked|wicked|sacred|kindred|supposed|used)\\b)\\p{L}+[^e\\P{L}]ed|re-?\\p{L}+(?:ed|done|built|cut|set|made|written|sent|drawn|read|laid)|done|put|made|sent|cut|set|read|drawn|built|brought|taken|given|shown|written|broken|chosen|driven|hidden|kept|left|let in|lit|paid|sewn|shut|sold|split|spread|swept|thrown|torn|bound|hung|held|laid|dug|shorn|ground|redone|undone|back|ready)';
const THING =
  "(?:the|this|that|these|those|it|them|an?|my|our|your|his|her|their|its|all|both|each|every|some|two|three|four|five|six|\\d+|\\p{L}+'s)";
/** A thing with what belongs to it: no clause of its own begins in between. */
const WORDS =
  "(?: (?!(?:i|we|he|she|they|you|u|it|that|which|who|whom|to|but|and|so|because|if|is|are|was|were|has|have|had|will)\\b)[\\p{L}\\d'’%./£$€-]+)";

/** "I'd also like the hinges oiled", "we need it moved to the back": a deed wished for, and not by whose hand. */
const WISHED_DEED = new RegExp(
  `^(?:i|we)(?:${WOULD}${ADVERB} (?:like|love|prefer|want|need)|(?:'ll| will| do)?${ADVERB} (?:want|need)) (?:to (?:have|see|get) )?${THING}${WORDS}{0,10}? ${PARTICIPLE}\\b`,
  'u',
);
/** "I'd need the plates as one file", "we must also have the policy in English". */
const WISHED_THING = new RegExp(
  `^(?:i|we)(?:${WOULD}${ADVERB} need|${WOULD}?${ADVERB} must${ADVERB} have) (?:the|your|those|these|that|both|all|a copy|copies|an?)\\b(?! (?:bit|lot|break|rest|drink|word|chat|miracle|moment|minute|while|day off|holiday|look|think|mad|crazy|good)\\b)`,
);
/** "I would ask that the drain be shown", "we must ask you to move it". */
const ASKS_THAT =
  /\b(?:i|we)(?:'d| would| must| should| shall| can only| have to)(?: also| therefore| only| just| respectfully| kindly| again)* (?:ask|request) (?:that|you)\b/;

/** "We also want to know if the menu costs extra": said to one person it asks them. */
const WISHED_TO_KNOW = new RegExp(
  `^(?:i|we)(?:'d| would| should)?${ADVERB} (?:want|need|like|love|be (?:very |most |so )?(?:glad|grateful|pleased|interested|keen)) (?:also |really )?to (?:know|hear|learn|see|find out) (?:if|whether|what|who|how|when|where|which|why)\\b`,
);

/** Whoever the writer speaks for. */
const OTHER =
  "(?:[Hh]e|[Ss]he|[Tt]hey|(?:[Tt]he|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne of (?:the|my|our)) [\\p{L}'’-]+(?: [\\p{L}'’-]+){0,2}?|(?!(?:I|We|You|It|This|That|These|Those|There|What|Who|Which|Everyone|Everybody|Somebody|Someone|Nobody|Anyone|Please|Also)\\b)\\p{Lu}[\\p{L}’-]+(?: \\p{Lu}[\\p{L}’-]+)?)";
const WANTS = `(?:${WOULD}${ADVERB} (?:like|love|prefer)|(?: ['’]d)?${ADVERB} (?:wants?|needs?|requires?|insists? on|asks? for|(?:is|are) asking for|ha(?:s|ve) asked for))(?: to (?:have|see|get))?`;
/** "She wants the valves tested again", "they'd like the week to begin on Sunday". */
const OTHER_WISHES = new RegExp(
  `^${OTHER}${WANTS} ${THING}${WORDS}{0,10}? (?:${PARTICIPLE}\\b|to (?!(?:do|have|know|think|say|see)\\b)\\p{L}{3,}\\b)`,
  'u',
);
/** "The upholsterer needs six metres by Friday", "Rosa wants a pass for her driver". */
const OTHER_WANTS = new RegExp(
  `^${OTHER}${WANTS} (?:the|an?|some|more|another|two|three|four|five|six|all|\\d+|your|\\p{L}+'s)\\b(?! (?:divorce|baby|dog|cat|break|rest|holiday|raise|drink|word|chat|hug|miracle|new job|lift home)\\b)`,
  'u',
);
/** "The handbook needs the fees adding", "the lamps are dead, need charging": what is to be done to a thing, without a hand. */
const NEEDS_DOING =
  /(?:^(?:the|your|our|this|that|these|those|\p{L}+'s) [^.;?!]{2,60}? |^|, (?:and )?)(?:still |also |really )?needs? (?:(?:the|a|some|its|their) [\p{L} -]{2,25}? )?\p{L}{2,}ing\b(?! (?:the|a|an|my|in|on|of|is|was)\b)/u;
/** "You said you'd look for the meter": the other is held to it. */
const YOU_SAID =
  /\b(?:you|u) (?:also |had |have |'ve )*(?:(?:said|promised|told (?:me|us)|mentioned)(?: that)? (?:you|u)(?:'d|'ll|d| would| will| could)|(?:promised|offered) to|were (?:going )?to) (?!(?:be|have|not|never|like|see|miss|know|need|want)\b)\p{L}{2,}/u;

/** The writer sees to it, or tells what became of it. */
const OWN_DEED =
  /\b(?:i|we)(?:'ll| will|'m| am|'re| are|'ve| have| did| said| told| gave| got| sent| can)\b|\bso (?:i|we)\b/;

/** "My wife is asking whether you have it in green": another's question, brought to the one who knows. */
const OTHER_ASKS = new RegExp(
  `^${OTHER}(?: (?:is|are)${ADVERB} (?:asking|wondering)| ha(?:s|ve)${ADVERB} asked| wants?${ADVERB} to know|${WOULD}${ADVERB} like to know|${ADVERB} (?:wonders|asks)) (?:me |us )?(?:if|whether|when|where|what|which|how|who|why|(?:can|could|may|is|are|does|do|did|will|would|has|have) (?:he|she|they|it|the|we|you|there))\\b`,
  'u',
);

/** "We have not yet received the lease", "I still haven't had your form": what the other was to bring is missing. */
const NOT_COME =
  /^(?:(?:i|we)|(?:my|our|the) [\w-]+(?: [\w-]+)?)(?:'ve| have| has|) (?:(?:still |yet )*(?:not|never)(?: yet| still| actually)?|yet to|still to) (?:receive|received|had|have|seen|get|got|hear|heard)\b|^(?:i|we) (?:still |also )*(?:haven't|hadn't|didn't|did not|don't)(?: yet| still| actually)? (?:receive|received|had|have|seen|get|got)\b|^(?:i|we)(?:'m| am|'re|re| are|) (?:still |also |only )*(?:missing|lacking|short of|without) (?:the|your|those|these)\b/;
const A_THING_OF_YOURS =
  /\b(?:missing|lacking|short of|without|receive|received|had|have|seen|get|got) (?:back )?(?:the|your|that|those|these|any of the|an? (?:answer|reply|response|copy|receipt|quote|invoice))\b(?! (?:chance|time|money|heart|foggiest|faintest|luxury|energy|pleasure))(?!.{0,60}\bfrom (?!you\b))/;
/** "The form is lacking your initials". */
const LACKS_YOURS =
  /\b(?:lacks?|lacking|misses|missing|short of) (?:only |just |still )?(?:your|ur)\b(?! (?:company|humou?r|voice|smile|face|jokes))/;

const NUMBER =
  '(?:\\d[\\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|a (?:dozen|pair)(?: of)?)';
/** What is wanted for oneself, or counts no things. */
const NO_THINGS =
  '(?!(?:minutes|mins|hours|days|weeks|months|years|seconds|hands|drinks|pints|beers|things|goes|tries|euros|pounds|dollars|coffees)\\b)';
/** So many of something: "six flatbeds", "20,000 more of the long ones". */
const QUANTITY = `${NUMBER} (?:more (?:of\\b|${NO_THINGS}\\p{L})|(?:${NO_THINGS}[\\p{L}\\d-]+ ){0,3}?${NO_THINGS}\\p{L}{2,}s\\b)`;

/** "I need the gross weights", said to one person: a thing that can be given, not a state or a wish of the writer's. */
const NEEDS_A_THING = new RegExp(
  `^(?:\\W|and |so |but |also |hi |hello |dear |morning |\\p{L}+[,:] |(?:for|regarding|concerning|as (?:for|to)) (?:the|our|your|my|this|that|these|those|\\p{L}+'s) [\\p{L}\\d' -]{2,40}?,? )*(?:(?:still |only |just )*need|(?:i|we)(?:(?: will|'ll| now| still| also| just| do| really| urgently)* (?:need|require)|(?:'d| would| should)(?: also| really)* (?:like|need)|(?:'d| would| should) be (?:very |most |really )?(?:glad|grateful) (?:of|for)| could do with|(?:'m| am|'re| are)(?: also| still)* after))(?: also)?(?: to (?:have|get|see|receive))? (?:${QUANTITY}|(?:the|your|those|these|that|both|all(?: the)?|copies of|a copy of|an? (?:\\w+ ){0,2}(?:quote|figure|number|list|copy|date|answer|price|version|signature|breakdown|estimate|photo|report|update|confirmation|scan|sample|receipt|invoice|drawing|statement|certificate|printout)s?)\\b(?! (?:money|rest|time|break|help|practice|sleep|holiday|work\\b|understanding|patience|support|opportunity|chance|kindness)))`,
  'u',
);
/** With a day by which it is wanted, whatever it is. */
const NEEDS_SOMETHING =
  /^(?:\W|and |so |but |also |\p{L}+[,:] |(?:for|regarding|concerning|as (?:for|to)) (?:the|our|your|my|this|that|these|those|\p{L}+'s) [\p{L}\d' -]{2,40}?,? )*(?:i|we)(?:(?: will|'ll| now| still| also| just| do| really| urgently)* (?:need|require)|(?:'d| would)(?: also| really)* (?:like|need)|(?:'m| am|'re| are)(?: also| still)* after)(?: also)?(?: to (?:have|get|see|receive))? (?:an?|some|another|new|fresh|updated) (?!(?:\w+ )?(?:break|rest|help|practice|sleep|holidays?|drinks?|coffee|chat|word|lie|day|week|hour|minute|moment|miracle|hand|time|money|pints?|beers?)\b)/u;
const A_WISH = numbersOf([
  'wish-deed',
  'wish-thing',
  'wish-to-know',
  'wish-of-other',
  'not-come',
  'needs-doing',
  'said-by-you',
]);
const WOULD_LIKE = cueNumber('would-like');
const NEED_THING = cueNumber('need-thing');
const GRATEFUL = cueNumber('grateful');

/** Said to one person, does a clause with these cues of asking say what is needed of them? */
export function isNeedOfOne(
  own: readonly number[],
  { lower, head }: Clause,
  setting: Setting,
): boolean {
  if (own.some((cue) => A_WISH.has(cue))) return true;
  const likes = own.includes(WOULD_LIKE);
  const grateful = own.includes(GRATEFUL);
  if (!likes && !grateful && !own.includes(NEED_THING)) return false;
  const wished = likes && (setting.deadline || A_COPY.test(lower));
  return (
    (wished || grateful || own.includes(NEED_THING)) &&
    [lower, head].some(
      (words) =>
        NEEDS_A_THING.test(words) ||
        ((setting.deadline || setting.dated) && NEEDS_SOMETHING.test(words)),
    )
  );
}
/** What can be had by asking, whenever it comes. */
const A_COPY =
  /\b(?:like|love)(?: to (?:have|get|see|receive))? (?:an? (?:\w+ ){0,2}(?:quote|copy|scan|list|price|version|breakdown|estimate|photo|report|update|confirmation|sample|receipt|invoice|drawing|statement|certificate|printout)|copies)\b/;

export const wishes: readonly Cue[] = [
  ['wish-deed', onHead(WISHED_DEED)],
  ['wish-thing', onHead(WISHED_THING)],
  ['wish-to-know', onHead(WISHED_TO_KNOW)],
  ['needs-deed', ASKS_THAT],
  [
    'wish-of-other',
    // "The printer needs them back by noon" gives what was asked before its day.
    onCasedUnless(
      OTHER_WISHES,
      (c, s) => OWN_DEED.test(s.lower) || (s.dated && OF_IT.test(c.head)),
    ),
  ],
  [
    'wish-of-other',
    onCasedUnless(
      OTHER_WANTS,
      (c, s) => OWN_DEED.test(s.lower) || !(s.deadline || FOR.test(c.head)),
    ),
  ],
  ['not-come', where(NOT_COME, (c) => NOT_COME.test(c.head) && A_THING_OF_YOURS.test(c.head))],
  ['not-come', LACKS_YOURS],
  ['needs-doing', onHead(NEEDS_DOING)],
  ['said-by-you', where(YOU_SAID, (c) => !c.asks && !c.subordinate && YOU_SAID.test(c.lower))],
];
const OF_IT =
  / (?:like|love|prefer|wants?|needs?|have|see|get|for|on) (?:it|them|(?:this|that|these|those)(?! \p{L}))\b/u;
const FOR =
  /\b(?:for|in|with|on|before|by) (?:the|a|an|her|his|their|my|our|one|two|three|\d|\p{L}+day)/u;

export const otherAsks: Cue = ['other-asks', onCased(OTHER_ASKS)];

function onCasedUnless(
  pattern: RegExp,
  unless: (clause: Clause, setting: Setting) => boolean,
): ReturnType<typeof onCased> {
  const look = onCased(pattern);
  const guarded: ReturnType<typeof onCased> = (c, s) => look(c, s) && !c.asks && !unless(c, s);
  if (look.needs) guarded.needs = look.needs;
  if (look.opening) guarded.opening = look.opening;
  return guarded;
}
