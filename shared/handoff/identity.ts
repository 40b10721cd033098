/**
 * A short stable name for a fact, from its parts (64 bits as 16 hex digits; FNV-1a run twice with different seeds).
 * Not a secret and not collision-proof against an adversary: it only makes the same fact fold onto itself.
 */
export function stableId(...parts: readonly string[]): string {
  return half(parts, 0x811c9dc5) + half(parts, 0x01000193 ^ 0x5bd1e995);
}

function half(parts: readonly string[], seed: number): string {
  let h = seed >>> 0;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      h ^= part.charCodeAt(i);
      h = Math.imul(h, 0x01000193) >>> 0;
    }
    // A separator outside of any text keeps ("ab","c") and ("a","bc") apart.
    h ^= 0x1f;
    h = Math.imul(h, 0x01000193) >>> 0;
  }
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d) >>> 0;
  h ^= h >>> 13;
  return (h >>> 0).toString(16).padStart(8, '0');
}

/** Same person: by address where both have one, else by name. */
export function samePerson(
  a: { name: string; address: string } | null,
  b: { name: string; address: string } | null,
): boolean {
  if (!a || !b) return false;
  if (a.address !== '' && b.address !== '') return a.address === b.address;
  return a.name !== '' && a.name.toLowerCase() === b.name.toLowerCase();
}

const ROOT_MARK = ';messageid=';

/** The conversation of a channel's root post and its answers, by the id Teams itself links to it with. */
export function postThread(channelId: string, rootId: string): string {
  return `${channelId}${ROOT_MARK}${rootId}`;
}

/** True for the source of a channel's post or answer. */
export function isChannelPost(source: { kind: string; id: string }): boolean {
  return source.kind === 'chat' && source.id.includes(ROOT_MARK);
}
