import type { GraphChatMessage } from './graphSchema';
import { chatMessageFromGraph } from './graphShape';
import type { PeopleById } from './graphValues';
import { postThread, samePerson } from './identity';
import type { ChatItem, Person } from './item';

/** A channel of a team, with the names people know both by. */
export interface ChannelFrame {
  teamId: string;
  team: string;
  channelId: string;
  name: string;
}

/**
 * A root post and its answers as items, oldest first. A post reaches the whole team, but it is put to those it
 * names, and an answer to those who wrote there before; where that is nobody, it is put to the channel, which is
 * nobody in particular. Rows that nobody said, or without sender or time, are left out.
 */
export function postFromGraph(
  channel: ChannelFrame,
  rootId: string,
  messages: readonly GraphChatMessage[],
  people: PeopleById,
): ChatItem[] {
  const subject = messages.find((message) => message.id === rootId)?.subject?.trim() ?? '';
  const frame = {
    chatId: postThread(channel.channelId, rootId),
    chatType: 'channel' as const,
    topic: subject === '' ? `${channel.team} / ${channel.name}` : subject,
    members: [],
    membersById: new Map<string, Person>(),
    webLink: null,
  };
  const whole: Person = {
    name: `${channel.team} / ${channel.name}`,
    address: channel.channelId.toLowerCase(),
  };
  const there: Person[] = [];
  const join = (person: Person) => {
    if (!there.some((known) => samePerson(known, person))) there.push(person);
  };
  return messages
    .flatMap((message) => chatMessageFromGraph(frame, message, people) ?? [])
    .sort((a, b) => Date.parse(a.sentAt) - Date.parse(b.sentAt) || (a.id < b.id ? -1 : 1))
    .map((item) => {
      join(item.from);
      item.mentions.forEach(join);
      const alone = there.every((person) => samePerson(person, item.from));
      return {
        ...item,
        members: alone ? [...there, whole] : [...there],
        channel: { ...channel, rootId },
      };
    });
}
