/**
 * The services behind the one address, each with its own limits: a Teams limit does not hold up mail.
 * Microsoft publishes limits per workload but not which path belongs to which; a path that may belong to
 * two is held up by either. First match counts; what matches none is the mailbox's.
 */
const SERVICES: readonly [RegExp, readonly string[]][] = [
  [/^\/(?:me\/)?(?:chats|teams|joinedTeams|onlineMeetings)\b/, ['teams']],
  [/^\/(?:me\/)?planner\b/, ['tasks']],
  [/^\/me\/todo\b/, ['tasks', 'outlook']],
  [/^\/me\/(?:people|mailboxSettings)\b/, ['directory', 'outlook']],
  [/^\/(?:users\b|me(?:\/manager\b|$))/, ['directory']],
];

/** Names of the services that answer a canonical Graph URL; at least one. */
export function servicesOf(url: string): readonly string[] {
  const path = new URL(url).pathname.replace(/^\/(?:v1\.0|beta)(?=\/)/, '');
  return SERVICES.find(([form]) => form.test(path))?.[1] ?? ['outlook'];
}
