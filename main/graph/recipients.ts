import { isList } from '../../shared/handoff/groups';
import type { Person } from '../../shared/handoff/item';

const MACHINES = /^(no-?reply|do-?not-?reply|mailer-daemon|postmaster)\b.*@/i;

/**
 * Why a message may not go to these people, as a sentence; null when it may. Nothing goes to oneself,
 * to a list (by its address, or as the caller knows it by its List-Id) or to nobody.
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
    if (isList({ address: at }) || known.isList(at))
      return `${at} is a list; a handoff goes to one person at a time.`;
    if (MACHINES.test(at)) return `${at} does not read mail.`;
  }
  return null;
}
