import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SteppableClock } from '../../shared/timing/clock';
import { ask, quarryTenant } from './fixtures/client';
import { CHATS, directory, posts, START } from './fixtures/quarry';
import { Contract } from '../../tests/support/contract';
import type { Tenant } from './server';

const CHANNEL_ROOT = posts[0]?.messageId ?? '';

type Json = Record<string, unknown> & { id: string; value: Json[] };

describe(
  "the tenant against Graph's description",
  // Compiling the schemas takes seconds on a busy machine.
  { timeout: 60_000 },
  () => {
    let tenant: Tenant;
    let clock: SteppableClock;
    let contract: Contract;
    beforeAll(async () => {
      ({ tenant, clock } = await quarryTenant());
      contract = new Contract();
    });
    afterAll(() => tenant.close());

    /** A request whose request and answer are both checked. */
    async function checked(
      method: string,
      target: string,
      sent?: unknown,
      headers: Record<string, string> = {},
    ): Promise<Json> {
      const answer = await ask(tenant, target, {
        method,
        headers,
        ...(sent === undefined ? {} : { body: sent }),
      });
      const url = new URL(target.startsWith('https:') ? target : `https://host/v1.0${target}`);
      const type = answer.headers.get('content-type') ?? '';
      contract.check(method, url, sent, answer.status, answer.body, type);
      return answer.body as Json;
    }
    const path = encodeURIComponent;

    test('people', async () => {
      await checked('GET', '/me');
      await checked('GET', '/me?$select=proxyAddresses,mail');
      await checked('GET', '/me/mailboxSettings');
      await checked('GET', '/users?$top=2');
      await checked('GET', '/me/people?$top=2&$select=id,displayName,scoredEmailAddresses');
      await checked(
        'GET',
        "/users?$filter=mail eq 'teo.lindh@quarry.example'&$select=id,department",
      );
      await checked('GET', '/users/teo.lindh@quarry.example');
      await checked('GET', '/users/nobody@quarry.example');
      const tips = await checked('POST', '/me/getMailTips', {
        EmailAddresses: ['mira.sol@quarry.example', 'noor@harbour.test'],
        MailTipsOptions: 'automaticReplies, mailboxFullStatus, deliveryRestriction, recipientScope',
      });
      expect(JSON.stringify(tips.value[0])).toContain('at the coast');
      await checked('POST', '/me/calendar/getSchedule', {
        schedules: ['teo.lindh@quarry.example', 'noor@harbour.test'],
        startTime: { dateTime: '2026-05-14T00:00:00', timeZone: 'UTC' },
        endTime: { dateTime: '2026-05-15T00:00:00', timeZone: 'UTC' },
        availabilityViewInterval: 60,
      });
    });

    test('folders, messages and their changes', async () => {
      await checked('GET', '/me/mailFolders');
      await checked('GET', '/me/mailFolders/inbox');
      const expand =
        "singleValueExtendedProperties($filter=id eq 'String 0x001A' or id eq 'String 0x1046')";
      let next: unknown = `/me/mailFolders/inbox/messages/delta?$expand=${path(expand)}`;
      for (let page = 0; typeof next === 'string' && page < 5; page++) {
        const round: Json = await checked('GET', next, undefined, {
          Prefer: 'odata.maxpagesize=9',
        });
        next = round['@odata.nextLink'] ?? round['@odata.deltaLink'];
      }
      clock.step(3 * 3_600_000);
      const last = await checked('GET', String(next), undefined, {
        Prefer: 'IdType="ImmutableId"',
      });
      expect(last.value.length).toBeGreaterThan(0);
      const list = await checked(
        'GET',
        '/me/mailFolders/inbox/messages?$top=5&$expand=attachments',
      );
      await checked('GET', '/me/messages?$top=2&$skip=1&$orderby=receivedDateTime desc');
      const id = path(list.value[0]?.id ?? '');
      await checked('GET', `/me/messages/${id}?$select=internetMessageHeaders,uniqueBody,subject`);
      await checked('GET', `/me/messages/${id}/attachments`);
      await checked('PATCH', `/me/messages/${id}`, { isRead: true });
      const sparse = await checked('GET', String(last['@odata.deltaLink']));
      expect(sparse.value).toHaveLength(1);
      await checked('POST', `/me/messages/${id}/move`, { DestinationId: 'archive' });
      const gone = await checked('GET', String(sparse['@odata.deltaLink']));
      expect(gone.value[0]).toMatchObject({ '@removed': { reason: 'deleted' } });
      await checked('GET', `/me/messages/${id}`);
      await checked('GET', '/me/mailFolders/inbox/messages/delta?$deltatoken=unknown');
    });

    test('drafts and sending', async () => {
      const list = await checked('GET', '/me/mailFolders/inbox/messages?$top=1');
      const id = path(list.value[0]?.id ?? '');
      const reply = await checked('POST', `/me/messages/${id}/createReply`, {});
      await checked('POST', `/me/messages/${id}/createReplyAll`, { comment: 'hm' });
      await checked('POST', `/me/messages/${id}/createForward`, {
        toRecipients: [{ emailAddress: { address: 'noor@harbour.test' } }],
      });
      const draft = path(reply.id);
      await checked('PATCH', `/me/messages/${draft}`, {
        body: { contentType: 'html', content: '<p>Yes.</p>' },
        categories: ['Handoff'],
        singleValueExtendedProperties: [{ id: 'String 0x1042', value: '<x@y.test>' }],
      });
      await checked('POST', `/me/messages/${draft}/send`);
      const fresh = await checked('POST', '/me/messages', { subject: 'New' });
      await checked('POST', `/me/messages/${path(fresh.id)}/send`);
      await checked('DELETE', `/me/messages/${path(fresh.id)}`);
      await checked('POST', '/me/sendMail', {
        message: {
          subject: 'Short',
          body: { contentType: 'text', content: 'Hello' },
          toRecipients: [{ emailAddress: { address: 'teo.lindh@quarry.example' } }],
        },
      });
      clock.step(10_000);
      const sent = await checked('GET', '/me/mailFolders/sentitems/messages?$top=2');
      expect(sent.value.map((m) => m.isDraft)).toEqual([false, false]);
    });

    test('events are set up, changed, answered and cancelled', async () => {
      const span = (hours: number) => ({
        dateTime: new Date(START + hours * 3_600_000).toISOString().slice(0, 19),
        timeZone: 'UTC',
      });
      const made = await checked('POST', '/me/events', {
        subject: 'Crane chain',
        body: { contentType: 'text', content: 'At the crane.' },
        ...{ start: span(60), end: span(61) },
        attendees: [{ type: 'required', emailAddress: { address: 'teo.lindh@quarry.example' } }],
      });
      const id = path(made.id);
      await checked('GET', `/me/events/${id}`);
      await checked('PATCH', `/me/events/${id}`, { subject: 'Crane chain, again' });
      await checked('POST', `/me/events/${id}/accept`, { comment: 'Yes' });
      clock.step(60_000);
      const as = { Authorization: 'Bearer teo.lindh@quarry.example' };
      const window = `startDateTime=${span(59).dateTime}Z&endDateTime=${span(62).dateTime}Z`;
      const theirs = await checked('GET', `/me/calendarView?${window}`, undefined, as);
      const copy = path(theirs.value.at(-1)?.id ?? '');
      await checked('POST', `/me/events/${copy}/accept`, { sendResponse: true }, as);
      await checked('POST', `/me/events/${copy}/tentativelyAccept`, {}, as);
      await checked('POST', `/me/events/${copy}/decline`, { comment: 'No' }, as);
      clock.step(60_000);
      const inbox = await checked('GET', '/me/mailFolders/inbox/messages?$top=3');
      expect(inbox.value.map((m) => m['@odata.type'])).toEqual(
        Array(3).fill('#microsoft.graph.eventMessageResponse'),
      );
      await checked('DELETE', `/me/events/${id}`);
      await checked('GET', `/me/events/${id}`);
    });

    test('chats', async () => {
      const crew = path(CHATS.crew);
      await checked(
        'GET',
        '/me/chats?$expand=lastMessagePreview,members&$orderby=lastMessagePreview/createdDateTime desc&$top=1',
      );
      await checked('GET', `/chats/${crew}?$expand=members`);
      await checked('GET', `/chats/${crew}/members`);
      const pair = await checked('GET', `/chats/${path(CHATS.pair)}/messages?$top=2`);
      await checked('GET', String(pair['@odata.nextLink']));
      await checked('POST', `/chats/${crew}/messages`, {
        body: { contentType: 'html', content: '<p><at id="0">Mira</at> yours?</p>' },
        mentions: [
          {
            id: 0,
            mentionText: 'Mira',
            mentioned: { user: { id: 'u3', displayName: 'Mira', userIdentityType: 'aadUser' } },
          },
        ],
      });
      const said = await checked('GET', `/chats/${crew}/messages?$top=1`);
      await checked('GET', `/chats/${crew}/messages/${said.value[0]?.id ?? ''}`);
      await checked('GET', `/chats/${crew}/messages?$top=51`);
    });

    test('channels', async () => {
      const teams = await checked('GET', '/me/joinedTeams');
      const team = `/teams/${path(teams.value[0]?.id ?? '')}/channels`;
      const channels = await checked('GET', `${team}?$select=id,displayName`);
      const messages = `${team}/${path(channels.value[0]?.id ?? '')}/messages`;
      const first = await checked('GET', `${messages}?$top=1&$expand=replies`);
      await checked('GET', String(first['@odata.nextLink']));
      await checked('GET', `${messages}?$filter=createdDateTime lt 2026-01-01T00:00:00Z`);
      await checked('GET', `${messages}/${CHANNEL_ROOT}/replies?$top=1`);
      tenant.faults.repliesCap = 0;
      const cut = await checked('GET', `${messages}?$expand=replies`);
      const answered = cut.value.find((row) => row.id === CHANNEL_ROOT);
      const rest = await checked('GET', String(answered?.['replies@odata.nextLink']));
      expect(rest.value.length).toBeGreaterThan(0);
      tenant.faults.repliesCap = 1000;
      const words = { body: { contentType: 'html', content: '<p>Mine.</p>' } };
      const reply = await checked('POST', `${messages}/${CHANNEL_ROOT}/replies`, words);
      expect(reply).toMatchObject({ replyToId: CHANNEL_ROOT });
      const begun = await checked('POST', messages, { ...words, subject: 'Benches' });
      await checked('POST', `${messages}/${path(begun.id)}/replies`, words);
      await checked('POST', `${messages}/999/replies`, words);
      const now = await checked('GET', `${messages}?$top=5&$expand=replies`);
      expect(now.value.find((row) => row.id === begun.id)).toMatchObject({
        id: begun.id,
        subject: 'Benches',
      });
    });

    test('presence and managers', async () => {
      const [away, unknown] = (
        await checked('POST', '/communications/getPresencesByUserId', {
          ids: [directory[2]?.id, 'a-stranger'],
        })
      ).value;
      expect(away).toMatchObject({
        activity: 'OutOfOffice',
        outOfOfficeSettings: { isOutOfOffice: true },
      });
      expect(away?.outOfOfficeSettings).toMatchObject({
        message: expect.stringContaining('at the coast') as unknown,
      });
      expect(unknown).toMatchObject({ availability: 'PresenceUnknown' });
      const manager = await checked('GET', `/users/${directory[1]?.id ?? ''}/manager`);
      expect(manager).toMatchObject({
        '@odata.type': '#microsoft.graph.user',
        mail: 'ada.brandt@quarry.example',
      });
      await checked('GET', '/me/manager');
    });

    test('own tasks', async () => {
      const lists = await checked('GET', '/me/todo/lists?$top=100');
      const tasks = `/me/todo/lists/${lists.value[0]?.id ?? ''}/tasks`;
      await checked('GET', `${tasks}?$top=1`);
      const round = await checked('GET', `${tasks}/delta`);
      expect(round.value[0]).toMatchObject({ title: 'Order detonators', linkedResources: [{}] });
      await checked('GET', String(round['@odata.deltaLink']));
      await checked('GET', '/me/todo/lists/unknown/tasks/delta');
    });

    test('a task is written by whoever saw it as it is', async () => {
      const tasks = await checked('GET', '/me/planner/tasks');
      const at = `/planner/tasks/${tasks.value[0]?.id ?? ''}`;
      const change = { percentComplete: 100 };
      await checked('PATCH', at, change);
      await checked('PATCH', at, change, { 'If-Match': 'W/"an older one"' });
      const etag = String((await checked('GET', at))['@odata.etag']);
      await checked('PATCH', at, change, { 'If-Match': etag });
      expect(await checked('GET', at)).toMatchObject({ percentComplete: 100 });
    });

    test('folders the person made', async () => {
      const id = tenant.makeFolder('Kilns');
      tenant.makeFolder('Fours', { in: id });
      tenant.makeFolder('Hidden', { hidden: true });
      const names = async (at: string) =>
        (await checked('GET', at)).value.map((folder) => folder.displayName);
      expect(await names('/me/mailFolders?$top=100')).not.toContain('Hidden');
      expect(await names('/me/mailFolders?$top=100&includeHiddenFolders=true')).toContain('Hidden');
      expect(await names(`/me/mailFolders/${path(id)}/childFolders`)).toEqual(['Fours']);
      await checked('GET', `/me/mailFolders/${path(id)}/messages`);
    });

    test('calendar, meetings and tasks', async () => {
      const span = `startDateTime=${new Date(START - 864e5).toISOString()}&endDateTime=${new Date(START + 864e6).toISOString()}`;
      const view = await checked('GET', `/me/calendarView?${span}&$top=1`);
      await checked('GET', `/me/events/${path(view.value[0]?.id ?? '')}`);
      const round = await checked('GET', `/me/calendarView/delta?${span}`);
      expect(round.value).toHaveLength(2);
      clock.step(6 * 3_600_000);
      const changed = await checked('GET', String(round['@odata.deltaLink']));
      expect(changed.value.map((e) => e.subject)).toEqual(['Blast at bench 3']);
      await checked('GET', '/me/calendarView/delta');
      const joinUrl = (view.value[0]?.onlineMeeting as { joinUrl?: string } | null)?.joinUrl ?? '';
      const found = await checked(
        'GET',
        `/me/onlineMeetings?$filter=${path(`JoinWebUrl eq '${path(joinUrl)}'`)}`,
      );
      const meeting = `/me/onlineMeetings/${path(found.value[0]?.id ?? '')}`;
      await checked('GET', meeting);
      const transcripts = await checked('GET', `${meeting}/transcripts`);
      const transcript = `${meeting}/transcripts/${path(transcripts.value[0]?.id ?? '')}`;
      const vtt: unknown = await checked('GET', `${transcript}/content`);
      expect(vtt).toContain(
        '0:1:5.000 --> 0:1:9.000\n<v Ada Brandt>I take belts &amp; rollers.</v>',
      );
      await checked('GET', `${transcript}/metadataContent`);
      const tasks = await checked('GET', '/me/planner/tasks');
      expect(tasks.value.map((t) => t.title)).toEqual(['report']);
      await checked('GET', `/planner/tasks/${tasks.value[0]?.id ?? ''}`);
      const plans = await checked('GET', '/me/planner/plans');
      const all = await checked('GET', `/planner/plans/${plans.value[0]?.id ?? ''}/tasks`);
      expect(all.value).toHaveLength(2);
    });

    test('every served operation was asked, and all of them are operations of Graph', () => {
      const served = tenant.operations.map(({ method, path: at }) => `${method} ${at}`);
      expect(served.filter((operation) => !contract.seen.has(operation))).toEqual([]);
    });

    test('an invented field, option or operation is refused', async () => {
      const list = await ask(tenant, `/chats/${path(CHATS.pair)}/messages`);
      const mail = await ask(tenant, '/me/messages?$top=1');
      const check = (at: string, body: unknown) => {
        contract.check(
          'GET',
          new URL(`https://host/v1.0${at}`),
          undefined,
          200,
          body,
          'application/json',
        );
      };
      const with1 = (body: unknown) => {
        const page = structuredClone(body) as Json;
        if (page.value[0]) page.value[0]['readBy'] = ['Teo'];
        return page;
      };
      check('/chats/x/messages', list.body);
      expect(() => {
        check('/chats/x/messages', with1(list.body));
      }).toThrow(/readBy/);
      check('/me/messages', mail.body);
      expect(() => {
        check('/me/messages', with1(mail.body));
      }).toThrow(/readBy/);
      expect(() => {
        check('/me/messages?$fliter=x', mail.body);
      }).toThrow('no query option $fliter');
      expect(() => {
        check('/me/handoffs', mail.body);
      }).toThrow('no operation of Graph');
    });
  },
);
