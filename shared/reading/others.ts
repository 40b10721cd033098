import { ACTION_WORDS, oneOf } from './lexicon';

/**
 * Somebody else's deed held out in the present tense: "Beat sends you the report by Friday", "you get it from Lina". Who is
 * to do it stands in the words.
 */

const NAME = "\\p{Lu}[\\p{L}'’-]+?(?: \\p{Lu}[\\p{L}'’-]+?)?";
/** Verbs of the mind, of having and of saying hold nothing out. */
const NO_DEED = new Set(
  'understand remember think need want like hope expect ask suggest say claim agree see feel wait work stay live start leave'.split(
    ' ',
  ),
);
const DEED = oneOf(
  [
    ...ACTION_WORDS.filter((verb) => !NO_DEED.has(verb)),
    'com',
    'mak',
    'tak',
    'giv',
    'driv',
    'do',
    'text',
    'cook',
    'bak',
    'paint',
    'dig',
    'fetch',
  ].join('|'),
);
/** Whose is "it" to be: the other's, or where the other is. */
const FOR_YOU = '\\b(?:you|your|yours|u)\\b';

/** "Beat sends you …", "Petra's bringing the doors over to you": the name, and the deed. */
const DOES = new RegExp(
  `^(${NAME}|[Hh]e|[Ss]he)(?: (?:then|also|just|gladly) )? ?(?:(?:${DEED}(?:e?s)|has|will come)\\b|(?:['’]s| is) (?:then |also |just )?(?:${DEED})(?:[bdglmnpt])?ing\\b)(?=.*(?:${FOR_YOU})|(?<=comes?) (?:by|over|round|around|out)\\b)`,
  'u',
);
/** "You get the lease from Lina". */
const FROM = new RegExp(
  `\\b[Yy]ou(?:['’]ll| will| should| shall)? (?:have|get|receive) [^,;.?!]{2,60}? (?:from|off|through) (${NAME})(?=\\s|[,.;!]|$)`,
  'u',
);
/** What comes round again and again, what was only said, and what costs nothing. */
const NO_PROMISE =
  /\b(?:every|always|usually|normally|often|sometimes|never|each|mostly|(?:mon|tues|wednes|thurs|fri|satur|sun)days|daily|weekly|monthly|regards|greetings|love|best wishes|says|said|thinks|knows|wants|needs|not|n't|if|unless|once)\b|n't\b/i;

/** Cheap test: none of the words stands there behind which FROM looks for a name. */
const mayBeFrom = (words: string): boolean =>
  words.includes(' from ') || words.includes(' off ') || words.includes(' through ');

/** The name of the third person whose deed a clause (in the writer's case, from its head on) holds out; null where there is none. */
export function deedOfOther(words: string): string | null {
  const name = (DOES.exec(words) ?? (mayBeFrom(words) ? FROM.exec(words) : null))?.[1];
  return name === undefined || NO_PERSON.test(name) || NO_PROMISE.test(words) ? null : name;
}
const NO_PERSON =
  /^(?:I|We|You|It|This|That|These|They|The|There|What|Who|Which|Everyone|Everybody|Somebody|Someone|Nobody|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Tomorrow|Today|Tonight|Next|Please)(?:day)?\b/u;

/** Words without which a clause holds out nothing of the kind. */
export const OF_OTHER = new RegExp(`${FOR_YOU}|\\bcomes? (?:by|over|round|around|out)\\b`);
