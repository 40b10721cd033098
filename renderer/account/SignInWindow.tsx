import { LogIn } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import type { AccountsView } from '../../shared/contract';
import { useDesk } from '../desk/context';
import { AccountSection } from './AccountSection';
import { isUnderWay, KeyringStep, Steps } from './Steps';
import { useAccounts, type Accounts } from './useAccounts';

/** The window somebody signs in at while there is no desk yet. */
export function SignInWindow() {
  const accounts = useAccounts();
  const { view, problem } = accounts;
  const { time } = useDesk();
  useEffect(() => {
    document.title = 'Corridor: sign in';
  }, []);
  useEffect(() => {
    if (view) time.set(Date.parse(view.now), view.speed);
  }, [time, view]);

  return (
    <main className="gate" aria-busy={view === null}>
      <header className="gate-head">
        <h1>Corridor</h1>
        {view?.clientFrom === 'demo' && (
          <p className="muted">
            On the demo tenant: its people are made up, and nobody has a password.
          </p>
        )}
      </header>
      {problem !== null && (
        <p className="notice" role="alert">
          {problem}
        </p>
      )}
      {view !== null && <Inside view={view} accounts={accounts} />}
    </main>
  );
}

function Inside({ view, accounts }: { view: AccountsView; accounts: Accounts }) {
  if (isUnderWay(view)) return <Steps view={view} accounts={accounts} />;
  if (view.keyring.is === 'ask' && view.accounts.length === 0)
    return <KeyringStep keyring={view.keyring} accounts={accounts} />;
  if (view.keyring.is === 'ask')
    return (
      <>
        <KeyringStep keyring={view.keyring} accounts={accounts} />
        <AccountSection view={view} accounts={accounts} />
      </>
    );
  if (view.accounts.length > 0) return <AccountSection view={view} accounts={accounts} />;
  return <Welcome view={view} accounts={accounts} />;
}

function Welcome({ view, accounts }: { view: AccountsView; accounts: Accounts }) {
  return (
    <section className="step" aria-label="Sign in">
      <h2>Sign in to Microsoft 365</h2>
      <p>
        The sign-in happens on Microsoft’s page in the browser; no password passes through Corridor.
      </p>
      <div className="asked">
        <h3>Asked for now</h3>
        <p>Reading mail, calendar, working hours and who the people are, of this account only.</p>
        <h3>Asked for later, if turned on</h3>
        <p>Teams chats, Planner tasks, putting drafts into Outlook and sending, transcripts.</p>
      </div>
      <p className="muted">{view.keyring.words}</p>
      <div className="step-buttons">
        <Button
          className="primary"
          autoFocus
          onPress={() => {
            accounts.ask('account/signIn', { key: null, part: null });
          }}
        >
          <LogIn aria-hidden /> Sign in
        </Button>
      </div>
    </section>
  );
}
