import { readTap, tokenOf, tokensIn, type Tap } from '../../shared/catching/oneTap';
import { samePerson, stableId } from '../../shared/handoff/identity';
import { sourceOf, type Item, type MailItem, type Person } from '../../shared/handoff/item';
import { markerOf } from '../../shared/handoff/marker';
import type { Evidence, Shared } from '../../shared/handoff/model';
import { readMail } from '../../shared/reading';
import { exactDay } from '../../shared/reading/exactDay';
import type { Ledger, OutboxEntry } from '../ledger/types';
import { endsOf, isTaker } from './correlated';
import type { Seed } from './openings';
import type { People } from './people';
import type { Touched } from './touched';

/** What Corridor's own marks on a mail say: the header of another desk, and the answers its links open. */

/**
 * Does the other end's Corridor hold this handoff too? It does where a mark on a mail of theirs names it, or stands on
 * the very mail that opened it here under a name of their own. The latest such mail says so. Never evidence.
 */
export function sharedBy(ledger: Ledger, seed: Seed, people: People): Shared | null {
  const { source } = seed.opening;
  const found = [
    ...ledger.marked({ is: 'handoff', id: seed.id }),
    ...(source.kind === 'mail' ? ledger.marked({ is: 'mail', messageId: source.id }) : []),
  ].flatMap(({ item }) => {
    if (item.kind !== 'mail' || item.isDraft || people.isMe(item.from)) return [];
    const isEnd = endsOf(seed).some((p) => samePerson(p, item.from));
    const marker = isEnd ? markerOf(item) : null;
    return marker ? [{ item, marker }] : [];
  });
  const [last] = found.sort(
    (a, b) =>
      Date.parse(b.item.sentAt) - Date.parse(a.item.sentAt) ||
      (a.item.messageId < b.item.messageId ? -1 : 1),
  );
  if (!last) return null;
  const { item, marker } = last;
  return {
    by: item.from,
    at: new Date(item.sentAt).toISOString(),
    source: sourceOf(item),
    id: marker.handoffs.includes(seed.id) ? seed.id : (marker.handoffs[0] ?? seed.id),
  };
}

/** A mail's one-tap answer, and the message of this desk's that offered it; null for every other mail. */
export function tapOf(ledger: Ledger, mail: MailItem): { tap: Tap; entry: OutboxEntry } | null {
  const entry = entryOffering(ledger, mail.body.content);
  if (!entry) return null;
  const read = readMail(mail);
  const tap = read.nature === 'human' ? readTap(read.text, read.quotedSpans) : null;
  return tap?.token === tokenOf(entry.id) ? { tap, entry } : null;
}

function entryOffering(ledger: Ledger, text: string): OutboxEntry | null {
  const tokens = tokensIn(text);
  if (tokens.length === 0) return null;
  // Whatever is noted of its leaving: a token that comes back has left.
  return (
    ledger
      .outboxIn(['sending', 'doubtful', 'sent', 'failed', 'approved', 'proposed', 'withdrawn'])
      .find((entry) => entry.draft.oneTap?.on === true && tokens.includes(tokenOf(entry.id))) ??
    null
  );
}

/** Whom of those the message was put to it is that answers, under whichever of their addresses; null: none of them. */
function askedAs(entry: OutboxEntry, from: Person, people: People): Person | null {
  const main = (p: Person) => people.entry(p)?.person ?? p;
  return (
    entry.draft.to.find((p) => samePerson(p, from)) ??
    entry.draft.to.find((p) => samePerson(main(p), main(from))) ??
    null
  );
}

/** The answer of somebody asked: it is read by its line and token, and the reader is not asked about that line. */
export function answerByTap(ledger: Ledger, mail: MailItem, people: People): Tap | null {
  const found = tapOf(ledger, mail);
  return found && askedAs(found.entry, mail.from, people) ? found.tap : null;
}

/** What one-tap answers say of a handoff: exactly what their line says, or of somebody who was not asked a note. */
export function tapFacts(ledger: Ledger, seed: Seed, people: People): Evidence[] {
  return offeredFor(ledger, seed).flatMap((entry) =>
    ledger.marked({ is: 'tap', token: tokenOf(entry.id) }).flatMap(({ item }) => {
      if (item.kind !== 'mail' || item.isDraft || people.isMe(item.from)) return [];
      const found = tapOf(ledger, item);
      if (found?.entry.id !== entry.id) return [];
      return factOf(seed, item, found.tap, entry, people);
    }),
  );
}

/** Messages with one-tap answers that asked this handoff's taker for it: it was sent for it, or opened it. */
function offeredFor(ledger: Ledger, seed: Seed): OutboxEntry[] {
  const { parent, source } = seed.opening;
  const own = ledger
    .outboxOf(seed.id)
    .filter((entry) => entry.draft.to.some((p) => isTaker(seed, p)));
  const opened =
    parent === null || source.kind !== 'mail'
      ? []
      : ledger
          .outboxOf(parent)
          .filter(
            ({ remoteId }) =>
              remoteId !== null &&
              ledger.itemByMessageId(source.id)?.item.id === `mail:${remoteId}`,
          );
  return [...own, ...opened].filter((entry) => entry.draft.oneTap?.on === true);
}

function factOf(
  seed: Seed,
  mail: MailItem,
  tap: Tap,
  entry: OutboxEntry,
  people: People,
): Evidence {
  const asked = askedAs(entry, mail.from, people);
  const taker = asked && isTaker(seed, asked) ? asked : null;
  const fact = (kind: Evidence['kind'], until: string | null = null): Evidence => ({
    id: stableId(seed.id, kind, 'mail', mail.messageId, tap.token),
    kind,
    end: kind === 'bystander' ? 'other' : 'taker',
    by: taker ?? mail.from,
    at: new Date(mail.sentAt).toISOString(),
    source: sourceOf(mail),
    quote: tap.quote,
    until,
    to: null,
    believes: null,
    link: {
      reason: taker
        ? 'answered with the link in the message that asked'
        : 'answered with the link by somebody it was not put to',
      confidence: 1,
    },
  });
  const { answer } = tap;
  const day =
    answer.is === 'by'
      ? exactDay(answer.day, { sentAt: mail.sentAt, timeZone: people.zoneOf(mail.from) })
      : null;
  if (taker && (answer.is === 'mine' || day !== null)) return fact('taken', day);
  // Of a group, only one who takes it has answered for it.
  if (!taker || seed.opening.taker === null) return fact('bystander');
  // A day that cannot be told is no promise of one: that they wrote is all it says.
  return fact(answer.is === 'notMine' ? 'declined' : 'replied');
}

/** Handoffs that a mark on an item, or an answer in it, may speak of: they are looked at again with it. */
export function touchMarked(ledger: Ledger, item: Item, touched: Touched): void {
  if (item.kind !== 'mail') return;
  const named = (id: string) => {
    const thread = ledger.threadOfHandoff(id);
    if (thread !== null) touched.handoff(id, thread);
  };
  const marker = markerOf(item);
  if (marker) {
    for (const id of marker.handoffs) named(id);
    // It may stand on the mail that opened them.
    const own = ledger.threadOf(item.id);
    if (own !== null) for (const id of ledger.handoffIdsOfThread(own)) touched.handoff(id, own);
  }
  const entry = entryOffering(ledger, item.body.content);
  if (!entry) return;
  named(entry.handoffId);
  const sent = entry.remoteId === null ? null : ledger.threadOf(`mail:${entry.remoteId}`);
  if (sent !== null) for (const id of ledger.handoffIdsOfThread(sent)) touched.handoff(id, sent);
}
