// First: zod must know of the page's policy before the contract builds its schemas.
import './jitless';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '../shared/contract';
import { systemClock } from '../shared/timing/clock';
import { SignInWindow } from './account/SignInWindow';
import { makeCaller } from './bridge';
import { ComposeWindow } from './compose/ComposeWindow';
import { CorridorWindow } from './corridor/CorridorWindow';
import { DeskProvider } from './desk/context';
import type { Desk } from './desk/context';
import { makeWindowStore } from './desk/store';
import { makeDeskTime } from './desk/time';
import { Mishap } from './desk/Mishap';
import { Replica } from './replica/replica';
import './styles/base.css';
import './styles/controls.css';
import './styles/corridor.css';
import './styles/handoff.css';
import './styles/ends.css';
import './styles/facts.css';
import './styles/compose.css';
import './styles/account.css';
import './styles/settings.css';

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly corridor: Bridge;
  }
}

const asked = new URLSearchParams(window.location.search);
const desk: Desk = {
  call: makeCaller(window.corridor),
  clock: systemClock,
  time: makeDeskTime(systemClock),
  replica: new Replica(),
  store: makeWindowStore(),
};

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Mishap replica={desk.replica}>
      <DeskProvider desk={desk}>
        {asked.get('view') === 'compose' ? (
          <ComposeWindow handoffId={asked.get('handoff') ?? ''} />
        ) : asked.get('view') === 'account' ? (
          <SignInWindow />
        ) : (
          <CorridorWindow />
        )}
      </DeskProvider>
    </Mishap>
  </StrictMode>,
);
