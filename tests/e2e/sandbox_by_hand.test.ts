import type { Page } from 'playwright-core';
import type { Link } from '../../extension/payment_link/link/link_row';
import { seriousFindings } from '../support/browser';
import { describeInShop, payInTab, tooWide } from '../support/browser_shop';
import { orderWithLink } from '../support/customer';
import { until } from '../support/program';

describeInShop('every state of a payment, by hand in the demo', (room) => {
  const PHONE = { viewport: { width: 390, height: 844 } };
  const open = (path: string) => room.open(path, PHONE);

  /** The customer's way to the bank; what it answers is a button there. Comes back with the page of the shop. */
  async function answerOfBank(link: Link, button: string, method = 'iDEAL'): Promise<Page> {
    const page = await open(`/pay/${link.token}`);
    await payInTab(page, button, method);
    await page.waitForURL(/\/pay\//);
    return page;
  }

  /** The levers that are not the buyer's, on the console below the provider's page. */
  async function pull(link: Link, lever: string): Promise<void> {
    const page = await open(new URL(link.url ?? '').pathname.replace(/\/?$/, '/console/'));
    await page.getByRole('button', { name: lever, exact: true }).click();
    await page.waitForLoadState();
    await page.context().close();
  }

  async function says(page: Page, link: Link, heading: string): Promise<void> {
    await until(
      async () => {
        await page.goto(`${room.shop.program.links.publicUrl}/pay/${link.token}`);
        return page.getByRole('heading', { name: heading, exact: true }).count();
      },
      (count) => count > 0,
    );
    expect(await seriousFindings(page)).toEqual([]);
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
  }

  const orderSays = (link: Link, words: string) =>
    until(
      async () => (await room.shop.get(`/admin/sale/order/info?order_id=${link.orderId}`)).html,
      (html) => html.includes(words),
    );

  test('paid, half of it refunded, then the rest', async () => {
    const link = await orderWithLink(room.shop);
    const page = await answerOfBank(link, 'Complete');
    await says(page, link, 'Paid – thank you!');
    await pull(link, 'Refund half of the rest');
    await says(page, link, 'Paid, and partly refunded');
    expect(await page.locator('main').innerText()).toMatch(/Refunded\s+€11\.52/);
    await pull(link, 'Refund the rest');
    await says(page, link, 'Refunded');
    expect(await page.getByRole('button', { name: /^Pay/ }).count()).toBe(0);
  }, 90_000);

  test('paid, and taken back by the bank', async () => {
    const link = await orderWithLink(room.shop);
    const page = await answerOfBank(link, 'Complete');
    await says(page, link, 'Paid – thank you!');
    await pull(link, 'Chargeback');
    await says(page, link, 'The payment was reversed');
    await orderSays(link, 'The payment was taken back.');
  }, 90_000);

  test('declined, and then paid all the same', async () => {
    const link = await orderWithLink(room.shop);
    const page = await answerOfBank(link, 'Decline');
    await orderSays(link, 'A payment was declined.');
    await page.context().close();
    await says(await answerOfBank(link, 'Complete'), link, 'Paid – thank you!');
  }, 90_000);

  test('left before anything was paid, and given up at the bank: it can be paid as before', async () => {
    const link = await orderWithLink(room.shop);
    const page = await open(`/pay/${link.token}`);
    await page.getByRole('button', { name: /^Pay €/ }).click();
    await page.getByRole('button', { name: 'iDEAL' }).waitFor();
    await page.goto(`${room.shop.program.links.publicUrl}/pay/${link.token}`);
    await page.getByRole('button', { name: /^Pay €/ }).waitFor();
    const back = await answerOfBank(link, 'Cancel');
    await back.goto(`${room.shop.program.links.publicUrl}/pay/${link.token}/cancel`);
    await back.getByRole('button', { name: /^Pay €/ }).waitFor();
  }, 90_000);

  test('a transfer is on its way until the money is there', async () => {
    const link = await orderWithLink(room.shop);
    const page = await answerOfBank(link, 'Transfer, money arrives later', 'Bank transfer');
    await says(page, link, 'Your payment is on its way');
  }, 90_000);

  test('expired now', async () => {
    const link = await orderWithLink(room.shop);
    await pull(link, 'Expire the link now');
    await says(await open(`/pay/${link.token}`), link, 'This payment link has expired');
  }, 90_000);

  test('paid twice', async () => {
    const link = await orderWithLink(room.shop);
    await says(await answerOfBank(link, 'Complete'), link, 'Paid – thank you!');
    await pull(link, 'Pay twice');
    await orderSays(link, 'It was paid twice.');
  }, 90_000);
});
