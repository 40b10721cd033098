import { Search } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Tab as TabButton, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { DeskState, HandoffRow } from '../../shared/contract';
import { AccountDialog } from '../account/AccountDialog';
import { AccountStrip } from '../account/AccountStrip';
import { useDesk, useDeskState, useNow, useWindow } from '../desk/context';
import type { Standpoint } from '../desk/context';
import { whenBack } from '../desk/dates';
import { Toasts } from '../desk/Toasts';
import { needsYouWords, tabWords } from '../desk/words';
import { HandoffPane } from '../handoff/HandoffPane';
import { HandDialog } from '../handoff/HandDialog';
import { SourceDialog } from '../handoff/SourceDialog';
import { tabs } from '../replica/replica';
import type { Tab } from '../replica/replica';
import { Settings } from '../settings/Settings';
import { SourcesDialog } from '../settings/SourcesDialog';
import { DemoBar } from './DemoBar';
import { EmptyList } from './Empty';
import { Help } from './Help';
import { List } from './List';
import { Palette } from './Palette';
import { SyncLine } from './SyncLine';
import { LearnedDialog } from '../learned/LearnedDialog';
import { useCommands } from './useCommands';
import { useReplicaFed } from './useReplicaFed';
import { useRows, useTabCounts } from './useRows';
import { useSelectionThatLasts } from './useSelection';

const NOBODY = { name: '', address: '' };

/** The main window: the list on the left, the two ends of the chosen handoff on the right. */
export function CorridorWindow() {
  const known = useDeskState();
  const fed = useReplicaFed();
  const state = known.is === 'known' ? known.state : null;
  const problem = known.is === 'unknown' ? known.problem : fed.problem;
  const dialog = useWindow((window) => window.dialog);
  const { store } = useDesk();
  const selectedId = useWindow((window) => window.selectedId);
  const standpoint = useStandpoint(state);
  const { shown, total, complete } = useRows(fed.ready);
  const rows = useMemo(() => shown ?? [], [shown]);
  useSelectionThatLasts(shown, complete);

  const listRef = useRef<HTMLDivElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const detailRef = useRef<HTMLElement>(null);
  const { run } = useCommands({ rows, listRef, searchRef, detailRef });
  const selected = rows.find((row) => row.id === selectedId) ?? null;
  const close = store.getState().closeDialog;

  return (
    <div
      className="window"
      data-corridor={fed.catchingUp ? 'behind' : 'current'}
      aria-busy={!fed.ready || state === null || shown === null}
    >
      {state?.demo && (
        <DemoBar title={state.demo.title} speed={state.demo.speed} zone={state.timeZone} />
      )}
      <AccountStrip />
      <div className="panes">
        <ListPane
          {...{
            state,
            problem,
            ready: fed.ready,
            standpoint,
            shown,
            total,
            selectedId,
            listRef,
            searchRef,
          }}
          onRefresh={() => {
            run('refresh');
          }}
          onSettings={() => {
            run('settings');
          }}
        />
        <HandoffPane
          row={selected}
          none={rows.length === 0}
          standpoint={standpoint}
          firstReading={
            state?.sync.state === 'syncing' && state.sync.lastAt === null ? state.sync.items : null
          }
          detailRef={detailRef}
          onRun={run}
        />
      </div>
      <Toasts />
      <Help isOpen={dialog?.is === 'help'} onClose={close} />
      <Settings isOpen={dialog?.is === 'settings'} onClose={close} />
      <Palette isOpen={dialog?.is === 'palette'} onClose={close} onRun={run} />
      <AccountDialog isOpen={dialog?.is === 'account'} onClose={close} />
      <LearnedDialog isOpen={dialog?.is === 'learned'} standpoint={standpoint} onClose={close} />
      <SourcesDialog isOpen={dialog?.is === 'sources'} standpoint={standpoint} onClose={close} />
      <HandDialog of={dialog?.is === 'hand' ? dialog.row : null} onClose={close} />
      <SourceDialog
        open={dialog?.is === 'source' ? dialog : null}
        standpoint={standpoint}
        onClose={close}
      />
    </div>
  );
}

/** The person and the moment things are told against; kept the same object while neither changed. */
function useStandpoint(state: DeskState | null): Standpoint {
  const now = useNow();
  const minute = Math.floor(now / 60_000) * 60_000;
  const machineZone = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone)[0];
  const zone = state?.timeZone ?? machineZone;
  const name = state?.me.name ?? NOBODY.name;
  const address = state?.me.address ?? NOBODY.address;
  return useMemo(
    () => ({ now: minute, zone, me: { name, address } }),
    [minute, zone, name, address],
  );
}

interface ListPaneProps {
  state: DeskState | null;
  problem: string | null;
  ready: boolean;
  standpoint: Standpoint;
  shown: HandoffRow[] | null;
  total: number;
  selectedId: string | null;
  listRef: React.RefObject<HTMLDivElement | null>;
  searchRef: React.RefObject<HTMLInputElement | null>;
  onRefresh: () => void;
  onSettings: () => void;
}

function ListPane(props: ListPaneProps) {
  const { state, problem, standpoint, shown, total, selectedId, listRef, searchRef } = props;
  const { store } = useDesk();
  const tab = useWindow((window) => window.tab);
  const search = useWindow((window) => window.search);
  const counts = useTabCounts(props.ready);
  const onSelect = useCallback(
    (id: string) => {
      store.getState().select(id);
    },
    [store],
  );
  const count = counts?.needsYou ?? state?.count ?? 0;

  useEffect(() => {
    document.title = count === 0 ? 'Corridor' : `Corridor: ${needsYouWords(count).toLowerCase()}`;
  }, [count]);

  return (
    <section className="list-pane" aria-label="Handoffs">
      <header className="list-head">
        <h1>{headingOf(state, count)}</h1>
        {awayNow(state, standpoint) !== null && (
          <p className="notice" role="note">
            {awayNow(state, standpoint)}
          </p>
        )}
        {state?.notices.map((notice) => (
          <p key={notice} className="notice" role="note">
            {notice}
          </p>
        ))}
        <label className="search">
          <Search aria-hidden className="icon" />
          <span className="hidden">Search the list</span>
          <input
            ref={searchRef}
            type="search"
            placeholder="Search people and work"
            value={search}
            onChange={(event) => {
              store.getState().find(event.target.value);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' && event.key !== 'Enter') return;
              if (event.key === 'Escape') store.getState().find('');
              // With nothing found there is no list to go to; leaving the field gives the letter keys back all the same.
              if (listRef.current) listRef.current.focus();
              else event.currentTarget.blur();
            }}
          />
          <kbd aria-hidden>/</kbd>
        </label>
      </header>
      <Tabs
        className="tabs"
        selectedKey={tab}
        onSelectionChange={(key) => {
          store.getState().show(key as Tab);
        }}
      >
        <TabList className="tab-list" aria-label="Parts of the list">
          {listed(counts, tab).map((one) => (
            <TabButton key={one} id={one} className="tab">
              {tabWords[one]}{' '}
              {counts !== null && counts[one] > 0 && COUNTED.includes(one) && (
                <span className="tab-count">{counts[one] > 999 ? '999+' : counts[one]}</span>
              )}
            </TabButton>
          ))}
        </TabList>
        <TabPanel key={tab} id={tab} className="tab-panel">
          {shown === null ? null : shown.length === 0 ? (
            <EmptyList
              tab={tab}
              search={total === 0 ? '' : search}
              sync={state?.sync ?? null}
              problem={problem}
              here={standpoint}
            />
          ) : (
            <List
              rows={shown}
              selectedId={selectedId}
              label={tabWords[tab]}
              standpoint={standpoint}
              listRef={listRef}
              onSelect={onSelect}
            />
          )}
        </TabPanel>
      </Tabs>
      <SyncLine
        sync={state?.sync ?? null}
        problem={problem}
        here={standpoint}
        onRefresh={props.onRefresh}
        onSettings={props.onSettings}
      />
    </section>
  );
}

const COUNTED: readonly Tab[] = ['needsYou', 'held', 'proposed'];

/** Parts shown only where there is something in them. */
const AT_TIMES: readonly Tab[] = ['proposed', 'seen'];

/** The parts there are. */
function listed(counts: Record<Tab, number> | null, shown: Tab): readonly Tab[] {
  return tabs.filter((one) => !AT_TIMES.includes(one) || shown === one || (counts?.[one] ?? 0) > 0);
}

/** That the person is away, until when, and what follows; null while they are there. */
function awayNow(state: DeskState | null, here: Standpoint): string | null {
  const away = state?.away;
  if (!away || here.now < Date.parse(away.from) || here.now >= Date.parse(away.until)) return null;
  const until = away.ends ? ` until ${whenBack(away.until, here)}` : '';
  return `You are away${until}, by your automatic replies or calendar. Nothing that waits on you is late before you are back.`;
}

/** The count in words; nothing is claimed about a mailbox that was never read to its end. */
function headingOf(state: DeskState | null, count: number): string {
  if (count > 0 || (state !== null && state.sync.lastAt !== null)) return needsYouWords(count);
  return state?.sync.state === 'syncing' ? 'First reading' : 'Corridor';
}
