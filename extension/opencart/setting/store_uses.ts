import { countOf } from '../../../system/db/like';
import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';

export async function countOrdersOfStore(db: Db, storeId: number): Promise<number> {
  return countOf(db(t(db, 'order')).where('store_id', storeId));
}
