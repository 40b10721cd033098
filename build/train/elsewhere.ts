import { elsewhere } from '../../main/engine/answeredElsewhere';
import { overheardOf } from '../../main/engine/endedElsewhere';
import { seedOf } from '../../main/engine/openings';
import { itemOf, readingsAmong } from './items';
import type { Act } from '../../shared/handoff/act';
import type { Item, Person } from '../../shared/handoff/item';
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

function itemFor(
  told: Told,
  id: string,
  at: number,
  files: readonly string[],
  people: Case['people'],
): Item {
  const person = (key: string) => personOf(people[key]);
  const [to, cc] = [told.to.map(person), (told.cc ?? []).map(person)];
  const from = person(told.by);
  // What was said in a meeting is read as if it had been said in a chat.
  const isMail = told.channel === 'mail';
  return itemOf({
    ...{ id, channel: isMail ? 'mail' : to.length > 1 ? 'group' : 'chat', from, to, cc, files },
    ...{ sentAt: new Date(at).toISOString(), subject: told.subject ?? '', text: told.text },
    ...{ before: [], members: [from, ...to, ...cc] },
  });
}

/** One later message beside what was asked: features, whether the rules have it for done, and what it is by its label. */
export interface Beside {
  n: number;
  x: number[];
  ids: number[];
  /** By the rules it is done. */
  done: boolean;
  of: string;
  /** It is looked at: it may be of it, and the rules know nothing else of it. */
  near: boolean;
}

/** Every later message of a case beside what was asked; null where the ask cannot be held. */
export function studyCase(one: Case): Beside[] | null {
  const directory = Object.values(one.people).map(personOf);
  const readings = readingsAmong(directory);
  const asked = readings.of(itemFor(one.ask, 'ask', ASKED_AT, [], one.people));
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
      itemFor(told, String(told.n), ASKED_AT + since(told.after), told.files ?? [], one.people),
    );
    const row = { n: told.n, of: told.of, done: false, near: false };
    const none = { x: [] as number[], ids: [] as number[] };
    if (!said) return { ...row, ...none };
    const facts = elsewhere({ seed, evidence: [], reopenedAt: null }, [said]);
    row.done = facts.some(({ kind }) => kind === 'done');
    const overheard = overheardOf(seed, said, facts);
    if (!overheard) return { ...row, ...none };
    const x = endingFeatures(overheard);
    endingWords(overheard);
    return { ...row, near: true, x, ids: [...found.ids.subarray(0, found.count)] };
  });
}
