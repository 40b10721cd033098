import { UserRoundPlus } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import type { AccountView, AccountsView, PartView } from '../../shared/contract';
import { needsYouWords } from '../desk/words';
import { ClientForm } from './ClientForm';
import type { Accounts } from './useAccounts';

/** Who is signed in, what each account permits, and where its keys are. Stands in a dialog or among settings. */
export function AccountSection({ view, accounts }: { view: AccountsView; accounts: Accounts }) {
  if (view.mode === 'demo')
    return (
      <div className="accounts">
        <p>
          This is the demo tenant: nobody signs in. With the id of a registered application Corridor
          starts on Microsoft 365.
        </p>
        <ClientForm view={view} accounts={accounts} />
      </div>
    );
  // While the keyring is chosen about, that choice alone is offered; it stands above.
  const asks = view.keyring.is === 'ask';
  return (
    <div className="accounts">
      {view.accounts.map((account) => (
        <AccountCard key={account.key} account={account} accounts={accounts} asks={asks} />
      ))}
      {!asks && <p className="muted">{view.keyring.words}</p>}
      <div className="step-buttons">
        <Button
          onPress={() => {
            accounts.ask('account/signIn', { key: null, part: null });
          }}
        >
          <UserRoundPlus aria-hidden /> Add an account
        </Button>
      </div>
      {view.clientFrom !== 'demo' && (
        <details className="step-more">
          <summary>Application registration</summary>
          <ClientForm view={view} accounts={accounts} />
        </details>
      )}
    </div>
  );
}

interface AccountCardProps {
  account: AccountView;
  accounts: Accounts;
  asks: boolean;
}

function AccountCard({ account, accounts, asks }: AccountCardProps) {
  const id = useId();
  const out = account.state === 'ended' || account.state === 'locked';
  return (
    <section className="account" aria-labelledby={id} data-state={account.state}>
      <header className="account-head">
        <div>
          <h3 id={id}>{account.name}</h3>
          <p className="muted">{account.address}</p>
          {!account.active && <p className="muted">{needsYouWords(account.count)}</p>}
        </div>
        {account.active ? (
          <span className="account-here">At this desk</span>
        ) : (
          <Button
            onPress={() => {
              accounts.ask('account/show', { key: account.key });
            }}
          >
            Show its desk
          </Button>
        )}
      </header>
      <p className={out ? 'notice' : ''}>{account.words}</p>
      {out && asks ? null : out ? (
        <div className="step-buttons">
          <Button
            className="primary"
            onPress={() => {
              accounts.ask('account/signIn', { key: account.key, part: null });
            }}
          >
            Sign in again
          </Button>
          {account.state === 'locked' && (
            <Button
              onPress={() => {
                accounts.ask('account/tryKeyring', null);
              }}
            >
              Look for the keyring again
            </Button>
          )}
        </div>
      ) : (
        <ul className="parts" aria-label={`What Corridor does with ${account.name}’s account`}>
          {account.parts.map((part) => (
            <PartRow key={part.part} part={part} account={account} accounts={accounts} />
          ))}
        </ul>
      )}
      <Remove account={account} accounts={accounts} />
    </section>
  );
}

const stateWords: Record<PartView['state'], string> = {
  on: 'On',
  off: 'Off',
  refused: 'Not permitted',
  needsAdmin: 'Needs an administrator',
};

function PartRow({
  part,
  account,
  accounts,
}: {
  part: PartView;
  account: AccountView;
  accounts: Accounts;
}) {
  const { key } = account;
  return (
    <li className="part" data-state={part.state}>
      <div>
        <p>
          <strong>{part.title}</strong> <span className="part-state">{stateWords[part.state]}</span>
        </p>
        <p className="muted">{part.words}</p>
        <p className="aside">{part.permissions.join(', ')}</p>
      </div>
      {part.part === 'basic' && part.state === 'on' ? null : part.state === 'on' ? (
        <Button
          aria-label={`Turn off: ${part.title}`}
          onPress={() => {
            accounts.ask('account/turnOff', { key, part: part.part });
          }}
        >
          Turn off
        </Button>
      ) : (
        <Button
          aria-label={`Turn on: ${part.title}`}
          onPress={() => {
            accounts.ask('account/signIn', { key, part: part.part });
          }}
        >
          Turn on
        </Button>
      )}
    </li>
  );
}

/** Two ways to leave, with what each leaves behind. */
function Remove({ account, accounts }: { account: AccountView; accounts: Accounts }) {
  const [asking, setAsking] = useState(false);
  const { key } = account;
  if (!asking)
    return (
      <div className="step-buttons">
        <Button
          className="quiet"
          onPress={() => {
            setAsking(true);
          }}
        >
          Sign out and remove this account
        </Button>
      </div>
    );
  const remove = (data: 'keep' | 'delete') => {
    accounts.ask('account/remove', { key, data });
  };
  return (
    <div className="account-remove" role="group" aria-label={`Remove ${account.name}`}>
      <p>
        Its keys are removed from this computer in either case. Decisions made here (done, snoozed)
        exist nowhere else: they stay only with what was read.
      </p>
      <div className="step-buttons">
        <Button
          onPress={() => {
            remove('keep');
          }}
        >
          Keep what was read
        </Button>
        <Button
          onPress={() => {
            remove('delete');
          }}
        >
          Delete everything of it
        </Button>
        <Button
          autoFocus
          onPress={() => {
            setAsking(false);
          }}
        >
          Cancel
        </Button>
      </div>
    </div>
  );
}
