import type { OrderDraft } from '../order/order_draft';
import type { Press } from '../order/press';

export interface EntryRefusal {
  /** The shop lacks columns that an order is computed from, or adds totals that this program does not know. */
  readonly reason: 'lacks' | 'totals';
  readonly names: readonly string[];
}

/** Where staff enter orders: the embedded shop's own way, or an attached shop's. */
export interface OrderDesk {
  /**
   * Why no order can be entered for the store; null when it can. What the shop computes or keeps in a
   * way that this program does not know is left to the shop's own admin.
   */
  refusal(storeId: number): Promise<EntryRefusal | null>;
  save(draft: OrderDraft, press: Press): Promise<{ orderId: number }>;
  /** Absent where an edit could be interrupted half-way. */
  edit?(orderId: number, draft: OrderDraft, press: Press): Promise<{ orderId: number }>;
  remove?(orderId: number, press: Omit<Press, 'formToken'>): Promise<void>;
}
