import { BrowserWindow, screen, session, shell } from 'electron';
import { APP_ORIGIN } from './ipc';

/** The desk's windows: one main window that hides when closed, one compose pop-up. */
export interface Windows {
  main(): BrowserWindow | null;
  compose(): BrowserWindow | null;
  all(): BrowserWindow[];
  showMain(handoffId: string | null): void;
  openCompose(handoffId: string, near: { x: number; y: number } | null): void;
  closeCompose(): void;
  /** From now on closing means closing. */
  release(): void;
  /** Takes the windows away: another desk takes their place. */
  destroy(): void;
}

export interface WindowOptions {
  preload: string;
  /** Starts without showing the main window. */
  hidden: boolean;
  /** Called when the person closes the main window and it stays in the tray. */
  onHidden(): void;
  onFocus(): void;
  select(window: BrowserWindow, handoffId: string): void;
}

const COMPOSE = { width: 440, height: 600 } as const;

export function createWindows(options: WindowOptions): Windows {
  let main: BrowserWindow | null = null;
  let compose: BrowserWindow | null = null;
  let released = false;

  const build = (
    bounds: { width: number; height: number; x?: number; y?: number },
    page: string,
  ) => {
    const window = new BrowserWindow({
      ...bounds,
      show: false,
      backgroundColor: '#00000000',
      autoHideMenuBar: true,
      webPreferences: {
        preload: options.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
      },
    });
    confine(window);
    void window.loadURL(`${APP_ORIGIN}/index.html${page}`);
    return window;
  };

  const ensureMain = (): BrowserWindow => {
    if (main && !main.isDestroyed()) return main;
    const window = build({ width: 1280, height: 820 }, '');
    window.setMinimumSize(820, 560);
    window.once('ready-to-show', () => {
      if (!options.hidden) window.show();
    });
    window.on('close', (event) => {
      if (released) return;
      event.preventDefault();
      window.hide();
      options.onHidden();
    });
    window.on('focus', () => {
      options.onFocus();
    });
    main = window;
    return window;
  };

  ensureMain();
  return {
    main: () => main,
    compose: () => compose,
    all: () => [main, compose].filter((w): w is BrowserWindow => w !== null && !w.isDestroyed()),
    showMain(handoffId) {
      const window = ensureMain();
      if (window.isMinimized()) window.restore();
      window.show();
      // Some window managers leave a shown window covered: raise it too.
      window.moveTop();
      window.focus();
      if (handoffId !== null) options.select(window, handoffId);
    },
    openCompose(handoffId, near) {
      const page = `?view=compose&handoff=${encodeURIComponent(handoffId)}`;
      if (compose && !compose.isDestroyed()) {
        void compose.loadURL(`${APP_ORIGIN}/index.html${page}`);
        compose.show();
        compose.focus();
        return;
      }
      const window = build({ ...COMPOSE, ...place(near) }, page);
      window.setMinimumSize(380, 480);
      window.once('ready-to-show', () => {
        window.show();
        window.focus();
      });
      window.on('closed', () => {
        compose = null;
      });
      compose = window;
    },
    closeCompose() {
      compose?.close();
    },
    release() {
      released = true;
    },
    destroy() {
      released = true;
      for (const window of [main, compose]) if (window?.isDestroyed() === false) window.destroy();
    },
  };
}

/** Beside the tray where the system tells where it is, else in the lower right corner. */
function place(near: { x: number; y: number } | null): { x: number; y: number } {
  const display = near ? screen.getDisplayNearestPoint(near) : screen.getPrimaryDisplay();
  const area = display.workArea;
  const margin = 12;
  const wantedX = near ? near.x - COMPOSE.width / 2 : Infinity;
  const below = near !== null && near.y < area.y + area.height / 2;
  return {
    x: Math.round(
      Math.max(area.x + margin, Math.min(wantedX, area.x + area.width - COMPOSE.width - margin)),
    ),
    y: Math.round(below ? area.y + margin : area.y + area.height - COMPOSE.height - margin),
  };
}

/** No page of ours ever leaves its own origin, opens a window or gets a permission. */
export function confine(window: BrowserWindow): void {
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event, url) => {
    if (!url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault();
  });
  webContents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}

/** Denies every permission to every page, once for the app. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.defaultSession.setPermissionCheckHandler(() => false);
}

/** Opens a checked https link in the person's browser. */
export async function openLink(link: string | null): Promise<boolean> {
  if (link?.startsWith('https://') !== true) return false;
  await shell.openExternal(link);
  return true;
}
