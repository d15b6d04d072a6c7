import { MINUTE_MS, SECOND_MS } from '../../../system/clock';
import type { PaymentLinks } from '../context';
import { putRefresh } from '../jobs';
import { listLinksToPoll } from '../list/link_lists';
import { planPoll } from '../link/links';

/** How often due links are looked for, ms. */
export const POLL_EVERY_MS = MINUTE_MS;
/** Links asked about per round: at most this many reads a minute, spread over it. */
const LINKS_PER_ROUND = 60;
/** A read that does not come about is planned again by then. */
const IF_NOTHING_COMES_MS = 30 * MINUTE_MS;

/** One round of the job `payment_link.poll`: puts a read for each link that was silent for long enough. */
export async function pollRound(context: PaymentLinks): Promise<void> {
  const now = context.clock.now();
  const due = await listLinksToPoll(context.db, now, LINKS_PER_ROUND);
  for (const [index, link] of due.entries()) {
    await planPoll(context.db, link.linkId, now + IF_NOTHING_COMES_MS);
    await putRefresh(context.db, link.linkId, now + index * SECOND_MS, now);
  }
}
