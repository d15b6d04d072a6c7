import { PAYMENT_LINK_SETTINGS } from '../../../extension/payment_link/setting/settings';
import { saveSettingsOf } from '../../../extension/opencart/setting/save_payment_settings';
import { t } from '../../../system/db/table';
import type { Row } from '../../support/golden';
import { goldenFours, type GoldenFour } from '../../support/golden_4';
import type { Stock } from '../../support/golden_stock';
import { opencartDumps } from '../../support/opencart_dump';
import { PhpShop, REQUEST_STATUS } from '../../support/php_shop';
import { until } from '../../support/program';
import { onServer, withoutRecordings } from '../../support/require';

const dump = opencartDumps().find(({ version }) => version.startsWith('4.'));
const cases = goldenFours();
const LINES = ['order_product', 'order_option', 'order_total'] as const;
const [PROCESSING, PAID_STATUS] = ['["5","1","2","12","3","17"]', 2];

onServer('orders that a real OpenCart 4 recorded, written again as PHP writes them', (server) => {
  if (dump === undefined || cases.length === 0) {
    withoutRecordings('orders of a real OpenCart 4');
    return;
  }

  describe.each(cases.map((golden) => [golden.name, golden] as const))('%s', (_name, golden) => {
    let shop: PhpShop;
    let orderId = 0;
    beforeAll(async () => {
      shop = await PhpShop.open(server, dump);
      if (golden.reserves)
        await shop.db(t(shop.db, 'setting')).where('key', 'config_processing_status').update({ value: PROCESSING });
      for (const { product_id, quantity } of golden.stock.before.products) {
        await shop.db(t(shop.db, 'product')).where({ product_id }).update({ quantity });
      }
      await shop.attach();
      const { links, secretKey } = await shop.startProgram();
      await shop.switchLinksOn();
      await saveSettingsOf(
        { links, secretKey, table: 'payment_link_setting' },
        {
          code: 'payment_link',
          schema: PAYMENT_LINK_SETTINGS,
          storeId: 0,
          values: { which_orders: 'listed', payment_codes: ['cod'] },
        },
        { name: 'owner', ip: null },
      );
      orderId = await confirms(shop, golden);
      await entersStatus(shop, golden, orderId);
    }, 120_000);
    afterAll(() => shop.close());

    test('is asked for once, for what it costs in its currency, and mailed once', async () => {
      await shop.untilMails(1);
      const [made, ...more] = shop.requests(orderId);
      expect(more).toEqual([]);
      expect([made?.body['amount'], made?.body['currency']]).toEqual([82664, 'EUR']);
      expect(shop.mails.caught[0]?.to).toEqual(['jan@example.com']);
    });

    test('has one more line, with a link that PHP shows as one', async () => {
      const php = golden.entered['oc_order_history'] ?? [];
      const lines = await shop.history(orderId);
      expect(lines.slice(0, php.length).map(({ order_status_id }) => order_status_id)).toEqual([0, REQUEST_STATUS]);
      expect(lines.slice(php.length).map(({ order_status_id, notify }) => [order_status_id, notify])).toEqual([
        [REQUEST_STATUS, 1],
      ]);
      expect(lines.at(-1)?.comment).toMatch(
        /^Payment link for €826\.64: <a href="[^"]+\/pay\/[\w-]+" target="_blank">/,
      );
      expect(await stockOf(shop, golden.stock.after)).toEqual(golden.stock.after.products);
    });

    test('is paid, and its stock has moved once in all', async () => {
      shop.sandbox.control.act(`${orderId}-1`, 'complete', { method: 'IDEAL' });
      await until(
        async () => (await shop.history(orderId)).at(-1)?.order_status_id,
        (statusId) => statusId === PAID_STATUS,
      );
      const lines = golden.entered['oc_order_product'] ?? [];
      const taken = golden.stock.before.products.map((product) => ({
        ...product,
        quantity: product.quantity - quantityOf(lines, product.product_id),
      }));
      expect(await stockOf(shop, golden.stock.before)).toEqual(taken);
    });
  });
});

/** PHP's Confirm: the order in status 0, its lines and totals, a history row of status 0. */
async function confirms(shop: PhpShop, { confirmed }: GoldenFour): Promise<number> {
  const { order_id: _id, ...order } = confirmed['oc_order']?.[0] ?? {};
  const orderId = await shop.insert('order', order);
  for (const table of LINES) {
    for (const row of confirmed[`oc_${table}`] ?? []) {
      const { [`${table}_id`]: _row, ...columns } = row;
      await shop.insert(table, { ...columns, order_id: orderId });
    }
  }
  await addsLine(shop, orderId, confirmed['oc_order_history']?.at(-1));
  return orderId;
}

/** The history line: stock first where the status reserves, then the status, then the row. */
async function entersStatus(shop: PhpShop, { entered, stock }: GoldenFour, orderId: number): Promise<void> {
  for (const { product_id, quantity } of stock.after.products) {
    const was = stock.before.products.find((product) => product.product_id === product_id)?.quantity ?? quantity;
    await shop
      .db(t(shop.db, 'product'))
      .where({ product_id, subtract: 1 })
      .decrement('quantity', was - quantity);
  }
  const line = entered['oc_order_history']?.at(-1);
  await shop
    .db(t(shop.db, 'order'))
    .where({ order_id: orderId })
    .update({ order_status_id: line?.['order_status_id'] });
  await addsLine(shop, orderId, line);
}

async function addsLine(shop: PhpShop, orderId: number, line: Row = {}): Promise<void> {
  const { order_history_id: _id, ...columns } = line;
  await shop.insert('order_history', { ...columns, order_id: orderId });
}

function stockOf(shop: PhpShop, { products }: Stock): Promise<Stock['products'][number][]> {
  const ids = products.map((product) => product.product_id);
  return shop
    .db(t(shop.db, 'product'))
    .whereIn('product_id', ids)
    .orderBy('product_id')
    .select('product_id', 'quantity', 'subtract');
}

function quantityOf(lines: readonly Row[], productId: number): number {
  return lines
    .filter((line) => line['product_id'] === productId)
    .reduce((sum, line) => sum + Number(line['quantity']), 0);
}
