import { transaction } from '../../../system/db/transaction';
import type { Job } from '../../../system/outbox/job';
import type { PaymentLinks } from '../context';
import { readGatewaySettings } from '../gateways/gateway_settings';
import { isOpen } from '../link/link';
import { putClose } from '../jobs';
import { listLinksOfOrder } from '../link/links';
import { orderGateway } from '../make/link_facts';
import { reportWhenEntered } from './report_shop';
import { requestLinkOf } from '../make/request_link';

/**
 * `order.status_entered`: the Payment Request status asks for a link, at once and in this very job; any other may
 * close one, or be worth telling the provider.
 */
export async function whenStatusEntered(
  context: PaymentLinks,
  entered: { orderId: number; statusId: number },
  job: Job,
): Promise<void> {
  const order = await context.orderBook.findOrder(context.db, entered.orderId);
  const gateway = order && (await orderGateway(context, order));
  if (order && gateway?.settings.requestStatusId === entered.statusId) {
    return requestLinkOf(context, order, { orderId: entered.orderId }, job);
  }
  await closeWhenLeft(context, entered);
  await reportWhenEntered(context, entered, job);
}

/** The order is gone: nobody may pay for it. */
export async function closeWhenDeleted(context: PaymentLinks, { orderId }: { orderId: number }): Promise<void> {
  await closeAll(context, orderId, 'order_deleted');
}

/** The order was cancelled, or paid in another way, by a change of its status. */
async function closeWhenLeft(
  context: PaymentLinks,
  { orderId, statusId }: { orderId: number; statusId: number },
): Promise<void> {
  const links = (await listLinksOfOrder(context.db, orderId)).filter((link) => isOpen(link.state));
  for (const link of links) {
    const settings = readGatewaySettings(await context.settingsFor(link.storeId, link.gateway));
    const mapped = (word: string) => Number(settings.values[`order_status_id_${word}`] ?? 0) === statusId;
    const paid = mapped('completed') || mapped('shipped');
    const over = mapped('cancelled') || mapped('void') || mapped('refunded');
    // A difference is asked of an order that is paid: only its being called off ends that.
    if (statusId === settings.requestStatusId || !(over || (paid && link.purpose === 'order'))) continue;
    const why = paid ? 'paid_otherwise' : 'order_cancelled';
    await putClose(context.db, { linkId: link.linkId, to: 'cancelled', actor: 'system', why }, context.clock.now());
  }
  context.wake();
}

async function closeAll(context: PaymentLinks, orderId: number, why: string): Promise<void> {
  await transaction(context.db, async (tx) => {
    for (const link of await listLinksOfOrder(tx, orderId)) {
      const wish = { linkId: link.linkId, to: 'cancelled', actor: 'system', why, evenIfPending: true } as const;
      if (isOpen(link.state)) await putClose(tx, wish, context.clock.now());
    }
  });
  context.wake();
}
