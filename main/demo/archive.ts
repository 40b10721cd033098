import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { DirectoryEntry, Item } from '../../shared/handoff/item';
import { readArchive, type ArchiveProblem } from '../archive/index';
import { RepliesFile, type ReplyRule } from './replies';

/** What a tenant is built from. */
export interface TenantArchive {
  items: readonly Item[];
  directory: readonly DirectoryEntry[];
  /** `users.json` as it is on disk: automatic replies stand there and nowhere else. */
  users?: unknown;
  replies?: readonly ReplyRule[];
  problems?: readonly ArchiveProblem[];
}

const StoryFile = z.object({
  me: z.string().transform((address) => address.toLowerCase()),
  startAt: z.iso.datetime({ offset: true }),
  title: z.string(),
  about: z.string(),
});
/** What a story says of itself: whose desk, when it begins (ISO with offset), what it is called. */
export type Story = z.infer<typeof StoryFile>;

/** The JSON of a file; undefined when the file is not there. @throws Error naming a file that is not JSON. */
async function jsonFile(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : 'not JSON'}`, {
      cause: error,
    });
  }
}

/** A file that must have a shape when it is there. */
async function shaped<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const json = await jsonFile(path);
  if (json === undefined) return undefined;
  const read = schema.safeParse(json);
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
  return read.data;
}

/**
 * Reads an archive folder (or a single mail file) for a tenant, with the answers of its `replies.json`.
 * Items that cannot be read are left out and told in `problems`.
 */
export async function readTenantArchive(path: string): Promise<TenantArchive> {
  const { items, directory, problems } = await readArchive(path);
  const isFolder = !/\.(mbox|eml)$/i.test(path);
  const users = isFolder ? await jsonFile(join(path, 'users.json')) : undefined;
  const rules = isFolder ? await shaped(join(path, 'replies.json'), RepliesFile) : undefined;
  return { items, directory, problems, users, replies: rules?.replies ?? [] };
}

/** The `story.json` of a folder; undefined when it has none. */
export async function readStory(path: string): Promise<Story | undefined> {
  return shaped(join(path, 'story.json'), StoryFile);
}
