import type { Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { isOpen, type Correlated } from './correlated';
import { evidenceOf } from './evidence';
import { handNamed } from './namedHands';
import type { Utterance } from './utterance';

/**
 * "Looping in Lin, who issues these", with Lin on the message: whoever was brought in has been asked, by whoever brought
 * them in. Null where the hand named is not written to: then the giver was only pointed elsewhere.
 */
export function broughtIn(act: Act, said: Utterance, giver: Person): Act | null {
  if (act.kind !== 'redirect') return null;
  // In a chat everyone reads it: "ask Milo" tells the giver whom to ask, and has not asked him.
  if (said.item.kind === 'chat' && ASK.test(act.quote)) return null;
  const hand = handNamed(act.quote, said) ?? act.addressee ?? null;
  if (!hand || samePerson(hand, giver) || samePerson(hand, said.from)) return null;
  if (!said.audience.some((p) => samePerson(p, hand))) return null;
  return { ...act, kind: 'request', addressee: hand };
}

const ASK = /\b(?:ask|try|contact|ping|call|(?:check|speak|talk) (?:to|with))\b/i;

/**
 * A hand further down gives the work to whoever asked for it first: it has arrived there too. `closed` is the link they
 * answered for; every open one above whose giver has this very message is done with it.
 */
export function arrivesAbove(
  held: readonly Correlated[],
  closed: Correlated,
  said: Utterance,
): void {
  const seen = new Set<string>([closed.seed.id]);
  let link: Correlated | undefined = closed;
  while (link?.seed.opening.parent != null) {
    const id: string = link.seed.opening.parent;
    if (seen.has(id)) return;
    seen.add(id);
    link = held.find((h) => h.seed.id === id);
    if (!link || !isOpen(link)) continue;
    const { giver, taker } = link.seed.opening;
    if (!said.audience.some((p) => samePerson(p, giver))) {
      // Back with the one who passed it on, and no further: now it is theirs to pass up.
      if (taker && samePerson(taker, closed.seed.opening.giver))
        link.evidence.push(
          evidenceOf(link.seed, said, 'partial', {
            end: 'other',
            reason: 'the next hand gave it back to the one who passed it on',
            confidence: 0.7,
          }),
        );
      return;
    }
    const done = closed.evidence.findLast(
      (e) => e.kind === 'done' && e.source.id === said.source.id,
    );
    link.evidence.push(
      evidenceOf(link.seed, said, 'done', {
        end: 'taker',
        quote: done?.quote,
        reason: 'a hand further down gave it to whoever asked first',
        confidence: done?.link.confidence ?? 0.6,
      }),
    );
  }
}

/** Whoever asked first says that they have it: what was asked further down for it is over. */
export function endsBelow(held: readonly Correlated[], closed: Correlated, said: Utterance): void {
  if (!samePerson(closed.seed.opening.giver, said.from)) return;
  for (const child of held) {
    if (child.seed.opening.parent !== closed.seed.id || !isOpen(child)) continue;
    const done = closed.evidence.findLast((e) => e.source.id === said.source.id);
    child.evidence.push(
      evidenceOf(child.seed, said, 'done', {
        end: 'other',
        quote: done?.quote,
        reason: 'whoever asked first has it',
        confidence: done?.link.confidence ?? 0.6,
      }),
    );
    endsBelow(held, child, { ...said, from: child.seed.opening.giver });
  }
}
