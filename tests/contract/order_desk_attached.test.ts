import { findOrder } from '../../extension/opencart/order/find_order';
import { forgetKept } from '../../system/db/kept';
import { t, type Db } from '../../system/db/table';
import type { OrderDraft } from '../../extension/opencart/order/order_draft';
import { attachedShop, type AttachedTestShop } from '../support/attached_shop';
import { deskOf, fillCatalogue } from '../support/attached_catalogue';
import type { OpencartVersion } from '../support/opencart_notation';
import { announced, press, rowsOf, setStock, stockOf, valueStockOf } from '../support/order_room';
import { address, draftOf, line } from '../support/pricing_shop';
import { onServer } from '../support/require';

const VERSIONS: readonly OpencartVersion[] = ['3.0.4', '3.0.5', '4.0.2', '4.1.0.3', '4.1.0.4'];
const RED = [{ productOptionId: 226, productOptionValueId: 15, value: '' }];
const ZOE = { firstName: 'Zoë', lastName: 'Zoë & Co <b>' };

const draft = (changes: Partial<OrderDraft> = {}): OrderDraft =>
  draftOf([line(30, 2, RED)], {
    ...{ ...ZOE, paymentAddress: { ...address(), ...ZOE }, shippingAddress: { ...address(), ...ZOE } },
    ...{ paymentCode: 'multisafepay.ideal', comment: 'Ring the bell & wait 🔔', statusId: 1 },
    ...changes,
  });

async function ordersOf(db: Db): Promise<Record<string, unknown>[]> {
  return (await db(t(db, 'order')).orderBy('order_id')) as Record<string, unknown>[];
}

onServer('orders entered on an attached shop', (server) => {
  describe.each(VERSIONS)('%s', (version) => {
    let shop: AttachedTestShop;
    let db: Db;
    const is3 = version.startsWith('3.');
    beforeAll(async () => {
      shop = await attachedShop(server, version);
      await fillCatalogue(shop.insert);
      ({ db } = shop);
    }, 120_000);
    afterAll(() => shop.destroy());
    beforeEach(async () => {
      await setStock(db, 30, { quantity: 1000 });
      await db(t(db, 'product_option_value'))
        .where('product_option_value_id', 15)
        .update({ quantity: 100, subtract: 1, option_value_id: 39 });
      await announced(db);
    });

    /** 3.0's tables, or its PHP, hold three bytes a character. */
    const comment = is3 ? 'Ring the bell & wait' : 'Ring the bell & wait 🔔';
    const save = async (changes: Partial<OrderDraft> = {}, token?: string) =>
      (await deskOf(shop).desk.save(draft({ comment, ...changes }), press(token))).orderId;

    test('a new order is whole: lines, options, totals and addresses as the shop computes them', async () => {
      const order = await findOrder(db, await save());
      expect(order).toMatchObject({ statusId: 1, lastName: 'Zoë & Co <b>', currencyCode: 'EUR', total: '248.0500' });
      expect(order?.lines).toMatchObject([
        {
          productId: 30,
          name: 'Canon EOS 5D "body"',
          quantity: 2,
          price: '100.0000',
          total: '200.0000',
          tax: '21.0000',
        },
      ]);
      expect(order?.lines[0]?.options).toMatchObject([{ name: 'Colour', value: 'Red', type: 'select' }]);
      expect(order?.totals.map(({ code, value }) => [code, value])).toEqual([
        ['sub_total', '200.0000'],
        ['shipping', '5.0000'],
        ['tax', '43.0500'],
        ['total', '248.0500'],
      ]);
      expect(order?.paymentAddress).toMatchObject({ country: 'Netherlands', zone: 'Noord-Holland', city: 'Amsterdam' });
      expect(order?.dateAdded).toBe('2026-06-01 14:00:00');
      expect(order?.comment).toBe(comment);
    });

    test(is3 ? 'an emoji, which the shop cannot keep, is refused beside its field' : 'an emoji is kept', async () => {
      const wide = { firstName: 'Zoë 😀😀', paymentAddress: { ...draft().paymentAddress, company: '🎉 & 😀' } };
      if (!is3) {
        expect((await findOrder(db, await save(wide)))?.firstName).toBe('Zoë 😀😀');
        return;
      }
      await expect(save(wide)).rejects.toMatchObject({
        details: {
          fields: {
            firstname: 'The shop cannot store 😀: please leave it out.',
            'payment_address.company': 'The shop cannot store 🎉 😀: please leave it out.',
          },
        },
      });
    });

    test('its rows are in this version’s own form', async () => {
      const orderId = await save();
      const [row = {}] = await rowsOf(db, 'order', orderId);
      expect(row['lastname']).toBe('Zoë &amp; Co &lt;b&gt;');
      expect(row).toMatchObject({
        invoice_no: 0,
        invoice_prefix: 'INV-2026-00',
        store_name: 'Tea &amp; Co',
        ip: '192.0.2.7',
      });
      const [lineRow = {}] = await rowsOf(db, 'order_product', orderId);
      expect(lineRow['name']).toBe('Canon EOS 5D &quot;body&quot;');
      if (is3) {
        expect(row).toMatchObject({ payment_method: 'iDEAL &amp; Co', payment_code: 'multisafepay/ideal' });
        expect(row).toMatchObject({ shipping_method: 'Flat Shipping Rate', shipping_code: 'flat.flat' });
        return;
      }
      expect(JSON.parse(String(row['payment_method']))).toEqual({ name: 'iDEAL &amp; Co', code: 'multisafepay.ideal' });
      expect(JSON.parse(String(row['shipping_method']))).toMatchObject({
        code: 'flat.flat',
        cost: '5.0000',
        tax_class_id: '9',
      });
      expect(row).toMatchObject({ language_code: 'en-gb', subscription_id: 0, transaction_id: '' });
      for (const total of await rowsOf(db, 'order_total', orderId)) expect(total['extension']).toBe('opencart');
    });

    test('its stock is taken once, its first line is one, and its mail is due', async () => {
      const orderId = await save();
      expect([await stockOf(db, 30), await valueStockOf(db, 15)]).toEqual([998, 98]);
      expect(await rowsOf(db, 'order_history', orderId)).toMatchObject([
        { order_status_id: 1, notify: 0, comment: '' },
      ]);
      const due = (await announced(db)).filter(([name]) => name === 'mail_due');
      expect(due.map(([, payload]) => payload)).toMatchObject([{ orderId, kind: 'order' }]);
      const free = await save({ statusId: 7 });
      expect(await stockOf(db, 30)).toBe(998);
      expect(await rowsOf(db, 'order_history', free)).toHaveLength(1);
    });

    test('the same form makes one order, however often it is sent', async () => {
      const before = (await ordersOf(db)).length;
      const token = `twice-${version}`;
      const [first, second] = await Promise.all([save({}, token), save({}, token)]);
      expect(second).toBe(first);
      expect(await save({}, token)).toBe(first);
      expect(await ordersOf(db)).toHaveLength(before + 1);
      expect(await stockOf(db, 30)).toBe(998);
    });

    test('of several people who want the last pieces one gets them, and nothing is left of the others', async () => {
      await setStock(db, 30, { quantity: 3 });
      const before = (await ordersOf(db)).length;
      const tries = await Promise.allSettled([save(), save(), save()]);
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'stock_short' });
      expect(await stockOf(db, 30)).toBe(1);
      expect(await ordersOf(db)).toHaveLength(before + 1);
    });

    test('what only the shop itself can book is refused beside its field, and nothing is written', async () => {
      const before = (await ordersOf(db)).length;
      await expect(save({ couponCode: '1111' })).rejects.toMatchObject({
        details: { fields: { coupon_code: expect.stringContaining('booked by the shop') } },
      });
      await expect(save({ rewardPoints: 5 })).rejects.toMatchObject({ code: 'invalid_form' });
      const customer = {
        customer_id: 7,
        customer_group_id: 1,
        firstname: 'Anna',
        lastname: 'A',
        email: 'a@example.com',
        status: 1,
      };
      await shop.insert('customer', customer);
      await shop.insert('customer_transaction', {
        customer_id: 7,
        order_id: 0,
        description: '',
        amount: '10.0000',
        date_added: '2026-01-01 00:00:00',
      });
      await expect(save({ customerId: 7 })).rejects.toMatchObject({
        details: { fields: { customer_id: expect.stringContaining('store credit') } },
      });
      await db(t(db, 'customer_transaction')).delete();
      expect(await ordersOf(db)).toHaveLength(before);
      expect(await stockOf(db, 30)).toBe(1000);
    });

    test('a shop with totals that this program does not know is left to its own admin', async () => {
      const { desk } = deskOf(shop);
      expect(await desk.refusal(0)).toBeNull();
      await shop.insert('extension', { extension: 'acme', type: 'total', code: 'acme_fee' });
      await shop.insert('setting', {
        store_id: 0,
        code: 'total_acme_fee',
        key: 'total_acme_fee_status',
        value: '1',
        serialized: 0,
      });
      forgetKept(db);
      expect(await desk.refusal(0)).toEqual({ reason: 'totals', names: ['acme_fee'] });
      await expect(save()).rejects.toMatchObject({ code: 'totals_unknown' });
      await db(t(db, 'extension')).where('code', 'acme_fee').delete();
      forgetKept(db);
    });

    test('specials, discounts and taxes count as this version counts them', async () => {
      const special = {
        product_id: 31,
        customer_group_id: 1,
        priority: 1,
        date_start: '0000-00-00',
        date_end: '0000-00-00',
      };
      if (shop.dialect.specials === 'table') {
        await shop.insert('product_discount', { ...special, quantity: 2, price: '45.0000' });
        await shop.insert('product_special', { ...special, price: '40.0000' });
      } else
        await shop.insert('product_discount', { ...special, quantity: 1, price: '20.0000', type: 'P', special: 1 });
      await setStock(db, 31, { quantity: 50 });
      await shop.insert('tax_rate', { tax_rate_id: 90, geo_zone_id: 5, name: 'Eco', rate: '2.0000', type: 'F' });
      await shop.insert('tax_rate_to_customer_group', { tax_rate_id: 90, customer_group_id: 1 });
      await shop.insert('tax_rule', { tax_class_id: 9, tax_rate_id: 90, based: 'shipping', priority: 2 });
      forgetKept(db);
      const order = await findOrder(db, await save({ lines: [line(31, 3)] }));
      expect(order?.lines[0]).toMatchObject({ price: '40.0000', total: '120.0000', tax: '10.4000' });
      const eco = order?.totals.find(({ title }) => title === 'Eco')?.value;
      // Three pieces and shipping; since 4.1.0.4 a line counts once.
      expect(eco).toBe(version === '4.1.0.4' ? '4.0000' : '8.0000');
      await db(t(db, 'tax_rule')).where('tax_rate_id', 90).delete();
      forgetKept(db);
    });

    test(
      is3
        ? 'an edit and a deletion are left to PHP'
        : 'an edit replaces the lines, moves the stock by what changed, and keeps what only PHP asks for',
      async () => {
        const { desk } = deskOf(shop);
        if (is3) return expect([desk.edit, desk.remove]).toEqual([undefined, undefined]);
        const orderId = await save();
        await db(t(db, 'order')).where({ order_id: orderId }).update({ custom_field: '{"1":"x"}', tracking: 'abc' });
        const changed = draft({ lines: [line(30, 5, RED)], comment: 'More' });
        await desk.edit?.(orderId, changed, press());
        const order = await findOrder(db, orderId);
        expect(order).toMatchObject({ statusId: 1, comment: 'More', total: '611.0500' });
        expect(order?.lines).toMatchObject([{ quantity: 5 }]);
        expect(await rowsOf(db, 'order', orderId)).toMatchObject([{ custom_field: '{"1":"x"}', tracking: 'abc' }]);
        expect([await stockOf(db, 30), await valueStockOf(db, 15)]).toEqual([995, 95]);
        expect(await rowsOf(db, 'order_history', orderId)).toMatchObject([
          { order_status_id: 1 },
          { order_status_id: 1 },
        ]);
        await desk.edit?.(orderId, { ...changed, statusId: 7 }, press());
        expect(await stockOf(db, 30)).toBe(1000);
        expect((await announced(db)).filter(([name]) => name === 'edited')).toHaveLength(2);
      },
    );

    if (is3) return;

    test('an edit that the stock does not cover changes nothing', async () => {
      const orderId = await save();
      await setStock(db, 30, { quantity: 2 });
      const edit = deskOf(shop).desk.edit?.(orderId, draft({ lines: [line(30, 5, RED)] }), press());
      await expect(edit).rejects.toMatchObject({ code: 'stock_short' });
      expect([await stockOf(db, 30), (await findOrder(db, orderId))?.lines[0]?.quantity]).toEqual([2, 2]);
    });

    test('an order with totals that the shop books is neither edited nor deleted', async () => {
      const { desk } = deskOf(shop);
      const orderId = await save();
      await shop.insert('order_total', {
        order_id: orderId,
        extension: 'opencart',
        code: 'coupon',
        title: 'Coupon (X)',
        value: '-1.0000',
        sort_order: 4,
      });
      await expect(desk.edit?.(orderId, draft(), press())).rejects.toMatchObject({ code: 'order_not_edited' });
      await expect(desk.remove?.(orderId, press())).rejects.toMatchObject({ code: 'order_not_edited' });
      expect(await stockOf(db, 30)).toBe(998);
    });

    test('a deletion gives the stock back and leaves no row', async () => {
      const orderId = await save();
      await deskOf(shop).desk.remove?.(orderId, press());
      expect([await stockOf(db, 30), await valueStockOf(db, 15)]).toEqual([1000, 100]);
      for (const table of ['order', 'order_product', 'order_option', 'order_total', 'order_history']) {
        expect([table, await rowsOf(db, table, orderId)]).toEqual([table, []]);
      }
      expect((await announced(db)).filter(([name]) => name === 'deleted')).toEqual([['deleted', { orderId }]]);
    });
  });
});
