import { createHash } from 'node:crypto';
import { itemTime } from '../../../shared/handoff/item';
import type { Clock } from '../../../shared/timing/clock';
import type { Ledger } from '../../ledger/types';
import type { Engine } from '../engine';
import { proposedIn } from './accepted';
import { checkedActs, listIn } from './answer';
import { ask, type FetchLike, type ModelAccess } from './endpoint';
import { messagesFor, readableFor, type Readable } from './request';

/** Puts new items to the person's own language model, one by one, apart from sync and reading. Off: nothing leaves. */
export interface Proposer {
  /** These items are new or changed. Returns at once. */
  hear(itemIds: readonly string[]): void;
  /** The settings are others now: what is under way for the old ones is broken off. */
  settingsChanged(): void;
  sentToday(): number;
  /** What went wrong last, in words; null when nothing did. */
  problem(): string | null;
  /** Puts an invented sentence to an endpoint. */
  attempt(access: ModelAccess): Promise<{ works: boolean; words: string }>;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

export interface ProposerParts {
  ledger: Ledger;
  engine: Engine;
  clock: Clock;
  fetch: FetchLike;
  /** The endpoint to ask; null while it is switched off. */
  access: () => ModelAccess | null;
  /** Tells the person a sentence. */
  say: (words: string) => void;
  /** For the log: no content, no addresses, no key. */
  log: (line: string) => void;
}

/** Items sent in one day at most (UTC days of the desk's clock). */
export const BUDGET = 200;
/** Items waiting; beyond it the oldest go unasked. */
const WAITING = 500;
/** Older items are history: what they ask for has been settled or is held. */
const FRESH_DAYS = 14;
/** Real time between two questions. */
const BREATH_MS = 1_000;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;
const DAY = 'model/day';
/** Items read in one go while one is looked for that may be sent. */
const BITE = 20;

/** One item that may be sent, and the key under which it is remembered. */
interface Question {
  id: string;
  readable: Readable;
  key: string;
}

export function createProposer(parts: ProposerParts): Proposer {
  const { ledger, engine, clock, log } = parts;
  const waiting = new Set<string>();
  let current = new AbortController();
  let running: Promise<void> | null = null;
  let stopped = false;
  let problem: string | null = null;
  let failures = 0;
  let refused = false;

  const today = () => new Date(clock.now()).toISOString().slice(0, 10);
  const sentToday = (): number => {
    const [day, count] = (ledger.cursor(DAY) ?? '').split(' ');
    return day === today() ? Number(count) : 0;
  };

  const tell = (words: string | null) => {
    if (words !== null && words !== problem) {
      log(`own language model: ${words}`);
      parts.say(words);
    }
    problem = words;
  };

  /** Written down before it leaves: an item is never sent twice, whatever happens meanwhile. */
  const spend = (key: string) => {
    ledger.transaction(() => {
      ledger.setCursor(key, today());
      ledger.setCursor(DAY, `${today()} ${sentToday() + 1}`);
    });
  };
  const giveBack = (key: string) => {
    ledger.transaction(() => {
      ledger.setCursor(key, null);
    });
  };

  /** The newest item that waits and may be asked about; sync and the window come in between those that may not. */
  const next = async (access: ModelAccess, signal: AbortSignal): Promise<Question | null> => {
    for (const [n, id] of [...waiting].reverse().entries()) {
      if (n > 0 && n % BITE === 0) await clock.pause(0, signal);
      waiting.delete(id);
      const item = ledger.item(id)?.item;
      if (!item || clock.now() - Date.parse(itemTime(item)) > FRESH_DAYS * 86_400_000) continue;
      const readable = readableFor(item, engine.people());
      if (!readable) continue;
      const key = askedKey(access.name, readable.hash);
      if (ledger.cursor(key) === null) return { id, readable, key };
    }
    return null;
  };

  const one = async (access: ModelAccess, signal: AbortSignal): Promise<boolean> => {
    if (sentToday() >= BUDGET) return false;
    const found = await next(access, signal);
    if (!found) return false;
    const { id, readable, key } = found;
    spend(key);
    const question = messagesFor({
      from: readable.item.from,
      to: readable.to,
      words: readable.words,
    });
    const outcome = await ask(access, question, { fetch: parts.fetch, clock, signal });
    if (outcome.is === 'answered') {
      failures = 0;
      const list = listIn(outcome.text);
      tell(list ? null : 'The model did not answer with the list that was asked for.');
      if (list) take(id, readable.hash, list, access.name);
      await clock.pause(BREATH_MS, signal);
      return true;
    }
    tell(outcome.words);
    if (outcome.is === 'refused') {
      refused = true;
      return false;
    }
    if (outcome.is === 'busy') {
      giveBack(key);
      waiting.add(id);
    }
    const wait = outcome.is === 'busy' ? outcome.waitMs : null;
    const growing = FIRST_PAUSE_MS * 2 ** Math.min(failures, 10);
    failures += 1;
    await clock.pause(Math.min(LONGEST_PAUSE_MS, wait ?? growing), signal);
    return true;
  };

  /** The item may have changed while the model thought: its words are looked at as they are now. */
  const take = (id: string, hash: string, list: readonly unknown[], model: string) => {
    const item = ledger.item(id)?.item;
    const readable = item ? readableFor(item, engine.people()) : null;
    if (readable?.hash !== hash) return;
    const { acts, refused: aside } = checkedActs(list, readable, model);
    if (acts.length > 0) engine.propose({ itemId: id, acts });
    const set = Object.entries(aside).filter(([, n]) => n > 0);
    if (set.length > 0)
      log(`own language model: set aside ${set.map(([why, n]) => `${why} ${n}`).join(', ')}`);
  };

  const run = async (): Promise<void> => {
    const { signal } = current;
    const isOver = () => signal.aborted;
    for (;;) {
      const access = parts.access();
      if (!access || isOver() || refused) return;
      try {
        if (!(await one(access, signal))) return;
      } catch (error) {
        if (isOver()) return;
        throw error;
      }
    }
  };
  const start = () => {
    if (stopped || running || waiting.size === 0) return;
    // A turn later: whoever brought the items goes on first.
    running = Promise.resolve()
      .then(run)
      .catch((error: unknown) => {
        log(`own language model: ${error instanceof Error ? error.name : 'unknown fault'}`);
      })
      .finally(() => {
        running = null;
      });
  };

  return {
    hear(itemIds) {
      // Also while it is off: what the sender took back is withdrawn, and what came today can be asked about later.
      for (const itemId of itemIds)
        if (ledger.cursor(proposedIn(itemId)) !== null) engine.propose({ itemId, acts: [] });
      for (const id of itemIds) {
        if (!id.startsWith('mail:') && !id.startsWith('chat:')) continue;
        waiting.delete(id);
        waiting.add(id);
      }
      for (const id of waiting) {
        if (waiting.size <= WAITING) break;
        waiting.delete(id);
      }
      start();
    },
    settingsChanged() {
      current.abort();
      current = new AbortController();
      problem = null;
      failures = 0;
      refused = false;
      void (running ?? Promise.resolve()).then(start);
    },
    sentToday,
    problem: () => problem,
    async attempt(access) {
      const outcome = await ask(access, messagesFor(INVENTED), {
        fetch: parts.fetch,
        clock,
        signal: current.signal,
      });
      if (outcome.is !== 'answered') return { works: false, words: outcome.words };
      const list = listIn(outcome.text);
      if (!list)
        return { works: false, words: 'It answered, but not with the list that was asked for.' };
      return {
        works: true,
        words: `It answered in the form asked for, and found ${list.length} ${list.length === 1 ? 'act' : 'acts'} in the invented sentence.`,
      };
    },
    async stop() {
      stopped = true;
      current.abort();
      await running;
    },
  };
}

/** What is put to an endpoint to try it. */
const INVENTED = {
  from: { name: 'Grace', address: '' },
  to: [{ name: 'Ada', address: '' }],
  words: 'Hi Ada, could you send me the seating plan by Friday? Grace',
};

function askedKey(model: string, hash: string): string {
  return `model/asked/${createHash('sha256').update(`${model}\n${hash}`).digest('hex')}`;
}
