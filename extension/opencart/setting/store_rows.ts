import { forgetKept } from '../../../system/db/kept';
import type { Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { escapeText } from '../escaping';

/** The default store has no row. */
export async function insertStore(tx: Tx, name: string, url: string): Promise<number> {
  forgetKept(tx);
  const [storeId = 0] = await tx(t(tx, 'store')).insert(columnsOf(name, url));
  return storeId;
}

export async function updateStore(tx: Tx, storeId: number, name: string, url: string): Promise<void> {
  forgetKept(tx);
  await tx(t(tx, 'store')).where('store_id', storeId).update(columnsOf(name, url));
}

/** With its settings and its assortment. */
export async function deleteStoreRows(tx: Tx, storeId: number): Promise<void> {
  forgetKept(tx);
  for (const table of ['product_to_store', 'setting', 'store']) {
    await tx(t(tx, table)).where('store_id', storeId).delete();
  }
}

function columnsOf(name: string, url: string) {
  return { name: escapeText(name.trim()), url: escapeText(url.trim()) };
}
