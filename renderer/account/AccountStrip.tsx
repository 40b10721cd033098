import { Button } from 'react-aria-components';
import { useDesk } from '../desk/context';
import { useAccounts } from './useAccounts';

/** One line over the list while an account cannot go on by itself; nothing otherwise. */
export function AccountStrip() {
  const { store } = useDesk();
  const { view } = useAccounts();
  const account = view?.accounts.find((one) => one.state === 'ended' || one.state === 'locked');
  const words = account
    ? `${account.name}: ${account.words}`
    : view?.keyring.is === 'ask'
      ? view.keyring.words
      : null;
  if (words === null) return null;
  return (
    <aside className="account-strip" aria-label="Account">
      <p>{words}</p>
      <Button
        onPress={() => {
          store.getState().open({ is: 'account' });
        }}
      >
        {account ? 'Sign in again' : 'Choose'}
      </Button>
    </aside>
  );
}
