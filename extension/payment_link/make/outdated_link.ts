import { isCurrency } from '../../../system/currencies';
import { retryingTransaction } from '../../../system/db/retry';
import { sameMoney } from '../../../system/money';
import type { PaymentLinks } from '../context';
import { journalOf } from '../journal/link_journal';
import type { Link } from '../link/link_row';
import { changeState } from '../link/links';
import { amountToCharge } from '../order/order_amount';
import type { Order } from '../order_book';

/** Whether it asks for what its order costs now. A difference, and a link without an order, ask for what was said. */
export function stillFits(link: Pick<Link, 'purpose' | 'amount'>, order: Order | null): boolean {
  if (order === null || link.purpose !== 'order') return true;
  return isCurrency(order.currencyCode) && sameMoney(amountToCharge(order), link.amount);
}

/**
 * Closes an attempt that does not, and that the provider never got, for the next one: the edit came while it waited out
 * an outage, or after it had failed. False when somebody else closed it meanwhile, and sees to what follows.
 */
export async function giveWay(context: PaymentLinks, link: Link): Promise<boolean> {
  const why = 'order_edited';
  return retryingTransaction(context.db, async (tx) => {
    const now = context.clock.now();
    const also = { closed_at: now, closed_why: why, asking: 0 } as const;
    if (!(await changeState(tx, link.linkId, { to: 'replaced', from: ['requested'], now }, also))) return false;
    await journalOf(context, tx, link, { event: 'link.replaced', by: 'system', details: { why }, at: now });
    return true;
  });
}
