import { openLedger } from '../../main/ledger';
import { createOutbox } from '../../main/graph/outbox';
import type { OutboxEntry } from '../../main/ledger/types';
import { demoClock, systemClock } from '../../shared/timing/clock';
import { mortal, mortalFetch, mortalLedger } from './mortal';
import { graphOf, JONAS, MIRA } from './syncWorld';

/** What a life of the send worker is told. */
export interface SendOrder {
  url: string;
  file: string;
  /** The tenant's clock at the start of this life, and its pace. */
  now: number;
  speed: number;
  /** Handoffs whose message is approved until it has left. */
  send: string[];
  /** Handoffs whose message is approved once and taken back at once. */
  undo: string[];
  /** Item id of the mail that is answered; null writes fresh mail. */
  inReplyTo: string | null;
  /** The step at which it kills itself; 0: only others may. */
  dieAt: number;
}

/**
 * A child that approves messages and sees them off, and may be killed at any moment. It ends by itself
 * when every message has left or was taken back.
 */
async function main(): Promise<void> {
  const order = JSON.parse(process.argv[2] ?? '{}') as SendOrder;
  const clock = demoClock(order.now, order.speed);
  const step = mortal(order.dieAt);
  const opened = openLedger({ path: order.file, now: () => clock.now() });
  const ledger = mortalLedger(opened.ledger, step);
  const outbox = createOutbox({
    ledger,
    graph: graphOf(order.url, clock, undefined, (inner) => mortalFetch(inner, step)),
    clock,
    changed: () => undefined,
    me: () => [MIRA.address],
  });
  process.stdout.write('ready\n');
  outbox.recover();

  const entryOf = (handoffId: string): OutboxEntry =>
    outbox.propose(handoffId, {
      to: [JONAS],
      cc: [],
      subject: `Re: ${handoffId}`,
      body: `Is ${handoffId} yours?`,
      reasons: [],
      channel: 'mail',
      inReplyTo: order.inReplyTo,
    });
  const approve = (entry: OutboxEntry) =>
    outbox.approve(entry.id, { to: [JONAS], subject: entry.draft.subject, body: entry.draft.body });

  for (const handoffId of order.undo) {
    const [known] = ledger.outboxOf(handoffId);
    const entry = known ?? approve(entryOf(handoffId));
    // A life that was killed between the two left it approved; the person takes it back now.
    if (entry.state === 'approved') outbox.undo(entry.id);
  }
  for (;;) {
    const open = order.send.filter((handoffId) => {
      const [known] = opened.ledger.outboxOf(handoffId);
      if (known?.state === 'sent') return false;
      const entry = known ?? entryOf(handoffId);
      if (entry.state === 'proposed' || entry.state === 'failed') approve(entry);
      return true;
    });
    if (open.length === 0) break;
    await systemClock.pause(5);
  }
  await outbox.close();
  ledger.close();
  process.stdout.write('done\n', () => process.exit(0));
}

void main();
