import {
  app,
  Menu,
  nativeImage,
  Tray,
  type BrowserWindow,
  type MenuItemConstructorOptions,
} from 'electron';
import { drawTrayIcon, type TrayMood } from './trayIcon';
import type { TrayState } from './trayWords';

export interface TrayActions {
  open(handoffId: string | null): void;
  draft(handoffId: string): void;
  refresh(): void;
  quit(): void;
  /** Present on the embedded tenant: the demo clock. */
  demo: { step(minutes: number): void; speed(speed: number): void; current(): number } | null;
}

/** The tray icon with its count, tooltip and menu, and the badge where the system has one. */
export interface TrayDesk {
  show(state: TrayState): void;
  /** Whether the system's own badge (dock, launcher, taskbar) takes a number. */
  badge: boolean;
  position(): { x: number; y: number } | null;
  close(): void;
}

export function createTray(actions: TrayActions, window: () => BrowserWindow | null): TrayDesk {
  const tray = new Tray(iconOf('calm', 0));
  tray.on('click', () => {
    // On macOS a click opens the menu by itself.
    if (process.platform !== 'darwin') actions.open(null);
  });
  let badge = false;
  let shown = '';
  return {
    get badge() {
      return badge;
    },
    show(state) {
      // Setting a menu anew gives its lines new numbers: a click on an open one would go astray for nothing.
      const key = JSON.stringify([state, actions.demo?.current()]);
      if (key === shown) return;
      shown = key;
      tray.setImage(iconOf(state.mood, state.count));
      tray.setToolTip(state.tooltip);
      // Linux keeps showing the old menu unless it is set anew after each change.
      tray.setContextMenu(Menu.buildFromTemplate(menuOf(state, actions)));
      badge = app.setBadgeCount(state.count);
      if (process.platform === 'win32') {
        window()?.setOverlayIcon(
          state.count > 0 ? iconOf(state.mood, state.count) : null,
          state.count > 0 ? `${state.count} handoffs need you` : '',
        );
        badge = true;
      }
    },
    position() {
      const { x, y, width, height } = tray.getBounds();
      // Linux trays do not tell where they are.
      return width > 0 && height > 0 ? { x: x + width / 2, y } : null;
    },
    close() {
      tray.destroy();
    },
  };
}

function iconOf(mood: TrayMood, count: number) {
  const image = nativeImage.createFromBitmap(drawTrayIcon(mood, count, 32), {
    width: 32,
    height: 32,
    scaleFactor: process.platform === 'linux' ? 1 : 2,
  });
  if (process.platform !== 'linux')
    image.addRepresentation({
      scaleFactor: 1,
      width: 16,
      height: 16,
      buffer: nativeImage
        .createFromBitmap(drawTrayIcon(mood, count, 16), { width: 16, height: 16 })
        .toPNG(),
    });
  return image;
}

function menuOf(state: TrayState, actions: TrayActions): MenuItemConstructorOptions[] {
  const urgent: MenuItemConstructorOptions[] = state.urgent.map(({ id, label }) => ({
    label: label.replace(/&/g, '&&'),
    click: () => {
      actions.draft(id);
    },
  }));
  return [
    ...(urgent.length > 0
      ? [...urgent, { type: 'separator' as const }]
      : [{ label: 'Nothing needs you now', enabled: false }, { type: 'separator' as const }]),
    {
      label: 'Open Corridor',
      click: () => {
        actions.open(null);
      },
    },
    {
      label: 'Refresh now',
      click: () => {
        actions.refresh();
      },
    },
    ...(actions.demo ? demoMenu(actions.demo) : []),
    { type: 'separator' },
    {
      label: 'Quit Corridor',
      click: () => {
        actions.quit();
      },
    },
  ];
}

/** The demo clock, for the tray's menu and the window's. */
export function demoMenu(demo: NonNullable<TrayActions['demo']>): MenuItemConstructorOptions[] {
  const step = (label: string, minutes: number): MenuItemConstructorOptions => ({
    label,
    click: () => {
      demo.step(minutes);
    },
  });
  return [
    {
      label: 'Demo clock',
      submenu: [
        step('One hour on', 60),
        step('Half a day on', 4 * 60),
        step('One day on', 24 * 60),
        { type: 'separator' },
        ...[0, 1, 60, 600].map((speed): MenuItemConstructorOptions => ({
          label: speed === 0 ? 'Stand still' : speed === 1 ? 'Real pace' : `${speed} times as fast`,
          type: 'radio',
          checked: demo.current() === speed,
          click: () => {
            demo.speed(speed);
          },
        })),
      ],
    },
  ];
}
