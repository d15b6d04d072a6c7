import type { Page } from 'playwright-core';
import { answered, describeInShop, logInTo } from '../support/browser_shop';

describeInShop('what the order form says before anybody saves', (room) => {
  let page: Page;
  beforeAll(async () => {
    page = await room.newTab();
    await room.shop.db('oc_coupon').where({ code: 'WELCOME10' }).update({ date_end: '2020-01-01' });
    const special = { product_id: 1, customer_group_id: 1, quantity: 1, priority: 1, price: '59.0000' };
    await room.shop.db('oc_product_discount').insert({ ...special, type: 'F', special: 1 });
    await logInTo(page, `${room.shop.url}/admin`);
  });
  beforeEach(async () => {
    await page.goto(`${room.shop.url}/admin/sale/order/form`);
    await find('#customer_search', 'sanne');
    await step('products');
    await find('#product_search', 'candle');
  });
  // What was typed is left without being asked about it.
  afterEach(() => page.evaluate("document.querySelector('#order-form').dataset.sent = '1'"));

  const step = (key: string) => answered(page, () => page.locator(`.steps [data-step=${key}]`).click());
  const quantity = () => page.getByLabel('Quantity: Beeswax candles, box of 6');
  const row = () => page.getByRole('row').filter({ has: quantity() });
  const saysOf = async (field: string) => (await page.locator(`${field}-error`).innerText()).trim();

  async function find(field: string, text: string): Promise<void> {
    await page.locator(field).fill(text);
    const panel = page.locator('[data-panel]').filter({ has: page.locator(field) });
    await answered(page, () => panel.locator('.found button').first().click());
  }

  test('a quantity is counted while it is typed: the line, the sum, and what is not in stock', async () => {
    await answered(page, () => quantity().fill('3'));
    await row().getByText('€49.59').waitFor();
    await answered(page, () => quantity().fill('81'));
    await row().getByText('Only 80 in stock').waitFor();
    await answered(page, () => quantity().fill('0'));
    expect(await saysOf('#lines-0-quantity')).toBe('The quantity must be a whole number from 1 to 999999.');
    expect(await quantity().getAttribute('aria-invalid')).toBe('true');
    expect(await quantity().evaluate('document.activeElement.id')).toBe('lines-0-quantity');
    await answered(page, () => quantity().fill('2'));
    await row().getByText('€33.06').waitFor();
    expect(await page.locator('#lines-0-quantity-error').count()).toBe(0);
    expect(await quantity().getAttribute('aria-invalid')).toBeNull();
  });

  test('a coupon that does not hold, and points that are not there, are told where they are typed', async () => {
    await step('totals');
    await page.locator('#coupon_code').fill('WELCOME10');
    await answered(page, () => page.keyboard.press('Tab'));
    expect(await saysOf('#coupon_code')).toBe('This coupon does not hold at present.');
    await page.locator('#reward_points').fill('50');
    await answered(page, () => page.keyboard.press('Tab'));
    expect(await saysOf('#reward_points')).toBe('The customer has 0 reward points.');
    // Nobody has saved: there is no list of what a Save was refused for.
    expect(await page.locator('[data-errors]').count()).toBe(0);
    await page.locator('#coupon_code').fill('');
    await answered(page, () => page.keyboard.press('Tab'));
    expect(await page.locator('#coupon_code-error').count()).toBe(0);
  });

  test('what is offered has the price of the customer’s group, with the usual one beside it', async () => {
    await page.locator('#product_search').fill('lamp');
    const offer = page.locator('#products-found').getByRole('button', { name: /^Oak desk lamp/ });
    expect(await offer.innerText()).toContain('€59.00 instead of €79.00');
    await page.locator('#product_search').fill('mug');
    const usual = page.locator('#products-found').getByRole('button', { name: /^Stoneware mug/ });
    expect(await usual.innerText()).toMatch(/· €12.40 ·/);
  });

  test('a product that was chosen but not added is not left out of the order in silence', async () => {
    await find('#product_search', 'lamp');
    await page.locator('.pending').getByLabel('Colour').selectOption({ index: 1 });
    await page.keyboard.press('Control+s');
    await page.getByText('Oak desk lamp: Chosen, but not in the order yet').waitFor();
    await answered(page, () => page.getByRole('button', { name: 'Add Product' }).click());
    await page.getByText('LAMP-01').waitFor();
  });

  test('the heading of every step stands at the same height', async () => {
    const top = async (key: string) => {
      await step(key);
      const panel = page.locator(`#step-${key}`);
      const [frame, heading] = [await panel.boundingBox(), await panel.locator('h2').boundingBox()];
      return Math.round((heading?.y ?? 0) - (frame?.y ?? 0));
    };
    expect(new Set([await top('customer'), await top('products'), await top('totals')]).size).toBe(1);
  });
});
