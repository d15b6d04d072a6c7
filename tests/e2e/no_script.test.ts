import type { Page } from 'playwright-core';
import { describeInShop, logInTo, payInTab } from '../support/browser_shop';
import { activeLink } from '../support/customer';
import { requestStatus } from '../support/enter_order';

describeInShop('without JavaScript', (room) => {
  const NO_SCRIPT = { javaScriptEnabled: false };

  test('staff enter an order in five steps and find its link, and the customer pays it', async () => {
    const staff = await room.newTab(NO_SCRIPT);
    await logInTo(staff, `${room.shop.url}/admin/sale/order/form`);

    await enterCustomer(staff);
    await enterProduct(staff);
    await enterAddress(staff);
    expect(await staff.getByLabel('Ship to the payment address').isChecked()).toBe(true);
    await next(staff, 'Totals');
    await enterTotals(staff);
    await staff.getByRole('button', { name: 'Save', exact: true }).click();
    await staff.getByRole('heading', { name: 'Payment link' }).waitFor();

    const orderId = Number(new URL(staff.url()).searchParams.get('order_id'));
    const link = await activeLink(room.shop, orderId);
    await staff.reload();
    const panel = staff.locator('#payment-link');
    expect(await panel.innerHTML()).toContain(`/pay/${link.token}`);

    const customer = await room.open(`/pay/${link.token}`, NO_SCRIPT);
    await payInTab(customer);
    await customer.getByRole('heading', { name: 'Paid – thank you!' }).waitFor();
    expect(new URL(customer.url()).pathname).toBe(`/pay/${link.token}/return`);

    await staff.reload();
    expect(await panel.innerText()).toContain('iDEAL');
  }, 120_000);

  async function enterCustomer(page: Page): Promise<void> {
    await page.locator('[name="firstname"]').fill('Jan');
    await page.locator('[name="lastname"]').fill('de Vries');
    await page.locator('[name="email"]').fill('jan@customer.example');
    await page.locator('[name="telephone"]').fill('+31 6 12345678');
    await next(page, 'Products');
  }

  /** Two products match, so there is a choice; the one chosen has options, none of them required. */
  async function enterProduct(page: Page): Promise<void> {
    await page.getByLabel('Choose Product').fill('ug');
    await page.getByRole('button', { name: 'Find product' }).click();
    await page.locator('#region-product-search .found button').filter({ hasText: /mug/i }).click();
    await page.getByLabel('Quantity').fill('2');
    await page.getByRole('button', { name: 'Add Product' }).click();
    expect(await page.locator('#lines tbody tr').count()).toBe(1);
    expect(await page.locator('#lines .quantity').inputValue()).toBe('2');
    await next(page, 'Payment Details');
  }

  /** Regions follow the country once the form is shown again: that is what the next step does. */
  async function enterAddress(page: Page): Promise<void> {
    const field = (name: string) => page.locator(`[name="payment_address[${name}]"]`);
    await field('firstname').fill('Jan');
    await field('lastname').fill('de Vries');
    await field('address_1').fill('Kraanspoor 39');
    await field('city').fill('Amsterdam');
    await field('postcode').fill('1033 SC');
    await field('country_id').selectOption({ label: 'Netherlands' });
    await next(page, 'Shipping Details');
    await page.getByRole('button', { name: 'Payment Details' }).first().click();
    await field('zone_id').selectOption({ index: 1 });
    await next(page, 'Shipping Details');
  }

  async function enterTotals(page: Page): Promise<void> {
    await page.locator('[name="shipping_code"]').selectOption({ index: 1 });
    await page.locator('[name="payment_code"]').selectOption('multisafepay.multisafepay');
    await page.locator('[name="status_id"]').selectOption(String(await requestStatus(room.shop)));
  }

  /** The button that ends a step: `Continue: Products`. */
  async function next(page: Page, step: string): Promise<void> {
    await page.getByRole('button', { name: `Continue: ${step}` }).click();
    await page.getByRole('heading', { name: step, level: 2 }).waitFor();
  }
});
