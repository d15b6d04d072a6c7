import type { Tx } from '../../../system/db/table';
import { retryingTransaction } from '../../../system/db/retry';
import { recordConsent } from '../../payment_link/mail/consents';
import { fitText } from '../fit_text';
import { noteSavedForm, savedBefore } from './once_form';
import { draftColumns, type OrderFacts } from './order_columns';
import type { OrderContext } from './order_context';
import type { OrderDraft, PricedOrder } from './order_draft';
import { announceHistory, reservingStatuses } from './order_events';
import { gatherFacts } from './order_facts';
import { insertHistory } from './order_histories';
import { insertOrder } from './orders';
import { notePress, type Press } from './press';
import { readSettings, type ShopSettings } from '../setting/settings';
import { toShopTime, type ShopTime } from '../shop_time';
import { checkShortages, reserveByPerson, writeLines } from './write_order';

/**
 * Writes a new order: all of it and everything that follows from it in one transaction, or nothing. A second press
 * of the same form answers the order that the first one made.
 * @throws AppError `stock_short`, `form_used`, `coupon_used_up`, `credit_short`, `points_short`, and what pricing throws.
 */
export async function saveOrder(context: OrderContext, draft: OrderDraft, press: Press): Promise<{ orderId: number }> {
  const now = context.clock.now();
  return retryingTransaction(context.db, async (tx) => {
    const before = await savedBefore(tx, press, draft, now);
    if (before !== null) return { orderId: before };
    const wanted = await context.bus.filter(tx, 'order.saving', { orderId: null, draft });
    const made = await create(tx, context, wanted.draft, press);
    await noteSavedForm(tx, press, draft, made.orderId);
    await reserve(tx, made, wanted.draft);
    return { orderId: made.orderId };
  });
}

interface NewOrder {
  readonly orderId: number;
  readonly priced: PricedOrder;
  readonly settings: ShopSettings;
  readonly at: ShopTime;
}

/** All of it but the stock. */
async function create(tx: Tx, context: OrderContext, draft: OrderDraft, press: Press): Promise<NewOrder> {
  const now = context.clock.now();
  const settings = await readSettings(tx, draft.storeId);
  const at = toShopTime(now, settings.timeZone);
  const priced = await context.price(tx, draft, at);
  checkShortages(priced, settings);
  const facts = await gatherFacts(tx, draft, priced, settings, await context.paymentName(tx, draft));
  const orderId = await insertOrder(tx, newRow(facts, settings, at, press.ip));
  await writeLines(tx, orderId, priced);
  if (draft.remindersConsent) await recordConsent(tx, consentOf(orderId, press, now));
  await enter(tx, context, { orderId, draft, settings, at });
  const details = { status_id: draft.statusId, total: priced.total, payment: draft.paymentCode };
  await notePress(tx, press, { orderId, storeId: draft.storeId }, { event: 'order.saved', at: now, details });
  return { orderId, priced, settings, at };
}

/** Last of all: what many orders want is locked from here to the commit. */
async function reserve(tx: Tx, { orderId, priced, settings, at }: NewOrder, draft: OrderDraft): Promise<void> {
  if (!reservingStatuses(settings).has(draft.statusId)) return;
  await reserveByPerson(tx, { orderId, customerId: draft.customerId, at }, priced, settings);
}

/** The order leaves status 0: first history line, events, mails. */
async function enter(
  tx: Tx,
  context: OrderContext,
  order: { orderId: number; draft: OrderDraft; settings: ShopSettings; at: ShopTime },
): Promise<void> {
  const { orderId, draft, settings, at } = order;
  const to = draft.statusId;
  const historyId = await insertHistory(tx, { orderId, statusId: to, comment: '', notify: false, at });
  await announceHistory(tx, context.bus, settings, {
    orderId,
    storeId: draft.storeId,
    historyId,
    from: 0,
    to,
    notify: false,
  });
}

export function consentOf(orderId: number, press: Press, at: number) {
  return { orderId, reminders: true, recordedBy: press.user.username, at };
}

/** `ip` is the address of whoever saves, as OpenCart keeps it for orders that staff enter. */
function newRow(facts: OrderFacts, settings: ShopSettings, at: ShopTime, ip: string) {
  return {
    ...draftColumns(facts),
    subscription_id: 0,
    invoice_no: 0,
    invoice_prefix: fitText(settings.text('config_invoice_prefix'), 26),
    transaction_id: '',
    order_status_id: facts.draft.statusId,
    affiliate_id: 0,
    commission: '0.0000',
    marketing_id: 0,
    tracking: '',
    ip: ip.slice(0, 40),
    forwarded_ip: '',
    user_agent: '',
    accept_language: '',
    date_added: at,
    date_modified: at,
  };
}
