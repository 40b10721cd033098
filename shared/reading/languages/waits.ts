import type { Condition } from '../waiting';
import type { Tongue } from './tongue';

/** What a sentence of another language waits for; undefined when it waits for nothing, or for a third hand. */
export function foreignCondition(text: string, tongue: Tongue): Condition | undefined {
  const lower = text.replace(/[‘’ʼ]/g, "'").toLowerCase();
  const quote = (m: RegExpExecArray): string =>
    lower.length === text.length ? text.slice(m.index, m.index + m[0].length).trim() : m[0].trim();
  const own = tongue.waits.onSelf.exec(lower);
  if (own) return { on: 'actor', text: quote(own) };
  for (const pattern of tongue.waits.onOther) {
    const match = pattern.exec(lower);
    if (match) return { on: 'addressee', text: quote(match) };
  }
  return undefined;
}
