import type {
  Capabilities,
  DeskState,
  MailFolderView,
  ModelSettings,
  PersonStanding,
} from '../../shared/contract';
import type { DirectoryEntry, Person, SourceRef } from '../../shared/handoff/item';
import type { Clock, SteppableClock } from '../../shared/timing/clock';
import type { WorkingHours } from '../../shared/timing/workingHours';
import type { Engine } from '../engine/engine';
import { BUDGET, type Proposer } from '../engine/proposing/proposer';
import type { Outbox } from '../graph/outbox';
import type { Ledger } from '../ledger/types';
import { draftFor, draftView } from './drafts';
import { CHOSEN } from '../graph/folders';
import { sourceStandings } from './sourceStandings';
import { absenceUnsaid } from './standing';
import type { Handlers } from './ipc';
import type { Rounds } from '../graph/rounds';
import type { AccountHandlers } from './signInDesk';
import type { Settings } from './settings';
import { openLink, type Windows } from './windows';

export interface HandlerParts {
  engine: Engine;
  ledger: Ledger;
  outbox: Outbox;
  rounds: Rounds;
  windows: Windows;
  clock: Clock;
  me: DirectoryEntry;
  timeZone: string;
  capabilities: () => Capabilities;
  demo: { title: string; clock: SteppableClock } | null;
  notices: readonly string[];
  runtime: string;
  accounts: AccountHandlers;
  /** How people stand now; what that tells of absences is kept. */
  standing: (people: readonly Person[], onUse: boolean) => Promise<PersonStanding[]>;
  /** Asks where the source lies now; what it tells is kept. Never rejects. */
  lookUp: (ref: SourceRef) => Promise<void>;
  /** The folders of the mailbox, asked from it. */
  mailFolders: () => Promise<MailFolderView[]>;
  /** False while the person has not turned sending on. */
  maySend: () => boolean;
  proposer: Proposer;
  settings: Settings;
  canSeal: () => boolean;
  /** Where the tray is, for the pop-up. */
  trayAt: () => { x: number; y: number } | null;
}

/** Refusals looked through for the list of sources. */
const REFUSALS = 500;

/** What the desk answers to its windows; one line each, the work lies behind them. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { engine, ledger, outbox, rounds, windows, clock, proposer, settings } = parts;
  const modelSettings = (): ModelSettings => ({
    ...settings.model(),
    canSeal: parts.canSeal(),
    sentToday: proposer.sentToday(),
    budget: BUDGET,
    problem: proposer.problem(),
  });
  const demoClock = () => {
    if (!parts.demo) throw new Error('The clock can be moved on the demo tenant only.');
    return parts.demo.clock;
  };
  return {
    'desk/state': (): DeskState => ({
      me: parts.me.person,
      now: new Date(clock.now()).toISOString(),
      timeZone: parts.timeZone,
      revision: ledger.revision(),
      count: ledger.countNeedsYou(),
      sync: rounds.status(),
      capabilities: parts.capabilities(),
      demo: parts.demo && { title: parts.demo.title, speed: parts.demo.clock.speed() },
      runtime: parts.runtime,
      away: awayOf(engine.people().hoursOf(parts.me.person), clock.now()),
      notices: [...parts.notices],
    }),
    'feed/since': ({ revision, limit }) => ledger.changesSince(revision, limit),
    'handoff/get': ({ id }) => ledger.projection(id)?.detail ?? null,
    'source/read': (ref) => engine.source(ref),
    'source/open': async (ref) => {
      await parts.lookUp(ref);
      return openLink(engine.source(ref)?.webLink ?? null);
    },
    'triage/run': (command) => engine.triage(command),
    'triage/undo': ({ undo }) => engine.undo(undo),
    'handoff/people': ({ id }) => engine.candidates(id),
    'learned/list': () => engine.learned(),
    'draft/get': ({ handoffId }) => draftFor(ledger, outbox, handoffId),
    'draft/edit': ({ id, ...words }) => draftView(outbox.edit(id, words)),
    'people/standing': ({ people, onUse }) => parts.standing(people, onUse),
    'draft/approve': async ({ id, told, ...words }) => {
      if (!parts.maySend())
        throw new Error(
          'Drafts and sending are not turned on for this account: the text can be copied.',
        );
      const unsaid = absenceUnsaid(await parts.standing(words.to, false), told ?? []);
      if (unsaid !== null) throw new Error(unsaid);
      return draftView(outbox.approve(id, words));
    },
    'draft/undo': ({ id }) => draftView(outbox.undo(id)),
    'compose/open': ({ handoffId }) => {
      windows.openCompose(handoffId, parts.trayAt());
      return null;
    },
    'compose/close': () => {
      windows.closeCompose();
      return null;
    },
    'window/show': ({ handoffId }) => {
      windows.showMain(handoffId);
      return null;
    },
    'sync/sources': () => sourceStandings(rounds.sources(), ledger.refused(REFUSALS)),
    'mail/folders': () => parts.mailFolders(),
    'mail/choose': ({ folders }) => {
      ledger.transaction(() => {
        ledger.setCursor(CHOSEN, JSON.stringify(folders));
      });
      void rounds.run(true);
      return null;
    },
    'sync/refresh': () => rounds.run(true, true),
    'settings/model': modelSettings,
    'settings/keepModel': (input) => {
      settings.keepModel(input);
      proposer.settingsChanged();
      return modelSettings();
    },
    'settings/tryModel': (input) => proposer.attempt(settings.accessFor(input)),
    'settings/monthsBack': () => settings.monthsBack(),
    'settings/keepMonthsBack': (months) => {
      settings.keepMonthsBack(months);
      void rounds.run(true);
      return settings.monthsBack();
    },
    'demo/step': ({ minutes }) => {
      demoClock().step(minutes * 60_000);
      return null;
    },
    'demo/speed': ({ speed }) => {
      demoClock().setSpeed(speed);
      return null;
    },
    ...parts.accounts,
  };
}

/** The time away that is going on, or comes next. */
function awayOf({ away }: WorkingHours, now: number): DeskState['away'] {
  const next = away?.find(({ until }) => until > now);
  if (!next) return null;
  const iso = (at: number) => new Date(at).toISOString();
  return { from: iso(next.from), until: iso(next.until), ends: next.ends };
}
