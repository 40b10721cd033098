import { samePerson, stableId } from '../../shared/handoff/identity';
import {
  sourceOf,
  type EventItem,
  type MeetingItem,
  type Person,
  type SourceRef,
  type TaskItem,
} from '../../shared/handoff/item';
import { KEPT_OF_MANY, keptLately } from '../../shared/handoff/lately';
import type { Evidence } from '../../shared/handoff/model';
import { similarity, wordsIn } from '../../shared/handoff/similarity';
import { closes } from './acts';
import { evidenceOf } from './evidence';
import { hasAnyWord, nearness, SAME_WORK } from './nearness';
import type { Seed } from './openings';
import { sentencesIn } from './sentences';
import { TELLING, whereTold } from './telling';
import { mailSubject, wordsTold, type Utterance } from './utterance';
import { inBoth, meets } from './words';

/**
 * The next hand knows that a step is finished, though nobody wrote it to them where it was finished: they were written to
 * in another place, say themselves what they heard or began, were told in a meeting, or have it in their calendar or
 * among their tasks.
 */

/** How long before a step is said to be finished its next hand may have been told. */
export const TOLD_BEFORE_MS = 86_400_000;
/** A step is spoken of in a meeting, or put into somebody's days, within this time after it. */
export const TOLD_REACH_MS = 30 * 86_400_000;

/** What a message in another conversation shows of the next hand knowing; null where it shows nothing. */
export function knownBy(seed: Seed, said: Utterance): Evidence | null {
  const { taker } = seed.opening;
  if (taker === null) return null;
  const fact = (reason: string, quote?: string) =>
    evidenceOf(seed, said, 'done', { end: 'giver', quote, reason, confidence: 0.7 });
  const own = samePerson(said.from, taker) ? showsToKnow(seed, said) : null;
  if (own !== null) return fact('the next hand speaks of it themselves', own);
  if (toldNext(seed, said)) return fact('the next hand was written to about it');
  const told = whereTold(taker, said);
  return told !== undefined && isSoon(seed, said.at) && hasAnyWord(seed, wordsTold(said))
    ? fact('somebody says that the next hand was told', told)
    : null;
}

/** A message to the next hand about what was finished. */
function toldNext(seed: Seed, said: Utterance): boolean {
  if (!said.audience.some((p) => samePerson(p, seed.opening.taker))) return false;
  const words = `${mailSubject(said)} ${said.ownText}`;
  return (
    nearness(seed, words) >= (handsOn(seed, said) ? HANDED_ON : SAME_WORK) ||
    (isSoon(seed, said.at) && YOURS.test(said.ownText) && hasAnyWord(seed, words))
  );
}
/** "Over to you", "it's all yours", "you can start": whatever it is said of, the move is theirs from here. */
const YOURS =
  /\b(?:over to you|all yours|yours (?:now|to|from here)|your (?:turn|move|go)|you(?:['’]re| are)? (?:can|may|free to|good to|clear(?:ed)? to) (?:start|begin|go|proceed|take|print|ship|book|load|run|carry on|get going|crack on)|go ahead|good to go|ready for you)\b/i;

/** The finisher hands something over to the next hand, or asks something of them, within days: little more is needed. */
function handsOn(seed: Seed, said: Utterance): boolean {
  return (
    samePerson(said.from, seed.opening.giver) &&
    isSoon(seed, said.at) &&
    said.acts.some((a) => a.kind === 'request' || closes(a))
  );
}
const isSoon = ({ opening: { saidAt } }: Seed, at: string): boolean =>
  Math.abs(Date.parse(at) - Date.parse(saidAt)) <= HAND_ON_MS;
const HAND_ON_MS = 3 * 86_400_000;
const HANDED_ON = 0.25;

/**
 * "I asked Bram, he says the plates are etched", "the plates are on the press": by the next hand. Who asks, waits or tells
 * of another time does not know yet.
 */
function showsToKnow(seed: Seed, said: Utterance): string | null {
  const told = knowingLines(said);
  const heard = told.find(
    (line) =>
      (said.named(line).some((p) => samePerson(p, seed.opening.giver)) &&
        hasAnyWord(seed, `${mailSubject(said)} ${line}`)) ||
      (TOLD_ME.test(line) && isNamed(seed, line)),
  );
  return (
    heard ?? told.find((line) => meets(wordsIn(line), seed.words) && isNamed(seed, line)) ?? null
  );
}
const knowingLines = keptLately(
  (said: Utterance): readonly string[] =>
    sentencesIn(said.ownText).filter((line) => !NOT_KNOWN.test(line)),
  KEPT_OF_MANY,
);
const TOLD_ME = new RegExp(`\\b${TELLING} (?:me|us)\\b`, 'i');
const NOT_KNOWN =
  /\?\s*$|n['’]t\b|\b(?:not|never|nobody|no (?:word|news|sign)|yet|still|wait(?:s|ing)?|when|once|if|until|till|as soon as|before|whether|hope|hoping|need|needs|please|last (?:week|month|year|time))\b/i;

/** By two words of what was finished or of what it stands under. */
function isNamed({ words, subjectWords }: Seed, line: string): boolean {
  const told = wordsIn(line);
  const known = new Set([...words, ...subjectWords]);
  return inBoth(told, known).length >= 2 && similarity(known, told) >= SAME_WORK;
}

/** Lines of a meeting the next hand was in that say what was finished. */
export function toldInMeetings(seed: Seed, meetings: readonly MeetingItem[]): Evidence[] {
  return meetings.flatMap((meeting) => {
    const cue = tellingCue(seed, meeting);
    if (!cue) return [];
    const at = Date.parse(meeting.startedAt) + cue.t * 1000;
    const source: SourceRef = { ...sourceOf(meeting), time: cue.time };
    return [known(seed, source, at, cue.speaker, cue.text, 'the next hand was told in a meeting')];
  });
}

function tellingCue(seed: Seed, meeting: MeetingItem): MeetingItem['cues'][number] | undefined {
  const { taker } = seed.opening;
  const present = [...meeting.attendees, ...meeting.cues.map(({ speaker }) => speaker)];
  if (!present.some((p) => samePerson(p, taker)) || !isNear(seed, meeting.startedAt)) return;
  return meeting.cues.find(({ text }) =>
    sentencesIn(text).some(
      (line) =>
        !NOT_KNOWN.test(line) &&
        (nearness(seed, line) >= SAME_WORK || (YOURS.test(line) && hasAnyWord(seed, line))),
    ),
  );
}

/** What was made for the next hand since: a task of theirs, or an event they are in. */
export function putToNext(seed: Seed, items: readonly (EventItem | TaskItem)[]): Evidence[] {
  return items
    .filter((item) => isPutToNext(seed, item))
    .map((item) =>
      item.kind === 'task'
        ? known(seed, sourceOf(item), Date.parse(item.createdAt), item.createdBy, item.title, MADE)
        : known(
            seed,
            sourceOf(item),
            Date.parse(item.createdAt ?? item.startsAt),
            item.organizer,
            item.subject,
            MADE,
          ),
    );
}
const MADE = 'it was put into the next hand’s days';

/** Was this task or event made for the next hand after the step was finished? */
function isPutToNext(seed: Seed, item: EventItem | TaskItem): boolean {
  const hands =
    item.kind === 'task'
      ? item.assignedTo
      : [...item.attendees.map(({ person }) => person), item.organizer];
  if (!hands.some((p) => p !== null && samePerson(p, seed.opening.taker))) return false;
  const title = item.kind === 'task' ? item.title : item.subject;
  if (item.createdAt === null || !isNear(seed, item.createdAt)) return false;
  if (item.kind === 'event' && item.cancelled) return false;
  return (
    nearness(seed, title) >= SAME_WORK || (isSoon(seed, item.createdAt) && isNamed(seed, title))
  );
}

/** Does something outside a step's conversation, that is no message, show that its next hand knows? */
export function showsNextHand(seed: Seed, item: MeetingItem | EventItem | TaskItem): boolean {
  if (seed.opening.act !== 'completion') return false;
  return item.kind === 'meeting' ? tellingCue(seed, item) !== undefined : isPutToNext(seed, item);
}

function isNear({ opening: { saidAt } }: Seed, at: string): boolean {
  const since = Date.parse(at) - Date.parse(saidAt);
  return since > -TOLD_BEFORE_MS && since <= TOLD_REACH_MS;
}

function known(
  seed: Seed,
  source: SourceRef,
  at: number,
  by: Person | null,
  quote: string,
  reason: string,
): Evidence {
  return {
    id: stableId(seed.id, 'told', source.kind, source.id, source.time ?? ''),
    kind: 'done',
    end: 'giver',
    by,
    at: new Date(at).toISOString(),
    source,
    quote,
    until: null,
    to: null,
    believes: null,
    link: { reason, confidence: 0.7 },
  };
}
