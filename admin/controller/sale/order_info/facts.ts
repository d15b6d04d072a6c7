import { findLanguageId } from '../../../../extension/opencart/localisation/languages';
import { findOrderView, type OrderView } from '../../../../extension/opencart/order/order_view';
import { readSettings, type ShopSettings } from '../../../../extension/opencart/setting/settings';
import { listJournalOfOrder } from '../../../../extension/payment_link/journal/journal';
import { listMailsOfOrder } from '../../../../extension/payment_link/mail/mails';
import { readOrderLinks, type OrderLinks } from '../../../../extension/payment_link/order/order_links';
import { listRefunds, type Refund } from '../../../../extension/payment_link/refund/refunds';
import type { HistoryEntry } from '../../../../extension/payment_link/order_book';
import type { Db } from '../../../../system/db/table';
import type { Admin } from '../../../admin';
import type { Visit } from '../../../visit';
import { readHistory } from './history_lines';
import { pageVersion } from './page_version';
import type { PanelFacts } from './panel';

/** Everything that the order page shows, read once. */
export interface OrderFacts extends OrderView, PanelFacts {
  readonly order: OrderView['order'];
  readonly orderId: number;
  readonly settings: ShopSettings;
  /** The page of it that was asked for, newest first, and one line more where there are older ones. */
  readonly history: readonly HistoryEntry[];
}

export const JOURNAL_SHOWN = 100;

/** Null when there is no such order. What does not wait for one another is asked at once. */
export async function gatherOrder(app: Admin, visit: Visit, orderId: number): Promise<OrderFacts | null> {
  const { db } = app;
  // Read before the rest: a change in between makes the page refresh once more instead of never.
  const version = await pageVersion(db, orderId);
  const languageId = (await findLanguageId(db, visit.language)) ?? 1;
  const [found, known, mails, journal, history] = await Promise.all([
    findOrderView(db, orderId, languageId),
    readOrderLinks(db, orderId),
    listMailsOfOrder(db, orderId),
    listJournalOfOrder(db, orderId, JOURNAL_SHOWN + 1),
    readHistory(db, visit, orderId, languageId),
  ]);
  if (found === null) return null;
  const settings = await readSettings(db, found.order.storeId);
  return {
    ...found,
    ...known,
    orderId,
    page: { route: 'sale/order', ids: { order_id: orderId } },
    storeName: found.order.storeName,
    refunds: await refundsOf(db, known),
    mails,
    journal,
    history,
    settings,
    languageId,
    now: app.clock.now(),
    zone: settings.timeZone,
    version,
  };
}

/** Refunds of all that was paid. */
export async function refundsOf(db: Db, { links, payments }: OrderLinks): Promise<Refund[]> {
  const paid = links.filter((link) => payments.some((payment) => payment.linkId === link.linkId));
  const refunds = await Promise.all(paid.map((link) => listRefunds(db, link.linkId)));
  return refunds.flat();
}
