import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import { HandoffRow } from '../../shared/contract';
import type { Feed } from '../../shared/contract';
import { isUnconfirmed } from '../../shared/handoff/model';
import { complain } from '../complain';

/** The parts the list is divided into; every row is in exactly one, so none can vanish between them. */
export const tabs = [
  'needsYou',
  'held',
  'watched',
  'snoozed',
  'closed',
  'proposed',
  'seen',
] as const;
export type Tab = (typeof tabs)[number];

/** Where a row is listed. */
export function tabOf(row: HandoffRow): Tab {
  if (row.state === 'closed') return 'closed';
  if (isUnconfirmed(row)) return 'proposed';
  if (row.notHeld !== undefined) return 'seen';
  if (row.needsYou) return 'needsYou';
  if (row.observed) return 'watched';
  return row.snoozedUntil === null ? 'held' : 'snoozed';
}

/** A row beside what IndexedDB needs to find it: booleans are no keys there, and only forward reads are fast. */
interface Kept {
  id: string;
  tab: Tab;
  /** Ascending is the order on screen: most urgent first, closed, proposed and unheld ones by their last move. */
  rank: number;
  row: HandoffRow;
}

interface Mark {
  key: 'feed';
  revision: number;
  /** Whose ledger this copies; another one starts anew. */
  ledger: string;
  /** The fields a row had when it was kept; a newer build with other fields starts anew. */
  shape: string;
}

/** Rows read against the schema when the copy is opened. */
const SAMPLE = 50;

const SHAPE = Object.keys(HandoffRow.shape).sort().join(' ');

function keep(row: HandoffRow): Kept {
  const tab = tabOf(row);
  const byDate = tab === 'closed' || tab === 'proposed' || tab === 'seen';
  const rank = byDate ? -Date.parse(row.lastMoveAt) : -row.urgency;
  return { id: row.id, tab, rank: Number.isNaN(rank) ? 0 : rank, row };
}

function describe(name: string): Dexie {
  const db = new Dexie(name);
  db.version(1).stores({ rows: 'id, [tab+rank]', marks: 'key' });
  return db;
}

/**
 * The window's disposable copy of the ledger's rows. Nothing here must survive: whenever it cannot be
 * opened, was made by another build, or holds what no feed could have written, it is thrown away.
 */
export class Replica {
  readonly #name: string;
  #db: Dexie;

  constructor(name = 'corridor') {
    this.#name = name;
    this.#db = describe(name);
  }

  get #rows(): Table<Kept, string> {
    return this.#db.table('rows');
  }

  get #marks(): Table<Mark, string> {
    return this.#db.table('marks');
  }

  /** Opens the copy; a damaged one is deleted and starts empty. Resolves true when it had to start anew. */
  async open(): Promise<boolean> {
    try {
      await this.#db.open();
      const mark = await this.#marks.get('feed');
      // A sample: what another build or a broken disk wrote shows in the first rows too, and reading
      // ten thousand of them against the schema would hold up the first painting.
      const sample = await this.#rows.limit(SAMPLE).toArray();
      const sound =
        mark === undefined
          ? sample.length === 0
          : mark.shape === SHAPE && sample.every((one) => HandoffRow.safeParse(one.row).success);
      if (sound) return false;
    } catch (thrown) {
      complain('the replica could not be read and is rebuilt', thrown);
    }
    await this.rebuild();
    return true;
  }

  /** Deletes everything and opens an empty copy. */
  async rebuild(): Promise<void> {
    this.#db.close();
    await Dexie.delete(this.#name);
    // A new description too: Dexie bends the old one to whatever store it found under this name.
    this.#db = describe(this.#name);
    await this.#db.open();
  }

  close(): void {
    this.#db.close();
  }

  /** The revision up to which this copy is complete; 0 when it is empty. */
  async revision(): Promise<number> {
    return (await this.#marks.get('feed'))?.revision ?? 0;
  }

  /** Empties the copy when it belongs to another ledger, or to a later state than this ledger has. */
  async belongTo(ledger: string, revision: number): Promise<void> {
    await this.#db.transaction('rw', this.#rows, this.#marks, async () => {
      const mark = await this.#marks.get('feed');
      if (mark !== undefined && mark.ledger === ledger && mark.revision <= revision) return;
      await this.#rows.clear();
      await this.#marks.put({ key: 'feed', revision: 0, ledger, shape: SHAPE });
    });
  }

  /** Takes one page of the feed, rows and revision together. */
  async apply(feed: Feed): Promise<void> {
    await this.#db.transaction('rw', this.#rows, this.#marks, async () => {
      if (feed.reset) await this.#rows.clear();
      await this.#rows.bulkDelete(feed.removed);
      await this.#rows.bulkPut(feed.rows.map(keep));
      const mark = await this.#marks.get('feed');
      await this.#marks.put({
        key: 'feed',
        revision: feed.revision,
        ledger: mark?.ledger ?? '',
        shape: SHAPE,
      });
    });
  }

  /** The rows of one tab in the order of the screen; with `first`, only that many of them. */
  async rowsOf(tab: Tab, first = Infinity): Promise<HandoffRow[]> {
    const kept = await this.#inTab(tab).limit(first).toArray();
    return kept.map((one) => one.row);
  }

  async row(id: string): Promise<HandoffRow | undefined> {
    return (await this.#rows.get(id))?.row;
  }

  /** The rows of these ids that are known, in the order asked. */
  async rowsById(ids: readonly string[]): Promise<HandoffRow[]> {
    const kept = await this.#rows.bulkGet([...ids]);
    return kept.flatMap((one) => (one === undefined ? [] : [one.row]));
  }

  async counts(): Promise<Record<Tab, number>> {
    const found = await Promise.all(tabs.map((tab) => this.#inTab(tab).count()));
    return Object.fromEntries(tabs.map((tab, i) => [tab, found[i] ?? 0])) as Record<Tab, number>;
  }

  #inTab(tab: Tab) {
    return this.#rows.where('[tab+rank]').between([tab, Dexie.minKey], [tab, Dexie.maxKey]);
  }
}
