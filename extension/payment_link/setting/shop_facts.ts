import type { PaymentLinks } from '../context';
import { readLinkSettings } from './link_settings';
import type { ShopFacts } from '../gateways/payment_extension';

/** What a provider's settings are held against, in one store. */
export async function shopFacts(context: PaymentLinks, storeId: number): Promise<ShopFacts> {
  const { db, orderBook } = context;
  const statuses = await orderBook.listStatuses(db);
  const stores = await orderBook.listStores(db);
  const { expiredStatusId } = readLinkSettings(await context.settingsFor(storeId, 'payment_link'));
  return {
    statusIds: statuses.map((status) => status.statusId),
    takenStatusIds: expiredStatusId === 0 ? [] : [expiredStatusId],
    storeName: stores.find((store) => store.storeId === storeId)?.name ?? '',
  };
}
