import { startBus } from './bus';
import { hostLauncher, type LauncherHost } from './launcher';
import { hostNotifications, type NotificationHost } from './notifications';
import { hostTray, type TrayHost } from './trayHost';

/** A desktop for an app under test: a panel, a notification daemon and a launcher on a bus of their own. */
export interface Desktop {
  /** For the app's environment. */
  env: Record<string, string>;
  tray: TrayHost;
  notifications: NotificationHost;
  launcher: LauncherHost;
  /** Only after the app has ended. */
  stop(): Promise<void>;
}

/** Starts the desktop. Throws when this machine has no dbus-daemon. */
export async function startDesktop(): Promise<Desktop> {
  const bus = await startBus();
  const connection = await bus.connect();
  return {
    env: {
      DBUS_SESSION_BUS_ADDRESS: bus.address,
      // The machine's own power and network services stay out of the test as well.
      DBUS_SYSTEM_BUS_ADDRESS: bus.address,
      XDG_CURRENT_DESKTOP: 'KDE',
    },
    tray: await hostTray(connection),
    notifications: await hostNotifications(connection),
    launcher: await hostLauncher(connection),
    stop: () => bus.stop(),
  };
}
