import { GraphFault } from './answer';
import type { TenantArchive } from './archive';
import { roomsOf } from './chats';
import type { Faults } from './faults';
import { Limits } from './limits';
import { isAddressed, receive, type Post } from './outgoing';
import type { People } from './people';
import { Router } from './routing';
import type { TenantOptions } from './server';
import type { StoredMessage } from './store';
import { Timeline } from './timeline';
import { settle, type Common, type Inhabited } from './world';

/** One person's desk at the tenant: what answers for them, and how their client keeps to the limits. */
export interface Home extends Inhabited {
  router: Router;
  limits: Limits;
}

/** A mail on its way, as it left. */
interface Dispatch {
  from: Post;
  message: StoredMessage;
  arrives: number;
}

/**
 * Everybody who lives in one tenant. A mailbox is opened when it is first asked for, and then holds what the
 * archive tells of its person and what others have sent them since the tenant began.
 */
export class Town {
  readonly timeline = new Timeline();
  /** The person the tenant was started for: asked by whoever names nobody. */
  readonly host: Home;
  private readonly homes = new Map<string, Home>();
  private readonly dispatched: Dispatch[] = [];
  private readonly common: Common;

  constructor(
    private readonly options: TenantOptions & { archive: TenantArchive },
    private readonly run: string,
    private readonly faults: Faults,
  ) {
    this.common = {
      timeline: this.timeline,
      rooms: roomsOf(options.archive.items.filter((item) => item.kind === 'chat')),
      faults,
      onSent: (from, message, at) => {
        this.dispatch(from, message, at);
      },
      sitsThere: (address) => this.homes.has(address),
    };
    this.host = this.open(options.me.toLowerCase());
  }

  /** The desk of an address or alias; null: the host's. @throws GraphFault 401 for somebody unknown here. */
  home(address: string | null): Home {
    if (address === null) return this.host;
    const known = this.homes.get(address) ?? this.homes.get(this.knownAs(address));
    return known ?? this.open(this.knownAs(address));
  }

  forgetSyncStates(): void {
    for (const home of this.homes.values()) home.forgetSyncStates();
  }

  setReplies: People['setReplies'] = (address, replies) => {
    for (const home of this.homes.values()) home.people.setReplies(address, replies);
  };

  private knownAs(address: string): string {
    const entry = this.host.people.at(address);
    if (!entry)
      throw new GraphFault(401, 'InvalidAuthenticationToken', `${address} is nobody here.`);
    return entry.person.address;
  }

  private open(address: string): Home {
    const inhabited = settle({ ...this.options, me: address }, this.run, this.common);
    const home = { ...inhabited, router: new Router(inhabited.routes), limits: new Limits() };
    this.homes.set(home.people.me.person.address, home);
    for (const dispatch of this.dispatched) this.carry(dispatch, home);
    return home;
  }

  private dispatch(from: Post, message: StoredMessage, at: number): void {
    // As it left: what the sender does to their own copy later stays with them.
    const left = {
      ...message,
      headers: [...message.headers],
      properties: new Map(message.properties),
    };
    const dispatch = { from, message: left, arrives: at + from.sentDelayMs };
    this.dispatched.push(dispatch);
    for (const home of this.homes.values()) this.carry(dispatch, home);
  }

  /** Puts a mail on the way into a mailbox it is addressed to; one's own is served where it is sent. */
  private carry({ from, message, arrives }: Dispatch, { post }: Home): void {
    if (post === from || !isAddressed(message, post.people)) return;
    this.timeline.at(arrives, (at) => {
      receive(post, message, at, this.faults.gatewayStrips);
    });
  }
}
