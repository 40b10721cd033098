import { z } from 'zod';
import { tokenOf } from '../../shared/catching/oneTap';
import { GraphAddress } from '../../shared/handoff/graphShape';
import type { Person } from '../../shared/handoff/item';
import { markerText } from '../../shared/handoff/marker';
import type { OutboxEntry } from '../ledger/types';
import { enc, IMMUTABLE, type Ask, type Graph } from './client';
import { addressesOf, bodyAboveQuote, freshBody, startsWith, tapParagraph } from './outboxText';
import { pages } from './pager';
import { GraphProblem } from './problem';

/** One outgoing mail as it stands in the mailbox: create, write, check, ask to send, look up. */

/** PS_INTERNET_HEADERS: Exchange turns a property of this namespace into a real header when sending. */
export const MARKER = 'String {00020386-0000-0000-C000-000000000046} Name X-Corridor-Handoff';

/** The marker's value: which handoff (under the other desk's name too), which outbox entry. */
export function markerOf(entry: Pick<OutboxEntry, 'id' | 'handoffId' | 'draft'>): string {
  const { knownAs } = entry.draft;
  const handoffs = knownAs === undefined ? [entry.handoffId] : [entry.handoffId, knownAs];
  return markerText({ handoffs, entry: entry.id });
}

const Created = z.object({ id: z.string().min(1) });
const Draft = z.object({
  isDraft: z.boolean().nullish(),
  subject: z.string().nullish(),
  body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  toRecipients: z.array(GraphAddress).nullish(),
  ccRecipients: z.array(GraphAddress).nullish(),
  bccRecipients: z.array(GraphAddress).nullish(),
});
type Draft = z.infer<typeof Draft>;
const Marked = z.object({
  id: z.string().min(1),
  isDraft: z.boolean().nullish(),
  singleValueExtendedProperties: z
    .array(z.object({ id: z.string(), value: z.string().nullish() }))
    .nullish(),
});

/** How a message stands in the mailbox: gone out, still a draft, or not to be found. */
export type Standing = 'sent' | 'draft' | 'missing';

/** A plain reason why a mail was not sent, for the person. Nothing has left. */
export class NotSent extends Error {
  override readonly name = 'NotSent';
}

function ask(purpose: string, signal?: AbortSignal): Ask {
  return { purpose, prefer: [IMMUTABLE], priority: 'person', signal };
}

function parsed<T>(schema: z.ZodType<T>, answer: unknown, purpose: string): T {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  throw new GraphProblem({ kind: 'unavailable', status: 0, code: 'Unreadable', purpose });
}

function recipients(people: readonly Person[]) {
  return people.map(({ name, address }) => ({
    emailAddress: { address, ...(name === '' ? {} : { name }) },
  }));
}

/** The mail half of the outbox, on one mailbox. Every method rejects with GraphProblem or NotSent. */
export function createMailDrafts(
  graph: Graph,
  messageIdOf: (itemId: string) => string | null,
  /** Where one-tap answers go. */
  answersTo: () => string,
) {
  /** What stands under the text. */
  const below = ({ id, draft }: OutboxEntry): string =>
    draft.oneTap?.on === true
      ? tapParagraph({
          to: { name: '', address: answersTo() },
          token: tokenOf(id),
          subject: draft.subject,
          day: draft.oneTap.day,
        })
      : '';
  const marker = (entry: OutboxEntry) => ({
    singleValueExtendedProperties: [{ id: MARKER, value: markerOf(entry) }],
  });

  /** The message an item stands for, where its stored id leads nowhere: an archive's, or re-created mail. */
  async function byMessageId(itemId: string): Promise<string> {
    const messageId = messageIdOf(itemId);
    if (messageId !== null) {
      const filter = enc(`internetMessageId eq '<${messageId.replaceAll("'", "''")}>'`);
      const at = `/me/messages?$filter=${filter}&$select=id&$top=1`;
      for await (const page of pages(graph, at, ask('the message it answers'))) {
        // A page may be empty and still lead on.
        const first = Created.safeParse(page.values[0]);
        if (first.success) return first.data.id;
      }
    }
    throw new NotSent('The message it answers is no longer in the mailbox.');
  }

  async function reply(entry: OutboxEntry, messageId: string): Promise<unknown> {
    const action = entry.draft.cc.length > 0 ? 'createReplyAll' : 'createReply';
    // The marker goes in with the creation: a crash right after it leaves a draft that is found again.
    return graph.post(
      `/me/messages/${enc(messageId)}/${action}`,
      { message: marker(entry) },
      ask('reply draft'),
    );
  }

  /** Finds marked messages of a folder; scans where the service does not filter by property. */
  async function marked(entry: OutboxEntry, folder: string, signal?: AbortSignal) {
    const value = markerOf(entry);
    const base = `/me/mailFolders/${folder}/messages?`;
    const filter = `singleValueExtendedProperties/any(ep:ep/id eq '${MARKER}' and ep/value eq '${value.replaceAll("'", "''")}')`;
    const how = ask('own marker', signal);
    try {
      const at = `${base}$filter=${enc(filter)}&$select=id,isDraft&$top=10`;
      for await (const page of pages(graph, at, how)) {
        const first = Marked.safeParse(page.values[0]);
        if (first.success) return first.data;
      }
      return null;
    } catch (error) {
      const unfiltered =
        error instanceof GraphProblem && (error.kind === 'badRequest' || error.status === 501);
      if (!unfiltered) throw error;
    }
    const expand = enc(`singleValueExtendedProperties($filter=id eq '${MARKER}')`);
    const at = `${base}$select=id,isDraft&$expand=${expand}&$top=50`;
    for await (const page of pages(graph, at, how))
      for (const row of page.values) {
        const read = Marked.safeParse(row);
        const properties = read.success ? (read.data.singleValueExtendedProperties ?? []) : [];
        if (read.success && properties.some((p) => p.value === value)) return read.data;
      }
    return null;
  }

  async function get(
    remoteId: string,
    select: string,
    signal?: AbortSignal,
  ): Promise<Draft | null> {
    const purpose = 'outgoing message';
    try {
      const at = `/me/messages/${enc(remoteId)}?$select=${select}`;
      return parsed(Draft, await graph.get(at, ask(purpose, signal)), purpose);
    } catch (error) {
      if (error instanceof GraphProblem && error.kind === 'notFound') return null;
      throw error;
    }
  }

  return {
    /** A message of ours that an earlier try left behind: its id and whether it has gone out. */
    async find(
      entry: OutboxEntry,
      signal?: AbortSignal,
    ): Promise<{ id: string; standing: Standing } | null> {
      const draft = await marked(entry, 'drafts', signal);
      if (draft) return { id: draft.id, standing: draft.isDraft === false ? 'sent' : 'draft' };
      const sent = await marked(entry, 'sentitems', signal);
      return sent ? { id: sent.id, standing: 'sent' } : null;
    },

    /** Makes the draft, in the thread of the mail it answers or fresh. Returns its immutable id. */
    async create(entry: OutboxEntry): Promise<string> {
      const { inReplyTo } = entry.draft;
      if (inReplyTo === null) {
        const body = { subject: entry.draft.subject, ...marker(entry) };
        const answer = await graph.post('/me/messages', body, ask('new draft'));
        return parsed(Created, answer, 'new draft').id;
      }
      let answer: unknown;
      try {
        answer = await reply(entry, inReplyTo.replace(/^mail:/, ''));
      } catch (error) {
        const strange =
          error instanceof GraphProblem &&
          (error.kind === 'notFound' || error.code === 'ErrorInvalidIdMalformed');
        if (!strange) throw error;
        answer = await reply(entry, await byMessageId(inReplyTo));
      }
      return parsed(Created, answer, 'reply draft').id;
    },

    /** Writes text, recipients and marker. Answers 'sent' or 'missing' when there is no draft to write. */
    async write(entry: OutboxEntry, remoteId: string): Promise<Standing> {
      const held = await get(remoteId, 'isDraft,body');
      if (!held) return 'missing';
      if (held.isDraft === false) return 'sent';
      const { draft } = entry;
      const html = held.body?.contentType?.toLowerCase() === 'html';
      const quote = html ? (held.body?.content ?? '') : '';
      const content =
        draft.inReplyTo === null
          ? freshBody(entry.id, draft.body, below(entry))
          : bodyAboveQuote(entry.id, quote, draft.body, below(entry));
      await graph.patch(
        `/me/messages/${enc(remoteId)}`,
        {
          subject: draft.subject,
          body: { contentType: 'html', content },
          toRecipients: recipients(draft.to),
          ccRecipients: recipients(draft.cc),
          bccRecipients: [],
          ...marker(entry),
        },
        ask('draft text'),
      );
      return 'draft';
    },

    /** Checks that the draft is what was approved; NotSent says what differs. */
    async verify(entry: OutboxEntry, remoteId: string): Promise<Standing> {
      const held = await get(
        remoteId,
        'isDraft,subject,body,toRecipients,ccRecipients,bccRecipients',
      );
      if (!held) return 'missing';
      if (held.isDraft === false) return 'sent';
      const addresses = (list: Draft['toRecipients']) =>
        addressesOf(
          (list ?? []).map((r) => ({
            name: r.emailAddress?.name ?? '',
            address: r.emailAddress?.address ?? '',
          })),
        ).join();
      const { draft } = entry;
      const exact =
        addresses(held.toRecipients) === addressesOf(draft.to).join() &&
        addresses(held.ccRecipients) === addressesOf(draft.cc).join() &&
        addresses(held.bccRecipients) === '';
      if (!exact) throw new NotSent('The recipients in Outlook are not the ones approved.');
      const type = held.body?.contentType ?? 'text';
      const words =
        (held.subject ?? '').trim() === draft.subject.trim() &&
        startsWith(held.body?.content ?? '', type, draft.body, below(entry));
      if (!words) throw new NotSent('The text in Outlook is not the one approved.');
      return 'draft';
    },

    /** Asks for sending, once. Resolving means accepted. */
    async send(remoteId: string): Promise<void> {
      await graph.post(`/me/messages/${enc(remoteId)}/send`, undefined, ask('send'));
    },

    async standing(remoteId: string, signal?: AbortSignal): Promise<Standing> {
      const held = await get(remoteId, 'isDraft,sentDateTime,parentFolderId', signal);
      if (!held) return 'missing';
      return held.isDraft === false ? 'sent' : 'draft';
    },
  };
}
