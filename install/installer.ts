import { randomBytes } from 'node:crypto';
import { hashPassword } from '../extension/opencart/user/passwords';
import { rememberPages, takeNewPages } from '../extension/opencart/user/new_pages';
import { ADMIN_ROUTES } from '../extension/opencart/user/permissions';
import { toShopTime } from '../extension/opencart/shop_time';
import { insertUserGroup } from '../extension/opencart/user/user_groups';
import { insertUser } from '../extension/opencart/user/users';
import type { Clock } from '../system/clock';
import type { Db, Tx } from '../system/db/table';
import { transaction } from '../system/db/transaction';
import type { Log } from '../system/log';
import { SETTINGS } from './data/settings';
import { seedDemo } from './demo/demo';
import { migrate } from './migrations/migrate';
import { assertOwnDatabase } from './refusal';
import { seedCountries } from './seed/countries';
import { seedLocalisation } from './seed/localisation';
import { claimSeed, isSeeded } from './seed/rows';
import { seedSettings } from './seed/settings';
import { seedTaxes } from './seed/taxes';

export interface InstallOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** ADMIN_PASSWORD; null: one is made up. Only the first start uses it. */
  readonly adminPassword: string | null;
  /** Puts a made-up password where only the owner reads it. The shop is there only after that: a crash locks nobody out. */
  keepPassword(password: string): void;
  readonly demo: boolean;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** Boxes the demo's secrets. */
  readonly appKey: string;
}

export interface Installed {
  /** This start made the shop. */
  readonly first: boolean;
  /** Of the user `admin`, when it was made up. */
  readonly generatedPassword: string | null;
}

/**
 * Brings the embedded shop to where it can be used, on every start: refuses a database that is not its own, having
 * written nothing, applies what migrations are due, and fills an empty shop.
 * @throws AppError `foreign_database`, `attached_database`, `database_newer`
 */
export async function installEmbedded(db: Db, options: InstallOptions): Promise<Installed> {
  await assertOwnDatabase(db);
  const applied = await migrate(db, 'embedded', options.clock);
  if (applied.length > 0) options.log.info({ migrations: applied }, 'the database was brought to this version');
  const installed = await seedShop(db, options);
  const pages = await takeNewPages(db, options.clock.now());
  if (pages.length > 0) options.log.info({ pages }, 'new pages were offered to the user groups');
  if (options.demo && (await seedDemo(db, options))) options.log.info('demo data were put into the shop');
  return installed;
}

async function seedShop(db: Db, options: InstallOptions): Promise<Installed> {
  if (await isSeeded(db, 'seed_shop')) return { first: false, generatedPassword: null };
  const generated = options.adminPassword === null ? randomBytes(12).toString('base64url') : null;
  const hash = await hashPassword(options.adminPassword ?? generated ?? '');
  const first = await transaction(db, async (tx) => {
    if (!(await claimSeed(tx, 'seed_shop', options.clock.now()))) return false;
    const now = toShopTime(options.clock.now(), String(SETTINGS['config']?.['config_timezone']));
    await seedLocalisation(tx, now);
    await seedCountries(tx);
    await seedTaxes(tx);
    await seedSettings(tx, options.publicUrl);
    await seedAdministrator(tx, hash, now);
    await rememberPages(tx, options.clock.now());
    if (generated !== null) options.keepPassword(generated);
    return true;
  });
  return { first, generatedPassword: first ? generated : null };
}

async function seedAdministrator(tx: Tx, hash: string, now: string): Promise<void> {
  const userGroupId = await insertUserGroup(tx, 'Administrator', { access: ADMIN_ROUTES, modify: ADMIN_ROUTES });
  const names = { username: 'admin', firstName: 'Shop', lastName: 'Admin', email: 'admin@example.com' };
  await insertUser(tx, { userGroupId, ...names, enabled: true }, hash, now);
}
