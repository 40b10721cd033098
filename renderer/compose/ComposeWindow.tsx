import { AppWindow, MessageCircle, Send } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import type { PersonStanding } from '../../shared/contract';
import { Empty } from '../corridor/Empty';
import { useDesk, useDeskState, useNow, useSayProblem, useWindow } from '../desk/context';
import type { Standpoint } from '../desk/context';
import { lettersAct } from '../desk/letters';
import { useStandings } from '../desk/useStandings';
import { SnoozeMenu } from '../desk/SnoozeMenu';
import { Toasts } from '../desk/Toasts';
import { useTriage } from '../desk/useTriage';
import { verbWords, whom } from '../desk/words';
import { useHandoff } from '../handoff/useHandoff';
import { Absent } from './Absent';
import { Leaving } from './Leaving';
import { OneTap } from './OneTap';
import { ToField } from './ToField';
import { makeDraftKeeper } from './draftKeeper';
import type { DraftKeeper, DraftState } from './draftKeeper';

/** The pop-up by the tray: one draft, to be read, changed, sent, put off or left alone. */
export function ComposeWindow({ handoffId }: { handoffId: string }) {
  const { call, clock, store } = useDesk();
  const known = useDeskState();
  const state = known.is === 'known' ? known.state : null;
  const [keeper] = useState(() => makeDraftKeeper(call, clock, handoffId));
  const draft = useSyncExternalStore(keeper.subscribe, keeper.get);
  const { detail } = useHandoff(handoffId, 0);
  const sayProblem = useSayProblem();
  const now = useNow();
  // A refusal may be news of them: then it is asked again, so that it can be said.
  const standings = useStandings(
    draft.is === 'here' ? draft.wording.to : [],
    true,
    draft.is === 'here' ? draft.problem : null,
  );
  const told = standings.flatMap(({ person, away }) => (away === null ? [] : [person.address]));
  const standpoint: Standpoint = {
    now,
    zone: state?.timeZone ?? 'UTC',
    me: state?.me ?? { name: '', address: '' },
  };

  useEffect(() => keeper.start(), [keeper]);
  useEffect(() => {
    const close = () => {
      keeper
        .flush()
        .then(() => call.request('compose/close', null))
        .catch(sayProblem);
    };
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (event.key === 'Escape') close();
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        if (canSend(keeper.get())) void keeper.approve(told);
      } else if (event.key === 'u' && !event.ctrlKey && !event.metaKey && lettersAct()) {
        // The fields are read-only while the undo time runs: the letter is nobody's text.
        const now = keeper.get();
        if (now.is === 'here' && now.draft.state === 'approved') void keeper.undo();
      }
    };
    // The window may be taken away without Esc: by the tray, by quitting, by the other window.
    const leave = () => void keeper.flush();
    document.addEventListener('keydown', hear);
    window.addEventListener('pagehide', leave);
    window.addEventListener('blur', leave);
    return () => {
      document.removeEventListener('keydown', hear);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('blur', leave);
    };
  });
  useEffect(
    () =>
      call.on('desk/says', ({ words, undo }) => {
        store.getState().say(words, undo);
      }),
    [call, store],
  );

  const openInWindow = () => {
    keeper
      .flush()
      .then(() => call.request('window/show', { handoffId }))
      .catch(sayProblem);
  };

  return (
    <main className="compose" aria-label="Draft">
      <header className="compose-head">
        <p className="end-role">{detail?.catch ? verbWords[detail.catch.verb] : 'Draft'}</p>
        <h1>{detail?.what ?? 'Draft'}</h1>
        {detail !== null && <p className="muted">{detail.why}</p>}
      </header>
      {draft.is === 'here' ? (
        <DraftForm
          draft={draft}
          keeper={keeper}
          handoffId={handoffId}
          standpoint={standpoint}
          standings={standings}
          told={told}
          onOpenInWindow={openInWindow}
        />
      ) : draft.is === 'asking' ? (
        <p className="muted pad">Reading the draft</p>
      ) : (
        <Empty
          icon={MessageCircle}
          title={draft.is === 'none' ? 'Nothing is to be said here' : 'The draft could not be read'}
        >
          <p>
            {draft.is === 'none' ? 'This handoff moved on, or its answer came.' : draft.problem}
          </p>
          <Button onPress={openInWindow}>
            <AppWindow aria-hidden /> Open in window
          </Button>
        </Empty>
      )}
      <Toasts />
    </main>
  );
}

/** A draft can be approved while it is only proposed, or again after it failed; never without a recipient. */
function canSend(state: DraftState): boolean {
  return (
    state.is === 'here' &&
    !state.busy &&
    (state.draft.state === 'proposed' || state.draft.state === 'failed') &&
    state.wording.to.length > 0 &&
    state.wording.body.trim() !== ''
  );
}

interface DraftFormProps {
  draft: Extract<DraftState, { is: 'here' }>;
  keeper: DraftKeeper;
  handoffId: string;
  standpoint: Standpoint;
  standings: readonly PersonStanding[];
  /** Addresses of those of whom it is said that they are away. */
  told: readonly string[];
  onOpenInWindow: () => void;
}

function DraftForm(props: DraftFormProps) {
  const { draft: here, keeper, handoffId, standpoint, standings, told, onOpenInWindow } = props;
  const { store } = useDesk();
  const snoozing = useWindow((state) => state.snoozing);
  const triage = useTriage();
  const { draft, wording } = here;
  const editable = draft.state === 'proposed' || draft.state === 'failed';
  const mail = draft.channel === 'mail';
  return (
    <>
      <div className="compose-fields">
        {draft.place === undefined ? (
          <ToField
            to={wording.to}
            readOnly={!editable}
            onChange={(to) => {
              keeper.edit({ to });
            }}
          />
        ) : (
          <p className="field">
            <span className="field-label">In</span>
            <span>
              {draft.place}, an answer to {draft.to.map((p) => whom(p, standpoint.me)).join(', ')}{' '}
              that all of the team can read
            </span>
          </p>
        )}
        {draft.cc.length > 0 && (
          <p className="field">
            <span className="field-label">Cc</span>
            <span>{draft.cc.map((person) => person.name || person.address).join(', ')}</span>
          </p>
        )}
        {mail && (
          <label className="field">
            <span className="field-label">Subject</span>
            <input
              value={wording.subject}
              readOnly={!editable}
              onChange={(event) => {
                keeper.edit({ subject: event.target.value });
              }}
            />
          </label>
        )}
        <textarea
          aria-label="Message"
          className="compose-body"
          value={wording.body}
          readOnly={!editable}
          onChange={(event) => {
            keeper.edit({ body: event.target.value });
          }}
        />
        {draft.oneTap && (
          <OneTap
            on={wording.oneTap === true}
            words={draft.oneTap.words}
            readOnly={!editable}
            onChange={(oneTap) => {
              keeper.edit({ oneTap });
            }}
          />
        )}
        {draft.reasons.length > 0 && (
          <details className="compose-why">
            <summary>Why this is proposed</summary>
            <ul>
              {draft.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {editable && <Absent standings={standings} here={standpoint} />}
      {here.problem !== null && (
        <p className="notice" role="alert">
          {here.problem}
        </p>
      )}
      {draft.state === 'proposed' && draft.problem !== null && (
        <p className="notice" role="note">
          {draft.problem}
        </p>
      )}
      {draft.state !== 'proposed' && (
        <Leaving
          draft={draft}
          here={standpoint}
          busy={here.busy}
          onUndo={() => void keeper.undo()}
        />
      )}
      <div className="compose-buttons">
        {editable && (
          <Button
            className="primary"
            isDisabled={!canSend(here)}
            aria-keyshortcuts="Control+Enter Meta+Enter"
            onPress={() => void keeper.approve(told)}
          >
            {mail ? <Send aria-hidden /> : <MessageCircle aria-hidden />}
            {draft.state === 'failed' ? 'Send again' : mail ? 'Send' : 'Send in Teams'}
          </Button>
        )}
        {editable && (
          <SnoozeMenu
            here={standpoint}
            isOpen={snoozing}
            onOpenChange={store.getState().snooze}
            onSnooze={(until) => {
              triage.run({ kind: 'snooze', id: handoffId, until });
            }}
          />
        )}
        <Button className="quiet" onPress={onOpenInWindow}>
          <AppWindow aria-hidden /> Open in window
        </Button>
      </div>
    </>
  );
}
