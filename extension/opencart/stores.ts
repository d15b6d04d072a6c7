import type { Db } from '../../system/db/table';
import { t } from '../../system/db/table';
import type { Store } from '../payment_link/order_book';
import { plainText } from './escaping';
import { readSettings } from './settings';

interface StoreRow {
  store_id: number;
  name: string | null;
  url: string | null;
}

/** The default store, which has no row and takes its name from the settings, then the others by id. */
export async function listStores(db: Db): Promise<Store[]> {
  const settings = await readSettings(db, 0);
  const rows = await db<StoreRow>(t(db, 'store')).select('store_id', 'name', 'url').orderBy('store_id');
  return [
    { storeId: 0, name: settings.text('config_name'), url: settings.text('config_url') },
    ...rows.map((row) => ({ storeId: row.store_id, name: plainText(row.name), url: plainText(row.url) })),
  ];
}

/** Null when there is no such store. */
export async function findStore(db: Db, storeId: number): Promise<Store | null> {
  return (await listStores(db)).find((store) => store.storeId === storeId) ?? null;
}
