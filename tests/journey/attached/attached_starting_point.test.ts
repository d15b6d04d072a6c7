import { PAYMENT_LINK_SETTINGS } from '../../../extension/payment_link/setting/settings';
import { multisafepay } from '../../../extension/multisafepay/manifest';
import { savePaymentSettings, saveSettingsOf } from '../../../extension/opencart/setting/save_payment_settings';
import { phpEnters, phpMoves, phpNow } from '../../support/php_orders';
import { REQUEST_STATUS, type PhpShop } from '../../support/php_shop';
import { until } from '../../support/program';
import { onServer } from '../../support/require';
import { WatchRoom } from '../../support/watch_room';

const PENDING = 1;
const OWNER = { name: 'owner', ip: null };

/** Two shops where two things matter: MyISAM and its ids, InnoDB and its transactions. */
onServer('nothing about the past, nothing lost', (server) => {
  describe.each(['3.0.4', '4.1.0.4'] as const)('%s', (version) => {
    let room: WatchRoom;
    const open = async (before?: (shop: PhpShop) => Promise<unknown>) =>
      (room = await WatchRoom.open(server, version, before));
    afterEach(() => room.close());
    const enter = (paymentCode = 'multisafepay', statusId = REQUEST_STATUS) =>
      phpEnters(room.shop, { statusId, paymentCode });

    test('an order of before attaching gets no link by itself, an order after it does', async () => {
      let old = 0;
      await open(async (shop) => (old = await phpEnters(shop, { statusId: REQUEST_STATUS })));
      await room.shop.switchLinksOn();
      expect([await room.asked(old), await room.asked(await enter())]).toEqual([0, 1]);
    });

    test('an order between attaching and switching on gets none, whether it was looked at or not', async () => {
      await open();
      const seen = await enter();
      await room.settle();
      const unseen = await enter();
      await room.shop.switchLinksOn();
      expect([await room.asked(seen), await room.asked(unseen), await room.asked(await enter())]).toEqual([0, 0, 1]);
    });

    test('an order right after switching on is not lost to a look that had read "off" a moment before', async () => {
      await open();
      room.betweenReads = async () => {
        room.betweenReads = async () => undefined;
        await room.shop.switchLinksOn();
      };
      await room.look();
      const orderId = await enter();
      expect(await room.asked(orderId)).toBe(1);
    });

    test('nor to a look of another process, which believes for a second what it has read', async () => {
      await open();
      const elsewhere = await room.anotherProcess();
      await room.look();
      const { secretKey } = room.program;
      const wanted = { storeId: 0, offered: null, values: room.shop.linksOnValues() };
      await savePaymentSettings(
        { links: elsewhere.links, secretKey, table: 'payment_link_setting' },
        multisafepay,
        wanted,
        OWNER,
      );
      const orderId = await enter();
      expect(await room.asked(orderId)).toBe(1);
      await elsewhere.stop();
    });

    test('switched off and on again, it begins anew, even where nobody looked meanwhile', async () => {
      await open();
      await room.shop.switchLinksOn();
      await room.settle();
      await room.shop.switchLinksOn({ generate_payment_links_status: false });
      const meanwhile = await enter();
      await room.shop.switchLinksOn();
      expect([await room.asked(meanwhile), await room.asked(await enter())]).toEqual([0, 1]);
    });

    test('another status begins anew: orders that are in it already are left alone', async () => {
      await open();
      await room.shop.switchLinksOn();
      const pending = await enter('multisafepay', PENDING);
      await room.settle();
      await room.shop.switchLinksOn({ order_status_id_initialize_payment_request: PENDING });
      expect([await room.asked(pending), await room.asked(await enter('multisafepay', PENDING))]).toEqual([0, 1]);
    });

    test('another choice of orders begins anew: orders of before are left alone', async () => {
      await open();
      await room.shop.switchLinksOn();
      const before = await enter('cod');
      const values = { which_orders: 'all' };
      await saveSettingsOf(
        { links: room.links, secretKey: room.program.secretKey, table: 'payment_link_setting' },
        { code: 'payment_link', schema: PAYMENT_LINK_SETTINGS, storeId: 0, values },
        OWNER,
      );
      expect([await room.asked(before), await room.asked(await enter('cod'))]).toEqual([0, 1]);
    });

    test('an order of before that enters the status later is an entry of now', async () => {
      await open();
      const orderId = await enter('multisafepay', PENDING);
      await room.shop.switchLinksOn();
      expect(await room.asked(orderId)).toBe(0);
      await phpMoves(room.shop, orderId, REQUEST_STATUS);
      expect(await room.asked(orderId)).toBe(1);
    });

    test('ids that a restarted server hands out again are new entries', async () => {
      await open();
      const gone = await enter();
      await room.shop.switchLinksOn();
      await room.settle();
      const then = phpNow();
      await room.shop.db('oc_order_history').where({ order_id: gone }).delete();
      await room.shop.db('oc_order').where({ order_id: gone }).delete();
      await room.settle();
      await room.shop.db.raw('alter table oc_order_history auto_increment = 1');
      await room.shop.db.raw('alter table oc_order auto_increment = 1');
      await until(
        async () => phpNow(),
        (now) => now !== then,
      );
      const orderId = await enter();
      expect(orderId).toBe(gone);
      await room.look();
      await room.program.worker.drain();
      expect(room.shop.requests(orderId)).toHaveLength(1);
    });
  });
});
