import { z } from 'zod';
import type { Person } from '../../shared/handoff/item';
import { entity, GraphFault, type GraphAnswer, type GraphRequest, type Route } from './answer';
import { escapeHtml, replyBody, sanitised } from './bodies';
import { digest, immutableId } from './ids';
import { messageAt, viewOf } from './mail';
import { asReplyTo, blankMessage, chainOf, send, type Post } from './outgoing';
import { propertyId } from './properties';
import { renderMessage } from './render';
import type { StoredMessage } from './store';

const Recipients = z.array(
  z.object({
    emailAddress: z.object({ name: z.string().nullish(), address: z.string().nullish() }),
  }),
);

/** What a client may write on a message. Other names are refused: the service knows no such property. */
const Writable = z.strictObject({
  '@odata.type': z.string().optional(),
  subject: z.string().nullish(),
  body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).optional(),
  toRecipients: Recipients.optional(),
  ccRecipients: Recipients.optional(),
  bccRecipients: Recipients.optional(),
  replyTo: Recipients.optional(),
  from: z.unknown().optional(),
  sender: z.unknown().optional(),
  categories: z.array(z.string()).optional(),
  importance: z.enum(['low', 'normal', 'high']).optional(),
  isRead: z.boolean().optional(),
  flag: z.object({ flagStatus: z.enum(['notFlagged', 'flagged', 'complete']) }).optional(),
  isReadReceiptRequested: z.boolean().nullish(),
  isDeliveryReceiptRequested: z.boolean().nullish(),
  inferenceClassification: z.enum(['focused', 'other']).optional(),
  internetMessageHeaders: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
  singleValueExtendedProperties: z
    .array(z.object({ id: z.string(), value: z.string() }))
    .optional(),
});
type Writable = z.infer<typeof Writable>;

/** Fields that belong to a draft and are fixed once it is sent. */
const DRAFT_ONLY = [
  'subject',
  'body',
  'toRecipients',
  'ccRecipients',
  'bccRecipients',
  'replyTo',
  'isReadReceiptRequested',
  'isDeliveryReceiptRequested',
] as const;

/** @throws GraphFault 400 naming the first thing that cannot be read. */
function readMessage(body: unknown): Writable {
  const read = Writable.safeParse(body);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  if (first?.code === 'unrecognized_keys')
    throw new GraphFault(
      400,
      'RequestBodyRead',
      `The property '${first.keys[0] ?? ''}' does not exist on type 'microsoft.graph.message'. Make sure to only use property names that are defined by the type.`,
    );
  throw new GraphFault(
    400,
    'RequestBodyRead',
    `Invalid value at '${first?.path.join('/') ?? ''}': ${first?.message ?? ''}`,
  );
}

function people(recipients: z.infer<typeof Recipients>): Person[] {
  return recipients.map(({ emailAddress }) => ({
    name: emailAddress.name ?? '',
    address: (emailAddress.address ?? '').trim().toLowerCase(),
  }));
}

/** Writes what the client gave onto a message. Headers can be given only when the message is created. */
function write(message: StoredMessage, given: Writable, created: boolean): void {
  if (given.internetMessageHeaders !== undefined) {
    if (!created)
      throw new GraphFault(
        400,
        'ErrorInvalidPropertySet',
        'Set action is invalid for property internetMessageHeaders.',
      );
    const plain = given.internetMessageHeaders.find((h) => !/^x-/i.test(h.name));
    if (plain)
      throw new GraphFault(
        400,
        'InvalidInternetMessageHeader',
        `The internet message header name '${plain.name}' should start with 'x-' or 'X-'.`,
      );
    message.headers.push(...given.internetMessageHeaders);
  }
  if (given.subject != null) message.subject = given.subject;
  if (given.body) {
    const content = given.body.content ?? '';
    message.body =
      given.body.contentType?.toLowerCase() === 'html'
        ? { type: 'html', content: sanitised(content) }
        : { type: 'text', content };
  }
  if (given.toRecipients) message.to = people(given.toRecipients);
  if (given.ccRecipients) message.cc = people(given.ccRecipients);
  if (given.bccRecipients) message.bcc = people(given.bccRecipients);
  if (given.replyTo) message.replyTo = people(given.replyTo);
  if (given.categories) message.categories = given.categories;
  if (given.importance) message.importance = given.importance;
  if (given.isRead !== undefined) message.isRead = given.isRead;
  if (given.flag) message.flagStatus = given.flag.flagStatus;
  if (given.isReadReceiptRequested != null)
    message.isReadReceiptRequested = given.isReadReceiptRequested;
  if (given.isDeliveryReceiptRequested != null)
    message.isDeliveryReceiptRequested = given.isDeliveryReceiptRequested;
  for (const { id, value } of given.singleValueExtendedProperties ?? [])
    message.properties.set(propertyId(id), value);
}

const ReplyBody = z
  .object({
    comment: z.string().nullish(),
    Comment: z.string().nullish(),
    message: z.unknown().optional(),
    Message: z.unknown().optional(),
    toRecipients: Recipients.optional(),
    ToRecipients: Recipients.optional(),
  })
  .nullish();

/** The subject of a reply or forward: one prefix, however often the mail went back and forth. */
function prefixed(subject: string, prefix: 'Re' | 'Fw'): string {
  const has = prefix === 'Re' ? /^re:/i : /^fwd?:/i;
  return has.test(subject) ? subject : `${prefix}: ${subject}`;
}

/** Writing and sending mail. */
export class DraftRoutes {
  private count = 0;

  /** @param run tells the drafts of this run from those of any other. */
  constructor(
    private readonly post: Post,
    private readonly run: string,
  ) {}

  routes(): Route[] {
    const area = 'mail';
    const message = '/me/messages/{message-id}';
    return [
      { method: 'POST', path: '/me/messages', area, answer: (r) => this.create(r) },
      { method: 'PATCH', path: message, area, answer: (r) => this.patch(r) },
      { method: 'DELETE', path: message, area, answer: (r) => this.remove(r) },
      { method: 'POST', path: `${message}/createReply`, area, answer: (r) => this.reply(r, 102) },
      {
        method: 'POST',
        path: `${message}/createReplyAll`,
        area,
        answer: (r) => this.reply(r, 103),
      },
      { method: 'POST', path: `${message}/createForward`, area, answer: (r) => this.reply(r, 104) },
      { method: 'POST', path: `${message}/send`, area, sends: true, answer: (r) => this.send(r) },
      { method: 'POST', path: '/me/sendMail', area, sends: true, answer: (r) => this.sendMail(r) },
    ];
  }

  private fresh(now: number, parents: readonly string[]): StoredMessage {
    const seed = `${this.run}/${this.post.people.me.person.address}/${this.count++}`;
    return blankMessage(this.post, {
      immutableId: immutableId(`draft/${seed}`),
      internetMessageId: `${digest(`message/${seed}`, 24)}@${this.post.people.domain()}`,
      at: now,
      parents,
    });
  }

  private shown(message: StoredMessage, request: GraphRequest, status: number): GraphAnswer {
    const view = viewOf(request);
    return entity("users('me')/messages/$entity", renderMessage(message, view), status);
  }

  private create(request: GraphRequest): GraphAnswer {
    const given = readMessage(request.body);
    const draft = this.fresh(request.now, []);
    write(draft, given, true);
    this.post.mailbox.add(draft);
    return this.shown(draft, request, 201);
  }

  /**
   * A reply goes to `replyTo`, or else to whom the mail is from, even when that is the person
   * themself; a reply to all leaves the person out.
   */
  private reply(request: GraphRequest, verb: 102 | 103 | 104): GraphAnswer {
    const { mailbox, people: known } = this.post;
    const original = messageAt(mailbox, request);
    const asked = ReplyBody.safeParse(request.body ?? null);
    if (!asked.success)
      throw new GraphFault(400, 'RequestBodyRead', 'The body of the call cannot be read.');
    const comment = asked.data?.comment ?? asked.data?.Comment ?? '';
    const given = readMessage(asked.data?.message ?? asked.data?.Message ?? {});
    if (comment !== '' && given.body)
      throw new GraphFault(
        400,
        'ErrorInvalidArgument',
        'Specify either the comment or the body property of the message, not both.',
      );
    const chain = chainOf(original);
    const draft = this.fresh(request.now, [...chain].reverse());
    const others = (list: readonly Person[]) => list.filter((p) => !known.isMe(p.address));
    const back = original.replyTo.length > 0 ? original.replyTo : [original.from];
    if (verb === 102) draft.to = [...back];
    if (verb === 103) {
      const to = others([...back, ...original.to]);
      draft.to = to.filter((p, i) => to.findIndex((q) => q.address === p.address) === i);
      draft.cc = others(original.cc).filter((p) => !draft.to.some((q) => q.address === p.address));
    }
    const forwardTo = asked.data?.toRecipients ?? asked.data?.ToRecipients;
    if (verb === 104) {
      draft.to = people(forwardTo ?? []);
      draft.attachments = [...original.attachments];
    }
    draft.subject = prefixed(original.subject, verb === 104 ? 'Fw' : 'Re');
    draft.body = replyBody(original, comment === '' ? '' : `<div>${escapeHtml(comment)}</div>`);
    draft.answers = { verb, messageId: original.internetMessageId };
    asReplyTo(draft, original.internetMessageId, chain);
    write(draft, given, true);
    mailbox.add(draft);
    return this.shown(draft, request, 201);
  }

  private patch(request: GraphRequest): GraphAnswer {
    const message = messageAt(this.post.mailbox, request);
    const given = readMessage(request.body);
    const fixed = DRAFT_ONLY.find((name) => given[name] !== undefined);
    if (!message.isDraft && fixed)
      throw new GraphFault(
        400,
        'ErrorInvalidPropertyUpdateSentMessage',
        `Update operation is invalid for property '${fixed}' of a sent message.`,
      );
    write(message, given, false);
    const keys = Object.keys(given);
    const onlyRead = keys.length === 1 && keys[0] === 'isRead';
    this.post.mailbox.changed(message, request.now, onlyRead ? 'read' : 'changed');
    return this.shown(message, request, 200);
  }

  /** Deleting puts a message into Deleted Items; deleting it there takes it away. */
  private remove(request: GraphRequest): GraphAnswer {
    const { mailbox } = this.post;
    const message = messageAt(mailbox, request);
    if (message.folder === 'deleteditems') mailbox.remove(message);
    else mailbox.move(message, 'deleteditems', request.now);
    return { status: 204 };
  }

  private send(request: GraphRequest): GraphAnswer {
    const message = messageAt(this.post.mailbox, request);
    if (!message.isDraft)
      throw new GraphFault(400, 'ErrorInvalidRequest', 'Only a draft can be sent.');
    send(this.post, message);
    return { status: 202 };
  }

  private sendMail(request: GraphRequest): GraphAnswer {
    const asked = SendMailBody.safeParse(request.body);
    if (!asked.success)
      throw new GraphFault(400, 'RequestBodyRead', 'The body of sendMail cannot be read.');
    const given = readMessage(asked.data.message ?? asked.data.Message);
    const message = this.fresh(request.now, []);
    write(message, given, true);
    send(this.post, message, asked.data.saveToSentItems ?? asked.data.SaveToSentItems ?? true);
    return { status: 202 };
  }
}

const SendMailBody = z.object({
  message: z.unknown().optional(),
  Message: z.unknown().optional(),
  saveToSentItems: z.boolean().nullish(),
  SaveToSentItems: z.boolean().nullish(),
});
