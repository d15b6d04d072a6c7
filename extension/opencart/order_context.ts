import type { Db } from '../../system/db/table';
import type { OrderDraft, PricedOrder } from './order_draft';
import type { OrderServices } from './order_events';

/** Checks a draft and computes it. @throws AppError with the fields that are wrong. */
export type PriceOrder = (db: Db, draft: OrderDraft, now: number) => Promise<PricedOrder>;

/** What saving and editing an order needs. */
export interface OrderContext extends OrderServices {
  readonly db: Db;
  readonly price: PriceOrder;
  /** The payment method's name as the order keeps it; the code stands in where there is none. */
  paymentName(db: Db, draft: OrderDraft): Promise<string>;
}
