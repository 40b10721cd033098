import { samePerson, stableId } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { contentWords } from '../../shared/handoff/similarity';
import { workWords } from '../../shared/handoff/what';
import { conditionIn } from '../../shared/reading';
import { isOpen, isTaker, type Correlated } from './correlated';
import { evidenceOf } from './evidence';
import { leavesWith } from './namedHands';
import type { Seed } from './openings';
import { hangsOn } from './phrases';
import { sentencesIn } from './sentences';
import { subjectOf, type Utterance } from './utterance';
import { areKin, meets } from './words';

/**
 * Two who wait for each other without either having asked in so many words: one says what they will do once the other has
 * moved, the other says the same back, and the first still waits. Three messages are needed: a condition answered by a
 * condition is how people arrange their work, and only the third shows that neither has noticed.
 */

export interface CrossContext {
  thread: string;
  isMe(person: Person): boolean;
  reopenedAt(id: string): number | null;
}

/** Messages between the waits of a chat: further apart they speak of other matters. */
const CHAT_NEAR = 3;

/** Told after each message: the standoff its wait completes, held as one handoff between the two. */
export function crossWaits(
  held: Correlated[],
  told: readonly Utterance[],
  ctx: CrossContext,
): void {
  const third = told[told.length - 1];
  if (third) hangsBack(held, third, told);
  if (third?.nature !== 'human' || third.waits === null) return;
  const taker = third.from;
  const at = answeredBy(third, told);
  const second = told[at];
  if (!second || !leavesWith(second.from, third.waits, third)) return;
  const giver = second.from;
  const between = held.filter((h) => isOpen(h) && links(h, giver, taker));
  const asked = between.find((h) => h.seed.opening.source.id === second.source.id);
  // What is open between the two already is told there who waits for whom.
  if (!asked && between.length > 0) return;
  if (!asked && (second.waits === null || !leavesWith(taker, second.waits, second))) return;
  if (asked && !samePerson(asked.seed.opening.giver, giver)) return;
  const first = firstWait(told, at, taker, giver);
  if (!first) return;
  const above = hangingOn(held, giver, taker, ctx);
  const stand = asked ?? opened(second, taker, above, ctx);
  if (!asked) {
    if (held.some((h) => h.seed.id === stand.seed.id)) return;
    held.push(stand);
  }
  if (above && above !== stand) {
    stand.seed.opening.observed &&= above.seed.opening.observed;
    stand.seed.opening.due ??= above.seed.opening.due;
    stand.seed.opening.parent ??= above.seed.id;
  }
  stand.evidence.unshift(
    waits(stand.seed, first.said, 'taker', first.words),
    waits(stand.seed, second, 'giver', second.waits ?? stand.seed.opening.quote),
  );
  if (!stand.evidence.some((e) => e.kind === 'waiting' && e.source.id === third.source.id))
    stand.evidence.push(waits(stand.seed, third, 'taker', third.waits));
}

/**
 * "As soon as the deposit lands I'll send it", and the giver answers that the deposit waits for the taker: only that shows
 * on whom the first had waited. The taker's own words then leave the move with the giver.
 */
function hangsBack(held: readonly Correlated[], said: Utterance, told: readonly Utterance[]): void {
  if (said.nature !== 'human') return;
  for (const handoff of held) {
    const { seed, evidence } = handoff;
    const now = evidence.find((e) => e.kind === 'waiting' && e.source.id === said.source.id);
    if (!isOpen(handoff) || now?.end !== 'giver') continue;
    const at = evidence.findLastIndex((e) => e.end === 'taker' && e.source.id !== said.source.id);
    const last = evidence[at];
    if (!last || (last.kind !== 'replied' && last.kind !== 'taken')) continue;
    const answer = told.find((u) => u.source.id === last.source.id);
    const words = contentWords(said.ownText);
    const lines = sentencesIn(answer?.ownText ?? '');
    const sentence = lines.find((line, n) => {
      const hangs = hangsOn(line);
      if (hangs === null || answer?.named(hangs).length !== 0) return false;
      const condition = hangs.split(',')[0] ?? '';
      return (
        areKin(contentWords(condition), words) ||
        (REFERS.test(condition) && hungOn(seed, `${lines[n - 1] ?? ''} ${line}`, said))
      );
    });
    if (!answer || sentence === undefined) continue;
    evidence.splice(at + 1, 0, waits(seed, answer, 'taker', sentence.trim()));
  }
}

/** "She likes to see the certificate first, so as soon as that reaches me": what is meant stands before it. */
const REFERS = /^(?:\S+ ){1,4}?(?:that|this|it|they|those|these|one)\b/i;

/** Something these words name, other than what was asked, the giver makes hang on the taker in turn. */
function hungOn({ words, subjectWords }: Seed, text: string, said: Utterance): boolean {
  const named = [...contentWords(text)].filter((w) => !words.has(w) && !subjectWords.has(w));
  return sentencesIn(said.ownText).some((line) => {
    const own = contentWords(line);
    if (!meets(named, own)) return false;
    return hangsOn(line) !== null || conditionIn({ text: line })?.on === 'addressee';
  });
}

function waits(seed: Seed, said: Utterance, end: 'giver' | 'taker', words: string) {
  return evidenceOf(seed, said, 'waiting', {
    end,
    believes: end === 'giver' ? 'taker' : 'giver',
    quote: words,
    reason: 'each waits for the other in the same conversation',
    confidence: 0.7,
  });
}

/** The message a wait answers: in a chat the one before it, in mail the last of somebody it is addressed to. -1 for none. */
function answeredBy(third: Utterance, told: readonly Utterance[]): number {
  for (let n = told.length - 2; n >= 0; n--) {
    const said = told[n];
    if (!said || said.nature !== 'human') continue;
    const other = !samePerson(said.from, third.from);
    const seen = said.audience.some((p) => samePerson(p, third.from));
    if (third.item.kind === 'chat') return other && seen ? n : -1;
    if (other && seen && third.to.some((p) => samePerson(p, said.from))) return n;
  }
  return -1;
}

/** What the one who waits in the end had said before: what they do hangs on the other, or on something nobody has in hand. */
function firstWait(
  told: readonly Utterance[],
  second: number,
  taker: Person,
  giver: Person,
): { said: Utterance; words: string } | null {
  const from = told[second]?.item.kind === 'chat' ? Math.max(0, second - CHAT_NEAR) : 0;
  for (let n = second - 1; n >= from; n--) {
    const said = told[n];
    if (!said || said.nature !== 'human' || !samePerson(said.from, taker)) continue;
    if (!said.audience.some((p) => samePerson(p, giver))) continue;
    if (said.waits !== null && leavesWith(giver, said.waits, said))
      return { said, words: said.waits };
    for (const sentence of sentencesIn(said.ownText)) {
      const hangs = hangsOn(sentence);
      const ownChat = said.item.kind === 'chat' && /\b(?:i|we)\b/i.test(sentence);
      const onGiver = hangs !== null && said.named(hangs).some((p) => samePerson(p, giver));
      if (hangs !== null && (onGiver || ownChat)) return { said, words: sentence.trim() };
    }
  }
  return null;
}

function links({ seed }: Correlated, a: Person, b: Person): boolean {
  const { giver } = seed.opening;
  return (
    (samePerson(giver, a) && isTaker(seed, b) && seed.opening.taker !== null) ||
    (samePerson(giver, b) && isTaker(seed, a) && seed.opening.taker !== null)
  );
}

/** The work of somebody else's that does not move while the two wait: given to one of them in this conversation. */
function hangingOn(
  held: readonly Correlated[],
  giver: Person,
  taker: Person,
  ctx: CrossContext,
): Correlated | null {
  const given = held.filter(
    ({ seed }) =>
      (isTaker(seed, taker) || isTaker(seed, giver)) &&
      !samePerson(seed.opening.giver, taker) &&
      !samePerson(seed.opening.giver, giver),
  );
  const mine = given.filter((h) => ctx.isMe(h.seed.opening.giver));
  return mine[mine.length - 1] ?? given[given.length - 1] ?? null;
}

function opened(
  said: Utterance,
  taker: Person,
  above: Correlated | null,
  ctx: CrossContext,
): Correlated {
  const quote = said.waits ?? '';
  const subject = subjectOf(said);
  const id = stableId('standoff', said.source.kind, said.source.id, taker.address);
  return {
    seed: {
      id,
      opening: {
        act: 'request',
        giver: said.from,
        taker,
        asked: [taker],
        what: workWords(above?.seed.opening.quote ?? (subject === '' ? quote : subject)),
        quote,
        source: said.source,
        saidAt: said.at,
        due: null,
        confidence: 0.7,
        thread: ctx.thread,
        subject,
        observed: ![said.from, taker].some((p) => ctx.isMe(p)),
        parent: null,
      },
      words: contentWords(quote),
      subjectWords: contentWords(subject),
    },
    evidence: [],
    reopenedAt: ctx.reopenedAt(id),
  };
}
