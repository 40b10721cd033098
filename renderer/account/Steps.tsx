import { ExternalLink, KeyRound } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import type { AccountsView, FlowView, KeyringView } from '../../shared/contract';
import { useDesk, useSayProblem } from '../desk/context';
import type { Accounts } from './useAccounts';
import { CopyButton } from './CopyButton';
import { ProblemStep } from './ProblemStep';
import { Step } from './Step';

/** True while a sign-in is under way, has failed, or waits for a choice. */
export function isUnderWay({ flow }: AccountsView): boolean {
  return flow.is !== 'idle';
}

/** The running sign-in, one step at a time. */
export function Steps({ view, accounts }: { view: AccountsView; accounts: Accounts }) {
  const { flow } = view;
  switch (flow.is) {
    case 'browser':
      return <BrowserStep until={flow.until} accounts={accounts} />;
    case 'code':
      return <CodeStep shown={flow.shown} accounts={accounts} />;
    case 'problem':
      return <ProblemStep problem={flow.problem} accounts={accounts} />;
    case 'idle':
      return null;
  }
}

/** "14:05" in the zone of this computer: it is about the next minutes at this screen. */
function clockTime(at: string): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

function OpenPage({ words }: { words: string }) {
  const { call } = useDesk();
  const sayProblem = useSayProblem();
  return (
    <Button
      onPress={() => {
        call.request('account/openPage', null).catch(sayProblem);
      }}
    >
      <ExternalLink aria-hidden /> {words}
    </Button>
  );
}

function BrowserStep({ until, accounts }: { until: string; accounts: Accounts }) {
  return (
    <Step title="The sign-in goes on in the browser">
      <div className="progress" role="progressbar" aria-label="Waiting for the browser" />
      <p>
        A page of Microsoft has been opened there. Once the account is chosen, this window goes on
        by itself. The page is waited for until {clockTime(until)}.
      </p>
      <div className="step-buttons">
        <OpenPage words="Open the page again" />
        <Button
          onPress={() => {
            accounts.ask('account/useCode', null);
          }}
        >
          <KeyRound aria-hidden /> Use a code instead
        </Button>
        <Button
          onPress={() => {
            accounts.ask('account/cancel', null);
          }}
        >
          Cancel
        </Button>
      </div>
      <Explain accounts={accounts} />
    </Step>
  );
}

/** Some refusals stay on Microsoft's page: there is no address it could send them to. */
function Explain({ accounts }: { accounts: Accounts }) {
  const [text, setText] = useState('');
  const id = useId();
  return (
    <details className="step-more">
      <summary>The page shows an error</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          accounts.ask('account/explain', { text });
        }}
      >
        <label htmlFor={id}>The error, or its code beginning with AADSTS</label>
        <div className="step-line">
          <input
            id={id}
            value={text}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
          <Button type="submit" isDisabled={text.trim() === ''}>
            Explain
          </Button>
        </div>
      </form>
    </details>
  );
}

type Shown = Extract<FlowView, { is: 'code' }>['shown'];

function CodeStep({ shown, accounts }: { shown: Shown; accounts: Accounts }) {
  return (
    <Step title="Sign in with a code">
      {shown === null ? (
        <>
          <div className="progress" role="progressbar" aria-label="Asking for a code" />
          <p>Microsoft is asked for a code.</p>
        </>
      ) : (
        <>
          <p>On this computer or any other device, open this page and enter the code.</p>
          <dl className="code-card">
            <div>
              <dt>Page</dt>
              <dd className="code-address">{shown.address}</dd>
            </div>
            <div>
              <dt>Code</dt>
              <dd className="code-code">{shown.code}</dd>
            </div>
          </dl>
          <p className="muted">
            The code is good until {clockTime(shown.until)}. Once it is entered, this window goes on
            by itself.
          </p>
        </>
      )}
      <div className="step-buttons">
        {shown !== null && <CopyButton what="code" words="Copy the code" />}
        {shown !== null && <OpenPage words="Open the page here" />}
        <Button
          onPress={() => {
            accounts.ask('account/cancel', null);
          }}
        >
          Cancel
        </Button>
      </div>
    </Step>
  );
}

/** No keyring: what there is to choose, and what follows from it. */
export function KeyringStep({
  keyring,
  accounts,
}: {
  keyring: Extract<KeyringView, { is: 'ask' }>;
  accounts: Accounts;
}) {
  return (
    <Step title="The keys of the sign-in cannot be stored">
      <p>{keyring.words}</p>
      <p>
        Keys can be kept in memory instead: nothing is written to disk, and quitting Corridor signs
        out. Or the keyring can be unlocked or installed first, and looked for again.
      </p>
      <div className="step-buttons">
        <Button
          className="primary"
          onPress={() => {
            accounts.ask('account/keepInMemory', { yes: true });
          }}
        >
          Keep them in memory only
        </Button>
        <Button
          onPress={() => {
            accounts.ask('account/tryKeyring', null);
          }}
        >
          Look for the keyring again
        </Button>
        {!keyring.held && (
          <Button
            onPress={() => {
              accounts.ask('account/cancel', null);
            }}
          >
            Cancel
          </Button>
        )}
      </div>
    </Step>
  );
}
