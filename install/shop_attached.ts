import { attachedOrderBook } from '../extension/opencart/attach/attached_order_book';
import { attachedDesk, entryJobsOf } from '../extension/opencart/entry/attached_desk';
import type { AttachedEntry } from '../extension/opencart/entry/attached_entry';
import type { OrderContext } from '../extension/opencart/order/order_context';
import { detectShop, type Detected } from '../extension/opencart/attach/detect';
import { dialectOfShop } from '../extension/opencart/attach/detected_dialect';
import { readPlugin } from '../extension/opencart/attach/detect_plugin';
import { attachedUsers } from '../extension/opencart/user/attached_users';
import { sessionStatements } from '../extension/opencart/attach/session_statements';
import type { Clock } from '../system/clock';
import type { Config } from '../system/config';
import { connect } from '../system/db/connect';
import type { Db } from '../system/db/table';
import { checkAppKey, readAppKey } from './app_key';
import { shopNotUnderstood, tablesOutdated } from './attach/errors';
import { strangeness } from './attach/identity';
import { assertAttached, assertUnderstood, connectPlainly } from './attach/look';
import { dueMigrations } from './migrations/migrate';
import { assertReachable } from './reachable';
import type { OpenShop } from './shop';

/** Pages of the embedded shop whose tables belong to PHP here: PHP's own admin has them, with all their effects. */
const ABSENT_PAGES = [
  '/catalog/product',
  '/catalog/option',
  '/customer/customer',
  '/setting/store',
  '/user/user',
  '/user/user_permission',
  '/localisation/order_status/form',
  '/localisation/order_status/save',
  '/localisation/order_status/delete',
  '/extension/shipping',
  '/extension/payment/install',
  '/extension/payment/uninstall',
] as const;

/** What could be interrupted half-way on tables that cannot undo. */
const ONLY_UNDONE = ['/sale/order/edit', '/sale/order/delete'] as const;

/**
 * Somebody's own shop, as `attach` prepared it. Writes nothing: neither tables nor rows of the shop are made here.
 * @throws AppError `database_unreachable`, `own_shop`, `not_attached`, `shop_not_understood`, `tables_outdated`,
 * `app_key_changed`
 */
export async function openAttachedShop(config: Config, clock: Clock): Promise<OpenShop> {
  const found = await lookBriefly(config);
  const dialect = dialectOfShop(found);
  if (dialect === null) throw shopNotUnderstood({ values: { reasons: found.reasons.join('; ') } });
  const appKey = readAppKey(config.appKey, config.dataDir);
  const open = (poolMax: number): Db =>
    connect({
      url: config.databaseUrl,
      tablePrefix: config.databasePrefix,
      sessionStatements: () => sessionStatements(found.session, clock.now()),
      poolMax,
    });
  const [db, aside] = [open(12), dialect.rollsBack ? null : open(3)];
  const entryOf = (context: OrderContext): AttachedEntry => {
    const { columns } = found;
    return { ...context, dialect, columns, ...(aside ? { aside } : {}) };
  };
  const close = async () => {
    await db.destroy();
    await aside?.destroy();
  };
  await checkAppKey(db, clock, appKey).catch(async (failed: unknown) => {
    await close();
    throw failed;
  });
  return {
    db,
    appKey,
    generatedPassword: null,
    users: attachedUsers(dialect),
    settingsTable: 'payment_link_setting',
    absentPages: dialect.rollsBack ? ABSENT_PAGES : [...ABSENT_PAGES, ...ONLY_UNDONE],
    orderBook: (services) => attachedOrderBook({ ...services, db, dialect, ...(aside ? { aside } : {}) }),
    orderDesk: (context) => attachedDesk(entryOf(context)),
    entryJobs: (context) => entryJobsOf(entryOf(context)),
    attached: { found, dialect, plugin: () => readPlugin(db), strangeness: () => strangeness(db, clock, config) },
    close,
  };
}

async function lookBriefly(config: Config): Promise<Detected> {
  const db = connectPlainly(config);
  try {
    await assertReachable(db);
    await assertAttached(db);
    const { names } = await dueMigrations(db, 'attached');
    if (names.length > 0) throw tablesOutdated({ values: { due: names.join(', ') } });
    const found = await detectShop(db);
    assertUnderstood(found);
    return found;
  } finally {
    await db.destroy();
  }
}
