import { orderTaxRates, priceOrder, shippingQuotes } from '../../../../extension/opencart/order/price_order';
import type { PricedOrder } from '../../../../extension/opencart/order/order_draft';
import type { Db } from '../../../../system/db/table';
import { address, draftOf, line, pricingShop, UK, US } from '../../../support/pricing_shop';

const NOW = '2026-06-01 12:00:00';

const rowsOf = (order: PricedOrder) => order.totals.map((row) => [row.title, row.value, row.sortOrder]);

describe('an order is priced', () => {
  let db: Db;
  let destroy: () => Promise<void>;
  beforeAll(async () => void ({ db, destroy } = await pricingShop()));
  afterAll(() => destroy());

  const uk = { paymentAddress: address(UK), shippingAddress: address(UK) };

  test('two pieces with percent and fixed tax and taxed shipping come to 254.40', async () => {
    const order = await priceOrder(db, draftOf([line(40, 2)], uk), NOW);
    expect(order.lines[0]).toMatchObject({ price: '101.0000', total: '202.0000', tax: '22.2000', quantity: 2 });
    expect(rowsOf(order)).toEqual([
      ['Sub-Total', '202.0000', 1],
      ['Flat Shipping Rate', '5.0000', 3],
      ['Eco Tax (-2.00)', '6.0000', 5],
      ['VAT (20%)', '41.4000', 5],
      ['Total', '254.4000', 9],
    ]);
    expect(order.total).toBe('254.4000');
    expect(order.shipping).toEqual({ code: 'flat.flat', name: 'Flat Shipping Rate', cost: '5.0000', taxClassId: 9 });
    expect(order.currency).toEqual({ currencyId: 3, code: 'EUR', value: '0.78460002', decimalPlaces: 2 });
  });

  test('an address without a tax zone pays none', async () => {
    const order = await priceOrder(db, draftOf([line(29, 2), line(45)], { shippingAddress: address(US) }), NOW);
    expect(rowsOf(order)).toEqual([
      ['Sub-Total', '2559.9800', 1],
      ['Flat Shipping Rate', '5.0000', 3],
      ['Total', '2564.9800', 9],
    ]);
  });

  test("what does not ship is taxed at the shop's own address, and has no shipping", async () => {
    const order = await priceOrder(db, draftOf([line(43)], { shippingAddress: null, shippingCode: null }), NOW);
    expect([order.needsShipping, order.shipping]).toEqual([false, null]);
    expect(rowsOf(order)).toEqual([
      ['Sub-Total', '500.0000', 1],
      ['Eco Tax (-2.00)', '2.0000', 5],
      ['VAT (20%)', '100.0000', 5],
      ['Total', '602.0000', 9],
    ]);
  });

  test('titles are in the language of the order, names in the first one they have', async () => {
    const order = await priceOrder(db, draftOf([line(34)], { languageId: 2 }), NOW);
    expect(order.totals.map((row) => row.title)).toEqual(['Subtotaal', 'Vaste verzendkosten', 'BTW 21%', 'Totaal']);
    expect(order.lines[0]?.name).toBe('iPod Shuffle');
  });

  test('the rates of an order are told per tax class', async () => {
    const rates = await orderTaxRates(
      db,
      { storeId: 0, customerGroupId: 1, paymentAddress: UK, shippingAddress: US, hasShipping: false },
      [9, 10, 0],
    );
    const vat = { taxRateId: 86, name: 'VAT (20%)', rate: '20.0000', type: 'P' };
    const eco = { taxRateId: 87, name: 'Eco Tax (-2.00)', rate: '2.0000', type: 'F' };
    expect([...rates]).toEqual([
      [9, [vat, eco]],
      [10, [vat, eco]],
      [0, []],
    ]);
  });

  test('a form that is half filled in is offered the methods for what is right so far', async () => {
    const draft = draftOf([line(34), line(999), line(42)], { email: '', shippingCode: null });
    expect(await shippingQuotes(db, draft, NOW)).toEqual([
      { code: 'flat.flat', name: 'Flat Shipping Rate', cost: '5.0000', taxClassId: 9 },
    ]);
    expect(await shippingQuotes(db, draftOf([line(43)]), NOW)).toEqual([]);
  });
});
