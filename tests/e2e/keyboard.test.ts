import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser, PATIENCE_MS } from '../support/browser';
import { PASSWORD, startProgram, type ProgramRoom } from '../support/program';

describeInBrowser('an order with the keyboard alone', () => {
  let shop: ProgramRoom;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    shop = await startProgram();
    browser = await openBrowser();
    page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    page.setDefaultTimeout(PATIENCE_MS);
  });
  afterAll(async () => {
    await browser.close();
    await shop.close();
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

  /** The form asks the shop after most keys; the answer has arrived when the page took it over. */
  async function answered(action: () => Promise<unknown>): Promise<void> {
    const posted = page.waitForResponse((one) => one.request().method() === 'POST');
    const [answer] = await Promise.all([posted, action()]);
    await answer.finished();
    await page.waitForTimeout(50);
  }

  const step = (key: string) => `.panel:not([hidden]) .form-foot [data-step=${key}]`;

  test('from the log-in to the order page', async () => {
    await page.goto(`${shop.url}/admin/sale/order/form`);
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
    await answered(() => page.keyboard.press('Enter'));

    await focused('#product_search');
    await page.keyboard.type('lamp');
    await page.keyboard.press('Enter');
    await focused('.pending select');
    await page.keyboard.press('ArrowDown');
    await answered(() => page.keyboard.press('Enter'));
    await page.getByText('Kleur: Naturel').waitFor();
    await focused('#product_search');
    await page.keyboard.press('Enter');
    await focused(step('payment'));

    /* Nothing else is asked of a known customer but how to ship, and Save leads there. */
    await page.keyboard.press('Control+s');
    await focused('#shipping_code');
    await answered(() => page.keyboard.press('ArrowDown'));
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { level: 1, name: /^#\d+\b.*Payment Request/ }).waitFor();
  }, 120_000);

  test('who leaves with something typed is asked first; Escape closes what opened over the page', async () => {
    await page.goto(`${shop.url}/admin/catalog/product/form?product_id=1`);
    await tabTo('#model');
    await page.keyboard.type('x');
    const asked = page.waitForEvent('dialog');
    void page.goto(`${shop.url}/admin/sale/order`).catch(() => undefined);
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
});
