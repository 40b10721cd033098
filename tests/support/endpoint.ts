import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What reached the endpoint. */
export interface Heard {
  headers: IncomingHttpHeaders;
  path: string;
  body: string;
  /** The text between the marks, as the model sees it. */
  said: { from: string; to: string[]; text: string };
  /** The fixed instructions. */
  instructions: string;
}

/** How the endpoint answers one question. */
export type Behave = (heard: Heard, response: ServerResponse) => void;

/** An OpenAI-compatible endpoint on loopback that answers as the test says. */
export interface FakeEndpoint {
  url: string;
  heard: Heard[];
  /** How it answers from now on. */
  behave(next: Behave): void;
  close(): Promise<void>;
}

/** A completion whose content is this list, or these very words. */
export function completion(content: unknown): Behave {
  return (_heard, response) => {
    const words = typeof content === 'string' ? content : JSON.stringify(content);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: words } }] }));
  };
}

/** An answer of this status, with these headers. */
export function status(code: number, headers: Record<string, string> = {}): Behave {
  return (_heard, response) => {
    response.writeHead(code, headers).end('{}');
  };
}

export async function fakeEndpoint(): Promise<FakeEndpoint> {
  const heard: Heard[] = [];
  let behave: Behave = completion([]);
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const { messages } = JSON.parse(body) as { messages: { content: string }[] };
      const [instructions, question] = messages.map((m) => m.content);
      const data = (question ?? '').split('\n').slice(1, -1).join('\n');
      const one: Heard = {
        headers: request.headers,
        path: request.url ?? '',
        body,
        said: JSON.parse(data) as Heard['said'],
        instructions: instructions ?? '',
      };
      heard.push(one);
      behave(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    heard,
    behave(next) {
      behave = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
