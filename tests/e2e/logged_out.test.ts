import type { Page } from 'playwright-core';
import { describeInShop, logInTo } from '../support/browser_shop';

describeInShop('a log-in that ends while an order is typed', (room) => {
  let page: Page;
  beforeAll(async () => {
    page = await room.newTab();
  });

  async function logIn(tab: Page): Promise<void> {
    await logInTo(tab, `${room.shop.url}/admin/sale/order/form`);
    await tab.getByRole('heading', { level: 1, name: 'Add Order' }).waitFor();
  }

  const told = () => page.getByText(/You were logged out meanwhile/).waitFor();
  const save = async () => {
    await page.keyboard.press('Control+s');
  };

  test('staff are told, nothing typed is lost, and after another log-in the same form goes on', async () => {
    await page.clock.install();
    await logIn(page);
    await page.getByLabel('First Name').first().fill('Wilhelmina');
    await page.context().clearCookies();
    await page.getByRole('button', { name: '2 Products' }).click();
    await told();
    await page.clock.fastForward('10:00');
    await save();
    await told();
    expect(page.url()).toBe(`${room.shop.url}/admin/sale/order/form`);

    const beside = await page.context().newPage();
    await logIn(beside);
    await beside.close();
    await page.getByRole('button', { name: '2 Products' }).click();
    await page.getByText(/You were logged out meanwhile/).waitFor({ state: 'detached' });
    await page.clock.fastForward('10:00');
    await save();
    // Saved it is not yet, for it has no products; but the shop says so, and the name is there.
    await page.getByText('The order could not be saved.').waitFor();
    expect(await page.locator('#firstname').inputValue()).toBe('Wilhelmina');
  });
});
