import type { NewHistory } from '../../../../extension/payment_link/order_book';
import { forgetKept } from '../../../../system/db/kept';
import { t } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { attachedShop, enterAttachedOrder, type AttachedTestShop } from '../../../support/attached_shop';
import type { OpencartVersion } from '../../../support/opencart_notation';
import { announced, rowsOf, setSetting, setStock, stockOf } from '../../../support/order_room';
import { onServer } from '../../../support/require';

const CASES: readonly [OpencartVersion][] = [['3.0.4'], ['4.0.2'], ['4.1.0.4']];

onServer('a status change written directly', (server) => {
  describe.each(CASES)('on OpenCart %s', (version) => {
    let shop: AttachedTestShop;
    beforeAll(async () => {
      shop = await attachedShop(server, version);
    });
    afterAll(() => shop.destroy());
    beforeEach(() => setStock(shop.db, 30, { quantity: 1000 }));

    const add = (orderId: number, statusId: number, more: Partial<NewHistory> = {}) =>
      transaction(shop.db, (tx) =>
        shop.book.addHistory(tx, { orderId, statusId, comment: '', notify: false, ...more }),
      );
    const orderOf = async (orderId: number) => (await rowsOf(shop.db, 'order', orderId))[0] ?? {};
    const extraTotal = (order_id: number, code: string) =>
      shop.insert('order_total', {
        order_id,
        extension: 'opencart',
        code,
        title: 'Coupon (1111)',
        value: '-10.0000',
        sort_order: 4,
      });

    test(`the order's date ${version.startsWith('4.1') ? 'stays, as that version leaves it' : 'is now, in the shop’s zone'}`, async () => {
      const orderId = await enterAttachedOrder(shop, 7);
      await add(orderId, 1);
      const now = version.startsWith('4.1') ? '2026-06-01 12:00:00' : '2026-06-01 14:00:00';
      expect(await orderOf(orderId)).toMatchObject({ date_modified: now, order_status_id: 1 });
      expect((await rowsOf(shop.db, 'order_history', orderId)).at(-1)).toMatchObject({
        date_added: '2026-06-01 14:00:00',
      });
    });

    test('an order of another store is that store’s, also where PHP’s admin wrote the default store’s name into it', async () => {
      const url = 'https://outlet.example/';
      await shop.insert('store', { store_id: 4, name: 'Outlet &amp; Co', url, ssl: url });
      const orderId = await enterAttachedOrder(shop, 1);
      expect(await shop.book.findOrder(shop.db, orderId)).toMatchObject({ storeId: 0, storeName: 'Tea & Co' });
      await shop.db('oc_order').where({ order_id: orderId }).update({ store_id: 4 });
      forgetKept(shop.db);
      expect(await shop.book.findOrder(shop.db, orderId)).toMatchObject({ storeName: 'Outlet & Co', storeUrl: url });
      await shop.db('oc_store').where({ store_id: 4 }).delete();
      forgetKept(shop.db);
      expect(await shop.book.findOrder(shop.db, orderId)).toMatchObject({ storeName: 'Tea & Co' });
    });

    test.each(['coupon', 'voucher', 'credit', 'reward', 'wallet_plus'])(
      'a total of code %s is left to the shop itself, and nothing is written',
      async (code) => {
        const orderId = await enterAttachedOrder(shop, 7);
        await extraTotal(orderId, code);
        const lines = (await rowsOf(shop.db, 'order_history', orderId)).length;
        await expect(add(orderId, 1)).rejects.toMatchObject({
          code: 'order_status_not_moved',
          message: expect.stringContaining(code),
        });
        expect(await stockOf(shop.db, 30)).toBe(1000);
        expect(await orderOf(orderId)).toMatchObject({ order_status_id: 7 });
        expect(await rowsOf(shop.db, 'order_history', orderId)).toHaveLength(lines);
      },
    );

    test('within the reserving statuses such a total hinders nothing', async () => {
      const orderId = await enterAttachedOrder(shop, 1);
      await extraTotal(orderId, 'coupon');
      const stock = await stockOf(shop.db, 30);
      expect(await add(orderId, 5)).toMatchObject({ applied: true, previousStatusId: 1 });
      expect(await stockOf(shop.db, 30)).toBe(stock);
    });

    test('an affiliate earns once, where that version books it, and gives it back', async () => {
      await setSetting(shop.db, 'config_affiliate_auto', '1');
      const orderId = await enterAttachedOrder(shop, 7);
      await shop.db(t(shop.db, 'order')).where('order_id', orderId).update({ affiliate_id: 3, commission: '12.5000' });
      const booked = async () =>
        (await rowsOf(shop.db, 'customer_transaction', orderId)).map((row) => [row['customer_id'], row['amount']]);
      await add(orderId, 1);
      expect(await booked()).toEqual(version.startsWith('3.') ? [[3, '12.5000']] : []);
      await add(orderId, 5);
      expect(await booked()).toEqual([[3, '12.5000']]);
      await add(orderId, 7);
      expect(await booked()).toEqual([]);
      await setSetting(shop.db, 'config_affiliate_auto', '0');
    });

    test('a link line is stored as PHP’s pages show a working link, and read back as it was said', async () => {
      const orderId = await enterAttachedOrder(shop, 17);
      const line = 'Pay <here>: https://pay.example/pay/x?a=1&b="2". Thank you!';
      await transaction(shop.db, (tx) => shop.book.addNote(tx, orderId, line, true));
      const stored = String((await rowsOf(shop.db, 'order_history', orderId)).at(-1)?.['comment']);
      const href = 'https://pay.example/pay/x?a=1&amp;b=';
      expect(stored).toContain(`Pay &lt;here&gt;: <a href="${href}" target="_blank">${href}</a>`);
      const [said] = await shop.book.listHistory(shop.db, orderId, { limit: 1, offset: 0 });
      expect(said).toMatchObject({ comment: line, notify: true });
    });

    test('a line that the official plugin wrote reads as plain text', async () => {
      const orderId = await enterAttachedOrder(shop, 17);
      const comment =
        'Link: <a target="_blank" href="https://pay.example/?a=1&amp;b=2">https://pay.example/?a=1&amp;b=2</a>';
      await shop.insert('order_history', {
        order_id: orderId,
        order_status_id: 17,
        notify: 1,
        comment,
        date_added: '2026-06-01 12:00:00',
      });
      const [said] = await shop.book.listHistory(shop.db, orderId, { limit: 1, offset: 0 });
      expect(said?.comment).toBe('Link: https://pay.example/?a=1&b=2');
    });

    test(`a character of four bytes ${version.startsWith('3.') ? 'is replaced' : 'is kept'}, and breaks nothing`, async () => {
      const orderId = await enterAttachedOrder(shop, 17);
      await transaction(shop.db, (tx) => shop.book.addNote(tx, orderId, 'Tea 🍵 & cake', false));
      const [said] = await shop.book.listHistory(shop.db, orderId, { limit: 1, offset: 0 });
      expect(said?.comment).toBe(version.startsWith('3.') ? 'Tea \uFFFD & cake' : 'Tea 🍵 & cake');
    });

    test('a payment method is written as that version writes it', async () => {
      const orderId = await enterAttachedOrder(shop, 17);
      const method = { code: 'multisafepay.ideal', name: 'iDEAL “€”' };
      await transaction(shop.db, (tx) => shop.book.changePaymentMethod(tx, orderId, method));
      expect(await orderOf(orderId)).toMatchObject(
        version.startsWith('3.')
          ? { payment_method: 'iDEAL “€”', payment_code: 'multisafepay/ideal' }
          : { payment_method: '{"name":"iDEAL \\u201c\\u20ac\\u201d","code":"multisafepay.ideal"}' },
      );
    });

    test('mails follow the shop’s rule: the order mail on leaving status 0, the update only when told', async () => {
      const orderId = await enterAttachedOrder(shop, 0);
      await announced(shop.db);
      await add(orderId, 7);
      await add(orderId, 16);
      await add(orderId, 7, { notify: true });
      const mails = (await announced(shop.db)).map(([, payload]) => (payload as { kind: string }).kind);
      expect(mails).toEqual(['order', 'update']);
    });
  });

  test('mixed rows of an upgraded shop: a plain title in the JSON column, its code among the custom fields', async () => {
    const shop = await attachedShop(server, '4.0.2');
    const orderId = await enterAttachedOrder(shop, 17);
    const read = async (change: Record<string, string>) => {
      await shop.db(t(shop.db, 'order')).where('order_id', orderId).update(change);
      const order = await shop.book.findOrder(shop.db, orderId);
      return [order?.paymentMethod, order?.languageCode];
    };
    expect(await read({ language_code: '' })).toEqual([
      { code: 'multisafepay.multisafepay', name: 'MultiSafepay' },
      'en-gb',
    ]);
    const stray = '{"name":"iDEAL","code":"multisafepay\\/ideal"}';
    expect(await read({ payment_method: 'iDEAL &amp; Co', payment_custom_field: stray })).toEqual([
      { code: 'multisafepay/ideal', name: 'iDEAL & Co' },
      'en-gb',
    ]);
    expect(await read({ payment_method: 'Cash', payment_custom_field: '{"3":"x"}' })).toEqual([
      { code: '', name: 'Cash' },
      'en-gb',
    ]);
    await shop.destroy();
  });

  test('gift vouchers and subscriptions are left to the shop on completing the order', async () => {
    const shop = await attachedShop(server, '4.0.2');
    const complete = (orderId: number) =>
      transaction(shop.db, (tx) => shop.book.addHistory(tx, { orderId, statusId: 5, comment: '', notify: false }));
    for (const [table, why] of [
      ['order_voucher', 'gift vouchers'],
      ['order_subscription', 'a subscription'],
    ] as const) {
      const orderId = await enterAttachedOrder(shop, 1);
      await shop.insert(table, { order_id: orderId });
      await expect(complete(orderId)).rejects.toMatchObject({ message: expect.stringContaining(why) });
    }
    await shop.destroy();
  });
});
