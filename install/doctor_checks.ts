import { existsSync } from 'node:fs';
import type { CheckKey, Level } from '../extension/payment_link/doctor/finding';
import { ShopApiError } from '../extension/opencart/attach/shop_api_error';
import { listNamedStores } from '../extension/payment_link/doctor/stores';
import type { PaymentLinks } from '../extension/payment_link/context';
import type { Check } from '../extension/payment_link/doctor/run_checks';
import {
  missingPrivileges,
  neededPrivileges,
  readAccount,
  type Privilege,
} from '../extension/opencart/attach/privileges';
import { passwordMatches } from '../extension/opencart/user/passwords';
import { findUserByName } from '../extension/opencart/user/users';
import type { Config } from '../system/config';
import type { Db } from '../system/db/table';
import { findingsOf } from './attach/findings';
import { grantStatements } from './attach/grants';
import { dueMigrations } from './migrations/migrate';
import { copySentence } from './outward';
import { passwordFile } from './password_file';
import type { AttachedRoom } from './shop';
import type { ShopApiRoom } from './shop_api';

/** What a stranger tries first. The demo's own is among them: a demo is not reachable from elsewhere. */
const WEAK_PASSWORDS = ['admin', 'password', 'secret123', 'demo1234', '12345678', 'changeme', 'payment-links'];
const FIRST_USER = 'admin';

export function databaseCheck(db: Db, shop: Config['shop']): Check {
  return {
    topic: 'database',
    async run(say) {
      const { names } = await dueMigrations(db, shop);
      return [
        names.length === 0
          ? say('ok', 'database_current')
          : say('problem', 'database_due', { names: names.join(', ') }),
      ];
    },
  };
}

/** Tries the shop's own API where the owner gave its user and key: an unpaid order is no time to learn that it refuses. */
export function shopApiCheck(links: PaymentLinks, shopApi: ShopApiRoom): Check {
  return {
    topic: 'shop',
    async run(say, signal) {
      const stores = await listNamedStores(links);
      const told = stores.map(async ({ storeId, name: store }) => {
        try {
          return (await shopApi.test(links, storeId, signal)) ? [say('ok', 'shop_api_works', { store })] : [];
        } catch (failed) {
          if (!(failed instanceof ShopApiError)) throw failed;
          return [say('problem', 'shop_api_refused', { store, reason: failed.message }, failed.remedy || undefined)];
        }
      });
      return (await Promise.all(told)).flat();
    },
  };
}

/** Of an attached shop, whose owner gives the program a database user of its own. */
export function privilegeCheck(db: Db): Check {
  return {
    topic: 'database',
    async run(say) {
      const account = await readAccount(db);
      const needed = await neededPrivileges(db);
      const tell = (level: Level, key: CheckKey, missing: readonly Privilege[]) => {
        const values = { user: account.user, tables: missing.map(({ table }) => table).join(', ') };
        const statements = grantStatements(missing, account).join(' ');
        return missing.length === 0 ? [] : [say(level, key, { ...values, statements })];
      };
      const running = tell('problem', 'rights_missing', await missingPrivileges(db, needed.running));
      const entering = tell('ok', 'rights_entry', await missingPrivileges(db, needed.entering));
      return [...(running.length === 0 ? [say('ok', 'rights_enough')] : running), ...entering];
    },
  };
}

/** Of the embedded shop: on an attached one the users are the PHP shop's business. */
export function accessCheck(db: Db, config: Pick<Config, 'demo' | 'dataDir'>): Check {
  return {
    topic: 'access',
    async run(say) {
      const user = await findUserByName(db, FIRST_USER);
      const tries = user?.enabled ? WEAK_PASSWORDS.map((weak) => passwordMatches(weak, user.hash)) : [];
      const weak = (await Promise.all(tries)).includes(true);
      const level = config.demo ? 'warning' : 'problem';
      const file = passwordFile(config.dataDir);
      return [
        weak ? say(level, 'access_weak', { username: FIRST_USER }) : say('ok', 'access_fine'),
        ...(existsSync(file) ? [say('warning', 'access_file', { file })] : []),
      ];
    },
  };
}

export interface ShopCheckParts {
  readonly demo: boolean;
  readonly attached: AttachedRoom | null;
  requestStatusIds(): Promise<readonly number[]>;
}

export function shopCheck({ demo, attached, requestStatusIds }: ShopCheckParts): Check {
  return {
    topic: 'shop',
    async run(say) {
      const own = demo ? [say('warning', 'shop_demo')] : [];
      if (attached === null) return own;
      const strange = await attached.strangeness();
      const copy = strange.length === 0 ? [] : [say('problem', 'shop_told', { reason: copySentence(strange) })];
      const found = { ...attached.found, plugin: await attached.plugin() };
      const told = findingsOf(found, await requestStatusIds()).map(({ level, text }) =>
        say(level === 'warning' ? 'warning' : 'ok', 'shop_told', { reason: text }),
      );
      return [...own, ...copy, ...told];
    },
  };
}
