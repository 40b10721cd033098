import { fold } from '../../../shared/handoff/fold';
import type { Act } from '../../../shared/handoff/act';
import { sourceOf } from '../../../shared/handoff/item';
import { isUnconfirmed, type Handoff, type LogBody } from '../../../shared/handoff/model';
import type { Ledger } from '../../ledger/types';
import { seedOf } from '../openings';
import type { People } from '../people';
import type { Readings } from '../utterance';
import { ANY_PROPOSED, proposedIn } from './accepted';

/** What a model found in one item, already checked against its words. Each act names who proposed it. */
export interface ProposedActs {
  itemId: string;
  acts: readonly Act[];
}

/**
 * Writes proposals to the log as openings that say who proposed them. What the log holds under the same words, found
 * by the reader or decided by the person, is left alone; a proposal whose words the item no longer holds goes.
 */
export function recordProposals(
  ledger: Ledger,
  people: People,
  readings: Readings,
  { itemId, acts }: ProposedActs,
): { handoffs: Handoff[]; vanished: string[] } {
  const item = ledger.item(itemId)?.item;
  const thread = ledger.threadOf(itemId);
  if (!item || thread === null) return { handoffs: [], vanished: [] };
  const said = readings.byId(itemId);
  const words = bare(said?.ownText ?? '');

  const vanished: string[] = [];
  const source = sourceOf(item);
  for (const id of ledger.handoffIdsOfThread(thread)) {
    const log = logOf(ledger, id);
    const held = fold(id, log);
    if (!held || !isUnconfirmed(held) || held.source.id !== source.id) continue;
    if (held.state === 'closed' || words.includes(bare(held.quote))) continue;
    ledger.append(id, { entry: 'vanished', generation: nextGeneration(log) });
    vanished.push(id);
  }

  const handoffs: Handoff[] = [];
  for (const act of acts) {
    const seed =
      said &&
      seedOf(act, said, { thread, isMe: (p) => people.isMe(p), answered: null, parent: null });
    // Between two others it would be one more thing to look at and nothing to do.
    if (!seed || seed.opening.observed) continue;
    const log = logOf(ledger, seed.id);
    if (fold(seed.id, log)) continue;
    const opened: LogBody = {
      entry: 'opened',
      generation: nextGeneration(log),
      opening: seed.opening,
    };
    ledger.append(seed.id, opened);
    ledger.setCursor(ANY_PROPOSED, 'yes');
    ledger.setCursor(proposedIn(itemId), 'yes');
    const shown = fold(seed.id, [...log, opened]);
    if (shown) handoffs.push(shown);
  }
  return { handoffs, vanished };
}

function logOf(ledger: Ledger, id: string): LogBody[] {
  return ledger.log(id).map((line) => line.body);
}

function nextGeneration(log: readonly LogBody[]): number {
  return 1 + Math.max(0, ...log.map((line) => ('generation' in line ? line.generation : 0)));
}

/** Words without their line breaks: the same sentence however it is wrapped. */
function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
