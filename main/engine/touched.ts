/** What about one conversation has to be looked at again. */
export interface Touch {
  /** Something about what was said before may have changed: it is told anew. */
  whole: boolean;
  /** Everything it holds is to be judged anew, changed or not. */
  all: boolean;
  /** Items that are new in it. */
  fresh: string[];
  /** Handoffs that something outside of it may speak of. */
  handoffs: Set<string>;
  /** Of those, the ones whose log has moved already, by a decision. */
  decided: Set<string>;
  /** Items of it that may now finish something whose next hand a custom names, or another one. */
  customs: Set<string>;
}

/** The conversations one page touches. */
export class Touched {
  readonly #threads = new Map<string, Touch>();
  readonly #customs = new Set<string>();

  of(thread: string): Touch {
    let touch = this.#threads.get(thread);
    if (!touch) {
      touch = {
        ...{ whole: false, all: false, fresh: [] },
        ...{ handoffs: new Set(), decided: new Set(), customs: new Set() },
      };
      this.#threads.set(thread, touch);
    }
    return touch;
  }

  whole(thread: string): void {
    this.of(thread).whole = true;
  }

  all(thread: string): void {
    const touch = this.of(thread);
    touch.whole = true;
    touch.all = true;
  }

  handoff(id: string, thread: string): void {
    this.of(thread).handoffs.add(id);
  }

  decided(id: string, thread: string): void {
    this.handoff(id, thread);
    this.of(thread).decided.add(id);
  }

  custom(itemId: string, thread: string): void {
    this.#customs.add(itemId);
    this.of(thread).customs.add(itemId);
  }

  /** What an item finishes by custom is to be looked for anew already. */
  hasCustom(itemId: string): boolean {
    return this.#customs.has(itemId);
  }

  entries(): IterableIterator<[string, Touch]> {
    return this.#threads.entries();
  }
}
