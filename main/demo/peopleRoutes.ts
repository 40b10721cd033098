import type {
  MailboxSettings,
  MailTips,
  Person,
  User,
  WorkingHours,
} from '@microsoft/microsoft-graph-types';
import { findWindows } from 'windows-iana';
import { z } from 'zod';
import type { DirectoryEntry } from '../../shared/handoff/item';
import {
  collection,
  entity,
  GraphFault,
  pageBySkip,
  pageByToken,
  type GraphRequest,
  type Route,
  type Served,
} from './answer';
import { passes, valueAt } from './filter';
import { folderId, zonedTime } from './ids';
import { ordered, selected } from './odata';
import { domainOf, userId, type People } from './people';

/** Fields `/me` and `/users/{id}` give without `$select`. */
const DEFAULT_FIELDS = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

const DAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** A zone's Windows name, as mailboxes carry it; the IANA name where Windows has none. */
const windowsZone = (iana: string | null): string =>
  iana === null ? 'UTC' : (findWindows(iana)[0] ?? iana);

/** Somebody's working hours in Graph's shape; office hours of the zone where the directory is silent. */
export function workingHoursOf(entry: DirectoryEntry): WorkingHours {
  const hours = entry.workingHours ?? { days: [1, 2, 3, 4, 5], start: '08:00', end: '17:00' };
  return {
    daysOfWeek: hours.days.flatMap((day) => DAYS[day - 1] ?? []),
    startTime: `${hours.start}:00.0000000`,
    endTime: `${hours.end}:00.0000000`,
    timeZone: { name: windowsZone(entry.timeZone) },
  };
}

const MANAGERS = ['User.Read.All'];

const notThere = (key: string): GraphFault =>
  new GraphFault(
    404,
    'Request_ResourceNotFound',
    `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`,
  );

/** One person's directory entry, and what only its owner may see of the mailbox behind it. */
export class PeopleRoutes {
  constructor(private readonly people: People) {}

  routes(): Route[] {
    const area = 'people';
    return [
      { method: 'GET', path: '/me', area, answer: (r) => this.user(this.people.me, r) },
      { method: 'GET', path: '/me/mailboxSettings', area, answer: (r) => this.settings(r) },
      {
        ...{ method: 'GET', path: '/me/people', area, scopes: ['People.Read'] },
        answer: (r) => this.nearest(r),
      },
      { method: 'GET', path: '/users', area, answer: (r) => this.list(r) },
      { method: 'GET', path: '/users/{user-id}', area, answer: (r) => this.one(r) },
      {
        method: 'GET',
        path: '/me/manager',
        area,
        scopes: MANAGERS,
        answer: (r) => this.manager(r),
      },
      {
        ...{ method: 'GET', path: '/users/{user-id}/manager', area, scopes: MANAGERS },
        answer: (r) => this.manager(r),
      },
      { method: 'POST', path: '/me/getMailTips', area: 'mail', answer: (r) => this.mailTips(r) },
    ];
  }

  private full(entry: DirectoryEntry): User & { id: string } {
    const words = entry.person.name.split(/\s+/);
    return {
      businessPhones: [],
      displayName: entry.person.name || entry.person.address,
      givenName: words.slice(0, -1).join(' ') || (words[0] ?? null),
      jobTitle: entry.title,
      mail: entry.person.address,
      mobilePhone: null,
      officeLocation: null,
      preferredLanguage: null,
      surname: words.length > 1 ? (words.at(-1) ?? null) : null,
      userPrincipalName: entry.person.address,
      id: userId(entry),
      department: entry.team,
      accountEnabled: true,
      userType: 'Member',
      otherMails: [],
      proxyAddresses: [
        `SMTP:${entry.person.address}`,
        ...entry.aliases
          .filter((a) => a !== entry.person.address)
          .map((address) => `smtp:${address}`),
      ],
    };
  }

  private user(entry: DirectoryEntry, { query, now }: GraphRequest) {
    const select = query.select;
    if (select?.includes('mailboxSettings')) {
      // Delegated permission reaches one's own mailbox settings and nobody else's.
      if (entry !== this.people.me)
        throw new GraphFault(
          403,
          'ErrorAccessDenied',
          'Access is denied. Check credentials and try again.',
        );
      const settings = { mailboxSettings: this.mailboxSettings(now) };
      return entity('users/$entity', selected({ ...this.full(entry), ...settings }, select));
    }
    return entity('users/$entity', selected(this.full(entry), select ?? DEFAULT_FIELDS));
  }

  private at({ params }: GraphRequest): DirectoryEntry {
    const key = params['user-id'];
    const entry = key === undefined ? this.people.me : this.people.find(key);
    if (!entry) throw notThere(key ?? '');
    return entry;
  }

  private one(request: GraphRequest) {
    return this.user(this.at(request), request);
  }

  /** Nobody above is answered like nobody there. */
  private manager(request: GraphRequest) {
    const manager = this.people.managerOf(this.at(request));
    if (!manager) throw notThere('manager');
    const user = { '@odata.type': '#microsoft.graph.user', ...this.full(manager) };
    const select = request.query.select ?? DEFAULT_FIELDS;
    return entity('directoryObjects/$entity', selected(user, ['@odata.type', ...select]));
  }

  private list(request: GraphRequest) {
    const { query } = request;
    const { filter, search } = query;
    if (search !== null && request.header('consistencylevel')?.toLowerCase() !== 'eventual')
      throw new GraphFault(
        400,
        'Request_UnsupportedQuery',
        "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
      );
    const top = query.top ?? 100;
    if (top > 999)
      throw new GraphFault(400, 'Request_UnsupportedQuery', 'Invalid page size specified.');
    const searched = /^"?(\w+):([^"]*)"?$/.exec(search ?? '');
    const found = this.people
      .all()
      .map((entry) => this.full(entry))
      .filter((user) => !filter || passes(filter, (path) => valueAt(user, path)))
      .filter((user) => {
        const value = searched ? valueAt(user, searched[1] ?? '') : undefined;
        if (!searched) return true;
        return (
          typeof value === 'string' &&
          value.toLowerCase().includes((searched[2] ?? '').toLowerCase())
        );
      });
    const rows = ordered(found, query.orderby, valueAt);
    const { page, link } = pageByToken(rows, top, request);
    return collection(
      'users',
      page.map((user) => selected(user, query.select ?? DEFAULT_FIELDS)),
      link,
    );
  }

  /** Those who wrote to or were written to most come first on the real service; here the order of the directory. */
  private nearest(request: GraphRequest) {
    const { query } = request;
    const others = this.people.all().filter((entry) => entry !== this.people.me);
    const { page, link } = pageBySkip(others, query.top ?? 10, request);
    const value = page.map((entry, n): Person & { id: string } => ({
      id: userId(entry),
      displayName: entry.person.name || entry.person.address,
      userPrincipalName: entry.person.address,
      scoredEmailAddresses: [{ address: entry.person.address, relevanceScore: 20 - n }],
      personType: { class: 'Person', subclass: 'OrganizationUser' },
    }));
    return collection(
      "users('me')/people",
      value.map((person) => selected(person, query.select)),
      link,
    );
  }

  private mailboxSettings(now: number): Served<MailboxSettings> {
    const { me } = this.people;
    const away = this.people.planned(me.person.address, now);
    const span = away?.scheduled ? { from: away.from, until: away.until ?? away.from } : null;
    return {
      archiveFolder: folderId('archive'),
      timeZone: windowsZone(me.timeZone),
      delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
      dateFormat: 'yyyy-MM-dd',
      timeFormat: 'HH:mm',
      userPurpose: 'user',
      automaticRepliesSetting: {
        status: span ? 'scheduled' : away ? 'alwaysEnabled' : 'disabled',
        externalAudience: 'all',
        internalReplyMessage: away?.message ?? '',
        externalReplyMessage: away?.message ?? '',
        scheduledStartDateTime: zonedTime(span?.from ?? now),
        scheduledEndDateTime: zonedTime(span?.until ?? now + 86_400_000),
      },
      language: { locale: 'en-GB', displayName: 'English (United Kingdom)' },
      workingHours: workingHoursOf(me),
    };
  }

  private settings({ query, now }: GraphRequest) {
    return entity("users('me')/mailboxSettings", selected(this.mailboxSettings(now), query.select));
  }

  private mailTips({ body, now }: GraphRequest) {
    const asked = MailTipsBody.safeParse(body);
    if (!asked.success)
      throw new GraphFault(400, 'BadRequest', 'The body of getMailTips cannot be read.');
    const addresses = asked.data.emailAddresses ?? asked.data.EmailAddresses ?? [];
    const options = new Set(
      (asked.data.mailTipsOptions ?? asked.data.MailTipsOptions ?? '')
        .split(',')
        .map((o) => o.trim()),
    );
    if (addresses.length === 0)
      throw new GraphFault(400, 'ErrorInvalidRequest', 'At least one address is needed.');
    const value = addresses.map((address) => this.tips(address.toLowerCase(), options, now));
    return collection('Collection(microsoft.graph.mailTips)', value);
  }

  private tips(address: string, options: ReadonlySet<string>, now: number): MailTips {
    const away = this.people.absence(address, now);
    const tips: MailTips = {
      emailAddress: { name: this.people.at(address)?.person.name ?? '', address },
    };
    if (options.has('automaticReplies'))
      tips.automaticReplies = away
        ? {
            message: away.message,
            messageLanguage: { locale: 'en-GB', displayName: 'English (United Kingdom)' },
            ...(away.scheduled && away.until !== null
              ? {
                  scheduledStartTime: zonedTime(away.from),
                  scheduledEndTime: zonedTime(away.until),
                }
              : {}),
          }
        : { message: '' };
    if (options.has('mailboxFullStatus')) tips.mailboxFull = false;
    if (options.has('deliveryRestriction')) tips.deliveryRestricted = false;
    if (options.has('recipientScope'))
      tips.recipientScope = domainOf(address) === this.people.domain() ? 'internal' : 'external';
    return tips;
  }
}

const MailTipsBody = z.object({
  emailAddresses: z.array(z.string()).optional(),
  EmailAddresses: z.array(z.string()).optional(),
  mailTipsOptions: z.string().optional(),
  MailTipsOptions: z.string().optional(),
});
