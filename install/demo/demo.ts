import { readSettings } from '../../extension/opencart/setting/settings';
import { toShopTime } from '../../extension/opencart/shop_time';
import type { Clock } from '../../system/clock';
import type { Db } from '../../system/db/table';
import { transaction } from '../../system/db/transaction';
import { defineError } from '../../system/errors';
import { appliedMigrations } from '../migrations/migrate';
import { claimSeed } from '../seed/rows';
import { seedDemoCustomers } from './customers';
import { seedDemoProducts } from './products';
import { seedDemoCoupons, seedDemoSettings } from './settings';

export const demoRefused = defineError(
  'demo_refused',
  409,
  'Demo data are put only into an embedded shop that this program made. Nothing was changed.',
  'Start without DEMO, or with an empty database.',
);

/**
 * Products, customers, coupons and settings to try payment links with, once: what was deleted does not come back.
 * @returns whether anything was written. @throws AppError `demo_refused`
 */
export async function seedDemo(db: Db, options: { readonly clock: Clock; readonly appKey: string }): Promise<boolean> {
  const applied = await appliedMigrations(db);
  if (applied.length === 0 || applied.some((migration) => migration.shop !== 'embedded')) throw demoRefused();
  return transaction(db, async (tx) => {
    if (!(await claimSeed(tx, 'seed_demo', options.clock.now()))) return false;
    await seedDemoSettings(tx, options.appKey);
    await seedDemoProducts(tx, options.clock);
    await seedDemoCustomers(tx, options.clock);
    await seedDemoCoupons(tx, toShopTime(options.clock.now(), (await readSettings(tx, 0)).timeZone));
    return true;
  });
}
