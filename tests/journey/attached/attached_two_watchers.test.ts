import { readState } from '../../../extension/payment_link/state';
import { MINUTE_MS } from '../../../system/clock';
import { t } from '../../../system/db/table';
import { phpEnters } from '../../support/php_orders';
import { PhpShop, REQUEST_STATUS } from '../../support/php_shop';
import { until } from '../../support/program';
import { payableThere, statesOf } from '../../support/real_facts';
import { spawnProgram, type RealProcess } from '../../support/real_process';
import { onServer } from '../../support/require';

const ORDERS = 12;
/** Longer than a killed process's jobs are kept for it. */
const LEASES_ARE_OVER_MS = 3 * MINUTE_MS;

onServer('two processes beside one shop', (server) => {
  describe.each(['3.0.4', '4.1.0.4'] as const)('%s', (version) => {
    let shop: PhpShop;
    const processes: RealProcess[] = [];
    const work = (aheadMs = 0): RealProcess => {
      const one = spawnProgram(['work'], { ...shop.env(), CLOCK_AHEAD_MS: String(aheadMs) });
      processes.push(one);
      return one;
    };

    beforeAll(async () => {
      shop = await PhpShop.open(server, version);
      await shop.attach();
      await shop.startProgram({}, { serve: false, work: false });
      await shop.switchLinksOn();
      await shop.stopProgram();
    }, 60_000);
    afterAll(async () => {
      await Promise.all(processes.filter((one) => one.alive()).map((one) => one.kill()));
      await shop.close();
    }, 60_000);

    const watcher = async () => (await readState<{ owner: string }>(shop.db, 'watch_lease'))?.owner ?? '';
    const enter = () =>
      Promise.all(Array.from({ length: ORDERS }, () => phpEnters(shop, { statusId: REQUEST_STATUS })));
    /** One link that can be paid, one line with it, one mail: whatever died meanwhile. */
    const linkedOnce = async (orderIds: readonly number[]): Promise<void> => {
      await until(
        async () => mailed(orderIds),
        (count) => count === orderIds.length,
      );
      const payable = payableThere(shop.sandbox).map((reference) => Number(reference.split('-')[0]));
      for (const orderId of orderIds) {
        expect(payable.filter((id) => id === orderId)).toEqual([orderId]);
        expect((await statesOf(shop.db, orderId)).filter((state) => state === 'active')).toEqual(['active']);
        expect((await shop.history(orderId)).filter(({ comment }) => comment.includes('/pay/'))).toHaveLength(1);
        const meant = await shop.db(t(shop.db, 'payment_link_mail')).where({ order_id: orderId, kind: 'payment_link' });
        expect(meant).toHaveLength(1);
      }
    };
    const mailed = async (orderIds: readonly number[]): Promise<number> => {
      const sent = await shop
        .db(t(shop.db, 'payment_link_mail'))
        .whereIn('order_id', [...orderIds])
        .where({ kind: 'payment_link', state: 'sent' });
      return sent.length;
    };

    test('each order is noticed once by one of them; when that one is killed, the other takes its place within half a minute', async () => {
      const first = work();
      const before = await until(watcher, (owner) => owner !== '');
      work();
      await linkedOnce(await enter());
      expect(await watcher()).toBe(before);
      expect(shop.sandbox.control.counts()['create']).toBe(ORDERS);
      await first.kill();
      const orderIds = await enter();
      await until(watcher, (owner) => owner !== before);
      await linkedOnce(orderIds);
      expect(shop.sandbox.control.counts()['create']).toBe(2 * ORDERS);
    }, 120_000);

    test('killed while orders come in, nothing of theirs is lost or made twice', async () => {
      const entering = enter();
      await until(
        async () => shop.requests().length,
        (sent) => sent > 2 * ORDERS,
      );
      await Promise.all(processes.filter((one) => one.alive()).map((one) => one.kill()));
      work(LEASES_ARE_OVER_MS);
      work(LEASES_ARE_OVER_MS);
      await linkedOnce(await entering);
    }, 120_000);
  });
});
