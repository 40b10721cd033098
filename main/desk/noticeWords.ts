import type { HandoffRow } from '../../shared/contract/views';

/** One native notification: its key replaces an earlier one of the same kind. */
export interface Notice {
  key: string;
  title: string;
  body: string;
  /** Null opens the window. */
  handoffId: string | null;
}

/** One handoff by its work; several as one summary. `count` is how many need the person when it is more than `rows`. */
export function noticeOf(rows: readonly HandoffRow[], count = rows.length): Notice {
  const first = rows[0];
  if (!first) return { key: 'summary', title: 'Nothing needs you', body: '', handoffId: null };
  if (count === 1)
    return { key: first.id, title: first.what, body: first.why, handoffId: first.id };
  return {
    key: 'summary',
    title: `${count} handoffs need you`,
    body: `First: ${first.what}. ${first.why}`,
    handoffId: null,
  };
}
