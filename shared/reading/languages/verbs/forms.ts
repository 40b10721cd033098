/** What a word may be as a form of a verb of office work; a word may be several of these at once. */
export const CMD = 1;
/** Commands politely or to several: "envíe", "envoyez", "inviate". */
export const CMDF = 2;
export const INF = 4;
export const I = 8;
export const WE = 16;
export const YOU = 32;
export const HE = 64;
/** "que me envíes": what follows a wish. */
export const SUBJ = 128;

/** Terse chat leaves accents out: forms are kept and looked up without them. */
export const bare = (word: string): string =>
  word.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');

/** The forms of a language, each with what it may be. */
export class Forms {
  private readonly known = new Map<string, number>();

  add(form: string, kind: number): void {
    const key = bare(form);
    this.known.set(key, (this.known.get(key) ?? 0) | kind);
  }

  /** Lines "kinds: words", for verbs no rule makes: `table('i: hago; cmd: haz')`. */
  table(kind: number, words: string): void {
    for (const word of listed(words)) this.add(word, kind);
  }

  /** What a bare word may be; 0 when it is no known form. */
  of(word: string): number {
    return this.known.get(word) ?? 0;
  }
}

export const listed = (words: string): string[] => words.trim().split(/\s+/);
export const wordSet = (words: string): ReadonlySet<string> => new Set(listed(words).map(bare));
