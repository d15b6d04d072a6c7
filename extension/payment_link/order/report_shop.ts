import { transaction } from '../../../system/db/transaction';
import { MINUTE_MS } from '../../../system/clock';
import { RetryLater, type Job } from '../../../system/outbox/job';
import type { PaymentLinks } from '../context';
import { GatewayError } from '../gateway';
import { callFor, gatewayOf } from '../gateways/gateways';
import { journalOf } from '../journal/link_journal';
import type { Link } from '../link/link_row';
import { readLinkSettings } from '../setting/link_settings';
import { hasEffect, once } from './effects';
import { listLinksOfOrder } from '../link/links';
import type { Order } from '../order_book';

/** `order.status_entered`: tells the provider that the goods left, or the invoice's number, once each. */
export async function reportWhenEntered(
  context: PaymentLinks,
  entered: { orderId: number; statusId: number },
  job: Job,
): Promise<void> {
  const order = await context.orderBook.findOrder(context.db, entered.orderId);
  if (!order) return;
  const settings = readLinkSettings(await context.settingsFor(order.storeId, 'payment_link'));
  const shipped = settings.shippedStatuses.includes(entered.statusId);
  const invoiced = settings.invoicedStatuses.includes(entered.statusId);
  if (!shipped && !invoiced) return;
  for (const link of await listLinksOfOrder(context.db, order.orderId)) {
    if (link.state !== 'completed') continue;
    if (shipped) await report(context, link, order, 'shipped', job);
    if (invoiced && order.invoiceNumber !== undefined) await report(context, link, order, 'invoiced', job);
  }
}

/** The shop's tables know no parcel: their `order.tracking` is the code of the campaign that brought the customer. */
const NO_PARCEL = { carrier: '', trackingCode: '' } as const;

async function report(
  context: PaymentLinks,
  link: Link,
  order: Order,
  what: 'shipped' | 'invoiced',
  job: Job,
): Promise<void> {
  if (await hasEffect(context.db, link.linkId, `reported:${what}`)) return;
  const gateway = await gatewayOf(context, link);
  const call = callFor(`${link.reference}:${what}`, job.signal);
  let refusal: string | null = null;
  try {
    if (what === 'shipped') await gateway.reportShipped?.(link.reference, NO_PARCEL, call);
    else await gateway.reportInvoiced?.(link.reference, order.invoiceNumber ?? '', call);
  } catch (failed) {
    if (!(failed instanceof GatewayError)) throw failed;
    if (failed.outcome !== 'rejected') throw new RetryLater(failed.details.retryAfterMs ?? MINUTE_MS, failed.message);
    refusal = failed.message;
  }
  await transaction(context.db, async (tx) => {
    if (!(await once(tx, link.linkId, `reported:${what}`, context.clock.now()))) return;
    await journalOf(context, tx, link, { event: `link.reported_${what}`, by: 'system', details: { refusal } });
  });
}
