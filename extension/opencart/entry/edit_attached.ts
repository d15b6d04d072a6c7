import type { Tx } from '../../../system/db/table';
import { retryingTransaction } from '../../../system/db/retry';
import { hasConsent, recordConsent } from '../../payment_link/mail/consents';
import { addAttachedHistory, addAttachedNote } from '../attach/attached_history';
import { noteSavedForm, savedBefore } from '../order/once_form';
import type { OrderDraft } from '../order/order_draft';
import { orderNotFound, stockShort } from '../order/order_errors';
import { reservingStatuses } from '../order/order_events';
import { deleteOrderOptions } from '../order/order_options';
import { deleteOrderProducts } from '../order/order_products';
import type { NewOrderRow, OrderRow } from '../order/order_row';
import { assertSeen } from '../order/order_seen';
import { deleteOrderTotals } from '../order/order_totals';
import { lockOrder, updateOrder } from '../order/orders';
import { notePress, type Press } from '../order/press';
import { consentOf } from '../order/save_order';
import { readSettings } from '../setting/settings';
import { giveStockBack, listOversold, stockNeedOf, takeStock } from '../stock/stock';
import { listStockLines } from '../stock/stock_lines';
import { writeLines } from '../order/write_order';
import { attachedColumns, withoutOwnFields } from './attached_columns';
import type { AttachedEntry } from './attached_entry';
import { assertOwnToChange } from './order_extras_check';
import { computeAttached, type Computed } from './write_attached';

/**
 * Replaces lines, totals, addresses and methods of an order on a shop whose tables can undo: in one transaction, and
 * without the detour over status 0 or void by which PHP gives the stock back. What the shop's own forms ask for and
 * this one does not (custom fields) stays. A second press changes nothing.
 * @throws AppError `order_not_found`, `order_changed_meanwhile`, `order_not_edited`, `stock_short`, and what entering an order throws
 */
export async function editAttachedOrder(
  entry: AttachedEntry,
  orderId: number,
  draft: OrderDraft,
  press: Press,
): Promise<{ orderId: number }> {
  return retryingTransaction(entry.db, async (tx) => {
    if ((await savedBefore(tx, press, draft, entry.clock.now())) !== null) return { orderId };
    const old = await lockOrder(tx, orderId);
    if (old === null) throw orderNotFound({ values: { order_id: orderId } });
    await assertOwnToChange(tx, orderId);
    await assertSeen(tx, orderId, press.seen);
    const wanted = await entry.bus.filter(tx, 'order.saving', { orderId, draft });
    const computed = await computeAttached(tx, entry, wanted.draft, orderId);
    await replace(tx, entry, old, computed);
    await tell(tx, entry, old, computed, press);
    await noteSavedForm(tx, press, draft, orderId);
    return { orderId };
  });
}

/** Lines under the status that the order has: it holds stock before and after, or neither. */
async function replace(tx: Tx, entry: AttachedEntry, old: OrderRow, computed: Computed): Promise<void> {
  const { facts, priced, settings, at } = computed;
  const orderId = old.order_id;
  const holds = reservingStatuses(await readSettings(tx, old.store_id)).has(old.order_status_id);
  if (holds) await giveStockBack(tx, stockNeedOf(await listStockLines(tx, orderId)));
  await deleteOrderOptions(tx, orderId);
  await deleteOrderProducts(tx, orderId);
  await deleteOrderTotals(tx, orderId);
  const change = { ...withoutOwnFields(attachedColumns(tx, entry.columns, facts)), date_modified: at };
  await updateOrder(tx, orderId, change as Partial<NewOrderRow>);
  await writeLines(tx, orderId, priced);
  if (!holds) return;
  const need = stockNeedOf(priced.lines);
  await takeStock(tx, need);
  refuseShort(computed, settings.flag('config_stock_checkout') ? [] : await listOversold(tx, need));
}

/** The status, where it changed, as any other change of it; else one line under the present one. */
async function tell(tx: Tx, entry: AttachedEntry, old: OrderRow, computed: Computed, press: Press): Promise<void> {
  const { draft, priced, settings } = computed;
  const [orderId, now] = [old.order_id, entry.clock.now()];
  const line = { orderId, comment: '', notify: false };
  if (draft.statusId === old.order_status_id) await addAttachedNote(tx, entry, line);
  else {
    const { oversold } = await addAttachedHistory(tx, entry, { ...line, statusId: draft.statusId });
    refuseShort(computed, settings.flag('config_stock_checkout') ? [] : oversold);
  }
  await entry.bus.announce(tx, 'order.edited', { orderId, tellCustomer: press.tellCustomer ?? true });
  if ((await hasConsent(tx, orderId)) !== draft.remindersConsent) {
    await recordConsent(tx, { ...consentOf(orderId, press, now), reminders: draft.remindersConsent });
  }
  const details = {
    ...{ total_before: old.total, total: priced.total, currency_before: old.currency_code ?? '' },
    ...{ currency: priced.currency.code, status_before: old.order_status_id, status_id: draft.statusId },
    payment: draft.paymentCode,
  };
  await notePress(tx, press, { orderId, storeId: draft.storeId }, { event: 'order.edited', at: now, details });
}

function refuseShort({ priced }: Computed, oversold: readonly number[]): void {
  const short = priced.lines.filter((line) => oversold.includes(line.productId)).map(({ name }) => name);
  if (short.length > 0) throw stockShort({ values: { products: [...new Set(short)].join(', ') } });
}
