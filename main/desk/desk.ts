import { app, powerMonitor } from 'electron';
import type { Capabilities, EventBody, EventName } from '../../shared/contract';
import type { DirectoryEntry } from '../../shared/handoff/item';
import type { Clock, SteppableClock } from '../../shared/timing/clock';
import type { Change, Engine } from '../engine/engine';
import type { Watcher } from '../engine/watch';
import type { Proposer } from '../engine/proposing/proposer';
import type { Outbox } from '../graph/outbox';
import type { Ledger, OutboxEntry } from '../ledger/types';
import { draftView } from './drafts';
import { createHandlers, type HandlerParts } from './handlers';
import { sendEvent, serveRequests } from './ipc';
import { createNotifier, type Notifier } from './notifier';
import type { Rounds } from '../graph/rounds';
import type { AccountDesk } from './signInDesk';
import { systemSealing } from './sealing';
import type { Settings } from './settings';
import { createTray, type TrayDesk } from './tray';
import { trayState } from './trayWords';
import { createWindows, type Windows } from './windows';

export interface DeskParts {
  engine: Engine;
  ledger: Ledger;
  watcher: Watcher;
  outbox: Outbox;
  rounds: Rounds;
  proposer: Proposer;
  settings: Settings;
  clock: Clock;
  me: DirectoryEntry;
  timeZone: string;
  demo: { title: string; clock: SteppableClock } | null;
  notices: readonly string[];
  preload: string;
  hidden: boolean;
  accounts: AccountDesk;
  maySend: () => boolean;
  standing: HandlerParts['standing'];
  mailFolders: HandlerParts['mailFolders'];
  lookUp: HandlerParts['lookUp'];
  /** Handoffs of the other accounts that need the person: the badge counts them too. */
  elsewhere: () => number;
  log: (line: string) => void;
}

/** What the person sees: tray, windows, pop-ups, notifications, held in step with the ledger. */
export interface Desk {
  windows: Windows;
  /** The first catch-up is over: from here on what rises is told. */
  begin(): void;
  outboxChanged(entry: OutboxEntry): void;
  syncChanged(): void;
  /** Accounts, or what waits at another account's desk, changed. */
  accountsChanged(): void;
  /** Brings the window forward with its settings. */
  showSettings(): void;
  /** A sentence for whoever looks. */
  says(words: string): void;
  /** A second start of the app: the first one comes forward. */
  raise(): void;
  close(): void;
}

/** A focus counts as use again after this pause (ms of real use; the Teams terms forbid polling). */
const FOCUS_PAUSE_MS = 60_000;
const SAID_TRAY = 'desk/saidTray';

export function createDesk(parts: DeskParts): Desk {
  const { engine, ledger, watcher, outbox, rounds, clock } = parts;
  const me = engine.people().me;
  let lastFocus = clock.now();
  let tray: TrayDesk | null = null;
  let closing = false;
  /** What rises while older things are read is told once they are all there, in one summary. */
  const catchUp = { begun: false, risen: true };

  const windows = createWindows({
    preload: parts.preload,
    hidden: parts.hidden,
    onHidden: sayStaysInTray,
    onFocus: () => {
      if (clock.now() - lastFocus < FOCUS_PAUSE_MS) return;
      lastFocus = clock.now();
      void rounds.run(true);
    },
    select: (window, handoffId) => {
      sendEvent(window.webContents, 'desk/select', { handoffId });
    },
  });
  const trayAt = () => tray?.position() ?? null;
  const compose = (handoffId: string) => {
    windows.openCompose(handoffId, trayAt());
  };

  const notifier: Notifier = createNotifier({
    clock,
    hours: () => engine.people().hoursOf(parts.me.person),
    open: (handoffId) => {
      // A handoff with something to say opens its draft; anything else opens the window on it.
      if (handoffId !== null && ledger.projection(handoffId)?.detail.catch) compose(handoffId);
      else windows.showMain(handoffId);
    },
    fallback: compose,
    rowOf: (id) => ledger.projection(id)?.row ?? null,
  });

  const demo = parts.demo && {
    step: (minutes: number) => {
      parts.demo?.clock.step(minutes * 60_000);
    },
    speed: (speed: number) => {
      parts.demo?.clock.setSpeed(speed);
    },
    current: () => parts.demo?.clock.speed() ?? 1,
  };
  try {
    tray = createTray(
      {
        open: (id) => {
          windows.showMain(id);
        },
        draft: compose,
        refresh: () => void rounds.run(true),
        quit: () => {
          app.quit();
        },
        demo,
      },
      () => windows.main(),
    );
  } catch (error) {
    // Some desktops have no tray at all: then the window is the presence, and closing it minimises.
    parts.log(`no tray: ${error instanceof Error ? error.message : String(error)}`);
  }

  const capabilities = (): Capabilities => ({
    tray: tray !== null,
    badge: tray?.badge ?? false,
    notifications: notifier.supported,
    notificationActions: process.platform !== 'linux' && notifier.supported,
  });

  function broadcast<K extends EventName>(name: K, body: EventBody<K>): void {
    for (const window of windows.all()) sendEvent(window.webContents, name, body);
  }

  const showTray = () => {
    if (closing) return;
    const count = ledger.countNeedsYou() + parts.elsewhere();
    tray?.show(trayState(ledger.openHandoffs(50), count, rounds.status(), me));
  };

  const stopServing = serveRequests(
    createHandlers({
      ...{ engine, ledger, outbox, rounds, windows, clock, capabilities, trayAt },
      ...{ proposer: parts.proposer, settings: parts.settings },
      canSeal: () => systemSealing.available(),
      me: parts.me,
      timeZone: parts.timeZone,
      demo: parts.demo,
      notices: parts.notices,
      runtime: `Electron ${process.versions.electron}`,
      accounts: parts.accounts.handlers,
      maySend: parts.maySend,
      standing: parts.standing,
      mailFolders: parts.mailFolders,
      lookUp: parts.lookUp,
    }),
    (contents) => windows.all().some((window) => window.webContents === contents),
    parts.log,
  );

  function sayStaysInTray(): void {
    if (ledger.cursor(SAID_TRAY) !== null) return;
    ledger.transaction(() => {
      ledger.setCursor(SAID_TRAY, new Date(clock.now()).toISOString());
    });
    notifier.say(
      'Corridor stays in the tray',
      'Closing the window keeps it running. Quit from the tray menu.',
    );
  }

  const onChange = (change: Change) => {
    broadcast('feed/changed', { revision: ledger.revision(), count: ledger.countNeedsYou() });
    showTray();
    for (const { id, why } of change.answered)
      for (const entry of outbox.withdraw(id, why))
        broadcast('desk/says', {
          words: `Draft to ${entry.draft.to.map((p) => p.name || p.address).join(', ')} withdrawn: ${why}`,
          undo: null,
        });
    for (const id of change.ids)
      if (ledger.projection(id)?.row.needsYou !== true) notifier.settled(id);
    if (rounds.status().back !== null) {
      catchUp.risen ||= change.risen.length > 0;
      return;
    }
    notifier.risen(
      change.risen
        .map((id) => ledger.projection(id)?.row)
        .filter((row): row is NonNullable<typeof row> => row !== undefined),
    );
  };
  const unsubscribe = [
    engine.onChange(onChange),
    parts.demo?.clock.onChange(() => {
      broadcast('clock/changed', {
        now: new Date(clock.now()).toISOString(),
        speed: parts.demo?.clock.speed() ?? 1,
      });
      showTray();
      // Moving the demo clock is the person's own doing: look at everything, Teams included.
      void rounds.run(true);
      watcher.catchUp();
    }),
  ];

  const tellCatchUp = () => {
    if (closing || !catchUp.begun || !catchUp.risen || rounds.status().back !== null) return;
    catchUp.risen = false;
    const first = ledger.openHandoffs(50).find((row) => row.needsYou) ?? null;
    notifier.begin(ledger.countNeedsYou(), first);
  };

  // Fires twice on some systems: both are harmless to repeat.
  const onResume = () => {
    watcher.catchUp();
    void rounds.run(true);
  };
  powerMonitor.on('resume', onResume);

  showTray();
  return {
    windows,
    begin() {
      showTray();
      void rounds.whole().then(() => {
        catchUp.begun = true;
        tellCatchUp();
      });
    },
    outboxChanged(entry) {
      broadcast('draft/changed', draftView(entry));
      // What was sent is news for the corridor: the Sent copy is fetched.
      if (entry.state === 'sent') void rounds.run(false);
    },
    syncChanged() {
      broadcast('sync/changed', rounds.status());
      showTray();
      tellCatchUp();
    },
    accountsChanged() {
      broadcast('account/changed', parts.accounts.view());
      showTray();
    },
    showSettings() {
      windows.showMain(null);
      const window = windows.main();
      if (window) sendEvent(window.webContents, 'desk/settings', null);
    },
    says(words) {
      broadcast('desk/says', { words, undo: null });
    },
    raise() {
      windows.showMain(null);
    },
    close() {
      closing = true;
      powerMonitor.off('resume', onResume);
      for (const stop of unsubscribe) stop?.();
      stopServing();
      notifier.close();
      windows.release();
      tray?.close();
    },
  };
}
