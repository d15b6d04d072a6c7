import { crashPoint } from '../../../system/crash_point';
import type { Db, Tx } from '../../../system/db/table';
import type { OrderFacts } from '../order/order_columns';
import type { OrderDraft, PricedOrder } from '../order/order_draft';
import { gatherFacts } from '../order/order_facts';
import { insertOrder } from '../order/orders';
import type { NewOrderRow } from '../order/order_row';
import { readSettings, type ShopSettings } from '../setting/settings';
import { shopNow } from '../shop_now';
import type { ShopTime } from '../shop_time';
import { listAttachedStores } from '../setting/stores';
import { checkShortages, writeLines } from '../order/write_order';
import type { AttachedEntry } from './attached_entry';
import { newAttachedRow } from './attached_columns';
import { priceAttached } from './attached_price';
import { entryRefusal } from './entry_refusal';
import { shopLacks, totalsUnknown } from './errors';

/** An order that was computed and found right; nothing of it is written yet. */
export interface Computed {
  readonly draft: OrderDraft;
  readonly priced: PricedOrder;
  readonly facts: OrderFacts;
  readonly settings: ShopSettings;
  readonly at: ShopTime;
}

/**
 * Reads only. `orderId`: of the order being edited.
 * @throws AppError `shop_lacks`, `totals_unknown`, `stock_short`, and what pricing throws
 */
export async function computeAttached(
  db: Db,
  entry: AttachedEntry,
  draft: OrderDraft,
  orderId?: number,
): Promise<Computed> {
  const refusal = await entryRefusal(db, entry.columns, draft.storeId);
  const refused = refusal?.reason === 'lacks' ? shopLacks : totalsUnknown;
  if (refusal) throw refused({ values: { names: refusal.names.join(', ') } });
  const settings = await readSettings(db, draft.storeId);
  const at = await shopNow(db, entry.clock, settings);
  const priced = await priceAttached(db, entry, draft, { at, ...(orderId === undefined ? {} : { orderId }) });
  checkShortages(priced, settings);
  const facts = await gatherFacts(db, draft, priced, settings, await entry.paymentName(db, draft));
  const store = (await listAttachedStores(db)).find(({ storeId }) => storeId === draft.storeId);
  return { draft, priced, settings, at, facts: store ? { ...facts, store } : facts };
}

/** The order in status 0 with all its lines and totals: PHP hides it everywhere until its status is set. */
export async function writeUnconfirmed(
  tx: Tx,
  entry: AttachedEntry,
  computed: Computed,
  press: { readonly ip: string; readonly mark: string },
): Promise<number> {
  const { facts, settings, at, priced } = computed;
  const invoicePrefix = settings.text('config_invoice_prefix');
  const row = newAttachedRow(tx, entry.columns, { facts, invoicePrefix, at, ...press });
  const orderId = await insertOrder(tx, row as NewOrderRow);
  crashPoint('entry.order_written');
  await writeLines(tx, orderId, priced);
  crashPoint('entry.lines_written');
  return orderId;
}
