import { z } from 'zod';
import type { Clock } from '../../shared/timing/clock';
import type { Absorb, Source } from '../engine/page';
import type { RefusedItem } from '../ledger/types';
import { enc, IMMUTABLE, type Graph } from './client';
import { BACK, createMailBack } from './mailBack';
import { ALWAYS, type MailFolder } from './folders';
import { createMailRows, EXPAND, SELECT, type Held } from './mailRows';
import { pages } from './pager';
import { GraphProblem } from './problem';
import {
  extended,
  horizonOf,
  newReach,
  type Reach,
  reachOf,
  RECENT_MS,
  USUAL_DAYS,
  widened,
  type Stretch,
} from './reach';
import { createWhereabouts } from './whereabouts';

const DAY = 86_400_000;
/** A filtered delta round gives the newest so many and says nothing of the rest. */
const ROUND_MOST = 5_000;
/** Mails that left a folder, looked for in one round. */
const SETTLED_AT_ONCE = 200;

/** Ids that left a folder in a round not finished yet, with the folder they left. */
const Left = z.record(z.string(), z.string());
const LEFT = 'mail/left';

/** What a chain that is read again has shown. */
interface Shown {
  ids: Set<string>;
  rows: number;
  /** ms; Infinity before the first row. */
  oldest: number;
}

/**
 * Mail: the last two weeks by a list, newest first; then one delta chain per folder for what changes from there on; and,
 * by `fill`, the rest down to the horizon. Cursors: `mail/back` how far back it has been read, `mail/<folder>` the link
 * to go on from, `mail/<folder>/at` when its last round ended, `mail/<folder>/restart` while a lost chain is read again,
 * `mail/left` what left a folder until the round knows whether it arrived in another.
 */
export function createMailSource(parts: {
  graph: Graph;
  clock: Clock;
  held: Held;
  /** Asked for at each round: the person may choose others. Those that are always read, when not said. */
  folders?: () => readonly MailFolder[];
  /** How far back to read, as an instant in ms. */
  horizon?: () => number;
  pageSize?: number;
}): Source {
  const { graph, clock, held } = parts;
  const folders = () => parts.folders?.() ?? ALWAYS;
  const names = () => folders().map(({ id }) => id);
  const horizon = parts.horizon ?? horizonOf(clock, USUAL_DAYS);
  const prefer = [IMMUTABLE, `odata.maxpagesize=${String(parts.pageSize ?? 50)}`];
  const rows = createMailRows({ graph, clock, held });
  const whereabouts = createWhereabouts(graph, folders);
  const back = createMailBack({ graph, clock, rows, folders, pageSize: parts.pageSize });

  function stillLeft(
    cursor: Cursor,
    last: ReadonlyMap<string, 'left' | 'here'>,
    unseen: readonly string[],
    folder: string,
  ) {
    const known = Left.safeParse(JSON.parse(cursor(LEFT) ?? '{}'));
    const all = new Map(Object.entries(known.success ? known.data : {}));
    for (const id of unseen) all.set(id, folder);
    for (const [id, how] of last)
      if (how === 'left') all.set(id, folder);
      else if (all.get(id) === folder) all.delete(id);
    return all.size === 0 ? null : JSON.stringify(Object.fromEntries(all));
  }

  /** Follows a chain to its end, committing each page with the link that goes on from it. */
  async function follow(from: string, folder: MailFolder, round: Round, again: Again | null) {
    const key = `mail/${folder.id}`;
    const { absorb, cursor, signal } = round;
    for await (const page of pages(graph, from, { purpose: key, prefer, signal })) {
      const { patches, last, refused, oldest } = await rows.ofFolder(page.values, folder, signal);
      if (again) note(again.shown, last, page.values.length, oldest);
      const done = page.delta !== null;
      const missed = again !== null && done ? unseen(folder, again) : [];
      const cursors = [{ key: LEFT, value: stillLeft(cursor, last, missed, folder.id) }];
      if (done) cursors.push({ key: `${key}/at`, value: new Date(clock.now()).toISOString() });
      // A chain that is read again counts only whole: until its end the link is not kept, so an
      // interruption starts it over and nothing is called gone on half the evidence.
      if (again === null) cursors.push({ key, value: page.delta ?? page.next });
      else if (done) {
        cursors.push({ key, value: page.delta }, { key: `${key}/restart`, value: null });
        cursors.push(...cutOff(cursor, again));
      }
      await absorb({ source: key, patches, gone: [], people: [], cursors, refused });
    }
  }

  function note(
    shown: Shown,
    last: ReadonlyMap<string, 'left' | 'here'>,
    count: number,
    oldest: number | null,
  ): void {
    shown.rows += count;
    shown.oldest = Math.min(shown.oldest, oldest ?? Infinity);
    for (const [id, how] of last)
      if (how === 'left') shown.ids.delete(id);
      else shown.ids.add(id);
  }

  /** What a round that was cut off did not show is read by list, like everything older. */
  function cutOff(cursor: Cursor, { from, shown }: Again) {
    const reach = reachOf(cursor(BACK));
    if (shown.rows < ROUND_MOST || reach === null) return [];
    const open: Stretch[] = [{ from, before: shown.oldest + 1_000 }, ...reach.open];
    return [{ key: BACK, value: JSON.stringify({ ...reach, open }) }];
  }

  /** Rows of a folder, within what was read again, that a whole new round did not show. */
  function unseen(folder: MailFolder, { from, shown }: Again): string[] {
    const shownFrom = shown.rows < ROUND_MOST ? from : Math.max(from, shown.oldest);
    // A day of slack at the old edge: the filter is by receiving, the item by sending time.
    const edge = shownFrom + DAY;
    const found: string[] = [];
    for (const { item } of held.eachItem('mail'))
      if (
        item.kind === 'mail' &&
        item.folder === folder.id &&
        Date.parse(item.sentAt) >= edge &&
        !shown.ids.has(item.id)
      )
        found.push(item.id);
    return found;
  }

  function firstCall(folder: MailFolder, from: number): string {
    const since = new Date(from).toISOString().replace(/\.\d+Z$/, 'Z');
    const query = [
      `$select=${SELECT}`,
      `$expand=${enc(EXPAND)}`,
      `$filter=${enc(`receivedDateTime ge ${since}`)}`,
      `$orderby=${enc('receivedDateTime desc')}`,
    ];
    return `/me/mailFolders/${enc(folder.id)}/messages/delta?${query.join('&')}`;
  }

  async function syncFolder(folder: MailFolder, reach: Reach, round: Round): Promise<void> {
    const key = `mail/${folder.id}`;
    const lost = () => round.cursor(`${key}/restart`) !== null;
    if (!lost()) {
      try {
        await follow(round.cursor(key) ?? firstCall(folder, reach.edge), folder, round, null);
        return;
      } catch (error) {
        if (!(error instanceof GraphProblem) || error.kind !== 'syncStateLost') throw error;
        await put(round, [
          { key, value: null },
          { key: `${key}/restart`, value: 'yes' },
        ]);
      }
    }
    const from = lastKnown(round.cursor(`${key}/at`), reach);
    const shown: Shown = { ids: new Set(), rows: 0, oldest: Infinity };
    await follow(firstCall(folder, from), folder, round, { from, shown });
  }

  /** From where a lost chain is read again: two weeks, or further back when nothing was heard for longer. */
  function lastKnown(at: string | null, reach: Reach): number {
    const ended = at === null ? reach.edge : Date.parse(at) - DAY;
    return Math.min(clock.now() - RECENT_MS, ended);
  }

  async function put(round: Round, cursors: { key: string; value: string | null }[]) {
    await round.absorb({ source: 'mail', patches: [], gone: [], people: [], cursors, refused: [] });
  }

  /** What is on screen first: everything down to the edge of what is followed. */
  async function recent(round: Round): Promise<Reach> {
    let reach = reachOf(round.cursor(BACK));
    if (reach === null) {
      reach = newReach(clock.now(), horizon(), names());
      await put(round, [{ key: BACK, value: JSON.stringify(reach) }]);
    }
    while ((reach.open[0]?.from ?? -Infinity) >= reach.edge)
      reach = await back.page(reach, round.absorb, round.signal);
    return reach;
  }

  /** After all folders: of what left one and arrived in none it is asked where it is. */
  async function settle(round: Round): Promise<void> {
    const known = Left.safeParse(JSON.parse(round.cursor(LEFT) ?? '{}'));
    const left = Object.entries(known.success ? known.data : {});
    if (left.length === 0) return;
    const lost = left.flatMap(([id, folder]) => {
      const item = held.item(id)?.item;
      return item?.kind === 'mail' && item.folder === folder ? [id] : [];
    });
    // A rule may have swept a whole folder: the rest is asked for in the rounds that follow.
    const now = lost.slice(0, SETTLED_AT_ONCE);
    const later = new Set(lost.slice(SETTLED_AT_ONCE));
    const refused: RefusedItem[] = [];
    const { gone, there: patches } = await whereabouts.of(now, round.signal, (one) => {
      refused.push({ ...one, at: clock.now() });
    });
    const rest = left.filter(([id]) => later.has(id));
    const value = rest.length === 0 ? null : JSON.stringify(Object.fromEntries(rest));
    const cursors = [{ key: LEFT, value }];
    await round.absorb({ source: 'mail', patches, gone, people: [], cursors, refused });
  }

  return {
    name: 'mail',
    rhythm: 'always',
    async sync(absorb, cursor, signal) {
      const round: Round = { absorb, cursor, signal };
      const failures: unknown[] = [];
      const reach = await recent(round);
      for (const folder of folders()) {
        try {
          await syncFolder(folder, reach, round);
        } catch (error) {
          if (!(error instanceof GraphProblem)) throw error;
          if (error.kind === 'notFound' && folder.optional) continue;
          failures.push(error);
          // These would meet every folder alike.
          if (['auth', 'offline', 'throttled', 'forbidden'].includes(error.kind)) break;
        }
      }
      if (failures.length > 0) throw failures[0];
      await settle(round);
    },
    async fill(absorb, cursor, signal) {
      const stored = reachOf(cursor(BACK));
      const reach = stored && extended(widened(stored, names()), horizon());
      const [stretch] = reach?.open ?? [];
      if (!reach || !stretch) return null;
      const left = await back.page(reach, absorb, signal);
      return { at: left.open[0]?.before ?? left.bottom };
    },
  };
}

type Cursor = (key: string) => string | null;

/** A lost chain that is read again from its beginning. */
interface Again {
  /** ms; the round was asked from here on. */
  from: number;
  shown: Shown;
}

interface Round {
  absorb: Absorb;
  cursor: Cursor;
  signal: AbortSignal;
}
