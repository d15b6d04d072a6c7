import type { Page } from 'playwright-core';
import { answered, describeInShop, logInTo } from '../support/browser_shop';
import { orderWithLink } from '../support/customer';

describeInShop('a refused form lists what is wrong as long as it is', (room) => {
  let page: Page;
  beforeAll(async () => {
    page = await room.newTab();
    await logInTo(page, `${room.shop.url}/admin`);
  });
  // What was typed is left without being asked about it.
  afterEach(() => page.evaluate("for (const form of document.forms) form.dataset.sent = '1'"));

  const entry = (text: string | RegExp) => page.locator('[data-errors] li').filter({ hasText: text });
  const step = (key: string) => answered(page, () => page.locator(`.steps [data-step=${key}]`).click());
  const save = async () => {
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-errors]').waitFor();
  };

  test('the order form: an entry goes when its field is corrected, and comes back with what was refused', async () => {
    await page.goto(`${room.shop.url}/admin/sale/order/form`);
    await save();
    await entry(/^First Name/).waitFor();
    await page.locator('#firstname').fill('Ada');
    await entry(/^First Name/).waitFor({ state: 'hidden' });
    expect(await page.locator('#firstname').getAttribute('aria-invalid')).toBeNull();
    expect(await page.locator('#firstname-error').isVisible()).toBe(false);
    expect(await entry(/^Last Name/).isVisible()).toBe(true);
    await page.locator('#firstname').fill('');
    await entry(/^First Name/).waitFor();
    expect(await page.locator('#firstname-error').isVisible()).toBe(true);
    expect(await page.locator('#firstname').getAttribute('aria-invalid')).toBe('true');
  });

  test('what the shop fills in corrects too, step by step until nothing is left to say', async () => {
    await page.goto(`${room.shop.url}/admin/sale/order/form`);
    await save();
    const wrong = page.locator('.steps .wrong');
    await page.locator('.steps [data-step=customer].wrong').waitFor();
    await page.locator('#customer_search').fill('sanne');
    await answered(page, () => page.locator('[data-panel=customer] .found button').first().click());
    await entry(/^First Name/).waitFor({ state: 'hidden' });
    expect(await entry(/^Products/).isVisible()).toBe(true);
    await step('products');
    await page.locator('#product_search').fill('candle');
    expect(await entry(/^Products/).isVisible()).toBe(true);
    await answered(page, () => page.locator('[data-panel=products] .found button').first().click());
    await entry(/^Products/).waitFor({ state: 'hidden' });
    expect(await wrong.filter({ hasText: 'Products' }).count()).toBe(0);
    await step('totals');
    for (const method of ['#shipping_code', '#payment_code']) {
      if (!(await page.locator(method).isVisible())) continue;
      await answered(page, () => page.locator(method).selectOption({ index: 1 }));
    }
    await page.locator('[data-errors]').waitFor({ state: 'hidden' });
    expect(await wrong.count()).toBe(0);
  });

  test('a small form of the order page: named, led to although it was folded, and gone when corrected', async () => {
    const { orderId } = await orderWithLink(room.shop);
    await page.goto(`${room.shop.url}/admin/sale/order/info?order_id=${orderId}`);
    const fold = page.locator('details.act').filter({ hasText: 'Resend' });
    await fold.locator('summary').click();
    await fold.getByLabel('To').fill('');
    await fold.getByRole('button', { name: 'Send mail' }).click();
    const link = page.getByRole('link', { name: 'Resend, To: Please enter one e-mail address.' });
    await link.waitFor();
    await fold.locator('summary').click();
    await link.click();
    await fold.getByLabel('To').and(page.locator(':focus')).waitFor();
    await fold.getByLabel('To').fill('ada@customer.example');
    await page.locator('[data-errors]').waitFor({ state: 'hidden' });
  });
});
