import { tapWords } from '../../shared/catching/oneTap';
import type {
  Bridge,
  DeskState,
  DraftView,
  EventBody,
  EventName,
  HandoffDetail,
  ModelSettings,
  MonthsBack,
  RequestIn,
  RequestName,
  RequestOut,
  SyncStatus,
} from '../../shared/contract';
import { fakeAccounts } from './accounts';
import { NOW, ZONE, lars, priya, rowOf, tom } from './handoffs';

type Handlers = { [K in RequestName]?: (body: RequestIn<K>) => RequestOut<K> };

/** The main process as the window sees it: the one edge the screens' tests replace. */
export interface FakeMain {
  bridge: Bridge;
  /** Every request in order. */
  asked: { name: RequestName; body: unknown }[];
  /** Bodies of the requests of one name. */
  bodies: <K extends RequestName>(name: K) => RequestIn<K>[];
  /** Answers a request in its own way from now on; a thrown Error is a refusal with its message. */
  answer<K extends RequestName>(name: K, fn: (body: RequestIn<K>) => RequestOut<K>): void;
  emit: <K extends EventName>(name: K, body: EventBody<K>) => void;
  /** Puts changed handoffs into the ledger and tells the window. */
  change: (...details: HandoffDetail[]) => void;
  state: DeskState;
}

export const idle: SyncStatus = {
  ...{ state: 'idle', lastAt: NOW, items: 412, problem: null, back: null },
};

export function fakeMain(handoffs: HandoffDetail[], part: Partial<DeskState> = {}): FakeMain {
  const ledger = new Map(handoffs.map((one) => [one.id, one]));
  const listeners = new Map<EventName, Set<(body: unknown) => void>>();
  const asked: FakeMain['asked'] = [];
  const drafts = new Map<string, DraftView>();

  const state: DeskState = {
    me: tom,
    now: NOW,
    timeZone: ZONE,
    revision: Math.max(0, ...handoffs.map((one) => one.revision)),
    count: handoffs.filter((one) => one.needsYou).length,
    sync: idle,
    capabilities: {
      tray: true,
      badge: true,
      notifications: true,
      notificationActions: false,
    },
    demo: null,
    runtime: 'test',
    away: null,
    notices: [],
    ...part,
  };

  const draftOf = (handoffId: string): DraftView | null => {
    const known = drafts.get(handoffId);
    const proposed = ledger.get(handoffId)?.catch;
    if (known !== undefined || !proposed) return known ?? null;
    const draft: DraftView = {
      id: `draft-${handoffId}`,
      handoffId,
      to: proposed.to,
      cc: proposed.cc,
      subject: proposed.subject,
      body: proposed.body,
      reasons: proposed.reasons,
      channel: proposed.channel,
      ...(proposed.place === undefined ? {} : { place: proposed.place }),
      state: 'proposed',
      sendAt: null,
      problem: null,
      ...(proposed.oneTap ? { oneTap: { on: false, words: tapWords(proposed.oneTap.day) } } : {}),
    };
    drafts.set(handoffId, draft);
    return draft;
  };
  const tapsOf = (id: string, on: boolean | undefined): Partial<DraftView> => {
    const held = [...drafts.values()].find((one) => one.id === id)?.oneTap;
    return held && on !== undefined ? { oneTap: { ...held, on } } : {};
  };
  const putDraft = (id: string, change: Partial<DraftView>): DraftView => {
    const draft = [...drafts.values()].find((one) => one.id === id);
    if (draft === undefined) throw new Error(`No draft ${id}.`);
    const next = { ...draft, ...change };
    drafts.set(draft.handoffId, next);
    return next;
  };

  const model: ModelSettings = {
    ...{ on: false, url: '', name: '', key: 'none', canSeal: true },
    ...{ sentToday: 0, budget: 200, problem: null },
  };

  let months: MonthsBack = 3;

  const own: Required<Handlers> = {
    'desk/state': () => ({ ...state }),
    'feed/since': ({ revision, limit }) => {
      const changed = [...ledger.values()]
        .filter((one) => one.revision > revision)
        .sort((a, b) => a.revision - b.revision);
      const page = changed.slice(0, limit);
      const more = changed.length > page.length;
      return {
        revision: more ? (page.at(-1)?.revision ?? revision) : Math.max(revision, state.revision),
        reset: false,
        rows: page.map(rowOf),
        removed: [],
        more,
      };
    },
    'handoff/get': ({ id }) => ledger.get(id) ?? null,
    'source/read': (source) => ({
      source,
      title: 'Contoso: annex',
      from: tom,
      to: [],
      at: NOW,
      text: 'Hello,\n\nCould you send me\nthe signed annex by Friday?\n\nTom',
      webLink: 'https://outlook.office.example/item',
      gone: false,
    }),
    'source/open': () => true,
    'triage/run': ({ kind, id }) => ({ words: `${kind} ${id}`, undo: `undo-${id}` }),
    'triage/undo': ({ undo }) => ({ words: `taken back ${undo}`, undo: null }),
    'handoff/people': () => [priya, lars],
    'people/standing': () => [],
    'learned/list': () => [...ledger.values()].flatMap((one) => one.learned ?? []),
    'draft/get': ({ handoffId }) => draftOf(handoffId),
    'draft/edit': ({ id, oneTap, ...words }) => putDraft(id, { ...words, ...tapsOf(id, oneTap) }),
    'draft/approve': ({ id, told: _told, oneTap, ...words }) =>
      putDraft(id, {
        ...words,
        ...tapsOf(id, oneTap),
        state: 'approved',
        sendAt: new Date(Date.parse(state.now) + 10_000).toISOString(),
      }),
    'draft/undo': ({ id }) => putDraft(id, { state: 'proposed', sendAt: null }),
    'compose/open': () => null,
    'compose/close': () => null,
    'window/show': () => null,
    'sync/sources': () => [],
    'mail/folders': () => [],
    'mail/choose': () => null,
    'sync/refresh': () => state.sync,
    'settings/monthsBack': () => months,
    'settings/keepMonthsBack': (kept) => (months = kept),
    'settings/model': () => ({ ...model }),
    'settings/keepModel': ({ on, url, name, key }) => {
      Object.assign(model, { on, url, name });
      if (key !== null) model.key = key === '' ? 'none' : 'sealed';
      return { ...model };
    },
    'settings/tryModel': () => ({ works: true, words: 'It answered.' }),
    'demo/step': () => null,
    'demo/speed': () => null,
    ...fakeAccounts(),
  };
  const handlers: Record<string, (body: never) => unknown> = own;

  const emit: FakeMain['emit'] = (name, body) => {
    for (const listener of listeners.get(name) ?? []) listener(body);
  };

  return {
    asked,
    state,
    bodies: <K extends RequestName>(name: K) =>
      asked.filter((one) => one.name === name).map((one) => one.body as RequestIn<K>),
    answer(name, fn) {
      handlers[name] = fn;
    },
    emit,
    change(...details) {
      for (const one of details) {
        state.revision += 1;
        ledger.set(one.id, { ...one, revision: state.revision });
      }
      state.count = [...ledger.values()].filter((one) => one.needsYou).length;
      emit('feed/changed', { revision: state.revision, count: state.count });
    },
    bridge: {
      request(name, body) {
        asked.push({ name, body });
        try {
          const value = handlers[name]?.(body as never);
          return Promise.resolve({ ok: true, value: structuredClone(value) });
        } catch (thrown) {
          const problem = thrown instanceof Error ? thrown.message : String(thrown);
          return Promise.resolve({ ok: false, problem });
        }
      },
      on(name, listener) {
        const heard = listeners.get(name) ?? new Set();
        listeners.set(name, heard.add(listener));
        return () => heard.delete(listener);
      },
    },
  };
}
