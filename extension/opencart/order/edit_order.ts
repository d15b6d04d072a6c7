import type { Tx } from '../../../system/db/table';
import { retryingTransaction } from '../../../system/db/retry';
import { hasConsent, recordConsent } from '../../payment_link/mail/consents';
import { noteSavedForm, savedBefore } from './once_form';
import { draftColumns } from './order_columns';
import type { OrderContext } from './order_context';
import type { OrderDraft, PricedOrder } from './order_draft';
import { orderNotFound } from './order_errors';
import { announceHistory, reservingStatuses } from './order_events';
import { gatherFacts } from './order_facts';
import { insertHistory } from './order_histories';
import { deleteOrderOptions } from './order_options';
import { deleteOrderProducts } from './order_products';
import type { OrderRow } from './order_row';
import { assertSeen } from './order_seen';
import { deleteOrderTotals } from './order_totals';
import { lockOrder, updateOrder } from './orders';
import { notePress, type Press } from './press';
import { leaveReserving } from '../stock/reservation';
import { consentOf } from './save_order';
import { readSettings, type ShopSettings } from '../setting/settings';
import { toShopTime } from '../shop_time';
import { checkShortages, reserveByPerson, writeLines } from './write_order';

/**
 * Replaces an order's lines, totals, addresses, methods, customer, language and currency (at today's rate), as the
 * 4.1 admin does; its number, invoice, transaction, dates of entry and origin stay. What the old lines held is given
 * back before the new ones take theirs, so the order competes with others only. A second press changes nothing.
 * @throws AppError `order_not_found`, `order_changed_meanwhile`, and what `saveOrder` throws.
 */
export async function editOrder(
  context: OrderContext,
  orderId: number,
  draft: OrderDraft,
  press: Press,
): Promise<{ orderId: number }> {
  return retryingTransaction(context.db, async (tx) => {
    if ((await savedBefore(tx, press, draft, context.clock.now())) !== null) return { orderId };
    const old = await lockOrder(tx, orderId);
    if (old === null) throw orderNotFound({ values: { order_id: orderId } });
    await assertSeen(tx, orderId, press.seen);
    const wanted = await context.bus.filter(tx, 'order.saving', { orderId, draft });
    await replace(tx, context, old, wanted.draft, press);
    await noteSavedForm(tx, press, draft, orderId);
    return { orderId };
  });
}

async function replace(tx: Tx, context: OrderContext, old: OrderRow, draft: OrderDraft, press: Press): Promise<void> {
  const now = context.clock.now();
  const settings = await readSettings(tx, draft.storeId);
  const at = toShopTime(now, settings.timeZone);
  const priced = await context.price(tx, draft, at, { orderId: old.order_id });
  checkShortages(priced, settings);
  const facts = await gatherFacts(tx, draft, priced, settings, await context.paymentName(tx, draft));
  const columns = { ...draftColumns(facts), order_status_id: draft.statusId, date_modified: at };
  await takeAway(tx, old);
  await updateOrder(tx, old.order_id, columns);
  await writeLines(tx, old.order_id, priced);
  await noteConsent(tx, old.order_id, draft, press, now);
  await tell(tx, context, { old, draft, priced, settings, press, now });
  if (reservingStatuses(settings).has(draft.statusId)) {
    await reserveByPerson(tx, { orderId: old.order_id, customerId: draft.customerId, at }, priced, settings);
  }
}

/** Gives back what the old lines held, by the rules of the store it was in, and removes them. */
async function takeAway(tx: Tx, old: OrderRow): Promise<void> {
  const settings = await readSettings(tx, old.store_id);
  if (reservingStatuses(settings).has(old.order_status_id)) await leaveReserving(tx, old.order_id);
  await deleteOrderOptions(tx, old.order_id);
  await deleteOrderProducts(tx, old.order_id);
  await deleteOrderTotals(tx, old.order_id);
}

interface Edit {
  readonly old: OrderRow;
  readonly draft: OrderDraft;
  readonly priced: PricedOrder;
  readonly settings: ShopSettings;
  readonly press: Press;
  readonly now: number;
}

/** One history line with the status it has now, the events, and the journal. */
async function tell(tx: Tx, { bus }: OrderContext, edit: Edit): Promise<void> {
  const { old, draft, settings, press, now } = edit;
  const [orderId, from, to] = [old.order_id, old.order_status_id, draft.statusId];
  const at = toShopTime(now, settings.timeZone);
  const historyId = await insertHistory(tx, { orderId, statusId: to, comment: '', notify: false, at });
  await announceHistory(tx, bus, settings, { orderId, storeId: draft.storeId, historyId, from, to, notify: false });
  await bus.announce(tx, 'order.edited', { orderId, tellCustomer: press.tellCustomer ?? true });
  const details = whatChanged(edit);
  await notePress(tx, press, { orderId, storeId: draft.storeId }, { event: 'order.edited', at: now, details });
}

function whatChanged({ old, draft, priced }: Edit): Record<string, string | number> {
  return {
    total_before: old.total,
    total: priced.total,
    currency_before: old.currency_code ?? '',
    currency: priced.currency.code,
    status_before: old.order_status_id,
    status_id: draft.statusId,
    payment: draft.paymentCode,
  };
}

/** Kept over edits; a person can record it or take it back. */
async function noteConsent(tx: Tx, orderId: number, draft: OrderDraft, press: Press, now: number): Promise<void> {
  if ((await hasConsent(tx, orderId)) === draft.remindersConsent) return;
  await recordConsent(tx, { ...consentOf(orderId, press, now), reminders: draft.remindersConsent });
}
