import { aroundOf } from '../../main/engine/around';
import { beginConversation } from '../../main/engine/correlate';
import { isOpen, isTaker } from '../../main/engine/correlated';
import { besideOf, mayBeFurther } from '../../main/engine/further';
import { reaches } from '../../main/engine/reach';
import { inOneGo } from '../../main/engine/steps';
import type { Utterance } from '../../main/engine/utterance';
import { samePerson } from '../../shared/handoff/identity';
import type { Item, Person } from '../../shared/handoff/item';
import { found } from '../../shared/reading/learned/features';
import { furtherFeatures, furtherWords, type Beside } from '../../shared/reading/learned/further';
import { inDesk, inThread, type Desk } from './desks';
import { readingsAmong } from './items';
import { sameWords, type Thread } from './threads';
export { replaceFurther } from '../../shared/reading/learned/further';
export { sameWords };

/** Words of a message that ask, beside what is open: the place of the message, the words, and how the table sees them. */
interface Row {
  at: number;
  quote: string;
  kind: Beside['kind'];
  x: number[];
  ids: number[];
}

export const studyThread = (thread: Thread) => inThread(thread, besidesIn);
export const studyDesk = (desk: Desk) => inDesk(desk, besidesIn);

function besidesIn(items: readonly Item[], people: Person[]): Row[] {
  const [me] = people;
  const readings = readingsAmong(people);
  const conversation = beginConversation({
    thread: 't',
    isMe: (p) => p.address === me?.address,
    isStranger: () => false,
    reopenedAt: () => null,
    zoneOf: () => 'Europe/London',
  });
  const told: Utterance[] = [];
  const placeOf = new Map<string, number>();
  const rows: Row[] = [];
  for (const [at, item] of items.entries()) {
    const said = readings.of(item);
    if (!said) continue;
    placeOf.set(said.source.id, told.length);
    told.push(said);
    const around = aroundOf(said, told, placeOf);
    const open = inOneGo(conversation.handoffs()).filter((h) => isOpen(h) && reaches(h.seed, said));
    conversation.take(said);
    const mine = open.filter((h) => isTaker(h.seed, said.from));
    const given = open.filter((h) => samePerson(h.seed.opening.giver, said.from));
    if (mine.length + given.length === 0) continue;
    for (const act of said.acts.filter(mayBeFurther)) {
      const beside = besideOf(act, said, { mine, given }, around);
      furtherWords(beside);
      const ids = [...found.ids.subarray(0, found.count)];
      rows.push({ at, quote: act.quote, kind: beside.kind, x: furtherFeatures(beside), ids });
    }
  }
  return rows;
}
