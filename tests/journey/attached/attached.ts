import { until } from '../../support/program';
import type { Dump } from '../../support/opencart_dump';
import type { OpencartVersion } from '../../support/opencart_notation';
import { phpEdits, phpEnters, phpMoves } from '../../support/php_orders';
import { PhpShop, REQUEST_STATUS } from '../../support/php_shop';

const PRIVATE = ['extension', 'event', 'setting', 'user', 'user_group', 'order_status', 'store'];

/** A shop owner's first days with the program, the same on every version. */
export function attachedJourney(server: string, from: OpencartVersion | Dump, voidStatusId: number): void {
  let shop: PhpShop;
  let before: Record<string, string>;

  beforeAll(async () => {
    shop = await PhpShop.open(server, from);
    for (let n = 0; n < 20; n++) await phpEnters(shop, { statusId: REQUEST_STATUS });
    await shop.db('oc_event').where('code', 'msp_payment_links_at_email').update({ status: 0 });
    before = await shop.fingerprint(PRIVATE);
    await shop.attach();
    await shop.startProgram();
    await shop.switchLinksOn();
  }, 120_000);
  afterAll(() => shop.close());

  const activeRequests = (orderId: number, count: number) =>
    until(
      async () => shop.requests(orderId).length,
      (sent) => sent >= count,
    );

  test('an order that staff enter in PHP is noticed and gets one link, one line and one mail', async () => {
    const orderId = await phpEnters(shop, { statusId: REQUEST_STATUS, email: 'first@example.com' });
    await activeRequests(orderId, 1);
    await shop.untilMails(1);
    const history = await shop.history(orderId);
    expect(history.map((line) => line.order_status_id)).toEqual([REQUEST_STATUS, REQUEST_STATUS]);
    expect(history[1]?.comment).toMatch(/<a href="http:\/\/127\.0\.0\.1:\d+\/pay\/[\w-]+" target="_blank">/);
    expect(shop.mails.caught[0]?.to).toEqual(['first@example.com']);
    expect(shop.requests(orderId)).toHaveLength(1);
  });

  test('an edit in PHP is no new entry; a new amount makes the link give way to one for it', async () => {
    const orderId = await phpEnters(shop, { statusId: REQUEST_STATUS });
    await activeRequests(orderId, 1);
    await phpEdits(shop, orderId, { statusId: REQUEST_STATUS, voidStatusId, pauseMs: 1500 });
    await shop.untilJudged(orderId);
    expect(shop.requests(orderId)).toHaveLength(1);
    await phpEdits(shop, orderId, { statusId: REQUEST_STATUS, voidStatusId, total: '300.0000' });
    await activeRequests(orderId, 2);
    expect(shop.requests(orderId).map(({ body }) => body['amount'])).toEqual([19462, 23538]);
  });

  test('an order that PHP cancels takes its link along', async () => {
    const orderId = await phpEnters(shop, { statusId: REQUEST_STATUS });
    await activeRequests(orderId, 1);
    await until(
      async () => (await shop.db('oc_payment_link').where({ order_id: orderId }).first('state')) as { state: string },
      (link) => link.state === 'active',
    );
    await phpMoves(shop, orderId, 7);
    await until(
      async () => (await shop.db('oc_payment_link').where({ order_id: orderId }).first('state')) as { state: string },
      (link) => link.state === 'cancelled',
    );
  });

  test('an order that is paid while PHP’s form saves it as it was stays paid, and a person is told', async () => {
    const orderId = await phpEnters(shop, { statusId: REQUEST_STATUS });
    await activeRequests(orderId, 1);
    const link = async () =>
      (await shop.db('oc_payment_link').where({ order_id: orderId }).first('state', 'flags')) as {
        state: string;
        flags: string;
      };
    await until(link, ({ state }) => state === 'active');
    shop.sandbox.control.act(`${orderId}-1`, 'complete', { method: 'IDEAL' });
    await until(link, ({ state }) => state === 'completed');
    await phpEdits(shop, orderId, { statusId: REQUEST_STATUS, voidStatusId });
    await until(link, ({ flags }) => flags.split(',').includes('put_back'));
    expect(shop.requests(orderId)).toHaveLength(1);
    expect((await shop.history(orderId)).filter(({ comment }) => comment.startsWith('Paid '))).toHaveLength(1);
  });

  test('orders of other methods get nothing, and old ones stay as they are', async () => {
    const orderId = await phpEnters(shop, { statusId: REQUEST_STATUS, paymentCode: 'cod' });
    await shop.untilJudged(orderId);
    expect(shop.requests(orderId)).toEqual([]);
    expect(shop.requests().filter(({ reference }) => Number(reference.split('-')[0]) <= 20)).toEqual([]);
  });

  test('no table of PHP is altered, and none of its settings, events, users and extensions', async () => {
    expect(await shop.fingerprint(PRIVATE)).toEqual(before);
  });
}
