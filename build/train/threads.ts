import { beginConversation } from '../../main/engine/correlate';
import { isOpen, isTaker } from '../../main/engine/correlated';
import { aroundOf } from '../../main/engine/around';
import { heardOf } from '../../main/engine/verdict';
import { samePerson } from '../../shared/handoff/identity';
import { byNumber } from '../../main/engine/points';
import { reaches } from '../../main/engine/reach';
import { answeredBy, closingOf, ruledOutcome } from '../../main/engine/secondReading';
import { found } from '../../shared/reading/learned/features';
import { closingFeatures, closingWords } from '../../shared/reading/learned/closings';
import {
  outcomeFeatures,
  weighedOutcomes,
  type Outcome,
} from '../../shared/reading/learned/outcomes';
import { replaceVerdicts, verdictFeatures } from '../../shared/reading/learned/verdicts';
export { replaceVerdicts };
export { replaceOwed } from '../../shared/reading/learned/owed';
export { replaceClosings } from '../../shared/reading/learned/closings';
export { OUTCOMES, replaceOutcomes } from '../../shared/reading/learned/outcomes';
import type { Utterance } from '../../main/engine/utterance';
import { itemOf, readingsAmong } from './items';
import { inOneGo } from '../../main/engine/steps';
import type { Item, Person } from '../../shared/handoff/item';
import type { Act } from '../../shared/handoff/act';
import type { Evidence, EvidenceKind, Opening } from '../../shared/handoff/model';

/** A conversation as it is labelled in build/train/labels/threads.jsonl. */
export interface Thread {
  channel: 'mail' | 'chat' | 'group';
  people: Readonly<Record<string, string>>;
  messages: readonly {
    n: number;
    by: string;
    to?: string[];
    cc?: string[];
    text: string;
    files?: string[];
  }[];
}

/** What the holder has of a conversation: each handoff, and what each message is evidence of. */
export interface Held {
  opening: Opening;
  /** The message it stands in. */
  opened: number;
  /** What each message is evidence of. */
  evidence: Map<number, Evidence[]>;
}

const FIRST_AT = Date.parse('2026-03-09T09:00:00.000Z');
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Mails are a day apart, chat messages an hour: it is one conversation still. */
const sentAt = ({ channel }: Thread, n: number): string =>
  new Date(FIRST_AT + n * (channel === 'mail' ? DAY_MS : HOUR_MS)).toISOString();

export const personOf = (name = ''): Person => ({
  name,
  address: `${name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')}@firm.example`,
});

export function itemsOf(thread: Thread): Item[] {
  const person = (key: string) => personOf(thread.people[key]);
  const members = Object.keys(thread.people).map(person);
  const ids = thread.messages.map((m) => String(m.n));
  return thread.messages.map((m, at) =>
    itemOf({
      id: String(m.n),
      channel: thread.channel,
      sentAt: sentAt(thread, at),
      from: person(m.by),
      to: (m.to ?? []).map(person),
      cc: (m.cc ?? []).map(person),
      subject: at > 0 ? 'Re: Question' : 'Question',
      text: m.text,
      files: m.files ?? [],
      before: ids.slice(0, at),
      members,
    }),
  );
}

const conversationOf = (directory: Person[]) => {
  const [first] = directory;
  const readings = readingsAmong(directory);
  const conversation = beginConversation({
    thread: 't',
    isMe: (p) => p.address === first?.address,
    isStranger: () => false,
    reopenedAt: () => null,
    zoneOf: () => 'Europe/London',
  });
  return { readings, conversation };
};

const foundIds = (): number[] => [...found.ids.subarray(0, found.count)];

/** One message of the taker's beside one open piece of work: features, and what the rules make of it. */
export interface Pair {
  quote: string;
  opened: number;
  message: number;
  several: boolean;
  ids: number[];
  ruled: Outcome | null;
  moved: boolean;
  /** What the table of closings sees of it, once the outcomes are weighed. */
  closing(): { x: number[]; ids: number[] } | null;
}

/** Every message of a taker's beside every piece of work that is open then. */
export function study(thread: Thread): Pair[] {
  const { readings, conversation } = conversationOf(Object.values(thread.people).map(personOf));
  const told = new Map<string, Utterance>();
  const numberOf = new Map<string, number>();
  const pairs: Pair[] = [];
  for (const [at, item] of itemsOf(thread).entries()) {
    const said = readings.of(item);
    if (!said) continue;
    const n = thread.messages[at]?.n ?? 0;
    const before = inOneGo(conversation.handoffs()).filter(
      (h) => isOpen(h) && reaches(h.seed, said),
    );
    const mine = before.filter((h) => isTaker(h.seed, said.from));
    conversation.take(said);
    const after = inOneGo(conversation.handoffs());
    for (const share of byNumber(mine, said, (id) => told.get(id)))
      for (const handoff of share.asked) {
        const { opening, id } = handoff.seed;
        const facts =
          after
            .find((h) => h.seed.id === id)
            ?.evidence.filter((e) => e.end === 'taker' && e.source.id === said.source.id) ?? [];
        const ruled = ruledOutcome(facts);
        const answered = answeredBy(handoff, share, ruled, {
          since: n - (numberOf.get(opening.source.id) ?? n),
          last: at > 0 ? personOf(thread.people[thread.messages[at - 1]?.by ?? '']) : null,
        });
        outcomeFeatures(answered);
        pairs.push({
          quote: opening.quote,
          opened: numberOf.get(opening.source.id) ?? 0,
          message: n,
          several: share.asked.length > 1,
          ids: foundIds(),
          ruled,
          moved: ruled === null && facts.length > 0,
          closing: () => {
            const weighed = weighedOutcomes(answered);
            if (!weighed) return null;
            const closing = closingOf(handoff.seed, share.said, answered, weighed);
            closingWords(closing);
            return { x: closingFeatures(closing), ids: foundIds() };
          },
        });
      }
    told.set(said.source.id, said);
    numberOf.set(said.source.id, n);
  }
  return pairs;
}

/** One message of the giver's beside one open piece of work: features, and whether the rules close it by themselves. */
export interface Behind {
  quote: string;
  opened: number;
  message: number;
  ids: number[];
  closed: boolean;
}

/** Every message of a giver's beside every piece of work of theirs that is open then. */
export function studyGivers(thread: Thread): Behind[] {
  const { readings, conversation } = conversationOf(Object.values(thread.people).map(personOf));
  const told: Utterance[] = [];
  const placeOf = new Map<string, number>();
  const numberOf = new Map<string, number>();
  const rows: Behind[] = [];
  for (const [at, item] of itemsOf(thread).entries()) {
    const said = readings.of(item);
    if (!said) continue;
    const n = thread.messages[at]?.n ?? 0;
    const before = inOneGo(conversation.handoffs());
    const given = before.filter(
      (h) => isOpen(h) && reaches(h.seed, said) && samePerson(h.seed.opening.giver, said.from),
    );
    placeOf.set(said.source.id, told.length);
    told.push(said);
    numberOf.set(said.source.id, n);
    const around = aroundOf(said, told, placeOf);
    conversation.take(said);
    const after = inOneGo(conversation.handoffs());
    for (const handoff of given) {
      const now = after.find((h) => h.seed.id === handoff.seed.id);
      const facts =
        now?.evidence.filter((e) => e.end === 'giver' && e.source.id === said.source.id) ?? [];
      const heard = heardOf(handoff, before, said, around, facts);
      if (!heard) continue;
      verdictFeatures(heard);
      rows.push({
        quote: handoff.seed.opening.quote,
        opened: numberOf.get(handoff.seed.opening.source.id) ?? 0,
        message: n,
        ids: [...found.ids.subarray(0, found.count)],
        closed: now !== undefined && !isOpen(now),
      });
    }
  }
  return rows;
}

/** Reads a conversation as the engine does, message by message. */
export function read(thread: Thread): { handoffs: Held[]; acts: Map<number, readonly Act[]> } {
  const directory = Object.values(thread.people).map(personOf);
  const { readings, conversation } = conversationOf(directory);
  const numberOf = new Map<string, number>();
  const acts = new Map<number, readonly Act[]>();
  for (const [at, item] of itemsOf(thread).entries()) {
    const said = readings.of(item);
    const { n } = thread.messages[at] ?? { n: 0 };
    acts.set(n, said?.acts ?? []);
    if (!said) continue;
    numberOf.set(said.source.id, n);
    conversation.take(said);
  }
  const placeOf = (id: string) => numberOf.get(id) ?? 0;
  return {
    handoffs: inOneGo(conversation.handoffs()).map(({ seed, evidence }) => ({
      opening: seed.opening,
      opened: placeOf(seed.opening.source.id),
      evidence: byMessage(evidence, placeOf),
    })),
    acts,
  };
}

function byMessage(
  evidence: readonly Evidence[],
  placeOf: (id: string) => number,
): Map<number, Evidence[]> {
  const grouped = new Map<number, Evidence[]>();
  for (const fact of evidence) {
    const n = placeOf(fact.source.id);
    grouped.set(n, [...(grouped.get(n) ?? []), fact]);
  }
  return grouped;
}

const wordsOf = (text: string): Set<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);

/** The same words, or most of the shorter one's. */
export function sameWords(a: string, b: string): boolean {
  const flat = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
  if (flat(a).includes(flat(b)) || flat(b).includes(flat(a))) return true;
  const [mine, other] = [wordsOf(a), wordsOf(b)];
  const common = [...mine].filter((word) => other.has(word)).length;
  return common / Math.max(1, Math.min(mine.size, other.size)) >= 0.8;
}

/** Labels' names of what a message does to a piece of work, by the evidence it is; whose wait is the giver's has put it back. */
const LABEL: Partial<Record<EvidenceKind, string>> = {
  withdrawn: 'withdrawn',
  done: 'done',
  redirected: 'redirected',
  placed: 'redirected',
  declined: 'declined',
  questioned: 'question_back',
  waiting: 'question_back',
  partial: 'partial',
  deferred: 'deferred',
  taken: 'taken',
  reminded: 'chased',
  replied: 'replied',
};

/** What its facts make of one message: of several the one that tells most; 'none' where there are none. */
export const outcomeOf = (facts: readonly Evidence[]): string =>
  Object.keys(LABEL)
    .filter((kind) => facts.some((fact) => fact.kind === kind))
    .map((kind) => LABEL[kind as EvidenceKind] ?? 'none')[0] ?? 'none';

/** A chase, a nod and a plain reply leave the turn where it is, as nothing does; who waits for a third has it later. */
const ALIKE: readonly (readonly string[])[] = [
  ['none', 'replied', 'chased', 'answered', 'rejected'],
  ['deferred', 'waits', 'taken'],
];
export const isSame = (want: string, got: string): boolean =>
  want === got || ALIKE.some((group) => group.includes(want) && group.includes(got));
