import { Answer, events, requests } from '../shared/contract';
import type {
  Bridge,
  EventBody,
  EventName,
  RequestIn,
  RequestName,
  RequestOut,
} from '../shared/contract';
import { complain } from './complain';

/** The typed side of `window.corridor`: everything that comes back is checked before it is used. */
export interface Caller {
  /** Resolves with the checked answer; rejects with an Error whose message a person can read. */
  request: <K extends RequestName>(name: K, body: RequestIn<K>) => Promise<RequestOut<K>>;
  /** Hears checked events; a malformed one is counted, logged and dropped. Returns unsubscribe. */
  on<K extends EventName>(name: K, listener: (body: EventBody<K>) => void): () => void;
  /** How many answers the main process refused, and how many messages did not fit the contract. */
  counts(): { refused: number; invalid: number };
}

/** Wraps the preload's bridge. */
export function makeCaller(bridge: Bridge): Caller {
  let refused = 0;
  let invalid = 0;

  const misfit = (what: string, detail: unknown): void => {
    invalid += 1;
    complain(`${what} does not fit the contract`, detail);
  };

  return {
    async request(name, body) {
      const answer = Answer.safeParse(await bridge.request(name, body));
      if (!answer.success) {
        misfit(`the answer to ${name}`, answer.error);
        throw new Error(`The answer to “${name}” could not be read.`);
      }
      if (!answer.data.ok) {
        refused += 1;
        complain(`${name} was refused: ${answer.data.problem}`);
        throw new Error(answer.data.problem);
      }
      const value = requests[name].out.safeParse(answer.data.value);
      if (!value.success) {
        misfit(`the answer to ${name}`, value.error);
        throw new Error(`The answer to “${name}” could not be read.`);
      }
      return value.data as RequestOut<typeof name>;
    },
    on(name, listener) {
      return bridge.on(name, (body) => {
        const value = events[name].safeParse(body);
        if (value.success) listener(value.data as EventBody<typeof name>);
        else misfit(`the event ${name}`, value.error);
      });
    },
    counts: () => ({ refused, invalid }),
  };
}

/** The sentence of anything thrown. */
export function problemOf(thrown: unknown): string {
  return thrown instanceof Error && thrown.message !== ''
    ? thrown.message
    : 'Something did not work, and no reason was given.';
}
