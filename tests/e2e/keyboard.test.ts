import type { Page } from 'playwright-core';
import { answered, describeInShop } from '../support/browser_shop';
import { PASSWORD } from '../support/program';

describeInShop('an order with the keyboard alone', (room) => {
  let page: Page;
  beforeAll(async () => {
    page = await room.newTab();
  });

  const focused = (wanted: string) => page.locator(wanted).and(page.locator(':focus')).waitFor();

  /** Goes on with Tab until it stands on what is wanted. */
  async function tabTo(wanted: string): Promise<void> {
    for (let pressed = 0; pressed < 60; pressed++) {
      if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(wanted)})`)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${wanted}`);
  }

  const step = (key: string) => `.panel:not([hidden]) .form-foot [data-step=${key}]`;

  test('from the log-in to the order page', async () => {
    await page.goto(`${room.shop.url}/admin/sale/order/form`);
    await focused('#username');
    await page.keyboard.type('admin');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Add Order' }).waitFor();

    await focused('#customer_search');
    await page.keyboard.type('devries@');
    await page.keyboard.press('Enter');
    await focused('[data-panel=customer] .form-foot [data-step=products]');
    await answered(page, () => page.keyboard.press('Enter'));

    await focused('#product_search');
    await page.keyboard.type('lamp');
    await page.keyboard.press('Enter');
    await focused('.pending select');
    await page.keyboard.press('ArrowDown');
    await answered(page, () => page.keyboard.press('Enter'));
    await page.getByText('Kleur: Naturel').waitFor();
    await focused('#product_search');
    await page.keyboard.press('Enter');
    await focused(step('payment'));

    /* Nothing else is asked of a known customer but how to ship, and Save leads there. */
    await page.keyboard.press('Control+s');
    await focused('#shipping_code');
    await answered(page, () => page.keyboard.press('ArrowDown'));
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { level: 1, name: /^#\d+\b.*Payment Request/ }).waitFor();
  }, 120_000);

  test('who leaves with something typed is asked first; Escape closes what opened over the page', async () => {
    await page.goto(`${room.shop.url}/admin/catalog/product/form?product_id=1`);
    await tabTo('#model');
    await page.keyboard.type('x');
    const asked = page.waitForEvent('dialog');
    void page.goto(`${room.shop.url}/admin/sale/order`).catch(() => undefined);
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    await page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor();
    await tabTo('.filters > summary');
    await page.keyboard.press('Enter');
    await tabTo('#filter_customer');
    await page.keyboard.press('Escape');
    await focused('.filters > summary');
    expect(await page.locator('#filter_customer').isVisible()).toBe(false);
  });

  test('Ctrl+Enter saves from anywhere on the page; what is refused leads to its first field, on whichever tab', async () => {
    await page.goto(`${room.shop.url}/admin/catalog/product/form?product_id=1`);
    await page.locator('#price').evaluate((field) => ((field as unknown as { value: string }).value = 'much'));
    await page.locator('#model').fill('');
    await page.locator('.menu-home').focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Model: ').waitFor();
    await focused('#model[aria-invalid=true]');
    await page.getByRole('link', { name: /^Price: / }).focus();
    await page.keyboard.press('Enter');
    await focused('#price[aria-invalid=true]');
    expect(await page.locator('#tab-of-data').getAttribute('aria-selected')).toBe('true');
  });
});
