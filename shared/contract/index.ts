import { z } from 'zod';
import { SourceRef, Person } from '../handoff/item';
import { accountEvents, accountRequests } from './account';
import {
  DeskState,
  Done,
  DraftView,
  Feed,
  HandoffDetail,
  Learned,
  ModelInput,
  MailFolderView,
  ModelSettings,
  MonthsBack,
  PersonStanding,
  SourceStanding,
  SourceView,
  SyncStatus,
  TriageCommand,
} from './views';

export * from './account';
export * from './views';

/**
 * Every message between the renderer and the main process: one schema per channel, types derived from it.
 * The main process checks who sent a request and what it holds; the renderer checks what comes back.
 */
export const requests = {
  'desk/state': { in: z.null(), out: DeskState },
  'feed/since': { in: z.object({ revision: z.number(), limit: z.number().max(2000) }), out: Feed },
  'handoff/get': { in: z.object({ id: z.string() }), out: HandoffDetail.nullable() },
  'source/read': { in: SourceRef, out: SourceView.nullable() },
  /**
   * Opens the source in Outlook or Teams in the browser, a mail where it lies now; false when there is nothing to open,
   * and reading the source says why.
   */
  'source/open': { in: SourceRef, out: z.boolean() },
  'triage/run': { in: TriageCommand, out: Done },
  /** Whose it may be: the people of its conversation, then the directory. */
  'handoff/people': { in: z.object({ id: z.string() }), out: z.array(Person) },
  /**
   * How these people stand now. `onUse` when a person looks at them: then Teams and the directory are asked too.
   * What cannot be known is left out; people nothing is known of do not appear.
   */
  'people/standing': {
    in: z.object({ people: z.array(Person).max(20), onUse: z.boolean() }),
    out: z.array(PersonStanding),
  },
  /** Every decision that has made a difference beyond its own handoff, latest first. */
  'learned/list': { in: z.null(), out: z.array(Learned) },
  'triage/undo': { in: z.object({ undo: z.string() }), out: Done },
  /** The proposed draft of a handoff's catch; null when nothing is to be said. */
  'draft/get': { in: z.object({ handoffId: z.string() }), out: DraftView.nullable() },
  /** Keeps what the person typed, so that closing the pop-up loses nothing. */
  'draft/edit': {
    in: z.object({
      id: z.string(),
      to: z.array(Person),
      subject: z.string(),
      body: z.string(),
      oneTap: z.boolean().optional(),
    }),
    out: DraftView,
  },
  /**
   * Approves exactly this text and these recipients; it leaves after the undo time. Refused while one of them is away
   * and not among `told`: the addresses of absent people of whom the person has been told so.
   */
  'draft/approve': {
    in: z.object({
      id: z.string(),
      to: z.array(Person),
      subject: z.string(),
      body: z.string(),
      oneTap: z.boolean().optional(),
      told: z.array(z.string()).optional(),
    }),
    out: DraftView,
  },
  /** Takes an approved draft back before it leaves. */
  'draft/undo': { in: z.object({ id: z.string() }), out: DraftView },
  'compose/open': { in: z.object({ handoffId: z.string() }), out: z.null() },
  'compose/close': { in: z.null(), out: z.null() },
  /** Brings the main window forward, on a handoff if one is named. */
  'window/show': { in: z.object({ handoffId: z.string().nullable() }), out: z.null() },
  /** Every source with its state in words. */
  'sync/sources': { in: z.null(), out: z.array(SourceStanding) },
  /** The folders of the mailbox, asked from it. */
  'mail/folders': { in: z.null(), out: z.array(MailFolderView) },
  /** Reads exactly these folders beside those that are always read; answers with how they stand then. */
  'mail/choose': {
    in: z.object({ folders: z.array(z.object({ id: z.string(), name: z.string() })).max(50) }),
    out: z.null(),
  },
  'sync/refresh': { in: z.null(), out: SyncStatus },
  'settings/model': { in: z.null(), out: ModelSettings },
  'settings/keepModel': { in: ModelInput.extend({ on: z.boolean() }), out: ModelSettings },
  /** Sends one invented sentence to the endpoint and says what came back. */
  'settings/tryModel': { in: ModelInput, out: z.object({ works: z.boolean(), words: z.string() }) },
  'settings/monthsBack': { in: z.null(), out: MonthsBack },
  'settings/keepMonthsBack': { in: MonthsBack, out: MonthsBack },
  /** Demo only: moves the demo clock. */
  'demo/step': {
    in: z.object({
      minutes: z
        .number()
        .min(1)
        .max(60 * 24 * 14),
    }),
    out: z.null(),
  },
  'demo/speed': { in: z.object({ speed: z.number().min(0).max(7200) }), out: z.null() },
  ...accountRequests,
} as const;

/** Messages the main process sends to its windows. */
export const events = {
  'feed/changed': z.object({ revision: z.number(), count: z.number() }),
  /** The menu asks for the settings. */
  'desk/settings': z.null(),
  'desk/select': z.object({ handoffId: z.string() }),
  'draft/changed': DraftView,
  'sync/changed': SyncStatus,
  'clock/changed': z.object({ now: z.string(), speed: z.number() }),
  /** A sentence for the toast and live region (e.g. a draft withdrawn because the answer came). */
  'desk/says': z.object({ words: z.string(), undo: z.string().nullable() }),
  ...accountEvents,
} as const;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
export type RequestIn<K extends RequestName> = z.input<Requests[K]['in']>;
export type RequestOut<K extends RequestName> = z.output<Requests[K]['out']>;
export type Events = typeof events;
export type EventName = keyof Events;
export type EventBody<K extends EventName> = z.output<Events[K]>;

/** What a request answers on the wire: a value or a sentence a person can read. */
export const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), problem: z.string() }),
]);
export type Answer = z.infer<typeof Answer>;

/** What the preload puts on `window.corridor`. */
export interface Bridge {
  request(name: RequestName, body: unknown): Promise<Answer>;
  on(name: EventName, listener: (body: unknown) => void): () => void;
}

/** The one channel for each direction; the name travels inside, so raw IPC stays in two files. */
export const REQUEST_CHANNEL = 'corridor:request';
export const EVENT_CHANNEL = 'corridor:event';
