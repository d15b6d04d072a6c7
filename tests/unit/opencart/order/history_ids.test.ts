import { listHistory } from '../../../../extension/opencart/order/order_histories';
import { attachedShop, enterAttachedOrder, type AttachedTestShop } from '../../../support/attached_shop';
import { rowsOf } from '../../../support/order_room';
import { onServer } from '../../../support/require';

const OTHER_LINES = 3000;
const PAGE = { limit: 10, offset: 0 };

onServer('the lines of an order in PHP’s history, which has no index on the order', (server) => {
  describe.each(['3.0.4', '4.1.0.4'] as const)('%s', (version) => {
    let shop: AttachedTestShop;
    let orderId = 0;
    beforeAll(async () => {
      shop = await attachedShop(server, version);
      orderId = await enterAttachedOrder(shop, 1);
    });
    afterAll(() => shop.destroy());

    const phpAdds = (order_id: number, comment: string, more: Record<string, unknown> = {}) =>
      shop.insert('order_history', {
        ...{ order_id, order_status_id: 1, notify: 0, comment, date_added: '2026-06-01 14:00:00', ...more },
      });
    const table = () => shop.db('oc_order_history');
    const comments = async () => (await listHistory(shop.db, orderId, 1, PAGE)).map((line) => line.comment);

    test('lines that PHP adds and deletes are followed', async () => {
      await phpAdds(orderId, 'first');
      const before = await comments();
      expect(before[0]).toBe('first');
      await phpAdds(orderId + 1, 'of another order');
      const second = await phpAdds(orderId, 'second');
      expect(await comments()).toEqual(['second', ...before]);
      await table().where('order_history_id', second).delete();
      expect(await comments()).toEqual(before);
    });

    test('a line whose lower number becomes visible late is found', async () => {
      const late = await phpAdds(orderId + 1, 'a number that was given away');
      await phpAdds(orderId + 1, 'a later line');
      await comments();
      await table().where('order_history_id', late).update({ order_id: orderId, comment: 'late' });
      expect(await comments()).toContain('late');
    });

    test('a page that is looked at again reads the key alone, however long the table is', async () => {
      const lines = Array.from({ length: OTHER_LINES }, () => ({
        ...{ order_id: orderId + 1, order_status_id: 1, notify: 0, comment: '', date_added: '2026-06-02 00:00:00' },
      }));
      await shop.db.batchInsert('oc_order_history', lines, 500);
      await shop.db.raw('ANALYZE TABLE oc_order_history');
      await comments();
      const heard: { sql: string; bindings?: unknown[] }[] = [];
      shop.db.on('query', (statement: (typeof heard)[number]) => heard.push(statement));
      await phpAdds(orderId, 'while somebody looks');
      expect((await comments())[0]).toBe('while somebody looks');
      shop.db.removeAllListeners('query');
      const reads = heard.filter(({ sql }) => sql.startsWith('select') && sql.includes('order_history'));
      expect(reads.length).toBeGreaterThan(1);
      for (const { sql, bindings = [] } of reads) {
        const [plan] = (await shop.db.raw(`EXPLAIN ${sql}`, bindings as string[])) as [{ rows: number | null }[]];
        expect([sql, plan.filter(({ rows }) => Number(rows) > OTHER_LINES / 2)]).toEqual([sql, []]);
      }
    });

    test('after a restore, which gives the numbers to other lines, the order has the lines that are there', async () => {
      await table().delete();
      await phpAdds(orderId, 'restored', { order_history_id: 5 });
      expect(await comments()).toEqual(['restored']);
      expect(await rowsOf(shop.db, 'order_history', orderId)).toHaveLength(1);
    });
  });
});
