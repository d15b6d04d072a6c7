import type { NewHistory, Order, OrderBook } from '../../extension/payment_link/order_book';
import type { Db } from '../../system/db/table';
import { transaction } from '../../system/db/transaction';

/** What the suite needs of a shop: orders as its own admin would enter them, and a look at the stock. */
export interface OrderBookWorld {
  readonly db: Db;
  readonly book: OrderBook;
  /** Two statuses that reserve stock, and two that do not; all exist. */
  readonly reserving: readonly [number, number];
  readonly free: readonly [number, number];
  /**
   * Enters an order of two pieces of the shop's product, with an option value that subtracts, for "Zoë & Co <b>" in
   * that status, in the shop's second currency. Answers its id.
   */
  enterOrder(statusId: number): Promise<number>;
  readonly productId: number;
  productStock(): Promise<number>;
  optionStock(): Promise<number>;
  setProductStock(quantity: number): Promise<void>;
  destroy(): Promise<void>;
}

export interface ShopManner {
  /** False where the shop's tables cannot undo. */
  readonly rollsBack: boolean;
  /** How the shop writes the code `multisafepay.ideal`. */
  readonly paymentCode: string;
}

const MODERN: ShopManner = { rollsBack: true, paymentCode: 'multisafepay.ideal' };

/** What every shop must do behind the port, whatever its tables. */
export function orderBookContract(name: string, setup: () => Promise<OrderBookWorld>, manner = MODERN): void {
  describe(`the order book of ${name}`, () => {
    let world: OrderBookWorld;
    beforeEach(async () => {
      world = await setup();
    });
    afterEach(() => world.destroy());

    const add = (orderId: number, statusId: number, more: Partial<NewHistory> = {}) =>
      transaction(world.db, (tx) =>
        world.book.addHistory(tx, { orderId, statusId, comment: '', notify: false, ...more }),
      );
    const history = (orderId: number, limit = 20, offset = 0) =>
      world.book.listHistory(world.db, orderId, { limit, offset });
    async function found(orderId: number): Promise<Order> {
      const order = await world.book.findOrder(world.db, orderId);
      if (order === null) throw new Error(`order ${orderId} is gone`);
      return order;
    }

    test('an order that does not exist is null', async () => {
      expect(await world.book.findOrder(world.db, 987_654)).toBeNull();
    });

    test('reads an order in plain text, with exact amounts that add up', async () => {
      const order = await found(await world.enterOrder(world.free[0]));
      expect(order.lastName).toBe('Zoë & Co <b>');
      expect(order.paymentAddress.lastName).toBe('Zoë & Co <b>');
      expect(order.statusId).toBe(world.free[0]);
      expect(order.lines).toMatchObject([{ productId: world.productId, quantity: 2 }]);
      expect(order.lines[0]?.options).toHaveLength(1);
      for (const amount of [order.total, ...order.totals.map((total) => total.value)])
        expect(amount).toMatch(/^-?\d+\.\d{4}$/);
      expect(order.totals.find((total) => total.code === 'total')?.value).toBe(order.total);
      expect(order.currencyValue).toMatch(/^\d+\.\d{8}$/);
      expect(order.paymentAddress.countryIso2).toMatch(/^[A-Z]{2}$/);
      expect(order.dateAdded).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
      expect(order.shippingMethod?.code).toMatch(/^\w+\.\w+$/);
    });

    test('a status change is one history line, newest first, in plain text', async () => {
      const orderId = await world.enterOrder(world.free[0]);
      const before = await history(orderId);
      const done = await add(orderId, world.free[1], { comment: 'Paid <today> & "well"', notify: true });
      expect(done).toMatchObject({ applied: true, previousStatusId: world.free[0] });
      const after = await history(orderId);
      expect(after).toHaveLength(before.length + 1);
      expect(after[0]).toMatchObject({ statusId: world.free[1], comment: 'Paid <today> & "well"', notify: true });
      expect(after[0]?.statusName).not.toBe('');
      expect((await found(orderId)).statusId).toBe(world.free[1]);
      expect(await history(orderId, 1, 1)).toEqual(after.slice(1, 2));
      const [newest] = after;
      const { historyId = 0, statusId, comment } = newest ?? {};
      expect(await world.book.findHistoryLine(world.db, orderId, historyId)).toEqual({ statusId, comment });
      expect(await world.book.findHistoryLine(world.db, orderId + 1, historyId)).toBeNull();
      expect(await world.book.findHistoryLine(world.db, orderId, historyId + 1)).toBeNull();
    });

    test('an expected status that is not there any more changes nothing', async () => {
      const orderId = await world.enterOrder(world.reserving[0]);
      const [stock, lines] = [await world.productStock(), await history(orderId)];
      const done = await add(orderId, world.free[0], { expectedStatusId: world.free[1] });
      expect(done).toMatchObject({ applied: false, previousStatusId: world.reserving[0], oversold: [] });
      expect([await world.productStock(), await history(orderId)]).toEqual([stock, lines]);
      expect((await found(orderId)).statusId).toBe(world.reserving[0]);
    });

    test('stock is taken on entering the reserving statuses, given back on leaving, and left alone within', async () => {
      const [product, option] = [await world.productStock(), await world.optionStock()];
      const orderId = await world.enterOrder(world.free[0]);
      const seen = [];
      for (const statusId of [
        world.reserving[0],
        world.reserving[1],
        world.reserving[1],
        world.free[1],
        world.free[0],
      ]) {
        await add(orderId, statusId);
        seen.push([(await world.productStock()) - product, (await world.optionStock()) - option]);
      }
      expect(seen).toEqual([
        [-2, -2],
        [-2, -2],
        [-2, -2],
        [0, 0],
        [0, 0],
      ]);
    });

    test('stock never refuses: what falls below zero is named', async () => {
      const orderId = await world.enterOrder(world.free[0]);
      await world.setProductStock(1);
      expect(await add(orderId, world.reserving[0])).toMatchObject({ applied: true, oversold: [world.productId] });
      expect(await world.productStock()).toBe(-1);
      expect(await add(orderId, world.free[0])).toMatchObject({ applied: true, oversold: [] });
      expect(await world.productStock()).toBe(1);
    });

    test('of several writers that expect the same status one moves it, and the stock with it once', async () => {
      const stock = await world.productStock();
      const orderId = await world.enterOrder(world.free[0]);
      const tries = await Promise.all(
        [0, 1, 0, 1].map((index) => add(orderId, world.reserving[index] ?? 0, { expectedStatusId: world.free[0] })),
      );
      expect(tries.filter((one) => one.applied)).toHaveLength(1);
      expect(await world.productStock()).toBe(stock - 2);
    });

    test('an order that does not exist cannot be moved', async () => {
      await expect(add(987_654, world.free[0])).rejects.toMatchObject({ code: 'order_not_found' });
    });

    const rolledBack = manner.rollsBack ? 'never was' : 'stays, and the book says that it cannot undo';
    test(`a change that is rolled back ${rolledBack}`, async () => {
      const orderId = await world.enterOrder(world.free[0]);
      const stock = await world.productStock();
      const undone = transaction(world.db, async (tx) => {
        await world.book.addHistory(tx, { orderId, statusId: world.reserving[0], comment: '', notify: false });
        throw new Error('undo');
      });
      await expect(undone).rejects.toThrow('undo');
      const [statusId, left] = manner.rollsBack ? [world.free[0], stock] : [world.reserving[0], stock - 2];
      expect([(await found(orderId)).statusId, await world.productStock()]).toEqual([statusId, left]);
      expect(world.book.rollsBack ?? true).toBe(manner.rollsBack);
    });

    test('a note stands under the present status and moves nothing', async () => {
      const orderId = await world.enterOrder(world.reserving[0]);
      const stock = await world.productStock();
      await transaction(world.db, (tx) => world.book.addNote(tx, orderId, 'Pay here: https://x/?a=1&b=2', true));
      expect((await history(orderId))[0]).toMatchObject({
        statusId: world.reserving[0],
        comment: 'Pay here: https://x/?a=1&b=2',
        notify: true,
      });
      expect(await world.productStock()).toBe(stock);
    });

    test('remembers the method that was really used', async () => {
      const orderId = await world.enterOrder(world.free[0]);
      const method = { code: 'multisafepay.ideal', name: 'iDEAL & Co' };
      await transaction(world.db, (tx) => world.book.changePaymentMethod(tx, orderId, method));
      expect((await found(orderId)).paymentMethod).toEqual({ ...method, code: manner.paymentCode });
    });

    test('knows its statuses, and which of them reserve stock', async () => {
      const ids = (await world.book.listStatuses(world.db)).map((status) => status.statusId);
      expect(ids).toEqual(expect.arrayContaining([...world.reserving, ...world.free]));
      const reserving = await world.book.reservingStatusIds(world.db, 0);
      expect(reserving).toEqual(expect.arrayContaining([...world.reserving]));
      for (const statusId of world.free) expect(reserving).not.toContain(statusId);
    });

    test('knows its stores, languages and currencies', async () => {
      expect((await world.book.listStores(world.db)).map((store) => store.storeId)).toContain(0);
      for (const language of await world.book.listLanguages(world.db))
        expect(language.code).toMatch(/^[a-z]{2}(-[a-z]{2})?$/);
      const currencies = await world.book.listCurrencies(world.db);
      expect(currencies.length).toBeGreaterThan(1);
      for (const currency of currencies)
        expect(currency).toMatchObject({
          value: expect.stringMatching(/^\d+\.\d{8}$/),
          code: expect.stringMatching(/^[A-Z]{3}$/),
        });
    });

    test('lists the orders of a store in a status above a number, newest first, as many as asked for', async () => {
      const ids = [];
      for (let made = 0; made < 4; made++) ids.push(await world.enterOrder(world.free[0]));
      await add(ids[2] ?? 0, world.free[1]);
      const list = (afterOrderId: number, limit: number, storeId = 0) =>
        world.book.listOrderIdsInStatus(world.db, { storeId, statusId: world.free[0], limit, afterOrderId });
      expect(await list(ids[0] ?? 0, 10)).toEqual([ids[3], ids[1]]);
      expect(await list(ids[0] ?? 0, 1)).toEqual([ids[3]]);
      expect(await list(ids[0] ?? 0, 10, 77)).toEqual([]);
      const query = { storeId: 0, statusId: world.free[0], limit: 10, afterOrderId: (ids[0] ?? 0) - 1 };
      const upTo = world.book.listOrderIdsInStatus(world.db, { ...query, upToOrderId: ids[1] ?? 0 });
      expect(await upTo).toEqual([ids[1], ids[0]]);
    });

    test('tells how several orders are paid, and leaves out those that are gone', async () => {
      const ids = [await world.enterOrder(world.free[0]), await world.enterOrder(world.free[1])];
      const codes = await world.book.listPaymentCodes(world.db, [...ids, 987_654]);
      expect([...codes.keys()].sort()).toEqual([...ids].sort());
      for (const orderId of ids) expect(codes.get(orderId)).toBe((await found(orderId)).paymentMethod.code);
    });
  });
}
