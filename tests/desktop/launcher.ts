import type { Message, MessageBus, Variant } from 'dbus-next';
import { ask } from './bus';

/** The badge of an app as its launcher draws it. */
export interface Badge {
  count: number;
  visible: boolean;
}

export interface LauncherHost {
  /** The badge of a desktop file (`corridor.desktop`); null when the app never set one. */
  badge(desktopFile: string): Badge | null;
}

const ENTRY = 'com.canonical.Unity.LauncherEntry';

/** Listens for launcher badges on this bus. */
export async function hostLauncher(bus: MessageBus): Promise<LauncherHost> {
  const badges = new Map<string, Badge>();
  bus.on('message', (message: Message) => {
    if (message.interface !== ENTRY || message.member !== 'Update') return;
    const [uri, changes] = message.body as [string, Record<string, Variant | undefined>];
    const held = badges.get(uri) ?? { count: 0, visible: false };
    // The count is 64 bits wide, and the library hands it out as a BigInt.
    const count: unknown = changes['count']?.value;
    const visible: unknown = changes['count-visible']?.value;
    badges.set(uri, {
      count: typeof count === 'bigint' || typeof count === 'number' ? Number(count) : held.count,
      visible: typeof visible === 'boolean' ? visible : held.visible,
    });
  });
  await ask(
    bus,
    {
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'AddMatch',
    },
    's',
    [`type='signal',interface='${ENTRY}'`],
  );
  // libunity keeps silent until somebody of this name is there to listen.
  await bus.requestName('com.canonical.Unity', 0);
  return { badge: (desktopFile) => badges.get(`application://${desktopFile}`) ?? null };
}
