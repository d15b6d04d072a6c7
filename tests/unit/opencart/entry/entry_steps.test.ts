import { putClean } from '../../../../extension/opencart/entry/clean_entry';
import { computeAttached, writeUnconfirmed } from '../../../../extension/opencart/entry/write_attached';
import { newestOrderId } from '../../../../extension/opencart/order/orders';
import { setCrashTrap } from '../../../../system/crash_point';
import { t } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import type { Job } from '../../../../system/outbox/job';
import { attachedShop, NOW, type AttachedTestShop } from '../../../support/attached_shop';
import { deskOf, fillCatalogue } from '../../../support/attached_catalogue';
import { announced, press, rowsOf, setStock, stockOf } from '../../../support/order_room';
import { draftOf, line } from '../../../support/pricing_shop';
import { onServer } from '../../../support/require';

const TABLES = ['order', 'order_product', 'order_total', 'order_history'];
const draft = (statusId = 1) => draftOf([line(31, 2)], { statusId });

onServer('an order that is written in steps, on tables that cannot undo', (server) => {
  let shop: AttachedTestShop;
  beforeAll(async () => {
    shop = await attachedShop(server, '3.0.4');
    await fillCatalogue(shop.insert);
  }, 60_000);
  afterAll(() => shop.destroy());
  beforeEach(async () => {
    await setStock(shop.db, 31, { quantity: 100 });
    await announced(shop.db);
  });
  afterEach(() => setCrashTrap(null));

  /** The process dies at that place. Answers the order that it left, if any. */
  async function dieAt(place: string, statusId = 1, token?: string): Promise<number> {
    const before = await newestOrderId(shop.db);
    setCrashTrap((name) => {
      if (name === place) throw new Error('died');
    });
    await expect(deskOf(shop).desk.save(draft(statusId), press(token))).rejects.toThrow('died');
    setCrashTrap(null);
    const newest = await newestOrderId(shop.db);
    return newest > before ? newest : 0;
  }

  /** What a worker does when the jobs that were put are due. */
  async function runJobs(): Promise<string[]> {
    const { jobs } = deskOf(shop);
    const rows = (await shop
      .db(t(shop.db, 'payment_link_outbox'))
      .where('name', 'like', 'shop.%')
      .orderBy('outbox_id')) as { outbox_id: number; name: string; payload: string }[];
    const failures: string[] = [];
    for (const row of rows) {
      await shop.db(t(shop.db, 'payment_link_outbox')).where('outbox_id', row.outbox_id).delete();
      const handler = jobs.find(({ name }) => name === row.name);
      await handler?.run(JSON.parse(row.payload), {} as Job).catch((failed: Error) => failures.push(failed.message));
    }
    return failures;
  }

  const stateOf = async (orderId: number) => ({
    status: ((await rowsOf(shop.db, 'order', orderId))[0] as { order_status_id: number } | undefined)?.order_status_id,
    lines: (await rowsOf(shop.db, 'order_product', orderId)).length,
    history: (await rowsOf(shop.db, 'order_history', orderId)).length,
    stock: await stockOf(shop.db, 31),
  });

  test('what dies before it is recorded was never seen, and is removed', async () => {
    const { entry } = deskOf(shop);
    const mark = { mark: 'payment-links dead', formToken: 'dead' };
    await putClean(shop.aside, { ...mark, aboveOrderId: await newestOrderId(shop.db) }, NOW);
    const computed = await computeAttached(shop.db, entry, draft());
    const orderId = await transaction(shop.db, (tx) =>
      writeUnconfirmed(tx, entry, computed, { ip: '', mark: mark.mark }),
    );
    expect(await stateOf(orderId)).toEqual({ status: 0, lines: 1, history: 0, stock: 100 });
    const other = await shop.insert('order', { order_status_id: 0, user_agent: 'Mozilla', payment_method: '' });
    expect(await runJobs()).toEqual([]);
    for (const table of TABLES) expect([table, await rowsOf(shop.db, table, orderId)]).toEqual([table, []]);
    expect(await rowsOf(shop.db, 'order', other)).toHaveLength(1);
  });

  test('a refusal of the database half-way leaves nothing', async () => {
    for (const place of ['entry.order_written', 'entry.lines_written'])
      expect([place, await dieAt(place)]).toEqual([place, 0]);
    const left = (await shop.db(t(shop.db, 'order_product')).where('product_id', 31)) as { order_id: number }[];
    const ids = new Set(((await shop.db(t(shop.db, 'order'))) as { order_id: number }[]).map((row) => row.order_id));
    expect(left.filter((row) => !ids.has(row.order_id))).toEqual([]);
    expect(await runJobs()).toEqual([]);
  });

  test.each(['entry.recorded', 'entry.begun'])(
    'what dies at %s is whole but hidden, and is finished once',
    async (place) => {
      const token = `again at ${place}`;
      const orderId = await dieAt(place, 1, token);
      expect(await stateOf(orderId)).toEqual({ status: 0, lines: 1, history: 0, stock: 100 });
      expect(await runJobs()).toEqual([]);
      expect(await stateOf(orderId)).toEqual({ status: 1, lines: 1, history: 1, stock: 98 });
      expect((await announced(shop.db)).filter(([name]) => name === 'mail_due')).toHaveLength(1);
      await runJobs();
      expect(await stateOf(orderId)).toEqual({ status: 1, lines: 1, history: 1, stock: 98 });
    },
  );

  test('a second press of the form finishes at once what the first one left', async () => {
    const orderId = await dieAt('entry.recorded', 1, 'pressed again');
    expect(await deskOf(shop).desk.save(draft(), press('pressed again'))).toEqual({ orderId });
    expect(await stateOf(orderId)).toEqual({ status: 1, lines: 1, history: 1, stock: 98 });
    expect(await runJobs()).toEqual([]);
    expect(await stateOf(orderId)).toEqual({ status: 1, lines: 1, history: 1, stock: 98 });
  });

  test.each([
    ['shop.status_set', 100],
    ['shop.stock_moved', 98],
  ])('what dies at %s is finished without moving stock again, and a person is told to look', async (place, stock) => {
    const orderId = await dieAt(place);
    expect(await stateOf(orderId)).toEqual({ status: 1, lines: 1, history: 0, stock });
    const failures = await runJobs();
    expect(failures).toHaveLength(1);
    expect(failures[0]).toContain(`Order ${orderId} was interrupted while its stock was being taken`);
    expect(await stateOf(orderId)).toEqual({ status: 1, lines: 1, history: 1, stock });
    expect(await runJobs()).toEqual([]);
    expect((await stateOf(orderId)).history).toBe(1);
  });

  test('in a status that takes no stock nobody needs to look', async () => {
    const orderId = await dieAt('shop.status_set', 7);
    expect(await runJobs()).toEqual([]);
    expect(await stateOf(orderId)).toEqual({ status: 7, lines: 1, history: 1, stock: 100 });
  });

  test('a finished order leaves no job but the one that tidies up, which finds nothing', async () => {
    const { orderId } = await deskOf(shop).desk.save(draft(), press());
    const names = (await announced(shop.db)).map(([name]) => name).filter((name) => name.startsWith('shop.'));
    expect(names).toEqual(['shop.clean_entry']);
    expect(await stateOf(orderId)).toEqual({ status: 1, lines: 1, history: 1, stock: 98 });
  });
});
