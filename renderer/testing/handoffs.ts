import type { HandoffDetail, HandoffRow } from '../../shared/contract';
import { HandoffRow as RowSchema } from '../../shared/contract';
import type { Person, SourceRef } from '../../shared/handoff/item';
import type { Evidence, EvidenceKind } from '../../shared/handoff/model';

/** Fictional people and handoffs for the tests of the screens. */

export const person = (name: string): Person => ({
  name,
  address: `${name.toLowerCase().replace(/\s+/g, '.')}@northwind.example`,
});

export const ines = person('Ines Duarte');
export const tom = person('Tom Becker');
export const priya = person('Priya Nair');
export const lars = person('Lars Holm');

/** Monday 23 November 2026, 10:42 in Lisbon. */
export const NOW = '2026-11-23T10:42:00.000Z';
export const ZONE = 'Europe/Lisbon';

let facts = 0;

/** One fact; everything not said is neutral. */
export function fact(kind: EvidenceKind, part: Partial<Evidence> = {}): Evidence {
  facts += 1;
  return {
    id: `fact-${String(facts)}`,
    kind,
    end: 'taker',
    by: null,
    at: '2026-11-19T09:30:00.000Z',
    source: { kind: 'mail', id: `fact-${String(facts)}@northwind.example` },
    quote: '',
    until: null,
    to: null,
    believes: null,
    link: { reason: 'answers the message', confidence: 0.98 },
    ...part,
  };
}

/** One open handoff from Tom to Ines with everything it has; `part` says what differs. */
export function handoff(id: string, part: Partial<HandoffDetail> = {}): HandoffDetail {
  const source: SourceRef = { kind: 'mail', id: `${id}@northwind.example` };
  return {
    id,
    revision: 1,
    act: 'request',
    shape: 'unreceived',
    giver: tom,
    taker: ines,
    what: 'Signed data-processing annex',
    subject: 'Contoso: annex',
    source,
    saidAt: '2026-11-18T16:05:00.000Z',
    due: { at: '2026-11-27', text: 'by Friday', source: 'words' },
    state: 'open',
    rung: 2,
    turn: 'taker',
    stale: true,
    staleSince: '2026-11-20T09:00:00.000Z',
    dropped: false,
    silentHours: 19,
    why: 'Ines usually answers within 4 working hours; it has been 19.',
    nextMove: 'Ask Ines whether this is hers',
    needsYou: true,
    observed: false,
    urgency: 0.8,
    lastMoveAt: '2026-11-18T16:05:00.000Z',
    snoozedUntil: null,
    catchVerb: 'draft',
    confidence: 0.9,
    quote: 'Could you send me the signed annex by Friday?',
    asked: [],
    giverEnd: { is: 'sent', at: '2026-11-18T16:05:00.000Z' },
    takerEnd: { is: 'seen', at: '2026-11-19T09:30:00.000Z' },
    beliefs: { giver: 'taker', taker: null },
    evidence: [],
    lastSafeAt: '2026-11-26T12:00:00.000Z',
    parent: null,
    children: [],
    closedBy: null,
    catch: {
      verb: 'draft',
      to: [ines],
      cc: [],
      subject: 'Re: Contoso: annex',
      body: 'Hello Ines,\n\nis the signed annex with you?\n\nTom',
      reasons: ['Ines usually answers within 4 working hours; it has been 19.'],
      inReplyTo: source,
      channel: 'mail',
    },
    giverCard: null,
    takerCard: null,
    ...part,
  };
}

/** The row of a handoff, as the feed carries it. */
export function rowOf(detail: HandoffDetail): HandoffRow {
  return RowSchema.parse(detail);
}
