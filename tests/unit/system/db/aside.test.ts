import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../../../install/migrations/migrate';
import { listOrders } from '../../../../extension/opencart/order_list/order_list';
import { byScan } from '../../../../extension/opencart/order_list/order_list_scan';
import { systemClock } from '../../../../system/clock';
import { aside } from '../../../../system/db/aside';
import { connect } from '../../../../system/db/connect';
import { t, type Db } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';

describe('reading aside', () => {
  let folder: string;
  let db: Db;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'aside-'));
    db = connect({ url: `sqlite:${folder}/shop.sqlite`, tablePrefix: 'oc_' });
    await migrate(db, 'embedded', systemClock);
    await db(t(db, 'order')).insert({
      order_id: 1,
      firstname: 'Zoë',
      lastname: 'Vos',
      order_status_id: 5,
      total: '1.0000',
    });
  });
  afterAll(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true });
  });

  test('answers as the database does, and sees what was committed since', async () => {
    const statement = () => aside(db)(t(db, 'order')).select('firstname', 'total').orderBy('order_id');
    expect(await statement()).toEqual([{ firstname: 'Zoë', total: '1.0000' }]);
    await db(t(db, 'order')).insert({ order_id: 2, firstname: 'Ann', total: '2.0000' });
    expect(await statement()).toEqual(await db(t(db, 'order')).select('firstname', 'total').orderBy('order_id'));
    await db(t(db, 'order')).where({ order_id: 2 }).delete();
  });

  test('a statement that takes long lets others through', async () => {
    const done: string[] = [];
    const long = aside(db)
      .raw(
        'with recursive n(i) as (select 1 union all select i + 1 from n where i < ?) select max(i) as most from n',
        [3_000_000],
      )
      .then((rows: unknown) => done.push(JSON.stringify(rows)));
    for (let other = 0; other < 3; other++) {
      await db(t(db, 'order')).select('order_id');
      done.push(`other ${other}`);
    }
    await long;
    expect(done).toEqual(['other 0', 'other 1', 'other 2', '[{"most":3000000}]']);
  });

  test('a list that cannot use an index needs nothing of the connection that everybody else uses', async () => {
    const filters = { customer: 'zo' };
    const newest = { by: 'order_id', descending: true } as const;
    const page = { limit: 20, offset: 0 };
    const asked: string[] = [];
    db.on('query', ({ sql }: { sql: string }) => asked.push(sql));
    expect(await byScan(db, filters, newest, page, 1)).toMatchObject({ ids: [1], total: 1, more: false });
    expect(asked).toEqual([]);
    expect((await listOrders(db, filters, newest, page, 1)).rows).toMatchObject([{ orderId: 1, firstName: 'Zoë' }]);
  });

  test('reads only: nothing is written, and the next question is answered', async () => {
    await expect(aside(db)(t(db, 'order')).insert({ order_id: 9 })).rejects.toThrow(/readonly/);
    await expect(aside(db)('no_such_table')).rejects.toThrow(/no such table/);
    expect(await aside(db)(t(db, 'order')).select('order_id')).toEqual([{ order_id: 1 }]);
  });

  test('in a transaction what it wrote is read', async () => {
    await transaction(db, async (tx) => {
      await tx(t(tx, 'order')).insert({ order_id: 3 });
      expect(await aside(tx)(t(tx, 'order')).where({ order_id: 3 }).select('order_id')).toHaveLength(1);
      await tx(t(tx, 'order')).where({ order_id: 3 }).delete();
    });
  });

  test('a database in memory has one connection, which reads', async () => {
    const memory = connect({ url: 'sqlite::memory:', tablePrefix: '' });
    expect(aside(memory)).toBe(memory);
    await memory.destroy();
  });

  test('ends with the pool', async () => {
    const other = connect({ url: `sqlite:${folder}/shop.sqlite`, tablePrefix: 'oc_' });
    const reader = aside(other);
    expect(await reader(t(other, 'order')).select('order_id')).toHaveLength(1);
    await other.destroy();
    await expect(Promise.resolve(reader(t(other, 'order')).select('order_id'))).rejects.toThrow();
  });
});
