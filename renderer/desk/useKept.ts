import { useEffect, useState } from 'react';
import type { EventName, RequestIn, RequestName, RequestOut } from '../../shared/contract';
import { problemOf } from '../bridge';
import { useDesk } from './context';

/** Requests that are asked without a body. */
type Asked = { [K in RequestName]: RequestIn<K> extends null ? K : never }[RequestName];

/**
 * What the main process keeps under this name: asked for when first shown, and again whenever `changedBy` is told. Null
 * until it is known. `problem`: why it is not, for the person; `take` is for what the person changes here.
 */
export function useKept<K extends Asked>(
  name: K,
  changedBy: EventName | null = null,
): {
  kept: RequestOut<K> | null;
  problem: string | null;
  take: (kept: RequestOut<K>) => void;
  fail: (thrown: unknown) => void;
} {
  const { call } = useDesk();
  const [kept, take] = useState<RequestOut<K> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    const read = () => {
      call.request(name, null as RequestIn<K>).then(
        (found) => {
          if (!gone) take(() => found);
        },
        (thrown: unknown) => {
          if (!gone) setProblem(problemOf(thrown));
        },
      );
    };
    read();
    const stop = changedBy === null ? null : call.on(changedBy, read);
    return () => {
      gone = true;
      stop?.();
    };
  }, [call, name, changedBy]);
  return {
    kept,
    problem,
    take: (next) => {
      take(() => next);
    },
    fail: (thrown) => {
      setProblem(problemOf(thrown));
    },
  };
}
