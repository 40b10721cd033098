import { act, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { demoClock } from '../../shared/timing/clock';
import type { SteppableClock } from '../../shared/timing/clock';
import { makeCaller } from '../bridge';
import { ComposeWindow } from '../compose/ComposeWindow';
import { CorridorWindow } from '../corridor/CorridorWindow';
import { DeskProvider } from '../desk/context';
import type { Desk } from '../desk/context';
import { makeWindowStore } from '../desk/store';
import { makeDeskTime } from '../desk/time';
import { Replica } from '../replica/replica';
import type { FakeMain } from './fakeBridge';
import { NOW } from './handoffs';

// The machines that run this are slow and shared; waiting longer costs nothing when all is well.
configure({ asyncUtilTimeout: 8_000 });

let stages = 0;

/** Builds a window over a fake main process and a real replica, with a clock that only the test moves. */
export function stage(main: FakeMain, view: 'corridor' | { compose: string } = 'corridor') {
  // jsdom has no layout: a list of a window's height, and nothing to scroll.
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 800 });
  // Nor CSS.escape, which react-aria asks for when it looks for an option.
  globalThis.CSS = { escape: (name: string) => name.replace(/[^\w-]/g, '\\$&') } as typeof CSS;
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.scrollTo = () => undefined;
  stages += 1;
  const clock = demoClock(Date.parse(NOW), 0);
  const desk: Desk = {
    call: makeCaller(main.bridge),
    clock,
    time: makeDeskTime(clock),
    replica: new Replica(`stage-${String(stages)}`),
    store: makeWindowStore(),
  };
  const user = userEvent.setup();
  const shown = render(
    <DeskProvider desk={desk}>
      {view === 'corridor' ? <CorridorWindow /> : <ComposeWindow handoffId={view.compose} />}
    </DeskProvider>,
  );
  return { desk, user, ...shown, pass: (ms: number) => pass(clock, ms) };
}

/** Moves the window's clock and lets what became due happen. */
async function pass(clock: SteppableClock, ms: number): Promise<void> {
  await act(async () => {
    clock.step(ms);
    await clock.pause(0);
  });
}
