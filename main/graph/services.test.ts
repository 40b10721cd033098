import { expect, test } from 'vitest';
import { quarryTenant } from '../demo/fixtures/client';
import { servicesOf } from './services';

const GRAPH = 'https://graph.microsoft.com/v1.0';

test.each([
  ['/me/messages/AAMk=', ['outlook']],
  ['/$batch', ['outlook']],
  ['/me/joinedTeams', ['teams']],
  ['/teams/t/channels/19%3Aa%40thread.tacv2/messages/1/replies?$top=50', ['teams']],
  ['/me/chats?$top=50', ['teams']],
  ['/users?$filter=mail%20eq%20%27chats%40kiln.example%27', ['directory']],
  ['/me?$select=id', ['directory']],
  ['/me/mailboxSettings', ['directory', 'outlook']],
  ['/me/todo/lists/l/tasks/delta()', ['tasks', 'outlook']],
])('%s is answered by %j', (path, services) => {
  expect(servicesOf(`${GRAPH}${path}`)).toEqual(services);
});

test('what is throttled as one at the tenant waits as one here', async () => {
  const { tenant } = await quarryTenant();
  await tenant.close();
  const { operations } = tenant;
  const apart = operations.flatMap((a) =>
    operations
      .filter((b) => a.service === b.service)
      .filter((b) => {
        const held = servicesOf(`${GRAPH}${a.path}`);
        return !servicesOf(`${GRAPH}${b.path}`).some((service) => held.includes(service));
      })
      .map((b) => `${a.path} does not hold up ${b.path}`),
  );
  expect(apart).toEqual([]);
});
