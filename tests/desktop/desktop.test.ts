import { inflateSync } from 'node:zlib';
import dbus from 'dbus-next';
import type { MessageBus } from 'dbus-next';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ask, busProgram, isOnBus, startBus, type PrivateBus } from './bus';
import { hostLauncher } from './launcher';
import { hostNotifications } from './notifications';
import { countPixels, pngOf, type Pixmap } from './pixmap';
import { hostTray, menuText } from './trayHost';

const { Variant } = dbus;

/** The app's side of the tray, as Electron exports it, with a menu of two lines and a submenu. */
class Item extends dbus.interface.Interface {
  activated = 0;
  constructor() {
    super('org.kde.StatusNotifierItem');
  }
  get ToolTip(): unknown {
    return ['', [], 'Corridor: 2 handoffs need you', ''];
  }
  get IconPixmap(): unknown {
    const red = Buffer.from([255, 200, 0, 0]);
    return [
      [1, 1, Buffer.alloc(4)],
      [2, 1, Buffer.concat([red, Buffer.alloc(4)])],
    ];
  }
  get Menu(): string {
    return '/menu';
  }
  Activate(_x: number, _y: number): void {
    this.activated += 1;
  }
}
Item.configureMembers({
  properties: {
    ToolTip: { signature: '(sa(iiay)ss)', access: 'read' },
    IconPixmap: { signature: 'a(iiay)', access: 'read' },
    Menu: { signature: 'o', access: 'read' },
  },
  methods: { Activate: { inSignature: 'ii', outSignature: '' } },
});

class MenuOfItem extends dbus.interface.Interface {
  readonly clicked: number[] = [];
  constructor() {
    super('com.canonical.dbusmenu');
  }
  GetLayout(_parent: number, _depth: number, _names: string[]): unknown {
    const line = (id: number, label: string, children: unknown[] = []) =>
      new Variant('(ia{sv}av)', [id, { label: new Variant('s', label) }, children]);
    const rule = new Variant('(ia{sv}av)', [2, { type: new Variant('s', 'separator') }, []]);
    const lines = [line(1, '_Open'), rule, line(3, 'Clock', [line(4, 'One hour on')])];
    return [1, [0, {}, lines]];
  }
  Event(id: number, kind: string, _data: unknown, _at: number): void {
    if (kind === 'clicked') this.clicked.push(id);
  }
}
MenuOfItem.configureMembers({
  methods: {
    GetLayout: { inSignature: 'iias', outSignature: 'u(ia{sv}av)' },
    Event: { inSignature: 'isvu', outSignature: '' },
  },
});

const NOTIFICATIONS = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
};

describe.runIf(busProgram() !== null)('the desktop under test', () => {
  let bus: PrivateBus;
  let desk: MessageBus;
  let app: MessageBus;

  beforeEach(async () => {
    bus = await startBus();
    desk = await bus.connect();
    app = await bus.connect();
  });
  afterEach(async () => {
    await bus.stop();
  });

  const notify = async (replaces: number, summary: string) => {
    const to = { ...NOTIFICATIONS, member: 'Notify' };
    const body = ['Corridor', replaces, '', summary, '', ['default', 'View'], {}, -1];
    const [id] = await ask(app, to, 'susssasa{sv}i', body);
    return id as number;
  };

  test('a notification is recorded, replaced, clicked and closed, and the app hears of it', async () => {
    const host = await hostNotifications(desk);
    const heard: [string, unknown[]][] = [];
    app.on('message', (message) => {
      if (message.interface === NOTIFICATIONS.interface) heard.push([message.member, message.body]);
    });
    const match = {
      destination: 'org.freedesktop.DBus',
      path: '/',
      interface: 'org.freedesktop.DBus',
    };
    await ask(app, { ...match, member: 'AddMatch' }, 's', [
      `type='signal',interface='${NOTIFICATIONS.interface}'`,
    ]);

    const first = await notify(0, 'Permit');
    const again = await notify(first, 'Permit, still open');
    const other = await notify(0, 'Deposit');
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(host.open().map((shown) => shown.summary)).toEqual(['Permit, still open', 'Deposit']);
    expect(host.history).toHaveLength(3);
    expect(host.history[1]).toMatchObject({
      replaces: first,
      app: 'Corridor',
      actions: ['default'],
    });

    host.invokeDefault(first);
    await ask(app, { ...NOTIFICATIONS, member: 'CloseNotification' }, 'u', [other]);
    await vi.waitFor(() => {
      expect(heard).toEqual([
        ['ActionInvoked', [first, 'default']],
        ['NotificationClosed', [first, 2]],
        ['NotificationClosed', [other, 3]],
      ]);
    });
    expect(host.open()).toEqual([]);
    expect(() => {
      host.invokeDefault(first);
    }).toThrow(/not on the screen/);
  });

  test('a tray icon is read as a panel reads it, and is gone when its program is', async () => {
    const host = await hostTray(desk);
    const item = new Item();
    const menu = new MenuOfItem();
    app.export('/StatusNotifierItem', item);
    app.export('/menu', menu);
    const watcher = 'org.kde.StatusNotifierWatcher';
    const at = { destination: watcher, path: '/StatusNotifierWatcher' };
    const properties = { ...at, interface: 'org.freedesktop.DBus.Properties', member: 'Get' };
    const [there] = await ask(app, properties, 'ss', [watcher, 'IsStatusNotifierHostRegistered']);
    expect(there).toMatchObject({ value: true });
    expect(await host.items()).toEqual([]);

    const own = (app as MessageBus & { name: string }).name;
    await ask(app, { ...at, interface: watcher, member: 'RegisterStatusNotifierItem' }, 's', [own]);
    const [tray] = await host.items();
    expect(await tray?.toolTip()).toBe('Corridor: 2 handoffs need you');
    const picture = await tray?.pixmap();
    expect(picture).toMatchObject({ width: 2, height: 1 });
    expect(picture && countPixels(picture, (p) => p.a === 255 && p.r === 200)).toBe(1);
    expect(menuText((await tray?.menu()) ?? [])).toBe('Open\n────────\nClock\n    One hour on');
    await tray?.choose('One hour on');
    await tray?.activate();
    expect(menu.clicked).toEqual([4]);
    expect(item.activated).toBe(1);
    await expect(tray?.choose('Quit')).rejects.toThrow(/no line "Quit"/);

    app.disconnect();
    await vi.waitFor(async () => {
      expect(await isOnBus(desk, own)).toBe(false);
    });
    expect(await host.items()).toEqual([]);
  });

  test('a launcher badge is heard with its number, and hidden when the app hides it', async () => {
    const host = await hostLauncher(desk);
    const update = (changes: Record<string, unknown>) => {
      app.send(
        dbus.Message.newSignal('/entry', 'com.canonical.Unity.LauncherEntry', 'Update', 'sa{sv}', [
          'application://corridor.desktop',
          changes,
        ]),
      );
    };
    expect(host.badge('corridor.desktop')).toBeNull();
    update({ count: new Variant('x', 7n), 'count-visible': new Variant('b', true) });
    await vi.waitFor(() => {
      expect(host.badge('corridor.desktop')).toEqual({ count: 7, visible: true });
    });
    update({ 'count-visible': new Variant('b', false) });
    await vi.waitFor(() => {
      expect(host.badge('corridor.desktop')).toEqual({ count: 7, visible: false });
    });
  });

  test('two buses know nothing of each other, and stopping one leaves the other', async () => {
    const other = await startBus();
    await (await other.connect()).requestName('example.Only.Here', 0);
    expect(await isOnBus(desk, 'example.Only.Here')).toBe(false);
    await other.stop();
    expect(await isOnBus(desk, 'org.freedesktop.DBus')).toBe(true);
  });
});

test('a picture becomes a PNG of the same pixels, enlarged', () => {
  const picture: Pixmap = {
    width: 2,
    height: 1,
    argb: Buffer.from([255, 1, 2, 3, 128, 4, 5, 6]),
  };
  const png = pngOf(picture, 2);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([4, 2]);
  const length = png.readUInt32BE(33);
  const raw = inflateSync(png.subarray(41, 41 + length));
  const line = [0, 1, 2, 3, 255, 1, 2, 3, 255, 4, 5, 6, 128, 4, 5, 6, 128];
  expect([...raw]).toEqual([...line, ...line]);
});
