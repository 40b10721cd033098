import { beginConversation } from '../../main/engine/correlate';
import { isQuestion } from '../../main/engine/plainSentences';
import { ruledOutcome } from '../../main/engine/secondReading';
import { sentencesIn } from '../../main/engine/sentences';
import { createReadings } from '../../main/engine/utterance';
import { inOneGo } from '../../main/engine/steps';
import type { ChatItem, Item, MailItem, Person } from '../../shared/handoff/item';
import type { Evidence } from '../../shared/handoff/model';
import { found } from '../../shared/reading/learned/features';
import { outcomeFeatures, type Outcome } from '../../shared/reading/learned/outcomes';

export { BUCKETS } from '../../shared/reading/learned/features';
export { OUTCOMES, replaceOutcomes } from '../../shared/reading/learned/outcomes';

/** An ask and its answer, as they are labelled in build/train/labels/answers.jsonl. */
export interface Pair {
  channel: 'mail' | 'chat';
  ask: string;
  answer: string;
  attachments?: string[];
}

const ASKER: Person = { name: 'Ann Lee', address: 'ann.lee@firm.example' };
const OTHER: Person = { name: 'Bo Ray', address: 'bo.ray@firm.example' };
const ASKED_AT = '2026-03-09T10:00:00.000Z';
const ANSWERED_AT = '2026-03-09T14:00:00.000Z';

function mailOf(n: 1 | 2, text: string, attachments: string[]): MailItem {
  const answers = n === 2;
  return {
    kind: 'mail',
    id: `mail:${n}`,
    messageId: `${n}@firm.example`,
    inReplyTo: answers ? '1@firm.example' : null,
    references: answers ? ['1@firm.example'] : [],
    conversationId: null,
    conversationIndex: null,
    from: answers ? OTHER : ASKER,
    to: [answers ? ASKER : OTHER],
    cc: [],
    sentAt: answers ? ANSWERED_AT : ASKED_AT,
    subject: answers ? 'Re: Question' : 'Question',
    body: { type: 'text', content: text },
    headers: {},
    attachments,
    messageClass: '',
    isDraft: false,
    folder: 'inbox',
    webLink: null,
    report: null,
  };
}

function chatOf(n: 1 | 2, text: string, attachments: string[]): ChatItem {
  return {
    kind: 'chat',
    id: `chat:c/${n}`,
    chatId: 'c',
    messageId: String(n),
    chatType: 'oneOnOne',
    topic: null,
    members: [ASKER, OTHER],
    from: n === 1 ? ASKER : OTHER,
    sentAt: n === 1 ? ASKED_AT : ANSWERED_AT,
    editedAt: null,
    deleted: false,
    body: { type: 'text', content: text },
    mentions: [],
    reactions: [],
    attachments,
    webLink: null,
  };
}

/** What the holder makes of a pair, and the features of the answer; null where the ask is not held. */
export interface Lesson {
  ids: number[];
  ruled: Outcome | null;
  /** The kinds of all that the answer is evidence of. */
  kinds: Evidence['kind'][];
}

/** Reads a pair as the engine does: the two messages of one conversation. */
export function study({ channel, ask, answer, attachments = [] }: Pair): Lesson | null {
  const make = channel === 'mail' ? mailOf : chatOf;
  const items: Item[] = [make(1, ask, []), make(2, answer, attachments)];
  const readings = createReadings(
    () => ({
      directory: [],
      zoneOf: () => 'Europe/London',
      ownZone: 'Europe/London',
      answerByTap: () => null,
    }),
    () => null,
  );
  const conversation = beginConversation({
    thread: 't',
    isMe: (person) => person.address === ASKER.address,
    isStranger: () => false,
    reopenedAt: () => null,
    zoneOf: () => 'Europe/London',
  });
  for (const item of items) {
    const said = readings.of(item);
    if (said) conversation.take(said);
  }
  const handoff = inOneGo(conversation.handoffs()).find(
    (h) => h.seed.opening.giver.address === ASKER.address,
  );
  const said = items[1] && readings.of(items[1]);
  if (!handoff || !said) return null;
  const { opening } = handoff.seed;
  const facts = handoff.evidence.filter((e) => e.end === 'taker');
  const ruled = ruledOutcome(facts);
  outcomeFeatures({
    ask: { quote: opening.quote, isQuestion: isQuestion(opening) },
    beside: [],
    sentences: sentencesIn(said.ownText),
    acts: said.acts,
    attachments: attachments.length,
    ruled,
    since: 1,
    later: 0,
    prior: 'none',
    before: 'giver',
    calls: 'nobody',
  });
  return {
    ids: [...found.ids.subarray(0, found.count)],
    ruled,
    kinds: facts.map((f) => f.kind),
  };
}
