import dbus from 'dbus-next';
import type { MessageBus, Variant } from 'dbus-next';

/** One notification as the desktop was asked to show it. */
export interface Shown {
  id: number;
  /** The id of the one it took the place of; 0 when it is a new one. */
  replaces: number;
  app: string;
  summary: string;
  /** Markup, as the specification has it. */
  body: string;
  /** Keys of the actions offered, in order. */
  actions: string[];
  hints: Record<string, unknown>;
}

/** A notification daemon: records what it is asked to show, and plays the person's click. */
export interface NotificationHost {
  /** Everything ever shown, oldest first. */
  readonly history: readonly Shown[];
  /** What stands on the screen now. */
  open(): Shown[];
  /** The person clicks the notification. Throws when it is not on the screen. */
  invokeDefault(id: number): void;
  /** The person waves it away. */
  dismiss(id: number): void;
}

const DISMISSED = 2;
const CLOSED_BY_CALL = 3;

class Daemon extends dbus.interface.Interface {
  readonly history: Shown[] = [];
  readonly standing = new Map<number, Shown>();
  private last = 0;

  constructor() {
    super('org.freedesktop.Notifications');
  }

  Notify(
    app: string,
    replaces: number,
    _icon: string,
    summary: string,
    body: string,
    actions: string[],
    hints: Record<string, Variant>,
  ): number {
    const id = replaces > 0 ? replaces : ++this.last;
    const plain = Object.entries(hints).map(([name, { value }]) => [name, value as unknown]);
    const shown: Shown = {
      id,
      replaces,
      app,
      summary,
      body,
      actions: actions.filter((_words, n) => n % 2 === 0),
      hints: Object.fromEntries(plain) as Record<string, unknown>,
    };
    this.history.push(shown);
    this.standing.set(id, shown);
    return id;
  }

  CloseNotification(id: number): void {
    if (this.standing.delete(id)) this.NotificationClosed(id, CLOSED_BY_CALL);
  }

  GetCapabilities(): string[] {
    return ['actions', 'body', 'body-markup', 'persistence'];
  }

  GetServerInformation(): string[] {
    return ['corridor-test', 'corridor', '1', '1.2'];
  }

  /** Calling it sends the signal. */
  NotificationClosed(id: number, reason: number): number[] {
    return [id, reason];
  }

  /** Calling it sends the signal. */
  ActionInvoked(id: number, key: string): [number, string] {
    return [id, key];
  }
}

Daemon.configureMembers({
  methods: {
    Notify: { inSignature: 'susssasa{sv}i', outSignature: 'u' },
    CloseNotification: { inSignature: 'u', outSignature: '' },
    GetCapabilities: { inSignature: '', outSignature: 'as' },
    GetServerInformation: { inSignature: '', outSignature: 'ssss' },
  },
  signals: {
    NotificationClosed: { signature: 'uu' },
    ActionInvoked: { signature: 'us' },
  },
});

/** Takes the name org.freedesktop.Notifications on this bus. */
export async function hostNotifications(bus: MessageBus): Promise<NotificationHost> {
  const daemon = new Daemon();
  bus.export('/org/freedesktop/Notifications', daemon);
  await bus.requestName('org.freedesktop.Notifications', 0);
  const end = (id: number, action: string | null) => {
    if (!daemon.standing.has(id)) throw new Error(`Notification ${id} is not on the screen.`);
    if (action !== null) daemon.ActionInvoked(id, action);
    daemon.standing.delete(id);
    daemon.NotificationClosed(id, DISMISSED);
  };
  return {
    history: daemon.history,
    open: () => [...daemon.standing.values()],
    invokeDefault: (id) => {
      end(id, 'default');
    },
    dismiss: (id) => {
      end(id, null);
    },
  };
}
