import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import { itemTime, type DirectoryEntry, type Item, type MailItem } from '../../shared/handoff/item';
import { peopleById } from '../../shared/handoff/graphShape';
import { AROUND, eventsFromIcs, type TimeWindow } from './calendar';
import {
  channelFromJson,
  chatFromJson,
  directoryFromJson,
  tasksFromJson,
  todoFromJson,
} from './graphFiles';
import { folderOf, mailFromBytes } from './mail';
import { streamMbox } from './mbox';
import { knownPeople, speakerResolver } from './people';
import { wordsOf, type ArchiveProblem, type Complain } from './problem';
import { meetingFromVtt } from './transcript';

export { streamMbox, type MboxMessage } from './mbox';
export type { ArchiveProblem } from './problem';

/** What an archive on disk holds, in the shape every source gives. */
export interface Archive {
  /** In order of time. */
  items: Item[];
  directory: DirectoryEntry[];
  problems: ArchiveProblem[];
  /** Whose desk this is, lower-case; an archive does not say, so only by option. */
  me?: string;
}

export interface ArchiveOptions {
  /** Called for each problem as it is met. */
  onProblem?: (problem: ArchiveProblem) => void;
  /** Address of the person whose archive this is. */
  me?: string;
}

/**
 * Every file below a folder, sorted by path so that two runs read alike. Links to folders are not
 * followed; a folder that cannot be opened is told.
 */
async function filesBelow(
  folder: string,
  complain: (folder: string, error: unknown) => void,
): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const found: string[] = [];
    for (const entry of entries.filter(({ name }) => !name.startsWith('.'))) {
      const path = join(folder, entry.name);
      found.push(...(entry.isDirectory() ? await filesBelow(path, complain) : [path]));
    }
    return found.sort();
  } catch (error) {
    complain(folder, error);
    return [];
  }
}

/** The zone most of the directory lives in; UTC when no zone is known. */
function usualZone(directory: readonly DirectoryEntry[]): string {
  const counts = new Map<string, number>();
  for (const { timeZone } of directory)
    if (timeZone !== null) counts.set(timeZone, (counts.get(timeZone) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'UTC';
}

/** Gathers items by id: the same mail in two folders is one, two mails that share an id are two. */
class Shelf {
  readonly items = new Map<string, Item>();

  /** Takes an item; says so when its id was already used for something else. */
  put(item: Item, where: string, complain: Complain): void {
    const held = this.items.get(item.id);
    if (!held) {
      this.items.set(item.id, item);
      return;
    }
    if (item.kind === 'mail' && held.kind === 'mail') {
      if (sameMail(item, held)) return;
      let n = 2;
      while (this.items.has(`${item.id}#${n}`)) n++;
      complain(where, `Message-ID ${item.messageId} also names another mail; both are held`);
      this.items.set(`${item.id}#${n}`, { ...item, id: `${item.id}#${n}` });
      return;
    }
    if (JSON.stringify(item) !== JSON.stringify(held))
      complain(where, `${item.id} was already read from another file; the first one holds`);
  }
}

function sameMail(a: MailItem, b: MailItem): boolean {
  return a.from.address === b.from.address && Date.parse(a.sentAt) === Date.parse(b.sentAt);
}

/** The span around items within which series are expanded; null without items. */
function windowAround(items: Iterable<Item>): TimeWindow | null {
  let from = Infinity;
  let to = -Infinity;
  for (const item of items) {
    const at = Date.parse(itemTime(item));
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  return from <= to ? { from: from - AROUND, to: to + AROUND } : null;
}

/**
 * Reads an archive: a folder of .mbox, .eml, .vtt (with a .json beside it), .ics, chats/*.json, channels/*.json,
 * tasks.json, todo.json and users.json, at any depth, or a single .mbox or .eml. A thing that cannot be read is
 * a problem with its place and reason and never stops the rest.
 * Throws only when the path does not exist or is neither a folder nor a mail file.
 */
export async function readArchive(path: string, options: ArchiveOptions = {}): Promise<Archive> {
  const found = await stat(path).catch((error: unknown) => {
    throw new Error(`No archive at ${path}: ${wordsOf(error)}`);
  });
  const isFolder = found.isDirectory();
  if (!isFolder && !/\.(?:mbox|eml)$/i.test(path))
    throw new Error(`${path} is no archive: a folder, or a single .mbox or .eml file, is expected`);

  const root = isFolder ? path : dirname(path);
  const problems: ArchiveProblem[] = [];
  const shelf = new Shelf();
  const named = (file: string) => relative(root, file).split('\\').join('/');
  const complainAbout =
    (file: string): Complain =>
    (where, what) => {
      const problem = { file: named(file), where, what };
      problems.push(problem);
      options.onProblem?.(problem);
    };
  const files = isFolder
    ? await filesBelow(path, (folder, error) => {
        complainAbout(folder)('whole folder', wordsOf(error));
      })
    : [path];
  /** Runs `read` over the files of one kind; a file that cannot be opened is a problem of its own. */
  const each = async (
    wanted: (file: string) => boolean,
    read: (file: string, complain: Complain) => Promise<void>,
  ) => {
    for (const file of files.filter(wanted)) {
      const complain = complainAbout(file);
      await read(file, complain).catch((error: unknown) => {
        complain('whole file', wordsOf(error));
      });
    }
  };
  const ending = (extension: string) => (file: string) => extname(file).toLowerCase() === extension;
  const called = (name: string) => (file: string) => basename(file).toLowerCase() === name;
  const text = (file: string) => readFile(file, 'utf8');

  // The directory first: chats and tasks name people by user id only.
  const directory: DirectoryEntry[] = [];
  await each(called('users.json'), async (file, complain) => {
    directory.push(...directoryFromJson(await text(file), complain));
  });
  const people = peopleById(directory);

  const putMail = async (
    raw: Buffer,
    file: string,
    where: string,
    envelope: string | null,
    complain: Complain,
  ) => {
    // Apple Mail exports "Inbox.mbox" as a folder with a file named "mbox" in it.
    const folder = folderOf(basename(basename(file) === 'mbox' ? dirname(file) : file));
    const mail = await mailFromBytes(raw, { folder, where, envelope }, complain);
    if (mail) shelf.put(mail, where, complain);
  };
  const isMbox = (file: string) => ending('.mbox')(file) || basename(file) === 'mbox';
  await each(isMbox, async (file, complain) => {
    for await (const { index, line, envelope, raw, cut } of streamMbox(file)) {
      const where = `message ${index} (line ${line})`;
      if (cut) complain(where, 'too long: the end was left out');
      await putMail(raw, file, where, envelope, complain);
    }
  });
  await each(ending('.eml'), async (file, complain) => {
    const raw = await readFile(file);
    // Some programs save a mail with the envelope line of the mbox it came from.
    const enveloped = raw.subarray(0, 5).toString('latin1') === 'From ';
    const end = enveloped ? raw.indexOf('\n') + 1 : 0;
    const envelope = enveloped ? raw.subarray(5, end).toString('latin1').trim() : null;
    await putMail(raw.subarray(end), file, 'whole file', envelope, complain);
  });
  const jsonIn = (folder: string) => (file: string) =>
    ending('.json')(file) && basename(dirname(file)).toLowerCase() === folder;
  await each(jsonIn('channels'), async (file, complain) => {
    for (const item of channelFromJson(await text(file), people, complain))
      shelf.put(item, item.id, complain);
  });
  await each(jsonIn('chats'), async (file, complain) => {
    for (const item of chatFromJson(await text(file), people, complain))
      shelf.put(item, item.id, complain);
  });
  await each(called('tasks.json'), async (file, complain) => {
    for (const item of tasksFromJson(await text(file), people, complain))
      shelf.put(item, item.id, complain);
  });

  const mine = options.me?.trim().toLowerCase();
  const owner = directory.find((entry) => entry.person.address === mine)?.person ?? null;
  await each(called('todo.json'), async (file, complain) => {
    for (const item of todoFromJson(await text(file), owner, complain))
      shelf.put(item, item.id, complain);
  });

  // Whole days and floating times are read where the calendar's owner lives.
  const zone =
    directory.find((entry) => entry.person.address === mine)?.timeZone ?? usualZone(directory);
  const span = windowAround(shelf.items.values());
  await each(ending('.ics'), async (file, complain) => {
    const events = eventsFromIcs(await text(file), span, zone, complain);
    for (const item of events) shelf.put(item, item.id, complain);
  });

  // Last, because by now everyone who has a name and an address is known.
  const known = knownPeople(directory, [...shelf.items.values()]);
  const resolveSpeakers = speakerResolver(known);
  await each(ending('.vtt'), async (file, complain) => {
    const stem = file.slice(0, -extname(file).length);
    const beside = files.find((other) => other.toLowerCase() === `${stem}.json`.toLowerCase());
    const json = beside === undefined ? null : await text(beside);
    const name = basename(stem);
    const meeting = meetingFromVtt(name, await text(file), json, known, resolveSpeakers, complain);
    if (meeting) shelf.put(meeting, 'whole file', complain);
  });

  const items = [...shelf.items.values()]
    .map((item) => ({ item, at: Date.parse(itemTime(item)) }))
    .sort((a, b) => a.at - b.at || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => item);
  return { items, directory, problems, ...(mine === undefined ? {} : { me: mine }) };
}
