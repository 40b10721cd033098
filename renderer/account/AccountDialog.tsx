import { Button, Heading } from 'react-aria-components';
import { Overlay } from '../desk/Overlay';
import { AccountSection } from './AccountSection';
import { isUnderWay, KeyringStep, Steps } from './Steps';
import { useAccounts } from './useAccounts';

/** Accounts and sign-in over the corridor. */
export function AccountDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Overlay isOpen={isOpen} onClose={onClose} look="account-modal">
      <Heading slot="title">Accounts and sign-in</Heading>
      <Inside onClose={onClose} />
    </Overlay>
  );
}

function Inside({ onClose }: { onClose: () => void }) {
  const accounts = useAccounts();
  const { view, problem } = accounts;
  const asks = view?.keyring.is === 'ask' ? view.keyring : null;
  return (
    <>
      {problem !== null && (
        <p className="notice" role="alert">
          {problem}
        </p>
      )}
      {view === null ? null : isUnderWay(view) ? (
        <Steps view={view} accounts={accounts} />
      ) : (
        <>
          {asks && <KeyringStep keyring={asks} accounts={accounts} />}
          <AccountSection view={view} accounts={accounts} />
          <div className="buttons">
            <Button onPress={onClose}>Close</Button>
          </div>
        </>
      )}
    </>
  );
}
