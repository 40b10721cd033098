import { useCallback, useEffect, useState } from 'react';
import type { AccountsView, RequestIn, RequestName, RequestOut } from '../../shared/contract';
import { problemOf } from '../bridge';
import { useDesk } from '../desk/context';

type Viewing = {
  [K in RequestName]: RequestOut<K> extends AccountsView ? K : never;
}[RequestName];

/** Accounts as the main process tells them, and the way to ask for a change. */
export interface Accounts {
  /** Null until the first answer. */
  view: AccountsView | null;
  /** Why the last request was refused, in words; null when it was not. */
  problem: string | null;
  ask: <K extends Viewing>(name: K, body: RequestIn<K>) => void;
}

export function useAccounts(): Accounts {
  const { call } = useDesk();
  const [view, setView] = useState<AccountsView | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const ask = useCallback(
    <K extends Viewing>(name: K, body: RequestIn<K>) => {
      setProblem(null);
      call.request(name, body).then(
        (next) => {
          setView(next);
        },
        (thrown: unknown) => {
          setProblem(problemOf(thrown));
        },
      );
    },
    [call],
  );
  useEffect(() => {
    call.request('account/state', null).then(setView, (thrown: unknown) => {
      setProblem(problemOf(thrown));
    });
    return call.on('account/changed', setView);
  }, [call]);
  return { view, problem, ask };
}
