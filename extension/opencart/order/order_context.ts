import type { Db } from '../../../system/db/table';
import type { OrderDraft, PricedOrder } from './order_draft';
import type { OrderServices } from './order_events';
import type { ShopTime } from '../shop_time';

/**
 * Checks a draft and computes it; for an order being edited, what it uses and holds itself counts as free.
 * `priceOrder` is the one of 4.1. @throws AppError with the fields that are wrong.
 */
export type PriceOrder = (
  db: Db,
  draft: OrderDraft,
  now: ShopTime,
  options?: { readonly orderId?: number },
) => Promise<PricedOrder>;

/** What saving and editing an order needs. */
export interface OrderContext extends OrderServices {
  readonly db: Db;
  readonly price: PriceOrder;
  /** The payment method's name as the order keeps it; the code stands in where there is none. */
  paymentName(db: Db, draft: OrderDraft): Promise<string>;
}
