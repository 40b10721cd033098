import type { Act } from '../../shared/handoff/act';
import type { ChatItem, Item, MailItem, Person, SourceRef } from '../../shared/handoff/item';
import { sourceOf } from '../../shared/handoff/item';
import { offsetIn, writtenAt } from '../../shared/handoff/mailFacts';
import {
  conditionIn,
  HELD,
  peopleNamedIn,
  readChat,
  readMail,
  tongueOf,
  type ReadResult,
} from '../../shared/reading';
import { dayNamed } from '../../shared/reading/due';

/** Something one person said to others, read: what the correlator works on. */
export interface Utterance {
  item: MailItem | ChatItem;
  source: SourceRef;
  at: string;
  from: Person;
  /** Those it is addressed to (mail: to; chat: the other members), the author left out. */
  to: Person[];
  /** Everyone who can see it, the author left out. */
  audience: Person[];
  /** Acts strong enough to be held. */
  acts: Act[];
  nature: ReadResult['nature'];
  /** The language it is written in; null where that cannot be told. */
  language: string | null;
  /** The sentence that leaves the move with the other side ("as soon as I have yours"); null when none does. */
  waits: string | null;
  /** The quoted words right above an act: what it was written under. '' where it stands on its own. */
  under(act: Act): string;
  /** Where somebody answers between quoted lines: what stands in them, and the own words right below. */
  between: readonly { quoted: string; words: string }[];
  ownText: string;
  /** Others whose names stand in some words of it. */
  named(words: string): Person[];
  /** The day that some words of it name, by its author's clock; null where they name none. */
  day(words: string): string | null;
  /** The handoff this message was sent for from the desk; null for everything else. */
  sentFor: string | null;
  /** The same message read as one in this language; absent where its words tell their own. */
  readAs?(language: string): Utterance;
}

export interface ReaderContext {
  directory: readonly Person[];
  zoneOf(person: Person): string | null;
  /** The zone of the person at the desk: whoever's clock nothing tells is taken to keep it too. */
  ownZone: string;
  /** The one-tap answer a mail is, from somebody it was asked of: its line is read exactly, elsewhere. */
  answerByTap(mail: MailItem): { start: number; end: number } | null;
}

/** Items read before, by id. The ledger is the only writer, so whoever merges an item forgets it here. */
export interface Readings {
  of(item: Item): Utterance | null;
  /** The same by id; null when there is no such item, or it says nothing. */
  byId(itemId: string): Utterance | null;
  forget(itemId: string): void;
  /** The directory changed: who is meant by a name may be another now. */
  clear(): void;
}

interface Kept {
  utterance: Utterance | null;
  weight: number;
  /** It came, or was asked for, since it was put at the end of the row: hundreds are with each message, too often to move them. */
  asked: boolean;
}

/**
 * Readings are kept up to this much text (characters, about 60 MB with all that hangs on it); beyond it those not asked
 * for the longest go and are read again.
 */
const TEXT_KEPT = 30_000_000;
/** What a reading weighs beside its text. */
const FRAME = 600;

export function createReadings(
  context: () => ReaderContext,
  load: (itemId: string) => Item | null,
): Readings {
  const kept = new Map<string, Kept>();
  let total = 0;
  const forget = (itemId: string) => {
    total -= kept.get(itemId)?.weight ?? 0;
    kept.delete(itemId);
  };
  const find = (itemId: string): Utterance | null | undefined => {
    const known = kept.get(itemId);
    if (known === undefined) return undefined;
    known.asked = true;
    return known.utterance;
  };
  /** What was asked for since it was last looked at goes to the end of the row once more. */
  const makeRoom = () => {
    for (const [itemId, entry] of kept) {
      if (total <= TEXT_KEPT) break;
      const again = entry.asked;
      forget(itemId);
      if (!again) continue;
      kept.set(itemId, { ...entry, asked: false });
      total += entry.weight;
    }
  };
  const of = (item: Item): Utterance | null => {
    const known = find(item.id);
    if (known !== undefined) return known;
    const utterance = utter(item, context());
    const weight = FRAME + ('body' in item ? item.body.content.length : 0);
    kept.set(item.id, { utterance, weight, asked: true });
    total += weight;
    makeRoom();
    return utterance;
  };
  return {
    of,
    byId(itemId) {
      const known = find(itemId);
      if (known !== undefined) return known;
      const item = load(itemId);
      return item ? of(item) : null;
    },
    forget,
    clear: () => {
      kept.clear();
      total = 0;
    },
  };
}

/** Reads one mail or chat message. Null for items that are not said by a person to persons (drafts, deleted messages, events). */
function utter(item: Item, ctx: ReaderContext): Utterance | null {
  if (item.kind === 'mail') return item.isDraft ? null : utterMail(item, ctx);
  if (item.kind === 'chat') return item.deleted ? null : utterChat(item, ctx);
  return null;
}

function utterMail(mail: MailItem, ctx: ReaderContext): Utterance | null {
  const tap = ctx.answerByTap(mail);
  const sentAt = writtenAt(mail);
  const timeZone = zoneOf(mail.from, sentAt, ctx);
  const all = readMail({ ...mail, sentAt }, { directory: [...ctx.directory], timeZone });
  const acts = tap ? all.acts.filter((a) => a.end <= tap.start || a.start >= tap.end) : all.acts;
  // Nothing beside the answer: it is no message to be guessed at.
  if (tap && acts.length === 0) return null;
  const read = { ...all, acts };
  const others = (people: readonly Person[]) =>
    people.filter((p) => p.address !== mail.from.address || p.address === '');
  return {
    item: mail,
    source: sourceOf(mail),
    at: new Date(mail.sentAt).toISOString(),
    from: mail.from,
    to: others(mail.to),
    audience: others([...mail.to, ...mail.cc]),
    named: (words) =>
      peopleNamedIn(words, {
        ...{ from: mail.from, to: mail.to, cc: mail.cc, mentions: [] },
        directory: [...ctx.directory],
        channel: 'mail',
      }),
    day: dayBy(sentAt, timeZone, read.language),
    ...held(read),
    sentFor: null,
  };
}

function utterChat(chat: ChatItem, ctx: ReaderContext, spoken?: string): Utterance {
  const timeZone = zoneOf(chat.from, chat.sentAt, ctx);
  const given = spoken === undefined ? {} : { spoken };
  const read = readChat(chat, { directory: [...ctx.directory], timeZone, ...given });
  const others = chat.members.filter((p) => p.address !== chat.from.address);
  return {
    item: chat,
    source: sourceOf(chat),
    at: new Date(chat.sentAt).toISOString(),
    from: chat.from,
    to: others,
    audience: others,
    named: (words) =>
      peopleNamedIn(words, {
        ...{ from: chat.from, to: others, cc: [], mentions: chat.mentions },
        directory: [...ctx.directory],
        channel: 'chat',
      }),
    day: dayBy(chat.sentAt, timeZone, read.language),
    ...held(read),
    sentFor: null,
    ...(read.language === null
      ? { readAs: (language: string) => utterChat(chat, ctx, language) }
      : {}),
  };
}

/** Null where the message tells its author's clock itself. */
function zoneOf(author: Person, sentAt: string, ctx: ReaderContext): string | null {
  return ctx.zoneOf(author) ?? (offsetIn(sentAt) === null ? ctx.ownZone : null);
}

const dayBy =
  (sentAt: string, zone: string | null, language: string | null): Utterance['day'] =>
  (words) =>
    dayNamed(words, sentAt, zone, language);

function held(read: ReadResult) {
  return {
    acts: read.acts.filter((act) => act.confidence >= HELD),
    nature: read.nature,
    language: read.language,
    waits: waitsIn(read),
    under: underIn(read),
    between: betweenQuotes(read),
    ownText: read.ownText,
  };
}

/**
 * "Bestellt", "arreglado", "commandé": a word or two in a chat tell no language of their own. Where nothing is found in them,
 * they are read in the one that was spoken there last. `before`: what was said there, in order.
 */
export function asSpokenThere(said: Utterance, before: readonly Utterance[]): Utterance {
  if (!said.readAs || said.acts.length > 0) return said;
  const spoken = before.findLast((u) => u.language !== null)?.language ?? null;
  return spoken === null || spoken === 'en' ? said : said.readAs(spoken);
}

function waitsIn(read: ReadResult): string | null {
  const quoted = (at: number) => read.quotedSpans.some((s) => s.start <= at && at < s.end);
  for (const sentence of read.sentences)
    if (
      !quoted(sentence.start) &&
      conditionIn(sentence, tongueOf(sentence.language))?.on === 'addressee'
    )
      return sentence.text;
  return null;
}

/**
 * An answer written between quoted lines speaks of the lines right above it. What is kept for it is no more than it
 * takes: utterances are kept by the thousand, and all that was found in reading one is many times its text.
 */
function underIn({ text, quotedSpans }: ReadResult): Utterance['under'] {
  if (quotedSpans.length === 0) return nothingAbove;
  return (act) => {
    let above: { start: number; end: number } | null = null;
    for (const span of quotedSpans)
      if (span.end <= act.start && (!above || span.end > above.end)) above = span;
    return above ? text.slice(above.start, above.end).replace(/^\s*>+ ?/gm, '') : '';
  };
}
const nothingAbove = (): string => '';

/** Own words below quoted lines; what follows the last of them is an answer only where others are. */
function betweenQuotes({ text, quotedSpans }: ReadResult): { quoted: string; words: string }[] {
  const spans = [...quotedSpans].sort((a, b) => a.start - b.start);
  return spans.flatMap((span, n) => {
    const words = text.slice(span.end, spans[n + 1]?.start ?? text.length).trim();
    const quoted = text.slice(span.start, span.end).replace(/^\s*>+ ?/gm, '');
    return words === '' || spans.length === 1 ? [] : [{ quoted, words }];
  });
}

/** The first words of what was said, for evidence that has no act of its own to quote. */
export function gist(utterance: Utterance): string {
  const line = utterance.ownText.replace(/\s+/g, ' ').trim();
  return line.length <= 160 ? line : `${line.slice(0, line.lastIndexOf(' ', 159))}…`;
}

/** What stands over a message: the subject of a mail, the topic of a chat; '' where nothing does. */
export function subjectOf({ item }: Utterance): string {
  return item.kind === 'mail' ? item.subject : (item.topic ?? '');
}

/** The subject of a mail. '' in a chat, whose topic tells nothing of what is said in it now. */
export function mailSubject({ item }: Utterance): string {
  return item.kind === 'mail' ? item.subject : '';
}

/** All that its author wrote: a mail's subject, and the words. */
export function wordsTold(said: Utterance): string {
  return said.item.kind === 'mail' ? `${said.item.subject}\n${said.ownText}` : said.ownText;
}
