import type { Page } from 'playwright-core';
import { seriousFindings } from '../support/browser';
import { describeInShop, logInTo, tooWide } from '../support/browser_shop';

const LANGUAGES = ['English', 'Nederlands', 'Deutsch', 'Français', 'Español', 'Italiano', 'Bahasa Indonesia'];

describeInShop('Catalog → Options in a browser', (room) => {
  let page: Page;
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  const errors = () => page.locator('[data-errors]');
  const focused = (id: string) => page.locator(`#${id}:focus`).waitFor();
  const remove = async (name: string) => {
    await page.getByLabel(`Select ${name}`, { exact: true }).check();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Delete' }).click();
  };

  beforeAll(async () => {
    page = await room.newTab({ viewport: { width: 390, height: 844 } });
    await logInTo(page, `${room.shop.url}/admin/catalog/option`);
    await heading('Options').waitFor();
  });

  test('one is made on a phone: what is missing is marked and led to, what was typed is kept', async () => {
    await page.getByRole('link', { name: 'Add New' }).click();
    await heading('Add Option').waitFor();
    for (const language of LANGUAGES) await page.getByLabel(`Value 1 (${language})`, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await errors()
      .getByRole('link', { name: /^Option Name \(English\): / })
      .waitFor();
    await focused('name_1');
    await page.getByLabel('Option Name (English) ').fill('Roast '.repeat(20).trim());
    await page.getByRole('button', { name: 'Save' }).click();
    await errors().getByText('Please add at least one value to choose from.').waitFor();
    await focused('type');
    await page.getByLabel('Value 1 (English)', { exact: true }).fill('Dark');
    await page.getByLabel('Value 2 (English)', { exact: true }).fill('Light');
    await page.getByLabel('Value 3 (English)', { exact: true }).fill('Burnt');
  });

  test('a value is added and one removed: each press leads to where the next is typed', async () => {
    await page.getByRole('button', { name: 'Add value' }).click();
    await focused('value_3_name_1');
    await page.keyboard.type('Green');
    await page.getByRole('button', { name: 'Remove value 3' }).click();
    await focused('value_2_name_1');
    expect(await page.getByLabel('Value 3 (English)', { exact: true }).inputValue()).toBe('Green');
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('You have modified options.').waitFor();
    await page.getByRole('link', { name: 'Roast '.repeat(20).trim(), exact: true }).click();
    await heading(`Edit Option: ${'Roast '.repeat(20).trim()}`).waitFor();
    const names = await page
      .getByLabel(/^Value \d \(Deutsch\)$/)
      .evaluateAll((fields) => fields.map((field) => (field as unknown as { value: string }).value));
    expect(names).toEqual(['Dark', 'Light', 'Green']);
  });

  test('three hundred values open, are changed in the middle and saved', async () => {
    const values = Array.from({ length: 300 }, (_one, index) => [
      [`value[${index}][name_1]`, `Shade ${index}`],
      [`value[${index}][sort_order]`, `${index + 1}`],
    ]).flat();
    await page.getByRole('link', { name: 'Cancel' }).click();
    await page.getByRole('link', { name: 'Add New' }).click();
    await page.getByLabel('Option Name (English) ').fill('Card');
    await page.evaluate((fields) => {
      const browser = globalThis as unknown as {
        document: {
          createElement(name: string): Record<string, string>;
          querySelector(path: string): { append(child: unknown): void; innerHTML: string } | null;
          querySelectorAll(path: string): Iterable<{ remove(): void }>;
        };
      };
      for (const field of browser.document.querySelectorAll('#option [name^="value["]')) field.remove();
      for (const [name = '', value = ''] of fields) {
        const input = browser.document.createElement('input');
        Object.assign(input, { type: 'hidden', name, value });
        browser.document.querySelector('#option')?.append(input);
      }
    }, values);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('You have modified options.').waitFor();
    await page.getByRole('link', { name: 'Card', exact: true }).click();
    await page.getByLabel('Value 150 (English)', { exact: true }).fill('The middle');
    await page.getByRole('button', { name: 'Add value' }).click();
    await focused('value_300_name_1');
    expect(await page.getByLabel('Sort Order of value 301').inputValue()).toBe('301');
    await page.keyboard.type('The last');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('You have modified options.').waitFor();
    await page.getByRole('link', { name: 'Card', exact: true }).click();
    expect(await page.getByLabel('Value 150 (English)', { exact: true }).inputValue()).toBe('The middle');
    expect(await page.getByLabel('Value 301 (English)', { exact: true }).inputValue()).toBe('The last');
  }, 120_000);

  test('what products use stays, and the page leads to the product; what none uses goes', async () => {
    await page.goto(`${room.shop.url}/admin/catalog/option`);
    await page.getByRole('link', { name: 'Colour', exact: true }).click();
    await page.getByRole('button', { name: 'Remove value 1', exact: true }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await errors()
      .getByText(/^The value “.+” is in use and cannot be removed\. It is back in the list below\./)
      .waitFor();
    await page.goto(`${room.shop.url}/admin/catalog/option`);
    await remove('Colour');
    await errors().getByText('The option “Colour” is in use and cannot be deleted.').waitFor();
    await errors().getByRole('link', { name: 'Oak desk lamp' }).click();
    await page.locator('#tab-of-option[aria-selected=true]').waitFor();
    await page.goto(`${room.shop.url}/admin/catalog/option`);
    await remove('Card');
    await page.getByText('Deleted: Card.').waitFor();
  });
});
