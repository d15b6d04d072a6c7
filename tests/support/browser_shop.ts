import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describeInBrowser, openBrowser, PATIENCE_MS } from './browser';
import { PASSWORD, startProgram, type ProgramEnv, type ProgramRoom } from './program';

/** A shop that is running, and a browser beside it. */
export interface BrowserShop {
  readonly shop: ProgramRoom;
  /** A tab with cookies of its own, which waits as long as a busy machine takes. */
  newTab(options?: BrowserContextOptions): Promise<Page>;
  /** The same, on a page of the shop. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

/** What the pages' own rules keep the browser from doing: something on them does not work. */
const REFUSED = /Content Security Policy/;

/** A suite that looks at a shop in a browser, where a script that breaks is a failure. `env` may begin what the shop needs first; the suite ends that itself. */
export function describeInShop(
  name: string,
  suite: (room: BrowserShop) => void,
  env: () => Promise<ProgramEnv> = async () => ({}),
): void {
  describeInBrowser(name, () => {
    let shop: ProgramRoom;
    let browser: Browser;
    let broken: string[];
    beforeEach(() => void (broken = []));
    afterEach(() => expect(broken).toEqual([]));
    beforeAll(async () => {
      shop = await startProgram(await env());
      browser = await openBrowser();
    });
    afterAll(async () => {
      await browser.close();
      await shop.close();
    });

    async function newTab(options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({ locale: 'en-GB', ...options });
      context.setDefaultTimeout(PATIENCE_MS);
      context.on('weberror', (failed) => void broken.push(`${failed.page()?.url()}: ${failed.error().message}`));
      context.on('console', (line) => {
        if (REFUSED.test(line.text())) broken.push(`${line.page()?.url()}: ${line.text()}`);
      });
      return context.newPage();
    }
    async function open(path: string, options?: BrowserContextOptions): Promise<Page> {
      const page = await newTab(options);
      await page.goto(`${shop.program.links.publicUrl}${path}`);
      return page;
    }
    suite({
      get shop() {
        return shop;
      },
      newTab,
      open,
    });
  });
}

/** Goes to a page of the admin by way of the log-in. */
export async function logInTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Username').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Login' }).click();
}

/** From the pay page to the provider's, where a method is chosen and the bank answers with one of its buttons. */
export async function payInTab(page: Page, answer = 'Complete', method = 'iDEAL'): Promise<void> {
  await page.getByRole('button', { name: /^Pay / }).click();
  await page.getByRole('button', { name: method, exact: true }).click();
  await page.getByRole('button', { name: answer, exact: true }).click();
}

/** The form of an order asks the shop after most presses; it is answered when the page has taken that over. */
export async function answered(page: Page, action: () => Promise<unknown>): Promise<void> {
  const posted = page.waitForResponse((one) => one.request().method() === 'POST');
  await Promise.all([posted, action()]);
  await page.locator('#order-form:not([aria-busy])').waitFor();
}

/** Pixels by which the page is wider than the screen. */
export async function tooWide(page: Page): Promise<number> {
  return Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
}
