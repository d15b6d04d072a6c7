import { t } from '../../../system/db/table';
import { goldenCases } from '../../support/golden';
import { opencartDumps } from '../../support/opencart_dump';
import { PhpShop } from '../../support/php_shop';
import { onServer, withoutRecordings } from '../../support/require';

const dump = opencartDumps().find(({ version }) => version.startsWith('3.'));
const cases = goldenCases();

onServer('orders that a real PHP shop recorded, written again as PHP writes them', (server) => {
  if (dump === undefined || cases.length === 0) {
    withoutRecordings('orders of a real PHP shop');
    return;
  }
  let shop: PhpShop;
  beforeAll(async () => {
    shop = await PhpShop.open(server, dump);
    await shop.db('oc_event').where('code', 'msp_payment_links_at_email').update({ status: 0 });
    await shop.attach();
    await shop.startProgram();
    await shop.switchLinksOn();
  }, 60_000);
  afterAll(() => shop.close());

  test.each(cases.map((golden) => [golden.name, golden] as const))('%s', async (_name, { rows, request }) => {
    const orderId = 1000 + cases.findIndex((golden) => golden.rows === rows);
    const again = (row: Readonly<Record<string, unknown>>) => ({ ...row, order_id: orderId });
    const [order] = rows['oc_order'] ?? [];
    await shop.insert('order', { ...again(order ?? {}), order_status_id: 0 });
    for (const table of ['order_product', 'order_option', 'order_total']) {
      for (const row of rows[`oc_${table}`] ?? []) {
        const { [`${table}_id`]: _id, ...columns } = row;
        await shop.insert(table, again(columns));
      }
    }
    const stock = await shop.db(t(shop.db, 'product')).select('product_id', 'quantity').orderBy('product_id');
    await shop.db('oc_order').where('order_id', orderId).update({ order_status_id: 17 });
    await shop.insert('order_history', {
      order_id: orderId,
      order_status_id: 17,
      notify: 0,
      comment: '',
      date_added: order?.['date_added'],
    });
    const mails = shop.mails.caught.length;
    await shop.untilMails(mails + 1);
    const [made, ...more] = shop.requests(orderId);
    expect(more).toEqual([]);
    expect([made?.body['amount'], made?.body['currency'], made?.body['gateway'] ?? '']).toEqual([
      request.amount,
      request.currency,
      request.gateway,
    ]);
    const lines = (await shop.history(orderId)).filter(({ comment }) => comment.includes('/pay/'));
    expect(lines).toHaveLength(1);
    expect(await shop.db(t(shop.db, 'product')).select('product_id', 'quantity').orderBy('product_id')).toEqual(stock);
  });
});
