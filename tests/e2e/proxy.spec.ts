import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { agree, signInSeat, type SignInSeat } from './signInSeat';

/** A company's proxy is the only way out: everything the app asks for goes through it, sign-in and Graph. */

interface Proxy {
  url: string;
  /** Host and path of every request that came through. */
  seen: string[];
  /** An address nobody listens at, that the proxy alone knows the way to. */
  hide(url: string): string;
  close(): Promise<void>;
}

async function startProxy(): Promise<Proxy> {
  const seen: string[] = [];
  const ways = new Map<string, string>();
  const server = createServer((asked, answer) => {
    const url = new URL(asked.url ?? '', 'http://proxy.invalid');
    seen.push(`${url.host}${url.pathname}`);
    const to = new URL(url.pathname + url.search, ways.get(url.host) ?? url.origin);
    const on = request(
      to,
      { method: asked.method, headers: { ...asked.headers, host: to.host } },
      (came) => {
        answer.writeHead(came.statusCode ?? 502, came.headers);
        came.pipe(answer);
      },
    );
    on.on('error', () => {
      answer.writeHead(502).end();
    });
    asked.pipe(on);
  });
  const { port } = await listening(server);
  const closed: Server[] = [];
  for (let n = 0; n < 2; n += 1) {
    const taken = createServer();
    await listening(taken);
    closed.push(taken);
  }
  const ports = closed.map((taken) => (taken.address() as AddressInfo).port);
  await Promise.all(closed.map((taken) => new Promise((done) => taken.close(done))));
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    hide(url) {
      const known = [...ways].find(([, to]) => to === url)?.[0];
      const host = known ?? `127.0.0.1:${ports[ways.size] ?? 0}`;
      ways.set(host, url);
      return `http://${host}`;
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  };
}

async function listening(server: Server): Promise<AddressInfo> {
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return server.address() as AddressInfo;
}

let seat: SignInSeat;
let proxy: Proxy;

test.beforeEach(async () => {
  test.setTimeout(180_000);
  proxy = await startProxy();
  seat = await signInSeat({
    // Chromium leaves this machine's own addresses out unless told otherwise.
    args: [`--proxy-server=${proxy.url}`, '--proxy-bypass-list=<-loopback>'],
    at: (url) => proxy.hide(url),
  });
});
test.afterEach(async () => {
  await seat.leave();
  await proxy.close();
});

test('sign-in, first reading and the next round go through the proxy that the system names', async () => {
  await seat.start();
  const gate = await seat.page('gate');
  await gate.getByRole('button', { name: 'Sign in', exact: true }).click();
  await agree(await seat.browser(1), 'Noor Aalbers');
  const corridor = await seat.page('corridor');
  await expect(corridor.getByRole('heading', { name: 'One handoff needs you' })).toBeVisible({
    timeout: 40_000,
  });
  const through = (part: string) => proxy.seen.filter((line) => line.includes(part)).length;
  expect(through('/oauth2/v2.0/token')).toBeGreaterThan(0);
  expect(through('/v1.0/me/messages')).toBeGreaterThan(0);
  expect(through('/v1.0/me/mailFolders/inbox/messages/delta')).toBeGreaterThan(0);
  const before = proxy.seen.length;
  const answered = seat.tenant.tenant.log.length;
  await seat.request(corridor, 'sync/refresh', null);
  await seat.settled(corridor);
  expect(proxy.seen.length).toBeGreaterThan(before);
  // What the tenant answered came through, whole batches as one: nothing else knew the way.
  expect(seat.tenant.tenant.log.length - answered).toBeLessThanOrEqual(proxy.seen.length - before);
});
