import express from 'express';
import type { AddressInfo } from 'node:net';
import { ADMIN_ASSETS } from '../../admin/assets';
import { adminApp } from '../../admin/app';
import type { Admin } from '../../admin/admin';
import { embeddedUsers } from '../../extension/opencart/user/embedded_users';
import { hashPassword } from '../../extension/opencart/user/passwords';
import { ADMIN_ROUTES, type Permission } from '../../extension/opencart/user/permissions';
import { insertUserGroup } from '../../extension/opencart/user/user_groups';
import { insertUser } from '../../extension/opencart/user/users';
import { embeddedOrderBook } from '../../extension/opencart/order_book';
import { systemClock } from '../../system/clock';
import { readConfig } from '../../system/config';
import { transaction } from '../../system/db/transaction';
import type { Db } from '../../system/db/table';
import { EventBus } from '../../system/event/bus';
import { createAssets } from '../../system/http/assets';
import { securityHeaders } from '../../system/http/security';
import { createLog } from '../../system/log';
import { deriveSecretKey } from '../../system/secret_box';
import { agentFor, type Agent } from './agent';
import { pricingShop } from './pricing_shop';
import { shopWords } from './shop_words';

const APP_KEY = 'k'.repeat(40);
export const PASSWORD = 'correct horse 1';

export interface AdminRoom extends Agent {
  /** Without a path: `http://127.0.0.1:41234`. */
  readonly url: string;
  readonly db: Db;
  readonly app: Admin;
  /** Somebody else, logged in, in a group of their own with just these permissions. */
  as(username: string, permission: Permission): Promise<Agent>;
  close(): Promise<void>;
}

export const EVERYTHING: Permission = { access: ADMIN_ROUTES, modify: ADMIN_ROUTES };

/** The merchant's pages over HTTP on a shop of its own; the room itself is logged in as its first administrator. */
export async function startAdmin(more: Partial<Admin> = {}): Promise<AdminRoom> {
  const { db, destroy } = await pricingShop();
  await shopWords(db);
  await addUser(db, 'admin', 'Administrator', EVERYTHING);
  const app = { ...adminOf(db), ...more };
  const site = express();
  site.use(securityHeaders({ https: false }), app.assets.router);
  site.use('/admin', adminApp(app));
  const server = site.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const room = agentFor(url);
  await room.logIn('admin', PASSWORD);
  return {
    ...room,
    url,
    db,
    app,
    async as(username, permission) {
      await addUser(db, username, `Group of ${username}`, permission);
      const other = agentFor(url);
      await other.logIn(username, PASSWORD);
      return other;
    },
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await destroy();
    },
  };
}

function adminOf(db: Db): Admin {
  const config = readConfig({ DEMO: '0' });
  const bus = new EventBus([], systemClock);
  const book = embeddedOrderBook({ bus, clock: systemClock });
  const parts = {
    config,
    db,
    bus,
    clock: systemClock,
    log: createLog('silent'),
    users: embeddedUsers,
    offers: () => true,
    banner: () => null,
    storesWithPlugin: async () => [],
    orderBook: book,
  };
  // Pages that need more, such as orders and payment methods, are given it by their own tests.
  const rest = {
    assets: createAssets(ADMIN_ASSETS, ''),
    appKey: APP_KEY,
    secretKey: deriveSecretKey(APP_KEY),
    wake: () => undefined,
  };
  return { ...parts, ...rest } as unknown as Admin;
}

let hashed: Promise<string> | null = null;

async function addUser(db: Db, username: string, group: string, permission: Permission): Promise<void> {
  const hash = await (hashed ??= hashPassword(PASSWORD));
  await transaction(db, async (tx) => {
    const userGroupId = await insertUserGroup(tx, group, permission);
    const name = { firstName: username, lastName: 'Example', email: `${username}@shop.example` };
    await insertUser(tx, { userGroupId, username, ...name, enabled: true }, hash, '2026-01-01 12:00:00');
  });
}
