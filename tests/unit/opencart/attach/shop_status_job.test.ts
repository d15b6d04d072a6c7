import { attachedOrderBook } from '../../../../extension/opencart/attach/attached_order_book';
import { shopStatusJob } from '../../../../extension/opencart/attach/shop_status_job';
import { EventBus } from '../../../../system/event/bus';
import { t } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { HttpFailure, type HttpAnswer, type HttpCall } from '../../../../system/http_client';
import type { Job } from '../../../../system/outbox/job';
import { flagsOf, linkOf, tellingContext } from '../../../support/attached_link';
import { attachedShop, enterAttachedOrder, NOW, type AttachedTestShop } from '../../../support/attached_shop';
import { announced, rowsOf, stockOf } from '../../../support/order_room';
import { onServer } from '../../../support/require';

const DAY_MS = 86_400_000;

onServer('a status change that the shop makes itself', (server) => {
  let shop: AttachedTestShop;
  let calls: HttpCall[];
  let answer: () => HttpAnswer;
  beforeAll(async () => {
    shop = await attachedShop(server, '4.1.0.4');
  });
  afterAll(() => shop.destroy());
  beforeEach(async () => {
    calls = [];
    answer = () => ({ status: 200, text: '{"success":"ok"}', retryAfterMs: null });
    await announced(shop.db);
  });

  const clock = { now: () => NOW };
  const book = () =>
    attachedOrderBook({
      db: shop.db,
      dialect: shop.dialect,
      clock,
      bus: new EventBus([], clock),
      asksShop: async () => true,
    });
  const pay = (orderId: number, comment: string, expectedStatusId?: number) =>
    transaction(shop.db, (tx) =>
      book().addHistory(tx, {
        orderId,
        statusId: 2,
        comment,
        notify: false,
        ...(expectedStatusId === undefined ? {} : { expectedStatusId }),
      }),
    );

  /** Runs what was planned, as a worker would. */
  async function work(createdAt = NOW): Promise<void> {
    const http = {
      call: async (call: HttpCall) => {
        calls.push(call);
        return answer();
      },
      close: async () => undefined,
    };
    const job = shopStatusJob({
      links: tellingContext(shop, book()),
      api: { http, clock, dialect: shop.dialect },
      accessOf: async () => ({ url: 'https://shop.example/', username: 'Default', key: 'k' }),
    });
    const attempt: Job = { id: 1, name: job.name, attempt: 1, createdAt, signal: new AbortController().signal };
    for (const [name, payload] of await announced(shop.db)) if (name === job.name) await job.run(payload, attempt);
  }
  const commentsOf = async (orderId: number) =>
    (await rowsOf(shop.db, 'order_history', orderId)).map((row) => row['comment']).filter((comment) => comment !== '');

  test('is planned in the transaction and written by nobody but the shop', async () => {
    const orderId = await enterAttachedOrder(shop, 17);
    const stock = await stockOf(shop.db, 30);
    expect(await pay(orderId, 'Paid')).toEqual({ applied: true, previousStatusId: 17, oversold: [] });
    await work();
    expect(calls).toHaveLength(1);
    expect(calls[0]?.body).toContain(`order_id=${orderId}&order_status_id=2&comment=Paid`);
    expect([await commentsOf(orderId), await stockOf(shop.db, 30)]).toEqual([[], stock]);
  });

  test('is not planned for an order that has another status than expected', async () => {
    const orderId = await enterAttachedOrder(shop, 17);
    expect(await pay(orderId, 'Paid', 7)).toMatchObject({ applied: false, previousStatusId: 17 });
    await work();
    expect(calls).toEqual([]);
  });

  test('is not asked for twice: a line that the shop wrote at an unknown try is recognised', async () => {
    const orderId = await enterAttachedOrder(shop, 17);
    await pay(orderId, 'Paid & done');
    await shop.insert('order_history', {
      order_id: orderId,
      order_status_id: 2,
      notify: 0,
      comment: 'Paid &amp; done',
      date_added: '2026-06-01 14:00:00',
    });
    await work();
    expect(calls).toEqual([]);
  });

  test.each([
    ['nothing happened', () => new HttpFailure('refused', false, null), 30_000],
    ['it may have happened', () => new HttpFailure('cut', true, null), 120_000],
  ])('waits when %s', async (_what, failure, delayMs) => {
    await pay(await enterAttachedOrder(shop, 17), 'Paid');
    answer = () => {
      throw failure();
    };
    await expect(work()).rejects.toMatchObject({ name: 'RetryLater', delayMs });
  });

  test.each([
    [
      'the shop says no',
      () => ({ status: 200, text: '{"error":"No such order status"}', retryAfterMs: null }),
      NOW,
      'The shop said no: No such order status',
    ],
    [
      'it could not be reached for a day',
      () => {
        throw new HttpFailure('refused', false, null);
      },
      NOW - DAY_MS - 1,
      'The shop could not be reached.\nCause: refused',
    ],
  ])('is left to a person when %s; what happened is noted', async (_what, given, createdAt, failure) => {
    const orderId = await enterAttachedOrder(shop, 17);
    const link = await linkOf(shop, orderId);
    await pay(orderId, 'Paid');
    answer = given;
    await work(createdAt);
    expect(await commentsOf(orderId)).toEqual(['Paid']);
    expect(await flagsOf(shop, link)).toEqual(['shop_refused']);
    expect(
      await shop
        .db(t(shop.db, 'payment_link_journal'))
        .where({ link_id: link.linkId, event: 'link.shop_refused' })
        .pluck('details'),
    ).toEqual([JSON.stringify({ failure })]);
    const [order] = await rowsOf(shop.db, 'order', orderId);
    expect(order?.['order_status_id']).toBe(17);
  });

  test('an address in the line is written directly, as a link, and the shop is asked for the status alone', async () => {
    const orderId = await enterAttachedOrder(shop, 7);
    await pay(orderId, 'Pay here: https://pay.example/x');
    expect((await commentsOf(orderId))[0]).toContain('<a href="https://pay.example/x"');
    await work();
    expect(calls[0]?.body).toContain('comment=&');
  });

  test('an order that is gone is nobody’s', async () => {
    const orderId = await enterAttachedOrder(shop, 17);
    await pay(orderId, 'Paid');
    await shop.db(t(shop.db, 'order')).where('order_id', orderId).delete();
    await work();
    expect(calls).toEqual([]);
    await expect(pay(orderId, 'Paid')).rejects.toMatchObject({ code: 'order_not_found' });
  });
});
