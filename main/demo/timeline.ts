/**
 * What is still to happen in the tenant, by its clock. Nothing here sets a timer: the tenant advances
 * the timeline before it answers a request, so a standing clock stands and a stepped clock replays
 * everything in order, each event seeing its own time.
 */
export class Timeline {
  private readonly waiting: { at: number; order: number; run: (at: number) => void }[] = [];
  /** Those before this place have happened: taking each from the front would move all the others. */
  private done = 0;
  private order = 0;

  /** Puts `run` on the line at `at` (ms). Events of one instant happen in the order they were put. */
  at(at: number, run: (at: number) => void): void {
    const event = { at, order: this.order++, run };
    let index = this.waiting.length;
    while (index > this.done && (this.waiting[index - 1]?.at ?? -Infinity) > at) index--;
    this.waiting.splice(index, 0, event);
  }

  /** Lets everything happen that is due at `now`, including what those events put on the line. */
  advance(now: number): void {
    for (;;) {
      const next = this.waiting[this.done];
      if (!next || next.at > now) break;
      this.done++;
      next.run(next.at);
    }
    this.waiting.splice(0, this.done);
    this.done = 0;
  }
}
