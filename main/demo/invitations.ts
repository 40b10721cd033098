import type { ResponseType } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';
import { ianaZone, zonedInstant } from '../../shared/handoff/graphValues';
import type { EventItem } from '../../shared/handoff/item';
import { entity, GraphFault, type GraphAnswer, type GraphRequest, type Route } from './answer';
import type { Calendar } from './calendar';
import type { Diary, Entry } from './diary';
import { immutableId, outlookTime } from './ids';
import { blankMessage, send, type Post } from './outgoing';
import { MESSAGE_CLASS } from './properties';
import { showAs } from './schedule';

const Zoned = z.object({ dateTime: z.string(), timeZone: z.string().nullish() });
const Given = z.object({
  subject: z.string().nullish(),
  body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  start: Zoned.nullish(),
  end: Zoned.nullish(),
  showAs: z.string().nullish(),
  attendees: z
    .array(
      z.object({
        emailAddress: z.object({ name: z.string().nullish(), address: z.string() }),
        type: z.string().nullish(),
      }),
    )
    .nullish(),
});
type Given = z.infer<typeof Given>;
const Answered = z.object({ comment: z.string().nullish(), sendResponse: z.boolean().nullish() });

type Answer = 'accepted' | 'tentative' | 'declined';
const ANSWERS: Record<Answer, { response: ResponseType; messageClass: string; said: string }> = {
  accepted: {
    response: 'accepted',
    messageClass: 'IPM.Schedule.Meeting.Resp.Pos',
    said: 'Accepted',
  },
  tentative: {
    response: 'tentativelyAccepted',
    messageClass: 'IPM.Schedule.Meeting.Resp.Tent',
    said: 'Tentative',
  },
  declined: {
    response: 'declined',
    messageClass: 'IPM.Schedule.Meeting.Resp.Neg',
    said: 'Declined',
  },
};

const badRequest = (what: string) => new GraphFault(400, 'ErrorInvalidRequest', what);

/**
 * What a person does in their calendar: sets events up, changes, cancels and answers them. An invitation comes into the
 * attendees' calendars and inboxes after the time a mail takes; their answer comes back to the organizer the same way.
 */
export class Invitations {
  private made = 0;

  constructor(
    private readonly diary: Diary,
    private readonly calendar: Calendar,
    private readonly post: Post,
    private readonly run: string,
  ) {}

  routes(): Route[] {
    const area = 'calendar';
    const scopes = ['Calendars.ReadWrite'];
    const event = '/me/events/{event-id}';
    const answers = (path: string, answer: Answer): Route => ({
      ...{ method: 'POST', path: `${event}/${path}`, area, scopes },
      answer: (r) => this.answer(r, answer),
    });
    return [
      { method: 'POST', path: '/me/events', area, scopes, answer: (r) => this.create(r) },
      { method: 'PATCH', path: event, area, scopes, answer: (r) => this.change(r) },
      { method: 'DELETE', path: event, area, scopes, answer: (r) => this.remove(r) },
      answers('accept', 'accepted'),
      answers('tentativelyAccept', 'tentative'),
      answers('decline', 'declined'),
    ];
  }

  private get me() {
    return this.post.people.me.person;
  }

  private isOrganizer({ item }: Entry): boolean {
    return item.organizer === null || this.post.people.isMe(item.organizer.address);
  }

  private create(request: GraphRequest): GraphAnswer {
    const given = givenIn(request);
    const now = request.now;
    if (!given.start || !given.end) throw badRequest('An event needs a start and an end.');
    const uid = `${this.run}-${this.me.address}-${String(++this.made)}`;
    const item: EventItem = {
      kind: 'event',
      id: `event:${uid}`,
      subject: '',
      description: '',
      ...spanOf(given),
      createdAt: outlookTime(now),
      organizer: this.me,
      attendees: [],
      cancelled: false,
      showAs: 'busy',
      webLink: null,
      ...this.changesIn(given, []),
    };
    const entry = this.diary.add(item, uid, now + this.post.sentDelayMs);
    this.invite(entry, item.attendees);
    return entity("users('me')/events/$entity", this.calendar.rendered(entry, request), 201);
  }

  private change(request: GraphRequest): GraphAnswer {
    const entry = this.calendar.entryAt(request);
    if (!this.isOrganizer(entry))
      throw new GraphFault(403, 'ErrorAccessDenied', 'Only the organizer changes a meeting.');
    const given = givenIn(request);
    const before = entry.item.attendees;
    const moved = given.start || given.end ? spanOf(given, entry.item) : {};
    this.diary.change(entry, { ...this.changesIn(given, before), ...moved }, request.now);
    const known = new Set(before.map((a) => a.person.address));
    const invited =
      'startsAt' in moved
        ? entry.item.attendees
        : entry.item.attendees.filter((a) => !known.has(a.person.address));
    this.invite(entry, invited);
    return entity("users('me')/events/$entity", this.calendar.rendered(entry, request));
  }

  /** The organizer cancels it for everybody; an attendee takes it out of their own calendar. */
  private remove(request: GraphRequest): GraphAnswer {
    const entry = this.calendar.entryAt(request);
    entry.gone.set(this.me.address, request.now);
    if (!this.isOrganizer(entry)) return { status: 204 };
    this.diary.change(entry, { cancelled: true }, request.now + this.post.sentDelayMs);
    this.mail(entry, entry.item.attendees, 'IPM.Schedule.Meeting.Canceled', 'Canceled');
    return { status: 204 };
  }

  private answer(request: GraphRequest, answer: Answer): GraphAnswer {
    const entry = this.calendar.entryAt(request);
    const { organizer } = entry.item;
    if (this.isOrganizer(entry) || !organizer)
      throw badRequest(
        "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
      );
    const given = Answered.safeParse(request.body ?? {});
    if (!given.success) throw badRequest('The body of the answer cannot be read.');
    const { now } = request;
    const { response, messageClass, said } = ANSWERS[answer];
    entry.own.set(this.me.address, { response, at: now });
    this.diary.change(entry, {}, now);
    if (given.data.sendResponse === false) return { status: 202 };
    const { timeline, sentDelayMs } = this.post;
    timeline.at(now + sentDelayMs, (at) => {
      const attendees = entry.item.attendees.map((a) =>
        this.post.people.isMe(a.person.address)
          ? { ...a, response: answer, respondedAt: outlookTime(now) }
          : a,
      );
      this.diary.change(entry, { attendees }, at);
    });
    this.mail(entry, [{ person: organizer }], messageClass, said, given.data.comment ?? '');
    return { status: 202 };
  }

  private invite(entry: Entry, to: readonly Pick<EventItem['attendees'][number], 'person'>[]) {
    this.mail(entry, to, 'IPM.Schedule.Meeting.Request', '', entry.item.description);
  }

  private mail(
    { item, uid }: Entry,
    to: readonly Pick<EventItem['attendees'][number], 'person'>[],
    messageClass: string,
    said: string,
    words = '',
  ): void {
    const people = to.map(({ person }) => person).filter((p) => p.address !== this.me.address);
    if (people.length === 0) return;
    const name = `${uid}/${this.me.address}/${String(++this.made)}`;
    const message = blankMessage(this.post, {
      immutableId: immutableId(`meeting/${this.run}/${name}`),
      internetMessageId: `${name.replace(/[^\w.-]/g, '.')}@${this.post.people.domain()}`,
      at: this.post.clock.now(),
      parents: [],
    });
    message.properties.set(MESSAGE_CLASS, messageClass);
    send(
      this.post,
      Object.assign(message, {
        to: people,
        messageClass,
        subject: said === '' ? item.subject : `${said}: ${item.subject}`,
        body: { type: 'text' as const, content: words },
      }),
    );
  }

  private changesIn(given: Given, before: EventItem['attendees']): Partial<EventItem> {
    const { subject, body, attendees } = given;
    return {
      ...(subject == null ? {} : { subject }),
      ...(body?.content == null ? {} : { description: body.content }),
      ...(given.showAs == null ? {} : { showAs: showAs({ showAs: given.showAs }) }),
      ...(attendees == null
        ? {}
        : {
            attendees: attendees.map(({ emailAddress }) => {
              const address = emailAddress.address.toLowerCase();
              return (
                before.find((a) => a.person.address === address) ?? {
                  person: this.post.people.named({ name: emailAddress.name ?? '', address }),
                  response: 'none' as const,
                  respondedAt: null,
                }
              );
            }),
          }),
    };
  }
}

function givenIn({ body }: GraphRequest): Given {
  const given = Given.safeParse(body);
  if (!given.success) throw badRequest('The event cannot be read.');
  return given.data;
}

function spanOf(given: Given, before?: EventItem): Pick<EventItem, 'startsAt' | 'endsAt'> {
  const read = (time: Given['start'], known: string | undefined) => {
    if (!time) return known;
    return zonedInstant(time.dateTime, ianaZone(time.timeZone) ?? 'UTC') ?? undefined;
  };
  const startsAt = read(given.start, before?.startsAt);
  const endsAt = read(given.end, before?.endsAt);
  if (startsAt === undefined || endsAt === undefined || endsAt < startsAt)
    throw badRequest('The times of the event cannot be read.');
  return { startsAt, endsAt };
}
