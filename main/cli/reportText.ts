import type { AuditHandoff, AuditReport } from '../engine/audit';

/** A report a person can read: open handoffs first, each with its shape, ends, why and next words. */
export function reportText(report: AuditReport): string {
  const open = report.handoffs.filter((h) => h.state === 'open');
  const stale = open.filter((h) => h.stale);
  const head = `${report.messages} messages up to ${report.at.slice(0, 16).replace('T', ' ')} UTC: ${open.length} handoffs open, ${stale.length} of them silent too long, ${report.handoffs.length - open.length} closed.`;
  const parts = [head];
  if (stale.length > 0) parts.push('', 'Silent too long', ...stale.flatMap(lines));
  const rest = open.filter((h) => !h.stale);
  if (rest.length > 0) parts.push('', 'Open, still in time', ...rest.flatMap(lines));
  return parts.join('\n');
}

function lines(h: AuditHandoff): string[] {
  const who = (p: { name: string; address: string } | null) =>
    p === null ? 'nobody in particular' : p.name !== '' ? p.name : p.address;
  const due = h.due === null ? '' : ` · due ${h.due.at?.slice(0, 10) ?? h.due.text}`;
  return [
    '',
    `  ${(h.shape ?? 'held').padEnd(10)} ${who(h.giver)} → ${who(h.taker)} · ${h.what}${due}`,
    `             ${h.why}`,
    `             “${h.quote.replace(/\s+/g, ' ').slice(0, 140)}” (${h.source.kind} ${h.source.id})`,
    ...(h.catch ? [`             ${h.catch.verb} → ${h.catch.to.join(', ')}`] : []),
  ];
}
