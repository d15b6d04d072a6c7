import { after, type AfterListener } from '../system/event/listen';
import '../extension/payment_link/events';

/**
 * Tells another program that a link was paid. An after-listener is a durable job: it is written in the transaction of
 * the payment, runs at least once, and is tried again while it throws. `main.ts` hands it over: `bus.listen([…])`.
 */
export function tellWarehouse(tell: (linkId: number, signal: AbortSignal) => Promise<void>): AfterListener {
  return after('payment_link.paid', 'example.tell_warehouse', async ({ linkId }, job) => tell(linkId, job.signal));
}
