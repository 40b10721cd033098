import { GraphFault } from './answer';

/**
 * Single-value extended properties. A client may write `String 0x001A`; Exchange answers `String 0x1a`,
 * so ids are kept in the service's spelling and compared in it.
 */
export type Properties = ReadonlyMap<string, string>;

const TYPES = new Set([
  'string',
  'integer',
  'boolean',
  'systemtime',
  'double',
  'long',
  'clsid',
  'binary',
]);

/** @throws GraphFault 400 when the id has neither of the two forms. */
export function propertyId(id: string): string {
  const [, type = '', rest = ''] = /^(\w+)\s+(.+)$/.exec(id.trim()) ?? [];
  const tag = /^0x0*([0-9a-f]+)$/i.exec(rest)?.[1];
  const named = /^(\{[0-9a-f-]{36}\})\s+(Name|Id)\s+(.+)$/i.exec(rest);
  const kind = `${type.charAt(0).toUpperCase()}${type.slice(1)}`;
  if (TYPES.has(type.toLowerCase())) {
    if (tag !== undefined) return `${kind} 0x${tag.toLowerCase()}`;
    if (named) {
      const by = (named[2] ?? '').toLowerCase() === 'id' ? 'Id' : 'Name';
      return `${kind} ${(named[1] ?? '').toLowerCase()} ${by} ${named[3] ?? ''}`;
    }
  }
  throw new GraphFault(400, 'ErrorInvalidProperty', `PropertyId value '${id}' is invalid.`);
}

/** MAPI tags the tenant writes itself (MS-OXPROPS). */
export const MESSAGE_CLASS = 'String 0x1a';
export const REFERENCES = 'String 0x1039';
export const IN_REPLY_TO = 'String 0x1042';
export const ORIGINAL_MESSAGE_ID = 'String 0x1046';
/** The last verb carried out on a received mail: 102 reply, 103 reply to all, 104 forward; and when. */
export const LAST_VERB = 'Integer 0x1081';
export const LAST_VERB_AT = 'SystemTime 0x1082';

/** The namespace whose named properties travel as real mail headers. */
const INTERNET_HEADERS = /^String \{00020386-0000-0000-c000-000000000046\} Name (.+)$/;
const headerProperty = (name: string) =>
  propertyId(`String {00020386-0000-0000-C000-000000000046} Name ${name}`);
/** What says which mail it is and answers, and goes with it into the other mailbox. */
const TRAVELS = [MESSAGE_CLASS, IN_REPLY_TO, REFERENCES, ORIGINAL_MESSAGE_ID];

/** The headers that go out with a message because of its properties. */
export function headersOf(properties: Properties): { name: string; value: string }[] {
  return [...properties].flatMap(([id, value]) => {
    const name = INTERNET_HEADERS.exec(id)?.[1];
    return name === undefined ? [] : [{ name, value }];
  });
}

/**
 * The properties a mail has in the mailbox it arrives in: those that say which mail it is, and each header
 * of its own as a property of that name. What was noted on the sender's copy stays there.
 */
export function arrivingProperties(
  sent: Properties,
  headers: readonly { name: string; value: string }[],
): Map<string, string> {
  const kept = [...sent].filter(([id]) => TRAVELS.includes(id));
  return new Map([...kept, ...headers.map((h) => [headerProperty(h.name), h.value] as const)]);
}
