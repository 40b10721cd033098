import { createContext, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ReactNode } from 'react';
import type { DeskState } from '../../shared/contract';
import type { Person } from '../../shared/handoff/item';
import type { Clock } from '../../shared/timing/clock';
import { problemOf } from '../bridge';
import type { Caller } from '../bridge';
import type { Replica } from '../replica/replica';
import type { Here } from './dates';
import type { WindowState, WindowStore } from './store';
import type { DeskTime } from './time';

/** What a window is built from; made once in main.tsx (or a test) and handed down. */
export interface Desk {
  call: Caller;
  clock: Clock;
  time: DeskTime;
  replica: Replica;
  store: WindowStore;
}

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk outside of a DeskProvider');
  return desk;
}

export function useWindow<T>(pick: (state: WindowState) => T): T {
  return useStore(useDesk().store, pick);
}

export type Known =
  { is: 'asking' } | { is: 'known'; state: DeskState } | { is: 'unknown'; problem: string };

/** The desk's state, asked anew whenever the main process says something changed. */
export function useDeskState(): Known {
  const { call, time } = useDesk();
  const [known, setKnown] = useState<Known>({ is: 'asking' });
  useEffect(() => {
    let gone = false;
    const ask = () => {
      call.request('desk/state', null).then(
        (state) => {
          if (gone) return;
          time.set(Date.parse(state.now), state.demo?.speed ?? 1);
          setKnown({ is: 'known', state });
        },
        (thrown: unknown) => {
          if (!gone) setKnown({ is: 'unknown', problem: problemOf(thrown) });
        },
      );
    };
    const stops = [
      call.on('feed/changed', ask),
      call.on('sync/changed', (sync) => {
        setKnown((was) =>
          was.is === 'known' ? { is: 'known', state: { ...was.state, sync } } : was,
        );
      }),
      call.on('clock/changed', ({ now, speed }) => {
        time.set(Date.parse(now), speed);
        setKnown((was) =>
          was.is === 'known' && was.state.demo !== null
            ? { is: 'known', state: { ...was.state, demo: { ...was.state.demo, speed } } }
            : was,
        );
      }),
    ];
    ask();
    return () => {
      gone = true;
      for (const stop of stops) stop();
    };
  }, [call, time]);
  return known;
}

/** The desk's now in ms, told again every `every` real milliseconds and at each turn of the clock. */
export function useNow(every = 20_000): number {
  const { clock, time } = useDesk();
  const [now, setNow] = useState(() => time.now());
  useEffect(() => {
    let cancel = () => {};
    const tick = () => {
      setNow(time.now());
      cancel = clock.at(clock.now() + every, tick);
    };
    const stop = time.onChange(() => {
      setNow(time.now());
    });
    cancel = clock.at(clock.now() + every, tick);
    return () => {
      cancel();
      stop();
    };
  }, [clock, time, every]);
  return now;
}

/** Who sits here and what moments are told against; handed to every part that shows names and dates. */
export interface Standpoint extends Here {
  me: Person;
}

/** Says a failed request in a toast; use as the rejection of a fire-and-forget request. */
export function useSayProblem(): (thrown: unknown) => void {
  const { store } = useDesk();
  return (thrown) => {
    store.getState().say(problemOf(thrown), null);
  };
}
