import { createHash } from 'node:crypto';

/** A short stable digest of a text, safe in a URL. */
export function digest(text: string, length = 43): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}

/** A stable UUID-shaped id of a text: how an archive names users whose directory it does not carry. */
export function uuidOf(text: string): string {
  const hex = createHash('sha1').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

/**
 * Item ids in the two kinds of Outlook: one that survives a move, and one that changes with the folder
 * and ends in '=' (so that a client that does not encode ids in paths is found out).
 */
export const immutableId = (seed: string): string =>
  `AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A${digest(seed, 24)}`;
export const regularId = (seed: string): string =>
  `AAMkAGI2TQAuAAAAAADhAAFG${digest(seed, 30)}AAA=`;
export const folderId = (seed: string): `AQMk${string}` =>
  `AQMkAGI2TQAuAAAD${digest(seed, 20)}AAAAA==`;
export const conversationId = (seed: string): string => `AAQkAGI2TQAQA${digest(seed, 22)}=`;

/** True when a text could be an Outlook item id at all; anything else is answered as malformed. */
export function isItemId(text: string): boolean {
  return /^[A-Za-z0-9_+/=-]{20,}$/.test(text);
}

/** A version as Outlook shows it: `changeKey`, and inside `@odata.etag`. */
export function changeKeyOf(seed: string, version: number): string {
  return `CQAAABYAAAD${digest(`${seed}#${version}`, 22)}`;
}

/** ISO with whole seconds, as Outlook writes mail times. */
export function outlookTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** ISO with milliseconds, as Teams and Planner write times. */
export function teamsTime(ms: number): string {
  return new Date(ms).toISOString();
}

/** A calendar time: UTC without offset and with seven digits, beside its zone. */
export function zonedTime(ms: number): { dateTime: string; timeZone: string } {
  return { dateTime: `${new Date(ms).toISOString().slice(0, 19)}.0000000`, timeZone: 'UTC' };
}
