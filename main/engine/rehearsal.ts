import type { MailItem, Person } from '../../shared/handoff/item';
import { elsewhere } from './answeredElsewhere';
import { endedBy } from './endedElsewhere';
import { takerFacts } from './takerFacts';
import { beginConversation } from './correlate';
import { dayTaken } from './dayTaken';
import { giverFacts } from './giverFacts';
import { inHandIn } from './inHand';
import type { Seed } from './openings';
import { outcomeFact } from './outcome';
import { comingIn } from './outcomeWords';
import { passedOnIn } from './passedOn';
import { soundsDone } from './soundsDone';
import { leadIn } from './phrases';
import type { Steps } from './steps';
import { asksToBeTold } from './toKnow';
import { hasTime } from './unhurried';
import { absenceTold } from './toldAbsence';
import { createReadings, type Utterance } from './utterance';

/**
 * The engine has some hundred patterns of its own. The first mail that is answered would have them all made at once, which
 * is felt by whoever shares the thread; so a short talk is told before it, a step at a time, and forgotten.
 */

const GIVER: Person = { name: 'A B', address: 'a@rehearsal.invalid' };
const TAKER: Person = { name: 'C D', address: 'c@rehearsal.invalid' };
const AT = Date.UTC(2026, 0, 5, 9);
const STEP_MS = 3_600_000;
const BROUGHT = 'Here is the price list, attached.';
/** Each line has somewhat more looked at than the one before. Twice: a pattern is made quick when it is tried again. */
const TALK: readonly (readonly [from: Person, text: string])[] = [
  [GIVER, 'Could you send the price list by Friday?'],
  [TAKER, 'Thanks.'],
  [TAKER, 'Which part of it do you need first?'],
  [GIVER, 'All of it.'],
  [TAKER, 'As soon as I have the figures from you I can finish the price list.'],
  [TAKER, 'I will send the price list tomorrow.'],
  [TAKER, BROUGHT],
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
  for (const act of ask.acts) {
    hasTime(act, ask);
    yield;
  }
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
    // An answer is looked at in one step, which asks for most of all patterns: the longest by themselves before it.
    for (const probe of probes(first.seed, answer)) {
      probe();
      yield;
      probe();
      yield;
    }
    takerFacts(first.seed, answer, answer.acts, '');
    yield;
    giverFacts(first.seed, ask, [], { evidence: [] }, '');
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
      endedBy(first.seed, utterance, []);
      yield;
    }
  }
}

/** The patterns that take longest to be made, one at a time. */
const probes = (seed: Seed, answer: Utterance): (() => unknown)[] => [
  () => dayTaken(answer),
  () => inHandIn(answer.ownText, seed.words),
  () => asksToBeTold(seed.opening),
  () => passedOnIn(answer.ownText, seed),
  () => soundsDone(BROUGHT, seed.opening.quote),
  () => comingIn(answer.ownText, seed.words),
  () => absenceTold(answer, null),
  () => leadIn(BROUGHT),
];

function mailOf(n: number, from: Person, content: string): MailItem {
  const id = `${String(n)}@rehearsal.invalid`;
  return {
    ...{ kind: 'mail', id: `mail:${id}`, messageId: id, inReplyTo: null, references: [] },
    ...{ conversationId: null, conversationIndex: null, from, cc: [] },
    to: [from === GIVER ? TAKER : GIVER],
    sentAt: new Date(AT + n * STEP_MS).toISOString(),
    subject: 'The price list',
    body: { type: 'text', content },
    ...{ headers: {}, attachments: [], messageClass: '', isDraft: false },
    ...{ folder: '', webLink: null, report: null },
  };
}
