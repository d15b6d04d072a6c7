import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser, PATIENCE_MS } from '../support/browser';
import { activeLink } from '../support/customer';
import { requestStatus } from '../support/enter_order';
import { startProgram, type ProgramRoom } from '../support/program';

describeInBrowser('without JavaScript', () => {
  let shop: ProgramRoom;
  let browser: Browser;

  beforeAll(async () => {
    shop = await startProgram();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await shop.close();
  });

  async function open(path: string): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', javaScriptEnabled: false });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${shop.url}${path}`);
    return page;
  }

  test('staff enter an order in five steps and find its link, and the customer pays it', async () => {
    const staff = await open('/admin/common/login');
    await staff.getByLabel('Username').fill('admin');
    await staff.getByLabel('Password').fill('secret123');
    await staff.getByRole('button', { name: 'Login' }).click();
    await staff.goto(`${shop.url}/admin/sale/order/form`);

    await enterCustomer(staff);
    await enterProduct(staff);
    await enterAddress(staff);
    expect(await staff.getByLabel('Ship to the payment address').isChecked()).toBe(true);
    await next(staff, 'Totals');
    await enterTotals(staff);
    await staff.getByRole('button', { name: 'Save', exact: true }).click();
    await staff.getByRole('heading', { name: 'Payment link' }).waitFor();

    const orderId = Number(new URL(staff.url()).searchParams.get('order_id'));
    const link = await activeLink(shop, orderId);
    await staff.reload();
    const panel = staff.locator('#payment-link');
    expect(await panel.innerHTML()).toContain(`/pay/${link.token}`);

    const customer = await open(`/pay/${link.token}`);
    await customer.getByRole('button', { name: /^Pay €/ }).click();
    expect(new URL(customer.url()).pathname).toMatch(/^\/sandbox\/multisafepay\//);
    await customer.getByRole('button', { name: 'iDEAL' }).click();
    await customer.getByRole('button', { name: 'Complete', exact: true }).click();
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
    await page.locator('[name="status_id"]').selectOption(String(await requestStatus(shop)));
  }

  /** The button that ends a step: `Continue: Products`. */
  async function next(page: Page, step: string): Promise<void> {
    await page.getByRole('button', { name: `Continue: ${step}` }).click();
    await page.getByRole('heading', { name: step, level: 2 }).waitFor();
  }
});
