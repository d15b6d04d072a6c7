import { askForLink } from '../../../extension/payment_link/make/ask_link';
import { phpEnters, phpMoves, phpWritesOrder } from '../../support/php_orders';
import { REQUEST_STATUS } from '../../support/php_shop';
import { onServer } from '../../support/require';
import { WatchRoom } from '../../support/watch_room';

const [PENDING, COMPLETE, REFUNDED] = [1, 5, 11];
const PLUGIN_LINE =
  '<a href="https://testpayv2.multisafepay.com/connect/abc123/?lang=nl_NL" target="_blank">Payment link</a>';

/** Orders that enter the status of now, whose past says that a link of its own accord would ask for money twice. */
onServer('an order whose past speaks against a link', (server) => {
  describe.each(['3.0.4', '4.0.2', '4.1.0.4'] as const)('%s', (version) => {
    let room: WatchRoom;
    beforeEach(async () => {
      room = await WatchRoom.open(server, version);
      await room.shop.switchLinksOn();
    });
    afterEach(() => room.close());

    const enters = () => phpEnters(room.shop, { statusId: REQUEST_STATUS });
    const outcome = async (orderId: number) => [await room.asked(orderId), await room.whyNot(orderId)];
    /** What was before is there when the watcher first looks. */
    const entersAfter = async (...before: readonly (readonly [number, string])[]) => {
      const orderId = await phpWritesOrder(room.shop, { statusId: REQUEST_STATUS });
      for (const [statusId, comment] of before) await phpMoves(room.shop, orderId, statusId, comment);
      await phpMoves(room.shop, orderId, REQUEST_STATUS);
      return orderId;
    };

    test('none of it: one is made', async () => {
      expect(await outcome(await entersAfter([PENDING, 'Please call back']))).toEqual([1, null]);
    });

    test('the official plugin makes links by itself, its event and its setting both on', async () => {
      await room.shop.insert('event', {
        ...{ code: 'msp_payment_links_at_email', trigger: 'catalog/view/mail/order_add/before' },
        ...{ action: 'extension/payment/multisafepay/catalogViewMailOrderAddBefore', status: 1, sort_order: 0 },
      });
      expect(await outcome(await enters())).toEqual([1, null]);
      const setting = { code: 'payment_multisafepay', key: 'payment_multisafepay_generate_payment_links_status' };
      await room.shop.insert('setting', { store_id: 0, ...setting, value: '1', serialized: 0 });
      expect(await outcome(await enters())).toEqual([0, 'shop_makes_links']);
      await room.shop.db('oc_event').where('code', 'msp_payment_links_at_email').update({ status: 0 });
      expect(await outcome(await enters())).toEqual([1, null]);
    });

    test('a history line holds an address of MultiSafepay: a link until a person says otherwise', async () => {
      const orderId = await entersAfter([PENDING, PLUGIN_LINE]);
      expect(await outcome(orderId)).toEqual([0, 'shop_made_link']);
      await askForLink(room.links, { orderId }, { name: 'owner', ip: null });
      expect(await room.asked(orderId)).toBe(1);
    });

    test('this program was detached and attached anew, so that nothing is known of the link in the history', async () => {
      const first = await enters();
      expect(await outcome(first)).toEqual([1, null]);
      await room.settle();
      expect((await room.shop.history(first)).at(-1)?.comment).toMatch(/\/pay\//);
      for (const table of ['payment_link', 'payment_link_journal']) {
        await room.shop.db(`oc_${table}`).where({ order_id: first }).delete();
      }
      await phpMoves(room.shop, first, PENDING);
      await phpMoves(room.shop, first, REQUEST_STATUS);
      expect(await outcome(first)).toEqual([1, 'shop_made_link']);
    });

    test('the storefront paid with a transaction of the provider', async () => {
      const noted = await entersAfter([PENDING, 'MultiSafepay PSP ID: 4051823']);
      expect(await outcome(noted)).toEqual([0, 'paid_before']);
      if (version === '3.0.4') return;
      const written = await phpWritesOrder(room.shop, { statusId: REQUEST_STATUS });
      await room.shop.db('oc_order').where({ order_id: written }).update({ transaction_id: '4051823' });
      await phpMoves(room.shop, written, REQUEST_STATUS);
      expect(await outcome(written)).toEqual([0, 'paid_before']);
    });

    test('it was complete', async () => {
      expect(await outcome(await entersAfter([PENDING, ''], [COMPLETE, '']))).toEqual([0, 'paid_before']);
    });

    test('it was refunded', async () => {
      expect(await outcome(await entersAfter([PENDING, ''], [REFUNDED, '']))).toEqual([0, 'paid_before']);
    });
  });
});
