import { useId } from 'react';
import { Button } from 'react-aria-components';
import type { SignInProblemView } from '../../shared/contract';
import { CopyButton } from './CopyButton';
import { Step } from './Step';
import type { Accounts } from './useAccounts';

/** Why the sign-in did not come about, and the ways on. */
export function ProblemStep({
  problem,
  accounts,
}: {
  problem: SignInProblemView;
  accounts: Accounts;
}) {
  return (
    <Step title={problem.title}>
      <p>{problem.words}</p>
      {problem.code !== null && (
        <p className="muted">
          Microsoft’s code: <span className="code-inline">{problem.code}</span>
        </p>
      )}
      {problem.admin !== null &&
        (problem.kind === 'adminApproval' ? (
          <ForAdmin admin={problem.admin} />
        ) : (
          <details className="step-more">
            <summary>Ask an administrator</summary>
            <ForAdmin admin={problem.admin} />
          </details>
        ))}
      <div className="step-buttons">
        <Button
          className={problem.admin === null ? 'primary' : ''}
          onPress={() => {
            accounts.ask('account/again', null);
          }}
        >
          Try again
        </Button>
        {problem.codeMayHelp && (
          <Button
            onPress={() => {
              accounts.ask('account/useCode', null);
            }}
          >
            Use a code instead
          </Button>
        )}
        <Button
          onPress={() => {
            accounts.ask('account/cancel', null);
          }}
        >
          Back
        </Button>
      </div>
    </Step>
  );
}

function ForAdmin({ admin }: { admin: NonNullable<SignInProblemView['admin']> }) {
  const id = useId();
  return (
    <div className="for-admin">
      <label htmlFor={`${id}link`}>Page for the administrator</label>
      <div className="step-line">
        <input id={`${id}link`} readOnly value={admin.link} />
        <CopyButton what="link" words="Copy" />
      </div>
      <label htmlFor={`${id}text`}>A message to the administrator</label>
      <textarea id={`${id}text`} readOnly rows={9} value={admin.text} />
      <div className="step-line">
        <CopyButton what="text" words="Copy the message" />
      </div>
    </div>
  );
}
