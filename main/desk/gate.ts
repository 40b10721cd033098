import { BrowserWindow } from 'electron';
import type { AccountsView } from '../../shared/contract';
import type { SteppableClock } from '../../shared/timing/clock';
import { APP_ORIGIN, sendEvent, serveRequests, type Handlers } from './ipc';
import type { AccountDesk } from './signInDesk';
import { confine } from './windows';

/** The window somebody signs in at while there is no desk yet. */
export interface Gate {
  changed(view: AccountsView): void;
  raise(): void;
  close(): void;
}

/** Shows it. `onClosed` is called when the person closes the window, not when the gate is put away. */
export function createGate(parts: {
  accounts: AccountDesk;
  preload: string;
  demoClock: SteppableClock | null;
  /** Starts without taking the focus. */
  hidden: boolean;
  onClosed: () => void;
  log: (line: string) => void;
}): Gate {
  const window = new BrowserWindow({
    width: 620,
    height: 680,
    show: false,
    backgroundColor: '#00000000',
    autoHideMenuBar: true,
    title: 'Corridor: sign in',
    webPreferences: {
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  window.setMinimumSize(420, 480);
  confine(window);
  void window.loadURL(`${APP_ORIGIN}/index.html?view=account`);
  window.once('ready-to-show', () => {
    if (parts.hidden) window.showInactive();
    else window.show();
  });
  let away = false;
  window.on('closed', () => {
    if (!away) parts.onClosed();
  });

  const demo = {
    'demo/step': ({ minutes }: { minutes: number }) => {
      parts.demoClock?.step(minutes * 60_000);
      return null;
    },
  };
  const stopServing = serveRequests(
    { ...parts.accounts.handlers, ...demo } satisfies Partial<Handlers>,
    (contents) => !window.isDestroyed() && contents === window.webContents,
    parts.log,
  );
  return {
    changed(view) {
      if (!window.isDestroyed()) sendEvent(window.webContents, 'account/changed', view);
    },
    raise() {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    close() {
      away = true;
      stopServing();
      if (!window.isDestroyed()) window.destroy();
    },
  };
}
