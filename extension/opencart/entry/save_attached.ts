import type { Tx } from '../../../system/db/table';
import { retryingTransaction } from '../../../system/db/retry';
import { recordConsent } from '../../payment_link/mail/consents';
import { addAttachedHistory } from '../attach/attached_history';
import { noteSavedForm, savedBefore } from '../order/once_form';
import type { OrderDraft } from '../order/order_draft';
import { stockShort } from '../order/order_errors';
import { notePress, type Press } from '../order/press';
import { consentOf } from '../order/save_order';
import type { AttachedEntry } from './attached_entry';
import { computeAttached, writeUnconfirmed, type Computed } from './write_attached';

/**
 * A new order on a shop whose tables can undo: all of it and everything that follows from it in one transaction, or
 * nothing. The watcher notices the status as it notices PHP's, so the same rule asks for the link.
 */
export async function saveAttachedOrder(
  entry: AttachedEntry,
  draft: OrderDraft,
  press: Press,
): Promise<{ orderId: number }> {
  return retryingTransaction(entry.db, async (tx) => {
    const before = await savedBefore(tx, press, draft, entry.clock.now());
    if (before !== null) return { orderId: before };
    const wanted = await entry.bus.filter(tx, 'order.saving', { orderId: null, draft });
    const computed = await computeAttached(tx, entry, wanted.draft);
    const orderId = await writeUnconfirmed(tx, entry, computed, { ip: press.ip, mark: '' });
    await enterStatus(tx, entry, orderId, computed);
    await noteSaved(tx, entry, orderId, computed, press);
    await noteSavedForm(tx, press, draft, orderId);
    return { orderId };
  });
}

/**
 * The order leaves status 0: stock, first history line, mails. A storefront that sold the last piece meanwhile goes
 * first; the transaction is undone.
 */
async function enterStatus(tx: Tx, entry: AttachedEntry, orderId: number, computed: Computed): Promise<void> {
  const { draft, priced, settings } = computed;
  const wish = { orderId, statusId: draft.statusId, comment: '', notify: false, expectedStatusId: 0 };
  const { oversold } = await addAttachedHistory(tx, entry, wish);
  if (settings.flag('config_stock_checkout')) return;
  const short = priced.lines.filter((line) => oversold.includes(line.productId));
  if (short.length > 0) throw stockShort({ values: { products: short.map(({ name }) => name).join(', ') } });
}

/** Consent and journal. */
export async function noteSaved(
  tx: Tx,
  entry: AttachedEntry,
  orderId: number,
  { draft, priced }: Pick<Computed, 'draft' | 'priced'>,
  press: Press,
): Promise<void> {
  const now = entry.clock.now();
  if (draft.remindersConsent) await recordConsent(tx, consentOf(orderId, press, now));
  const details = { status_id: draft.statusId, total: priced.total, payment: draft.paymentCode };
  await notePress(tx, press, { orderId, storeId: draft.storeId }, { event: 'order.saved', at: now, details });
}
