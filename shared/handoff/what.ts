/**
 * The work of an opening act in a few words: the act's sentence without its polite wrapping, without its deadline
 * (`due` are the words that say it; the desk shows it elsewhere) and without the reason given for it; at most
 * `max` characters.
 */
export function workWords(quote: string, due = '', max = 90): string {
  const line = quote
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[-*•–]\s*/, '')
    .replace(MENTION, '');
  const bare = withoutReason(withoutDue(line, due))
    .replace(WRAPPING, '')
    .replace(/^(?:please|kindly)\s+/i, '')
    .replace(/[\s,;:]*(?:please|thanks|thank you)?[\s.?!]*$/i, '');
  const words = bare.length >= 8 ? bare : line;
  const cut =
    words.length <= max ? words : `${words.slice(0, words.lastIndexOf(' ', max - 1)).trimEnd()}…`;
  return cut.charAt(0).toUpperCase() + cut.slice(1);
}

function withoutDue(line: string, due: string): string {
  const at = due === '' ? -1 : line.toLowerCase().indexOf(due.replace(/\s+/g, ' ').toLowerCase());
  if (at < 0) return line;
  const before = line.slice(0, at).trimEnd();
  // "I'll tell them we're on for Friday": without its day it would say nothing.
  if (UNFINISHED.test(before)) return line;
  const rest = `${before.replace(LEADING_UP, '')}${line.slice(at + due.length)}`.replace(
    /,\s*,/g,
    ',',
  );
  // "By Friday, can you …" and "… it?" must not become all there is.
  return rest.replace(/^[\s,]+/, '').split(' ').length >= 4 ? rest : line;
}

const UNFINISHED =
  /(?:['’](?:re|m|s|ll|ve)|\b(?:is|are|was|were|be|been|the|an?|to|of|and|or|between|since|than))$/i;
/** "You'll have the list on" Wednesday. */
const LEADING_UP =
  /\s+(?:on|by|for|until|till|before|after|from|at|am|bis|le|pour|el|para|per|op|tegen)$/i;

function withoutReason(line: string): string {
  const at = line.search(REASON);
  return at >= 20 && line.slice(0, at).split(' ').length >= 4 ? line.slice(0, at) : line;
}

/** What follows says why, or what happens otherwise. */
const REASON =
  /,?\s+(?:so that|so (?:i|we|they|he|she) can|because|since|otherwise|as (?:i|we|it|they)\b|in order to)\b/i;

const MENTION = /^@\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}[,:]?\s+/u;

/** Greeting or name before the ask, then the modal wrapping of a request or promise. */
const WRAPPING =
  /^(?:(?:hi|hello|dear|hey|morning|good morning)\b[^,]{0,30},\s*)?(?:[\p{Lu}][\p{L}-]+\s?[,:]\s*)?(?:(?:and|so|also|then|just|ok(?:ay)?)\s+)*(?:(?:can|could|would|will)\s+(?:you|one of you|someone|somebody|anyone)\s+(?:please\s+|kindly\s+)?|(?:i'll|i will|we'll|we will|i can|let me)\s+|(?:i|we)(?:'d| would)?\s+(?:need|like)\s+you\s+to\s+)/iu;
