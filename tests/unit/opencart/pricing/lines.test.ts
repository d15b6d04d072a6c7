import { priceOrder } from '../../../../extension/opencart/order/price_order';
import type { Db } from '../../../../system/db/table';
import { t } from '../../../../system/db/table';
import { draftOf, line, pricingShop } from '../../../support/pricing_shop';

describe('the lines of an order', () => {
  let db: Db;
  let destroy: () => Promise<void>;
  beforeEach(async () => void ({ db, destroy } = await pricingShop()));
  afterEach(() => destroy());
  const NOW = '2026-06-01 12:00:00';
  const option = (productOptionId: number, productOptionValueId: number, value = '') => ({
    ...{ productOptionId, productOptionValueId, value },
  });
  const cinema = (quantity: number, colour: number) =>
    line(42, quantity, [
      option(208, 0, '30" <wide>'),
      option(217, colour),
      option(218, 6),
      option(223, 8),
      option(223, 9),
    ]);

  test('chosen values give name, price by prefix and weight; typed text is kept as typed', async () => {
    const [priced] = (await priceOrder(db, draftOf([cinema(2, 1)]), NOW)).lines;
    // 90 (fixed discount) + 1 − 20 + 10 + 20
    expect(priced).toMatchObject({ name: 'Apple Cinema 30"', price: '101.0000', total: '202.0000', reward: 200 });
    expect(priced?.options.map(({ name, value, type }) => [name, value, type])).toEqual([
      ['Text', '30" <wide>', 'text'],
      ['Select', 'Green', 'select'],
      ['Radio', 'Medium', 'radio'],
      ['Checkbox', 'Checkbox 1', 'checkbox'],
      ['Checkbox', 'Checkbox 2', 'checkbox'],
    ]);
  });

  test('a quantity discount counts the pieces of all lines of the product', async () => {
    await db(t(db, 'product_discount')).insert({
      ...{ product_id: 40, customer_group_id: 1, quantity: 10, priority: 1, price: '10.0000', type: 'P' },
    });
    const prices = async (...quantities: number[]) =>
      (await priceOrder(db, draftOf(quantities.map((n) => line(40, n))), NOW)).lines.map(({ price }) => price);
    expect(await prices(5, 4)).toEqual(['101.0000', '101.0000']);
    expect(await prices(5, 5)).toEqual(['90.9000', '90.9000']);
  });

  test('a variant is its own product with options of its master', async () => {
    await db(t(db, 'product')).insert({
      ...{ product_id: 60, master_id: 42, model: 'V', variant: '{"217":"4"}', price: '100.0000', tax_class_id: 9 },
      ...{ status: 1, quantity: 10, minimum: 1, shipping: 1, subtract: 1, date_available: '2009-02-03' },
    });
    await db(t(db, 'product_to_store')).insert({ product_id: 60, store_id: 0 });
    await db(t(db, 'product_description')).insert({ product_id: 60, language_id: 1, name: 'Red cinema' });
    const asked = [option(208, 0, 'x'), option(217, 1), option(218, 5), option(223, 8)];
    const [priced] = (await priceOrder(db, draftOf([line(60, 1, asked)]), NOW)).lines;
    expect(priced).toMatchObject({ productId: 60, masterId: 42, name: 'Red cinema', price: '124.0000' });
    expect(priced?.options.find(({ name }) => name === 'Select')?.value).toBe('Red');
  });

  test('stock that is short is told with what there is, product and value, over all lines', async () => {
    const shortages = async (...lines: Parameters<typeof draftOf>[0]) =>
      (await priceOrder(db, draftOf(lines), NOW)).shortages;
    expect(await shortages(line(52, 3))).toEqual([]);
    expect(await shortages(line(52, 2), line(40), line(52, 2))).toEqual([
      { lineIndex: 0, name: 'Nearly gone', available: 3 },
      { lineIndex: 2, name: 'Nearly gone', available: 3 },
    ]);
    expect(await shortages(cinema(3, 4), cinema(3, 4))).toMatchObject([{ available: 5 }, { available: 5 }]);
    expect(await shortages(cinema(3, 4), cinema(3, 1))).toEqual([]);
  });

  test('stock that the order being edited holds is there for it, while it holds it', async () => {
    await db(t(db, 'order')).insert({ order_id: 70, order_status_id: 2 });
    await db(t(db, 'order_product')).insert({ order_product_id: 1, order_id: 70, product_id: 52, quantity: 2 });
    const available = async (orderId: number) =>
      (await priceOrder(db, draftOf([line(52, 6)]), NOW, { orderId })).shortages[0]?.available;
    expect([await available(0), await available(70)]).toEqual([3, 5]);
    await db(t(db, 'order')).update({ order_status_id: 7 });
    expect(await available(70)).toBe(3);
  });

  test('a typical order takes few statements, however many lines it has', async () => {
    let statements = 0;
    db.on('query', () => statements++);
    await priceOrder(db, draftOf([...Array(20)].map((_, n) => line(n % 2 ? 40 : 34))), NOW);
    expect(statements).toBeLessThanOrEqual(11);
  });
});
