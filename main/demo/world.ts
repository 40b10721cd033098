import { Calendar } from './calendar';
import type { Route } from './answer';
import { Channels, type Teams } from './channels';
import { Chats } from './chats';
import type { Room } from './chatShapes';
import type { Diary } from './diary';
import { DraftRoutes } from './drafts';
import type { Faults } from './faults';
import { uuidOf } from './ids';
import { Invitations } from './invitations';
import { MailRoutes } from './mail';
import { MailDelta } from './mailDelta';
import { Meetings } from './meetings';
import { SENT_DELAY, type Post } from './outgoing';
import {
  absencesDeclared,
  absencesFrom,
  departedDeclared,
  managersDeclared,
  People,
} from './people';
import { PeopleRoutes } from './peopleRoutes';
import { absencesOf, Replies } from './replies';
import { Presence } from './presence';
import { Reports } from './reports';
import { seedMail } from './seed';
import type { TenantArchive } from './archive';
import type { TenantOptions } from './server';
import { Mailbox, type StoredMessage } from './store';
import { Tasks } from './tasks';
import { Threads } from './threads';
import type { Timeline } from './timeline';
import { Todo } from './todo';

/** One person's part of the tenant with everything in it, ready to answer. */
export interface Inhabited {
  routes: readonly Route[];
  people: People;
  post: Post;
  forgetSyncStates(): void;
  mailbox: Mailbox;
}

/** What everybody in the tenant has in common. */
export interface Common {
  timeline: Timeline;
  rooms: ReadonlyMap<string, Room>;
  diary: Diary;
  teams: Teams;
  faults: Faults;
  /** Told of each mail anybody sends, at the moment of sending. */
  onSent: (from: Post, message: StoredMessage, at: number) => void;
  /** Whether somebody sits at this person's desk. */
  sitsThere: (address: string) => boolean;
}

/** Settles one person into the tenant: who lives in it, what lies in their mailbox, what is still to come. */
export function settle(
  options: TenantOptions & { archive: TenantArchive },
  run: string,
  common: Common,
): Inhabited {
  const { archive, clock } = options;
  const { timeline } = common;
  const rules = options.replies ?? archive.replies ?? [];
  const ofKind = <K extends (typeof archive.items)[number]['kind']>(kind: K) =>
    archive.items.filter(
      (item): item is Extract<(typeof archive.items)[number], { kind: K }> => item.kind === kind,
    );
  const address = options.me.toLowerCase();
  const mails = ofKind('mail');
  const written = mails.find((mail) => mail.from.address === address)?.from.name ?? '';
  const absences = [...absencesDeclared(archive.users), ...absencesFrom(archive.items)];
  absences.push(...absencesOf(rules, absences, clock.now()));
  const people = new People(
    archive.directory,
    { name: written, address },
    absences,
    managersDeclared(archive.users),
  );
  const mailbox = new Mailbox();
  const post: Post = {
    clock,
    timeline,
    mailbox,
    people,
    threads: new Threads(address),
    sentDelayMs: options.sentDelayMs ?? SENT_DELAY,
    onSent: (message, at) => {
      replies.sent(message, at);
      reports.sent(message, at);
      common.onSent(post, message, at);
    },
  };
  const replies = new Replies(rules, post, run, common.sitsThere);
  const departed = departedDeclared(archive.users);
  const reports = new Reports(post, run, common.faults, departed, rules);
  seedMail(mails, post);
  const delta = new MailDelta(mailbox);
  const meetings = ofKind('meeting');
  const tenantId = uuidOf(people.domain());
  const todo = new Todo(ofKind('task'));
  const calendar = new Calendar(common.diary, people);
  return {
    people,
    post,
    mailbox,
    routes: [
      ...new PeopleRoutes(people).routes(),
      ...new MailRoutes(mailbox, delta).routes(),
      ...new DraftRoutes(post, run).routes(),
      ...new Chats(common.rooms, people, tenantId, common.faults).routes(),
      ...new Channels(common.teams, people, tenantId, common.faults).routes(),
      ...calendar.routes(),
      ...new Invitations(common.diary, calendar, post, run).routes(),
      ...new Meetings(meetings, people).routes(),
      ...new Tasks(ofKind('task'), people).routes(),
      ...todo.routes(),
      ...new Presence(people, calendar.schedule).routes(),
    ],
    forgetSyncStates: () => {
      delta.states.forget();
      calendar.states.forget();
      todo.states.forget();
    },
  };
}
