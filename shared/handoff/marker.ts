import type { MailItem } from './item';

/**
 * The mark Corridor puts on the mail it sends: under which names the desk it left from holds the handoff, its own
 * first, and which of that desk's messages it is. It travels as a header; what a foreign one says is only shown.
 */
export interface Marker {
  handoffs: readonly string[];
  /** The outbox entry: unique, so that a mail of ours is found again by it. */
  entry: string;
}

export const MARKER_HEADER = 'x-corridor-handoff';

const NAME = '[0-9a-f]{16}';
const FORM = new RegExp(`^(${NAME}(?:,${NAME})?);([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$`);

/** As it stands in the header: `<handoff>[,<the other desk's name for it>];<entry>`. */
export function markerText({ handoffs, entry }: Marker): string {
  return `${handoffs.join(',')};${entry}`;
}

/** Null for anything that is not exactly a mark. */
export function readMarker(text: string): Marker | null {
  const [, handoffs, entry] = FORM.exec(text.trim()) ?? [];
  if (handoffs === undefined || entry === undefined) return null;
  return { handoffs: handoffs.split(','), entry };
}

/** The mark on a mail, as the property of it or as the header it became. */
export function markerOf(mail: MailItem): Marker | null {
  return readMarker(mail.marker ?? mail.headers[MARKER_HEADER] ?? '');
}
