import { samePerson, stableId } from '../../shared/handoff/identity';
import type { ChatItem, MailItem, Person } from '../../shared/handoff/item';
import type { EvidenceKind } from '../../shared/handoff/model';
import { readAbsence } from '../../shared/reading/absence';
import { isOpen, isTaker, takers, type Correlated } from './correlated';
import { coverFor } from './covering';
import { evidenceOf } from './evidence';
import { bareSubject } from './threads';
import type { Utterance } from './utterance';

/** Facts nobody wrote: receipts, bounces, automatic replies and reactions. None of them is an answer. */

/** Receipts and bounces: by the original's Message-ID, else by subject, to whom it was sent. */
export function report(held: Correlated[], said: Utterance, mail: MailItem): void {
  const { report: what } = mail;
  if (!what) return;
  const kind: EvidenceKind =
    what.kind === 'delivered' ? 'delivered' : what.kind === 'read' ? 'seen' : 'bounced';
  for (const handoff of held) {
    const { opening } = handoff.seed;
    const same =
      what.originalMessageId === null
        ? bareSubject(opening.subject) === bareSubject(mail.subject)
        : opening.source.id === what.originalMessageId;
    const recipient = what.recipient === '' ? mail.from.address : what.recipient;
    const known = takers(handoff.seed).find((p) => p.address === recipient);
    if (!same || (!known && kind !== 'delivered')) continue;
    handoff.evidence.push(
      evidenceOf(handoff.seed, said, kind, {
        end: 'taker',
        by: known ?? { name: '', address: recipient },
        reason: 'a report about the message itself',
        confidence: 0.95,
      }),
    );
  }
}

/** An automatic reply changes clock and route; it never counts as an answer. */
export function absence(
  held: Correlated[],
  said: Utterance,
  ctx: { zoneOf(person: Person): string | null },
): void {
  const note = readAbsence(said.ownText, {
    at: said.at,
    timeZone: ctx.zoneOf(said.from),
    author: said.from,
  });
  // A note often gives a name only; the directory knows the address.
  const named = said.named(note.cover?.name ?? note.pointing ?? '');
  const known = named.find(
    (p) => !samePerson(p, said.from) && !said.to.some((q) => samePerson(p, q)),
  );
  const cover =
    note.cover !== null && note.cover.address !== '' ? note.cover : (known ?? note.cover);
  for (const handoff of held)
    if (isOpen(handoff) && isTaker(handoff.seed, said.from))
      handoff.evidence.push(
        evidenceOf(handoff.seed, said, 'absent', {
          end: 'taker',
          until: note.until,
          believes: note.gone ? 'giver' : null,
          to: coverFor(said.ownText, said.from, handoff.seed, (w) => said.named(w)) ?? cover,
          reason: note.gone
            ? 'an automatic reply: they do not come back'
            : 'an automatic reply to this conversation',
          confidence: 0.95,
        }),
      );
}

/** Reactions to the very message that opened it. A thumbs-up is not ownership, and whose it is matters. */
export function reactions(handoff: Correlated, said: readonly Utterance[]): void {
  const item = said.find((u) => u.source.id === handoff.seed.opening.source.id)?.item;
  if (item?.kind !== 'chat') return;
  for (const reaction of (item satisfies ChatItem).reactions) {
    if (samePerson(reaction.by, handoff.seed.opening.giver)) continue;
    const taker = isTaker(handoff.seed, reaction.by);
    handoff.evidence.push({
      id: stableId(handoff.seed.id, 'reacted', reaction.by.address, reaction.type),
      kind: 'reacted',
      end: taker ? 'taker' : 'other',
      by: reaction.by,
      at: reaction.at,
      source: handoff.seed.opening.source,
      quote: reaction.type,
      until: null,
      to: null,
      believes: null,
      link: { reason: 'a reaction to the message', confidence: 1 },
    });
  }
}
