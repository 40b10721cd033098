import { z } from 'zod';

/**
 * The JSON of Microsoft Graph v1.0, as far as it is read. Schemas name only the fields that are used
 * and let everything else pass, because Graph adds fields without notice and sends sparse rows; only
 * the ids are required.
 */

const text = z.string().nullish();
const flag = z.boolean().nullish();

const GraphBody = z.object({ contentType: text, content: text });
export const GraphAddress = z.object({
  emailAddress: z.object({ name: text, address: text }).nullish(),
});
const GraphIdentity = z.object({ id: text, displayName: text });
export const GraphIdentitySet = z.object({
  user: GraphIdentity.nullish(),
  application: GraphIdentity.nullish(),
  /** A chat, channel or team as a whole. */
  conversation: GraphIdentity.nullish(),
  tag: GraphIdentity.nullish(),
});
export const GraphDateTime = z.object({ dateTime: z.string(), timeZone: text });

export type GraphAddress = z.infer<typeof GraphAddress>;
export type GraphIdentitySet = z.infer<typeof GraphIdentitySet>;
export type GraphDateTime = z.infer<typeof GraphDateTime>;

export const GraphMailboxSettings = z.object({
  timeZone: text,
  workingHours: z
    .object({
      daysOfWeek: z.array(z.string()).nullish(),
      startTime: text,
      endTime: text,
      timeZone: z.object({ name: text }).nullish(),
    })
    .nullish(),
});
export type GraphMailboxSettings = z.infer<typeof GraphMailboxSettings>;

export const GraphUser = z.object({
  id: z.string(),
  displayName: text,
  mail: text,
  userPrincipalName: text,
  otherMails: z.array(z.string()).nullish(),
  proxyAddresses: z.array(z.string()).nullish(),
  department: text,
  jobTitle: text,
  mailboxSettings: GraphMailboxSettings.nullish(),
});
export type GraphUser = z.infer<typeof GraphUser>;

export const GraphChatMember = z.object({ userId: text, displayName: text, email: text });
export type GraphChatMember = z.infer<typeof GraphChatMember>;

export const GraphChat = z.object({
  id: z.string().min(1),
  chatType: text,
  topic: text,
  webUrl: text,
  members: z.array(GraphChatMember).nullish(),
});
export type GraphChat = z.infer<typeof GraphChat>;

export const GraphChatMessage = z.object({
  id: z.string().min(1),
  /** The root post, for an answer in a channel. */
  replyToId: text,
  subject: text,
  messageType: text,
  createdDateTime: text,
  lastModifiedDateTime: text,
  lastEditedDateTime: text,
  deletedDateTime: text,
  from: GraphIdentitySet.nullish(),
  body: GraphBody.nullish(),
  mentions: z
    .array(
      z.object({
        id: z.number().nullish(),
        mentionText: text,
        mentioned: GraphIdentitySet.nullish(),
      }),
    )
    .nullish(),
  reactions: z
    .array(
      z.object({ reactionType: text, createdDateTime: text, user: GraphIdentitySet.nullish() }),
    )
    .nullish(),
  attachments: z.array(z.object({ contentType: text, name: text })).nullish(),
  webUrl: text,
});
export type GraphChatMessage = z.infer<typeof GraphChatMessage>;

export const GraphMessage = z.object({
  '@odata.type': text,
  id: z.string().min(1),
  internetMessageId: text,
  conversationId: text,
  conversationIndex: text,
  from: GraphAddress.nullish(),
  sender: GraphAddress.nullish(),
  toRecipients: z.array(GraphAddress).nullish(),
  ccRecipients: z.array(GraphAddress).nullish(),
  sentDateTime: text,
  receivedDateTime: text,
  subject: text,
  body: GraphBody.nullish(),
  internetMessageHeaders: z.array(z.object({ name: text, value: text })).nullish(),
  singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: text })).nullish(),
  attachments: z.array(z.object({ name: text })).nullish(),
  meetingMessageType: text,
  isDraft: flag,
  webLink: text,
});
export type GraphMessage = z.infer<typeof GraphMessage>;

export const GraphEvent = z.object({
  id: z.string().min(1),
  type: text,
  subject: text,
  body: GraphBody.nullish(),
  bodyPreview: text,
  start: GraphDateTime.nullish(),
  end: GraphDateTime.nullish(),
  originalStartTimeZone: text,
  isAllDay: flag,
  isCancelled: flag,
  createdDateTime: text,
  organizer: GraphAddress.nullish(),
  attendees: z
    .array(GraphAddress.extend({ status: z.object({ response: text, time: text }).nullish() }))
    .nullish(),
  /** The answer of whose calendar it is. */
  responseStatus: z.object({ response: text, time: text }).nullish(),
  showAs: text,
  webLink: text,
});
export type GraphEvent = z.infer<typeof GraphEvent>;

export const GraphPlannerTask = z.object({
  id: z.string().min(1),
  title: text,
  createdDateTime: text,
  lastModifiedDateTime: text,
  completedDateTime: text,
  dueDateTime: text,
  percentComplete: z.number().nullish(),
  assignments: z.record(z.string(), z.unknown()).nullish(),
  createdBy: GraphIdentitySet.nullish(),
});
export type GraphPlannerTask = z.infer<typeof GraphPlannerTask>;

/** A root post of a channel with its answers, as `$expand=replies` gives them. */
export const GraphChannelPost = GraphChatMessage.extend({
  replies: z.array(z.unknown()).nullish(),
  'replies@odata.nextLink': text,
});
export type GraphChannelPost = z.infer<typeof GraphChannelPost>;

export const GraphTeam = z.object({ id: z.string().min(1), displayName: text });
export type GraphTeam = z.infer<typeof GraphTeam>;

export const GraphChannel = z.object({ id: z.string().min(1), displayName: text });
export type GraphChannel = z.infer<typeof GraphChannel>;
