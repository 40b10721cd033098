import type { Act, ActKind } from '../../shared/handoff/act';
import { sourceOf, type ChatItem, type MailItem, type Person } from '../../shared/handoff/item';
import type { Utterance } from '../../main/engine/utterance';

/** An act as a reader would find it, without a reader. */
export function act(kind: ActKind, quote: string, over: Partial<Act> = {}): Act {
  return { kind, quote, start: 0, end: quote.length, confidence: 0.9, sentence: 0, ...over };
}

/** What was said in an item, with the acts it is taken to hold. Each act starts where its words stand. */
export function said(
  item: MailItem | ChatItem,
  acts: readonly Act[] = [],
  over: Partial<Utterance> = {},
): Utterance {
  const own = item.body.content === '' ? acts.map((a) => a.quote).join(' ') : item.body.content;
  const others = (people: readonly Person[]) =>
    people.filter((p) => p.address !== item.from.address);
  const waits = acts.find((a) => a.condition?.on === 'addressee');
  return {
    item,
    source: sourceOf(item),
    at: new Date(item.sentAt).toISOString(),
    from: item.from,
    to: others(item.kind === 'mail' ? item.to : item.members),
    audience: others(item.kind === 'mail' ? [...item.to, ...item.cc] : item.members),
    acts: acts.map((a, n) => ({
      ...a,
      start: Math.max(0, own.indexOf(a.quote)),
      sentence: a.sentence || n,
    })),
    nature: 'human',
    language: 'en',
    waits: waits?.quote ?? null,
    under: () => '',
    between: [],
    ownText: own,
    named: () => [],
    day: () => null,
    sentFor: null,
    ...over,
  };
}
