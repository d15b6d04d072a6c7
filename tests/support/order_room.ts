import type { OrderContext } from '../../extension/opencart/order/order_context';
import { priceOrder } from '../../extension/opencart/order/price_order';
import type { Press } from '../../extension/opencart/order/press';
import { EventBus } from '../../system/event/bus';
import { after, type Listener } from '../../system/event/listen';
import type { Db } from '../../system/db/table';
import { t } from '../../system/db/table';
import { pricingShop } from './pricing_shop';
import { forgetKept } from '../../system/db/kept';

export const NOW = Date.UTC(2026, 5, 1, 12, 0, 0);

/** Statuses of the room: 1 and 2 reserve stock (processing), 5 too (complete), 7 and 16 do not. */
const STATUSES: readonly (readonly [number, string])[] = [
  [1, 'Pending'],
  [2, 'Processing'],
  [5, 'Complete'],
  [7, 'Canceled'],
  [16, 'Voided'],
];

export interface OrderRoom {
  readonly db: Db;
  readonly context: OrderContext;
  destroy(): Promise<void>;
}

/** A shop that orders can be entered in: the pricing shop, with statuses, and a listener on every event of orders. */
export async function orderRoom(listeners: readonly Listener[] = []): Promise<OrderRoom> {
  const { db, destroy } = await pricingShop();
  await setStatuses(db);
  await db(t(db, 'setting')).insert([
    { store_id: 0, code: 'config', key: 'config_name', value: 'Your &amp; My Store', serialized: 0 },
    { store_id: 0, code: 'config', key: 'config_url', value: 'https://shop.example/', serialized: 0 },
    { store_id: 0, code: 'config', key: 'config_mail_alert', value: '["order"]', serialized: 1 },
  ]);
  forgetKept(db);
  const clock = { now: () => NOW };
  const bus = new EventBus([...witnesses(), ...listeners], clock);
  return { db, destroy, context: { db, bus, clock, price: priceOrder, paymentName: async () => 'Cash On Delivery' } };
}

async function setStatuses(db: Db): Promise<void> {
  await db(t(db, 'order_status')).delete();
  await db(t(db, 'order_status')).insert(
    STATUSES.flatMap(([order_status_id, name]) =>
      [1, 2].map((language_id) => ({ order_status_id, language_id, name })),
    ),
  );
}

function witnesses(): Listener[] {
  const nothing = async (): Promise<void> => undefined;
  return [
    after('order.status_entered', 'status_entered', nothing),
    after('order.mail_due', 'mail_due', nothing),
    after('order.edited', 'edited', nothing),
    after('order.deleted', 'deleted', nothing),
  ];
}

/** What was announced since the last call: listener and payload. */
export async function announced(db: Db): Promise<[string, unknown][]> {
  const table = t(db, 'payment_link_outbox');
  const rows = await db<{ outbox_id: number; name: string; payload: string }>(table).orderBy('outbox_id');
  await db(table).delete();
  return rows.map((row) => [row.name, JSON.parse(row.payload)]);
}

let presses = 0;

/** A press of a fresh form, unless a token is given. */
export function press(formToken = `form-${++presses}`): Press {
  return { formToken, user: { userId: 1, username: 'ann' }, ip: '192.0.2.7' };
}

export async function stockOf(db: Db, productId: number): Promise<number> {
  const row = await db<{ product_id: number; quantity: number }>(t(db, 'product'))
    .where({ product_id: productId })
    .first();
  return row?.quantity ?? Number.NaN;
}

export async function valueStockOf(db: Db, valueId: number): Promise<number> {
  const row = await db<{ product_option_value_id: number; quantity: number }>(t(db, 'product_option_value'))
    .where({ product_option_value_id: valueId })
    .first();
  return row?.quantity ?? Number.NaN;
}

export async function setStock(
  db: Db,
  productId: number,
  change: { quantity?: number; subtract?: number; master_id?: number },
) {
  await db(t(db, 'product')).where({ product_id: productId }).update(change);
}

export async function setSetting(db: Db, key: string, value: string): Promise<void> {
  await db(t(db, 'setting')).where({ store_id: 0, key }).delete();
  await db(t(db, 'setting')).insert({ store_id: 0, code: 'config', key, value, serialized: 0 });
  forgetKept(db);
}

export async function rowsOf(db: Db, table: string, orderId: number): Promise<Record<string, unknown>[]> {
  return (await db(t(db, table)).where({ order_id: orderId })) as Record<string, unknown>[];
}
