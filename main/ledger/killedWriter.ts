import { openLedger } from '.';
import { mail, opened, outboxEntry, projection } from './fixtures';

/**
 * The child of the kill test: opens the ledger named on its command line and writes page after page until
 * it is killed, saying each page's number once its transaction has returned.
 */
export const PAGE = 5;
/** A padding that spreads a page of items over several pages of the file. */
export const PADDING = 'Long words of a long mail. '.repeat(100);

/** Everything page `n` holds. */
export function pageOf(n: number) {
  return Array.from({ length: PAGE }, (_, i) =>
    mail(n, { id: `mail:${n}/${i}`, body: { type: 'text', content: `${n}/${i} ${PADDING}` } }),
  );
}

function writeForever(file: string): void {
  const { ledger, notices } = openLedger({ path: file, now: () => 0 });
  if (notices.length > 0) throw new Error(notices.join(' '));
  process.stdout.write('open\n');
  for (let n = Number(ledger.cursor('pages') ?? 0) + 1; ; n++) {
    ledger.transaction(() => {
      for (const item of pageOf(n)) {
        ledger.mergeItem(item);
        ledger.setThread(item.id, `mail:${n}`);
      }
      ledger.append(`h${n}`, opened(`mail:${n}`));
      ledger.project(projection(`h${n}`, {}, { thread: `mail:${n}` }));
      if (n > 3) ledger.removeProjection(`h${n - 3}`);
      ledger.putOutbox(outboxEntry(`o${n}`, { handoffId: `h${n}` }));
      ledger.setCursor('pages', String(n));
    });
    process.stdout.write(`${n}\n`);
  }
}

const file = process.env['CORRIDOR_KILLED_WRITER'];
if (file !== undefined) writeForever(file);
