import { embeddedUsers } from '../extension/opencart/user/embedded_users';
import { embeddedDesk } from '../extension/opencart/entry/embedded_desk';
import { embeddedOrderBook } from '../extension/opencart/order_book';
import type { Clock } from '../system/clock';
import type { Config } from '../system/config';
import { connect } from '../system/db/connect';
import type { Log } from '../system/log';
import { checkAppKey, readAppKey } from './app_key';
import { installEmbedded } from './installer';
import { keepPassword } from './password_file';
import { assertReachable } from './reachable';
import { assertOwnDatabase } from './refusal';
import type { OpenShop } from './shop';

/** Our own shop: made on the first start. @throws AppError, see `installEmbedded` */
export async function openEmbeddedShop(config: Config, clock: Clock, log: Log): Promise<OpenShop> {
  const db = connect({ url: config.databaseUrl, tablePrefix: config.databasePrefix });
  try {
    await assertReachable(db);
    await assertOwnDatabase(db);
    const appKey = readAppKey(config.appKey, config.dataDir);
    const { adminPassword, demo, publicUrl } = config;
    const keep = (password: string): void => keepPassword(config.dataDir, password);
    const options = { clock, log, appKey, adminPassword, keepPassword: keep, demo, publicUrl };
    const { generatedPassword } = await installEmbedded(db, options);
    await checkAppKey(db, clock, appKey);
    return {
      db,
      appKey,
      generatedPassword,
      users: embeddedUsers,
      settingsTable: 'setting',
      absentPages: ['/setting/permission'],
      orderBook: embeddedOrderBook,
      orderDesk: embeddedDesk,
      entryJobs: () => [],
      attached: null,
      close: () => db.destroy(),
    };
  } catch (failed) {
    await db.destroy();
    throw failed;
  }
}
