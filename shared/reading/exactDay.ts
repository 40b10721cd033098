import { sendingOf } from './days';
import { datesIn } from './dates';

/**
 * The day that some words are, and nothing else: "Friday 16 October", "tomorrow", "the 3rd at 4pm". Null where they
 * say more, less, or two days. By the writer's clock: "YYYY-MM-DD", or an ISO instant where a time was said.
 */
export function exactDay(
  words: string,
  written: { sentAt: string; timeZone: string | null },
): string | null {
  const sending = sendingOf(written.sentAt, written.timeZone ?? undefined);
  if (!sending) return null;
  const line = `by ${words.trim()}`;
  const [date, ...more] = datesIn(line, sending);
  if (!date || more.length > 0) return null;
  const rest = `${line.slice(0, date.start)} ${line.slice(date.end)}`;
  return /^\s*(?:by)?(?:\s+(?:on|the))*[\s.,;!()]*$/i.test(rest) ? date.at : null;
}
