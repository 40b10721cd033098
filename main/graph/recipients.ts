import type { Person } from '../../shared/handoff/item';

/** Names that stand for everyone; other lists are known to the caller by their List-Id. */
const EVERYONE =
  /^(all|everyone|everybody|staff|company|team|all[._-].+|.+[._-](all|everyone|team|list|staff|group|dl))@/i;
const MACHINES = /^(no-?reply|do-?not-?reply|mailer-daemon|postmaster)\b.*@/i;

/**
 * Why a message may not go to these people, as a sentence; null when it may. Nothing goes to oneself,
 * to a list or to nobody.
 */
export function refusedRecipients(
  to: readonly Person[],
  cc: readonly Person[],
  known: { me: readonly string[]; isList: (address: string) => boolean },
): string | null {
  if (to.length === 0) return 'It is addressed to nobody.';
  const me = new Set(known.me.map((address) => address.toLowerCase()));
  for (const { name, address } of [...to, ...cc]) {
    const at = address.trim().toLowerCase();
    if (!/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(at))
      return `${name === '' ? 'A recipient' : name} has no usable address.`;
    if (me.has(at)) return 'It is addressed to the person who sends it.';
    if (EVERYONE.test(at) || known.isList(at))
      return `${at} is a list; a handoff goes to one person at a time.`;
    if (MACHINES.test(at)) return `${at} does not read mail.`;
  }
  return null;
}
