import type {
  Attachment,
  Message,
  Recipient,
  SingleValueLegacyExtendedProperty,
} from '@microsoft/microsoft-graph-types';
import type { Person } from '../../shared/handoff/item';
import { GraphFault, type Preferences, type Served } from './answer';
import { asHtml, asText, ownPart, preview, type Body } from './bodies';
import { mapTexts, passes, valueAt } from './filter';
import { digest, outlookTime } from './ids';
import { checkSelect, selected, type Expand } from './odata';
import { propertyId } from './properties';
import { changeKey, folderIdOf, regularIdOf, type StoredMessage } from './store';

/** What part of a message is wanted, and in which spelling. */
export interface View {
  select: readonly string[] | null;
  expand: readonly Expand[];
  prefer: Preferences;
}

/** Fields Graph gives only when they are selected. */
const ON_REQUEST = ['internetMessageHeaders', 'uniqueBody'] as const;

export const MESSAGE_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'createdDateTime',
  'lastModifiedDateTime',
  'changeKey',
  'categories',
  'receivedDateTime',
  'sentDateTime',
  'hasAttachments',
  'internetMessageId',
  'subject',
  'bodyPreview',
  'importance',
  'parentFolderId',
  'conversationId',
  'conversationIndex',
  'isDeliveryReceiptRequested',
  'isReadReceiptRequested',
  'isRead',
  'isDraft',
  'webLink',
  'inferenceClassification',
  'body',
  'sender',
  'from',
  'toRecipients',
  'ccRecipients',
  'bccRecipients',
  'replyTo',
  'flag',
  ...ON_REQUEST,
]);

/** The id of a message in the spelling the client asked for. */
export function idOf(message: StoredMessage, prefer: Preferences): string {
  return prefer.immutableIds ? message.immutableId : regularIdOf(message);
}

export function recipient(person: Person): Recipient {
  return { emailAddress: { name: person.name || person.address, address: person.address } };
}

function bodyAs(body: Body, prefer: Preferences): NonNullable<Message['body']> {
  return prefer.textBodies
    ? { contentType: 'text', content: asText(body) }
    : { contentType: 'html', content: asHtml(body) };
}

/** Meeting mail is served as a type of its own, not as a plain message. */
export function typeOf(message: StoredMessage): { type: string; meeting: string | null } {
  const kind = /^ipm\.schedule\.meeting(?:\.(.+))?$/i.exec(message.messageClass);
  if (!kind) return { type: '#microsoft.graph.message', meeting: null };
  const which = (kind[1] ?? '').toLowerCase();
  if (which === 'request')
    return { type: '#microsoft.graph.eventMessageRequest', meeting: 'meetingRequest' };
  if (which.startsWith('resp')) {
    const answer = which.endsWith('.pos')
      ? 'meetingAccepted'
      : which.endsWith('.neg')
        ? 'meetingDeclined'
        : which.endsWith('.tent')
          ? 'meetingTenativelyAccepted'
          : 'none';
    return { type: '#microsoft.graph.eventMessageResponse', meeting: answer };
  }
  const meeting = which.startsWith('cancel') ? 'meetingCancelled' : 'none';
  return { type: '#microsoft.graph.eventMessage', meeting };
}

/** The headers a received mail shows; the copies in Sent Items and Drafts show none. */
function headersOf(message: StoredMessage): { name: string; value: string }[] {
  if (message.isDraft || message.folder === 'sentitems') return [];
  const address = (p: Person) => (p.name === '' ? p.address : `${p.name} <${p.address}>`);
  const angled = (ids: readonly string[]) => ids.map((id) => `<${id}>`).join(' ');
  return [
    { name: 'From', value: address(message.from) },
    { name: 'To', value: message.to.map(address).join(', ') },
    ...(message.cc.length > 0 ? [{ name: 'CC', value: message.cc.map(address).join(', ') }] : []),
    { name: 'Subject', value: message.subject },
    // A mail of an archive brings its own, told by its author's clock.
    ...(message.headers.some(({ name }) => name === 'Date')
      ? []
      : [{ name: 'Date', value: new Date(message.sentAt).toUTCString().replace('GMT', '+0000') }]),
    { name: 'Message-ID', value: angled([message.internetMessageId]) },
    ...(message.inReplyTo === null
      ? []
      : [{ name: 'In-Reply-To', value: angled([message.inReplyTo]) }]),
    ...(message.references.length > 0
      ? [{ name: 'References', value: angled(message.references) }]
      : []),
    ...message.headers,
    { name: 'MIME-Version', value: '1.0' },
  ];
}

/** Every field of a message except those of navigation; bodies only when they are wanted, for they cost most. */
function full(
  message: StoredMessage,
  prefer: Preferences,
  wanted: (name: string) => boolean,
): Served<Message> {
  const { type, meeting } = typeOf(message);
  const id = idOf(message, prefer);
  return {
    '@odata.type': type,
    '@odata.etag': `W/"${changeKey(message)}"`,
    id,
    createdDateTime: outlookTime(message.createdAt),
    lastModifiedDateTime: outlookTime(message.modifiedAt),
    changeKey: changeKey(message),
    categories: message.categories,
    receivedDateTime: outlookTime(message.receivedAt),
    sentDateTime: outlookTime(message.sentAt),
    hasAttachments: message.attachments.length > 0,
    internetMessageId: `<${message.internetMessageId}>`,
    subject: message.subject,
    ...(wanted('bodyPreview') ? { bodyPreview: preview(message.body) } : {}),
    importance: message.importance,
    parentFolderId: folderIdOf(message.folder),
    conversationId: message.conversationId,
    conversationIndex: message.conversationIndex,
    isDeliveryReceiptRequested: message.isDeliveryReceiptRequested,
    isReadReceiptRequested: message.isReadReceiptRequested,
    isRead: message.isRead,
    isDraft: message.isDraft,
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(regularIdOf(message))}&exvsurl=1&viewmodel=ReadMessageItem`,
    inferenceClassification: 'focused',
    ...(wanted('body') ? { body: bodyAs(message.body, prefer) } : {}),
    sender: recipient(message.from),
    from: recipient(message.from),
    toRecipients: message.to.map(recipient),
    ccRecipients: message.cc.map(recipient),
    bccRecipients: message.bcc.map(recipient),
    replyTo: message.replyTo.map(recipient),
    flag: { flagStatus: message.flagStatus },
    ...(meeting === null ? {} : { meetingMessageType: meeting }),
  };
}

/** The extended properties of a message that an `$expand` filter lets through. */
export function propertiesOf(
  message: StoredMessage,
  expand: Expand,
): SingleValueLegacyExtendedProperty[] {
  // Without a filter the service cannot know which of hundreds of properties are meant.
  if (!expand.filter)
    throw new GraphFault(
      400,
      'ErrorInvalidUrlQueryFilter',
      'singleValueExtendedProperties can be expanded only with a filter on id.',
    );
  const filter = mapTexts(expand.filter, (path, text) => (path === 'id' ? propertyId(text) : text));
  return [...message.properties]
    .map(([id, value]) => ({ id, value }))
    .filter((p) => passes(filter, (path) => (path === 'id' ? p.id : p.value)));
}

export function attachmentsOf(message: StoredMessage): Served<Attachment>[] {
  return message.attachments.map((name) => ({
    '@odata.type': '#microsoft.graph.fileAttachment',
    id: `AAMkAGI2TAtt${digest(`${message.immutableId}/${name}`, 32)}=`,
    lastModifiedDateTime: outlookTime(message.receivedAt),
    name,
    contentType: 'application/octet-stream',
    size: 1024,
    isInline: false,
  }));
}

/**
 * A message as Graph serves it.
 * @throws GraphFault 400 when a field is selected or expanded that a message does not have.
 */
export function renderMessage(message: StoredMessage, view: View): Served<Partial<Message>> {
  checkSelect(view.select, 'microsoft.graph.message', MESSAGE_FIELDS);
  const served: Served<Partial<Message>> = selected(
    full(message, view.prefer, (name) => !view.select || view.select.includes(name)),
    view.select,
  );
  if (view.select?.includes('internetMessageHeaders'))
    served.internetMessageHeaders = headersOf(message);
  if (view.select?.includes('uniqueBody'))
    served.uniqueBody = bodyAs(ownPart(message.body), view.prefer);
  for (const expand of view.expand) {
    if (expand.name === 'singleValueExtendedProperties') {
      const properties = propertiesOf(message, expand);
      if (properties.length > 0) served.singleValueExtendedProperties = properties;
    } else if (expand.name === 'attachments')
      served.attachments = attachmentsOf(message).map((a) => selected(a, expand.select));
    else
      throw new GraphFault(
        400,
        'BadRequest',
        `Parsing OData Select and Expand failed: Could not find a property named '${expand.name}' on type 'microsoft.graph.message'.`,
      );
  }
  return served;
}

/** The value of a message at a filter or sort path. */
export function messageValue(message: StoredMessage, path: string, prefer: Preferences): unknown {
  const [top = ''] = path.split('/');
  if (top === 'singleValueExtendedProperties')
    return [...message.properties].map(([id, value]) => ({ id, value }));
  if (top === 'internetMessageId') return `<${message.internetMessageId}>`;
  if (top === 'conversationId') return message.conversationId;
  if (top === 'receivedDateTime') return outlookTime(message.receivedAt);
  if (!MESSAGE_FIELDS.has(top))
    throw new GraphFault(
      400,
      'RequestBroker--ParseUri',
      `Could not find a property named '${top}' on type 'microsoft.graph.message'.`,
    );
  return valueAt(
    full(message, prefer, (name) => name === top),
    path,
  );
}
