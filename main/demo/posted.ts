import { z } from 'zod';
import type { ChatItem } from '../../shared/handoff/item';
import { GraphFault, type GraphRequest } from './answer';
import type { Said } from './chatShapes';
import { teamsTime } from './ids';

const Posted = z.strictObject({
  subject: z.string().nullish(),
  body: z.object({ contentType: z.enum(['text', 'html']).default('text'), content: z.string() }),
  mentions: z
    .array(
      z.object({
        id: z.number(),
        mentionText: z.string(),
        mentioned: z.object({
          user: z.object({ id: z.string(), displayName: z.string().nullish() }),
        }),
      }),
    )
    .default([]),
  importance: z.enum(['normal', 'high', 'urgent']).default('normal'),
  attachments: z.array(z.unknown()).max(0).default([]),
});

/**
 * What somebody posts in a chat or a channel, as a thing said now; its id differs from those of everything in `among`.
 * @throws GraphFault 400 when the body is none.
 */
export function posted(
  request: GraphRequest,
  among: readonly Said[],
  place: Pick<ChatItem, 'chatId' | 'chatType' | 'topic' | 'members' | 'from' | 'channel'>,
): Said & { subject: string | null } {
  const given = Posted.safeParse(request.body);
  if (!given.success)
    throw new GraphFault(
      400,
      'BadRequest',
      `Invalid message: ${given.error.issues[0]?.message ?? ''}`,
    );
  const { body, mentions, subject } = given.data;
  let id = request.now;
  while (among.some((s) => s.item.messageId === `${id}`)) id++;
  return {
    at: request.now,
    subject: subject ?? null,
    posted: {
      mentions: mentions.map((m) => ({
        id: m.id,
        mentionText: m.mentionText,
        mentioned: {
          application: null,
          device: null,
          conversation: null,
          user: {
            '@odata.type': '#microsoft.graph.teamworkUserIdentity',
            userIdentityType: 'aadUser',
            id: m.mentioned.user.id,
            displayName: m.mentioned.user.displayName ?? null,
          },
        },
      })),
    },
    item: {
      ...place,
      kind: 'chat',
      id: `chat:${place.chatId}/${id}`,
      messageId: `${id}`,
      sentAt: teamsTime(request.now),
      editedAt: null,
      deleted: false,
      body: { type: body.contentType, content: body.content },
      mentions: [],
      reactions: [],
      attachments: [],
      webLink: null,
    },
  };
}
