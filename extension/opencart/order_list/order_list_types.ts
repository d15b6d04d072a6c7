import type { OrderMethod } from '../../payment_link/order_book';

/** Counting and sorting of filtered lists end here: who has more narrows the search. */
export const LISTED_MAX = 10_000;

/** All given conditions hold together. */
export interface OrderFilters {
  readonly orderId?: number;
  /** Part of "first last", in any case. */
  readonly customer?: string;
  readonly storeId?: number;
  /** 0 is a missing order; none given: all but the missing ones. */
  readonly statusIds?: readonly number[];
  /** Exact, base currency, decimal text. */
  readonly total?: string;
  /** Days in the shop's time, "YYYY-MM-DD", both included. */
  readonly addedFrom?: string;
  readonly addedTo?: string;
  readonly modifiedFrom?: string;
  readonly modifiedTo?: string;
}

export const ORDER_SORTS = ['order_id', 'store', 'customer', 'status', 'total', 'date_added', 'date_modified'] as const;

export interface OrderSort {
  readonly by: (typeof ORDER_SORTS)[number];
  readonly descending: boolean;
}

export interface OrderListRow {
  readonly orderId: number;
  readonly storeId: number;
  readonly storeName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly statusId: number;
  /** Empty for a missing order. */
  readonly statusName: string;
  /** Base currency, exact decimal text; shown times `currencyValue` in the order's currency. */
  readonly total: string;
  readonly currencyCode: string;
  readonly currencyValue: string;
  readonly paymentMethod: OrderMethod;
  readonly dateAdded: string;
  readonly dateModified: string;
}

export interface OrderList {
  readonly rows: readonly OrderListRow[];
  /** How many match, at most `LISTED_MAX`. */
  readonly total: number;
  /** More than `LISTED_MAX` match. */
  readonly more: boolean;
  /** Set when so many match a filter that only the newest ones were sorted. */
  readonly sortedNewestOnly: boolean;
}

/** The ids of one page, and how many there are. */
export interface FoundIds {
  readonly ids: readonly number[];
  readonly total: number;
  readonly more: boolean;
  /** Older orders were not looked at. */
  readonly newestOnly?: boolean;
}
