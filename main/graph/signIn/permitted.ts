import type { Part } from '../../../shared/contract/account';
import type { Source } from '../../engine/page';

/** The part a source belongs to, where it is not the basic one. */
const PART_OF: Readonly<Record<string, Part>> = {
  chats: 'chats',
  channels: 'channels',
  tasks: 'tasks',
  'to do': 'tasks',
  transcripts: 'transcripts',
};

/** A source that asks nothing while its part is off: what was not permitted is not even tried. */
export function onlyPermitted(source: Source, permits: (part: Part) => boolean): Source {
  const part = PART_OF[source.name];
  if (part === undefined) return source;
  return {
    name: source.name,
    rhythm: source.rhythm,
    isOn: () => permits(part),
    sync: (absorb, cursor, signal) =>
      permits(part) ? source.sync(absorb, cursor, signal) : Promise.resolve(),
    fill: async (absorb, cursor, signal) =>
      permits(part) ? ((await source.fill?.(absorb, cursor, signal)) ?? null) : null,
  };
}
