import { z } from 'zod';
import { ActKind, type Act } from '../../../shared/handoff/act';
import type { Person } from '../../../shared/handoff/item';
import { HELD, personNamed } from '../../../shared/reading';
import { sendingOf } from '../../../shared/reading/days';
import { tongueOf } from '../../../shared/reading/languages';
import { dueIn } from '../../../shared/reading/due';
import type { Readable } from './request';

/** One thing a model says it found. Nothing of it is believed but where to look. */
const Found = z.strictObject({
  kind: ActKind,
  quote: z.string().min(3).max(600),
  confidence: z.number().min(0).max(1),
  addressee: z.string().max(200).nullish(),
  due: z.string().max(200).nullish(),
});
type Found = z.infer<typeof Found>;

/** More than this from one message is not reading any more. */
const LONGEST_LIST = 40;
/** Proposals one item may bring. */
const PER_ITEM = 5;
/** Acts that open a handoff. The others only answer one, and what a model says is no answer. */
const OPENING: readonly ActKind[] = ['request', 'question', 'commitment'];

/** What came of an answer: the acts to propose, and how many entries were set aside, by reason. */
export interface Checked {
  acts: Act[];
  refused: {
    misshapen: number;
    notOpening: number;
    unsure: number;
    notSaid: number;
    known: number;
  };
}

/** The list in a model's answer; null when the answer is no JSON list of a bearable length. */
export function listIn(answer: string): unknown[] | null {
  let value: unknown;
  try {
    value = JSON.parse(answer);
  } catch {
    return null;
  }
  return Array.isArray(value) && value.length <= LONGEST_LIST ? (value as unknown[]) : null;
}

/**
 * Checks each entry against the item: the words must stand in what the writer wrote, places are counted here, days are
 * read by Corridor's own reader of days, and people are looked up among those on the item. A bad entry is refused,
 * its neighbours stay.
 */
export function checkedActs(list: readonly unknown[], readable: Readable, model: string): Checked {
  const refused = { misshapen: 0, notOpening: 0, unsure: 0, notSaid: 0, known: 0 };
  const acts: Act[] = [];
  for (const entry of list) {
    const found = Found.safeParse(entry);
    if (!found.success) refused.misshapen += 1;
    else if (!OPENING.includes(found.data.kind)) refused.notOpening += 1;
    else if (found.data.confidence < HELD) refused.unsure += 1;
    else {
      const place = placeOf(found.data.quote, readable);
      if (!place) refused.notSaid += 1;
      else if (overlaps(place, [...held(readable), ...acts])) refused.known += 1;
      else if (acts.length < PER_ITEM) acts.push(actAt(place, found.data, readable, model));
    }
  }
  return { acts, refused };
}

interface Place {
  start: number;
  end: number;
  /** Number of the sentence it starts in. */
  sentence: number;
}

/** Where the words stand among the writer's own sentences; white space may be broken differently. Null: nowhere. */
function placeOf(quote: string, { read, words }: Readable): Place | null {
  const parts = quote.trim().split(/\s+/);
  if (parts.join('').length < 3) return null;
  const pattern = new RegExp(parts.map(escaped).join('\\s+'), 'g');
  if (!new RegExp(pattern.source).test(words)) return null;
  for (const match of read.text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const sentence = read.sentences.findIndex((s) => s.start <= start && start < s.end);
    const last = read.sentences.findIndex((s) => s.start < end && end <= s.end);
    // Two sentences at most, and nothing that is not the writer's own in between.
    if (sentence < 0 || last < sentence || last > sentence + 1) continue;
    if (read.quotedSpans.some((span) => span.start < end && start < span.end)) continue;
    return { start, end, sentence };
  }
  return null;
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The acts Corridor's own reader holds in it. */
function held({ read }: Readable): Act[] {
  return read.acts.filter((act) => act.confidence >= HELD);
}

function overlaps(place: Place, acts: readonly Act[]): boolean {
  return acts.some((act) => act.start < place.end && place.start < act.end);
}

function actAt(place: Place, found: Found, readable: Readable, model: string): Act {
  const { read, item } = readable;
  const addressee = personOn(readable, found.addressee ?? null);
  const due = dueOf(place, found, readable);
  return {
    kind: found.kind,
    quote: read.text.slice(place.start, place.end),
    start: place.start,
    end: place.end,
    confidence: found.confidence,
    actor: item.from,
    ...(addressee && found.kind !== 'commitment' ? { addressee } : {}),
    ...(due ? { due } : {}),
    sentence: place.sentence,
    proposedBy: model,
  };
}

function personOn({ item, to }: Readable, name: string | null): Person | undefined {
  if (name === null || name.trim() === '') return undefined;
  const mentions = item.kind === 'chat' ? item.mentions : [];
  // Only somebody the message went to can have been asked in it.
  return personNamed(name, { to, cc: [], mentions, directory: [], channel: item.kind });
}

/** The deadline in the quoted words, read here; else in the sentence that holds the words the model points to. */
function dueOf(place: Place, found: Found, readable: Readable) {
  const { read, item } = readable;
  const zone = readable.zone ?? undefined;
  const sending = sendingOf(item.sentAt, zone);
  const textOf = (n: number) => read.sentences[n]?.text ?? '';
  const around = (n: number) => ({ before: textOf(n - 1), after: textOf(n + 1) });
  const quoted = read.text.slice(place.start, place.end);
  const said = dueIn(quoted, found.kind, sending, around(place.sentence), tongueOf(read.language));
  if (said || found.due == null) return said;
  const other = placeOf(found.due, readable);
  return other
    ? dueIn(
        textOf(other.sentence),
        found.kind,
        sending,
        around(other.sentence),
        tongueOf(read.language),
      )
    : undefined;
}
