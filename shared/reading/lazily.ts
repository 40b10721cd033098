/** What may be asked of a pattern; a RegExp is one. */
export interface Pattern {
  readonly source: string;
  test(text: string): boolean;
  exec(text: string): RegExpExecArray | null;
}

/**
 * A pattern that is made when it is first tried. A language has two hundred, long ones, most of which the sieve
 * holds back for a long time; to make them all at once is felt.
 */
export class Lazily implements Pattern {
  private pattern: RegExp | undefined;

  constructor(
    private readonly write: () => string,
    private readonly flags?: string,
  ) {}

  get made(): RegExp {
    return (this.pattern ??= new RegExp(this.write(), this.flags));
  }

  get source(): string {
    return this.pattern?.source ?? this.write();
  }

  /** Whether it has been tried yet. */
  get isMade(): boolean {
    return this.pattern !== undefined;
  }

  test(text: string): boolean {
    return this.made.test(text);
  }

  exec(text: string): RegExpExecArray | null {
    return this.made.exec(text);
  }
}
