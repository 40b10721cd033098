import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../shared/timing/clock';
import { createGraph, remappedFetch, type Graph, type TokenSource } from './client';
import { pages } from './pager';
import { clouds } from './signIn/clouds';
import { GraphProblem } from './problem';
import type { CallLine } from './transport';

let server: Server;
let base: string;
let seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];
let reply: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  seen = [];
  reply = (_request, response) => response.end('{"value":[]}');
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers, body });
      reply(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function graph(
  over: { token?: TokenSource; log?: (line: CallLine) => void; root?: string } = {},
): Graph {
  return createGraph({
    token: () => Promise.resolve('secret-token'),
    fetch: remappedFetch(base),
    clock: systemClock,
    random: () => 0,
    ...over,
  });
}

const ask = { purpose: 'test' };

test('the token, one Prefer header and a request id go out; a POST without body has none', async () => {
  await graph().get('/me', { ...ask, prefer: ['IdType="ImmutableId"', 'odata.maxpagesize=5'] });
  await graph().post('/me/messages/a%2Fb%3D/send', undefined, ask);
  expect(seen[0]).toMatchObject({ method: 'GET', url: '/v1.0/me' });
  expect(seen[0]?.headers).toMatchObject({
    authorization: 'Bearer secret-token',
    prefer: 'IdType="ImmutableId", odata.maxpagesize=5',
  });
  expect(seen[0]?.headers['client-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(seen[1]).toMatchObject({
    method: 'POST',
    url: '/v1.0/me/messages/a%2Fb%3D/send',
    body: '',
  });
  expect(seen[1]?.headers['content-length']).toBe('0');
});

test('links are followed verbatim, even where the SDK would take them apart', async () => {
  const odd =
    '/v1.0/me/chats?$skiptoken=a=b+c%2F%2f&$filter=a&$filter=b&x&u=https://elsewhere.test/p?q=1&$select=z,y';
  let page = 0;
  reply = (_request, response) => {
    page += 1;
    response.end(
      JSON.stringify(
        page === 1
          ? { value: [], '@odata.nextLink': `https://graph.microsoft.com${odd}` }
          : { value: [{ id: 1 }], '@odata.deltaLink': 'https://graph.microsoft.com/v1.0/d' },
      ),
    );
  };
  const got = [];
  for await (const each of pages(graph(), '/me/chats', ask)) got.push(each);
  expect(seen.map((r) => r.url)).toEqual(['/v1.0/me/chats', odd]);
  expect(got.map((p) => [p.values.length, p.delta])).toEqual([
    [0, null],
    [1, 'https://graph.microsoft.com/v1.0/d'],
  ]);
});

test('a link to another host is refused before the token could go there', async () => {
  for (const link of ['https://graph.microsoft.com.evil.test/v1.0/me', 'http://127.0.0.1/v1.0/me'])
    await expect(graph().get(link, ask)).rejects.toMatchObject({ code: 'ForeignLink' });
  expect(seen).toEqual([]);
});

test('an answer that links to itself ends the chain', async () => {
  reply = (_request, response) =>
    response.end(
      JSON.stringify({ value: [], '@odata.nextLink': 'https://graph.microsoft.com/v1.0/loop' }),
    );
  const walk = async () => {
    for await (const page of pages(graph(), '/start', ask)) expect(page.values).toEqual([]);
  };
  await expect(walk()).rejects.toMatchObject({ code: 'CircularLink' });
});

test('an HTML error page and an empty error make problems; HTML with status 200 too', async () => {
  const answers: [number, string][] = [
    [403, ''],
    [404, '<html>gone</html>'],
    [200, '<html>please sign in to this network</html>'],
  ];
  for (const [status, body] of answers) {
    reply = (_request, response) => {
      response.writeHead(status, { 'Content-Type': 'text/html' });
      response.end(body);
    };
    await expect(graph().get('/me', ask)).rejects.toBeInstanceOf(GraphProblem);
  }
});

test('a send met by 504 is on the wire once', async () => {
  reply = (_request, response) => {
    response.statusCode = 504;
    response.end();
  };
  await expect(graph().post('/me/messages/1/send', undefined, ask)).rejects.toMatchObject({
    kind: 'unavailable',
    mayHaveHappened: true,
  });
  expect(seen).toHaveLength(1);
});

test('a challenge asks for a token with its claims and the read succeeds', async () => {
  const claims = '{"access_token":{}}';
  const asked: ({ claims: string } | undefined)[] = [];
  reply = (_request, response) => {
    if (seen.length === 1) {
      response.statusCode = 401;
      response.setHeader(
        'WWW-Authenticate',
        `Bearer claims="${Buffer.from(claims).toString('base64')}"`,
      );
    }
    response.end('{}');
  };
  const token: TokenSource = (challenge) => {
    asked.push(challenge);
    return Promise.resolve(`t${String(asked.length)}`);
  };
  await graph({ token }).get('/me', ask);
  expect(asked).toEqual([undefined, { claims }]);
  expect(seen.map((r) => r.headers.authorization)).toEqual(['Bearer t1', 'Bearer t2']);
});

test('without a token nothing goes out', async () => {
  const none = graph({ token: () => Promise.reject(new Error('Sign in first.')) });
  await expect(none.get('/me', ask)).rejects.toMatchObject({
    kind: 'auth',
    message: 'Sign in first.',
  });
  expect(seen).toEqual([]);
});

test('log lines name purpose and outcome, nothing of the call itself', async () => {
  const lines: CallLine[] = [];
  reply = (_request, response) => {
    response.setHeader('request-id', 'r-1');
    response.end('{"subject":"secret subject"}');
  };
  await graph({ log: (line) => lines.push(line) }).get('/me/messages/secret-id', ask);
  expect(lines).toEqual([
    { purpose: 'test', method: 'GET', status: 200, attempt: 1, requestId: 'r-1' },
  ]);
});

test.each(Object.values(clouds))(
  'the token goes to the Graph of $name, batches too',
  async ({ graphRoot }) => {
    const sent: [string, string | null][] = [];
    const national = createGraph({
      token: () => Promise.resolve('t'),
      fetch: (url, init) => {
        sent.push([url, new Headers(init.headers).get('Authorization')]);
        return Promise.resolve(new Response('{"responses":[{"id":"0","status":200,"body":{}}]}'));
      },
      root: graphRoot,
      clock: systemClock,
    });
    await national.get('/me', ask);
    await national.getMany(['/me/mailFolders/inbox'], ask);
    expect(sent).toEqual([
      [`${graphRoot}/me`, 'Bearer t'],
      [`${graphRoot}/$batch`, 'Bearer t'],
    ]);
  },
);
