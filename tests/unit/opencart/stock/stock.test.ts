import {
  giveStockBack,
  reserveStock,
  stockNeedOf,
  takeStock,
  type StockLine,
} from '../../../../extension/opencart/stock/stock';
import { t, type Db } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { freshDatabase } from '../../../support/database';
import { goldenStocks, type GoldenStock, type Stock } from '../../../support/golden_stock';

async function setStock(db: Db, stock: Stock): Promise<void> {
  await db(t(db, 'product')).delete();
  await db(t(db, 'product_option_value')).delete();
  await db(t(db, 'product')).insert(
    stock.products.map(({ product_id, quantity, subtract }) => ({ product_id, quantity, subtract })),
  );
  const values = stock.options.map(({ product_option_value_id, quantity, subtract }) => ({
    product_option_value_id,
    quantity,
    subtract,
  }));
  if (values.length > 0) await db(t(db, 'product_option_value')).insert(values);
}

async function quantities(db: Db): Promise<Record<string, number>> {
  const products = await db<{ product_id: number; quantity: number }>(t(db, 'product'));
  const values = await db<{ product_option_value_id: number; quantity: number }>(t(db, 'product_option_value'));
  return Object.fromEntries([
    ...products.map((row) => [`product ${row.product_id}`, row.quantity] as const),
    ...values.map((row) => [`value ${row.product_option_value_id}`, row.quantity] as const),
  ]);
}

const flat = (stock: Stock): Record<string, number> =>
  Object.fromEntries([
    ...stock.products.map((row) => [`product ${row.product_id}`, row.quantity] as const),
    ...stock.options.map((row) => [`value ${row.product_option_value_id}`, row.quantity] as const),
  ]);

describe('stock', () => {
  let db: Db;
  let destroy: () => Promise<void>;
  beforeAll(async () => {
    ({ db, destroy } = await freshDatabase());
  });
  afterAll(() => destroy());

  const some: Stock = {
    products: [
      { product_id: 1, quantity: 5, subtract: 1 },
      { product_id: 2, quantity: 5, subtract: 0 },
      { product_id: 3, quantity: 5, subtract: 1 },
    ],
    options: [
      { product_option_value_id: 11, quantity: 4, subtract: 1 },
      { product_option_value_id: 12, quantity: 0, subtract: 0 },
    ],
  };
  const line = (productId: number, quantity: number, values: number[] = [], masterId = 0): StockLine => ({
    ...{ productId, quantity, masterId },
    options: values.map((productOptionValueId) => ({ productOptionValueId })),
  });
  const reserve = (lines: StockLine[]) => transaction(db, (tx) => reserveStock(tx, stockNeedOf(lines)));

  test('the lines of one product are added up, and typed options are no stock', () => {
    const need = stockNeedOf([line(3, 1, [11, 0]), line(1, 2), line(3, 4, [11], 1)]);
    expect([...need.products]).toEqual([
      [1, { own: 2, variants: 4 }],
      [3, { own: 5, variants: 0 }],
    ]);
    expect([...need.values]).toEqual([[11, { productId: 3, quantity: 5 }]]);
  });

  test('is taken exactly up to what there is', async () => {
    await setStock(db, some);
    expect(await reserve([line(1, 2), line(1, 3)])).toEqual([]);
    expect(await reserve([line(1, 1)])).toEqual([1]);
    expect((await quantities(db))['product 1']).toBe(0);
  });

  test('of several products is taken whole or not at all, and names those that fall short', async () => {
    await setStock(db, some);
    expect(await reserve([line(1, 2), line(3, 5)])).toEqual([]);
    expect(await quantities(db)).toMatchObject({ 'product 1': 3, 'product 3': 0 });
    await expect(
      transaction(db, async (tx) => {
        expect(await reserveStock(tx, stockNeedOf([line(1, 3), line(3, 1)]))).toEqual([3]);
        throw new Error('as the caller does');
      }),
    ).rejects.toThrow('as the caller does');
    expect(await quantities(db)).toMatchObject({ 'product 1': 3, 'product 3': 0 });
  });

  test('of a product that subtracts is taken beside one that does not', async () => {
    await setStock(db, some);
    expect(await reserve([line(1, 2), line(2, 7)])).toEqual([]);
    expect(await quantities(db)).toMatchObject({ 'product 1': 3, 'product 2': 5 });
  });

  test('of several products is locked by one statement', async () => {
    await setStock(db, some);
    const said: string[] = [];
    const note = ({ sql }: { sql: string }): void => void said.push(sql);
    db.on('query', note);
    await reserve([line(1, 2), line(3, 5)]);
    db.off('query', note);
    expect(said.filter((sql) => sql.startsWith('update'))).toHaveLength(1);
  });

  test('that does not subtract is never short', async () => {
    await setStock(db, some);
    expect(await reserve([line(2, 900, [12])])).toEqual([]);
    expect(await quantities(db)).toMatchObject({ 'product 2': 5, 'value 12': 0 });
  });

  test('of an option value that is short names the product', async () => {
    await setStock(db, some);
    expect(await reserve([line(3, 5, [11])])).toEqual([3]);
  });

  test('of a product that is gone is short', async () => {
    await setStock(db, some);
    expect(await reserve([line(99, 1)])).toEqual([99]);
  });

  test('that is given back is as it was', async () => {
    await setStock(db, some);
    const need = stockNeedOf([line(1, 9, [11]), line(3, 2, [], 1)]);
    await transaction(db, (tx) => takeStock(tx, need));
    expect(await quantities(db)).toMatchObject({ 'product 1': -6, 'product 3': 3, 'value 11': -5 });
    await transaction(db, (tx) => giveStockBack(tx, need));
    expect(await quantities(db)).toEqual(flat(some));
  });
});

const golden = goldenStocks();

if (golden.length === 0) {
  describe('stock as PHP shops moved it', () => {
    test('is skipped: the recorded orders are not beside the project', () => expect(golden).toEqual([]));
  });
} else {
  describe('stock as PHP shops moved it', () => {
    let db: Db;
    let destroy: () => Promise<void>;
    beforeAll(async () => {
      ({ db, destroy } = await freshDatabase());
    });
    afterAll(() => destroy());

    test.each(golden.map((one): [string, GoldenStock] => [one.name, one]))('%s', async (_name, one) => {
      await setStock(db, one.before);
      if (one.reserves) await transaction(db, (tx) => takeStock(tx, stockNeedOf(one.lines)));
      expect(await quantities(db)).toEqual(flat(one.after));
    });
  });
}
