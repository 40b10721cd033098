import type { Complain } from './problem';

/** One component cut out of a calendar file, unfolded, not yet read. */
export interface IcsBlock {
  /** 1-based line of its BEGIN. */
  line: number;
  text: string;
}

export interface IcsBlocks {
  events: IcsBlock[];
  zones: IcsBlock[];
  /** X-WR-TIMEZONE: the zone a calendar says its floating times are in. */
  calendarZone: string | null;
}

const PROPERTY = /^[A-Za-z0-9-]+(?:;|:)/;

/**
 * Cuts a calendar file into events and zones by their BEGIN and END lines, before any parser sees
 * them: one broken event, or a file that ends in the middle, then costs that event only. Lines that
 * are no property are told and left out.
 */
export function icsBlocks(content: string, complain: Complain): IcsBlocks {
  const found: IcsBlocks = { events: [], zones: [], calendarZone: null };
  let open: { kind: 'VEVENT' | 'VTIMEZONE'; line: number; lines: string[] } | null = null;
  const physical = content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const give = (block: { kind: string; line: number; lines: string[] }) =>
    (block.kind === 'VEVENT' ? found.events : found.zones).push({
      line: block.line,
      text: block.lines.join('\r\n'),
    });

  for (let at = 0; at < physical.length; at++) {
    const number = at + 1;
    const pieces = [physical[at] ?? ''];
    while (/^[ \t]/.test(physical[at + 1] ?? '')) pieces.push((physical[++at] ?? '').slice(1));
    const line = pieces.join('').trimEnd();
    if (line === '') continue;
    const begins = /^BEGIN:(VEVENT|VTIMEZONE)$/i.exec(line)?.[1]?.toUpperCase();
    if (begins === 'VEVENT' || begins === 'VTIMEZONE') {
      if (open) complain(`line ${open.line}`, `${open.kind} without END: left out`);
      open = { kind: begins, line: number, lines: [line] };
    } else if (!open) {
      const zone = /^X-WR-TIMEZONE(?:;[^:]*)?:(.+)$/i.exec(line)?.[1];
      if (zone !== undefined) found.calendarZone = zone.trim();
    } else if (line.toUpperCase() === `END:${open.kind}`) {
      open.lines.push(line);
      give(open);
      open = null;
    } else if (PROPERTY.test(line)) open.lines.push(line);
    else complain(`line ${number}`, `not a calendar property: "${line.slice(0, 60)}"`);
  }
  if (open) complain(`line ${open.line}`, `${open.kind} without END: left out`);
  return found;
}
