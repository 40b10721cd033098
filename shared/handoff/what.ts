/** The work of an opening act in a few words: the act's sentence without its polite wrapping, at most `max` characters. */
export function workWords(quote: string, max = 90): string {
  const line = quote
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[-*•–]\s*/, '');
  const bare = line
    .replace(WRAPPING, '')
    .replace(/^(?:please|kindly)\s+/i, '')
    .replace(/[\s,;:]*(?:please|thanks|thank you)?[\s.?!]*$/i, '');
  const words = bare.length >= 8 ? bare : line;
  const cut =
    words.length <= max ? words : `${words.slice(0, words.lastIndexOf(' ', max - 1)).trimEnd()}…`;
  return cut.charAt(0).toUpperCase() + cut.slice(1);
}

/** Greeting or name before the ask, then the modal wrapping of a request or promise. */
const WRAPPING =
  /^(?:(?:hi|hello|dear|hey|morning|good morning)\b[^,]{0,30},\s*)?(?:[\p{Lu}][\p{L}-]+\s?[,:]\s*)?(?:(?:and|so|also|then|just|ok(?:ay)?)\s+)*(?:(?:can|could|would|will)\s+(?:you|one of you|someone|somebody|anyone)\s+(?:please\s+|kindly\s+)?|(?:i'll|i will|we'll|we will|i can|let me)\s+|(?:i|we)(?:'d| would)?\s+(?:need|like)\s+you\s+to\s+)/iu;
