import type { BrowserContextOptions, Page } from 'playwright-core';
import { ROUTES } from '../../admin/routes';
import { seriousFindings } from '../support/browser';
import { describeInShop, tooWide } from '../support/browser_shop';
import { bulkForm, LINKS, tickedAs } from '../support/bulk_press';
import { orderWithLink } from '../support/customer';

/** These answer a file or a piece of a page, need to be told what they are about, or are an attached shop's. */
const NO_PAGE_BY_ITSELF = [
  '/customer/customer/zones',
  '/extension/payment/uninstall',
  '/extension/payment_link/mails/form',
  '/extension/payment_link/mails/preview',
  '/sale/order/info',
  '/sale/order/live',
  '/sale/order/print',
  '/sale/payment_link/export',
  '/sale/payment_link/info',
  '/sale/payment_link/live',
  '/sale/payment_link/older/live',
  '/sale/payment_link/run/live',
  '/setting/permission',
  '/setting/store/zones',
];

const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  'light, 1280 wide': { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  'dark, 390 wide': { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
};

describeInShop('every page for everybody', (room) => {
  let inside: readonly string[];

  beforeAll(async () => {
    const link = await orderWithLink(room.shop);
    const order = `order_id=${link.orderId ?? 0}`;
    inside = [
      ...ROUTES.filter(([method, path]) => method === 'get' && !NO_PAGE_BY_ITSELF.includes(path)).map(
        ([, path]) => `/admin${path}`,
      ),
      `/admin/sale/order/info?${order}`,
      `/admin/sale/order/print?${order}`,
      ...(await linkPages(link.linkId)),
      '/admin/catalog/product/form?product_id=1',
      '/admin/customer/customer/form?customer_id=1',
      '/admin/user/user/form?user_id=1',
      '/admin/setting/store/form?store_id=0',
      `/pay/${link.token}`,
      '/mailbox',
    ];
  });

  test.each(Object.keys(LOOKS))(
    'nothing serious, nothing to scroll sideways, no file that is not there (%s)',
    async (look) => {
      const found: string[] = [];
      const outsider = listened(await room.newTab(LOOKS[look]), found);
      found.push(...(await findings(outsider, '/admin/common/login')));
      const insider = listened(await loggedIn(LOOKS[look] ?? {}), found);
      for (const path of inside) found.push(...(await findings(insider, path)));
      expect(found).toEqual([]);
    },
    120_000,
  );

  /** Of a run with a refusal, and of a link without an order. */
  async function linkPages(linkId: number): Promise<string[]> {
    const { shop } = room;
    const { location: run } = await shop.post(
      `${LINKS}/bulk`,
      await bulkForm(shop, 'resend', tickedAs([linkId, 987_654])),
    );
    const { html } = await shop.get(`${LINKS}/form`);
    const form_token = /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const typed = { amount: '12.50', currency: 'EUR', description: 'Spare key', language: 'en-gb', store_id: '0' };
    const { location: free } = await shop.post(`${LINKS}/form`, { ...typed, form_token });
    await shop.get(free);
    return [run, free];
  }

  async function loggedIn(options: BrowserContextOptions): Promise<Page> {
    const tab = await room.newTab(options);
    const { url } = room.shop;
    const pairs = room.shop.cookie().split('; ');
    await tab
      .context()
      .addCookies(pairs.map((pair) => ({ url, name: pair.replace(/=.*/s, ''), value: pair.replace(/^[^=]*=/, '') })));
    return tab;
  }

  /** Files that the pages ask for in vain, the icon of the tab included. */
  function listened(page: Page, found: string[]): Page {
    page.on('response', (response) => {
      if (response.status() >= 400) found.push(`${page.url()}: ${response.status()} for ${response.url()}`);
    });
    return page;
  }

  /** What is wrong with a page, each as a line that names the page. */
  async function findings(page: Page, path: string): Promise<string[]> {
    const answer = await page.goto(`${room.shop.url}${path}`);
    if (answer?.status() !== 200) return [`${path}: answered ${answer?.status() ?? 'nothing'}`];
    if (new URL(page.url()).pathname !== path.replace(/\?.*/, '')) return [`${path}: led to ${page.url()}`];
    const excess = await tooWide(page);
    const serious = (await seriousFindings(page)).map((finding) => `${path}: ${finding}`);
    return excess > 0 ? [...serious, `${path}: ${excess} pixels too wide`] : serious;
  }
});
