import type { Page } from 'playwright-core';
import { describeInShop, logInTo, payInTab, type BrowserShop } from '../support/browser_shop';
import { orderWithLink } from '../support/customer';
import { until, type ProgramEnv } from '../support/program';
import { proxyTo, type Proxy } from '../support/proxy';

const FOLDER = '/payment-links';

describe.each([
  ['passes addresses on as they are', false],
  ['takes the folder away', true],
])('below a path of the shop’s domain, behind a proxy that %s', (_what, strips) => {
  let proxy: Proxy;
  let port = 0;

  /** The shop must know the proxy's address, and the proxy the shop's. */
  async function behindProxy(): Promise<ProgramEnv> {
    proxy = await proxyTo(() => port, FOLDER, strips);
    return (own) => {
      port = own;
      return { PUBLIC_URL: `${proxy.url}${FOLDER}`, TRUST_PROXY: '1' };
    };
  }

  const inBrowser = (room: BrowserShop): void => {
    let page: Page;
    const strayed: string[] = [];

    beforeAll(async () => {
      page = await room.newTab();
      page.on('response', (response) => {
        if (response.status() >= 400) strayed.push(`${response.status()} ${response.url()}`);
      });
    });
    afterAll(() => proxy.close());

    test('staff are led to where they wanted to go after the log-in, and every page of the menu is whole', async () => {
      await logInTo(page, `${proxy.url}${FOLDER}/admin/sale/order?filter_total=12`);
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
      const link = await orderWithLink(room.shop);
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
      await payInTab(page);
      await page.getByRole('heading', { name: 'Paid – thank you!' }).waitFor();
      expect(page.url()).toContain(`${mailed}/return`);
      expect(strayed).toEqual([]);
    });
  };

  describeInShop('in a browser', inBrowser, behindProxy);
});
