import { session } from 'electron';
import type { Clock } from '../../shared/timing/clock';
import type { SignedAccount, SignIn } from '../graph/signIn/signIn';
import type { Desk } from './desk';
import type { Gate } from './gate';
import { APP_ORIGIN } from './ipc';
import type { AccountDesk } from './signInDesk';

/** Everything that runs for one account, whether or not somebody looks at it. */
export interface Room {
  /** Begins to read; once, however often it is called. */
  begin(): Promise<void>;
  /** Handoffs that need the person. */
  count(): number;
  /** Reads now. */
  refresh(): void;
  close(): Promise<void>;
}

/**
 * Who sits at the desk: one account's room has the window, the others go on reading beside it, and while
 * nobody is signed in there is the gate.
 */
export interface Seats {
  /** Brings the seats in line with who is signed in. Resolves when they are. */
  settle(): Promise<void>;
  count(key: string): number;
  /** Of all accounts but the one at the desk. */
  elsewhere(): number;
  /** A room's count changed while somebody else sits at the desk. */
  countChanged(): void;
  /** Closes what has an account's files open. */
  letGo(key: string): Promise<void>;
  raise(): void;
  showSettings(): void;
  close(): Promise<void>;
}

/** A room that could not be opened (no network at the first start) is tried again after this, ms. */
const AGAIN_MS = 30_000;

export function createSeats<R extends Room>(parts: {
  signIn: () => SignIn;
  accounts: () => AccountDesk;
  openRoom: (account: SignedAccount) => Promise<R>;
  sitDown: (room: R) => Desk;
  showGate: () => Gate;
  clock: Clock;
  log: (line: string) => void;
}): Seats {
  const { log } = parts;
  const rooms = new Map<string, R>();
  /** What each account could do when it was last looked at. */
  const could = new Map<string, string>();
  let seat: { key: string; desk: Desk } | null = null;
  let gate: Gate | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let cancel = (): void => undefined;
  let closed = false;

  const leaveSeat = () => {
    seat?.desk.close();
    seat?.desk.windows.destroy();
    seat = null;
  };
  const roomOf = async (account: SignedAccount): Promise<R | null> => {
    const open = rooms.get(account.key);
    if (open) return open;
    try {
      const room = await parts.openRoom(account);
      rooms.set(account.key, room);
      return room;
    } catch (error) {
      log(`an account could not be opened: ${error instanceof Error ? error.message : ''}`);
      cancel();
      cancel = parts.clock.at(parts.clock.now() + AGAIN_MS, () => void settle());
      return null;
    }
  };

  async function round(): Promise<void> {
    const signIn = parts.signIn();
    const key = signIn.active();
    const active = signIn.accounts().find((account) => account.key === key);
    const room = active ? await roomOf(active) : null;
    if (closed) return;
    if (room && active) {
      // First the gate: one window at a time is answered to.
      gate?.close();
      gate = null;
      if (seat?.key !== active.key) {
        leaveSeat();
        seat = { key: active.key, desk: parts.sitDown(room) };
      }
    } else {
      leaveSeat();
      gate ??= parts.showGate();
    }
    for (const account of signIn.accounts())
      if (account.key !== key) void (await roomOf(account))?.begin();
    for (const { key: name, state, parts: all } of signIn.view().accounts) {
      const now = `${state} ${all.map((part) => part.state).join(' ')}`;
      const before = could.get(name);
      could.set(name, now);
      // Signed in again, or permitted more: there is something new to read.
      if (before !== undefined && before !== now && state === 'in') rooms.get(name)?.refresh();
    }
    seat?.desk.accountsChanged();
    gate?.changed(parts.accounts().view());
  }

  function settle(): Promise<void> {
    if (closed) return Promise.resolve();
    if (running) {
      again = true;
      return running;
    }
    running = round()
      .catch((error: unknown) => {
        log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      })
      .then(() => {
        running = null;
        if (!again) return;
        again = false;
        return settle();
      });
    return running;
  }

  return {
    settle,
    count: (key) => rooms.get(key)?.count() ?? 0,
    elsewhere: () =>
      [...rooms].reduce((sum, [key, room]) => sum + (key === seat?.key ? 0 : room.count()), 0),
    countChanged() {
      seat?.desk.accountsChanged();
    },
    async letGo(key) {
      if (seat?.key === key) {
        leaveSeat();
        // The window's copy of the list goes with the account.
        await session.defaultSession.clearStorageData({
          origin: APP_ORIGIN,
          storages: ['indexdb'],
        });
      }
      const room = rooms.get(key);
      rooms.delete(key);
      await room?.close();
    },
    showSettings() {
      seat?.desk.showSettings();
    },
    raise() {
      if (seat) seat.desk.raise();
      else gate?.raise();
    },
    async close() {
      closed = true;
      cancel();
      seat?.desk.close();
      gate?.close();
      await Promise.all([...rooms.values()].map((room) => room.close()));
    },
  };
}
