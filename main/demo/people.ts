import { z } from 'zod';
import type { DirectoryEntry, Item, Person } from '../../shared/handoff/item';
import { AUTO_REPLY_CLASS, isAutoReplied } from '../../shared/handoff/mailFacts';
import { asHtml, linesAsHtml } from './bodies';
import { uuidOf } from './ids';

/** A span in which mail to somebody is answered automatically. Times in ms; `until` null = not known. */
export interface Absence {
  address: string;
  message: string;
  from: number;
  until: number | null;
  /** True when the span was announced; otherwise its end shows only by the person's return. */
  scheduled: boolean;
}

/** Who exists in the tenant, who of them the mailbox belongs to, and who is away. */
export class People {
  private readonly byAddress = new Map<string, DirectoryEntry>();
  private readonly byId = new Map<string, DirectoryEntry>();
  readonly me: DirectoryEntry;

  constructor(
    directory: readonly DirectoryEntry[],
    me: Person,
    readonly absences: Absence[],
    /** Whose manager is who: addresses or ids, as declared. */
    private readonly managers: ReadonlyMap<string, string> = new Map(),
  ) {
    for (const entry of directory) {
      this.byId.set(userId(entry), entry);
      for (const address of [...entry.aliases, entry.person.address])
        if (address !== '') this.byAddress.set(address, entry);
    }
    this.me = this.byAddress.get(me.address) ?? {
      id: uuidOf(me.address),
      person: me,
      aliases: [],
      team: null,
      title: null,
      timeZone: null,
      workingHours: null,
    };
    if (!this.byId.has(userId(this.me))) {
      this.byId.set(userId(this.me), this.me);
      this.byAddress.set(me.address, this.me);
    }
  }

  isMe(address: string): boolean {
    return address === this.me.person.address || this.me.aliases.includes(address);
  }

  all(): DirectoryEntry[] {
    return [...this.byId.values()];
  }

  /** By address or alias, lower-case. */
  at(address: string): DirectoryEntry | undefined {
    return this.byAddress.get(address.toLowerCase());
  }

  /** By user id, principal name or address. */
  find(key: string): DirectoryEntry | undefined {
    return this.byId.get(key) ?? this.at(key);
  }

  /** The name people see beside an address. */
  named(person: Person): Person {
    const name = this.at(person.address)?.person.name ?? person.name;
    return { name: name || person.address, address: person.address };
  }

  /** A stable user id, also for people the directory does not hold. */
  idOf(person: Person): string {
    const entry = this.at(person.address);
    return entry ? userId(entry) : uuidOf(person.address || person.name.toLowerCase());
  }

  /** Whom somebody works for; undefined at the top, and where nothing is declared. */
  managerOf(entry: DirectoryEntry): DirectoryEntry | undefined {
    const key = this.managers.get(entry.person.address) ?? this.managers.get(userId(entry));
    return key === undefined ? undefined : this.find(key);
  }

  domain(): string {
    return domainOf(this.me.person.address);
  }

  /** What the automatic replies of an address are set to at `now`: on, else the next ones planned. */
  planned(address: string, now: number): Absence | undefined {
    const on = this.absence(address, now);
    if (on) return on;
    return this.absences
      .filter((a) => a.address === address && a.scheduled && a.from > now)
      .sort((a, b) => a.from - b.from)[0];
  }

  /** Switches somebody's automatic replies to these, or off, as they do in Outlook. */
  setReplies(address: string, replies: Omit<Absence, 'address'> | null): void {
    const others = this.absences.filter((a) => a.address !== address);
    const set = replies === null ? [] : [{ ...replies, address }];
    this.absences.splice(0, Infinity, ...others, ...set);
  }

  /** The absence that answers mail to an address at `now`. */
  absence(address: string, now: number): Absence | undefined {
    const known = this.at(address)?.person.address ?? address;
    return this.absences.find(
      (a) =>
        (a.address === address || a.address === known) &&
        a.from <= now &&
        (a.until === null || now < a.until),
    );
  }
}

/** The user id of a directory entry. */
export const userId = (entry: DirectoryEntry): string => entry.id.replace(/^person:/, '');
/** What stands behind the @. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/**
 * Absences an archive shows: each automatic reply begins one, and the person's next own act ends it.
 */
export function absencesFrom(items: readonly Item[]): Absence[] {
  const acts = items
    .flatMap((item) => {
      if (item.kind === 'mail') {
        const automatic = item.messageClass === AUTO_REPLY_CLASS || isAutoReplied(item.headers);
        if (item.report || (!automatic && item.headers['auto-submitted'] !== undefined)) return [];
        const message = automatic ? asHtml(item.body) : null;
        return [{ address: item.from.address, at: Date.parse(item.sentAt), message }];
      }
      if (item.kind !== 'chat') return [];
      return [{ address: item.from.address, at: Date.parse(item.sentAt), message: null }];
    })
    .sort((a, b) => a.at - b.at);
  return acts.flatMap((act, i) => {
    if (act.message === null) return [];
    const back = acts.slice(i + 1).find((a) => a.address === act.address && a.message === null);
    const until = back?.at ?? null;
    return [{ address: act.address, message: act.message, from: act.at, until, scheduled: false }];
  });
}

const UsersFile = z.object({
  value: z.array(
    z.object({
      mail: z.string().nullish(),
      accountEnabled: z.boolean().nullish(),
      manager: z.object({ id: z.string().nullish(), mail: z.string().nullish() }).nullish(),
      userPrincipalName: z.string().nullish(),
      mailboxSettings: z
        .object({
          automaticRepliesSetting: z
            .object({
              status: z.string().nullish(),
              externalReplyMessage: z.string().nullish(),
              internalReplyMessage: z.string().nullish(),
              scheduledStartDateTime: z.object({ dateTime: z.string() }).nullish(),
              scheduledEndDateTime: z.object({ dateTime: z.string() }).nullish(),
            })
            .nullish(),
        })
        .nullish(),
    }),
  ),
});

/** Absences a `users.json` declares in mailbox settings (times without offset are UTC). Other text gives none. */
export function absencesDeclared(usersJson: unknown): Absence[] {
  const users = UsersFile.safeParse(usersJson);
  if (!users.success) return [];
  const ms = (time: { dateTime: string } | null | undefined) =>
    time
      ? Date.parse(/Z$|[+-]\d\d:?\d\d$/.test(time.dateTime) ? time.dateTime : `${time.dateTime}Z`)
      : null;
  return users.data.value.flatMap((user) => {
    const setting = user.mailboxSettings?.automaticRepliesSetting;
    const address = (user.mail ?? user.userPrincipalName ?? '').toLowerCase();
    if (!setting || address === '' || (setting.status ?? 'disabled') === 'disabled') return [];
    const scheduled = setting.status === 'scheduled';
    const text = setting.internalReplyMessage ?? setting.externalReplyMessage ?? '';
    return [
      {
        address,
        message: text.includes('<') ? text : linesAsHtml(text),
        from: (scheduled ? ms(setting.scheduledStartDateTime) : null) ?? -Infinity,
        until: scheduled ? ms(setting.scheduledEndDateTime) : null,
        scheduled,
      },
    ];
  });
}

/** Addresses of those a `users.json` shows as disabled: they have left, and mail to them comes back. */
export function departedDeclared(usersJson: unknown): ReadonlySet<string> {
  const users = UsersFile.safeParse(usersJson);
  return new Set(
    (users.success ? users.data.value : []).flatMap((user) => {
      const address = (user.mail ?? user.userPrincipalName ?? '').toLowerCase();
      return user.accountEnabled === false && address !== '' ? [address] : [];
    }),
  );
}

/** Who works for whom, as a `users.json` expands it: address to the manager's id or address. */
export function managersDeclared(usersJson: unknown): ReadonlyMap<string, string> {
  const users = UsersFile.safeParse(usersJson);
  return new Map(
    (users.success ? users.data.value : []).flatMap((user) => {
      const address = (user.mail ?? user.userPrincipalName ?? '').toLowerCase();
      const key = user.manager?.id ?? user.manager?.mail?.toLowerCase();
      return key == null || address === '' ? [] : [[address, key] as const];
    }),
  );
}
