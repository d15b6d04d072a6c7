import { randomBytes } from 'node:crypto';
import { attachedOrderBook } from '../../extension/opencart/attach/attached_order_book';
import { detectShop, type Detected } from '../../extension/opencart/attach/detect';
import { speakDialect, type ShopDialect } from '../../extension/opencart/dialect';
import { dialectOfShop } from '../../extension/opencart/attach/detected_dialect';
import { listColumnFacts } from '../../extension/opencart/attach/information_schema';
import { sessionStatements, shopSession } from '../../extension/opencart/attach/session_statements';
import type { OrderBook } from '../../extension/payment_link/order_book';
import { migrate } from '../../install/migrations/migrate';
import { systemClock } from '../../system/clock';
import { connect } from '../../system/db/connect';
import { t, type Db } from '../../system/db/table';
import { EventBus } from '../../system/event/bus';
import { after } from '../../system/event/listen';
import { ATTACHED_ROWS, ORDER_LINE, ORDER_OPTION, ORDER_TOTALS, orderRow } from './attached_rows';
import { loadDump, type Dump } from './opencart_dump';
import type { OpencartVersion } from './opencart_notation';
import { createOpencartTables } from './opencart_schemas';

/** 2026-06-01 14:00:00 in Amsterdam. */
export const NOW = Date.UTC(2026, 5, 1, 12, 0, 0);

export interface AttachedTestShop {
  readonly db: Db;
  readonly aside: Db;
  readonly url: string;
  readonly found: Detected;
  readonly dialect: ShopDialect;
  readonly book: OrderBook;
  /** Columns it does not have are left out. Answers the row's id. */
  insert(table: string, row: Readonly<Record<string, unknown>>): Promise<number>;
  destroy(): Promise<void>;
}

/** A shop of that version built for the test, or out of a real one's dump, with our own tables beside it. */
export async function attachedShop(server: string, from: OpencartVersion | Dump): Promise<AttachedTestShop> {
  const { url, drop } = await freshSchema(server);
  const open = (): Db =>
    connect({
      url,
      tablePrefix: 'oc_',
      sessionStatements: () => sessionStatements(shopSession('Europe/Amsterdam'), NOW),
    });
  const [db, aside] = [open(), open()];
  if (typeof from === 'string') await createOpencartTables(db, from);
  else await loadDump(url, from);
  const insert = await inserterOf(db);
  if (typeof from === 'string') await fill(insert);
  const found = await detectShop(db);
  const dialect = dialectOfShop(found);
  if (dialect === null) throw new Error(`not understood: ${[...found.reasons, ...found.missing].join(', ')}`);
  speakDialect(db, dialect);
  await migrate(db, 'attached', systemClock);
  const clock = { now: () => NOW };
  const bus = new EventBus([after('order.mail_due', 'mail_due', async () => undefined)], clock);
  const book = attachedOrderBook({ db, aside, dialect, clock, bus });
  const destroy = async (): Promise<void> => {
    await Promise.all([db.destroy(), aside.destroy()]);
    await drop();
  };
  return { db, aside, url, found, dialect, book, insert, destroy };
}

export async function freshSchema(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = connect({ url: server, tablePrefix: '' });
  await admin.raw('CREATE DATABASE ?? CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci', [name]);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    async drop() {
      await admin.raw('DROP DATABASE ??', [name]);
      await admin.destroy();
    },
  };
}

export type Insert = AttachedTestShop['insert'];

export async function inserterOf(db: Db): Promise<Insert> {
  const columns = new Set((await listColumnFacts(db)).map((fact) => `${fact.table}.${fact.column}`));
  return async (table, row) => {
    const known = Object.entries(row).filter(([column]) => columns.has(`${table}.${column}`));
    if (known.length === 0) return 0;
    const [id] = await db(t(db, table)).insert(Object.fromEntries(known));
    return Number(id);
  };
}

export async function fill(insert: Insert): Promise<void> {
  for (const [table, rows] of Object.entries(ATTACHED_ROWS)) for (const row of rows) await insert(table, row);
}

/** As the PHP admin enters one: parent first, status 0 until all is in, then the status with its stock. */
export async function enterAttachedOrder(shop: AttachedTestShop, statusId: number): Promise<number> {
  const { db, dialect, insert } = shop;
  const orderId = await insert('order', orderRow(dialect.methods === 'json'));
  const lineId = await insert('order_product', { order_id: orderId, ...ORDER_LINE });
  await insert('order_option', { order_id: orderId, order_product_id: lineId, ...ORDER_OPTION });
  for (const [code, title, value, sort_order] of ORDER_TOTALS) {
    await insert('order_total', { order_id: orderId, extension: 'opencart', code, title, value, sort_order });
  }
  await db(t(db, 'order')).where('order_id', orderId).update({ order_status_id: statusId });
  await insert('order_history', {
    order_id: orderId,
    order_status_id: statusId,
    notify: 0,
    comment: '',
    date_added: '2026-06-01 12:00:00',
  });
  if (![1, 2, 3, 5].includes(statusId)) return orderId;
  await db(t(db, 'product')).where('product_id', 30).decrement('quantity', 2);
  await db(t(db, 'product_option_value')).where('product_option_value_id', 15).decrement('quantity', 2);
  return orderId;
}
