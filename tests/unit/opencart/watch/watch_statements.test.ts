import { HOUR_MS } from '../../../../system/clock';
import { t } from '../../../../system/db/table';
import { phpEnters } from '../../../support/php_orders';
import { REQUEST_STATUS, type PhpShop } from '../../../support/php_shop';
import { onServer } from '../../../support/require';
import { WatchRoom } from '../../../support/watch_room';

const PENDING = 1;
/** Rows judged at once, and columns kept of each. */
const [BATCH, COLUMNS] = [500, 4];
/** Rows read again at most, to find one that became visible late. */
const OVERLAP_MAX = 5000;
const ROWS = 5000;
/** Reads of more rows than this are a scan; an overlap of 200 ids is not. */
const ROWS_MAX = 1000;
/** PHP's settings and stores are small everywhere; orders and what is kept of them are not. */
const LARGE = /`oc_(order(_history|_product|_option|_total)?|payment_link(_seen|_outbox|_journal)?)`/;

interface Statement {
  readonly sql: string;
  /** None for BEGIN and its like. */
  readonly bindings?: readonly unknown[];
}

/** What a shop has after years, in the tables that grow. */
async function longHistory(shop: PhpShop): Promise<void> {
  const { db } = shop;
  const orderId = await phpEnters(shop, { statusId: PENDING });
  const columns = Object.keys((await db('oc_order').first()) as object).filter((name) => name !== 'order_id');
  const names = columns.map((name) => `\`${name}\``).join(', ');
  for (let rows = 1; rows < ROWS; rows *= 2) {
    await db.raw(`INSERT INTO oc_order (${names}) SELECT ${names} FROM oc_order`);
    await db.raw(
      'INSERT INTO oc_order_history (order_id, order_status_id, comment, date_added) SELECT order_id, order_status_id, comment, date_added FROM oc_order_history',
    );
    await db.raw(
      'INSERT INTO oc_order_total (order_id, code, title, value, sort_order) SELECT order_id + ?, code, title, value, sort_order FROM oc_order_total WHERE order_id <= ?',
      [rows, orderId + rows],
    );
  }
  await db.raw("UPDATE oc_order_history SET date_added = '2026-01-01 12:00:00'");
  await db.raw('ANALYZE TABLE oc_order, oc_order_history, oc_order_total');
}

onServer('what the watcher asks of a shop with a long history', (server) => {
  describe.each(['3.0.4', '4.1.0.4'] as const)('%s', (version) => {
    let room: WatchRoom;
    let heard: Statement[] = [];
    beforeAll(async () => {
      room = await WatchRoom.open(server, version, longHistory);
      await room.shop.db.raw(
        'INSERT INTO oc_payment_link_seen (order_history_id, order_id, date_added, seen_at) SELECT order_history_id, order_id, date_added, ? FROM oc_order_history',
        [Date.now() - HOUR_MS],
      );
      await room.shop.db.raw('ANALYZE TABLE oc_payment_link_seen');
      await room.shop.switchLinksOn();
      await room.settle();
      room.program.links.db.on('query', (statement: Statement) => heard.push(statement));
    }, 60_000);
    afterAll(() => room.close());
    beforeEach(() => {
      heard = [];
    });

    /** How the server finds what the statement reads: one entry a table. */
    async function plans(statements: readonly Statement[]) {
      const found: { sql: string; type: string | null; key: string | null; rows: number }[] = [];
      for (const { sql, bindings = [] } of statements.filter((one) => /^select/.test(one.sql) && LARGE.test(one.sql))) {
        const [rows] = (await room.shop.db.raw(`EXPLAIN ${sql}`, bindings as string[])) as [
          { type: string | null; key: string | null; rows: number | null }[],
        ];
        // The plan counts what the key holds from there on; in the order of the key no more than the limit is read.
        const limited = /order by `order_history_id` (asc|desc) limit \?$/.test(sql)
          ? Number(bindings.at(-1))
          : Infinity;
        found.push(
          ...rows.map(({ type, key, rows: read }) => ({
            ...{ sql, type, key },
            rows: Math.min(Number(read ?? 0), key === 'PRIMARY' ? limited : Infinity),
          })),
        );
      }
      return found;
    }
    async function expectNoScan(statements: readonly Statement[]): Promise<void> {
      const scans = (await plans(statements)).filter(({ rows }) => rows > ROWS_MAX);
      expect(scans).toEqual([]);
    }

    test('an idle look is one statement: a range of the primary key', async () => {
      await room.look();
      expect(heard.map(({ sql }) => sql)).toEqual([
        expect.stringMatching(/from `oc_order_history` where `order_history_id` > \?/),
      ]);
      expect(await plans(heard)).toEqual([expect.objectContaining({ type: 'range', key: 'PRIMARY' })]);
    });

    test('the look at the overlap and at the open links reads no table from end to end, in few statements', async () => {
      room.pass(120_000);
      await room.look();
      expect(heard.length).toBeGreaterThan(5);
      expect(heard.length).toBeLessThan(40);
      await expectNoScan(heard);
    });

    test('a new order is judged by keys', async () => {
      const orderId = await phpEnters(room.shop, { statusId: REQUEST_STATUS });
      await room.look();
      expect(heard.some(({ sql }) => sql.startsWith('insert into `oc_payment_link_outbox`'))).toBe(true);
      await expectNoScan(heard);
      const seen = await room.shop.db(t(room.shop.db, 'payment_link_seen')).where({ order_id: orderId });
      expect(seen).toHaveLength(1);
    });

    test('what came while nobody looked is read in batches, whatever there is of it', async () => {
      const { db } = room.shop;
      await db.raw(
        'INSERT INTO oc_order_history (order_id, order_status_id, comment, date_added) SELECT order_id, order_status_id, comment, date_added FROM oc_order_history LIMIT 6000',
      );
      const orderId = await phpEnters(room.shop, { statusId: REQUEST_STATUS });
      await room.look();
      expect(Math.max(...heard.map(({ bindings }) => bindings?.length ?? 0))).toBeLessThanOrEqual(BATCH * COLUMNS);
      expect(await db(t(db, 'payment_link_seen')).where({ order_id: orderId })).toHaveLength(1);
      room.pass(120_000);
      heard = [];
      await room.look();
      const again = heard.filter(({ sql }) => sql.includes('from `oc_order_history` where `order_history_id` > ?'));
      expect(again.length).toBeLessThanOrEqual(OVERLAP_MAX / BATCH + 2);
    });
  });
});
