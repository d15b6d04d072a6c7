import type { Db, Tx } from '../../system/db/table';

/**
 * All that a shop must implement: the embedded shop, OpenCart 3.0 and OpenCart 4.x each do. Texts are plain
 * (unescaped), amounts are the shop's exact decimal text in its base currency unless said otherwise.
 */
export interface OrderBook {
  readonly code: string;
  /** False where the shop's tables cannot undo (MyISAM): a killed process leaves half of what it wrote. */
  readonly rollsBack?: boolean;
  /**
   * Connections of their own, set where the tables cannot undo: what is about to be done is recorded there first, so
   * that it is known after a crash.
   */
  readonly aside?: Db;
  /** Null when there is no such order. */
  findOrder(db: Db, orderId: number): Promise<Order | null>;
  /** History, newest first. */
  listHistory(db: Db, orderId: number, page: { limit: number; offset: number }): Promise<HistoryEntry[]>;
  /** One line of an order's history; null when it is gone, or another order's. */
  findHistoryLine(db: Db, orderId: number, historyId: number): Promise<HistoryLine | null>;
  /**
   * The shop's own status change: history line, status, stock by the shop's rules, its mails and events.
   * Never refuses for stock: going below zero is reported in the answer.
   * @throws AppError `order_status_not_moved`, having written nothing, where only the shop's own program can do it.
   */
  addHistory(tx: Tx, entry: NewHistory): Promise<HistoryResult>;
  /** A history line under the present status: no stock, no mail. */
  addNote(tx: Tx, orderId: number, comment: string, notify: boolean): Promise<void>;
  /** The method really used. */
  changePaymentMethod(tx: Tx, orderId: number, method: { code: string; name: string }): Promise<void>;
  listStatuses(db: Db, languageId?: number): Promise<readonly OrderStatus[]>;
  /** Ids of the statuses in which stock is reserved (processing ∪ complete) for a store. */
  reservingStatusIds(db: Db, storeId: number): Promise<number[]>;
  listStores(db: Db): Promise<Store[]>;
  listLanguages(db: Db): Promise<readonly Language[]>;
  listCurrencies(db: Db): Promise<Currency[]>;
  /** Orders in a status, newest first: those above `afterOrderId`, up to `upToOrderId` where it is given. */
  listOrderIdsInStatus(
    db: Db,
    query: { storeId: number; statusId: number; limit: number; afterOrderId: number; upToOrderId?: number },
  ): Promise<number[]>;
  /** Order id → the code of how it is paid, empty where it tells none; orders that are gone are left out. */
  listPaymentCodes(db: Db, orderIds: readonly number[]): Promise<ReadonlyMap<number, string>>;
  /** What happened to an order beside this program; absent where nobody else writes. */
  readPast?(db: Db, order: Order): Promise<OrderPast>;
  /** The newest line of the shop's history, where others write it too: what came before it is of the past. */
  newestHistoryId?(db: Db): Promise<number>;
}

/** What a shop that was there before this program knows of an order. */
export interface OrderPast {
  /** The shop's own plugin makes payment links in the order's store. */
  readonly shopMakesLinks: boolean;
  /** Its history already tells the address of a payment page. */
  readonly shopMadeLink: boolean;
  /** A provider's transaction was recorded with it. */
  readonly transaction: boolean;
  /** Every status that its history tells. */
  readonly statusIds: readonly number[];
  /** The shop's own list of statuses that mean "complete", in the order's store. */
  readonly completeStatusIds: readonly number[];
}

export interface Order {
  readonly orderId: number;
  readonly storeId: number;
  readonly storeName: string;
  readonly storeUrl: string;
  readonly statusId: number;
  readonly customerId: number;
  readonly customerGroupId: number;
  readonly firstName: string;
  readonly lastName: string;
  /** Empty when the order has none. */
  readonly email: string;
  readonly telephone: string;
  readonly languageId: number;
  /** `en-gb`. */
  readonly languageCode: string;
  readonly currencyCode: string;
  /** Units of the order's currency per unit of the base currency, exact decimal text. */
  readonly currencyValue: string;
  /** In the base currency. */
  readonly total: string;
  readonly paymentMethod: OrderMethod;
  /** Null when nothing ships. */
  readonly shippingMethod: OrderMethod | null;
  readonly paymentAddress: OrderAddress;
  readonly shippingAddress: OrderAddress;
  readonly comment: string;
  readonly ip: string;
  /** The shop's local wall time, "YYYY-MM-DD HH:MM:SS". */
  readonly dateAdded: string;
  readonly dateModified: string;
  /** "INV-2026-00042"; absent when none was made. */
  readonly invoiceNumber?: string;
  readonly lines: readonly OrderLine[];
  readonly totals: readonly OrderTotal[];
}

export interface OrderMethod {
  readonly code: string;
  readonly name: string;
}

export interface OrderAddress {
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly address1: string;
  readonly address2: string;
  readonly city: string;
  readonly postcode: string;
  readonly zone: string;
  readonly zoneId: number;
  readonly zoneCode: string;
  readonly country: string;
  readonly countryId: number;
  /** ISO 3166-1 alpha-2, empty when the country is gone. */
  readonly countryIso2: string;
  /** OpenCart's address format; empty means the built-in one. */
  readonly format: string;
}

export interface OrderLine {
  readonly orderProductId: number;
  readonly productId: number;
  readonly name: string;
  readonly model: string;
  readonly quantity: number;
  /** Per piece, without tax, options included. */
  readonly price: string;
  readonly total: string;
  /** Per piece. */
  readonly tax: string;
  readonly reward: number;
  readonly options: readonly OrderLineOption[];
  /** The product's present tax rates for this order; empty when the product is gone or untaxed. */
  readonly taxRates: readonly TaxRate[];
  readonly weight: { readonly unit: string; readonly value: string } | null;
}

export interface OrderLineOption {
  readonly productOptionId: number;
  readonly productOptionValueId: number;
  readonly name: string;
  readonly value: string;
  readonly type: string;
}

export interface TaxRate {
  readonly taxRateId: number;
  readonly name: string;
  /** Percent ("21.0000") or amount per piece in the base currency. */
  readonly rate: string;
  readonly type: 'P' | 'F';
}

export interface OrderTotal {
  readonly code: string;
  readonly title: string;
  readonly value: string;
  readonly sortOrder: number;
  /** Rates of the total's own tax class (shipping, handling, low_order_fee); empty otherwise. */
  readonly taxRates: readonly TaxRate[];
  /** What is known of a coupon's terms; absent when the shop no longer has it. */
  readonly coupon?: OrderCoupon;
}

export interface OrderCoupon {
  /** As the shop calls it: "-10.00 Discount". */
  readonly name: string;
  readonly freesShipping: boolean;
  /** Products it applies to, by list or by category; null for every product. */
  readonly productIds: readonly number[] | null;
}

export interface NewHistory {
  readonly orderId: number;
  readonly statusId: number;
  readonly comment: string;
  readonly notify: boolean;
  /** Act only when the order still has this status; absent: whatever it has. */
  readonly expectedStatusId?: number;
}

export interface HistoryResult {
  /** False when `expectedStatusId` was not the status any more: nothing was written. */
  readonly applied: boolean;
  readonly previousStatusId: number;
  /** Product ids whose stock is below zero now. */
  readonly oversold: readonly number[];
}

export interface HistoryEntry {
  readonly historyId: number;
  readonly statusId: number;
  readonly statusName: string;
  readonly comment: string;
  readonly notify: boolean;
  readonly dateAdded: string;
}

/** What a line says. */
export type HistoryLine = Pick<HistoryEntry, 'statusId' | 'comment'>;

export interface OrderStatus {
  readonly statusId: number;
  readonly name: string;
}

export interface Store {
  readonly storeId: number;
  readonly name: string;
  readonly url: string;
}

export interface Language {
  readonly languageId: number;
  readonly code: string;
  readonly name: string;
}

export interface Currency {
  readonly currencyId: number;
  readonly code: string;
  readonly title: string;
  readonly symbolLeft: string;
  readonly symbolRight: string;
  readonly decimalPlaces: number;
  /** Units per base-currency unit, exact decimal text. */
  readonly value: string;
}
