import type { Clock } from '../../../system/clock';
import type { Tx } from '../../../system/db/table';
import type { EventBus } from '../../../system/event/bus';
import type { Announcement } from '../../../system/event/events';
import type {} from '../../payment_link/events';
import type { OrderDraft } from './order_draft';
import type { ShopSettings } from '../setting/settings';

declare module '../../../system/event/events' {
  interface Events {
    /** An order is about to be priced and written by a person's save; `orderId` is null for a new one. */
    'order.saving': { before: { orderId: number | null; draft: OrderDraft } };
  }
}

/** What the use cases of orders need besides the database. */
export interface OrderServices {
  readonly bus: EventBus;
  readonly clock: Clock;
}

export interface HistoryFact {
  readonly orderId: number;
  readonly storeId: number;
  readonly historyId: number;
  readonly from: number;
  readonly to: number;
  readonly notify: boolean;
}

/** Processing and complete statuses: an order in one of them has its stock taken. */
export function reservingStatuses(settings: ShopSettings): ReadonlySet<number> {
  return new Set([...settings.ids('config_processing_status'), ...settings.ids('config_complete_status')]);
}

/**
 * Tells what a history line means. The order mail goes when an order leaves status 0, whether the customer was to
 * be told or not; the update mail only when told, between statuses that are both not 0; the alert with the order
 * mail, where the shop's owner asked for it.
 */
export async function announceHistory(tx: Tx, bus: EventBus, settings: ShopSettings, fact: HistoryFact): Promise<void> {
  const { orderId, historyId, from, to } = fact;
  const entered: Announcement[] =
    from === to ? [] : [{ event: 'order.status_entered', payload: { orderId, statusId: to, historyId } }];
  await bus.announceAll(tx, [...entered, ...mailsDue(settings, fact)]);
}

/** The mails alone: on an attached shop the watcher notices the status. */
export async function announceMails(tx: Tx, bus: EventBus, settings: ShopSettings, fact: HistoryFact): Promise<void> {
  await bus.announceAll(tx, mailsDue(settings, fact));
}

function mailsDue(settings: ShopSettings, fact: HistoryFact): Announcement[] {
  const { orderId, storeId, historyId, from, to, notify } = fact;
  if (to === 0 || (from !== 0 && !notify)) return [];
  if (from !== 0) return [{ event: 'order.mail_due', payload: { orderId, kind: 'update', historyId } }];
  const alert: Announcement = { event: 'order.mail_due', payload: { orderId, kind: 'alert', historyId, storeId } };
  const order: Announcement = { event: 'order.mail_due', payload: { orderId, kind: 'order', historyId } };
  return wantsAlert(settings) ? [order, alert] : [order];
}

function wantsAlert(settings: ShopSettings): boolean {
  const wanted = settings.json('config_mail_alert');
  return typeof wanted === 'object' && wanted !== null && Object.values(wanted).includes('order');
}
