import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser, PATIENCE_MS } from '../support/browser';
import { orderWithLink } from '../support/customer';
import { startProgram, until, type ProgramRoom } from '../support/program';
import { proxyTo, type Proxy } from '../support/proxy';

const FOLDER = '/payment-links';

describe.each([
  ['passes addresses on as they are', false],
  ['takes the folder away', true],
])('below a path of the shop’s domain, behind a proxy that %s', (_what, strips) => {
  describeInBrowser('in a browser', () => {
    let proxy: Proxy;
    let shop: ProgramRoom;
    let browser: Browser;
    let page: Page;
    const strayed: string[] = [];

    beforeAll(async () => {
      proxy = await proxyTo(() => Number(new URL(shop.url).port), FOLDER, strips);
      shop = await startProgram({ PUBLIC_URL: `${proxy.url}${FOLDER}`, TRUST_PROXY: '1' });
      browser = await openBrowser();
      page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      page.on('response', (response) => {
        if (response.status() >= 400) strayed.push(`${response.status()} ${response.url()}`);
      });
    });
    afterAll(async () => {
      await browser.close();
      await shop.close();
      await proxy.close();
    });

    test('staff are led to where they wanted to go after the log-in, and every page of the menu is whole', async () => {
      await page.goto(`${proxy.url}${FOLDER}/admin/sale/order?filter_total=12`);
      await page.getByLabel('Username').fill('admin');
      await page.getByLabel('Password').fill('secret123');
      await page.getByRole('button', { name: 'Login' }).click();
      await page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor();
      expect(page.url()).toBe(`${proxy.url}${FOLDER}/admin/sale/order?filter_total=12`);
      const menu = page.getByRole('navigation', { name: 'Main menu' }).getByRole('link');
      const hrefs = await menu.evaluateAll((links) => links.map((link) => String(link.getAttribute('href'))));
      expect(hrefs.length).toBeGreaterThan(8);
      for (const href of hrefs) {
        await page.goto(`${proxy.url}${href}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
      }
      expect(strayed).toEqual([]);
    });

    test('the mailed address, the pay page, the provider and the way back all lie below it', async () => {
      const link = await orderWithLink(shop);
      const mailed = `${proxy.url}${FOLDER}/pay/${link.token}`;
      const mails = page.getByRole('link', { name: /jan@customer\.example/ });
      await until(
        async () => {
          await page.goto(`${proxy.url}${FOLDER}/mailbox`);
          return mails.count();
        },
        (count) => count > 0,
      );
      await mails.first().click();
      const mail = page.frameLocator('iframe').getByRole('link', { name: /Pay/ }).first();
      expect(await mail.getAttribute('href')).toBe(mailed);
      await page.goto(mailed);
      await page.getByRole('button', { name: /^Pay / }).click();
      await page.getByRole('button', { name: 'iDEAL' }).click();
      await page.getByRole('button', { name: 'Complete', exact: true }).click();
      await page.getByRole('heading', { name: 'Paid – thank you!' }).waitFor();
      expect(page.url()).toContain(`${mailed}/return`);
      expect(strayed).toEqual([]);
    });
  });
});
