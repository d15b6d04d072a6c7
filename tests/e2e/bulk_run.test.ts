import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser, PATIENCE_MS, seriousFindings } from '../support/browser';
import { LINKS } from '../support/bulk_press';
import { orderWithLink } from '../support/customer';
import { PASSWORD } from '../support/program';
import { startWithStandIns, type StandInRoom } from '../support/stand_ins';

describeInBrowser('a run of an act on many links', () => {
  let shop: StandInRoom;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    shop = await startWithStandIns();
    for (let n = 0; n < 3; n++) await orderWithLink(shop);
    browser = await openBrowser();
    page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${shop.url}${LINKS}`);
    await page.getByLabel('Username').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Payment links' }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await shop.close();
  });

  const said = (words: string) => page.getByText(words).first().waitFor();

  test('the question says how many; the bar moves by itself as the provider answers, and says what was done', async () => {
    await shop.provider.down();
    await page.goto(`${shop.url}${LINKS}`);
    await page.getByLabel('All', { exact: true }).check();
    const question = new Promise<string>((resolve) =>
      page.once('dialog', (dialog) => {
        resolve(dialog.message());
        void dialog.accept();
      }),
    );
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await question).toBe('Cancel the ticked links (3)? Nobody can pay with them any more.');
    await said('0 of 3 links are dealt with.');
    const bar = page.getByRole('progressbar', { name: 'Links dealt with' });
    expect([await bar.getAttribute('aria-valuenow'), await bar.getAttribute('aria-valuemax')]).toEqual(['0', '3']);
    expect(await seriousFindings(page)).toEqual([]);
    await page.evaluate("document.body.setAttribute('data-stayed', 'yes')");
    await shop.provider.up();
    await shop.quiet();
    await said('3 of 3 links are dealt with.');
    await said('Done today');
    expect(await page.locator('body').getAttribute('data-stayed')).toBe('yes');
    expect(await page.locator('#live-said').textContent()).toBe('Updated: 3 of 3 links are dealt with.');
    expect(await page.getByRole('button', { name: 'Stop' }).count()).toBe(0);
  });
});
