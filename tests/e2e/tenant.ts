import path from 'node:path';
import { readStory, readTenantArchive, type TenantArchive } from '../../main/demo/archive';
import { startTenant, type Tenant, type TenantOptions } from '../../main/demo/server';
import { startSignIn, type SignInPages } from '../../main/demo/signIn';
import { mailboxGuard } from '../../main/demo/signInGuard';
import { demoClock, type SteppableClock } from '../../shared/timing/clock';
import {
  channelArchive,
  littleArchive,
  NOOR,
  PAIR_START,
  pairArchive,
  TESSA,
} from '../support/pair';

/** A tenant that lives in the test, with its own clock: what left the desk is seen from the other side. */
export interface OwnTenant {
  url: string;
  /** ISO where its clock began. */
  startAt: string;
  clock: SteppableClock;
  tenant: Tenant;
  /** Asks the tenant itself, past the app. */
  ask(path: string): Promise<unknown>;
  /** Everything in Sent Items, newest first. */
  sent(): Promise<SentMail[]>;
  /** How many messages lie in Drafts. */
  drafts(): Promise<number>;
  close(): Promise<void>;
}

export interface SentMail {
  subject: string;
  to: string[];
  /** As plain as the tenant gives it, white space folded. */
  body: string;
  sentAt: string;
}

interface GraphMail {
  subject: string;
  sentDateTime: string;
  toRecipients: { emailAddress: { address: string } }[];
  body: { content: string };
}

const STORY = path.resolve(__dirname, '../../main/demo/story');

/** The story the demo lives in, its clock standing at its beginning. */
export async function storyTenant(): Promise<OwnTenant> {
  const [story, archive] = await Promise.all([readStory(STORY), readTenantArchive(STORY)]);
  if (!story) throw new Error(`${STORY} has no story.json.`);
  return own(archive, story.me, story.startAt);
}

/**
 * A desk with one loose end: a request two days past its deadline, and a mail that asks nothing. It is
 * Friday, 10:00; at noon Tessa sends what she was asked for.
 */
export function littleTenant(): Promise<OwnTenant> {
  return own(littleArchive(), NOOR.address, PAIR_START);
}

/** A desk whose person owes an answer to a post in a channel. */
export function channelTenant(): Promise<OwnTenant> {
  return own(channelArchive(), NOOR.address, PAIR_START);
}

/** A company in which both ends of one handoff sit at a desk of their own. */
export function pairTenant(): Promise<OwnTenant> {
  return own(pairArchive(), NOOR.address, PAIR_START);
}

/** The same desk behind a sign-in: its people choose an account on the pages, and Graph looks at the token. */
export async function guardedTenant(): Promise<OwnTenant & { pages: SignInPages }> {
  const clock = demoClock(Date.parse(PAIR_START), 0);
  const users = [NOOR, TESSA].map((person) => ({ ...person, foreign: false }));
  const stranger = { name: 'Vera Lunt', address: 'vera@glaze.example', foreign: true };
  const pages = await startSignIn({ users: [...users, stranger], clock });
  const guard = mailboxGuard(pages, NOOR.address);
  const tenant = await own(littleArchive(), NOOR.address, PAIR_START, { clock, guard });
  const close = async () => {
    await tenant.close();
    await pages.close();
  };
  return { ...tenant, pages, close };
}

async function own(
  archive: TenantArchive,
  me: string,
  startAt: string,
  behind: { clock?: SteppableClock; guard?: TenantOptions['guard'] } = {},
): Promise<OwnTenant> {
  const clock = behind.clock ?? demoClock(Date.parse(startAt), 0);
  const replies = archive.replies ?? [];
  const guard = behind.guard ? { guard: behind.guard } : {};
  const tenant = await startTenant({ archive, me, clock, replies, ...guard });
  const ask = async (below: string): Promise<unknown> => {
    const answer = await fetch(`${tenant.url}/v1.0${below}`, {
      headers: { Authorization: 'Bearer test', Prefer: 'outlook.body-content-type="text"' },
    });
    if (!answer.ok) throw new Error(`${below}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const folder = async (name: string): Promise<GraphMail[]> => {
    const { value } = (await ask(`/me/mailFolders/${name}/messages?$top=200`)) as {
      value: GraphMail[];
    };
    return value;
  };
  return {
    url: tenant.url,
    ...{ startAt, clock, tenant, ask },
    sent: async () =>
      (await folder('sentitems'))
        .map((message) => ({
          subject: message.subject,
          to: message.toRecipients.map(({ emailAddress }) => emailAddress.address.toLowerCase()),
          body: message.body.content.replace(/\s+/g, ' ').trim(),
          sentAt: message.sentDateTime,
        }))
        .sort((a, b) => Date.parse(b.sentAt) - Date.parse(a.sentAt)),
    drafts: async () => (await folder('drafts')).length,
    close: () => tenant.close(),
  };
}
