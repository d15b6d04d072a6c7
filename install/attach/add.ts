import { recordCursor } from '../../extension/opencart/watch/history_cursor';
import { newestHistoryId } from '../../extension/opencart/watch/history_feed';
import type { Clock } from '../../system/clock';
import type { Config } from '../../system/config';
import type { Db } from '../../system/db/table';
import { deriveSecretKey } from '../../system/secret_box';
import { checkAppKey } from '../app_key';
import { migrate } from '../migrations/migrate';
import { copyPluginSettings } from './copy_settings';
import { recordInstallation } from './identity';

export interface Added {
  readonly migrations: readonly string[];
  readonly settingsCopied: number;
}

/**
 * Adds this program's own tables and what belongs into them. Repeating it is safe. From the history as it is now on:
 * what was written before is never acted upon.
 */
export async function addToShop(
  db: Db,
  clock: Clock,
  config: Config,
  options: { readonly appKey: string; readonly publicUrlKnown: boolean },
): Promise<Added> {
  const migrations = await migrate(db, 'attached', clock);
  await checkAppKey(db, clock, options.appKey);
  await recordInstallation(db, clock, config, options);
  await recordCursor(db, await newestHistoryId(db), clock.now());
  const settingsCopied = await copyPluginSettings(db, clock, deriveSecretKey(options.appKey));
  return { migrations, settingsCopied };
}
