import dbus from 'dbus-next';
import type { MessageBus, Variant } from 'dbus-next';
import { ask, isOnBus } from './bus';
import type { Pixmap } from './pixmap';

/** One line of a tray menu. */
export interface MenuLine {
  id: number;
  label: string;
  enabled: boolean;
  separator: boolean;
  children: MenuLine[];
}

/** A tray icon as a panel sees it. */
export interface TrayItem {
  /** The words shown when the pointer rests on it. */
  toolTip(): Promise<string>;
  pixmap(): Promise<Pixmap>;
  menu(): Promise<MenuLine[]>;
  /** Clicks the line with this label, wherever it stands in the menu. Throws when there is none. */
  choose(label: string): Promise<void>;
  /** The person clicks the icon itself. */
  activate(): Promise<void>;
}

/** The panel: where tray icons register. */
export interface TrayHost {
  /** The icons there now, oldest first; those whose program ended are gone. */
  items(): Promise<TrayItem[]>;
}

class Watcher extends dbus.interface.Interface {
  readonly services: string[] = [];

  constructor() {
    super('org.kde.StatusNotifierWatcher');
  }

  RegisterStatusNotifierItem(service: string): void {
    if (!this.services.includes(service)) this.services.push(service);
    this.StatusNotifierItemRegistered(service);
  }

  RegisterStatusNotifierHost(_service: string): void {
    this.StatusNotifierHostRegistered();
  }

  get RegisteredStatusNotifierItems(): string[] {
    return this.services;
  }

  get IsStatusNotifierHostRegistered(): boolean {
    return true;
  }

  get ProtocolVersion(): number {
    return 0;
  }

  /** Calling it sends the signal. */
  StatusNotifierItemRegistered(service: string): string {
    return service;
  }

  /** Calling it sends the signal. */
  StatusNotifierHostRegistered(): void {
    return undefined;
  }
}

Watcher.configureMembers({
  properties: {
    RegisteredStatusNotifierItems: { signature: 'as', access: dbus.interface.ACCESS_READ },
    IsStatusNotifierHostRegistered: { signature: 'b', access: dbus.interface.ACCESS_READ },
    ProtocolVersion: { signature: 'i', access: dbus.interface.ACCESS_READ },
  },
  methods: {
    RegisterStatusNotifierItem: { inSignature: 's', outSignature: '' },
    RegisterStatusNotifierHost: { inSignature: 's', outSignature: '' },
  },
  signals: {
    StatusNotifierItemRegistered: { signature: 's' },
    StatusNotifierHostRegistered: { signature: '' },
  },
});

/** Takes the name org.kde.StatusNotifierWatcher on this bus, before any app asks for it. */
export async function hostTray(bus: MessageBus): Promise<TrayHost> {
  const watcher = new Watcher();
  bus.export('/StatusNotifierWatcher', watcher);
  await bus.requestName('org.kde.StatusNotifierWatcher', 0);
  return {
    async items() {
      const there: TrayItem[] = [];
      for (const service of watcher.services)
        if (await isOnBus(bus, service)) there.push(itemOf(bus, service));
      return there;
    },
  };
}

const ITEM = 'org.kde.StatusNotifierItem';
const MENU = 'com.canonical.dbusmenu';
const NO_REPLY = 'org.freedesktop.DBus.Error.NoReply';

function itemOf(bus: MessageBus, service: string): TrayItem {
  const property = async (name: string): Promise<unknown> => {
    const [value] = await ask(
      bus,
      {
        destination: service,
        path: '/StatusNotifierItem',
        interface: 'org.freedesktop.DBus.Properties',
        member: 'Get',
      },
      'ss',
      [ITEM, name],
    );
    return (value as Variant).value as unknown;
  };
  const onMenu = async (member: string, signature: string, body: unknown[]) =>
    ask(
      bus,
      { destination: service, path: (await property('Menu')) as string, interface: MENU, member },
      signature,
      body,
    );
  const menu = async (): Promise<MenuLine[]> => {
    const [, root] = await onMenu('GetLayout', 'iias', [0, -1, []]);
    return lineOf(root as Layout).children;
  };
  return {
    async toolTip() {
      const [, , title, text] = (await property('ToolTip')) as [string, unknown, string, string];
      return [title, text].filter((words) => words !== '').join('\n');
    },
    async pixmap() {
      const all = (await property('IconPixmap')) as [number, number, Buffer][];
      // A panel takes the largest there is.
      const largest = all.reduce<[number, number, Buffer] | null>(
        (best, one) => (best === null || one[0] > best[0] ? one : best),
        null,
      );
      if (largest === null) throw new Error('The tray item has no picture.');
      return { width: largest[0], height: largest[1], argb: Buffer.from(largest[2]) };
    },
    menu,
    async choose(label) {
      // The menu may be set anew between reading it and clicking: then its line has another number.
      for (let tries = 1; ; tries++) {
        const found = flat(await menu()).find((line) => line.label === label);
        if (!found) throw new Error(`The tray menu has no line "${label}".`);
        try {
          await onMenu('Event', 'isvu', [found.id, 'clicked', new dbus.Variant('s', ''), 0]);
          return;
        } catch (error) {
          // A line that ends the program ends it before it can answer.
          if (error instanceof dbus.DBusError && error.type === NO_REPLY) return;
          if (tries === 5) throw error;
        }
      }
    },
    async activate() {
      const to = { destination: service, path: '/StatusNotifierItem', interface: ITEM };
      await ask(bus, { ...to, member: 'Activate' }, 'ii', [0, 0]);
    },
  };
}

/** dbusmenu's own shape: id, properties, children in variants. */
type Layout = [number, Record<string, Variant>, Variant<Layout>[]];

function lineOf([id, properties, children]: Layout): MenuLine {
  const label: unknown = properties['label']?.value;
  return {
    id,
    // An underscore marks the access key; a doubled one is an underscore.
    label: typeof label === 'string' ? label.replace(/_(_?)/g, '$1') : '',
    enabled: properties['enabled']?.value !== false,
    separator: properties['type']?.value === 'separator',
    children: children.map((child) => lineOf(child.value)),
  };
}

function flat(lines: readonly MenuLine[]): MenuLine[] {
  return lines.flatMap((line) => [line, ...flat(line.children)]);
}

/** The menu as text, one line each, indented below its parent. */
export function menuText(lines: readonly MenuLine[], indent = ''): string {
  return lines
    .map((line) =>
      line.separator
        ? `${indent}────────`
        : `${indent}${line.label}${line.enabled ? '' : '  (greyed)'}` +
          (line.children.length > 0 ? `\n${menuText(line.children, `${indent}    `)}` : ''),
    )
    .join('\n');
}
