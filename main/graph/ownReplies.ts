import { z } from 'zod';
import { GraphDateTime } from '../../shared/handoff/graphShape';
import { ianaZone, zonedInstant } from '../../shared/handoff/graphValues';
import type { Person } from '../../shared/handoff/item';
import { plainText } from '../../shared/reading/text';
import type { ItemPatch, Ledger } from '../ledger/types';
import type { Graph } from './client';
import { keptAbsence, type Away } from './keptAbsence';
import { GraphProblem } from './problem';

const Settings = z.object({
  automaticRepliesSetting: z
    .object({
      status: z.string().nullish(),
      scheduledStartDateTime: GraphDateTime.nullish(),
      scheduledEndDateTime: GraphDateTime.nullish(),
      internalReplyMessage: z.string().nullish(),
      externalReplyMessage: z.string().nullish(),
    })
    .nullish(),
});

/**
 * The person's own automatic replies as an absence of theirs: on, or planned with its times; off ends the one that was
 * known. Settings that may not be read, or cannot be, say nothing and end nothing.
 */
export async function ownReplies(
  graph: Graph,
  held: Pick<Ledger, 'item' | 'absencesOf'>,
  me: Person,
  now: number,
  signal: AbortSignal,
): Promise<ItemPatch[]> {
  const at = '/me/mailboxSettings';
  let answer: unknown;
  try {
    answer = await graph.get(at, { purpose: 'own automatic replies', signal });
  } catch (error) {
    const without =
      error instanceof GraphProblem && (error.kind === 'forbidden' || error.kind === 'notFound');
    if (without) return [];
    throw error;
  }
  const setting = Settings.safeParse(answer).data?.automaticRepliesSetting;
  if (!setting?.status) return [];
  const absence = announced(setting);
  // Times that cannot be read: neither away nor back.
  if (absence === 'unreadable') return [];
  return keptAbsence(held, {
    ...{ person: { ...me, address: me.address.toLowerCase() }, absence, now },
    asked: new Set(['automaticReply']),
  });
}

type Setting = NonNullable<z.infer<typeof Settings>['automaticRepliesSetting']>;

function announced(setting: Setting): Away | 'unreadable' | null {
  const note = plainText(
    setting.internalReplyMessage ?? setting.externalReplyMessage ?? '',
    'html',
  ).trim();
  const told = { via: 'automaticReply', note } as const;
  if (setting.status === 'alwaysEnabled') return { ...told, from: null, until: null };
  if (setting.status !== 'scheduled') return null;
  const from = instantOf(setting.scheduledStartDateTime);
  const until = instantOf(setting.scheduledEndDateTime);
  return from === null || until === null ? 'unreadable' : { ...told, from, until };
}

function instantOf(time: z.infer<typeof GraphDateTime> | null | undefined): string | null {
  return time ? zonedInstant(time.dateTime, ianaZone(time.timeZone) ?? 'UTC') : null;
}
