import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { attachedOrderBook } from '../../../../extension/opencart/attach/attached_order_book';
import type { SettingValues } from '../../../../extension/payment_link/gateway';
import { openShopApi } from '../../../../install/shop_api';
import { EventBus } from '../../../../system/event/bus';
import { transaction } from '../../../../system/db/transaction';
import { tellingContext } from '../../../support/attached_link';
import { attachedShop, enterAttachedOrder, NOW, type AttachedTestShop } from '../../../support/attached_shop';
import { announced, rowsOf } from '../../../support/order_room';
import { onServer } from '../../../support/require';

onServer('the shop’s API by the owner’s settings', (server) => {
  let shop: AttachedTestShop;
  beforeAll(async () => {
    shop = await attachedShop(server, '4.1.0.3');
  });
  afterAll(() => shop.destroy());

  const clock = { now: () => NOW };
  const roomWith = (values: SettingValues) => openShopApi(shop.dialect, clock, () => async () => values);
  const bookWith = (room: ReturnType<typeof roomWith>) =>
    attachedOrderBook({
      db: shop.db,
      dialect: shop.dialect,
      clock,
      bus: new EventBus([], clock),
      asksShop: room.asksShop,
    });
  const pay = (book: ReturnType<typeof bookWith>, orderId: number) =>
    transaction(shop.db, (tx) => book.addHistory(tx, { orderId, statusId: 2, comment: 'Paid', notify: false }));

  test.each([{}, { shop_api_username: 'Default' }, { shop_api_key: 'k' }])(
    'without name and key (%j) the change is written directly',
    async (values) => {
      const room = roomWith(values);
      const orderId = await enterAttachedOrder(shop, 17);
      await pay(bookWith(room), orderId);
      expect((await rowsOf(shop.db, 'order', orderId))[0]?.['order_status_id']).toBe(2);
      await room.close();
    },
  );

  test('with both, but no address that is known or usable, the settings check hears why', async () => {
    const room = roomWith({ shop_api_username: 'Default', shop_api_key: 'k', shop_api_url: 'nowhere' });
    const links = tellingContext(shop, bookWith(room));
    await expect(room.test(links, 0, AbortSignal.timeout(5_000))).rejects.toThrow('The shop’s address is not known.');
    const without = roomWith({});
    expect(await without.test(links, 0, AbortSignal.timeout(5_000))).toBe(false);
    await Promise.all([room.close(), without.close()]);
  });

  test('with both the shop is asked at the folder of its index.php, whichever way the address was given', async () => {
    const asked: string[] = [];
    const site = createServer((request, response) => {
      asked.push((request.url ?? '').split('?')[0] ?? '');
      response.end('{"success":"ok"}');
    });
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
    const base = `http://127.0.0.1:${(site.address() as AddressInfo).port}/store`;
    for (const shop_api_url of [base, `${base}/`, `${base}/index.php`, `${base}/index.php?route=common/home`]) {
      const room = roomWith({ shop_api_username: 'Default', shop_api_key: 'k', shop_api_url });
      const book = bookWith(room);
      const job = room.job(tellingContext(shop, book));
      await announced(shop.db);
      await pay(book, await enterAttachedOrder(shop, 17));
      const [[, payload] = []] = await announced(shop.db);
      const attempt = { id: 1, name: job.name, attempt: 1, createdAt: NOW, signal: new AbortController().signal };
      await job.run(payload, attempt);
      await room.close();
    }
    expect(asked).toEqual(Array(4).fill('/store/index.php'));
    await new Promise((done) => site.close(done));
  });
});
