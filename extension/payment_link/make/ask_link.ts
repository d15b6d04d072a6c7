import { isDuplicate } from '../../../system/db/duplicate';
import type { Tx } from '../../../system/db/table';
import { defineError, type AppError } from '../../../system/errors';
import type { PaymentLinks } from '../context';
import { putRequest, type RequestJob } from '../jobs';
import { factsOf, orderGateway, reasonSentence } from './link_facts';
import type { Link } from '../link/link_row';
import { recordOnce, takeOnce, type OnceKey } from './once_keys';
import { linkOfOnce, onceKeyReused } from './once_links';
import type { Order } from '../order_book';
import { openLinkOf, readOrderLinks } from '../order/order_links';
import { orderNotFound } from '../order/order_refusals';
import type { Person } from '../journal/person';
import { prepareLink, ruleFor } from './prepare_link';

export const linkNotDue = defineError('link_not_due', 409, 'No link was made. {reason}');

export interface AskWish {
  readonly orderId: number;
  /** Life of the link; absent: as the settings say. */
  readonly lifetimeSeconds?: number;
  /** False: nobody is mailed. */
  readonly mail?: boolean;
  readonly once?: OnceKey;
}

/**
 * A person's or a program's wish for an order's link, whatever status the order is in. The row is written at once,
 * the provider is asked by the job. @throws AppError `order_not_found`, `link_not_due`, `idempotency_key_reused`
 */
export async function askForLink(context: PaymentLinks, wish: AskWish, person: Person): Promise<Link> {
  const before = wish.once && (await linkOfOnce(context.db, wish.once));
  if (before) return before;
  const order = await context.orderBook.findOrder(context.db, wish.orderId);
  if (!order) throw orderNotFound({ values: { order_id: wish.orderId } });
  const { orderId, lifetimeSeconds } = wish;
  const request: RequestJob = {
    ...{ orderId, again: true, actor: person.name, mail: wish.mail !== false },
    ...(lifetimeSeconds === undefined ? {} : { lifetimeSeconds }),
  };
  const refused = await refusalOf(context, order, request);
  // The same wish, sent twice at once: the other one was faster.
  const faster = refused && wish.once && (await linkOfOnce(context.db, wish.once));
  if (faster) return faster;
  if (refused) throw refused;
  const link = await write(context, order, request, wish.once);
  context.wake();
  return link;
}

/** A person is told the reason instead of finding it in the journal. */
async function refusalOf(context: PaymentLinks, order: Order, request: RequestJob): Promise<AppError | null> {
  const known = await readOrderLinks(context.db, order.orderId);
  const decision = ruleFor(factsOf(order, await orderGateway(context, order), known), request);
  const reason = reasonSentence(decision, 'en-gb');
  return reason === null ? null : linkNotDue({ values: { reason } });
}

async function write(context: PaymentLinks, order: Order, request: RequestJob, once?: OnceKey): Promise<Link> {
  const { orderId } = order;
  try {
    const later = async (tx: Tx, { linkId }: Link) => {
      const now = context.clock.now();
      if (once && (await takeOnce(tx, once, now))) throw onceKeyReused();
      if (once) await recordOnce(tx, once.key, linkId);
      await putRequest(tx, request, now);
    };
    const prepared = await prepareLink(context, order, request, { later });
    if (prepared) return prepared.link;
  } catch (failed) {
    if (!isDuplicate(failed)) throw failed;
  }
  const open = openLinkOf(await readOrderLinks(context.db, orderId), 'order');
  if (!open) throw linkNotDue({ values: { reason: 'The order changed in the same moment.' } });
  return open;
}
