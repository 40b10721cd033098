import { useState } from 'react';
import { Button } from 'react-aria-components';
import { ClientSettings } from '../../shared/contract';
import type { AccountsView, CloudName } from '../../shared/contract';
import { useDesk, useSayProblem } from '../desk/context';
import type { Accounts } from './useAccounts';

const cloudWords: Record<CloudName, string> = {
  public: 'Microsoft 365',
  usGovernment: 'US Government (GCC High)',
  usDefense: 'US Department of Defense',
  china: 'Operated by 21Vianet (China)',
};

/** Which registered application signs in. It holds from the next start. */
export function ClientForm({ view, accounts }: { view: AccountsView; accounts: Accounts }) {
  const { call } = useDesk();
  const sayProblem = useSayProblem();
  const [clientId, setClientId] = useState(view.client?.clientId ?? '');
  const [tenant, setTenant] = useState(view.client?.tenant ?? 'organizations');
  const [cloud, setCloud] = useState<CloudName>(view.client?.cloud ?? 'public');
  const [wrong, setWrong] = useState<string | null>(null);
  if (view.clientFrom === 'environment')
    return (
      <p className="muted">
        Set by CORRIDOR_CLIENT_ID in the environment: {view.client?.clientId}.
      </p>
    );
  const restart = () => {
    call.request('account/restart', null).catch(sayProblem);
  };
  return (
    <form
      className="client-form"
      aria-label="Application registration"
      onSubmit={(event) => {
        event.preventDefault();
        const read = ClientSettings.safeParse({ clientId: clientId.trim(), tenant, cloud });
        if (!read.success) {
          const field = read.error.issues[0]?.path[0];
          setWrong(
            field === 'clientId'
              ? 'The application (client) id is a GUID, such as 5c0a1f0e-7d8e-4c57-9f5e-0d3a7a1c9b42.'
              : 'The organisation is “organizations”, a tenant id or a domain.',
          );
          return;
        }
        setWrong(null);
        accounts.ask('account/configure', read.data);
      }}
    >
      <label>
        Application (client) id
        <input
          value={clientId}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setClientId(event.target.value);
          }}
        />
      </label>
      <label>
        Organisation
        <input
          value={tenant}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setTenant(event.target.value.trim());
          }}
        />
      </label>
      <label>
        Cloud
        <select
          value={cloud}
          onChange={(event) => {
            setCloud(event.target.value as CloudName);
          }}
        >
          {Object.entries(cloudWords).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {wrong !== null && (
        <p className="notice" role="alert">
          {wrong}
        </p>
      )}
      <p role="status" className="muted">
        {view.clientFrom === 'next'
          ? view.client === null
            ? 'The demo tenant is used from the next start.'
            : 'Kept; it holds from the next start.'
          : ''}
      </p>
      <div className="step-buttons">
        <Button type="submit">Keep</Button>
        {view.clientFrom === 'settings' && (
          <Button
            onPress={() => {
              accounts.ask('account/configure', null);
            }}
          >
            Back to the demo
          </Button>
        )}
        {view.clientFrom === 'next' && (
          <Button className="primary" onPress={restart}>
            Restart now
          </Button>
        )}
      </div>
    </form>
  );
}
