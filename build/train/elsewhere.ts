import { elsewhere } from '../../main/engine/answeredElsewhere';
import { overheardOf } from '../../main/engine/endedElsewhere';
import { seedOf } from '../../main/engine/openings';
import { createReadings } from '../../main/engine/utterance';
import type { Act } from '../../shared/handoff/act';
import type { ChatItem, MailItem, Person } from '../../shared/handoff/item';
import { endingFeatures, endingWords, replaceEndings } from '../../shared/reading/learned/endings';
import { found } from '../../shared/reading/learned/features';
export { replaceEndings };

/** A case as it is labelled in build/train/labels/elsewhere.jsonl: asked here, spoken of in other conversations. */
export interface Case {
  by: string;
  /** "Name <address>" by key. */
  people: Readonly<Record<string, string>>;
  ask: Told & {
    quote: string;
    kind: 'request' | 'question' | 'promise';
    from: string;
    hand: string;
  };
  then: readonly (Told & {
    n: number;
    conv: string;
    files?: string[];
    after: string;
    of: string;
  })[];
}

interface Told {
  channel: 'mail' | 'chat' | 'group' | 'meeting';
  by: string;
  to: string[];
  cc?: string[];
  subject?: string;
  text: string;
}

const ASKED_AT = Date.parse('2026-03-09T09:00:00.000Z');
const UNITS: Readonly<Record<string, number>> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
};
const since = (after: string): number =>
  [...after.matchAll(/(\d+)([wdhm])/g)].reduce(
    (ms, [, n, unit = 'm']) => ms + Number(n) * (UNITS[unit] ?? 0),
    0,
  );

function personOf(words = ''): Person {
  const [, name = '', address = ''] = /^(.*?)\s*<([^>]*)>$/.exec(words) ?? [];
  return { name, address };
}

function itemOf(
  told: Told,
  id: string,
  at: number,
  files: string[],
  people: Case['people'],
): MailItem | ChatItem {
  const person = (key: string) => personOf(people[key]);
  const common = {
    attachments: files,
    webLink: null,
    from: person(told.by),
    sentAt: new Date(at).toISOString(),
  };
  const body = { type: 'text' as const, content: told.text };
  if (told.channel === 'mail')
    return {
      ...common,
      ...{
        kind: 'mail',
        id: `mail:${id}`,
        messageId: `${id}@firm.example`,
        inReplyTo: null,
        references: [],
      },
      ...{
        conversationId: null,
        conversationIndex: null,
        subject: told.subject ?? '',
        body,
        headers: {},
      },
      ...{ to: told.to.map(person), cc: (told.cc ?? []).map(person) },
      ...{ messageClass: '', isDraft: false, folder: 'inbox', report: null },
    };
  return {
    ...common,
    ...{ kind: 'chat', id: `chat:c/${id}`, chatId: 'c', messageId: id, topic: null },
    chatType: told.to.length > 1 ? 'group' : 'oneOnOne',
    members: [told.by, ...told.to, ...(told.cc ?? [])].map(person),
    ...{ editedAt: null, deleted: false, body, mentions: [], reactions: [] },
  };
}

/** One later message beside what was asked: features, what the rules make of it, and what it is by its label. */
export interface Beside {
  n: number;
  x: number[];
  ids: number[];
  ruled: string;
  of: string;
  /** It has a word of it and reaches whoever wants it. */
  near: boolean;
}

/** Every later message of a case beside what was asked; null where the ask cannot be held. */
export function studyCase(one: Case): Beside[] | null {
  const directory = Object.values(one.people).map(personOf);
  const readings = createReadings(
    () => ({
      directory,
      zoneOf: () => 'Europe/London',
      ownZone: 'Europe/London',
      answerByTap: () => null,
    }),
    () => null,
  );
  const asked = readings.of(itemOf(one.ask, 'ask', ASKED_AT, [], one.people));
  if (!asked) return null;
  const { quote, kind } = one.ask;
  const start = asked.ownText.indexOf(quote);
  const other = personOf(one.people[kind === 'promise' ? one.ask.from : one.ask.hand]);
  const act: Act = {
    ...{ kind: kind === 'promise' ? 'commitment' : kind, quote, start, end: start + quote.length },
    ...{ confidence: 0.9, sentence: 0, addressee: other },
  };
  const seed = seedOf(act, asked, {
    thread: 't',
    isMe: () => false,
    answered: other,
    parent: null,
  });
  if (!seed) return null;
  if (one.ask.channel === 'meeting')
    seed.opening = {
      ...seed.opening,
      subject: '',
      source: { ...seed.opening.source, kind: 'meeting' },
    };
  return one.then.map((told) => {
    const said = readings.of(
      itemOf(told, String(told.n), ASKED_AT + since(told.after), told.files ?? [], one.people),
    );
    const row = {
      n: told.n,
      x: [] as number[],
      ids: [] as number[],
      ruled: 'none',
      of: told.of,
      near: false,
    };
    if (!said) return row;
    const facts = elsewhere({ seed, evidence: [], reopenedAt: null }, [said]);
    const overheard = overheardOf(seed, said, facts);
    if (!overheard) return { ...row, ruled: facts[0]?.kind ?? 'none' };
    const x = endingFeatures(overheard);
    endingWords(overheard);
    return {
      ...row,
      near: true,
      x,
      ids: [...found.ids.subarray(0, found.count)],
      ruled: facts[0]?.kind ?? 'none',
    };
  });
}
