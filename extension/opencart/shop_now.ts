import type { Clock } from '../../system/clock';
import type { Db } from '../../system/db/table';
import type { ShopSettings } from './setting/settings';
import { toShopTime, type ShopTime } from './shop_time';

/**
 * Now, as the shop's own NOW() would say: by `config_timezone`, right on both sides of daylight saving; a shop that
 * has no such setting keeps the time of its database server.
 */
export async function shopNow(db: Db, clock: Clock, settings: ShopSettings): Promise<ShopTime> {
  if (settings.has('config_timezone')) return toShopTime(clock.now(), settings.timeZone);
  const row = (await db.select({ now: db.fn.now() }).first()) as { now: string } | undefined;
  return (row?.now ?? '').slice(0, 19);
}
