import type { Person } from '../../shared/handoff/item';
import { AUTO_REPLY_CLASS, REPORT_CLASS } from '../../shared/handoff/mailFacts';
import type { Faults } from './faults';
import { digest, immutableId } from './ids';
import { asReplyTo, blankMessage, chainOf, type Post } from './outgoing';
import { domainOf } from './people';
import { MESSAGE_CLASS, ORIGINAL_MESSAGE_ID } from './properties';
import type { ReplyRule } from './replies';
import type { StoredMessage } from './store';

/** Somebody who reads a mail opens it this long after it arrived, ms. */
const OPENED_AFTER = 10 * 60_000;

/** What no person writes about a mail: delivery and read receipts, bounces, automatic replies. */
export class Reports {
  /** Who has had whose automatic reply: Exchange gives one for an absence, however often is written. */
  private readonly told = new Set<string>();
  private count = 0;

  constructor(
    private readonly post: Post,
    private readonly run: string,
    private readonly faults: Faults,
    /** Addresses nobody has any more, lower-case. */
    private readonly departed: ReadonlySet<string>,
    private readonly rules: readonly ReplyRule[],
  ) {}

  /** Puts on the timeline what a sent mail brings about by itself. */
  sent(message: StoredMessage, at: number): void {
    const arrival = at + this.post.sentDelayMs;
    const recipients = [...message.to, ...message.cc, ...message.bcc];
    for (const person of recipients) {
      if (this.post.people.isMe(person.address)) continue;
      this.post.timeline.at(arrival, (now) => {
        this.arrived(message, person, now);
      });
    }
  }

  private arrived(message: StoredMessage, person: Person, now: number): void {
    const { people, timeline } = this.post;
    const { bounces, receipts } = this.faults.reports;
    if (bounces.has(person.address) || this.departed.has(person.address)) {
      this.bounce(message, person, now);
      return;
    }
    if (message.isDeliveryReceiptRequested && receipts === 'given')
      this.add(message, this.system(), now, {
        messageClass: REPORT_CLASS.delivered,
        subject: `Delivered: ${message.subject}`,
        words: `Your message has been delivered to the following recipients:\n\n${person.address}`,
        headers: [DELIVERY],
      });
    const away = people.absence(person.address, now);
    if (away) {
      this.absent(message, person, now, `${person.address}/${String(away.from)}`, away.message);
      return;
    }
    if (message.isReadReceiptRequested && receipts === 'given' && people.at(person.address))
      timeline.at(now + OPENED_AFTER, (opened) => {
        this.add(message, people.named(person), opened, {
          messageClass: REPORT_CLASS.read,
          subject: `Read: ${message.subject}`,
          words: `Your message was read on ${new Date(opened).toUTCString()}.`,
          headers: [DISPOSITION],
        });
      });
  }

  private bounce(message: StoredMessage, person: Person, now: number): void {
    this.add(message, this.system(), now, {
      messageClass: REPORT_CLASS.bounced,
      subject: `Undeliverable: ${message.subject}`,
      words: `Delivery has failed to these recipients or groups:\n\n${person.address}\nThe email address you entered couldn't be found.`,
      headers: [
        DELIVERY,
        { name: 'Auto-Submitted', value: 'auto-replied' },
        { name: 'X-Failed-Recipients', value: person.address },
      ],
    });
  }

  private absent(
    message: StoredMessage,
    person: Person,
    now: number,
    absence: string,
    words: string,
  ): void {
    // The people of a story who answer automatically by a rule have their own words for it.
    const byRule = this.rules.some((rule) => rule.autoReply && rule.to === person.address);
    if (byRule || this.told.has(absence)) return;
    this.told.add(absence);
    this.add(message, this.post.people.named(person), now, {
      messageClass: AUTO_REPLY_CLASS,
      subject: `Automatic reply: ${message.subject}`,
      words,
      html: true,
      headers: [
        { name: 'Auto-Submitted', value: 'auto-replied' },
        { name: 'X-Auto-Response-Suppress', value: 'All' },
      ],
    });
  }

  private system(): Person {
    return { name: 'Microsoft Outlook', address: `postmaster@${this.post.people.domain()}` };
  }

  private add(
    sent: StoredMessage,
    from: Person,
    at: number,
    about: {
      messageClass: string;
      subject: string;
      words: string;
      html?: boolean;
      headers: { name: string; value: string }[];
    },
  ): void {
    const { shown } = this.faults.reports;
    const seed = `${this.run}/report/${String(this.count++)}/${sent.internetMessageId}`;
    const chain = chainOf(sent);
    const report = blankMessage(this.post, {
      immutableId: immutableId(seed),
      internetMessageId: `${digest(seed, 24)}@${domainOf(from.address)}`,
      at,
      parents: [...chain].reverse(),
    });
    const messageClass = shown === 'headersOnly' ? 'IPM.Note' : about.messageClass;
    Object.assign(report, {
      folder: 'inbox',
      isDraft: false,
      isRead: false,
      from,
      to: [this.post.people.me.person],
      subject: about.subject,
      body: { type: about.html === true ? 'html' : 'text', content: about.words },
      messageClass,
      headers: about.headers,
    } satisfies Partial<StoredMessage>);
    report.properties.set(MESSAGE_CLASS, messageClass);
    if (shown !== 'bare') asReplyTo(report, sent.internetMessageId, chain);
    if (shown === 'whole' && about.messageClass !== AUTO_REPLY_CLASS)
      report.properties.set(ORIGINAL_MESSAGE_ID, `<${sent.internetMessageId}>`);
    this.post.mailbox.add(report);
  }
}

const reportType = (type: string) => ({
  name: 'Content-Type',
  value: `multipart/report; report-type=${type}; boundary="part"`,
});
const DELIVERY = reportType('delivery-status');
const DISPOSITION = reportType('disposition-notification');
