import { priceOrder } from '../../extension/opencart/order/price_order';
import { attachedDesk, entryJobsOf } from '../../extension/opencart/entry/attached_desk';
import type { AttachedEntry } from '../../extension/opencart/entry/attached_entry';
import type { OrderDesk } from '../../extension/opencart/entry/order_desk';
import { forgetKept } from '../../system/db/kept';
import { EventBus } from '../../system/event/bus';
import { after } from '../../system/event/listen';
import type { JobHandler } from '../../system/outbox/job';
import { NOW, type AttachedTestShop, type Insert } from './attached_shop';

const setting = (code: string, values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([key, value]) => ({ store_id: 0, code, key: `${code}_${key}`, value, serialized: 0 }));

const TOTALS = { sub_total: 1, reward: 2, shipping: 3, coupon: 4, tax: 5, credit: 7, total: 9 } as const;

const ROWS: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  setting: [
    ...Object.entries(TOTALS).flatMap(([code, order]) =>
      setting(`total_${code}`, { status: '1', sort_order: String(order) }),
    ),
    ...setting('shipping_flat', { status: '1', sort_order: '1', cost: '5.00', tax_class_id: '9', geo_zone_id: '0' }),
    ...setting('payment_cod', { status: '1' }),
    ...setting('config', { customer_group_id: '1', invoice_prefix: 'INV-2026-00', currency: 'USD' }),
  ],
  extension: ['sub_total', 'shipping', 'tax', 'total'].map((code) => ({ extension: 'opencart', type: 'total', code })),
  customer_group: [{ customer_group_id: 1, sort_order: 1 }],
  customer_group_description: [{ customer_group_id: 1, language_id: 1, name: 'Default' }],
  product_description: [
    { product_id: 30, language_id: 1, name: 'Canon EOS 5D &quot;body&quot;' },
    { product_id: 31, language_id: 1, name: 'Nikon D300' },
  ],
  product_to_store: [
    { product_id: 30, store_id: 0 },
    { product_id: 31, store_id: 0 },
  ],
  option: [{ option_id: 5, type: 'select', sort_order: 1 }],
  option_description: [{ option_id: 5, language_id: 1, name: 'Colour' }],
  option_value: [{ option_value_id: 39, option_id: 5, sort_order: 1 }],
  option_value_description: [{ option_value_id: 39, language_id: 1, option_id: 5, name: 'Red' }],
  product_option: [{ product_option_id: 226, product_id: 30, option_id: 5, required: 1, value: '' }],
  weight_class: [{ weight_class_id: 1, value: '1.00000000' }],
};

/** What a shop of `ATTACHED_ROWS` lacks for orders to be entered: names, options, groups, totals, a way to ship. */
export async function fillCatalogue(insert: Insert): Promise<void> {
  for (const [table, rows] of Object.entries(ROWS)) for (const row of rows) await insert(table, row);
}

/** Where staff enter orders on such a shop, and the jobs that finish what was interrupted. */
export function deskOf(shop: AttachedTestShop): { desk: OrderDesk; jobs: readonly JobHandler[]; entry: AttachedEntry } {
  forgetKept(shop.db);
  const nothing = async (): Promise<void> => undefined;
  const witnesses = [
    after('order.mail_due', 'mail_due', nothing),
    after('order.edited', 'edited', nothing),
    after('order.deleted', 'deleted', nothing),
  ];
  const clock = { now: () => NOW };
  const { db, aside, dialect } = shop;
  const entry: AttachedEntry = {
    ...{ db, clock, dialect, columns: shop.found.columns, bus: new EventBus(witnesses, clock), price: priceOrder },
    paymentName: async () => 'iDEAL & Co',
    ...(dialect.rollsBack ? {} : { aside }),
  };
  return { desk: attachedDesk(entry), jobs: entryJobsOf(entry), entry };
}
