import type { Part } from '../../shared/contract';
import { isChannelPost } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Clock } from '../../shared/timing/clock';
import { speakerResolver } from '../archive/people';
import type { Source } from '../engine/page';
import { createAbsencesSource } from '../graph/absences';
import { createCalendarSource } from '../graph/calendar';
import { createChannelsSource } from '../graph/channels';
import { createChatsSource } from '../graph/chats';
import type { Graph } from '../graph/client';
import type { Colleagues } from '../graph/colleagues';
import { CHOSEN, readFolders } from '../graph/folders';
import { createHoursSource } from '../graph/hours';
import { createMailSource } from '../graph/mail';
import { createPeopleSource } from '../graph/people';
import { onlyPermitted } from '../graph/signIn/permitted';
import { createTasksSource } from '../graph/tasks';
import { createTodoSource } from '../graph/todo';
import { createTranscriptsSource } from '../graph/transcripts';
import type { Ledger } from '../ledger/types';

/** Every source of one account, in the order they are asked; those whose part is off are not asked. */
export function sourcesOf(parts: {
  graph: Graph;
  clock: Clock;
  ledger: Ledger;
  me: Person;
  colleagues: Colleagues;
  permits: (part: Part) => boolean;
  /** How far back to read, as an instant in ms; three months when not said. */
  horizon?: () => number;
}): Source[] {
  const { graph, clock, ledger } = parts;
  const back = parts.horizon ? { horizon: parts.horizon } : {};
  const held = ledger;
  const directory = () => ledger.directory();
  return [
    createPeopleSource({ graph, clock, directory }),
    createHoursSource({ graph, clock, directory }),
    createMailSource({
      ...{ graph, clock, held, ...back },
      folders: () => readFolders(ledger.cursor(CHOSEN)),
    }),
    createAbsencesSource({
      ...{ graph, clock, held, colleagues: parts.colleagues, me: parts.me },
      silent: () => silentHands(ledger),
    }),
    createChatsSource({
      ...{ graph, clock, directory, ...back },
      openChats: () => openChats(ledger),
    }),
    createChannelsSource({ graph, clock, directory }),
    createCalendarSource({ graph, clock, held, ...back }),
    createTasksSource({ graph, clock, held, directory }),
    createTodoSource({ graph, clock, held, me: () => parts.me }),
    createTranscriptsSource({
      ...{ graph, clock },
      speakers: (names, invited) =>
        speakerResolver(new Map(directory().map(({ person }) => [person.address, person])))(
          names,
          invited,
        ),
    }),
  ].map((source) => onlyPermitted(source, parts.permits));
}

/** Chats that hold an open handoff are read again at each use: edits and reactions do not announce themselves. */
function openChats(ledger: Ledger): string[] {
  return [
    ...new Set(
      ledger
        .openHandoffs(500)
        .filter((row) => row.source.kind === 'chat' && !isChannelPost(row.source))
        .map((row) => row.source.id.slice(0, row.source.id.lastIndexOf('/'))),
    ),
  ];
}

/** On whose silence a stale handoff waits, the most urgent first. */
function silentHands(ledger: Ledger): Person[] {
  const waiting = ledger
    .openHandoffs(500)
    .filter((row) => row.stale && row.turn === 'taker')
    .flatMap(({ taker }) => taker ?? []);
  return [...new Map(waiting.map((person) => [person.address, person])).values()];
}
