import { sayOnce } from '../../../../extension/payment_link/order/history';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { setCrashTrap } from '../../../../system/crash_point';
import { transaction } from '../../../../system/db/transaction';
import { flagsOf, linkOf, tellingContext } from '../../../support/attached_link';
import { attachedShop, enterAttachedOrder, type AttachedTestShop } from '../../../support/attached_shop';
import { rowsOf, setStock, stockOf } from '../../../support/order_room';
import { onServer } from '../../../support/require';

class PowerCut extends Error {}

onServer('on MyISAM, which cannot undo', (server) => {
  let shop: AttachedTestShop;
  beforeAll(async () => {
    shop = await attachedShop(server, '3.0.4');
  });
  afterAll(() => shop.destroy());
  beforeEach(() => setStock(shop.db, 30, { quantity: 1000 }));
  afterEach(() => setCrashTrap(null));

  /** A link of a fresh order in a status that does not reserve. */
  async function aLink(): Promise<{ orderId: number; link: Link }> {
    const orderId = await enterAttachedOrder(shop, 17);
    return { orderId, link: await linkOf(shop, orderId) };
  }

  const say = (link: Link) =>
    transaction(shop.db, (tx) =>
      sayOnce(tellingContext(shop), tx, link, { effect: 'paid:1', statusId: 2, comment: 'Paid 1', notify: false }),
    );
  const linesOf = async (orderId: number) =>
    (await rowsOf(shop.db, 'order_history', orderId)).map((row) => row['comment']).filter((comment) => comment !== '');
  const statusOf = async (orderId: number) => (await rowsOf(shop.db, 'order', orderId))[0]?.['order_status_id'];

  test('a fact is said once, and its stock moved once', async () => {
    const { orderId, link } = await aLink();
    expect(await say(link)).toMatchObject({ applied: true, previousStatusId: 17 });
    expect(await say(link)).toBeNull();
    expect([await linesOf(orderId), await stockOf(shop.db, 30)]).toEqual([['Paid 1'], 998]);
  });

  /** Dies there, and is tried again after the restart. */
  async function dieAt(point: string, link: Link): Promise<void> {
    setCrashTrap((name) => {
      if (name === point) throw new PowerCut(point);
    });
    await expect(say(link)).rejects.toThrow(PowerCut);
    setCrashTrap(null);
    await say(link);
  }

  test.each([
    ['effect.begun', 'nothing was done: it is done now', []],
    ['shop.stock_moved', 'the status is there and the line is not: a person looks at the stock', ['order_half_moved']],
    ['effect.done', 'all was done: nothing is done again', []],
  ])('stopped at %s, %s', async (point, _what, flags) => {
    const { orderId, link } = await aLink();
    await dieAt(point, link);
    expect([await linesOf(orderId), await statusOf(orderId), await stockOf(shop.db, 30)]).toEqual([['Paid 1'], 2, 998]);
    expect(await flagsOf(shop, link)).toEqual(flags);
  });

  test('stopped before the stock moved, it is not guessed: the line is said and a person is told', async () => {
    const { orderId, link } = await aLink();
    await dieAt('shop.status_set', link);
    expect([await linesOf(orderId), await statusOf(orderId), await stockOf(shop.db, 30)]).toEqual([
      ['Paid 1'],
      2,
      1000,
    ]);
    expect(await flagsOf(shop, link)).toEqual(['order_half_moved']);
  });

  test('a shop that cannot honour the move keeps its status; the line is said and a person is told', async () => {
    const { orderId, link } = await aLink();
    await shop.insert('order_total', {
      order_id: orderId,
      code: 'coupon',
      title: 'Coupon (1)',
      value: '-1.0000',
      sort_order: 4,
    });
    expect(await say(link)).toMatchObject({ applied: false });
    expect([await linesOf(orderId), await statusOf(orderId), await stockOf(shop.db, 30)]).toEqual([
      ['Paid 1'],
      17,
      1000,
    ]);
    expect(await flagsOf(shop, link)).toEqual(['order_not_moved']);
  });
});
