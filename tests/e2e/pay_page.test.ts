import type { BrowserContextOptions, Page } from 'playwright-core';
import { t } from '../../system/db/table';
import { seriousFindings } from '../support/browser';
import { describeInShop, payInTab, tooWide } from '../support/browser_shop';
import { actThere, customerOf, newestLink, orderWithLink } from '../support/customer';
import { until } from '../support/program';

describeInShop('the pay page in a browser', (room) => {
  const failures: string[] = [];
  let states: Promise<string[]> | undefined;

  const addressOf = (path: string) => `${room.shop.program.links.publicUrl}${path}`;

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await room.newTab(options);
    page.on('pageerror', (error) => failures.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
    await page.goto(addressOf(path));
    return page;
  }

  test('the button leads to the provider, and the way back to the truth', async () => {
    const link = await orderWithLink(room.shop);
    const page = await open(`/pay/${link.token}`);
    await payInTab(page);
    await page.getByRole('heading', { name: 'Paid – thank you!' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/pay/${link.token}/return`);
    expect(failures).toEqual([]);
  });

  test('all of it works without script, and the page then looks again by itself', async () => {
    const link = await orderWithLink(room.shop);
    const page = await open(`/pay/${link.token}/return`, { javaScriptEnabled: false });
    await page.getByRole('heading', { name: 'We are checking your payment' }).waitFor();
    await actThere(room.shop, link, 'complete');
    await page.getByRole('heading', { name: 'Paid – thank you!' }).waitFor();
  });

  test('with script the page changes in place and announces what changed', async () => {
    const link = await orderWithLink(room.shop);
    const page = await open(`/pay/${link.token}/return`);
    await page.evaluate("document.body.setAttribute('data-same', 'yes')");
    await actThere(room.shop, link, 'complete');
    // Read out from a place that was there before: what comes with its place is not announced.
    const status = await page.getByRole('status').elementHandle();
    expect(await status?.textContent()).toBe('');
    await page.getByRole('heading', { name: 'Paid – thank you!' }).waitFor();
    expect(await status?.textContent()).toContain('Paid – thank you! Canal House Goods has received your payment');
    expect(await page.getAttribute('body', 'data-same')).toBe('yes');
    expect(await page.title()).toContain('Canal House Goods');
  });

  test('whoever stood on the Pay button when the page changed stands on its heading', async () => {
    const link = await orderWithLink(room.shop);
    const page = await open(`/pay/${link.token}/return?look=9`);
    await page.getByRole('button', { name: /^Pay €/ }).focus();
    await actThere(room.shop, link, 'complete');
    await page.getByRole('heading', { name: 'Paid – thank you!' }).waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
  });

  test('by keyboard the Pay button comes first, and Enter presses it', async () => {
    const link = await orderWithLink(room.shop);
    const page = await open(`/pay/${link.token}`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toMatch(/^Pay €/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'iDEAL' }).waitFor();
  });

  test('moments are told in the payer’s own time zone', async () => {
    const link = await orderWithLink(room.shop);
    const at = Date.UTC(2027, 0, 5, 20, 30);
    await room.shop.db(t(room.shop.db, 'payment_link')).where('link_id', link.linkId).update({ expires_at: at });
    for (const [timezoneId, words] of [
      ['Asia/Jakarta', '6 January 2027 at 03:30'],
      ['America/New_York', '5 January 2027 at 15:30'],
    ] as const) {
      const page = await open(`/pay/${link.token}`, { timezoneId });
      expect(await page.locator('.expires').innerText()).toContain(words);
    }
  });

  test('the language of one page is the language of the next', async () => {
    const link = await orderWithLink(room.shop);
    const page = await open(`/pay/${link.token}`);
    await page.getByRole('link', { name: 'Nederlands' }).click();
    await page.getByRole('button', { name: /betalen$/ }).click();
    await page.getByRole('button', { name: 'iDEAL' }).click();
    await page.getByRole('button', { name: 'Complete', exact: true }).click();
    await page.getByRole('heading', { name: 'Betaald – hartelijk dank!' }).waitFor();
  });

  test.each(['light', 'dark'] as const)(
    'axe finds nothing serious in any state (%s)',
    async (colorScheme) => {
      states ??= everyState();
      const [first = '', ...rest] = await states;
      const page = await open(first, { colorScheme, viewport: { width: 390, height: 844 } });
      for (const path of [first, ...rest]) {
        await page.goto(addressOf(path));
        expect([path, await seriousFindings(page)]).toEqual([path, []]);
        expect(await tooWide(page)).toBeLessThanOrEqual(0);
      }
    },
    180_000,
  );

  async function everyState(): Promise<string[]> {
    const link = await orderWithLink(room.shop);
    const home = `/pay/${link.token}`;
    const changed = async (change: object) => {
      const other = await orderWithLink(room.shop);
      await room.shop.db(t(room.shop.db, 'payment_link')).where('link_id', other.linkId).update(change);
      return `/pay/${other.token}`;
    };
    const paid = await orderWithLink(room.shop);
    await customerOf(room.shop, paid).payThere('complete');
    await until(
      () => newestLink(room.shop, paid),
      ({ state }) => state === 'completed',
    );
    return [
      home,
      `${home}/return`,
      `${home}/cancel`,
      `${home}?asked=too_often`,
      `/pay/${paid.token}`,
      await changed({ state: 'expired' }),
      await changed({ state: 'cancelled', closed_why: 'by_hand' }),
      await changed({ state: 'cancelled', closed_why: 'paid_otherwise' }),
      await changed({ state: 'failed' }),
      `${home}?language=de-de`,
      '/pay/AAAAAAAAAAAAAAAAAAAAAA',
      '/no/such/page',
      '/sandbox/multisafepay',
      '/sandbox/midtrans',
      '/mailbox',
    ];
  }
});
