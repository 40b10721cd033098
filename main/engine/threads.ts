import type { Item, MailItem } from '../../shared/handoff/item';
import type { ItemPatch, Ledger } from '../ledger/types';
import { folded } from './words';

/**
 * Which conversation an item belongs to. Mail is joined by Message-ID and References; where a mail client sent
 * neither, by subject among the same people within some weeks. A conversation's name is the least of its members'
 * candidate names, so that it does not depend on the order in which the mails came.
 */

const SUBJECT_KEY = 'subject:';
/** Two mails with one subject and no references belong together only this close in time. */
const SUBJECT_REACH_MS = 45 * 86_400_000;

const ANSWER_PREFIX =
  /^\s*(?:(?:re|aw|sv|antw|fw|fwd|wg|tr|rv|r|delivered|read|undeliverable|undelivered mail returned to sender|automatic reply|automatische antwort|automatisch antwoord|réponse automatique|automatiskt svar|out of office|accepted|declined|tentative)\s*(?:\[\d+\])?\s*[:：]\s*)+/i;

/** Subject without answer and forward marks, folded. */
export function bareSubject(subject: string): string {
  return folded(subject.replace(ANSWER_PREFIX, ''));
}

/** Does the subject say that this is an answer, a forward or a report? */
export function isAnswerSubject(subject: string): boolean {
  return ANSWER_PREFIX.test(subject);
}

export function isSubjectKey(reference: string): boolean {
  return reference.startsWith(SUBJECT_KEY);
}

/** Gives a mail without references its subject as a key to be joined by (see above); other items stay as they are. */
export function withSubjectKey(patch: ItemPatch): ItemPatch {
  if (patch.kind !== 'mail') return patch;
  const mail = patch as Partial<MailItem>;
  if (mail.subject === undefined || mail.references === undefined) return patch;
  const original = mail.report?.originalMessageId ?? null;
  const references = original === null ? mail.references : [...mail.references, original];
  if (references.length > 0 || (mail.inReplyTo ?? null) !== null) return { ...patch, references };
  const subject = bareSubject(mail.subject);
  return subject.length < 6 ? patch : { ...patch, references: [`${SUBJECT_KEY}${subject}`] };
}

/** Puts a merged item into its conversation, joining conversations it connects. Returns the conversation's name. */
export function placeInThread(ledger: Ledger, item: Item): string | null {
  const known = ledger.threadOf(item.id);
  if (known !== null) return known;
  if (item.kind === 'chat') {
    const thread = `chat:${item.chatId}`;
    ledger.setThread(item.id, thread);
    return thread;
  }
  if (item.kind === 'meeting') {
    ledger.setThread(item.id, item.id);
    return item.id;
  }
  if (item.kind !== 'mail') return null;
  const own = `mail:${item.references.find((r) => !isSubjectKey(r)) ?? item.inReplyTo ?? item.messageId}`;
  const names = new Set([own]);
  const answered = item.inReplyTo === null ? [] : [item.inReplyTo];
  const real = [item.messageId, ...answered, ...item.references.filter((r) => !isSubjectKey(r))];
  for (const thread of ledger.threadsByMessageIds(real)) names.add(thread);
  const key = item.references.find(isSubjectKey);
  if (key !== undefined) for (const thread of sameTalk(ledger, item, key)) names.add(thread);
  const name = [...names].sort()[0] ?? own;
  for (const other of names) if (other !== name) ledger.joinThreads(other, name);
  ledger.setThread(item.id, name);
  return name;
}

/**
 * Conversations of mails with this subject that belong together with this one. Only mails that are themselves joined by
 * this subject count: were the others of their conversation asked as well, it would matter which came first.
 */
function sameTalk(ledger: Ledger, mail: MailItem, key: string): string[] {
  const people = new Set([mail.from, ...mail.to, ...mail.cc].map((p) => p.address));
  const at = Date.parse(mail.sentAt);
  // One of the two must say that it answers.
  const answers = isAnswerSubject(mail.subject) ? 'too' : 'only';
  return ledger
    .bySubject(key, answers, at - SUBJECT_REACH_MS, at + SUBJECT_REACH_MS)
    .flatMap(({ item }) => {
      if (item.kind !== 'mail' || item.id === mail.id) return [];
      // The other end must be there: an answer comes from someone the first mail went to, or the reverse.
      const theirs = [item.from, ...item.to, ...item.cc].map((p) => p.address);
      if (!theirs.includes(mail.from.address) || !people.has(item.from.address)) return [];
      return ledger.threadOf(item.id) ?? [];
    });
}
