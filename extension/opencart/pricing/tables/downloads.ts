import type { Db } from '../../../../system/db/table';
import { t } from '../../../../system/db/table';

/** Whether one of the products comes with something to download. */
export async function hasDownloads(db: Db, productIds: readonly number[]): Promise<boolean> {
  const rows = db<{ product_id: number }>(t(db, 'product_to_download')).whereIn('product_id', [...productIds]);
  return (await rows.first('product_id')) !== undefined;
}
