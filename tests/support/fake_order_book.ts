import { defineError } from '../../system/errors';
import type { EventBus } from '../../system/event/bus';
import type { Db, Tx } from '../../system/db/table';
import type {
  HistoryEntry,
  HistoryLine,
  HistoryResult,
  NewHistory,
  Order,
  OrderBook,
} from '../../extension/payment_link/order_book';

interface StoredOrder {
  order_id: number;
  store_id: number;
  status_id: number;
  body: string;
}
interface StoredHistory {
  history_id: number;
  order_id: number;
  status_id: number;
  comment: string;
  notify: number;
}

/**
 * A shop with two tables of its own in the test's database, so that what it writes rolls back with the transaction
 * it was written in, as the real one's does.
 */
export class FakeOrderBook implements OrderBook {
  readonly code = 'fake';
  rollsBack = true;
  bus: Pick<EventBus, 'announce'> | null = null;
  /** Products that any status change leaves below zero. */
  oversold: number[] = [];
  reserving: number[] = [];

  async create(db: Db): Promise<void> {
    await db.schema.createTable('fake_order', (table) => {
      table.increments('order_id');
      table.integer('store_id');
      table.integer('status_id');
      table.text('body');
    });
    await db.schema.createTable('fake_history', (table) => {
      table.increments('history_id');
      table.integer('order_id');
      table.integer('status_id');
      table.text('comment');
      table.integer('notify');
    });
  }

  async add(db: Db, order: Partial<Order> = {}): Promise<number> {
    const body = { ...sampleOrder, ...order };
    const row = { store_id: body.storeId, status_id: body.statusId, body: JSON.stringify(body) };
    const [orderId] = await db<StoredOrder>('fake_order').insert(row);
    return Number(orderId);
  }

  async change(db: Db, orderId: number, change: Partial<Order>): Promise<void> {
    const order = await this.findOrder(db, orderId);
    const body = JSON.stringify({ ...order, ...change });
    const status = change.statusId === undefined ? {} : { status_id: change.statusId };
    await db<StoredOrder>('fake_order')
      .where({ order_id: orderId })
      .update({ body, ...status });
  }

  async remove(db: Db, orderId: number): Promise<void> {
    await db<StoredOrder>('fake_order').where({ order_id: orderId }).delete();
  }

  async findOrder(db: Db, orderId: number): Promise<Order | null> {
    const row = await db<StoredOrder>('fake_order').where({ order_id: orderId }).first();
    return row ? { ...(JSON.parse(row.body) as Order), orderId, statusId: row.status_id } : null;
  }

  async listHistory(db: Db, orderId: number, page: { limit: number; offset: number }): Promise<HistoryEntry[]> {
    const rows = await db<StoredHistory>('fake_history')
      .where({ order_id: orderId })
      .orderBy('history_id', 'desc')
      .limit(page.limit)
      .offset(page.offset);
    return rows.map((row) => ({
      historyId: row.history_id,
      statusId: row.status_id,
      statusName: String(row.status_id),
      comment: row.comment,
      notify: row.notify === 1,
      dateAdded: '2026-01-01 00:00:00',
    }));
  }

  async findHistoryLine(db: Db, orderId: number, historyId: number): Promise<HistoryLine | null> {
    const lines = await this.listHistory(db, orderId, { limit: 1000, offset: 0 });
    return lines.find((line) => line.historyId === historyId) ?? null;
  }

  async addHistory(tx: Tx, entry: NewHistory): Promise<HistoryResult> {
    const order = await this.findOrder(tx, entry.orderId);
    if (!order) throw gone();
    const historyId = await this.#write(tx, entry.orderId, entry.statusId, entry.comment, entry.notify);
    await tx<StoredOrder>('fake_order').where({ order_id: entry.orderId }).update({ status_id: entry.statusId });
    const { orderId, statusId } = entry;
    await this.bus?.announce(tx, 'order.status_entered', { orderId, statusId, historyId });
    return { applied: true, previousStatusId: order.statusId, oversold: this.oversold };
  }

  async addNote(tx: Tx, orderId: number, comment: string, notify: boolean): Promise<void> {
    const order = await this.findOrder(tx, orderId);
    if (!order) throw gone();
    await this.#write(tx, orderId, order.statusId, comment, notify);
  }

  async changePaymentMethod(tx: Tx, orderId: number, method: { code: string; name: string }): Promise<void> {
    await this.change(tx, orderId, { paymentMethod: method });
  }

  listStatuses = async () => [];
  reservingStatusIds = async () => this.reserving;
  listStores = async () => [{ storeId: 0, name: 'Shop', url: 'https://shop.test/' }];
  listLanguages = async () => [];
  listCurrencies = async () => [];

  async listOrderIdsInStatus(
    db: Db,
    query: { storeId: number; statusId: number; limit: number; afterOrderId: number; upToOrderId?: number },
  ): Promise<number[]> {
    const rows = await db<StoredOrder>('fake_order')
      .where({ store_id: query.storeId, status_id: query.statusId })
      .where('order_id', '>', query.afterOrderId)
      .where('order_id', '<=', query.upToOrderId ?? Number.MAX_SAFE_INTEGER)
      .orderBy('order_id', 'desc')
      .limit(query.limit);
    return rows.map((row) => row.order_id);
  }

  async listPaymentCodes(db: Db, orderIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const rows = await db<StoredOrder>('fake_order').whereIn('order_id', [...orderIds]);
    return new Map(rows.map((row) => [row.order_id, (JSON.parse(row.body) as Order).paymentMethod.code]));
  }

  async #write(tx: Tx, orderId: number, statusId: number, comment: string, notify: boolean): Promise<number> {
    const row = { order_id: orderId, status_id: statusId, comment, notify: notify ? 1 : 0 };
    const [historyId] = await tx<StoredHistory>('fake_history').insert(row);
    return Number(historyId);
  }
}

const gone = defineError('order_not_found', 404, 'There is no such order.');

const address = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  company: '',
  address1: 'Kerkstraat 1',
  address2: '',
  city: 'Amsterdam',
  postcode: '1000 AA',
  zone: 'Noord-Holland',
  zoneId: 1,
  zoneCode: 'NH',
  country: 'Netherlands',
  countryId: 150,
  countryIso2: 'NL',
  format: '',
};

const sampleOrder: Omit<Order, 'orderId'> = {
  storeId: 0,
  storeName: 'Shop',
  storeUrl: 'https://shop.test/',
  statusId: 20,
  customerId: 1,
  customerGroupId: 1,
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@example.com',
  telephone: '0201234567',
  languageId: 1,
  languageCode: 'en-gb',
  currencyCode: 'EUR',
  currencyValue: '1.00000000',
  total: '100.0000',
  paymentMethod: { code: 'fakepay.fakepay', name: 'FakePay' },
  shippingMethod: null,
  paymentAddress: address,
  shippingAddress: address,
  comment: '',
  ip: '127.0.0.1',
  dateAdded: '2026-01-01 00:00:00',
  dateModified: '2026-01-01 00:00:00',
  lines: [
    {
      orderProductId: 1,
      productId: 1,
      name: 'Engine',
      model: 'E1',
      quantity: 1,
      price: '100.0000',
      total: '100.0000',
      tax: '0.0000',
      reward: 0,
      options: [],
      taxRates: [],
      weight: null,
    },
  ],
  totals: [
    { code: 'sub_total', title: 'Sub-Total', value: '100.0000', sortOrder: 1, taxRates: [] },
    { code: 'total', title: 'Total', value: '100.0000', sortOrder: 9, taxRates: [] },
  ],
};
