import type { DirectoryEntry } from '../../shared/handoff/item';
import type { ItemPatch, RefusedItem } from '../ledger/types';

/** What one answer of a source brought: committed with its cursor in one transaction. */
export interface Page {
  /** "mail/inbox", "chats", "calendar", "tasks", "people", "archive". */
  source: string;
  patches: ItemPatch[];
  /** Item ids that left a folder or were deleted at the source. */
  gone: string[];
  people: DirectoryEntry[];
  /** Where the next call goes on; written only together with the page. */
  cursors: { key: string; value: string | null }[];
  refused: RefusedItem[];
  /**
   * Read further back than what was read first: what it says of silences that are there already may be held back until
   * that is `over`. Left out by everything else.
   */
  back?: 'goingOn' | 'over';
}

/** Takes a page in: one transaction, cut into short steps. Resolves once it is committed. */
export type Absorb = (page: Page) => Promise<void>;

/** One place facts come from. */
export interface Source {
  readonly name: string;
  /** How the source may be asked: `always` by timer, `onUse` only on open, focus or refresh (Teams' terms). */
  readonly rhythm: 'always' | 'onUse';
  /** False while the person has not turned on the part it belongs to: then it is not asked. Always on when not said. */
  isOn?(): boolean;
  /** Brings everything new since its cursors, page by page. Rejects on a failure that ends this round; what was absorbed stays. */
  sync(absorb: Absorb, cursor: (key: string) => string | null, signal: AbortSignal): Promise<void>;
  /**
   * Reads one page of what lies further back than `sync` begins, newest first, down to the horizon. Answers how far back
   * it has come; null when nothing is left. What it absorbed stays, and the next call goes on from there.
   */
  fill?(
    absorb: Absorb,
    cursor: (key: string) => string | null,
    signal: AbortSignal,
  ): Promise<Filled | null>;
}

/** How far back a source has been read, ms. */
export interface Filled {
  at: number;
}
