import { kept } from '../../../system/db/kept';
import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { Store } from '../../payment_link/order_book';
import { plainText } from '../escaping';
import { readSettings } from './settings';

interface StoreRow {
  store_id: number;
  name: string | null;
  url: string | null;
  /** Only before 4.0. */
  ssl?: string | null;
}

/** The default store, which has no row and takes its name from the settings, then the others by id. */
export async function listStores(db: Db): Promise<Store[]> {
  const settings = await readSettings(db, 0);
  const rows = await kept(db, 'stores', async () => db<StoreRow>(t(db, 'store')).select('*').orderBy('store_id'));
  return [
    { storeId: 0, name: settings.text('config_name'), url: settings.text('config_url') },
    ...rows.map((row) => ({ storeId: row.store_id, name: plainText(row.name), url: plainText(row.ssl || row.url) })),
  ];
}

/**
 * As `listStores`, on a shop whose PHP keeps the default store's address to itself: its newest order tells it. A
 * store of 3.x that has an address with https is known by that one.
 */
export async function listAttachedStores(db: Db): Promise<Store[]> {
  const [main, ...others] = await listStores(db);
  if (!main) return [];
  return [{ ...main, url: main.url || (await newestStoreUrl(db)) }, ...others];
}

async function newestStoreUrl(db: Db): Promise<string> {
  const row = await db<{ order_id: number; store_id: number; store_url: string | null }>(t(db, 'order'))
    .where('store_id', 0)
    .orderBy('order_id', 'desc')
    .first('store_url');
  return plainText(row?.store_url);
}

/** Null when there is no such store. */
export async function findStore(db: Db, storeId: number): Promise<Store | null> {
  return (await listStores(db)).find((store) => store.storeId === storeId) ?? null;
}
