import type { MailItem, Person } from '../../shared/handoff/item';
import { elsewhere } from './answeredElsewhere';
import { takerFacts } from './takerFacts';
import { beginConversation } from './correlate';
import { outcomeFact } from './outcome';
import type { Steps } from './steps';
import { createReadings, type Utterance } from './utterance';

/**
 * The engine has some hundred patterns of its own. The first mail that is answered would have them all made at once, which
 * is felt by whoever shares the thread; so a short talk is told before it, a step at a time, and forgotten.
 */

const GIVER: Person = { name: 'A B', address: 'a@rehearsal.invalid' };
const TAKER: Person = { name: 'C D', address: 'c@rehearsal.invalid' };
const AT = Date.UTC(2026, 0, 5, 9);
const STEP_MS = 3_600_000;
/** Each line has somewhat more looked at than the one before. Twice: a pattern is made quick when it is tried again. */
const TALK: readonly (readonly [from: Person, text: string])[] = [
  [GIVER, 'Could you send the list by Friday?'],
  [TAKER, 'Thanks.'],
  [TAKER, 'Which part of it do you need first?'],
  [GIVER, 'All of it.'],
  [TAKER, 'As soon as I have the figures from you I can finish the list.'],
  [TAKER, 'I will send the list tomorrow.'],
  [TAKER, 'Here is the list, attached.'],
];

let isOver = false;

/** Once in a program. */
export function* rehearse(): Steps<void> {
  if (isOver) return;
  isOver = true;
  const said: Utterance[] = [];
  const readings = createReadings(
    () => ({ directory: [], zoneOf: () => null, ownZone: 'UTC', answerByTap: () => null }),
    () => null,
  );
  for (const [n, [from, text]] of TALK.entries()) {
    const utterance = readings.of(mailOf(n, from, text));
    if (utterance) said.push(utterance);
    yield;
  }
  const [ask, answer] = said;
  if (!ask || !answer) return;
  for (let n = 0; n < 2; n++) {
    const talk = beginConversation({
      thread: 'rehearsal',
      reopenedAt: () => null,
      isStranger: () => false,
      isMe: () => false,
      zoneOf: () => null,
    });
    talk.take(ask);
    yield;
    const [first] = yield* talk.handoffs();
    if (!first) return;
    // An answer is looked at in one step, which asks for most of all patterns.
    takerFacts(first.seed, answer, answer.acts, '');
    yield;
    outcomeFact([first], answer, () => [], '');
    yield;
    for (const utterance of said.slice(1)) {
      talk.take(utterance);
      yield;
    }
    for (const utterance of said) {
      elsewhere({ ...first, evidence: [] }, [utterance]);
      yield;
    }
  }
}

function mailOf(n: number, from: Person, content: string): MailItem {
  const id = `${String(n)}@rehearsal.invalid`;
  return {
    ...{ kind: 'mail', id: `mail:${id}`, messageId: id, inReplyTo: null, references: [] },
    ...{ conversationId: null, conversationIndex: null, from, cc: [] },
    to: [from === GIVER ? TAKER : GIVER],
    sentAt: new Date(AT + n * STEP_MS).toISOString(),
    subject: 'The list',
    body: { type: 'text', content },
    ...{ headers: {}, attachments: [], messageClass: '', isDraft: false },
    ...{ folder: '', webLink: null, report: null },
  };
}
