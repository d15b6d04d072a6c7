import type { Page } from 'playwright-core';
import { describeInShop, logInTo } from '../support/browser_shop';

describeInShop('a log-in that ends while somebody types', (room) => {
  let page: Page;
  beforeEach(async () => {
    page = await room.newTab();
  });
  afterEach(() => page.context().close());

  async function logIn(tab: Page, path: string, heading: string): Promise<void> {
    await logInTo(tab, `${room.shop.url}${path}`);
    await tab.getByRole('heading', { level: 1, name: heading }).waitFor();
  }

  async function logInBeside(): Promise<void> {
    const [beside] = await Promise.all([
      page.context().waitForEvent('page'),
      page.locator('#messages').getByRole('link', { name: 'Log in' }).click(),
    ]);
    await logIn(beside, '/admin', 'Dashboard');
    await beside.close();
  }

  const told = () => page.getByText(/You were logged out meanwhile/).waitFor();
  const save = () => page.keyboard.press('Control+s');

  test('of an order staff are told at the next press, whichever it is, and after another log-in the same form goes on', async () => {
    await logIn(page, '/admin/sale/order/form', 'Add Order');
    await page.getByLabel('First Name').first().fill('Wilhelmina');
    await page.context().clearCookies();
    await save();
    await told();
    await page.getByRole('button', { name: '2 Products' }).click();
    await told();
    expect(page.url()).toBe(`${room.shop.url}/admin/sale/order/form`);

    await logInBeside();
    await page.getByRole('button', { name: '2 Products' }).click();
    await page.getByText(/You were logged out meanwhile/).waitFor({ state: 'detached' });
    await save();
    // Saved it is not yet, for it has no products; but the shop says so, and the name is there.
    await page.getByText('The order could not be saved.').waitFor();
    expect(await page.locator('#firstname').inputValue()).toBe('Wilhelmina');
  });

  test('whoever was locked out by a colleague keeps what was typed as well', async () => {
    await logIn(page, '/admin/sale/order/form', 'Add Order');
    await page.getByLabel('First Name').first().fill('Wilhelmina');
    await room.shop.db('oc_user').where({ username: 'admin' }).update({ status: 0 });
    await page.getByRole('button', { name: '2 Products' }).click();
    await told();
    await room.shop.db('oc_user').where({ username: 'admin' }).update({ status: 1 });
    expect(await page.locator('#firstname').inputValue()).toBe('Wilhelmina');
  });

  test('every form that would lose something asks before it is sent', async () => {
    await logIn(page, '/admin/catalog/product/form?product_id=1', 'Edit Product: Oak desk lamp');
    await page.getByLabel('Model').fill('LAMP-02');
    await page.context().clearCookies();
    await save();
    await told();

    await logInBeside();
    await save();
    await page.getByText('You have modified products.').waitFor();
    expect(await room.shop.db('oc_product').where({ product_id: 1 }).first('model')).toEqual({ model: 'LAMP-02' });
  });

  test('a shop that does not answer loses nothing either', async () => {
    await logIn(page, '/admin/catalog/product/form?product_id=2', 'Edit Product: Merino sweater');
    await page.getByLabel('Model').fill('SWEATER-02');
    await page.context().setOffline(true);
    await save();
    await page.getByText(/The shop did not answer/).waitFor();
    await page.context().setOffline(false);
    await save();
    await page.getByText('You have modified products.').waitFor();
  });
});
