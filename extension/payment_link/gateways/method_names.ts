import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { Link } from '../link/link_row';

interface MethodRow {
  gateway: string;
  store_id: number;
  environment: string;
  code: string;
  name: string;
}

/** The cached name of a provider's method ("iDEAL" for "IDEAL"); null when the cache does not have it. */
export async function findMethodName(
  db: Db,
  link: Pick<Link, 'gateway' | 'storeId' | 'environment'>,
  code: string,
): Promise<string | null> {
  const row = await db<MethodRow>(t(db, 'payment_link_method'))
    .where({ gateway: link.gateway, store_id: link.storeId, environment: link.environment, code })
    .first('name');
  return row?.name ?? null;
}

/** Every cached name by its code, for lists over all stores. */
export async function listMethodNames(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db<MethodRow>(t(db, 'payment_link_method')).distinct('code', 'name');
  return new Map(rows.map((row) => [row.code, row.name]));
}
