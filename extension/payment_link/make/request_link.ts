import { isDuplicate } from '../../../system/db/duplicate';
import { RetryLater, type Job } from '../../../system/outbox/job';
import type { PaymentLinks } from '../context';
import { nextFreeAttempt } from '../free/free_attempt';
import type { FreeRequestJob, RequestJob } from '../jobs';
import { makeLink } from './make_link';
import type { Order } from '../order_book';
import { prepareLink, type Prepared } from './prepare_link';

/** The job `payment_link.request`: writes the attempt, asks the provider, records the answer. */
export async function requestLink(context: PaymentLinks, wish: RequestJob, job: Job): Promise<void> {
  const order = await context.orderBook.findOrder(context.db, wish.orderId);
  if (order) await requestLinkOf(context, order, wish, job);
}

/** The same for an order that the caller has just read. */
export async function requestLinkOf(context: PaymentLinks, order: Order, wish: RequestJob, job: Job): Promise<void> {
  const prepare = (again: RequestJob): Promise<Prepared | null> =>
    inTurn(prepareLink(context, order, again, { since: job.createdAt }));
  const prepared = await prepare(wish);
  if (!prepared) return;
  const nextAttempt = () => prepare({ ...wish, again: true });
  await makeLink(context, prepared, { order, mail: wish.mail !== false, nextAttempt }, job);
}

/** The job `payment_link.request_free`: the same for a link without an order, whose row says all there is to say. */
export async function requestFreeLink(context: PaymentLinks, wish: FreeRequestJob, job: Job): Promise<void> {
  const prepared = await inTurn(nextFreeAttempt(context, wish));
  if (!prepared) return;
  const nextAttempt = () => inTurn(nextFreeAttempt(context, { ...wish, again: true }));
  await makeLink(context, prepared, { order: null, mail: wish.mail !== false, nextAttempt }, job);
}

/** @throws RetryLater when another job wrote this attempt in the same moment */
async function inTurn(preparing: Promise<Prepared | null>): Promise<Prepared | null> {
  try {
    return await preparing;
  } catch (failed) {
    if (!isDuplicate(failed)) throw failed;
    throw new RetryLater(100, 'another job made this attempt in the same moment');
  }
}
