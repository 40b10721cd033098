import type { Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Evidence } from '../../shared/handoff/model';
import { tellingWords } from '../../shared/handoff/similarity';
import { lastOfTaker, type Correlated } from './correlated';
import { evidenceOf } from './evidence';
import { nearness } from './nearness';
import type { Seed } from './openings';
import { takerFacts } from './takerFacts';
import type { Utterance } from './utterance';
import { asWords, meets } from './words';

/** What the taker waits for comes from the giver by another way than it was spoken of: the move is the taker's again. */

/** Does the giver bring the taker something by this message, whatever it is? */
export function brings({ opening }: Seed, said: Utterance): boolean {
  return (
    samePerson(said.from, opening.giver) &&
    said.to.some((p) => samePerson(p, opening.taker)) &&
    (filesOf(said).length > 0 || said.acts.some(({ kind }) => kind === 'delivery'))
  );
}

/** The fact that it has come, where what is brought is named by a word of what the taker said they wait for; else null. */
export function awaitedCame({ seed, evidence }: Correlated, said: Utterance): Evidence | null {
  if (!brings(seed, said)) return null;
  const last = lastOfTaker(evidence);
  if (last?.kind !== 'waiting' || last.at >= said.at) return null;
  const awaited = tellingWords(last.quote);
  const named = (text: string) => meets(tellingWords(text), awaited);
  const act = said.acts.find(({ kind, quote }) => kind === 'delivery' && named(quote));
  const file = filesOf(said).find(named);
  if (!act && file === undefined) return null;
  return evidenceOf(seed, said, 'replied', {
    end: 'giver',
    act,
    believes: 'taker',
    reason: 'what the taker waited for came in another conversation',
    confidence: 0.7,
  });
}

/**
 * What the taker answers to the very message that brought it, and says of the work ("I'll forward the approval the minute
 * it issues"): by one word of it, for what the answer is about is known.
 */
export function takenUp({ seed, evidence }: Correlated, said: Utterance): Evidence[] {
  const last = evidence[evidence.length - 1];
  if (last?.kind !== 'replied' || last.end !== 'giver' || !answers(seed, said)) return [];
  if (said.item.kind !== 'mail' || said.item.inReplyTo !== last.source.id) return [];
  const acts = promisesOf(seed, said);
  return takerFacts(seed, said, acts, 'the taker answers what they had waited for').filter(
    ({ kind }) => kind === 'taken' || kind === 'deferred',
  );
}

/** May a message be that answer? Only the facts tell. */
export function answers(seed: Seed, said: Utterance): boolean {
  const { giver, taker } = seed.opening;
  return (
    samePerson(said.from, taker) &&
    said.to.some((p) => samePerson(p, giver)) &&
    promisesOf(seed, said).length > 0
  );
}

const promisesOf = (seed: Seed, said: Utterance): Act[] =>
  said.acts.filter(({ kind, quote }) => PROMISES.has(kind) && nearness(seed, quote) > 0);
const PROMISES: ReadonlySet<Act['kind']> = new Set(['commitment', 'acceptance', 'deferral']);

function filesOf({ item }: Utterance): string[] {
  return item.kind === 'mail' ? item.attachments.map(asWords) : [];
}
