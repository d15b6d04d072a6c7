import type { Catalog } from '../../../catalog/catalog';
import { payView } from '../../../catalog/pay/pay_view';
import type { Shown } from '../../../catalog/pay/shown';
import { chooseLanguage } from '../../../language/customer';
import { money } from '../../../system/money';
import { sampleOrder, sampleShop } from '../../support/sample_order';

const app = {
  config: { basePath: '', publicUrl: 'https://pay.shop.example', demo: false },
  assets: { href: (name: string) => `/assets/${name}` },
} as unknown as Catalog;

/** The page of an order's open link over €254.40. */
function pageOf(currencyCode: string) {
  const link = {
    ...{ token: '8fK3aZQ2pL9xYw7TtB4cRQ', slug: null, purpose: 'order', state: 'active', environment: 'live' },
    ...{ amount: money(25_440, 'EUR'), email: 'zoe@customer.example', expiresAt: null, orderId: 1042 },
  };
  const order = sampleOrder({ currencyCode, currencyValue: '1.00000000' });
  const facts = { link, order, payments: [], shop: sampleShop(), methodNames: new Map(), mayAskForNew: false };
  const visit = { moment: 'open', looks: 0, now: 0 };
  const said = { chosen: false, asked: null, amountChanged: false, language: chooseLanguage('en-gb') };
  return payView(app, { facts, visit, state: 'payable', ...said } as unknown as Shown);
}

test('the total stands once where it is what is to be paid, and among the totals where the order says another', () => {
  expect(pageOf('EUR').totals.map(({ label }) => label)).not.toContain('Total');
  expect(pageOf('USD').totals.map(({ label }) => label)).toContain('Total');
});

test('an order that was given a currency nobody knows still has its page, with the amount that the link asks', () => {
  const { totals, due } = pageOf('ZZZ');
  expect(totals.at(-1)).toMatchObject({ label: 'Total', value: '254.40 ZZZ' });
  expect(due?.amount).toBe('€254.40');
});
