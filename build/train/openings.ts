import { aroundOf } from '../../main/engine/around';
import { beginConversation } from '../../main/engine/correlate';
import { correlateMeeting, cuesOf, isTakenThere } from '../../main/engine/meetings';
import { spokenOf, spokenThere } from '../../main/engine/owed';
import type { Seed } from '../../main/engine/openings';
import { inOneGo } from '../../main/engine/steps';
import type { Utterance } from '../../main/engine/utterance';
import type { Act } from '../../shared/handoff/act';
import type { Item, MeetingItem, Person } from '../../shared/handoff/item';
import { found } from '../../shared/reading/learned/features';
import { owedFeatures, owedWords, type Spoken } from '../../shared/reading/learned/owed';
import { inDesk, inThread, type Desk } from './desks';
import { readingsAmong } from './items';
import { sameWords, type Thread } from './threads';
export { replaceOwed } from '../../shared/reading/learned/owed';
export { sameWords };

/** What the holder opens without what is learned here: the place of the message, its words, and how the table sees them. */
interface Opened {
  at: number;
  quote: string;
  kind: Spoken['kind'];
  x: number[];
  ids: number[];
}

export const studyThread = (thread: Thread) => inThread(thread, openedIn);
export const studyDesk = (desk: Desk) => inDesk(desk, openedIn, openedThere);

function openedIn(items: readonly Item[], people: Person[]): Opened[] {
  const [me] = people;
  const readings = readingsAmong(people);
  const conversation = beginConversation({
    thread: 't',
    isMe: (p) => p.address === me?.address,
    isStranger: () => false,
    opensAll: true,
    reopenedAt: () => null,
    zoneOf: () => 'Europe/London',
  });
  const told: Utterance[] = [];
  const placeOf = new Map<string, number>();
  const known = new Set<string>();
  const rows: Opened[] = [];
  for (const [at, item] of items.entries()) {
    const said = readings.of(item);
    if (!said) continue;
    placeOf.set(said.source.id, told.length);
    told.push(said);
    const around = aroundOf(said, told, placeOf);
    conversation.take(said);
    for (const { seed } of inOneGo(conversation.handoffs())) {
      if (known.has(seed.id)) continue;
      known.add(seed.id);
      const act = actOf(seed, said.acts);
      if (act && seed.opening.source.id === said.source.id)
        rows.push(rowOf(at, act, spokenOf(act, seed.opening, said, around.answers)));
    }
  }
  return rows;
}

function openedThere(meeting: MeetingItem, people: Person[]): Opened[] {
  const ctx = {
    reopenedAt: () => null,
    isMe: () => true,
    zoneOf: () => 'Europe/London',
    directory: people,
    opensAll: true,
  };
  const cues = [...cuesOf(meeting, ctx)];
  return correlateMeeting(meeting, ctx, cues).flatMap(({ seed }) => {
    const at = cues.findIndex((cue) => cue.source.time === seed.opening.source.time);
    const cue = cues[at];
    const act = cue && actOf(seed, cue.acts);
    if (!cue || !act || act.kind === 'decision') return [];
    return rowOf(at, act, spokenThere(act, seed.opening, cue, isTakenThere(seed, null, cues, at)));
  });
}

/** The act a handoff was opened by. */
const actOf = ({ opening }: Seed, acts: readonly Act[]): Act | undefined =>
  acts.find((a) => a.kind === opening.act && a.quote === opening.quote) ??
  acts.find((a) => a.kind === opening.act && opening.quote.includes(a.quote));

function rowOf(at: number, act: Act, spoken: Spoken): Opened {
  owedWords(spoken);
  const ids = [...found.ids.subarray(0, found.count)];
  return { at, quote: act.quote, kind: spoken.kind, x: owedFeatures(spoken), ids };
}
