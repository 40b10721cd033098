import { GraphFault, type Area } from './answer';

/** What the tenant counts of a client's manners. */
export interface Counted {
  requests: number;
  /** Most mailbox calls at one time. */
  mostInFlight: number;
  /** Calls made before the wait the tenant asked for was over. */
  early: string[];
  /** Messages that left, mail and chat. */
  sends: number;
}

const MAILBOX: ReadonlySet<Area> = new Set<Area>(['mail', 'calendar']);
/** Exchange refuses the fifth. */
const CONCURRENT = 4;

/**
 * The limits the service keeps, and a record of how a client keeps to them. A throttled service is
 * throttled as a whole; other calls that were already under way at that very moment do not count as early.
 */
export class Limits {
  readonly counted: Counted = { requests: 0, mostInFlight: 0, early: [], sends: 0 };
  private inFlight = 0;
  private readonly held = new Map<string, { at: number; until: number; url: string }>();
  private readonly chats = new Map<string, number>();

  /** Counts a request in. `leave` counts it out. @throws GraphFault for one too many on the mailbox. */
  enter(area: Area | undefined, url: string, now: number): () => void {
    this.counted.requests += 1;
    const hold = this.held.get(serviceOf(area));
    if (hold && now < hold.until && (now > hold.at || hold.url === url))
      this.counted.early.push(`${url} ${String(hold.until - now)} ms early`);
    if (!area || !MAILBOX.has(area)) return () => undefined;
    this.inFlight += 1;
    this.counted.mostInFlight = Math.max(this.counted.mostInFlight, this.inFlight);
    let left = false;
    return () => {
      if (!left) this.inFlight -= 1;
      left = true;
    };
  }

  /** @throws GraphFault 429 for the fifth concurrent call on the mailbox. */
  admit(area: Area): void {
    if (MAILBOX.has(area) && this.inFlight > CONCURRENT)
      throw new GraphFault(
        429,
        'ApplicationThrottled',
        'Application is over its MailboxConcurrency limit.',
        { 'Retry-After': '1' },
      );
  }

  /** One reading and one posting a second on any one chat. @throws GraphFault 429. */
  admitChat(method: string, chatId: string, now: number): void {
    const key = `${method} ${chatId}`;
    const before = this.chats.get(key);
    if (before !== undefined && now - before < 1000 && now >= before)
      throw new GraphFault(429, 'TooManyRequests', 'Too many requests on this conversation.', {
        'Retry-After': ((before + 1000 - now) / 1000).toFixed(3),
      });
    this.chats.set(key, now);
  }

  /** Remembers that a service asked to be left alone until `until`, ms of the client's clock. */
  throttled(area: Area | undefined, url: string, now: number, until: number): void {
    const key = serviceOf(area);
    const before = this.held.get(key);
    if (!before || before.until < until) this.held.set(key, { at: now, until, url });
  }
}

/** The service that is throttled as a whole; the mailbox for what is no known operation. */
export function serviceOf(area: Area | undefined): string {
  return area === undefined || MAILBOX.has(area) ? 'outlook' : area;
}
