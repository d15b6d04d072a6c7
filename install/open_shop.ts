import type { Clock } from '../system/clock';
import type { Config } from '../system/config';
import type { Log } from '../system/log';
import { assertDataDir } from './data_dir';
import type { OpenShop } from './shop';
import { openAttachedShop } from './shop_attached';
import { openEmbeddedShop } from './shop_embedded';

/**
 * Connects, brings the tables to this version, fills a new shop, and checks that the key fits the database.
 * @throws AppError when anything is not as it must be; nothing has been written to a foreign database then.
 */
export async function openShop(config: Config, clock: Clock, log: Log): Promise<OpenShop> {
  assertDataDir(config.dataDir);
  return config.shop === 'attached' ? openAttachedShop(config, clock) : openEmbeddedShop(config, clock, log);
}
