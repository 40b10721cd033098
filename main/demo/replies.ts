import { z } from 'zod';
import type { Person } from '../../shared/handoff/item';
import { AUTO_REPLY_CLASS } from '../../shared/handoff/mailFacts';
import { linesAsHtml, replyBody } from './bodies';
import { digest, immutableId } from './ids';
import { asReplyTo, blankMessage, chainOf, type Post } from './outgoing';
import type { Absence } from './people';
import { MESSAGE_CLASS } from './properties';
import type { StoredMessage } from './store';

/** How the people of a story answer what the person sends. */
export const ReplyRule = z.object({
  /** Who answers. */
  to: z.string().transform((address) => address.toLowerCase()),
  /** A Message-ID of the thread this answer belongs to, or words of its subject; null for any thread. */
  thread: z.string().nullable().default(null),
  afterMinutes: z.number().nonnegative(),
  body: z.string(),
  autoReply: z.boolean().default(false),
});
export type ReplyRule = z.infer<typeof ReplyRule>;
export const RepliesFile = z.object({ replies: z.array(ReplyRule) });

/** The absences that rules with automatic replies stand for, where `known` does not tell of them already. */
export function absencesOf(
  rules: readonly ReplyRule[],
  known: readonly Absence[],
  startAt: number,
): Absence[] {
  const awayAtStart = (address: string) =>
    known.some(
      (a) => a.address === address && a.from <= startAt && (a.until === null || startAt < a.until),
    );
  return rules
    .filter((rule) => rule.autoReply && !awayAtStart(rule.to))
    .map((rule) => ({
      address: rule.to,
      message: linesAsHtml(rule.body),
      from: startAt,
      until: null,
      scheduled: false,
    }));
}

/** Answers to what the person sends, by rules; each rule answers once in a thread. */
export class Replies {
  private readonly answered = new Set<string>();

  constructor(
    private readonly rules: readonly ReplyRule[],
    private readonly post: Post,
    private readonly run: string,
    /** Somebody sits at their own desk: then nobody answers in their stead. */
    private readonly sitsThere: (address: string) => boolean,
  ) {}

  /** Puts the answers a sent mail will get on the timeline. */
  sent(message: StoredMessage, at: number): void {
    const recipients = [...message.to, ...message.cc, ...message.bcc];
    for (const address of new Set(recipients.map((p) => p.address))) {
      for (const rule of this.rulesFor(address, message)) {
        const key = `${this.rules.indexOf(rule)}/${message.conversationId}`;
        if (this.answered.has(key)) continue;
        this.answered.add(key);
        // An answer cannot come before the mail it answers is out.
        const due = at + Math.max(rule.afterMinutes * 60_000, this.post.sentDelayMs);
        this.post.timeline.at(due, (arrived) => {
          this.arrive(rule, message, arrived);
        });
      }
    }
  }

  /** The rules of this recipient for this thread; those for any thread only when there are none. */
  private rulesFor(address: string, message: StoredMessage): ReplyRule[] {
    const theirs = this.rules.filter((rule) => rule.to === address);
    const here = theirs.filter(
      (rule) => rule.thread !== null && this.isThread(rule.thread, message),
    );
    return here.length > 0 ? here : theirs.filter((rule) => rule.thread === null);
  }

  private isThread(thread: string, message: StoredMessage): boolean {
    const id = thread.replace(/^<|>$/g, '');
    return (
      this.post.threads.holds(message.conversationId, id) ||
      message.subject.toLowerCase().includes(thread.toLowerCase())
    );
  }

  private arrive(rule: ReplyRule, sent: StoredMessage, at: number): void {
    if (this.sitsThere(rule.to)) return;
    const { mailbox, people } = this.post;
    const from: Person = people.named({ name: '', address: rule.to });
    const seed = `${this.run}/${sent.internetMessageId}/${this.rules.indexOf(rule)}`;
    const chain = chainOf(sent);
    const reply = blankMessage(this.post, {
      immutableId: immutableId(`reply/${seed}`),
      internetMessageId: `${digest(`answer/${seed}`, 24)}@${rule.to.slice(rule.to.lastIndexOf('@') + 1)}`,
      at,
      parents: [...chain].reverse(),
    });
    reply.folder = 'inbox';
    reply.isDraft = false;
    reply.isRead = false;
    reply.from = from;
    reply.to = [people.me.person];
    asReplyTo(reply, sent.internetMessageId, chain);
    if (rule.autoReply) {
      reply.subject = `Automatic reply: ${sent.subject}`;
      reply.body = { type: 'text', content: rule.body };
      reply.messageClass = AUTO_REPLY_CLASS;
      reply.properties.set(MESSAGE_CLASS, AUTO_REPLY_CLASS);
      reply.headers = [
        { name: 'Auto-Submitted', value: 'auto-replied' },
        { name: 'X-Auto-Response-Suppress', value: 'All' },
      ];
    } else {
      reply.subject = /^re:/i.test(sent.subject) ? sent.subject : `Re: ${sent.subject}`;
      reply.body = replyBody(sent, linesAsHtml(rule.body));
    }
    mailbox.add(reply);
  }
}
