/** The sentences of what somebody said or wrote, line by line, without the blanks around them. */
export function sentencesIn(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?]|\s[:;]-?[)(DP](?=\s+\p{Lu}))\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** The sentence some words of a text stand in; the words themselves where they are not found. */
export function sentenceAround(text: string, words: string): string {
  return sentencesIn(text).find((sentence) => sentence.includes(words)) ?? words;
}

/** The sentence that ends right before some words of a text. */
export function sentenceBefore(text: string, words: string): string | undefined {
  return sentencesIn(text.slice(0, Math.max(0, text.indexOf(words)))).at(-1);
}
