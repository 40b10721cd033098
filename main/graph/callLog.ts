import type { CallLine } from './transport';

/**
 * The log of the calls: what each was for and what came of it, neither address, content nor token. Those that failed;
 * `all` of them when somebody looks into something (CORRIDOR_LOG_CALLS).
 */
export function callLog(write: (line: string) => void, all: boolean): (line: CallLine) => void {
  return ({ purpose, method, status, attempt, requestId }) => {
    const failed = status === 0 || status >= 400;
    if (!failed && !all) return;
    const answered = status === 0 ? 'no answer' : String(status);
    const id = requestId === null ? '' : `, request-id ${requestId}`;
    write(`graph: ${purpose}, ${method}, ${answered}, try ${String(attempt)}${id}`);
  };
}
