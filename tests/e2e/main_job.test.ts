import type { Locator, Page } from 'playwright-core';
import { DEMO_KEYS, startSandbox, type StartedSandbox } from '../../extension/sandbox/multisafepay/sandbox';
import { answered, describeInShop, payInTab, type BrowserShop } from '../support/browser_shop';
import { PASSWORD, until, type ProgramEnv } from '../support/program';
import { smtpSink, type SmtpSink } from '../support/smtp_sink';

const CUSTOMER = 'jan@customer.example';

let sandbox: StartedSandbox;
let mails: SmtpSink;

/** A provider and a mail server of their own, as a real shop has them. */
async function withoutDemo(): Promise<ProgramEnv> {
  sandbox = await startSandbox();
  mails = await smtpSink();
  return (port) => ({
    DEMO: '0',
    PUBLIC_URL: `http://localhost:${port}`,
    MULTISAFEPAY_API_URL: sandbox.apiUrl,
    SMTP_URL: mails.url,
  });
}

const fromNothing = (room: BrowserShop): void => {
  let page: Page;
  const failures: string[] = [];

  beforeAll(async () => {
    page = await newPage();
  });
  afterAll(async () => {
    await sandbox.close();
    await mails.close();
  });

  async function newPage(): Promise<Page> {
    const opened = await room.newTab();
    opened.on('pageerror', (error) => failures.push(String(error)));
    return opened;
  }

  /** By its label; what a form demands has a star after it. */
  const field = (label: string, within: Page | Locator = page) =>
    within.getByLabel(new RegExp(`^\\s*${label}(\\s*\\*)?\\s*$`));
  const press = (name: string, within: Page | Locator = page) =>
    within.getByRole('button', { name, exact: true }).click();
  const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
  const choice = (group: string, name: string) =>
    page.getByRole('group', { name: group, exact: true }).getByLabel(name, { exact: true }).check();
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  const said = (text: string) => page.getByText(text, { exact: true }).waitFor();

  async function type(within: Locator, values: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(values)) await field(label, within).fill(value);
  }

  /** The next answer of the order form takes a second. */
  const answerLate = () =>
    page.route(
      '**/sale/order/form',
      async (route) => {
        await page.waitForTimeout(1000);
        await route.continue();
      },
      { times: 1 },
    );

  const toCustomer = () => mails.caught.filter(({ to }) => to.includes(CUSTOMER));

  async function menu(name: string): Promise<void> {
    await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name, exact: true }).click();
    await heading(name);
  }

  test('staff log in and see the dashboard', async () => {
    await page.goto(`${room.shop.program.links.publicUrl}/admin`);
    await field('Username').fill('admin');
    await field('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await heading('Dashboard');
    expect(await page.getByText('A few steps to your first payment link').count()).toBe(1);
  });

  test('an order status of their own asks for payment', async () => {
    await menu('Order Statuses');
    await page.getByRole('link', { name: 'Add New' }).click();
    for (const name of await page.getByLabel(/^Order Status Name/).all()) await name.fill('Payment Request');
    await press('Save');
    await said('You have modified order statuses.');
    expect(await page.getByRole('cell', { name: 'Payment Request', exact: true }).count()).toBe(1);
  });

  test('MultiSafepay is installed, set and answers', async () => {
    await menu('Payments');
    await press('Install MultiSafepay');
    await page.getByRole('link', { name: 'Edit MultiSafepay', exact: true }).click();
    await tab('General');
    await choice('Status', 'Enabled');
    await tab('Account');
    await field('Type account').selectOption({ label: 'Test account' });
    await field('Test API Key').fill(DEMO_KEYS.test);
    await tab('Options');
    await choice('Generate payment links at the admin', 'Yes');
    await field('Payment Request').selectOption({ label: 'Payment Request' });
    await press('Save');
    await said('The settings of MultiSafepay are saved.');
    await page.goto(`${room.shop.program.links.publicUrl}/admin/payment/multisafepay`);
    await tab('Account');
    await press('Test connection');
    await page.getByText(/MultiSafepay accepts this test key/).waitFor();
  });

  test('orders in the new status hold their pieces', async () => {
    await menu('Settings');
    await page.getByRole('link', { name: /^Edit / }).click();
    await tab('Option');
    await choice('Processing Order Status', 'Payment Request');
    await press('Save');
    await said('You have modified settings.');
  });

  test('the shop gets its first product', async () => {
    await menu('Products');
    await page.getByRole('link', { name: 'Add New' }).first().click();
    for (const name of await page.getByLabel(/^Product Name/).all()) await name.fill('Delft vase');
    await field('Model').fill('VASE-1');
    await tab('Data');
    await field('Price').fill('100.00');
    await field('Quantity').fill('10');
    await choice('Subtract Stock', 'Yes');
    await press('Save');
    await said('You have modified products.');
    expect(await stock()).toContain('10');
  });

  async function stock(): Promise<string[]> {
    await menu('Products');
    return page.getByRole('row').filter({ hasText: 'Delft vase' }).getByRole('cell').allInnerTexts();
  }

  test('the order is entered step by step and saved in the status that asks for payment', async () => {
    await menu('Orders');
    await page.getByRole('link', { name: 'Add New' }).first().click();
    const step = (name: string) =>
      page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });

    await type(step('Customer Details'), { 'First Name': 'Jan', 'Last Name': 'de Vries', 'E-Mail': CUSTOMER });
    await answered(page, () => press('Continue: Products'));
    await answered(page, () => field('Choose Product').fill('Delft'));
    await answered(page, () => page.getByRole('button', { name: /^Delft vase/ }).press('Enter'));
    await page.getByRole('cell', { name: 'VASE-1', exact: true }).waitFor();
    await answered(page, () => page.getByRole('spinbutton', { name: /Quantity/ }).fill('2'));
    const payment = step('Payment Details');
    await answered(page, async () => {
      await answerLate();
      await press('Continue: Payment Details');
      await field('Company', payment).fill('Typed while the shop was asked');
    });
    expect(await field('Company', payment).inputValue()).toBe('Typed while the shop was asked');
    await type(payment, { 'First Name': 'Jan', 'Last Name': 'de Vries', 'Address 1': 'Kraanspoor 39' });
    await type(payment, { City: 'Amsterdam', Postcode: '1033 SC' });
    await answered(page, () => field('Country', payment).selectOption({ label: 'Netherlands' }));
    await field('Region / State', payment).selectOption({ label: 'Noord-Holland' });
    await answered(page, () => press('Continue: Shipping Details'));
    await field('Ship to the payment address').check();
    await answered(page, () => press('Continue: Totals'));
    const flat = page.getByRole('option', { name: /^Flat/ });
    await answered(page, async () => field('Shipping Method').selectOption((await flat.getAttribute('value')) ?? ''));
    await answered(page, () => field('Payment Method').selectOption({ label: 'MultiSafepay' }));
    await answered(page, () => field('Order Status').selectOption({ label: 'Payment Request' }));
    await press('Save');
    await heading(/#1\b.*Payment Request/);
  });

  test('the order page shows the link by itself, and the customer has it by mail', async () => {
    await page.evaluate("document.body.setAttribute('data-same', 'yes')");
    await page.getByRole('button', { name: 'Copy payment link', exact: true }).waitFor();
    expect(await page.getAttribute('body', 'data-same')).toBe('yes');
    const address = await field('Address for the customer').inputValue();
    expect(address).toMatch(new RegExp(`^${room.shop.program.links.publicUrl}/pay/`));
    const mail = await until(
      async () => toCustomer(),
      (found) => found.length > 0,
    );
    expect(mail).toHaveLength(1);
    expect(mail[0]?.mail.text).toContain(address);
    expect(await stock()).toContain('8');
  });

  test('the customer pays once; order page, history and stock say so', async () => {
    await menu('Orders');
    await page.getByRole('row').filter({ hasText: 'Jan de Vries' }).getByRole('link').first().click();
    await heading(/#1\b/);
    const customer = await newPage();
    await customer.goto(/https?:\/\/\S+\/pay\/[\w-]+/.exec(toCustomer()[0]?.mail.text ?? '')?.[0] ?? '');
    await payInTab(customer);
    await customer.getByRole('heading', { name: 'Paid – thank you!' }).waitFor();

    await heading(/#1\b.*Processing/);
    await page.getByText('Paid', { exact: true }).first().waitFor();
    const history = page.getByRole('region', { name: 'History', exact: true });
    expect(await history.getByRole('listitem').filter({ hasText: 'Processing' }).count()).toBe(1);
    expect(await stock()).toContain('8');
  });

  test('the list of orders shows the order', async () => {
    await menu('Orders');
    const row = page.getByRole('row').filter({ hasText: 'Jan de Vries' });
    expect(await row.count()).toBe(1);
    expect(await row.innerText()).toMatch(/Processing\s+Paid\s+€206\.05/);
  });

  test('nothing failed in the pages', () => expect(failures).toEqual([]));
};

describeInShop('from a shop without any data of a demo to a paid order, in a browser', fromNothing, withoutDemo);
