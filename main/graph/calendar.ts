import { z } from 'zod';
import type { Clock } from '../../shared/timing/clock';
import { eventFromGraph, GraphEvent } from '../../shared/handoff/graphShape';
import type { Absorb, Filled, Source } from '../engine/page';
import type { ItemPatch, RefusedItem } from '../ledger/types';
import { enc, IMMUTABLE, type Graph } from './client';
import type { Held } from './mailRows';
import { pages, whatIsWrong, whereIs } from './pager';
import { GraphProblem } from './problem';
import { horizonOf, USUAL_DAYS } from './reach';

const DAY = 86_400_000;
const KEY = 'calendar';

const Row = GraphEvent.extend({
  '@removed': z.unknown().optional(),
  seriesMasterId: z.string().nullish(),
});
type Row = z.infer<typeof Row>;

/** Cursor: ms down to which the calendar was read. */
const BACK = 'calendar/back';
const STEP_MS = 31 * DAY;

/** The window is baked into the chain's links, so it is kept beside them. Times in ms. */
const Chain = z.object({ link: z.string(), from: z.number(), to: z.number(), madeAt: z.number() });
type Chain = z.infer<typeof Chain>;

/**
 * The primary calendar, a window around now, as one delta chain that starts anew each week so that the
 * window moves along; older months, by `fill`, as plain views. Cursors: `calendar` is the chain as JSON, null while a
 * new one is being read; `calendar/back` how far back the months were read.
 */
export function createCalendarSource(parts: {
  graph: Graph;
  clock: Clock;
  held: Held;
  /** The person's addresses. */
  me: () => readonly string[];
  /** Days to each side of now. */
  windowDays?: number;
  renewDays?: number;
  /** How far back to read, as an instant in ms. */
  horizon?: () => number;
  pageSize?: number;
}): Source {
  const { graph, clock, held } = parts;
  const windowMs = (parts.windowDays ?? 30) * DAY;
  const renewMs = (parts.renewDays ?? 7) * DAY;
  const horizon = parts.horizon ?? horizonOf(clock, USUAL_DAYS);
  const prefer = [
    IMMUTABLE,
    `odata.maxpagesize=${String(parts.pageSize ?? 50)}`,
    'outlook.timezone="UTC"',
  ];

  /** Occurrences come bare (times only): what they share stands on the series master. */
  async function master(id: string, masters: Map<string, Row | null>, signal: AbortSignal) {
    const known = masters.get(id);
    if (known !== undefined) return known;
    let found: Row | null = null;
    try {
      const answer = await graph.get(`/me/events/${enc(id)}`, {
        purpose: 'series of an occurrence',
        prefer: [IMMUTABLE, 'outlook.timezone="UTC"'],
        signal,
      });
      found = Row.safeParse(answer).data ?? null;
    } catch (error) {
      if (!(error instanceof GraphProblem) || error.kind !== 'notFound') throw error;
    }
    masters.set(id, found);
    return found;
  }

  async function patchOf(row: Row, masters: Map<string, Row | null>, signal: AbortSignal) {
    const bare = row.subject === undefined && row.seriesMasterId;
    const shared = bare ? await master(bare, masters, signal) : null;
    const own = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
    const whole = shared ? { ...shared, type: 'occurrence', ...own, id: row.id } : row;
    return eventFromGraph(
      whole,
      parts.me().map((address) => address.toLowerCase()),
    );
  }

  function rowsOf(values: readonly unknown[]): { rows: Row[]; refused: RefusedItem[] } {
    const rows: Row[] = [];
    const refused: RefusedItem[] = [];
    values.forEach((value, index) => {
      const read = Row.safeParse(value);
      if (read.success) rows.push(read.data);
      else {
        const what = whatIsWrong(read.error);
        refused.push({ source: KEY, where: whereIs(value, index), what, at: clock.now() });
      }
    });
    return { rows, refused };
  }

  async function follow(chain: Chain, at: string, round: Round, seen: Set<string> | null) {
    const { absorb, signal } = round;
    const masters = new Map<string, Row | null>();
    for await (const page of pages(graph, at, { purpose: 'calendar', prefer, signal })) {
      const patches: ItemPatch[] = [];
      const gone: string[] = [];
      const { rows, refused } = rowsOf(page.values);
      for (const row of rows) if (row.type === 'seriesMaster') masters.set(row.id, row);
      for (const row of rows) {
        const id = `event:${row.id}`;
        if (row['@removed'] !== undefined) {
          seen?.delete(id);
          if (held.item(id)) gone.push(id);
          continue;
        }
        const item = await patchOf(row, masters, signal);
        if (!item) continue;
        seen?.add(id);
        patches.push(item);
      }
      const link = page.delta ?? page.next;
      // A new chain replaces the old one only when it is whole, so that what it does not show is gone.
      const keep = seen === null || page.delta !== null;
      const cursors =
        keep && link !== null ? [{ key: KEY, value: JSON.stringify({ ...chain, link }) }] : [];
      if (seen !== null && page.delta !== null) {
        gone.push(...unseen(chain, seen));
        cursors.push(...gapBefore(chain, round.cursor));
      }
      if (patches.length + gone.length + refused.length + cursors.length > 0)
        await absorb({ source: KEY, patches, gone, people: [], cursors, refused });
    }
  }

  function unseen(chain: Chain, seen: ReadonlySet<string>): string[] {
    const found: string[] = [];
    for (const { item } of held.eachItem('event')) {
      if (item.kind !== 'event' || seen.has(item.id)) continue;
      const starts = Date.parse(item.startsAt);
      if (starts >= chain.from && starts < chain.to) found.push(item.id);
    }
    return found;
  }

  /** After a pause longer than a window the months between two chains were never read. */
  function gapBefore(chain: Chain, cursor: Round['cursor']) {
    const before = chainOf(cursor);
    return before === null || before.to < chain.from
      ? [{ key: BACK, value: String(chain.from) }]
      : [];
  }

  /** The month before what was read; null when that is the horizon already. */
  async function fill({ absorb, cursor, signal }: Round): Promise<Filled | null> {
    const to = Number(cursor(BACK) ?? Number.NaN);
    const from = Math.max(horizon(), to - STEP_MS);
    // Before the first chain is whole there is nothing to go back from.
    if (Number.isNaN(to) || from >= to) return null;
    const query = [
      `startDateTime=${new Date(from).toISOString()}`,
      `endDateTime=${new Date(to).toISOString()}`,
      '$top=100',
    ];
    const masters = new Map<string, Row | null>();
    const ask = { purpose: 'calendar of earlier', prefer, signal };
    for await (const page of pages(graph, `/me/calendarView?${query.join('&')}`, ask)) {
      const { rows, refused } = rowsOf(page.values);
      const patches: ItemPatch[] = [];
      for (const row of rows) {
        const item = await patchOf(row, masters, signal);
        if (item) patches.push(item);
      }
      const cursors = page.next === null ? [{ key: BACK, value: String(from) }] : [];
      await absorb({ source: KEY, patches, gone: [], people: [], cursors, refused });
    }
    return { at: from };
  }

  async function startAnew(round: Round): Promise<void> {
    const now = clock.now();
    const chain = { link: '', from: now - windowMs, to: now + windowMs, madeAt: now };
    const query = [
      `startDateTime=${new Date(chain.from).toISOString()}`,
      `endDateTime=${new Date(chain.to).toISOString()}`,
    ];
    await follow(chain, `/me/calendarView/delta?${query.join('&')}`, round, new Set());
  }

  return {
    name: 'calendar',
    rhythm: 'always',
    fill: (absorb, cursor, signal) => fill({ absorb, cursor, signal }),
    async sync(absorb, cursor, signal) {
      const round: Round = { absorb, cursor, signal };
      const stored = chainOf(cursor);
      if (stored === null || clock.now() - stored.madeAt >= renewMs) {
        await startAnew(round);
        return;
      }
      try {
        await follow(stored, stored.link, round, null);
      } catch (error) {
        if (!(error instanceof GraphProblem) || error.kind !== 'syncStateLost') throw error;
        await startAnew(round);
      }
    },
  };
}

function chainOf(cursor: Round['cursor']): Chain | null {
  return Chain.safeParse(JSON.parse(cursor(KEY) ?? 'null')).data ?? null;
}

interface Round {
  absorb: Absorb;
  cursor: (key: string) => string | null;
  signal: AbortSignal;
}
