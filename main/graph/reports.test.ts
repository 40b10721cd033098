import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoClock, type SteppableClock } from '../../shared/timing/clock';
import {
  absorbInto,
  archiveOf,
  DIRECTORY,
  graphOf,
  JONAS,
  MIRA,
  NOW,
  tempFolder,
} from '../../tests/fault/syncWorld';
import { startTenant, type Tenant } from '../demo/server';
import { openLedger } from '../ledger';
import type { Ledger, StoredItem } from '../ledger/types';
import { IMMUTABLE, type Graph } from './client';
import { createMailSource } from './mail';
import { syncAll } from './sync';
import type { CallLine } from './transport';

/** What comes back of a sent mail by itself: receipts, bounces, automatic replies, as the embedded tenant serves them. */

let folder: ReturnType<typeof tempFolder>;
let clock: SteppableClock;
let tenant: Tenant;
let ledger: Ledger;
let graph: Graph;
let calls: CallLine[];

beforeEach(async () => {
  folder = tempFolder();
  clock = demoClock(NOW, 0);
  tenant = await startTenant({
    archive: {
      items: archiveOf(4),
      directory: DIRECTORY,
      users: {
        value: [
          { mail: 'left@brackwater.test', accountEnabled: false },
          {
            mail: JONAS.address,
            mailboxSettings: {
              automaticRepliesSetting: {
                status: 'scheduled',
                internalReplyMessage: 'At the coast. Ask Mira.',
                scheduledStartDateTime: { dateTime: at(24) },
                scheduledEndDateTime: { dateTime: at(96) },
              },
            },
          },
        ],
      },
    },
    me: MIRA.address,
    clock,
  });
  ledger = openLedger({ path: folder.file('ledger.db'), now: () => clock.now() }).ledger;
  calls = [];
  graph = graphOf(tenant.url, clock, (line) => calls.push(line));
});

afterEach(async () => {
  ledger.close();
  await tenant.close();
  folder.remove();
});

function at(hours: number): string {
  return new Date(NOW + hours * 3_600_000).toISOString();
}

async function send(to: string, subject: string): Promise<void> {
  const ask = { purpose: 'sending', prefer: [IMMUTABLE] };
  const draft = (await graph.post(
    '/me/messages',
    {
      subject,
      body: { contentType: 'text', content: 'Can you take the kiln?' },
      toRecipients: [{ emailAddress: { address: to } }],
      isReadReceiptRequested: true,
      isDeliveryReceiptRequested: true,
    },
    ask,
  )) as { id: string };
  await graph.post(`/me/messages/${encodeURIComponent(draft.id)}/send`, undefined, ask);
  clock.step(30 * 60_000);
}

async function round(): Promise<void> {
  const [status] = await syncAll([createMailSource({ graph, clock, held: ledger })], {
    absorb: absorbInto(ledger),
    cursor: (key) => ledger.cursor(key),
    signal: new AbortController().signal,
    onUse: true,
  });
  expect(status?.state).toBe('current');
}

/** What was reported of a subject: class, report and (by its Message-ID) the mail it is about. */
function reported(subject: string) {
  const mails = [...ledger.eachItem('mail')].flatMap(({ item }: StoredItem) =>
    item.kind === 'mail' ? [item] : [],
  );
  const sent = mails.find((mail) => mail.subject === subject);
  return mails
    .filter((mail) => mail.folder === 'inbox' && mail.subject.endsWith(`: ${subject}`))
    .map((mail) => ({
      class: mail.messageClass,
      kind: mail.report?.kind ?? null,
      recipient: mail.report?.recipient ?? null,
      itsOwn: mail.report ? mail.report.originalMessageId === sent?.messageId : null,
    }));
}

const delivered = {
  class: 'REPORT.IPM.Note.DR',
  kind: 'delivered',
  recipient: JONAS.address,
  itsOwn: true,
};
const read = {
  class: 'REPORT.IPM.Note.IPNRN',
  kind: 'read',
  recipient: JONAS.address,
  itsOwn: true,
};
const bounced = {
  class: 'REPORT.IPM.Note.NDR',
  kind: 'bounced',
  recipient: 'left@brackwater.test',
  itsOwn: true,
};

test.each(['whole', 'headersOnly', 'bare'] as const)(
  'receipts and a bounce find their mail, shown %s',
  async (shown) => {
    tenant.faults.reports.shown = shown;
    await send(JONAS.address, 'Kiln four');
    await send('left@brackwater.test', 'Kiln five');
    await round();
    expect(reported('Kiln four')).toEqual([delivered, read]);
    expect(reported('Kiln five')).toEqual([bounced]);
    const asked = calls.filter((line) => line.purpose === 'what a report is about');
    expect(asked).toHaveLength(shown === 'bare' ? 3 : 0);
  },
);

test('a bare report about a later mail of the conversation is not laid to an earlier one', async () => {
  tenant.faults.reports.shown = 'bare';
  await send(JONAS.address, 'Kiln six');
  tenant.faults.reports.receipts = 'none';
  await send(JONAS.address, 'Kiln six');
  await round();
  const mails = [...ledger.eachItem('mail')].flatMap(({ item }) =>
    item.kind === 'mail' && item.subject.endsWith('Kiln six') ? [item] : [],
  );
  const sent = mails.filter((mail) => mail.folder === 'sentitems');
  expect(sent).toHaveLength(2);
  for (const mail of mails.filter((m) => m.report !== null))
    expect(mail.report?.originalMessageId).toBe(sent[0]?.messageId);
});

test('receipts that are refused, and mail to an address that a test lets bounce', async () => {
  tenant.faults.reports.receipts = 'none';
  tenant.faults.reports.bounces.add(JONAS.address);
  await send(JONAS.address, 'Kiln seven');
  await round();
  expect(reported('Kiln seven')).toEqual([{ ...bounced, recipient: JONAS.address }]);
});

test('somebody away answers automatically, once for an absence', async () => {
  clock.step(25 * 3_600_000);
  tenant.faults.reports.receipts = 'none';
  await send(JONAS.address, 'Kiln eight');
  await send(JONAS.address, 'Kiln nine');
  await round();
  const away = {
    class: 'IPM.Note.Rules.OofTemplate.Microsoft',
    kind: null,
    recipient: null,
    itsOwn: null,
  };
  expect(reported('Kiln eight')).toEqual([away]);
  expect(reported('Kiln nine')).toEqual([]);
});

test('an automatic reply told by its headers only stays one when the mail is touched later', async () => {
  clock.step(25 * 3_600_000);
  tenant.faults.reports = { bounces: new Set(), receipts: 'none', shown: 'headersOnly' };
  await send(JONAS.address, 'Kiln ten');
  await round();
  const [found] = [...ledger.eachItem('mail')].filter(
    ({ item }) => item.kind === 'mail' && item.subject === 'Automatic reply: Kiln ten',
  );
  const id = encodeURIComponent(found?.item.id.slice('mail:'.length) ?? '');
  await graph.patch(
    `/me/messages/${id}`,
    { categories: ['Later'] },
    {
      purpose: 'a category',
      prefer: [IMMUTABLE],
    },
  );
  await round();
  expect(ledger.item(found?.item.id ?? '')?.item).toMatchObject({
    messageClass: 'IPM.Note.Rules.OofTemplate.Microsoft',
  });
});
